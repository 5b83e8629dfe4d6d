"""The two sides of a deed of violence: whose hand it was, and whom it met."""
