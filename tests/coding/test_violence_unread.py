"""Violence in common words that no report had been read for: who fell, how many, and where."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2018-03-14")


@pytest.fixture(scope="module")
def told(reader):
    return lambda text: [e for e in read(reader, text, day=DAY) if is_violent(e)]


def _row(event):
    return (event["kind"], event["initiator"], event["target"], event["place"])


# text, kind, initiator, target, place
READ = [
    (
        "Rockets rained on a bazaar in Khost on Monday.",
        ("attack.shelling", "UNK", "AFG.CVL", "Khost"),
    ),
    (
        "Loud gunfire was heard in Kunduz on Sunday night.",
        ("attack.shooting", "UNK", "AFG.CVL", "Kunduz"),
    ),
    (
        "Afghan border police and Pakistani soldiers traded fire at Torkham.",
        ("force.clash", "AFG.COP", "PAK.MIL", "Torkham"),
    ),
    (
        "Gunmen riding a motorcycle opened fire on a baker in Quetta and fled.",
        ("attack.shooting", "UNK.REB", "PAK.CVL", "Quetta"),
    ),
    (
        "Assailants on motorbikes shot dead a teacher in Turbat.",
        ("attack.shooting", "UNK.REB", "PAK.CVL", "Turbat"),
    ),
    (
        "A health worker was hit by gunfire in Peshawar.",
        ("attack.shooting", "UNK", "PAK.CVL", "Peshawar"),
    ),
    (
        "Five soldiers lost their lives in a blast in Kohlu.",
        ("attack.bombing", "UNK", "PAK.MIL", "Kohlu"),
    ),
    (
        "Troops lost two men in an ambush near Wana.",
        ("attack.ambush", "UNK", "PAK.MIL", "Wana"),
    ),
    (
        "A police van came under a grenade attack in Hangu; two constables died.",
        ("attack.bombing", "UNK", "PAK.COP", "Hangu"),
    ),
    (
        "Police responded with live rounds in Quetta, killing two demonstrators.",
        ("force.shooting", "PAK.COP", "PAK.OPP", "Quetta"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_one_deed_with_its_sides_and_place(told, text, expected):
    [event] = told(text)
    assert _row(event) == expected


# text, dead, injured
TOLLS = [
    ("The number of people killed in the blast at a shrine in Sehwan has climbed to 31.", 31, None),
    ("Toll from Panjgur raid rises to 7", 7, None),
    ("Kohat blast toll reaches 15", 15, None),
    ("Two more died in hospital, bringing the toll of the Quetta blast to 13.", 13, None),
    ("Another injured guard died, taking the number of deaths in the Tank ambush to six.", 6, None),
    ("Three policemen were killed and as many wounded in a blast in Kohat.", 3, 3),
    ("Two guards were killed and an equal number injured in a raid in Zhob.", 2, 2),
    ("Police said four troopers, among them a major, were killed in a clash in Wana.", 4, None),
    ("The shelling of Khost cost three people their lives.", 3, None),
    ("Four soldiers fell in an ambush in Ladha.", 4, None),
    ("A bomb went off in Kabul. Doctors said two bodies and nine injured were brought in.", 2, 9),
    ("A bomber struck a bank in Khost, killing six. The injured numbered 18.", 6, 18),
    ("A dozen missiles slammed into a port in Odesa, killing two and wounding nine.", 2, 9),
]


@pytest.mark.parametrize(("text", "dead", "injured"), TOLLS)
def test_its_dead_and_injured(told, text, dead, injured):
    [event] = told(text)
    assert event["deaths_best"] == dead
    assert injured is None or event["injured_best"] == injured


def test_an_official_who_puts_a_toll_at_six_hangs_nobody(told, reader):
    text = "Officials put the death toll from Monday's raid in Panjgur at six."
    kinds = [event["kind"] for event in read(reader, text, day=DAY)]
    assert kinds == ["attack.raid"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the third strike by teachers in as many days.",
        "The champions lost three men to injury in a friendly.",
        "The men in the van attacked a week ago were teachers.",
    ],
)
def test_what_looks_alike_and_is_none(told, text):
    assert [e for e in told(text) if e["status"] == "happened" and e.get("deaths_best")] == []
