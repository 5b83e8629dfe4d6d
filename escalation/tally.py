"""The tally of a series: an incident once, in one period, with its largest toll."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd

from escalation.periods import Cadence, periods_of
from escalation.theatre import Series
from escalation.tolls import Tolls


def members(events: pd.DataFrame, series: Sequence[Series]) -> dict[str, pd.DataFrame]:
    """The events that each series takes in, by its name: one row an event."""
    facts = events[_FACTS].fillna("")
    words = facts[_FACTS[0]].str.cat(facts[_FACTS[1:]], sep=_APART)
    # Few combinations recur thousands of times, in every panel of a backtest: each is asked once.
    place, combinations = pd.factorize(words)
    return {one.name: events[_taken(combinations, one)[place]] for one in series}


def _taken(combinations: pd.Index, series: Series) -> np.ndarray:
    """Does a series take in these combinations of facts?"""
    answers = _answers(series)
    for told in combinations:
        if told not in answers:
            answers[told] = series.takes(dict(zip(_FACTS, told.split(_APART), strict=True)))
    return np.array([answers[told] for told in combinations], dtype=bool)


_FACTS = ["kind", "status", "initiator", "target", "country"]
_APART = "\x1f"


@cache
def _answers(series: Series) -> dict[str, bool]:
    """What a series answered before, by combination of facts."""
    return {}


def incident_periods(events: pd.DataFrame, *, cadence: Cadence) -> pd.Series:
    """The period of each incident, by id: the one that holds most of the days on which it can
    have happened."""
    days = events.groupby("incident")[["happened_from", "happened_to"]].min()
    middle = days["happened_from"] + (days["happened_to"] - days["happened_from"]) / 2
    return pd.Series(periods_of(pd.DatetimeIndex(middle), cadence=cadence), index=days.index)


def incidents(events: pd.DataFrame, tolls: Tolls, *, cadence: Cadence) -> pd.DataFrame:
    """Incidents of a series' events, by id: ``period``, ``deaths`` (the largest toll, best
    estimate) and ``told``, the share of its final toll that an incident has by now on average.
    """
    period = incident_periods(events, cadence=cadence)
    deaths = events.groupby("incident")["deaths_best"].max()
    return pd.DataFrame({"period": period, "deaths": deaths, "told": tolls.told(period.index)})


def tally(found: pd.DataFrame, weeks: pd.DatetimeIndex) -> tuple[np.ndarray, ...]:
    """Incidents (of :func:`incidents`), their deaths and the mean of ``told``, by period.

    Each is of shape (weeks,). Incidents outside the given periods are left out.
    """
    grouped = found.groupby("period")
    counts = grouped.size().reindex(weeks, fill_value=0)
    deaths = grouped["deaths"].sum().reindex(weeks, fill_value=0.0)
    told = grouped["told"].mean().reindex(weeks, fill_value=1.0)
    return counts.to_numpy(dtype=float), deaths.to_numpy(dtype=float), told.to_numpy(dtype=float)
