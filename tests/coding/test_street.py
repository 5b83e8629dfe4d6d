"""Protests told beside other deeds, and crowds that run riot."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import read

DAY = pd.Timestamp("2021-05-05")


def _kinds(reader: Reader, text: str) -> list[str]:
    return [e["kind"] for e in read(reader, text, day=DAY)]


BESIDE = [
    "Four people are shot dead on the fourth day of protests in Herat over the fall of a bridge.",
    "Six people are killed in the deadliest day of protests in Quetta.",
    "The death toll from protests in Karachi rises to 40.",
    "Two students are arrested in Lahore during a protest against the price of bread.",
    "Police disperse a protest by teachers in Quetta.",
    "Taliban fighters beat women who were protesting in Kabul.",
    "Police shoot dead three people protesting in Quetta.",
    "Hundreds of students rally in front of parliament in Islamabad in support of a jailed poet.",
    "Protesters in Lahore wave shoes at the palace.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_a_protest_beside_what_befell_it(reader, text):
    assert "protest" in _kinds(reader, text)


def test_the_protest_told_again_is_no_second_one(reader):
    text = "Teachers protest in Quetta. Two men are hurt during the protest."
    assert _kinds(reader, text).count("protest") == 1


def test_what_it_is_over_is_not_where_it_is(reader):
    text = "Two men are held in Lahore during a protest against the war in Gaza."
    [protest] = [e for e in read(reader, text, day=DAY) if e["kind"] == "protest"]
    assert (protest["country"], protest["initiator"]) == ("PK", "PAK.CVL")


def test_those_who_died_in_protests_are_counted(reader):
    [protest] = read(reader, "Nine people have died in a second day of riots in Karachi.", day=DAY)
    assert (protest["kind"], protest["deaths_best"]) == ("protest.riot", 9)


RIOTS = [
    ("Violence breaks out during protests by teachers in Lahore.", "PAK.CVL", "PAK.GOV"),
    ("Afghan protesters attack a Polish base in Ghazni.", "AFG.OPP", "POL.MIL"),
    ("An angry mob attacks a police station in Charsadda, Pakistan.", "PAK.CVL", "PAK.COP"),
    ("A mob sets fire to a police station in Charsadda, Pakistan.", "PAK.CVL", "PAK.COP"),
    ("Protesters try to storm the French embassy in Islamabad.", "PAK.OPP", "FRA.GOV"),
    (
        "Two are killed in clashes between police and supporters of the president in Lahore.",
        "PAK.OPP",
        "PAK.COP",
    ),
]


@pytest.mark.parametrize(("text", "initiator", "target"), RIOTS)
def test_a_crowd_that_attacks_riots(reader, text, initiator, target):
    [riot] = read(reader, text, day=DAY)
    told = (riot["kind"], riot["status"], riot["initiator"], riot["target"])
    assert told == ("protest.riot", "happened", initiator, target)


NO_RIOT = [
    ("A mob kills a man in Sialkot.", "attack"),
    ("Rebels attack a police station in Quetta.", "attack"),
]


@pytest.mark.parametrize(("text", "kind"), NO_RIOT)
def test_to_kill_is_no_riot(reader, text, kind):
    assert all(k.startswith(kind) for k in _kinds(reader, text))
