"""Texts that nobody wrote to be read: they cost no more than prose, and break nothing."""

import re
import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.coder import Reader
from escalation.coding.sentence.parse import parsed, pieces
from escalation.theatre import Theatre

DAY = pd.Timestamp("2024-02-29")
WORDS = re.findall(
    r"\S+",
    "rebels soldiers Ghana Togo Lome the a who which while as when of in by and , ; : - ( ) ' 's"
    " killed wounded kills bomb attack exploded accused said blamed shelling carrying including"
    " recent at least three 1,200 15-year-old him themselves group country it should if not"
    " January 30 February 2009 yesterday 😀 کابل ½ \u200f . ? !",
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
)
HOSTILE = ["😀", "😀 ", ",", ", ", "\"'", "a ", "killed and ", "killed, ", "as a bomb exploded "]


@pytest.fixture(scope="module")
def readers():
    return Reader(None), Reader(Theatre.read("pak-afg"))


def read(reader: Reader, text: str) -> list[dict]:
    document = {"document": "d", "text": text, "published": DAY, "known_at": DAY, "source": "own"}
    return list(reader.read([document]))


@given(TEXTS)
def test_any_text_is_read_and_its_events_lie_in_it(readers, text):
    for reader in readers:
        for event in read(reader, text):
            assert 0 <= event["span_from"] < event["span_to"] <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_repeats_itself_costs_no_more_than_prose(readers, text):
    begun = time.process_time()
    read(readers[0], (text * 8_000)[:8_000])
    assert time.process_time() - begun < 8


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sentence_has_a_bounded_length(text):
    text = (text * 3_000)[:3_000]
    found = [len(s) for doc, _ in parsed([(p, at) for at, p in pieces(text)]) for s in doc.sents]
    assert max(found) <= 250


@given(st.text(), st.text("ab;A. \n", max_size=40), st.integers(0, 9_000))
def test_pieces_are_the_whole_text(start, word, length):
    text = start + (word * length)[:length]
    found = pieces(text)
    assert "".join(piece for _, piece in found) == text
    assert all(text[at:].startswith(piece) and len(piece) <= 4_000 for at, piece in found)
