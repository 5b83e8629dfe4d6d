"""flares: the grid's chains, the filter against a hand-worked answer, and its forecasts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.models.flares import Flares, filtered, grid
from escalation.panel import Panel
from tests.examples import examples


def panel_of(counts: np.ndarray, observed: np.ndarray | None = None) -> Panel:
    weeks = pd.date_range("2015-01-05", periods=len(counts), freq="W-MON")
    table = pd.DataFrame({"week": weeks, "series": "attacks", "count": counts})
    if observed is not None:
        table["observed"] = observed
    return Panel.of_table(table, as_of=weeks[-1] + pd.Timedelta(days=6))


def forecast(counts: np.ndarray, observed: np.ndarray | None = None, draws: int = 4000):
    return Flares(draws=draws).fit(panel_of(counts, observed), seed=1).forecast(12, seed=2)


@examples(25)
@given(sigma=st.floats(0.01, 0.3), spread=st.floats(0.0, 1.0), memory=st.floats(0.0, 0.95))
def test_the_chains_keep_the_moments_that_they_stand_for(sigma, spread, memory):
    made = grid([(sigma, spread, memory)], highest=50.0)
    width = made.levels[1] - made.levels[0]
    up, down = made.up[0], made.down[0]
    assert 0 <= up <= 1 and 0 <= down <= 1 and up + down <= 1
    assert width * (up - down) == pytest.approx(-(sigma**2) / 2)
    assert width**2 * (up + down) - (width * (up - down)) ** 2 == pytest.approx(sigma**2)
    turns, flare = made.turns[0], made.flares[0] + spread**2 / 2
    assert turns.sum(axis=1) == pytest.approx(np.ones(9))
    assert turns @ flare == pytest.approx(memory * flare, abs=1e-9)
    rest = np.linalg.matrix_power(turns, 500)[0]
    assert rest @ flare**2 == pytest.approx(spread**2, abs=1e-9)


def test_a_nearly_fixed_level_is_filtered_to_its_gamma_posterior():
    # Flat on the log scale, 5 weeks with 20 incidents: rate ~ Gamma(20, 5).
    made = grid([(0.01, 0.0, 0.0)], highest=80.0)
    counts = np.array([3.0, 5.0, 4.0, 2.0, 6.0])
    chance = filtered(counts, np.ones(5), made)[-1].sum(axis=(0, 2))
    rate = np.exp(made.levels)
    mean = (chance * rate).sum()
    assert mean == pytest.approx(4.0, rel=0.01)
    assert (chance * (rate - mean) ** 2).sum() == pytest.approx(20 / 25, rel=0.03)


def test_a_share_known_scales_the_rate():
    made = grid([(0.01, 0.0, 0.0)], highest=80.0)
    chance = filtered(np.full(6, 2.0), np.full(6, 0.25), made)[-1].sum(axis=(0, 2))
    assert (chance * np.exp(made.levels)).sum() == pytest.approx(8.0, rel=0.01)


def test_a_flare_dies_out_and_a_new_level_stays():
    quiet = np.full(150, 4.0)
    flare, shift = quiet.copy(), quiet.copy()
    flare[-1] = 14.0
    shift[-12:] = 14.0
    after = [forecast(counts).samples.mean("sample").values[:, 0] for counts in (flare, shift)]
    assert after[0][0] > 1.2 * 4
    assert after[0][0] > after[0][-1] + 0.3
    assert after[1][-1] > 10


def test_over_a_gap_doubt_grows_and_the_level_does_not_fall():
    counts = np.tile([8.0, 12.0, 10.0], 50)
    observed = np.ones(150, dtype=bool)
    observed[-6:] = False
    whole, gap = forecast(counts), forecast(np.where(observed, counts, 0.0), observed)
    widths = [np.ptp(f.quantiles("attacks", [0.05, 0.95]).iloc[0]) for f in (whole, gap)]
    assert widths[1] > 1.05 * widths[0]
    assert gap.samples.mean().item() == pytest.approx(whole.samples.mean().item(), rel=0.1)


@pytest.mark.slow
def test_its_intervals_hold_what_it_says_in_a_world_of_its_own_making():
    rng = np.random.default_rng(5)
    held = []
    for _ in range(60):
        level = np.log(5) + np.cumsum(rng.normal(scale=0.06, size=172))
        flare = np.zeros(172)
        for t in range(1, 172):
            flare[t] = 0.6 * flare[t - 1] + 0.3 * 0.8 * rng.normal()
        counts = rng.poisson(np.exp(level + flare)).astype(float)
        total = forecast(counts[:160], draws=1000).total("attacks", within=12)
        low, high = np.quantile(total, [0.05, 0.95])
        held.append(low <= counts[160:].sum() <= high)
    # 60 trials at 0.9: 0.78 lies three standard errors below.
    assert np.mean(held) >= 0.78
