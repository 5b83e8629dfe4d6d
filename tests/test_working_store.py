"""The store of `escalation run`: the shipped history, copied once, and never mixed with another."""

import pandas as pd
import pytest

from escalation.cli import steps
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre


@pytest.fixture
def theatre():
    return Theatre.read("pak-afg")


def test_what_grew_from_this_history_is_gone_on_with(tmp_path, theatre):
    store = steps.working_store(theatre, tmp_path / "store")
    more = store.events().head(1).assign(known_at=pd.Timestamp("2026-03-28"), deaths_high=99.0)
    store.append(more)
    again = steps.working_store(theatre, tmp_path / "store")
    assert (
        len(again.versions())
        == len(EventStore.open(shipped("history", theatre.name)).versions()) + 1
    )


def test_what_grew_from_another_history_is_put_aside(tmp_path, theatre, monkeypatch, capsys):
    other = tmp_path / "other" / theatre.name
    grown = EventStore.open(shipped("history", theatre.name)).events().head(5)
    EventStore.open(other).append(grown, loaded_through="2026-03-28")
    monkeypatch.setattr(steps, "shipped", lambda *parts: other)
    steps.working_store(theatre, tmp_path / "store")
    monkeypatch.undo()
    store = steps.working_store(theatre, tmp_path / "store")
    (aside,) = tmp_path.glob("store-*")
    assert len(EventStore.open(aside).events()) == 5
    assert store.vintage == EventStore.open(shipped("history", theatre.name)).vintage
    assert "another one" in capsys.readouterr().err
