"""Whose hand it was: told in another clause or sentence, or not known to anybody."""

import pandas as pd
import pytest

from tests.coding.reading import sides

DAY = pd.Timestamp("2024-03-05")
_BOMB = "A bomb hit a police van in Bannu, killing five officers. "

LAID = [
    "Officials blamed the TTP.",
    "The governor blamed the TTP for the attack.",
    "Police suspect the TTP of having planted it.",
    "Police accused the TTP of being behind it.",
    "Suspicion fell on the TTP.",
    "A minister held the TTP responsible.",
    "The blast was the work of the TTP, a general said.",
    "The TTP said its fighters had done it.",
    "A spokesman for the TTP told reporters that his men had carried it out.",
    "Officials said the TTP also suffered casualties.",
]
NOT_LAID = [
    "Officials blamed the TTP for a rise in crime.",
    "Officials refused to blame the TTP.",
    "The TTP denied any role.",
    "Officials blamed the TTP. The TTP denied that it was behind the attack.",
    "Police accused the TTP of kidnapping a judge last year.",
]


@pytest.mark.parametrize("text", LAID)
def test_a_group_that_is_blamed_or_says_so_is_the_hand(reader, text):
    assert sides(reader, _BOMB + text, day=DAY)[0] == (
        "attack.bombing",
        "PAK.REB.TTP",
        "PAK.COP",
    )


@pytest.mark.parametrize("text", NOT_LAID)
def test_what_is_laid_elsewhere_or_denied_leaves_the_hand_unknown(reader, text):
    assert sides(reader, _BOMB + text, day=DAY)[0] == ("attack.bombing", "UNK", "PAK.COP")


FROM_AFAR = [
    ("A drone strike killed four people in Kunar. Kabul blamed Pakistan.", "PAK.MIL"),
    ("A missile fell on a farm in Multan. India admitted that it had fired it.", "IND.MIL"),
    ("A missile fell on a farm in Multan. Officials blamed Pakistan.", "UNK"),
    ("A bomb killed four people in Quetta. Officials blamed India.", "UNK"),
]


@pytest.mark.parametrize(("text", "hand"), FROM_AFAR)
def test_a_state_is_taken_for_the_hand_only_of_what_came_from_afar(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


CLAIMED = [
    "Two soldiers died in an attack on a post in Kech which the Baloch Liberation Front claimed.",
    "Officials said the Baloch Liberation Front was behind the attack on a post in Kech that left"
    " two soldiers dead.",
]


@pytest.mark.parametrize("text", CLAIMED)
def test_a_clause_beside_an_attack_tells_whose_it_was(reader, text):
    assert ("attack", "PAK.REB.BLF", "PAK.MIL") in sides(reader, text, day=DAY)


HANDS = [
    ("Two reporters were abducted by unidentified men in Quetta.", "UNK"),
    ("Unknown persons opened fire on a bus in Quetta.", "UNK"),
    ("A drone strike by an unknown attacker killed two farmers in Idlib, Syria.", "UNK"),
    ("Unidentified gunmen in Herat killed two farmers.", "UNK.REB"),
    ("A blast caused by an unknown militant group killed two people in Quetta.", "UNK.REB"),
    ("Young men with rifles opened fire at a court in Lahore.", "UNK.REB"),
    ("Fighters believed to belong to the TTP attacked a checkpoint in Bajaur.", "PAK.REB.TTP"),
    ("Gunmen suspected of being members of the TTP attacked a post in Bajaur.", "PAK.REB.TTP"),
    ("A group allied with the TTP attacked a checkpoint in Bajaur.", "PAK.REB.TTP"),
    ("Three members of the TTP were shot dead by fellow militants in Kunar.", "PAK.REB.TTP"),
    ("A policeman was shot dead by a colleague in Herat.", "AFG.COP"),
    ("A mob of radical Islamists attacked a village in Punjab, Pakistan.", "UNK.REB"),
    ("Five policemen were beheaded and two are missing after being seized by the TTP.",
     "PAK.REB.TTP"),
    ("A Danish soldier was killed during a joint operation with Afghan forces in Helmand.",
     "DNK.MIL"),
    ("Soldiers killed or arrested nine militants who are accused of raids in Herat.", "AFG.MIL"),
    ("Maute gunmen stormed a village in Lanao, killing two farmers.", "PHL.REB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hand"), HANDS)
def test_whose_hand_a_phrase_tells(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


FOUGHT = [
    "A gunfight in Sukma, India left four Maoists and one policeman dead.",
    "A gunfight in the Sukma district of India left a policeman and four Maoists dead.",
    "Five people were killed, including four Maoists and a policeman, in India after a shootout.",
]


@pytest.mark.parametrize("text", FOUGHT)
def test_the_fallen_of_a_clash_are_its_sides(reader, text):
    assert sides(reader, text, day=DAY) == [("force.clash", "IND.COP", "IND.REB")]
