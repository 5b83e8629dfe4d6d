"""The event store: all versions of all events, and every document seen; append-only.

A folder of immutable Parquet parts and one ``manifest.json`` that lists them::

    store/manifest.json                    {"format": 1, "loaded_through": ..., "parts": [...]}
    store/events-<sha256>.parquet          rows of the EVENTS contract, key (event, known_at)
    store/documents-<sha256>.parquet       rows of the DOCUMENTS contract, key (document, known_at)

Appending writes and syncs new parts first and swaps the manifest last, so a kill at any moment
leaves the old state or the new one (``manifest.py``). Writers take turns by a lock on the folder.
Documents are kept even where nothing was coded from them: their volume says how much a source was
looking.

A part never changes, so what was read of it is kept in memory: a backtest looks at hundreds of
pasts of the same rows.
"""

import hashlib
import uuid
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from filelock import FileLock

from escalation import manifest
from escalation.periods import Day, day
from escalation.schema import DOCUMENTS, EVENTS, VOLUME, ContractError, checked, empty, typed

if TYPE_CHECKING:
    import duckdb

_CONTRACTS = {"events": EVENTS, "documents": DOCUMENTS}
_KEYS = {"events": "event", "documents": "document"}


@dataclass(frozen=True)
class EventStore:
    """A store, or what it held on a day: ``as_of`` gives a smaller one.

    Open one with ``EventStore.open(folder)``; it need not exist yet. ``known`` is the day the
    view stands on, None for everything loaded.
    """

    folder: Path
    known: pd.Timestamp | None = None

    @classmethod
    def open(cls, folder: str | Path) -> "EventStore":
        """Open the store in ``folder``; an absent or empty folder is an empty store."""
        path = Path(folder)
        if path.is_file():
            raise ContractError(f"a store is a folder of Parquet parts; {path} is a file")
        return cls(path)

    @property
    def loaded_through(self) -> pd.Timestamp | None:
        """Last day whose knowledge this view holds; None for an empty store."""
        loaded = manifest.read(self.folder)["loaded_through"]
        if loaded is None:
            return None
        return self.known if self.known is not None else day(loaded)

    def as_of(self, when: Day) -> "EventStore":
        """The store as it was known at the end of a day: the only door to the past.

        Raises
        ------
        ContractError
            If the store was not loaded that far.
        """
        stamp, loaded = day(when), self.loaded_through
        if loaded is None:
            raise ContractError(f"the store in {self.folder} is empty; append events first")
        if stamp > loaded:
            raise ContractError(
                f"store was last loaded on {loaded.date()}; as_of {stamp.date()} is not known yet; "
                f"ask for a day up to {loaded.date()}, or load what came since"
            )
        return EventStore(self.folder, stamp)

    def events(self) -> pd.DataFrame:
        """Latest version of every event not withdrawn, by the EVENTS contract."""
        versions = self.versions().sort_values(["event", "known_at"], kind="stable")
        latest = versions.drop_duplicates("event", keep="last")
        standing = latest[~latest["withdrawn"]]
        return standing.sort_values(["known_at", "event"]).reset_index(drop=True)

    def versions(self) -> pd.DataFrame:
        """Every version of every event that was known, by the EVENTS contract."""
        return self._table("events")

    def documents(self) -> pd.DataFrame:
        """Every document that was known, coded or not, by the DOCUMENTS contract."""
        return self._table("documents")

    def volume(self) -> pd.DataFrame:
        """Items by source and day of publication, by the VOLUME contract."""
        documents = self.documents().drop_duplicates("document")
        counted = documents.groupby(["source", "published"], as_index=False).size()
        return typed(counted.rename(columns={"published": "day", "size": "items"}), VOLUME)

    @property
    def vintage(self) -> str:
        """Name of what is known here: equal for equal rows, whatever was appended later."""
        digest = hashlib.sha256()
        for table in _CONTRACTS:
            held = _held(self.folder, table)
            digest.update(np.sort(held.digests[self._known_of(held.rows)]).tobytes())
        return digest.hexdigest()[:16]

    def grew_from(self, other: "EventStore") -> bool:
        """Does it hold every part of another? A part is named by its content."""
        own, theirs = (
            {part["file"] for part in manifest.read(store.folder)["parts"]}
            for store in (self, other)
        )
        return theirs <= own

    def append(
        self,
        events: pd.DataFrame,
        documents: pd.DataFrame | None = None,
        *,
        loaded_through: Day | None = None,
    ) -> int:
        """Add rows that are new; all of them or none.

        Parameters
        ----------
        events, documents
            Tables of the EVENTS and DOCUMENTS contracts. A row whose key the store holds with
            the same content is passed over.
        loaded_through
            Day up to which the sources have been read; the latest ``known_at`` if not given.

        Returns
        -------
        int
            Number of event rows added.

        Raises
        ------
        ContractError
            If a row breaks its contract, lies after ``loaded_through``, or has the key of a
            stored row with other content (a correction is a new row with a later ``known_at``).
        """
        if self.known is not None:
            raise ContractError("a view of the past cannot be appended to; open the store itself")
        tables = {
            "events": checked(events, EVENTS),
            "documents": empty(DOCUMENTS) if documents is None else checked(documents, DOCUMENTS),
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / ".lock"):
            manifest.begin(self.folder)
            listed = manifest.read(self.folder)
            manifest.sweep(self.folder, listed)
            fresh = {name: self._unseen(name, table) for name, table in tables.items()}
            through = _through(tables, listed["loaded_through"], loaded_through)
            parts = [_write_part(self.folder, name, rows) for name, rows in fresh.items()]
            listed["parts"] += [part for part in parts if part is not None]
            listed["loaded_through"] = through
            manifest.swap(self.folder, listed)
        return len(fresh["events"])

    def _table(self, name: str) -> pd.DataFrame:
        rows = _held(self.folder, name).rows
        # A shallow copy is a table of its own: pandas copies a column when it is written to.
        return rows.copy(deep=False) if self.known is None else rows[self._known_of(rows)]

    def _known_of(self, rows: pd.DataFrame) -> np.ndarray:
        if self.known is None:
            return np.ones(len(rows), dtype=bool)
        return (rows["known_at"] <= self.known).to_numpy()

    def _unseen(self, name: str, table: pd.DataFrame) -> pd.DataFrame:
        key = [_KEYS[name], "known_at"]
        stored = self._table(name)
        held = stored.merge(table[key], on=key)
        if held.empty:  # the usual case: all of it is new
            return table.reset_index(drop=True)
        again = table.merge(held[key], on=key)
        same = (
            pd.util.hash_pandas_object(again.sort_values(key), index=False).to_numpy()
            == pd.util.hash_pandas_object(held.sort_values(key), index=False).to_numpy()
        )
        if not same.all():
            changed = again.sort_values(key).loc[~same, key[0]].head(3).tolist()
            raise ContractError(
                f"{name} {changed} are stored with other content under the same known_at; "
                "a correction is a new row with a later known_at"
            )
        marked = table.merge(held[key], on=key, how="left", indicator=True)
        return table[(marked["_merge"] == "left_only").to_numpy()].reset_index(drop=True)


@dataclass(frozen=True)
class _Held:
    """All rows of a table, and a digest of each: equal for equal rows, whatever stands beside."""

    rows: pd.DataFrame
    digests: np.ndarray


def _held(folder: Path, name: str) -> _Held:
    parts = [part for part in manifest.read(folder)["parts"] if part["table"] == name]
    return _read_parts(name, tuple(str(folder.absolute() / part["file"]) for part in parts))


@lru_cache(maxsize=4)  # two tables of two stores
def _read_parts(name: str, files: tuple[str, ...]) -> _Held:
    rows = typed(_rows(files), _CONTRACTS[name]) if files else empty(_CONTRACTS[name])
    return _Held(rows, pd.util.hash_pandas_object(rows, index=False).to_numpy())


def _rows(files: tuple[str, ...]) -> pd.DataFrame:
    import duckdb

    asked = "select * from read_parquet($files)"
    try:
        return _database().cursor().execute(asked, {"files": files}).df()
    except duckdb.Error as reason:
        raise ContractError(
            f"a part of the store is missing or broken ({str(reason).splitlines()[0]}); put it "
            "back, or make the store again in another folder"
        ) from reason


@cache
def _database() -> "duckdb.DuckDBPyConnection":
    import duckdb  # a worker that is sent a panel needs none

    return duckdb.connect()


def _through(tables: dict, before: str | None, asked: Day | None) -> str | None:
    latest = [day(table["known_at"].max()) for table in tables.values() if len(table)]
    if asked is not None and latest and max(latest) > day(asked):
        raise ContractError(
            f"rows known on {max(latest).date()} lie after loaded_through {day(asked).date()}"
        )
    days = latest + ([day(asked)] if asked is not None else []) + ([day(before)] if before else [])
    return str(max(days).date()) if days else None


def _write_part(folder: Path, table: str, rows: pd.DataFrame) -> dict | None:
    if rows.empty:
        return None
    draft = folder / f".draft-{uuid.uuid4().hex}"
    rows.to_parquet(draft, index=False, compression="zstd")
    digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    name = f"{table}-{digest[:24]}.parquet"
    manifest.sync(draft)
    draft.replace(folder / name)
    return {"table": table, "file": name, "rows": len(rows), "sha256": digest}
