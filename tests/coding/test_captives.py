"""Captives who are let go, or killed: by those who held them, and nobody is taken once more."""

from functools import partial

import pandas as pd
import pytest

from tests.coding.reading import sides

DAY = pd.Timestamp("2019-05-14")
coded = partial(sides, day=DAY)

LET_GO = [
    (
        "Two Danish nurses held hostage by the Taliban are set free.",
        ("concede.release", "AFG.REB.TALIBAN", "DNK.CVL"),
    ),
    (
        "Three of the ten Danish nurses held hostage by rebels in Mali are let go.",
        ("concede.release", "MLI.REB", "DNK.CVL"),
    ),
    (
        "Nine guards taken captive by militants in Kurram have been let go.",
        ("concede.release", "PAK.REB", "PAK.COP"),
    ),
    (
        "Three Danish fishermen hijacked off Somalia are released.",
        ("concede.release", "UNK.REB", "DNK.CVL"),
    ),
    (
        "A Danish reporter who was kidnapped in Kabul has been released.",
        ("concede.release", "UNK.REB", "DNK.MED"),
    ),
    ("Two hostages are freed in Nigeria.", ("concede.release", "UNK.REB", "NGA.CVL")),
]


@pytest.mark.parametrize(("text", "event"), LET_GO)
def test_captives_are_let_go_by_those_who_held_them(reader, text, event):
    assert coded(reader, text) == [event]


def test_prisoners_of_nobody_told_are_let_go_by_nobody(reader):
    assert coded(reader, "A hundred prisoners are released in Iraq.") == []


def test_who_kills_a_captive_is_who_held_him(reader):
    text = "A Danish engineer held hostage by the Taliban is beheaded."
    assert coded(reader, text) == [("attack", "AFG.REB.TALIBAN", "DNK.CVL")]


def test_what_was_done_to_people_before_is_no_verb_of_its_own(reader):
    """ "Men held over a bombing are charged": who they are, and then what is told of them."""
    text = "Nine men held over a bombing in Quetta are jailed by a court."
    assert ("coerce.arrest", "PAK.JUD", "PAK.CVL") in coded(reader, text)


def test_those_whom_soldiers_free_are_let_go_by_nobody(reader):
    text = (
        "Commandos raid a cinema in Garissa and shoot two militants dead. All of the hostages are"
        " freed."
    )
    assert "concede.release" not in [kind for kind, *_ in coded(reader, text)]


def test_what_people_are_thought_to_be_is_no_verb_of_its_own(reader):
    """ "Men thought to be rebels are arrested": who they were, and then what is told of them."""
    text = "Six men thought to be members of al-Qaeda are arrested in Karachi."
    assert coded(reader, text) == [("coerce.arrest", "PAK.GOV", "IMG.REB.ALQAEDA")]
    text = "In Mali, five rebels believed to be teenagers are killed near Kidal."
    assert coded(reader, text) == [("force.operation", "MLI.MIL", "MLI.REB")]
