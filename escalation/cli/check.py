"""How good is it? Backtests, the coder's audit, the review queue, and public protocols."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from escalation.cli.options import (
    Against,
    AsJson,
    CountsFile,
    Horizon,
    Seed,
    StoreFolder,
    TheatreName,
)
from escalation.cli.screen import counting, say, show, waiting
from escalation.errors import ContractError
from escalation.shipped import shipped

if TYPE_CHECKING:
    import pandas as pd

    from escalation.theatre import Theatre


def backtest(
    models: Annotated[
        list[str] | None, typer.Argument(help="Models to compare; all that are quick if none.")
    ] = None,
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    counts: CountsFile = None,
    origins: Annotated[int, typer.Option(min=1, help="How many days to stand on.")] = 52,
    every: Annotated[int, typer.Option(min=1, help="Weeks between them.")] = 1,
    horizon: Horizon = None,
    truth: Annotated[
        str,
        typer.Option(
            help="Score against counts as 'first' known, 'lagged' by 8 weeks, 'latest', 'all'."
        ),
    ] = "all",
    against: Against = "last-year",
    seed: Seed = 7,
    workers: Annotated[int, typer.Option(min=1, help="Processes on this machine.")] = 1,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler to run on.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where to keep every unit, so that a stopped backtest goes on."),
    ] = None,
    every_week: Annotated[
        bool, typer.Option("--every-week", help="Print all single weeks, not the 1st, 4th, 12th.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Stand on past days, forecast with what was known then, and score what came.

    Prints each model's scores by series and horizon beside AGAINST, with a bootstrap interval; of
    several truths the lagged one. With --folder the table is kept as scores.parquet, a second run
    does only what is missing, and `escalation verify scores FOLDER` shows the rest.
    """
    from escalation.cli.steps import COUNTS_FILE, table_of
    from escalation.store import EventStore
    from escalation.theatre import Theatre
    from escalation.verify.backtest import backtest as run_backtest
    from escalation.verify.backtest import backtest_panel
    from escalation.verify.compare import compare

    names = models or ["last-year", "season-glm", "local-level"]
    if against not in names:
        names = [against, *names]
    if names == [against]:
        raise ContractError(
            f"a backtest compares models with '{against}'; got it alone; name one more: "
            f"escalation backtest {against} ewma"
        )
    shared: dict[str, Any] = {
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
                names,
                table_of(counts, what=COUNTS_FILE),
                horizon=horizon or 12,
                name=counts.stem,
                progress=step,
                **shared,
            )
        else:
            chosen = Theatre.read(theatre)
            history = EventStore.open(store or shipped("history", chosen.name))
            table = run_backtest(
                names, history, chosen, horizon=horizon, truth=truth, progress=step, **shared
            )
    compared = compare(table, against=against, seed=seed)
    if not every_week:
        told = (compared["target"] == "total") | compared["horizon"].isin([1, 4, 12])
        compared = compared[told]
    if not as_json:
        compared = compared.drop(columns=["skill", "block"]).replace(float("inf"), float("nan"))
    title = (
        f"mean CRPS in counts, beside that of {against}; ratio below 1 is better; low to high: its "
        "90% interval, of 8 origins or more"
    )
    show(compared, title=title, as_json=as_json)
    for failure in table.attrs.get("failures", []):
        say(f"failed: {failure}")
    if folder is not None:
        say(f"scores and settings kept in {folder}")


def audit(
    gold: Annotated[
        Path,
        typer.Argument(
            help="Hand-coded sentences: PLOVER gold (.json), labelled sentences (.jsonl), or UCDP "
            "events with headlines (.csv). With --reports: judged documents (.jsonl)."
        ),
    ],
    reports: Annotated[
        Path | None,
        typer.Option(help="The reports that GOLD judges whole, by the document ids of `code`."),
    ] = None,
    source: Annotated[
        str, typer.Option(help="Name of their source; 'current-events' has its layout.")
    ] = "reports",
    coder: Annotated[str, typer.Option(help="Which coder: rules, or endpoint.")] = "rules",
    theatre: Annotated[
        str, typer.Option("--theatre", "-t", help="Theatre to code with, or 'none'.")
    ] = "none",
    split: Annotated[
        str | None, typer.Option(help="Only this split of GOLD, such as train or test.")
    ] = None,
    seed: Seed = 7,
    out: Annotated[
        Path | None, typer.Option(help="File for recall and precision by kind, which models read.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compare a coder with hand-coded sentences, or with documents that people judged whole.

    Prints how often each was right with a 90% interval, precision, recall and F1 by PLOVER root,
    the confusions worst first, and whether a confidence of 0.8 means right 80% of the time. Of
    judged documents: the share of events found, of false ones, and of documents wholly right; an
    event counts as right there by its root and its sides.
    """
    from escalation.coding.audit import audit as compare_with
    from escalation.coding.auditing.gold import read_gold
    from escalation.theatre import Theatre

    chosen = None if theatre == "none" else Theatre.read(theatre)
    if reports is not None:
        judged, held = _of_documents(
            gold, reports, source, chosen, coder=coder, split=split, seed=seed
        )
        show(judged, title="how often right, by documents", as_json=as_json)
        show(held, title="what a confidence means", as_json=as_json)
        return
    with waiting(f"coding {gold.name}"):
        found = compare_with(coder, read_gold(gold, split=split), theatre=chosen, seed=seed)
    show(found.summary, title="how often right", as_json=as_json)
    show(found.roots, title="by PLOVER root", as_json=as_json)
    show(found.confusions.head(20), title="confusions, worst first", as_json=as_json)
    show(found.reliability, title="what a confidence means", as_json=as_json)
    if out is not None:
        found.save_rules(out)
        say(f"recall and precision by kind written to {out}")


def _of_documents(
    gold: Path,
    reports: Path,
    source: str,
    theatre: "Theatre | None",
    *,
    coder: str,
    split: str | None,
    seed: int,
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """How a coder does on documents that people judged whole, and what its confidence means."""
    from escalation.cli.steps import reports_of
    from escalation.coding import code
    from escalation.coding.auditing.judged import compare, meant, read_judged, summary
    from escalation.text.merge import merge

    judged = read_judged(gold, split=split)
    asked = [one["document"] for one in judged]
    documents = merge(reports_of(reports, source)[0])
    documents = documents[documents["document"].isin(asked)]
    lacking = len(set(asked) - set(documents["document"]))
    if lacking or not asked:
        raise ContractError(
            f"{lacking} of the {len(asked)} judged documents are not among the reports of "
            f"{reports}; `escalation code FILE --json` tells the documents' ids; take others out"
        )
    with waiting(f"coding {len(documents)} documents"):
        events = code(documents, theatre, coder=coder)
    return summary(judged, compare(judged, events), seed=seed), meant(judged, events)


def review(
    theatre: TheatreName = "pak-afg",
    store: StoreFolder = None,
    decisions: Annotated[
        Path, typer.Option(help="The table of decisions; made when the first is taken.")
    ] = Path("decisions.csv"),
    event: Annotated[str | None, typer.Option(help="Id of the event to decide on.")] = None,
    verdict: Annotated[
        Literal["right", "wrong", "corrected"] | None,
        typer.Option(help="right, wrong or corrected; lists the queue if absent."),
    ] = None,
    correct: Annotated[
        list[str] | None,
        typer.Option(help="column=value, such as kind=attack.bombing; may be repeated."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="Day of the decision; today else.")] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Append all decisions to the store as new versions.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many events to list.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List the events that the coder is least sure of; take decisions that override it.

    Decisions go to a small table that overrides the coder from then on, and counts as gold.
    """
    import pandas as pd

    from escalation.cli.steps import pairs, store_of
    from escalation.coding import review as room
    from escalation.theatre import Theatre

    if (event is None) != (verdict is None) or (correct and verdict is None):
        raise ContractError(
            "a decision names its event and its verdict: escalation review --event ID --verdict "
            f"right; got event {event}, verdict {verdict}, corrections {correct or 'none'}"
        )
    kept = store_of(Theatre.read(theatre), store)
    events = kept.events()
    if event is not None and verdict is not None:
        chosen = events[events["event"] == event]
        if chosen.empty:
            raise ContractError(f"no event '{event}' in {kept.folder}; `review` lists them")
        day = on or str(pd.Timestamp.today().date())
        changes = pairs(correct, "--correct")
        room.decide(decisions, chosen.iloc[0], verdict, decided=day, **changes)
        say(f"'{verdict}' on {event} written to {decisions}")
    if apply:
        added = kept.append(room.corrections(events, room.read_decisions(decisions)))
        say(f"{added} decisions appended to {kept.folder}")
    if event is None and not apply:
        table = room.review_queue(events, room.read_decisions(decisions), limit=limit)
        show(table, title="least certain events", as_json=as_json)
