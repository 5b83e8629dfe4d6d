"""At whom words are where it is told in an earlier clause, by a demonym, or goes without saying."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2025-03-04")

# text, kind, initiator, target of one of its events
SAID = [
    # people of a land, and not its state
    ("The Taliban urged Afghans to stay at home.", "demand", "AFG.GOV", "AFG.CVL"),
    ("Oslo asked Pakistanis to avoid the march.", "demand", "NOR.GOV", "PAK.CVL"),
    # the two that were told
    (
        "Chad warns Sudan of war. The French envoy urges both sides to show restraint.",
        "demand",
        "FRA.GOV",
        "TCD",
    ),
    # whoever charged one who denies
    (
        "India said that Pakistani troops fired first, a claim which Islamabad denies.",
        "reject.accusation",
        "PAK.GOV",
        "IND",
    ),
    (
        "Gunmen killed nine farmers in Kishtwar, India. Pakistan denies any role.",
        "reject.accusation",
        "PAK.GOV",
        "IND.GOV",
    ),
    # what rebels say to nobody is said to the state that they fight
    ("The Pakistani Taliban announced a summer offensive.", "threat", "PAK.REB.TTP", "PAK.GOV"),
    (
        "The Pakistani Taliban declared a two-day truce for Nowruz.",
        "agree.ceasefire",
        "PAK.REB.TTP",
        "PAK.GOV",
    ),
    # the deed and whose it was
    (
        "Iran condemned the killing of two of its generals in an Israeli strike on Homs.",
        "accuse.condemn",
        "IRN",
        "ISR",
    ),
    (
        "The premier of Pakistan said India was behind the bus hijacking in Zhob.",
        "accuse",
        "PAK.GOV",
        "IND",
    ),
    # two people by their names
    (
        "British couple Tom and Ann Hopkins were freed by the Taliban in Kabul.",
        "concede.release",
        "AFG.GOV",
        "GBR.CVL",
    ),
    # marchers of one name, and the police
    (
        "Dozens were hurt in clashes between supporters of Imran Khan and police in Peshawar.",
        "protest.riot",
        "PAK.OPP",
        "PAK.COP",
    ),
    (
        "The state signed an agreement with the Joint Awami Action Committee in Muzaffarabad.",
        "agree",
        "PAK.GOV",
        "PAK.OPP",
    ),
]


@pytest.mark.parametrize(("text", "kind", "initiator", "target"), SAID)
def test_said_to_whom(reader: Reader, text: str, kind: str, initiator: str, target: str) -> None:
    found = sides(reader, text, day=DAY)
    assert (initiator, target) in [act[1:] for act in found if act[0].startswith(kind)]


def test_those_killed_are_not_those_blamed(reader: Reader) -> None:
    told = "Indian officials blamed the Lashkar-e-Taiba for the killing of two farmers."
    assert sides(reader, told, day=DAY)[-1][2] == "PAK.REB.LET"
    told = "Indian officials blamed a shadowy outfit for the killing of two farmers."
    assert all(act[2] != "IND.CVL" for act in sides(reader, told, day=DAY) if act[0] == "accuse")


AT_NOBODY = [
    # places of what befalls people
    "Pope Francis deplores the bloodshed in Chad, Sudan and Yemen.",
    # his own
    "The Pakistani Taliban's leader made an urgent appeal to his fighters.",
]


@pytest.mark.parametrize("text", AT_NOBODY)
def test_words_that_are_at_nobody(reader: Reader, text: str) -> None:
    assert [target for _, _, target in sides(reader, text, day=DAY)] == [None]


def test_what_a_strike_from_abroad_did_is_condemned_of_it(reader: Reader) -> None:
    text = "Turkish jets killed 40 insurgents in Zabul. Iran condemned the attack as illegal."
    assert ("accuse.condemn", "IRN", "TUR.MIL") in sides(reader, text, day=DAY)


def test_an_end_to_raids_by_troops_is_no_help_asked_for(reader: Reader) -> None:
    text = "Chad's senate demands a halt to air raids and an end to patrols by French troops."
    (said,) = sides(reader, text, day=DAY)
    assert not said[0].startswith("demand.aid")
    text = "Chad asked the African Union for more troops."
    assert sides(reader, text, day=DAY) == [("demand.aid", "TCD", "IGO")]
