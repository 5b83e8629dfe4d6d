"""The seed report: what it must yield, and nothing false beside."""

import pandas as pd
import pytest

from escalation.coding import code
from escalation.theatre import Theatre


@pytest.fixture(scope="module")
def seed(shared_data) -> pd.DataFrame:
    text = (shared_data / "seed" / "report-2026-02-19.txt").read_text(encoding="utf-8")
    day = pd.Timestamp("2026-02-19")
    documents = pd.DataFrame(
        {"document": ["seed"], "text": [text], "published": [day], "known_at": [day], "source": "s"}
    )
    return code(documents, Theatre.read("pak-afg"))


def _one(events: pd.DataFrame, kind: str, initiator: str, target: str) -> pd.Series:
    fits = events[
        events["kind"].str.startswith(kind)
        & events["initiator"].eq(initiator)
        & events["target"].fillna("").str.startswith(target)
    ]
    assert len(fits) == 1, f"{kind} {initiator} {target}: {len(fits)}"
    return fits.iloc[0]


def test_threat_is_conditional_and_spoken_by_the_minister(seed):
    threat = _one(seed, "threat.military", "PAK.GOV", "AFG.GOV")
    assert threat["status"] == "conditional"
    assert "Asif" in threat["attribution"]


def test_bombing_has_its_place_its_victims_and_a_range_of_dead(seed):
    bombing = _one(seed, "attack.bombing", "UNK", "PAK.MIL")
    assert bombing["status"] == "happened"
    assert bombing["admin1"] == "Khyber Pakhtunkhwa"
    assert bombing["deaths_low"] < bombing["deaths_high"]
    assert pd.isna(bombing["deaths_best"])


def test_words_of_both_governments(seed):
    _ = _one(seed, "accuse.harbouring", "PAK.GOV", "AFG")
    _ = _one(seed, "accuse", "PAK.GOV", "IND")
    _ = _one(seed, "sanction.trade", "PAK.GOV", "AFG.GOV")
    _ = _one(seed, "reject.accusation", "AFG.GOV", "PAK.GOV")
    assert _one(seed, "agree.offer", "PAK.GOV", "AFG.GOV")["status"] == "conditional"


def test_talks_are_coded_without_a_guessed_day(seed):
    talks = _one(seed, "talks", "PAK.GOV", "AFG.GOV")
    assert talks["place"] == "Istanbul"
    assert pd.isna(talks["happened_from"]) and "day" in talks["reason"]


def test_nothing_beside_them(seed):
    assert len(seed) == 8


def test_spans_lie_in_the_text(seed, shared_data):
    text = (shared_data / "seed" / "report-2026-02-19.txt").read_text(encoding="utf-8")
    words = {
        "threat.military": "would not hesitate",
        "attack.bombing": "deadly bombing",
        "sanction.trade": "would remain suspended",
    }
    for kind, phrase in words.items():
        event = seed[seed["kind"] == kind].iloc[0]
        assert phrase in text[int(event["span_from"]) : int(event["span_to"])]
