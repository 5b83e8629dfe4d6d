"""The store: append-only, atomic, idempotent, safe for two writers, honest about the past."""

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation import manifest
from escalation.event import new_events
from escalation.schema import DOCUMENTS, ContractError, checked
from escalation.store import EventStore
from tests.examples import examples

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["escalation.store", "escalation.event", "tests.test_store"])


def events(numbers, *, known_at="2026-01-10", **more) -> pd.DataFrame:
    rows = [
        {
            "document": f"d{number}",
            "kind": "attack.bombing",
            "status": "happened",
            "known_at": known_at,
            "happened_from": "2026-01-05",
            "happened_to": "2026-01-06",
            "country": "PK",
            "initiator": "UNK.REB",
            "deaths_low": 2.0**number if number < 20 else None,
            "rule": "test",
            "source": "samples",
            **more,
        }
        for number in numbers
    ]
    return new_events(rows)


def test_appending_the_same_rows_twice_adds_nothing(tmp_path) -> None:
    store = EventStore.open(tmp_path / "store")
    assert store.append(events(range(5))) == 5
    before = sorted(path.name for path in store.folder.glob("*.parquet"))
    assert store.append(events(range(5))) == 0
    assert store.append(events(range(7))) == 2
    assert len(store.events()) == 7
    assert set(before) <= {path.name for path in store.folder.glob("*.parquet")}


def test_what_was_written_is_read_back_equal(tmp_path) -> None:
    table = events(range(8), reason="no day: 'last spring' has no span", place="Bannu")
    store = EventStore.open(tmp_path)
    store.append(table)
    pd.testing.assert_frame_equal(
        store.versions().sort_values("event", ignore_index=True),
        table.sort_values("event", ignore_index=True),
    )


def test_what_is_done_to_a_table_does_nothing_to_the_store(tmp_path) -> None:
    store = EventStore.open(tmp_path)
    store.append(events(range(4)))
    vintage = store.vintage
    for view in (store, store.as_of("2026-01-10")):
        table = view.versions()
        table["place"] = "elsewhere"
        table.loc[:, "deaths_low"] = 99.0
        table.drop(index=0, inplace=True)
    assert store.versions()["place"].isna().all()
    assert store.versions()["deaths_low"].tolist() == events(range(4))["deaths_low"].tolist()
    assert store.vintage == vintage
    assert EventStore.open(tmp_path).append(events(range(6))) == 2
    assert len(store.versions()) == 6


def test_as_of_shows_only_what_was_known(tmp_path) -> None:
    store = EventStore.open(tmp_path)
    for number in range(4):
        store.append(events([number], known_at=f"2026-01-1{number}"))
    # deaths are powers of two, so the sum tells which rows were used
    assert store.as_of("2026-01-11").events()["deaths_low"].sum() == 0b0011
    assert store.as_of("2026-01-12").as_of("2026-01-10").events()["deaths_low"].sum() == 0b0001
    assert store.events()["deaths_low"].sum() == 0b1111
    with pytest.raises(ContractError, match="last loaded on 2026-01-13; as_of 2026-01-14"):
        store.as_of("2026-01-14")
    with pytest.raises(ContractError, match="2026-01-11; as_of 2026-01-12"):
        store.as_of("2026-01-11").as_of("2026-01-12")


def test_a_correction_is_a_new_version_and_a_withdrawal_ends_it(tmp_path) -> None:
    store = EventStore.open(tmp_path)
    first = events([3])
    store.append(first)
    later = pd.Timestamp("2026-01-20").as_unit("us")
    store.append(first.assign(deaths_low=40.0, known_at=later))
    store.append(first.assign(withdrawn=True, known_at=later + pd.Timedelta(days=5)))
    assert store.as_of("2026-01-19").events()["deaths_low"].tolist() == [8.0]
    assert store.as_of("2026-01-20").events()["deaths_low"].tolist() == [40.0]
    assert store.events().empty
    assert len(store.versions()) == 3


def test_the_same_key_with_other_content_is_refused_and_nothing_is_lost(tmp_path) -> None:
    store = EventStore.open(tmp_path)
    store.append(events([1]))
    with pytest.raises(ContractError, match="later known_at"):
        store.append(pd.concat([events([1]).assign(place="Quetta"), events([2])]))
    assert len(store.events()) == 1


def test_a_broken_row_is_told_with_its_rule_and_value(tmp_path) -> None:
    broken = events([1]).assign(latitude=99.0, status="maybe")
    with pytest.raises(ContractError, match=r"(?s)latitude.*99\.0.*maybe|maybe.*99\.0"):
        EventStore.open(tmp_path).append(broken)


def test_a_view_cannot_be_appended_to_and_rows_cannot_come_from_after_the_load(tmp_path) -> None:
    store = EventStore.open(tmp_path)
    with pytest.raises(ContractError, match="is empty"):
        store.as_of("2026-01-01")
    with pytest.raises(ContractError, match="after loaded_through"):
        store.append(events([1]), loaded_through="2026-01-09")
    store.append(events([1]), loaded_through="2026-01-31")
    assert str(store.loaded_through.date()) == "2026-01-31"
    with pytest.raises(ContractError, match="view of the past"):
        store.as_of("2026-01-20").append(events([2]))


def test_volume_counts_every_document_also_those_without_events(tmp_path) -> None:
    rows = pd.DataFrame(
        {
            "document": ["a", "b", "c"],
            "source": "samples",
            "published": pd.to_datetime(["2026-01-05", "2026-01-05", "2026-01-06"]),
            "known_at": pd.to_datetime(["2026-01-05", "2026-01-09", "2026-01-06"]),
            "outlets": None,
            "url": None,
        }
    )
    store = EventStore.open(tmp_path)
    store.append(events([1]), checked(rows, DOCUMENTS))
    assert store.volume()["items"].tolist() == [2, 1]
    assert store.as_of("2026-01-06").volume()["items"].tolist() == [1, 1]


@examples(25)
@given(later=st.lists(st.integers(20, 400), min_size=1, max_size=30, unique=True))
def test_a_vintage_names_what_is_known_whatever_is_appended_later(later, tmp_path_factory) -> None:
    store = EventStore.open(tmp_path_factory.mktemp("store"))
    store.append(events(range(5)))
    vintage = store.as_of("2026-01-10").vintage
    store.append(events(later, known_at="2026-01-12"))
    assert store.as_of("2026-01-10").vintage == vintage
    assert store.as_of("2026-01-12").vintage != vintage


def append_forever(folder: Path, first: int) -> None:
    store = EventStore.open(folder)
    for batch in range(first, first + 1000):
        store.append(events(range(20 + 10 * batch, 30 + 10 * batch)))


@pytest.mark.slow
def test_killed_fifty_times_at_random_moments_it_never_holds_half_an_append(tmp_path) -> None:
    store, chance = EventStore.open(tmp_path / "store"), random.Random(7)
    # Kills fall within the time of a few appends, however slow the machine is today.
    began = time.perf_counter()
    writer = FORK.Process(target=append_own, args=(tmp_path / "pace", 0))
    writer.start()
    writer.join()
    pace, kept = time.perf_counter() - began, 0
    for attempt in range(50):
        writer = FORK.Process(target=append_forever, args=(store.folder, 1000 * attempt))
        writer.start()
        time.sleep(chance.uniform(0.1, 1.5) * pace)
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        held = store.events()
        assert len(held) % 10 == 0, "half an append is there"
        assert len(held) >= kept, "an event was lost"
        assert held["event"].is_unique
        kept = len(held)
    assert kept > 0
    store.append(events([1]))
    parts = store.folder.glob("*.parquet")
    assert sum(1 for _ in parts) == len(list(store.folder.iterdir())) - 2, "debris was not swept"


def append_own(folder: Path, first: int) -> None:
    store = EventStore.open(folder)
    for number in range(first, first + 8):
        store.append(events([number]))


@pytest.mark.slow
def test_two_writers_at_once_lose_nothing(tmp_path) -> None:
    writers = [FORK.Process(target=append_own, args=(tmp_path, first)) for first in (100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert len(EventStore.open(tmp_path).events()) == 16


def test_what_windows_cannot_open_is_not_opened(tmp_path, monkeypatch) -> None:
    # It opens no folder, and syncs only files that were opened for writing.
    monkeypatch.setattr(manifest, "_FOLDERS_OPEN", False)
    opened, open_file = [], os.open

    def watch(path, flags, *more, **named):
        opened.append((Path(path), flags))
        return open_file(path, flags, *more, **named)

    monkeypatch.setattr(manifest.os, "open", watch)
    EventStore.open(tmp_path / "store").append(events(range(2)))
    mine = [(path, flags) for path, flags in opened if ".draft" in path.name or path.is_dir()]
    assert mine and all(flags & os.O_RDWR and not path.is_dir() for path, flags in mine)


def test_a_file_of_another_name_in_the_folder_is_left_alone(tmp_path) -> None:
    """What `read --out news.parquet` wrote was swept by `code news.parquet --store .`."""
    others = [tmp_path / "news.parquet", tmp_path / "events-2024.parquet", tmp_path / ".draft-mine"]
    debris = [tmp_path / f"events-{'a' * 24}.parquet", tmp_path / f".draft-{'b' * 32}"]
    for path in others:
        path.write_text("mine")
    store = EventStore.open(tmp_path)
    store.append(events(range(2)))
    for path in debris:
        path.write_text("half")
    store.append(events(range(2, 4)))
    assert len(store.events()) == 4
    assert all(path.read_text() == "mine" for path in others)
    assert not any(path.exists() for path in debris)


def test_parts_without_their_manifest_are_not_swept(tmp_path) -> None:
    store = EventStore.open(tmp_path)
    store.append(events(range(3)))
    listed = (tmp_path / "manifest.json").read_bytes()
    (tmp_path / "manifest.json").unlink()
    with pytest.raises(ContractError, match=r"no manifest\.json, which lists them; put it back"):
        store.append(events(range(3, 5)))
    (tmp_path / "manifest.json").write_bytes(listed)
    assert store.append(events(range(3, 5))) == 2
    assert len(store.events()) == 5


@pytest.mark.parametrize("text", ["", "no JSON", "[1, 2]", '{"format": 9}'])
def test_a_manifest_of_another_program_is_one_message(tmp_path, text) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ContractError, match=r"manifest\.json (is not the manifest|has format)"):
        EventStore.open(tmp_path).events()


@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_a_broken_part_is_one_message(tmp_path, harm) -> None:
    EventStore.open(tmp_path).append(events(range(3)))
    (part,) = tmp_path.glob("events-*.parquet")
    part.unlink() if harm == "gone" else part.write_bytes(part.read_bytes()[:100])
    with pytest.raises(ContractError, match="a part of the store is missing or broken"):
        EventStore.open(tmp_path).events()
