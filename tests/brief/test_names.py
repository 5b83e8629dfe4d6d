"""Actors and places as a reader knows them."""

import pandas as pd
import pytest

from escalation.brief.names import actor, where
from tests.brief.world import make_theatre


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("PAK.GOV", "Islamabad", "Government of Pakistan"),
        ("PAK.COP", None, "Police of Pakistan"),
        ("PAK.CVL", "pilgrims", "Pilgrims (Pakistan)"),
        ("AFG.REB.X", "Afghanistan's resistance", "Afghanistan's resistance"),
        ("UNK.REB", None, "Unidentified militants"),
        ("UNK", None, "Unidentified"),
        ("IND", None, "India"),
        ("XXX.GOV", None, "Government of XXX"),
        (None, "gunmen", "Gunmen"),
        (None, None, "–"),
        (float("nan"), float("nan"), "–"),
    ],
)
def test_actors(code, name, said):
    assert actor(code, name, make_theatre()) == said


@pytest.mark.parametrize(
    ("place", "admin1", "admin2", "country", "said"),
    [
        ("Mir Ali", "Khyber Pakhtunkhwa", "North Waziristan", "PK", "Mir Ali, Khyber Pakhtunkhwa"),
        (None, "Khyber Pakhtunkhwa", None, "PK", "Khyber Pakhtunkhwa, Pakistan"),
        (None, None, None, "AF", "Afghanistan"),
        ("Quetta", None, None, None, "Quetta"),
        (None, None, None, None, "–"),
    ],
)
def test_places(place, admin1, admin2, country, said):
    event = pd.Series({"place": place, "admin1": admin1, "admin2": admin2, "country": country})
    assert where(event) == said
