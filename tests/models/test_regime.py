"""regime: notices the state it is in, and that a war may end."""

import numpy as np
import pytest

from escalation.models import fit
from escalation.models.hidden import STATES
from escalation.models.regime import filtered, log_base, states
from escalation.models.simulate import changing, wandering
from escalation.schema import ContractError

RATES = np.array([[0.5, 1.0], [3.0, 4.0], [14.0, 12.0]])


@pytest.mark.mcmc
def test_it_knows_the_state_and_that_it_may_end():
    world = changing(RATES, seed=6)
    now = world.truth["states"][world.weeks - 1]
    fitted = fit("regime", world.panel(), seed=1, gate="refit")
    table = states(fitted, 12)
    assert table.sum(axis=1).to_numpy() == pytest.approx(np.ones(13))
    assert table.shape == (13, 3)
    assert table.iloc[0, now] > 0.8
    assert 0.2 < table.iloc[12, now] < table.iloc[1, now] < table.iloc[0, now]


def test_the_last_counts_tell_the_state_by_bayes():
    """One week, one series, Poisson-like: prior 1/3 each, likelihoods by hand."""
    draws = {
        "calm": np.log([[1.0]]),
        "rise": np.log([[[2.0], [2.0]]]),
        "self": np.array([[0.0]]),
        "size": np.array([[1e7]]),
        "moves": np.eye(3)[None],
    }
    data = {
        "count": np.array([[3.0]]),
        "exceed": np.ones((3, 1)),
        "seen": np.array([[1.0]]),
        "log_known": np.zeros((1, 1)),
        "past": np.zeros((1, 1)),
    }
    rates = np.array([1.0, 2.0, 4.0])
    assert np.exp(log_base(draws))[0, :, 0] == pytest.approx(rates)
    likely = np.exp(-rates) * rates**3
    assert filtered(draws, data)[0][0] == pytest.approx(likely / likely.sum(), rel=1e-4)
    # of which the mean is the counts' likelihood, up to 3!
    assert np.exp(filtered(draws, data)[1][0]) == pytest.approx(likely.mean(), rel=1e-4)
    data["seen"] = np.zeros((1, 1))
    assert filtered(draws, data)[0][0] == pytest.approx(np.full(len(STATES), 1 / 3))


def test_other_fits_know_no_states():
    fitted = fit("last-year", wandering(weeks=60, seed=1).panel(), seed=1)
    with pytest.raises(ContractError, match="fit 'regime'"):
        states(fitted)
