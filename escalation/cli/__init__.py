"""The command line: the verbs of the house, and the only place that may ask what day it is."""

from escalation.cli.app import app

__all__ = ["app"]
