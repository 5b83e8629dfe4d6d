"""Incidents once, with what they were read from."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.brief.changes import changes, days, known_in
from escalation.schema import DOCUMENTS, EVENTS, empty
from tests.brief.world import make_documents, make_events, make_theatre
from tests.examples import examples

LANDS = make_theatre()
AS_OF = pd.Timestamp("2026-02-19")


def listed(events, documents=None, **changed):
    told = empty(DOCUMENTS) if documents is None else documents
    return changes(events, told, LANDS, as_of=AS_OF, headline="clashes", **changed)


def test_three_reports_of_one_bombing_are_one_row_with_all_their_outlets():
    events = make_events(
        {"incident": "i1", "document": "d1", "deaths_low": 3, "deaths_best": 3, "deaths_high": 3},
        {"incident": "i1", "document": "d2", "deaths_low": 5, "deaths_best": 6, "deaths_high": 9},
        {"incident": "i1", "document": "d3", "confidence": 0.9, "place": "Bannu"},
    )
    documents = make_documents({"d1": "Dawn; Reuters", "d2": "Reuters", "d3": "AP"})
    (row,) = listed(events, documents).incidents
    assert row.reports == 3
    assert row.outlets == ("AP", "Dawn", "Reuters")
    assert (row.dead, row.confidence, row.where) == ("3–9", 0.9, "Bannu, Pakistan")
    assert (row.who, row.what) == ("Unidentified militants", "bombing")
    assert row.documents == ("d1", "d2", "d3")


def test_the_window_holds_four_weeks_and_the_week_in_progress():
    inside, edge, before, after = "2026-02-18", "2026-01-23", "2026-01-22", "2026-02-20"
    events = make_events(
        *(
            {"document": day, "happened_from": pd.Timestamp(day), "happened_to": pd.Timestamp(day)}
            for day in (inside, edge, before, after)
        )
    )
    news = listed(events)
    assert [str(row.last.date()) for row in news.incidents] == [inside, edge]
    assert news.late == 1  # the earlier one became known inside the window


def test_what_no_series_counts_is_not_listed_and_the_undated_are_told():
    events = make_events(
        {"document": "a", "kind": "talks"},
        {"document": "b", "status": "threatened"},
        {"document": "c", "happened_from": pd.NaT, "happened_to": pd.NaT, "reason": "no day"},
    )
    news = listed(events)
    assert news.incidents == ()
    assert news.undated == 1


def test_a_full_list_keeps_the_headline_series_then_the_deadliest():
    events = make_events(
        {"document": "a", "deaths_low": 1, "deaths_best": 1, "deaths_high": 1},
        {"document": "b", "deaths_low": 8, "deaths_best": 8, "deaths_high": 8},
        {"document": "c", "kind": "force.shelling", "initiator": "PAK.GOV", "target": "AFG.GOV"},
    )
    news = listed(events, most=2)
    assert {row.what for row in news.incidents} == {"shelling", "bombing"}
    assert {row.dead for row in news.incidents} == {"–", "8"}
    assert news.left_out == 1
    assert [row.number for row in news.incidents] == [1, 2]


def test_known_in_the_week_in_progress_counts_only_what_lies_wholly_in_it():
    monday, thursday = pd.Timestamp("2026-02-16"), pd.Timestamp("2026-02-19")
    events = make_events(
        {"document": "a", "kind": "force.raid", "happened_from": monday, "happened_to": thursday},
        {"document": "b", "kind": "force.raid", "happened_to": thursday},
    )
    assert known_in(events, LANDS, "clashes", first=monday, last=thursday) == 1


def test_no_events_at_all():
    news = listed(empty(EVENTS))
    assert (news.incidents, news.left_out, news.late, news.undated) == ((), 0, 0, 0)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-02-17", "2026-02-17", "17 Feb"),
        ("2026-02-14", "2026-02-16", "14–16 Feb"),
        ("2026-01-30", "2026-02-02", "30 Jan – 2 Feb"),
        ("2025-01-01", "2026-02-02", "by 2 February 2026"),
    ],
)
def test_days_for_a_narrow_column(first, last, said):
    assert days(pd.Timestamp(first), pd.Timestamp(last)) == said


@examples(8)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.integers(1, 4))
def test_every_incident_is_listed_once_or_counted_as_left_out(incidents, most):
    events = make_events(
        *({"document": f"d{at}", "incident": f"i{of}"} for at, of in enumerate(incidents))
    )
    news = listed(events, most=most)
    assert len(news.incidents) + news.left_out == len(set(incidents))
    assert len(news.incidents) <= most
