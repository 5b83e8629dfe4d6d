"""The sentence: its parse, the mends of the parse, and who stands where in a clause."""
