"""Items of Wikipedia's Portal:Current events, as collected into JSON lines.

Each line is ``{"date", "category", "topics": [...], "text", "outlets": [...], "match"}``: one item
of a day's list, with the headings that it stands under and the outlets that it cites. ``match``
says whether the item itself names the region (``text``) or only its heading does (``topic_only``:
noisy, often another story). An item was listed, and so known, on its day.

Three kinds of debris of the page are dealt with: headings that look like items ("War in
Afghanistan", cited to "2001-2021") are set aside; outlets left at the end of a text go to the
outlets; addresses left in a text go to the address.
"""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from escalation.schema import ContractError
from escalation.text.files import Content
from escalation.text.formats import json_lines
from escalation.text.items import Fault, Item
from escalation.text.reports import Reading, entries, gather, tidy

SOURCE = "current-events"
MATCHES = ("text", "topic_only")

_YEARS = re.compile(r"(?:.*\s)?\d{4}(?:[-–](?:.*\d{2,4}|present))?|post-.*", re.IGNORECASE)
_ENDED = re.compile(r"[.!?\"”')]$")
_NAME = r"(?P<outlet>(?:[^().]|\.(?=\w)){2,60}(?:\([^()]{2,30}\))?)"
_CITED = re.compile(rf"(?<=[.!?\"”\s])\s*\({_NAME}\)[,;\s]*$")
_CITED_BARE = re.compile(r"(?<=[.!?)])\s+(?P<outlet>(?:[A-Z][\w-]*\s){1,4}via|[A-Z]{2,5})$")
_ADDRESS = re.compile(r" ?https?://\S+")


def read(path: str | Path, *, matches: tuple[str, ...] = MATCHES) -> Reading:
    """Read the items of a file, or of a folder or archive of such files.

    Parameters
    ----------
    path
        As in :func:`escalation.text.reports.read`.
    matches
        Which items to keep by their ``match``; the others are passed over.

    Returns
    -------
    Reading
        Reports of source ``current-events``; headings are topics, no headlines, and are left out.

    Raises
    ------
    ContractError
        If there is no such path, or an unknown ``match`` is asked for.
    """
    unknown = sorted(set(matches) - set(MATCHES))
    if unknown:
        raise ContractError(f"no match {unknown}; there are: {', '.join(MATCHES)}")
    return gather(entries(Path(path), partial(_items, matches)), source=SOURCE)


def _items(matches: tuple[str, ...], content: Content) -> Iterator[Item | Fault]:
    for number, record in json_lines(content.stream):
        if isinstance(record, Fault):
            yield record
        elif record.get("match", "text") in matches:
            yield _item(number, record)


def _item(line: int, record: dict[str, Any]) -> Item | Fault:
    told, text = record.get("date"), record.get("text")
    outlets, topics = record.get("outlets"), record.get("topics")
    if not (isinstance(told, str | None) and isinstance(text, str)) or not (
        _are_texts(outlets) and _are_texts(topics)
    ):
        rule = "an item has a date and a text, and lists of outlets and topics"
        return Fault(line, rule, json.dumps(record))
    outlets, topics = outlets or [], topics or []
    text = tidy(text) or ""
    if _is_heading(text, outlets):
        return Fault(line, "an item tells something; this is a heading", text)
    text, address = _without_address(text)
    body, cited = _without_outlets(text)
    if outlets and cited and cited[-1].endswith(" via"):
        outlets = [f"{cited.pop()} {outlets[0]}", *outlets[1:]]
    return Item(
        line=line,
        published=told,
        body=body,
        url=address,
        outlets="; ".join(dict.fromkeys([*cited, *outlets])) or None,
    )


def _are_texts(value: object) -> bool:
    return value is None or (
        isinstance(value, list) and all(isinstance(entry, str) for entry in value)
    )


def _is_heading(text: str, outlets: list[str]) -> bool:
    """A phrase without an end, "cited" to a span of years."""
    dated = bool(outlets) and all(_YEARS.fullmatch(outlet.strip()) for outlet in outlets)
    return dated and not _ENDED.search(text)


def _without_address(text: str) -> tuple[str, str | None]:
    found = _ADDRESS.search(text)
    return _ADDRESS.sub("", text), found.group().strip() if found else None


def _without_outlets(text: str) -> tuple[str, list[str]]:
    """The text, and the outlets cited at its end in the order in which they stand."""
    cited: list[str] = []
    while found := _CITED.search(text) or _CITED_BARE.search(text):
        cited.insert(0, found["outlet"].strip())
        text = text[: found.start()].rstrip(" ,;")
    return text, cited
