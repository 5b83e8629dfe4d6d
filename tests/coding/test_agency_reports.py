"""Agencies' reports from anywhere: a headline, a dateline, the news, and what came before it."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.coding.sentence.parse import model
from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2025-06-12")  # a Thursday


@pytest.fixture(scope="module")
def events():
    reader = Reader(None)
    return lambda text: read(reader, text, day=DAY)


@pytest.fixture(scope="module")
def violent(events):
    return lambda text: [e for e in events(text) if is_violent(e)]


@pytest.mark.parametrize(
    "dateline",
    [
        "NIAMEY, June 12 (Agency) -",
        "MARADI, Niger, June 12 (Agency) -",
        "DIFFA, Niger (AP) —",
        "NIAMEY/DAKAR, June 12 (Agency) -",
        "SAINT-LOUIS, 12 June (Agency) --",
        "June 12 (Agency) -",
    ],
)
def test_a_dateline_is_set_apart(dateline):
    doc = model()(f"Raid in western Niger\n\n{dateline} Bandits killed six herders on Tuesday.")
    apart = [sentence.text.strip() for sentence in doc.sents]
    assert apart == ["Raid in western Niger", dateline, "Bandits killed six herders on Tuesday."]


def test_a_speaker_before_a_dash_is_no_dateline():
    doc = model()("ISPR - Nine soldiers were hurt in a blast.")
    assert next(iter(doc.sents)).text.strip() != "ISPR -"


def test_a_report_is_joined_to_its_headline_over_a_dateline(violent):
    told = violent(
        "Gunmen kill six herders in western Niger\n\n"
        "NIAMEY, June 12 (Agency) - Gunmen killed six herders in the Tillaberi region of western"
        " Niger on Tuesday, a local official said."
    )
    assert [(e["country"], e["deaths_best"]) for e in told] == [("NE", 6)]


def test_a_headline_is_one_sentence():
    doc = model()("Gunmen seize 9 farmers in northern Niger\n\nMore to follow.")
    assert next(iter(doc.sents)).text.strip() == "Gunmen seize 9 farmers in northern Niger"


def test_most_sentences_of_a_report_tell_no_event(events):
    told = events(
        "Bandits killed six herders in the Tillaberi region of Niger on Tuesday. Neither figure"
        " could be independently verified. The army did not answer calls seeking comment. The area"
        " lies near the borders of Mali and Burkina Faso."
    )
    assert [e["kind"] for e in told] == ["attack"]


SAID = [
    ("Gunmen killed five herders in the Nigerian city of Kano, police said on Thursday.", 11, 12),
    ("Six herders were killed by bandits in Niger, the army said in a statement on Sunday.", 7, 8),
    ("Bandits killed six herders in Niger on Monday, officials said on Wednesday.", 9, 9),
]


@pytest.mark.parametrize(("text", "first", "last"), SAID)
def test_the_day_of_telling_is_not_the_day_of_the_deed(violent, text, first, last):
    event = violent(text)[0]
    assert (event["happened_from"].day, event["happened_to"].day) == (first, last)


RETORTS = [
    ("Chad accused Sudan of shelling a village, a charge that Khartoum dismissed.", "reject"),
    ("Peru closed its border with Chile on Monday, a move that Santiago denounced.", "accuse"),
    ("Peru test-fired a missile on Monday, a launch which Chile called a provocation.", "accuse"),
]


@pytest.mark.parametrize(("text", "root"), RETORTS)
def test_what_another_says_to_it_is_news_too(events, text, root):
    told = {e["kind"].split(".")[0]: (e["status"], e["initiator"][:3]) for e in events(text)}
    assert told[root] == ("happened", "SDN" if root == "reject" else "CHL")


def test_a_definite_charge_only_says_which(events):
    told = events("The charge that Khartoum dismissed in March was repeated by Chad on Monday.")
    assert "happened" not in [e["status"] for e in told if e["kind"].startswith("reject")]


def test_what_the_attackers_did_is_of_the_attack(violent):
    told = violent(
        "Gunmen attacked a village in the Tillaberi region of Niger on Sunday and killed 17"
        " people. The attackers opened fire on people coming home from the fields."
    )
    assert [e["deaths_best"] for e in told] == [17]


def test_a_count_goes_before_a_vague_word(violent):
    told = violent(
        "Army strikes kill dozens in northern Chad\n\n"
        "N'DJAMENA, June 12 (Agency) - Army air strikes killed at least 44 people in northern Chad"
        " on Wednesday, doctors said."
    )
    assert [e["deaths_best"] for e in told] == [44]


def test_a_clash_is_the_same_from_either_side(violent):
    told = violent(
        "Two soldiers wounded, three rebels slain in Philippine clash\n\n"
        "MANILA, June 12 (Agency) - Philippine troops killed three rebels in a firefight in Surigao"
        " del Sur on Wednesday. Two soldiers were wounded."
    )
    assert [(e["initiator"], e["deaths_best"]) for e in told] == [("PHL.MIL", 3)]


def test_a_wave_of_strikes_was_made(violent):
    told = violent("Chile launched a wave of air strikes on Peru on Monday, killing nine soldiers.")
    assert [(e["kind"], e["initiator"]) for e in told] == [("force.airstrike", "CHL")]


def test_who_fires_is_not_struck(violent):
    event = violent("President Jose Rojas said Chile had fired 40 drones and nine missiles.")[0]
    assert event.get("country") is None


def test_where_it_was_written_is_not_where_it_was(violent):
    told = violent("DUBAI, June 12 (Agency) - Iranian troops shot six rebels dead on Wednesday.")
    assert [e.get("country") for e in told] != ["AE"]


def test_what_a_gang_routinely_does_is_no_act():
    text = "Gangs known as bandits routinely carry out kidnappings in Nigeria."
    assert not read(Reader(None, told=True), text, day=DAY)


def test_a_church_is_of_no_country(violent):
    event = violent("A gunman shot nine worshippers at the Greek Orthodox church of Mar Elias.")[0]
    assert event["target"] != "GRC.CVL"
    assert (event["happened_from"].month, event["status"]) == (6, "happened")


def test_shells_stay_shells_by_whatever_hand(violent):
    told = violent("Shelling by Chadian forces killed a woman in the Sudanese town of Geneina.")
    assert [e["kind"] for e in told] == ["force.shelling"]
