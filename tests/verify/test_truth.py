"""What came: the count of each week as known on the day its truth stands."""

import pandas as pd
import pytest

from escalation.panel import count
from escalation.periods import between, last_day
from escalation.verify.backtest import backtest
from escalation.verify.table import of_truth
from escalation.verify.truth import KINDS, truths_of_store
from tests.verify.simulated import PoissonMean, Refuses, small_store, small_theatre


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return small_store(tmp_path_factory.mktemp("store"))


def test_truth_is_the_count_of_its_vintage(store):
    theatre = small_theatre()
    weeks = between("2024-06-03", "2024-06-17")
    truths = truths_of_store(store, theatre, weeks, kinds=KINDS, lag_weeks=3)
    assert list(truths) == ["first", "lagged-3w", "latest"]
    for (name, came), lag in zip(truths.items(), (0, 3, 0), strict=True):
        for week in weeks:
            day = last_day(week) + pd.Timedelta(weeks=lag)
            day = store.loaded_through if name == "latest" else day
            seen = count(store.as_of(day), theatre)["counts"].sel(week=week)
            assert came.loc[week].tolist() == seen.values.tolist()


def test_first_and_latest_differ_where_reports_come_late(store):
    theatre, weeks = small_theatre(), between("2024-03-04", "2024-05-13")
    truths = truths_of_store(store, theatre, weeks, kinds=("first", "latest"), lag_weeks=8)
    first, latest = truths.values()
    assert (first <= latest).all(axis=None) and first.sum().sum() < latest.sum().sum()


def test_a_truth_that_does_not_stand_yet_is_not_known(store):
    end = store.loaded_through
    weeks = between(end - pd.Timedelta(weeks=3), end)
    (came,) = truths_of_store(
        store, small_theatre(), weeks, kinds=("lagged",), lag_weeks=2
    ).values()
    assert came.notna().all(axis=1).tolist() == [True, True, False, False]


@pytest.mark.slow
def test_one_backtest_is_scored_against_every_truth(store):
    models = [PoissonMean(draws=40), Refuses(until="2024-06-09")]
    asked = dict(origins=["2024-06-09", "2024-06-16"], seed=7)
    whole = backtest(models, store, small_theatre(), **asked)
    assert whole.attrs["settings"]["truth"] == "first, lagged-8w, latest"
    assert len(whole.attrs["failures"]) == 1  # told once, not once a truth
    for kind, name in zip(KINDS, ("first", "lagged-8w", "latest"), strict=True):
        alone = backtest(models, store, small_theatre(), **asked, truth=kind)
        rows = of_truth(whole, name).reset_index(drop=True)
        pd.testing.assert_frame_equal(rows, alone)
