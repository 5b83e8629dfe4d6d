"""The three scores of the VIEWS prediction challenge, as the challenge computes them.

    CRPS         of the draws' own distribution (``scores.crps``)
    ignorance    -log2 of the share of draws in the outcome's bin, after one draw was added to
                 each of the 11 bins of 1,000 draws (0, 1-2, 3-5, 6-10, 11-25, 26-50, 51-100,
                 101-250, 251-500, 501-1000, more)
    MIS          interval score at 90%, between linear quantiles

The challenge's own program brings an ensemble of another size to 1,000 draws as if it were a
signal, by its Fourier transform, which makes draws that nobody made. Here its shares are kept:
12 draws of which 3 lie in a bin count as 250 of 1,000.

Source: Hegre et al. 2025, "The 2023/24 VIEWS prediction challenge: Predicting the number of
fatalities in armed conflict, with uncertainty", doi:10.1177/00223433241300862.
"""

import numpy as np
from numpy.typing import ArrayLike

from escalation.verify import scores

DRAWS = 1000
EDGES = (0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5)
LEVEL = 0.9


def ignorance(samples: ArrayLike, observed: ArrayLike) -> np.ndarray:
    """Ignorance in bits, shape (n,), of draws of shape (n, m)."""
    draws, truth = scores.paired(samples, observed)
    bins = len(EDGES) + 1
    same = np.searchsorted(EDGES, draws) == np.searchsorted(EDGES, truth)[:, None]
    return -np.log2((same.mean(axis=1) * DRAWS + 1) / (DRAWS + bins))


def bounds(samples: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Ends of the 90% interval, linear between draws as the challenge has them, (n,) each."""
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(np.atleast_2d(samples), [tail, 1 - tail], axis=1)
    return low, high


def interval_score(samples: ArrayLike, observed: ArrayLike) -> np.ndarray:
    """Interval score at 90%, shape (n,)."""
    draws, truth = scores.paired(samples, observed)
    low, high = bounds(draws)
    outside = np.maximum(low - truth, 0) + np.maximum(truth - high, 0)
    return (high - low) + 2 / (1 - LEVEL) * outside


def covered(samples: ArrayLike, observed: ArrayLike) -> np.ndarray:
    """1 where the 90% interval holds the outcome, ends included."""
    draws, truth = scores.paired(samples, observed)
    low, high = bounds(draws)
    return ((low <= truth) & (truth <= high)).astype(float)
