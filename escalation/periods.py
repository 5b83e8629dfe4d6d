"""Weeks, months and horizons: every calendar convention of the house.

A day is a ``datetime64`` at midnight. A **week** is named by its Monday; a **month** by its
first day. ``as_of`` is inclusive: what became known on that day, up to its last minute, is known.

A period has *ended by* ``as_of`` when its last day is ``as_of`` or earlier. On Thursday
2026-02-19 the last ended week is 2026-02-09 (its Sunday is 02-15); the week 2026-02-16 is in
progress, so it is the first week of a forecast (horizon 1) and never data.

>>> week_of("2026-02-19")
Timestamp('2026-02-16 00:00:00')
>>> last_ended("2026-02-19")
Timestamp('2026-02-09 00:00:00')
>>> last_ended("2026-02-15")
Timestamp('2026-02-09 00:00:00')
>>> [str(w.date()) for w in ahead("2026-02-19", 2)]
['2026-02-16', '2026-02-23']
>>> last_ended("2026-02-19", cadence="monthly")
Timestamp('2026-01-01 00:00:00')
"""

import re
from datetime import date, datetime, time
from typing import Literal

import numpy as np
import pandas as pd

from escalation.schema import ContractError

Day = str | date | datetime | np.datetime64 | pd.Timestamp
Cadence = Literal["weekly", "monthly"]

_YEAR_FIRST = re.compile(r"\d{4}-\d{2}-\d{2}")
_ALIAS = {"weekly": "W-MON", "monthly": "MS"}


def day(value: Day) -> pd.Timestamp:
    """Read one calendar day; a time of day or a zone is an error, not rounded away."""
    # 02.03.2026 is the second of March to some and the third of February to others
    if isinstance(value, str) and not _YEAR_FIRST.match(value):
        raise ContractError(f"a day looks like 2026-02-19; got {value!r}")
    try:
        stamp = pd.Timestamp(value)
    except (ValueError, TypeError) as reason:
        raise ContractError(f"a day looks like 2026-02-19; got {value!r}") from reason
    if stamp is pd.NaT or stamp.tz is not None or stamp.time() != time.min or stamp.nanosecond:
        raise ContractError(f"a day is a date without a time or zone; got {value!r}")
    return stamp.as_unit("us")


def week_of(value: Day) -> pd.Timestamp:
    """Monday of the week that holds ``value``."""
    stamp = day(value)
    return stamp - pd.Timedelta(days=stamp.weekday())


def month_of(value: Day) -> pd.Timestamp:
    """First day of the month that holds ``value``."""
    return day(value).replace(day=1)


def month_id(value: Day) -> int:
    """Number of the month that holds ``value`` as VIEWS counts them: January 1980 is 1."""
    month = month_of(value)
    return (month.year - 1980) * 12 + month.month


def month_of_id(number: int) -> pd.Timestamp:
    """First day of a month by its VIEWS number."""
    years, months = divmod(int(number) - 1, 12)
    return day(date(1980 + years, months + 1, 1))


def unit_of(cadence: Cadence) -> str:
    """What one period is called: a week or a month."""
    return "week" if cadence == "weekly" else "month"


def period_of(value: Day, *, cadence: Cadence = "weekly") -> pd.Timestamp:
    """First day of the week or month that holds ``value``."""
    return week_of(value) if cadence == "weekly" else month_of(value)


def periods_of(days: pd.DatetimeIndex, *, cadence: Cadence = "weekly") -> pd.DatetimeIndex:
    """First days of the weeks or months that hold each of many days, as :func:`period_of`."""
    whole = days.normalize().as_unit("us")
    back = whole.dayofweek if cadence == "weekly" else whole.day - 1
    return whole - pd.to_timedelta(back, unit="D").as_unit("us")


def last_days(periods: pd.DatetimeIndex, *, cadence: Cadence = "weekly") -> pd.DatetimeIndex:
    """Last days of many periods, as :func:`last_day`."""
    long = 7 if cadence == "weekly" else periods.days_in_month
    return periods + pd.to_timedelta(long - 1, unit="D").as_unit("us")


def shift(period: pd.Timestamp, steps: int, *, cadence: Cadence = "weekly") -> pd.Timestamp:
    """Period that lies ``steps`` after ``period`` (before, if negative)."""
    step = pd.DateOffset(weeks=steps) if cadence == "weekly" else pd.DateOffset(months=steps)
    return period + step


def last_day(period: pd.Timestamp, *, cadence: Cadence = "weekly") -> pd.Timestamp:
    """Last day of a period: Sunday of the week, or the last of the month."""
    return shift(period, 1, cadence=cadence) - pd.Timedelta(days=1)


def last_ended(as_of: Day, *, cadence: Cadence = "weekly") -> pd.Timestamp:
    """Latest period whose last day is ``as_of`` or earlier."""
    current = period_of(as_of, cadence=cadence)
    ended = last_day(current, cadence=cadence) <= day(as_of)
    return current if ended else shift(current, -1, cadence=cadence)


def between(first: Day, last: Day, *, cadence: Cadence = "weekly") -> pd.DatetimeIndex:
    """All periods from the one holding ``first`` to the one holding ``last``."""
    start, stop = period_of(first, cadence=cadence), period_of(last, cadence=cadence)
    return pd.date_range(start, stop, freq=_ALIAS[cadence], unit="us", name="week")


def ahead(as_of: Day, horizon: int, *, cadence: Cadence = "weekly") -> pd.DatetimeIndex:
    """The ``horizon`` periods that had not ended by ``as_of``, the one in progress first."""
    if horizon < 1:
        raise ContractError(f"a horizon is 1 or more periods; got {horizon}")
    first = shift(last_ended(as_of, cadence=cadence), 1, cadence=cadence)
    return between(first, shift(first, horizon - 1, cadence=cadence), cadence=cadence)


def origins(
    first: Day, last: Day, *, every: int = 1, cadence: Cadence = "weekly"
) -> list[pd.Timestamp]:
    """Days on which a rolling backtest stands: the last days of periods, ``every`` apart.

    Returns
    -------
    list of Timestamp
        Each is the last day (Sunday, or month's end) of an ended period in [first, last].
    """
    periods = between(first, last, cadence=cadence)
    ends = [last_day(period, cadence=cadence) for period in periods]
    inside = [end for end in ends if day(first) <= end <= day(last)]
    return inside[::-1][::every][::-1]
