"""What somebody claims and another denies has not happened for the reading of it."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2022-03-14")

DENIED = [
    "The army disputes claims by the rebels that they have captured the town of Goma.",
    "The Afghan army rejects claims that its soldiers shelled Chaman.",
    "The governor said reports that insurgents had captured a base in Badghis were untrue.",
    "Reports that rebels have seized the airport of Goma are false, the governor said.",
    "Pakistan's army dismissed as false a claim by the Taliban that they had shot down a drone.",
    "Kabul dismissed as baseless reports that Taliban fighters had shelled Chaman.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_did_not_happen(told, text: str) -> None:
    found = told(text)
    assert {e["status"] for e in found if e["kind"].startswith("force")} <= {"denied"}
    assert "reject.accusation" in [e["kind"] for e in found]


CLAIMED = [
    "The BLA repeated its claim that it had killed 25 soldiers in Kalat.",
    "The rebels claimed to have captured a police station in Quetta.",
]


@pytest.mark.parametrize("text", CLAIMED)
def test_what_only_one_side_claims_is_claimed(told, text: str) -> None:
    assert [e["status"] for e in told(text)] == ["claimed"]


def test_a_report_that_is_confirmed_tells_what_happened(told) -> None:
    found = told("A report that a bomb had killed nine in Herat was confirmed by the governor.")
    assert ("attack.bombing", "happened") in [(e["kind"], e["status"]) for e in found]


def test_rebels_take_a_police_station(told) -> None:
    found = told("The rebels captured a police station in Quetta.")
    assert [(e["kind"], e["target"]) for e in found] == [("force.capture", "PAK.COP")]


def test_soldiers_whom_the_enemy_says_were_killed_were_killed_by_him(told) -> None:
    found = told(
        "Chad claims to have killed 90 Sudanese soldiers, while Sudan says 40 Chadian soldiers "
        "were killed."
    )
    sides = [(e["kind"], e["initiator"], e["target"]) for e in found]
    assert ("force", "SDN.MIL", "TCD.MIL") in sides


def test_soldiers_whose_death_another_only_reports_were_killed_by_nobody_told(told) -> None:
    found = told("Kenya says two Chadian soldiers were killed.")
    assert [e["initiator"] for e in found] == ["UNK"]
