"""Who is meant by a name, a role, an office or a pronoun."""
