"""A coder's events beside documents that a person judged: worked by hand."""

import json

import pandas as pd
import pytest

from escalation.coding.auditing.judged import compare, read_judged, sides_right, summary
from escalation.event import new_events
from escalation.schema import ContractError

BOMB = {
    "kind": "attack.bombing",
    "status": "happened",
    "initiator": "PAK.REB.TTP|UNK.REB",
    "target": "PAK.COP",
    "country": "PAK",
    "admin1": "Balochistan",
    "from": "2024-03-04",
    "to": "2024-03-04",
    "deaths": 9,
    "attackers": 1,
    "injured": None,
}
TALKS = {"kind": "talks", "status": "happened", "initiator": "PAK.GOV", "target": "AFG.GOV"}


def coded(**differences):
    event = {
        "document": "a",
        "known_at": "2024-03-05",
        "kind": "attack.bombing",
        "status": "happened",
        "initiator": "PAK.REB.TTP",
        "target": "PAK.COP",
        "country": "PAK",
        "admin1": "Balochistan",
        "happened_from": "2024-03-05",
        "happened_to": "2024-03-05",
        "deaths_best": 8,
        "confidence": 0.9,
        "span_from": 0,
        "span_to": 10,
        "rule": "by hand",
        "source": "test",
    }
    return event | differences


def against(wanted, *events, optional=()):
    judged = [{"document": "a", "split": "x", "events": wanted, "optional": list(optional)}]
    return compare(judged, new_events(list(events)))


def test_an_event_that_says_what_the_judge_says_is_right_and_dead_attackers_stand_apart():
    row = against([BOMB], coded()).iloc[0]
    assert row["outcome"] == "found"
    assert row["right"]
    assert row["deaths"]
    assert row["injured"] is None


@pytest.mark.parametrize(
    ("field", "difference"),
    [
        ("kind", {"kind": "attack.shooting"}),
        ("kind", {"kind": "force"}),
        ("status", {"status": "recalled"}),
        ("initiator", {"initiator": "PAK.REB.BLA"}),
        ("initiator", {"initiator": None}),
        ("target", {"target": "PAK.CVL"}),
        ("place", {"country": "AFG"}),
        ("place", {"admin1": None}),
        ("days", {"happened_from": "2024-03-09", "happened_to": "2024-03-09"}),
        ("days", {"happened_from": None, "happened_to": None}),
        ("deaths", {"deaths_best": 9}),
        ("deaths", {"deaths_best": None}),
        ("injured", {"injured_best": 3}),
    ],
)
def test_each_difference_is_the_fault_of_its_field_alone(field, difference):
    row = against([BOMB], coded(**difference)).iloc[0]
    assert [name for name in row.index if row[name] is False and name != "right"] == [field]
    assert not row["right"]


@pytest.mark.parametrize(
    ("wanted", "told", "right"),
    [
        ("UNK.REB", "AFG.REB", True),
        ("UNK.REB", "PAK.REB.TTP", False),
        ("PAK.GOV", "PAK", True),
        ("PAK.GOV", "PAK.MIL", False),
        ("PAK.GOV|PAK.MIL", "PAK.MIL", True),
        ("", None, True),
        ("", "UNK", True),
        ("", "UNK.REB", False),
    ],
)
def test_an_actor_may_be_told_with_more_or_less_detail_but_not_another(wanted, told, right):
    row = against([BOMB | {"initiator": wanted}], coded(initiator=told)).iloc[0]
    assert row["initiator"] is right


def test_what_is_missing_and_what_is_too_much_are_told_apart_and_optional_is_neither():
    found = against(
        [BOMB, TALKS],
        coded(),
        coded(kind="threat", initiator="PAK.GOV"),
        coded(kind="accuse", initiator="PAK.GOV"),
        optional=[{**TALKS, "kind": "accuse"}],
    )
    assert list(found["outcome"]) == ["found", "missed", "false"]
    assert list(found["wanted"].fillna("")) == ["attack.bombing", "talks", ""]
    assert found["coded"].iloc[2] == "threat"


def test_answers_that_are_equally_good_all_fit():
    either = {"kind": "attack.shooting|attack.bombing", "status": "recalled|happened"}
    assert against([BOMB | either | {"admin1": "Sindh|Balochistan"}], coded())["right"].all()


def test_a_country_alone_may_be_left_empty_but_not_be_another():
    alone = [BOMB | {"admin1": ""}]
    assert against(alone, coded(country=None, admin1=None)).iloc[0]["place"] is None
    assert against(alone, coded(country="AFG", admin1=None)).iloc[0]["place"] is False
    assert against([BOMB], coded(country=None, admin1=None)).iloc[0]["place"] is False


def test_the_sides_of_a_clash_may_stand_either_way_round_and_those_of_an_attack_not():
    turned = {"initiator": "PAK.COP", "target": "PAK.REB.TTP"}
    clash = BOMB | {"kind": "force.clash"}
    assert against([clash], coded(kind="force.clash", **turned))["right"].all()
    found = against([BOMB], coded(**turned)).iloc[0]
    assert found["initiator"] is False
    assert found["target"] is False


def test_two_bombs_are_paired_by_what_they_have_in_common():
    other = BOMB | {"admin1": "Punjab", "deaths": 3, "attackers": 0}
    third = coded(admin1="Punjab", deaths_best=3, span_from=20, span_to=30)
    found = against([other, BOMB], coded(), third)
    assert found["right"].all()


def test_a_document_without_events_has_every_coded_one_false():
    assert list(against([], coded())["outcome"]) == ["false"]
    assert against([]).empty


def test_reading_takes_a_split_and_refuses_what_is_no_judged_document(tmp_path):
    path = tmp_path / "judged.jsonl"
    lines = [{"document": d, "split": d, "events": [BOMB], "optional": []} for d in "ab"]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert [one["document"] for one in read_judged(path, split="b")] == ["b"]
    assert len(read_judged(path)) == 2
    path.write_text(json.dumps({"document": "a", "events": [{"kind": "dance"}]}), encoding="utf-8")
    with pytest.raises(ContractError, match="dance"):
        read_judged(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ContractError, match="judged documents"):
        read_judged(path)


def test_events_of_other_documents_are_left_out():
    assert list(against([BOMB], coded(document="b"))["outcome"]) == ["missed"]
    assert isinstance(against([BOMB], coded(document="b")), pd.DataFrame)


def test_the_summary_by_hand():
    judged = [
        {"document": name, "split": "x", "events": wanted}
        for name, wanted in (("a", [BOMB]), ("b", [BOMB, TALKS]), ("c", []), ("d", []))
    ]
    wrong = coded(document="b", deaths_best=2)
    found = compare(judged, new_events([coded(), wrong, coded(document="d")]))
    told = summary(judged, found, seed=1).set_index("measure")
    assert list(told.loc["events found", ["right", "of"]]) == [2, 3]
    assert list(told.loc["coded events that are some", ["right", "of"]]) == [2, 3]
    assert list(told.loc["deaths", ["right", "of"]]) == [1, 2]
    assert list(told.loc["injured", ["right", "of"]]) == [0, 0]
    assert list(told.loc["all of a found event", ["right", "of"]]) == [1, 2]
    assert list(told.loc["whole documents", ["right", "of"]]) == [2, 4]
    assert told.loc["whole documents", "low"] <= 0.5 <= told.loc["whole documents", "high"]


def test_a_province_may_be_told_by_any_of_its_names():
    wanted = BOMB | {"country": "DE", "admin1": "Bavaria"}
    found = [against([wanted], coded(country="DE", admin1=one)) for one in ("Bayern", "Hessen")]
    assert [table.iloc[0]["place"] for table in found] == [True, False]


def test_an_event_has_the_right_sides_by_root_and_parties_and_what_nobody_read_has_not():
    judged = [{"document": "a", "split": "x", "events": [BOMB], "optional": [TALKS]}]
    events = new_events(
        [
            coded(kind="attack.shooting", deaths_best=50),  # of the same root
            coded(kind="talks.meeting", initiator="AFG.GOV", target="PAK.GOV"),
            coded(kind="threat", initiator="PAK.GOV", target="AFG.GOV"),
            coded(document="b"),
        ]
    )
    assert dict(
        zip(events["kind"] + events["document"], sides_right(judged, events), strict=True)
    ) == {
        "attack.shootinga": True,
        "talks.meetinga": True,
        "threata": False,
        "attack.bombingb": False,
    }
