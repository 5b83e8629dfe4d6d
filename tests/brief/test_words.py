"""Words and numbers never part, and never disagree."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.brief import words

CHANCES = st.floats(0, 1)


@given(CHANCES)
def test_the_printed_number_lies_in_the_words_range(chance):
    printed = words.whole_percent(chance)
    word = words.likelihood(chance)
    low = 0
    for limit, name, _ in words.SCALE:
        if low <= printed < limit:
            assert word == name
        low = limit


@given(CHANCES)
def test_a_judgement_holds_its_number_and_samples_never_prove(chance):
    said = words.that(chance, "it rains.")
    assert f"({words.percent(chance)})" in said
    assert words.percent(chance) not in ("0%", "100%")


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.0, "There is a remote chance (<1%) that it rains"),
        (0.049, "It is very unlikely (5%) that it rains"),
        (0.5, "There is a roughly even chance (50%) that it rains"),
        (0.555, "It is likely (56%) that it rains"),
        (0.796, "It is very likely (80%) that it rains"),
        (1.0, "It is almost certain (>99%) that it rains"),
    ],
)
def test_judgements_by_hand(chance, said):
    assert words.that(chance, "it rains") == said


def test_the_scale_has_no_gap_and_prints_its_own_limits():
    low = 0
    for limit, _, told in words.SCALE:
        numbers = [int(number) for number in re.findall(r"\d+", told)]
        assert numbers[-1] == (limit if told.startswith("under") else min(limit - 1, numbers[-1]))
        assert numbers[0] == (limit if low == 0 else low)
        low = limit
    assert low == 101


def test_levels_by_hand():
    ratios = [2.0, 1.25, 1.24, 0.8, 0.79, 0.5, 0.49]
    assert [words.level(r) for r in ratios] == [
        "well above",
        "above",
        "close to",
        "close to",
        "below",
        "below",
        "well below",
    ]


def test_a_direction_is_a_likely_one():
    assert words.direction(0.85, 0.1) == "rising strongly"
    assert words.direction(0.56, 0.1) == "rising"
    assert words.direction(0.1, 0.79) == "falling"
    assert words.direction(0.55, 0.2) == "none that is likely"


def test_long_names_are_cut_at_a_word():
    assert words.shortened("Government of Pakistan", 22) == "Government of Pakistan"
    assert words.shortened("Government of Pakistan", 20) == "Government of…"
    assert words.shortened("a" * 30, 10) == "a" * 9 + "…"


def test_counts_and_ranges():
    assert words.number(3.0) == "3"
    assert words.number(3.14) == "3.1"
    assert words.number(1234.5) == "1,234"
    assert words.number(math.nan) == "n/a"
    assert words.span(2, 9) == "2–9"
    assert words.span(4, 4) == "4"
    assert words.span(9, math.nan) == "at least 9"
    assert words.plural(1, "incident") == "1 incident"
    assert words.plural(0, "incident") == "0 incidents"
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.some(["a", "b", "c"], 2) == "a, b +1"
    assert words.share(0.0) == "0%"


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        ("attack.bombing", "bombing"),
        ("force.airstrike", "air strike"),
        ("threat.military", "military threat"),
        ("accuse.harbouring", "accusation (harbouring)"),
        ("reject", "rejection"),
        ("talks", "talks"),
    ],
)
def test_kinds_in_plain_words(kind, plain):
    assert words.kind(kind) == plain
