"""Levels that wander: a Gaussian process in time, held by few modes, continued beyond the edge.

    cov(x[s], x[t]) = exp(-|s - t| / memory)      (the Ornstein-Uhlenbeck process; AR(1) by week)

Sampling each week's level is slow; the eigenvectors of this matrix turn it into independent
standard normals w, of which the first ``modes`` carry all but a little of the variance:
``x = basis @ w``. Their number is fixed, so that the length of the past may change without a
compilation. The future is the exact conditional of the process given those modes,
``x_ahead = forward @ w + spread @ e``: what the truncation leaves out at the edge goes into
the spread and is not lost.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Modes:
    """``basis`` (weeks, modes) of the past; ``forward`` (horizon, modes) and ``spread``
    (horizon, horizon; lower triangle) of the future given them."""

    basis: np.ndarray
    forward: np.ndarray
    spread: np.ndarray

    @classmethod
    def of(cls, memory: float, *, weeks: int, modes: int, horizon: int = 0) -> "Modes":
        """The first ``modes`` eigenvectors of the process over ``weeks``, scaled to unit w.

        With fewer weeks than modes the basis is filled up with zeros.
        """
        past, future = np.arange(weeks), weeks + np.arange(horizon)

        def kernel(lag: np.ndarray) -> np.ndarray:
            return np.exp(-np.abs(lag) / memory)

        variances, vectors = np.linalg.eigh(kernel(past[:, None] - past))
        keep = min(modes, weeks)
        scale = np.sqrt(np.maximum(variances[::-1][:keep], 1e-12))
        rotated = vectors[:, ::-1][:, :keep]
        forward = kernel(future[:, None] - past) @ (rotated / scale)
        left = kernel(future[:, None] - future) - forward @ forward.T
        spread = np.linalg.cholesky(left + 1e-9 * np.eye(horizon))
        pad = ((0, 0), (0, modes - keep))
        return cls(np.pad(rotated * scale, pad), np.pad(forward, pad), spread)

    def left_out(self) -> float:
        """Share of the variance at the last week that the modes do not hold."""
        return float(1 - (self.basis[-1] ** 2).sum())

    def ahead(self, w: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Draw the future of x given draws of w.

        Parameters
        ----------
        w
            Shape (draw, modes, series).
        rng
            Source of the new shocks.

        Returns
        -------
        ndarray, (draw, horizon, series)
        """
        shocks = rng.standard_normal((len(w), len(self.spread), w.shape[2]))
        return np.einsum("hm,dms->dhs", self.forward, w) + np.einsum(
            "hg,dgs->dhs", self.spread, shocks
        )
