"""Counts over a span are no toll of one act; what is told of one event keeps its day and toll."""

import pandas as pd
import pytest

from escalation.coding import code

DAY = pd.Timestamp("2010-09-25")


def violence(text: str) -> pd.DataFrame:
    row = {"document": "d", "text": text, "published": DAY, "known_at": DAY, "source": "s"}
    events = code(pd.DataFrame([row]))
    return events[events["kind"].str.match(r"attack|force")].reset_index(drop=True)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("45 Chilean troops have been killed this year in so-called insider attacks.", "2010-01-01"),
        ("Approximately 180 people have been killed in bombing attacks this week.", "2010-09-20"),
        ("A monitor says soldiers in Puno have killed 150 marchers since August 2009.", "2009-08-01"),
        ("22 Dutch soldiers have been killed by fighting or attacks in Peru since 2001.", "2001-01-01"),
        ("In August, 40 people were killed in attacks on buses in Puno.", "2010-08-01"),
        ("Rebels bombed churches in Lima and Cusco this month, killing 90 in total.", "2010-09-01"),
        ("The Red Cross counted 900 dead in the fighting in Puno in August.", "2010-08-01"),
        ("Rebels have kidnapped about 900 farmers in Puno over the past three weeks.", "2010-09-04"),
        ("28 Chilean troops have been killed in recent clashes with rebels.", "2010-09-12"),
        (
            "A survey by a college finds that the death toll from rebel attacks during the month of"
            " July surpassed 5,000.",
            "2010-07-01",
        ),
    ],
)  # fmt: skip
def test_what_is_counted_over_a_span_is_recalled_with_its_span_and_no_toll(text, first):
    event = violence(text).iloc[0]
    assert event["status"] == "recalled"
    assert event["happened_from"] == pd.Timestamp(first)
    assert pd.isna(event["deaths_low"]) and pd.isna(event["deaths_best"])


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A soldier dies in a bomb attack in Puno, taking the 2010 death toll of the army to 603.", 1),
        ("Three bombs in Puno killed 52 people, with 160 people killed in bombings since June.", 52),
        ("Twelve rebels die in a raid in Puno, bringing the number killed there to 37 since May.", 12),
        ("Air raids kill 10 rebels as part of a drive that has slain 300 in the last three weeks.", 10),
        ("Gunmen killed two judges in Lima; 45 judges have been killed so far this year.", 2),
        ("A bomb killed six policemen in Lima, the deadliest attack in Peru since 2006.", 6),
        ("A bomb killed two men in Lima, the second attack in the city this month.", 2),
        ("A bomb killed four guards in Lima, making 2010 the deadliest year for the police.", 4),
        ("Rebels, who have killed dozens of judges since 1990, bombed a court, killing two clerks.", 2),
    ],
)  # fmt: skip
def test_a_sum_told_beside_an_act_adds_nothing_to_it(text, dead):
    event = violence(text).iloc[0]
    assert (event["status"], event["deaths_best"]) == ("happened", dead)
    assert event["happened_from"] >= DAY - pd.Timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "first", "dead"),
    [
        ("25 people have been killed in clashes in Puno since September 20.", "2010-09-20", 25),
        ("The army says 30 rebels were killed in heavy fighting in the last two days.", "2010-09-23", 30),
        ("An air strike this month killed 12 farmers in Puno.", "2010-09-01", 12),
        ("Gunmen shot dead a judge in Lima earlier this month.", "2010-09-01", 1),
        ("Gunmen killed three miners in Puno since they had refused to pay.", "2010-09-24", 3),
    ],
)  # fmt: skip
def test_one_event_told_with_a_span_stays_one(text, first, dead):
    event = violence(text).iloc[0]
    assert (event["status"], event["deaths_best"]) == ("happened", dead)
    assert event["happened_from"] == pd.Timestamp(first)


def test_the_year_of_a_title_is_no_day_and_no_memory():
    event = violence("2010 Lima bombing: At least 13 people die as a bomb explodes in Lima.").iloc[
        0
    ]
    assert (event["status"], event["deaths_best"]) == ("happened", 13)
    assert event["happened_from"] == DAY - pd.Timedelta(days=1)


def test_a_year_after_an_article_counts_nobody():
    event = violence("A 2009 laureate and his driver were killed by gunmen in Lima.").iloc[0]
    assert event["deaths_low"] <= 2


def test_dead_or_wounded_are_not_the_dead():
    event = violence("A bombing in Lima leaves over 170 people dead or wounded.").iloc[0]
    assert pd.isna(event["deaths_best"]) and pd.isna(event["injured_best"])


def test_letters_to_the_bereaved_tell_of_no_attack_of_the_day():
    found = violence("A minister signed letters to relatives of 1,000 troops killed in Peru.")
    assert not found["status"].eq("happened").any()


def test_what_a_group_was_blamed_for_years_ago_is_recalled():
    found = violence(
        "Chile arrests Juan Rey, leader of a band blamed for the 2004 Lima bombings that killed 66."
    )
    assert set(found["status"]) == {"recalled"}


@pytest.mark.parametrize("people", ["Italian", "Ugandan", "Canadian"])
@pytest.mark.parametrize("war", ["war", "conflict"])
def test_the_total_of_a_war_is_no_second_attack(people, war):
    text = (
        f"One {people} soldier is killed and four hurt following two blasts in Peru; the total"
        f" number of {people} soldiers killed in the {war} now stands at 31."
    )
    assert violence(text)["deaths_best"].tolist() == [1]
