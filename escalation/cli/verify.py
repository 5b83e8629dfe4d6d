"""`escalation verify`: public protocols, scored as their makers score them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from escalation.cli.options import AsJson, Seed
from escalation.cli.screen import say, show, waiting
from escalation.errors import ContractError


class _ShowFirst(typer.core.TyperGroup):
    """Takes `views FOLDER` for `views show FOLDER`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        helps = {"-h", "--help"} & set(args[:1])
        known = args[:1] and args[0] in self.commands
        return super().parse_args(ctx, args if helps or known else ["show", *args])


app = typer.Typer(
    help="Score forecasts by a public protocol.",
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
        Path, typer.Option(help="CSV or Parquet of month_id, country_id, ged_sb[, ged_ns, ged_os].")
    ],
    window: Annotated[int, typer.Option(help="Year to forecast, from the October before.")],
    out: Annotated[Path, typer.Option(help="Folder to write the submission into.")],
    model: Annotated[str, typer.Option("--model", "-m", help="Model to fit.")] = "pooled",
    seed: Seed = 7,
) -> None:
    """Forecast a window from a country-month table, and check the submission's layout."""
    import pandas as pd

    from escalation.verify.submission import submit

    if not history.exists():
        raise ContractError(f"no history at {history}; it is a CSV or Parquet of country-months")
    table = pd.read_csv(history) if history.suffix == ".csv" else pd.read_parquet(history)
    with waiting(f"fitting {model} to what was known in October {window - 1}"):
        path = submit(table, window=window, model=model, out=out, seed=seed)
    say(f"submission written to {path}; it passes the layout's rules")
