"""Days by the words of a sentence; every answer worked by hand from Thursday 2026-02-19."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.days.dates import days_of

PUBLISHED = "2026-02-19"


@pytest.mark.parametrize(
    ("text", "first", "last", "rule"),
    [
        ("A blast kills nine in Quetta.", "2026-02-18", "2026-02-19", "fresh"),
        ("A bomb went off on Tuesday.", "2026-02-17", "2026-02-17", "weekday"),
        ("They met on Thursday.", "2026-02-19", "2026-02-19", "weekday"),
        ("They met last Thursday.", "2026-02-12", "2026-02-12", "weekday"),
        ("early Sunday", "2026-02-15", "2026-02-15", "weekday"),
        ("Talks will be held on Friday.", "2026-02-20", "2026-02-20", "weekday"),
        ("Clashes on Saturday and Sunday", "2026-02-14", "2026-02-15", "weekday"),
        ("two days ago", "2026-02-17", "2026-02-17", "ago"),
        ("a few days ago", "2026-02-14", "2026-02-17", "ago"),
        ("three weeks ago", "2026-01-26", "2026-02-01", "ago"),
        ("two months ago", "2025-12-01", "2025-12-31", "ago"),
        ("ten years ago", "2016-01-01", "2016-12-31", "ago"),
        ("yesterday", "2026-02-18", "2026-02-18", "yesterday"),
        ("overnight", "2026-02-18", "2026-02-19", "overnight"),
        ("last week", "2026-02-09", "2026-02-15", "calendar"),
        ("last month", "2026-01-01", "2026-01-31", "calendar"),
        ("earlier this month", "2026-02-01", "2026-02-19", "calendar"),
        ("over the weekend", "2026-02-14", "2026-02-15", "weekend"),
        ("over the past week", "2026-02-12", "2026-02-19", "past"),
        ("in recent days", "2026-02-13", "2026-02-19", "recent"),
        ("in 1998", "1998-01-01", "1998-12-31", "year"),
        ("the 1998 bombing", "1998-01-01", "1998-12-31", "year"),
        ("early 2009", "2009-01-01", "2009-04-30", "year"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("on 3 March", "2026-03-03", "2026-03-03", "date"),
        ("on March 3rd, 2009", "2009-03-03", "2009-03-03", "date"),
        ("between 3 and 5 March 2024", "2024-03-03", "2024-03-05", "date"),
        ("on February 29", "2024-02-29", "2024-02-29", "date"),
        ("2014-12-16", "2014-12-16", "2014-12-16", "iso"),
        ("in January", "2026-01-01", "2026-01-31", "month"),
        ("in late January", "2026-01-21", "2026-01-31", "month"),
        ("a vote will be held in May", "2026-05-01", "2026-05-31", "month"),
        ("the September 11 attacks", "2001-09-11", "2001-09-11", "9/11"),
        ("killed 2000 people", "2026-02-18", "2026-02-19", "fresh"),
        ("the worst attack since 2007", "2026-02-18", "2026-02-19", "fresh"),
        ("they may march on the capital", "2026-02-18", "2026-02-19", "fresh"),
    ],
)
def test_words_give_days(text, first, last, rule):
    told = days_of(text, PUBLISHED)
    assert (str(told.first.date()), str(told.last.date()), told.rule) == (first, last, rule)
    assert told.reason is None


@pytest.mark.parametrize(
    "text", ["years ago", "two days earlier", "in recent years", "30 February"]
)
def test_what_fixes_no_days_stays_empty_with_a_reason(text):
    told = days_of(f"It was attacked {text}.", PUBLISHED)
    assert told.first is pd.NaT
    assert told.last is pd.NaT
    assert text.split()[0] in told.reason


def test_of_several_times_the_one_by_the_event_is_meant():
    text = "Pakistan closed the border on Tuesday after last month's bombing"
    closing = days_of(text, PUBLISHED, near=text.index("closed"))
    bombing = days_of(text, PUBLISHED, near=text.index("bombing"))
    assert str(closing.first.date()) == "2026-02-17"
    assert (str(bombing.first.date()), str(bombing.last.date())) == ("2026-01-01", "2026-01-31")
    warned = "Pakistan warned Kabul after last month's bombing"
    assert days_of(warned, PUBLISHED, near=warned.index("warned")).rule == "fresh"


def test_what_follows_an_event_of_a_named_day_lies_between_that_day_and_now():
    text = "Nine people were killed after a bomb exploded on Tuesday"
    told = days_of(text, PUBLISHED, near=text.index("killed"))
    assert (str(told.first.date()), str(told.last.date())) == ("2026-02-17", "2026-02-19")
    raised = "The death toll from yesterday's school bombing increases to 68"
    assert days_of(raised, PUBLISHED, near=raised.index("bombing")).rule == "yesterday"


@given(st.text(), st.dates(min_value=pd.Timestamp("1990-01-01").date()))
def test_any_text_gives_an_ordered_span_or_a_reason(text, published):
    told = days_of(text, published)
    assert (told.reason is not None) if told.first is pd.NaT else (told.first <= told.last)
