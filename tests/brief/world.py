"""A small made-up world: a theatre of three series, a panel, a forecast, events, a backtest."""

import numpy as np
import pandas as pd

from escalation.event import new_events
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.schema import DOCUMENTS, SCORES, checked
from escalation.theatre import Theatre

AS_OF = "2026-02-19"


def make_theatre(**changes) -> Theatre:
    """Three series; ``clashes`` is the one for which a single incident is an alarm."""
    table = {
        "name": "two-lands",
        "title": "Two lands",
        "countries": ["PK", "AF"],
        "since": "2024-01-01",
        "actors": [
            {"code": "PAK.GOV", "name": "Government of Pakistan"},
            {"code": "AFG.GOV", "name": "Government of Afghanistan"},
        ],
        "series": [
            {
                "name": "attacks",
                "title": "Militant attacks",
                "role": "violence",
                "alarm": 3,
                "match": [{"kinds": ["attack"]}],
            },
            {
                "name": "clashes",
                "title": "Cross-border clashes",
                "role": "violence",
                "match": [{"kinds": ["force"]}],
            },
            {
                "name": "words",
                "title": "Hostile words",
                "role": "rhetoric",
                "match": [{"kinds": ["threat"], "status": ["happened", "conditional"]}],
            },
        ],
        "sources": [
            {"name": "wire", "title": "A wire", "licence": "CC BY-SA 4.0", "since": "2024-01-01"}
        ],
        "outages": [
            {"source": "wire", "first": "2025-08-04", "last": "2025-08-17", "reason": "no feed"},
            {"source": "wire", "first": "2026-03-06", "last": "2026-03-19", "reason": "later"},
        ],
    }
    return Theatre.model_validate({**table, **changes})


def make_panel(theatre: Theatre, *, rates=(2.0, 0.2, 0.5), as_of=AS_OF, dark=()) -> Panel:
    """Poisson counts from 2024-01-01; ``dark`` are positions of unobserved periods."""
    rng = np.random.default_rng(5)
    monthly = theatre.cadence == "monthly"
    freq = "MS" if monthly else "W-MON"
    periods = pd.date_range("2024-01-01", "2026-01-31" if monthly else "2026-02-15", freq=freq)
    unseen = {len(periods) + at if at < 0 else at for at in dark}
    rows = [
        (period, name, rng.poisson(rate), at not in unseen)
        for name, rate in zip(theatre.names, rates, strict=False)
        for at, period in enumerate(periods)
    ]
    column = "month" if monthly else "week"
    table = pd.DataFrame(rows, columns=[column, "series", "count", "observed"])
    return Panel.of_table(table, as_of=as_of, name=theatre.name)


def make_forecast(panel: Panel, *, horizon=12, rates=(2.0, 0.2, 0.5), marks=()) -> Forecast:
    """Poisson samples with a level that differs from sample to sample."""
    rng = np.random.default_rng(6)
    level = np.asarray(rates[: len(panel.series)]) * rng.lognormal(0, 0.4, size=(1000, 1, 1))
    samples = rng.poisson(np.broadcast_to(level, (1000, horizon, len(panel.series))))
    return Forecast.of_samples(
        samples,
        series=panel.series,
        model="local-level",
        theatre=panel.data.attrs["theatre"],
        as_of=panel.as_of,
        vintage=panel.vintage,
        seed=6,
        cadence=panel.cadence,
        marks=marks,
    )


def make_events(*rows) -> pd.DataFrame:
    """Events of the kind ``attack.bombing`` on 2026-02-10, save what each row says else."""
    usual = {
        "happened_from": pd.Timestamp("2026-02-10"),
        "happened_to": pd.Timestamp("2026-02-10"),
        "known_at": pd.Timestamp("2026-02-11"),
        "kind": "attack.bombing",
        "status": "happened",
        "initiator": "UNK.REB",
        "target": "PAK.COP",
        "country": "PK",
        "confidence": 0.8,
        "document": "d1",
        "rule": "verb",
        "source": "wire",
    }
    return new_events([{**usual, **row} for row in rows])


def make_documents(outlets: dict[str, str]) -> pd.DataFrame:
    """One document a key, published and known on 2026-02-11."""
    day = pd.Timestamp("2026-02-11")
    rows = [
        {"document": name, "source": "wire", "published": day, "known_at": day, "outlets": told}
        for name, told in outlets.items()
    ]
    return checked(pd.DataFrame(rows).assign(url=None), DOCUMENTS)


def make_scores(values: dict[str, list[float]], **changes) -> pd.DataFrame:
    """CRPS by model over weekly origins, with chances and coverage, of four-week totals."""
    base = {
        "series": "clashes",
        "target": "total",
        "horizon": 4,
        "truth": "lagged-8w",
        **changes,
    }
    origins = pd.date_range("2025-01-05", periods=len(next(iter(values.values()))), freq="7D")
    rows = []
    for model, crps in values.items():
        for at, (origin, value) in enumerate(zip(origins, crps, strict=True)):
            week = origin + pd.Timedelta(days=1 + 7 * (base["horizon"] - 1))
            happened, chance = at % 2 == 0, 0.7 if at % 2 == 0 else 0.2
            metrics = {
                "crps": value,
                "brier": (chance - happened) ** 2,
                "brier_alarm": (chance - happened) ** 2,
                "chance": chance,
                "chance_alarm": chance,
                "covered50": float(at % 2 == 0),
                "covered90": 1.0,
                "observed": float(happened),
                "reached": float(happened),
            }
            rows += [
                {
                    **base,
                    "model": model,
                    "origin": origin,
                    "week": week,
                    "metric": metric,
                    "value": told,
                }
                for metric, told in metrics.items()
            ]
    return checked(pd.DataFrame(rows), SCORES)
