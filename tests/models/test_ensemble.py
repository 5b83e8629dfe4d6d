"""ensemble: its energy, its weights, and that they come from the past alone."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.models import MODELS
from escalation.models.ensemble import Ensemble, energy, shared_out, stacked
from escalation.models.ewma import Ewma
from escalation.panel import Panel
from escalation.schema import ContractError
from tests.examples import examples
from tests.models.test_ets import panel_of


def crps(draws: np.ndarray, came: float) -> float:
    apart = np.abs(draws[:, None] - draws[None, :]).mean()
    return np.abs(draws - came).mean() - apart / 2


def test_energy_by_hand():
    totals = np.array([[0.0, 2.0], [1.0, 5.0]])[:, :, None, None]
    loss, spread = energy(totals, np.array([[3.0]]))
    assert loss[:, 0, 0] == pytest.approx([2.0, 2.0])
    # |0-1|, |0-5|, |2-1|, |2-5|: mean 2.5; within each model |x - x'| has mean 1 and 2.
    assert spread[:, :, 0, 0] == pytest.approx(np.array([[1.0, 2.5], [2.5, 2.0]]))


@examples(30)
@given(
    x=st.lists(st.integers(0, 50), min_size=6, max_size=6),
    z=st.lists(st.integers(0, 50), min_size=6, max_size=6),
    came=st.integers(0, 60),
)
def test_the_quadratic_form_is_the_crps_of_the_pooled_draws(x, z, came):
    totals = np.array([x, z], dtype=float)[:, :, None, None]
    loss, spread = energy(totals, np.array([[float(came)]]))
    w = np.array([0.5, 0.5])
    form = w @ loss[:, 0, 0] - w @ spread[:, :, 0, 0] @ w / 2
    assert form == pytest.approx(crps(np.array(x + z, dtype=float), came), abs=1e-9)


def test_the_better_model_gets_the_weight_and_shrinking_holds_it_back():
    rng = np.random.default_rng(1)
    losses, spreads = [], []
    for _ in range(30):
        came = rng.poisson(10.0, size=(3, 2)).astype(float)
        good, bad = rng.poisson(10.0, size=(200, 3, 2)), rng.poisson(30.0, size=(200, 3, 2))
        loss, spread = energy(np.stack([good, bad]).astype(float), came)
        losses.append(loss)
        spreads.append(spread)
    losses, spreads = np.stack(losses), np.stack(spreads)
    free = stacked(losses, spreads, shrink=0.0)
    held = stacked(losses, spreads, shrink=100.0)
    assert free[0] > 0.97
    assert held == pytest.approx([0.5, 0.5], abs=0.02)
    losses[:10, :, 0], spreads[:10, :, :, 0] = np.nan, np.nan
    assert stacked(losses, spreads, shrink=0.0)[0] > 0.97


@given(
    draws=st.integers(1, 3000),
    raw=st.lists(st.floats(0.001, 1.0), min_size=1, max_size=6),
)
def test_draws_are_shared_out_to_the_last_one(draws, raw):
    weights = np.array(raw) / np.sum(raw)
    numbers = shared_out(draws, weights)
    assert numbers.sum() == draws
    assert (np.abs(numbers - draws * weights) < 1 + 1e-6).all()


def wandering(weeks: int = 180) -> Panel:
    rng = np.random.default_rng(3)
    rate = np.exp(2 + np.cumsum(rng.normal(scale=0.15, size=weeks)))
    return panel_of({"attacks": rng.poisson(rate), "talks": rng.poisson(2.0, size=weeks)})


def test_a_pool_of_a_good_and_a_stale_model():
    panel = wandering()
    model = Ensemble(members=("ewma", "last-year"), origins=12, draws=500, shrink=0.0)
    fit = model.fit(panel, seed=1)
    weights = dict(fit.weights)
    assert sum(weights.values()) == pytest.approx(1.0)
    assert weights["ewma"] > weights["last-year"]
    forecast = fit.forecast(12, seed=2)
    assert forecast.samples.shape == (500, 12, 2)
    again = model.fit(panel, seed=1).forecast(12, seed=2)
    assert (again.samples.values == forecast.samples.values).all()


def test_a_member_at_a_past_origin_sees_nothing_later(monkeypatch):
    panel = wandering()
    seen_until = []

    class Spy(Ewma):
        def fit(self, panel, *, seed, gate):
            seen_until.append((panel.as_of, panel.weeks[-1]))
            return super().fit(panel, seed=seed, gate=gate)

    monkeypatch.setattr("escalation.models.ensemble.named_model", lambda _: Spy(draws=50))
    Ensemble(members=("ewma", "last-year"), origins=10).weights(panel)
    first = panel.weeks[-1] - pd.Timedelta(weeks=12 + 4 * 10)
    assert len(set(seen_until)) == 10
    for as_of, last in seen_until:
        assert last + pd.Timedelta(days=6) == as_of
        assert first < last <= panel.weeks[-1] - pd.Timedelta(weeks=12)


@pytest.mark.slow
def test_a_later_origin_remembers_the_past_forecasts_of_an_earlier_one(monkeypatch):
    panel = wandering()
    made = []

    class Spy(Ewma):
        def fit(self, panel, *, seed, gate):
            made.append(panel.as_of)
            return super().fit(panel, seed=seed, gate=gate)

    monkeypatch.setattr("escalation.models.ensemble._PAST", {})
    monkeypatch.setattr("escalation.models.ensemble.named_model", lambda _: Spy(draws=60))
    model = Ensemble(members=("ewma", "last-year"), origins=10)
    early = Panel(
        panel.data.isel(week=slice(0, 172)).assign_attrs(as_of=str(panel.weeks[171].date()))
    )
    model.weights(early)
    assert len(made) == len(set(made)) == 10  # the second member's are the same model's: remembered
    # Delays learned anew move the shares known by a hair: nothing is made again but what is new.
    later = Panel(panel.data.assign(reported=panel["reported"] - 0.001))
    learned = model.weights(later)
    assert len(made) == 12
    monkeypatch.setattr("escalation.models.ensemble._PAST", {})
    assert model.weights(later) == pytest.approx(learned)


def test_too_short_a_past_leaves_the_weights_equal():
    short = wandering(40)
    assert Ensemble().weights(short) == pytest.approx([0.5, 0.5])


def test_members_are_known_and_named_once():
    with pytest.raises(ContractError, match="each once"):
        Ensemble(members=("ewma", "ewma")).fit(wandering(), seed=1)
    with pytest.raises(ContractError, match="no model 'oracle'"):
        Ensemble(members=("ewma", "oracle")).fit(wandering(), seed=1)
    assert set(Ensemble().members) <= set(MODELS)
