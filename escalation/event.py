"""Events: who did what to whom, where, when, and when we knew.

An event is a row of the EVENTS contract (``escalation/schema.py``). ``new_events`` builds the
table from plain mappings, leaves empty what was not said, and gives each event an id that is
the same for the same words of the same document, whenever and wherever it is coded.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from escalation.schema import EVENTS, ContractError, checked, empty, typed

_IDENTITY = (
    "document",
    "kind",
    "span_from",
    "span_to",
    "initiator",
    "target",
    "status",
    "rule",
    "place",
)


def event_id(facts: Mapping[str, Any]) -> str:
    """Id of an event: a digest of the document, the span and what was read from it."""
    words = "\x1f".join(str(facts.get(field) or "") for field in _IDENTITY)
    return "e" + hashlib.sha256(words.encode()).hexdigest()[:15]


def new_events(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build an event table from mappings of column to value.

    ``event`` and ``incident`` are filled where absent (an event alone is its own incident, link
    probability 1); ``withdrawn`` is False unless said; any other absent column stays empty. The
    same words read twice in the same way are one event.

    Raises
    ------
    ContractError
        If a row has a column that no event has, or breaks the contract.
    """
    records = [_filled(row) for row in rows]
    if not records:
        return empty(EVENTS)
    table = typed(pd.DataFrame.from_records(records, columns=list(EVENTS.columns)), EVENTS)
    return checked(table.drop_duplicates(["event", "known_at"]), EVENTS)


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    unknown = sorted(set(row) - set(EVENTS.columns))
    if unknown:
        raise ContractError(f"no event column {unknown}; there are: {', '.join(EVENTS.columns)}")
    facts = {"withdrawn": False, "link": 1.0, **row}
    facts.setdefault("event", event_id(facts))
    facts.setdefault("incident", facts["event"])
    return {column: facts.get(column) for column in EVENTS.columns}
