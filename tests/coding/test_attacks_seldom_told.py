"""Attacks told in ways of their own: by mistake, in passing, of machines, by a quarrel's name."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2018-05-05")


@pytest.fixture(scope="module")
def violence(reader):
    def tell(text: str) -> list[tuple]:
        found = [e for e in read(reader, text, day=DAY) if is_violent(e)]
        return [(e["kind"], e["status"], e["initiator"], e.get("target")) for e in found]

    return tell


TOLD = [
    (
        "A NATO airstrike mistakenly hits an Afghan police post in Ghazni, killing four policemen.",
        ("force.airstrike", "happened", "IGO.MIL.NATO", "AFG.COP"),
    ),
    (
        "Afghan troops accidentally shoot dead two farmers in Kunar.",
        ("force.shooting", "happened", "AFG.MIL", "AFG.CVL"),
    ),
    (
        "The governor of Herat is sworn in amid a rocket attack claimed by the Taliban.",
        ("attack.shelling", "happened", "AFG.REB.TALIBAN", "AFG.CVL"),
    ),
    (
        "Three hundred prisoners escape from a jail in Bannu after an attack by militants.",
        ("attack", "happened", "PAK.REB", "PAK.CVL"),
    ),
    (
        "Families flee amid heavy fighting between Taliban fighters and Afghan troops in Uruzgan.",
        ("force.clash", "happened", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    (
        "Afghan forces begin efforts to retake the town of Sangin.",
        ("force.operation", "happened", "AFG.MIL", None),
    ),
    (
        "In the first attack since the truce, nine policemen are killed at a post in Wardak.",
        ("attack", "happened", "UNK", "AFG.COP"),
    ),
    (
        "Sectarian violence in Myanmar over the weekend leaves 15 dead.",
        ("attack", "happened", "UNK", "MMR.CVL"),
    ),
    (
        "Ethnic violence in Kenya results in 23 deaths.",
        ("attack", "happened", "UNK", "KEN.CVL"),
    ),
    (
        "Police use gunfire to disperse a crowd in Lahore.",
        ("force.shooting", "happened", "PAK.COP", "PAK.CVL"),
    ),
    (
        "Pakistan shoots down an Indian drone near Sialkot.",
        ("force", "happened", "PAK.GOV", "IND.MIL"),
    ),
    (
        "Pakistan claims to have shot down two Indian jets.",
        ("force", "claimed", "PAK.GOV", "IND.MIL"),
    ),
    (
        "The Taliban destroy a power pylon in Kunduz overnight.",
        ("attack", "happened", "AFG.REB.TALIBAN", "AFG.CVL"),
    ),
    (
        "Afghan troops destroy three Taliban hideouts in Zabul.",
        ("force.operation", "happened", "AFG.MIL", "AFG.REB.TALIBAN"),
    ),
]


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_it_is_an_attack(violence, text, act):
    assert violence(text) == [act]


NONE = [
    "A soldier is accidentally shot by a comrade in Quetta.",
    "A missile is shot down over Jeddah.",
    "Investors shoot down a plan for a bridge in Lahore.",
    "Floods destroy a bridge in Swat.",
    "Leaders meet in Kabul amid fears of an attack by the Taliban.",
    "The mayor resigned amid criticism of an attack on the press.",
]


@pytest.mark.parametrize("text", NONE)
def test_it_is_none(violence, text):
    assert violence(text) == []
