"""pooled: its grid, its filter, wars that end, and draws that follow the chances of the grid."""

import numpy as np
import pandas as pd
import pytest

from escalation.models.pooled import LEARNED, LEVELS, Pooled, filtered, laid_out, mass, stepped
from escalation.panel import Panel
from escalation.schema import ContractError
from tests.models.test_ets import panel_of

WORLD = laid_out(LEARNED)


def months_of(columns: dict[str, np.ndarray], observed: np.ndarray | None = None) -> Panel:
    size = len(next(iter(columns.values())))
    months = pd.date_range("2012-01-01", periods=size, freq="MS")
    seen = np.ones(size, dtype=bool) if observed is None else observed
    parts = [
        pd.DataFrame({"month": months, "series": name, "count": deaths, "observed": seen})
        for name, deaths in columns.items()
    ]
    return Panel.of_table(pd.concat(parts), as_of=months[-1] + pd.offsets.MonthEnd())


def ahead(deaths: np.ndarray, draws: int = 2000) -> np.ndarray:
    forecast = Pooled(draws=draws).fit(months_of({"a": deaths}), seed=1).forecast(14, seed=2)
    return forecast.samples.values[:, :, 0]


def test_every_part_of_the_grid_is_a_chance():
    assert WORLD.moves.sum(axis=2) == pytest.approx(np.ones(WORLD.moves.shape[:2]))
    assert WORLD.pool.sum() == pytest.approx(1.0)
    assert WORLD.tempers.sum() == pytest.approx(1.0)
    assert ((WORLD.jump > 0) & (WORLD.jump < 1)).all()
    now = np.random.default_rng(1).dirichlet(np.ones(WORLD.dispersion.size), size=3)
    now = now.reshape(3, *WORLD.dispersion.shape)
    after = stepped(now, np.tile(WORLD.pool, (3, len(WORLD.tempers), 1)), WORLD)
    assert after.sum(axis=(1, 2)) == pytest.approx(np.ones(3))


def test_masses_sum_to_one_and_match_a_hand_worked_one():
    low = np.searchsorted(LEVELS, np.log(2.0))
    masses = mass(np.arange(6000.0), WORLD)[:, :, low]
    assert masses.sum(axis=0) == pytest.approx(np.ones(len(WORLD.tempers)), abs=1e-3)
    # No deaths: (1 + dispersion * rate)^(-1 / dispersion), with and without a burst.
    rate, dispersion = np.exp(LEVELS[low]), WORLD.dispersion[:, low]
    none = [(1 + dispersion * r) ** (-1 / dispersion) for r in (rate, LEARNED.burst * rate)]
    share = LEARNED.burst_share
    assert masses[0] == pytest.approx((1 - share) * none[0] + share * none[1])


def test_draws_follow_the_chances_of_the_grid():
    deaths = np.array([0.0, 3, 0, 12, 5, 0, 1, 30, 2, 0, 0, 4, 9, 0])
    state = filtered(deaths[:, None], WORLD)[len(deaths) - 1]
    draws = ahead(deaths, draws=6000)
    now = state.now
    zero = mass(np.array([0.0]), WORLD)[0]
    for month in range(14):
        now = stepped(now, state.landing, WORLD)
        assert (draws[:, month] == 0).mean() == pytest.approx((now[0] * zero).sum(), abs=0.025)


def test_a_steady_war_that_goes_quiet_has_ended_but_a_fitful_one_has_not():
    rng = np.random.default_rng(4)
    steady = rng.negative_binomial(20, 20 / (20 + 1500), size=60).astype(float)
    fitful = rng.negative_binomial(0.4, 0.4 / (0.4 + 1500), size=60).astype(float)
    steady[-4:], fitful[-4:] = [40.0, 8.0, 5.0, 6.0], [40.0, 8.0, 5.0, 6.0]
    ended, may_return = (np.mean(ahead(column)[:, 2:] > 500) for column in (steady, fitful))
    assert np.median(ahead(steady)[:, 2:]) < 60
    assert ended < 0.25
    assert may_return > ended


def test_war_may_break_out_anywhere_but_rarely():
    draws = ahead(np.zeros(60), draws=8000)
    some = (draws > 0).mean(axis=0)
    assert some[0] > 0
    assert some[0] < some[-1] < 0.1
    assert draws.max() > 25


def test_unobserved_months_leave_doubt_and_are_no_zeros():
    deaths = np.full(48, 200.0)
    observed = np.ones(48, dtype=bool)
    observed[-8:] = False
    model = Pooled(draws=4000)
    whole, gap = (
        model.fit(months_of({"a": np.where(seen, deaths, 0.0)}, seen), seed=1).forecast(3, seed=1)
        for seen in (np.ones(48, dtype=bool), observed)
    )
    widths = [np.ptp(f.quantiles("a", [0.05, 0.95]).iloc[0]) for f in (whole, gap)]
    assert widths[1] > widths[0]
    medians = [np.median(f.samples.values[:, 0, 0]) for f in (whole, gap)]
    assert medians[1] == pytest.approx(medians[0], rel=0.3)


def test_countries_do_not_disturb_each_other_and_same_seed_same_draws():
    rng = np.random.default_rng(5)
    columns = {
        name: rng.poisson(rate, 40).astype(float) for name, rate in {"a": 9, "b": 0.1}.items()
    }
    both = Pooled(draws=300).fit(months_of(columns), seed=1)
    alone = Pooled(draws=300).fit(months_of({"a": columns["a"]}), seed=1)
    first = both.forecast(14, seed=3).samples
    assert (first.values == both.forecast(14, seed=3).samples.values).all()
    assert (
        first.sel(series="a").values == alone.forecast(14, seed=3).samples.values[:, :, 0]
    ).all()


def test_it_refuses_weeks():
    with pytest.raises(ContractError, match="model of months"):
        Pooled().fit(panel_of({"attacks": np.full(60, 3.0)}), seed=1)
