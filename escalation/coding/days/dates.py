"""When something happened, by the words of a sentence and the day it was published.

A sentence of a daily news item that names no day tells of the day before or the day itself
(rule ``fresh``). Words that point to a time but fix no days ("years ago", "two days earlier")
leave the days empty and say why: an empty day is honest, a guessed one is not.

Where a sentence names several times, the one meant is told by where the event stands in it:
"closed the border on Tuesday after last month's bombing" is Tuesday for the closing and last
month for the bombing. What follows "since", "until" or "by" bounds a span and dates nothing.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
from pandas.api.typing import NaTType

from escalation.coding.days.calendar import MONTH, WEEKDAY
from escalation.coding.days.expressions import RULES
from escalation.periods import Day, day

_ONE = pd.Timedelta(days=1)
_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|due|set to|to be held|plans? to|planned for|expected|"
    r"upcoming|would be held|(?:is|are) to|prepar(?:es?|ing|ations?) for|ahead of)\b"
    r"(?:(?!\bafter\b|\bfollowing\b)[^.;])*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:since|until|till|by|deadline of|(?:up|down) from [\d,]+(?: \w+)?"
    r"|(?:starting|beginning|to (?:start|begin)|effective)"
    r"(?: on| from)?)\s+(?:the\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"\b(?:after|before|following|since|until|amid|despite|in response to|"
    r"in retaliation for|anniversary|days of|accus(?:ed|es|ing)|suspected of|ahead of|"
    r"in connection with|connected (?:to|with)|linked to|related to|"
    r"(?:scene|site) of an?|committed (?:in|on|during|between)|"
    r"responsible for|role in|convicted of|charged with|allegedly|plotting|planning|which)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:for|over) (?:the|his|her|their|its|an?)(?: [\w'-]+){0,4}? (?:attacks?|bombings?|"
    r"killings?|murders?|deaths?|assaults?|shootings?|massacres?|stabbings?|blasts?|abductions?|"
    r"kidnappings?|lynchings?|beheadings?|assassinations?|explosions?|ambush(?:es)?|raids?|rapes?|"
    r"crimes?|slayings?|executions?|strikes?|riots?|clash(?:es)?)\b",
    re.IGNORECASE,
)


# Most sentences name no time: a look at their small letters before two dozen.
_DIGIT = re.compile(r"\d")
_MAYBE = re.compile(
    rf"days?\b|hours|yesterday|tonight|night|weekend|morning|afternoon|evening|tomorrow|recent|ago\b|"
    r"past\b|week|month|year|decade|previous|earlier|later|"
    rf"{MONTH.lower()}|{WEEKDAY.lower()}"
)


# "The war (2001-21): ...", "a 2015 laureate": years of a name, not of what is told.
_YEARS = re.compile(r"\((?:19|20)\d\d\s*[-–—]\s*(?:(?:19|20)?\d\d|present)?\)")
_OF_NOUN = re.compile(r"\b(?:an?|the|its|his|her|their)\s+$", re.IGNORECASE)
_NOUN = 25  # characters from a year to the noun that it stands before

_RECENT = ("weekday", "yesterday", "today", "overnight", "weekend")


class Days(NamedTuple):
    """A span of days, both ends within; NaT with a ``reason`` where the words fix none."""

    first: pd.Timestamp | NaTType
    last: pd.Timestamp | NaTType
    reason: str | None
    rule: str


class Dated(NamedTuple):
    """One expression of time in a sentence, from character ``start`` to ``end``."""

    start: int
    end: int
    days: Days


def days_of(
    sentence_text: str, published: Day, *, near: int | None = None, past: bool = False
) -> Days:
    """Days on which what a sentence tells happened.

    Parameters
    ----------
    sentence_text
        One sentence.
    published
        Day of publication, from which "yesterday" counts.
    near
        Character at which the event's word stands; chooses between several times.
    past
        Whether it is told as having happened; days that were still to come are then not its own.

    Returns
    -------
    Days
        ``rule`` names the pattern; ``fresh`` (the day before and the day of publication) where
        the sentence names no time.
    """
    stamp = day(published)
    fresh = Days(stamp - _ONE, stamp, None, "fresh")
    told = expressions(sentence_text, stamp)
    if past:
        told = [d for d in told if d.days.reason is not None or d.days.first <= stamp]
    if not told:
        return fresh
    if near is not None:
        own = [d for d in told if not _separated(sentence_text, near, d)]
        if own:
            return min(own, key=lambda d: _distance(d, near)).days
        return _since(told, stamp) or fresh
    free = [d for d in told if not _FRAME.search(sentence_text[: d.start])]
    dated = [d for d in free or told if d.days.reason is None]
    return (dated or free or told)[0].days


def expressions(text: str, published: Day) -> list[Dated]:
    """All expressions of time in a text, left to right, none inside another."""
    return list(_expressions(text, day(published)))


@lru_cache(maxsize=64)
def _expressions(text: str, stamp: pd.Timestamp) -> tuple[Dated, ...]:
    taken: list[Dated] = []
    if not (_DIGIT.search(text) or _MAYBE.search(text.lower())):
        return ()
    names = [match.span() for match in _YEARS.finditer(text)]
    for rule, pattern, read in RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in taken):
                continue
            if any(low <= start < high for low, high in names):
                continue
            span = read(match, stamp, bool(_AHEAD.search(text[:start])))
            if span is None:
                continue
            if isinstance(span, str):
                days = Days(pd.NaT, pd.NaT, span, rule)
            elif _BOUND.search(text[:start]):
                days = Days(pd.NaT, pd.NaT, f"'{match.group()}' only bounds a span", "bound")
            else:
                days = Days(*span, None, rule)
            taken.append(Dated(start, end, days))
    kept = [d for d in taken if d.days.rule != "bound"]
    return tuple(sorted(kept, key=lambda d: d.start))


def _since(told: list[Dated], at: pd.Timestamp) -> Days | None:
    """ "Killed after a bomb exploded on Tuesday": some day from Tuesday to the publication."""
    for dated in told:
        first = dated.days.first
        if dated.days.rule in _RECENT and at - 7 * _ONE <= first <= at:
            return Days(first, at, None, "after")
    return None


def _separated(text: str, near: int, told: Dated) -> bool:
    low, high = (near, told.start) if near < told.start else (told.end, near)
    if told.days.rule == "year" and _OF_NOUN.search(text[: told.start]):
        return not 0 <= near - told.end <= _NOUN
    caused = any(low <= cause.start() < high for cause in _CAUSE.finditer(text))
    return caused or bool(_FRAME.search(text[low:high]))


def _distance(told: Dated, near: int) -> int:
    return max(told.start - near, near - told.end, 0)
