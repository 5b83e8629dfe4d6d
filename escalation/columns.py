"""Columns of the table contracts, and what a contract asks of its table.

Each rule is a plain look at a whole column or table, which is quick. What breaks one is told by
pandera (``faults.py``), which knows the same rules and is loaded only then;
``tests/test_schema.py`` breaks every rule and finds that both see it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

DAY = "datetime64[us]"


@dataclass(frozen=True)
class Column:
    """A column of a contract.

    Parameters
    ----------
    kind
        The house's pandas type.
    nullable
        Whether a value may be empty.
    unique
        Whether no value may stand twice.
    among
        The words that it may hold; any if empty.
    low, high
        The least and the greatest number that it may hold.
    """

    kind: str
    nullable: bool = False
    unique: bool = False
    among: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def holds(self, values: pd.Series) -> bool:
        """Whether values of the column's type keep its rules."""
        if not self.nullable and values.isna().any():
            return False
        if self.unique and values.duplicated().any():
            return False
        if self.among and not values.dropna().isin(self.among).all():
            return False
        if self.low is not None and (values < self.low).any():
            return False
        if self.high is not None and (values > self.high).any():
            return False
        return self.kind != DAY or are_whole(values)


@dataclass(frozen=True, eq=False)
class Contract:
    """What columns a table has, and what must hold across them.

    Parameters
    ----------
    name
        What the table is called in an error.
    columns
        By name, in their order.
    ordered
        Pairs of columns, the first never above the second where both are told.
    unique
        Columns that together name a row.
    """

    name: str
    columns: Mapping[str, Column]
    ordered: tuple[tuple[str, str], ...] = ()
    unique: tuple[str, ...] = ()

    def holds(self, table: pd.DataFrame) -> bool:
        """Whether a table of the contract's columns and types keeps its rules."""
        if not all(column.holds(table[name]) for name, column in self.columns.items()):
            return False
        if self.unique and table.duplicated(list(self.unique)).any():
            return False
        return all(in_order(table, low, high).all() for low, high in self.ordered)


def text(*, among: Sequence[str] = (), nullable: bool = False, unique: bool = False) -> Column:
    """Words; if ``among`` names any, one of those."""
    return Column("str", nullable=nullable, unique=unique, among=tuple(among))


def number(low: float | None = None, high: float | None = None, *, kind: type = float) -> Column:
    """A number from ``low`` to ``high``; a float may be empty, a whole number may not."""
    return Column("int64" if kind is int else "float64", kind is float, low=low, high=high)


def day(*, nullable: bool = False) -> Column:
    """A whole day, without a time of day."""
    return Column(DAY, nullable)


def flag() -> Column:
    """True or false."""
    return Column("bool")


def are_whole(days: pd.Series) -> bool:
    """Whether no day has a time of day."""
    told = days.dropna().to_numpy()
    return bool((told == told.astype("datetime64[D]")).all())


def in_order(table: pd.DataFrame, low: str, high: str) -> pd.Series:
    """For each row, whether a column is not above another, where both are told."""
    return ~(table[low] > table[high])  # which an empty value never is
