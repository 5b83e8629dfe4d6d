"""Are the scores what the forecasts expected of themselves? Calibration tests for counts.

    z = sum_i (score_i - expected_i) / sd_i / sqrt(n)

where expectation and standard deviation are those that each forecast gives to its own score.
Under calibration z is about standard normal; above zero the outcomes were more surprising than
foreseen (overconfidence). A forecast that expects no spread at all cannot be tested and is left
out of n.

Source: Wei & Held 2014, "Calibration tests for count data", doi:10.1007/s11749-014-0380-8.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from escalation.schema import ContractError
from escalation.verify import scores


@dataclass(frozen=True)
class CalibrationTest:
    """Statistic, two-sided p and number of targets."""

    z: float
    p: float
    n: int


def calibration_test(score: ArrayLike, expected: ArrayLike, variance: ArrayLike) -> CalibrationTest:
    """Test from scores and what each forecast expected of its own, shape (n,) each.

    The targets are taken as independent; overlapping horizons make the test too eager.
    """
    surprise = np.asarray(score, dtype=float) - np.asarray(expected, dtype=float)
    spread = np.asarray(variance, dtype=float)
    tested = spread > 1e-12
    if not tested.any():
        raise ContractError("a calibration test needs forecasts that expect some spread of scores")
    n = int(tested.sum())
    z = float((surprise[tested] / np.sqrt(spread[tested])).sum() / np.sqrt(n))
    return CalibrationTest(z, float(2 * stats.norm.sf(abs(z))), n)


def of_negative_binomial(
    mean: ArrayLike, observed: ArrayLike, *, size: ArrayLike | None = None
) -> CalibrationTest:
    """By the Dawid-Sebastiani score, for negative binomial forecasts (Poisson if no size).

    Parameters
    ----------
    mean, observed
        Shape (n,).
    size
        Dispersion, so that the variance is mean + mean^2 / size; a number or shape (n,).
    """
    centre, truth = np.asarray(mean, dtype=float), np.asarray(observed, dtype=float)
    inverse = 0.0 if size is None else 1 / np.asarray(size, dtype=float)
    variance = centre + centre**2 * inverse
    score = scores.dawid_sebastiani(centre, variance, truth)
    # Of (y - mean)^2 / variance the expectation is 1, its variance the kurtosis less 1.
    kurtosis = 3 + 6 * inverse + 1 / variance
    return calibration_test(score, 1 + np.log(variance), kurtosis - 1)


def of_samples(samples: ArrayLike, observed: ArrayLike, *, score: str = "dss") -> CalibrationTest:
    """By a score of draws: each draw in turn stands in for the outcome.

    Parameters
    ----------
    samples, observed
        Shapes (n, m) and (n,).
    score
        ``dss`` (Dawid-Sebastiani), ``crps`` or ``logs``.
    """
    draws, truth = scores.paired(samples, observed)
    makers = {
        "dss": scores.dawid_sebastiani_of_samples,
        "crps": scores.crps,
        "logs": scores.log_score,
    }
    if score not in makers:
        raise ContractError(f"no calibration test by '{score}'; there are: {', '.join(makers)}")
    found = makers[score](draws, truth)
    expected, variance = np.empty(len(truth)), np.empty(len(truth))
    for at, own in enumerate(draws):
        values, number = np.unique(own, return_counts=True)
        each = makers[score](np.repeat(own[None, :], len(values), axis=0), values)
        weight = number / number.sum()
        expected[at] = each @ weight
        variance[at] = (each - expected[at]) ** 2 @ weight
    return calibration_test(found, expected, variance)
