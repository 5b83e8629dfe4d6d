"""What makes two events one happening: pairs worth comparing, and in what they agree."""
