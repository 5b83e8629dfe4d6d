"""The common life of every model in MODELS: what each must do, whatever it believes."""

from functools import cache

import numpy as np
import pytest

from escalation.models import MODELS, fit, model
from escalation.models.base import PathFit
from escalation.models.simulate import wandering
from escalation.schema import ContractError

SLOW = {
    "ensemble",
    "ets",
    "excitation",
    "excitation-alone",
    "local-level",
    "regime",
    "sources",
    "switching",
}
MONTHLY = {"pooled"}  # a model of months: its life is in test_pooled.py
LIVES = [
    pytest.param(name, marks=[pytest.mark.mcmc] if name in SLOW else [])
    for name in sorted(set(MODELS) - MONTHLY)
]
WORLD = wandering(weeks=160, seed=20)


@cache
def _fitted(name: str) -> PathFit:
    return fit(name, WORLD.panel(), seed=3, gate="refit")


@pytest.mark.parametrize("name", LIVES)
def test_it_converges_and_says_so(name):
    diagnostics = _fitted(name).diagnostics
    assert diagnostics.passed, diagnostics.marks
    assert diagnostics.rhat <= 1.05
    assert min(diagnostics.ess_bulk, diagnostics.ess_tail) >= 100


@pytest.mark.parametrize("name", LIVES)
def test_a_forecast_starts_where_the_panel_ends(name):
    forecast = _fitted(name).forecast(5, seed=1)
    assert forecast.samples.shape[1:] == (5, 2)
    assert list(forecast.weeks) == list(WORLD.periods[160:165])
    assert forecast.series == WORLD.series
    assert forecast.model == name
    assert forecast.data.attrs["vintage"] == WORLD.panel().vintage
    assert np.array_equal(forecast.samples, np.round(forecast.samples))


@pytest.mark.parametrize("name", LIVES)
def test_same_seed_same_draws(name):
    first, again = (_fitted(name).forecast(12, seed=8).samples.values for _ in range(2))
    other = _fitted(name).forecast(12, seed=9).samples.values
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("name", LIVES)
def test_it_never_sees_the_future(name):
    early = WORLD.panel(weeks=120)
    longer = wandering(weeks=160, seed=20)
    longer.counts[120:] += 40
    settings = {"seed": 3, "gate": "refit"}
    one = fit(name, early, **settings).forecast(4, seed=1)
    two = fit(name, longer.panel(weeks=120), **settings).forecast(4, seed=1)
    assert np.array_equal(one.samples, two.samples)


@pytest.mark.parametrize("name", LIVES)
def test_its_intervals_hold_the_truth(name):
    samples = _fitted(name).forecast(12, seed=1).samples.values
    low, high = np.quantile(samples, [0.025, 0.975], axis=0, method="inverted_cdf")
    held = (low <= WORLD.future) & (WORLD.future <= high)
    assert held.mean() >= 0.8
    usual = WORLD.counts[108:160].mean(axis=0)
    assert (samples.mean(axis=(0, 1)) < 3 * usual).all()
    assert (samples.mean(axis=(0, 1)) > usual / 3).all()


@pytest.mark.parametrize("name", LIVES)
def test_dark_weeks_are_not_zeros(name):
    """Eight weeks without observation do not pull the level down as eight zeros would."""
    dark = fit(name, WORLD.panel(dark=slice(152, 160)), seed=3, gate="refit").forecast(4, seed=1)
    seen = _fitted(name).forecast(4, seed=1)
    assert float(dark.samples.mean()) > 0.6 * float(seen.samples.mean())


@pytest.mark.parametrize("name", LIVES)
def test_settings_are_fields_of_the_class(name):
    with pytest.raises(ContractError, match="no setting"):
        model(name, colour="red")


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(
        ContractError, match=r"'local_level'; did you mean local-level\? there are: "
    ):
        fit("local_level", WORLD.panel(), seed=1)
    with pytest.raises(ContractError, match="no gate 'loose'; there are: brief, refit"):
        fit("last-year", WORLD.panel(), seed=1, gate="loose")
