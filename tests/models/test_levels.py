"""Levels: the modes hold the process, and continue it exactly."""

import numpy as np
import pytest

from escalation.models.levels import Modes


def test_enough_modes_give_the_process_itself():
    modes = Modes.of(20.0, weeks=30, modes=30, horizon=3)
    lags = np.abs(np.arange(30)[:, None] - np.arange(30))
    assert modes.basis @ modes.basis.T == pytest.approx(np.exp(-lags / 20.0), abs=1e-9)
    # given the whole past, the next week is exp(-1/20) times the last, with the AR(1) innovation
    assert modes.forward[0] == pytest.approx(np.exp(-1 / 20) * modes.basis[-1], abs=1e-6)
    assert modes.spread[0, 0] ** 2 == pytest.approx(1 - np.exp(-2 / 20), rel=1e-4)


@pytest.mark.parametrize(("memory", "modes"), [(260.0, 60), (260.0, 40)])
def test_truncation_does_no_harm_at_the_edge(memory, modes):
    """What the models' modes leave out is small, and the forecast's spread takes it in."""
    few = Modes.of(memory, weeks=312, modes=modes, horizon=12)
    everything = Modes.of(memory, weeks=312, modes=312, horizon=12)
    assert few.left_out() < 0.02
    assert (
        np.diag(few.spread @ few.spread.T) >= np.diag(everything.spread @ everything.spread.T)
    ).all()
    total = few.forward @ few.forward.T + few.spread @ few.spread.T
    assert np.diag(total) == pytest.approx(np.ones(12), abs=1e-6)


def test_a_short_past_keeps_the_number_of_modes():
    modes = Modes.of(50.0, weeks=10, modes=40, horizon=2)
    assert modes.basis.shape == (10, 40)
    assert (modes.basis[:, 10:] == 0).all()


def test_the_future_spreads_as_the_process_does():
    modes = Modes.of(30.0, weeks=80, modes=60, horizon=6)
    rng = np.random.default_rng(3)
    ahead = modes.ahead(rng.standard_normal((40_000, 60, 1)), rng)
    assert ahead.std(axis=0)[:, 0] == pytest.approx(np.ones(6), rel=0.02)
