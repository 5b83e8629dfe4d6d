"""Reports of many sentences: whose words they are and at whom, by what was told before."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2026-03-10")
RAID = "Pakistani jets struck three villages in Khost on Monday, killing nine people. "
MISSILES = "Iranian missiles hit two villages in Pakistan on Sunday, killing four people. "


def _sides(events: list[dict], kind: str) -> list[tuple]:
    return [(e["initiator"], e["target"]) for e in events if e["kind"].startswith(kind)]


@pytest.mark.parametrize(
    "appeal",
    [
        "China called on both neighbours to show restraint.",
        "China urges the two countries to settle their quarrel by talks.",
        "China asked the parties to step back.",
        "China told both to keep their soldiers in barracks.",
    ],
)
def test_both_sides_are_the_two_that_were_at_odds(told, appeal):
    both = [("CHN", "PAK.GOV"), ("CHN", "AFG.GOV")]
    assert _sides(told(RAID + appeal), "demand") == both


def test_a_mediator_is_neither_of_the_two_sides(told):
    events = told(RAID + "Iran's foreign minister offered to mediate between the two sides.")
    assert _sides(events, "agree") == [("IRN.GOV", "PAK.GOV"), ("IRN.GOV", "AFG.GOV")]


def test_all_sides_are_nobody(told):
    events = told(RAID + "The United States urged all sides to protect civilians.")
    assert _sides(events, "demand") == [("USA", None)]


def test_both_of_nobody_told_are_nobody(told):
    assert _sides(told("China called on both neighbours to show restraint."), "demand") == [
        ("CHN", None)
    ]


def test_what_somebody_calls_a_breach_is_what_was_told(told):
    events = told(MISSILES + "Islamabad denounced what it called an unprovoked breach.")
    assert _sides(events, "accuse") == [("PAK.GOV", "IRN.MIL")]


def test_allegations_that_are_called_baseless_are_denied(told):
    text = (
        "Pakistan accused India of arming rebels. "
        "New Delhi rejected what it called baseless allegations."
    )
    assert _sides(told(text), "reject.accusation") == [("IND.GOV", "PAK.GOV")]


def test_who_vows_to_answer_means_who_hit_him(told):
    events = told(MISSILES + "Islamabad said that it reserved the right to answer.")
    assert _sides(events, "threat") == [("PAK.GOV", "IRN.MIL")]


def test_the_bombing_condemned_is_the_one_told_by_that_word(told):
    text = (
        "Israeli warplanes bombed the port of Hodeidah on Saturday. "
        "The Houthis fired a missile at Eilat. Iran condemned the bombing."
    )
    assert _sides(told(text), "accuse") == [("IRN", "ISR.MIL")]


def test_soldiers_who_killed_the_attackers_are_not_condemned_for_the_attack(told):
    text = (
        "Fighters stormed a camp in Bannu on Sunday and killed ten soldiers. "
        "Troops killed six of the attackers in a firefight near Mir Ali. China condemned the attack."
    )
    assert _sides(told(text), "accuse") == [("CHN", "UNK.REB")]


def test_them_are_deeds_and_no_people(told):
    text = (
        "Gunmen shot nine travellers near Barkhan on Sunday. "
        "President Zardari and the chief minister of Punjab condemned them."
    )
    assert "PAK.CVL" not in [target for _, target in _sides(told(text), "accuse")]


def test_an_official_is_of_the_town_that_his_sentence_begins_with(told):
    text = (
        "Pakistan accused India of paying for the attacks. "
        "In New Delhi, a spokesman for the foreign ministry rejected the accusation as baseless."
    )
    assert _sides(told(text), "reject") == [("IND.GOV", "PAK.GOV")]


def test_whoever_lends_his_soil_may_deny_it_too(told):
    text = (
        "Pakistan accused India of sponsoring the attack from Afghan territory. "
        "New Delhi denied it. Kabul, too, dismissed the remarks."
    )
    assert ("AFG.GOV", "PAK.GOV") in _sides(told(text), "reject")


def test_a_head_of_mission_is_of_the_land_that_sent_him(told):
    events = told("The minister in Kabul summoned Pakistan's head of mission there.")
    assert _sides(events, "accuse.complaint") == [("AFG.GOV", "PAK.GOV")]


@pytest.mark.parametrize(
    "text",
    [
        '"Today it is water. What will it be tomorrow?" asked a spokesman of the Indian army.',
        "An Indian official asked not to be named.",
        "An Indian official told the tale, asking that his name be kept back.",
    ],
)
def test_questions_and_the_wish_to_be_nameless_demand_nothing(told, text):
    assert _sides(told(text), "demand") == []


def test_the_council_is_the_one_named_before(told):
    text = "The Security Council met over Kashmir. Britain urged the Council to send observers."
    assert _sides(told(text), "demand") == [("GBR", "IGO")]


def test_the_two_are_those_most_often_at_odds(told):
    text = (
        MISSILES
        + "Islamabad recalled its envoy from Tehran. Germany suspended aid to Iran. "
        + "Kenya's president urged both countries to stop."
    )
    assert {target for _, target in _sides(told(text), "demand")} == {"PAK.GOV", "IRN"}


def test_an_office_is_of_the_land_of_who_spoke_before(told):
    text = (
        "A general of the Pakistani army said that the attackers came from Afghanistan. "
        "The foreign office accused India of sponsoring them from Afghan territory."
    )
    assert ("PAK.GOV", "IND") in _sides(told(text), "accuse")


def test_killings_elsewhere_that_are_blamed_are_not_the_last_attack(told):
    text = (
        "Mortars killed four villagers in Poonch on Sunday. New Delhi suspended a treaty after the"
        " killings at Pahalgam, for which it blames Lashkar-e-Taiba."
    )
    mortars = next(e for e in told(text) if e["kind"].endswith("shelling"))
    assert mortars["initiator"] != "PAK.REB.LET"


def test_who_may_not_speak_to_the_press_is_not_banned(told):
    text = "A doctor in Kandahar, who was not allowed to speak to the press, counted twenty dead."
    assert [e for e in told(text) if e["kind"].startswith("coerce")] == []


def test_a_fight_weighs_more_than_words_for_who_the_two_are(told):
    text = (
        RAID + "Pakistan accused India of arming rebels. India condemned the raid. "
        "Russia's foreign ministry urges the two countries to stop."
    )
    targets = {target for _, target in _sides(told(text), "demand")}
    assert targets == {"PAK.GOV", "AFG.GOV"}


def test_they_are_not_the_police_who_only_tell_it(told):
    text = (
        "In Gwadar, gunmen broke into a compound and killed eleven labourers, the police said. "
        "In Nushki they abducted the deputy commissioner."
    )
    taken = [e["initiator"] for e in told(text) if e["kind"] == "attack.abduction"]
    assert taken == ["UNK.REB"]


@pytest.mark.parametrize(
    "text",
    [
        "Britain told its citizens to leave Lebanon while they could.",
        '"My children asked if it was thunder," said a teacher in the Narmak quarter of Tehran.',
    ],
)
def test_advice_to_travellers_and_questions_are_at_nobody(told, text):
    assert told(text) == []


def test_soldiers_in_a_land_that_others_hold_are_of_those(told):
    events = told("In the West Bank, soldiers shot dead seven men in Qabatiya on Sunday.")
    assert [e["initiator"] for e in events] == ["ISR.MIL"]


def test_a_leader_who_vows_punishment_means_who_struck_his_group(told):
    text = (
        "Israel killed a commander of Hezbollah in an air strike on Beirut on Sunday. Hassan"
        " Nasrallah, Hezbollah's leader, called it an act of war and vowed a just punishment."
    )
    assert _sides(told(text), "threat") == [("LBN.REB.HEZBOLLAH", "ISR")]


def test_each_accuses_the_other_and_nobody_is_known_to_have_fired(told):
    text = (
        "Thai and Cambodian soldiers exchanged fire near a temple on Sunday. "
        "Each accused the other of shooting first."
    )
    events = told(text)
    assert _sides(events, "accuse") == [("THA", "KHM")]
    assert [e["kind"] for e in events if e["kind"].startswith("attack")] == []
