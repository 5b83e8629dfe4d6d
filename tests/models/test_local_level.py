"""local-level: recovery, the outage in the middle of a war, and what its priors mean."""

import numpy as np
import pytest

from escalation.models import fit, sampling
from escalation.models.local_level import LocalLevel, build
from escalation.models.parts import draw_counts
from escalation.models.sampling import prior_draws
from escalation.models.simulate import World, wandering


def _war() -> World:
    """Two quiet years, then ten weeks of war."""
    world = wandering(weeks=160, seed=9)
    rng = np.random.default_rng(9)
    world.counts[150:] = draw_counts(np.full((22, 2), 20.0), np.full(2, 6.0), rng)
    return world


@pytest.mark.mcmc
def test_an_outage_in_a_war_widens_the_forecast_and_keeps_the_level():
    world = _war()
    lit = fit("local-level", world.panel(), seed=1, gate="refit").forecast(4, seed=1)
    gone = fit("local-level", world.panel(dark=slice(157, 160)), seed=1, gate="refit")
    dark = gone.forecast(4, seed=1)

    def width(forecast):
        return float(np.log(forecast.samples.quantile(0.95) / forecast.samples.quantile(0.05)))

    assert float(dark.samples.median()) > 0.7 * float(lit.samples.median())
    assert width(dark) > width(lit)


@pytest.mark.mcmc
def test_the_size_of_a_known_world_is_covered():
    world = wandering(weeks=300, seed=12)
    fitted = fit("local-level", world.panel(), seed=1, gate="refit")
    low, high = np.quantile(fitted.posterior["size"], [0.025, 0.975], axis=0)
    assert (low < world.truth["size"]).all()
    assert (world.truth["size"] < high).all()


@pytest.mark.mcmc
def test_the_priors_expect_what_an_analyst_would():
    """Before any data: in three years a rate seldom leaves a third to thrice the usual."""
    world = wandering(weeks=160, seed=3)
    model = LocalLevel()
    data = model.data(world.panel())
    prior = prior_draws(build, data, 400, seed=1, modes=model.modes, series=2)
    level = np.einsum("tm,dms->dts", data["basis"] - data["centre"], prior["w"])
    factor = np.exp(prior["sd"][:, None] * level)
    assert 0.9 < np.median(factor) < 1.1
    assert 0.95 < ((factor > 1 / 3) & (factor < 3)).mean() < 0.9995
    weekly = np.abs(np.diff(np.log(factor), axis=1))
    assert 0.015 < np.median(weekly) < 0.05


@pytest.mark.mcmc
def test_draws_do_not_depend_on_what_was_fitted_before():
    world, other = wandering(weeks=120, seed=13), _war()
    other.counts[:] *= 30
    sampling._COMPILED.clear()
    fresh = fit("local-level", world.panel(), seed=1, gate="refit").posterior["w"]
    sampling._COMPILED.clear()
    fit("local-level", other.panel(), seed=1, gate="refit")
    later = fit("local-level", world.panel(), seed=1, gate="refit").posterior["w"]
    assert np.array_equal(fresh, later)
