"""The table contracts: what columns a table has, of what type, and what must hold.

``checked`` applies a contract at the door and reports all faults in one message; ``empty`` makes
the empty table of a contract, so that concatenation never changes a column's type.
"""

import pandas as pd

from escalation.columns import Contract, day, flag, number, text
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


REPORTS = Contract(
    "reports",
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
    ordered=(("published", "fetched"),),
)

REJECTED = Contract(
    "rejected",
    {
        "file": text(),
        "line": number(1),
        "rule": text(),
        "value": text(nullable=True),
    },
)

EVENTS = Contract(
    "events",
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
        "withdrawn": flag(),
    },
    ordered=(
        ("happened_from", "happened_to"),
        ("deaths_low", "deaths_best"),
        ("deaths_best", "deaths_high"),
        ("injured_low", "injured_best"),
        ("injured_best", "injured_high"),
        ("span_from", "span_to"),
    ),
    unique=("event", "known_at"),
)

DOCUMENTS = Contract(
    "documents",
    {
        "document": text(),
        "source": text(),
        "published": day(),
        "known_at": day(),
        "outlets": text(nullable=True),
        "url": text(nullable=True),
    },
    ordered=(("published", "known_at"),),
    unique=("document", "known_at"),
)

VOLUME = Contract(
    "volume",
    {
        "source": text(),
        "day": day(),
        "items": number(0),
    },
    unique=("source", "day"),
)

COUNTS = Contract(
    "counts",
    {
        "week": day(),
        "series": text(),
        "count": number(0),
        "observed": flag(),
    },
)

SCORES = Contract(
    "scores",
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
)


def checked(table: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    """Return ``table`` in the contract's column order and types.

    Raises
    ------
    ContractError
        All faults at once: column, rule, and the first values that break it.
    """
    if not _keeps(table, contract):
        from escalation.faults import mended  # a table that is right, the usual case, needs no more

        table = mended(table, contract)
    return typed(table, contract).reset_index(drop=True)


def typed(table: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    """``table`` with the contract's columns in order, each of the house's pandas type."""
    kinds = {name: column.kind for name, column in contract.columns.items()}
    found = table[list(kinds)]
    return found if _has_types(found, contract) else found.astype(kinds)


def empty(contract: Contract) -> pd.DataFrame:
    """The empty table of a contract, every column already of its type."""
    return pd.DataFrame(
        {name: pd.Series(dtype=column.kind) for name, column in contract.columns.items()}
    )


def _keeps(table: pd.DataFrame, contract: Contract) -> bool:
    """Whether a table has the contract's columns and types already and keeps its rules."""
    names = list(contract.columns)
    if len(table.columns) != len(names) or set(table.columns) != set(names):
        return False
    return _has_types(table[names], contract) and contract.holds(table)


def _has_types(table: pd.DataFrame, contract: Contract) -> bool:
    kinds = table.dtypes.items()
    return all(str(kind) == contract.columns[str(name)].kind for name, kind in kinds)
