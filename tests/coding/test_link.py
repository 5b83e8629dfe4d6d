"""Links: one happening across documents, incident ids that stand, no all-pairs comparison."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.incidents.blocks import candidates, family
from escalation.coding.incidents.pairs import FEATURES, measured
from escalation.coding.incidents.telling import matter, rarity, told_of
from escalation.coding.link import link, pair_chances, revisions
from escalation.event import new_events
from tests.coding.happenings import NOWHERE, chance, incidents, told
from tests.examples import examples


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
