"""What several commands read: tables, reports, a theatre's store.

Loaded when a command runs, not when its help is asked for: what it imports takes seconds.
"""

import shutil
from pathlib import Path

import pandas as pd

from escalation.cli.screen import say
from escalation.errors import ContractError, opening
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre


def table_of(path: Path, *, what: str) -> pd.DataFrame:
    """A table that a person has, CSV or Parquet."""
    with opening(path, what=what, way_out="the command's --help says its columns"):
        return pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path)


def pairs(words: list[str] | None, option: str) -> dict[str, str]:
    """Values of an option that is given as name=value, any number of times."""
    for word in words or []:
        if "=" not in word:
            raise ContractError(f"{option} takes name=value; got '{word}'")
    return dict(word.split("=", 1) for word in words or [])


def store_of(theatre: Theatre, folder: Path | None) -> EventStore:
    return EventStore.open(folder or shipped("history", theatre.name))


def working_store(theatre: Theatre, folder: Path) -> EventStore:
    """The theatre's shipped history, copied once to where it may grow.

    One that grew from another history is put aside, not mixed with this one.
    """
    history = shipped("history", theatre.name)
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


def reports_of(path: Path, source: str) -> tuple[pd.DataFrame, int]:
    if path.suffix == ".parquet":
        return table_of(path, what="a table that `escalation read` wrote"), 0
    if source == "current-events":
        from escalation.sources.current_events import read as read_items

        reading = read_items(path)
    else:
        from escalation.text.reports import read as read_reports

        reading = read_reports(path, source=source)
    for row in reading.rejected.head(5).itertuples():
        say(f"set aside: {row.file}:{row.line:.0f}: {row.rule}; got {row.value}")
    return reading.reports, len(reading.rejected)


def short(events: pd.DataFrame) -> pd.DataFrame:
    columns = ["kind", "status", "initiator", "target", "happened_to", "admin1", "place"]
    return events[[*columns, "deaths_low", "deaths_best", "deaths_high", "confidence", "rule"]]
