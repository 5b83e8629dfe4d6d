"""Where: the names of places, what they mean, and which of them is an act's."""
