"""The audit's arithmetic on a coder whose answers are known, and the gold's readers."""

import json

import pandas as pd
import pytest

from escalation.coding.audit import audit
from escalation.coding.auditing.gold import gold_of_decisions, read_gold
from escalation.coding.review import decide, read_decisions
from escalation.event import new_events
from escalation.schema import ContractError

SENTENCES = [
    ("Chile threatens Peru.", "THREATEN", "CHL", "PER", "test"),
    ("Chile meets Peru.", "CONSULT", "CHL", "PER", "test"),
    ("Peru rejects the offer of Chile.", "REJECT", "PER", "CHL", "test"),
    ("Snow fell.", "NONE", None, None, "test"),
    ("Chile warns Peru.", "THREATEN", "CHL", "PER", "train"),
]


class KnownCoder:
    """Threatens for the first sentence, rightly; for the second wrongly, and twice."""

    name = "known"
    answers = (
        (0, "threat", "CHL.GOV", "PER", 0.9),
        (1, "threat", "CHL", "PER", 0.6),
        (1, "accuse", "CHL", "PER", 0.5),
        (2, "reject", "CHL", "PER", 0.9),
    )

    def code(self, documents: pd.DataFrame, theatre) -> pd.DataFrame:
        rows = [
            {
                "document": documents["document"].iloc[at],
                "known_at": documents["known_at"].iloc[at],
                "kind": kind,
                "status": "happened",
                "initiator": initiator,
                "target": target,
                "confidence": confidence,
                "span_from": 0,
                "span_to": 10,
                "rule": "known",
                "source": "gold",
            }
            for at, kind, initiator, target, confidence in self.answers
        ]
        return new_events(rows)


@pytest.fixture
def sentences(tmp_path):
    names = ("text", "plover", "initiator_country", "target_country", "split")
    lines = [json.dumps(dict(zip(names, row, strict=True))) for row in SENTENCES]
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_shares_and_scores_are_those_counted_by_hand(sentences):
    found = audit(KnownCoder(), read_gold(sentences, split="test"))
    summary = found.summary.set_index("measure")
    # The initiator is right in the first two, the target too; the third has them the wrong way.
    assert (summary.loc["initiator", "right"], summary.loc["initiator", "of"]) == (2, 3)
    assert summary.loc["both", "share"] == pytest.approx(2 / 3)
    # Two events of a wrong root for two sentences whose root was found.
    assert summary.loc["false_per_hundred", "share"] == pytest.approx(100)
    roots = found.roots.set_index("root")
    assert roots.loc["THREATEN", "precision"] == pytest.approx(1 / 2)
    assert roots.loc["THREATEN", "f1"] == pytest.approx(2 / 3)
    assert roots.loc["CONSULT", "f1"] == 0
    assert roots.loc["REJECT", "f1"] == 1
    assert summary.loc["macro_f1", "share"] == pytest.approx((2 / 3 + 0 + 1) / 3)
    assert found.confusions.iloc[0].tolist() == ["CONSULT", "THREATEN", 1]
    sure = found.reliability.iloc[-1]
    assert (sure["confidence"], sure["right"], sure["events"]) == (0.9, 0.5, 2)


def test_the_models_priors_are_beta_counts(sentences, tmp_path):
    found = audit(KnownCoder(), read_gold(sentences, split="test"))
    path = tmp_path / "audit" / "rules.json"
    found.save_rules(path)
    table = json.loads(path.read_text())
    assert table["roots"]["THREATEN"] == {"recall": [2, 1], "precision": [2, 2]}
    assert table["kinds"]["threat"] == table["roots"]["THREATEN"]
    assert table["sentences"] == 4


def test_same_seed_same_intervals(sentences):
    gold = read_gold(sentences)
    first, second = (audit(KnownCoder(), gold, seed=3).summary for _ in range(2))
    assert first.equals(second)


def test_headlines_state_some_things_and_not_others(tmp_path):
    columns = (
        "relid,year,type_of_violence,side_a,side_b,source_headline,source_date,where_coordinates,"
        "adm_1,adm_2,date_start,date_end,deaths_a,deaths_b,deaths_civilians,best,high,low"
    )
    rows = [
        "P1,2016,1,Government of Pakistan,TTP,Militants kill four soldiers in Bannu,2016-03-02,"
        "Bannu town,Khyber Pakhtunkwa province,Bannu district,2016-03-01,2016-03-01,4,0,0,4,5,4",
        "P2,2016,1,Government of Pakistan,TTP,Blast kills two,2016-03-02,Quetta town,"
        "Balochistan province,Quetta district,2016-03-01,2016-03-01,2,0,0,2,2,2",
        "P3,2016,1,Government of Pakistan,TTP,One blast;Two blasts,2016-03-02;2016-03-02,X,Y,Z,"
        "2016-03-01,2016-03-01,1,0,0,1,1,1",
        "P4,2009,1,Government of Pakistan,TTP,Militants kill nine,2009-03-02,X,Y,Z,2009-03-01,"
        "2009-03-01,9,0,0,9,9,9",
    ]
    path = tmp_path / "ged.csv"
    path.write_text("\n".join([columns, *rows]), encoding="utf-8")
    gold = read_gold(path).set_index("sentence")
    assert list(gold.index) == ["P1", "P2"]
    assert gold.loc["P1", "initiators"] == ("*.REB*",)
    assert gold.loc["P1", "admin1"] == "Khyber Pakhtunkhwa"
    assert gold.loc["P2", "initiators"] == ()
    assert gold.loc["P2", "admin1"] is None or pd.isna(gold.loc["P2", "admin1"])
    assert (gold.loc["P1", "low"], gold.loc["P1", "high"]) == (4, 5)


def test_what_a_person_decided_counts_as_gold(tmp_path):
    events = KnownCoder().code(
        pd.DataFrame({"document": ["a", "b", "c"], "known_at": pd.Timestamp("2026-01-10")}), None
    )
    table = tmp_path / "decisions.csv"
    decide(table, events.iloc[0], "right", decided="2026-01-12")
    decide(table, events.iloc[1], "corrected", decided="2026-01-12", kind="talks.meeting")
    decide(table, events.iloc[3], "wrong", decided="2026-01-12")
    texts = [text for text, *_ in SENTENCES[:3]]
    documents = pd.DataFrame(
        {"document": ["a", "b", "c"], "text": texts, "published": pd.Timestamp("2026-01-10")}
    )
    gold = gold_of_decisions(read_decisions(table), documents)
    assert gold["root"].tolist() == ["THREATEN", "CONSULT"]
    assert gold["text"].tolist() == texts[:2]


def test_other_files_are_no_gold(tmp_path):
    with pytest.raises(ContractError, match=r"gold is \.json"):
        read_gold(tmp_path / "gold.xml")


def test_the_plover_gold_is_read(shared_data):
    gold = read_gold(shared_data / "gold" / "plover-gsr.json")
    assert len(gold) > 300
    assert gold["root"].nunique() == 18
    assert not set(gold["root"]) & {"DEMAND", "DISAPPROVE", "YIELD"}
