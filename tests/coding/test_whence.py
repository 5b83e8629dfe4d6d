"""Where attackers are said to come from is a charge against that state, and no attack there."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2024-05-14")
coded = partial(sides, day=DAY)

SAID = [
    (
        "The Chadian army says that the attackers crossed from Sudan.",
        [("accuse", "TCD.MIL", "SDN")],
    ),
    ("Chad says the bombers came from Sudanese territory.", [("accuse", "TCD", "SDN")]),
    (
        "The attack was planned in Sudan, Chad's interior minister said.",
        [("accuse", "TCD.GOV", "SDN")],
    ),
    # of his own land, of nobody who fights, and not at all
    ("Sudan says that the attackers crossed from Darfur.", []),
    ("Refugees crossed from Sudan, the UN says.", []),
    ("Chad says that the attackers did not come from Sudan.", []),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(None, told=True)  # as a feed is read


@pytest.mark.parametrize(("text", "events"), SAID)
def test_where_attackers_came_from_is_a_charge(reader, text, events):
    assert coded(reader, text) == events


def test_gunmen_who_come_have_done_nothing_yet(reader):
    text = "Gunmen came from Sudan and shot two policemen in Abeche."
    assert [target for _, _, target in coded(reader, text)] == ["TCD.COP"]


def test_what_was_fired_from_a_neighbour_is_charged_to_it(reader):
    text = "Chad borders Sudan. The army of Chad says that the shots were fired from its neighbour."
    assert coded(reader, text) == [("accuse", "TCD.MIL", "SDN")]
