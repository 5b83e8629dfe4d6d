"""RSS and Atom feeds kept as files, read by feedparser. Nothing is fetched from anywhere."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from escalation.text.days import read_day
from escalation.text.items import Fault, Item

_MOST_BYTES = 20_000_000
MOST_MARKUP = 5_000_000


def read_feed(stream: BinaryIO, columns: object) -> Iterator[Item | Fault]:
    """One report an entry: its content, or its summary where it has none, without markup."""
    import feedparser

    raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        yield Fault(None, f"a feed has at most {_MOST_BYTES:,} bytes", None)
        return
    try:
        # A stream, since a text could be taken for an address and fetched.
        feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False)
    except Exception as reason:  # hostile markup may break the parser in ways it does not name
        yield Fault(None, "a feed can be taken apart", type(reason).__name__)
        return
    if not feed.version and not feed.entries:
        yield Fault(None, "a feed is RSS or Atom", str(feed.get("bozo_exception", ""))[:80])
        return
    outlet = feed.feed.get("title")
    for entry in feed.entries:
        yield _item(entry, outlet)


def _item(entry: Any, outlet: str | None) -> Item | Fault:
    parts = [part.get("value") for part in entry.get("content", [])] + [entry.get("summary")]
    markup = next((part for part in parts if part and part.strip()), None)
    if markup is not None and len(markup) > MOST_MARKUP:
        return Fault(None, f"an entry has at most {MOST_MARKUP:,} characters", markup[:80])
    return Item(
        line=None,
        published=_day(entry),
        body=without_markup(markup),
        title=without_markup(entry.get("title")),
        url=entry.get("link"),
        outlets=outlet,
    )


def _day(entry: Any) -> str | None:
    """The entry's day as it writes it; as feedparser understands it where we do not."""
    told = entry.get("published") or entry.get("updated")
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if told and read_day(told) is None and parsed:
        return f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}"
    return told


def without_markup(markup: str | None) -> str | None:
    """The text of a piece of HTML, a line a block; None if it cannot be taken apart."""
    if not markup or "<" not in markup:
        return markup
    from lxml import etree, html

    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (etree.LxmlError, ValueError):
        return None
    for hidden in tree.xpath("//script | //style"):
        hidden.drop_tree()
    blocks = tree.xpath("//p | //br | //li | //div")
    for block in blocks:
        block.tail = "\n" + (block.tail or "")
    return tree.text_content()
