"""What a headline tells in short and its report at length is one happening."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2025-03-05")  # a Wednesday


@pytest.mark.parametrize(
    ("headline", "report", "kind", "day"),
    [
        ("Gunmen kill five soldiers in Bannu",
         "The attack happened late on Sunday near a checkpoint, officials said.",
         "attack.shooting", "2025-03-02"),
        ("Toll in Peshawar mosque blast rises to 40",
         "The death toll from a suicide bombing at a mosque in Peshawar on Monday has risen to 40.",
         "attack.suicide", "2025-03-03"),
        ("Army: 12 Militants Killed in North Waziristan",
         "Security forces killed 12 militants in an operation in North Waziristan on Monday.",
         "force.operation", "2025-03-03"),
        ("TWO BLASTS HIT MARKET IN QUETTA",
         "Two blasts at a market in Quetta wounded another nine people on Tuesday.",
         "attack.bombing", "2025-03-04"),
    ],
)  # fmt: skip
def test_a_headline_and_its_report_tell_one_event(told, headline, report, kind, day):
    (event,) = told(f"{headline}\n\n{report}")
    assert event["kind"] == kind
    assert event["happened_from"] == event["happened_to"] == pd.Timestamp(day)


@pytest.mark.parametrize(
    "report",
    ["A roadside bomb killed three policemen in Quetta on Tuesday.",
     "Gunmen killed two policemen in Bannu on Tuesday."],
)  # fmt: skip
def test_another_attack_below_a_headline_is_another(told, report):
    assert len(told(f"Gunmen kill five policemen in Bannu\n\n{report}")) == 2


def test_another_nine_hurt_are_of_the_same_attack(told):
    text = "A bomb killed two people in Quetta. The bombing in Quetta injured another nine people."
    (event,) = told(text)
    assert (event["deaths_best"], event["injured_best"]) == (2, 9)


def test_another_bombing_is_another(told):
    text = "A bomb killed two people in Quetta. Another bombing in Quetta injured nine people."
    assert len(told(text)) == 2


def test_two_separate_attacks_told_twice_are_told_once(told):
    text = "At least nine people were killed in two separate blasts in Quetta."
    assert len(told(f"{text} {text}")) == len(told(text))
