"""Where links are doubtful, intervals over links hold the incidents; a plain fit's do not."""

import numpy as np
import pytest

from escalation.models import model
from escalation.models.over_links import OverLinks, over_links
from escalation.models.simulate import wandering
from escalation.panel import Panel
from escalation.schema import ContractError

WORLDS, SERIES, DRAWS = 4, 8, 6


def doubtful(seed: int) -> tuple[Panel, np.ndarray]:
    """A panel whose linker joins what was often apart; and the incidents that came.

    Of five reports one may tell of an earlier incident, with a chance p between 0.5 and 0.8: the
    linker joins them all, and is wrong with chance 1 - p.
    """
    rng = np.random.default_rng(seed)
    world = wandering(weeks=100, series=SERIES, seed=seed)
    reports = world.counts.astype(int)
    unsure = rng.binomial(reports, 0.5)
    apart = rng.beta(6.5, 12.0, size=(DRAWS + 1, *reports.shape))  # mean 0.35: 1 - p
    split = rng.binomial(unsure, apart)
    incidents = reports - unsure + split  # (draw, week, series); the last one is the truth
    panel = world.panel()
    past = slice(0, world.weeks)
    axes = ("draw", "week", "series")
    data = panel.data.assign(
        counts=panel["counts"] - unsure[past],
        linked_counts=(axes, incidents[:-1, past].astype(float)),
        linked_deaths=(axes, np.zeros(incidents[:-1, past].shape)),
    )
    return Panel(data), incidents[-1, world.weeks :]


def held(samples: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Is the twelve weeks' total inside the 90% interval, series by series?"""
    low, high = np.quantile(samples.sum(axis=1), [0.05, 0.95], axis=0)
    return (low <= truth.sum(axis=0)) & (truth.sum(axis=0) <= high)


def coverage(name: str) -> tuple[float, float]:
    """How often the intervals of a plain fit, and of one over links, hold what came."""
    plain, pooled = [], []
    for seed in range(WORLDS):
        panel, truth = doubtful(seed)
        for fitted, found in ((model(name), plain), (OverLinks(model(name)), pooled)):
            forecast = fitted.fit(panel, seed=1).forecast(12, seed=1)
            found.append(held(forecast.samples.values, truth))
    return float(np.mean(plain)), float(np.mean(pooled))


def test_intervals_over_links_hold_more_of_what_came():
    plain, pooled = coverage("last-year")
    assert plain <= pooled - 0.15


@pytest.mark.slow
def test_intervals_hold_where_links_are_doubtful():
    plain, pooled = coverage("ewma")
    assert pooled >= 0.8
    assert plain <= pooled - 0.15


def test_every_draw_has_its_share_and_the_same_seed_the_same_samples():
    panel, _ = doubtful(3)
    fitted = OverLinks(model("last-year")).fit(panel, seed=1)
    first, again = (fitted.forecast(4, seed=2).samples.values for _ in range(2))
    assert np.array_equal(first, again)
    assert len(over_links(panel)) == DRAWS
    assert len(first) == pytest.approx(2000, abs=DRAWS)


def test_a_panel_without_draws_is_refused():
    with pytest.raises(ContractError, match=r"use count\(..., links=6\)"):
        OverLinks(model("ewma")).fit(wandering(seed=1).panel(), seed=1)
