"""The shipped samples are reports, each dated by its first line and its name."""

import pytest

from escalation.shipped import shipped
from escalation.text.merge import merge
from escalation.text.reports import read


@pytest.mark.parametrize("theatre", ["pak-afg", "rwa-cod"])
def test_every_sample_is_a_report_of_its_day(theatre) -> None:
    folder = shipped("samples", theatre)
    reading = read(folder, source="samples")
    named = sorted(file.name[:10] for file in folder.glob("*.txt"))
    assert reading.rejected.empty
    assert sorted(str(day.date()) for day in reading.reports["published"]) == named
    assert 10 <= len(merge(reading.reports)) == len(named)


def test_the_samples_share_no_sentence_with_the_collection(shared_data) -> None:
    ours = " ".join(read(shipped("samples", "pak-afg"), source="samples").reports["body"])
    theirs = (shared_data / "reports" / "region-reports.jsonl").read_text(encoding="utf-8")
    theirs += (shared_data / "seed" / "report-2026-02-19.txt").read_text(encoding="utf-8")
    words = ours.split()
    runs = [" ".join(words[start : start + 10]) for start in range(len(words) - 9)]
    assert [run for run in runs if run in theirs] == []
