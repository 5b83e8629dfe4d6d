"""The second coder: any model behind an OpenAI-compatible endpoint."""
