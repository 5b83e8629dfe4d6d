"""A theatre needs no code: the second one is a TOML file and sixteen reports."""

import json

import pandas as pd
import pytest

from escalation.coding import code
from escalation.shipped import shipped
from escalation.text.merge import merge
from escalation.text.reports import read
from escalation.theatre import Theatre
from tests.test_cli import typed


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    reports = read(shipped("samples", "rwa-cod"), source="desk").reports
    documents = merge(reports)
    coded = code(documents, Theatre.read("rwa-cod"))
    days = documents.set_index("document")["published"]
    return coded.assign(told=coded["document"].map(days).dt.strftime("%m-%d"))


@pytest.mark.parametrize(
    ("told", "kind", "initiator", "target", "place", "deaths"),
    [
        ("01-16", "attack", "UGA.REB.ADF", "COD.CVL", "Makoko", 11),
        ("01-26", "sanction.diplomatic", "COD.GOV", "RWA.GOV", None, None),
        ("01-26", "accuse", "COD.GOV", "RWA.GOV", None, None),
        ("01-27", "force.capture", "COD.REB.M23", None, "Goma", None),
        ("01-27", "force.shelling", "UNK", "RWA.CVL", "Gisenyi", 5),
        ("02-11", "attack", "COD.REB.CODECO", "COD.CVL", "Djugu", 55),
        ("02-16", "force.capture", "COD.REB.M23", None, "Bukavu", None),
        ("02-27", "attack.bombing", "UNK", "COD.REB.M23", "Bukavu", 13),
        ("02-27", "accuse", "COD.REB.M23", "COD.GOV", None, None),
        ("03-17", "sanction", "IGO", "RWA.MIL", None, None),
        ("03-18", "talks.meeting", "RWA.GOV", "COD.GOV", "Doha", None),
        ("03-19", "force.capture", "COD.REB.M23", None, "Walikale", None),
        ("04-25", "agree.treaty", "RWA.GOV", "COD.GOV", "Washington", None),
        ("07-19", "agree.treaty", "COD.GOV", "COD.REB.M23", "Doha", None),
        ("07-27", "attack.raid", "UGA.REB.ADF", "COD.CVL", "Komanda", 43),
        ("09-09", "attack", "UGA.REB.ADF", "COD.CVL", "Ntoyo", None),
        ("12-10", "force.capture", "COD.REB.M23", None, "Uvira", None),
    ],
)
def test_what_the_reports_tell_is_read(events, told, kind, initiator, target, place, deaths):
    found = events[(events["told"] == told) & (events["kind"] == kind)]
    (event,) = found.to_dict("records")
    assert event["status"] == "happened" and event["initiator"] == initiator
    assert target is None or event["target"] == target
    assert place is None or event["place"] == place
    assert deaths is None or event["deaths_low"] == deaths


def test_the_whole_road_of_the_second_theatre(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    samples = shipped("samples", "rwa-cod")
    words = ("--reports", samples, "--source", "desk", "--model", "last-year")
    status, _, told = typed("run", "rwa-cod", *words)
    assert status == 0, told
    assert (tmp_path / "reports/rwa-cod/2025-12-10.pdf").read_bytes().startswith(b"%PDF")
    words = "count -t rwa-cod -s reports/rwa-cod/store --json"
    status, printed, told = typed(*words.split())
    assert status == 0, told
    assert json.loads(printed) == {
        "year": 2025,
        "attacks": 5,
        "m23-army": 3,  # Uvira fell in the week that had not ended
        "rhetoric": 1,
        "coercion": 2,
        "diplomacy": 4,
    }
