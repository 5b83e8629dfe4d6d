"""The expressions of time that a sentence can hold, one rule each, in the order of precedence.

A rule has a name, a pattern, and a reader that gives the first and the last day, or the reason
why the words fix none.
"""

import re
from collections.abc import Callable

import pandas as pd

from escalation.coding.days.calendar import (
    AMOUNT,
    MONTH,
    WEEKDAY,
    Span,
    amount_of,
    back,
    explicit,
    in_month,
    in_year,
    weekday,
)
from escalation.periods import month_of, week_of

_ONE = pd.Timedelta(days=1)
Reader = Callable[[re.Match[str], pd.Timestamp, bool], Span | str | None]


def _day_of_week(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span:
    word = (match["which"] or "").lower()
    first = weekday(match["day"], at, ahead=ahead or word == "next", strictly=word == "last")
    until = match["until"]
    return (first, first) if not until else (first, max(first, weekday(until, at, ahead=ahead)))


def _ago(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | str:
    least, most = amount_of(match["n"])
    return back(at, least, most, match["unit"])


def _past(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | str:
    most = amount_of(match["n"])[1] if match["n"] else 1
    if match["unit"].lower() == "week":
        return at - 7 * most * _ONE, at
    span = back(at, most, most, match["unit"])
    return span if isinstance(span, str) else (span[0], at)


def _so_many(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | str | None:
    """ "In three days of clashes", "two attacks in as many days": to the day of the report."""
    most = amount_of(match["n"] or match["as_many"])[1]
    unit = (match["unit"] or match["units"]).lower()
    steps = {"day": 1, "week": 7}
    return (at - most * steps[unit] * _ONE, at) if unit in steps else None


def _calendar(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span:
    which, unit = match["which"].lower(), match["unit"].lower()
    first = {"week": week_of(at), "month": month_of(at), "year": at.replace(month=1, day=1)}[unit]
    step = {
        "week": pd.DateOffset(weeks=1),
        "month": pd.DateOffset(months=1),
        "year": pd.DateOffset(years=1),
    }[unit]
    if which == "this":
        later = ahead or "later" in match.group().lower()
        return (at, first + step - _ONE) if later else (first, at)
    if which == "next":
        return first + step, first + step + step - _ONE
    return first - step, first - _ONE


def _weekend(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span:
    saturday = weekday("saturday", at)
    return saturday, min(saturday + _ONE, at)


def _fixed(first: int, last: int) -> Reader:
    def read(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span:
        return at + first * _ONE, at + last * _ONE

    return read


def _unread(why: str) -> Reader:
    def read(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> str:
        return f"'{match.group()}' {why}"

    return read


def _september_11(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span:
    attacks = pd.Timestamp("2001-09-11").as_unit("us")
    return attacks, attacks


def _year(match: re.Match[str], at: pd.Timestamp, ahead: bool) -> Span | None:
    """A year, unless it is a name's: "the 2024 general election" says nothing of when.

    Nor does the running year in a title: "2024 Lima bombings: Two bombs explode".
    """
    before, rest = match.string[: match.start()], match.string[match.end() :]
    title = int(match["y"]) == at.year and not before.strip() and _TITLE.match(rest)
    return None if match["named"] or title else in_year(match, at, ahead)


def _rule(name: str, pattern: str, read: Reader, flags: int = re.I) -> tuple:
    return name, re.compile(pattern, flags), read


# "A Sunday market": of which days it is, not when something happened there.
_HELD = "prayers?|Mosque|[Mm]arket|[Bb]azaar|[Mm]ass|[Ss]chool|sermon|service|congregation|worship"
_TITLE = re.compile(r" [^.:;,]{3,60}: ")
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|to|and)\s*"
_YEAR = r"(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?"
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
_WHICH = r"(?P<which>last|this past|this|next|past|previous)"
_PART = r"(?:(?P<part>early|mid|late|the end of|the beginning of)[- ]+)?"
_LEAD = r"\b(?i:in|of|since|during|this|last|next|by|until|from)\s+"
_JOIN = r"(?:(?:\s+\w+)?\s+(?:and|to|through|until|into)\s+(?:early\s+|late\s+)?"
_COUNTED = (
    r"(?![\d,]*\d|-|\s+(?:people|troops|soldiers|men|women|civilians|militants|fighters|refugees|"
    r"families|dead|killed|killings|casualties|deaths|injured|others|homes|houses|dollars|km|"
    r"kilometres|kilometers|miles|meters|metres|tons|tonnes|prisoners|police|members|workers|"
    r"more|villagers|residents|children|personnel|US|American))"
)
# What is called by its year, whenever it is held, signed or in force.
_NAMED = (
    r"(?: [\w'-]+){0,3}? (?:elections?|referendum|polls?|Olympics|Games|World Cup|Championships?|"
    r"budget|census|constitution|agreement|accords?|deal|treaty|law|act|season|film|summit|"
    r"ceasefire|truce|resolution)\b"
)
# Earlier rules take their words first: "3 March 2009" is no bare month and no bare year.
RULES: list[tuple[str, re.Pattern[str], Reader]] = [
    _rule("iso", r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", explicit),
    _rule(
        "9/11",
        r"(?<!post-)(?:\b9/11\b|\bSept(?:ember|\.)? 11(?:th)?(?:,? 2001)?"
        r"(?= (?:terrorist )?attacks?))",
        _september_11,
    ),
    _rule(
        "date",
        rf"\b(?P<d>\d{{1,2}}){_TH}(?:{_TO}(?P<d2>\d{{1,2}}){_TH})?"
        rf"\s+(?:of\s+)?(?P<m>{MONTH})\b\.?{_YEAR}",
        explicit,
    ),
    _rule(
        "date",
        rf"\b(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}}){_TH}\b(?!,\d{{3}})"
        rf"(?:{_TO}(?P<d2>\d{{1,2}}){_TH}\b)?{_YEAR}",
        explicit,
    ),
    _rule("month", rf"\b{_PART}(?P<m>{MONTH})\.?,?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)\b", in_month),
    _rule("month", rf"{_LEAD}{_PART}(?P<m>{MONTH})\b(?!\s+\d|(?<=\bMar) [A-Z])", in_month, 0),
    _rule("month", rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[- ](?P<m>{MONTH})\b", in_month, 0),
    _rule("day-before-yesterday", r"\bthe day before yesterday\b", _fixed(-2, -2)),
    _rule("yesterday", r"\byesterday\b", _fixed(-1, -1)),
    _rule("today", r"\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b", _fixed(0, 0)),
    _rule(
        "overnight",
        rf"\bovernight\b(?! (?:on|into|from|between|of) (?:{WEEKDAY}))|\blast night\b"
        r"|\bin the past 24 hours\b",
        _fixed(-1, 0),
    ),
    _rule("tomorrow", r"\btomorrow\b", _fixed(1, 1)),
    _rule(
        "weekend",
        r"\b(?:over|at|during|on) the (?:past |last )?weekend\b|\b(?:last|this past) weekend\b",
        _weekend,
    ),
    _rule(
        "weekday",
        rf"\b(?:(?P<which>last|next|this)\s+)?(?P<day>{WEEKDAY})\b(?!\s+(?:{_HELD}))"
        rf"{_JOIN}(?P<until>{WEEKDAY})\b)?",
        _day_of_week,
        0,
    ),
    _rule("ago", rf"\b(?P<n>{AMOUNT})\s+{_UNIT}\s+ago\b", _ago),
    _rule(
        "past",
        rf"\b(?:over|in|during|within|for)\s+the\s+(?:past|last)\s+(?:(?P<n>{AMOUNT})\s+)?{_UNIT}\b",
        _past,
    ),
    _rule(
        "past",
        rf"\b(?:in|over|during|within) an? (?P<n>{AMOUNT})[- ]{_UNIT}[- ](?:period|span)\b",
        _past,
    ),
    _rule(
        "days-of",
        rf"\b(?:in|over|during|within) (?:the (?:past|last) )?(?P<n>{AMOUNT}) {_UNIT} of\b"
        rf"|\b(?P<as_many>{AMOUNT}) (?:[\w-]+ ){{1,4}}in as many (?P<units>day|week)s\b",
        _so_many,
    ),
    _rule("before-last", r"\b(?:on |during )?the night before last\b", _fixed(-2, -1)),
    _rule(
        "calendar",
        rf"\b(?:earlier |later )?{_WHICH}\s+(?P<unit>week|month|year)\b(?!s)",
        _calendar,
    ),
    _rule("recent", r"\b(?:in |over )?recent days\b", _fixed(-6, 0)),
    _rule("recent", r"\b(?:in |over )?recent weeks\b", _fixed(-27, 0)),
    _rule("recent", r"\b(?:in |over )?recent months\b", _fixed(-181, 0)),
    _rule(
        "vague",
        r"\b(?:in )?recent (?:years|decades)\b|\bover the years\b"
        r"|\b(?:(?:many |long |some )?(?:years|decades|months|weeks|days)|long) ago\b"
        r"|\bin the past\b(?! \w+ (?:hour|day|week|month|year))"
        r"|\bprevious (?:years|decades|occasions)\b",
        _unread("fixes no days"),
    ),
    _rule(
        "other-event",
        rf"\b(?:{AMOUNT}|the)\s+(?:day|night|week|month|year)s?\s+(?:earlier|later|previously)\b"
        r"|\bthe (?:previous|following|next) (?:day|night|week|month|year)\b"
        r"|\b(?:the|that) same day\b|\b(?:earlier|later) that day\b",
        _unread("counts from another event"),
    ),
    _rule("recent", r"\brecent(?:ly)?\b", _fixed(-13, 0)),
    _rule("decade", r"\b(?:(?:early|mid|late)[- ])?(?P<y>(?:19|20)\d0)s\b", in_year),
    _rule(
        "year",
        rf"(?<![$£€\d,.-])\b(?:(?P<part>early|mid|late)[- ])?(?P<y>(?:19|20)\d\d)\b{_COUNTED}"
        rf"(?P<named>{_NAMED})?",
        _year,
    ),
    _rule("year", rf"\b(?:in|of|since|during)\s+(?P<y>1[78](?!00)\d\d)\b{_COUNTED}", in_year),
]
