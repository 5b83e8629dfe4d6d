"""Acts of word and deed: whose they are where a third tells of them, and what is yet to come."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2019-06-12")


@pytest.fixture(scope="module")
def told(reader):
    def tell(text: str) -> list[tuple]:
        found = [e for e in read(reader, text, day=DAY) if not is_violent(e)]
        return [(e["kind"], e["initiator"], e["target"], e["status"]) for e in found]

    return tell


TRUCES = [
    "Qatar announces a ceasefire between Iran and Iraq.",
    "A ceasefire between Iran and Iraq is announced by the African Union.",
    "Iran and Iraq declare a ceasefire.",
]


@pytest.mark.parametrize("text", TRUCES)
def test_a_truce_is_of_those_who_fought(told, text):
    assert told(text) == [("agree.ceasefire", "IRN", "IRQ", "happened")]


TOLD_BY_A_THIRD = [
    ("Norway's envoy announces a peace agreement between Sudan and Chad.",
     ("agree.deal", "SDN", "TCD", "happened")),
    ("The United Nations announces that Yemen and Oman have agreed to a truce.",
     ("agree.ceasefire", "YEM", "OMN", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act"), TOLD_BY_A_THIRD)
def test_who_tells_of_a_deal_is_no_side_of_it(told, text, act):
    assert told(text) == [act]


def test_a_deal_that_is_spoken_of_is_not_made(told):
    kinds = [act[0] for act in told("A senator announces that hearings on the deal will be held.")]
    assert "agree.deal" not in kinds


TO_COME = [
    ("Peru is expected to release Chilean prisoners next week.",
     ("concede.release", "PER", "CHL.CVL", "planned")),
    ("Iran and Iraq are set to sign a peace treaty on Saturday.",
     ("agree.treaty", "IRN", "IRQ", "planned")),
    ("Talks between Iran and Iraq are scheduled to begin on Monday.",
     ("talks", "IRN", "IRQ", "planned")),
    ("Iran plans talks with Iraq on water.", ("talks", "IRN", "IRQ", "planned")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act"), TO_COME)
def test_what_is_expected_is_planned(told, text, act):
    assert told(text) == [act]


def test_violence_that_is_expected_is_no_walkout(told):
    assert told("Iran is expected to strike Iraq.") == []


VOWS = [
    ("Turkey vows to keep accepting refugees.", "agree"),
    ("Iran vows to rebuild schools in Iraq.", "agree"),
    ("Iran vows to hunt down the killers.", "threat"),
    ("Iran vows to keep enriching uranium.", "threat"),
]


@pytest.mark.parametrize(("text", "kind"), VOWS)
def test_a_vow_is_friendly_or_not(told, text, kind):
    assert [act[0] for act in told(text)] == [kind]


def test_those_captured_before_are_to_be_freed(told):
    [(kind, initiator, target, _)] = told(
        "The premier of Peru says that detained Chilean fishermen will be freed on Sunday."
    )
    assert (kind, initiator, target) == ("concede.release", "PER.GOV", "CHL.CVL")


FAVOURS = [
    ("Israel's prime minister nominates the president of Peru for a peace prize.", "support"),
    ("Japan launches a programme to train Afghan police.", "aid"),
    ("Peru says that 300 visas will be issued to Chilean students.", "agree.offer"),
]


@pytest.mark.parametrize(("text", "kind"), FAVOURS)
def test_favours(told, text, kind):
    assert [act[0] for act in told(text)] == [kind]


def test_whose_an_app_is(told):
    assert told("India announces that it would ban Chinese app Duxo.") == [
        ("coerce.restriction", "IND", "CHN", "happened")
    ]


def test_an_airline_imposes_no_sanctions(told):
    assert told("Kenyan Star Airlines suspends flights to China until March.") == []


HELD = [
    ("Five suspects are arrested in Lahore over the bombing.", "PAK.CVL"),
    ("Two journalists are detained in Lahore.", "PAK.MED"),
    ("More than 200 protesters are arrested in Lahore.", "PAK.OPP"),
]


@pytest.mark.parametrize(("text", "target"), HELD)
def test_who_is_held_is_held_by_the_land(told, text, target):
    assert told(text) == [("coerce.arrest", "PAK.GOV", target, "happened")]


COMMON_CRIME = [
    "Seven people are arrested in Lahore for fraud.",
    "A man who was arrested after the attack in Lahore gives an interview.",
]


@pytest.mark.parametrize("text", COMMON_CRIME)
def test_common_crime_is_none_of_ours(told, text):
    assert told(text) == []


def test_a_suspect_of_the_attack_that_was_told(told):
    [(kind, initiator, target, _)] = told(
        "A bomb kills two in Quetta. A suspect has been arrested."
    )
    assert (kind, initiator, target) == ("coerce.arrest", "PAK.GOV", "PAK.CVL")


MUST = [
    "Iran warns that foreign troops must leave Iraq.",
    "Iran says that foreign troops must leave Iraq.",
]


@pytest.mark.parametrize("text", MUST)
def test_who_must_go_is_asked(told, text):
    assert told(text) == [("demand", "IRN", "UNK.MIL", "happened")]


def test_nationals_are_taken_home(told):
    assert told("China evacuates 210 nationals from Chad.")[0][:3] == (
        "aid.humanitarian", "CHN", "CHN.CVL",
    )  # fmt: skip


@pytest.mark.parametrize("verb", ["march", "rally", "protest"])
def test_those_who_march_protest(told, verb):
    kinds = [act[0] for act in told(f"Thousands {verb} in Lahore demanding that the mayor resign.")]
    assert "protest" in kinds


DEADLY = [
    ("Eight people are killed in violent protests in Muzaffarabad, Pakistan.", ["protest.riot"]),
    ("Two people die in protests in Kasur, Pakistan.", ["protest"]),
    ("Five people are killed at a rally in Quetta by a suicide bomber.", []),
]


@pytest.mark.parametrize(("text", "kinds"), DEADLY)
def test_protests_in_which_people_die(told, text, kinds):
    assert [act[0] for act in told(text)] == kinds
