"""Weekly counts straight from UCDP's files, for forecasts that need no store."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pandas as pd

from escalation.columns import DAY
from escalation.periods import Day, between, day, last_day, last_ended, month_of, week_of
from escalation.schema import ContractError
from escalation.sources.imported import series_of
from escalation.sources.ucdp_file import TYPES, records, series_wanted


def weekly_counts(
    path: str | Path,
    *,
    by: Literal["country", "type"] = "country",
    value: Literal["events", "deaths"] = "events",
    first: Day | None = None,
    last: Day | None = None,
) -> pd.DataFrame:
    """Events (or deaths, best estimate) by week, as ``Panel.of_table`` takes them.

    An event counts in the week in which it began. Every week from ``first`` to ``last`` (those
    of the file's first and last event, if not given) has a row for every series. Where the days
    that the file covers are given, a week that it covers in part is unobserved.

    Returns
    -------
    DataFrame
        Columns ``week`` (Monday), ``series`` (a country's or a type's name), ``count``,
        ``observed``.
    """
    table, starts = _with_starts(path)
    tidy = _by_week(table, starts, between(first or starts.min(), last or starts.max()), by, value)
    begun = tidy["week"] >= (day(first) if first else tidy["week"].min())
    ended = tidy["week"] <= (last_ended(last) if last else tidy["week"].max())
    return tidy.assign(observed=begun & ended)


def counts_of_releases(
    paths: Sequence[str | Path],
    *,
    by: Literal["country", "type"] = "country",
    value: Literal["events", "deaths"] = "events",
    first: Day | None = None,
    last: Day | None = None,
    countries: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Counts by week of several releases together, each taken to cover whole months.

    Of a month that several cover, the one named last counts alone: a later release leaves events
    out as well. A week with a day that none covers is unobserved. ``first`` and ``last`` are the
    first and last day that all of them cover, if not those of the months of their events;
    ``countries`` are those wanted, by UCDP's name or the series': all if None.
    """
    found = [_with_starts(path) for path in paths]
    spans = [_months(starts) for _, starts in found]
    least, most = min(start for start, _ in spans), max(end for _, end in spans)
    opens, closes = {least: day(first or least)}, {most: day(last or most)}
    spans = [(opens.get(start, start), closes.get(end, end)) for start, end in spans]
    kept = []
    for number, (table, starts) in enumerate(found):
        told = table.assign(start=starts)
        for start, end in spans[number + 1 :]:
            told = told[~told["start"].between(start, end)]
        kept.append(told)
    whole = _of_countries(pd.concat(kept, ignore_index=True), countries)
    weeks = between(first or least, last or most)
    covered = set().union(*(pd.date_range(start, end) for start, end in spans))
    tidy = _by_week(whole, whole["start"], weeks, by, value)
    observed = {week: covered.issuperset(pd.date_range(week, periods=7)) for week in weeks}
    return tidy.assign(observed=tidy["week"].map(observed))


def named_in_part(paths: Sequence[str | Path]) -> list[str]:
    """Countries that some of the files name and others do not, as an extract of a region would."""
    if len(paths) < 2:
        return []  # and need not be read again
    named = [set(_with_starts(path)[0]["country"].map(series_of)) for path in paths]
    return sorted(set().union(*named) - set(named[0]).intersection(*named))


def _of_countries(table: pd.DataFrame, countries: Sequence[str] | None) -> pd.DataFrame:
    names = table["country"].map(series_of)
    wanted = series_wanted(countries, set(names))
    return table if wanted is None else table[names.isin(wanted)]


def _by_week(
    table: pd.DataFrame, starts: pd.Series, weeks: pd.DatetimeIndex, by: str, value: str
) -> pd.DataFrame:
    """A row for every week and series, zero where no event began."""
    names = (
        table["country"].map(series_of) if by == "country" else table["type_of_violence"].map(TYPES)
    )
    told = pd.DataFrame(
        {
            "week": [week_of(when) for when in starts],
            "series": names,
            "count": 1.0 if value == "events" else table["best"].astype(float),
        }
    )
    grid = pd.MultiIndex.from_product([weeks, sorted(set(names))], names=["week", "series"])
    counts = told.groupby(["week", "series"])["count"].sum().reindex(grid, fill_value=0.0)
    return counts.reset_index().astype({"week": DAY})


def _months(starts: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day of the months of some events: releases are of whole months."""
    return month_of(starts.min()), last_day(month_of(starts.max()), cadence="monthly")


def _with_starts(path: str | Path) -> tuple[pd.DataFrame, pd.Series]:
    """All events' fields, and the day on which each began."""
    table = pd.DataFrame([record for _, record in records(path)])
    if table.empty:
        raise ContractError(f"{Path(path).name} holds no event")
    named = table["date_start" if "date_start" in table else "date"].str[:10]
    starts = pd.to_datetime(named, format="%Y-%m-%d", errors="coerce")
    if starts.isna().any():
        wrong = named[starts.isna()].iloc[0]
        raise ContractError(f"{Path(path).name}: a day looks like 2026-02-19; got {wrong!r}")
    return table, starts
