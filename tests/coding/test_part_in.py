"""Whose work an attack is said to have been is a charge, by whoever says so of another."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2024-05-14")
coded = partial(sides, day=DAY)

SAID = [
    (
        "Chad's interior minister says that Sudan's spy agency planned the attack.",
        [("accuse", "TCD.GOV", "SDN.SPY")],
    ),
    (
        "The Chadian government hints that Sudan had a hand in the raid.",
        [("accuse", "TCD.GOV", "SDN")],
    ),
    ("Sudan was directly involved in the ambush, Chad says.", [("accuse", "TCD", "SDN")]),
    (
        "Chadian officials conclude that Sudan's army helped rebels in the attack.",
        [("accuse", "TCD.GOV", "SDN.MIL")],
    ),
    (
        "Chadian state television says that Sudan masterminded the explosion.",
        [("accuse", "TCD.MED", "SDN")],
    ),
    (
        "Chad's defence minister says that Sudan is funding rebels in Chad.",
        [("accuse.harbouring", "TCD.GOV", "SDN")],
    ),
    # of oneself, of what is no attack, and not at all
    ("Chad's police chief says that his officers planned the raid for weeks.", []),
    ("The Chadian minister says that Sudan is involved in the census.", []),
    ("Chad says that Sudan was not involved in the bombing.", []),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(None, told=True)  # as a feed is read


@pytest.mark.parametrize(("text", "events"), SAID)
def test_whose_work_an_attack_was_is_a_charge(reader, text, events):
    assert coded(reader, text) == events
