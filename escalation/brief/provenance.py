"""What a brief rests on: the method in five lines, the sources, and what was not observed."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from escalation.brief import words
from escalation.brief.spans import Spans, between_days, in_words
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.periods import last_day
from escalation.theatre import Theatre


def method(
    forecast: Forecast,
    panel: Panel,
    spans: Spans,
    *,
    of_counts: bool = False,
    was_checked: bool = True,
) -> list[list[str]]:
    """The method in five lines at most, each a word and what was done for this brief.

    A table of counts is given, so one line less says where its counts are from; without past
    forecasts (``was_checked`` false) none were checked.
    """
    first = in_words(panel.weeks[0])
    if of_counts:
        given = [
            "Given.",
            f"A table of counts by {spans.unit} since {first}, taken as it is: what it counts, and "
            f"how completely, it does not say. A {spans.unit} without a count is unobserved, not "
            "zero.",
        ]
        return [given, *_forecasting(forecast, spans, was_checked)]
    return [
        [
            "Read.",
            "Reports become events by rules over a parse: who did what to whom, where, when, how "
            "many; each with the words it was read from and a confidence. Only what is said to "
            "have happened counts as violence; a threat counts as a threat.",
        ],
        [
            "Count.",
            f"Reports of one happening are one incident, counted once a series, by {spans.unit} "
            f"since {first}. A {spans.unit} whose sources were dark is unobserved, not zero.",
        ],
        *_forecasting(forecast, spans, was_checked),
    ]


def _forecasting(forecast: Forecast, spans: Spans, was_checked: bool) -> list[list[str]]:
    """The lines on what is the same for any counts."""
    check = [
        "Check.",
        "Past forecasts are made again with only what was known on their day, and scored "
        "against what came; last year's counts are the measure to beat.",
    ]
    return [
        [
            "Forecast.",
            f"Model {forecast.model}: {words.method(forecast.model)}; "
            f"{forecast.samples.sizes['sample']:,} samples of {spans.words(forecast.horizon)}, "
            "each one joint future of all series.",
        ],
        [
            "Read off.",
            "A chance is a share of those samples, an expected count their mean, an interval their "
            f"quantiles. The {spans.unit} in progress is forecast, not data.",
        ],
        *([check] if was_checked else []),
    ]


def sources(theatre: Theatre, documents: pd.DataFrame, as_of: pd.Timestamp) -> list[dict[str, str]]:
    """The sources that were looking by ``as_of``: title, licence, documents and their days."""
    rows = []
    for source in theatre.sources:
        mine = documents[documents["source"] == source.name].drop_duplicates("document")
        if pd.Timestamp(source.since) > as_of:
            continue
        if len(mine):
            span = between_days(mine["published"].min(), mine["published"].max())
            held = f"{len(mine):,} documents, {span}"
        else:
            held = "no documents given"
        rows.append(
            {
                "title": source.title or source.name,
                "licence": source.licence or "licence not stated",
                "held": held,
            }
        )
    return rows


def gaps(panel: Panel, theatre: Theatre, spans: Spans, *, most: int = 8) -> dict[str, list[str]]:
    """Runs of periods in which no series was observed, latest first; and the stated outages."""
    dark = ~panel["observed"].values.any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], dark.astype(int), [0]])))
    starts, stops = edges[::2], edges[1::2]
    runs = [
        f"{between_days(panel.weeks[a], last_day(panel.weeks[b - 1], cadence=spans.cadence))} "
        f"({spans.words(int(b - a))})"
        for a, b in zip(starts, stops, strict=True)
    ][::-1]
    if len(runs) > most:
        runs = [*runs[: most - 1], f"and {len(runs) - most + 1} earlier runs"]
    told = [
        f"{outage.source}, "
        f"{between_days(pd.Timestamp(outage.first), pd.Timestamp(outage.last))}: {outage.reason}"
        for outage in theatre.outages
        if pd.Timestamp(outage.last) <= panel.as_of
    ]
    return {"unobserved": runs, "outages": told}


def backtest_command(settings: Mapping[str, Any], where: str | None = None) -> str:
    """The command that makes a table of scores, from the settings that it carries.

    ``settings`` are those of ``escalation.verify.backtest``: theatre, models, origins, every,
    horizon, truth, seed. They know a theatre by its name; ``where`` has the options that say where
    it and its store, or the table of counts, lie.
    """
    name, truths = settings.get("theatre", ""), str(settings["truth"]).split(", ")
    table = truths == ["table"]
    where = where or (f"--counts {name}.csv" if table else f"--theatre {name}")
    truth = truths[0].partition("-")[0] if len(truths) == 1 else "all"
    return (
        f"escalation backtest {' '.join(settings['models'])} {where} --origins "
        f"{len(settings['origins'])} --every {settings.get('every', 1)} --horizon "
        f"{settings['horizon']} {'' if table else f'--truth {truth} '}--seed {settings['seed']}"
    )
