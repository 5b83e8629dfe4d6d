"""The likelihood of counts against scipy's, and what an unobserved week does to it."""

import numpy as np
import pytest
from scipy import stats
from scipy.special import gammaln

from escalation.models.likelihood import counted, negative_binomial, negative_binomial_of_rate


def test_it_is_the_negative_binomial_up_to_factorials():
    rng = np.random.default_rng(1)
    counts = rng.poisson(3.0, size=(20, 2)).astype(float)
    counts[4, 0] = np.nan
    known, size = np.full(counts.shape, 0.8), np.array([2.0, 7.0])
    log_rate = rng.normal(1.0, 0.3, size=counts.shape)
    data = counted(counts, known)
    ours = float(negative_binomial(data, log_rate, size).eval())
    mean = 0.8 * np.exp(log_rate)
    exact = stats.nbinom.logpmf(counts, size, size / (size + mean)) + gammaln(counts + 1)
    assert ours == pytest.approx(np.nansum(exact), rel=1e-10)
    of_rate = negative_binomial_of_rate({**data, "known": known}, np.exp(log_rate), size)
    assert float(of_rate.eval()) == pytest.approx(ours, rel=1e-10)


def test_exceed_counts_the_weeks_above_each_number():
    data = counted(np.array([[2.0], [0.0], [1.0], [np.nan]]), np.ones((4, 1)))
    assert data["exceed"].tolist() == [[2.0], [1.0]]
    assert data["seen"][:, 0].tolist() == [1, 1, 1, 0]
