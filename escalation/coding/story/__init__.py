"""What one document tells: its acts with their circumstances, those of one happening joined."""
