"""What neighbours do to one another in headlines: borders, trade, talks, visits and protests."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2024-05-14")
coded = partial(sides, day=DAY)

HEADLINES = [
    # a border has two sides, also where nobody is said to shut it
    ("Wagah border stays shut for third day", ("sanction.border", "IND", "PAK")),
    ("Rafah crossing remains closed for second week", ("sanction.border", "EGY", "PSE")),
    ("The Chadian-Sudanese border is closed.", ("sanction.border", "TCD", "SDN")),
    ("Wagah closed for sixth day running", ("sanction.border", "IND", "PAK")),
    ("Wagah reopens to pedestrians after 25 days.", ("concede.reopening", "IND", "PAK")),
    ("Trade resumes at Wagah", ("concede.reopening", "IND", "PAK")),
    (
        "Trade between Chad and Sudan resumes after two months.",
        ("concede.reopening", "TCD", "SDN"),
    ),
    ("Cross-border trade halted as Wagah closes", ("sanction.border", "IND", "PAK")),
    ("Chad shuts Wagah", ("sanction.border", "TCD", None)),
    # a visit without a verb
    ("UN envoy in Khartoum for talks", ("talks.visit", "IGO", "SDN")),
    ("Chadian delegation in Khartoum", ("talks.visit", "TCD.GOV", "SDN")),
    ("Chadian army chief in Paris on official visit", ("talks.visit", "TCD.MIL", "FRA")),
    # talks of two, named before a hyphen
    ("Chad-Sudan talks collapse in Doha", ("talks", "TCD", "SDN")),
    ("Second round of Chad-Sudan talks begins in Doha", ("talks", "TCD", "SDN")),
    # a protest that is lodged
    ("Chad lodges protest with Sudan over raid", ("accuse.complaint", "TCD", "SDN")),
    ("Chad serves demarche on Sudanese ambassador", ("accuse.complaint", "TCD", "SDN")),
    # done to somebody, in a line with a full stop
    ("More than 2,000 Kenyans deported from Chad.", ("coerce.deportation", "TCD.GOV", "KEN.CVL")),
    ("Twelve rebels arrested in Abeche, say police", ("coerce.arrest", "TCD.COP", "TCD.REB")),
    ("Chadian envoy summoned over flag, says Sudan", ("accuse.complaint", "SDN", "TCD.GOV")),
    ("Over 300 Kenyan refugees arrested in Abeche.", ("coerce.arrest", "TCD.GOV", "KEN.CVL")),
    ("Curfew lifted in Abeche, say officials", ("concede.easing", "TCD.GOV", "TCD.CVL")),
    ("Curfew imposed in Abeche.", ("coerce.restriction", "TCD.GOV", "TCD.CVL")),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(None, told=True)  # as a feed is read


@pytest.mark.parametrize(("text", "event"), HEADLINES)
def test_what_neighbours_do_in_headlines(reader, text, event):
    assert coded(reader, text) == [event]


NOTHING = [
    "Doctors in Khartoum for training",
    "The shop closed at noon.",
    "Market reopens in Wagah after fire",
    "Trade resumes on the stock exchange of Chad.",
    "Foreign minister in Khartoum market",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_it(reader, text):
    assert coded(reader, text) == []


def test_a_named_crossing_is_shut_to_the_other_side_alone(theatre):
    reader = Reader(theatre)
    found = coded(reader, "Pakistan closed the Torkham crossing on Monday.")
    assert [event for event in found if event[0] == "sanction.border"] == [
        ("sanction.border", "PAK.GOV", "AFG.GOV")
    ]
