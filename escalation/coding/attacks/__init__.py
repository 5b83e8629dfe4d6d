"""Acts of violence: which words tell one, of what kind, and which only sound like it."""
