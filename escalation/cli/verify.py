"""`escalation verify`: the scorecard of a kept backtest, and public protocols."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from escalation.cli.options import Against, AsJson, Seed
from escalation.cli.screen import say, show, waiting
from escalation.errors import ContractError

if TYPE_CHECKING:
    import pandas as pd


_FIRST = 4  # in short, by series, by year, by regime


class _ShowFirst(typer.core.TyperGroup):
    """Takes `views FOLDER` for `views show FOLDER`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        helps = {"-h", "--help"} & set(args[:1])
        known = args[:1] and args[0] in self.commands
        return super().parse_args(ctx, args if helps or known else ["show", *args])


app = typer.Typer(
    help="How good were the forecasts? The scorecard of a backtest, and public protocols.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
views = typer.Typer(
    help="The country-month protocol of the VIEWS prediction challenge: `views FOLDER` prints the "
    "challenge's table (CRPS, ignorance, interval score, coverage, Brier) of every window and "
    "submission in a folder; `views submit` makes a submission of our own and checks its layout.",
    cls=_ShowFirst,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(views, name="views")


@app.command(name="scores")
def show_scores(
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="What `backtest --folder` kept: its folder, or scores.parquet; the shipped table "
            "of pak-afg if absent."
        ),
    ] = None,
    against: Against = "last-year",
    series: Annotated[
        list[str] | None, typer.Option(help="Only this series; may be repeated. All if absent.")
    ] = None,
    metric: Annotated[
        str, typer.Option(help="Score of the ratios: crps, crps_log, crps_alarm, logs, brier ...")
    ] = "crps",
    truth: Annotated[
        str | None,
        typer.Option(help="first, lagged-8w or latest, where several were scored; else lagged."),
    ] = None,
    sheet: Annotated[
        Path | None, typer.Option(help="Also draw six pictures into this .pdf, .png or .svg.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", help="Model of the pictures; the first but AGAINST if none."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Every table; --json prints them all too."),
    ] = False,
    seed: Seed = 7,
    as_json: AsJson = False,
) -> None:
    """The scorecard of a backtest, table by table: never one global mean.

    First in short, a row a model; then ratios to AGAINST with 90% intervals, by series and weeks
    ahead, by year and by regime: below 1 is better. With --all also by truth, ranks, chances and
    their worth, alarms, mean scores, coverage and calibration.
    """
    from escalation.shipped import shipped
    from escalation.verify.overview import overview
    from escalation.verify.units import load_scores

    kept = folder or shipped("backtests", "pak-afg")
    table = load_scores(kept)
    settings = table.attrs.get("settings") or {}
    if settings:
        days = settings["origins"]
        say(f"{len(days)} origins, {days[0]} to {days[-1]}; truth: {settings['truth']}")
    if sheet is not None:
        _draw(table, sheet, against=against, series=series, model=model, seed=seed)
    with waiting(f"comparing {table['model'].nunique()} models"):
        parts = overview(
            table,
            against=against,
            series=series or (),
            metric=metric,
            truth=truth,
            folder=kept,
            as_numbers=as_json,
            seed=seed,
        )
    shown = list(parts) if everything or as_json else list(parts)[:_FIRST]
    for title in shown:
        part = parts[title]
        show(part.assign(table=title) if as_json else part, title=title, as_json=as_json)
    for failure in table.attrs.get("failures") or []:
        say(f"failed: {failure}")
    if len(shown) < len(parts):
        say(f"--all also shows: {'; '.join(list(parts)[len(shown) :])}")


def _draw(
    table: "pd.DataFrame",
    to: Path,
    *,
    against: str,
    series: list[str] | None,
    model: str | None,
    seed: int,
) -> None:
    from escalation.brief.sheet import sheet as draw

    models = list(dict.fromkeys(table["model"]))
    chosen = model or next((name for name in models if name != against), against)
    shown = series[0] if series else str(table["series"].iloc[0])
    path = draw(table, model=chosen, series=shown, to=to, against=against, seed=seed)
    say(f"pictures of {chosen}, {shown}, written to {path}")


@views.command(name="show")
def show_views(
    folder: Annotated[
        Path, typer.Argument(help="Holds cm_actuals_YEAR.parquet and NAME_YEAR.parquet or .csv.")
    ],
    country: Annotated[
        list[int] | None,
        typer.Option(help="A country_id to print a row of its own for; may be repeated."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The challenge's table of every window and submission in a folder."""
    from escalation.verify.views import views_table

    if not folder.is_dir():
        raise ContractError(f"views reads a folder of actuals and submissions; got {folder}")
    units = {f"country {number}": [number] for number in country or []}
    with waiting(f"scoring {folder}"):
        table = views_table(folder, units=units or None)
    show(table, title="VIEWS country-month protocol", as_json=as_json, places=4)


@views.command(name="submit")
def submit_views(
    history: Annotated[
        Path,
        typer.Option(help="CSV or Parquet of month_id, country_id, ged_sb; other columns unused."),
    ],
    window: Annotated[int, typer.Option(help="Year to forecast, from the October before.")],
    out: Annotated[Path, typer.Option(help="Folder to write the submission into.")],
    model: Annotated[str, typer.Option("--model", "-m", help="Model to fit.")] = "pooled",
    seed: Seed = 7,
) -> None:
    """Forecast a window from a country-month table, and check the submission's layout.

    Only what was known in the October before the window is used, and of that only ged_sb: a table
    may have ged_ns and ged_os beside it. Writes OUT/<model>_<window>.parquet: 1,000 draws of every
    country and month, none negative.
    """
    from escalation.cli.steps import table_of
    from escalation.verify.submission import submit

    table = table_of(history, what="a CSV or Parquet of month_id, country_id, ged_sb")
    with waiting(f"fitting {model} to what was known in October {window - 1}"):
        path = submit(table, window=window, model=model, out=out, seed=seed)
    beside = sorted({"ged_ns", "ged_os"} & set(table.columns))
    if beside:
        say(f"not used: {', '.join(beside)}; the protocol asks for ged_sb")
    say(f"submission written to {path}; it passes the layout's rules")
