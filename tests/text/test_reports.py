"""Reports of every format come in by one door; what is no report is set aside, with its line."""

import gzip
import json
import time
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.schema import ContractError
from escalation.text import files
from escalation.text.items import Item
from escalation.text.reports import Reading, gather, read, tidy
from tests.examples import examples

TALKS = "Delegations of both governments met in Doha and agreed to meet again."


def lines(path: Path, *records: object) -> Path:
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


def faults(reading: Reading) -> list[tuple]:
    return list(reading.rejected[["file", "line", "rule"]].itertuples(index=False, name=None))


def test_a_text_file_begins_with_its_day_and_the_rest_is_the_body(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"date 2026-01-05 Doha: {TALKS}\n\nNo date was set.\n", encoding="utf-8")
    report = read(file, source="wire").reports.iloc[0]
    assert report["published"] == report["fetched"] == pd.Timestamp("2026-01-05")
    assert report["body"] == f"Doha: {TALKS}\n\nNo date was set."
    assert report["source"] == "wire"
    assert report["language"] == "en"


def test_the_seed_report_is_read(shared_data: Path) -> None:
    reading = read(shared_data / "seed", source="seed")
    assert reading.summary == "1 reports read, 0 set aside"
    assert reading.reports["published"].iloc[0] == pd.Timestamp("2026-02-19")
    assert reading.reports["body"].iloc[0].startswith("Islamabad: ")


def test_broken_json_on_line_812_costs_that_line_alone(tmp_path: Path) -> None:
    records = [json.dumps({"date": "2026-01-05", "text": f"{TALKS} {n}"}) for n in range(1000)]
    records[811] = records[811][:-9]
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(records), encoding="utf-8")
    reading = read(file, source="wire")
    assert len(reading.reports) == 999
    assert reading.rejected["line"].tolist() == [812]
    assert reading.rejected["file"].tolist() == ["many.jsonl"]
    assert "JSON" in reading.rejected["rule"].iloc[0]


@pytest.mark.parametrize(
    ("record", "rule"),
    [
        ({"text": TALKS}, "a day of publication"),
        ({"date": "02/03/2026", "text": TALKS}, "a day of publication"),
        ({"date": "2026-02-30", "text": TALKS}, "a day of publication"),
        ({"date": "2026-01-05"}, "a report has a body or a headline"),
        ({"date": "2026-01-05", "text": " \u200b\n"}, "a report has a body or a headline"),
        ({"date": "2026-01-05", "text": {"a": 1}}, "a field is text"),
        ({"date": "2026-01-05", "text": "x\ud800y"}, "text is UTF-8; save the file so"),
        ({"date": "2026-03-01", "text": TALKS}, "a report is not published after it was fetched"),
        ({"date": "2026-01-05", "text": "a" * 5_000_001}, "a body has at most 5,000,000 bytes"),
        ({"date": "2026-01-05", "text": "کوئٹہ میں دھماکہ، پانچ اہلکار ہلاک"}, "in English"),
        ([1, 2], "a line is a JSON object"),
    ],
)
def test_what_is_no_report_is_set_aside_with_its_rule(
    tmp_path: Path, record: object, rule: str
) -> None:
    file = lines(tmp_path / "a.jsonl", record, {"date": "2026-01-06", "text": TALKS})
    reading = read(file, source="wire", fetched="2026-02-01")
    assert len(reading.reports) == 1
    assert reading.rejected["line"].tolist() == [1]
    assert rule in reading.rejected["rule"].iloc[0]


def test_deeply_nested_json_is_one_fault(tmp_path: Path) -> None:
    file = tmp_path / "deep.jsonl"
    good = json.dumps({"date": "2026-01-05", "text": TALKS})
    file.write_text("[" * 100_000 + "\n" + good, encoding="utf-8")
    reading = read(file, source="wire")
    assert (len(reading.reports), reading.rejected["line"].tolist()) == (1, [1])


def test_bytes_that_are_no_utf8_cost_their_record_alone(tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes(
        b"date,text\n2026-01-05,Caf\xe9 talks were held.\n2026-01-06,Talks were held.\n"
    )
    reading = read(file, source="wire")
    assert len(reading.reports) == 1
    assert faults(reading) == [("latin.csv", 2, "text is UTF-8; save the file so")]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_text_of_another_encoding_says_so(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_text("date 2026-01-05 Café talks were held.", encoding=encoding)
    assert faults(read(tmp_path, source="wire")) == [
        ("a.txt", 1, "text is UTF-8; save the file so")
    ]


def test_csv_takes_a_column_map_and_another_separator(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'Tag;Inhalt;Blatt\n"5 January 2026";"{TALKS}";Dawn\n', encoding="utf-8")
    columns = {"published": "Tag", "body": "Inhalt", "outlets": "Blatt"}
    report = read(file, source="wire", columns=columns).reports.iloc[0]
    assert (report["published"], report["body"], report["outlets"]) == (
        pd.Timestamp("2026-01-05"),
        TALKS,
        "Dawn",
    )


def test_a_csv_without_its_columns_names_them(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "published and body" in read(file, source="wire").rejected["rule"].iloc[0]


def test_an_open_quotation_mark_costs_its_own_row(tmp_path: Path) -> None:
    rows = [f'2026-01-{n:02d},"{TALKS} {n}"' for n in range(1, 21)]
    rows[4] = '2026-01-05,"a mark that is never closed'
    file = tmp_path / "a.csv"
    file.write_text("\n".join(["date,text", *rows]), encoding="utf-8")
    reading = read(file, source="wire")
    assert len(reading.reports) == 19
    assert reading.rejected["line"].tolist() == [6]


def test_a_field_may_hold_a_separator_and_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('date,text\n2026-01-05,"One,\ntwo ""three"" four"\n', encoding="utf-8")
    assert read(file, source="wire").reports["body"].tolist() == ['One,\ntwo "three" four']


def test_a_folder_is_read_in_order_and_odd_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(f"date 2026-01-06 {TALKS}", encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"2026-01-05\n{TALKS}", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / "d.txt").write_text(TALKS, encoding="utf-8")
    (tmp_path / "README.md").write_text("What this is.", encoding="utf-8")
    reading = read(tmp_path, source="wire")
    assert reading.reports["published"].dt.day.tolist() == [5, 6]
    assert reading.rejected["file"].tolist() == ["c.pdf", "d.txt"]
    assert reading.rejected["value"].iloc[1] == TALKS[:80]


def test_archives_are_opened_and_bombs_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_ALWAYS_ALLOWED", 1_000_000)
    good = json.dumps({"date": "2026-01-05", "text": TALKS}).encode()
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/a.jsonl", good)
        archive.writestr("in/b.jsonl.gz", gzip.compress(good.replace(b"05", b"06")))
        archive.writestr("in/c.zip", b"PK")
        archive.writestr("in/d.jsonl", b"0" * 20_000_000)
    reading = read(tmp_path / "a.zip", source="wire")
    assert reading.reports["published"].dt.day.tolist() == [5, 6]
    assert reading.rejected["file"].tolist() == ["a.zip/in/c.zip", "a.zip/in/d.jsonl"]
    assert "200 times" in reading.rejected["value"].iloc[1]


def test_a_broken_archive_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"not a zip")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"{}\n" * 999)[:20])
    reading = read(tmp_path, source="wire")
    assert reading.rejected["file"].tolist() == ["a.zip", "b.jsonl.gz"]


def test_the_same_report_twice_is_read_once(tmp_path: Path) -> None:
    record = {"date": "2026-01-05", "text": TALKS}
    reading = read(lines(tmp_path / "a.jsonl", record, record), source="wire")
    assert len(reading.reports) == 1
    assert faults(reading) == [("a.jsonl", 2, "a report is read once")]
    assert reading.rejected["value"].iloc[0] == reading.reports["id"].iloc[0]


def test_an_item_may_say_when_it_was_fetched(tmp_path: Path) -> None:
    record = {"date": "2026-01-05", "text": TALKS, "fetched": "2026-01-09"}
    reading = read(lines(tmp_path / "a.jsonl", record), source="wire", fetched="2026-02-01")
    assert reading.reports["fetched"].tolist() == [pd.Timestamp("2026-01-09")]


def test_slips_of_the_caller_are_answered_in_kind(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="no file or folder"):
        read(tmp_path / "none.txt", source="wire")
    with pytest.raises(ContractError, match="there are: published, body"):
        read(tmp_path, source="wire", columns={"publisht": "day"})


def test_hostile_heaps_of_marks_and_space_take_no_time() -> None:
    begun = time.monotonic()
    heap = "a" + "\u0301\u0323" * 500_000
    assert tidy(heap) == heap
    assert tidy("b" + " \u00a0" * 1_000_000 + "\n" * 1_000_000 + "c") == "b\n\nc"
    assert tidy("Ce\u0301sar") == "C\u00e9sar"
    assert time.monotonic() - begun < 20


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert once is None or once == once.strip() != ""


DAYS = st.sampled_from(["2026-01-05", "5 Jan 2026"]) | st.none() | st.text()


@examples(20)
@given(st.lists(st.tuples(DAYS, st.none() | st.text()), max_size=8))
def test_every_item_is_either_read_or_set_aside(pairs: list) -> None:
    entries = [("a", Item(n + 1, day, body)) for n, (day, body) in enumerate(pairs)]
    reading = gather(entries, source="wire")
    assert len(reading.reports) + len(reading.rejected) == len(pairs)
