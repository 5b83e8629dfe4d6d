"""When: the days that a sentence tells, beside the day of its publication."""
