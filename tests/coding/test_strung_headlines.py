"""Headlines strung together by ";": each is one of its own, and a later one may know of more."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2019-10-08")
STRUNG = [
    ("Bomb kills three guards: police;Seven guards killed in suicide attack in Khost", 7, None),
    ("Blast at mosque kills 4;Bomber kills 11, wounds 30 at mosque in Herat", 11, 30),
    ("Bomb kills two, wounds 9 in Ghazni;Blast in Ghazni kills five", 5, 9),
    (
        "Bomb toll in Herat rises to 12 - police;Herat bomb kills 20;Nine die in Herat bomb",
        20,
        None,
    ),
    ("Nurse shot dead in NW Pakistan: officials;Nurse shot dead in Pakistan", 1, None),
    (
        "Rocket kills four policemen in Quetta;Taliban attack kills five policemen in Pakistan",
        5,
        None,
    ),
    ("Guard shot dead in Lahore: officials;Gunmen kill two guards in Lahore", 2, None),
]


@pytest.mark.parametrize(("text", "dead", "hurt"), STRUNG)
def test_the_most_that_a_headline_tells_of_an_attack_is_its_toll(told, text, dead, hurt):
    (event,) = told(text)
    assert (event.get("deaths_best"), event.get("injured_best")) == (dead, hurt)


def test_the_speaker_before_a_joint_is_no_party(told):
    (event,) = told("Nurse shot dead in NW Pakistan: officials;Nurse shot dead in Pakistan")
    assert (event["initiator"], event["target"]) == ("UNK", "PAK.CVL")
    assert event["attribution"] == "officials"


def test_a_headline_may_begin_with_a_number(told):
    (event,) = told("Five guards killed in Khost clash with rebels: army;5 guards killed in Khost")
    assert event["deaths_best"] == 5


def test_in_prose_a_second_toll_is_of_another_attack(told):
    text = "A bomb kills three in Khost. An explosion kills two in Khost."
    assert [event["deaths_best"] for event in told(text)] == [3, 2]


def test_who_fought_whom_is_not_turned_about(told):
    text = (
        "Two Pakistani soldiers die in gun battle with gunmen along the frontier"
        ";Two Pakistani soldiers killed in clash with rebels: army"
    )
    (event,) = told(text)
    assert event["initiator"].endswith(".REB") and event["target"] == "PAK.MIL"


def test_who_kills_others_in_another_way_did_another_deed(told):
    text = "Rocket kills six soldiers in Balochistan;Pakistani army says four rebels killed in Balochistan"
    assert [event["target"] for event in told(text)] == ["PAK.MIL", "PAK.REB"]
