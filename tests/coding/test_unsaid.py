"""Who acts where nobody is said to: the state that arrests, the forces that are sent."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import read, sides

DAY = pd.Timestamp("2024-05-10")


coded = partial(sides, day=DAY)

ACTS = [
    # arrests by what they are for, or whom they are of
    (
        "Five people are detained in Multan over clashes with guards at a rally of a party.",
        ("coerce.arrest", "PAK.GOV", "PAK.CVL"),
    ),
    (
        "Six people are arrested in Norway on suspicion of plotting an attack.",
        ("coerce.arrest", "NOR.GOV", "NOR.CVL"),
    ),
    (
        "A reporter is arrested in Gwadar for an article about fishing rights.",
        ("coerce.arrest", "PAK.GOV", "PAK.MED"),
    ),
    (
        "A Danish soldier is arrested in Chad on suspicion of selling secrets.",
        ("coerce.arrest", "TCD.GOV", "DNK.MIL"),
    ),
    # a court of where the accused is from, not of where it happened
    (
        "A Peruvian soldier is charged with the murder of two farmers in Chad.",
        ("accuse.charge", "PER.JUD", "PER.MIL"),
    ),
    (
        "Three men convicted of treason are hanged in Dhaka.",
        ("coerce.execution", "BGD.GOV", "BGD.CVL"),
    ),
    # forces, and what is closed or forbidden
    ("Kenyan soldiers are sent to Garissa to keep order.", ("mobilize.troops", "KEN.MIL", None)),
    ("The last Danish soldiers are withdrawn from Chad.", ("retreat.withdrawal", "DNK.MIL", None)),
    ("Public gatherings are banned in Multan.", ("coerce.restriction", "PAK.GOV", "PAK.CVL")),
    ("The Torkham crossing is closed after a quarrel.", ("sanction.border", "PAK.GOV", "AFG.GOV")),
    ("Hundreds rally in Multan against the price of flour.", ("protest", "PAK.CVL", "PAK.GOV")),
    # those who lead or speak for others
    (
        "The leader of the opposition is placed under house arrest in Harare.",
        ("coerce.arrest", "ZWE.GOV", "ZWE.OPP"),
    ),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_who_does_it_goes_without_saying(reader: Reader, text: str, act: tuple) -> None:
    assert coded(reader, text) == [act]


NONE = [
    "Two men are arrested in Multan for stealing bicycles.",
    "One of the hostages is executed after the deadline of the kidnappers.",
    "A woman sentenced for blasphemy in March lives abroad.",
    "Restrictions on movement stay banned, a poet writes.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_of_politics(reader: Reader, text: str) -> None:
    kinds = [kind for kind, _, _ in coded(reader, text)]
    assert not [kind for kind in kinds if kind.startswith(("coerce", "accuse"))]


def test_a_month_is_no_town(reader: Reader) -> None:
    text = "A Peruvian soldier is jailed for the killing of two farmers in March."
    assert all(event.get("country") != "AF" for event in read(reader, text, day=DAY))
