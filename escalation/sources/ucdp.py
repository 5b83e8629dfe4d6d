"""UCDP's event data (GED and the monthly candidate events), read from its CSV files.

UCDP codes deadly organised violence only, in three types: 1 state-based, 2 non-state, 3 one-sided
(Sundberg & Melander 2013, doi:10.1177/0022343313484347; candidate events: Hegre et al. 2020,
doi:10.1177/2053168020935257). ``side_a`` is the state in type 1, not the one who began, and the
data do not say who did; so a state-based event is a clash between the two.

| type | sides | kind |
|---|---|---|
| 1 | state, and a state or a group | ``force.clash`` |
| 2 | two groups | ``attack`` |
| 3 | a state, and civilians | ``force`` |
| 3 | a group, and civilians | ``attack`` |

The file does not say when a row could be read: the caller gives the day of the release. Ids are
UCDP's own, so that the next release of the same event is a new version of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from escalation.columns import DAY
from escalation.errors import nearest, opening
from escalation.event import new_events
from escalation.periods import Day, between, day, last_day, last_ended, month_of, week_of
from escalation.schema import ContractError
from escalation.sources.imported import Imported, rejected_table, series_of
from escalation.sources.sides import Sides
from escalation.theatre import Theatre

Source = Literal["ucdp-ged", "ucdp-candidate"]

_SLIM = ("id", "conflict_name", "country", "best", "type_of_violence", "date")
_FULL = (
    "id",
    "type_of_violence",
    "side_a",
    "side_b",
    "where_prec",
    "where_coordinates",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "country",
    "date_start",
    "date_end",
    "best",
    "high",
    "low",
)
_PRECISION = {"1": "exact", "2": "district", "3": "district", "4": "province", "5": "province"}
_TYPES = {"1": "state-based", "2": "non-state", "3": "one-sided"}


def read_events(
    path: str | Path,
    *,
    source: Source,
    known_at: Day,
    theatre: Theatre | None = None,
    countries: Sequence[str] | None = None,
) -> Imported:
    """Read a file of GED or candidate events, full or slim, into the EVENTS contract.

    Parameters
    ----------
    path
        CSV file; the row of tags under the header, if there is one, is passed over.
    source
        Name that the events carry: ``ucdp-ged`` or ``ucdp-candidate``.
    known_at
        Day of the release.
    theatre
        Whose actors the sides are looked for among; else a group is ``PAK.REB`` and the like.
    countries
        As UCDP names them; all if None.

    Raises
    ------
    ContractError
        If the file is neither layout, or holds no event in one of the countries.
    """
    release, sides = day(known_at), Sides(theatre)
    rows: list[dict[str, Any]] = []
    faults: list[tuple[str, int, str, str | None]] = []
    wanted = None if countries is None else {series_of(country) for country in countries}
    there = set()
    for line, record in _records(path):
        there.add(series_of(record["country"]))
        if wanted is not None and series_of(record["country"]) not in wanted:
            continue
        try:
            rows.append(_event(record, source, release, sides))
        except (ValueError, KeyError) as reason:
            faults.append((Path(path).name, line, f"a row is a UCDP event: {reason}", record["id"]))
    for name in sorted((wanted or set()) - there):
        raise ContractError(f"no event in '{name}'; {nearest(name, sorted(there))}")
    return Imported(new_events(rows), rejected_table(faults))


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


def _of_countries(table: pd.DataFrame, countries: Sequence[str] | None) -> pd.DataFrame:
    if countries is None:
        return table
    names = table["country"].map(series_of)
    wanted = [series_of(country) for country in countries]
    for name in wanted:
        if name not in set(names):
            raise ContractError(f"no event in '{name}'; {nearest(name, sorted(set(names)))}")
    return table[names.isin(wanted)]


def _by_week(
    table: pd.DataFrame, starts: pd.Series, weeks: pd.DatetimeIndex, by: str, value: str
) -> pd.DataFrame:
    """A row for every week and series, zero where no event began."""
    names = (
        table["country"].map(series_of)
        if by == "country"
        else table["type_of_violence"].map(_TYPES)
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


def named_in_part(paths: Sequence[str | Path]) -> list[str]:
    """Countries that some of the files name and others do not, as an extract of a region would."""
    if len(paths) < 2:
        return []  # and need not be read again
    named = [set(_with_starts(path)[0]["country"].map(series_of)) for path in paths]
    return sorted(set().union(*named) - set(named[0]).intersection(*named))


def _months(starts: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day of the months of some events: releases are of whole months."""
    return month_of(starts.min()), last_day(month_of(starts.max()), cadence="monthly")


def _with_starts(path: str | Path) -> tuple[pd.DataFrame, pd.Series]:
    """All events' fields, and the day on which each began."""
    table = pd.DataFrame([record for _, record in _records(path)])
    if table.empty:
        raise ContractError(f"{Path(path).name} holds no event")
    named = table["date_start" if "date_start" in table else "date"].str[:10]
    starts = pd.to_datetime(named, format="%Y-%m-%d", errors="coerce")
    if starts.isna().any():
        wrong = named[starts.isna()].iloc[0]
        raise ContractError(f"{Path(path).name}: a day looks like 2026-02-19; got {wrong!r}")
    return table, starts


def _records(path: str | Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and fields of every event."""
    with opening(path, what="a UCDP event file", way_out="UCDP's own CSV is read as it is"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    if not (set(_FULL) <= set(table.columns) or set(_SLIM) <= set(table.columns)):
        lacking = [name for name in _FULL if name not in table.columns]
        raise ContractError(
            f"{Path(path).name} is no UCDP event file; it lacks {', '.join(lacking)} "
            f"(the slim layout has {', '.join(_SLIM)})"
        )
    for line, record in enumerate(table.to_dict("records"), start=2):
        if record["id"]:
            yield line, {str(name): value for name, value in record.items()}


def _event(
    record: Mapping[str, str], source: Source, release: pd.Timestamp, sides: Sides
) -> dict[str, Any]:
    start, end = _days(record)
    if start > release:
        raise ValueError(f"it began on {start.date()}, after its release on {release.date()}")
    country = sides.country(record["country"])
    side_a, side_b = _sides(record)
    initiator, target = sides.actor(side_a, country), sides.actor(side_b, country)
    low, best, high = _deaths(record)
    return {
        "event": f"ucdp-{record['id']}",
        "happened_from": start,
        "happened_to": end,
        "known_at": release,
        "kind": _kind(record["type_of_violence"], initiator),
        "status": "happened",
        "initiator": initiator,
        "initiator_name": side_a,
        "target": target,
        "target_name": side_b,
        "country": country,
        "admin1": record.get("adm_1") or None,
        "admin2": record.get("adm_2") or None,
        "place": record.get("where_coordinates") or None,
        "latitude": float(record["latitude"]) if record.get("latitude") else None,
        "longitude": float(record["longitude"]) if record.get("longitude") else None,
        "precision": _PRECISION.get(record.get("where_prec", ""), "country"),
        "deaths_low": low,
        "deaths_best": best,
        "deaths_high": high,
        "document": f"{source}-{release.date()}",
        "rule": f"ucdp type {record['type_of_violence']}",
        "source": source,
    }


def _days(record: Mapping[str, str]) -> tuple[pd.Timestamp, pd.Timestamp]:
    start = day(record.get("date_start", record.get("date", ""))[:10])
    end = day(record.get("date_end", record.get("date", ""))[:10])
    if start > end:
        raise ValueError(f"it began on {start.date()} and ended on {end.date()}")
    return start, end


def _sides(record: Mapping[str, str]) -> tuple[str, str]:
    """Both sides by name; the slim layout has them in the conflict's name, as far as it goes."""
    if "side_a" in record:
        return record["side_a"], record["side_b"]
    name, kind = record["conflict_name"], record["type_of_violence"]
    if kind == "1" and ": " in name:
        return _state(name.split(": ")[0]), "XXX"
    first, _, second = name.partition(" - ")
    if kind == "1":
        return _state(first), _state(second or "XXX")
    return first, second or "Civilians"


def _state(name: str) -> str:
    told = name.startswith(("Government of ", "XXX"))
    return name if told else f"Government of {name}"


def _kind(violence: str, initiator: str) -> str:
    if violence not in _TYPES:
        raise ValueError(f"type_of_violence is 1, 2 or 3; got {violence!r}")
    if violence == "1":
        return "force.clash"
    return "force" if violence == "3" and initiator.endswith(".GOV") else "attack"


def _deaths(record: Mapping[str, str]) -> tuple[float | None, float, float | None]:
    """Low, best and high; a few rows have the best outside, and the range is widened to it."""
    best = float(record["best"])
    if "low" not in record:
        return None, best, None
    return min(float(record["low"]), best), best, max(float(record["high"]), best)
