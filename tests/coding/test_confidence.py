"""A confidence is a share of right events: between its bounds, and higher for surer readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.confidence import (
    FAMILIES,
    Calibration,
    calibration,
    family,
    who_is_known,
)

SHARES = st.floats(0.0, 1.0)


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("violence+update", "violence"),
        ("verb:sign", "words"),
        ("verb:sign+classifier", "retold"),
        ("violence+classifier", "retold"),
        ("classifier:put+at-home", "heard"),
        ("claim", "words"),
    ],
)
def test_family_of_a_rule(rule, name):
    assert family(rule) == name


def test_worked_answer():
    # logit 0.8 = ln 4; 0 + 0.5 ln 4 + ln 1.5 = ln 3, and 3 to 1 is three quarters
    numbers = Calibration({"words": 0.0}, {"words": 0.5}, pair=0.4054651081, unnamed=0.0, told=0.0)
    assert numbers.right(0.8, "words", pair=True, told=False) == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("way", "initiator", "target", "known"),
    [
        ("violence", "IND.MIL", "PAK.CVL", (True, False)),
        ("violence", "UNK.REB", "PAK.CVL", (False, True)),
        ("violence", None, "PAK.CVL", (False, True)),
        ("violence", "UNK", "UNK.CVL", (False, False)),
        ("words", "UNK.GOV", "PAK.CVL", (False, False)),
    ],
)
def test_a_hand_that_nobody_names_is_known_to_be_unknown(way, initiator, target, known):
    assert who_is_known(way, initiator, target) == known


def test_an_attack_by_an_unknown_hand_is_believed():
    said = {unnamed: calibration().right(0.9, "violence", pair=False, unnamed=unnamed, told=True)
            for unnamed in (False, True)}  # fmt: skip
    assert said[False] < 0.5 < said[True]


@given(low=SHARES, high=SHARES, name=st.sampled_from(FAMILIES), told=st.booleans())
def test_surer_readings_are_right_more_often(low, high, name, told):
    low, high = sorted((low, high))
    one = calibration().right(low, name, pair=False, told=told)
    other = calibration().right(high, name, pair=False, told=told)
    assert 0 < one <= other < 1
    assert other <= calibration().right(high, name, pair=True, told=told)
