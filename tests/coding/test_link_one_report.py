"""Links within one report: what it tells as one happening, and what as two."""

import pandas as pd
import pytest

from tests.coding.happenings import NOWHERE, chance, incidents, told


def test_two_of_a_kind_in_one_document_with_their_own_tolls_are_two():
    first = told("d1", "2026-01-10", deaths_low=9, deaths_best=9)
    other = told(
        "d1", "2026-01-10", deaths_low=2, deaths_best=2, span_from=61, span_to=120,
        admin1="Sindh", admin2="Karachi", place="Karachi", latitude=24.86, longitude=67.01,
    )  # fmt: skip
    assert len(set(incidents(first, other))) == 2


@pytest.mark.parametrize(
    ("where", "number"),
    [
        # "Raids in Quetta and Karachi kill nine": the toll is of both, and told with the first.
        ({"admin1": "Sindh", "admin2": "Karachi", "place": "Karachi", "latitude": 24.86}, 2),
        ({"admin2": None, "place": "Balochistan", "latitude": 28.5, "precision": "province"}, 1),
    ],
)
def test_one_sentence_tells_of_as_many_happenings_as_places(where, number):
    first = told("d1", "2026-01-10", deaths_low=9, deaths_best=9)
    assert len(set(incidents(first, told("d1", "2026-01-10", **where)))) == number


DAY = {name: pd.Timestamp("2026-01-10") for name in ("happened_from", "happened_to")}


def test_what_one_document_tells_as_two_is_not_made_one_by_a_third():
    karachi = {"admin1": "Sindh", "admin2": "Karachi", "place": "Karachi", "latitude": 24.86}
    toll = {"deaths_low": 31, "deaths_best": 31}
    somewhere = told("d1", "2026-01-10", **NOWHERE | {"target": None}, **toll)
    here = told("d2", "2026-01-11", **DAY, **toll)
    there = told(
        "d2", "2026-01-11", **DAY | karachi, target="PAK.MIL", span_from=61, span_to=120
    )  # fmt: skip
    assert len(set(incidents(somewhere, here))) == len(set(incidents(somewhere, there))) == 1
    _, first, second = incidents(somewhere, here, there)
    assert first != second


@pytest.mark.parametrize(
    ("later", "anew"),
    [
        (
            "Police release a sketch of the man who killed seven people in Quetta.",
            "A man killed seven people in Quetta, and police release a sketch.",
        ),
        (
            "The mayor of Quetta calls the attack in the bazaar an outrage.",
            "Officials of Quetta are outraged as men attack a bazaar.",
        ),
    ],
)
def test_what_is_told_in_passing_was_told_before(later, anew):
    first = told("d1", "2026-01-10", deaths_low=7, deaths_best=7)
    again = told("d2", "2026-01-14")
    begun = "A bomb in a bazaar of Quetta killed seven people on Saturday morning."
    known, new = (chance(first, again, texts={"d1": begun, "d2": text}) for text in (later, anew))
    assert known / (1 - known) >= 2 * new / (1 - new)


def test_a_state_that_strikes_back_does_so_in_a_happening_of_its_own():
    text = "Pakistan bombs Kunar, killing four. In response, Afghan guns shell posts in Chitral."
    documents = pd.DataFrame({"document": ["d1"], "text": [text]})
    kinds = {"kind": "force.airstrike", "initiator": "PAK.MIL", "target": "AFG.MIL"}
    answer = {"kind": "force.shelling", "initiator": "AFG.MIL", "target": "PAK.MIL"}
    strike = told("d1", "2026-01-10", **NOWHERE | kinds | {"country": "AF"}, span_to=36)
    shelling = told("d1", "2026-01-10", **NOWHERE | answer, span_from=37, span_to=85)
    assert len(set(incidents(strike, shelling, documents=documents))) == 2
    # A clash is told now from one side, now from the other.
    clash = [row | {"kind": "force.clash", "country": "PK"} for row in (strike, shelling)]
    assert len(set(incidents(*clash, documents=documents))) == 1


@pytest.mark.parametrize(("days_before", "number"), [(0, 1), (2, 2)])
def test_a_raid_that_answers_an_attack_of_another_day_is_another_happening(days_before, number):
    raid = told("d1", "2026-01-10", kind="force.raid", initiator="PAK.MIL", target="UNK.REB")
    day = pd.Timestamp("2026-01-10") - pd.Timedelta(days=days_before)
    days = {"happened_from": day, "happened_to": day} if days_before else {}
    assert len(set(incidents(raid, told("d1", "2026-01-10", **days)))) == number


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("The attack also wounded nine porters.", 1),
        ("Nine porters were wounded in a separate attack.", 2),
        ("Another bomb wounded nine porters.", 2),
    ],
)
def test_a_separate_attack_is_another(second, number):
    first = "A bomb killed four people in Quetta. "
    documents = pd.DataFrame({"document": ["d1"], "text": [first + second]})
    one = told("d1", "2026-01-10", deaths_low=4, deaths_best=4, span_to=len(first))
    other = told("d1", "2026-01-10", span_from=len(first), span_to=len(first + second))
    assert len(set(incidents(one, other, documents=documents))) == number
