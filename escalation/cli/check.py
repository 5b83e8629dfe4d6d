"""How good is it? Backtests, the coder's audit, the review queue, and public protocols."""

from pathlib import Path
from typing import Annotated

import typer

from escalation.cli.options import AsJson, Horizon, Seed, StoreFolder, TheatreName
from escalation.cli.screen import counting, say, show
from escalation.shipped import shipped


def backtest(
    models: Annotated[
        list[str] | None, typer.Argument(help="Models to compare; all that are quick if none.")
    ] = None,
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    counts: Annotated[
        Path | None,
        typer.Option(help="A CSV of week (or month), series, count[, observed], for a theatre."),
    ] = None,
    origins: Annotated[int, typer.Option(min=1, help="How many days to stand on.")] = 52,
    every: Annotated[int, typer.Option(min=1, help="Weeks between them.")] = 1,
    horizon: Horizon = None,
    truth: Annotated[
        str, typer.Option(help="Score against the count as 'first' known, 'lagged', 'latest'.")
    ] = "lagged",
    against: Annotated[str, typer.Option(help="Model that others are compared with.")] = (
        "last-year"
    ),
    seed: Seed = 7,
    workers: Annotated[int, typer.Option(min=1, help="Processes on this machine.")] = 1,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler to run on.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where to keep every unit, so that a stopped backtest goes on."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Stand on past days, forecast with what was known then, and score what came.

    Prints each model's scores by series and horizon beside AGAINST, with a bootstrap interval.
    With --folder the table is kept as scores.parquet, and a second run does only what is missing.
    """
    import pandas as pd

    from escalation.store import EventStore
    from escalation.theatre import Theatre
    from escalation.verify.backtest import backtest as run_backtest
    from escalation.verify.backtest import backtest_panel
    from escalation.verify.compare import compare

    names = models or ["last-year", "season-glm", "local-level"]
    if against not in names:
        names = [against, *names]
    shared = {
        "origins": origins,
        "every": every,
        "seed": seed,
        "folder": folder,
        "workers": workers,
        "scheduler": scheduler,
    }
    with counting(f"{len(names)} models at {origins} origins") as step:
        if counts is not None:
            table = backtest_panel(
                names, pd.read_csv(counts), horizon=horizon or 12, progress=step, **shared
            )
        else:
            chosen = Theatre.read(theatre)
            history = EventStore.open(store or shipped("history", chosen.name))
            table = run_backtest(
                names, history, chosen, horizon=horizon, truth=truth, progress=step, **shared
            )
    show(compare(table, against=against, seed=seed), title="backtest", as_json=as_json)
    for failure in table.attrs.get("failures", []):
        say(f"failed: {failure}")
    if folder is not None:
        say(f"scores and settings kept in {folder}")
