"""The judgements of page one: each a word and the numbers that it stands on."""

import numpy as np
import pandas as pd

from escalation.brief import words
from escalation.brief.outlook import Outlook, observed_counts
from escalation.brief.record import BASELINE, Record, Skill
from escalation.brief.spans import Spans, in_words
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.periods import last_day


def headline_of(row: Outlook, forecast: Forecast, spans: Spans) -> str:
    """The headline: how likely an alarm of this series is within the short span."""
    ahead = row.ahead[0]
    what = words.plural(row.series.alarm, row.series.noun)
    when = spans.dates(forecast.weeks[: ahead.within])
    span = spans.words(ahead.within)
    return words.that(
        ahead.alarm,
        f"the {span if ahead.within > 1 else spans.unit} from {when} will see at least {what} of "
        f"“{row.series.title}”.",
    )


def judgements(
    first: Outlook,
    rows: list[Outlook],
    forecast: Forecast,
    spans: Spans,
    *,
    already: int,
    past: Record | None,
) -> list[list[str]]:
    """Level, direction, past years, the longer span, the other series, and the record behind.

    Parameters
    ----------
    first
        Outlook of the headline series.
    rows
        Outlooks of all series.
    forecast
        Gives the model's name and the periods ahead.
    spans
        How far the judgements look.
    already
        Incidents of the headline series already known in the period in progress.
    past
        How past forecasts did, if it was given.

    Returns
    -------
    list of [str, str]
        A lead in bold and what follows it.
    """
    said = [_level(first, spans), _direction(first, spans)]
    if first.peaks:
        said.append(_against_peaks(first, spans))
    if len(first.ahead) > 1:
        said.append(_longer(first, forecast, spans))
    if len(rows) > 1:
        said.append(["Other series.", _others(first, rows, spans)])
    if already:
        said.append(
            [
                "Already known.",
                f"{words.plural(already, 'incident')} of the headline series in the {spans.unit} "
                "in progress, which no count holds yet and the forecast did not use.",
            ]
        )
    if past is not None and forecast.model != BASELINE:
        said += _past(first, forecast, spans, past)
    return said


def unseen(panel: Panel, series: str, spans: Spans) -> list[str]:
    """A mark if any of the latest periods of a series was not observed."""
    counts = observed_counts(panel, series)
    dark = int(counts.iloc[-spans.short :].isna().sum())
    if not dark:
        return []
    seen = pd.DatetimeIndex(counts.dropna().index[-spans.short :])
    latest = f"; the latest that were observed run from {spans.dates(seen)}" if len(seen) else ""
    return [
        f"Of the last {spans.words(min(spans.short, len(counts)))} before the forecast, {dark} "
        f"{'was' if dark == 1 else 'were'} not observed{latest}. The sources were dark, and the "
        "forecast does not know what happened then."
    ]


def by_series(rows: list[Outlook], spans: Spans) -> str:
    """What the latest periods had by series, and what as many before had."""
    told = [
        f"{row.series.title.partition(':')[0]} {words.number(row.recent)} "
        f"({words.number(row.before)})"
        for row in rows
        if row.recent > 0 or row.before > 0
    ]
    span = spans.words(spans.short)
    if not told:
        return f"No series had any in the latest {span} observed, nor in those before."
    rest = "" if len(told) == len(rows) else "; none in the others"
    return f"Counted in the latest {span} observed (and those before): {', '.join(told)}{rest}."


def _level(row: Outlook, spans: Spans) -> list[str]:
    ahead = row.ahead[0]
    expected = (
        f"{words.plural(ahead.mean, row.series.noun)} expected in the {spans.next(ahead.within)} "
        f"(90% interval {words.span(ahead.low, ahead.high)})"
    )
    if pd.isna(ahead.was_mean):
        return ["Level: not comparable.", f"{expected}; no such run of last year was observed."]
    return [
        f"Level: {words.level(row.level)} last year.",
        f"{expected}; runs of {spans.words(ahead.within)} in the last year had "
        f"{words.number(ahead.was_mean)} on average, and {words.share(ahead.was_alarm)} of them "
        f"had at least {words.plural(row.series.alarm, row.series.noun)}.",
    ]


def _direction(row: Outlook, spans: Spans) -> list[str]:
    if not row.recent_seen:
        return ["Direction: not known.", f"No {spans.unit} was observed."]
    same = max(0.0, 1 - row.more - row.fewer)
    latest = f"latest {spans.words(row.recent_seen)}"
    # fewer than none cannot come, so no chance of it is told
    fewer = f", fewer {words.percent(row.fewer)}" if row.recent > 0 else ""
    return [
        f"Direction: {words.direction(row.more, row.fewer)}.",
        f"The {latest} observed had {words.plural(row.recent, row.series.noun)}. In the "
        f"{spans.next(row.ahead[0].within)}, more is {words.likelihood(row.more, after='is')} "
        f"({words.percent(row.more)}), as many {words.percent(same)}{fewer}.",
    ]


def _against_peaks(row: Outlook, spans: Spans) -> list[str]:
    span = spans.unit if spans.short == 1 else spans.words(spans.short)
    said = [
        f"than in any {span} of {peak.year} ({words.number(peak.most)}) is "
        f"{words.likelihood(peak.more, after='is')} ({words.percent(peak.more)})"
        for peak in row.peaks
    ]
    return ["Against past years.", f"In the {spans.next(spans.short)}, more {'; '.join(said)}."]


def _longer(row: Outlook, forecast: Forecast, spans: Spans) -> list[str]:
    ahead = row.ahead[-1]
    until = in_words(last_day(forecast.weeks[ahead.within - 1], cadence=spans.cadence))
    what = words.plural(row.series.alarm, row.series.noun)
    return [
        f"Within {spans.words(ahead.within)}",
        f"(to {until}), at least {what} is {words.likelihood(ahead.alarm, after='is')} "
        f"({words.percent(ahead.alarm)}); {words.number(ahead.mean)} expected "
        f"(90% interval {words.span(ahead.low, ahead.high)}).",
    ]


def _others(first: Outlook, rows: list[Outlook], spans: Spans) -> str:
    parts = []
    for grade in ("well above", "above", "below", "well below"):
        named = [
            f"{row.series.title.partition(':')[0]} ({words.number(row.ahead[0].mean)}, was "
            f"{words.number(row.ahead[0].was_mean)})"
            for row in rows
            if row is not first and not np.isnan(row.level) and words.level(row.level) == grade
        ]
        if named:
            parts.append(f"{grade.capitalize()} last year: {words.listed(named)}.")
    if not parts:
        return "All close to last year's level."
    span = spans.words(first.ahead[0].within)
    return f"{' '.join(parts)} (In brackets: expected in {span}, and last year's mean.)"


def _past(first: Outlook, forecast: Forecast, spans: Spans, past: Record) -> list[list[str]]:
    skill = past.find(forecast.model, first.series.name, first.ahead[0].within, past.main)
    if skill is None or not np.isfinite(skill.ratio):
        return []
    known = f" (90% interval {skill.low:.2f}–{skill.high:.2f})" if np.isfinite(skill.low) else ""
    few = "" if known else ": too few to judge by"
    return [
        [
            "Record.",
            f"Over {skill.origins} past forecasts of this series' {spans.words(skill.horizon)}, "
            f"the error was {skill.ratio:.2f}{known} of that of last year's counts taken as the "
            f"forecast{_verdict(skill)}; the 90% intervals held {words.share(skill.held90)} of "
            f"what came{few}.",
        ]
    ]


def _verdict(skill: Skill) -> str:
    """What a ratio and its interval tell, in plain words; nothing where there is no interval."""
    if not np.isfinite(skill.low):
        return ""
    if skill.high < 1:
        return ", so this model came closer"
    if skill.low > 1:
        return ", so last year's counts came closer"
    return ", so neither is shown to come closer"
