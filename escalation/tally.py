"""The tally of a series: an incident once, in one period, with its largest toll."""

from functools import cache

import numpy as np
import pandas as pd

from escalation.periods import Cadence, periods_of
from escalation.theatre import Series
from escalation.tolls import Tolls


def members(events: pd.DataFrame, series: Series) -> pd.DataFrame:
    """The events that a series takes in, one row an event."""
    columns = ["kind", "status", "initiator", "target", "country"]
    facts = events[columns].fillna("")
    words = facts["kind"].str.cat(facts[columns[1:]], sep=_APART)
    place, combinations = pd.factorize(words)
    # Few combinations recur thousands of times, in every panel of a backtest: each is asked once.
    answers = _answers(series)
    for told in combinations:
        if told not in answers:
            answers[told] = series.takes(dict(zip(columns, told.split(_APART), strict=True)))
    takes = np.array([answers[told] for told in combinations], dtype=bool)
    return events[takes[place]]


_APART = "\x1f"


@cache
def _answers(series: Series) -> dict[str, bool]:
    """What a series answered before, by combination of facts."""
    return {}


def incident_periods(events: pd.DataFrame, *, cadence: Cadence) -> pd.Series:
    """The period of each incident, by id: the one that holds most of the days on which it can
    have happened."""
    days = events.groupby("incident").agg(
        first=("happened_from", "min"), last=("happened_to", "min")
    )
    middle = days["first"] + (days["last"] - days["first"]) / 2
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
