"""The country of an act whose text names no place: where those who acted or were hit are at home."""

import pandas as pd
import pytest

from escalation.coding.places.own_land import REASON
from tests.coding.reading import read

DAY = pd.Timestamp("2024-05-16")

AT_HOME = [
    ("Police in plain clothes detained an Indian reporter.", "IN"),
    ("Indian police detained three reporters.", "IN"),
    ("A Pakistani court jails an opposition leader for eight years.", "PK"),
    ("Tunisia expels twelve migrants.", "TN"),
    ("The president of Bolivia resigns.", "BO"),
    ("The Balochistan Liberation Army ambushed and killed four Pakistani soldiers.", "PK"),
    ("Unknown gunmen killed four Pakistani policemen.", "PK"),
    ("Nigerian troops killed nine rebels in a raid.", "NG"),
    ("Rebels killed two American soldiers in an ambush.", None),
    ("Two French soldiers were shot dead by unknown gunmen.", None),
    ("The last Danish soldiers leave Afghanistan.", "AF"),
    # words between states are said nowhere, and what falls from the sky may fall abroad
    ("Pakistan condemned India for the arrest.", None),
    ("A Pakistani air strike killed nine militants.", None),
    ("American soldiers shot dead an Iraqi man.", "IQ"),
    ("Bolivian police broke up a blockade by miners, killing two.", "BO"),
    ("The Pakistani Taliban shot dead four tribal police.", "PK"),
    ("Iranian sailors seized a tanker at sea.", None),
    ("Turkish air strikes killed nine Syrian soldiers.", "SY"),
    ("The United States carries out a drone strike on a Yemeni port.", "YE"),
    # what stands on its own land tells where it was; who was hit may have been anywhere
    ("Gunmen opened fire at a Pakistani mosque, killing four.", "PK"),
    ("Rebels stormed a Ghanaian church and abducted 30 worshippers.", "GH"),
    ("Two Indian sailors died after being beaten by guards in a Pakistani prison.", "PK"),
    ("Missiles hit an Omani power station.", "OM"),
    ("Four killed in Afghan blasts", "AF"),
    ("Nine people die in Colombian violence", "CO"),
    ("A bomb exploded near the Pakistani embassy.", None),
    ("Drones hit a Pakistani ship.", None),
    ("A rocket hit an American base, wounding two.", None),
    ("Three Dutch soldiers were killed by a roadside bomb.", None),
    ("Two Fijian peacekeepers are shot dead.", None),
    ("Two Nepali peacekeepers are shot dead.", None),
    ("Four Iranian border guards were killed by gunmen.", "IR"),
    ("Six Omani soldiers were killed in shelling.", "OM"),
]


@pytest.mark.parametrize(("text", "country"), AT_HOME)
def test_the_country_of_those_who_act(reader, text, country):
    found = {event.get("country") for event in read(reader, text, day=DAY)}
    assert found == {country} or (country is None and not found)


def test_the_event_says_that_only_the_country_follows(reader):
    (event,) = read(reader, "Indian police detained three reporters.", day=DAY)
    assert (event["precision"], event["reason"]) == ("country", REASON)
    assert event["latitude"] is None and event["admin1"] is None


def test_a_place_that_is_told_stays(reader):
    (event,) = read(reader, "Indian police detained three reporters in Nagpur.", day=DAY)
    assert (event["place"], event["precision"]) == ("Nagpur", "exact")
