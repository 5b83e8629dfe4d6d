"""How many fell, where the count stands in an odd place or another count stands beside it."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2014-05-09")

# text, dead and hurt of its first violent or deadly event
COUNTED = [
    ("Shells kill a further five herders near Kidal.", 5, None),
    ("Gunmen shot dead an additional four guards in Zhob.", 4, None),
    ("Fourteen heavily armed Chechen fighters were killed by the army in Bajaur.", 14, None),
    ("Six newly recruited guards were beheaded in Zabul.", 6, None),
    ("At least nine weavers, most believed to be women, are hurt by drones at a mill.", None, 9),
    ("Nine men, all said to be smugglers, died when a missile hit a van in Abyan.", 9, None),
    ("'Up to 70' herders died as jets bombed a well in Mali.", 70, None),
    ("Herders say a Roman bombing raid killed at least nine farmers in Mali.", 9, None),
    ("Two shepherds were found beheaded in Uruzgan.", 2, None),
    ("French helicopters bombed 17 smugglers to death near Kidal and hurt some more.", 17, None),
    ("In Multan, more than 60 cooks are sickened in a gas attack on a bakery.", None, 60),
    ("Nurses in Gao give eight as the death toll of a night of air strikes.", 8, None),
    ("A drone strike has killed Sami Qadri, one of three deputies of the front, near Abyan.", 1, None),
    ("A bomber tried to kill the mayor of Herat, wounding two guards.", None, 2),
    ("Police foil a plot to kill two ministers in Dhaka, shooting one suspect dead.", 1, None),
    ("Rebels attack a fort in Zabul but are repelled by foreign troops with 20 rebels killed.", 20, None),
    (
        "Mali conflict: Two Danish engineers on loan to the United Nations Stabilization Mission are"
        " killed near Gao in a firefight with rebels.",
        2,
        None,
    ),
    (
        "A blast on a ferry in Mombasa kills six, among them two Danish sailors, marking the first"
        " time Danish sailors are killed there.",
        6,
        None,
    ),
    ("Forty suspected Shabaab or foreign fighters are said to have died in Garissa.", 40, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), COUNTED)
def test_as_many_fell_as_are_told(told, text, dead, hurt):
    event = told(text)[0]
    assert (event.get("deaths_best"), event.get("injured_best")) == (dead, hurt)


def test_an_open_range_has_a_least_only(told):
    text = "An air strike on Sirte killed between six and a dozen or more sailors."
    event = told(text)[0]
    assert (event.get("deaths_low"), event.get("deaths_high")) == (6, None)


STREET = [
    (
        "A protest in Kidal against the killing of three herders in a French raid left nine people"
        " dead.",
        {"force.raid": 3, "protest": 9},
    ),
    (
        "Three people die in Multan as rioting follows the murder of a party leader.",
        {"attack": 1, "protest.riot": 3},
    ),
    (
        "More police are sent to Mombasa by Kenya as rioting follows the murder of a rebel leader.",
        {"mobilize.police": None, "protest.riot": None, "attack": 1},
    ),
    (
        "Five people died in riots in Multan following the assassination of an opposition leader.",
        {"attack.assassination": None, "protest.riot": 5},
    ),
    (
        "In Tunis, two bakers die in protests with the toll from protests now at 90.",
        {"protest": 2},
    ),
]


@pytest.mark.parametrize(("text", "dead"), STREET)
def test_those_whom_a_crowd_grieves_for_fell_elsewhere(told, text, dead):
    assert {e["kind"]: e.get("deaths_best") for e in told(text)} == dead
