"""Whatever a report holds, the page can be set."""

from hypothesis import given
from hypothesis import strategies as st

from escalation.brief.glyphs import printable, settable


@given(st.text())
def test_every_letter_that_is_left_can_be_set(text):
    assert settable().issuperset(printable(text))


@given(st.text(alphabet="abc xyz,.;'é–ß", max_size=30))
def test_latin_text_is_left_alone(text):
    assert printable(text) == text


def test_urdu_is_set_with_the_nearest_letters():
    assert printable("روزنامہ جنگ") == "روزنامه جنگ"


def test_a_script_without_letters_here_is_named_once():
    assert printable("हिन्दी समाचार, AP") == "[devanagari] AP"


def test_lists_and_mappings_are_gone_through():
    assert printable({"a": ["\u0939", 1, None]}) == {"a": ["[devanagari]", 1, None]}
