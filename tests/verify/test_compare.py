"""Comparisons: same targets, blocks of origins, and answers that can be worked by hand."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from escalation.schema import SCORES, ContractError, checked
from escalation.verify.backtest import backtest_panel
from escalation.verify.compare import (
    compare,
    diebold_mariano,
    ratio_interval,
    summary,
)
from escalation.verify.table import of_truth, paired_scores
from tests.verify.simulated import PoissonMean, Refuses, weekly_table


def table_of(values, *, metric="crps"):
    """A score table from {model: [score at each of some weekly origins]}; NaN is left out."""
    parts = []
    for model, scores in values.items():
        origins = pd.date_range("2024-01-07", periods=len(scores), freq="7D", unit="us")
        parts.append(pd.DataFrame({"model": model, "origin": origins, "value": scores}))
    table = pd.concat(parts).dropna()
    table = table.assign(
        series="attacks",
        week=table["origin"] + pd.Timedelta(days=1),
        target="week",
        horizon=1,
        metric=metric,
        truth="latest",
    )
    return checked(table, SCORES)


def test_ratio_and_skill_by_hand():
    table = table_of({"last-year": [2.0, 4.0, 6.0], "new": [1.0, 2.0, 6.0]})
    row = compare(table, seed=1).iloc[0]
    assert row["ratio"] == pytest.approx(9 / 12) and row["skill"] == pytest.approx(3 / 12)
    assert (row["n"], row["origins"], row["failures"]) == (3, 3, 0)


def test_only_targets_that_all_models_have():
    table = table_of({"last-year": [2.0, 4.0, 6.0], "a": [1.0, np.nan, 1.0], "b": [3.0, 3.0, 9.0]})
    found = compare(table, seed=1).set_index("model")
    assert found.loc["a", "reference"] == found.loc["b", "reference"] == 4.0
    assert found.loc["b", "ratio"] == pytest.approx(12 / 8)
    assert (found["n"] == 2).all()


def test_failures_are_told():
    models = [PoissonMean(draws=50, name="last-year"), Refuses(until="2026-02-01")]
    table = backtest_panel(models, weekly_table(), origins=12, horizon=1, seed=3)
    found = compare(table, seed=1, by=())
    assert found["failures"].iloc[0] == table.loc[table["metric"] == "failed", "origin"].nunique()
    assert 0 < found["failures"].iloc[0] < 12
    assert found["origins"].iloc[0] + found["failures"].iloc[0] == 11  # one week is dark


def test_equal_scores_have_ratio_one_and_no_test():
    row = compare(table_of({"last-year": [1.0] * 9, "same": [1.0] * 9}), seed=1).iloc[0]
    assert row["ratio"] == row["low"] == row["high"] == 1.0
    assert np.isnan(row["p"])


def test_the_interval_covers_the_true_ratio():
    # Independent scores with means 1 and 2: the 90% interval holds 0.5 about 90% of the time.
    rng = np.random.default_rng(5)
    held = 0
    for trial in range(200):
        score, reference = rng.gamma(4, 0.25, 60), rng.gamma(4, 0.5, 60)
        low, high = ratio_interval(score, reference, block=1, level=0.9, draws=400, seed=trial)
        held += low <= 0.5 <= high
    assert 165 <= held <= 195


def test_blocks_widen_the_interval_of_dependent_scores():
    rng = np.random.default_rng(6)
    slow = np.repeat(rng.gamma(2, 1, 20), 6)
    width = {}
    for block in (1, 12):
        low, high = ratio_interval(slow, np.ones(120), block=block, level=0.9, draws=500, seed=1)
        width[block] = high - low
    assert width[12] > 1.5 * width[1]


def test_one_block_is_no_sample_and_seven_origins_are_too_few():
    score = np.arange(1.0, 10.0)
    asked = dict(level=0.9, draws=50, seed=1)
    assert np.isnan(ratio_interval(score, score + 1, block=5, **asked)).all()
    assert np.isfinite(ratio_interval(score, score + 1, block=4, **asked)).all()
    assert np.isnan(ratio_interval(score[:7], score[:7] + 1, block=1, **asked)).all()


def test_diebold_mariano_without_lags_is_the_t_test():
    difference = np.random.default_rng(7).normal(0.3, 1, 40)
    statistic, p = diebold_mariano(difference, lags=0)
    # The correction turns the variance with n into that with n - 1.
    expected = stats.ttest_1samp(difference, 0.0)
    assert statistic == pytest.approx(expected.statistic)
    assert p == pytest.approx(expected.pvalue)


def test_diebold_mariano_with_a_lag_by_hand():
    # 1, -1, 1, 3 less their mean 1: 0, -2, 0, 2; variances 2 and, one apart, 0.
    statistic, _ = diebold_mariano(np.array([1.0, -1.0, 1.0, 3.0]), lags=1)
    correction = (4 + 1 - 4 + 2 / 4) / 4
    assert statistic == pytest.approx(1 / np.sqrt(2 / 4) * np.sqrt(correction))


def test_block_length_spans_the_horizon():
    table = table_of({"last-year": list(range(1, 31)), "new": list(range(1, 31))})
    assert compare(table, seed=1)["block"].iloc[0] == 4  # cube root of 30
    longer = checked(table.assign(horizon=12), SCORES)
    assert compare(longer, seed=1)["block"].iloc[0] == 12
    # Four weeks apart, three origins span twelve weeks; a table of totals alone knows it too.
    totals = longer.assign(
        target="total",
        origin=longer["origin"].min() + 4 * (longer["origin"] - longer["origin"].min()),
    )
    totals["week"] = totals["origin"] + pd.Timedelta(days=78)
    few = totals[totals["origin"] < totals["origin"].min() + pd.Timedelta(weeks=4 * 20)]
    assert compare(few, seed=1)["block"].iloc[0] == 3


def test_summary_by_year_and_regime():
    models = [PoissonMean(draws=50), PoissonMean(draws=50, weeks=8, name="short")]
    table = backtest_panel(models, weekly_table(), origins=14, every=4, horizon=4, seed=3)
    by_year = summary(table, by=("model", "series", "target", "year"))
    assert set(by_year["year"]) <= {2025, 2026} and len(set(by_year["year"])) == 2
    totals = summary(table, by=("model", "target"))
    weeks = totals[totals["target"] == "week"].set_index("model")
    rows = table[(table["target"] == "week") & (table["model"] == "short")]
    for metric in ("crps", "covered90"):
        mean = rows.loc[rows["metric"] == metric, "value"].mean()
        assert weeks.loc["short", metric] == pytest.approx(mean)
    assert set(summary(table, by=("model", "regime"))["regime"]) <= {
        "calm",
        "rising",
        "war",
        "after",
    }
    assert len(paired_scores(table, "crps").columns) == 2


def test_one_truth_is_looked_at_at_a_time():
    worse = {"first": 3.0, "lagged-8w": 2.0, "latest": 1.0}
    table = pd.concat(
        [
            table_of({"last-year": [1.0, 1.0], "new": [score, score]}).assign(truth=truth)
            for truth, score in worse.items()
        ]
    )
    for truth, ratio in worse.items():
        assert compare(table, truth=truth, seed=1)["ratio"].tolist() == [ratio]
    assert compare(table, seed=1)["ratio"].tolist() == [2.0]  # the lagged one, if none is named
    assert set(summary(table, metrics=("crps",))["n"]) == {2}
    assert set(of_truth(table[table["truth"] != "lagged-8w"])["truth"]) == {"latest"}


def test_slips_are_answered():
    table = table_of({"last-year": [1.0], "new": [1.0]})
    with pytest.raises(ContractError, match="no scores of 'best' to compare with; there are: last"):
        compare(table, against="best", seed=1)
    with pytest.raises(ContractError, match=r"no group \['month'\]"):
        compare(table, by=("month",), seed=1)
    with pytest.raises(ContractError, match="no scores 'log' in the table; there are: crps"):
        compare(table, metric="log", seed=1)
    lags = pd.concat([table.assign(truth="lagged-4w"), table.assign(truth="lagged-8w")])
    with pytest.raises(ContractError, match="one truth at a time; got lagged-4w, lagged-8w"):
        compare(lags, seed=1)
    with pytest.raises(ContractError, match="no truth 'now' in the table; there are: latest"):
        compare(table, truth="now", seed=1)
    with pytest.raises(ContractError, match=r"no metric \['logs'\]"):
        summary(table, metrics=("crps", "logs"))
