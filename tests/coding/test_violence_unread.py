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


# text, kind, initiator, target, place
MEANS = [
    (
        "Militants torched four trucks near Khuzdar.",
        ("attack", "PAK.REB", "PAK.CVL", "Khuzdar"),
    ),
    (
        "Armed men set ablaze machinery of a firm in Kech.",
        ("attack", "UNK.REB", "PAK.CVL", "Kech"),
    ),
    (
        "Unknown men set off explosives under a bridge in Kohlu.",
        ("attack.bombing", "UNK", "PAK.CVL", "Kohlu"),
    ),
    (
        "Gunmen raked a van with gunfire in Kalat.",
        ("attack.shooting", "UNK.REB", "PAK.CVL", "Kalat"),
    ),
    (
        "The Taliban lashed eight people in Charikar.",
        ("attack.beating", "AFG.REB", "AFG.CVL", "Charikar"),
    ),
    (
        "Pakistani artillery hammered positions of the Afghan army in Kunar.",
        ("force.shelling", "PAK.MIL", "AFG.MIL", "Kunar"),
    ),
    (
        "Pakistani aircraft carried out raids on Barmal in Paktika, killing nine people.",
        ("force.airstrike", "PAK.MIL", "AFG.CVL", "Barmal"),
    ),
    (
        "A suicide attack killed nine at a wedding in Kabul. The attacker set off explosives.",
        ("attack.suicide", "UNK", "AFG.CVL", "Kabul"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANS)
def test_one_deed_by_its_means(told, text, expected):
    [event] = told(text)
    kind, initiator, *rest = _row(event)
    assert (kind, *rest) == (expected[0], *expected[2:])
    assert initiator.startswith(expected[1])


# text, dead
LATER = [
    ("A jirga was hit by a suicide attack in Jamrud. Among the 14 dead were two elders.", 14),
    ("The blast's death toll was raised to 26 in Quetta on Thursday.", 26),
    ("Six miners were found shot dead near Duki on Saturday.", 6),
    ("Nine people were slaughtered by gunmen in a village in Herat.", 9),
]


@pytest.mark.parametrize(("text", "dead"), LATER)
def test_its_dead_by_rarer_words(told, text, dead):
    [event] = told(text)
    assert event["deaths_best"] == dead


def test_protesters_who_burn_a_van_riot(reader):
    [event] = read(reader, "Protesters torched a police van in Lahore.", day=DAY)
    assert event["kind"] == "protest.riot"


# text, dead by place
IN_TURN = [
    (
        "Two, four and six people died in blasts in Quetta, Chaman and Turbat on Friday.",
        {"Quetta": 2, "Chaman": 4, "Turbat": 6},
    ),
    (
        "Separate blasts in Kabul and Herat claimed three and five lives respectively.",
        {"Kabul": 3, "Herat": 5},
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_TURN)
def test_tolls_in_a_row_are_of_places_in_a_row(told, text, expected):
    assert {event["place"]: event["deaths_best"] for event in told(text)} == expected


PLACES = [
    ("Gunmen burned two lorries on the Quetta-Karachi highway near Khuzdar.", "Khuzdar"),
    ("A teacher was shot in Ghazni's Qarabagh district.", "Qarah Bagh"),
    ("A blast hit a van on the Bannu-Miranshah road near Mir Ali.", "Mir Ali"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_road_and_a_province_only_tell_where_it_lies(told, text, place):
    assert {event["place"] for event in told(text)} == {place}


def test_the_two_countries_are_those_that_the_text_has_named(told):
    [event] = told(
        "Afghanistan and Pakistan traded blame on Monday. Troops of the two countries clashed near"
        " Torkham on Sunday, killing three."
    )
    assert {event["initiator"], event["target"]} == {"AFG.MIL", "PAK.MIL"}


def test_who_kills_somebody_unknown_is_not_dead_himself(told):
    [event] = told("Gunmen killed a weather forecaster in Kunduz.")
    assert event.get("deaths_low") != 2


def test_who_turns_a_gun_on_himself_attacks_nobody(told):
    assert told("The constable then turned his gun on himself in Kabul.") == []


def test_what_is_looted_and_burned_is_seized(reader):
    events = read(reader, "Militias looted and burned homes near Kabul.", day=DAY)
    assert [event["kind"] for event in events] == ["coerce.seizure"]
