"""Scores of count forecasts: pure functions on arrays, which know no models.

Throughout, ``samples`` has shape (n, m): m draws for each of n targets; ``observed`` has shape
(n,), in the same unit (a count). Every score has shape (n,). Scores are losses (lower is
better) unless said.

    CRPS             mean |X - y| - 1/2 mean |X - X'|
    CRPS, log        the same of log(1 + X) and log(1 + y)
    CRPS, threshold  the same of max(X, t) and max(y, t)
    log score        -log mass(y), the mass from counts of draws (see ``mass``)
    Brier            (chance - happened)^2
    interval score   width + 2/a * (how far y lies outside), a = 1 - level
    WIS              (|y - median| / 2 + sum_k a_k / 2 * interval score_k) / (K + 1/2)
    Dawid-Sebastiani log variance + (y - mean)^2 / variance
    PIT              F(y - 1) + v * (F(y) - F(y - 1)), v uniform in (0, 1), by ranks
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from escalation.schema import ContractError

Array = np.ndarray
_CHUNK = 10_000_000  # draws held at once: about 80 MB of float64


def crps(samples: ArrayLike, observed: ArrayLike) -> Array:
    """Continuous ranked probability score of the draws' own distribution, in counts.

    References
    ----------
    Gneiting & Raftery 2007, doi:10.1198/016214506000001437; by quantile losses: Laio & Tamea
    2007, doi:10.5194/hess-11-1267-2007.
    """
    draws, truth = paired(samples, observed)
    step = max(1, _CHUNK // draws.shape[1])
    parts = [
        _crps(draws[at : at + step], truth[at : at + step]) for at in range(0, len(truth), step)
    ]
    # The quantile estimator can fall below zero by rounding.
    return np.maximum(np.concatenate(parts), 0.0) if parts else np.empty(0)


def _crps(draws: Array, truth: Array) -> Array:
    """By the sorted draws: twice the mean of their quantile losses at the levels (i - 1/2) / m."""
    size = draws.shape[1]
    gaps = np.sort(draws, axis=1) - truth[:, None]
    levels = (np.arange(size) + 0.5) / size
    return 2 * (gaps * ((gaps > 0) - levels)).mean(axis=1)


def crps_log(samples: ArrayLike, observed: ArrayLike) -> Array:
    """CRPS of log(1 + count): errors count by their ratio, so large weeks do not rule.

    References
    ----------
    Bosse et al. 2023, doi:10.1371/journal.pcbi.1011393.
    """
    draws, truth = paired(samples, observed)
    return crps(np.log1p(draws), np.log1p(truth))


def crps_threshold(samples: ArrayLike, observed: ArrayLike, *, threshold: ArrayLike) -> Array:
    """CRPS weighted to outcomes above ``threshold``: how well the large weeks are foreseen.

    ``threshold`` is a number, or one a target, in counts.

    References
    ----------
    Gneiting & Ranjan 2011, doi:10.1198/jbes.2010.08110; as the CRPS of max(X, t): Allen,
    Ginsbourger & Ziegel 2023, doi:10.1137/22M1532184.
    """
    draws, truth = paired(samples, observed)
    limit = np.broadcast_to(np.asarray(threshold, dtype=float), truth.shape)
    return crps(np.maximum(draws, limit[:, None]), np.maximum(truth, limit))


def mass(samples: ArrayLike, observed: ArrayLike, *, pseudo: float = 1.0) -> Array:
    """Probability of exactly the observed count, shape (n,), positive everywhere.

    A draw x spreads its weight over the counts within b of it by a triangular kernel, cut at
    zero, where b = floor(0.9 * min(sd, IQR / 1.34) * m^(-1/5)) (Silverman's rule): none while
    the counts are small, a few where a count is in the dozens and single values are rare. Then
    ``pseudo`` draws are added that are spread geometrically with mean 1 + the draws' mean, so
    that no count is impossible:

        mass(y) = (sum_i K_b(y, x_i) + pseudo * g(y)) / (m + pseudo)
    """
    draws, truth = paired(samples, observed)
    draws, truth = np.rint(draws), np.rint(truth)
    size = draws.shape[1]
    low, high = np.quantile(draws, [0.25, 0.75], axis=1)
    spread = np.minimum(draws.std(axis=1), (high - low) / 1.34)
    reach = np.floor(0.9 * spread * size**-0.2)[:, None] + 1
    # Weight of a whole triangle is reach^2 (in steps of 1); below zero it is cut off.
    below = np.maximum(reach - 1 - draws, 0.0)
    whole = reach**2 - below * (below + 1) / 2
    kernel = np.maximum(reach - np.abs(draws - truth[:, None]), 0.0) / whole
    rate = 1 / (2 + draws.mean(axis=1))
    geometric = rate * (1 - rate) ** truth
    return (kernel.sum(axis=1) + pseudo * geometric) / (size + pseudo)


def log_score(samples: ArrayLike, observed: ArrayLike, *, pseudo: float = 1.0) -> Array:
    """Log score of counts in nats: minus the log of :func:`mass`.

    References
    ----------
    Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x; for counts: Czado, Gneiting & Held 2009,
    doi:10.1111/j.1541-0420.2009.01191.x.
    """
    return -np.log(mass(samples, observed, pseudo=pseudo))


def log_score_of_mass(probabilities: ArrayLike, observed: ArrayLike) -> Array:
    """Log score in nats where the forecast is a mass function, shape (n, k) over counts 0..k-1.

    A count beyond the mass function scores infinity.
    """
    table, truth = paired(probabilities, observed)
    if not np.allclose(table.sum(axis=1), 1.0, atol=1e-6):
        raise ContractError("a mass function sums to 1 over its counts; add what is beyond")
    place = np.rint(truth).astype(int)
    inside = place < table.shape[1]
    chosen = table[np.arange(len(place)), np.where(inside, place, 0)] * inside
    with np.errstate(divide="ignore"):
        return -np.log(chosen)


def chance(samples: ArrayLike, *, at_least: ArrayLike = 1) -> Array:
    """Share of the draws that reach ``at_least`` (a number, or one a target), shape (n,)."""
    draws = np.atleast_2d(np.asarray(samples, dtype=float))
    limit = np.broadcast_to(np.asarray(at_least, dtype=float), len(draws))
    return (draws >= limit[:, None]).mean(axis=1)


def brier(samples: ArrayLike, observed: ArrayLike, *, at_least: ArrayLike = 1) -> Array:
    """Brier score of "at least that many", between 0 and 1.

    References
    ----------
    Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
    """
    draws, truth = paired(samples, observed)
    return (chance(draws, at_least=at_least) - (truth >= np.asarray(at_least))) ** 2


def interval(samples: ArrayLike, *, level: float) -> tuple[Array, Array]:
    """Central interval: the draws' quantiles at (1 - level) / 2 on either side, both attained."""
    if not 0 < level < 1:
        raise ContractError(f"an interval's level lies between 0 and 1; got {level}")
    tail = (1 - level) / 2
    low, high = np.quantile(np.atleast_2d(samples), [tail, 1 - tail], axis=1, method="inverted_cdf")
    return low, high


def covered(samples: ArrayLike, observed: ArrayLike, *, level: float) -> Array:
    """1 where the central interval holds the observed count, ends included; else 0."""
    draws, truth = paired(samples, observed)
    low, high = interval(draws, level=level)
    return ((low <= truth) & (truth <= high)).astype(float)


def claimed(samples: ArrayLike, *, level: float) -> Array:
    """Share of the draws inside the central interval, ends included: what it claims to hold.

    Counts come in whole numbers, so that it is ``level`` or more: of a series that is mostly
    zero the 50% interval [0, 0] may hold 85%.
    """
    draws = np.atleast_2d(np.asarray(samples, dtype=float))
    low, high = interval(draws, level=level)
    return ((low[:, None] <= draws) & (draws <= high[:, None])).mean(axis=1)


def width(samples: ArrayLike, *, level: float) -> Array:
    """Width of the central interval, in counts."""
    low, high = interval(samples, level=level)
    return high - low


def interval_score(samples: ArrayLike, observed: ArrayLike, *, level: float) -> Array:
    """Width of the central interval plus a penalty for what lies outside it.

    References
    ----------
    Gneiting & Raftery 2007, section 6.2, doi:10.1198/016214506000001437.
    """
    draws, truth = paired(samples, observed)
    low, high = interval(draws, level=level)
    outside = np.maximum(low - truth, 0) + np.maximum(truth - high, 0)
    return (high - low) + 2 / (1 - level) * outside


def weighted_interval_score(
    samples: ArrayLike, observed: ArrayLike, *, levels: Sequence[float] = (0.5, 0.8, 0.9, 0.95)
) -> Array:
    """Weighted interval score: the median's error and several intervals in one number.

    References
    ----------
    Bracher, Ray, Gneiting & Reich 2021, doi:10.1371/journal.pcbi.1008618.
    """
    draws, truth = paired(samples, observed)
    total = np.abs(truth - np.quantile(draws, 0.5, axis=1, method="inverted_cdf")) / 2
    for level in levels:
        total = total + (1 - level) / 2 * interval_score(draws, truth, level=level)
    return total / (len(levels) + 0.5)


def pit(samples: ArrayLike, observed: ArrayLike, *, seed: int) -> Array:
    """Randomized probability integral transform: uniform on (0, 1) for a calibrated forecast.

    References
    ----------
    Czado, Gneiting & Held 2009, doi:10.1111/j.1541-0420.2009.01191.x.
    """
    draws, truth = paired(samples, observed)
    # The observation takes its rank among m + 1: exactly uniform if it is one draw more.
    size = draws.shape[1] + 1
    below = (draws < truth[:, None]).sum(axis=1) / size
    upto = ((draws <= truth[:, None]).sum(axis=1) + 1) / size
    return below + np.random.default_rng(seed).uniform(size=len(truth)) * (upto - below)


def dawid_sebastiani(mean: ArrayLike, variance: ArrayLike, observed: ArrayLike) -> Array:
    """Dawid-Sebastiani score from a forecast's mean and variance, shape (n,) each.

    References
    ----------
    Dawid & Sebastiani 1999, doi:10.1214/aos/1018031101.
    """
    centre, spread = np.asarray(mean, dtype=float), np.asarray(variance, dtype=float)
    if (spread <= 0).any():
        raise ContractError("a variance is above 0; see dawid_sebastiani_of_samples for draws")
    return np.log(spread) + (np.asarray(observed, dtype=float) - centre) ** 2 / spread


def dawid_sebastiani_of_samples(samples: ArrayLike, observed: ArrayLike) -> Array:
    """Dawid-Sebastiani score of draws; their variance is taken as at least 1 / m.

    Draws that are all equal know no spread: the floor is that of one draw in m off by one.
    """
    draws, truth = paired(samples, observed)
    floor = 1 / draws.shape[1]
    return dawid_sebastiani(draws.mean(axis=1), np.maximum(draws.var(axis=1), floor), truth)


def paired(samples: ArrayLike, observed: ArrayLike) -> tuple[Array, Array]:
    """Draws of shape (n, m) and observations of shape (n,), or an error that says what is off."""
    draws = np.asarray(samples, dtype=float)
    truth = np.atleast_1d(np.asarray(observed, dtype=float))
    if draws.ndim == 1:
        draws = draws[None, :]
    if draws.ndim != 2 or draws.shape[1] == 0 or truth.shape != draws.shape[:1]:
        raise ContractError(
            f"samples are (n, m) with observed (n,); got {draws.shape} and {truth.shape}"
        )
    if not (np.isfinite(draws).all() and np.isfinite(truth).all()):
        raise ContractError("scores need finite numbers; leave unobserved targets out")
    return draws, truth
