"""What every test may ask for."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from escalation.theatre import Theatre
from tests.examples import FAST

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """The fast set tries a property on fewer examples; see ``examples``."""
    settings.register_profile(FAST, max_examples=20, deadline=None)
    settings.register_profile("whole", max_examples=100, deadline=None)
    settings.load_profile(FAST if "not slow" in config.option.markexpr else "whole")


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


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
