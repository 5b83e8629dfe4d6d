"""The PDF: whole, the same each time, and made of whatever there is."""

import re

import numpy as np
import pandas as pd
import pytest

from escalation.brief import brief
from escalation.brief.facts import facts
from escalation.schema import ContractError
from tests.brief.world import (
    make_documents,
    make_events,
    make_forecast,
    make_panel,
    make_scores,
    make_theatre,
)

LANDS = make_theatre()
PANEL = make_panel(LANDS, dark=(30, 31))
FORECAST = make_forecast(PANEL)
EVENTS = make_events(
    {"document": "d1", "kind": "force.airstrike", "initiator": "PAK.GOV", "target": "AFG.GOV"},
    {"document": "d2", "deaths_low": 2, "deaths_best": 4, "deaths_high": 7},
)
DOCUMENTS = make_documents({"d1": "روزنامہ جنگ; हिन्दी समाचार", "d2": "AP"})
SCORES = make_scores({"last-year": [2.0, 3.0] * 6, "local-level": [1.0, 2.0] * 6})


def pages(path):
    """Number of pages, as the file's own metadata says."""
    return int(re.search(rb"NPages>(\d+)<", path.read_bytes()).group(1))


def test_a_whole_brief_is_archival_accessible_and_the_same_bytes_each_time(tmp_path):
    told = {"theatre": LANDS, "events": EVENTS, "documents": DOCUMENTS, "commands": {"brief": "x"}}
    path = brief(FORECAST, PANEL, SCORES, **told, to=tmp_path / "deep" / "brief.pdf")
    again = brief(FORECAST, PANEL, SCORES, **told, to=tmp_path / "again.pdf")
    assert path.read_bytes() == again.read_bytes()
    page = path.read_bytes()
    assert 2 <= pages(path) <= 4
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in page
    assert b"<pdfuaid:part>1</pdfuaid:part>" in page
    assert [entry.name for entry in path.parent.iterdir()] == ["brief.pdf"]


LONG = "The Honourable Assembly of Provinces, Districts and Agencies of the Northern Frontier " * 3


@pytest.mark.parametrize(
    "case",
    ["no events", "no history", "unobserved tail", "one series", "months", "long names", "many"],
)
def test_whatever_there_is_can_be_set(case, tmp_path):
    theatre, events = LANDS, EVENTS
    panel, horizon = PANEL, 12
    if case == "no events":
        events = None
    elif case == "no history":
        panel = make_panel(theatre, rates=(0, 0, 0))
    elif case == "unobserved tail":
        panel = make_panel(theatre, dark=range(-6, 0))
    elif case == "one series":
        theatre = LANDS.model_copy(update={"series": LANDS.series[1:2]})
        panel = make_panel(theatre)
    elif case == "months":
        theatre, horizon = LANDS.model_copy(update={"cadence": "monthly"}), 6
        panel = make_panel(theatre)
    elif case == "long names":
        events = make_events({"initiator_name": LONG, "initiator": "ZZZ.GOV", "place": LONG})
    elif case == "many":
        rows = ({"document": f"d{at}", "incident": f"i{at}"} for at in range(60))
        events = make_events(*rows)
    forecast = make_forecast(panel, horizon=horizon)
    path = brief(forecast, panel, theatre=theatre, events=events, to=tmp_path / "brief.pdf")
    assert 1 <= pages(path) <= 4


def test_the_headline_and_its_chance_agree_with_the_samples():
    said = facts(FORECAST, PANEL, theatre=LANDS)
    chance = FORECAST.chance("clashes", within=4)
    assert said["headline_series"] == "clashes"
    assert f"({round(100 * chance)}%)" in said["headline"]
    assert "4 weeks from 16 February to 15 March 2026" in said["headline"]
    other = facts(FORECAST, PANEL, theatre=LANDS, headline="attacks")
    assert "at least 3 incidents of “Militant attacks”" in other["headline"]


def test_the_table_repeats_the_forecast():
    said = facts(FORECAST, PANEL, theatre=LANDS)
    row = said["outlook"]["rows"][0]
    total = FORECAST.total("attacks", within=12)
    assert row["ahead"][1]["mean"] == f"{total.mean():.0f}"
    low, high = np.quantile(total, [0.05, 0.95], method="inverted_cdf")
    assert row["ahead"][1]["interval"] == f"{low:.0f}–{high:.0f}"


def test_marks_gaps_and_what_is_already_known_are_said():
    panel = make_panel(LANDS, dark=(-1,))
    forecast = make_forecast(panel, marks=["worst R-hat 1.03"])
    day = pd.Timestamp("2026-02-17")
    events = make_events({"kind": "force.raid", "happened_from": day, "happened_to": day})
    said = facts(forecast, panel, theatre=LANDS, events=events)
    assert said["marks"][0] == "worst R-hat 1.03"
    assert "1 was not observed" in said["marks"][1]
    assert any(
        "1 incident of the headline series in the week" in text for _, text in said["judgements"]
    )
    assert said["gaps"]["unobserved"] == ["9 to 15 February 2026 (1 week)"]
    # an outage that lies after as_of is not told
    assert said["gaps"]["outages"] == ["wire, 4 to 17 August 2025: no feed"]


def test_every_incident_leads_to_its_documents():
    said = facts(FORECAST, PANEL, theatre=LANDS, events=EVENTS, documents=DOCUMENTS)
    assert {row["documents"] for row in said["changes"]["rows"]} == {"d1", "d2"}
    assert said["sources"][0]["licence"] == "CC BY-SA 4.0"
    assert ["Data vintage", PANEL.vintage] in said["made"]


def test_the_command_that_made_the_scores_is_read_off_their_settings():
    scores = SCORES.copy()
    scores.attrs["settings"] = {
        "theatre": "two-lands",
        "models": {"last-year": "LastYear()", "local-level": "LocalLevel()"},
        "origins": ["2025-01-05"] * 52,
        "every": 2,
        "horizon": 12,
        "truth": "lagged-8w",
        "seed": 7,
    }
    said = facts(FORECAST, PANEL, scores, theatre=LANDS)
    assert said["commands"]["backtest"] == (
        "escalation backtest last-year local-level --theatre two-lands --origins 52 --every 2 "
        "--horizon 12 --truth lagged --seed 7"
    )
    where = {"backtest": "--theatre lands.toml --store mine"}
    said = facts(FORECAST, PANEL, scores, theatre=LANDS, commands=where)
    assert said["commands"]["backtest"] == (
        "escalation backtest last-year local-level --theatre lands.toml --store mine --origins 52 "
        "--every 2 --horizon 12 --truth lagged --seed 7"
    )


def test_no_command_is_printed_for_scores_that_do_not_tell_how_they_were_made():
    said = facts(FORECAST, PANEL, theatre=LANDS, commands={"backtest": "--theatre lands.toml"})
    assert "backtest" not in said["commands"]


def test_the_headline_is_traced_by_a_command_that_names_its_series(tmp_path):
    told = {"trace": "--forecast f.nc"}
    said = facts(FORECAST, PANEL, theatre=LANDS, commands=told)
    assert (
        said["commands"]["trace"] == f"escalation trace {said['headline_series']} --forecast f.nc"
    )
    brief(FORECAST, PANEL, theatre=LANDS, commands=told, to=tmp_path / "a.pdf")
    with pytest.raises(ContractError, match=r"a brief is a PDF.*got a\.png"):
        brief(FORECAST, PANEL, theatre=LANDS, to=tmp_path / "a.png")


def test_what_does_not_belong_together_is_refused():
    other = make_panel(LANDS, rates=(3, 1, 1))
    with pytest.raises(ContractError, match="their vintage differ"):
        facts(FORECAST, other, theatre=LANDS)
    late = make_events({"known_at": pd.Timestamp("2026-02-25")})
    with pytest.raises(ContractError, match="events known on 2026-02-25 lie after as_of"):
        facts(FORECAST, PANEL, theatre=LANDS, events=late)
    with pytest.raises(ContractError, match=r"no series 'raids'.*attacks, clashes, words"):
        facts(FORECAST, PANEL, theatre=LANDS, headline="raids")


def test_a_record_of_a_few_forecasts_is_said_to_be_too_few():
    for origins, few in ((6, True), (12, False)):
        scores = make_scores({"last-year": [2.0] * origins, "local-level": [1.0] * origins})
        said = dict(facts(FORECAST, PANEL, scores, theatre=LANDS)["judgements"])["Record."]
        assert ("too few to judge by" in said) == few


def test_a_brief_without_past_forecasts_does_not_say_that_they_were_checked():
    def done(scores):
        return [word for word, _ in facts(FORECAST, PANEL, scores, theatre=LANDS)["method"]]

    assert done(SCORES) == ["Read.", "Count.", "Forecast.", "Read off.", "Check."]
    assert done(None) == ["Read.", "Count.", "Forecast.", "Read off."]
