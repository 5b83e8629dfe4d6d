"""Regimes: the stated rule, on series made by hand."""

import numpy as np
import pandas as pd
import pytest

from escalation.panel import Panel
from escalation.verify.regime import REGIMES, regimes


def panel_of(counts, observed=None):
    weeks = pd.date_range("2020-01-06", periods=len(counts), freq="W-MON", unit="us")
    table = pd.DataFrame({"week": weeks, "series": "attacks", "count": counts})
    if observed is not None:
        table["observed"] = observed
    return Panel.of_table(table, as_of=weeks[-1] + pd.Timedelta(days=6))


QUIET = [1, 0] * 60  # one every other week


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        (QUIET, "calm"),
        # Eight weeks of 5 are above anything that the eight-week mean has been.
        ([*QUIET, *[5] * 8], "war"),
        # Then eight quiet ones: it was a war within the last half year.
        ([*QUIET, *[5] * 8, *[0] * 10], "after"),
        # Long after.
        ([*QUIET, *[5] * 8, *[0] * 60], "calm"),
        # Three incidents in eight weeks after a silent year: up, but too few for a war.
        ([*[0] * 120, 0, 1, 0, 1, 0, 1, 0, 0], "rising"),
        ([*[0] * 120, 0, 1, 0, 0, 0, 0, 0, 0], "calm"),
        # Without a year of past nothing counts as war.
        ([9] * 30, "calm"),
    ],
)
def test_the_rule_by_hand(counts, state):
    assert regimes(panel_of(counts)) == {"attacks": state}
    assert state in REGIMES


def test_unobserved_weeks_are_not_quiet_ones():
    counts, observed = [*QUIET, *[5] * 8, *[0] * 40], np.ones(168, dtype=bool)
    assert regimes(panel_of(counts)) == {"attacks": "calm"}
    observed[128:] = False
    assert regimes(panel_of(counts, observed)) == {"attacks": "war"}
