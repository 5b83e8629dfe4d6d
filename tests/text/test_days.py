"""Days of publication, as they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.text.days import leading_day, read_day

THE_DAY = date(2026, 2, 19)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-19",
        "2026/02/19",
        "20260219",
        "2026-02-19T23:30:00-05:00",
        "2026-02-19T10:00:00Z",
        "2026-02-19 00:00:00.000",
        "19 February 2026",
        "Thu, 19 Feb 2026 10:00:00 GMT",
        "Thursday, 19 February, 2026",
        "February 19, 2026",
        "Feb. 19, 2026 at 10:00 am",
    ],
)
def test_usual_ways_to_write_a_day(text: str) -> None:
    assert read_day(text) == THE_DAY


@pytest.mark.parametrize(
    "text", ["", "02/03/2026", "2026-02-30", "2026-02-19x", "19 Brumaire 2026", "0001-01-01", "now"]
)
def test_what_is_no_day_stays_unread(text: str) -> None:
    assert read_day(text) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day:%d %B %Y}") == day
    assert leading_day(f"{day:%B %d, %Y} Kabul: talks") == (day, " Kabul: talks")
