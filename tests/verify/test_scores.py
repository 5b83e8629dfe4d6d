"""Every score against a hand-worked answer or an independent way to compute it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import stats

from escalation.schema import ContractError
from escalation.verify import scores

COUNTS = hnp.arrays(float, (3, 7), elements=st.integers(0, 40))
TRUTHS = hnp.arrays(float, (3,), elements=st.integers(0, 60))


def every_pair(draws, truth):
    """CRPS by its definition over all pairs of draws."""
    return np.array(
        [
            np.abs(x - y).mean() - np.abs(x[:, None] - x[None, :]).mean() / 2
            for x, y in zip(draws, truth, strict=True)
        ]
    )


def test_crps_by_hand():
    # Draws 0, 1, 2 against 3: mean |X - y| = 2; mean |X - X'| = 8 / 9, half of it 4 / 9.
    assert scores.crps([[0, 1, 2]], [3]) == pytest.approx([2 - 4 / 9])


@given(COUNTS, TRUTHS)
def test_crps_is_its_definition(draws, truth):
    assert scores.crps(draws, truth) == pytest.approx(every_pair(draws, truth), abs=1e-9)


def test_crps_in_chunks_is_the_same(monkeypatch):
    rng = np.random.default_rng(1)
    draws, truth = rng.poisson(3, (50, 20)), rng.poisson(3, 50)
    whole = scores.crps(draws, truth)
    monkeypatch.setattr(scores, "_CHUNK", 60)
    assert np.array_equal(scores.crps(draws, truth), whole)


def test_crps_of_a_large_sample_is_the_closed_form():
    # Of counts: the sum over k of (F(k) - [y <= k])^2.
    counts = np.arange(60)
    closed = ((stats.poisson.cdf(counts, 4.0) - (counts >= 7)) ** 2).sum()
    draws = np.random.default_rng(2).poisson(4.0, (1, 200_000))
    assert scores.crps(draws, [7]) == pytest.approx([closed], abs=0.02)


def test_crps_of_logs_by_hand():
    # One draw of 7 against 1: |log 8 - log 2|.
    assert scores.crps_log([[7]], [1]) == pytest.approx([np.log(4)])


def test_threshold_crps_sees_only_the_large():
    # Below 5 nothing counts; draws 4 and 9 against 2: as 5 and 9 against 5, 2 - 1 = 1.
    assert scores.crps_threshold([[0, 4]], [2], threshold=5) == pytest.approx([0.0])
    assert scores.crps_threshold([[4, 9]], [2], threshold=5) == pytest.approx([1.0])
    both = scores.crps_threshold([[0, 4], [4, 9]], [2, 2], threshold=[5, 5])
    assert both == pytest.approx([0.0, 1.0])
    assert scores.crps_threshold([[4, 9]], [2], threshold=0) == pytest.approx(
        scores.crps([[4, 9]], [2])
    )


def test_mass_of_small_counts_by_hand():
    # Draws 0, 0, 0, 1: no smoothing; mean 1/4, so the geometric has rate 1 / 2.25.
    rate = 1 / 2.25
    expected = (3 + rate) / 5, (1 + rate * (1 - rate)) / 5
    assert scores.mass([[0, 0, 0, 1]] * 2, [0, 1]) == pytest.approx(expected)


@given(hnp.arrays(float, (1, 30), elements=st.integers(0, 300)))
def test_mass_sums_to_one(draws):
    counts = np.arange(6_000)
    step = np.concatenate(
        [scores.mass(np.repeat(draws, len(part), axis=0), part) for part in np.split(counts, 6)]
    )
    assert step.sum() == pytest.approx(1.0, abs=1e-6)


def test_log_score_nears_that_of_the_true_mass():
    rng = np.random.default_rng(3)
    draws, truth = rng.poisson(30, (2000, 1000)), rng.poisson(30, 2000)
    exact = -stats.poisson.logpmf(truth, 30).mean()
    assert scores.log_score(draws, truth).mean() == pytest.approx(exact, abs=0.03)


def test_log_score_is_finite_far_outside():
    assert np.isfinite(scores.log_score([[0] * 100], [500])).all()


def test_log_score_of_a_mass_function():
    table = [[0.5, 0.25, 0.25], [1.0, 0.0, 0.0]]
    assert scores.log_score_of_mass(table, [1, 2]) == pytest.approx([np.log(4), np.inf])
    assert scores.log_score_of_mass(table, [5, 0]) == pytest.approx([np.inf, 0.0])
    with pytest.raises(ContractError, match="sums to 1"):
        scores.log_score_of_mass([[0.5, 0.4]], [0])


def test_brier_by_hand():
    # Three of four draws reach 1; it did not happen: 0.75^2.
    assert scores.brier([[0, 1, 1, 3]], [0]) == pytest.approx([0.5625])
    assert scores.brier([[0, 1, 1, 3]] * 2, [2, 2], at_least=[1, 3]) == pytest.approx(
        [0.0625, 0.0625]
    )


def test_what_an_interval_claims_by_hand():
    # Of 1..10 the 50% interval is 3 to 8: six of ten draws. Of 17 zeros in 20 it is [0, 0].
    assert scores.claimed([list(range(1, 11))], level=0.5).tolist() == [0.6]
    assert scores.claimed([[0] * 17 + [1, 2, 5]], level=0.5).tolist() == [0.85]
    assert scores.claimed([[0] * 17 + [1, 2, 5]], level=0.9).tolist() == [0.95]


@given(COUNTS, st.sampled_from([0.5, 0.9]))
def test_an_interval_claims_what_it_would_hold_of_its_own_draws(draws, level):
    claimed = scores.claimed(draws, level=level)
    own = [scores.covered(draws, draw, level=level) for draw in draws.T]
    assert claimed == pytest.approx(np.mean(own, axis=0))
    assert (claimed >= level).all()


def test_intervals_by_hand():
    # Of 1..10 the attained quantiles at 0.25 and 0.75 are the 3rd and the 8th.
    draws = [list(range(1, 11))] * 3
    low, high = scores.interval(draws, level=0.5)
    assert (low == 3).all() and (high == 8).all()
    assert scores.covered(draws, [3, 8, 9], level=0.5).tolist() == [1, 1, 0]
    assert scores.width(draws, level=0.5).tolist() == [5, 5, 5]
    # One beyond the top: 5 + 2 / 0.5 * 1.
    assert scores.interval_score(draws, [3, 8, 9], level=0.5).tolist() == [5, 5, 9]
    with pytest.raises(ContractError, match="between 0 and 1"):
        scores.interval(draws, level=90)


def test_weighted_interval_score_by_hand():
    # Median 5 against 9 is 2 of half error; the 50% interval adds 0.25 * 9; over 1.5.
    draws = [list(range(1, 11))]
    assert scores.weighted_interval_score(draws, [9], levels=(0.5,)) == pytest.approx(
        [(2 + 0.25 * 9) / 1.5]
    )


def test_many_intervals_near_the_crps():
    # WIS with many intervals tends to the CRPS (Bracher et al. 2021, section 2.2).
    draws = np.random.default_rng(4).normal(50, 10, (1, 4000))
    levels = np.arange(0.02, 1.0, 0.02)
    assert scores.weighted_interval_score(draws, [63.0], levels=levels) == pytest.approx(
        scores.crps(draws, [63.0]), rel=0.03
    )


@given(st.integers(0, 1000))
def test_pit_lies_inside_and_repeats(seed):
    draws, truth = np.zeros((4, 5)), [0, 0, 1, 9]
    values = scores.pit(draws, truth, seed=seed)
    assert ((values > 0) & (values < 1)).all()
    assert np.array_equal(values, scores.pit(draws, truth, seed=seed))


def test_pit_is_uniform_when_calibrated():
    rng = np.random.default_rng(5)
    draws, truth = rng.poisson(1.5, (4000, 9)), rng.poisson(1.5, 4000)
    assert stats.kstest(scores.pit(draws, truth, seed=6), "uniform").pvalue > 0.01


def test_dawid_sebastiani_by_hand():
    assert scores.dawid_sebastiani([2.0], [4.0], [6.0]) == pytest.approx([np.log(4) + 4])
    assert scores.dawid_sebastiani_of_samples([[1, 3]], [2]) == pytest.approx([0.0])
    # Draws that all agree: the floor is 1 / m.
    assert scores.dawid_sebastiani_of_samples([[0, 0]], [1]) == pytest.approx([np.log(0.5) + 2])
    with pytest.raises(ContractError, match="above 0"):
        scores.dawid_sebastiani([1.0], [0.0], [1.0])


def test_what_is_not_a_pair_is_refused():
    with pytest.raises(ContractError, match=r"\(n, m\)"):
        scores.crps(np.zeros((3, 4)), np.zeros(2))
    with pytest.raises(ContractError, match="unobserved"):
        scores.crps([[0.0, 1.0]], [np.nan])
