"""Who did it: a culprit told later, a doer behind a place, rebels at home, fire over the Line."""

import pandas as pd
import pytest

from tests.coding.reading import read, sides

DAY = pd.Timestamp("2024-03-05")

CULPRITS = [
    (
        "Six people are stabbed at a market in Turin. The suspect, a Moroccan man, is held.",
        "MAR.CVL",
    ),
    (
        "Two people are stabbed in Graz. Officers shot the suspect, an Afghan man, in the leg.",
        "AFG.CVL",
    ),
    ("Four people are stabbed in Graz. Police say the attacker was a Syrian refugee.", "SYR.CVL"),
    ("A man is stabbed in Graz. The attacker, said to be an Iraqi national, fled.", "IRQ.CVL"),
    ("A blast kills four in Kabul. The bomber was a member of the Islamic State.", "IMG.REB.IS"),
    ("Gunmen shot dead two guards in Tank. All three attackers were Afghan nationals.", "AFG.REB"),
    (
        "Gunmen killed six officers in Tank. Two of the attackers, all members of the TTP, fell.",
        "PAK.REB.TTP",
    ),
]
NO_CULPRITS = [
    "A blast kills four in Kabul. The attacker was not an Iranian national, police say.",
    "A blast kills four in Kabul. A suspect, an Iranian citizen, was held over a theft.",
]


@pytest.mark.parametrize(("text", "hand"), CULPRITS)
def test_who_the_attacker_is_said_to_be_is_the_hand(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


@pytest.mark.parametrize("text", NO_CULPRITS)
def test_whom_it_was_not_or_anybody_else_is_no_hand(reader, text):
    assert sides(reader, text, day=DAY)[0][1] == "UNK"


BEHIND_A_PLACE = [
    ("A woman was stoned to death outside a courthouse by relatives in Multan.", "PAK.CVL"),
    ("A reporter was beaten with sticks at a checkpoint in Herat by Taliban fighters.", "AFG.MIL"),
    ("Nine people were killed in a raid on a village in Sudan by Rapid Support Forces.", "SDN.REB"),
    ("A drone strike on a camp in Kunar by the Pakistani military killed two.", "PAK.MIL"),
    ("Drone strikes on a camp in Kunar by the Pakistani military killed two men.", "PAK.MIL"),
]


@pytest.mark.parametrize(("text", "hand"), BEHIND_A_PLACE)
def test_the_doer_told_behind_a_place_did_it(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


def test_a_rally_by_somebody_is_his_and_the_attack_on_it_is_not(reader):
    text = "Four people were killed in an attack at a rally by opposition supporters in Lahore."
    assert sides(reader, text, day=DAY)[0][1] == "UNK"


AT_HOME = [
    ("Insurgents kill four policemen in Uruzgan.", "AFG.REB"),
    ("Separatists attack a coach in Bolan, killing nine passengers.", "PAK.REB"),
    ("Rebels kill two soldiers in Manipur, India.", "IND.REB"),
    ("Gunmen kill four policemen in Uruzgan.", "UNK.REB"),
    ("A suicide bomber kills four policemen in Uruzgan.", "UNK.REB"),
]


@pytest.mark.parametrize(("text", "hand"), AT_HOME)
def test_rebels_rise_in_their_own_land_and_gunmen_may_be_anybodys(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


def test_whom_the_forces_of_a_land_fight_there_are_its_rebels(reader):
    text = "Two fighters were killed by Pakistani soldiers. The raid was in Tank."
    assert sides(reader, text, day=DAY)[0] == ("force.operation", "PAK.MIL", "PAK.REB")


OVER_THE_LINE = [
    ("Two Indian soldiers died in shelling from across the Line of Control in Poonch.", "PAK.MIL"),
    ("An Indian soldier died in firing from across the LoC in Poonch.", "PAK.MIL"),
    ("A woman was hurt when shells fired from across the LoC hit her house in Kotli.", "IND.MIL"),
    ("Two soldiers were killed in firing from across the border in Chaman.", "UNK"),
]


@pytest.mark.parametrize(("text", "hand"), OVER_THE_LINE)
def test_what_comes_over_the_line_is_of_the_army_beyond_it(reader, text, hand):
    assert sides(reader, text, day=DAY)[0][1] == hand


def test_rockets_that_were_fired_are_what_hit(reader):
    text = "Rockets fired from Lebanon hit a house in Haifa, wounding two."
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["attack.shelling"]


OFFICES = [
    ("The Indian Chief of Army Staff warned Pakistan of a fitting reply.", "IND.MIL"),
    ("Pakistani Chief of Naval Staff Admiral Omar Zaman warned India of a reply.", "PAK.MIL"),
    ("India's Chief of Defence Staff accused Pakistan of escalation.", "IND.MIL"),
    ("Pakistan's Chairman Joint Chiefs of Staff accused India of spreading terror.", "PAK.MIL"),
    ("The chief of staff of the Iranian armed forces threatened Israel with war.", "IRN.MIL"),
    ("The White House chief of staff accused Iran of lying.", "USA.GOV"),
    ("The European Union's foreign policy chief urged Iran to return to the talks.", "IGO"),
    ("A United Nations investigator accused the Taliban of crimes.", "IGO"),
    ("The National Security Council of India accused Pakistan of harbouring rebels.", "IND.GOV"),
    ("The deputy head of Russia's Security Council threatened Ukraine with war.", "RUS.GOV"),
    ("Pakistani mediators urged Iran to return to the talks.", "PAK.GOV"),
    ("African troops killed 12 rebels in Bangui.", "UNK.MIL"),
]


@pytest.mark.parametrize(("text", "office"), OFFICES)
def test_who_holds_an_office_is_of_whatever_he_heads(reader, text, office):
    assert read(reader, text, day=DAY)[0]["initiator"] == office


BESIDE = [
    # who fights, told in a clause beside
    ("Fighting erupts in Goma after Congolese troops stormed the town.", "COD.MIL"),
    ("Clashes go on in Fasher as the Rapid Support Forces tighten their siege.", "SDN.REB"),
    # a verb that the parse takes for a noun, behind whose they are or what they ride and wear
    ("Men loyal to the Islamic State launch coordinated attacks on posts in Nangarhar.", "IMG.REB.IS"),
    ("In Zabul, a man in a police uniform attacks and kills three American soldiers.", "UNK.REB"),
    ("Six guards are killed in Sibi, Pakistan, when a suicide bomber riding on a bike rams a police van.", "UNK.REB"),
    ("Nine people are killed and ten men injured as gunmen, targeting Shias, open fire in Tank.", "UNK.REB"),
    # of whose side they are
    ("The TTP rejected it. Supporters of the group ambushed a van in Tank, killing two.", "PAK.REB.TTP"),
    ("A blast in Kabul kills ten people. ISIL's Afghan branch claims the attack.", "AFG.REB.ISKP"),
    ("Three people died in clashes between police and opponents of Shehbaz Sharif.", "PAK.OPP"),
    ("Two Taliban commanders were killed in an operation in Tank.", "PAK.MIL"),
    # where it was, and nobody's doing
    ("Gunfire on the border between the states of Assam and Mizoram kills six men.", "UNK"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hand"), BESIDE)
def test_who_did_it_is_told_beside_it(reader, text, hand):
    violent = [side for side in sides(reader, text, day=DAY) if not side[0].startswith("reject")]
    assert violent[0][1] == hand


def test_who_frees_captives_as_a_rebel_took_them(reader):
    text = "Ten men are released by the TTP, a day after they were kidnapped in Tank."
    found = read(reader, text, day=DAY)
    assert {e["initiator"] for e in found if e["kind"] == "attack.abduction"} == {"PAK.REB.TTP"}


SPOKEN = [
    (
        "Iraq's Nuclear Authority met Russian envoys. The Authority is in talks with Oslo.",
        "IRQ.GOV",
    ),
    ("Iran's Atomic Energy Organization accused the United States of sabotage.", "IRN.GOV"),
    ("Australia hails the truce while its Prime Minister, Tony Abbott, visits Kabul.", "AUS.GOV"),
    ("A US colonel is convicted by a military judge of killing a man.", "USA.JUD"),
]


@pytest.mark.parametrize(("text", "office"), SPOKEN)
def test_an_office_without_a_land_is_of_the_one_told(reader, text, office):
    assert read(reader, text, day=DAY)[-1]["initiator"] == office


BLAMED = [
    ("Explosions are heard in Kabul. The Taliban accuses Pakistan of air strikes.", "PAK.MIL"),
    ("Explosions rock Isfahan. Iran blames Israel for the drone attack.", "ISR.MIL"),
    ("A bomb explodes in Quetta. Pakistan accuses India of drone strikes.", "UNK"),
    (
        "A bomb on a cart kills a man in Quetta. The Baloch Liberation Army claims it.",
        "PAK.REB.BLA",
    ),
    ("Two people are stabbed by a man at a school in Graz. He is an Afghan citizen.", "AFG.CVL"),
    ("The army and the rebels accuse each other of bombing a market in Nyala.", "UNK"),
    ("A TTP splinter group, Jamaat-ul-Ahrar, attacked a post in Tank.", "PAK.REB.JUA"),
    ("Gunmen storm a hotel in Gwadar. The attackers were from the BLA.", "PAK.REB.BLA"),
    ("A blast kills two guards in Tank. The TTP said it had planted the device.", "PAK.REB.TTP"),
    ("A former soldier opens fire at a church in Michigan, killing four.", "USA.CVL"),
    ("Assam Rifles personnel kill three insurgents in Manipur.", "IND.MIL"),
]


@pytest.mark.parametrize(("text", "hand"), BLAMED)
def test_who_is_told_of_without_a_deed_of_his_own(reader, text, hand):
    violent = [s for s in sides(reader, text, day=DAY) if s[0].startswith(("attack", "force"))]
    assert violent[0][1] == hand


STRUCK_BACK = [
    (
        "The Taliban say that 50 Pakistani soldiers were killed in retaliatory attacks.",
        ("force", "AFG.MIL", "PAK.MIL"),
    ),
    (
        "Oslo and Bern agree to a truce after a day of fighting at Chaman that killed 15 civilians.",
        ("force.clash", "NOR.MIL", "CHE.MIL"),
    ),
    (
        "Oslo and Bern sign a truce after five days of border fighting killed 30 people.",
        ("force.clash", "NOR.MIL", "CHE.MIL"),
    ),
    (
        "Two National Guard members are shot near the White House.",
        ("attack.shooting", "UNK", "USA.MIL"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), STRUCK_BACK)
def test_whoever_strikes_back_or_fights_is_no_bystander(reader, text, expected):
    assert sides(reader, text, day=DAY)[0] == expected


def test_who_admits_a_strike_did_it_and_charges_nobody(told):
    text = "France admits that it was responsible for an airstrike in May that killed 9 Malian soldiers"
    (strike,) = told(text)
    assert (strike["kind"], strike["initiator"], strike["target"]) == (
        "force.airstrike",
        "FRA",
        "MLI.MIL",
    )
    assert strike["deaths_best"] == 9


def test_who_admits_a_raid_charges_nobody(told):
    text = "France acknowledged that it was responsible for a raid that killed nine Malian police."
    assert [event["kind"] for event in told(text)] == ["force.raid"]


def test_headlines_in_a_row_keep_each_its_hand_and_dead(told):
    text = "Ten killed in Balochistan violence;Four killed in Indian firing along LoC"
    assert [(e["initiator"], e["deaths_best"]) for e in told(text)] == [("UNK", 10), ("IND.MIL", 4)]
