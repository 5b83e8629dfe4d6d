"""Links: one happening across documents, incident ids that stand, no all-pairs comparison."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.blocks import candidates, family
from escalation.coding.link import link, pair_chances, revisions
from escalation.coding.pairs import FEATURES, measured
from escalation.coding.telling import matter, rarity, told_of
from escalation.event import new_events
from tests.examples import examples


def told(document: str, known: str, **facts) -> dict:
    """An attack in Quetta of the day before and the day it was known, unless said otherwise."""
    day = pd.Timestamp(known)
    row = {
        "document": document,
        "known_at": day,
        "happened_from": day - pd.Timedelta(days=1),
        "happened_to": day,
        "kind": "attack.bombing",
        "status": "happened",
        "initiator": "UNK.REB",
        "target": "PAK.CVL",
        "country": "PK",
        "admin1": "Balochistan",
        "admin2": "Quetta",
        "place": "Quetta",
        "latitude": 30.18,
        "longitude": 67.0,
        "precision": "exact",
        "span_from": 0,
        "span_to": 60,
        "rule": "violence",
        "source": "paper",
        "confidence": 0.8,
    }
    return row | facts


def incidents(*rows: dict, **more) -> list[str]:
    return link(new_events(rows), **more)["incident"].tolist()


def test_a_raised_toll_the_next_day_is_the_same_incident():
    first = told("d1", "2026-01-10", deaths_low=31, deaths_best=31)
    day = pd.Timestamp("2026-01-10")
    later = told(
        "d2", "2026-01-11", deaths_low=40, deaths_best=40, happened_from=day, happened_to=day
    )
    one, other = incidents(first, later)
    assert one == other


def test_another_province_or_another_week_is_another_incident():
    here = told("d1", "2026-01-10", deaths_best=5, deaths_low=5)
    there = told(
        "d2", "2026-01-10", admin1="Sindh", admin2="Karachi", place="Karachi",
        latitude=24.86, longitude=67.01, deaths_best=9, deaths_low=9,
    )  # fmt: skip
    later = told("d3", "2026-01-24", deaths_best=2, deaths_low=2)
    assert len(set(incidents(here, there, later))) == 3


def test_two_claims_on_one_strike_are_one_incident():
    strike = {
        "kind": "force.airstrike", "initiator": "PAK.MIL", "country": "AF",
        "admin1": "Kandahar", "admin2": "Spin Boldak", "place": "Spin Boldak",
        "latitude": 31.0, "longitude": 66.4,
    }  # fmt: skip
    claim = told("d1", "2025-10-15", target="AFG.MIL", deaths_best=15, attribution="Pakistan")
    answer = told("d2", "2025-10-15", target="AFG.CVL", deaths_best=12, attribution="Taliban")
    one, other = incidents(claim | strike, answer | strike)
    assert one == other


def test_an_incident_is_named_by_its_first_event_whose_link_is_certain():
    events = new_events([told("d1", "2026-01-10", deaths_best=31, deaths_low=31)])
    linked = link(events)
    assert linked["incident"].tolist() == linked["event"].tolist()
    assert linked["link"].tolist() == [1.0]


def test_a_founder_that_looks_like_an_earlier_event_is_less_certain():
    first = told("d1", "2026-01-10", deaths_best=31, deaths_low=31)
    other = told("d2", "2026-01-11", deaths_best=4, deaths_low=4)
    linked = link(new_events([first, other]))
    pairs = pair_chances(linked)
    assert linked["incident"].nunique() == 2
    assert linked["link"].tolist()[0] == 1.0
    assert linked["link"].tolist()[1] == pytest.approx(1.0 - pairs["chance"].max())
    assert 0.5 < linked["link"].tolist()[1] < 1.0


def test_a_report_that_comes_in_late_joins_what_stands():
    first = told("d1", "2026-01-10", deaths_best=31, deaths_low=31)
    known = link(new_events([first]))
    late = told("d2", "2026-01-09", deaths_best=31, deaths_low=31, span_from=5)
    linked = link(new_events([late]), known=known)
    assert linked["incident"].tolist() == known["incident"].tolist()


PLACES = [("Balochistan", "Quetta", 30.2, 67.0), ("Sindh", "Karachi", 24.9, 67.0)]


@st.composite
def stories(draw) -> list[dict]:
    rows = []
    for number in range(draw(st.integers(1, 6))):
        admin1, admin2, latitude, longitude = draw(st.sampled_from(PLACES))
        known = pd.Timestamp("2026-01-05") + pd.Timedelta(days=draw(st.integers(0, 9)))
        dead = draw(st.sampled_from([None, 2, 9, 31]))
        rows.append(
            told(
                f"d{number}", str(known.date()), admin1=admin1, admin2=admin2, place=admin2,
                latitude=latitude, longitude=longitude, deaths_best=dead, deaths_low=dead,
                kind=draw(st.sampled_from(["attack.bombing", "attack", "force.clash"])),
            )
        )  # fmt: skip
    return rows


@examples(8)
@given(stories(), st.integers(0, 9))
def test_linking_day_by_day_gives_what_linking_at_once_gives(rows, days):
    events = new_events(rows)
    at_once = link(events).set_index("event")["incident"]
    cut = pd.Timestamp("2026-01-05") + pd.Timedelta(days=days)
    early, late = events[events["known_at"] <= cut], events[events["known_at"] > cut]
    first = link(early)
    second = link(late, known=first)
    step_by_step = pd.concat([first, second]).set_index("event")["incident"]
    assert step_by_step.to_dict() == at_once.to_dict()


def test_every_chance_is_one_and_features_have_their_names():
    events = new_events([told("d1", "2026-01-10"), told("d2", "2026-01-10")])
    table = pair_chances(events)
    assert len(table) == 1
    assert 0 <= table["chance"].iloc[0] <= 1
    assert len(set(FEATURES)) == len(FEATURES)
    assert family("attack.raid") == family("force.clash") == "violence"


def test_pairs_grow_with_the_events_not_with_their_square():
    days = pd.date_range("2020-01-01", periods=200, freq="3D")
    events = new_events([told(f"d{n}", str(day.date())) for n, day in enumerate(days)])
    pairs = sum(len(left) for left, _ in candidates(events))
    assert pairs < 4 * len(events)
    assert pairs > len(events)


def test_a_later_report_that_names_the_attacker_revises_the_earlier_event():
    first = told("d1", "2026-01-10", deaths_best=31, deaths_low=31)
    day = pd.Timestamp("2026-01-10")
    second = told(
        "d2", "2026-01-11", initiator="PAK.REB.BLA", initiator_name="BLA", deaths_best=31,
        deaths_low=31, happened_from=day, happened_to=day,
    )  # fmt: skip
    known = link(new_events([first]))
    linked = link(new_events([second]), known=known)
    revised = revisions(linked, known=known)
    assert revised["event"].tolist() == known["event"].tolist()
    assert revised["initiator"].tolist() == ["PAK.REB.BLA"]
    assert revised["known_at"].tolist() == [pd.Timestamp("2026-01-11")]
    assert linked["event"].iloc[0] in revised["reason"].iloc[0]
    assert len(revisions(known, known=None)) == 0
    assert np.array_equal(known["initiator"], ["UNK.REB"])


def chance(*rows: dict, texts: dict[str, str]) -> float:
    documents = pd.DataFrame({"document": list(texts), "text": list(texts.values())})
    return float(pair_chances(new_events(rows), documents)["chance"].iloc[0])


NOWHERE = {
    "country": "PK", "admin1": None, "admin2": None, "place": None, "latitude": None,
    "longitude": None, "precision": "country",
}  # fmt: skip


def test_rare_words_in_common_say_more_than_usual_ones():
    first = told("d1", "2026-01-10", **NOWHERE, deaths_low=4, deaths_best=4)
    later = told("d2", "2026-01-11", **NOWHERE, deaths_low=6, deaths_best=6)
    begun = "A bomb killed four people at the Ghazala lacquer workshop, officials of Pakistan say."
    again = "A bomb at the Ghazala lacquer workshop killed six people, officials of Pakistan say."
    other = "A bomb in a lorry of melons killed six people, officials of Pakistan say."
    rare = chance(first, later, texts={"d1": begun, "d2": again})
    usual = chance(first, later, texts={"d1": begun, "d2": other})
    assert rare >= 0.5
    assert usual <= rare - 0.2


def test_a_word_is_the_rarer_the_fewer_reports_have_it():
    assert rarity("lacque") == 1.0
    assert 0 <= rarity("killed") < rarity("mosque") < 1


def test_numbers_are_the_same_in_words_and_digits():
    words, numbers = matter("In 2026 gunmen killed twenty-seven people and hurt nine.")
    assert numbers == matter("27 dead, 9 hurt")[1] == {27, 9}
    assert {"gunmen", "people"} <= words


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
    assert known >= 2 * new


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


@examples(20)
@given(stories())
def test_what_is_measured_of_a_pair_does_not_ask_which_comes_first(rows):
    events = new_events(rows)
    texts = [
        f"Bomb kills {n % 3 + 2} near the {'mill' * (n % 2)} depot" for n in range(len(events))
    ]
    said = told_of(events, pd.DataFrame({"document": events["document"], "text": texts}))
    left = np.arange(len(events) - 1)
    one_way, other_way = (
        measured(events, *at, said) for at in ((left, left + 1), (left + 1, left))
    )
    assert np.allclose(one_way, other_way)
