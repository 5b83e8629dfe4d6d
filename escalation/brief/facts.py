"""All that a brief says, computed and put into words: the one thing the page's template reads.

The headline series is the one for which the fewest incidents are an alarm, the first such of role
``violence``, unless one is named. Nothing here draws, and nothing here asks for more than a
forecast, the panel it was made from, and the tables behind them.
"""

import shlex
from pathlib import Path
from typing import Any

import pandas as pd

from escalation.brief import words
from escalation.brief.changes import Changes, changes, days, known_in
from escalation.brief.issued import issued
from escalation.brief.judgements import by_series, headline_of, judgements, unseen
from escalation.brief.of_counts import is_of_counts
from escalation.brief.outlook import Ahead, Outlook, outlook
from escalation.brief.provenance import backtest_command, gaps, method, sources
from escalation.brief.record import record
from escalation.brief.record_facts import record_facts
from escalation.brief.spans import Spans, in_words
from escalation.errors import nearest
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.schema import DOCUMENTS, EVENTS, ContractError, checked, empty
from escalation.theatre import Series, Theatre


def facts(
    forecast: Forecast,
    panel: Panel,
    scores: pd.DataFrame | None = None,
    *,
    theatre: Theatre,
    events: pd.DataFrame | None = None,
    documents: pd.DataFrame | None = None,
    ledger: str | Path | None = None,
    headline: str | None = None,
    commands: dict[str, str] | None = None,
) -> dict[str, Any]:
    """What a brief says, as plain values; the arguments are those of :func:`escalation.brief`.

    Raises
    ------
    ContractError
        If forecast, panel and theatre do not belong together, or a table breaks its contract.
    """
    _belong(forecast, panel, theatre)
    happened = empty(EVENTS) if events is None else checked(events, EVENTS)
    told = empty(DOCUMENTS) if documents is None else checked(documents, DOCUMENTS)
    _known(happened, told, forecast.as_of)
    spans = Spans.of(panel.cadence, forecast.horizon)
    rows = outlook(forecast, panel, theatre, spans)
    chief = _chief(theatre, forecast, headline)
    news = changes(happened, told, theatre, as_of=forecast.as_of, headline=chief.name)
    past = None if scores is None else record(scores, spans, as_of=forecast.as_of, seed=0)
    first = next(row for row in rows if row.series.name == chief.name)
    already = known_in(happened, theatre, chief.name, first=forecast.weeks[0], last=forecast.as_of)
    return {
        **_heading(forecast, theatre, spans),
        "headline_series": chief.name,
        "headline": headline_of(first, forecast, spans),
        "judgements": judgements(first, rows, forecast, spans, already=already, past=past),
        "marks": [*forecast.marks, *unseen(panel, chief.name, spans)],
        "outlook": _outlook(rows, spans),
        "changes": _changes(news, by_series(rows, spans), given=len(happened) > 0),
        "record": record_facts(past, forecast, theatre, chief, spans),
        "issued": None if ledger is None else issued(ledger, theatre, as_of=forecast.as_of),
        "of_counts": is_of_counts(theatre),
        "method": method(
            forecast,
            panel,
            spans,
            of_counts=is_of_counts(theatre),
            was_checked=past is not None,
        ),
        "sources": sources(theatre, told, forecast.as_of),
        "gaps": gaps(panel, theatre, spans),
        "made": _made(forecast, panel, happened, told, of_counts=is_of_counts(theatre)),
        "commands": _commands(scores, commands, chief.name),
    }


def _heading(forecast: Forecast, theatre: Theatre, spans: Spans) -> dict[str, Any]:
    return {
        "title": theatre.title,
        "as_of": in_words(forecast.as_of),
        "weekday": f"{forecast.as_of:%A}",
        "iso": str(forecast.as_of.date()),
        "unit": spans.unit,
        "in_progress": forecast.weeks[0] <= forecast.as_of,
        "horizon": spans.words(forecast.horizon),
        "short": spans.words(spans.short),
        "span": spans.dates(forecast.weeks),
        "model": forecast.model,
        "scale": [[word, limits] for _, word, limits in words.SCALE],
        "scale_source": words.SCALE_SOURCE,
    }


def _commands(
    scores: pd.DataFrame | None, told: dict[str, str] | None, headline: str
) -> dict[str, str]:
    settings = None if scores is None else scores.attrs.get("settings")
    said = dict(told or {})
    where = said.pop("backtest", None)
    if settings:
        said["backtest"] = backtest_command(settings, where)
    if "trace" in said:
        said["trace"] = f"escalation trace {shlex.quote(headline)} {said['trace']}"
    return said


def _belong(forecast: Forecast, panel: Panel, theatre: Theatre) -> None:
    pairs = {
        "as_of": (forecast.as_of, panel.as_of),
        "vintage": (forecast.data.attrs["vintage"], panel.vintage),
        "cadence": (forecast.data.attrs["cadence"], panel.cadence),
        "series": (sorted(forecast.series), sorted(panel.series)),
    }
    for name, (one, other) in pairs.items():
        if one != other:
            raise ContractError(
                f"a brief shows a forecast with the panel it was made from; their {name} differ: "
                f"{one} and {other}; make the forecast from this panel, or name the store that it "
                "was made from"
            )
    strange = [name for name in forecast.series if name not in theatre.names]
    if strange:
        raise ContractError(f"no series {strange} in {theatre.name}; there are: {theatre.names}")


def _known(events: pd.DataFrame, documents: pd.DataFrame, as_of: pd.Timestamp) -> None:
    for name, table in (("events", events), ("documents", documents)):
        if len(table) and table["known_at"].max() > as_of:
            raise ContractError(
                f"{name} known on {table['known_at'].max().date()} lie after as_of {as_of.date()}; "
                "read them from store.as_of(day)"
            )


def _chief(theatre: Theatre, forecast: Forecast, headline: str | None) -> Series:
    if headline is not None:
        if headline not in forecast.series:
            there = nearest(headline, forecast.series)
            raise ContractError(f"no series '{headline}' in the forecast; {there}")
        return theatre[headline]
    own = [series for series in theatre.series if series.name in forecast.series]
    violent = [series for series in own if series.role == "violence"] or own
    return min(violent, key=lambda series: series.alarm)


def _outlook(rows: list[Outlook], spans: Spans) -> dict[str, Any]:
    return {
        "spans": [spans.next(ahead.within) for ahead in rows[0].ahead],
        "recent": f"Latest {spans.words(spans.short)}",
        "year": f"Last {spans.words(spans.year)}",
        "rows": [
            {
                "title": row.series.title,
                "alarm": row.series.alarm,
                "recent": words.number(row.recent) if row.recent_seen else "not seen",
                "year": words.number(row.year) if row.year_seen else "not seen",
                "year_seen": f"{row.year_seen} seen" if row.year_seen < spans.year else "",
                "ahead": [_chances(ahead) for ahead in row.ahead],
                "peaks": [
                    {
                        "year": str(peak.year),
                        "most": words.number(peak.most),
                        "more": words.percent(peak.more),
                    }
                    for peak in row.peaks
                ],
            }
            for row in rows
        ],
    }


def _chances(ahead: Ahead) -> dict[str, str]:
    return {
        "any": words.percent(ahead.any),
        "alarm": words.percent(ahead.alarm),
        "mean": words.number(ahead.mean),
        "interval": words.span(ahead.low, ahead.high),
        "was_any": words.share(ahead.was_any),
        "was_alarm": words.share(ahead.was_alarm),
        "was_mean": words.number(ahead.was_mean),
    }


def _changes(news: Changes, by_series: str, *, given: bool) -> dict[str, Any]:
    return {
        "by_series": by_series,
        "since": in_words(news.since),
        "until": in_words(news.until),
        "left_out": news.left_out,
        "late": news.late,
        "undated": news.undated,
        "given": given,
        "rows": [
            {
                "number": one.number,
                "days": days(one.first, one.last),
                "series": one.series,
                "who": words.shortened(one.who, 48),
                "whom": words.shortened(one.whom, 48),
                "what": one.what,
                "where": words.shortened(one.where, 48),
                "dead": one.dead,
                "sources": words.shortened(words.some(list(one.outlets), 2), 48),
                "reports": words.plural(one.reports, "report"),
                "confidence": "n/a" if pd.isna(one.confidence) else f"{one.confidence:.2f}",
                "documents": words.some(list(one.documents), 4),
            }
            for one in news.incidents
        ],
    }


def _made(
    forecast: Forecast,
    panel: Panel,
    events: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    of_counts: bool,
) -> list[list[str]]:
    attributes = forecast.data.attrs
    coded = [
        ["Coded events", f"{len(events):,} from {documents['document'].nunique():,} documents"],
        ["Undated events", f"{panel.data.attrs['undated']:,}, left out of the counts"],
    ]
    return [
        ["As of", str(forecast.as_of.date())],
        ["Data vintage", panel.vintage],
        ["Model", forecast.model],
        ["Samples", f"{forecast.samples.sizes['sample']:,}"],
        ["Seed", str(attributes["seed"])],
        ["Version", f"escalation {attributes['version']}"],
        ["Table" if of_counts else "Theatre file", str(panel.data.attrs["theatre"])],
        ["Counts", f"{panel.weeks[0].date()} to {panel.weeks[-1].date()}, {panel.cadence}"],
        *([] if of_counts else coded),
    ]
