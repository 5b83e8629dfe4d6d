"""Two that a phrase names together: both are called, urged, offered help, or do it."""

import pytest

DAY = "2026-05-06"

SEVERAL = [
    (
        "The Chadian president held calls with the leaders of Kenya and Uganda.",
        {("talks.call", "TCD.GOV", "KEN.GOV"), ("talks.call", "TCD.GOV", "UGA.GOV")},
    ),
    (
        "Norway and Oman offered to mediate between Chad and Sudan.",
        {
            ("agree.offer", one, other)
            for one in ("NOR", "OMN")
            for other in ("TCD", "SDN")
        },
    ),
    (
        "Norway and Oman mediate talks between Chad and Sudan.",
        {
            ("talks.mediation", one, other)
            for one in ("NOR", "OMN")
            for other in ("TCD", "SDN")
        },
    ),
    (
        "The presidents of Kenya and Uganda condemned the Chadian air strike.",
        {("accuse.condemn", "KEN.GOV", "TCD"), ("accuse.condemn", "UGA.GOV", "TCD")},
    ),
    (
        "Norway urges the governments of Chad and Sudan to hold back.",
        {("demand", "NOR", "TCD.GOV"), ("demand", "NOR", "SDN.GOV")},
    ),
    (
        "There was a phone call between the foreign ministers of Chad and Sudan on Monday.",
        {("talks.call", "TCD.GOV", "SDN.GOV")},
    ),
    (
        "A call between the presidents of Peru and Chile took place on Monday.",
        {("talks.call", "PER.GOV", "CHL.GOV")},
    ),
    (
        "There were talks between the leaders of Peru and Chile.",
        {("talks", "PER.GOV", "CHL.GOV")},
    ),
    ("Norway mediates between Chad and the government of Sudan.",
        {("talks.mediation", "NOR", "TCD"), ("talks.mediation", "NOR", "SDN.GOV")},
    ),
    ("Peru's premier met his Chilean counterpart.", {("talks.meeting", "PER.GOV", "CHL.GOV")}),
    (
        "UN jurists from Peru and Chile accuse the junta in Mali of torture.",
        {("accuse", "IGO.JUD", "MLI.GOV")},
    ),
    ("There was no call between Peru and Chile.", set()),
    ("The call for calm in Peru went unheard.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_each_of_them(told, text, expected):
    assert {(e["kind"], e["initiator"], e["target"]) for e in told(text)} == expected
