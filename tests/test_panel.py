"""The panel counts incidents once, knows what was not observed, and never sees the future."""

import numpy as np
import pandas as pd
import pytest
import xarray as xr
from hypothesis import given
from hypothesis import strategies as st

from escalation.event import new_events
from escalation.panel import Panel, count
from escalation.schema import DOCUMENTS, ContractError, checked
from escalation.store import EventStore
from escalation.theatre import Theatre
from tests.examples import examples

START = pd.Timestamp("2026-01-05").as_unit("us")


def small_theatre(**more) -> Theatre:
    return Theatre.model_validate(
        {
            "name": "small",
            "title": "A small theatre",
            "countries": ["PK"],
            "since": START.date(),
            "actors": [{"code": "UNK.REB", "name": "Militants"}],
            "sources": [{"name": "daily", "since": START.date()}],
            "series": [
                {
                    "name": "attacks",
                    "title": "Attacks",
                    "role": "violence",
                    "match": [{"kinds": ["attack"], "country": ["PK"], "initiator": ["*.REB*"]}],
                }
            ],
            **more,
        }
    )


def happening(number: int, happened: int, known: int, **more) -> dict:
    return {
        "document": f"d{number}",
        "incident": f"i{number}",
        "kind": "attack.bombing",
        "status": "happened",
        "initiator": "UNK.REB",
        "country": "PK",
        "known_at": START + pd.Timedelta(days=known),
        "happened_from": START + pd.Timedelta(days=happened),
        "happened_to": START + pd.Timedelta(days=happened),
        "rule": "test",
        "source": "daily",
        **more,
    }


def documents(days) -> pd.DataFrame:
    published = START + pd.to_timedelta(list(days), unit="D")
    return checked(
        pd.DataFrame(
            {
                "document": [f"doc-{d}" for d in days],
                "source": "daily",
                "published": published,
                "known_at": published,
                "outlets": None,
                "url": None,
            }
        ),
        DOCUMENTS,
    )


def store_of(folder, rows, days=range(200)) -> EventStore:
    store = EventStore.open(folder)
    store.append(new_events(rows), documents(days))
    return store


def test_an_incident_told_twice_counts_once_with_its_largest_toll(tmp_path) -> None:
    rows = [
        happening(1, 1, 1, deaths_best=8.0),
        happening(2, 1, 2, incident="i1", deaths_best=12.0),
        happening(3, 9, 9, deaths_best=1.0),
        happening(4, 9, 9, status="threatened", deaths_best=64.0),
        happening(5, 9, 9, country="AF"),
        happening(6, 9, 9, source="elsewhere"),
        happening(7, 9, 9, happened_from=None, happened_to=None, reason="no day"),
    ]
    panel = count(store_of(tmp_path, rows).as_of("2026-01-25"), small_theatre())
    assert panel["counts"].values[:, 0].tolist() == [1, 1, 0]
    assert panel["deaths"].values[:, 0].tolist() == [12, 1, 0]
    assert panel.data.attrs["undated"] == 1
    assert [str(w.date()) for w in panel.weeks] == ["2026-01-05", "2026-01-12", "2026-01-19"]


def test_the_week_in_progress_is_no_data(tmp_path) -> None:
    store = store_of(tmp_path, [happening(1, 15, 15)])
    assert len(count(store.as_of("2026-01-24"), small_theatre()).weeks) == 2
    assert len(count(store.as_of("2026-01-25"), small_theatre()).weeks) == 3


def test_a_told_outage_is_unobserved_and_not_zero(tmp_path) -> None:
    outage = {"source": "daily", "first": "2026-01-20", "last": "2026-02-02", "reason": "gap"}
    one_day = {"source": "daily", "first": "2026-01-07", "last": "2026-01-07", "reason": "gap"}
    theatre = small_theatre(outages=[outage, one_day])
    panel = count(store_of(tmp_path, [happening(1, 1, 1)]).as_of("2026-02-08"), theatre)
    assert panel["observed"].values[:, 0].tolist() == [True, True, False, False, True]
    assert panel["reported"].values[0, 0] == pytest.approx(6 / 7)


def test_a_silence_that_the_feed_s_rate_makes_impossible_is_unobserved(tmp_path) -> None:
    days = [d for d in range(200) if not 100 <= d < 117]
    panel = count(store_of(tmp_path, [happening(1, 1, 1)], days), small_theatre())
    dark = panel.weeks[~panel["observed"].values[:, 0]]
    assert dark.min() == START + pd.Timedelta(weeks=14)
    assert len(dark) == 3


def test_a_week_that_a_source_saw_the_end_of_is_unobserved(tmp_path) -> None:
    sunday = (START + pd.Timedelta(days=6)).date()
    theatre = small_theatre(since=sunday, sources=[{"name": "daily", "since": sunday}])
    panel = count(store_of(tmp_path, [happening(1, 8, 8)]).as_of("2026-01-25"), theatre)
    assert panel["observed"].values[:, 0].tolist() == [False, True, True]
    early = small_theatre(since=sunday)  # its source looked on all seven days
    panel = count(store_of(tmp_path / "b", [happening(1, 8, 8)]).as_of("2026-01-25"), early)
    assert panel["observed"].values[:, 0].tolist() == [True, True, True]


def test_a_hand_picked_source_makes_no_day_observed(tmp_path) -> None:
    sources = [
        {"name": "daily", "since": START.date()},
        {"name": "picked", "since": START.date(), "steady": False},
    ]
    outage = {"source": "daily", "first": "2026-01-12", "last": "2026-01-18", "reason": "gap"}
    theatre = small_theatre(sources=sources, outages=[outage])
    rows = [happening(1, 8, 8, source="picked")]
    panel = count(store_of(tmp_path, rows).as_of("2026-01-25"), theatre)
    assert panel["observed"].values[:, 0].tolist() == [True, False, True]


def test_a_slow_feed_s_quiet_week_is_a_zero(tmp_path) -> None:
    panel = count(store_of(tmp_path, [happening(1, 1, 1)], range(0, 200, 9)), small_theatre())
    assert panel["observed"].values.all()


@examples(12)
@given(
    past=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=1, max_size=12),
    later=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 30)), max_size=12),
)
def test_later_reports_never_change_an_earlier_panel(past, later, tmp_path_factory) -> None:
    origin = 69  # a Sunday, in days from the start
    day = START + pd.Timedelta(days=origin)
    known = [happening(i, h, min(h + lag, origin)) for i, (h, lag) in enumerate(past)]
    future = [
        # some are new events, some new versions of what was known, some withdrawals
        happening(i, h, origin + 1 + lag, withdrawn=i % 3 == 2, deaths_best=99.0)
        for i, (h, lag) in enumerate(later)
    ]
    store = EventStore.open(tmp_path_factory.mktemp("store"))
    store.append(new_events(known), documents(range(origin + 1)), loaded_through=day)
    before = count(store.as_of(day), small_theatre())
    store.append(new_events(future), documents(range(origin + 1, 200)))
    after = count(store.as_of(day), small_theatre())
    xr.testing.assert_identical(before.data, after.data)


def test_a_store_that_filters_by_the_day_of_the_event_is_caught(tmp_path) -> None:
    """The leak that a backtest must not have, made on purpose."""

    class Leaky(EventStore):
        def events(self):
            rows = EventStore(self.folder).events()
            return rows if self.known is None else rows[rows["happened_to"] <= self.known]

    store = EventStore.open(tmp_path)
    day = START + pd.Timedelta(days=69)
    store.append(new_events([happening(1, 5, 6)]), documents(range(70)), loaded_through=day)
    before = count(Leaky(store.folder, day), small_theatre())
    store.append(new_events([happening(2, 12, 90)]), documents(range(70, 100)))
    after = count(Leaky(store.folder, day), small_theatre())
    assert not before.data.identical(after.data)


def test_a_panel_is_saved_and_read_back_equal(tmp_path) -> None:
    panel = count(
        store_of(tmp_path / "s", [happening(1, 1, 1)]).as_of("2026-02-08"), small_theatre()
    )
    panel.save(tmp_path / "panel.nc")
    xr.testing.assert_identical(Panel.load(tmp_path / "panel.nc").data, panel.data)


def test_any_table_is_a_panel() -> None:
    table = pd.DataFrame(
        {
            "month": ["2025-01-01", "2025-03-01", "2025-01-01", "2025-02-01", "2025-03-01"],
            "series": ["a", "a", "b", "b", "b"],
            "count": [1, 2, 3, 4, 5],
            "observed": [True, True, True, False, True],
        }
    )
    panel = Panel.of_table(table, as_of="2025-03-31")
    assert panel.cadence == "monthly"
    assert panel["observed"].values.tolist() == [[True, True], [False, False], [True, True]]
    assert panel["counts"].values[0].tolist() == [1, 3]
    assert len(Panel.of_table(table, as_of="2025-03-30").weeks) == 2


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"week": "2026-01-06"}, "Monday of a week"),
        ({"week": "2026-01-05", "twice": True}, "stands twice"),
        ({"week": "2026-03-02"}, "had ended by"),
    ],
)
def test_a_table_that_breaks_a_rule_is_refused(change, rule) -> None:
    row = {"week": change["week"], "series": "a", "count": 1}
    with pytest.raises(ContractError, match=rule):
        Panel.of_table(pd.DataFrame([row] * (2 if "twice" in change else 1)), as_of="2026-02-01")


def test_an_unknown_variable_lists_the_known_ones() -> None:
    panel = Panel.of_table(
        pd.DataFrame({"week": ["2026-01-05"], "series": ["a"], "count": [1]}), as_of="2026-02-01"
    )
    with pytest.raises(ContractError, match=r"no 'count'; there are: counts, deaths"):
        _ = panel["count"]
    assert np.isnan(panel["deaths"].values).all()
