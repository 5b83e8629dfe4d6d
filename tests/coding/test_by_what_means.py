"""Kinds by the means that a sentence tells, and deeds that only tell of what somebody is guilty."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2024-05-03")


def violence(reader, text):
    found = [e for e in read(reader, text, day=DAY) if is_violent(e)]
    return [(e["kind"], e.get("deaths_best")) for e in found]


TOLD = [
    ("Five mine clearers are shot dead by gunmen at a camp in Baghlan.", ("attack.shooting", 5)),
    ("Three deminers were killed in Kunar.", ("attack", 3)),
    ("Two mine clearers are killed by a landmine in Kandahar.", ("attack.bombing", 2)),
    (
        "Three people are killed after a fight turned into a shooting at a market in Quetta.",
        ("attack.shooting", 3),
    ),
    ("Two people die in an axe attack at a station in Lyon, France.", ("attack.beating", 2)),
    ("A fight between gunmen and police in Quetta kills three.", ("force.clash", 3)),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_kind_by_the_means(reader, text, told):
    assert violence(reader, text) == [told]


def test_what_somebody_is_guilty_of_is_no_news(reader):
    text = (
        "A Briton is found guilty at a court in London of planning an attack, and of making and"
        " setting off bombs for the rebels in Iraq."
    )
    assert ("attack.bombing", None) not in violence(reader, text)


def test_the_attack_killed_them_and_not_those_who_had_a_part_in_it(reader):
    text = (
        "Six men involved in the bombing of a bus in Quetta last week that killed eight people"
        " were shot dead by police."
    )
    found = [e for e in read(reader, text, day=DAY) if is_violent(e)]
    shot, bombed = found
    assert (shot["kind"], shot["deaths_best"]) == ("force.shooting", 6)
    assert (bombed["kind"], bombed["deaths_best"]) == ("attack.bombing", 8)
    assert bombed["happened_to"] < DAY - pd.Timedelta(days=3)


def test_a_blast_that_gas_is_suspected_of_is_no_bombing(reader):
    text = "Four bakers die in an explosion in Lima. Nobody knows why, but a gas leak is suspected."
    assert violence(reader, text) == []
    text = "An explosion at a house in Swat kills four. Police believe a gas cylinder caused it."
    assert violence(reader, text) == []


def test_a_bomb_or_a_blast_of_which_nothing_is_known_stays_one(reader):
    text = "A blast kills two in Chaman. Police said that the cause was not yet known."
    assert violence(reader, text) == [("attack.bombing", 2)]
    text = "A bomb kills two in Chaman. Police first thought a gas leak was the cause."
    assert violence(reader, text) == [("attack.bombing", 2)]
    text = "A blast kills two in Chaman. Police thought of a gas leak, but a bomb had gone off."
    assert violence(reader, text) == [("attack.bombing", 2)]
