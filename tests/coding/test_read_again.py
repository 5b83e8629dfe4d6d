"""Sentences of prose whose verb the parse misses: after a plural, by a hyphen, after "for"."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.coding.sentence.parse import parsed
from tests.coding.reading import sides

DAY = pd.Timestamp("2019-05-14")


coded = partial(sides, day=DAY)

TOLD = [
    # a verb that may be a noun, in a sentence with no other
    (
        "Police in Ghana arrest a rebel over a car bombing in the northern city of Tamale.",
        ("coerce.arrest", "GHA.COP", "GHA.REB"),
    ),
    (
        "The Taliban orders women to stay out of parks in Kabul.",
        ("demand", "AFG.REB.TALIBAN", "AFG.CVL"),
    ),
    (
        "The United Nations appeals for 40 million dollars for Chad.",
        ("demand.aid", "IGO", None),
    ),
    (
        "A court in Mombasa, Kenya, sentences university professor Juma Odera to death.",
        ("coerce.arrest", "KEN.JUD", "KEN.CVL"),
    ),
    (
        "A court in Kenya sentences two men to death for blasphemy.",
        ("coerce.arrest", "KEN.JUD", "KEN.CVL"),
    ),
    (
        "Afghan soldiers battle Taliban fighters in a suburb of Herat.",
        ("force.clash", "AFG.MIL", "AFG.REB.TALIBAN"),
    ),
    # joined by a hyphen, or set beside it
    ("Kenya test-fires a ballistic missile.", ("mobilize.weapons", "KEN", None)),
    (
        "Kenya successfully test fires a ballistic missile, the second such test in a week.",
        ("mobilize.weapons", "KEN", None),
    ),
    # what is called for, in a clause of its own
    ("The Kenyan union calls for the minister to resign.", ("demand", "KEN.LAB", "KEN.GOV")),
    (
        "Thousands of Afghans protest in Takhar over rising prices.",
        ("protest", "AFG.CVL", "AFG.GOV"),
    ),
    ("Hundreds of Baloch women march in Quetta.", ("protest", "PAK.CVL", "PAK.GOV")),
    # gas is not fired at the lives of people, until somebody dies of it
    (
        "Kenyan police fire tear gas at demonstrators in Nairobi.",
        ("coerce", "KEN.COP", "KEN.OPP"),
    ),
    (
        "A girl dies when Kenyan soldiers fire tear gas at refugees in Nairobi.",
        ("force.shooting", "KEN.MIL", "KEN.CVL"),
    ),
    # a general, and a secretary-general
    (
        "Maria Sola, Under-Secretary-General of the United Nations, urges Peru to yield.",
        ("demand", "IGO", "PER"),
    ),
]


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_a_verb_is_read_where_the_parse_has_none(reader: Reader, text: str, act: tuple) -> None:
    assert coded(reader, text) == [act]


NONE = [
    "Taliban peace talks in Doha.",
    "Current death toll: at least 80.",
    "A passenger bus plunges into a gorge in Diamer, Pakistan, killing two people.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_noun_stays_a_noun(reader: Reader, text: str) -> None:
    assert [act for act in coded(reader, text) if not act[0].startswith("talks")] == []


WHO = [
    (
        "Ada Sola, a minister of Chad, met Kenyan officials.",
        ("talks.meeting", "TCD.GOV", "KEN.GOV"),
    ),
    (
        "Ada Sola, the top French commander in Mali, resigns.",
        ("retreat.resignation", "FRA.MIL", None),
    ),
    ("Police in Ghana arrest a pro-Taliban cleric.", ("coerce.arrest", "GHA.COP", "GHA.REL")),
    (
        "Police in Ghana arrest the Prosecutor General of Chad.",
        ("coerce.arrest", "GHA.COP", "TCD.JUD"),
    ),
    (
        "The Pakistani army kills thirty Taliban fighters.",
        ("force.operation", "PAK.MIL", "PAK.REB.TTP"),
    ),
    (
        "Rebels in Kenya kill three family members of a rival leader of a militia.",
        ("attack", "KEN.REB", "KEN.CVL"),
    ),
]


@pytest.mark.parametrize(("text", "act"), WHO)
def test_who_somebody_is_stands_after_his_name(reader: Reader, text: str, act: tuple) -> None:
    assert coded(reader, text) == [act]


def test_police_are_those_named_before(reader: Reader) -> None:
    text = "Danish police searched a farm. Later police detained two Kenyan activists."
    assert coded(reader, text)[-1] == ("coerce.arrest", "DNK.COP", "KEN.OPP")


@pytest.mark.parametrize(
    ("text", "kind", "initiator"),
    [
        ("Hundreds of Hazaras staged a sit-in in Quetta.", "protest", "PAK.CVL"),
        ("A sit-in by teachers in Kabul entered its third day.", "protest", "AFG.CVL"),
        ("Teachers staged a protest in Quetta.", "protest", "PAK.CVL"),
        ("Talks between the Taliban and the Afghan government open in Doha.",
         "talks", "AFG.REB.TALIBAN"),
    ],
)  # fmt: skip
def test_words_that_the_parser_cuts_or_misreads_tell_their_act(reader, text, kind, initiator):
    ((found, doer, _),) = sides(reader, text, day=pd.Timestamp("2019-05-08"))
    assert (found, doer) == (kind, initiator)


@pytest.mark.parametrize(
    ("text", "word", "base"),
    [
        ("They staged a rally.", 1, "stage"),
        ("They relaunched the offensive.", 1, "relaunch"),
        ("Police cordoned off the street.", 1, "cordon"),
        ("They shelled two bases.", 3, "base"),
    ],
)
def test_of_two_base_forms_the_one_that_we_know_is_meant(text, word, base):
    ((doc, _),) = parsed([(text, None)])
    assert doc[word].lemma_ == base
