"""A theatre of one's own, from its file to its brief: nothing of it ships with the package."""

import json

import pandas as pd
import pytest

from escalation.cli import steps
from escalation.errors import ContractError
from escalation.theatre import Theatre
from tests.test_cli import typed

FILE = """
name = "delta"
title = "The delta"
countries = ["NG"]
horizon = 8
since = 2024-01-01

[[sources]]
name = "desk"
since = 2024-01-01

[[series]]
name = "attacks"
title = "Attacks by armed groups"
role = "violence"
match = [{ kinds = ["attack"], country = ["NG"] }]

[[actors]]
code = "NGA.GOV"
name = "Government of Nigeria"
aliases = ["Nigeria", "Abuja"]
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    home = tmp_path_factory.mktemp("desk")
    (home / "delta.toml").write_text(FILE)
    days = pd.date_range("2024-01-09", periods=20, freq="21D")
    towns = ["Maiduguri", "Kano", "Jos", "Sokoto"]
    lines = [
        {
            "published": str(day.date()),
            "title": "Attack",
            "body": f"Gunmen killed {number + 2} farmers near {towns[number % 4]} on Monday.",
        }
        for number, day in enumerate(days)
    ]
    (home / "notes.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    return home


def test_the_whole_road_of_a_theatre_without_a_shipped_history(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    road = "run delta.toml --reports notes.jsonl --source desk --model last-year --out briefs"
    status, _, told = typed(*road.split())
    assert status == 0, told
    assert "coded 20 new events from 20 new documents" in told
    (brief,) = (desk / "briefs" / "delta").glob("*.pdf")
    assert brief.read_bytes().startswith(b"%PDF")

    saved = f"briefs/delta/{brief.stem}/forecast.nc"
    status, printed, told = typed("trace", "attacks", "-t", "delta.toml", "--forecast", saved)
    assert status == 0, told
    assert "chances of attacks" in printed and "20 incidents, told by 20 events" in told
    status, _, told = typed("brief", saved, "-t", "delta.toml", "--out", "again.pdf")
    assert status == 0, told


@pytest.mark.slow
def test_a_quiet_end_is_counted_where_it_is_said(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    words = "run delta.toml --reports notes.jsonl --source desk --model last-year --out later"
    status, _, told = typed(*words.split(), "--as-of", "2025-03-30")
    assert status == 1 and "what is known ends on 2025-02-11" in told
    status, _, told = typed(*words.split(), "--loaded-through", "2025-03-30")
    assert status == 0, told
    assert (desk / "later" / "delta" / "2025-03-30.pdf").exists()


def test_reports_of_a_source_that_the_theatre_does_not_name_are_told(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    status, _, told = typed("run", "delta.toml", "--reports", "notes.jsonl", "--source", "blog")
    assert status == 1 and "no source 'blog' in delta" in told and "there are: desk" in told
    words = "code notes.jsonl --theatre delta.toml --store other"
    status, _, told = typed(*words.split())
    assert status == 0 and "not counted: 20 of 'reports'" in told
    status, _, told = typed("count", "-t", "delta.toml", "-s", "other")
    assert status == 1 and "no event of a source that delta names (desk)" in told
    status, _, told = typed(*words.split())
    assert "0 new events from 0 new documents, 20 known before" in told


def test_what_is_missing_is_asked_for(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    status, _, told = typed("run", "delta.toml", "--out", "none")
    assert status == 1 and "--reports PATH --source NAME" in told and "desk" in told
    status, _, told = typed("count", "-t", "delta.toml")
    assert status == 1 and "--store FOLDER" in told


def test_samples_stand_in_only_where_the_theatre_has_them(desk) -> None:
    asked = {"path": None, "source": "samples", "store": desk / "nowhere"}
    assert steps.reports_to_run(Theatre.read("pak-afg"), **asked).name == "pak-afg"
    with pytest.raises(ContractError, match="delta has no reports yet; give yours"):
        steps.reports_to_run(Theatre.read(desk / "delta.toml"), **asked)
    with pytest.raises(ContractError, match=r"to try it: --reports .*rwa-cod --source desk"):
        steps.reports_to_run(Theatre.read("rwa-cod"), **asked)


@pytest.mark.slow
def test_another_day_or_model_needs_no_reports_again(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    words = "run delta.toml --source desk --model last-year --out again"
    status, _, told = typed(*words.split(), "--reports", "notes.jsonl")
    assert status == 0, told
    asked = {}
    monkeypatch.setattr(steps, "write_brief", lambda *_, commands, **__: asked.update(commands))
    words = "backtest ewma -t delta.toml -s again/delta/store --origins 2 --folder past"
    status, _, told = typed(*words.split())
    assert status == 0, told
    words = "run delta.toml --as-of 2024-12-31 --model ewma --out again --scores past"
    status, _, told = typed(*words.split())
    assert status == 0, told
    assert "coded 0 new events from 0 new documents" in told
    assert asked["brief"].endswith("--seed 7 --scores past"), "the command makes the same brief"


@pytest.fixture
def coded(desk, monkeypatch):
    monkeypatch.chdir(desk)
    words = "code notes.jsonl --theatre delta.toml --store coded --source desk"
    assert typed(*words.split())[0] == 0
    return desk


def test_a_count_goes_out_as_a_csv_and_comes_back_as_counts(coded) -> None:
    words = "count -t delta.toml -s coded --out"
    status, _, told = typed(*words.split(), "counts.csv")
    assert status == 0, told
    table = pd.read_csv("counts.csv")
    assert list(table) == ["week", "series", "count", "observed"]
    assert table["count"].sum() == 19  # the last one is of the week in progress
    forecast = "forecast --counts counts.csv --model last-year --json --out"
    status, printed, told = typed(*forecast.split(), "ours")
    assert status == 0, told
    assert json.loads(printed.splitlines()[0])["week"] == "2025-02-10"
    assert typed(*words.split(), "counts.xlsx")[0] == 1
    status, _, told = typed(*forecast.split(), "ours.csv")
    assert status == 1 and "--out is a .nc file or a folder" in told
    assert not (coded / "ours.csv").exists()


def test_a_week_before_the_source_is_no_zero_and_a_series_that_never_counts_is_told(coded) -> None:
    text = FILE.replace("2024-01-01", "2024-01-07").replace('["attack"]', '["mobilize"]')
    (coded / "late.toml").write_text(text)
    words = "count -t late.toml -s coded --by week --json"
    status, printed, told = typed(*words.split())
    assert status == 0 and "no incident at all in: attacks" in told
    assert "1 week was not observed" in told
    status, _, told = typed("trace", "attacks", "-t", "late.toml", "-s", "coded")
    assert status == 0 and "0 incidents, told by 0 events" in told
    rows = [json.loads(line) for line in printed.splitlines()]
    assert rows[0] == {"week": "2024-01-01", "attacks": None} and rows[1]["attacks"] == 0


def test_the_week_in_progress_is_told_apart_in_a_trace(coded) -> None:
    words = "trace attacks -t delta.toml -s coded --as-of"
    status, _, told = typed(*words.split(), "2024-02-25")
    assert status == 0 and "in progress" not in told
    status, _, told = typed(*words.split(), "2024-02-20")
    assert "1 of them stand in the week in progress, which no count holds yet" in told
