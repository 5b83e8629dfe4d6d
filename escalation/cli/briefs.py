"""`escalation brief`: the PDF of a saved forecast, of a theatre or of a table of counts."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from escalation.cli.options import CountsFile, StoreFolder, TheatreName
from escalation.cli.screen import say, waiting
from escalation.errors import ContractError

if TYPE_CHECKING:
    from escalation.forecast import Forecast


def brief(
    saved: Annotated[
        Path,
        typer.Argument(metavar="FORECAST", help="What `forecast` or `run` saved: .nc, folder."),
    ],
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    counts: CountsFile = None,
    scores: Annotated[
        Path | None,
        typer.Option(
            help="Past forecasts: what `backtest --folder` kept; the theatre's shipped ones else."
        ),
    ] = None,
    ledger: Annotated[
        Path | None, typer.Option(help="Ledger whose record the brief shows, as of its day.")
    ] = None,
    headline: Annotated[
        str | None,
        typer.Option(help="Series of the first line; the theatre's rarest violence, or the first."),
    ] = None,
    alarm: Annotated[
        list[str] | None,
        typer.Option(
            help="SERIES=NUMBER within 4 weeks (or a month) that is an alarm, of --counts. May be "
            "repeated; one more than the last year's most if absent."
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title, of --counts; its file's name else.")] = (
        None
    ),
    noun: Annotated[
        str | None,
        typer.Option(help="What one of --counts is, such as event or death; no word if absent."),
    ] = None,
    out: Annotated[Path, typer.Option(help="PDF to write.")] = Path("brief.pdf"),
) -> None:
    """Write the PDF risk brief of a saved forecast. No model is needed or run.

    A forecast that `run` saved is told from the store that `run` keeps beside it, unless another
    is named. One of --counts takes no theatre: name the same table, or the folder that holds it.
    """
    from escalation.forecast import Forecast

    file = saved / "forecast.nc" if saved.is_dir() else saved
    beside = saved / "counts.csv"
    table = counts or (beside if saved.is_dir() and beside.exists() else None)
    made = Forecast.load(file)
    if table is not None:
        _of_counts(made, table, out, saved, scores, headline, title, alarm, noun)
    elif title or alarm or noun:
        raise ContractError(
            "--title, --alarm and --noun are of --counts; a theatre's file has its own"
        )
    else:
        _of_theatre(made, theatre, store, out, file, scores, headline, ledger)
    say(f"brief written to {out}")


def _of_theatre(
    made: "Forecast",
    name: str,
    store: Path | None,
    out: Path,
    file: Path,
    scores: Path | None,
    headline: str | None,
    ledger: Path | None,
) -> None:
    """Write the brief of a forecast of a theatre."""
    from escalation.cli.steps import store_beside, store_of, write_brief
    from escalation.panel import count as count_events
    from escalation.theatre import Theatre

    theatre = Theatre.read(name)
    if made.data.attrs["theatre"] != theatre.name:
        raise ContractError(
            f"{file} is a forecast of '{made.data.attrs['theatre']}', not of {theatre.name}; name "
            "its theatre's file with --theatre, or the table it was made from with --counts"
        )
    store = store or store_beside(file)
    view = store_of(theatre, store).as_of(made.as_of)
    where = ["--theatre", name, *(["--store", str(store)] if store else [])]
    chosen = ["--headline", headline] if headline else []
    for option, given in (("--scores", scores), ("--ledger", ledger)):
        chosen += [option, str(given)] if given else []
    commands = {
        "brief": shlex.join(["escalation", "brief", str(file), *where, *chosen]),
        "events": shlex.join(["escalation", "trace", *where, "--as-of", str(made.as_of.date())]),
        "trace": shlex.join([*where, "--forecast", str(file)]),
    }
    if scores:  # else they are shipped ones, of the shipped store
        commands["backtest"] = shlex.join(where)
    panel = count_events(view, theatre)
    write_brief(
        made,
        theatre,
        view,
        panel,
        scores,
        out,
        commands=commands,
        ledger=ledger,
        headline=headline,
    )


def _of_counts(
    made: "Forecast",
    table: Path,
    out: Path,
    saved: Path,
    scores: Path | None,
    headline: str | None,
    title: str | None,
    alarms: list[str] | None,
    noun: str | None,
) -> None:
    """Write the brief of a forecast of a table of counts."""
    from escalation.brief import brief as write
    from escalation.brief.of_counts import theatre_of
    from escalation.cli.steps import pairs, panel_of_counts
    from escalation.verify.units import load_scores

    panel = panel_of_counts(table, str(made.as_of.date()))
    panel.data.attrs["theatre"] = made.data.attrs["theatre"]
    told = ["--counts", str(table)] if saved.is_file() else []
    for option, value in (
        ("--title", title),
        ("--noun", noun),
        ("--headline", headline),
        ("--scores", scores and str(scores)),
    ):
        told += [option, value] if value else []
    for alarm in alarms or []:
        told += ["--alarm", alarm]
    with waiting("writing the brief"):
        write(
            made,
            panel,
            load_scores(scores) if scores else None,
            theatre=theatre_of(
                made, panel, title=title, alarms=pairs(alarms, "--alarm"), noun=noun
            ),
            to=out,
            headline=headline or panel.series[0],
            commands={
                "brief": shlex.join(["escalation", "brief", str(saved), *told]),
                "backtest": shlex.join(["--counts", str(table)]),
            },
        )
