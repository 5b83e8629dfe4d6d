"""The status of an act: happened, claimed, denied, threatened, planned, recalled; who says so."""
