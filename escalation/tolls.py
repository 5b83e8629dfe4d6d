"""How tolls rise after the first report: learned from the store's own versions.

    factor(a) = (sum of tolls at age a + 1 + prior) / (sum of tolls at age a + prior)
    share(a)  = product over d >= a of 1 / factor(d)

where a is the age of an incident in days since it was first known, and each sum runs over the
incidents old enough to have been seen at age a + 1 (the chain ladder of insurers, Mack 1993,
doi:10.2143/AST.23.2.2005092). A toll that nobody has told yet is none so far. The prior is
``_PRIOR`` deaths that do not rise; after ``LONGEST`` days no toll rises any more. An incident's
toll is the largest of its events, each in its latest version.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from escalation.delay import LONGEST

_PRIOR = 50.0


@dataclass(frozen=True)
class Tolls:
    """``share`` of the final toll by age in days, 0 to ``LONGEST``; ``ages`` of the incidents
    known, by id."""

    share: np.ndarray
    ages: pd.Series

    def told(self, incidents: pd.Index) -> np.ndarray:
        """Share of its final toll that each incident has by now on average: in (0, 1].

        One that is not known by its id (a link drawn again) counts as old.
        """
        ages = self.ages.reindex(incidents).fillna(LONGEST).to_numpy(dtype=int)
        return self.share[np.clip(ages, 0, LONGEST)]


def learn_tolls(versions: pd.DataFrame, as_of: pd.Timestamp) -> Tolls:
    """Learn how tolls rise from every version of every event known by ``as_of``.

    Parameters
    ----------
    versions
        EVENTS contract, as of a store's view.
    as_of
        Day of the view.
    """
    rows = versions.sort_values(["known_at", "event"], kind="stable")
    known = rows.groupby("incident")["known_at"].agg(["min", "size"])
    ages = (as_of - known["min"]).dt.days
    if rows["deaths_best"].isna().all():
        return Tolls(np.ones(LONGEST + 1), ages)
    once = rows[rows["incident"].map(known["size"]) == 1]
    several = rows[rows["incident"].map(known["size"]) > 1]
    steady = pd.DataFrame({"age": ages[once["incident"]].to_numpy(), "toll": once["deaths_best"]})
    now, later = _sums_of_steady(steady.fillna(0.0))
    for age, path in _paths(several, ages):
        path = path[: min(age, LONGEST) + 1]
        now[: len(path) - 1] += path[:-1]
        later[: len(path) - 1] += path[1:]
    factors = (later + _PRIOR) / (now + _PRIOR)
    share = np.append(1 / np.cumprod(factors[::-1])[::-1], 1.0)
    return Tolls(np.clip(share, 1e-2, 1.0), ages)


def _sums_of_steady(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Sums at age a, and at age a + 1, over incidents told once: each of shape (LONGEST,)."""
    by_age = np.bincount(
        table["age"].clip(upper=LONGEST).astype(int), table["toll"], minlength=LONGEST + 1
    )
    older = np.cumsum(by_age[::-1])[::-1]  # tolls of incidents of at least each age
    return older[1:].copy(), older[1:].copy()


def _paths(several: pd.DataFrame, ages: pd.Series) -> Iterator[tuple[int, np.ndarray]]:
    """Age of each incident told more than once, and its toll at ages 0..LONGEST."""
    table = several.sort_values("incident", kind="stable")  # in each the order of knowing stands
    names, starts = np.unique(table["incident"].to_numpy(dtype=str), return_index=True)
    days = table["known_at"].to_numpy().astype("datetime64[D]").astype(int)
    tolls = table["deaths_best"].where(~table["withdrawn"]).fillna(0.0).to_numpy(dtype=float)
    events = table["event"].to_numpy()
    old = ages.reindex(names).to_numpy(dtype=int)
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(table)
        latest: dict[str, float] = {}
        path = np.zeros(LONGEST + 1)
        for at in range(start, end):
            latest[events[at]] = tolls[at]
            path[min(days[at] - days[start], LONGEST) :] = max(latest.values())
        yield int(old[n]), path
