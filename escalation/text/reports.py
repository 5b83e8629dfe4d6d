"""Reports: one item as published, read from files of many formats, or set aside with a reason.

``read`` takes a file, a folder, or a ``.zip`` or ``.gz`` of plain text, JSON lines, CSV, HTML,
RSS, Atom and e-mail. What can't be read is a row of the REJECTED contract; the rest goes on.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from escalation.periods import Day, day
from escalation.schema import REJECTED, REPORTS, ContractError, checked, typed
from escalation.text import days
from escalation.text.feeds import read_feed
from escalation.text.files import UNREADABLE, Content, contents
from escalation.text.formats import read_csv, read_json_lines, read_text
from escalation.text.items import FIELDS, MOST_BYTES, Fault, Item, is_utf8
from escalation.text.language import language
from escalation.text.mail import read_mailbox, read_message
from escalation.text.pages import read_page

READERS: dict[str, Callable[..., Iterator[Item | Fault]]] = {
    ".txt": read_text,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".html": read_page,
    ".htm": read_page,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".eml": read_message,
    ".mbox": read_mailbox,
}
"""Reader by the file's suffix; ``.gz`` behind it and ``.zip`` around it are opened first."""

_SHORT = 1_000
_MOST_MARKS = 30  # on one letter, as in Unicode's stream-safe text format
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_LINE_ENDS = re.compile(r" ?\n ?")
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Reading:
    """What was read (REPORTS) and what was set aside, with file, line, rule, value (REJECTED)."""

    reports: pd.DataFrame
    rejected: pd.DataFrame

    @property
    def summary(self) -> str:
        """One line: how many were read, how many set aside."""
        return f"{len(self.reports):,} reports read, {len(self.rejected):,} set aside"


def read(
    path: str | Path,
    *,
    source: str,
    fetched: Day | None = None,
    columns: Mapping[str, str] | None = None,
    day_order: days.Order | None = None,
) -> Reading:
    """Read the reports of a file, a folder or an archive.

    Parameters
    ----------
    path
        A folder is read whole, in the order of names; hidden files and READMEs are passed over.
    source
        Name of the feed that the reports come from, as a theatre lists it.
    fetched
        Day on which we had them; if not given, each is taken as known on its day of publication.
        An item that has a ``fetched`` of its own keeps that.
    columns
        For CSV and JSON lines: our field to the file's name for it, such as
        ``{"published": "Datum", "body": "Text"}``; usual names are known without.
    day_order
        How days such as ``02/03/2026`` are meant: ``day-month`` (2 March) or ``month-day``;
        without it they are set aside.

    Raises
    ------
    ContractError
        If there is no such path, ``columns`` names a field that no report has, or ``day_order``
        is no such order.
    """
    if day_order is not None and day_order not in days.ORDERS:
        raise ContractError(f"a day order is one of {', '.join(days.ORDERS)}; got '{day_order}'")
    reader = partial(_by_suffix, _column_map(columns or {}))
    found = entries(Path(path), reader)
    return gather(found, source=source, fetched=fetched, day_order=day_order)


def gather(
    found: Iterable[tuple[str, Item | Fault]],
    *,
    source: str,
    fetched: Day | None = None,
    day_order: days.Order | None = None,
) -> Reading:
    """Judge items from any reader, once: the door through which all reports come in.

    Parameters
    ----------
    found
        Pairs of file name and item (or fault), in any number; taken one at a time.
    source, fetched, day_order
        As in :func:`read`.
    """
    known = None if fetched is None else day(fetched).date()
    reports: dict[str, tuple[Any, ...]] = {}
    rejected: list[tuple[str, int | None, str, str | None]] = []
    for file, entry in found:
        outcome = entry if isinstance(entry, Fault) else _judged(entry, source, known, day_order)
        if not isinstance(outcome, Fault) and outcome[0] in reports:
            outcome = Fault(entry.line, "a report is read once", outcome[0])
        if isinstance(outcome, Fault):
            rejected.append((file, outcome.line, outcome.rule, _short(outcome.value)))
        else:
            reports[outcome[0]] = outcome
    return Reading(
        checked(_table(list(reports.values()), REPORTS), REPORTS),
        checked(_table(rejected, REJECTED), REJECTED),
    )


def tidy(text: str | None) -> str | None:
    """Text without invisible characters and stray space; None if nothing is left."""
    if text is None:
        return None
    clean = _composed(text.replace("\r\n", "\n").replace("\r", "\n"))
    clean = _SPACES.sub(" ", _INVISIBLE.sub("", clean))
    clean = _AROUND_LINE_ENDS.sub("\n", clean)
    return _BLANK_LINES.sub("\n\n", clean).strip() or None


def _composed(text: str) -> str:
    """Letters and their marks as one character each (NFC).

    Sorting the marks of one letter takes quadratic time, so a text that heaps them is left be.
    """
    if text.isascii():
        return text
    if len(text) > _SHORT:
        runs = groupby(text, lambda letter: unicodedata.combining(letter) > 0)
        if any(marks and sum(1 for _ in run) > _MOST_MARKS for marks, run in runs):
            return text
    return unicodedata.normalize("NFC", text)


def entries(
    path: Path, reader: Callable[[Content], Iterator[Item | Fault]]
) -> Iterator[tuple[str, Item | Fault]]:
    """What a reader finds in every file behind a path, each with the file's name."""
    for name, content in contents(path):
        if isinstance(content, Fault):
            yield name, content
            continue
        try:
            for entry in reader(content):
                yield name, entry
        except UNREADABLE as reason:
            yield name, Fault(None, "a file can be opened and read", str(reason))


def _by_suffix(columns: Mapping[str, str], content: Content) -> Iterator[Item | Fault]:
    reader = READERS.get(content.suffix)
    if reader is None:
        rule = f"there is a reader for {', '.join(READERS)} (in .zip or .gz too)"
        return iter([Fault(None, rule, content.suffix or content.name)])
    return reader(content.stream, columns)


def _judged(
    item: Item, source: str, known: date | None, order: days.Order | None
) -> tuple[Any, ...] | Fault:
    """The row of a report, or the first rule that the item breaks."""
    fault = _broken(item)
    if fault is not None:
        return Fault(item.line, *fault)
    published, title = days.read_day(item.published or "", order), tidy(item.title)
    body = tidy(item.body) or title or ""  # many feeds are headlines alone
    if published is None:
        return Fault(item.line, days.RULE, item.published)
    fetched = days.read_day(item.fetched, order) if item.fetched else (known or published)
    if fetched is None:
        return Fault(item.line, days.RULE.replace("publication", "fetching"), item.fetched)
    if published > fetched:
        value = f"published {published}, fetched {fetched}"
        return Fault(item.line, "a report is not published after it was fetched", value)
    spoken = language(body)
    if spoken != "en":
        return Fault(item.line, f"a report is in English; this looks like '{spoken}'", body)
    url, outlets = tidy(item.url), tidy(item.outlets)
    words = "\x1f".join((source, str(published), title or "", body))
    # An id of the file's own is kept, so that what is coded can be held against it.
    name = tidy(item.id) or "r" + hashlib.sha256(words.encode()).hexdigest()[:15]
    return (name, source, published, fetched, title, body, spoken, url, outlets)


def _broken(item: Item) -> tuple[str, str | None] | None:
    body = item.body or ""
    if len(body.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return f"a body has at most {MOST_BYTES:,} bytes", body[:40]
    for text in item[1:]:
        if isinstance(text, str) and not is_utf8(text):
            return "text is UTF-8; save the file so", text.encode(
                "utf-8", "backslashreplace"
            ).decode()
    if tidy(body) is None and tidy(item.title) is None:
        return "a report has a body or a headline", None
    return None


def _short(value: str | None) -> str | None:
    clean = (tidy(value[:200]) or "") if value else ""
    return clean[:80].encode("utf-8", "backslashreplace").decode() or None


def _table(rows: list[tuple[Any, ...]], contract: Any) -> pd.DataFrame:
    frame = pd.DataFrame.from_records(rows, columns=list(contract.columns))
    return typed(frame, contract)


def _column_map(columns: Mapping[str, str]) -> dict[str, str]:
    unknown = sorted(set(columns) - set(FIELDS))
    if unknown:
        raise ContractError(f"no report field {unknown}; there are: {', '.join(FIELDS)}")
    return dict(columns)
