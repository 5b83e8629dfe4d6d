"""Several sources: the level is found through a source's missing years, as surely as it says."""

from functools import cache

import numpy as np
import pytest

from escalation.models import fit
from escalation.models.base import PathFit
from escalation.models.simulate import World, watched
from escalation.models.sources import recovered
from escalation.panel import Panel
from escalation.schema import ContractError

GONE = slice(150, 260)
"""Weeks, more than two years, that the first source did not see."""


@cache
def world(seed: int) -> World:
    return watched(np.array([1.0, 0.3, 4.0]), weeks=320, seed=seed)


def gapped(seed: int) -> Panel:
    data = world(seed).panel().data
    observed, counts = data["observed"].values.copy(), data["counts"].values.copy()
    observed[GONE, 0], counts[GONE, 0] = False, 0.0
    axes = ("week", "series")
    return Panel(data.assign(observed=(axes, observed), counts=(axes, counts)))


@cache
def fitted(seed: int) -> PathFit:
    return fit("sources", gapped(seed), seed=1, gate="refit")


@pytest.mark.mcmc
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_missing_source_is_recovered_from_the_others(seed):
    drawn = recovered(fitted(seed), "series-1", seed=1).to_numpy()
    truth = world(seed).counts[:320, 0]
    seen = np.delete(np.arange(320), np.arange(320)[GONE])
    assert (drawn[seen] == truth[seen, None]).all()
    low, high = np.quantile(drawn[GONE], [0.05, 0.95], axis=1)
    held = (low <= truth[GONE]) & (truth[GONE] <= high)
    assert 0.8 <= held.mean() <= 1.0
    filled = np.interp(
        np.arange(320)[GONE], [137, 272], [truth[124:150].mean(), truth[260:286].mean()]
    )
    found = drawn[GONE].mean(axis=1)
    expected = world(seed).truth["expected"][GONE, 0]
    assert np.abs(found - expected).mean() < np.abs(filled - expected).mean()


@pytest.mark.mcmc
def test_detection_rates_are_found():
    ratios = []
    for seed in (1, 2, 3):
        assert fitted(seed).diagnostics.passed, fitted(seed).diagnostics.marks
        rate = np.log(fitted(seed).posterior["rate"]).mean(axis=1)
        ratios.append(np.exp(rate[:, 2] - rate[:, 1]).mean())
    assert np.mean(ratios) == pytest.approx(4.0 / 0.3, rel=0.3)


@pytest.mark.mcmc
def test_what_is_not_there_is_refused():
    with pytest.raises(ContractError, match="no source 'ucdp'; there are: series-1"):
        recovered(fitted(1), "ucdp", seed=1)
    other = fit("last-year", world(1).panel(), seed=1)
    with pytest.raises(ContractError, match="does not join sources"):
        recovered(other, "series-1", seed=1)
