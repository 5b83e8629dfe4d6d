"""`escalation run`: the whole road in one command."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from escalation.cli.options import AsOf, LoadedThrough, ModelName, Processes, Seed
from escalation.cli.road import DEFAULT_MODEL
from escalation.cli.screen import say, waiting


def run(
    theatre: Annotated[str, typer.Argument(help="A shipped theatre, or a TOML file.")] = "pak-afg",
    as_of: AsOf = None,
    model: ModelName = DEFAULT_MODEL,
    seed: Seed = 7,
    reports: Annotated[
        Path | None,
        typer.Option(
            help="Reports to code beside the history; none are needed where there are samples, or "
            "a store of an earlier run."
        ),
    ] = None,
    source: Annotated[str, typer.Option(help="Name of their source.")] = "samples",
    loaded_through: LoadedThrough = None,
    scores: Annotated[
        Path | None,
        typer.Option(help="Past forecasts: what `backtest --folder` kept; the shipped ones else."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder to write into.")] = Path("reports"),
    processes: Processes = 1,
) -> None:
    """The whole road: read, code, keep, count, fit, forecast, brief.

    Writes OUT/<theatre>/<as_of>.pdf and, in a folder of that day beside it, the panel, the
    forecast and the coded events, so that every number can be followed back.
    """
    from escalation.cli.steps import (
        check_reach,
        reports_of,
        reports_to_run,
        seen_on,
        tell_silent,
        working_store,
        write_brief,
    )
    from escalation.keep import keep
    from escalation.models import fit as fit_model
    from escalation.models import model as named_model
    from escalation.panel import count as count_events
    from escalation.periods import day as day_of
    from escalation.theatre import Theatre

    chosen = Theatre.read(theatre)
    # A slip is told before the reports are coded, not after.
    _ = named_model(model), day_of(as_of) if as_of else None
    home = out / chosen.name
    given = reports_to_run(chosen, reports, source, store=home / "store")
    with waiting("reading and coding reports"):
        table, aside = reports_of(given, source)
        working = working_store(chosen, home / "store")
        check_reach(as_of, table, working, loaded_through)
        kept = keep(table, working, chosen, processes=processes, loaded_through=loaded_through)
    if given is None:
        say(f"no reports were given: what {home / 'store'} holds is taken")
    say(f"1  coded {len(kept.events)} new events from {kept.documents} new documents")
    view = seen_on(as_of, working)
    panel = count_events(view, chosen)
    tell_silent(view.events(), panel, chosen)
    say(f"2  counted {int(panel['counts'].sum())} incidents in {len(panel.weeks)} weeks")
    with waiting(f"fitting {model}"):
        made = fit_model(model, panel, seed=seed).forecast(chosen.horizon, seed=seed)
    say(f"3  fitted {model} as of {panel.as_of.date()} and forecast {made.horizon} weeks")
    day = home / str(panel.as_of.date())
    day.mkdir(parents=True, exist_ok=True)
    panel.save(day / "panel.nc")
    made.save(day / "forecast.nc")
    view.events().to_csv(day / "events.csv", index=False)
    words = ["escalation", "run", theatre, "--as-of", day.name, "--model", model]
    words += ["--seed", str(seed)]
    if reports is not None:
        words += ["--reports", str(reports), "--source", source]
    if loaded_through is not None:
        words += ["--loaded-through", loaded_through]
    if scores is not None:
        words += ["--scores", str(scores)]
    saved = str(day / "forecast.nc")
    trace = ["--theatre", theatre, "--forecast", saved]
    commands = {"brief": shlex.join(words), "events": f"{day.name}/events.csv"}
    commands["trace"] = shlex.join(trace)
    if scores is not None:
        commands["backtest"] = shlex.join(["--theatre", theatre, "--store", str(home / "store")])
    pdf = home / f"{day.name}.pdf"
    write_brief(made, chosen, view, panel, scores, pdf, commands=commands)
    for mark in made.marks:
        say(f"mark: {mark}")
    say(f"4  brief: {pdf}   (panel, forecast and events in {day}/; {aside} reports set aside)")
