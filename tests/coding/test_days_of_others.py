"""Days that a sentence tells of something else: a ban that is lifted, what an apology is for."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2014-05-09")  # a Friday

TODAY = [
    "Judges in Nairobi lift a ban on a play imposed nine days ago.",
    "Chad ends a blockade begun in March.",
    "The army reopened a bridge closed three weeks ago after an ambush.",
    "Gunmen shot dead a mayor who had escaped an ambush last month.",
    "A Swiss engineer abducted twelve days ago is set free by the rebels.",
    "Al-Shabaab frees a pilot whom it is keeping hostage since March.",
    "A bomb kills two monks in Pattani, the first time that monks were killed there this year.",
    "A sailor is charged with the murder of a waiter, whose 3 May stabbing was seen by many.",
    "Prosecutors charge three soldiers with killing two farmers earlier this year.",
    "The rebels offer to swap a pilot for a preacher recently jailed in Chad.",
    "Denmark's queen condemns the arson attack in Lima, one day earlier.",
    "Chad apologizes for the sinking of a ferry on Tuesday in Faya, blaming smugglers.",
    "Guards prepare for attacks on dancing at a feast on Saturday.",
]


@pytest.mark.parametrize("text", TODAY)
def test_what_is_told_of_now_is_no_day_of_what_it_is_about(told, text):
    event = next(e for e in told(text) if e["kind"] != "attack.abduction" and not _laid(e))
    assert event["happened_to"] == DAY
    assert event["happened_from"] >= DAY - pd.Timedelta(days=1)


def _laid(event: dict) -> bool:
    return event["status"] == "claimed"


def test_what_is_said_in_passing_is_dated_as_what_it_is_said_with(told):
    text = (
        "Kenya apologizes for the shooting of sailors on Tuesday in Mombasa, blaming pirates for"
        " the mix-up."
    )
    blame = next(e for e in told(text) if e["kind"] == "accuse")
    assert blame["happened_to"] == DAY


OWN_DAY = [
    ("Thousands joined a march organised by clerics on Wednesday in Multan.", "2014-05-07"),
    ("Two soldiers were killed in a raid carried out on Tuesday by rebels in Faya.", "2014-05-06"),
    ("Rebels attacked a convoy escorted by soldiers two days ago in Faya.", "2014-05-07"),
]


@pytest.mark.parametrize(("text", "day"), OWN_DAY)
def test_what_tells_of_the_act_itself_dates_it(told, text, day):
    assert {e["happened_from"] for e in told(text)} == {pd.Timestamp(day)}


def test_what_is_planned_for_this_year_is_still_to_come(told):
    text = "Peru plans to withdraw its gunners from Haiti this year."
    assert min(e["happened_from"] for e in told(text)) == DAY


def test_hostages_are_no_hand(told):
    text = "Al-Shabaab frees one of the five Swiss hostages kidnapped last month."
    taken = next(e for e in told(text) if e["kind"] == "attack.abduction")
    assert (taken["initiator"], taken["target"]) == ("SOM.REB", "CHE.CVL")
