"""`escalation ledger`: forecasts on record, each issued, resolved by its rule, and scored."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from escalation.cli.options import AsJson, StoreFolder, TheatreName
from escalation.cli.screen import say, show

if TYPE_CHECKING:
    from escalation.verify.ledger import Record

app = typer.Typer(
    help="An append-only record of issued forecasts. Each line holds the hash of the line before "
    "it, so that a late edit is found out and named.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

LedgerFile = Annotated[Path, typer.Option("--ledger", "-l", help="The ledger's file (JSON lines).")]
On = Annotated[str | None, typer.Option("--on", help="Day of the entry; today if absent.")]
_FILE = Path("ledger.jsonl")


@app.command()
def add(
    forecast: Annotated[Path, typer.Argument(help="What `forecast` wrote.")],
    ledger: LedgerFile = _FILE,
    series: Annotated[
        list[str] | None, typer.Option(help="Series to issue; all if absent. May be repeated.")
    ] = None,
    at_least: Annotated[int, typer.Option(min=1, help="Incidents that make it come true.")] = 1,
    within: Annotated[int, typer.Option(min=1, help="Weeks in which they must happen.")] = 4,
    lag_weeks: Annotated[int, typer.Option(min=0, help="Weeks later, when it is looked up.")] = 8,
    on: On = None,
) -> None:
    """Issue a forecast's chances, with the rule by which a machine will resolve them."""
    from escalation.forecast import Forecast
    from escalation.verify.ledger import add as issue

    made = Forecast.load(forecast)
    fresh = issue(
        ledger,
        made,
        on=_day(on),
        series=series,
        at_least=at_least,
        within=within,
        lag_weeks=lag_weeks,
    )
    say(f"{len(fresh)} forecasts issued in {ledger}: {', '.join(fresh)}")


@app.command()
def resolve(
    ledger: LedgerFile = _FILE,
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    on: On = None,
) -> None:
    """Resolve what the store can tell by now; void what was not observed, with the reason."""
    from escalation.cli.steps import store_of
    from escalation.theatre import Theatre
    from escalation.verify.ledger import record
    from escalation.verify.ledger import resolve as settle

    chosen = Theatre.read(theatre)
    held = store_of(chosen, store)
    closed = settle(ledger, held, chosen, on=_day(on))
    say(f"{len(closed)} forecasts closed in {ledger}{': ' if closed else ''}{', '.join(closed)}")
    if left := record(ledger).open:
        loaded = held.loaded_through.date() if held.loaded_through is not None else "no day"
        say(
            f"{left} open: each waits for the day that `ledger show` names, and for a store loaded "
            f"through it (this one is through {loaded})"
        )


@app.command(name="show")
def show_all(ledger: LedgerFile = _FILE, as_json: AsJson = False) -> None:
    """Every forecast with its state, and the running Brier score and share void.

    An edit made after the fact is an error that names the line.
    """
    from escalation.verify.ledger import record
    from escalation.verify.ledger import show as table_of

    show(table_of(ledger), title=f"ledger {ledger}", as_json=as_json)
    say(_in_words(record(ledger)))


def _in_words(done: "Record") -> str:
    scored = f" with a mean Brier score of {done.brier:.3f}" if done.resolved else ""
    return (
        f"{done.issued} issued: {done.open} open, {done.resolved} resolved{scored}, "
        f"{done.void} void; the last entry's hash is {done.head}"
    )


def _day(on: str | None) -> str:
    import pandas as pd

    return on or str(pd.Timestamp.today().date())
