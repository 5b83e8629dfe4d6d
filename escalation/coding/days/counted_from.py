"""Days counted from what was told just before: "two days earlier", "the next day".

A report that says so means the happening of its sentence before. Where that has no day of its own,
or some day of a month, the words fix none.
"""

import re

import pandas as pd

from escalation.coding.days.calendar import AMOUNT, amount_of, back
from escalation.coding.days.dates import Days, days_of

_COUNT = re.compile(
    rf"'(?:(?P<n>{AMOUNT}) (?P<unit>day|night|week)s? (?P<way>earlier|later|previously)"
    r"|the (?P<which>previous|following|next) (?:day|night)"
    r"|(?P<same>(?:the|that) same day|(?:earlier|later) that day))'",
    re.IGNORECASE,
)
_ONE = pd.Timedelta(days=1)
_WIDEST = pd.Timedelta(days=2)


def counted_from(days: Days, before: Days | None, published: pd.Timestamp) -> Days:
    """The days that a count from another event means, where ``before`` are that event's."""
    count = _COUNT.search(days.reason or "") if days.rule == "other-event" else None
    if count is None:
        return days
    if before is None or pd.isna(before.first) or pd.isna(before.last):
        return days_of("", published) if count["same"] else days
    if before.last - before.first > _WIDEST:
        return days
    first, last = before.first, before.last
    if count["same"]:
        pass
    elif count["which"]:
        step = -_ONE if count["which"].lower() == "previous" else _ONE
        first, last = first + step, last + step
    else:
        least, most = amount_of(count["n"])
        unit = count["unit"].lower().replace("night", "day")
        later = count["way"].lower() == "later"
        first, last = _moved(first, last, least, most, unit, later=later)
    if first > published:
        return days
    return Days(first, min(last, published), None, "counted")


def _moved(
    first: pd.Timestamp, last: pd.Timestamp, least: int, most: int, unit: str, *, later: bool
) -> tuple[pd.Timestamp, pd.Timestamp]:
    if later:
        size = 7 if unit == "week" else 1
        return first + least * size * _ONE, last + most * size * _ONE
    spans = [back(day, least, most, unit) for day in (first, last)]
    ends = [span for span in spans if not isinstance(span, str)]
    return min(low for low, _ in ends), max(high for _, high in ends)
