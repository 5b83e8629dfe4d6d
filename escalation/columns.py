"""Kinds of column of the table contracts, and the rules that each keeps.

A rule is told twice: to pandera, which says what breaks it, and as ``holds``, a plain look at the
whole column (or table) that takes a small part of the time. ``schema.checked`` asks ``holds``
first; ``tests/test_schema.py`` breaks every rule and finds that both see it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import pandera.pandas as pa

DAY = "datetime64[us]"


def text(*, among: Sequence[str] = (), nullable: bool = False, unique: bool = False) -> pa.Column:
    """Words; if ``among`` names any, one of those."""

    def holds(words: pd.Series) -> bool:
        return not among or bool(words.dropna().isin(among).all())

    more: dict[str, Any] = {"nullable": nullable, "unique": unique, "metadata": {"holds": holds}}
    return pa.Column(str, pa.Check.isin(among) if among else None, coerce=True, **more)


def number(low: float | None = None, high: float | None = None, *, kind: type = float) -> pa.Column:
    """A number from ``low`` to ``high``; a float may be empty, a whole number may not."""

    def holds(numbers: pd.Series) -> bool:
        below = low is not None and (numbers < low).any()
        return not (below or (high is not None and (numbers > high).any()))

    checks = []
    if low is not None:
        checks.append(pa.Check.ge(low))
    if high is not None:
        checks.append(pa.Check.le(high))
    return pa.Column(kind, checks, nullable=kind is float, coerce=True, metadata={"holds": holds})


def day(*, nullable: bool = False) -> pa.Column:
    """A whole day, without a time of day."""

    def holds(days: pd.Series) -> bool:
        told = days.dropna().to_numpy()
        return bool((told == told.astype("datetime64[D]")).all())

    whole = pa.Check(holds, error="whole days")
    return pa.Column(DAY, whole, nullable=nullable, coerce=True, metadata={"holds": holds})


def ordered(*pairs: tuple[str, str]) -> dict[str, Any]:
    """Arguments of a contract in which the first column of a pair is never above the second, where
    both are told."""

    def rule(low: str, high: str) -> Callable[[pd.DataFrame], pd.Series]:
        return lambda table: table[low].isna() | table[high].isna() | (table[low] <= table[high])

    rules = [rule(*pair) for pair in pairs]
    errors = [f"{low} must not be above {high}" for low, high in pairs]
    checks = [pa.Check(holds, error=error) for holds, error in zip(rules, errors, strict=True)]
    return {
        "checks": checks,
        "metadata": {"holds": lambda table: all(r(table).all() for r in rules)},
    }
