"""HTML pages: main text, title, day and address, found by trafilatura.

Only what the page says of itself is taken for its day (its metadata and marked-up dates); a
page that does not say is set aside, as is one above 5 MB or 60,000 tags.
"""

from collections.abc import Iterator
from typing import BinaryIO

from escalation.text import days
from escalation.text.items import MOST_BYTES, Fault, Item

_MOST_TAGS = 60_000


def read_page(stream: BinaryIO, columns: object) -> Iterator[Item | Fault]:
    """One report in a page."""
    from trafilatura import bare_extraction

    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        yield Fault(None, f"a page has at most {MOST_BYTES:,} bytes", None)
        return
    if raw.count(b"<") > _MOST_TAGS:  # the extraction's time grows faster than the page
        yield Fault(None, f"a page has at most {_MOST_TAGS:,} tags", None)
        return
    try:
        found = bare_extraction(
            raw,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": "2199-12-31",
            },
        )
    except Exception as reason:  # hostile markup may break the parser in ways it does not name
        yield Fault(None, "the main text of a page can be found", f"{type(reason).__name__}")
        return
    page = found.as_dict() if found is not None and not isinstance(found, dict) else found
    if not page or not page.get("text"):
        yield Fault(None, "a page has a main text", None)
    elif not page.get("date"):
        yield Fault(None, f"a page says its day: {days.RULE}", page.get("title"))
    else:
        outlet = page.get("sitename") or page.get("hostname")
        yield Item(None, page["date"], page["text"], page.get("title"), page.get("url"), outlet)
