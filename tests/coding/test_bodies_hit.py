"""What a body has stands for it: its offices, posts and vehicles, and who falls there."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2021-05-03")


coded = partial(sides, day=DAY)

HIT = [
    # offices and houses, whoever falls there
    (
        "Gunmen attack the offices of the Pakistan Peoples Party in Thatta, killing two men.",
        "PAK.OPP",
    ),
    (
        "A grenade thrown at a Muttahida Qaumi Movement office in Thatta kills six people.",
        "PAK.OPP",
    ),
    ("Rebels storm a police training college in Zhob, leaving 30 people dead.", "PAK.COP"),
    ("Rebels attack a police academy in Zhob, leaving nine people dead.", "PAK.COP"),
    ("Gunmen attack an office of the intelligence agency in Zhob and kill a clerk.", "PAK.SPY"),
    ("Gunmen attacked a paramilitary camp in Zhob, killing three labourers.", "PAK.MIL"),
    ("Gunmen attack a military compound in Zhob, leaving a guard dead.", "PAK.MIL"),
    # beside which, where only people fell
    (
        "A bomb explodes outside the Muttahida Qaumi Movement headquarters, killing four people.",
        "PAK.OPP",
    ),
    ("A car bomb outside an army recruitment centre in Herat kills nine people.", "AFG.MIL"),
    (
        "A suicide bomber blew himself up near an Afghan army bus in Herat, killing 12 people.",
        "AFG.MIL",
    ),
    (
        "A suicide bomber detonated at the gate of the finance ministry in Herat, killing nine people.",
        "AFG.GOV",
    ),
    ("Gunmen attacked near the finance ministry in Herat.", "AFG.GOV"),
    (
        "A bomb explodes outside the Federal Constabulary headquarters, killing four people.",
        "UNK.COP",
    ),
    (
        "Rebels throw a grenade at a van carrying paramilitary officers in Zhob, killing three people.",
        "PAK.MIL",
    ),
    # in whose lair they fell
    (
        "A drone killed nine fighters at a Tehrik-i-Taliban Pakistan camp near Wana.",
        "PAK.REB.TTP",
    ),
    # what is open to all is nobody's
    ("Gunmen attack a military hospital in Herat, leaving 20 people dead.", "AFG.CVL"),
    ("A bomb explodes near a school in Herat, killing nine people.", "AFG.CVL"),
    ("Officials say nine villagers died in Herat when a bomb hit their bus.", "AFG.CVL"),
    # the armed who fall before those whom they guard
    ("Two police officers are killed in an attack on a polio vaccination team in Zhob.", "PAK.COP"),
    ("A soldier is killed when a bomb targets a van of road workers in Zhob.", "PAK.MIL"),
    ("Gunmen attacked a bus in Herat, killing four tourists and a policeman.", "AFG.CVL"),
    # of whose land and group they are
    ("Three soldiers were killed in an attack on a German base near Kunduz.", "DEU.MIL"),
]


@pytest.mark.parametrize(("text", "target"), HIT)
def test_on_whom_an_attack_is(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in coded(reader, text)] == [target]


def test_what_a_disease_does_is_no_attack(reader: Reader) -> None:
    assert coded(reader, "A polio outbreak killed four children in Zhob.") == []
