"""Where, when, how many and between whom: sentences of our own, each with one thing that is hard."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2025-03-12")


PLACES = [
    ("Rebels killed two guards in the Afghanistan province of Kunar.", "Kunar"),
    ("Soldiers killed four men crossing into Pakistan near North Waziristan.", "North Waziristan"),
    ("A raid near the Afghanistan border in Zhob killed three militants.", "Zhob"),
    ("Two people died after a bomb detonated in a shop in Srinagar, India.", "Srinagar"),
    ("Police killed two men wanted for a raid in Karachi.", "Pakistan"),
    ("Troops in Zhob killed a man who planned attacks in Lahore.", "Zhob"),
    ("Rebels stopped a train from Quetta to Sibi and killed four guards.", "Balochistan"),
    ("Gunmen shot a judge in Zhob while he was reading.", "Zhob"),
    ("Rebels raided the town of Bara, North Kordofan, on Tuesday.", "Bara"),
    ("India launches three airstrikes against Multan.", "Multan"),
    ("India launches three airstrikes against Pakistan.", "Pakistan"),
    ("Iran attacks Pakistan with missiles.", "Pakistan"),
    ("India launches three airstrikes against Lahore, second city of Pakistan.", "Lahore"),
    ("A blast hits the Sukkur office of Pakistan's railways with two people dead.", "Sukkur"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_the_finest_that_is_told(told, text, place):
    assert [event.get("place") for event in told(text)] == [place]


DAYS = [
    ("Gunmen killed two voters in Quetta ahead of tomorrow's vote.", "2025-03-11", "2025-03-12"),
    ("A bomb killed a guard in Quetta during the 2025 general election.", "2025-03-11", None),
    ("Police in Quetta arrested a man over the killing of a judge in January.", "2025-03-11", None),
    ("The 2008 bombing in Quetta killed ten soldiers.", "2008-01-01", "2008-12-31"),
    ("Pakistan closed the border for the third time on Monday.", "2025-03-10", "2025-03-10"),
    ("Pakistan called for an election on May 9.", "2025-03-11", None),
    ("India condemned a recent film of the army.", "2025-03-11", None),
    ("Police in Quetta arrested nine men because of recent unrest.", "2025-03-11", None),
    ("Troops in Zhob killed a rebel who led recent attacks on the police.", "2025-03-11", None),
    # a day right behind "said" is the saying's, whatever follows without "that"
    ("Police said on Tuesday gunmen had killed four men in Zhob.", "2025-03-10", "2025-03-11"),
    ("Police said Tuesday gunmen killed a man in Zhob on Sunday.", "2025-03-09", "2025-03-09"),
    ("The army said Monday's raid in Zhob left five rebels dead.", "2025-03-10", "2025-03-10"),
    ("The army said Monday bombing in Zhob left five dead.", "2025-03-10", "2025-03-10"),
    # days of what others did to those it is about
    ("Troops retook a town in Zhob that rebels had captured on Sunday.", "2025-03-11", None),
    ("Rebels in Zhob killed two guards whom they kidnapped last month.", "2025-03-11", None),
    ("The army freed two clerks abducted last week in Zhob.", "2025-03-11", None),
    (
        "Police in Quetta held nine men over the lynching of a farmer on 1 March.",
        "2025-03-11",
        None,
    ),
    ("Earlier in March, gunmen killed four guards in Zhob.", "2025-03-01", None),
    ("Bombs in Quetta kill 90 people, up from 27 yesterday, and injure 50.", "2025-03-11", None),
    # a span that is counted over, ahead, or of a word once said
    ("Gunmen killed a judge in Quetta, the 15th murder in the city this year.", "2025-03-11", None),
    ("The Taliban announced a truce beginning on Friday.", "2025-03-11", None),
    ("India accused Pakistan of killings in Poonch in the past 20 years.", "2025-03-11", None),
    ("The army killed nine rebels in Zhob in the past 48 hours.", "2025-03-10", None),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_day_is_the_act_s_own(told, text, first, last):
    event = told(text)[0]
    assert event["happened_from"] == pd.Timestamp(first)
    assert event["happened_to"] == pd.Timestamp(last or DAY)


def test_what_came_so_many_days_before_the_news_has_its_own_day(told):
    now, before = told("A bomb killed nine in Quetta, three days after a mine killed two in Sibi.")
    assert now["happened_from"] == DAY - pd.Timedelta(days=1)
    assert before["happened_from"] == DAY - pd.Timedelta(days=4)
    assert before["happened_to"] == DAY - pd.Timedelta(days=3)


def test_each_of_two_clauses_has_the_day_that_it_tells(told):
    shot, held = told(
        "Nine men were shot dead on 5 March in Zhob, and police arrested two on Tuesday."
    )
    assert shot["happened_from"] == pd.Timestamp("2025-03-05")
    assert held["happened_from"] == DAY - pd.Timedelta(days=1)


def test_the_day_before_a_day_that_is_told(told):
    now, before = told("A bomb killed two in Zhob on Sunday, a day after gunmen shot a cleric.")
    assert now["happened_from"] == pd.Timestamp("2025-03-09")
    assert before["happened_from"] == before["happened_to"] == pd.Timestamp("2025-03-08")


TOLLS = [
    ("A mayor, three of her guards and a passerby were killed in an ambush in Quetta.", 5),
    ("Rebels in Quetta opened fire, killing four German tourists, three drivers and a guide.", 8),
    ("The bodies of six men who were shot and killed were found in Quetta.", 6),
    ("At least 12 soldiers and policemen were killed in an attack in Quetta.", 12),
    ("Three gunmen kill nine labourers in Quetta.", 9),
    ("Eleven people, including three attackers, were killed in an attack in Quetta.", 8),
    ("Six rebels died in a raid in Zhob, bringing the number of rebels killed to 40.", 6),
    ("A 12-year-old was killed by gunmen in Quetta.", 1),
    ("Gunmen ambushed a judge in Swabi, killing him and three of his guards.", 4),
    ("A blast hit Quetta. One person was killed and another injured.", 1),
    ("Rebel commander Karim Jan and three other rebels were killed in a raid in Zhob.", 4),
    ("Eight soldiers died in a bombing in Bannu. Ten TTP gunmen were also killed.", 8),
    ("Rebels killed a judge in Quetta. Two guards were also killed in the attack.", 3),
    ("Three gunmen killed nine labourers in Quetta.", 9),
    ("Two officers were killed in Kupwara, the 14th and 15th officers killed this year.", 2),
    ("Two people, both students, are killed in a bombing in Quetta.", 2),
    ("Three people - two nurses and a driver - were killed in a bombing in Quetta.", 3),
    (
        "The raid in Quetta resulted in the deaths of all 20 Example Front (EF) rebels and a guard.",
        21,
    ),
]


@pytest.mark.parametrize(("text", "deaths"), TOLLS)
def test_a_list_of_the_dead_is_summed_and_its_parts_are_not(told, text, deaths):
    assert [event["deaths_low"] for event in told(text)] == [deaths]


PARTIES = [
    ("The army killed ten Taliban militants in Bannu, Pakistan.", "PAK.MIL", "PAK.REB.TTP"),
    ("Pakistani troops killed two Taliban soldiers in Khost.", "PAK.MIL", "AFG.MIL"),
    ("The Pakistani Armed Forces launched a raid on militants in Bajaur.", "PAK.MIL", "PAK.REB"),
    ("Jets of Pakistan bombed Kabul, targeting TTP leaders.", "PAK", "PAK.REB.TTP"),
    ("An attack on an army convoy in Quetta killed three people.", "UNK", "PAK.MIL"),
    ("Gunmen attacked a private coal mine in Duki and killed nine miners.", "UNK.REB", "PAK.CVL"),
    ("Police arrested two men, accusing them of theft in Islamabad.", "PAK.COP", "PAK.CVL"),
    ("Three soldiers died as a bomber blew himself up at a checkpoint.", "UNK.REB", "UNK.MIL"),
    ("Troops raided a TTP hideout in Zhob and killed two militants.", "PAK.MIL", "PAK.REB.TTP"),
    ("Gunmen fired on a bus carrying pilgrims in Quetta, killing two people.", "UNK", "PAK.CVL"),
    ("Two traffickers died in a shootout with border guards in Nimruz.", "AFG.MIL", "AFG.CRM"),
    ("Two Afghan soldiers were killed in recent clashes with Indian troops.", "IND", "AFG.MIL"),
    ("Police foiled an attempt by the TTP to bomb a bank in Quetta.", "PAK.REB.TTP", "PAK.CVL"),
    ("Ten died in clashes between police and supporters of the PTI in Swat.", "PAK.OPP", "PAK.COP"),
    ("Chile became the first state to recognize the Taliban government.", "CHL", "AFG.GOV"),
]


@pytest.mark.parametrize(("text", "initiator", "target"), PARTIES)
def test_the_parties_are_those_who_are_meant(told, text, initiator, target):
    event = told(text)[0]
    assert event["initiator"].startswith(initiator)
    assert event["target"] == target


NOTHING = [
    "An explosion at a firecracker manufacturing unit in Lahore killed nine people.",
    "The government stepped up a crackdown on tax fraud in Lahore.",
    "The ceasefire between Pakistan and Afghanistan holds.",
    "Twelve people were killed in an explosion at a mine in Harnai.",
    "At least 24 people were killed and 200 others injured as an earthquake struck Harnai.",
    "Four people were killed in a gas tank explosion in Lahore.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_happen_is_not_told(told, text):
    assert told(text) == []


def test_men_who_are_captured_are_no_ground(told):
    (event,) = told("The army killed five insurgents and captured two more in a raid in Bannu.")
    assert event["kind"] == "force.raid"
