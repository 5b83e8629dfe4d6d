"""Events as records for an audit: each with its sentence, its codes and its words."""

import json
import re
from typing import Any

import pandas as pd

from escalation.ontology import ontology

_PLAIN = (
    "event",
    "incident",
    "document",
    "known_at",
    "kind",
    "mode",
    "status",
    "attribution",
    "happened_from",
    "happened_to",
    "country",
    "admin1",
    "admin2",
    "place",
    "latitude",
    "longitude",
    "precision",
    "rule",
    "confidence",
    "reason",
    "source",
)
_SENTENCE_END = re.compile(r"""[.!?]["'”’)]*\s+(?=["'“‘(]*[A-Z0-9])|\n+""")


def audit_records(events: pd.DataFrame, documents: pd.DataFrame) -> list[dict[str, Any]]:
    """One record an event, in the order of the events.

    Parameters
    ----------
    events
        Table of the EVENTS contract.
    documents
        What was coded: ``document``, ``text`` and, if there, ``reports`` (ids of the reports).

    Returns
    -------
    list of dict
        Ready for JSON: what the event holds, its ``sentence``, ``plover`` root and ``cameo`` code,
        ``initiator`` and ``target`` as name, code and sector, ``deaths`` and ``injured`` as low,
        best and high, ``span`` as characters of the text, ``reports``.
    """
    texts = documents.set_index("document")
    columns = [*_PLAIN, "initiator", "initiator_name", "target", "target_name", "withdrawn"]
    numbers = [f"{what}_{end}" for what in ("deaths", "injured") for end in ("low", "best", "high")]
    rows = json.loads(
        events[[*columns, *numbers, "span_from", "span_to"]].to_json(
            orient="records", date_format="iso"
        )
    )
    return [_record(row, texts.loc[row["document"]]) for row in rows]


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence, or sentences, that hold the characters from ``start`` to ``end``."""
    begins = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    first = max(at for at in begins if at <= start)
    after = [at for at in begins if at >= max(end, start + 1)]
    return text[first : min(after, default=len(text))].strip()


def _record(row: dict[str, Any], document: pd.Series) -> dict[str, Any]:
    kind = ontology()[row["kind"]]
    start, end = int(row["span_from"]), int(row["span_to"])
    record = {name: row[name] for name in _PLAIN}
    for day in ("happened_from", "happened_to", "known_at"):
        record[day] = row[day][:10] if row[day] else None
    record["reports"] = document.get("reports")
    record["sentence"] = sentence_at(document["text"], start, end)
    record["plover"] = kind.plover
    record["cameo"] = _cameo(kind.name)
    record["initiator"] = _actor(row["initiator"], row["initiator_name"])
    record["target"] = _actor(row["target"], row["target_name"])
    for what in ("deaths", "injured"):
        record[what] = {end: row[f"{what}_{end}"] for end in ("low", "best", "high")}
    record["span"] = [start, end]
    return record


def _actor(code: str | None, name: str | None) -> dict[str, str | None] | None:
    if code is None and name is None:
        return None
    sector = code.split(".")[1] if code and "." in code else None
    return {"name": name, "code": code, "sector": sector}


def _cameo(name: str) -> str | None:
    """The kind's own first code, or that of the nearest kind above it."""
    while name:
        codes = ontology()[name].cameo
        if codes:
            return codes[0]
        name = name.rpartition(".")[0]
    return None
