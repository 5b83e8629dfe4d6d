"""Several deeds in one sentence, told in a row: all of them, by the first and at the same one."""

import pytest

DAY = "2026-05-06"

ROWS = [
    # the parse takes the first for a part of the second, or a verb for a noun
    (
        "Chad suspends visa services for Sudanese, seals the border and sends troops there.",
        {"sanction.trade", "sanction.border", "mobilize.troops"},
    ),
    (
        "Chad closes its airspace, halts all trade with Sudan and expels envoys.",
        {"sanction.trade", "sanction.diplomatic"},
    ),
    # "instead" is of who rejects, and what "they" must do is demanded of the accused
    (
        "Chad rejects the claim that its jets were shot down and instead blames Sudan.",
        {"reject.accusation", "accuse"},
    ),
    (
        "Chad accuses Sudan of moving troops near the border and demands that they withdraw.",
        {"accuse", "demand.cooperation"},
    ),
    (
        "Khartoum summons the Chadian envoy, condemns the strikes and vows to respond.",
        {"accuse.complaint", "accuse.condemn", "threat.military"},
    ),
    (
        "Chad blames Sudan for the raid in Abeche, a charge Khartoum denies.",
        {"accuse", "reject.accusation"},
    ),
    # what a written thing says is said by its writer
    (
        "The Taliban releases a statement rejecting talks with Chad and leaves a hall in Kabul.",
        {"reject.proposal"},
    ),
]


@pytest.mark.parametrize(("text", "kinds"), ROWS)
def test_each_is_told(told, text, kinds):
    assert {e["kind"] for e in told(text)} == kinds


AT_THE_SAME = [
    ("Chad condemns the Sudanese raid and vows to retaliate.", "threat.military", "SDN"),
    ("Chad condemns the Sudanese raid and summons the envoy.", "accuse.complaint", "SDN"),
    (
        "Chad accuses Sudan of moving troops near the border and demands that they withdraw.",
        "demand.cooperation",
        "SDN",
    ),
]


@pytest.mark.parametrize(("text", "kind", "target"), AT_THE_SAME)
def test_they_are_at_the_same_one(told, text, kind, target):
    assert (kind, target) in [(e["kind"], e["target"]) for e in told(text)]


CONDITIONS = [
    "The president threatens Chad with sanctions should it leave the talks.",
    "Chad vows to strike back should Sudan cross the border.",
]


@pytest.mark.parametrize("text", CONDITIONS)
def test_should_is_a_condition(told, text):
    threats = [e["status"] for e in told(text) if e["kind"].startswith("threat")]
    assert threats == ["conditional"]


def test_a_police_with_a_name_of_two_halves(told):
    found = told("The Jammu and Kashmir Police detain nine men for staging protests in Srinagar.")
    assert [(e["kind"], e["initiator"]) for e in found] == [("coerce.arrest", "IND.COP")]


@pytest.mark.parametrize(
    "text", ["Chad buys tanks and arms depots in Kenya.", "Soldiers should rest, a doctor says."]
)
def test_nouns_stay_nouns(told, text):
    assert not {e["kind"] for e in told(text)} - {"demand"}
