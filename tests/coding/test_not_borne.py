"""Threats of what others' steps will bring, or that their deeds will not be borne."""

from functools import partial

import pandas as pd
import pytest

from tests.coding.reading import read, sides

DAY = pd.Timestamp("2019-05-14")
coded = partial(sides, day=DAY)

THREATS = [
    (
        "Sudan warns that Chile's decision to arm Chad will have dire consequences.",
        [("threat", "SDN", "CHL")],
    ),
    (
        "Chad says that Sudanese raids on its villages cannot be tolerated.",
        [("threat", "TCD", "SDN")],
    ),
    (
        "Mali's premier says that his country will not tolerate raids on its herders.",
        [("threat", "MLI.GOV", None)],
    ),
    (
        "Chad says the deployment of Sudanese tanks in Mali will lead to war.",
        [("threat", "TCD", "SDN")],
    ),
    # what nobody does to anybody, and what is borne at home
    ("The government of Chad warns that the floods will have severe consequences.", []),
    ("The minister says that he will not tolerate corruption.", []),
    ("The mayor says that attacks on doctors will not be tolerated.", []),
]


@pytest.mark.parametrize(("text", "events"), THREATS)
def test_what_will_not_be_borne_is_a_threat(reader, text, events):
    assert coded(reader, text) == events


def test_a_threat_is_not_made_where_the_step_was_taken(reader):
    text = "Chad says the deployment of Sudanese tanks in Mali will lead to war."
    (threat,) = read(reader, text, day=DAY)
    assert threat.get("country") is None


def test_who_will_pay_a_price_is_threatened(reader):
    text = "Chad's president says that Sudan will pay a heavy price."
    assert coded(reader, text) == [("threat", "TCD.GOV", "SDN")]


COSTLY = [
    ("Riots over a cartoon leave six people dead in Nigeria.", ("protest.riot", "NG", 6)),
    ("Following protests in Tunisia, five people have died.", ("protest", "TN", 5)),
    ("Three students are dead after protests in Tunisia.", ("protest", "TN", 3)),
    ("Protests in Tunisia result in the deaths of nine people.", ("protest", "TN", 9)),
]


@pytest.mark.parametrize(("text", "event"), COSTLY)
def test_protests_are_told_by_what_they_cost(reader, text, event):
    told = read(reader, text, day=DAY)
    assert [(e["kind"], e["country"], e["deaths_best"]) for e in told] == [event]


def test_protests_that_lead_to_talks_only_tell_why(reader):
    assert coded(reader, "Protests over prices lead to talks in Tunisia.") == []
