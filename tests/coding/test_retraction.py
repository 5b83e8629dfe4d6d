"""What withdraws an earlier report, and what only denies it; sentences of our own."""

import pandas as pd
import pytest

from escalation.coding import code

DAY = pd.Timestamp("2024-03-15")


def coded(text: str) -> pd.DataFrame:
    row = {"document": "d", "text": text, "published": DAY, "known_at": DAY, "source": "s"}
    return code(pd.DataFrame([row]))


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        (
            "The blast that killed 12 people in Lima on Monday was caused by a gas cylinder, police"
            " now say.",
            "attack.bombing",
            "retraction+said",
        ),
        (
            "No bomb went off in Lima: the army withdraws its report.",
            "attack.bombing",
            "retraction",
        ),
        (
            "Reports of a strike in Puno were false, the ministry admitted.",
            "force.airstrike",
            "retraction",
        ),
        ("The army has withdrawn its report of an attack on a bus.", "attack", "retraction"),
        (
            "Monday's explosion at a market was not an attack but an accident, investigators found.",
            "attack.bombing",
            "retraction",
        ),
        ("The police chief admitted that the attack never took place.", "attack", "retraction"),
        ("An earlier report of a bombing in Lima is incorrect.", "attack.bombing", "retraction"),
        ("The attack on the bus in Lima was a hoax.", "attack", "retraction"),
        (
            "The five clerks thought killed in Monday's raid in Lima are alive.",
            "force.raid",
            "retraction+alive",
        ),
    ],
)
def test_a_report_that_is_withdrawn_is_one_event_of_that_status(text, kind, rule):
    events = coded(text)
    assert events["status"].tolist() == ["retracted"]
    assert (events["kind"].item(), events["rule"].item()) == (kind, rule)
    if rule == "retraction+alive":
        assert events["deaths_best"].item() == 5


@pytest.mark.parametrize(
    "text",
    [
        "Islamabad denies that it struck Khost.",
        "The ministry rejects reports of a raid in Puno as false.",
        "Peru says reports of a strike in Chile were false.",
        "The blast in Lima may have been caused by a gas cylinder, police say.",
        "The rebels say that the blast in Lima was an accident.",
        "Police are investigating whether the explosion in Lima was an accident.",
        "The blast in Lima was caused by a bomb hidden in a gas cylinder, police say.",
        "The group retracts its claim of responsibility for the attack in Lima.",
        "The attack in Lima was not an isolated act, the mayor said.",
        "The bombing in Lima did not kill anybody, police say.",
        "The drone strike in Puno was an accident, the general admitted.",
        "The army withdraws its troops after an attack in Lima.",
        "A second explosion in Lima was caused by a gas leak, police said.",
        "The army did not withdraw its report of an attack on a bus.",
        "The five clerks thought killed in the raid were alive when police came.",
        "The rebel leader is alive, contrary to reports of a raid that killed him.",
        "Reports of a strike in Puno were not false, the ministry admitted.",
    ],
)
def test_a_denial_a_guess_or_a_mistake_withdraws_nothing(text):
    assert not coded(text)["status"].eq("retracted").any()


def test_a_document_that_takes_back_its_own_words_tells_no_attack():
    events = coded(
        "A bomb killed three people in Lima on Thursday. The blast was caused by a gas leak, "
        "firefighters have found."
    )
    assert events["status"].tolist() == ["retracted"]
    assert events["place"].item() == "Lima"
