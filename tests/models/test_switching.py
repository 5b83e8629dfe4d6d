"""switching: it finds the levels of a world that has them, and says when it cannot."""

import numpy as np
import pytest

from escalation.models.switching import Chain, Switching
from tests.models.test_ets import panel_of


def test_it_finds_two_levels_and_where_we_are():
    rng = np.random.default_rng(1)
    state = np.repeat([0, 1, 0, 1, 0, 1], 40)
    counts = rng.poisson(np.where(state == 0, 2.0, 20.0))
    panel = panel_of({"attacks": counts, "none": np.zeros(len(counts))})
    forecast = Switching(states=2).fit(panel, seed=1).forecast(12, seed=2)
    means = forecast.samples.sel(series="attacks").mean("sample").values
    assert means[0] == pytest.approx(20.0, rel=0.1)
    assert means[-1] < means[0] - 2  # a state is left about every 40 weeks
    assert forecast.chance("none", within=12) < 0.1


def test_the_chain_turns_as_it_says():
    chain = Chain(
        levels=np.array([2.0, 5.0]),
        variance=0.25,
        now=np.array([1.0, 0.0]),
        turns=np.array([[0.9, 0.1], [0.0, 1.0]]),
    )
    counts = chain.futures(40_000, 3, np.random.default_rng(4))
    # Rates 4 - 1/8 and 25 - 1/8; the chance of the upper one is 1 - 0.9^h.
    want = [3.875 + 21.0 * (1 - 0.9**h) for h in (1, 2, 3)]
    assert counts.mean(axis=0) == pytest.approx(want, rel=0.03)


def test_a_failed_fit_says_which_series(monkeypatch):
    from statsmodels.tsa.regime_switching.markov_regression import MarkovRegression

    def broken(self, **_):
        raise np.linalg.LinAlgError("SVD did not converge")

    monkeypatch.setattr(MarkovRegression, "fit", broken)
    panel = panel_of({"attacks": np.full(60, 5.0)})
    with pytest.raises(RuntimeError, match="'attacks': SVD did not converge"):
        Switching().fit(panel, seed=1)


def test_a_start_that_leads_nowhere_is_followed_by_another(monkeypatch):
    from statsmodels.tsa.regime_switching.markov_regression import MarkovRegression

    climb = MarkovRegression.fit

    def from_afar(self, *, em_iter, **rest):
        if em_iter < 20:
            raise np.linalg.LinAlgError("SVD did not converge")
        return climb(self, em_iter=em_iter, **rest)

    monkeypatch.setattr(MarkovRegression, "fit", from_afar)
    counts = np.random.default_rng(4).poisson(np.repeat([2.0, 30.0, 2.0], 40)).astype(float)
    forecast = Switching().fit(panel_of({"attacks": counts}), seed=1).forecast(horizon=2, seed=1)
    assert forecast.total("attacks", within=2).mean() < 20
