"""What fighters come, are sent or are on the way for is not yet done, nor of the kind that it is."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2024-05-03")


TOLD = [
    (
        "Seven militants were killed by Iranian guards after they crossed the border to carry out"
        " bombings in Zahedan.",
        ["force.operation"],
    ),
    ("Tactics used by the insurgents to fight NATO are now turned against the new rulers.", []),
    ("The fighters slipped into Tajikistan in order to attack a mine, the ministry said.", []),
    (
        "Fighters attempting to enter Pakistan from Afghanistan to carry out attacks were killed"
        " by soldiers.",
        ["force.operation"],
    ),
    ("The men were sent to bomb the consulate in Herat, the spokesman said.", []),
    ("Eight men infiltrated into Kupwara to target army camps, police said.", []),
    (
        "Border guards shot dead five gunmen who had come from Khost to ambush a convoy.",
        ["force.shooting"],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_they_came_for_was_not_done(violent_kinds, text, told):
    assert violent_kinds(text) == told


DONE = [
    ("Soldiers crossed the line to destroy launch pads, killing three men.", ["force"]),
    ("Rebels crossed into Kurram to attack a post, killing two soldiers.", ["attack"]),
    ("Militants used a drone to bomb a police station in Bannu.", ["attack.bombing"]),
    ("The attackers returned to shoot at ambulances in Jalalabad.", ["attack.shooting"]),
    (
        "A suicide bomber drove a car into a bank in Gardez to kill soldiers who were there.",
        ["attack.suicide"],
    ),
]


@pytest.mark.parametrize(("text", "told"), DONE)
def test_what_was_done_is_told_all_the_same(violent_kinds, text, told):
    assert violent_kinds(text) == told
