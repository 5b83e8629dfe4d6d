"""spaCy is loaded without its commands, and whoever asks for them has them."""

import subprocess
import sys

import pytest

ASKS = """
import sys
import escalation.coding.parse
assert "spacy.cli" not in sys.modules
import spacy
assert not hasattr(spacy, "nothing")
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
assert spacy.cli.download.__module__ == "spacy.cli.download"
"""


@pytest.mark.slow
def test_commands_come_when_asked_for():
    subprocess.run([sys.executable, "-c", ASKS], check=True)
