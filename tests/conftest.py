"""What every test may ask for."""

import os
from pathlib import Path

import pytest

from escalation.theatre import Theatre

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the development data, which is not part of the project."""
    told = os.environ.get("ESCALATION_SHARED_DATA")
    folder = Path(told) if told else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the development data is not here; set ESCALATION_SHARED_DATA to its folder")
    return folder


@pytest.fixture(scope="session")
def theatre() -> Theatre:
    """The shipped theatre of Pakistan and Afghanistan."""
    return Theatre.read("pak-afg")
