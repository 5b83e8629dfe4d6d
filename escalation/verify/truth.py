"""What came, and what we mean by it: the truth of a backtest has a name.

    first    the count of a week as known on the week's last day
    lagged   as known a fixed number of weeks after it (eight, unless said otherwise)
    latest   as known at the store's last load

Which of them a week is judged by matters where reports come late: a backtest scores its samples
against all three. A truth is a table with a row a week and a column a series; NaN where the
sources were dark, or where the day on which that truth stands has not come yet.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from escalation.panel import Panel, counts_seen
from escalation.periods import Cadence, Day, last_day, week_of
from escalation.schema import ContractError
from escalation.store import EventStore
from escalation.theatre import Theatre

KINDS = ("first", "lagged", "latest")


def truth_name(kind: str, *, lag_weeks: int) -> str:
    """The word that stands in a score table's ``truth`` column, such as ``lagged-8w``."""
    if lag_weeks < 0:
        raise ContractError(f"the truth's lag is 0 or more weeks; got {lag_weeks}")
    return f"lagged-{lag_weeks}w" if kind == "lagged" else kind


def kinds_of(asked: str) -> tuple[str, ...]:
    """Every kind for ``all``, else the one that is named."""
    if asked != "all" and asked not in KINDS:
        raise ContractError(f"no truth '{asked}'; there are: {', '.join(KINDS)}, and all of them")
    return KINDS if asked == "all" else (asked,)


def settled(
    week: pd.Timestamp,
    *,
    kind: str,
    lag_weeks: int,
    loaded_through: pd.Timestamp,
    cadence: Cadence = "weekly",
) -> pd.Timestamp | None:
    """Day on which a week's truth stands; None if the store was not loaded that far."""
    end = last_day(week, cadence=cadence)
    lag = pd.Timedelta(weeks=lag_weeks if kind == "lagged" else 0)
    if end + lag > loaded_through:
        return None
    return loaded_through if kind == "latest" else end + lag


def truths_of_store(
    store: EventStore,
    theatre: Theatre,
    weeks: pd.DatetimeIndex,
    *,
    kinds: Sequence[str],
    lag_weeks: int,
) -> dict[str, pd.DataFrame]:
    """Counts that came, each as known on the day its truth stands.

    Returns
    -------
    dict
        By the truth's name a table of shape (weeks, series). A day is counted once, for every
        truth that stands on it.
    """
    loaded = store.loaded_through
    if loaded is None:
        raise ContractError(f"the store in {store.folder} is empty; append events first")
    found, wanted = {}, defaultdict(list)
    for kind in kinds:
        name = truth_name(kind, lag_weeks=lag_weeks)
        found[name] = pd.DataFrame(np.nan, index=weeks, columns=theatre.names)
        for week in weeks:
            day = settled(
                week, kind=kind, lag_weeks=lag_weeks, loaded_through=loaded, cadence=theatre.cadence
            )
            if day is not None:
                wanted[day].append((name, week))
    held, near = _held(store, weeks), _near(theatre, weeks)
    for day in sorted(wanted):
        seen = counts_seen(held.as_of(day), near)
        for name, week in wanted[day]:
            if week in seen.index:
                found[name].loc[week] = seen.loc[week]
    return found


def truth_of_panel(panel: Panel) -> pd.DataFrame:
    """A panel's counts, shape (weeks, series), NaN where it was not observed."""
    counts = panel["counts"].where(panel["observed"])
    return pd.DataFrame(counts.values, index=panel.weeks, columns=panel.series)


# A source's silence is judged by its items of half a year before (see ``outage``).
_MARGIN = pd.Timedelta(days=400)


def _near(theatre: Theatre, weeks: pd.DatetimeIndex) -> Theatre:
    """The theatre, looked at from not long before the weeks on: the same counts, sooner."""
    since = max(pd.Timestamp(theatre.since), week_of(weeks.min() - _MARGIN))
    return theatre.model_copy(update={"since": since.date()})


def _held(store: EventStore, weeks: pd.DatetimeIndex) -> "_Held":
    """The part of a store that bears on the weeks, read once: every version of each incident of
    which any version falls near them, and the documents that show who was looking."""
    versions, documents = store.versions(), store.documents()
    first, last = weeks.min() - _MARGIN, last_day(weeks.max())
    inside = versions["happened_to"].ge(first) & versions["happened_from"].le(last + _MARGIN)
    mine = versions["incident"].isin(versions.loc[inside, "incident"])
    mine |= versions["event"].isin(versions.loc[mine, "event"])
    return _Held(
        store.folder,
        store.known,
        {
            "events": versions[mine],
            "documents": documents[documents["published"] >= first],
        },
    )


@dataclass(frozen=True)
class _Held(EventStore):
    """A store's tables in memory: a truth asks for their past on hundreds of days."""

    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)

    def as_of(self, when: Day) -> "_Held":
        view = super().as_of(when)
        return _Held(view.folder, view.known, self.tables)

    @property
    def vintage(self) -> str:
        return ""  # a truth has a day for each week, and no vintage

    def _table(self, name: str) -> pd.DataFrame:
        rows = self.tables[name]
        return rows[self._known_of(rows)]
