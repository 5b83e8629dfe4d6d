"""Forces on the march: over a border it is an operation, towards a town they are moved."""

from functools import partial

import pandas as pd
import pytest

from tests.coding.reading import read, sides

DAY = pd.Timestamp("2019-05-14")
coded = partial(sides, day=DAY)

MARCHES = [
    ("Sudanese troops cross into Chad.", [("force.operation", "SDN.MIL", "TCD")]),
    ("Rebels in Chad advance on the capital.", [("mobilize.troops", "TCD.REB", "TCD.GOV")]),
    # fought at once, for help, and no troops
    (
        "Malian rebels advance on Kidal amid gun battles with Chadian soldiers.",
        [("force.clash", "MLI.REB", "TCD.MIL")],
    ),
    ("The army moves into villages hit by floods to rescue people.", []),
    ("Sudanese refugees cross into Chad.", []),
    ("Soldiers march in a parade in Tunis.", []),
]


@pytest.mark.parametrize(("text", "events"), MARCHES)
def test_forces_on_the_march(reader, text, events):
    assert coded(reader, text) == events


def test_they_march_where_they_march_to(reader):
    (march,) = read(reader, "Congolese rebels advance towards Goma.", day=DAY)
    assert march["place"] == "Goma"


def test_each_of_two_moves_its_own(reader):
    told = read(reader, "Kenya and Uganda deploy troops along the Sudanese border.", day=DAY)
    assert [(e["initiator"], e["target"], e["country"]) for e in told] == [
        ("KEN", "SDN", "KE"),
        ("UGA", "SDN", "UG"),
    ]


def test_two_who_face_each_other_do_it_to_each_other(reader):
    text = "Kenya and Uganda mass troops along their border."
    assert coded(reader, text) == [("mobilize.troops", "KEN", "UGA")]


GAS = [
    "Police fire tear gas at lawyers in Tunis.",
    "Police respond with tear gas to lawyers in Tunis.",
]


@pytest.mark.parametrize("text", GAS)
def test_police_disperse_people_with_tear_gas(reader, text):
    assert [event[:2] for event in coded(reader, text)] == [("coerce", "TUN.COP")]


def test_a_town_is_taken_once_whatever_was_fought_before(reader):
    text = "After days of fighting in Mali, Chadian troops have captured part of Kidal."
    assert [kind for kind, *_ in coded(reader, text)] == ["force.capture"]


def test_war_games_of_two_are_held_once(reader):
    text = "Kenyan and Ugandan warships launched war games off Mombasa."
    assert [kind for kind, *_ in coded(reader, text)] == ["mobilize.troops"]
