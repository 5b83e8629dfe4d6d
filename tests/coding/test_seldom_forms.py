"""Acts that stand in a seldom form: guarded places, the latest arrest, strikes that do something."""

from functools import partial

import pandas as pd
import pytest

from tests.coding.reading import read, sides

DAY = pd.Timestamp("2019-05-14")
coded = partial(sides, day=DAY)

ACTS = [
    # guarded, by those whose guards they are
    ("Security is tightened in Tunis.", ("mobilize.police", "TUN.GOV", None)),
    ("The ports of Kenya are put on high alert.", ("mobilize.police", "KEN.GOV", None)),
    # who was said to have been taken, and the latest of several
    (
        "In Farah, a Taliban commander is said to have been captured.",
        ("coerce.arrest", "AFG.GOV", "AFG.REB.TALIBAN"),
    ),
    (
        "A judge is the latest woman to be arrested over a theft in Lima.",
        ("coerce.arrest", "PER.GOV", "PER.JUD"),
    ),
    (
        "Juan Alva, the banker of the rebels, is reported to have been arrested near Lima.",
        ("coerce.arrest", "PER.GOV", "PER.CVL"),
    ),
    # what a strike does, by whomever it is
    (
        "A strike by clerks brings Kenya's courts to a halt.",
        ("protest.strike", "KEN.CVL", "KEN.JUD"),
    ),
    # a gate that is kept shut, and a journey for talks
    ("Pakistan keeps the Torkham crossing shut.", ("sanction.border", "PAK.GOV", "AFG.GOV")),
    ("Kenya's premier goes to Tunis for talks.", ("talks.visit", "KEN.GOV", "TUN.GOV")),
    # a report's charge is its writer's
    (
        "A report by Human Rights Watch blames the Afghan army for the deaths of prisoners.",
        ("accuse", "NGO", "AFG.MIL"),
    ),
    ("A Danish report accuses Mali of torture.", ("accuse", "DNK", "MLI")),
    # fights that troops come out of
    (
        "Troops enter the town of Buner after days of heavy clashes with militants.",
        ("force.clash", "PAK.MIL", "PAK.REB"),
    ),
]


@pytest.mark.parametrize(("text", "event"), ACTS)
def test_acts_in_a_seldom_form(reader, text, event):
    assert coded(reader, text) == [event]


NONE = [
    "Schools in Tunis are placed on alert over a flu outbreak.",
    "A patient goes to Tunis for treatment.",
    "Residents return to Buner after months of fighting.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_looks_like_them_is_none(reader, text):
    assert coded(reader, text) == []


def test_what_is_told_beside_a_feast_is_no_part_of_it(reader):
    text = "Kenya marks a holiday, with armed rebels killing nine policemen in Garissa."
    (attack,) = read(reader, text, day=DAY)
    assert (attack["kind"], attack["status"], attack["deaths_best"]) == ("attack", "happened", 9)
