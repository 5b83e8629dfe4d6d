"""Headlines in title case and in capitals are read as if they were prose."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.actors.named import Names
from escalation.coding.places.places import Gazetteer
from escalation.coding.sentence.cased import Casing
from escalation.coding.sentence.parse import model
from tests.coding.reading import sides

DAY = pd.Timestamp("2024-05-08")


@pytest.fixture(scope="module")
def casing():
    return Casing(Names().spans, Gazetteer().spans, model())


@pytest.mark.parametrize(
    ("headline", "prose"),
    [
        ("Gunmen Strike Police Post in Mosul", "Gunmen strike police post in Mosul"),
        ("TROOPS SHELL REBELS NEAR GOMA", "Troops shell rebels near Goma"),
        ("US Envoy Warns Iran of New Sanctions", "US envoy warns Iran of new sanctions"),
        ("US ENVOY WARNS IRAN OF NEW SANCTIONS", "US envoy warns Iran of new sanctions"),
        ("Turkey and Chad Sign Trade Deal", "Turkey and Chad sign trade deal"),
        ("President Brown May Visit Polish Border in May",
         "President Brown may visit Polish border in May"),
        ("MINISTER'S CONVOY HIT BY BLAST WHO CALLS SHOCKING",
         "Minister's convoy hit by blast who calls shocking"),
        ("Truce Holds. It Is the First This Year, Officials Say",
         "Truce holds. It is the first this year, officials say"),
    ],
)  # fmt: skip
def test_common_words_are_made_small_and_names_stay(casing, headline, prose):
    assert casing.prose(headline) == prose


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Amadou Ba met President Jean Faye in Dakar.",
        "Gunmen struck a police post near Mosul on Monday, killing two officers.",
        "The African Union Mission in Somalia left Kismayo.",
    ],
)
def test_prose_stays_as_it_is(casing, text):
    assert casing.prose(text) == text


def test_only_the_headline_of_a_report_is_changed(casing):
    body = "Two Guards died when Gunmen came, the Ministry said in a statement that it gave out."
    read = casing.prose(f"Rebels Seize Town in Ituri\n{body}")
    assert read == f"Rebels seize town in Ituri\n{body}"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_every_letter_keeps_its_place(casing, text):
    for written in (text, text.upper(), text.title()):
        read = casing.prose(written)
        assert len(read) == len(written)
        assert all(a == b or a == b.lower() for a, b in zip(read, written, strict=True))


@pytest.mark.parametrize(
    "headline",
    ["Somali Gunmen Kill Two Kenyan Soldiers Near Mandera",
     "SOMALI GUNMEN KILL TWO KENYAN SOLDIERS NEAR MANDERA"],
)  # fmt: skip
def test_a_headline_is_coded_as_the_sentence_would_be(reader, headline):
    plain = sides(reader, "Somali gunmen kill two Kenyan soldiers near Mandera", day=DAY)
    assert plain
    assert sides(reader, headline, day=DAY) == plain
