"""Leave-future-out: weights that follow the likelihood, and scores equal to exact refits."""

from dataclasses import replace

import numpy as np
import pytest

from escalation.models.base import REFIT
from escalation.models.hidden import Shape, density, natural
from escalation.models.leave_future_out import BAD, rolling, smoothed, told_of
from escalation.models.regime import Regime
from escalation.models.simulate import changing
from escalation.schema import ContractError

WORLD = changing(np.array([[1.0], [4.0], [14.0]]), weeks=140, seed=8)


def test_weights_follow_the_likelihood_where_it_is_tame():
    rng = np.random.default_rng(1)
    ratios = 0.1 * rng.standard_normal(2000)
    weights, shape = smoothed(ratios)
    plain = np.exp(ratios) / np.exp(ratios).sum()
    assert shape < BAD
    assert weights.sum() == pytest.approx(1.0)
    assert np.corrcoef(weights, plain)[0, 1] > 0.99


def test_wild_ratios_are_found_out():
    rng = np.random.default_rng(2)
    assert smoothed(6.0 * rng.standard_normal(2000))[1] > BAD


def test_what_data_say_of_a_draw_is_the_density_sampled_from():
    """Between two draws, and between two panels, it differs as the sampler's own density does,
    whose other priors do not look at the data."""
    shape, rng = Shape(1), np.random.default_rng(4)
    flats = rng.normal(scale=0.3, size=(2, shape.length))
    values = [natural(shape.split(flat)) for flat in flats]
    draws = {name: np.stack([value[name] for value in values]) for name in values[0]}
    told, exact = [], []
    for weeks in (110, 125):
        data = Regime().data(WORLD.panel(weeks=weeks))
        told.append(told_of(draws, data))
        given = {name: part for name, part in data.items() if name != "last"}
        exact.append([density(flat, shape=shape, **given)[0] for flat in flats])
    ours, theirs = (np.diff(np.diff(np.array(each), axis=0)) for each in (told, exact))
    assert ours == pytest.approx(theirs)


def test_panels_must_be_in_order():
    panels = [WORLD.panel(weeks=120), WORLD.panel(weeks=116)]
    with pytest.raises(ContractError, match="sort the panels"):
        next(rolling(panels, seed=1))


@pytest.mark.mcmc
def test_reweighted_fits_equal_exact_refits():
    """Of eight origins one is fitted; the last agrees with a fit of its own in every parameter
    and in the chances of the states now, within Monte Carlo error."""
    panels = [WORLD.panel(weeks=week) for week in range(104, 128, 3)]
    quick = replace(REFIT, rhat=1.1, ess=40.0)
    fits = list(rolling(panels, seed=3, gate=quick))
    shapes = np.array([shape for _, shape in fits])
    assert shapes[0] == 0.0
    assert (shapes[1:] != 0.0).all()
    assert (shapes <= BAD).all()
    (last, _), panel = fits[-1], panels[-1]
    assert last.panel.as_of == panel.as_of
    exact = Regime().fit(panel, seed=4, gate=quick)
    for name in ("calm", "rise", "self", "size", "moves", "now"):
        ours, theirs = (_mean_and_error(fit, name) for fit in (last, exact))
        error = np.hypot(ours[1], theirs[1])
        assert np.all(np.abs(ours[0] - theirs[0]) < 4.0 * error), name
    # The states have turned since the fit, or this would prove nothing.
    first, moved = (fit.posterior["now"].mean(axis=0) for fit in (fits[0][0], last))
    assert np.abs(first - moved).max() > 0.1


def _mean_and_error(fit, name):
    """Posterior mean and its Monte Carlo error at the fit's worst effective size."""
    draws = fit.posterior[name]
    return draws.mean(axis=0), draws.std(axis=0) / np.sqrt(fit.diagnostics.ess_bulk)
