"""Reading single expressions of the calendar: weekdays, months, years, amounts of time."""

import re

import pandas as pd

from escalation.periods import month_of
from escalation.text.days import month_number

Span = tuple[pd.Timestamp, pd.Timestamp]

_ONE = pd.Timedelta(days=1)
_SEASON = pd.Timedelta(days=100)  # "17 November", told in September, is still to come
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
YEAR = re.compile(r"(?:19|20)\d\d")
WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAYS = frozenset(WEEKDAY.lower().split("|"))
"""Names of weekdays, in small letters."""
CALENDAR = frozenset(f"{MONTH}|{WEEKDAY}".lower().split("|"))
"""Names of months and weekdays, in small letters."""
_COUNTS = {
    "a": (1, 1),
    "an": (1, 1),
    "one": (1, 1),
    "two": (2, 2),
    "a couple of": (2, 2),
    "three": (3, 3),
    "four": (4, 4),
    "five": (5, 5),
    "six": (6, 6),
    "seven": (7, 7),
    "eight": (8, 8),
    "nine": (9, 9),
    "ten": (10, 10),
    "eleven": (11, 11),
    "twelve": (12, 12),
    "fifteen": (15, 15),
    "twenty": (20, 20),
    "thirty": (30, 30),
    "a few": (2, 5),
    "few": (2, 5),
    "several": (3, 9),
}
AMOUNT_WORDS = frozenset(_COUNTS)
AMOUNT = r"\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True))


def amount_of(words: str) -> tuple[int, int]:
    """Least and most that a count of days, weeks ... can mean: ``a few`` gives (2, 5)."""
    lower = words.lower()
    return (int(lower), int(lower)) if lower.isdigit() else _COUNTS[lower]


def weekday(
    name: str, at: pd.Timestamp, *, ahead: bool = False, strictly: bool = False
) -> pd.Timestamp:
    """Nearest day of that name on or before ``at`` (``strictly``: before; ``ahead``: after)."""
    wanted = _WEEKDAYS.index(name[:3].lower())
    if ahead:
        return at + ((wanted - at.weekday() - 1) % 7 + 1) * _ONE
    steps = (at.weekday() - wanted) % 7
    return at - (7 if strictly and steps == 0 else steps) * _ONE


def back(at: pd.Timestamp, least: int, most: int, unit: str) -> Span | str:
    """Days meant by "so many units ago"; the coarser the unit, the wider the span.

    A day is a day; a week is three days to both sides; a month and a year are the calendar's.
    """
    unit = unit.lower()
    if unit == "hour":
        return at - _ONE * -(-most // 24), at - _ONE * (least // 24)
    if unit == "day":
        return at - most * _ONE, at - least * _ONE
    if unit == "week":
        return at - (7 * most + 3) * _ONE, at - (7 * least - 3) * _ONE
    if unit == "month":
        first = month_of(at) - pd.DateOffset(months=most)
        return first, month_of(at) - pd.DateOffset(months=least - 1) - _ONE
    if unit == "year":
        return _year(at.year - most)[0], _year(at.year - least)[1]
    return "a count of decades fixes no days"


def explicit(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | str:
    """A day by its date; without a year, the nearest on the side that the tense allows."""
    groups = match.groupdict()
    month = month_number(groups["m"])
    year = groups.get("y")
    try:
        if year:
            first = pd.Timestamp(int(year), month, int(groups["d"])).as_unit("us")
        else:
            first = _nearest(month, int(groups["d"]), at, ahead, soon=_SEASON)
        last = first.replace(day=int(groups.get("d2") or groups["d"]))
    except ValueError:
        return f"'{match.group()}' is no day of the calendar"
    return (first, last) if first <= last else f"'{match.group()}' ends before it begins"


def in_month(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | str | None:
    """A month, or its early, middle or late third; never past ``at`` unless it lies ahead."""
    groups = match.groupdict()
    month = month_number(groups["m"])
    year = groups.get("y")
    first = pd.Timestamp(int(year), month, 1) if year else _nearest(month, 1, at, ahead)
    first = first.as_unit("us")
    last = first + pd.offsets.MonthEnd(0)
    part = (groups.get("part") or "").lower()
    if part in ("early", "the beginning of"):
        last = first.replace(day=10)
    elif part == "mid":
        first, last = first.replace(day=11), first.replace(day=20)
    elif part in ("late", "the end of"):
        first = first.replace(day=21)
    return first, min(last, at) if first <= at else last


def in_year(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | None:
    """A year, its early, middle or late third, or a decade; ends at ``at`` if it is running."""
    year, part = int(match["y"]), (match.groupdict().get("part") or "").lower()
    first, last = _year(year)
    if match.group().endswith("s"):
        last = _year(year + 9)[1]
    elif part:
        start = {"early": 1, "mid": 5, "late": 9}[part]
        first = first.replace(month=start)
        last = first + pd.DateOffset(months=4) - _ONE
    return (first, min(last, at)) if first <= at else (first, last)


def _nearest(
    month: int, of_month: int, at: pd.Timestamp, ahead: bool, *, soon: pd.Timedelta = _ONE
) -> pd.Timestamp:
    """Nearest such date: from ``at`` on if it lies ahead, else up to ``soon`` after ``at``.

    A report that is dated a day later than ours is no reason to go back a year; 29 February
    may be eight years away.
    """
    years = range(at.year, at.year + 9) if ahead else range(at.year + 1, at.year - 9, -1)
    for year in years:
        try:
            candidate = pd.Timestamp(year, month, of_month).as_unit("us")
        except ValueError:
            continue
        if (candidate >= at) if ahead else (candidate <= at + soon):
            return candidate
    raise ValueError(f"no day {of_month} in month {month}")


def _year(year: int) -> Span:
    return pd.Timestamp(year, 1, 1).as_unit("us"), pd.Timestamp(year, 12, 31).as_unit("us")
