"""The regime model's density: its gradient, and its likelihood against all paths summed by hand."""

from itertools import product

import numpy as np
import pytest

from escalation.models.hidden import Shape, density, forward_backward, transition
from escalation.models.likelihood import counted


def _given(rng, weeks=12, series=2):
    counts = rng.poisson(2.0, size=(weeks, series)).astype(float)
    counts[3] = np.nan
    data = counted(counts, np.full(counts.shape, 0.9))
    return {**data, "usual": np.zeros(series), "past": rng.random((weeks, series))}


def test_gradient_is_the_density_s_slope():
    rng = np.random.default_rng(1)
    shape, given = Shape(2), _given(rng)
    at = rng.normal(0, 0.5, shape.length)
    _, gradient = density(at, shape=shape, **given)
    step = 1e-5
    for place in range(shape.length):
        nudge = np.zeros(shape.length)
        nudge[place] = step
        up, _ = density(at + nudge, shape=shape, **given)
        down, _ = density(at - nudge, shape=shape, **given)
        assert gradient[place] == pytest.approx((up - down) / (2 * step), rel=1e-4, abs=1e-5)


def test_states_are_summed_over_all_paths():
    rng = np.random.default_rng(2)
    emission = rng.normal(size=(5, 3))
    moves = transition(rng.normal(size=(3, 2)))
    total, first = 0.0, np.zeros(3)
    for path in product(range(3), repeat=5):
        chance = moves[:, path[0]].mean() * np.exp(emission[0, path[0]])
        for t in range(1, 5):
            chance *= moves[path[t - 1], path[t]] * np.exp(emission[t, path[t]])
        total += chance
        first[path[0]] += chance
    likelihood, chances, moved = forward_backward(emission, moves)
    assert likelihood == pytest.approx(np.log(total))
    assert chances[0] == pytest.approx(first / total)
    assert chances.sum(axis=1) == pytest.approx(np.ones(5))
    assert moved.sum() == pytest.approx(5.0)


def test_rows_of_moves_are_chances():
    moves = transition(np.log(np.array([[0.1, 0.1], [1.0, 2.0], [3.0, 1.0]])))
    assert moves.sum(axis=1) == pytest.approx(np.ones(3))
    assert moves[0] == pytest.approx([1 / 1.2, 0.1 / 1.2, 0.1 / 1.2])
