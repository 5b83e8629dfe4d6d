"""Kinds that words suggest and the sentence does not mean: by what hand, in what writing, why."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent

DAY = pd.Timestamp("2022-03-14")

BLASTS = [
    # who is beheaded is not shot
    ("Militants beheaded three farmers in Kunar.", "attack"),
    ("A group claimed responsibility for the beheading of a farmer in Kunar.", "attack"),
    # soldiers with explosives are no aircraft
    ("Indian soldiers blew up the house of a militant in Pulwama.", "force.operation"),
    ("Israeli soldiers blew up 20 houses in the village of Kfar Kila in Lebanon.", "force"),
    ("Pakistani jets blew up a camp in Khost.", "force.airstrike"),
    # what is shot down strikes nobody
    ("India says it shot down Pakistani drones and missiles aimed at 15 cities.", "force"),
    # strikes that go on, wherever the parse hangs what they are on
    ("Israel resumes strikes on Gaza.", "force.airstrike"),
    ("Kenya renewed strikes on Garissa.", "force.airstrike"),
    ("Russian missiles blew up a depot in Odesa.", "force.airstrike"),
]


@pytest.mark.parametrize(("text", "kind"), BLASTS)
def test_by_what_means(violent_kinds, text: str, kind: str) -> None:
    assert violent_kinds(text) == [kind]


PAPERS = [
    ("A Kenyan watchdog released a report accusing Chad of wasting millions in aid.", "accuse"),
    ("Pakistan's foreign ministry issued a statement condemning the Indian strikes.", "accuse"),
    ("The European Parliament adopted a resolution urging Chad to reopen schools.", "demand"),
]


@pytest.mark.parametrize(("text", "kind"), PAPERS)
def test_what_a_paper_says_is_said_by_those_who_publish_it(told, text: str, kind: str) -> None:
    found = [e for e in told(text) if not is_violent(e)]
    assert [e["kind"].split(".")[0] for e in found] == [kind]
    assert found[0]["initiator"] is not None


NOTHING = [
    "The United States withdrew diplomats from Erbil due to threats.",
    "Peru closed its embassy in Kabul over security fears.",
    "The White House said that it stands behind the decision.",
    "A former premier of Peru endorsed the candidate of his party.",
    "The former premier of Peru drops out of the presidential election and endorses his rival.",
    "Peru's interior minister removed the prosecutor from the case.",
    "Chile dismissed the vote in Peru as an internal matter.",
    # whom one man's flight, a building, a mission's name and a fleet of drones do nothing to
    "A Chilean soldier was removed from Sudan to Kenya.",
    "Chad approves the construction of a $10 million Chinese base.",
    "Peru has 70 soldiers in Mali on a train, advise and assist tour.",
    "The British drones operating in Kenya are controlled from London.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_needs_own_choices_and_elections_are_no_steps_towards_others(told, text: str) -> None:
    assert told(text) == []


def test_who_ends_a_siege_by_fighting_yields_nothing(told) -> None:
    text = "Troops ended a 12-hour siege of a hotel in Kabul, killing all five attackers."
    assert [e["kind"] for e in told(text)] == ["force.operation"]


def test_talks_that_fail_were_held_and_refused_by_nobody(told) -> None:
    found = told("Peru and Chile hold talks in Lima but fail to reach a breakthrough.")
    assert [e["kind"].split(".")[0] for e in found] == ["talks"]


def test_teachers_who_resume_a_strike_hit_nobody(violent_kinds) -> None:
    assert violent_kinds("Teachers resume a strike on January 9 in Kenya.") == []


def test_who_denies_stealing_withholds_nothing(told) -> None:
    kinds = [e["kind"] for e in told("A bishop of Peru denies stealing church funds.")]
    assert "sanction.aid" not in kinds


def test_to_recall_an_envoy_over_a_raid_is_a_step(told) -> None:
    found = told("Peru recalled its ambassador from Chile over the raid.")
    assert [e["kind"] for e in found] == ["sanction.diplomatic"]


REMEMBERED = [
    "A politician in Kenya puts a bounty on the person who kills a film maker.",
    "A study found that rebel attacks killed 5,000 people in November.",
    "Peru and Chile agreed to eliminate terrorism.",
]


@pytest.mark.parametrize("text", REMEMBERED)
def test_what_whoever_may_do_and_what_studies_count_does_not_happen(told, text: str) -> None:
    assert {e["status"] for e in told(text) if is_violent(e)} <= {"recalled"}


def test_troops_eliminate_militants(violent_kinds) -> None:
    assert violent_kinds("Troops eliminated nine militants in Tank.") == ["force.operation"]
