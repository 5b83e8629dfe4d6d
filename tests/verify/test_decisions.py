"""What a forecast is worth: answers worked by hand."""

import numpy as np
import pandas as pd
import pytest

from escalation.schema import ContractError
from escalation.verify.backtest import backtest_panel
from escalation.verify.decisions import alarm_record, ranks, value_curve
from tests.verify.simulated import PoissonMean, weekly_table


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


def test_ranks_by_series():
    models = [PoissonMean(draws=60), PoissonMean(draws=60, weeks=2, name="hasty")]
    table = backtest_panel(models, weekly_table(), origins=20, horizon=1, seed=1)
    found = ranks(table)
    means = table[table["metric"] == "crps"].groupby(["series", "model"])["value"].mean()
    for name in ("north", "south"):
        assert found[name].idxmin() == means[name].idxmin()
    assert (found[["north", "south"]].sum() == 3).all()
