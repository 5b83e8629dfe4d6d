"""The record put into tables: the forecast's model by series, all models on the headline series.

The first stands on the main truth; the second on the count as first known and as known latest,
side by side, where both were scored. Of many models each has one row there, on the main truth, and
only the forecast's own stands on the others too: a page holds no more.
"""

from typing import Any

import numpy as np

from escalation.brief import words
from escalation.brief.record import BASELINE, Record, Skill
from escalation.brief.spans import Spans, between_days
from escalation.forecast import Forecast
from escalation.theatre import Series, Theatre

_MANY = 5  # models from which on each has one row


def record_facts(
    past: Record | None, forecast: Forecast, theatre: Theatre, chief: Series, spans: Spans
) -> dict[str, Any] | None:
    """Rows by series for the forecast's model, and rows by model for the headline series."""
    if past is None:
        return None
    scored = forecast.model in past.models
    horizons = list(past.horizons)
    shown = {model: _truths(past, model, own=forecast.model) for model in past.models}
    by_series = [
        _row(theatre[name].title, past, forecast.model, name, horizons, past.main)
        for name in theatre.names
        if scored and past.scored(forecast.model, name, past.main)
    ]
    by_model = [
        _row(model, past, model, chief.name, horizons, truth)
        for model in past.models
        for truth in shown[model]
        if past.scored(model, chief.name, truth)
    ]
    return {
        "model": forecast.model,
        "baseline": BASELINE,
        "is_baseline": forecast.model == BASELINE,
        "scored": scored,
        "chief": chief.title,
        "origins": past.origins,
        "span": between_days(past.first, past.last),
        "failed": past.failed,
        "truth": _told(past.main),
        "truths": sorted({truth for truths in shown.values() for truth in truths}),
        "horizons": [f"next {spans.unit}", *(spans.words(h) for h in horizons[1:])],
        "by_series": by_series,
        "by_model": by_model,
    }


def _truths(past: Record, model: str, *, own: str) -> list[str]:
    """Truths that a model is shown against on the headline series."""
    beside = [name for name in past.truths if name in ("first", "latest")]
    if len(beside) < 2:
        return [past.main]
    if len(past.models) < _MANY:
        return beside
    return list(dict.fromkeys([past.main, *beside])) if model == own else [past.main]


def _told(truth: str) -> str:
    """A truth in words: ``lagged-8w`` is "as known 8 weeks later"."""
    lag = truth.removeprefix("lagged-").removesuffix("w")
    plain = {
        "first": "as first known",
        "latest": "as known latest",
        "table": "as the table has them",
    }
    return f"as known {lag} weeks later" if lag != truth else plain.get(truth, truth)


def _row(
    title: str, past: Record, model: str, series: str, horizons: list[int], truth: str
) -> dict[str, Any]:
    skills = [past.find(model, series, horizon, truth) for horizon in horizons]
    main = next((skill for skill in skills[1:] if skill), skills[0])
    return {
        "title": title,
        "truth": truth,
        "known": _told(truth).removeprefix("as known ").removeprefix("as "),
        "cells": [_cell(skill) for skill in skills],
        "came": f"{main.came} of {main.origins}" if main else "–",
        "held": [words.share(main.held50), words.share(main.held90)] if main else ["–", "–"],
    }


def _cell(skill: Skill | None) -> dict[str, Any]:
    if skill is None:
        return {"ratio": "–", "interval": "", "better": False, "worse": False}
    known = np.isfinite(skill.low)
    return {
        "ratio": f"{skill.ratio:.2f}" if np.isfinite(skill.ratio) else "n/a",
        "interval": f"{skill.low:.2f}–{skill.high:.2f}" if known else "",
        "better": bool(known and skill.high < 1),
        "worse": bool(known and skill.low > 1),
    }
