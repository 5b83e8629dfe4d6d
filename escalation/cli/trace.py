"""`escalation trace`: where a number came from, from a chance back to the reports."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from escalation.cli.options import AsJson, AsOf, StoreFolder, TheatreName
from escalation.cli.screen import say, show
from escalation.errors import ContractError

if TYPE_CHECKING:
    import pandas as pd

    from escalation.forecast import Forecast
    from escalation.theatre import Series

_SHOWN = [
    "week",
    "incident",
    "happened_to",
    "kind",
    "initiator",
    "target",
    "place",
    "deaths_best",
    "confidence",
    "document",
    "outlets",
]


def trace(
    series: Annotated[
        str | None, typer.Argument(help="Series whose incidents are wanted; all if absent.")
    ] = None,
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None, typer.Option(help="First day of the weeks wanted; all weeks if absent.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Last day of the weeks wanted.")] = None,
    document: Annotated[
        str | None, typer.Option(help="All that was read from this document, counted or not.")
    ] = None,
    incident: Annotated[str | None, typer.Option(help="All that tells of this incident.")] = None,
    forecast: Annotated[
        Path | None,
        typer.Option(
            help="Saved forecast: its chances of SERIES come first, and its day and, where `run` "
            "made it, its store are taken."
        ),
    ] = None,
    reports: Annotated[
        Path | None,
        typer.Option(help="The reports, where you have them: adds each event's sentence."),
    ] = None,
    source: Annotated[str, typer.Option(help="Name of their source, if they are raw.")] = "reports",
    as_json: AsJson = False,
) -> None:
    """Show where a number came from: its incidents, the events that tell of them, the documents.

    A chance is a share of a forecast's samples; the samples come from counts by week; a count is a
    number of incidents; each incident is told by events, each read from a document. With --json
    every column is printed, the outlets' names and addresses too.
    """
    from escalation.cli.steps import reports_of, seen_on, store_beside, store_of
    from escalation.forecast import Forecast
    from escalation.periods import last_ended, unit_of
    from escalation.text.merge import merge
    from escalation.theatre import Theatre
    from escalation.trace import trace as trace_events
    from escalation.trace import with_sentences

    chosen = Theatre.read(theatre)
    if forecast is not None:
        if series is None:
            raise ContractError(
                f"--forecast shows the chances of one series; name it: {', '.join(chosen.names)}"
            )
        made = Forecast.load(forecast)
        if as_of not in (None, str(made.as_of.date())):
            raise ContractError(
                f"the forecast stands on {made.as_of.date()}, and so do its counts; got --as-of "
                f"{as_of}; leave it out"
            )
        show(_chances(made, chosen[series]), title=f"chances of {series}", as_json=as_json)
        store, as_of = store or store_beside(forecast), str(made.as_of.date())
    view = seen_on(as_of, store_of(chosen, store))
    rows = trace_events(view, chosen, series=series, since=since, until=until)
    rows = _narrowed(rows, document, incident)
    if reports is not None:
        rows = with_sentences(rows, merge(reports_of(reports, source)[0]))
    named = [] if series else ["series"]
    shown = [*named, *_SHOWN, *(["sentence"] if reports else [])]
    show(rows if as_json else rows[shown], title="events behind the counts", as_json=as_json)
    say(
        f"{rows['incident'].nunique()} incidents, told by {rows['event'].nunique()} events of "
        f"{rows['document'].nunique()} documents, as of {_day(view.loaded_through)}; "
        "`--document ID` shows all that was read from one, `--json` every column"
    )
    if view.loaded_through is not None:
        ended = last_ended(view.loaded_through, cadence=chosen.cadence)
        unit = unit_of(chosen.cadence)
        fresh = rows.loc[rows["week"] > ended, "incident"].nunique()
        if fresh:
            say(f"{fresh} of them stand in the {unit} in progress, which no count holds yet")


def _narrowed(rows: "pd.DataFrame", document: str | None, incident: str | None) -> "pd.DataFrame":
    """Rows of one document or incident; of neither, those that some series counts."""
    if document is None and incident is None:
        return rows.dropna(subset=["series"])
    for column, name in (("document", document), ("incident", incident)):
        if name is None:
            continue
        rows = rows[rows[column] == name]
        if rows.empty:
            raise ContractError(
                f"no event of {column} '{name}' among these; `escalation trace --json` lists all, "
                "and --store names the store that a brief was made from"
            )
    return rows


def _chances(made: "Forecast", series: "Series") -> "pd.DataFrame":
    """Chances of a series within some weeks, and of how many samples each is the share."""
    import pandas as pd

    rows = []
    for within in sorted({w for w in (1, 4, 12, made.horizon) if w <= made.horizon}):
        total = made.total(series.name, within=within)
        for least in sorted({1, series.alarm}):
            rows.append(
                {
                    "from": made.weeks[0],
                    "weeks": within,
                    "at_least": least,
                    "samples": len(total),
                    "that_have_it": int((total >= least).sum()),
                    "chance": float((total >= least).mean()),
                    "expected": float(total.mean()),
                }
            )
    return pd.DataFrame(rows)


def _day(stamp: "pd.Timestamp | None") -> str:
    return "nothing loaded" if stamp is None else str(stamp.date())
