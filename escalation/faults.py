"""What breaks a table contract, told by pandera: every fault of a table in one message.

Loaded where a table does not keep its contract as it stands: pandera takes most of a second.
"""

from functools import cache, partial

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from escalation.columns import DAY, Column, Contract, are_whole, in_order
from escalation.errors import ContractError


def mended(table: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    """The table with its values turned into the contract's types, where that is all it lacks.

    Raises
    ------
    ContractError
        All faults at once: column, rule, and the first values that break it.
    """
    try:
        return _schema(contract).validate(table, lazy=True)
    except SchemaErrors as faults:
        raise ContractError(_in_words(faults, contract)) from faults


@cache
def _schema(contract: Contract) -> pa.DataFrameSchema:
    orders = [
        pa.Check(partial(in_order, low=low, high=high), error=f"{low} must not be above {high}")
        for low, high in contract.ordered
    ]
    return pa.DataFrameSchema(
        {name: _column(column) for name, column in contract.columns.items()},
        checks=orders,
        unique=list(contract.unique) or None,
        strict=True,
        name=contract.name,
    )


def _column(column: Column) -> pa.Column:
    checks = []
    if column.among:
        checks.append(pa.Check.isin(column.among))
    if column.low is not None:
        checks.append(pa.Check.ge(column.low))
    if column.high is not None:
        checks.append(pa.Check.le(column.high))
    if column.kind == DAY:
        checks.append(pa.Check(are_whole, error="whole days"))
    kind = str if column.kind == "str" else column.kind
    return pa.Column(kind, checks, nullable=column.nullable, unique=column.unique, coerce=True)


def _in_words(faults: SchemaErrors, contract: Contract) -> str:
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
