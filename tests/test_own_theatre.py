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
    assert steps.reports_to_run(Theatre.read("pak-afg"), None, "samples").name == "pak-afg"
    with pytest.raises(ContractError, match="no reports of 'delta' are shipped"):
        steps.reports_to_run(Theatre.read(desk / "delta.toml"), None, "samples")
