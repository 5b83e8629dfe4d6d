"""Whose hand it was: told in another clause or sentence, or not known to anybody."""

import pandas as pd
import pytest

from tests.coding.reading import read, sides

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


IN_TURN = "Attacks in Quetta, Turbat and Gwadar killed nine policemen. "


def test_a_claim_of_the_first_two_leaves_the_third_to_nobody(reader):
    found = read(
        reader, IN_TURN + "The BLA claimed responsibility for the first two attacks.", day=DAY
    )
    assert {e["place"]: e["initiator"] for e in found} == {
        "Quetta": "PAK.REB.BLA",
        "Turbat": "PAK.REB.BLA",
        "Gwadar": "UNK",
    }


def test_one_of_two_bombers_is_claimed(reader):
    text = (
        "A suicide bomber killed nine clerks in Turbat, while the other killed four in Gwadar."
        " The BLA claimed responsibility for the first attack."
    )
    assert {e["place"]: e["initiator"] for e in read(reader, text, day=DAY)} == {
        "Turbat": "PAK.REB.BLA",
        "Gwadar": "UNK.REB",
    }


def test_a_summary_before_is_not_the_first(reader):
    text = (
        "Two bombings hit Pakistan, killing 13 people. A suicide bomber killed nine clerks in"
        " Turbat, while the other killed four in Gwadar."
        " The BLA claimed responsibility for the first attack."
    )
    hands = {e["place"]: e["initiator"] for e in read(reader, text, day=DAY)}
    assert hands["Turbat"] == "PAK.REB.BLA" != hands["Gwadar"]


BOTH = [
    (
        "Israeli police shot dead a Palestinian who had stabbed two soldiers in Hebron.",
        [("force.shooting", "ISR.COP", "PSE.CVL"), ("attack.beating", "PSE.CVL", "ISR.MIL")],
    ),
    (
        "Artillery fire exchanged by Pakistan and Afghanistan killed two villagers in Chaman.",
        [("force.shelling", "AFG.MIL", "PAK.CVL")],
    ),
    (
        "An exchange of mortar fire between India and Pakistan killed a farmer in Indian Kashmir.",
        [("force.shelling", "PAK.MIL", "IND.CVL")],
    ),
    (
        "A judge survived an assassination attempt by the BLA in Quetta.",
        [("attack.assassination", "PAK.REB.BLA", "PAK.JUD")],
    ),
    (
        "Three militants died in an airstrike in Paktika. Officials said Pakistani jets had bombed"
        " the area.",
        [("force.airstrike", "PAK.MIL", "UNK.REB")],
    ),
    (
        "A gunman killed three people in Lahore. The attacker, an Afghan national, was arrested.",
        [("attack.shooting", "AFG.REB", "PAK.CVL"), ("coerce.arrest", "PAK.GOV", "AFG.REB")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_who_did_it_to_whom(reader, text, expected):
    assert sides(reader, text, day=DAY) == expected


UNLISTED = [
    ("The Zarda Liberation Front killed nine soldiers in Jonglei, South Sudan.", "UNK.REB"),
    ("Fighters of the Zarda Liberation Army attacked a post in Bamako, Mali.", "UNK.REB"),
    ("A Taliban court flogged nine people in Khost.", "AFG.JUD"),
    ("The People's Liberation Army shelled a post near Leh, India.", "CHN.MIL"),
]


@pytest.mark.parametrize(("text", "hand"), UNLISTED)
def test_hands_that_no_list_knows(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


OFFICIALS = [
    ("Gunmen shot two guards in Quetta. Interior minister Asad Gul condemned it.", "PAK.GOV"),
    ("Gunmen shot two guards in Herat. Interior ministry spokesman Asad Gul blamed the TTP.", "AFG.GOV"),
    ("A bomb hit a bazaar in Kabul. Chilean foreign minister Juan Rey condemned it.", "CHL.GOV"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), OFFICIALS)
def test_an_official_of_no_told_land_is_of_where_it_was(reader, text, who):
    assert sides(reader, text, day=DAY)[-1][1] == who


OFFICES = [
    ("2016-08-05", "Donald Trump criticised Exland and Chile.", "USA.ELI"),
    ("2018-08-05", "Donald Trump criticised Chile.", "USA.GOV"),
    ("2024-08-05", "Donald Trump criticised Chile.", "USA.ELI"),
    ("2025-08-05", "Donald Trump criticised Chile.", "USA.GOV"),
    ("2014-08-05", "Joe Biden criticised Chile.", "USA.GOV"),
    ("2019-08-05", "Joe Biden criticised Chile.", "USA.ELI"),
    ("2023-08-05", "Keir Starmer criticised Chile.", "GBR.OPP"),
]


@pytest.mark.parametrize(("day", "text", "who"), OFFICES)
def test_who_holds_an_office_holds_it_for_its_term(reader, day, text, who):
    assert {act[1] for act in sides(reader, text, day=pd.Timestamp(day))} == {who}


def test_a_town_that_blasts_rock_kills_nobody(reader):
    found = sides(reader, "Blasts rocked Kabul, killing nine people.", day=DAY)
    assert found == [("attack.bombing", "UNK", "AFG.CVL")]


@pytest.mark.parametrize(
    "text",
    [
        "Five killed in Pak blast",
        "Afghan blasts kill nine",
        "Four policemen die in Pakistani mosque blast",
        "Six people killed in Turkish explosion",
    ],
)
def test_whose_blast_it_is_tells_where_it_was(told, text):
    (event,) = told(text)
    assert (event["kind"], event["initiator"]) == ("attack.bombing", "UNK")
