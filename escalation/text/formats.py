"""Readers of plain text, JSON lines and CSV: each turns a stream into items and faults.

Bytes that are no UTF-8 are carried along as lone surrogates, so that the record that holds them
can be set aside alone, with its line, when its text is judged (``reports.py``).
"""

import csv
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from escalation.text import days
from escalation.text.items import FIELDS, MOST_BYTES, Fault, Item, is_utf8, plain

_LONGEST_LINE = 2 * MOST_BYTES
_MOST_RETRIES = 100
_DATE_WORD = re.compile(r"\s*(?:date\b\s*:?\s*)?", re.IGNORECASE)

Columns = Mapping[str, str]


def read_text(stream: BinaryIO, columns: Columns) -> Iterator[Item | Fault]:
    """One report in a file: its first line begins with the day, after the word "date" or not.

    What follows the day on the first line belongs to the body, with all the lines below.
    """
    raw = stream.read(MOST_BYTES + 200)
    text = _decoded(raw).removeprefix("\ufeff")
    head, line_end, below = text.lstrip().partition("\n")
    start = _DATE_WORD.match(head)
    stamp, rest = days.leading_day(head[start.end() if start else 0 :])
    if not text.strip() or not is_utf8(text):
        yield Item(1, None, text)
    elif stamp is None:
        yield Fault(1, f"the first line begins with the day: {days.RULE}", head)
    else:
        yield Item(1, str(stamp), rest.lstrip(" \t:.,-") + line_end + below)


def read_json_lines(stream: BinaryIO, columns: Columns) -> Iterator[Item | Fault]:
    """One report a line, each a JSON object; blank lines are passed over."""
    for number, record in json_lines(stream):
        yield record if isinstance(record, Fault) else _from_record(number, record, columns)


def json_lines(stream: BinaryIO) -> Iterator[tuple[int, dict[str, Any] | Fault]]:
    """Line and object of every line that is not blank; a fault where it is no JSON object."""
    for number, raw in _lines(stream):
        if raw is None:
            yield number, Fault(number, f"a line is shorter than {_LONGEST_LINE:,} bytes", None)
        elif raw.strip():
            yield number, _json_object(number, _decoded(raw).removeprefix("\ufeff").strip())


def _json_object(number: int, text: str) -> dict[str, Any] | Fault:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as reason:
        return Fault(number, f"a line is JSON: {reason}", text)
    return record if isinstance(record, dict) else Fault(number, "a line is a JSON object", text)


def _from_record(number: int, record: dict[str, Any], columns: Columns) -> Item | Fault:
    try:
        fields = {
            field: plain(_first(record, columns.get(field), names))
            for field, names in FIELDS.items()
        }
    except (TypeError, RecursionError) as reason:
        return Fault(number, str(reason), ", ".join(record))
    return Item(line=number, **fields)


def _first(record: dict, told: str | None, names: tuple[str, ...]) -> object:
    wanted = (told,) if told else names
    return next((record[name] for name in wanted if name in record), None)


def read_csv(stream: BinaryIO, columns: Columns) -> Iterator[Item | Fault]:
    """One report a row, under a header; comma, semicolon or tab between the fields.

    A quotation mark that is never closed costs its own line: the lines that it swallowed are
    read again.
    """
    lines = _Lines(stream)
    header_line = next(lines, "").removeprefix("\ufeff")
    comma = max(",;\t", key=header_line.count)
    header = [name.strip().lower() for name in next(csv.reader([header_line], delimiter=comma), [])]
    where = _columns(header, columns)
    missing = [field for field in ("published", "body") if field not in where]
    if missing:
        names = " and ".join(columns.get(field, field) for field in missing)
        way_out = f"`read --column {missing[0]}=NAME` names another"
        rule = f"the header names the columns {names}; {way_out}"
        yield Fault(1, rule, header_line.strip())
        return
    for number, row, text in _records(lines, comma, len(header)):
        if row is None:
            rule = f"a row has the header's {len(header)} fields, quotation marks closed"
            yield Fault(number, rule, text)
        elif any(row):
            fields = {field: row[index] or None for field, index in where.items()}
            yield Item(line=number, **{"published": None, "body": None, **fields})


def _columns(header: list[str], columns: Columns) -> dict[str, int]:
    where = {}
    for field, names in FIELDS.items():
        wanted = (columns[field].strip().lower(),) if field in columns else names
        found = [header.index(name) for name in wanted if name in header]
        if found:
            where[field] = found[0]
    return where


def _records(
    lines: "_Lines", comma: str, width: int
) -> Iterator[tuple[int, list[str] | None, str]]:
    """Line, fields and first line of every record; None for fields where they don't fit."""
    before = csv.field_size_limit(MOST_BYTES + 1)
    retries = 0
    try:
        reader = csv.reader(lines, delimiter=comma, strict=True)
        while True:
            number = lines.begin()
            try:
                row = next(reader, None)
                if row is None:
                    return
                fits = len(row) == width or not row
            except csv.Error:
                row, fits = [], False
            yield number, row if fits else None, lines.record[0] if lines.record else ""
            if not fits and len(lines.record) > 1 and retries < _MOST_RETRIES:
                retries += 1
                lines.give_back()
                reader = csv.reader(lines, delimiter=comma, strict=True)
    finally:
        csv.field_size_limit(before)


class _Lines:
    """Decoded lines that remember those of the record begun, to be able to give them back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._source = _lines(stream)
        self._waiting: deque[str] = deque()
        self._read = 0
        self.record: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._waiting:
            line = self._waiting.popleft()
        else:
            _, raw = next(self._source)
            line = "\n" if raw is None else _decoded(raw)
        self._read += 1
        self.record.append(line)
        return line

    def begin(self) -> int:
        """Begin a record; its line, counted from 1."""
        self.record = []
        return self._read + 1

    def give_back(self) -> None:
        """All lines of the record but the first are read again."""
        self._waiting.extendleft(reversed(self.record[1:]))
        self._read -= len(self.record) - 1


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers; None for one that is too long, which is skipped unread."""
    number = 0
    while raw := stream.readline(_LONGEST_LINE):
        number += 1
        whole = raw.endswith(b"\n") or len(raw) < _LONGEST_LINE
        yield number, raw if whole else None
        while not whole:
            more = stream.readline(_LONGEST_LINE)
            whole = more.endswith(b"\n") or not more


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", errors="surrogateescape")
