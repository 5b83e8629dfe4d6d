"""How many fell, where the count stands in an odd place or another count stands beside it."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2014-05-09")

# text, dead and hurt of its first violent or deadly event
COUNTED = [
    ("A drone attack kills a further five rebels in Bajaur.", 5, None),
    ("Gunmen shot dead an additional four guards in Zhob.", 4, None),
    ("Fourteen heavily armed Chechen fighters were killed by the army in Bajaur.", 14, None),
    ("Six newly recruited guards were beheaded in Zabul.", 6, None),
    ("At least 30 people, most believed to be herders, are killed as drones bomb a fair.", 30, None),
    ("Nine men, all said to be smugglers, died when a missile hit a van in Abyan.", 9, None),
    ("'Up to 70' people were killed in an air raid in Herat.", 70, None),
    ("Officers say a Roman bombing raid killed at least six farmers in Kunar.", 6, None),
    ("Two shepherds were found beheaded in Uruzgan.", 2, None),
    ("Jets bomb 13 rebels to death and wound several others in Orakzai.", 13, None),
    ("More than 60 pupils are sickened in a gas attack on a school in Herat.", None, 60),
    ("Doctors report eight as the death toll from two drone strikes in Bajaur.", 8, None),
    ("A drone strike in Abyan killed Omar al Masri, one of the front's top commanders.", 1, None),
    ("A bomber tried to kill the mayor of Herat, wounding two guards.", None, 2),
    ("Police foil a plot to kill two ministers in Dhaka, shooting one suspect dead.", 1, None),
    ("Rebels attack a fort in Zabul but are repelled by foreign troops with 20 rebels killed.", 20, None),
    (
        "Taliban insurgency: Two Danish soldiers serving with the NATO International Security"
        " Assistance Force are killed in Helmand during clashes with rebels.",
        2,
        None,
    ),
    (
        "A mine near a school in Zhob kills six, including two Danish soldiers, marking the first"
        " time Danish soldiers are killed in the province.",
        6,
        None,
    ),
    ("Seventy suspected Taliban or foreign fighters are said to have been killed in Zabul.", 70, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), COUNTED)
def test_as_many_fell_as_are_told(told, text, dead, hurt):
    event = told(text)[0]
    assert (event.get("deaths_best"), event.get("injured_best")) == (dead, hurt)


def test_an_open_range_has_a_least_only(told):
    text = "NATO says it killed between four and a dozen or more farmers in an air raid in Kunduz."
    event = told(text)[0]
    assert (event.get("deaths_low"), event.get("deaths_high")) == (4, None)


STREET = [
    (
        "At least nine people were killed and 60 wounded in Taloqan during a protest against the"
        " killing of three villagers in a NATO raid.",
        {"force.raid": 3, "protest": 9},
    ),
    (
        "Three people die in Multan as rioting follows the murder of a party leader.",
        {"attack": 1, "protest.riot": 3},
    ),
    (
        "Chad sends more police to Faya as rioting follows the killing of a rebel leader.",
        {"mobilize.police": None, "protest.riot": None, "attack": 1},
    ),
    (
        "Five people died in riots in Multan following the assassination of an opposition leader.",
        {"attack.assassination": None, "protest.riot": 5},
    ),
    (
        "Two people die in protests in Srinagar with the death toll from protests rising to 90.",
        {"protest": 2},
    ),
]


@pytest.mark.parametrize(("text", "dead"), STREET)
def test_those_whom_a_crowd_grieves_for_fell_elsewhere(told, text, dead):
    assert {e["kind"]: e.get("deaths_best") for e in told(text)} == dead
