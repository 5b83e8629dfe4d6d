"""Agencies' reports from anywhere: a headline, a dateline, the news, and what came before it."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.coding.parse import model
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
