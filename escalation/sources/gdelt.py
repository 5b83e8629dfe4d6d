"""GDELT's counts of events by country and week, as a tidy table.

The GDELT Project (gdeltproject.org) counts what the world's media report, by machine; its counts
measure attention and conflict together. Dates before 2015 are errors of its date reading.
"""

from pathlib import Path

import pandas as pd

from escalation.errors import nearest, opening
from escalation.periods import Day, day, week_of
from escalation.schema import ContractError
from escalation.sources.imported import series_of

_SINCE = "2015-01-05"
_LEAST_SHARE = 0.05
_LEAST_OF_LAST = 2 / 3  # of the usual events of all countries, where the last week is whole
_USUAL_WEEKS = 8


def weekly_counts(
    path: str | Path,
    *,
    countries: dict[str, str] | None = None,
    value: str = "n_material_conflict",
    since: Day = _SINCE,
    last: Day | None = None,
) -> pd.DataFrame:
    """Counts of some countries by week, as ``Panel.of_table`` takes them.

    A week in which a country has less than a twentieth of its usual (median) number of events is
    one that was not collected whole, and is unobserved. So is the file's last week if all its
    countries together have less than two thirds of what is usual: it was collected while it ran.

    Parameters
    ----------
    path
        CSV file with ``country``, ``week`` (Monday), ``n_events`` and columns of counts.
    countries
        The file's name or code of a country to the name of its series, such as
        ``{"PK": "pakistan"}``; all of them, each by its own name, if None.
    value
        Column to take.
    since
        First week to take.
    last
        Last day that the file covers: a week that goes on after it is unobserved. Where it is not
        said, the number of events says whether the last week is whole.

    Returns
    -------
    DataFrame
        Columns ``week`` (Monday), ``series``, ``count``, ``observed``.

    Raises
    ------
    ContractError
        If a column or a country is missing, or a week is not named by its Monday.
    """
    way_out = "its columns are country, week, n_events and counts such as n_material_conflict"
    with opening(path, what="a table of GDELT's counts by country and week", way_out=way_out):
        table = pd.read_csv(path)
        _check(table, value, countries or {}, Path(path).name)
        table["week"] = pd.DatetimeIndex(table["week"]).as_unit("us")
    names = countries or {name: series_of(name) for name in sorted(set(table["country"]))}
    chosen = table[table["country"].isin(list(names)) & (table["week"] >= day(since))]
    wrong = [week for week in chosen["week"] if week_of(week) != week]
    if wrong:
        raise ContractError(f"a week is named by its Monday; got {wrong[0].date()}")
    whole = _whole_until(table, last)
    usual = chosen.groupby("country")["n_events"].transform("median")
    tidy = pd.DataFrame(
        {
            "week": chosen["week"],
            "series": chosen["country"].map(names),
            "count": chosen[value].astype(float),
            "observed": (chosen["n_events"] >= _LEAST_SHARE * usual) & (chosen["week"] <= whole),
        }
    )
    return tidy.sort_values(["week", "series"]).reset_index(drop=True)


def _whole_until(table: pd.DataFrame, last: Day | None) -> pd.Timestamp:
    """The last week that the file has whole."""
    if last is not None:
        return week_of(day(last) + pd.Timedelta(days=1)) - pd.Timedelta(weeks=1)
    events = table.groupby("week")["n_events"].sum().iloc[-_USUAL_WEEKS - 1 :]
    latest = events.index[-1]
    part = len(events) > _USUAL_WEEKS // 2
    part = part and events.iloc[-1] < _LEAST_OF_LAST * events.iloc[:-1].median()
    return latest - pd.Timedelta(weeks=1) if part else latest


def _check(table: pd.DataFrame, value: str, countries: dict[str, str], file: str) -> None:
    missing = [name for name in ("country", "week", "n_events", value) if name not in table]
    if missing:
        there = ", ".join(str(name) for name in table.columns if str(name).startswith("n_"))
        raise ContractError(f"{file} has no column {', '.join(missing)}; counts are: {there}")
    unknown = sorted(set(countries) - set(table["country"]))
    if unknown:
        there = nearest(unknown[0], sorted(set(table["country"])))
        raise ContractError(f"{file} has no country {', '.join(unknown)}; {there}")
