"""What several commands do: open a theatre's store, read reports, count, write a brief.

Loaded when a command runs, not when its help is asked for: what it imports takes seconds.
"""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from escalation.cli.screen import say, waiting
from escalation.errors import ContractError, opening
from escalation.periods import day
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre

if TYPE_CHECKING:  # who only codes reports need not wait for panels and models
    from escalation.forecast import Forecast
    from escalation.models.base import Fit
    from escalation.panel import Panel


def panel_of(
    theatre: str, store: Path | None, as_of: str | None, *, links: int = 0, seed: int | None = None
) -> "Panel":
    """The panel of a theatre's store on a day."""
    from escalation.panel import count as count_events

    chosen = Theatre.read(theatre)
    return count_events(seen_on(as_of, store_of(chosen, store)), chosen, links=links, seed=seed)


def seen_on(as_of: str | None, store: EventStore) -> EventStore:
    """A store as it was known on a day; all of it where none is given."""
    return store.as_of(as_of) if as_of else store


COUNTS_FILE = "a CSV of week (or month), series, count[, observed]"


def panel_of_counts(path: Path, as_of: str | None) -> "Panel":
    """The panel of a table of counts, as of a day; by default its own last day."""
    from escalation.panel import Panel

    return Panel.of_table(table_of(path, what=COUNTS_FILE), as_of=as_of, name=path.stem)


def save_beside(made: "Forecast", panel: "Panel", folder: Path, *, of_counts: bool) -> None:
    """A forecast's folder: its samples, what it was made from, and both as tables.

    ``counts.csv`` says that it was made from a table, ``panel.nc`` that it was from a theatre.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made.save(folder / "forecast.nc")
    made.table().to_csv(folder / "chances.csv", index=False, date_format="%Y-%m-%d")
    if of_counts:
        save_counts(panel, folder / "counts.csv")
    else:
        panel.save(folder / "panel.nc")


def save_counts(panel: "Panel", path: Path) -> None:
    """A panel's counts as the CSV that ``--counts`` takes."""
    tidy = panel.table()[["week", "series", "count", "observed"]]
    named = tidy.rename(columns={"week": "month"}) if panel.cadence == "monthly" else tidy
    path.parent.mkdir(parents=True, exist_ok=True)
    named.to_csv(path, index=False, date_format="%Y-%m-%d")


def fitted(name: str, panel: "Panel", *, seed: int, sampler: str) -> "Fit":
    """Fit a model; over links where the panel drew them."""
    from escalation.models import fit, model
    from escalation.models.base import BRIEF
    from escalation.models.over_links import OverLinks

    if "linked_counts" in panel.data:
        gate = replace(BRIEF, sampler=sampler)
        return OverLinks(model(name)).fit(panel, seed=seed, gate=gate)
    return fit(name, panel, seed=seed, sampler=sampler)


def table_of(path: Path, *, what: str) -> pd.DataFrame:
    """A table that a person has, CSV or Parquet."""
    with opening(path, what=what, way_out="the command's --help says its columns"):
        return (
            pd.read_parquet(path)
            if path.suffix == ".parquet"
            else pd.read_csv(path, float_precision="round_trip")
        )


def pairs(words: list[str] | None, option: str) -> dict[str, str]:
    """Values of an option that is given as name=value, any number of times."""
    for word in words or []:
        if "=" not in word:
            raise ContractError(f"{option} takes name=value; got '{word}'")
    return dict(word.split("=", 1) for word in words or [])


def store_of(theatre: Theatre, folder: Path | None) -> EventStore:
    """The store in a folder, or the theatre's shipped history."""
    history = folder or _history(theatre)
    if history is None:
        raise ContractError(
            f"no history of '{theatre.name}' is shipped; name a store of your own with --store "
            "FOLDER (`escalation code REPORTS --theatre FILE --store FOLDER` makes one)"
        )
    return EventStore.open(history)


def store_beside(forecast: Path) -> Path | None:
    """The store that `run` keeps beside the days it forecast from; None if there is none."""
    store = forecast.resolve().parent.parent / "store"
    return store if (store / "manifest.json").exists() else None


def working_store(theatre: Theatre, folder: Path) -> EventStore:
    """The theatre's shipped history, copied once to where it may grow; else an empty store.

    One that grew from another history is put aside, not mixed with this one.
    """
    history = _history(theatre)
    if history is None:
        return EventStore.open(folder)
    manifest = folder / "manifest.json"
    if manifest.exists() and not EventStore.open(folder).grew_from(EventStore.open(history)):
        aside = folder.with_name(f"{folder.name}-{EventStore.open(folder).vintage}")
        say(f"the shipped history is another one than {folder} grew from: that is now {aside}")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
    if not manifest.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for part in [*history.glob("*.parquet"), history / "manifest.json"]:
            shutil.copyfile(part, folder / part.name)
    return EventStore.open(folder)


def _samples(theatre: Theatre) -> Path | None:
    """The folder of sample reports that is shipped for a theatre, if there is one."""
    try:
        return shipped("samples", theatre.name)
    except ContractError:
        return None


def _history(theatre: Theatre) -> Path | None:
    """Where the theatre's shipped history lies; None for a theatre of one's own."""
    try:
        return shipped("history", theatre.name)
    except ContractError:
        return None


def reports_to_run(theatre: Theatre, path: Path | None, source: str, *, store: Path) -> Path | None:
    """What `run` codes: the reports that are given, else the samples, where the theatre has them.

    None where its store holds reports already: a brief of another day or model needs no new ones.
    A source that the theatre does not name would be coded, and counted nowhere.
    """
    named = theatre.source_names
    if path is None:
        samples = _samples(theatre)
        if "samples" in named and samples is not None:
            return samples
        if (store / "manifest.json").exists():
            return None
        trial = f"; to try it: --reports {samples} --source {named[0]}" if samples else ""
        yours = f"--reports PATH --source NAME (a source of the theatre: {', '.join(named)})"
        raise ContractError(f"{theatre.name} has no reports yet; give yours: {yours}{trial}")
    if path.suffix != ".parquet" and source not in named:
        raise ContractError(
            f"no source '{source}' in {theatre.name}, so nothing of it would be counted; there "
            f"are: {', '.join(named)}; choose one with --source, or add [[sources]] to its file"
        )
    return path


def check_reach(
    as_of: str | None, reports: pd.DataFrame, store: EventStore, loaded_through: str | None
) -> None:
    """Refuse a day that reports and store will not reach, before anything is coded."""
    newest = reports["fetched"].max() if len(reports) else None
    if loaded_through and newest is not None and newest > day(loaded_through):
        raise ContractError(
            f"reports of {newest.date()} came after the day up to which the source is said to be "
            f"read, {day(loaded_through).date()}; name a later one with --loaded-through"
        )
    ends = [newest, store.loaded_through, day(loaded_through) if loaded_through else None]
    known = [when for when in ends if when is not None]
    if as_of and known and day(as_of) > max(known):
        raise ContractError(
            f"what is known ends on {max(known).date()}; as_of {day(as_of).date()} is not known "
            "yet; ask for an earlier day, or, where the source was read up to then and had "
            f"nothing, say so with --loaded-through {day(as_of).date()}"
        )


def uncounted(events: pd.DataFrame, theatre: Theatre) -> str:
    """A line on events that no series can count, as the theatre does not name their source."""
    named = theatre.source_names
    strange = events.loc[~events["source"].isin(named), "source"].value_counts()
    if strange.empty:
        return ""
    told = ", ".join(f"{many} of '{name}'" for name, many in strange.items())
    return (
        f"not counted: {told}, a source that {theatre.name} does not name (its sources: "
        f"{', '.join(named)})"
    )


def tell_silent(events: pd.DataFrame, panel: "Panel", theatre: Theatre) -> None:
    """Say what no series can count, and which series never counted anything."""
    for line in filter(None, (uncounted(events, theatre), _never_counted(panel))):
        say(line)


def _never_counted(panel: "Panel") -> str:
    """A line on series that never had an incident: rarer than a slip in their `match`."""
    total = panel["counts"].sum("week").values
    empty = [name for name, count in zip(panel.series, total, strict=True) if not count]
    if not empty:
        return ""
    return (
        f"no incident at all in: {', '.join(empty)}; if that is not so, look at the kinds, codes "
        "and countries of its match beside the events that `escalation code` prints"
    )


def reports_of(path: Path | None, source: str) -> tuple[pd.DataFrame, int]:
    """The reports behind a path and how many were set aside; of no path, none."""
    if path is None:
        from escalation.text.reports import gather

        return gather([], source=source).reports, 0
    if path.suffix == ".parquet":
        return table_of(path, what="a table that `escalation read` wrote"), 0
    if source == "current-events":
        from escalation.sources.current_events import read as read_items

        reading = read_items(path)
    else:
        from escalation.text.reports import read as read_reports

        reading = read_reports(path, source=source)
    tell_aside(reading.rejected)
    return reading.reports, len(reading.rejected)


def tell_aside(rejected: pd.DataFrame) -> None:
    """Say of the first rows that were set aside where they stand, and why."""
    for row in rejected.head(5).itertuples():
        say(f"set aside: {row.file}:{row.line:.0f}: {row.rule}; got {row.value}")


def short(events: pd.DataFrame) -> pd.DataFrame:
    what = ["kind", "status", "initiator", "target", "happened_to", "country", "admin1", "place"]
    return events[[*what, "deaths_low", "deaths_best", "deaths_high", "confidence", "rule"]]


def write_brief(
    made: "Forecast",
    theatre: Theatre,
    view: EventStore,
    panel: "Panel",
    scores: Path | None,
    out: Path,
    *,
    commands: dict[str, str],
    ledger: Path | None = None,
    headline: str | None = None,
) -> Path:
    """Write the brief; ``commands`` are those that it prints, by what they make."""
    from escalation.brief import brief as write
    from escalation.verify.units import load_scores

    saved = scores or _shipped_scores(theatre)
    with waiting("writing the brief"):
        return write(
            made,
            panel,
            load_scores(saved) if saved else None,
            theatre=theatre,
            to=out,
            events=view.events(),
            documents=view.documents(),
            ledger=ledger,
            headline=headline,
            commands=commands,
        )


def _shipped_scores(theatre: Theatre) -> Path | None:
    try:
        return shipped("backtests", theatre.name, "scores.parquet")
    except ContractError:
        return None
