"""The regime model's log posterior density and its gradient, states summed out.

Unconstrained parameters, in this order (K series, S states), all with normal priors, see
:data:`PRIORS`: log rate when calm (K), log of each rise (S-1, K), logit of self (K), log size (K),
and the log odds of each move against staying (S, S-1).

By Fisher's identity the gradient of the summed-out likelihood is the expected gradient of the
complete one, with the states' smoothed chances as weights; a forward and a backward pass (Rabiner
1989, doi:10.1109/5.18626) give these for all weeks. Written out by hand because a graph compiler
needs minutes to unroll the passes and a hundred times longer to walk them.
"""

from dataclasses import dataclass

import numba
import numpy as np
from scipy.special import expit

STATES = ("calm", "tense", "open conflict")
PRIORS = {
    "calm": (-1.5, 1.0),  # against the log of the usual rate
    "rise": (np.log(0.8), 0.5),
    "self": (np.log(0.4 / 0.6), 0.6),
    "size": (np.log(4.0), 0.7),
    "moves": (np.log(1 / 50), 0.7),
}


@dataclass(frozen=True)
class Shape:
    """Where each parameter stands in the flat vector."""

    series: int

    @property
    def blocks(self) -> dict[str, tuple[int, ...]]:
        """Shape of each unconstrained parameter."""
        own, states = (self.series,), len(STATES)
        return {
            "calm": own,
            "rise": (states - 1, self.series),
            "self": own,
            "size": own,
            "moves": (states, states - 1),
        }

    @property
    def length(self) -> int:
        """Number of unconstrained parameters."""
        return sum(int(np.prod(shape)) for shape in self.blocks.values())

    def split(self, flat: np.ndarray) -> dict[str, np.ndarray]:
        """The parameters of a flat vector, by name (views)."""
        parts, at = {}, 0
        for name, shape in self.blocks.items():
            size = int(np.prod(shape))
            parts[name] = flat[at : at + size].reshape(shape)
            at += size
        return parts


def natural(parts: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Parameters in their own units; ``moves`` is the full matrix (state, state)."""
    return {
        "calm": parts["calm"].copy(),
        "rise": np.exp(np.clip(parts["rise"], -50.0, 50.0)),
        "self": expit(parts["self"]),
        "size": np.exp(np.clip(parts["size"], -50.0, 50.0)),
        "moves": transition(parts["moves"]),
    }


def transition(odds: np.ndarray) -> np.ndarray:
    """Rows of move chances from log odds against staying: (S, S-1) to (S, S)."""
    states = len(odds)
    logits = np.zeros((states, states))
    logits[~np.eye(states, dtype=bool)] = odds.ravel()
    logits -= logits.max(axis=1, keepdims=True)
    chances = np.exp(logits)
    return chances / chances.sum(axis=1, keepdims=True)


def density(
    flat: np.ndarray,
    *,
    shape: Shape,
    count: np.ndarray,
    seen: np.ndarray,
    log_known: np.ndarray,
    exceed: np.ndarray,
    usual: np.ndarray,
    past: np.ndarray,
) -> tuple[float, np.ndarray]:
    """Log posterior density, up to a constant, and its gradient, at a flat vector."""
    parts, gradient = shape.split(flat), np.zeros_like(flat)
    slope = shape.split(gradient)
    total = 0.0
    for name, (mean, spread) in PRIORS.items():
        centred = parts[name] - mean - (usual if name == "calm" else 0.0)
        total -= 0.5 * float((centred**2).sum()) / spread**2
        slope[name] -= centred / spread**2
    value = natural(parts)
    own, size, moves = value["self"], value["size"], value["moves"]
    steps = np.cumsum(value["rise"], axis=0)
    logs = parts["calm"] + np.concatenate([np.zeros((1, len(own))), steps])
    base = np.exp(np.minimum(logs, 50.0))  # the sampler's first steps go anywhere
    soft, emission = _emissions(count, seen, log_known, past, base, own, size)
    likelihood, smoothed, moved = forward_backward(emission, moves)
    free = np.arange(len(exceed))[:, None]
    total += likelihood + float((exceed * np.log(size + free)).sum())

    by_base, by_own, by_size = _slopes(count, seen, past, base, own, size, soft, smoothed)
    slope["calm"] += by_base.sum(axis=0)
    above = np.cumsum(by_base[:0:-1], axis=0)[::-1]  # a rise lifts its state and those above
    slope["rise"] += above * value["rise"]
    slope["self"] += by_own * own * (1 - own)
    slope["size"] += (exceed * size / (size + free)).sum(axis=0) + by_size
    excess = moved - moves * moved.sum(axis=1, keepdims=True)
    slope["moves"] += excess[~np.eye(len(moves), dtype=bool)].reshape(slope["moves"].shape)
    return total, gradient


@numba.njit(cache=True)
def _emissions(
    count: np.ndarray,
    seen: np.ndarray,
    log_known: np.ndarray,
    past: np.ndarray,
    base: np.ndarray,
    own: np.ndarray,
    size: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Softplus of log(mean / size), (week, state, series); log likelihood, (week, state)."""
    (weeks, series), states = count.shape, len(base)
    soft = np.zeros((weeks, states, series))
    emission = np.zeros((weeks, states))
    for t in range(weeks):
        for k in range(series):
            if seen[t, k] == 0.0:
                continue
            for s in range(states):
                rate = base[s, k] + own[k] * past[t, k]
                r = np.log(rate / size[k]) + log_known[t, k]
                softplus = max(r, 0.0) + np.log1p(np.exp(-abs(r)))
                soft[t, s, k] = softplus
                emission[t, s] += count[t, k] * r - (count[t, k] + size[k]) * softplus
    return soft, emission


@numba.njit(cache=True)
def _slopes(
    count: np.ndarray,
    seen: np.ndarray,
    past: np.ndarray,
    base: np.ndarray,
    own: np.ndarray,
    size: np.ndarray,
    soft: np.ndarray,
    weight: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Slopes in log base (state, series), self (series) and log size (series)."""
    (weeks, series), states = count.shape, len(base)
    by_base = np.zeros((states, series))
    by_own, by_size = np.zeros(series), np.zeros(series)
    for t in range(weeks):
        for k in range(series):
            if seen[t, k] == 0.0:
                continue
            for s in range(states):
                many = count[t, k] + size[k]
                share = 1.0 - np.exp(-soft[t, s, k])
                by_ratio = weight[t, s] * (count[t, k] - many * share)
                by_rate = by_ratio / (base[s, k] + own[k] * past[t, k])
                by_base[s, k] += by_rate * base[s, k]
                by_own[k] += by_rate * past[t, k]
                by_size[k] -= by_ratio + weight[t, s] * size[k] * soft[t, s, k]
    return by_base, by_own, by_size


@numba.njit(cache=True)
def forward_backward(
    emission: np.ndarray, moves: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Log likelihood, smoothed state chances and expected numbers of moves.

    Parameters
    ----------
    emission
        Log likelihood of each week's counts in each state, (week, state).
    moves
        Chances of moving, (from, to). Before the first week every state is as likely.

    Returns
    -------
    (log likelihood, chances (week, state), moves (from, to))
    """
    weeks, states = emission.shape
    ahead = np.empty((weeks, states))
    likes = np.empty((weeks, states))
    scale = np.empty(weeks)
    likelihood = 0.0
    before = np.full(states, 1.0 / states)
    for t in range(weeks):
        peak = emission[t].max()
        norm = 0.0
        for j in range(states):
            likes[t, j] = np.exp(emission[t, j] - peak)
            mass = 0.0
            for i in range(states):
                mass += before[i] * moves[i, j]
            ahead[t, j] = mass * likes[t, j]
            norm += ahead[t, j]
        for j in range(states):
            ahead[t, j] /= norm
            before[j] = ahead[t, j]
        scale[t] = norm
        likelihood += peak + np.log(norm)
    chances = np.empty((weeks, states))
    moved = np.zeros((states, states))
    later = np.ones(states)
    for t in range(weeks - 1, -1, -1):
        for j in range(states):
            chances[t, j] = ahead[t, j] * later[j]
        earlier = np.zeros(states)
        for i in range(states):
            start = ahead[t - 1, i] if t > 0 else 1.0 / states
            for j in range(states):
                step = moves[i, j] * likes[t, j] * later[j] / scale[t]
                moved[i, j] += start * step
                earlier[i] += step
        later = earlier
    return likelihood, chances, moved
