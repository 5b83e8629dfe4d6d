"""A brief of a table of counts, which has no theatre: series are called what the table calls them.

What was counted, the table does not say, so a number stands by itself, without "incidents", unless
the one who makes the brief says it. Nor does the table say how many are an alarm: by default one
more than the most that any run of as many periods had in the last year.
"""

from collections.abc import Mapping

import numpy as np

from escalation.brief.outlook import observed_counts
from escalation.brief.spans import Spans
from escalation.errors import ContractError, nearest
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.theatre import Series, Theatre


class Counted(Series):
    """A series of a table: nothing is known of it but its name, and what is said beside."""

    counted: str = ""

    @property
    def noun(self) -> str:
        """What is counted, one of it; no word where nobody said it."""
        return self.counted


def theatre_of(
    forecast: Forecast,
    panel: Panel,
    *,
    title: str | None = None,
    alarms: Mapping[str, str] | None = None,
    noun: str | None = None,
) -> Theatre:
    """What a brief asks a theatre for, from a table of counts.

    Parameters
    ----------
    forecast, panel
        A forecast and the table's panel that it was made from.
    title
        Printed on top; the table's name if None.
    alarms
        Counts within the short span (four weeks, or a month) that are an alarm, by series.
    noun
        What is counted, one of it, such as ``death``; numbers stand alone if None.

    Raises
    ------
    ContractError
        If an alarm is of no series of the table, or no whole number from 1 on.
    """
    given = dict(alarms or {})
    spans = Spans.of(panel.cadence, forecast.horizon)
    for name, number in given.items():
        if name not in panel.series:
            raise ContractError(f"no series '{name}' in the table; {nearest(name, panel.series)}")
        if not number.isdigit() or int(number) < 1:
            raise ContractError(
                f"an alarm is a whole number from 1 on, such as --alarm {name}=5; got '{number}'"
            )
    series = tuple(
        # names are the table's own, checked where it was read: not those that a theatre may give
        Counted.model_construct(
            name=name,
            title=name,
            match=(),
            role="violence",
            counted=noun or "",
            alarm=int(given.get(name, 0)) or _above_last_year(panel, name, spans),
        )
        for name in panel.series
    )
    name = str(panel.data.attrs["theatre"])
    return Theatre.model_construct(
        name=name,
        title=title or name,
        countries=(),
        cadence=panel.cadence,
        horizon=forecast.horizon,
        since=panel.weeks[0].date(),
        actors=(),
        series=series,
        sources=(),
    )


def is_of_counts(theatre: Theatre) -> bool:
    """Was it made of a table?"""
    return all(isinstance(series, Counted) for series in theatre.series)


def _above_last_year(panel: Panel, series: str, spans: Spans) -> int:
    """One more than the most in a run of the short span, of those observed whole."""
    year = observed_counts(panel, series).iloc[-spans.year :]
    most = year.rolling(spans.short).sum().max()
    return 1 if np.isnan(most) else int(most) + 1
