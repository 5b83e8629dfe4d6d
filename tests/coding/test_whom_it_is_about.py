"""Whom words and deeds are about: who is charged, asked, handed a post; or nobody."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

# text, kind, target; among its events
TOLD = [
    # who stands behind it, whose deed it is, who is charged
    (
        "There is no doubt that Iran is behind the blast, the premier of Pakistan said.",
        "accuse",
        "IRN",
    ),
    (
        'The premier of Pakistan said: "I have no doubt India is behind the blast".',
        "accuse",
        "IND",
    ),
    (
        "The United Nations condemns Monday's airstrikes against the Taliban in Kunduz, in which 30 civilians died.",
        "accuse.condemn",
        "AFG.MIL",
    ),
    ("Pakistan condemned the shelling by Indian troops of villages.", "accuse.condemn", "IND.MIL"),
    ("The Taliban accuse the government of arresting freed Taliban fighters.", "accuse", "AFG.GOV"),
    ("A warlord vows to resist an assault of the Taliban on Faryab.", "threat", "AFG.REB.TALIBAN"),
    # who is asked, held, sentenced, who has it now
    ("Turkey asked that Turkish nationals in Kyrgyzstan stay indoors.", "demand", "TUR.CVL"),
    (
        "A court of Kenya upholds the prison sentence upon opposition leader Ann Otieno.",
        "coerce.arrest",
        "KEN.OPP",
    ),
    (
        "The army transferred control of a base in Logar to the Taliban.",
        "retreat",
        "AFG.REB.TALIBAN",
    ),
    ("Soldiers surrendered three posts in Faryab to the Taliban.", "retreat", "AFG.REB.TALIBAN"),
    ("Norwegian and Afghan Taliban delegates will meet in Vienna.", "talks", "NOR.GOV"),
    # whose it was that was hit or taken
    ("Pakistan's navy seized an Indian fishing vessel off Karachi.", "coerce.seizure", "IND.CVL"),
    ("Six people were killed in a blast inside a police station in Zhob.", "attack", "PAK.COP"),
    (
        "Six people died in a suicide bombing followed by gunfire at a military camp in Wana.",
        "attack",
        "PAK.MIL",
    ),
    (
        "Afghan troops retook a prison in Farah that came under attack by the Taliban.",
        "force.capture",
        "AFG.REB.TALIBAN",
    ),
    (
        'Gunmen killed Tariq Aziz, a former senator known as the "Lion of the Taliban", in Zhob.',
        "attack",
        "PAK.LEG",
    ),
    (
        "The elders sought an heir to Mullah Omar, killed on Friday in a Chinese airstrike in Pakistan.",
        "force",
        "AFG.REB.TALIBAN",
    ),
    (
        "Police released the former Taliban hostage Paolo Rossi in Milan, Italy.",
        "concede",
        "ITA.CVL",
    ),
    ("Rockets were fired at the old quarter of Herat.", "attack", "AFG.CVL"),
]


@pytest.mark.parametrize(("text", "kind", "target"), TOLD)
def test_whom_it_is_about(reader: Reader, text: str, kind: str, target: str) -> None:
    found = sides(reader, text, day=pd.Timestamp("2018-05-02"))
    assert target in {other for told, _, other in found if told.startswith(kind)}, found


# day, text, kind: an act that is aimed at nobody
AT_NOBODY = [
    ("2024-06-01", "Pakistan condemned the raid, calling it a crime against its people.", "accuse"),
    ("2024-06-01", "Iraq condemned the bombing as an act against Iraqis.", "accuse"),
    (
        "2018-05-02",
        "Nine ministers of Kenya resigned in protest at a vote against the president of Kenya.",
        "retreat",
    ),
    (
        "2018-05-02",
        "The BLA claimed two raids in Kech but denied involvement in Quetta's.",
        "reject",
    ),
    (
        "2018-05-02",
        "Pakistan closed its airspace to all flights, saying that the Indian air force had struck Okara.",
        "sanction",
    ),
    (
        "2025-05-02",
        "Chad closes its airspace to all flights saying that the Sudanese air force has fired"
        " rockets.",
        "sanction",
    ),
    ("2021-05-02", "The premier of Denmark announces a withdrawal of Danish troops.", "retreat"),
    ("2021-05-02", "Rome begins to pull out of Mali. NATO also withdraws their troops.", "retreat"),
]


@pytest.mark.parametrize(("day", "text", "kind"), AT_NOBODY)
def test_aimed_at_nobody(reader: Reader, day: str, text: str, kind: str) -> None:
    found = sides(reader, text, day=pd.Timestamp(day))
    assert None in {other for told, _, other in found if told.startswith(kind)}, found
