"""The table contracts: what columns a table has, of what type, and what must hold.

Each contract is a pandera schema with coercion. ``checked`` applies one at the door and reports
all faults in one message; ``empty`` makes the empty table of a contract, so that concatenation
never changes a column's type.
"""

from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors

from escalation.errors import ContractError

__all__ = ["ContractError", "checked", "empty", "typed"]


DAY = "datetime64[us]"
STATUSES = (
    "happened",
    "claimed",
    "denied",
    "threatened",
    "demanded",
    "conditional",
    "planned",
    "recalled",
    "failed",
)
PRECISIONS = ("exact", "district", "province", "country")


def _text(*, nullable: bool = False, **more: Any) -> pa.Column:
    return pa.Column(str, nullable=nullable, coerce=True, **more)


def _number(low: float | None = None, high: float | None = None) -> pa.Column:
    checks = []
    if low is not None:
        checks.append(pa.Check.ge(low))
    if high is not None:
        checks.append(pa.Check.le(high))
    return pa.Column(float, checks, nullable=True, coerce=True)


def _day(*, nullable: bool = False) -> pa.Column:
    whole = pa.Check(lambda s: s.dropna().dt.normalize().eq(s.dropna()).all(), error="whole days")
    return pa.Column(DAY, whole, nullable=nullable, coerce=True)


def _ordered(low: str, high: str) -> pa.Check:
    def holds(table: pd.DataFrame) -> pd.Series:
        return table[low].isna() | table[high].isna() | (table[low] <= table[high])

    return pa.Check(holds, error=f"{low} must not be above {high}")


REPORTS = pa.DataFrameSchema(
    {
        "id": _text(unique=True),
        "source": _text(),
        "published": _day(),
        "fetched": _day(),
        "title": _text(nullable=True),
        "body": _text(),
        "language": _text(nullable=True),
        "url": _text(nullable=True),
        "outlets": _text(nullable=True),
    },
    checks=[_ordered("published", "fetched")],
    strict=True,
    name="reports",
)

REJECTED = pa.DataFrameSchema(
    {
        "file": _text(),
        "line": _number(1),
        "rule": _text(),
        "value": _text(nullable=True),
    },
    strict=True,
    name="rejected",
)

EVENTS = pa.DataFrameSchema(
    {
        "event": _text(),
        "incident": _text(),
        "link": _number(0, 1),
        "happened_from": _day(nullable=True),
        "happened_to": _day(nullable=True),
        "known_at": _day(),
        "kind": _text(),
        "mode": _text(nullable=True),
        "status": pa.Column(str, pa.Check.isin(STATUSES), coerce=True),
        "attribution": _text(nullable=True),
        "initiator": _text(nullable=True),
        "initiator_name": _text(nullable=True),
        "target": _text(nullable=True),
        "target_name": _text(nullable=True),
        "country": _text(nullable=True),
        "admin1": _text(nullable=True),
        "admin2": _text(nullable=True),
        "place": _text(nullable=True),
        "latitude": _number(-90, 90),
        "longitude": _number(-180, 180),
        "precision": pa.Column(str, pa.Check.isin(PRECISIONS), nullable=True, coerce=True),
        "deaths_low": _number(0),
        "deaths_best": _number(0),
        "deaths_high": _number(0),
        "injured_low": _number(0),
        "injured_best": _number(0),
        "injured_high": _number(0),
        "confidence": _number(0, 1),
        "document": _text(),
        "span_from": _number(0),
        "span_to": _number(0),
        "rule": _text(),
        "source": _text(),
        "reason": _text(nullable=True),
        "withdrawn": pa.Column(bool, coerce=True),
    },
    checks=[
        _ordered("happened_from", "happened_to"),
        _ordered("deaths_low", "deaths_best"),
        _ordered("deaths_best", "deaths_high"),
        _ordered("injured_low", "injured_best"),
        _ordered("injured_best", "injured_high"),
        _ordered("span_from", "span_to"),
    ],
    unique=["event", "known_at"],
    strict=True,
    name="events",
)

DOCUMENTS = pa.DataFrameSchema(
    {
        "document": _text(),
        "source": _text(),
        "published": _day(),
        "known_at": _day(),
        "outlets": _text(nullable=True),
        "url": _text(nullable=True),
    },
    checks=[_ordered("published", "known_at")],
    unique=["document", "known_at"],
    strict=True,
    name="documents",
)

VOLUME = pa.DataFrameSchema(
    {
        "source": _text(),
        "day": _day(),
        "items": _number(0),
    },
    unique=["source", "day"],
    strict=True,
    name="volume",
)

COUNTS = pa.DataFrameSchema(
    {
        "week": _day(),
        "series": _text(),
        "count": _number(0),
        "observed": pa.Column(bool, coerce=True),
    },
    strict=True,
    name="counts",
)

SCORES = pa.DataFrameSchema(
    {
        "model": _text(),
        "series": _text(),
        "origin": _day(),
        "week": _day(),
        "target": pa.Column(str, pa.Check.isin(["week", "total"]), coerce=True),
        "horizon": pa.Column(int, pa.Check.ge(1), coerce=True),
        "metric": _text(),
        "value": _number(),
        "truth": _text(),
    },
    strict=True,
    name="scores",
)


def _rules(contract: pa.DataFrameSchema) -> pa.DataFrameSchema:
    """A contract without its types."""
    columns = {
        name: pa.Column(None, column.checks, nullable=column.nullable, unique=column.unique)
        for name, column in contract.columns.items()
    }
    return pa.DataFrameSchema(columns, checks=contract.checks, unique=contract.unique)


_RULES = {
    contract.name: _rules(contract)
    for contract in (REPORTS, REJECTED, EVENTS, DOCUMENTS, VOLUME, COUNTS, SCORES)
}


def checked(table: pd.DataFrame, contract: pa.DataFrameSchema) -> pd.DataFrame:
    """Return ``table`` in the contract's column order and types.

    Raises
    ------
    ContractError
        All faults at once: column, rule, and the first values that break it.
    """
    if _holds(table, contract):
        return typed(table, contract).reset_index(drop=True)
    try:
        valid = contract.validate(table, lazy=True)
    except SchemaErrors as faults:
        raise ContractError(_faults(faults, contract)) from faults
    return typed(valid, contract).reset_index(drop=True)


def typed(table: pd.DataFrame, contract: pa.DataFrameSchema) -> pd.DataFrame:
    """``table`` with the contract's columns in order, each of the house's pandas type."""
    kinds = _types(contract)
    found = table[list(kinds)]
    return found if _has_types(found, kinds) else found.astype(kinds)


def _holds(table: pd.DataFrame, contract: pa.DataFrameSchema) -> bool:
    """Whether it has the contract's types already and keeps its rules: the usual case, and quick.

    Pandera takes most of its time to turn each column into its type; here it is asked for the
    rules only. A table that falls through is looked at again in full, so that all is told.
    """
    kinds = _types(contract)
    if set(table.columns) != set(kinds) or not _has_types(table[list(kinds)], kinds):
        return False
    try:
        _RULES[contract.name].validate(table)
    except SchemaError:
        return False
    return True


def _has_types(table: pd.DataFrame, kinds: dict[str, str]) -> bool:
    return all(str(kind) == kinds[str(name)] for name, kind in table.dtypes.items())


def _types(contract: pa.DataFrameSchema) -> dict[str, str]:
    types = {}
    for name, column in contract.columns.items():
        kind = str(column.dtype)
        is_text, is_day = kind.startswith("str"), kind.startswith("datetime")
        types[name] = "str" if is_text else DAY if is_day else kind
    return types


def _faults(faults: SchemaErrors, contract: pa.DataFrameSchema) -> str:
    lines, found = [], faults.failure_cases
    # A value of another type breaks every rule of its column: the type alone is told.
    mistyped = found[found["check"].str.startswith("coerce_dtype")]
    rest = found[~found["column"].isin(mistyped["column"])]
    plain = mistyped.assign(check=mistyped["check"].map(_type_in_words))
    told = pd.concat([plain, rest])
    for (column, rule), cases in told.groupby(["column", "check"], dropna=False):
        values = ", ".join(repr(value) for value in cases["failure_case"].head(3))
        more = f" and {len(cases) - 3} more" if len(cases) > 3 else ""
        lines.append(f"  {column}: {rule}; got {values}{more}")
    columns = ", ".join(contract.columns)
    return (
        f"the {contract.name} table breaks its contract:\n"
        + "\n".join(lines)
        + f"\nits columns are: {columns} (see escalation/schema.py)"
    )


def _type_in_words(check: str) -> str:
    words = {"datetime": "a day such as 2026-02-19", "float": "a number", "int": "a whole number"}
    return next((told for kind, told in words.items() if kind in check), check)


def empty(contract: pa.DataFrameSchema) -> pd.DataFrame:
    """The empty table of a contract, every column already of its type."""
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _types(contract).items()})
