"""From a count back to reports: what `trace` lists is what `count` counted."""

import json

import numpy as np
import pandas as pd
import pytest

from escalation.forecast import Forecast
from escalation.panel import count
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.trace import trace, with_sentences
from tests.test_cli import typed

DAY = "2026-02-19"


@pytest.fixture(scope="module")
def theatre():
    return Theatre.read("pak-afg")


@pytest.fixture(scope="module")
def view(theatre):
    return EventStore.open(shipped("history", theatre.name)).as_of(DAY)


def test_the_incidents_listed_are_those_counted(view, theatre) -> None:
    panel = count(view, theatre)
    for series in panel.series:
        rows = trace(view, theatre, series=series)
        listed = rows.drop_duplicates("incident")["week"].value_counts()
        counted = panel["counts"].sel(series=series).values
        assert np.array_equal(listed.reindex(panel.weeks, fill_value=0).to_numpy(), counted)


def test_every_event_stands_in_the_list_of_all_and_keeps_its_document(view, theatre) -> None:
    rows = trace(view, theatre)
    assert set(rows["event"]) == set(view.events()["event"])
    assert rows["published"].notna().all()
    assert rows["series"].isna().any() and rows["week"].isna().any()


def test_weeks_are_bounded_by_days(view, theatre) -> None:
    rows = trace(view, theatre, series="attacks-pakistan", since="2025-12-01", until="2026-01-31")
    assert rows["week"].min() >= pd.Timestamp("2025-12-01")
    assert rows["week"].max() <= pd.Timestamp("2026-01-31")


def test_a_sentence_is_shown_where_its_report_is_at_hand() -> None:
    rows = pd.DataFrame({"document": ["a", "b"], "span_from": [17, 0], "span_to": [30, 4]})
    documents = pd.DataFrame(
        {"document": ["a"], "text": ["It rained once. Gunmen fired at a car. "]}
    )
    told = with_sentences(rows, documents)["sentence"].tolist()
    assert told[0] == "Gunmen fired at a car." and told[1] is None


def test_a_document_s_events_are_found_by_its_id(view, theatre) -> None:
    some = trace(view, theatre, series="cross-border-force")["document"].iloc[0]
    status, printed, told = typed("trace", "--document", some, "--as-of", DAY, "--json")
    rows = [json.loads(line) for line in printed.strip().splitlines()]
    assert status == 0 and {row["document"] for row in rows} == {some}
    status, _, told = typed("trace", "--document", "nothing", "--as-of", DAY)
    assert status == 1 and "no event of document 'nothing'" in told


def test_a_forecast_is_traced_on_its_own_day(tmp_path) -> None:
    made = Forecast.of_samples(
        np.zeros((10, 4, 1)),
        series=["rhetoric"],
        model="m",
        theatre="pak-afg",
        as_of=DAY,
        vintage="v",
        seed=1,
    )
    made.save(tmp_path / "f.nc")
    asked = ["trace", "rhetoric", "--forecast", tmp_path / "f.nc", "--as-of"]
    assert typed(*asked, DAY)[0] == 0
    status, _, told = typed(*asked, "2025-01-01")
    assert status == 1 and f"the forecast stands on {DAY}" in told and "leave it out" in told
