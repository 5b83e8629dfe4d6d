"""Parts by hand: smoothed pasts, the season, and counts of the right mean and spread."""

import numpy as np
import pandas as pd
import pytest

from escalation.models.parts import annual, draw_counts, smoothed_past


def test_a_count_weighs_half_after_its_half_life():
    counts = np.zeros((40, 1))
    counts[30] = 8.0
    means = smoothed_past(counts, 2.0)
    assert means.shape == (41, 1)
    first = means[31, 0] - means[30, 0] * 0.5**0.5
    assert first == pytest.approx(8 * (1 - 0.5**0.5))
    assert means[33, 0] == pytest.approx(means[31, 0] / 2)


def test_an_unobserved_week_leaves_the_mean_as_it_was():
    counts = np.array([[4.0], [np.nan], [4.0]])
    assert smoothed_past(counts, 3.0)[:, 0] == pytest.approx([4.0, 4.0, 4.0, 4.0])


def test_the_season_returns_after_a_year():
    waves = annual(pd.DatetimeIndex(["2019-03-04", "2020-03-04", "2020-09-03"]))
    assert waves[0] == pytest.approx(waves[1], abs=0.03)
    assert waves[0] == pytest.approx(-waves[2], abs=0.05)


def test_counts_have_the_mean_and_variance_they_should():
    counts = draw_counts(np.full(200_000, 3.0), np.asarray(2.0), np.random.default_rng(1))
    assert counts.mean() == pytest.approx(3.0, rel=0.02)
    assert counts.var() == pytest.approx(3.0 + 9.0 / 2.0, rel=0.03)
