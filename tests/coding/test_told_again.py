"""What a later sentence tells of the same attack, and who else a sentence counts."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2019-10-08")  # a Tuesday


def tolls(events: list[dict]) -> list[tuple[float | None, float | None]]:
    return [(event.get("deaths_best"), event.get("injured_best")) for event in events]


def test_in_the_blast_is_the_one_told_before(told):
    text = (
        "A Czech soldier is killed by a bomb in Khost. Another Czech soldier was hurt in the blast."
    )
    assert [event["target"] for event in told(text)] == ["CZE.MIL"]
    text = "A shrine was bombed in Khost, killing two. Another attack in Khost killed four people."
    assert [dead for dead, _ in tolls(told(text))] == [2, 4]


def test_that_bomb_is_the_last_one_told(told):
    text = (
        "A bomb explodes in a college in Ghazni, wounding nine. The college was hit last month by"
        " a car bomb. That bomb killed a teacher and injured five students."
    )
    assert sorted(tolls(told(text)), key=str) == [(1, 5), (None, 9)]


def test_which_it_was_tells_of_no_other(told):
    text = "Two blasts in Herat kill 13. The attack, the second in a week, is claimed by ISIL."
    assert [event["initiator"] for event in told(text)] == ["IMG.REB.IS"]


ANOTHER = [
    ("A guard is killed and another is wounded by rebels in Khost.", (1, 1)),
    ("Rebels shoot two guards dead in Khost, wounding another.", (2, 1)),
    ("Rebels kill two guards and injured another in Khost.", (2, 1)),
]


@pytest.mark.parametrize(("text", "toll"), ANOTHER)
def test_another_is_one_more(text, toll, told):
    assert tolls(told(text)) == [toll]


def test_who_claims_an_attack_may_boast_of_it(told):
    text = (
        "Six soldiers die in a bombing in Nushki. The Balochistan Liberation Army claims"
        " responsibility, claiming that it killed 40 soldiers."
    )
    assert tolls(told(text)) == [(6, None)]


CLASHES = ["results in the death of", "led to the deaths of", "resulted in injuries to"]


@pytest.mark.parametrize("words", CLASHES)
def test_who_fell_in_a_clash_fought_in_it(words, told):
    (event,) = told(f"A gunfight in Tank, Pakistan, {words} four policemen and two rebels.")
    assert (event["kind"], event["initiator"]) == ("force.clash", "PAK.COP")
    assert event["target"].endswith("REB")


def test_a_clash_of_nobody_in_particular_hits_nobody(told):
    (event,) = told("Heavy fighting continues around the city of Ghazni.")
    assert (event["kind"], event.get("target")) == ("force.clash", None)


def test_where_something_was_signed_before_nothing_was_bombed(told):
    text = "US forces bombed Taliban fighters for the first time since a deal was signed in Doha."
    events = [event for event in told(text) if event["kind"].startswith("force")]
    assert [event.get("country") for event in events] == [None]


def test_people_on_their_way_are_where_they_are_hit(told):
    (event,) = told("A mine kills six girls who were on their way to a wedding in Takhar.")
    assert event["admin1"] == "Takhar"


def test_a_name_does_not_reach_over_a_comma(told):
    events = told("After stops in Oman and Pakistan, Taliban envoys agreed to talks with Kabul.")
    assert not [e for e in events if "TTP" in str(e["initiator"])]


def test_stockpiled_explosives_are_no_attack(told):
    assert (
        told("A family of six dies in the detonation of explosives stored in a Farah house.") == []
    )


def test_a_vehicle_of_the_forces_is_theirs(told):
    (event,) = told("Three people are hurt as a roadside bomb hits a security vehicle in Quetta.")
    assert event["target"] == "PAK.MIL"


def test_a_government_that_bans_a_game_is_coded(told):
    (event,) = told("The government of Afghanistan bans chess.")
    assert event["kind"] == "coerce.restriction"
    assert told("The cricket board bans a bowler for a year.") == []


def test_to_call_an_attack_an_answer_asks_nothing(told):
    text = (
        "A bomb kills five in Gardez. The Taliban claims responsibility, calling it an answer to"
        " a speech by President Hamid Karzai that blames the group for a raid on a bazaar."
    )
    assert not [event for event in told(text) if event["kind"].startswith(("threat", "demand"))]


GROUPS = [
    ("The Pakistani Taliban offshoot Jamaat-ul-Ahrar claims responsibility.", "PAK.REB.JUA"),
    ("Jamaat-ul-Ahrar, a Pakistani Taliban splinter group, claims responsibility.", "PAK.REB.JUA"),
    ("The Hafiz Gul Bahadur faction of the TTP claims responsibility.", "PAK.REB.HGB"),
]


@pytest.mark.parametrize(("claim", "group"), GROUPS)
def test_which_group_claims(claim, group, told):
    (event,) = told("Three policemen die in a bombing in Mardan. " + claim)
    assert event["initiator"] == group


def test_rivals_fight_each_other(told):
    (event,) = told("Six people die in Pakistan in fighting between rival parties in Sindh.")
    assert (event["initiator"], event["target"]) == ("PAK.PTY", "PAK.PTY")


def test_a_quarrel_of_kin_is_no_act_of_a_conflict(told):
    assert told("The singer Jane Roe is shot dead by her brother in Lahore.") == []


def test_who_dies_of_his_wounds_is_one_of_the_dead(told):
    (event,) = told("A policeman wounded in Monday's attack in Quetta dies of his injuries.")
    assert tolls([event]) == [(1, None)]


def test_a_stock_exchange_is_no_exchange_of_fire(told):
    (event,) = told("An attack on the Exland Stock Exchange in Karachi kills two guards.")
    assert event["kind"] == "attack"


def test_who_held_an_office_before_keeps_his_country(told):
    (event,) = told("Russia accuses Hamid Karzai of theft.")
    assert event["target"] == "AFG.ELI"
    (event,) = told("A bomb kills two guards at Hamid Karzai International Airport in Kabul.")
    assert event["target"] == "AFG.CVL" or event["target"] == "AFG.COP"


def test_an_arrest_over_a_game_is_an_arrest(told):
    (event,) = told("Police in India arrest three students for cheering a cricket win.")
    assert (event["kind"], event["initiator"]) == ("coerce.arrest", "IND.COP")
