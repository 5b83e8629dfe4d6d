"""Backtests: honest about what was known, resumable, and plain about failures."""

import json

import numpy as np
import pandas as pd
import pytest

from escalation.panel import count
from escalation.schema import SCORES, ContractError, checked
from escalation.store import EventStore
from escalation.verify import scores, units
from escalation.verify.backtest import backtest, backtest_panel, score
from escalation.verify.units import Unit
from tests.verify.simulated import (
    PoissonMean,
    Refuses,
    small_store,
    small_theatre,
    weekly_table,
)

TINY = PoissonMean(draws=40)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return small_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def table(store):
    return backtest([TINY], store, small_theatre(), origins=3, every=2, seed=7, truth="lagged")


def picked(table, metric, target="week"):
    chosen = table[(table["metric"] == metric) & (table["target"] == target)]
    return chosen.set_index(["series", "origin", "week"])["value"].sort_index()


def test_the_table_keeps_its_contract_and_says_how_it_was_made(table):
    pd.testing.assert_frame_equal(checked(table, SCORES), table)
    told = table.attrs["settings"]
    assert told["truth"] == "lagged-8w" and told["seed"] == 7 and len(told["origins"]) == 3
    assert told["models"] == {"poisson-mean": repr(TINY)}
    assert table.attrs["failures"] == []


def test_origins_are_ends_of_weeks_that_can_be_scored(table, store):
    origins = pd.DatetimeIndex(table["origin"].unique())
    assert (origins.dayofweek == 6).all()
    assert (np.diff(origins) == np.timedelta64(14, "D")).all()
    # The first week after the last origin had its eight weeks by the last load, just.
    assert origins[-1] + pd.Timedelta(weeks=9) == store.loaded_through


def test_scores_are_those_of_the_forecast(store, table):
    theatre = small_theatre()
    origin = table["origin"].min()
    panel = count(store.as_of(origin), theatre)
    seed = units.unit_seed(7, TINY.name, origin)
    forecast = TINY.fit(panel, seed=seed).forecast(4, seed=seed)
    total = picked(table, "crps", "total").loc["attacks-pk", origin].iloc[0]
    came = picked(table, "observed", "total").loc["attacks-pk", origin].iloc[0]
    draws = forecast.total("attacks-pk", within=4)[None, :]
    assert total == pytest.approx(scores.crps(draws, [came])[0])
    weekly = picked(table, "observed").loc["attacks-pk", origin]
    assert came == weekly.sum()


def test_alarm_thresholds_are_the_theatres(table):
    rows = table[table["target"] == "week"].pivot_table(
        index=["series", "origin", "week"], columns="metric", values="value"
    )
    assert (rows.loc["attacks-af", "chance"] == rows.loc["attacks-af", "chance_alarm"]).all()
    assert (rows.loc["attacks-pk", "chance"] > rows.loc["attacks-pk", "chance_alarm"]).all()


def test_failures_are_rows_with_their_reason(store):
    theatre = small_theatre()
    models = [TINY, Refuses(until="2024-06-09")]
    days = ["2024-06-02", "2024-06-09", "2024-06-16"]
    table = backtest(models, store, theatre, origins=days, seed=1)
    bad = table[table["metric"] == "failed"]
    assert sorted(bad["origin"].dt.date.astype(str).unique()) == days[:2]
    assert (bad["value"] == 1).all() and set(bad["model"]) == {"refuses"}
    # Three truths, two series, four single weeks and one total each.
    assert len(bad) == 2 * 3 * 2 * 5
    assert table.attrs["failures"][0] == {
        "model": "refuses",
        "origin": days[0],
        "reason": "RuntimeError: did not converge",
    }


def test_unobserved_weeks_are_not_scored():
    counts = weekly_table()
    table = backtest_panel([TINY], counts, origins=8, seed=3, horizon=4)
    dark = counts.loc[~counts["observed"], "week"].iloc[0]
    assert dark not in set(table["week"][table["target"] == "week"])
    totals = table[(table["target"] == "total") & (table["metric"] == "crps")]
    first = totals["week"] - pd.Timedelta(weeks=3)
    assert not ((first <= dark) & (dark <= totals["week"])).any() and len(totals)


def test_a_sliding_window_is_all_that_a_model_sees():
    counts = weekly_table()
    wide = PoissonMean(weeks=1000)
    slid = backtest_panel([wide], counts, origins=3, seed=3, horizon=2, window=10)
    short = backtest_panel([PoissonMean(weeks=10)], counts, origins=3, seed=3, horizon=2)
    whole = backtest_panel([wide], counts, origins=3, seed=3, horizon=2)
    assert picked(slid, "crps").equals(picked(short, "crps"))
    assert not picked(slid, "crps").equals(picked(whole, "crps"))


def test_a_monthly_table_is_a_panel_too():
    months = pd.date_range("2020-01-01", periods=40, freq="MS", unit="us")
    counts = pd.DataFrame({"month": months, "series": "all", "count": range(40)})
    table = backtest_panel([TINY], counts, origins=2, every=3, horizon=3, seed=1)
    assert list(table["origin"].dt.date.astype(str).unique()) == ["2022-12-31", "2023-03-31"]
    observed = picked(table, "observed")
    assert observed.loc["all", pd.Timestamp("2023-03-31"), pd.Timestamp("2023-04-01")] == 39


def test_resuming_does_what_is_missing_and_no_more(store, tmp_path, monkeypatch):
    theatre = small_theatre()
    asked = dict(origins=3, seed=7, folder=tmp_path, truth="latest")
    whole = backtest([TINY], store, theatre, **asked)
    notes = sorted((tmp_path / "units").glob("*.json"))
    notes[0].unlink()
    saved = notes[1].with_suffix(".nc")
    saved.write_bytes(saved.read_bytes()[:-20] + b"x" * 20)
    (tmp_path / "units" / ".draft-debris").write_text("half")
    done = []
    really = Unit.run
    monkeypatch.setattr(Unit, "run", lambda unit: done.append(unit.key) or really(unit))
    again = backtest([TINY], store, theatre, **asked)
    assert sorted(done) == [note.stem for note in notes[:2]]
    pd.testing.assert_frame_equal(again, whole)
    assert not list((tmp_path / "units").glob(".draft-*"))
    kept = units.load_scores(tmp_path)
    pd.testing.assert_frame_equal(kept, whole)
    assert kept.attrs == whole.attrs
    forecasts = units.saved_forecasts(tmp_path, model=TINY.name)
    assert [made.as_of for made in forecasts] == sorted(whole["origin"].unique())
    with pytest.raises(ContractError, match="there are those of: poisson-mean"):
        units.saved_forecasts(tmp_path, model="other")
    told = json.loads((tmp_path / "settings.json").read_text())
    assert told["settings"] == whole.attrs["settings"]


def test_other_settings_are_other_units(store, tmp_path):
    theatre = small_theatre()
    for model, seed in ((TINY, 7), (TINY, 8), (PoissonMean(draws=41), 7)):
        backtest([model], store, theatre, origins=1, seed=seed, folder=tmp_path, truth="latest")
    assert len(list((tmp_path / "units").glob("*.nc"))) == 3


def test_failed_units_are_kept_and_not_done_again(store, tmp_path, monkeypatch):
    theatre = small_theatre()
    asked = dict(origins=["2024-06-02"], seed=7, folder=tmp_path, truth="latest")
    first = backtest([Refuses(until="2030-01-01")], store, theatre, **asked)
    monkeypatch.setattr(Unit, "run", lambda unit: pytest.fail("was done again"))
    again = backtest([Refuses(until="2030-01-01")], store, theatre, **asked)
    assert first.attrs["failures"] == again.attrs["failures"] != []


def test_progress_counts_every_unit(store):
    seen = []
    backtest(
        [TINY],
        store,
        small_theatre(),
        origins=3,
        seed=7,
        truth="latest",
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(1, 3), (2, 3), (3, 3)]


class DayOfEventStore(EventStore):
    """Wrong on purpose: its past holds what happened by a day, whenever that became known."""

    def as_of(self, when):
        stamp = pd.Timestamp(when)
        whole = EventStore(self.folder)

        class View(EventStore):
            def _table(self, name):
                rows = whole._table(name)
                return rows[rows["happened_from"] <= stamp] if name == "events" else rows[:0]

        return View(self.folder, stamp)


def test_a_store_that_filters_by_the_day_of_the_event_is_caught(store):
    leaky = DayOfEventStore(store.folder)
    with pytest.raises(ContractError, match="rows known later"):
        backtest([TINY], leaky, small_theatre(), origins=["2024-06-02"], seed=7, truth="latest")


def test_what_becomes_known_later_changes_no_forecast(tmp_path):
    theatre = small_theatre()
    store = small_store(tmp_path / "store")
    asked = dict(origins=["2024-06-02"], horizon=2, seed=7)
    before = backtest([TINY], store, theatre, **asked, truth="first")
    rows = store.versions()
    late = rows[rows["happened_from"] < "2024-06-02"].head(40)
    revised = late.assign(known_at=store.loaded_through + pd.Timedelta(days=1), withdrawn=True)
    store.append(revised)
    after = backtest([TINY], store, theatre, **asked, truth="first")
    pd.testing.assert_frame_equal(after, before)


def test_slips_are_answered(store):
    theatre = small_theatre()
    with pytest.raises(ContractError, match="no model 'nothing'; there are:"):
        backtest(["nothing"], store, theatre, origins=1, seed=1)
    with pytest.raises(ContractError, match="list of models"):
        backtest("last-year", store, theatre, origins=1, seed=1)
    with pytest.raises(ContractError, match="own name"):
        backtest([TINY, TINY], store, theatre, origins=1, seed=1)
    with pytest.raises(ContractError, match="no truth 'now'; there are: first, lagged, latest,"):
        backtest([TINY], store, theatre, origins=1, seed=1, truth="now")
    with pytest.raises(ContractError, match="possible origins; asked for 999"):
        backtest([TINY], store, theatre, origins=999, seed=1)
    with pytest.raises(ContractError, match="1 or more workers"):
        backtest([TINY], store, theatre, origins=1, seed=1, workers=0)


def test_score_of_a_forecast_that_nothing_came_of_is_empty(store):
    panel = count(store, small_theatre())
    forecast = TINY.fit(panel, seed=1).forecast(2, seed=1)
    nothing = pd.DataFrame(columns=panel.series, dtype=float)
    assert score(forecast, nothing, truth="latest", seed=1).empty
