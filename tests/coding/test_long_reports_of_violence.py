"""Reports of many sentences: one deed of violence, told at length, and what is not of it."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2026-03-10")


def _attacks(events: list[dict]) -> list[tuple]:
    violent = [e for e in events if e["kind"].startswith(("attack", "force"))]
    return [(e["kind"], e["initiator"], e["happened_from"].day) for e in violent]


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


def test_nights_are_counted_too(told):
    text = (
        "Fighters overran a post near Miranshah on Saturday and killed nine soldiers. "
        "Two nights later, a roadside bomb killed three policemen in Bannu."
    )
    assert _attacks(told(text)) == [("attack.raid", "UNK.REB", 7), ("attack.bombing", "UNK", 9)]


def test_a_clause_never_hangs_on_itself(told):
    text = (
        "Chadian jets bombed a port in Sudan on Sunday, a day after a drone launched by Sudan's"
        " rebels hit Abeche and killed a man, and the two sides exchanged threats of more."
    )
    assert any(e["kind"] == "force.airstrike" for e in told(text))
