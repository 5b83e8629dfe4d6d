"""Whom words and deeds are aimed at: who charged first, whose demands they were, whom one gives."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2018-06-30")


coded = partial(sides, day=DAY)

ACTS = [
    # where they meet is no side
    (
        "Rebel leaders say they will not attend talks planned for July in Norway with the Kenyan"
        " government.",
        ("reject.proposal", "UNK.REB", "KEN"),
    ),
    # a person or a body, not the land that it is of
    ("The Norwegian minister complained to Kenyan police.", ("accuse.complaint", "NOR.GOV", "KEN.COP")),
    (
        "A court in Sindh lifts the travel ban on Pakistan's former president, Pervez Musharraf.",
        ("concede.easing", "PAK.JUD", "PAK.OPP"),
    ),
    # whose demands
    (
        "The prime minister of Kenya gives in to opposition demands for a new election.",
        ("concede", "KEN.GOV", "KEN.OPP"),
    ),
    # to whom it is given
    (
        "Camp Noor, a Danish base in Kunduz, is handed over to the Afghan army.",
        ("retreat.withdrawal", "DNK.MIL", "AFG.MIL"),
    ),
    # who is in need
    (
        "Norway gives 20 million dollars in humanitarian aid after an earthquake in western Kenya.",
        ("aid.humanitarian", "NOR", "KEN.CVL"),
    ),
    # whose they are
    (
        "Norway says that Sweden has closed its borders to refugees from Syria.",
        ("sanction.border", "SWE", "SYR.CVL"),
    ),
    (
        "Four Royal Marines are charged with the murder of an Afghan prisoner.",
        ("accuse.charge", "GBR.JUD", "GBR.MIL"),
    ),
    (
        "Two leaders of Jamat-ud-Dawa are jailed by a court in Lahore.",
        ("coerce.arrest", "PAK.JUD", "PAK.REB.LET"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_at_whom_words_and_deeds_are_aimed(reader: Reader, text: str, act: tuple) -> None:
    assert coded(reader, text) == [act]


def test_whose_raid_is_looked_into(reader: Reader) -> None:
    text = "The UN launches an investigation after a Saudi air strike in Yemen kills nine boys."
    assert ("investigate", "IGO", "SAU") in coded(reader, text)


def test_rebels_deny_what_their_own_state_says(reader: Reader) -> None:
    text = (
        "The Afghan government accuses the Taliban of looting a school. The Taliban deny the"
        " accusation."
    )
    assert coded(reader, text)[-1] == ("reject.accusation", "AFG.REB.TALIBAN", "AFG.GOV")
