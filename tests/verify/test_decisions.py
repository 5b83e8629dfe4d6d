"""What a forecast is worth: answers worked by hand."""

import numpy as np
import pandas as pd
import pytest

from escalation.schema import SCORES, ContractError, checked
from escalation.verify.decisions import alarm_record, ranks, value_curve
from tests.verify.simulated import MONDAY

WEEK = pd.Timedelta(weeks=1)


def test_foreknowledge_is_worth_one_and_the_base_rate_nothing():
    happened = [0, 1, 0, 0]
    assert value_curve(happened, happened)["value"].to_numpy() == pytest.approx(1.0)
    assert value_curve([0.25] * 4, happened)["value"].to_numpy() == pytest.approx(0.0)


def test_value_by_hand():
    # At cost / loss 0.4: acts on the first two, one of them a false alarm, and misses the last.
    # Expense 0.4 * 2/4 + 1/4 = 0.45; base rate min(0.4, 0.5) = 0.4; foreknowledge 0.2.
    found = value_curve([0.6, 0.5, 0.1, 0.2], [1, 0, 0, 1], ratios=[0.4]).iloc[0]
    assert found["value"] == pytest.approx((0.4 - 0.45) / (0.4 - 0.2))
    assert found["acted"] == 0.5
    with pytest.raises(ContractError, match="that did not"):
        value_curve([0.5], [1])


def test_alarms_by_hand():
    origins = pd.date_range("2024-01-07", periods=14, freq="7D")
    #           0  1  2  3  4  5  6  7  8  9 10 11 12 13
    happened = [0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0]
    rings = [0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    record = alarm_record(
        pd.Series(np.where(rings, 0.7, 0.1), index=origins),
        pd.Series(happened, index=origins),
        threshold=0.5,
        within=3,
    )
    # Onsets at 5 and 11; the first rang unbroken from 3 (3 periods ahead), the second not at all.
    assert (record.onsets, record.foreseen, record.lead) == (2, 1, 3.0)
    # Rings at 1, 3, 4, 5 can be judged; only after 1 (periods 1 to 3) did nothing happen.
    assert (record.alarms, record.false) == (4, 1)
    with pytest.raises(ContractError, match="threshold"):
        alarm_record(pd.Series([0.1]), pd.Series([0]), threshold=1.0, within=1)


def test_without_onsets_there_is_no_lead():
    series = pd.Series([0.1, 0.2])
    assert np.isnan(alarm_record(series, series * 0, threshold=0.5, within=1).lead)


def test_alarms_at_the_edges_by_hand():
    # A chance of just the threshold rings. The first onset, at 1, has too short a past to count.
    happened = pd.Series([0, 1, 0, 0, 1, 0])
    record = alarm_record(
        pd.Series([0.5, 0.1, 0.1, 0.1, 0.5, 0.5]), happened, threshold=0.5, within=2, quiet=2
    )
    # The onset at 4 was rung for at its own origin alone: the last moment.
    assert (record.onsets, record.foreseen, record.lead) == (1, 1, 1.0)
    # Rings at 0 and 4 were both right; that at 5 is about a period that has not come.
    assert (record.alarms, record.false) == (2, 0)


def scores_by_series(values):
    """A score table from {series: {model: scores at weekly origins}}; NaN is left out."""
    rows = [
        {
            "series": series,
            "model": model,
            "origin": MONDAY + pd.Timedelta(weeks=at),
            "value": value,
        }
        for series, models in values.items()
        for model, scores in models.items()
        for at, value in enumerate(scores)
    ]
    table = pd.DataFrame(rows).dropna()
    week = table["origin"] + pd.Timedelta(days=1)
    told = {"target": "week", "horizon": 1, "metric": "crps", "truth": "latest"}
    return checked(table.assign(week=week, **told), SCORES)


def test_ranks_by_hand():
    table = scores_by_series(
        {
            # Means 2, 1 and, equal to the second, 1: ranks 3 and a shared 1.5.
            "attacks": {"a": [1.0, 3.0], "b": [0.0, 2.0], "c": [1.0, 1.0]},
            # The second origin lacks c and counts for none: a 1, b 2, c 3.
            "clashes": {"a": [1.0, 90.0], "b": [2.0, 0.0], "c": [3.0, np.nan]},
        }
    )
    found = ranks(table)
    assert found.index.tolist() == ["b", "a", "c"]
    assert found["attacks"].to_dict() == {"a": 3.0, "b": 1.5, "c": 1.5}
    assert found["clashes"].to_dict() == {"a": 1.0, "b": 2.0, "c": 3.0}
    assert found["mean"].to_dict() == {"a": 2.0, "b": 1.75, "c": 2.25}
