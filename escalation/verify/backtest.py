"""Rolling origins: fit again on what was known at each, forecast, and score what came.

A model is given ``count(store.as_of(origin), theatre)`` and nothing else. What came is counted
apart, and scoring is given samples only: it cannot reach a fit. Every (model, origin) is one
unit (``units``); with a ``folder`` a backtest that was stopped does what is missing and no more.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.counts import counts_of, panel_data
from escalation.models.base import Model
from escalation.panel import Panel, count
from escalation.periods import Cadence, Day, ahead, day, last_day
from escalation.periods import origins as origins_between
from escalation.schema import ContractError
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.rolling import Plan, Progress, chosen, roll
from escalation.verify.scorecard import score
from escalation.verify.truth import kinds_of, settled, truth_of_panel, truths_of_store

__all__ = ["backtest", "backtest_panel", "score"]

Origins = int | Sequence[Day]


def backtest(
    models: Sequence[str | Model],
    store: EventStore,
    theatre: Theatre,
    *,
    origins: Origins,
    every: int = 1,
    horizon: int | None = None,
    seed: int,
    truth: str = "all",
    lag_weeks: int = 8,
    folder: str | Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Backtest models on a theatre's store.

    Parameters
    ----------
    models
        Names of models, or models themselves.
    store, theatre
        Events with the days on which they became known; what is counted from them.
    origins, every
        Days to stand on; or how many of the latest ends of periods, ``every`` periods apart,
        after which every truth of one period at least is known.
    horizon
        Periods ahead; the theatre's, if not given.
    seed
        Every unit has its own, made of this one, the model's name and the origin.
    truth, lag_weeks
        ``first``, ``lagged`` (by ``lag_weeks``), ``latest``, or ``all`` of them: see ``truth``.
    folder
        Where units, ``scores.parquet`` and ``settings.json`` are kept; nothing is kept if None.
    workers, scheduler
        Processes on this machine, or the address of a Dask scheduler.
    progress
        Called with (units done, units in all) after every unit.

    Returns
    -------
    DataFrame
        By the SCORES contract. ``attrs["settings"]`` says how it was made, ``attrs["failures"]``
        lists model, origin and reason of every unit without a forecast.

    Raises
    ------
    ContractError
        If a name is unknown, the store is not loaded far enough, or a view of the past holds
        rows that became known later.
    """
    picked = chosen(models)
    steps = theatre.horizon if horizon is None else horizon
    kinds = kinds_of(truth)
    days = _days(origins, every, store, theatre, kinds=kinds, lag_weeks=lag_weeks)
    weeks = _weeks_ahead(days, steps, theatre.cadence)
    came = truths_of_store(store, theatre, weeks, kinds=kinds, lag_weeks=lag_weeks)

    def panel_at(origin: pd.Timestamp) -> Panel:
        view = store.as_of(origin)
        _no_later(view, origin)
        return count(view, theatre)

    alarms = {series.name: series.alarm for series in theatre.series}
    told = {"theatre": theatre.name, "vintage": store.vintage, "every": every, "alarms": alarms}
    plan = Plan(
        models=picked,
        origins=days,
        panel_at=panel_at,
        came=came,
        horizon=steps,
        seed=seed,
        alarms=alarms,
        settings=told,
    )
    return roll(plan, folder=folder, workers=workers, scheduler=scheduler, progress=progress)


def backtest_panel(
    models: Sequence[str | Model],
    table: pd.DataFrame,
    *,
    origins: Origins,
    every: int = 1,
    horizon: int = 12,
    seed: int,
    window: int | None = None,
    name: str = "table",
    folder: str | Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Backtest models on any weekly or monthly table of counts.

    Parameters
    ----------
    models, origins, every, horizon, seed, folder, workers, scheduler, progress
        As in :func:`backtest`, which also says what comes back.
    table
        Columns ``week`` (or ``month``), ``series``, ``count`` and, if wanted, ``observed``. Such
        a table has no vintages: each origin sees the periods that had ended, as the table has
        them, and the same table is the truth (named ``table``).
    window
        Periods that a model sees, the latest ones (a sliding window); all of the past if None.
    name
        Name of the table, in place of a theatre's.
    """
    table, cadence = counts_of(table)
    first, last = table["week"].min(), table["week"].max()
    end = last_day(last, cadence=cadence)
    whole = Panel(panel_data(table, as_of=end, name=name, cadence=cadence))
    if isinstance(origins, int):
        # The origin at the table's end has no truth.
        ends = [d for d in origins_between(first, end, cadence=cadence) if d < end]
        days = _latest(ends, origins, every)
    else:
        days = _asked(origins)
    plan = Plan(
        models=chosen(models),
        origins=days,
        panel_at=lambda origin: _past(table, origin, window, name, cadence),
        came={"table": truth_of_panel(whole)},
        horizon=horizon,
        seed=seed,
        settings={"theatre": name, "vintage": whole.vintage, "every": every, "window": window},
    )
    return roll(plan, folder=folder, workers=workers, scheduler=scheduler, progress=progress)


def _no_later(view: EventStore, origin: pd.Timestamp) -> None:
    """Refuse a store whose view of the past holds what became known after it."""
    for table in (view.versions(), view.documents()):
        later = table[table["known_at"] > origin]
        if len(later):
            raise ContractError(
                f"the view as of {origin.date()} holds {len(later)} rows known later, the first on "
                f"{later['known_at'].min().date()}; as_of must filter by the day we knew, known_at"
            )


def _days(
    origins: Origins,
    every: int,
    store: EventStore,
    theatre: Theatre,
    *,
    kinds: Sequence[str],
    lag_weeks: int,
) -> list[pd.Timestamp]:
    if not isinstance(origins, int):
        return _asked(origins)
    loaded = store.loaded_through
    if loaded is None:
        raise ContractError(f"the store in {store.folder} is empty; append events first")

    def stands(end: pd.Timestamp, kind: str) -> bool:
        week, cadence = ahead(end, 1, cadence=theatre.cadence)[0], theatre.cadence
        when = settled(week, kind=kind, lag_weeks=lag_weeks, loaded_through=loaded, cadence=cadence)
        return when is not None

    ends = origins_between(theatre.since, loaded, cadence=theatre.cadence)
    known = [end for end in ends if all(stands(end, kind) for kind in kinds)]
    return _latest(known, origins, every)


def _latest(ends: list[pd.Timestamp], number: int, every: int) -> list[pd.Timestamp]:
    days = ends[::-1][::every][::-1]
    if not 1 <= number <= len(days):
        raise ContractError(f"there are {len(days)} possible origins; asked for {number}")
    return days[-number:]


def _asked(origins: Sequence[Day]) -> list[pd.Timestamp]:
    days = sorted({day(origin) for origin in origins})
    if not days:
        raise ContractError("a backtest needs one origin or more; got none")
    return days


def _weeks_ahead(days: list[pd.Timestamp], steps: int, cadence: Cadence) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(
        np.unique(np.concatenate([ahead(origin, steps, cadence=cadence) for origin in days]))
    )


def _past(
    table: pd.DataFrame, origin: pd.Timestamp, window: int | None, name: str, cadence: Cadence
) -> Panel:
    panel = Panel(panel_data(table, as_of=origin, name=name, cadence=cadence))
    if window is None:
        return panel
    return Panel(panel.data.isel(week=slice(-window, None)))
