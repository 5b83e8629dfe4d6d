"""Other data on the command line: counts of one's own to a PDF, UCDP and GDELT to counts."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from escalation.brief.facts import facts
from escalation.brief.of_counts import theatre_of
from escalation.cli.steps import panel_of_counts
from escalation.forecast import Forecast
from escalation.store import EventStore
from tests.test_cli import typed

SLIM = """id,conflict_name,country,best,type_of_violence,date
1,Pakistan: Government,Pakistan,3,1,2025-03-04
2,Pakistan: Government,Pakistan,5,1,2025-03-05
3,IS - Civilians,Afghanistan,2,3,2025-03-29
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    weeks = pd.date_range("2023-01-02", periods=110, freq="7D")
    rows = [(week, "Zone B", 3 + at % 4) for at, week in enumerate(weeks)]
    rows += [(week, "Zone A", at % 2) for at, week in enumerate(weeks)]
    table = pd.DataFrame(rows, columns=["week", "series", "count"])
    table.to_csv(tmp_path / "zones.csv", index=False)
    (tmp_path / "slim.csv").write_text(SLIM)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_counts_of_one_s_own_are_forecast_saved_and_briefed_without_a_theatre(desk) -> None:
    words = "forecast --counts zones.csv --model last-year --horizon 6 --out ours --json"
    status, printed, told = typed(*words.split())
    assert status == 0, told
    rows = [json.loads(line) for line in printed.splitlines()]
    assert len(rows) == 12 and rows[0]["series"] == "Zone B" and rows[0]["chance"] == 1
    assert {file.name for file in (desk / "ours").iterdir()} == {
        "forecast.nc",
        "chances.csv",
        "counts.csv",
    }
    made = Forecast.load("ours/forecast.nc")
    assert str(made.as_of.date()) == "2025-02-09"  # the last day of the table
    assert pd.read_csv("ours/chances.csv")["chance"].iloc[0] == 1
    assert typed("brief", "ours", "--out", "ours.pdf")[0] == 0
    assert (desk / "ours.pdf").read_bytes().startswith(b"%PDF")
    assert typed("brief", "ours/forecast.nc", "--counts", "zones.csv", "--out", "x.pdf")[0] == 0
    status, _, told = typed("brief", "ours/forecast.nc")
    assert status == 1 and "a forecast of 'zones', not of pak-afg" in told


def test_a_brief_of_counts_says_nothing_that_the_table_does_not(desk) -> None:
    typed(*["forecast", "--counts", "zones.csv", "--model", "last-year", "--out", "ours"])
    made = Forecast.load("ours/forecast.nc")
    panel = panel_of_counts(desk / "zones.csv", "2025-02-09")
    said = facts(made, panel, theatre=theatre_of(made, panel), headline="Zone B")
    # every four weeks of the table have 3 + 4 + 5 + 6 of Zone B, so one more is an alarm
    assert said["headline"].endswith("will see at least 19 of “Zone B”.")
    assert "incident" not in json.dumps([said["headline"], said["judgements"], said["method"]])
    assert said["sources"] == []
    named = theatre_of(made, panel, title="Two zones", alarms={"Zone A": "2"})
    assert (named.title, [one.alarm for one in named.series]) == ("Two zones", [19, 2])
    told = theatre_of(made, panel, noun="raid")
    headline = facts(made, panel, theatre=told, headline="Zone B")["headline"]
    assert headline.endswith("will see at least 19 raids of “Zone B”.")
    assert typed("brief", "ours", "--noun", "raid", "--out", "raids.pdf")[0] == 0


def test_monthly_counts_keep_their_months(desk) -> None:
    months = pd.date_range("2022-01-01", periods=30, freq="MS")
    table = pd.DataFrame({"month": months, "series": "deaths", "count": 40.5})
    table.to_csv("months.csv", index=False)
    words = "forecast --counts months.csv --model last-year --out monthly --json"
    status, printed, told = typed(*words.split())
    assert status == 0, told
    assert json.loads(printed.splitlines()[0])["week"].startswith("2024-07")
    assert len(printed.splitlines()) == 6
    assert list(pd.read_csv("monthly/counts.csv").columns[:1]) == ["month"]
    assert typed("brief", "monthly", "--out", "m.pdf")[0] == 0


def test_ucdp_is_counted_by_whole_weeks_of_the_months_that_it_covers(desk) -> None:
    status, _, told = typed("import", "ucdp", "slim.csv", "--out", "deep/counts.csv")
    assert status == 0, told
    table = pd.read_csv("deep/counts.csv")
    mine = table[table["series"] == "pakistan"].set_index("week")
    assert mine["count"].to_dict()["2025-03-03"] == 2
    # March begins on a Saturday and ends on a Monday: both weeks are covered in part, and the last
    # is where a forecast begins
    assert mine.index[~mine["observed"]].tolist() == ["2025-02-24"]
    assert mine.index[-1] == "2025-03-24"
    typed(
        *[
            "import",
            "ucdp",
            "slim.csv",
            "--value",
            "deaths",
            "--last",
            "2025-03-16",
            "--out",
            "d.csv",
        ]
    )
    deaths = pd.read_csv("d.csv")
    assert deaths.loc[deaths["series"] == "pakistan", "count"].sum() == 8
    assert deaths["week"].max() == "2025-03-10"


def test_ucdp_goes_into_a_store_with_the_day_of_its_release(desk) -> None:
    words = "import ucdp slim.csv --store kept --known-at 2025-04-20"
    status, _, told = typed(*words.split())
    assert status == 0 and "3 events read, 0 set aside; 3 new in kept" in told
    assert "a source that pak-afg does not name" in told
    assert "3 events read, 0 set aside; 0 new in kept" in typed(*words.split())[2]
    events = EventStore.open("kept").as_of("2025-04-20").events()
    assert set(events["source"]) == {"ucdp-candidate"} and len(events) == 3
    one = words.replace("kept", "one").split()
    assert "2 events read, 0 set aside; 2 new in one" in typed(*one, "--country", "Pakistan")[2]
    status, _, told = typed(*one, "--country", "Mali")
    assert status == 1 and "no event in 'mali'; there are: afghanistan, pakistan" in told


def test_gdelt_is_counted_by_country(desk) -> None:
    lines = ["country,week,n_events,n_material_conflict"]
    lines += [f"PK,2024-01-{day:02},100,{day}" for day in (1, 8, 15)] + ["AF,2024-01-01,10,4"]
    lines += ["PK,2024-01-22,1,0"]
    (desk / "gdelt.csv").write_text("\n".join(lines))
    assert typed(*["import", "gdelt", "gdelt.csv", "--country", "PK", "--out", "g.csv"])[0] == 0
    table = pd.read_csv("g.csv")
    assert (
        set(table["series"]) == {"pk"}
        and table["count"].tolist() == [1, 8, 15]
        and table["observed"].all()
    )
    typed(*["import", "gdelt", "gdelt.csv", "--out", "all.csv"])
    assert set(pd.read_csv("all.csv")["series"]) == {"pk", "af"}


@pytest.mark.slow
def test_the_files_as_published_are_counted_whole(shared_data, tmp_path) -> None:
    file = shared_data / "ucdp" / "candidate-26.0.4-region.csv"
    assert typed("import", "ucdp", file, "--out", tmp_path / "u.csv")[0] == 0
    counts = pd.read_csv(tmp_path / "u.csv").groupby("week")["count"].sum()
    begun = pd.read_csv(file)["date_start"].str[:10]
    assert counts.sum() == 139 - (begun > "2026-04-26").sum()  # April's last days are a part week
    assert counts.index[-1] == "2026-04-20"
    file = shared_data / "gdelt" / "gdelt_countryweek_panel_2015_2025_19countries.csv"
    words = ["--country", "Pakistan", "--out", tmp_path / "g.csv"]
    assert typed("import", "gdelt", file, *words)[0] == 0
    assert typed("fit", "-m", "ewma", "--counts", tmp_path / "g.csv")[0] == 0


@pytest.mark.slow
def test_the_model_of_the_docs_is_compared_with_ours(desk) -> None:
    page = (Path(__file__).parent.parent / "docs" / "other-data.md").read_text(encoding="utf-8")
    (example,) = [
        part.split("```")[0] for part in page.split("```python\n")[1:] if "RecentMean" in part
    ]
    weeks = pd.date_range("2023-01-02", periods=90, freq="7D")
    counts = pd.DataFrame({"week": weeks, "series": "raids", "count": [1, 3, 0] * 30})
    counts.to_csv("counts.csv", index=False)
    (desk / "own.py").write_text(example.replace("origins=26", "origins=4"))
    run = subprocess.run([sys.executable, "own.py"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "recent-mean" in run.stdout
    # a class typed in, as in a notebook, has no file that it stands in
    for rate, units in (("axis=0)", 12), ("axis=0) + 5", 16), ("axis=0)", 16)):
        text = example.replace("origins=26", "origins=4").replace("axis=0)", rate)
        text = text.replace('"past"', '"typed"')
        words = [sys.executable, "-"]
        run = subprocess.run(words, input=text, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        kept = [path for path in (desk / "typed").rglob("*.nc")]
        assert len(kept) == units, "what changed is fitted anew, and nothing else"
    assert typed("verify", "scores", "past")[0] == 0
    words = "brief forecast.nc --counts counts.csv --scores past --out mine.pdf"
    status, _, told = typed(*words.split())
    assert status == 0 and (desk / "mine.pdf").exists(), told
