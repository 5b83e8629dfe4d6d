"""A theatre far from the first: its groups, its places, and how its news is told."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.theatre import Theatre
from tests.coding.reading import read

FILE = """
name = "lakes"
title = "The lakes"
countries = ["CD", "RW"]
horizon = 8
since = 2024-01-01

[[sources]]
name = "desk"
since = 2024-01-01

[[series]]
name = "force"
title = "Force"
role = "violence"
match = [{ kinds = ["force"] }]

[[actors]]
code = "COD.MIL"
name = "FARDC"
aliases = ["Congolese army"]

[[actors]]
code = "COD.REB.M23"
name = "M23"

[[places]]
name = "Minova"
country = "CD"
admin1 = "South Kivu"
latitude = -1.71
longitude = 29.02
"""


@pytest.fixture(scope="module")
def lakes(tmp_path_factory):
    path = tmp_path_factory.mktemp("lakes") / "lakes.toml"
    path.write_text(FILE)
    return Reader(Theatre.read(path))


@pytest.fixture(scope="module")
def anywhere():
    return Reader(None)


coded = partial(read, day=pd.Timestamp("2025-05-06"))


def only(reader: Reader, text: str) -> dict:
    (event,) = coded(reader, text)
    return event


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("M23 rebels killed two farmers in Beni.", "COD.REB.M23"),
        ("M23 killed two farmers in Beni.", "COD.REB.M23"),
        # Whoever stands behind rebels is not where they come from.
        ("Uganda-backed rebels killed two farmers in Beni.", "COD.REB"),
        ("Burundi-trained militiamen killed two farmers in Beni.", "UNK.REB"),
        ("Ugandan rebels killed two farmers in Beni.", "UGA.REB"),
    ],
)
def test_a_group_of_the_theatre_goes_before_rebels_in_general(lakes, text, initiator):
    assert only(lakes, text)["initiator"] == initiator


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("eastern DR Congo", "CD"),
        ("the Democratic Republic of the Congo", "CD"),
        ("the DRC", "CD"),
        ("Turkey", "TR"),
        ("southern Russia", "RU"),
        ("Ivory Coast", "CI"),
        ("the UAE", "AE"),
        ("the US", "US"),
    ],
)
def test_a_country_is_a_place_by_any_of_its_names(anywhere, words, country):
    assert only(anywhere, f"Gunmen killed nine people in {words} on Sunday.")["country"] == country


def test_letters_that_say_whose_an_attack_was_are_no_place(anywhere):
    assert only(anywhere, "A US drone killed nine fighters.").get("country") is None
    assert only(anywhere, "Two soldiers died in a U.S. air strike.").get("country") is None


@pytest.mark.parametrize(
    ("text", "admin1", "place"),
    [
        # A village that no list knows has a namesake in Nigeria, or in Tanzania.
        ("Rebels killed six men in the village of Makoko in Lubero territory.", "Nord-Kivu", None),
        ("Rebels killed six men in Matongo village in Kalehe territory.", "Sud-Kivu", "Matongo"),
        ("Rebels killed six men in Fizi territory.", "Sud-Kivu", "Fizi"),
        # The theatre's file says "South Kivu" where the gazetteer says "Sud-Kivu".
        ("Rebels killed six men in Minova.", "Sud-Kivu", "Minova"),
        ("The army bombed Sake on Monday.", "Nord-Kivu", "Sake"),
    ],
)
def test_villages_and_territories(lakes, text, admin1, place):
    event = only(lakes, text)
    assert (event["country"], event["admin1"]) == ("CD", admin1)
    assert place is None or event["place"] == place


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("M23 rebels captured Walikale on Monday.", "happened"),
        ("Walikale was seized by the M23.", "happened"),
        ("M23 takes Walikale", "happened"),
        ("M23 rebels said that they had taken Walikale.", "claimed"),  # the taker alone says so
    ],
)
def test_a_town_that_is_taken_by_its_name(lakes, text, status):
    event = only(lakes, text)
    assert (event["kind"], event["initiator"]) == ("force.capture", "COD.REB.M23")
    assert (event["status"], event["place"]) == (status, "Walikale")


@pytest.mark.parametrize(
    "text",
    [
        "The Congolese army retook Walikale, a spokesman said.",
        "The Congolese army retook the town of Walikale on Monday.",
    ],
)
def test_a_town_that_is_retaken(lakes, text):
    event = only(lakes, text)
    assert (event["kind"], event["initiator"]) == ("force.capture", "COD.MIL")


@pytest.mark.parametrize(
    "text",
    [
        "The governor took Goma by surprise.",
        "The Congolese army began an offensive to free Goma, which the M23 had captured.",
    ],
)
def test_no_town_is_taken(lakes, text):
    assert not [e for e in coded(lakes, text) if e["kind"] == "force.capture"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two mortar rounds landed in a camp near Goma, killing five people.", "attack.shelling"),
        ("Shells fell on a market in Goma, killing five people.", "force.shelling"),
        ("A rocket slammed into a school in Goma, killing five people.", "attack.shelling"),
        ("A bomb fell on a camp in Goma, killing five people.", "attack.bombing"),
    ],
)
def test_what_is_fired_comes_down(lakes, text, kind):
    event = only(lakes, text)
    assert (event["kind"], event["deaths_best"], event["country"]) == (kind, 5, "CD")


def test_attacks_that_fall_in_number_are_none(lakes):
    assert not coded(lakes, "Attacks fell by half in Ituri in May.")


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("A drone of the Congolese army hit a boat near Goma, killing three people.", "COD.MIL"),
        ("A helicopter of the Ugandan army struck a house in Beni.", "UGA.MIL"),
    ],
)
def test_a_weapon_is_of_its_army_and_does_not_hit_it(lakes, text, initiator):
    event = only(lakes, text)
    assert event["initiator"] == initiator
    assert event["target"].endswith(".CVL")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels hacked ten farmers to death in Beni.",
        "Ten farmers were beaten to death by rebels in Beni.",
        "Rebels burned ten farmers to death in Beni.",
        "Rebels executed ten farmers in Beni.",
    ],
)
def test_killed_in_other_words(lakes, text):
    event = only(lakes, text)
    assert event["kind"].startswith("attack") and event["deaths_best"] == 10


def test_a_state_executes_its_convicts_and_a_plan_is_carried_out(lakes):
    assert only(lakes, "Iran executed two men for spying.")["kind"] == "coerce.execution"
    assert not coded(lakes, "Rebels executed a plan to reach the airport of Goma.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rwanda said that it had closed the border with Burundi.", "sanction.border"),
        ("Rwanda announced that it had expelled two Belgian diplomats.", "sanction.diplomatic"),
        ("Rwanda said on Monday it had freed 20 Congolese prisoners.", "concede.release"),
    ],
)
def test_what_somebody_says_that_he_had_done_is_done(lakes, text, kind):
    event = only(lakes, text)
    assert (event["kind"], event["status"]) == (kind, "happened")
    assert event["happened_to"] is not pd.NaT


def test_what_is_only_revealed_may_be_old(lakes):
    text = "Rwanda's papers revealed that it had expelled two Belgian diplomats."
    assert not [e for e in coded(lakes, text) if e["status"] == "happened"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Fighting in the western districts of Goma killed 9, the ministry in Kinshasa said.",
            "Goma",
        ),
        ("An official in Beni said that nine people had been killed by rebels in Oicha.", "Oicha"),
        ("An official in Beni said that nine people had been killed by rebels.", "Beni"),
    ],
)
def test_where_it_was_is_not_where_it_was_told(lakes, text, place):
    assert only(lakes, text)["place"] == place


@pytest.mark.parametrize(
    ("who", "code"),
    [("Four peacekeepers", "IGO.MIL"), ("Four Tanzanian peacekeepers", "TZA.MIL")],
)
def test_peacekeepers_are_of_no_army_of_the_country(lakes, who, code):
    assert only(lakes, f"{who} were shot dead in Beni on Sunday.")["target"] == code
