"""Places of what an act is about, or of those whom it names, and places told in odd words."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2014-05-09")

# text, kind, name of its place; None where none is told
PLACES = [
    ("Kenyan police detain a sailor for his part in a shooting in Mombasa.", "coerce.arrest", "Kenya"),
    ("Police arrest six rebels in connection with a raid in Herat.", "coerce.arrest", "Afghanistan"),
    ("A man is convicted of bombing a train in Madrid.", "accuse.charge", "Spain"),
    ("To prevent a rally in Multan, a singer is put under house arrest.", "coerce.arrest", "Pakistan"),
    ("Police in Delhi arrested a forger in a string of raids in Pune.", "coerce.arrest", "Pune"),
    ("Kenya: Two smugglers are arrested after a shoot-out in Mombasa.", "coerce.arrest", "Mombasa"),
    ("Ministers of Chad and Mali meet to discuss progress in Libya.", "talks.meeting", None),
    ("Ministers of Chad and Mali meet in Lima to discuss Libya.", "talks.meeting", "Lima"),
    ("Doctors condemn the delay of the vaccine at the insistence of Chile.", "accuse.condemn", None),
    ("France welcomes the Prime Minister of Chad.", "talks.visit", "France"),
    ("Nine Pakistani guards are hurt in a United States-led raid.", "force.raid", "Pakistan"),
    ("Kenyan police raid a bakery that feeds the United States consulate.", "force.raid", "Kenya"),
    ("Rebels attack a school in northern Kenya based in Garissa.", "attack", "Garissa"),
    ("A bomb shakes rebel stronghold Kidal in northern Mali.", "attack.bombing", "Kidal"),
    ("Nurses protest in Kenya's main port Mombasa.", "protest", "Mombasa"),
    ("Al-Shabaab kills two Kenyan officials in an ambush.", "attack.ambush", "Kenya"),
    ("The Pakistani Taliban attack a van of the United States consulate.", "attack", "Pakistan"),
    ("President of Peru Juan Alva visits the valley for the first time.", "talks.visit", "Peru"),
    ("The President of Chad meets the Prime Minister of Mali.", "talks.meeting", None),
    ("Soldiers seize grenades buried on the outskirts of Multan.", "coerce.seizure", "Multan"),
    ("War in Afghanistan: An ambush leaves nine soldiers dead.", "attack.ambush", "Afghanistan"),
    (
        "An offensive against pro-Taliban bandits by the Pakistan Army leaves nine dead.",
        "force.operation",
        "Pakistan",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_a_place_is_that_of_the_act(told, text, kind, place):
    event = next(e for e in told(text) if e["kind"] == kind)
    assert event.get("place") == place


def test_a_town_and_its_district_are_taken_once(told):
    found = [e["place"] for e in told("Militants capture Wana, South Waziristan, Pakistan.")]
    assert found == ["Wana"]
