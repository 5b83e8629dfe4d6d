"""The spans of time a brief speaks of: the next weeks, the last year, and their words."""

from dataclasses import dataclass

import pandas as pd

from escalation.periods import Cadence, last_day


@dataclass(frozen=True)
class Spans:
    """How many periods a brief looks ahead and back.

    Parameters
    ----------
    unit
        ``week`` or ``month``.
    short, long
        Periods ahead that chances are given for; equal where the horizon is short.
    year
        Periods in a year: what a forecast is held against.
    """

    cadence: Cadence
    unit: str
    short: int
    long: int
    year: int

    @classmethod
    def of(cls, cadence: Cadence, horizon: int) -> "Spans":
        """Four and twelve weeks, or one and three months, as far as the horizon reaches."""
        unit, short, long, year = (
            ("week", 4, 12, 52) if cadence == "weekly" else ("month", 1, 3, 12)
        )
        return cls(cadence, unit, min(short, horizon), min(long, horizon), year)

    @property
    def ahead(self) -> list[int]:
        """The spans ahead, each once: ``[4, 12]``."""
        return sorted({self.short, self.long})

    def words(self, periods: int) -> str:
        """``4 weeks``, ``1 month``."""
        return f"{periods} {self.unit}{'' if periods == 1 else 's'}"

    def next(self, periods: int) -> str:
        """``next 4 weeks``, ``next month``."""
        return f"next {self.unit if periods == 1 else self.words(periods)}"

    def dates(self, weeks: pd.DatetimeIndex) -> str:
        """First to last day of some periods, such as ``16 February to 15 March 2026``."""
        return between_days(weeks[0], last_day(weeks[-1], cadence=self.cadence))


def between_days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Two days in words, saying a month or a year once where both share it."""
    if first == last:
        return in_words(first)
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {first:%B}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} to {in_words(last)}"


def in_words(day: pd.Timestamp) -> str:
    """A day as ``19 February 2026``."""
    return f"{day.day} {day:%B %Y}"
