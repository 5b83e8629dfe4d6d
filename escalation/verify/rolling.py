"""The engine of a backtest: units in, scores out, whatever the panels come from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from escalation.models import model as named_model
from escalation.models.base import Model
from escalation.panel import Panel
from escalation.schema import SCORES, ContractError, checked, empty
from escalation.verify import regime, scorecard, units
from escalation.verify.units import Outcome, Unit
from escalation.verify.workers import run

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Plan:
    """What a backtest asks: which models, where they stand, what they see and what came.

    ``panel_at(origin)`` gives the panel as known on that day; ``came`` holds each truth by its
    name: a table with a row a week and a column a series, NaN where unobserved.
    """

    models: list[Model]
    origins: list[pd.Timestamp]
    panel_at: Callable[[pd.Timestamp], Panel]
    came: Mapping[str, pd.DataFrame]
    horizon: int
    seed: int
    alarms: Mapping[str, int] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)

    def units(self) -> Iterator[Unit]:
        """Every (model, origin), a panel being counted once an origin."""
        for origin in self.origins:
            panel = self.panel_at(origin)
            for model in self.models:
                seed = units.unit_seed(self.seed, model.name, origin)
                yield Unit(model, panel, self.horizon, seed)

    def told(self) -> dict[str, Any]:
        """Settings that a reader needs to make the table again."""
        return {
            **self.settings,
            "models": {model.name: repr(model) for model in self.models},
            "origins": [str(origin.date()) for origin in self.origins],
            "horizon": self.horizon,
            "seed": self.seed,
            "truth": ", ".join(self.came),
        }


def chosen(models: Sequence[str | Model]) -> list[Model]:
    """Models by name or as they are; each needs a name of its own."""
    if isinstance(models, str) or not models:
        raise ContractError(f"a backtest takes a list of models; got {models!r}")
    made = [named_model(entry) if isinstance(entry, str) else entry for entry in models]
    names = [entry.name for entry in made]
    if len(set(names)) < len(names):
        raise ContractError(f"every model of a backtest has its own name; got {', '.join(names)}")
    return made


def roll(
    plan: Plan,
    *,
    folder: str | Path | None,
    workers: int,
    scheduler: str | None,
    progress: Progress | None,
) -> pd.DataFrame:
    """Do every unit that is not saved yet, score all, and keep the table."""
    if folder is not None and Path(folder).is_file():
        raise ContractError(f"a backtest is kept in a folder; {folder} is a file")
    shelf = None if folder is None else Path(folder) / "units"
    if shelf is not None:
        units.sweep(shelf)
    tables, failures = [], []
    total = len(plan.models) * len(plan.origins)
    outcomes = _outcomes(plan.units(), shelf, workers, scheduler)
    for done, (unit, outcome) in enumerate(outcomes, start=1):
        tables += [_scored(unit, outcome, plan, truth) for truth in plan.came]
        if outcome.forecast is None:
            origin = str(unit.origin.date())
            failures.append({"model": unit.model.name, "origin": origin, "reason": outcome.reason})
        if progress is not None:
            progress(done, total)
    table = pd.concat(tables, ignore_index=True) if tables else empty(SCORES)
    keys = ["model", "origin", "series", "target", "horizon", "metric", "truth"]
    table = checked(table.sort_values(keys, kind="stable"), SCORES)
    table.attrs["settings"] = plan.told()
    table.attrs["failures"] = sorted(failures, key=lambda row: (row["model"], row["origin"]))
    if folder is not None:
        units.keep_scores(table, folder)
    return table


def _outcomes(
    asked: Iterator[Unit], shelf: Path | None, workers: int, scheduler: str | None
) -> Iterator[tuple[Unit, Outcome]]:
    """Saved units as they are met; the others are done, and saved where there is a shelf."""
    saved: list[tuple[Unit, Outcome]] = []

    def missing() -> Iterator[Unit]:
        for unit in asked:
            found = units.load(shelf, unit.key) if shelf is not None else None
            if found is None:
                yield unit
            else:
                saved.append((unit, found))

    for unit, outcome in run(missing(), workers=workers, scheduler=scheduler):
        if shelf is not None and not outcome.machine:
            units.save(shelf, unit, outcome)
        yield from saved
        saved.clear()
        yield unit, outcome
    yield from saved


def _scored(unit: Unit, outcome: Outcome, plan: Plan, truth: str) -> pd.DataFrame:
    model, origin, came = unit.model.name, unit.origin, plan.came[truth]
    if outcome.forecast is None:
        came = came.reindex(columns=unit.panel.series)
        return scorecard.failed(model, origin, unit.weeks, came, truth=truth)
    table = scorecard.score(outcome.forecast, came, truth=truth, seed=unit.seed, alarms=plan.alarms)
    now = {name: regime.REGIMES.index(state) for name, state in regime.regimes(unit.panel).items()}
    states = table[table["metric"] == "observed"].assign(metric="regime")
    states["value"] = states["series"].map(now).astype(float)
    return pd.concat([table, states], ignore_index=True).assign(model=model)
