"""Spans of time in words."""

import pandas as pd

from escalation.brief.spans import Spans, between_days


def day(text):
    return pd.Timestamp(text)


def test_days_say_month_and_year_once_where_shared():
    assert between_days(day("2026-02-16"), day("2026-02-16")) == "16 February 2026"
    assert between_days(day("2026-02-16"), day("2026-02-22")) == "16 to 22 February 2026"
    assert between_days(day("2026-02-16"), day("2026-03-15")) == "16 February to 15 March 2026"
    assert (
        between_days(day("2025-12-29"), day("2026-01-04")) == "29 December 2025 to 4 January 2026"
    )


def test_weeks_and_months_have_their_own_spans():
    weekly, monthly = Spans.of("weekly", 12), Spans.of("monthly", 6)
    assert (weekly.ahead, weekly.year, weekly.words(4)) == ([4, 12], 52, "4 weeks")
    assert (monthly.ahead, monthly.year, monthly.words(1)) == ([1, 3], 12, "1 month")
    assert (weekly.next(4), monthly.next(1)) == ("next 4 weeks", "next month")
    february = pd.DatetimeIndex(["2026-02-01"])
    assert monthly.dates(february) == "1 to 28 February 2026"


def test_a_short_horizon_shortens_the_spans():
    assert Spans.of("weekly", 3).ahead == [3]
    assert Spans.of("weekly", 8).ahead == [4, 8]
