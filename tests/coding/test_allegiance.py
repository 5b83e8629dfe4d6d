"""Whose armed men are, who sails for work, and captives freed by force."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.theatre import Theatre
from tests.coding import reading

DAY = pd.Timestamp("2016-05-14")

sides = partial(reading.sides, day=DAY)


@pytest.fixture(scope="module")
def sentence() -> Reader:
    return Reader(Theatre.read("pak-afg"))


TOLD = [
    # a militia of the state is of its forces
    (
        "Taliban fighters killed six state-backed militiamen in Badghis.",
        ("attack", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    (
        "Gunmen killed two members of a pro-government militia in Hama, Syria.",
        ("attack.shooting", "UNK.REB", "SYR.MIL"),
    ),
    (
        "Gunmen killed two fighters of a Rome-backed militia in Hama, Syria.",
        ("attack.shooting", "UNK.REB", "SYR.REB"),
    ),
    # forces that resist a state are not its own
    (
        "Resistance forces killed nine soldiers in Sagaing, Myanmar.",
        ("attack", "UNK.REB", "MMR.MIL"),
    ),
    # who sails for work is of no navy
    (
        "A Saudi air strike hit a boat carrying nine Indian sailors off Yemen, killing four.",
        ("force.airstrike", "SAU.MIL", "IND.CVL"),
    ),
    (
        "A bomb killed two Indian navy sailors on a boat off Kochi.",
        ("attack.bombing", "UNK", "IND.MIL"),
    ),
    # a word that begins a sentence is no name
    (
        "Guerrillas attacked a police post near Cali, Colombia, wounding four officers.",
        ("attack", "COL.REB", "COL.COP"),
    ),
    # what an adjective is by its form is a person as a subject
    (
        "A Yemeni national killed two American engineers in Aden.",
        ("attack", "YEM.CVL", "USA.CVL"),
    ),
    # other words of the family
    (
        "Armenia and Azerbaijan trade gunfire over the border, leaving five dead.",
        ("force.clash", "ARM.MIL", "AZE.MIL"),
    ),
    (
        "French aircraft dropped bombs on rebel positions near Kidal in Mali.",
        ("force.airstrike", "FRA.MIL", "MLI.REB"),
    ),
    (
        "Rebels fired rocket-propelled grenades at a police station in Kidal, Mali.",
        ("attack.shelling", "MLI.REB", "MLI.COP"),
    ),
    # captives whom forces free: an operation against the captors, and no abduction of today
    (
        "Commandos rescued three engineers who had been kidnapped by Boko Haram in Borno.",
        ("force.operation", "NGA.MIL", "NGA.REB"),
    ),
    (
        "Two nurses kidnapped by rebels in Goma, Congo, were freed by soldiers.",
        ("force.operation", "COD.MIL", "COD.REB"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_does_it_and_to_whom(
    sentence: Reader, text: str, expected: tuple[str, str, str]
) -> None:
    assert sides(sentence, text) == [expected]


def test_who_is_stranded_is_nobodys_captive(sentence: Reader) -> None:
    told = sides(sentence, "The army rescued 40 tourists stranded by snow in Murree, Pakistan.")
    assert [kind for kind, _, _ in told] == ["aid.humanitarian"]


FALLEN = [
    # soldiers who kill their like
    (
        "A soldier killed four comrades at a camp in Farah.",
        ("attack", "AFG.MIL", "AFG.MIL"),
    ),
    # a vehicle that a suicide bomber rams into something
    (
        "A suicide bomber rammed his car into the gate of a police station in Ghazni.",
        ("attack.suicide", "UNK.REB", "AFG.COP"),
    ),
    # "dead" between the verb and whom it hurts
    (
        "A student shoots dead three policemen in Mardan.",
        ("attack.shooting", "PAK.CVL", "PAK.COP"),
    ),
    # the chief of a group is of it
    (
        "The deputy chief of the Pakistani Taliban, Latif Khan, was killed in a US drone strike in"
        " Khost.",
        ("force.drone", "USA.MIL", "PAK.REB.TTP"),
    ),
    # whoever runs over a mine did not lay it
    (
        "A police vehicle struck a roadside mine in Kandahar, killing three officers.",
        ("attack.bombing", "UNK", "AFG.COP"),
    ),
    # a riot is told once, and has two sides
    (
        "Protesters pelted police with stones in Islamabad, injuring eight officers.",
        ("protest.riot", "PAK.OPP", "PAK.COP"),
    ),
    (
        "Police and protesters clashed in Islamabad, leaving ten injured.",
        ("protest.riot", "PAK.OPP", "PAK.COP"),
    ),
    # a minister who is shot is not sacked
    ("Gunmen shot a minister in Kabul.", ("attack.shooting", "UNK.REB", "AFG.GOV")),
    # a ministry is no man of note
    (
        "Militants attack the ministry of water in Kabul, killing seven.",
        ("attack", "AFG.REB", "AFG.GOV"),
    ),
    # how the fallen are told of in Pakistan
    (
        "Three Levies men were martyred in a bomb blast in Kech.",
        ("attack.bombing", "UNK", "PAK.MIL"),
    ),
    (
        "Four soldiers embraced martyrdom in an ambush in Tank.",
        ("attack.ambush", "UNK", "PAK.MIL"),
    ),
    (
        "Taliban fighters whipped two traders in Farah.",
        ("attack.beating", "AFG.REB.TALIBAN", "AFG.BUS"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FALLEN)
def test_who_fell_and_how(sentence: Reader, text: str, expected: tuple[str, str, str]) -> None:
    assert sides(sentence, text) == [expected]
