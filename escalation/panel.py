"""The panel: counts by period and series, as known on a day; and what was not observed.

``count`` turns a store's events into a :class:`Panel`. An incident is counted once in a series,
in the period that holds most of the days on which it can have happened. Periods in which the
sources were dark are marked unobserved: a dark feed is not a zero.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import xarray as xr

from escalation.counts import counts_of, panel_data
from escalation.delay import learn_delays
from escalation.errors import opening
from escalation.links import redrawn
from escalation.outage import daily_items, dark_days
from escalation.periods import (
    Cadence,
    Day,
    between,
    day,
    last_day,
    last_days,
    last_ended,
    periods_of,
)
from escalation.schema import ContractError
from escalation.store import EventStore
from escalation.tally import incident_periods, incidents, members, tally
from escalation.theatre import Theatre
from escalation.tolls import Tolls, learn_tolls

_ENOUGH = 0.5  # share of a period's days that was looked at, from which on it counts as observed


@dataclass(frozen=True)
class Panel:
    """Counts as known on a day.

    ``data`` holds, over ``(week, series)``: ``counts`` (incidents), ``deaths`` (best estimates),
    ``reported`` (share of what happened that is expected to be known by ``as_of``, in (0, 1]),
    ``told`` (share of the deaths of what is known that is expected to be told by ``as_of``),
    ``observed`` (bool); and over ``week``: ``items`` (documents published). Where asked for,
    ``linked_counts`` and ``linked_deaths``, over ``(draw, week, series)``, are the same with the
    links between reports drawn again. Its attributes are ``theatre``, ``as_of``, ``vintage``,
    ``cadence``, ``undated`` (events left out because their day could not be read) and, where
    series contain others, ``parts``. ``week`` is the first day of a period, also of a month.
    """

    data: xr.Dataset

    @property
    def as_of(self) -> pd.Timestamp:
        """Day on which the counts were known."""
        return day(self.data.attrs["as_of"])

    @property
    def cadence(self) -> Cadence:
        """``weekly`` or ``monthly``."""
        return self.data.attrs["cadence"]

    @property
    def vintage(self) -> str:
        """Name of the store's state that was counted."""
        return self.data.attrs["vintage"]

    @property
    def series(self) -> list[str]:
        """Names of the series."""
        return [str(name) for name in self.data["series"].values]

    @property
    def weeks(self) -> pd.DatetimeIndex:
        """First days of the periods."""
        return pd.DatetimeIndex(self.data["week"].values)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Pairs of a series and the narrowest other one that contains it."""
        lines = str(self.data.attrs.get("parts", "")).splitlines()
        return [(part, whole) for part, _, whole in (line.partition(" in ") for line in lines)]

    def __getitem__(self, name: str) -> xr.DataArray:
        if name not in self.data:
            there = ", ".join(str(key) for key in self.data.data_vars)
            raise ContractError(f"a panel has no '{name}'; there are: {there}")
        return self.data[name]

    def table(self) -> pd.DataFrame:
        """Tidy table: week, series, count, deaths, reported, observed."""
        names = {"counts": "count"}
        tidy = self.data[["counts", "deaths", "reported", "observed"]].to_dataframe()
        return tidy.reset_index().rename(columns=names)

    def save(self, path: str | Path) -> None:
        """Write netCDF."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.data.to_netcdf(path, engine="h5netcdf")

    @classmethod
    def load(cls, path: str | Path) -> "Panel":
        """Read what :meth:`save` wrote."""
        way_out = "`escalation count --out FILE` writes one"
        with (
            opening(path, what="a saved panel", way_out=way_out),
            xr.open_dataset(path, engine="h5netcdf") as data,
        ):
            return cls(data.load())

    @classmethod
    def of_table(
        cls,
        table: pd.DataFrame,
        *,
        as_of: Day | None = None,
        name: str = "table",
        cadence: Cadence | None = None,
    ) -> "Panel":
        """Panel from a tidy table of ``week`` (or ``month``), ``series``, ``count`` and, if
        wanted, ``observed``.

        Periods after the last one ended by ``as_of`` (the table's own last day if None) are left
        out. A missing row, or one with
        ``observed`` false, is unobserved.

        Raises
        ------
        ContractError
            If the table breaks a rule of :func:`escalation.counts.counts_of`.
        """
        rows, found = counts_of(table, cadence)
        until = last_day(rows["week"].max(), cadence=found) if as_of is None else day(as_of)
        return cls(panel_data(rows, as_of=until, name=name, cadence=found))


def count(store: EventStore, theatre: Theatre, *, links: int = 0, seed: int | None = None) -> Panel:
    """Count a store's incidents by period and series of a theatre.

    Parameters
    ----------
    store
        A view from ``store.as_of(day)``, or a whole store (then as of its last load).
    theatre
        Says which events belong to which series, which sources count and since when.
    links, seed
        How often to draw again which reports tell of one incident (see ``links.py``), and from
        which seed.
    """
    if links and seed is None:
        raise ContractError("links are drawn at random: give count(..., links=, seed=) a seed")
    as_of, weeks = _span(store, theatre)
    events = watched(store, theatre)
    dated = events.dropna(subset=["happened_from", "happened_to"])
    chosen = members(dated, theatre.series)
    versions = store.versions()
    tolls = learn_tolls(versions, as_of)
    counts, deaths, told = _tallies(chosen, theatre, weeks, tolls)
    shape = counts.shape
    items = daily_items(store.volume(), theatre, through=as_of)
    seen = _seen_share(dark_days(items, theatre), weeks, theatre.cadence)
    ends = last_days(weeks, cadence=theatre.cadence)
    delays = learn_delays(versions, as_of)
    known = [delays.reported(mine, weeks, ends, as_of) for mine in chosen.values()]
    data = xr.Dataset(
        {
            "counts": (("week", "series"), counts),
            "deaths": (("week", "series"), deaths),
            "told": (("week", "series"), told),
            "reported": (
                ("week", "series"),
                np.column_stack(known).reshape(shape) * np.maximum(seen, 1 / 7)[:, None],
            ),
            "observed": (("week", "series"), np.tile((seen >= _ENOUGH)[:, None], shape[1])),
            "items": (("week",), _by_period(items, weeks, theatre.cadence)),
        },
        coords={"week": weeks.to_numpy(), "series": list(chosen)},
        attrs={
            "theatre": theatre.name,
            "as_of": str(as_of.date()),
            "vintage": store.vintage,
            "cadence": theatre.cadence,
            "undated": int(len(events) - len(dated)),
            "parts": "\n".join(f"{part} in {whole}" for part, whole in theatre.parts),
        },
    )
    if links:
        rng = np.random.default_rng(seed)
        data = data.assign(_linked(dated, theatre, weeks, tolls, links, rng))
    return Panel(data)


def counts_seen(store: EventStore, theatre: Theatre) -> pd.DataFrame:
    """The counts of :func:`count` alone, NaN where unobserved, of shape (weeks, series).

    A truth asks for no more, on hundreds of days: no delays or tolls are learned.
    """
    as_of, weeks = _span(store, theatre)
    dated = watched(store, theatre).dropna(subset=["happened_from", "happened_to"])
    items = daily_items(store.volume(), theatre, through=as_of)
    observed = _seen_share(dark_days(items, theatre), weeks, theatre.cadence) >= _ENOUGH
    counts = {}
    for name, events in members(dated, theatre.series).items():
        periods = incident_periods(events, cadence=theatre.cadence)
        counts[name] = periods.value_counts().reindex(weeks, fill_value=0).astype(float)
    seen = pd.DataFrame(counts, index=weeks)
    return seen.where(np.broadcast_to(observed[:, None], seen.shape))


def _span(store: EventStore, theatre: Theatre) -> tuple[pd.Timestamp, pd.DatetimeIndex]:
    """The day a store stands on, and the theatre's periods that had ended by then."""
    as_of = store.loaded_through
    if as_of is None:
        raise ContractError(f"the store in {store.folder} is empty; append events first")
    weeks = between(
        theatre.since, last_ended(as_of, cadence=theatre.cadence), cadence=theatre.cadence
    )
    if not len(weeks):
        raise ContractError(
            f"{theatre.name} is counted from {theatre.since} on, and no period of it had ended by "
            f"{as_of.date()}; ask for a later day"
        )
    return as_of, weeks


def watched(store: EventStore, theatre: Theatre) -> pd.DataFrame:
    """A store's events from the sources that count in a theatre.

    Raises
    ------
    ContractError
        If there are events, and none from such a source: zeros would look like quiet weeks.
    """
    events = store.events()
    named = theatre.source_names
    mine = events[events["source"].isin(named)]
    if len(events) and mine.empty:
        raise ContractError(
            f"the store in {store.folder} has no event of a source that {theatre.name} names "
            f"({', '.join(named)}); it has: {', '.join(sorted(set(events['source'])))}; add it to "
            "the theatre's [[sources]]"
        )
    return mine


def _tallies(
    chosen: dict[str, pd.DataFrame], theatre: Theatre, weeks: pd.DatetimeIndex, tolls: Tolls
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Incidents, deaths, and the share of deaths that is told yet: each (weeks, series)."""
    cadence = theatre.cadence
    columns = [tally(incidents(e, tolls, cadence=cadence), weeks) for e in chosen.values()]
    shape = (len(weeks), len(columns))
    counts, deaths, told = (np.column_stack(c).reshape(shape) for c in zip(*columns, strict=True))
    return counts, deaths, told


def _linked(
    events: pd.DataFrame,
    theatre: Theatre,
    weeks: pd.DatetimeIndex,
    tolls: Tolls,
    draws: int,
    rng: np.random.Generator,
) -> dict[str, tuple[tuple[str, ...], np.ndarray]]:
    """Counts and deaths with the links drawn again, each over (draw, week, series)."""
    drawn = []
    for _ in range(draws):
        again = redrawn(events, rng)
        mine = members(again, theatre.series)
        drawn.append(_tallies(mine, theatre, weeks, tolls)[:2])
    axes = ("draw", "week", "series")
    counts, deaths = (np.stack(tables) for tables in zip(*drawn, strict=True))
    return {"linked_counts": (axes, counts), "linked_deaths": (axes, deaths)}


def _seen_share(dark: pd.Series, weeks: pd.DatetimeIndex, cadence: Cadence) -> np.ndarray:
    """Share of each period's days on which some source was looking, shape (weeks,)."""
    seen = (~dark).astype(float)
    share = seen.groupby(periods_of(pd.DatetimeIndex(seen.index), cadence=cadence)).mean()
    return share.reindex(weeks).to_numpy()


def _by_period(items: pd.DataFrame, weeks: pd.DatetimeIndex, cadence: Cadence) -> np.ndarray:
    total = items.sum(axis=1)
    periods = periods_of(pd.DatetimeIndex(total.index), cadence=cadence)
    return total.groupby(periods).sum().reindex(weeks, fill_value=0).to_numpy(dtype=float)
