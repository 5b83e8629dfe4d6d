"""Attacks that were tried or beaten back, claimed or blamed: what happened and what did not."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2021-05-14")

STATUS = [
    # a fight was fought
    ("Iraqi troops repel an Islamic State attack on Kirkuk, killing 30 insurgents.", "happened"),
    ("Six gunmen are killed after trying to storm a base in Bannu, Pakistan.", "happened"),
    ("Soldiers killed four militants who tried to attack a post in Bannu, Pakistan.", "happened"),
    # it came to none
    ("Iraqi troops repelled an attack on the city of Kirkuk.", "failed"),
    ("Police foiled an attack on a church in Lahore, Pakistan, and killed two rebels.", "failed"),
    ("Gunmen tried to storm a base in Bannu, Pakistan, but fled.", "failed"),
    # whose it was is claimed or supposed, not that it was
    (
        "The Iraqi group Lions of Kirkuk claims to be responsible for a suicide bomber who hit"
        " a market in Mosul, Iraq.",
        "happened",
    ),
    (
        "The Islamic State is suspected of being responsible for a blast that kills nine people in"
        " Mosul, Iraq.",
        "happened",
    ),
    (
        "Two bombs kill nine in Mosul, Iraq, one at a bakery and the other in an ambush of an army"
        " convoy; a Sunni group reportedly claims responsibility.",
        "happened",
    ),
    # that it was is claimed
    ("The Islamic State claims to have killed nine soldiers in Mosul, Iraq.", "claimed"),
    ("Police accuse the Islamic State of killing nine people in Mosul, Iraq.", "claimed"),
    ("A man accused of killing a judge is arrested in Sukkur, Pakistan.", "claimed"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_the_status_of_an_attack(reader, text, status):
    events = read(reader, text, day=DAY)
    assert [e["status"] for e in events if e["kind"].startswith("attack")] == [status]


TOLD = [
    ("Peru's government asks for troops to be sent to Lima.", [("demand", "PER.MIL")]),
    ("Peru's government deploys troops in Lima.", [("mobilize.troops", None)]),
    ("Peru calls up 2,000 reservists.", [("mobilize.troops", None)]),
    (
        "The President of Brazil Ana Lopez and the President of Peru Rui Costa meet in Quito to"
        " discuss Angola and Syria.",
        [("talks.meeting", "PER.GOV")],
    ),
    ("The President of Brazil meets the premier of Angola.", [("talks.meeting", "AGO.GOV")]),
]


@pytest.mark.parametrize(("text", "acts"), TOLD)
def test_what_is_called_for_and_talked_about(reader, text, acts):
    events = read(reader, text, day=DAY)
    assert [(e["kind"], e.get("target")) for e in events] == acts
