"""Whose ground is used against whom, and who says so: in sentences, and set apart in headlines."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import read, sides

DAY = pd.Timestamp("2024-05-14")
coded = partial(sides, day=DAY)

SAID = [
    (
        "Chad says that Sudanese soil is being used against it.",
        [("accuse.harbouring", "TCD", "SDN")],
    ),
    (
        "Chad says rebels use Sudanese territory to attack Chadian posts.",
        [("accuse.harbouring", "TCD", "SDN")],
    ),
    ("Chad says that Libya is using Sudanese soil against it.", [("accuse", "TCD", "LBY")]),
    (
        "The army said that Sudanese territory was being used against Chad.",
        [("accuse.harbouring", "TCD.MIL", "SDN")],
    ),
    (
        "Sudan insists that its airspace was not used against Chad.",
        [("reject.accusation", "SDN", "TCD")],
    ),
    (
        "Sudan says that it will not allow its soil to be used against Chad.",
        [("agree.offer", "SDN", "TCD")],
    ),
    (
        "Chad says that Sudan's airspace is being used by Emirati drones.",
        [("accuse.harbouring", "TCD", "SDN")],
    ),
    ("Farmers use the land for their herds.", []),
    ("Sudanese airspace is used by 300 flights a day, the ministry of Sudan says.", []),
    ("Chad wants a guarantee from Sudan that its soil will not be used against it.", []),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(None, told=True)  # as a feed is read


@pytest.mark.parametrize(("text", "events"), SAID)
def test_ground_that_is_used_is_charged_to_its_state(reader, text, events):
    assert coded(reader, text) == events


SET_APART = [
    ("Sudanese soil being used against us: Chad", [("accuse.harbouring", "TCD", "SDN")]),
    ("Chad: Sudanese soil being used for terrorism", [("accuse.harbouring", "TCD.GOV", "SDN")]),
    ("Sudan must act against rebels: Chad", [("demand", "TCD", "SDN")]),
    ("Chad: Sudan must act against rebels", [("demand", "TCD.GOV", "SDN")]),
    ("Chadian army: Sudan violated Chadian airspace", [("accuse", "TCD.MIL", "SDN")]),
    ("No talks with Sudan until raids stop: Chad", [("reject.proposal", "TCD", "SDN")]),
    ("Will respond to any aggression by Sudan: Chad", [("threat.military", "TCD", "SDN")]),
    ("Troops deployed in Darfur: Sudanese army", [("mobilize.troops", "SDN.MIL", None)]),
    # a label, a town, a headline without a speaker
    ("In pictures: The harvest in Chad", []),
    ("Two sides of the same coin: Chad and Sudan", []),
]


@pytest.mark.parametrize(("text", "events"), SET_APART)
def test_whoever_a_headline_sets_apart_says_it(reader, text, events):
    assert coded(reader, text) == events


def test_a_minister_set_apart_by_name_speaks_for_his_state(theatre):
    text = "Afghan soil will not be used against Pakistan: Muttaqi"
    reader = Reader(theatre)
    assert coded(reader, text) == [("agree.offer", "AFG.GOV", "PAK.GOV")]


STRANGERS = [
    (
        "The foreign ministry summoned the Chadian envoy.",
        ("accuse.complaint", "UNK.GOV", "TCD.GOV"),
    ),
    ("The defence minister warns Chad of a strong response.", ("threat", "UNK.GOV", "TCD")),
    ("The government deported 400 Chadians.", ("coerce.deportation", "UNK.GOV", "TCD.CVL")),
    # one's own people, and a body of one's own land
    ("The government urged Chadians to vote.", ("demand.change", "TCD.GOV", "TCD.CVL")),
]


@pytest.mark.parametrize(("text", "event"), STRANGERS)
def test_officials_of_no_told_land_are_not_of_the_state_that_they_act_upon(reader, text, event):
    assert coded(reader, text) == [event]


def test_what_a_name_before_a_headline_tells_is_no_attribution_of_an_attack(reader):
    (event,) = read(reader, "Chad: Bomb kills three soldiers", day=DAY)
    assert not event.get("attribution")
