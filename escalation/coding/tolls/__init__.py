"""How many: the dead and the hurt, by side, and the people that are counted."""
