"""ewma: its choice of settings, its paths, and the score that it chooses by."""

import numpy as np
import pandas as pd
import pytest

from escalation.models.ewma import Ewma, normal_crps
from escalation.panel import Panel


def panel_of(counts: np.ndarray) -> Panel:
    weeks = pd.date_range("2015-01-05", periods=len(counts), freq="W-MON")
    table = pd.DataFrame({"week": weeks, "series": "attacks", "count": counts})
    return Panel.of_table(table, as_of=weeks[-1] + pd.Timedelta(days=6))


def test_normal_crps_by_hand():
    # At the mean: sd * (2 / sqrt(2 pi) - 1 / sqrt(pi)) = 2 * 0.233695
    score = normal_crps(np.array([3.0]), np.array([3.0]), np.array([2.0]))
    assert score[0] == pytest.approx(0.46739, abs=1e-5)
    # Far away it is the distance less sd / sqrt(pi).
    far = normal_crps(np.array([100.0]), np.array([0.0]), np.array([1.0]))
    assert far[0] == pytest.approx(100 - 1 / np.sqrt(np.pi))


def test_fixed_settings_are_kept_and_give_their_moments():
    model = Ewma(half_lives=(4.0,), drifts=(0.1,), dispersions=(0.25,), draws=40_000)
    counts = np.full(60, 8.0)
    assert model.choose(counts) == (4.0, 0.1, 0.25)
    draws = model.fit(panel_of(counts), seed=1).forecast(12, seed=1).samples.values[:, :, 0]
    # Variance of the first week: 8 + 0.25 * 64; the rate's mean stays 8 for all twelve.
    assert draws[:, 0].var() == pytest.approx(24.0, rel=0.05)
    assert draws.mean(axis=0) == pytest.approx(np.full(12, 8.0), rel=0.03)
    spread = 0.25 / 12 + 0.1**2 * 11 * 23 / 72
    total = draws.sum(axis=1)
    assert total.var() == pytest.approx(96 + 96**2 * spread, rel=0.08)


def test_a_steady_series_is_smoothed_long_and_a_wandering_one_short():
    rng = np.random.default_rng(3)
    steady = rng.poisson(6.0, size=400).astype(float)
    wandering = rng.poisson(np.exp(1.5 + np.cumsum(rng.normal(scale=0.25, size=400)) * 0.7))
    long, drift, dispersion = Ewma().choose(steady)
    assert long >= 26
    assert drift <= 0.05
    assert dispersion <= 0.1
    assert Ewma().choose(wandering.astype(float))[0] <= 8


def test_unobserved_weeks_are_passed_over_and_the_share_known_is_made_good():
    counts = np.full(60, 10.0)
    panel = panel_of(counts)
    dark = panel.data.copy(deep=True)
    dark["counts"][-3:] = 0.0
    dark["observed"][-3:] = False
    known = panel.data.copy(deep=True)
    known["counts"][-5:] = 5.0
    known["reported"][-5:] = 0.5
    model = Ewma(draws=8000)
    means = [
        model.fit(Panel(data), seed=1).forecast(4, seed=1).samples.mean().item()
        for data in (panel.data, dark, known)
    ]
    assert means == pytest.approx([10.0] * 3, rel=0.03)
