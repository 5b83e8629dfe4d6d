"""What kind an act is by whom it hits and whose hand it was: murder of note, storming, insiders."""

import tomllib
from collections import Counter

import pandas as pd
import pytest

from escalation.shipped import shipped
from tests.coding.reading import is_violent, read, sides

DAY = pd.Timestamp("2012-05-02")
NOW = pd.Timestamp("2024-05-02")

ASSASSINATIONS = [
    "Senator Adan Warsame was gunned down outside a mosque in Mogadishu, Somalia.",
    "The mayor of Exford was shot dead by gunmen in Kandahar, Afghanistan.",
    "A judge, Salim Raza, is killed by masked men in Peshawar, Pakistan.",
    "Gunmen shot dead Karim Dost, the chairman of a district council, in Mingora, Pakistan.",
    "Police chief Omar Said was killed when gunmen attacked his car in Zhob, Pakistan.",
]
NONE = [
    ("Gunmen shot dead a shopkeeper, Imran Ali, in Quetta, Pakistan.", "attack.shooting"),
    ("Gunmen killed five party workers in Karachi, Pakistan.", "attack.shooting"),
    ("Police shot dead rebel leader Tariq Baloch in Quetta, Pakistan.", "force.shooting"),
]


@pytest.mark.parametrize("text", ASSASSINATIONS)
def test_one_person_of_note_is_assassinated(reader, text):
    assert [kind for kind, *_ in sides(reader, text, day=NOW)] == ["attack.assassination"]


@pytest.mark.parametrize(("text", "kind"), NONE)
def test_whoever_is_not_of_note_or_falls_to_police_is_not(reader, text, kind):
    assert sides(reader, text, day=NOW)[0][0] == kind


STORMED = [
    ("Gunmen attacked a hospital in Kabul, Afghanistan, killing nine.", "attack.raid"),
    ("A courthouse in Multan, Pakistan, was attacked by gunmen on Monday.", "attack.raid"),
    ("Gunmen launched an attack on a hotel in Gwadar, Pakistan, killing four.", "attack.raid"),
    ("Gunmen attacked a bus in Mastung, Pakistan, killing six passengers.", "attack.shooting"),
    ("Gunmen opened fire at a mosque in Quetta, Pakistan, killing three.", "attack.shooting"),
]


@pytest.mark.parametrize(("text", "kind"), STORMED)
def test_gunmen_who_attack_a_building_storm_it(reader, text, kind):
    assert [told for told, *_ in sides(reader, text, day=NOW)] == [kind]


TURNED = [
    ("A man in an Afghan army uniform shot two Spanish soldiers in Herat, Afghanistan.", "attack"),
    ("Three Poles of the army were shot by an Afghan policeman in Ghazni.", "force"),
    ("Three Polish soldiers were shot dead by an Afghan policeman in Ghazni.", "attack"),
    ("An Indian soldier shot two Pakistani soldiers on the border in Poonch, India.", "force"),
]


@pytest.mark.parametrize(("text", "root"), TURNED)
def test_one_in_uniform_who_shoots_at_allies_is_no_army(reader, text, root):
    kinds = [kind for kind, *_ in sides(reader, text, day=DAY)]
    assert kinds == [f"{root}.shooting"]


def test_a_policeman_who_turns_is_no_bomber(reader):
    text = "A bomb kills three Spanish soldiers in Herat. A Polish soldier is killed by an Afghan policeman."
    assert [kind for kind, *_ in sides(reader, text, day=DAY)] == ["attack.bombing", "attack"]


ENSUED = [
    "Insurgents attacked a bank in Zhob, Pakistan, sparking a gun battle that killed four guards.",
    "Four guards were killed in an attack on a bank in Zhob, Pakistan. Three of the attackers died"
    " in the ensuing gunfight.",
]


@pytest.mark.parametrize("text", ENSUED)
def test_a_gunfight_that_ensues_is_of_the_attack(reader, text):
    assert [kind for kind, *_ in sides(reader, text, day=NOW)] == ["attack"]


def test_gunmen_of_whom_all_were_killed_shot_nobody(reader):
    text = "Gunmen attacked a hotel in Kabul. All four of the gunmen were killed, with nine people hurt."
    assert [kind for kind, *_ in sides(reader, text, day=NOW)] == ["attack.raid"]


BOTH = [
    ("Troops killed four militants and arrested nine in a raid in Khost.", "force.raid"),
    ("Two rebel leaders are killed and ten arrested in army raids in Bannu.", "force.raid"),
]


@pytest.mark.parametrize(("text", "kind"), BOTH)
def test_a_raid_in_which_some_were_killed_and_some_arrested(reader, text, kind):
    assert kind in [told for told, *_ in sides(reader, text, day=NOW)]


HANDS = [
    # who stands behind a militia is not the militia, where a state does
    ("A Taliban-trained militia attacked a post in Bannu, killing three officers.", "UNK.REB"),
    ("CIA-trained fighters raided a village in Khost.", "UNK.REB"),
    ("Al-Qaeda-linked militants killed six soldiers in Mali.", "IMG.REB.ALQAEDA"),
    # leaders of movements that no list knows are no governments
    ("An Aryan Guild leader drove a truck into marchers in Oregon, wounding six.", "USA.OPP"),
    # a crowd of whoever was there
    ("Two brothers were beaten to death by a mob in Sialkot, Pakistan.", "PAK.CVL"),
    ("A mob killed a man accused of theft in Lahore, Pakistan.", "PAK.CVL"),
    # a group told beside those who did it
    ("Gunmen suspected to be Al-Shabaab fighters killed six people in Kismayo.", "SOM.REB"),
    ("Al-Shabaab fighters launched coordinated militant attacks on bases in Somalia.", "SOM.REB"),
    # an operation of forces that nobody names
    ("Seven villagers were killed in a security operation in Katlang, Pakistan.", "PAK.MIL"),
    ("Three villagers died in an anti-militant operation in Swat, Pakistan.", "PAK.MIL"),
    # protesters who fell in a clash
    ("Four demonstrators were killed in a clash with soldiers in Ghazni, Afghanistan.", "AFG.MIL"),
]


@pytest.mark.parametrize(("text", "initiator"), HANDS)
def test_whose_hand_it_was(reader, text, initiator):
    assert sides(reader, text, day=NOW)[0][1] == initiator


def test_where_a_fight_killed_the_place_did_not(reader):
    text = "Police and robbers fought a gun battle in Lahore, Pakistan, that killed two."
    assert all(initiator != "PAK.GOV" for _, initiator, _ in sides(reader, text, day=NOW))


def test_a_rescue_operation_is_no_fight(reader):
    text = "Four people died in a rescue operation in Chitral, Pakistan."
    assert not any(map(is_violent, read(reader, text, day=NOW)))


def test_no_noun_stands_for_two_sectors():
    table = tomllib.loads(shipped("roles.toml").read_text(encoding="utf-8"))
    nouns = [noun for line in table.values() for noun in line.split("|")]
    assert sorted(noun for noun, times in Counter(nouns).items() if times > 1) == []


LAID = [
    "The Islamic State said it was responsible.",
    "ISIL's Amaq agency says the group is responsible.",
    "The Islamic State is believed to be behind the attack.",
    "The president said that the Islamic State was to blame.",
]
NOT_LAID = [
    "The Islamic State denied that it was behind the attack.",
    "The Islamic State was responsible for a previous attack on the market.",
    "The Islamic State may be responsible.",
]


@pytest.mark.parametrize("text", LAID)
def test_who_is_said_to_be_behind_an_attack_is_its_hand(reader, text):
    told = sides(reader, f"A bombing at a market in Kabul killed 30 people. {text}", day=NOW)
    assert told[0] == ("attack.bombing", "IMG.REB.IS", "AFG.CVL")


@pytest.mark.parametrize("text", NOT_LAID)
def test_not_who_denies_it_or_only_may_be(reader, text):
    told = sides(reader, f"A bombing at a market in Kabul killed 30 people. {text}", day=NOW)
    assert told[0] == ("attack.bombing", "UNK", "AFG.CVL")


def test_whoever_is_responsible_it_happened(reader):
    text = "Al-Shabaab is suspected of being responsible for an explosion on a bus that killed nine in Mandera."
    [event] = filter(is_violent, read(reader, text, day=NOW))
    assert (event["status"], event["initiator"]) == ("happened", "SOM.REB")


def test_who_is_jailed_for_an_attack_tells_no_new_one(reader):
    text = "A court in Lima jailed the man responsible for a bombing that killed nine people."
    assert all(e["status"] != "happened" for e in read(reader, text, day=NOW) if is_violent(e))


def test_a_claim_of_both_attacks_is_of_both(reader):
    text = (
        "Two soldiers died when a bomb hit their truck in Zhob. In a separate incident, a policeman"
        " was killed in a grenade attack in Swabi. The Pakistani Taliban claimed both attacks."
    )
    assert [by for _, by, _ in sides(reader, text, day=NOW)] == ["PAK.REB.TTP", "PAK.REB.TTP"]


def test_those_who_attacked_are_of_the_group_that_was_told(reader):
    text = "Pakistani Taliban fighters seized a post in Bannu. The militants demand free passage."
    assert sides(reader, text, day=NOW)[-1][:2] == ("demand", "PAK.REB.TTP")


FOUGHT = [
    (
        "Ugandan troops captured a commander of the Lord's Resistance Army after a firefight"
        " in the Central African Republic.",
        ("force.clash", "UGA.MIL", "UGA.REB.LRA"),
    ),
    (
        "Soldiers killed two smugglers after a gun battle in Chaman, Pakistan.",
        ("force.clash", "PAK.MIL", "PAK.CRM"),
    ),
    (
        "Five guards were beheaded after being seized by Boko Haram in Borno.",
        ("attack", "NGA.REB", "NGA.COP"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUGHT)
def test_sides_told_by_the_clause_beside(reader, text, expected):
    violent = [e for e in sides(reader, text, day=NOW) if e[0].startswith(("attack", "force"))]
    assert violent == [expected]


DRIVEN = [
    "A car bomb was driven into a crowd of shoppers in Lashkar Gah, killing nine.",
    "An attacker drove an explosives-laden truck into an army post in Tank, killing eight.",
    "A militant rammed a vehicle packed with explosives into a police station in Bannu.",
    "A truck bomb rammed the gate of a base in Mali, killing ten soldiers.",
]


@pytest.mark.parametrize("text", DRIVEN)
def test_a_bomb_that_is_driven_is_a_suicide_attack(reader, text):
    assert [kind for kind, *_ in sides(reader, text, day=NOW)] == ["attack.suicide"]


def test_a_truck_of_bricks_is_none(reader):
    text = "A truck loaded with bricks rammed a bus in Lahore, Pakistan, killing two."
    assert not any(map(is_violent, read(reader, text, day=NOW)))


def test_a_violation_of_the_truce_is_one(reader):
    text = "Violations of the ceasefire by Indian troops killed two Pakistani soldiers in Poonch."
    told = sides(reader, text, day=NOW)
    assert told == [("force.violation", "IND.MIL", "PAK.MIL")]


def test_who_is_said_to_be_behind_a_wave_of_violence_is_not_the_hand_of_one_attack(reader):
    text = (
        "A bomb killed four soldiers in Bannu. Officials say that Tehrik-i-Taliban Pakistan is"
        " responsible for a rise in violence along the frontier."
    )
    attack, accusation = sides(reader, text, day=pd.Timestamp("2026-02-19"))
    assert attack == ("attack.bombing", "UNK", "PAK.MIL")
    assert accusation[:2] == ("accuse", "PAK.GOV")


DRONES = [
    ("Houthi drones struck a tanker off Hodeidah, Yemen.", "attack.drone"),
    ("Two rebel drones hit a barracks in Bannu, Pakistan.", "attack.drone"),
    ("Ukrainian drones struck an oil depot in Tver, Russia.", "force.drone"),
    ("A drone strike killed three militants in North Waziristan, Pakistan.", "force.drone"),
]


@pytest.mark.parametrize(("text", "kind"), DRONES)
def test_a_drone_of_no_state_is_an_attack(reader, text, kind):
    assert sides(reader, text, day=NOW)[0][0] == kind
