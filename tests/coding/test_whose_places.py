"""Places of what an act is about, or of those whom it names, and places told in odd words."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2014-05-09")

# text, kind, name of its place; None where none is told
PLACES = [
    ("Ugandan police detain ten men for their role in blasts in Kampala.", "coerce.arrest", "Uganda"),
    ("Police arrest six rebels in connection with a raid in Herat.", "coerce.arrest", "Afghanistan"),
    ("A man is convicted of bombing a train in Madrid.", "accuse.charge", "Spain"),
    ("A judge is put under house arrest to prevent a march in Multan.", "coerce.arrest", "Pakistan"),
    ("Police in Delhi arrested two men in a series of raids in Pune.", "coerce.arrest", "Pune"),
    ("Pakistan: Police arrest six men after a gun battle in Karachi.", "coerce.arrest", "Karachi"),
    ("Ministers of Chad and Mali meet to discuss progress in Libya.", "talks.meeting", None),
    ("Ministers of Chad and Mali meet in Lima to discuss Libya.", "talks.meeting", "Lima"),
    ("Aid groups criticize the weakening of the resolution at the insistence of China.", "accuse.condemn", None),
    ("France welcomes the Prime Minister of Chad.", "talks.visit", "France"),
    ("Ten Pakistani soldiers die in a United States-led air strike.", "force.airstrike", "Pakistan"),
    ("Pakistani police raid a firm that guards the United States embassy.", "force.raid", "Pakistan"),
    ("A suicide bomber attacks a compound in western Afghanistan based in Herat.", "attack.suicide", "Herat"),
    ("An explosion rocks Taliban birthplace Kandahar in southern Afghanistan.", "attack.bombing", "Kandahar"),
    ("Monks marched through Burma's second largest city Mandalay.", "protest", "Mandalay"),
    ("Al-Shabaab kills two Kenyan officials in an ambush.", "attack.ambush", "Kenya"),
    ("The Pakistani Taliban hit a United States consular convoy.", "attack", "Pakistan"),
    ("President of Pakistan Omar Khan makes his first visit to the area.", "talks.visit", "Pakistan"),
    ("The President of Chad meets the Prime Minister of Mali.", "talks.meeting", None),
    ("Police seize rockets hidden on the outskirts of Kabul.", "coerce.seizure", "Kabul"),
    ("War in Afghanistan: Six soldiers are killed in an ambush.", "attack.ambush", "Afghanistan"),
    (
        "Nine rebels are killed in an offensive against pro-Taliban fighters by the Pakistan Army.",
        "force.operation",
        "Pakistan",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_a_place_is_that_of_the_act(told, text, kind, place):
    event = next(e for e in told(text) if e["kind"] == kind)
    assert event.get("place") == place


def test_a_town_and_its_district_are_taken_once(told):
    found = [e["place"] for e in told("The Taliban captures Mingora, Swat, Pakistan.")]
    assert found == ["Mingora"]
