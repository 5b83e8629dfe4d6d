"""Threats in the words that states find for them, who is sentenced or held for what, and by whom."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import read, sides

DAY = pd.Timestamp("2024-05-14")
coded = partial(sides, day=DAY)

ACTS = [
    # what any attack will meet is threatened by who says so, and to whoever would attack
    (
        "The Chadian army says that any Sudanese misadventure will receive a swift response.",
        [("threat.military", "TCD.MIL", "SDN")],
    ),
    ("Chad says any aggression by Sudan will be answered.", [("threat.military", "TCD", "SDN")]),
    ("Chad says it will respond to Sudanese aggression.", [("threat.military", "TCD", "SDN")]),
    ("Chad warns of strikes inside Sudan.", [("threat", "TCD", "SDN")]),
    (
        "Chad says that if talks fail, it will be open war with Sudan.",
        [("threat.military", "TCD", "SDN")],
    ),
    (
        "Al-Shabaab announces that it could increase violence against Somali soldiers.",
        [("threat.military", "SOM.REB", "SOM.MIL")],
    ),
    ("Chad says that Sudan will regret the raid.", [("threat", "TCD", "SDN")]),
    ("Chad says the war on polio will continue.", []),
    # to be worried over what others do to one another blames neither
    ("Chad voiced concern over the escalation between Sudan and Libya.", []),
    ("Experts say that violence could increase in Chad.", []),
    ("The minister will respond to questions in Chad.", []),
    # a verb that the parse takes for a noun
    (
        "The Taliban reiterate that they will not attend talks with Chad until prisoners are freed.",
        [("reject.proposal", "AFG.GOV", "TCD")],
    ),
    (
        "Chad arrests Idriss Saleh, the founder of an opposition party that is blamed for a raid.",
        [("coerce.arrest", "TCD", "TCD.OPP")],
    ),
    # who is sentenced, and who is held for killing whom
    (
        "A Chadian general receives a fourteen-year prison term.",
        [("coerce.arrest", "TCD.GOV", "TCD.MIL")],
    ),
    (
        "Chad's top court announces a death sentence for an opposition leader.",
        [("coerce.arrest", "TCD.JUD", "TCD.OPP")],
    ),
    ("A man is held in Chad after the murder of a judge.", []),
    (
        "A man is arrested in Chad for the killings of three priests.",
        [("coerce.arrest", "TCD.GOV", "TCD.CVL")],
    ),
    (
        "A suspect is arrested in Chad over the murder of a cleric.",
        [("coerce.arrest", "TCD.GOV", "TCD.CVL")],
    ),
    ("A woman is arrested in Chad for the murder of her husband.", []),
    ("The striker receives a two-match ban in Chad.", []),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(None, told=True)  # as a feed is read


@pytest.mark.parametrize(("text", "events"), ACTS)
def test_threats_and_sentences(reader, text, events):
    assert coded(reader, text) == events


def test_who_shoots_and_kills_is_no_noun(reader):
    kinds = [kind for kind, *_ in coded(reader, "A guard shoots and kills two men in Chad.")]
    assert kinds == ["force.shooting"]


def test_soldiers_who_capture_others_arrest_them(reader):
    text = "Chadian troops kill four rebels and capture two others."
    assert ("coerce.arrest", "TCD.MIL") in [(k, who) for k, who, _ in coded(reader, text)]


STATES = [
    ("Chad says that if talks fail, it will strike Sudan.", "conditional"),
    (
        "Chad says that if its parley with the rebels fails, Chad will declare war on Sudan.",
        "conditional",
    ),
    ("Chad says that it will strike Sudan.", "happened"),
]


@pytest.mark.parametrize(("text", "status"), STATES)
def test_a_threat_with_an_if_is_conditional_and_is_made_nowhere(reader, text, status):
    (event,) = [e for e in read(reader, text, day=DAY) if e["kind"].startswith("threat")]
    assert event["status"] == status
    assert not event.get("country")


HELD = [
    (
        "Authorities in Chad arrest Idriss Saleh, leader of a party which is blamed for a riot.",
        "coerce.arrest",
    ),
    (
        "Ann Noor, sentenced to death and acquitted, is released from prison in Chad.",
        "concede.release",
    ),
    ("Five hundred fighters are freed from a prison in Chad.", "concede.release"),
    ("Chadian officials resist an inspection of the camp.", "reject"),
    ("Chad tightens imports from Sudan.", "sanction.trade"),
]


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_arrests_releases_and_refusals_that_were_missed(reader, text, kind):
    assert kind in [kind for kind, *_ in coded(reader, text)]


def test_to_deny_and_then_to_refuse_are_two_acts(reader):
    text = "Al-Shabaab denied the raid. The group says that it will not attend talks with Kenya."
    assert [kind for kind, *_ in coded(reader, text)] == ["reject.accusation", "reject.proposal"]


def test_what_one_denies_of_his_own_jets_is_not_said_to_them(reader):
    ((_, who, whom),) = coded(reader, "Chadian officials denied that any of their jets was lost.")
    assert (who, whom) == ("TCD.GOV", None)
