"""What a reader of one format hands on: items as they stand in a file, and its faults.

A reader takes an open stream and yields one :class:`Item` a report or one :class:`Fault` for
what it could not take apart. It judges the format alone; whether an item is a report (a day, a
body, in English) is judged once, in ``reports.py``.
"""

from collections.abc import Iterable
from typing import NamedTuple

MOST_BYTES = 5_000_000
"""Bytes of text, in UTF-8, above which a body is set aside."""


class Item(NamedTuple):
    """A report as written: every field as it stands in the file, None where it is absent."""

    line: int | None
    published: str | None
    body: str | None
    title: str | None = None
    url: str | None = None
    outlets: str | None = None
    fetched: str | None = None
    id: str | None = None


class Fault(NamedTuple):
    """Why something in a file is not an item: the line, the rule, the value that breaks it."""

    line: int | None
    rule: str
    value: str | None


FIELDS: dict[str, tuple[str, ...]] = {
    "published": ("published", "date", "day", "publication_date"),
    "body": ("body", "text", "content"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlets": ("outlets", "outlet", "publisher"),
    "fetched": ("fetched",),
    "id": ("id", "report_id"),
}
"""Fields of an item, each with the column names under which it is looked for, in that order."""


def plain(value: object) -> str | None:
    """A field as text: a list joined by "; ", an absent or empty one as None.

    Raises
    ------
    TypeError
        If the value is an object, or a list that holds one.
    """
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, dict):
        raise TypeError("a field is text, a number or a list of them")
    if isinstance(value, Iterable):
        return "; ".join(text for text in map(plain, value) if text) or None
    return str(value)


def is_utf8(text: str) -> bool:
    """Has a text no lone surrogate: the mark of bytes that were no UTF-8, or of a broken escape?"""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
