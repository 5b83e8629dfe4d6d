"""Attacks in places that are named in a row, other attacks told beside, and ground that is taken."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2019-06-12")


@pytest.fixture(scope="module")
def told(reader):
    return lambda text: [e for e in read(reader, text, day=DAY) if is_violent(e)]


IN_A_ROW = [
    ("Two bombings kill 13 people in Kunduz and Takhar provinces.", {"Kunduz", "Takhar"}),
    ("Suicide bombers strike in Kabul and Jalalabad.", {"Kabul", "Jalalabad"}),
    ("Attacks in Quetta, Peshawar and Karachi leave 12 dead.", {"Quetta", "Peshawar", "Karachi"}),
    ("The army kills four militants in raids in Bannu, Khyber Pakhtunkhwa, and Kech, Balochistan.",
     {"Bannu", "Kech"}),
    ("Indian strikes hit Bahawalpur and Multan, killing eight.", {"Bahawalpur", "Multan"}),
    ("Jets pounded Khost, Kunar and Paktika, killing at least 40 people.",
     {"Khost", "Kunar", "Paktika"}),
    ("Rockets hit a market in Ghazni and a school in Kunduz.", {"Ghazni", "Kunduz"}),
    ("The raids killed six people in Khost, four in Kunar and two in Paktika.",
     {"Khost", "Kunar", "Paktika"}),
    ("Pakistani jets struck targets in Kabul and Khost, killing 12.", {"Kabul", "Khost"}),
    ("The Taliban captured Kunduz and Taloqan on Sunday.", {"Kunduz", "Taloqan"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), IN_A_ROW)
def test_each_place_has_its_attack(told, text, places):
    events = told(text)
    assert sorted(e["place"] for e in events) == sorted(places)
    assert len({e["kind"] for e in events}) == 1


def test_a_toll_of_all_places_is_told_once_and_says_so(told):
    events = told(
        "Two bombings kill 13 people in Kunduz and Takhar provinces. A group claims both."
    )
    counted = [e for e in events if e.get("deaths_best")]
    assert [(e["place"], e["deaths_best"]) for e in counted] == [("Kunduz", 13)]
    assert "2 places" in counted[0]["reason"]


ONE_PLACE = [
    "A bomb in Chaman, Balochistan, Pakistan, kills three people.",
    "A gunman kills five people in Kabul and Herat.",
    "A suicide bomber kills nine people between Quetta and Mastung.",
    "Guards of both countries exchange fire in Kunar and Bajaur.",
]


@pytest.mark.parametrize("text", ONE_PLACE)
def test_one_attack_has_one_place(told, text):
    assert len(told(text)) == 1


def test_what_is_told_meanwhile_is_another_attack(told):
    bombing, other = told(
        "A roadside bomb kills six civilians in Helmand. Meanwhile, gunmen stop a van in northern"
        " Afghanistan and shoot dead three of its passengers."
    )
    assert (bombing["deaths_best"], other["deaths_best"]) == (6, 3)


TAKEN = [
    "The Taliban captures Ghazni.",
    "Ghazni falls to the Taliban.",
    "The Taliban gains control of two districts in Ghazni.",
    "The Taliban seizes three checkpoints in Ghazni.",
]


@pytest.mark.parametrize("text", TAKEN)
def test_ground_is_taken_from_the_state(told, text):
    [event] = told(text)
    assert event["kind"] == "force.capture"
    assert event["initiator"] == "AFG.REB.TALIBAN"
    assert event["target"] in ("AFG.GOV", "AFG.COP")
    assert event["admin1"] == "Ghazni"


def test_an_offensive_and_the_ground_it_took_are_two(told):
    kinds = {e["kind"] for e in told(
        "Baloch militants launch an attack on an army base in Kalat, gaining control of a highway."
    )}  # fmt: skip
    assert kinds == {"attack", "force.capture"}


AIMS = [
    "The Taliban launches an offensive to capture the city of Kunduz.",
    "Rebels attack three posts in Mali in order to seize the town of Kidal.",
]


@pytest.mark.parametrize("text", AIMS)
def test_what_an_offensive_is_for_is_not_taken(told, text):
    assert "force.capture" not in {e["kind"] for e in told(text)}


def test_the_province_after_two_districts_is_no_third(told):
    events = told("Airstrikes in Barmal and Urgun, Paktia Province, Afghanistan, kill ten people.")
    assert {e["place"] for e in events} == {"Barmal", "Urgun"}


def test_the_military_is_who_acts(told):
    [event] = told("The military retake a barracks in Kunduz.")
    assert (event["kind"], event["initiator"]) == ("force.capture", "AFG.MIL")


def test_a_ceasefire_violation_is_one(told):
    [event] = told("A truce violation by Armenia leaves two Azerbaijani soldiers dead.")
    assert event["kind"] == "force.violation"
    assert (event["initiator"], event["target"]) == ("ARM", "AZE.MIL")


def test_each_town_that_is_captured_is_one(told):
    events = told(
        "The Taliban seizes the city of Zaranj, the capital of Nimruz Province, as well as the city"
        " of Asadabad, the capital of Kunar Province."
    )
    assert {e["admin1"] for e in events} == {"Nimroz", "Kunar"}


WHOSE = [
    ("A Pakistani Shaheen-2 missile is intercepted over Delhi, India.", "PAK.MIL", "force"),
    ("Kandahar police chief Omar Khan is shot dead by a guard.", "AFG.COP", "attack"),
    ("An Afghan soldier kills two American soldiers in an insider attack in Zabul.",
     "AFG.MIL", "attack"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "initiator", "family"), WHOSE)
def test_whose_hand_it_was(told, text, initiator, family):
    [event] = told(text)
    assert (event["initiator"], event["kind"].split(".")[0]) == (initiator, family)


ATTACKED = [
    ("The Taliban attack an intelligence building in Ghazni, leaving 11 people dead.", "AFG.SPY"),
    ("Afghan general and Ghazni police chief Abdul Karim Wardak is assassinated.", "AFG.COP"),
]


@pytest.mark.parametrize(("text", "target"), ATTACKED)
def test_who_was_attacked(told, text, target):
    assert [e["target"] for e in told(text)] == [target]


def test_a_general_is_no_town(told):
    [event] = told("A guard is killed in Kandahar in an attack on U.S. general Austin B. Moore.")
    assert event["country"] == "AF"


def test_who_was_hurt_before_a_transplant(told):
    [event] = told("Doctors in Lima perform a transplant for a soldier injured in Helmand.")
    assert event["status"] == "recalled"


SIDES = [
    ("Gunmen storm an army camp in Quetta and six soldiers and four gunmen are killed.", "PAK.MIL"),
    ("Two suicide bombers attacked Kabul.", "AFG.CVL"),
    ("The Pakistani army kills twelve Taliban fighters.", "PAK.REB.TTP"),
    ("Islamic State fighters kill five Taliban fighters in Nangarhar.", "AFG.REB.TALIBAN"),
]


@pytest.mark.parametrize(("text", "target"), SIDES)
def test_the_other_side(told, text, target):
    assert [e["target"] for e in told(text)] == [target]


def test_a_people_is_no_parish(told):
    [event] = told("Gunmen attack the German consulate in Mazar-i-Sharif.")
    assert (event["country"], event["target"]) == ("AF", "DEU.GOV")


def test_a_bomb_that_rips_through_a_market(told):
    [event] = told("A bomb rips through a crowded market in southern Pakistan, killing 14.")
    assert (event["kind"], event["country"]) == ("attack.bombing", "PK")


def test_who_fires_shots(told):
    [event] = told("India states that two guards were killed when Pakistan fires shots at a post.")
    assert (event["kind"], event["initiator"]) == ("force.shooting", "PAK.GOV")


def test_another_bomb_with_a_toll_of_its_own_is_another(told):
    one, other = told(
        "A bomb kills three soldiers in east Afghanistan. An explosion in Lashkar Gah in Helmand"
        " kills two people."
    )
    assert (one["deaths_best"], other["deaths_best"]) == (3, 2)


def test_the_same_bomb_told_again_is_one(told):
    assert len(told("A bomb kills nine people in Kabul. The explosion killed two children.")) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gunmen attack a bus near Mastung. A bridge was blown up in Kalat.", ["Kalat", "Mastung"]),
        ("Gunmen kill two policemen in Bannu. Gunmen fire at a post in Tank.", ["Bannu", "Tank"]),
        ("A bomb kills four in Quetta. The bomb was planted near a bank.", ["Quetta"]),
    ],
)
def test_towns_of_two_districts_are_two_attacks(told, text, places):
    assert sorted(e["place"] for e in told(text)) == places


def test_arrests_in_two_towns_are_two(reader):
    text = "Police arrest nine men in Lahore. Police arrest four men in Multan."
    assert [e["place"] for e in read(reader, text, day=DAY)] == ["Lahore", "Multan"]
