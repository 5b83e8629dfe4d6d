"""Where it was, told without the name of the town, or by another name than the gazetteer's."""

import pandas as pd
import pytest

from escalation.coding.places.places import Gazetteer
from escalation.coding.sentence.parse import model

DAY = pd.Timestamp("2013-06-20")
KP = "Khyber Pakhtunkhwa"
WHERE = [
    ("A car bomb in the Afghan capital killed two clerks.", "AF", "Kabul"),
    ("Gunmen killed a lawyer outside Pakistan's capital.", "PK", "Islamabad"),
    ("A car bomb exploded outside the Afghan parliament.", "AF", "Kabul"),
    ("Pakistan's Supreme Court is attacked by gunmen.", "PK", "Islamabad"),
    ("The Afghan interior ministry says that gunmen killed nine guards.", "AF", None),
    ("Gunmen from inside Afghanistan fired at a post in Upper Dir District, killing a guard.",
     "PK", KP),
    ("Fighters based in Bannu attacked a post in Paktika, killing two policemen.",
     "AF", "Paktika"),
    ("Rebels in western Pakistan killed six nephews of the dead chief of a militia that had sided"
     " with the state in a raid on the house of his widow outside the city of Kohat.", "PK", KP),
    ("A mob killed two traders in Wyham County, Xinjiang.", "CN", "Xinjiang Uygur Zizhiqu"),
    ("Taliban gunmen shot a nurse in the Swat Valley.", "PK", KP),
    ("A bomb killed two soldiers in the Pech Valley.", "AF", "Kunar"),
    ("A bomb killed two policemen in Sayedabad.", "AF", "Wardak"),
    ("A bomb killed two policemen in Dasht-e-Barchi, a quarter of Kabul.", "AF", "Kabul"),
    ("A bomb killed two policemen in Lyari.", "PK", "Sindh"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "province"), WHERE)
def test_where_it_was(told, text, country, province):
    event = next(e for e in told(text) if e["kind"].startswith("attack"))
    assert (event.get("country"), event.get("admin1")) == (country, province)


@pytest.mark.parametrize(
    "text",
    [
        "Afghan capital markets fell in Wyham.",
        "The Pakistani capital punishment law was changed.",
    ],
)
def test_money_and_death_are_no_town(theatre, text):
    found = Gazetteer(theatre).find(model()(text))
    assert not [m for m in found if m.precision == "exact"]


def test_a_capital_that_is_named_is_told_once(theatre):
    found = Gazetteer(theatre).find(model()("A rocket hit a school in the Afghan capital, Kabul."))
    assert [m.name for m in found if m.precision == "exact"] == ["Kabul"]


def test_two_towns_of_one_name_stay_unresolved_until_a_land_is_told(theatre):
    gazetteer = Gazetteer(theatre)
    (alone,) = gazetteer.find(model()("A bomb killed two policemen in Faizabad."))
    assert alone.country is None and "may be in" in alone.reason
    told = gazetteer.find(model()("A bomb killed two Afghan policemen in Faizabad, Badakhshan."))
    assert told[0].admin1 == "Badakhshan"
