"""Days of publication as people and programs write them.

``2026-02-19``, ``2026/02/19``, ``20260219``, ``2026-02-19T10:00:00+05:00``, ``19 February 2026``,
``Thu, 19 Feb 2026 10:00:00 GMT``, ``February 19, 2026``. The day is the one that stands there:
a time and a zone are passed over, since "on Tuesday" is meant in the writer's own calendar.
``02/03/2026`` is one day in Karachi and another in Chicago: it is read where the reader of the
file says which number is the day.
"""

import re
from datetime import date
from typing import Literal

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = re.compile(
    r"(?P<y1>\d{4})(?P<dash>[-/]?)(?P<m1>\d{2})(?P=dash)(?P<d1>\d{2})(?!\d)"
    rf"|{_WEEKDAY}(?P<d2>\d{{1,2}})(?:\s+|-){_MONTH.format('m2')}(?:,?\s+|-)(?P<y2>\d{{4}})(?!\d)"
    rf"|{_WEEKDAY}{_MONTH.format('m3')}\s+(?P<d3>\d{{1,2}}),?\s+(?P<y3>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:T|,?\s+(?:at\s+)?)\d{1,2}:\d{2}[\w\s:.,+/()-]*$", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

Order = Literal["day-month", "month-day"]
ORDERS: tuple[Order, ...] = ("day-month", "month-day")

_NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<dash>[-/.])(?P<two>\d{1,2})(?P=dash)(?P<year>\d{4})(?!\d)"
)
_ISO = "{year}-{month:0>2}-{day:0>2}"

RULE = "a day of publication is written like 2026-02-19 or 19 February 2026"


def leading_day(text: str) -> tuple[date | None, str]:
    """Day at the beginning of a text, and the text after it.

    >>> leading_day("19 February 2026 Islamabad: the minister")
    (datetime.date(2026, 2, 19), ' Islamabad: the minister')
    >>> leading_day("Islamabad, 19 February 2026")
    (None, 'Islamabad, 19 February 2026')
    """
    match = _DAY.match(text)
    if match is None:
        return None, text
    parts = {name: value for name, value in match.groupdict().items() if value}
    year, month, number = (
        next(value for name, value in parts.items() if name[0] == letter and name != "dash")
        for letter in "ymd"
    )
    months = month_number(month)
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None, text
    try:
        return date(int(year), months, int(number)), text[match.end() :]
    except ValueError:
        return None, text


def in_numbers(text: str) -> bool:
    """Does a text begin with a day such as 02/03/2026, whose order nobody has told?"""
    return _NUMBERS.match(text.strip()) is not None


def read_day(text: str, order: Order | None = None) -> date | None:
    """Day that a text is, alone or with a time of day behind it; None if it is no such text.

    ``order`` says how days in numbers alone are meant:

    >>> read_day("02/03/2026", "day-month")
    datetime.date(2026, 3, 2)
    """
    text = text.strip()[:80]
    if order is not None and (match := _NUMBERS.match(text)):
        day, month = match["one"], match["two"]
        if order == "month-day":
            day, month = month, day
        text = _ISO.format(year=match["year"], month=month, day=day) + text[match.end() :]
    stamp, rest = leading_day(text)
    return stamp if stamp is not None and (not rest.strip() or _TIME.match(rest)) else None


def month_number(name: str) -> int:
    """1 to 12 for the name of a month, or its beginning, or its number."""
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1
