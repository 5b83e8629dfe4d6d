"""Reports become stored events in one verb; a person's review overrides what is coded."""

import pandas as pd

from escalation.coding.review import decide, read_decisions
from escalation.keep import keep
from escalation.store import EventStore

DAY = pd.Timestamp("2026-01-10")


def reports() -> pd.DataFrame:
    row = {"source": "paper", "published": DAY, "fetched": DAY, "title": None, "language": "en",
           "url": None, "outlets": None}  # fmt: skip
    texts = ["Gunmen shot dead two judges in Lima on Friday.", "Peru recalled its envoy to Chile."]
    return pd.DataFrame([row | {"id": str(at), "body": text} for at, text in enumerate(texts)])


def test_the_same_reports_twice_add_nothing(tmp_path):
    store = EventStore.open(tmp_path / "store")
    first = keep(reports(), store, None, loaded_through=DAY)
    again = keep(reports(), EventStore.open(tmp_path / "store"), None, loaded_through=DAY)
    assert first.documents == 2 and len(first.events) >= 2
    assert again.documents == 0 and again.events.empty


def test_a_decision_overrides_what_is_freshly_coded(tmp_path):
    coded = keep(reports(), EventStore.open(tmp_path / "a"), None, loaded_through=DAY).events
    shooting = coded[coded["kind"].str.startswith("attack")].iloc[0]
    envoy = coded[coded["kind"].str.startswith("sanction")].iloc[0]
    table = tmp_path / "decisions.csv"
    decide(table, shooting, "wrong", decided=DAY)
    decide(table, envoy, "corrected", decided=DAY, target="CHL.CVL")
    store = EventStore.open(tmp_path / "b")
    kept = keep(reports(), store, None, loaded_through=DAY, decisions=read_decisions(table)).events
    assert not kept["kind"].str.startswith("attack").any()
    changed = kept[kept["kind"].str.startswith("sanction")].iloc[0]
    assert changed["target"] == "CHL.CVL" and changed["confidence"] == 1.0
    assert len(store.events()) == len(kept)
