"""Where links are doubtful, intervals over links hold the incidents; a plain fit's do not."""

import numpy as np
import pytest

from escalation.models import model
from escalation.models.over_links import OverLinks, over_links
from escalation.models.simulate import wandering
from escalation.panel import Panel
from escalation.schema import ContractError

WORLDS, DRAWS = 24, 8


def doubtful(seed: int) -> tuple[Panel, np.ndarray]:
    """A panel whose linker joins what was often apart; and the incidents that came.

    Of five reports one may tell of an earlier incident, with a chance p between 0.5 and 0.8: the
    linker joins them all, and is wrong with chance 1 - p.
    """
    rng = np.random.default_rng(seed)
    world = wandering(weeks=160, series=1, seed=seed)
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


def held(samples: np.ndarray, truth: np.ndarray) -> bool:
    """Is the twelve weeks' total inside the 90% interval?"""
    low, high = np.quantile(samples.sum(axis=(1, 2)), [0.05, 0.95])
    return bool(low <= truth.sum() <= high)


def test_intervals_hold_where_links_are_doubtful():
    plain, pooled = [], []
    for seed in range(WORLDS):
        panel, truth = doubtful(seed)
        ewma = model("ewma")
        plain.append(held(ewma.fit(panel, seed=1).forecast(12, seed=1).samples.values, truth))
        over = OverLinks(ewma).fit(panel, seed=1).forecast(12, seed=1)
        pooled.append(held(over.samples.values, truth))
    assert np.mean(pooled) >= 0.8
    assert np.mean(plain) <= np.mean(pooled) - 0.15


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
