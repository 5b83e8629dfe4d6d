"""Talks, truces and restrictions in the ways that agencies tell them, and whom they concern."""

import pytest

DAY = "2026-05-06"

ACTS = [
    # where they meet is none of those who agree
    (
        "After three days of talks in Lima, Chad and Sudan agree on a ceasefire.",
        ("agree.ceasefire", "TCD", "SDN"),
    ),
    ("In Lima, Chad and Sudan signed a rail agreement.", ("agree.treaty", "TCD", "SDN")),
    # a state of things
    ("Talks between Chad and Sudan are deadlocked.", ("talks", "TCD", "SDN")),
    ("Talks between Chad and Sudan are under way.", ("talks", "TCD", "SDN")),
    ("A third day of protests is held in Lima.", ("protest", "PER.CVL", "PER")),
    # of two that were named, by whoever tells it
    (
        "Chadian and Sudanese officials say that talks took place between the two nations.",
        ("talks", "TCD", "SDN"),
    ),
    ("Norway brokers a truce between Chad and Sudan.", ("agree.ceasefire", "TCD", "SDN")),
    (
        "A truce brokered by Norway takes hold between Chad and Sudan.",
        ("agree.ceasefire", "TCD", "SDN"),
    ),
    (
        "President Emmanuel Macron says he spoke to the Chadian president.",
        ("talks", "FRA.GOV", "TCD"),
    ),
    ("Iran says it met Chadian officials in Muscat.", ("talks.meeting", "IRN", "TCD.GOV")),
    (
        "China says it is willing to play a constructive role between Chad and Sudan.",
        ("agree.offer", "CHN", "TCD"),
    ),
    # an end of a truce is none
    ("The Sudanese army announces the end of a truce with Chad.", ("reject", "SDN.MIL", "TCD")),
    # upon people, and for them
    (
        "The Chadian government bans women from working for the United Nations.",
        ("coerce.restriction", "TCD.GOV", "TCD.CVL"),
    ),
    (
        "Thousands protest in Lima against the disappearance of opposition activists.",
        ("protest", "PER.CVL", "PER"),
    ),
    (
        "A Chadian soldier pleads guilty to the murder of nine Sudanese villagers.",
        ("accuse.charge", "TCD.JUD", "TCD.MIL"),
    ),
    (
        "Chadian soldiers force Sudanese refugees across the border.",
        ("coerce.deportation", "TCD.MIL", "SDN.CVL"),
    ),
    ("The Torkham crossing reopens.", ("concede.reopening", "PAK.GOV", "AFG.GOV")),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_who_and_whom(told, text, expected):
    assert expected in [(e["kind"], e["initiator"], e["target"]) for e in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman spoke to reporters in Lima.",
        "The court says it will no longer accept paper forms.",
    ],
)
def test_none_between_states(told, text):
    assert not [e for e in told(text) if e["kind"].startswith("talks")]
