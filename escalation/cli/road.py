"""The road from reports to a brief, one command a step; `run` does all of it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from escalation.cli.options import (
    AsJson,
    AsOf,
    CountsFile,
    Horizon,
    Links,
    LoadedThrough,
    ModelName,
    Processes,
    SamplerName,
    Seed,
    StoreFolder,
    TheatreName,
)
from escalation.cli.screen import say, show, waiting
from escalation.errors import ContractError

SET_ASIDE = 3
"""Exit status when some reports were set aside; the rest was done."""

DEFAULT_MODEL = "local-level"

_TABLES = (".csv", ".json", ".parquet", ".pdf")


def read(
    path: Annotated[
        Path, typer.Argument(help="File or folder: text, JSONL, CSV, HTML, RSS, mail, zip.")
    ],
    source: Annotated[str, typer.Option(help="Name of the source.")],
    out: Annotated[Path, typer.Option(help="Parquet file to write.")] = Path("reports.parquet"),
    fetched: Annotated[
        str | None,
        typer.Option(help="Day on which these were fetched, or 'today'; that of publication else."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(help="For CSV: ours=theirs, such as --column body=text. May be repeated."),
    ] = None,
    day_order: Annotated[
        Literal["day-month", "month-day"] | None,
        typer.Option(help="How days like 02/03/2026 are meant: day-month or month-day."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read reports into one table; what can't be read is set aside with its reason.

    Writes OUT and, beside it, OUT's name with `.rejected.csv`. Exits with status 3 if anything
    was set aside.
    """
    import pandas as pd

    from escalation.cli.steps import pairs
    from escalation.text.days import in_numbers
    from escalation.text.reports import read as read_reports

    columns = pairs(column, "--column")
    day = str(pd.Timestamp.today().date()) if fetched == "today" else fetched
    with waiting(f"reading {path}"):
        reading = read_reports(
            path, source=source, fetched=day, columns=columns or None, day_order=day_order
        )
    if not len(reading.reports) + len(reading.rejected):
        raise ContractError(f"no report in {path}; it is a file or folder that holds one at least")
    out.parent.mkdir(parents=True, exist_ok=True)
    reading.reports.to_parquet(out, index=False)
    aside = out.with_suffix(".rejected.csv")
    reading.rejected.astype({"line": "Int64"}).to_csv(aside, index=False)
    if len(reading.rejected):
        show(reading.rejected.head(20), title=f"set aside (all in {aside})", as_json=as_json)
    say(f"{len(reading.reports)} reports written to {out}, {len(reading.rejected)} set aside")
    if reading.rejected["value"].dropna().map(in_numbers).any():
        say("days in numbers alone are read with --day-order day-month, or month-day")
    if len(reading.rejected):
        raise typer.Exit(SET_ASIDE)


def code(
    path: Annotated[Path, typer.Argument(help="What `read` wrote, or anything that it reads.")],
    theatre: TheatreName = "pak-afg",
    store: Annotated[
        Path | None, typer.Option("--store", "-s", help="Event store to append to; none if absent.")
    ] = None,
    source: Annotated[
        str,
        typer.Option(
            help="Name of the source, where PATH is raw; 'current-events' has its layout."
        ),
    ] = "reports",
    coder: Annotated[str, typer.Option(help="Which coder: rules, or endpoint.")] = "rules",
    loaded_through: LoadedThrough = None,
    decisions: Annotated[
        Path, typer.Option(help="What `review` decided; it overrides the coder in the store.")
    ] = Path("decisions.csv"),
    processes: Processes = 1,
    confident: Annotated[
        float,
        typer.Option(min=0, max=1, help="Show events of this confidence or more; 0 shows all."),
    ] = 0.0,
    as_json: AsJson = False,
) -> None:
    """Code reports into events: who did what to whom, where, when, how many, and when we knew.

    `--theatre none` codes texts from anywhere: countries and their people from the gazetteer,
    generic actors. With `--json` each event is one object with its sentence and its span.
    `--confident 0.8` shows those alone that are right about nine times in ten; a store keeps all.
    """
    import pandas as pd

    from escalation.cli.steps import reports_of, short, uncounted
    from escalation.coding import audit_records
    from escalation.coding import code as code_documents
    from escalation.coding.review import read_decisions
    from escalation.keep import keep
    from escalation.store import EventStore
    from escalation.text.merge import merge
    from escalation.theatre import Theatre

    reports, aside = reports_of(path, source)
    chosen = None if theatre == "none" else Theatre.read(theatre)
    with waiting(f"coding {len(reports)} reports"):
        documents = merge(reports)
        if store is not None:
            kept = keep(
                reports,
                EventStore.open(store),
                chosen,
                coder=coder,
                processes=processes,
                loaded_through=loaded_through,
                decisions=read_decisions(decisions),
            )
            events = kept.events
        else:
            events = code_documents(documents, chosen, coder=coder, processes=processes)
    sure = events[events["confidence"].fillna(0) >= confident]
    if as_json:
        show(pd.DataFrame(audit_records(sure, documents)), title="", as_json=True)
    else:
        show(short(sure), title="events", as_json=False)
    told = f"{len(events)} events from {len(documents)} documents"
    if store is not None:
        known = len(documents) - kept.documents
        told = f"{len(events)} new events from {kept.documents} new documents, {known} known before"
    if len(sure) < len(events):
        told += f" ({len(events) - len(sure)} of a confidence below {confident:g} are not shown)"
    say(f"{told}, {aside} reports set aside")
    if store is not None and chosen is not None and (line := uncounted(events, chosen)):
        say(line)
    if aside:
        raise typer.Exit(SET_ASIDE)


def count(
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    as_of: AsOf = None,
    by: Annotated[str, typer.Option(help="Sum over 'year' or 'week'.")] = "year",
    out: Annotated[
        Path | None,
        typer.Option(
            help="File to write: the panel (.nc), or a CSV as `--counts` takes it (.csv)."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Count incidents by week and series, as known on a day; unobserved weeks are not zeros."""
    from escalation.cli.steps import save_counts, seen_on, store_of, tell_silent
    from escalation.panel import count as count_events
    from escalation.periods import unit_of
    from escalation.theatre import Theatre

    if out is not None and out.suffix not in (".nc", ".csv"):
        raise ContractError(f"--out is a panel (.nc) or a table (.csv); got {out}")
    chosen = Theatre.read(theatre)
    kept = store_of(chosen, store)
    panel = count_events(seen_on(as_of, kept), chosen)
    if out is not None:
        panel.save(out) if out.suffix == ".nc" else save_counts(panel, out)
    tidy = panel.table()
    tidy["count"] = tidy["count"].where(tidy["observed"])
    if by not in ("year", "week"):
        raise ContractError(f"count sums by 'year' or 'week'; got '{by}'")
    row = tidy["week"].dt.year.rename("year") if by == "year" else tidy["week"]
    # of what was not observed at all there is no sum, and none is printed
    table = tidy.groupby([row, "series"])["count"].sum(min_count=1).unstack()[panel.series]
    show(
        table.reset_index(), title=f"incidents by {by}, as of {panel.as_of.date()}", as_json=as_json
    )
    gaps = int((~panel["observed"].values[:, 0]).sum())
    unit = unit_of(panel.cadence)
    dark = f"1 {unit} was" if gaps == 1 else f"{gaps} {unit}s were"
    say(f"as of {panel.as_of.date()}, vintage {panel.vintage}; {dark} not observed")
    tell_silent(kept.events(), panel, chosen)


def fit(
    model: ModelName = DEFAULT_MODEL,
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    counts: CountsFile = None,
    as_of: AsOf = None,
    seed: Seed = 7,
    sampler: SamplerName = "nutpie",
    as_json: AsJson = False,
) -> None:
    """Fit a model and say how well it was computed.

    Of a sampled model: R-hat (1 where chains agree; a brief wants at most 1.01), effective draws
    (at least 400), share of divergences, energy, seconds; "passed" says whether all are met.
    """
    from dataclasses import asdict

    import pandas as pd

    from escalation.cli.steps import panel_of, panel_of_counts
    from escalation.models import fit as fit_model

    panel = panel_of_counts(counts, as_of) if counts else panel_of(theatre, store, as_of)
    with waiting(f"fitting {model} to {len(panel.weeks)} weeks"):
        fitted = fit_model(model, panel, seed=seed, sampler=sampler)
    facts = asdict(fitted.diagnostics)
    facts["marks"] = "; ".join(facts["marks"])
    show(pd.DataFrame([{"model": model, **facts}]), title="diagnostics", as_json=as_json)


def forecast(
    model: ModelName = DEFAULT_MODEL,
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    counts: CountsFile = None,
    as_of: AsOf = None,
    horizon: Horizon = None,
    links: Links = 0,
    seed: Seed = 7,
    sampler: SamplerName = "nutpie",
    out: Annotated[Path, typer.Option(help="netCDF file (.nc) to write, or a folder.")] = Path(
        "forecast.nc"
    ),
    as_json: AsJson = False,
) -> None:
    """Fit a model and forecast: samples of the weeks that had not ended, saved as netCDF.

    Prints by series and week: the mean and median count, 50% and 90% intervals, and the chance of
    at least one. A folder gets forecast.nc, that table as chances.csv, and what the forecast was
    made from; `escalation brief FOLDER` makes a PDF of it.
    """
    from escalation.cli.steps import fitted, panel_of, panel_of_counts, save_beside
    from escalation.periods import unit_of
    from escalation.theatre import Theatre

    if out.suffix.lower() in _TABLES:
        raise ContractError(
            f"--out is a .nc file or a folder, which gets the printed table as chances.csv too; "
            f"got {out}; name a folder: --out {out.with_suffix('')}"
        )
    if counts is not None:
        if links:
            raise ContractError("links are of a store's reports, and --counts has none; drop one")
        panel = panel_of_counts(counts, as_of)
        ahead = horizon or (12 if panel.cadence == "weekly" else 6)
    else:
        panel = panel_of(theatre, store, as_of, links=links, seed=seed)
        ahead = horizon or Theatre.read(theatre).horizon
    with waiting(f"fitting {model} to {len(panel.weeks)} weeks"):
        made = fitted(model, panel, seed=seed, sampler=sampler).forecast(ahead, seed=seed)
    if out.suffix == ".nc":
        made.save(out)
    else:
        save_beside(made, panel, out, of_counts=counts is not None)
    unit = unit_of(panel.cadence)
    title = f"{model} as of {made.as_of.date()}: counts a {unit}; chance of at least one"
    show(made.table(), title=title, as_json=as_json)
    for mark in made.marks:
        say(f"mark: {mark}")
    say(f"forecast written to {out}")
