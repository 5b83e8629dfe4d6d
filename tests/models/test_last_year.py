"""last-year: its totals are last year's sliding totals, for every number of weeks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.models import fit
from escalation.models.last_year import growing_windows, last_observed
from escalation.models.simulate import wandering
from tests.examples import examples


@examples(30)
@given(size=st.integers(4, 60), share=st.floats(0.1, 1.0), seed=st.integers(0, 2**32 - 1))
def test_the_first_k_weeks_read_are_successive(size, share, seed):
    length = max(1, int(size * share))
    orders = growing_windows(size, length, 50, np.random.default_rng(seed))
    for k in range(1, length + 1):
        window = np.sort(orders[:, :k], axis=1)
        assert (np.diff(window, axis=1) == 1).all()
        assert window.min() >= 0
        assert window.max() < size


def test_every_window_is_as_likely():
    orders = growing_windows(10, 3, 8000, np.random.default_rng(5))
    for k, windows in ((1, 10), (2, 9), (3, 8)):
        share = np.bincount(orders[:, :k].min(axis=1), minlength=windows) / 8000
        assert share == pytest.approx(np.full(windows, 1 / windows), abs=0.002)


def test_totals_are_last_years_sliding_totals():
    world = wandering(weeks=160, series=1, seed=4)
    forecast = fit("last-year", world.panel(), seed=1).forecast(12, seed=1)
    year = world.counts[108:160, 0]
    for weeks in (1, 4, 12):
        sliding = np.convolve(year, np.ones(weeks), "valid")
        total = forecast.total("series-1", within=weeks)
        assert set(total) == set(sliding)
        assert total.mean() == pytest.approx(sliding.mean(), rel=0.01)


def test_only_observed_weeks_are_used():
    counts = np.array([[1.0, 9.0], [2.0, np.nan], [np.nan, 8.0], [3.0, 7.0]])
    assert last_observed(counts, 2).tolist() == [[2.0, 8.0], [3.0, 7.0]]
