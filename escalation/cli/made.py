"""What several commands make: a panel, a fit, a brief.

Apart from what they read (``steps.py``): who only codes reports need not load all of it.
"""

from dataclasses import replace
from pathlib import Path

from escalation.cli.screen import waiting
from escalation.cli.steps import store_of
from escalation.errors import ContractError
from escalation.forecast import Forecast
from escalation.models import fit, model
from escalation.models.base import BRIEF, Fit
from escalation.models.over_links import OverLinks
from escalation.panel import Panel
from escalation.panel import count as count_events
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre


def panel_of(
    theatre: str, store: Path | None, as_of: str | None, *, links: int = 0, seed: int | None = None
) -> Panel:
    """The panel of a theatre's store on a day."""
    chosen = Theatre.read(theatre)
    view = store_of(chosen, store)
    return count_events(view.as_of(as_of) if as_of else view, chosen, links=links, seed=seed)


def fitted(name: str, panel: Panel, *, seed: int, sampler: str) -> Fit:
    """Fit a model; over links where the panel drew them."""
    if "linked_counts" in panel.data:
        gate = replace(BRIEF, sampler=sampler)
        return OverLinks(model(name)).fit(panel, seed=seed, gate=gate)
    return fit(name, panel, seed=seed, sampler=sampler)


def write_brief(
    made: Forecast,
    theatre: Theatre,
    view: EventStore,
    panel: Panel,
    scores: Path | None,
    out: Path,
    *,
    ledger: Path | None = None,
) -> Path:
    from escalation.brief import brief as write
    from escalation.verify.units import load_scores

    saved = scores or _shipped_scores(theatre)
    day, seed = made.as_of.date(), made.data.attrs["seed"]
    commands = {
        "brief": f"escalation run {theatre.name} --as-of {day} --model {made.model} --seed {seed}",
        "events": f"reports/{theatre.name}/{day}/events.csv",
    }
    with waiting("writing the brief"):
        return write(
            made,
            panel,
            load_scores(saved) if saved else None,
            theatre=theatre,
            to=out,
            events=view.events(),
            documents=view.documents(),
            ledger=ledger,
            commands=commands,
        )


def _shipped_scores(theatre: Theatre) -> Path | None:
    try:
        return shipped("backtests", theatre.name, "scores.parquet")
    except ContractError:
        return None
