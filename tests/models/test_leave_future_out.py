"""Leave-future-out: weights that follow the likelihood, and scores equal to exact refits."""

import numpy as np
import pytest

from escalation.models.base import REFIT
from escalation.models.leave_future_out import BAD, rolling, smoothed
from escalation.models.regime import Regime
from escalation.models.simulate import changing
from escalation.schema import ContractError

WORLD = changing(np.array([[0.5, 1.0], [3.0, 4.0], [14.0, 12.0]]), weeks=240, seed=8)


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


def test_panels_must_be_in_order():
    panels = [WORLD.panel(weeks=200), WORLD.panel(weeks=196)]
    with pytest.raises(ContractError, match="sort the panels"):
        next(rolling(panels, seed=1))


@pytest.mark.mcmc
def test_means_equal_those_of_exact_refits():
    weeks = [200, 201]
    panels = [WORLD.panel(weeks=week) for week in weeks]
    fits = list(rolling(panels, seed=3))
    assert fits[0][1] == 0.0
    assert all(shape <= BAD for _, shape in fits)
    for (fit, _), panel in zip(fits[1:], panels[1:], strict=True):
        exact = Regime().fit(panel, seed=4, gate=REFIT)
        ours, theirs = (
            one.forecast(4, seed=1).samples.values.mean(axis=(0, 1)) for one in (fit, exact)
        )
        assert fit.panel.as_of == panel.as_of
        assert ours == pytest.approx(theirs, rel=0.15)
