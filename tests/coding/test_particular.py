"""Deeds that a noun tells: whom it hit, where, at what cost, whatever verb stands over it."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent

DAY = pd.Timestamp("2018-03-14")

# text, kind, initiator, target
TOLD = [
    (
        "Shutters stayed down in Turbat after the killing of a union leader.",
        ("attack", "UNK", "PAK.LAB"),
    ),
    (
        "Aid work was halted following the fatal shooting of a UN clerk in Ghazni.",
        ("attack.shooting", "UNK", "IGO.CVL"),
    ),
    (
        "India recalled its envoy following the attack on pilgrims in Reasi.",
        ("attack", "UNK", "IND.CVL"),
    ),
    (
        "Riots followed the killing of a rebel leader in Kohlu.",
        ("attack", "UNK", "PAK.REB"),
    ),
    (
        "Shops are shut in Chaman in protest at the killing of two clerks by border guards.",
        ("force", "PAK.MIL", "PAK.CVL"),
    ),
    (
        "The envoy condemns the murder of four deminers in Baghlan.",
        ("attack", "UNK", "AFG.CVL"),
    ),
    (
        "Pakistan condemned an Indian drone strike on a shrine in Bahawalpur, which killed a boy.",
        ("force.drone", "IND.MIL", "PAK.CVL"),
    ),
    (
        "The United States apologised for a helicopter strike on a Pakistani post that killed two.",
        ("force.airstrike", "USA", "PAK.MIL"),
    ),
    (
        "A Taliban attack on a jail in Kandahar let 300 inmates escape.",
        ("attack", "AFG.REB.TALIBAN", "AFG.COP"),
    ),
    (
        "A bomb attack on a gas pipeline in Sui cut supplies to Lahore.",
        ("attack.bombing", "UNK", "PAK.CVL"),
    ),
    (
        "Nine policemen die following an ambush in Shikarpur.",
        ("attack.ambush", "UNK", "PAK.COP"),
    ),
    (
        "Six militants die following a clash with troops in Wana.",
        ("force.clash", "PAK.MIL", "PAK.REB"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_noun_that_says_whom_or_where_tells_of_a_deed(told, text, expected):
    [event] = [e for e in told(text) if is_violent(e)]
    assert (event["kind"], event["initiator"], event["target"]) == expected
    assert event["status"] == "happened"


def test_what_killed_is_the_strike_and_not_the_town_named_after_it(told):
    text = "The cabinet condemns a NATO air strike on cars in Uruzgan, in the south of the country,"
    [event] = [e for e in told(f"{text} which killed nine guards.") if is_violent(e)]
    assert (event["initiator"], event["deaths_best"]) == ("IGO.MIL.NATO", 9)


@pytest.mark.parametrize(
    "text",
    [
        "Officials condemned the killing of civilians.",
        "The film's attack on greed allowed its director to win a prize.",
        "The anniversary of the killing of a student in Mardan was marked by vigils.",
        "The fear of an attack on a mosque in Peshawar keeps worshippers away.",
        "A strike by teachers in Lahore closed schools.",
        "A court jailed three men for the murder of a cleric in Karachi.",
    ],
)
def test_what_is_only_spoken_of(told, text):
    assert [e for e in told(text) if is_violent(e)] == []
