"""Any weekly or monthly table of counts: checked at the door, and as a panel's data.

A table has the columns ``week`` (or ``month``), ``series``, ``count`` and, if wanted, ``observed``.
A period that has no row, no count, or ``observed`` false is unobserved.
"""

import numpy as np
import pandas as pd
import xarray as xr

from escalation.periods import Cadence, between, last_ended, periods_of, unit_of
from escalation.schema import COUNTS, ContractError, checked
from escalation.text.days import in_numbers


def counts_of(table: pd.DataFrame, cadence: Cadence | None = None) -> tuple[pd.DataFrame, Cadence]:
    """Rows by the COUNTS contract, and their cadence: monthly where the column is ``month``.

    Raises
    ------
    ContractError
        If a column is missing, a value is none of its column's, there are no rows, a period is
        named twice or is not the first day of one.
    """
    column = "month" if "month" in table.columns and "week" not in table.columns else "week"
    found: Cadence = cadence or ("monthly" if column == "month" else "weekly")
    missing = [name for name in (column, "series", "count") if name not in table.columns]
    if missing:
        has = ", ".join(map(str, table.columns))
        raise ContractError(
            "a table of counts has columns week (or month), series, count; "
            f"lacks {', '.join(missing)}; it has: {has}"
            f"{'; part them by commas, not semicolons' if has.count(';') > 1 else ''}"
        )
    if table.empty:
        raise ContractError("a table of counts has a row a period and series; got none")
    for value in table[column]:
        if isinstance(value, str) and in_numbers(value):  # 05/02/2024: which number is the month?
            raise ContractError(f"a {column} is a day such as 2026-02-19; got '{value}'")
    named = table.rename(columns={column: "week"}).assign(observed=_observed(table))
    named["count"] = named["count"].where(named["observed"])  # what was not seen is no count
    rows = checked(named[list(COUNTS.columns)], COUNTS)
    starts = periods_of(pd.DatetimeIndex(rows["week"]), cadence=found)
    wrong = rows["week"].to_numpy() != starts.to_numpy()
    if wrong.any():
        bad = rows.loc[wrong, "week"].iloc[0].date()
        what = "Monday of a week" if found == "weekly" else "first day of a month"
        right = starts[wrong][0].date()
        raise ContractError(f"a {column} is named by the {what}; got {bad}, which is of {right}")
    twins = rows.duplicated(["week", "series"])
    if twins.any():
        first = rows[twins].iloc[0]
        raise ContractError(f"{column} {first['week'].date()} of '{first['series']}' stands twice")
    return rows, found


def panel_data(
    rows: pd.DataFrame, *, as_of: pd.Timestamp, name: str, cadence: Cadence
) -> xr.Dataset:
    """The data of a panel from what :func:`counts_of` gave: periods that had ended by ``as_of``."""
    rows = rows[rows["week"] <= last_ended(as_of, cadence=cadence)]
    if rows.empty:
        unit = unit_of(cadence)
        raise ContractError(f"no {unit} of the table had ended by {as_of.date()}")
    weeks = between(rows["week"].min(), rows["week"].max(), cadence=cadence)
    names = list(dict.fromkeys(rows["series"]))
    grids = rows.pivot(index="week", columns="series", values=["count", "observed"]).reindex(weeks)
    grid = grids["count"][names].astype(float)
    observed = grids["observed"][names].fillna(False).astype(bool) & grid.notna()
    digest = pd.util.hash_pandas_object(grid.fillna(-1.0).where(observed, -1.0)).sum()
    return xr.Dataset(
        {
            "counts": (("week", "series"), grid.fillna(0.0).to_numpy(dtype=float)),
            "deaths": (("week", "series"), np.full(grid.shape, np.nan)),
            "told": (("week", "series"), np.ones(grid.shape)),
            "reported": (("week", "series"), np.ones(grid.shape)),
            "observed": (("week", "series"), observed.to_numpy()),
            "items": (("week",), np.full(len(weeks), np.nan)),
        },
        coords={"week": weeks.to_numpy(), "series": names},
        attrs={
            "theatre": name,
            "as_of": str(as_of.date()),
            "vintage": f"{int(digest):016x}",
            "cadence": cadence,
            "undated": 0,
        },
    )


def _observed(table: pd.DataFrame) -> pd.Series:
    if "observed" not in table.columns:
        return pd.Series(True, index=table.index)
    told = table["observed"].fillna(False)
    strange = told[~told.isin([True, False])]
    if len(strange):
        raise ContractError(f"observed is true or false (or 1 or 0); got {strange.iloc[0]!r}")
    return told.astype(bool)
