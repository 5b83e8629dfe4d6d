"""A small world to backtest in: a store of simulated events, and models that fit in no time."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.event import new_events
from escalation.models.base import BRIEF, Gate, PathFit
from escalation.panel import Panel
from escalation.schema import DOCUMENTS, checked
from escalation.store import EventStore
from escalation.theatre import Theatre

MONDAY = pd.Timestamp("2024-01-01")


@dataclass(frozen=True)
class PoissonMean:
    """Poisson with the mean of the last weeks."""

    weeks: int = 26
    draws: int = 200
    name: str = "poisson-mean"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        counts = panel["counts"].where(panel["observed"]).values[-self.weeks :]
        rate = np.nan_to_num(np.nanmean(counts, axis=0)) + 0.1

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            return rng.poisson(rate, (self.draws, horizon, len(rate)))

        return PathFit(self.name, panel, paths)


@dataclass(frozen=True)
class Refuses:
    """Fails at some origins, as a model may."""

    until: str
    name: str = "refuses"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        if panel.as_of <= pd.Timestamp(self.until):
            raise RuntimeError("did not converge")
        return replace(PoissonMean(), name=self.name).fit(panel, seed=seed, gate=gate)


@dataclass(frozen=True)
class Deadly:
    """Kills the worker that fits it at one origin: once, or every time."""

    origin: str
    flag: str
    always: bool = False
    name: str = "deadly"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        if panel.as_of == pd.Timestamp(self.origin):
            flag = Path(self.flag)
            if self.always or not flag.exists():
                flag.touch()
                os._exit(9)
        return replace(PoissonMean(), name=self.name).fit(panel, seed=seed, gate=gate)


def small_theatre() -> Theatre:
    """Two series, attacks in Pakistan and in Afghanistan."""
    return Theatre.model_validate(
        {
            "name": "small",
            "title": "A small theatre",
            "countries": ["PK", "AF"],
            "since": "2024-01-01",
            "horizon": 4,
            "sources": [{"name": "wire", "since": "2024-01-01"}],
            "actors": [{"code": "PAK.GOV", "name": "Government of Pakistan"}],
            "series": [
                {
                    "name": f"attacks-{country.lower()}",
                    "title": f"Attacks, {country}",
                    "role": "violence",
                    "match": [{"kinds": ["attack"], "country": [country]}],
                    "alarm": alarm,
                }
                for country, alarm in (("PK", 3), ("AF", 1))
            ],
        }
    )


def small_store(folder: Path, *, weeks: int = 40, seed: int = 0) -> EventStore:
    """Poisson attacks (2 and 0.4 a week), some of which become known weeks later."""
    rng = np.random.default_rng(seed)
    days = pd.date_range(MONDAY, periods=7 * weeks, unit="us")
    end = days[-1]
    rows, documents = [], []
    for day in days:
        documents.append({"document": f"quiet-{day.date()}", "published": day, "known_at": day})
        for country, rate in (("PK", 2 / 7), ("AF", 0.4 / 7)):
            for number in range(rng.poisson(rate)):
                late = int(rng.choice([0, 3, 20, 70], p=[0.6, 0.2, 0.1, 0.1]))
                known = min(day + pd.Timedelta(days=late), end)
                document = f"{country}-{day.date()}-{number}"
                documents.append({"document": document, "published": known, "known_at": known})
                rows.append(
                    {
                        "document": document,
                        "kind": "attack",
                        "status": "happened",
                        "happened_from": day,
                        "happened_to": day,
                        "known_at": known,
                        "country": country,
                        "span_from": 0,
                        "span_to": 9,
                        "rule": "simulated",
                        "source": "wire",
                    }
                )
    papers = pd.DataFrame(documents).assign(source="wire", outlets=None, url=None)
    store = EventStore.open(folder)
    store.append(new_events(rows), checked(papers, DOCUMENTS), loaded_through=end)
    return store


def weekly_table(*, weeks: int = 120, seed: int = 0) -> pd.DataFrame:
    """A table of counts without vintages: two series, one week not observed."""
    rng = np.random.default_rng(seed)
    mondays = pd.date_range(MONDAY, periods=weeks, freq="W-MON", unit="us")
    parts = [
        pd.DataFrame({"week": mondays, "series": name, "count": rng.poisson(rate, weeks)})
        for name, rate in (("north", 3.0), ("south", 0.5))
    ]
    table = pd.concat(parts, ignore_index=True)
    return table.assign(observed=table["week"] != mondays[-6])
