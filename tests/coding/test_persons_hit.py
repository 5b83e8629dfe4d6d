"""Persons by name and trade, of which land they are, and sides that a clause tells apart."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2025-03-04")

# text, kind, target; one of its events
HIT = [
    # by name, trade and land
    ("Militants kidnapped Polish engineer Tomas Rilke in Attock.", "attack.abduction", "POL.CVL"),
    ("Japanese doctor Tetsu Nakamura was killed by gunmen in Jalalabad.", "attack", "JPN.CVL"),
    ("Chinese national Wang Shun was stabbed to death in Karachi.", "attack", "CHN.CVL"),
    ("TV anchor Imran Mir was shot dead in Karachi.", "attack", "PAK.MED"),
    ("Rifleman Aman Singh was abducted by militants in Shopian.", "attack", "IND.MIL"),
    # another man, who has the name of a known one before his own
    ("Mufti Munir Shakir was killed by a bomb in Peshawar.", "attack", "PAK.REL"),
    # a clause without a pronoun
    ("The front claims to have killed six guards it kidnapped in Zhob.", "attack.abd", "PAK.COP"),
    # whoever fell, a clash is between the two
    (
        "A porter is killed in a gunfight between a gunman and Afghan soldiers in Kabul.",
        "force.clash",
        "AFG.MIL",
    ),
    # the ground of Pakistan makes it the Pakistani Taliban
    (
        "Pakistani jets bombed the hideout of a Taliban commander in Wana.",
        "force",
        "PAK.REB.TTP",
    ),
    # nobody of whom an offensive takes the ground
    ("Afghan forces begin efforts to retake the city of Farah.", "force.operation", None),
    # schools of the armed, councils of tribes
    ("Gunmen stormed a police school in Lahore.", "attack", "PAK.COP"),
    ("Rebels stormed an Army Public School in Peshawar.", "attack", "PAK.CVL"),
    ("A tribal elder was kidnapped in Wana.", "attack", "PAK.CVL"),
    ("An Afghan national shot two members of the National Guard in Boston.", "attack", "USA.MIL"),
    # the hitter's name does not tell of which land they are
    ("A Russian drone hit a bus in Sumy, killing nine passengers.", "force", "UNK.CVL"),
    # words
    ("The Supreme Court of Pakistan orders Premier Karim Dad to appear.", "demand", "PAK.GOV"),
    ("Marchers of the PTI are calling for Imran Khan's release.", "demand", "PAK.GOV"),
    ("Rome appeals to the Taliban to reopen schools.", "demand", "AFG.GOV"),
    (
        "Rome sent 900 soldiers to Chad on Monday. Oslo voiced concern about the move.",
        "accuse",
        "ITA.GOV",
    ),
    ("The French president and his wife visit Kabul.", "talks.visit", "AFG.GOV"),
]


@pytest.mark.parametrize(("text", "kind", "target"), HIT)
def test_who_it_was(reader: Reader, text: str, kind: str, target: str | None) -> None:
    found = [act[2] for act in sides(reader, text, day=DAY) if act[0].startswith(kind)]
    assert found == [target]


def test_its_strikes_are_of_whoever_says_so(reader: Reader) -> None:
    told = "India said that its air strikes hit camps of Jaish-e-Mohammed in Pakistan."
    assert sides(reader, told, day=DAY) == [("force.airstrike", "IND.MIL", "PAK.REB.JEM")]
