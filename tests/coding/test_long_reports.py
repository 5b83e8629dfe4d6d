"""Reports of many sentences: what one sentence takes from those before it."""

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


def test_attacks_of_the_past_are_not_joined_to_the_news(told):
    text = (
        "Gunmen shot nine travellers near Barkhan on Sunday. No group said that it was behind it. "
        "But the Baloch Liberation Front has carried out several such attacks in the past. "
        "It is one of several groups that fight the state."
    )
    attacks = [(e["initiator"], e["status"]) for e in told(text) if e["kind"].startswith("attack")]
    assert attacks == [("UNK.REB", "happened"), ("PAK.REB.BLF", "recalled")]


@pytest.mark.parametrize("dateline", ["KABUL, May 12 - ", "KABUL - ", "QUETTA/KABUL - "])
def test_a_dateline_does_not_cut_off_who_acted(told, dateline):
    events = told(dateline + "Pakistan bombed two villages in Khost on Monday.")
    assert [(e["initiator"], e["place"]) for e in events] == [("PAK.GOV", "Khost")]


def _attacks(events: list[dict]) -> list[tuple]:
    violent = [e for e in events if e["kind"].startswith(("attack", "force"))]
    return [(e["kind"], e["initiator"], e["happened_from"].day) for e in violent]


def test_days_earlier_count_from_what_was_told_before(told):
    text = (
        "Fighters overran a post near Miranshah on Saturday and killed nine soldiers. "
        "Two days earlier, a roadside bomb had killed three policemen in Bannu."
    )
    assert _attacks(told(text)) == [("attack.raid", "UNK.REB", 7), ("attack.bombing", "UNK", 5)]


def test_days_earlier_than_some_day_of_a_month_stay_empty(told):
    text = (
        "In January 2024 gunmen killed nine soldiers near Miranshah. "
        "Two days earlier, a roadside bomb had killed three policemen in Bannu."
    )
    bombing = next(e for e in told(text) if e["kind"] == "attack.bombing")
    assert pd.isna(bombing["happened_from"])


def test_a_witness_tells_how_it_was_and_no_other_attack(told):
    text = (
        "A bomb killed nine people in a market in Quetta on Sunday. It was the hour of prayer. "
        '"They shot at those who ran," said a shopkeeper. Shops stayed shut on Monday.'
    )
    assert [kind for kind, _, _ in _attacks(told(text))] == ["attack.bombing"]


def test_a_witness_who_names_a_place_may_tell_of_another(told):
    text = (
        "A bomb killed nine people in a market in Quetta on Sunday. It was the hour of prayer. "
        '"They shot two policemen in Mastung too," said a trader. Shops stayed shut on Monday.'
    )
    assert len(_attacks(told(text))) == 2


def test_a_charge_that_is_told_as_a_fact_is_one_deed(told):
    text = (
        "Taliban officials accused Pakistan on Monday of killing eighteen villagers in air raids on"
        " Paktika. Pakistani jets dropped bombs on Barmal district late on Sunday night."
    )
    raids = [e for e in told(text) if e["kind"].startswith("force")]
    assert [(e["status"], e["deaths_best"], e["happened_from"].day) for e in raids] == [
        ("happened", 18, 8)
    ]


def test_a_toll_is_of_the_attack_in_the_place_that_it_names(told):
    text = (
        "Iranian missiles hit two bases in Panjgur on Sunday. On Thursday gunmen had ambushed a"
        " patrol near Saravan and killed nine Iranian policemen. Two girls were killed in Panjgur."
    )
    strike = next(e for e in told(text) if e["kind"].startswith("force"))
    assert strike["deaths_best"] == 2


def test_a_blast_after_a_place_is_not_the_deed_of_who_tells_it(told):
    text = "In Kabul, a blast in a minibus wounded eight people on Sunday, police there said."
    assert _attacks(told(text)) == [("attack.bombing", "UNK", 8)]


def test_killed_and_wounded_by_one_bomb(told):
    text = (
        "Seven soldiers were killed and four wounded on Saturday when rebels set off a bomb under"
        " their lorry near Bannu."
    )
    bombs = [e for e in told(text) if e["kind"].startswith(("attack", "force"))]
    assert [(e["kind"], e["deaths_best"], e["injured_best"]) for e in bombs] == [
        ("attack.bombing", 7, 4)
    ]


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


def test_attacks_of_the_past_in_a_second_clause_are_no_news(told):
    text = (
        "Gunmen shot nine travellers near Barkhan on Sunday. The bodies lay in a river bed. "
        "No group had said that it did it, but the Baloch Liberation Front has carried out several"
        " such attacks in the past. Police have begun a search."
    )
    attacks = [(e["initiator"], e["status"]) for e in told(text) if e["kind"].startswith("attack")]
    assert ("PAK.REB.BLF", "happened") not in attacks


def test_those_whom_a_strike_answers_for_are_not_its_dead(told):
    text = (
        "India fired missiles at two camps in Pakistan on Sunday, in what it called an answer to"
        " the murder of 26 visitors. Pakistan said that 31 civilians had been killed."
    )
    strike = next(e for e in told(text) if e["kind"] == "force.airstrike")
    assert strike["deaths_best"] == 31


def test_an_office_is_of_the_land_of_who_spoke_before(told):
    text = (
        "A general of the Pakistani army said that the attackers came from Afghanistan. "
        "The foreign office accused India of sponsoring them from Afghan territory."
    )
    assert ("PAK.GOV", "IND") in _sides(told(text), "accuse")


def test_nights_are_counted_too(told):
    text = (
        "Fighters overran a post near Miranshah on Saturday and killed nine soldiers. "
        "Two nights later, a roadside bomb killed three policemen in Bannu."
    )
    assert _attacks(told(text)) == [("attack.raid", "UNK.REB", 7), ("attack.bombing", "UNK", 9)]


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


def test_a_clause_never_hangs_on_itself(told):
    text = (
        "Chadian jets bombed a port in Sudan on Sunday, a day after a drone launched by Sudan's"
        " rebels hit Abeche and killed a man, and the two sides exchanged threats of more."
    )
    assert any(e["kind"] == "force.airstrike" for e in told(text))
