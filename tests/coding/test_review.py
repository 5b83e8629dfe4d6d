"""Decisions override the coder, stand, and never reach back in time."""

import pandas as pd
import pytest

from escalation.coding.review import (
    corrections,
    decide,
    overridden,
    read_decisions,
    review_queue,
)
from escalation.event import new_events
from escalation.schema import ContractError
from escalation.store import EventStore


@pytest.fixture
def events():
    row = {
        "known_at": pd.Timestamp("2026-01-10"),
        "happened_from": pd.Timestamp("2026-01-09"),
        "happened_to": pd.Timestamp("2026-01-10"),
        "kind": "attack.bombing",
        "status": "happened",
        "initiator": "UNK",
        "target": "PAK.CVL",
        "country": "PK",
        "span_from": 0,
        "span_to": 50,
        "rule": "violence",
        "source": "paper",
    }
    return new_events(
        [
            row | {"document": "d1", "confidence": 0.9},
            row | {"document": "d2", "confidence": 0.4},
            row | {"document": "d3", "confidence": 0.8, "link": 0.5},
        ]
    )


def test_the_most_doubtful_come_first_and_decided_ones_not_again(events, tmp_path):
    table = tmp_path / "decisions.csv"
    queue = review_queue(events)
    assert queue["document"].tolist() == ["d3", "d2", "d1"]
    assert queue["doubt"].tolist() == pytest.approx([1.0, 0.6, 0.1])
    third = events[events["document"] == "d3"].iloc[0]
    decide(table, third, "right", decided="2026-01-12")
    again = review_queue(events, read_decisions(table))
    assert again["document"].tolist() == ["d2", "d1"]


def test_decisions_override_the_coder(events, tmp_path):
    table = tmp_path / "decisions.csv"
    one, two, three = (events.iloc[n] for n in range(3))
    decide(table, one, "wrong", decided="2026-01-12")
    decide(table, two, "corrected", decided="2026-01-12", initiator="PAK.REB.BLA", deaths_best=9)
    decide(table, three, "right", decided="2026-01-12")
    kept = overridden(events, read_decisions(table)).set_index("document")
    assert list(kept.index) == ["d2", "d3"]
    assert kept.loc["d2", "initiator"] == "PAK.REB.BLA"
    assert kept.loc["d2", "deaths_best"] == 9
    assert kept["confidence"].tolist() == [1.0, 1.0]
    assert kept.loc["d3", "initiator"] == "UNK"


def test_a_stored_event_keeps_its_past(events, tmp_path):
    store = EventStore.open(tmp_path / "store")
    store.append(events)
    table = tmp_path / "decisions.csv"
    decide(table, events.iloc[0], "wrong", decided="2026-01-12")
    decide(table, events.iloc[1], "corrected", decided="2026-01-12", kind="attack.suicide")
    store.append(corrections(store.events(), read_decisions(table)))
    now = store.events().set_index("document")
    assert sorted(now.index) == ["d2", "d3"]
    assert now.loc["d2", "kind"] == "attack.suicide"
    then = store.as_of("2026-01-10").events()
    assert sorted(then["document"]) == ["d1", "d2", "d3"]
    assert set(then["kind"]) == {"attack.bombing"}


def test_a_slip_is_told(events, tmp_path):
    table, event = tmp_path / "decisions.csv", events.iloc[0]
    with pytest.raises(ContractError, match="no verdict 'perhaps'"):
        decide(table, event, "perhaps", decided="2026-01-12")
    with pytest.raises(ContractError, match="cannot be corrected"):
        decide(table, event, "corrected", decided="2026-01-12", document="d9")
    with pytest.raises(ContractError, match="says what is otherwise"):
        decide(table, event, "corrected", decided="2026-01-12")
    with pytest.raises(ContractError, match="did you mean 'attack"):
        decide(table, event, "corrected", decided="2026-01-12", kind="attack.bombin")
    assert not table.exists()
    assert len(read_decisions(table)) == 0
