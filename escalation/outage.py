"""Days on which the sources were dark: told by the theatre, or found in the volume of items.

A run of d days without any item is taken as dark, not quiet, when the source's usual rate makes
it all but impossible: with r items a day over the 180 days before, such silence has probability
``exp(-r d)`` under a Poisson feed; below 1e-6 the days are unobserved. Only the past of a day
is used, so a panel made earlier never changes.
"""

import numpy as np
import pandas as pd

from escalation.periods import period_of
from escalation.theatre import Theatre

_WINDOW_DAYS = 180
_IMPOSSIBLE = 1e-6


def daily_items(volume: pd.DataFrame, theatre: Theatre, *, through: pd.Timestamp) -> pd.DataFrame:
    """Items by day and source, zeros included.

    Returns
    -------
    DataFrame
        Index: every day from the first of the period of the theatre's ``since`` to ``through``;
        a column a source, NaN before the source was looking.
    """
    # The first week is judged whole: of one that a source saw the end of, the rest was not seen.
    start = period_of(theatre.since, cadence=theatre.cadence)
    days = pd.date_range(start, through, freq="D", unit="us")
    columns = {}
    for source in theatre.sources:
        mine = volume[volume["source"] == source.name].set_index("day")["items"]
        items = mine.reindex(days, fill_value=0.0).astype(float)
        columns[source.name] = items.where(days >= pd.Timestamp(source.since))
    return pd.DataFrame(columns, index=days)


def dark_days(items: pd.DataFrame, theatre: Theatre) -> pd.Series:
    """Which days no steady source observed: bool by day, the index of ``items``."""
    dark = pd.DataFrame({name: _silent(items[name]) for name in items.columns}, index=items.index)
    for outage in theatre.outages:
        first, last = pd.Timestamp(outage.first), pd.Timestamp(outage.last)
        dark.loc[first:last, outage.source] = True
    steady = [source.name for source in theatre.sources if source.steady]
    return dark[steady].all(axis=1)


def _silent(items: pd.Series) -> pd.Series:
    usual = items.rolling(_WINDOW_DAYS, min_periods=30).mean().to_numpy()
    counts = items.to_numpy()
    silent = np.isnan(counts)
    start = 0
    for stop in np.append(np.flatnonzero(counts > 0), len(counts)):
        before = usual[start - 1] if start > 0 else np.nan
        if stop > start and np.exp(-before * (stop - start)) < _IMPOSSIBLE:
            silent[start:stop] = True
        start = stop + 1
    return pd.Series(silent, index=items.index)
