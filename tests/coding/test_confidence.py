"""A confidence is a share of right events: between its bounds, and higher for surer readings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.auditing.confidence import (
    FAMILIES,
    Calibration,
    calibrations,
    family,
    traits,
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


def event(**told):
    plain = {"kind": "talks", "initiator": "IND.GOV", "target": None, "rule": "verb:meet",
             "deaths_best": None, "confidence": 0.8}  # fmt: skip
    return plain | told


def test_worked_answer():
    # logit 0.8 = ln 4; 0.5 ln 4 + ln 1.5 = ln 3, and 3 to 1 is three quarters; ln 3 more is 9 to 1
    numbers = Calibration(
        {"words": 0.0}, {"words": 0.5}, {"agree": 1.0986122887},
        pair=0.4054651081, unnamed=0.0, toll=0.0,
    )  # fmt: skip
    assert numbers.right(event(target="PAK.GOV")) == pytest.approx(0.75)
    assert numbers.right(event(target="PAK.GOV", kind="agree.deal")) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("rule", "initiator", "target", "deaths", "found"),
    [
        ("violence", "IND.MIL", "PAK.CVL", 3.0, (True, False, True)),
        ("violence", "UNK.REB", "PAK.CVL", float("nan"), (False, True, False)),
        ("violence", None, "PAK.CVL", None, (False, True, False)),
        ("violence", "UNK", "UNK.CVL", 2.0, (False, False, True)),
        ("verb:meet", "UNK.GOV", "PAK.CVL", 2.0, (False, False, False)),
    ],
)
def test_a_hand_that_nobody_names_is_known_to_be_unknown(rule, initiator, target, deaths, found):
    told = event(rule=rule, initiator=initiator, target=target, deaths_best=deaths)
    assert traits(told) == found


@pytest.mark.parametrize("place", ["alone", "told"])
def test_an_attack_by_an_unknown_hand_is_believed(place):
    attack = event(kind="attack.bombing", rule="violence", confidence=0.9, initiator=None)
    said = {target: calibrations()[place].right(attack | {"target": target, "deaths_best": 4.0})
            for target in (None, "PAK.CVL")}  # fmt: skip
    assert said[None] < said["PAK.CVL"]
    assert said["PAK.CVL"] > 0.5


RULES = {"violence": "violence", "words": "verb:meet", "retold": "verb:meet+classifier",
         "heard": "classifier:talks"}  # fmt: skip


@given(
    low=SHARES,
    high=SHARES,
    name=st.sampled_from(FAMILIES),
    place=st.sampled_from(["alone", "told"]),
)
def test_surer_readings_are_right_more_often(low, high, name, place):
    low, high = sorted((low, high))
    numbers, told = calibrations()[place], event(rule=RULES[name])
    one, other = (numbers.right(told | {"confidence": share}) for share in (low, high))
    assert 0 < one <= other < 1
    assert other <= numbers.right(told | {"confidence": high, "target": "PAK.GOV"})
