"""The table contracts: what columns a table has, of what type, and what must hold.

Each contract is a pandera schema with coercion. ``checked`` applies one at the door and reports
all faults in one message; ``empty`` makes the empty table of a contract, so that concatenation
never changes a column's type.
"""

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from escalation.columns import DAY, day, number, ordered, text
from escalation.errors import ContractError

__all__ = ["ContractError", "checked", "empty", "typed"]


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
    "retracted",
)
PRECISIONS = ("exact", "district", "province", "country")


REPORTS = pa.DataFrameSchema(
    {
        "id": text(unique=True),
        "source": text(),
        "published": day(),
        "fetched": day(),
        "title": text(nullable=True),
        "body": text(),
        "language": text(nullable=True),
        "url": text(nullable=True),
        "outlets": text(nullable=True),
    },
    **ordered(("published", "fetched")),
    strict=True,
    name="reports",
)

REJECTED = pa.DataFrameSchema(
    {
        "file": text(),
        "line": number(1),
        "rule": text(),
        "value": text(nullable=True),
    },
    strict=True,
    name="rejected",
)

EVENTS = pa.DataFrameSchema(
    {
        "event": text(),
        "incident": text(),
        "link": number(0, 1),
        "happened_from": day(nullable=True),
        "happened_to": day(nullable=True),
        "known_at": day(),
        "kind": text(),
        "mode": text(nullable=True),
        "status": text(among=STATUSES),
        "attribution": text(nullable=True),
        "initiator": text(nullable=True),
        "initiator_name": text(nullable=True),
        "target": text(nullable=True),
        "target_name": text(nullable=True),
        "country": text(nullable=True),
        "admin1": text(nullable=True),
        "admin2": text(nullable=True),
        "place": text(nullable=True),
        "latitude": number(-90, 90),
        "longitude": number(-180, 180),
        "precision": text(among=PRECISIONS, nullable=True),
        "deaths_low": number(0),
        "deaths_best": number(0),
        "deaths_high": number(0),
        "injured_low": number(0),
        "injured_best": number(0),
        "injured_high": number(0),
        "confidence": number(0, 1),
        "document": text(),
        "span_from": number(0),
        "span_to": number(0),
        "rule": text(),
        "source": text(),
        "reason": text(nullable=True),
        "withdrawn": pa.Column(bool, coerce=True),
    },
    **ordered(
        ("happened_from", "happened_to"),
        ("deaths_low", "deaths_best"),
        ("deaths_best", "deaths_high"),
        ("injured_low", "injured_best"),
        ("injured_best", "injured_high"),
        ("span_from", "span_to"),
    ),
    unique=["event", "known_at"],
    strict=True,
    name="events",
)

DOCUMENTS = pa.DataFrameSchema(
    {
        "document": text(),
        "source": text(),
        "published": day(),
        "known_at": day(),
        "outlets": text(nullable=True),
        "url": text(nullable=True),
    },
    **ordered(("published", "known_at")),
    unique=["document", "known_at"],
    strict=True,
    name="documents",
)

VOLUME = pa.DataFrameSchema(
    {
        "source": text(),
        "day": day(),
        "items": number(0),
    },
    unique=["source", "day"],
    strict=True,
    name="volume",
)

COUNTS = pa.DataFrameSchema(
    {
        "week": day(),
        "series": text(),
        "count": number(0),
        "observed": pa.Column(bool, coerce=True),
    },
    strict=True,
    name="counts",
)

SCORES = pa.DataFrameSchema(
    {
        "model": text(),
        "series": text(),
        "origin": day(),
        "week": day(),
        "target": text(among=["week", "total"]),
        "horizon": number(1, kind=int),
        "metric": text(),
        "value": number(),
        "truth": text(),
    },
    strict=True,
    name="scores",
)


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

    A table that falls through is looked at again by pandera, so that all its faults are told.
    """
    kinds = _types(contract)
    if len(table.columns) != len(kinds) or set(table.columns) != set(kinds):
        return False
    if not _has_types(table[list(kinds)], kinds):
        return False
    for name, column in contract.columns.items():
        values = table[name]
        if not column.nullable and values.isna().any():
            return False
        if column.unique and values.duplicated().any():
            return False
        if column.metadata and not column.metadata["holds"](values):
            return False
    if contract.unique and table.duplicated(contract.unique).any():
        return False
    return contract.metadata is None or bool(contract.metadata["holds"](table))


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
