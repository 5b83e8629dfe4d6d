"""A coder's events beside what people coded: sentences, whole documents, and confidence."""
