"""How violence is told: what is no accident, from the air, of another day, told once more."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2018-03-14")  # a Wednesday
EVE = pd.Timestamp("2018-03-13")


@pytest.fixture(scope="module")
def told(reader):
    return lambda text: [e for e in read(reader, text, day=DAY) if is_violent(e)]


NO_ACCIDENT = [
    "Six people are killed in a bombing near a clinic in Khuzdar, during a measles vaccination.",
    "A bomb derails a goods train in Sibi, killing three people.",
    "A bicycle-borne bomb kills five people in Khost.",
    "Two fuel tankers are bombed in Jalalabad, killing nine people.",
]


@pytest.mark.parametrize("text", NO_ACCIDENT)
def test_a_bomb_is_no_accident(told, text):
    [event] = told(text)
    assert event["kind"] == "attack.bombing"
    assert event["status"] == "happened"


ACCIDENTS = [
    "Four people are killed by the accidental detonation of old shells in Khost.",
    "Two paratroopers are killed during a military drill near Quetta.",
    "A man kills his wife and two daughters in Karachi.",
    "A radio station in Kabul goes off air after a landslide.",
    "A gas cylinder explodes in a kitchen in Quetta, killing two people.",
]


@pytest.mark.parametrize("text", ACCIDENTS)
def test_what_goes_off_by_itself_is_no_attack(told, text):
    assert told(text) == []


def test_what_rebels_storm_is_no_storm(told):
    event, *_ = told(
        "Five Lashkar-e-Islam gunmen are killed after trying to storm a fort in Bannu. Two guards"
        " are also wounded in the gunfight."
    )
    assert event["deaths_low"] == 5


# text, kind, initiator, target, dead
READ = [
    (
        "The army launches a series of air strikes in Kandahar, killing 30 fighters.",
        ("force.airstrike", "AFG.MIL", "AFG.REB", 30),
    ),
    (
        "The Pakistan Air Force strikes positions of the TTP in Kurram, killing seven militants.",
        ("force.airstrike", "PAK.MIL", "PAK.REB.TTP", 7),
    ),
    (
        "A suicide bombing near an army truck in Quetta kills nine people.",
        ("attack.suicide", "UNK", "PAK.MIL", 9),
    ),
    (
        "A car bomb in Kabul targeting Omar Wardak, a lawmaker, kills four people.",
        ("attack.bombing", "UNK", "AFG.LEG", 4),
    ),
    (
        "A bomb explodes in Kabul, resulting in at least four deaths of international troops.",
        ("attack.bombing", "UNK", "IGO.MIL", 4),
    ),
    (
        "A bomb kills two foreign soldiers in Kabul.",
        ("attack.bombing", "UNK", "UNK.MIL", 2),
    ),
    (
        "Two rival groups of the Tehrik-i-Taliban Pakistan clash in Waziristan.",
        ("force.clash", "PAK.REB.TTP", "PAK.REB.TTP", None),
    ),
    (
        "Soldiers drive off the insurgents in Ghazni, killing at least 12 of them.",
        ("force.operation", "AFG.MIL", "REB", 12),
    ),
    (
        "Students marched after two protesters were killed in a clash with police in Herat.",
        ("force.clash", "AFG.COP", "AFG.OPP", 2),
    ),
    (
        "Militants blow up a truck in Khost, killing a major, three soldiers and two children.",
        ("attack.bombing", "AFG.REB", "AFG.MIL", 6),
    ),
    (
        "Mullah Rahim Zadran, a Taliban commander, is killed by a French drone strike in Wardak.",
        ("force.drone", "FRA.MIL", "AFG.REB.TALIBAN", 1),
    ),
    (
        "A World Food Programme convoy is attacked in Khost. Two people die.",
        ("attack", "UNK", "IGO", 2),
    ),
    (
        "Gunmen shoot dead a judge and his wife in Karachi.",
        ("attack.shooting", "UNK.REB", "PAK.JUD", 2),
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_hands_and_victims_are_those_told(told, text, expected):
    kind, initiator, target, dead = expected
    [event] = told(text)
    assert event["kind"] == kind
    assert event["initiator"] == initiator
    assert target in event["target"]
    assert event.get("deaths_low") == dead


def test_where_soldiers_flee_to_is_not_where_the_ground_was_lost(told):
    [event] = told(
        "The Taliban takes control of two districts of Badakhshan as Afghan troops flee into"
        " Tajikistan."
    )
    assert (event["kind"], event["country"]) == ("force.capture", "AF")


def test_another_blasts_day_is_not_the_armys(told):
    events = told("In response to yesterday's bombing in Sehwan, the army killed ten rebels.")
    days = {e["kind"]: (e["happened_from"], e["happened_to"]) for e in events}
    assert days["force.operation"] == (EVE, DAY)
    assert days["attack.bombing"] == (EVE, EVE)


def test_yesterdays_attack_is_not_todays(told):
    events = told(
        "A bomb kills 12 people in Kabul. Also, the death toll from yesterday's attack on a bank in"
        " Kabul is revised to 17."
    )
    assert [e["deaths_low"] for e in events] == [12, 17]


def test_the_second_this_year_is_the_one_told(told):
    [event] = told(
        "A bomb kills four people in Bamyan. This is the second attack in the province this year."
    )
    assert event["deaths_low"] == 4


def test_a_government_does_not_claim_its_own_attack(told):
    assert not any(
        e["initiator"].endswith("GOV")
        for e in told("Protesters met in Herat. The government claims they attacked a bank.")
    )


def test_what_came_of_a_clause_behind_is_told_with_it(told):
    first = told(
        "A man blows himself up at a gate in Tank, before gunmen open fire, killing six people and"
        " injuring nine others."
    )[-1]
    assert (first["deaths_low"], first["injured_low"]) == (6, 9)
