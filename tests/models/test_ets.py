"""ets and the root scale that it stands on."""

import numpy as np
import pandas as pd
import pytest

from escalation.models.ets import Ets
from escalation.models.roots import draw_rooted, draw_sparse, root
from escalation.panel import Panel


def panel_of(columns: dict[str, np.ndarray]) -> Panel:
    weeks = pd.date_range("2015-01-05", periods=len(next(iter(columns.values()))), freq="W-MON")
    parts = [
        pd.DataFrame({"week": weeks, "series": name, "count": counts, "observed": counts >= 0})
        for name, counts in columns.items()
    ]
    return Panel.of_table(pd.concat(parts), as_of=weeks[-1] + pd.Timedelta(days=6))


def test_the_root_scale_gives_counts_back():
    rng = np.random.default_rng(1)
    for rate in (0.5, 3.0, 40.0):
        counts = rng.poisson(rate, size=60_000).astype(float)
        values = root(counts)
        again = draw_rooted(np.full(60_000, values.mean()), values.var(), rng)
        assert again.mean() == pytest.approx(rate, rel=0.06)
        assert again.var() == pytest.approx(rate, rel=0.15)


def test_a_sparse_series_gets_its_gamma_poisson():
    counts = np.array([0.0, 1.0, np.nan, 0.0, 2.0])
    draws = draw_sparse(counts, 40_000, 3, np.random.default_rng(2))
    # Rate ~ Gamma(3.5, 4): mean 0.875; a week's variance is 0.875 + 3.5 / 16.
    assert draws.mean() == pytest.approx(0.875, rel=0.03)
    assert draws[:, 0].var() == pytest.approx(0.875 + 3.5 / 16, rel=0.05)


def test_it_follows_the_level_and_widens_with_the_horizon():
    rng = np.random.default_rng(3)
    level = np.concatenate([np.full(100, 4.0), np.full(60, 16.0)])
    steady = rng.poisson(6.0, size=160)
    panel = panel_of({"up": rng.poisson(level), "steady": steady, "none": np.zeros(160)})
    forecast = Ets().fit(panel, seed=1).forecast(12, seed=4)
    assert forecast.samples.sel(series="up").mean().item() == pytest.approx(16, abs=2.5)
    assert forecast.samples.sel(series="steady").mean().item() == pytest.approx(6, abs=1.0)
    assert forecast.chance("none", within=12) < 0.1
    spread = forecast.samples.sel(series="up").std("sample").values
    assert spread[-1] > spread[0]


def test_unobserved_weeks_are_no_zeros():
    rng = np.random.default_rng(6)
    counts = rng.poisson(9.0, size=120)
    counts[-8:] = -1  # a negative count is marked unobserved by panel_of
    panel = panel_of({"attacks": counts})
    assert not panel["observed"].values[-8:].any()
    forecast = Ets().fit(panel, seed=1).forecast(4, seed=1)
    assert forecast.samples.mean().item() == pytest.approx(9.0, abs=1.2)


def test_weeks_without_their_source_before_the_first_count_are_no_hindrance():
    counts = np.random.default_rng(5).poisson(6.0, size=120).astype(float)
    whole = Ets().fit(panel_of({"attacks": counts}), seed=1).forecast(horizon=4, seed=1)
    dark = np.concatenate([[-1.0, -1.0], counts])  # below 0: not observed
    late = Ets().fit(panel_of({"attacks": dark}), seed=1).forecast(horizon=4, seed=1)
    assert late.total("attacks", within=4) == pytest.approx(whole.total("attacks", within=4))
