"""Items of the current-events collection, and the debris of the page that they come from."""

import json
from pathlib import Path

import pandas as pd
import pytest

from escalation.schema import ContractError
from escalation.sources.current_events import read


def item(**changes: object) -> str:
    record = {
        "date": "2026-01-05",
        "category": "Armed conflicts and attacks",
        "topics": ["Outer heading", "Inner heading"],
        "text": "Gunmen kill two policemen in Quetta, Pakistan.",
        "outlets": ["Dawn"],
        "match": "text",
    }
    return json.dumps(record | changes)


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_item_is_known_on_its_day_and_its_headings_are_no_headline(tmp_path: Path) -> None:
    report = read(write(tmp_path / "a.jsonl", item())).reports.iloc[0]
    assert report["source"] == "current-events"
    assert report["published"] == report["fetched"] == pd.Timestamp("2026-01-05")
    assert pd.isna(report["title"])
    assert report["outlets"] == "Dawn"


@pytest.mark.parametrize(
    ("text", "outlets", "body", "joined"),
    [
        ("It rains. (BBC), (Reuters),", ["AP"], "It rains.", "BBC; Reuters; AP"),
        ("It rains. (ABC.net.au) (AP via Yahoo!)", [], "It rains.", "ABC.net.au; AP via Yahoo!"),
        ("It rains. (BBC) CNN", [], "It rains.", "BBC; CNN"),
        ("It rains. Canadian Press via", ["Daily"], "It rains.", "Canadian Press via Daily"),
        ("It rains. (Dawn (Pakistan))", [], "It rains.", "Dawn (Pakistan)"),
        ("The agency (CIA) looks on.", [], "The agency (CIA) looks on.", None),
        ("Two die. (One more was hurt. She lives.)", [], None, None),
    ],
)
def test_outlets_left_in_a_text_go_to_the_outlets(
    tmp_path: Path, text: str, outlets: list[str], body: str | None, joined: str | None
) -> None:
    report = read(write(tmp_path / "a.jsonl", item(text=text, outlets=outlets))).reports.iloc[0]
    assert report["body"] == (body or text)
    assert joined == report["outlets"] if joined else pd.isna(report["outlets"])


def test_an_address_left_in_a_text_goes_to_the_address(tmp_path: Path) -> None:
    report = read(write(tmp_path / "a.jsonl", item(text="It rains.https://a.org/b"))).reports.iloc[
        0
    ]
    assert (report["body"], report["url"]) == ("It rains.", "https://a.org/b")


def test_headings_are_set_aside(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.jsonl",
        item(text="War in Afghanistan", outlets=["2001–2021"]),
        item(text="Battle of Kunduz", outlets=["April 2015–present"]),
        item(text="Gunmen kill two in Quetta", outlets=["24 News HD"]),
    )
    reading = read(file)
    assert reading.reports["body"].tolist() == ["Gunmen kill two in Quetta"]
    assert reading.rejected["line"].tolist() == [1, 2]


def test_items_may_be_chosen_by_match_and_faults_keep_their_lines(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.jsonl",
        item(match="topic_only"),
        "{",
        item(),
        item(outlets="Dawn"),
        item(date=5),
    )
    reading = read(file, matches=("text",))
    assert len(reading.reports) == 1
    assert reading.rejected["line"].tolist() == [2, 4, 5]
    with pytest.raises(ContractError, match="there are: text, topic_only"):
        read(file, matches=("texts",))


@pytest.mark.slow
def test_the_whole_collection_is_read(shared_data: Path) -> None:
    reading = read(shared_data / "reports" / "region-reports.jsonl")
    assert len(reading.reports) + len(reading.rejected) == 5716
    assert reading.rejected["rule"].str.contains("heading").all()
    assert len(reading.rejected) < 300
