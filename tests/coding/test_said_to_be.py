"""Of whom the fallen are said to be, from whom ground is taken, and what body a person is of."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import read, sides

DAY = pd.Timestamp("2019-10-30")


coded = partial(sides, day=DAY)

FORCE = [
    # rebels among people
    ("Afghan air strikes in Farah killed 31 people, including a shadow governor of the Taliban.", "AFG.REB.TALIBAN"),
    ("A US drone strike in Miranshah kills at least six people (suspected insurgents).", "PAK.REB"),
    ("A drone strike killed four foreigners believed to be members of al-Qaeda in Miranshah.", "IMG.REB.ALQAEDA"),
    ("Kenyan air strikes killed nine civilians, including two said to be rebels, in Garissa.", "KEN.CVL"),
    # at whom an operation is aimed
    ("The Pakistani army launches an operation in Tirah to clear militant hideouts.", "PAK.REB"),
    # between whom, wherever the parse hangs it
    ("Heavy fighting goes on in Farah between the Taliban and government forces.", "AFG.MIL"),
    ("Fighting erupts between al-Shabaab fighters and Kenyan soldiers in Garissa, leaving four soldiers and 20 militants dead.", "KEN.MIL"),
    # from whom ground is taken
    ("The Afghan army recaptures two districts held by the Taliban in Faryab.", "AFG.REB.TALIBAN"),
    ("The army regains control of a rebel-held town in Idlib, Syria.", "SYR.REB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "target"), FORCE)
def test_against_whom_force_is(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in coded(reader, text)] == [target]


OFFICES = [
    ("Gunmen shot dead the director of the customs department in Herat.", "AFG.GOV"),
    (
        "Gunmen kill Omar Jan, the head of the secretariat of the upper house, in Kabul.",
        "AFG.LEG",
    ),
    ("The head of the Afghan parliament's budget committee was wounded by gunmen.", "AFG.LEG"),
    ("The chief of Kenya's spy agency, Omar Raza, is killed in a bombing.", "KEN.SPY"),
    ("Gunmen kill Omar Jan, chairman of the Council of Imams, in Garissa.", "KEN.CVL"),
    ("Gunmen kill five government employees in Kabul.", "AFG.GOV"),
    ("An attack on workers of the farming ministry leaves four dead in Kunar.", "AFG.GOV"),
    ("Gunmen abduct six employees of a power company in Ghazni.", "AFG.CVL"),
]


@pytest.mark.parametrize(("text", "target"), OFFICES)
def test_of_which_body_the_victim_is(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in coded(reader, text)] == [target]


def test_an_attempt_that_kills_a_guard_happened(reader: Reader) -> None:
    text = (
        "Senator Omar Jan survives an assassination attempt in Zhob. The attack killed two of his"
        " guards and wounded four others."
    )
    (event,) = read(reader, text, day=DAY)
    found = [event[name] for name in ("kind", "status", "target", "deaths_best", "injured_best")]
    assert found == ["attack.assassination", "happened", "PAK.LEG", 2, 4]


TOLD_LATER = [
    # at whom it was aimed, as is told after
    (
        "One person is killed in a bombing in Turbat. The BLA claims the attack, saying it had"
        " targeted an army convoy.",
        "PAK.MIL",
    ),
    (
        "A large explosion in Herat kills nine people. The target was an army base, officials say.",
        "AFG.MIL",
    ),
    (
        "A drone strike kills nine farm workers in Kunar. The army says it targeted rebels.",
        "AFG.CVL",
    ),
    # who is in it
    (
        "Rockets hit a base in Kirkuk, which houses Danish troops, wounding two personnel.",
        "DNK.MIL",
    ),
    # of another land, which is not told
    ("A diplomat is abducted in Herat.", "UNK.GOV"),
    ("Six Western tourists were shot dead in Herat.", "UNK.CVL"),
    # of the land that it is in, not of the one in its name
    ("Bandits attack a village in Nigeria's Niger State, killing 12.", "NGA.CVL"),
    ("The American University in Herat is attacked by gunmen.", "AFG.CVL"),
    # no government, no party's hand
    ("Gunmen kill a candidate for parliament in Herat.", "AFG.OPP"),
    ("Gunmen abduct two peace activists in Herat.", "AFG.CVL"),
]


@pytest.mark.parametrize(("text", "target"), TOLD_LATER)
def test_whom_it_hit_by_what_is_told_of_them(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in coded(reader, text)] == [target]


def test_who_riots_does_it_against_the_state(reader: Reader) -> None:
    text = "Six protesters are hurt in clashes in Garissa, Kenya."
    assert coded(reader, text) == [("protest.riot", "KEN.OPP", "KEN")]


def test_a_former_soldier_is_no_former_ruler(reader: Reader) -> None:
    text = "A former Danish soldier is arrested over the killing of an Afghan man."
    assert [act[2] for act in coded(reader, text)] == ["DNK.MIL"]
