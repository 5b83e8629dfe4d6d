"""wholes: a part is never above its whole, and keeps its own total where the whole allows."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from escalation.models.ewma import Ewma
from escalation.models.wholes import drawn_from, within_wholes
from escalation.panel import Panel
from escalation.theatre import Theatre
from tests.examples import examples

PATHS = arrays(float, (40, 5, 3), elements=st.integers(0, 9).map(float))


def panel_of(columns: dict[str, np.ndarray], parts: str = "") -> Panel:
    weeks = pd.date_range("2020-01-06", periods=len(next(iter(columns.values()))), freq="W-MON")
    tables = [
        pd.DataFrame({"week": weeks, "series": name, "count": counts})
        for name, counts in columns.items()
    ]
    panel = Panel.of_table(pd.concat(tables), as_of=weeks[-1] + pd.Timedelta(days=6))
    return Panel(panel.data.assign_attrs(parts=parts))


NESTED = panel_of({name: np.zeros(3) for name in ("c", "a", "b")}, "b in a\nc in b")


@examples(60)
@given(samples=PATHS, seed=st.integers(0, 99))
def test_no_part_is_ever_above_its_whole(samples, seed):
    made = within_wholes(samples, NESTED, np.random.default_rng(seed))
    c, a, b = made.transpose(2, 0, 1)
    assert (b <= a).all()
    assert (c <= b).all()
    assert (a == samples[:, :, 1]).all()
    assert (made >= 0).all()
    assert (made == np.round(made)).all()


@examples(60)
@given(samples=PATHS, seed=st.integers(0, 99))
def test_the_total_of_a_part_keeps_its_distribution_where_the_whole_allows(samples, seed):
    whole, part = samples[:, :, 0], samples[:, :, 1]
    totals = [np.sort(path.sum(axis=1)) for path in (whole, part)]
    made = drawn_from(whole, part, np.random.default_rng(seed)).sum(axis=1)
    assert np.array_equal(np.sort(made), np.sort(np.minimum(*totals)))


def test_samples_that_are_right_are_left_alone():
    rng = np.random.default_rng(1)
    whole = rng.poisson(3.0, size=(50, 4)).astype(float)
    right = np.stack([np.zeros((50, 4)), whole, rng.binomial(whole.astype(int), 0.5)], axis=2)
    assert within_wholes(right, NESTED, rng) is right


def test_a_forecast_of_a_model_with_series_apart_is_one_that_can_happen():
    rng = np.random.default_rng(2)
    part = rng.poisson(1.0, size=120)
    both = part + rng.poisson(0.1, size=120)
    panel = panel_of({"either": both, "one": part}, "one in either")
    free = Panel(panel.data.assign_attrs(parts=""))
    held, loose = (Ewma(draws=800).fit(p, seed=1).forecast(12, seed=3) for p in (panel, free))
    samples = held.samples.values
    assert (samples[:, :, 1] <= samples[:, :, 0]).all()
    assert (loose.samples.values[:, :, 1] > loose.samples.values[:, :, 0]).any()
    assert held.chance("one", within=4) <= held.chance("either", within=4)
    told = [forecast.total("one", within=12).mean() for forecast in (held, loose)]
    assert told[0] == pytest.approx(told[1], rel=0.05)


def test_a_theatre_says_which_series_contains_which():
    theatre = Theatre.read("pak-afg")
    assert theatre.parts == [
        ("force-by-pakistan", "cross-border-force"),
        ("force-by-afghanistan", "cross-border-force"),
    ]
    whole, part = theatre["cross-border-force"], theatre["force-by-pakistan"]
    assert whole.contains(part)
    assert not part.contains(whole)
    narrow = part.model_copy(
        update={"match": (part.match[1].model_copy(update={"kinds": ("force.drone",)}),)}
    )
    assert part.contains(narrow)
    anywhere = narrow.match[0].model_copy(update={"country": ()})
    assert not part.contains(narrow.model_copy(update={"match": (anywhere,)}))
