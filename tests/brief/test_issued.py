"""The ledger's page, as it stood on a day."""

import pandas as pd
import pytest

from escalation.brief import brief
from escalation.brief.issued import issued
from escalation.schema import ContractError
from escalation.store import EventStore
from escalation.verify import ledger
from tests.brief.world import make_documents, make_events, make_forecast, make_panel, make_theatre

LANDS = make_theatre(outages=[])
PANEL = make_panel(LANDS)
FORECAST = make_forecast(PANEL)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Two forecasts issued on 2026-02-19: one came, one is void."""
    folder = tmp_path_factory.mktemp("ledger")
    file = folder / "ledger.jsonl"
    clashes, spoken = ledger.add(file, FORECAST, on="2026-02-19", series=["clashes", "words"])
    ledger.void(file, spoken, reason="defined anew", on="2026-04-01")
    store = EventStore.open(folder / "store")
    days = pd.date_range("2025-01-01", "2026-05-10")
    documents = make_documents({f"d{day:%Y%m%d}": "AP" for day in days})
    documents = documents.assign(published=days, known_at=days)
    struck = pd.Timestamp("2026-02-25")
    events = make_events(
        {"kind": "force.raid", "happened_from": struck, "happened_to": struck, "known_at": struck}
    )
    store.append(events, documents, loaded_through="2026-05-10")
    assert ledger.resolve(file, store, LANDS, on="2026-05-10") == [clashes]
    return file


def test_what_was_closed_later_was_still_open(path):
    told = issued(path, LANDS, as_of=pd.Timestamp("2026-04-15"))
    assert (told["issued"], told["open"], told["resolved"], told["void"]) == (2, 1, 0, 1)
    assert (told["brier"], told["void_rate"]) == ("n/a", "100%")
    states = {row["question"]: row["state"] for row in told["rows"]}
    assert states == {
        "at least 1 of “Cross-border clashes” from 2026-02-16 to 2026-03-15": "open",
        "at least 1 of “Hostile words” from 2026-02-16 to 2026-03-15": "void: defined anew",
    }
    assert issued(path, LANDS, as_of=pd.Timestamp("2026-02-18")) is None


def test_a_resolved_forecast_has_its_score(path):
    told = issued(path, LANDS, as_of=pd.Timestamp("2026-06-01"), most=1)
    assert (told["resolved"], told["more"]) == (1, 1)
    chance = FORECAST.chance("clashes", within=4)
    assert told["brier"] == f"{(1 - chance) ** 2:.3f}"


def test_the_page_is_set(path, tmp_path):
    made = brief(FORECAST, PANEL, theatre=LANDS, ledger=path, to=tmp_path / "brief.pdf")
    bare = brief(FORECAST, PANEL, theatre=LANDS, to=tmp_path / "bare.pdf")
    assert len(made.read_bytes()) > len(bare.read_bytes())


def test_an_absent_ledger_is_said():
    with pytest.raises(ContractError, match="no ledger at nowhere"):
        issued("nowhere.jsonl", LANDS, as_of=pd.Timestamp("2026-06-01"))
