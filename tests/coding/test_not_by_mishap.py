"""What looks like a mishap and is an attack: tankers set on fire, trains derailed by explosions."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2019-05-14")

ATTACKS = [
    ("Fuel tankers are set on fire near Nowshera.", ["attack"]),
    ("A train derails after an explosion on the track in Bihar, killing nine.", ["attack.bombing"]),
    ("An explosion on a railway line derails a train in Sindh.", ["attack.bombing"]),
    ("In Tunis, a beggar died after being clubbed by soldiers.", ["attack.beating"]),
    ("Gunmen occupy a mosque in Hangu.", ["force.capture"]),
    # mishaps, and people who protest
    ("A fuel tanker overturns and catches fire near Multan, killing nine.", []),
    ("A train derails in Bihar, killing nine.", []),
    ("Protesters occupy a mosque in Lahore.", []),
]


@pytest.mark.parametrize(("text", "kinds"), ATTACKS)
def test_attacks_that_look_like_mishaps(violent_kinds, text, kinds):
    assert violent_kinds(text) == kinds


def test_a_funeral_with_a_rising_toll_tells_the_attack(told):
    text = "Nuns sing at the funeral of victims of a car bomb in Kano"
    (attack,) = told(f"{text} as the toll rises to 31.")
    assert (attack["status"], attack["deaths_best"]) == ("happened", 31)
    assert all(event["status"] != "happened" for event in told(f"{text}."))


def test_what_burns_after_a_strike_was_not_hit_by_it(told):
    text = "After a drone strike killed two elders in Kurram, NATO tankers are set ablaze near Nowshera."
    assert {(e["kind"], e["place"]) for e in told(text)} == {
        ("attack", "Nowshera"),
        ("force.drone", "Kurram"),
    }
