"""`recover`: what one source would have counted while it was not looking."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from escalation.cli.options import AsJson, AsOf, Seed
from escalation.cli.screen import say, show, waiting
from escalation.errors import ContractError, nearest


def recover(
    counts: Annotated[
        Path, typer.Argument(help="A CSV of week, series, count[, observed]: a series a source.")
    ],
    of: Annotated[str, typer.Option(help="The source whose missing weeks are wanted.")],
    by: Annotated[
        Literal["week", "month", "year"], typer.Option(help="Sum over weeks, months or years.")
    ] = "month",
    as_of: AsOf = None,
    seed: Seed = 7,
    as_json: AsJson = False,
) -> None:
    """Join several sources that see one intensity; recover the weeks that one of them lacks.

    Each source has its own detection rate, unevenness and slow drift (model `sources`). A week
    that has no row, or whose row says observed=false, is missing. Prints what the source counted
    or would have counted: mean and 90% interval, and the share of weeks that it observed.
    """
    import pandas as pd

    from escalation.cli.steps import table_of
    from escalation.models.sources import Sources, recovered
    from escalation.panel import Panel

    table = table_of(counts, what="a CSV of week, series, count[, observed]")
    if "week" not in table:
        raise ContractError(f"a table of sources has week, series, count; {counts.name} lacks week")
    panel = Panel.of_table(table, as_of=as_of, name=counts.stem)
    if of not in panel.series:
        raise ContractError(f"no source '{of}' in {counts}; {nearest(of, panel.series)}")
    with waiting(f"joining {len(panel.series)} sources over {len(panel.weeks)} weeks"):
        fitted = Sources().fit(panel, seed=seed)
    weeks = recovered(fitted, of, seed=seed)
    periods = pd.DatetimeIndex(weeks.index).to_period({"week": "W", "month": "M", "year": "Y"}[by])
    totals = weeks.groupby(periods).sum()
    observed = panel["observed"].sel(series=of).values[-len(weeks) :]
    told = pd.DataFrame(
        {
            "mean": totals.mean(axis=1).round(1),
            "low90": totals.quantile(0.05, axis=1),
            "high90": totals.quantile(0.95, axis=1),
            "observed": pd.Series(observed, index=weeks.index).groupby(periods).mean().round(2),
        }
    )
    told.insert(0, by, [str(first.start_time.date()) for first in told.index])
    show(told, title=f"{of}, counted or recovered", as_json=as_json)
    for mark in fitted.diagnostics.marks:
        say(f"mark: {mark}")
