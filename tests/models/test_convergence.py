"""R-hat and effective sample sizes: the same as ArviZ's, and known where the truth is known."""

import numpy as np
import pytest
from arviz_stats.base import array_stats

from escalation.models.convergence import convergence

RHOS = np.array([-0.6, -0.2, 0.0, 0.5, 0.8, 0.9, 0.98, 0.999])
AXES = {"chain_axis": 0, "draw_axis": 1}


def _chains(number, size, seed):
    """Chains of AR(1) processes, one a value of ``RHOS``: (chain, draw, parameter)."""
    shocks = np.random.default_rng(seed).standard_normal((number, size, len(RHOS)))
    draws = np.empty_like(shocks)
    draws[:, 0] = shocks[:, 0] / np.sqrt(1 - RHOS**2)
    for at in range(1, size):
        draws[:, at] = RHOS * draws[:, at - 1] + shocks[:, at]
    return draws


@pytest.mark.parametrize(("number", "size"), [(2, 700), (4, 501), (2, 51), (4, 1000)])
def test_they_are_those_of_arviz(number, size):
    draws = _chains(number, size, seed=size)
    found = convergence(draws)
    assert found.rhat == pytest.approx(array_stats.rhat(draws, **AXES), rel=1e-10)
    bulk = array_stats.ess(draws, method="bulk", **AXES)
    tail = array_stats.ess(draws, method="tail", prob=(0.05, 0.95), **AXES)
    assert found.ess_bulk == pytest.approx(bulk, rel=1e-10)
    assert found.ess_tail == pytest.approx(tail, rel=1e-10)


def test_the_effective_size_is_the_one_theory_gives():
    draws = _chains(4, 20_000, seed=1)
    expected = draws[:, :, 0].size * (1 - RHOS) / (1 + RHOS)
    close = RHOS < 0.95
    assert convergence(draws).ess_bulk[close] == pytest.approx(expected[close], rel=0.1)


def test_chains_apart_are_found_in_their_middle_and_in_their_spread():
    draws = np.random.default_rng(2).standard_normal((2, 500, 3))
    draws[1, :, 1] += 1.0
    draws[1, :, 2] *= 3.0
    alike, moved, wider = convergence(draws).rhat
    assert alike < 1.01
    assert min(moved, wider) > 1.1
