"""How late events come to be known: learned from the store's own versions.

``share(age)``: the chance that an event is known ``age`` days after it happened. Delays are seen
only up to the day of the view (an event not yet known is not there to be counted), so the share is
built backwards from reverse-time hazards (Lawless 1994, doi:10.2307/3315820):

    hazard(d) = P(delay = d | delay <= d)       share(age) = product over d > age of (1 - hazard(d))

where hazard(d) compares the events of delay d with those of delay d or less, among events old
enough that a delay of d would have been seen. Each source and root kind has hazards of its own,
drawn towards those of all events by ``_PRIOR`` pseudo-events, so a rare kind borrows from the rest.
After ``LONGEST`` days everything that will be known is taken as known.
"""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

LONGEST = 182
_PRIOR = 30.0
_FEWEST = 50  # events below which nothing is learned: everything counts as known


@dataclass(frozen=True)
class Delays:
    """Shares known by age in days 0..LONGEST: for all events, and by (source, root kind)."""

    pooled: np.ndarray
    groups: dict[tuple[str, str], np.ndarray] = field(default_factory=dict)

    def share(self, ages: np.ndarray, *, source: str = "", kind: str = "") -> np.ndarray:
        """Chance that an event is known ``ages`` days after it happened, in (0, 1].

        Parameters
        ----------
        ages
            Whole days, 0 or more; from ``LONGEST`` on the share is 1.
        source, kind
            Group whose shares are wanted; one that was never seen has those of all events.
        """
        known = self.groups.get((source, _root(kind)), self.pooled)
        return known[np.clip(np.asarray(ages, dtype=int), 0, LONGEST)]

    def reported(
        self,
        events: pd.DataFrame,
        weeks: pd.DatetimeIndex,
        ends: pd.DatetimeIndex,
        as_of: pd.Timestamp,
    ) -> np.ndarray:
        """Share of each period's incidents that is expected to be known by ``as_of``.

        Parameters
        ----------
        events
            The events of one series (EVENTS contract): their sources and kinds are the weights.
        weeks, ends
            First and last day of each period.
        as_of
            Day of the view.

        Returns
        -------
        ndarray, (weeks,)
        """
        pairs = zip(events["source"], events["kind"].map(_root), strict=True)
        mix = {pair: number / len(events) for pair, number in Counter(pairs).items()}
        shares = [self.groups.get(key, self.pooled) * weight for key, weight in mix.items()]
        curve = np.sum(shares, axis=0) if shares else self.pooled
        known = np.ones(len(weeks))
        for at in np.flatnonzero((as_of - weeks).days < LONGEST + 31).tolist():
            days = pd.date_range(weeks[at], ends[at])
            ages = np.clip((as_of - days).days.to_numpy(), 0, LONGEST)
            known[at] = curve[ages].mean()
        return known


def learn_delays(versions: pd.DataFrame, as_of: pd.Timestamp) -> Delays:
    """Learn the shares from every version of every event known by ``as_of``.

    Parameters
    ----------
    versions
        EVENTS contract, as of a store's view; the first version of an event is when it was first
        known. Events without a day, or spread over more than a week, teach nothing; nor do those
        of a source that was loaded in bulk, known more than ``LONGEST`` days after they happened.
    as_of
        Day of the view.
    """
    first = versions.sort_values("known_at", kind="stable").drop_duplicates("event")
    first = first.dropna(subset=["happened_from", "happened_to"]).reset_index(drop=True)
    wide = (first["happened_to"] - first["happened_from"]).dt.days
    delay = (first["known_at"] - first["happened_to"]).dt.days.clip(lower=0)
    age = (as_of - first["happened_to"]).dt.days
    use = (wide <= 7) & (delay <= LONGEST) & (age >= 0)
    if use.sum() < _FEWEST:
        return Delays(np.ones(LONGEST + 1))
    delay, age, first = delay[use], age[use], first[use]
    pooled_hits, pooled_risk = _tallies(delay.to_numpy(), age.to_numpy())
    pooled = pooled_hits / np.maximum(pooled_risk, 1.0)
    groups: dict[tuple[str, str], np.ndarray] = {}
    for (source, kind), rows in first.groupby([first["source"], first["kind"].map(_root)]):
        hits, risk = _tallies(delay[rows.index].to_numpy(), age[rows.index].to_numpy())
        hazards = (hits + _PRIOR * pooled) / np.maximum(risk + _PRIOR, 1.0)
        groups[(str(source), str(kind))] = _shares(hazards)
    return Delays(_shares(pooled), groups)


def _tallies(delay: np.ndarray, age: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Events of delay d, and those at risk of it: each of shape (LONGEST + 1,)."""
    hits, risk = np.zeros(LONGEST + 1), np.zeros(LONGEST + 1)
    np.add.at(hits, delay, 1.0)
    np.add.at(risk, delay, 1.0)
    beyond = np.zeros(LONGEST + 2)
    np.add.at(beyond, np.minimum(age, LONGEST) + 1, 1.0)
    # at risk at d: delay <= d and age >= d
    return hits, np.cumsum(risk) - np.cumsum(beyond[: LONGEST + 1])


def _shares(hazard: np.ndarray) -> np.ndarray:
    """Share known by each age, from reverse-time hazards."""
    left = np.clip(1.0 - hazard, 0.0, 1.0)
    later = np.append(np.cumprod(left[:0:-1])[::-1], 1.0)  # product over d > age
    return np.clip(later, 1e-3, 1.0)


def _root(kind: str) -> str:
    return str(kind).split(".", maxsplit=1)[0]
