"""Hand-coded sentences that a coder is audited on, from several sources in one table.

Columns of a gold table, one row a sentence (empty where the source does not say):

    sentence     id                        root         PLOVER root, or NONE for no event
    text         what is coded             initiators   patterns of actor codes, any of which fits
    published    the day it counts from    targets      the same
    first, last  days it happened on       admin1       province
    low, high    deaths, all sides         status       of what is told
    also         what is only spoken of: its status and root, such as "denied ASSAULT"
"""

import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from escalation.coding.auditing.records import sentence_at
from escalation.coding.sentence.phrases import fold, word_set
from escalation.errors import opening
from escalation.ontology import ontology
from escalation.schema import ContractError

COLUMNS = (
    "sentence", "text", "published", "root", "initiators", "targets", "admin1", "low", "high",
    "first", "last", "status", "also",
)  # fmt: skip
_ABSENT: dict[str, Any] = {"initiators": (), "targets": ()}
_ROOTS = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "YIELD": "CONCEDE"}
# Slips in the hand-coded file, as ISO 3166 has it.
_COUNTRIES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ISM": "IMG"}
_USUAL = word_set(
    "district province town city village area agency sector tribal areas administered federally "
    "north south upper lower capital azad jammu kashmir"
)
_REBEL_WORDS = re.compile(
    r"\b(?:militants?|taliban|taleban|terrorists?|ttp|bla|blf|bra|insurgents?|rebels?|gunm[ae]n|"
    r"suicide|bombers?|fighters?|islamic state|isis?|daesh|jamaat|lashkar|separatists?)\b",
    re.IGNORECASE,
)
_STATE_WORDS = re.compile(
    r"\b(?:army|forces|troops|police|military|rangers|jets?|fc|ctd|bsf|drones?|india|indian|"
    r"us|u\.s\.|american|afghan|security (?:forces|personnel))\b",
    re.IGNORECASE,
)
# Some sources are timelines and chapters, whose title tells of no single happening.
_TELLS = re.compile(
    r"\b(?:kill|dead|die|dies|died|death|shot|gun|blast|bomb|attack|strike|martyr|slain|explo|"
    r"fire|shell|clash|murder|assassinat|lynch|behead|hostage|raid)",
    re.IGNORECASE,
)
_STATE, _REBEL = ("GOV", "MIL", "COP", "SPY"), ("REB",)
_LAYOUTS = {
    ".json": "a list of PLOVER gold standard records",
    ".jsonl": "labelled sentences, one JSON object a line",
    ".csv": "UCDP GED events with their headlines",
}


def read_gold(path: str | Path, *, split: str | None = None) -> pd.DataFrame:
    """Read a gold table by the kind of file.

    Parameters
    ----------
    path
        ``.json`` in the layout of the PLOVER gold standard records; ``.jsonl`` in the layout of
        ``data/training/sentences.jsonl``; ``.csv`` in the layout of UCDP GED (headlines of one
        event each, from 2015 on).
    split
        Of a ``.jsonl`` only the sentences of this split (``train``, ``test``).
    """
    file = Path(path)
    readers: dict[str, Callable[[Path], list[dict[str, Any]]]] = {
        ".json": _plover,
        ".csv": _ucdp,
        ".jsonl": partial(_sentences, split=split),
    }
    if file.suffix not in readers:
        raise ContractError(f"gold is .json, .jsonl or .csv; got {file.name}")
    layout = _LAYOUTS[file.suffix]
    with opening(file, what=f"gold: {layout}", way_out="see `escalation audit --help`"):
        return _table(readers[file.suffix](file))


def gold_of_decisions(decisions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Gold from a person's review: the sentences of events judged right or corrected.

    Parameters
    ----------
    decisions
        From :func:`escalation.coding.review.read_decisions`.
    documents
        With ``document``, ``text`` and ``published``; decisions on others are left out.
    """
    known = documents.set_index("document")
    rows = []
    for _, decision in decisions[decisions["verdict"] != "wrong"].iterrows():
        if decision["document"] not in known.index:
            continue
        document = known.loc[decision["document"]]
        span = (int(float(decision["span_from"])), int(float(decision["span_to"])))
        rows.append(
            {
                "sentence": decision["event"],
                "text": sentence_at(document["text"], *span),
                "published": document["published"],
                "root": ontology()[decision["kind"] or decision["coded"]].plover,
                "initiators": (decision["initiator"] + "*",) if decision["initiator"] else (),
                "targets": (decision["target"] + "*",) if decision["target"] else (),
                "admin1": decision["admin1"] or None,
            }
        )
    return _table(rows)


def _table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    records = [{name: row.get(name, _ABSENT.get(name)) for name in COLUMNS} for row in rows]
    table = pd.DataFrame(records, columns=list(COLUMNS))
    for column in ("published", "first", "last"):
        table[column] = pd.to_datetime(table[column]).astype("datetime64[us]")
    for column in ("low", "high"):
        table[column] = table[column].astype(float)
    return table.drop_duplicates("sentence").reset_index(drop=True)


def _plover(file: Path) -> list[dict[str, Any]]:
    records = json.loads(file.read_text(encoding="utf-8"))
    return [
        {
            "sentence": record["id"],
            "text": record["text"],
            "published": record["date"],
            "root": _ROOTS.get(record["event"], record["event"]),
            "initiators": _patterns(record.get("source")),
            "targets": _patterns(record.get("target")),
        }
        for record in records
    ]


def _patterns(actors: Any) -> tuple[str, ...]:
    if not isinstance(actors, list):
        return ()
    codes = (str(actor.get("code") or "")[:3] for actor in actors)
    return tuple(dict.fromkeys(_COUNTRIES.get(code, code) + "*" for code in codes if code))


def _sentences(file: Path, split: str | None) -> list[dict[str, Any]]:
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        {
            "sentence": hashlib.sha256(record["text"].encode()).hexdigest()[:12],
            "text": record["text"],
            "published": "2024-03-15",
            "root": record["plover"],
            "initiators": _country(record["initiator_country"]),
            "targets": _country(record["target_country"]),
            "status": record.get("status"),
            "also": record.get("also"),
        }
        for record in records
        if split is None or record["split"] == split
    ]


def _country(code: str | None) -> tuple[str, ...]:
    return (code + "*",) if code else ()


def _ucdp(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8", newline="") as lines:
        events = [e for e in csv.DictReader(lines) if e["year"].isdigit() and int(e["year"]) > 2014]
    # A headline of several events, or several headlines of one, would be ambiguous.
    uses = Counter(event["source_headline"] for event in events)
    single = [e for e in events if uses[e["source_headline"]] == 1 and _is_one(e)]
    return [_headline(event) for event in single]


def _is_one(event: dict[str, str]) -> bool:
    headline = event["source_headline"]
    return bool(_TELLS.search(headline)) and ";" not in headline and ";" not in event["source_date"]


def _headline(event: dict[str, str]) -> dict[str, Any]:
    text = re.split(r"\n|\t", event["source_headline"])[0].strip()
    return {
        "sentence": event["relid"],
        "text": text,
        "published": event["source_date"] or event["date_end"][:10],
        "initiators": _stated(_perpetrator(event), text),
        "admin1": _province(event) if _says_where(event, text) else None,
        "low": float(event["low"]),
        "high": float(event["high"]),
        "first": event["date_start"][:10],
        "last": event["date_end"][:10],
    }


def _perpetrator(event: dict[str, str]) -> tuple[str, ...]:
    """Who did it, where the dead tell: only one side lost people, or only civilians died."""
    own, other, civilians = (int(event[f"deaths_{s}"]) for s in ("a", "b", "civilians"))
    if event["type_of_violence"] == "3":
        return _side(event["side_a"])
    if own and not other:
        return _side(event["side_b"])
    if other and not own and not civilians:
        return _side(event["side_a"])
    return ()


def _stated(patterns: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The perpetrator, if the headline has a word for such a one at all."""
    if not patterns:
        return ()
    words = _REBEL_WORDS if patterns[0].startswith("*.REB") else _STATE_WORDS
    return patterns if words.search(text) else ()


def _side(name: str) -> tuple[str, ...]:
    country = {
        "Government of Pakistan": "PAK",
        "Government of India": "IND",
        "Government of Afghanistan": "AFG",
        "Government of United States of America": "USA",
    }.get(name)
    if country:
        return (country, *(f"{country}.{sector}*" for sector in _STATE))
    return tuple(f"*.{sector}*" for sector in _REBEL)


def _province(event: dict[str, str]) -> str | None:
    name = event["adm_1"]
    if name.startswith(("Federally", "Khyber")):
        return "Khyber Pakhtunkhwa"
    known = {
        "Azad Jammu & Kashmir": "Azad Jammu and Kashmir",
        "Islamabad Capital territory": "Islamabad",
    }
    return known.get(name) or name.removesuffix(" province") or None


def _says_where(event: dict[str, str], text: str) -> bool:
    """Does the headline name the place, its district or its province?"""
    words = set(re.findall(r"[a-z]{4,}", fold(text)))
    named = " ".join(event[c] for c in ("where_coordinates", "adm_2", "adm_1"))
    return bool(words & (set(re.findall(r"[a-z]{4,}", fold(named))) - _USUAL))
