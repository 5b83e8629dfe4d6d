"""The second voice: a small trained classifier of sentences beside the rules."""
