"""Patience that runs out, and what would be an act of war: threats that name no deed."""

import pytest

DAY = "2026-05-06"

THREATS = [
    (
        "Chad's patience with the government of Sudan is running out, its foreign minister said.",
        ("threat", "TCD", "SDN.GOV"),
    ),
    ("Lima says its patience with Quito has limits.", ("threat", "PER", "ECU.GOV")),
    ("Kenya is losing patience with Uganda, a lawmaker warned.", ("threat", "KEN", "UGA")),
    ("Our patience is exhausted, the Chadian army tells Sudan.", ("threat", "TCD.MIL", "SDN")),
    (
        "Peru says any attempt by Chile to dam the river will be treated as an act of war.",
        ("threat.military", "PER", "CHL"),
    ),
    ("Kenya would regard a blockade as an act of war.", ("threat.military", "KEN", None)),
    (
        "A Sudanese raid would amount to a declaration of war, Chad's president told Sudan.",
        ("threat.military", "TCD.GOV", "SDN"),
    ),
    (
        "Kenya could go to war with Uganda if the talks fail, its defence minister says.",
        ("threat.military", "KEN", "UGA"),
    ),
    # what is feared of another state is a charge
    ("Chad says that an attack by Sudan is imminent.", ("accuse", "TCD", "SDN")),
]


@pytest.mark.parametrize(("text", "expected"), THREATS)
def test_it_is_a_threat(told, text, expected):
    assert [(e["kind"], e["initiator"], e["target"]) for e in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Time is running out for the divers in Chad, officials say.",
        "The patience of the clinic's patients is running out.",
        "The patience of Chad's coach is not exhausted.",
        "Shoppers in Lima are losing patience with power cuts.",
        "The fire was treated as an act of arson by police.",
        "Chad says that an attack by rebels is imminent.",
        "The band could go to war with its label.",
    ],
)
def test_it_is_none(told, text):
    assert told(text) == []
