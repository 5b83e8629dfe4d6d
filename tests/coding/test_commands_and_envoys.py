"""What one state tells another to do in a headline, and what states do to envoys and lorries."""

import pytest

DAY = "2026-05-06"

ACTS = [
    # the headline says first what is demanded
    ("Free our sailors, Lima tells Quito.", [("demand", "PER.GOV", "ECU.GOV")]),
    (
        "Pull back your troops or face war, Khartoum tells Chad.",
        [("threat.ultimatum", "SDN.GOV", "TCD")],
    ),
    ('"Stop arming the rebels," Chad tells Sudan', [("demand", "TCD", "SDN")]),
    ("Stop cross-border attacks, Chad warns Sudan", [("demand", "TCD", "SDN")]),
    # words that are traded are no fire that is traded
    ("Chad, Sudan trade accusations over border fire.", [("accuse", "TCD", "SDN")]),
    ("Chad, Sudan exchange threats after raid.", [("threat", "TCD", "SDN")]),
    # a note is no captive that is handed over
    (
        "Chad hands a protest note to the Sudanese embassy over the killing of soldiers.",
        [("accuse.complaint", "TCD", "SDN")],
    ),
    (
        "A sharp protest was delivered to the Chadian charge d'affaires in Khartoum.",
        [("accuse.complaint", "SDN", "TCD")],
    ),
    # who is sent away, and by whom
    ("Peru expels two Chilean military attaches.", [("sanction.diplomatic", "PER", "CHL.GOV")]),
    ("Chile recalled its consul from Lima.", [("sanction.diplomatic", "CHL", "PER.GOV")]),
    (
        "Two Chilean diplomats have been expelled from Peru.",
        [("sanction.diplomatic", "PER.GOV", "CHL.GOV")],
    ),
    (
        "The Chilean consul was declared unwelcome and told to leave Peru.",
        [("sanction.diplomatic", "PER.GOV", "CHL.GOV")],
    ),
    (
        "Peru breaks off ties with Chile and orders its diplomats to leave within two days.",
        [("sanction.diplomatic", "PER", "CHL")],
    ),
    (
        "Peru cuts ties with Chile and calls off a football match.",
        [("sanction.diplomatic", "PER", "CHL")],
    ),
    ("Peru bars Chilean lorries from entering.", [("sanction.trade", "PER", "CHL")]),
    (
        "Peru suspends cooperation with the International Atomic Energy Agency.",
        [("sanction.diplomatic", "PER", "IGO")],
    ),
    ("Peru imposes visa bans on Chilean officials.", [("sanction", "PER", "CHL")]),
    ("Peru revokes a sanctions waiver for a Chilean port.", [("sanction", "PER", "CHL")]),
    ("Peru blocks a UN statement condemning the junta.", [("reject.proposal", "PER", "IGO")]),
    ("Peru evicts Chilean refugees from camps.", [("coerce.expulsion", "PER", "CHL.CVL")]),
    # none of these
    ("The Peruvian president calls Chile's threats an insult.", []),
    ("Peru orders its diplomats to leave Chile.", [("retreat", "PER", "CHL")]),
    ("Lorries were stopped at the border by snow in Peru.", []),
    ("Two players were expelled from the Chile football team.", []),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_who_does_what_to_whom(told, text, expected):
    assert [(e["kind"], e["initiator"], e["target"]) for e in told(text)] == expected
