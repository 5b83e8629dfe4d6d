"""A text that tells of more acts than one: none is swallowed by another."""

from collections import Counter

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2014-05-05")


@pytest.fixture(scope="module")
def acts(reader):
    def tell(text: str) -> list[tuple]:
        found = [e for e in read(reader, text, day=DAY) if is_violent(e)]
        return [(e["kind"], e.get("admin1"), e.get("deaths_best")) for e in found]

    return tell


SEVERAL = [
    (
        "Four porters were killed by a mine in Herat; two policemen were shot dead in Kabul.",
        [("attack.bombing", "Herat", 4), ("attack.shooting", "Kabul", 2)],
    ),
    (
        "A bomb in Herat kills four porters; gunmen shoot dead two policemen in Kabul.",
        [("attack.bombing", "Herat", 4), ("attack.shooting", "Kabul", 2)],
    ),
    (
        "Two nurses die by a suicide bomber in Kabul, while separately a crossfire kills three guards.",
        [("force.clash", "Kabul", 3), ("attack.suicide", "Kabul", 2)],
    ),
    (
        "Five soldiers are killed in Helmand and three policemen are killed in Herat.",
        [("attack", "Helmand", 5), ("attack", "Herat", 3)],
    ),
    (
        "A suicide bomber kills six in Kabul, while gunmen shoot dead a judge in Herat.",
        [("attack.shooting", "Herat", 1), ("attack.suicide", "Kabul", 6)],
    ),
    (
        "Two soldiers are killed in Helmand while four policemen die in an ambush in Herat.",
        [("attack", "Helmand", 2), ("attack.ambush", "Herat", 4)],
    ),
    (
        "Eleven policemen are killed by bomb blasts in Kunduz and Ghazni Province.",
        [("attack.bombing", "Ghazni", None), ("attack.bombing", "Kunduz", 11)],
    ),
    (
        "Two bombings in Herat and two more in Kabul kill nine people.",
        [("attack.bombing", "Herat", 9), ("attack.bombing", "Kabul", None)],
    ),
    (
        "Bombings at a hotel in Karachi kill 30 people, hours after a bombing at a bus stop killed"
        " nine people in the same city.",
        [("attack.bombing", "Sindh", 9), ("attack.bombing", "Sindh", 30)],
    ),
    (
        "Six people are killed in an attack by militants on a dam in Tank, Pakistan. Eight hostages"
        " are taken by the militants.",
        [("attack", "Khyber Pakhtunkhwa", 6), ("attack.abduction", "Khyber Pakhtunkhwa", None)],
    ),
    (
        "Eight soldiers are killed in an insurgent attack in Turbat, Pakistan. The army says that"
        " it killed two of the attackers in a clearance operation.",
        [("attack", "Balochistan", 8), ("force.operation", "Balochistan", 2)],
    ),
    (
        "A bomb kills two Polish soldiers in Ghazni. A Polish soldier is killed by an Afghan guard.",
        [("attack.bombing", "Ghazni", 2), ("attack", "Ghazni", 1)],
    ),
]


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_each_is_told(acts, text, told):
    assert Counter(acts(text)) == Counter(told)


ONE = [
    "Three farmers from Multan are killed and another wounded in a shooting in Turbat.",
    "The governor of Helmand is killed and six are injured when a car bomb explodes in Kabul.",
    "Six soldiers are killed in a suicide bombing in Bannu. Ten gunmen die in an ensuing shootout.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_is_one(acts, text):
    assert len(acts(text)) == 1


def test_strikes_from_the_air_are_no_walkout():
    found = read(Reader(None), "India launches strikes on Pakistan, killing three.", day=DAY)
    assert [e["kind"] for e in found] == ["force.airstrike"]
