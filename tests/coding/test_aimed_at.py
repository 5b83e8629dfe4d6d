"""At whom an act of word is aimed: not those for whom it is done, not where it is done."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2024-05-10")


coded = partial(sides, day=DAY)

ACTS = [
    # for whom, and where
    (
        "Thousands of people rally in Multan demanding the release of Imran Khan.",
        ("protest", "PAK.CVL", "PAK.GOV"),
    ),
    ("Lawmakers protest in Nairobi in solidarity with Chad.", ("protest", "KEN.LEG", "KEN")),
    ("Thousands march in Multan against Danish drawings.", ("protest", "PAK.CVL", "DNK")),
    (
        "Thousands of Kenyans march in Mombasa demanding the resignation of the president.",
        ("protest", "KEN.CVL", "KEN.GOV"),
    ),
    # whose deed it is that is condemned, or to be answered
    ("Norway condemns the bombing in Multan.", ("accuse.condemn", "NOR", None)),
    ("Norway condemns an attack on a mosque in Chad.", ("accuse.condemn", "NOR", None)),
    ("Kenya condemns Chadian air strikes on a camp.", ("accuse.condemn", "KEN", "TCD")),
    ("Kenya threatens to answer for the Chadian raids.", ("threat", "KEN", "TCD")),
    (
        "Kenya warns Chad that it will strike militants on its soil.",
        ("threat.military", "KEN", "TCD"),
    ),
    # who is let go, and what
    (
        "A Pakistani court orders the release of Imran Khan on bail.",
        ("concede.release", "PAK.JUD", "PAK.OPP"),
    ),
    ("Chad releases the singer Ada Sola.", ("concede.release", "TCD", "TCD.CVL")),
    # nobody's name is known, but a land's
    (
        "Nine members of a Chadian sect are arrested in Norway, suspected of preparing bombings.",
        ("coerce.arrest", "NOR.GOV", "TCD.CVL"),
    ),
    (
        "Kenya alleges that the arrests and later Chadian press reports were staged.",
        ("accuse", "KEN", "TCD"),
    ),
    ("Chad takes the Front off its list of banned groups.", ("concede.reopening", "TCD", None)),
    ("Norway resumes military aid to Chad.", ("aid.military", "NOR", "TCD")),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_at_whom_an_act_is_aimed(reader: Reader, text: str, act: tuple) -> None:
    words = [found for found in coded(reader, text) if not found[0].startswith(("attack", "force"))]
    assert words == [act]


def test_a_deed_told_before_is_whose_it_was(reader: Reader) -> None:
    text = "Two Chadian helicopters bombed a Kenyan camp. Kenya condemned the attack."
    assert coded(reader, text)[-1] == ("accuse.condemn", "KEN", "TCD")


def test_three_who_sign_are_three_pairs(reader: Reader) -> None:
    acts = coded(reader, "Officials of Chad, Kenya and Norway agree to build a railway.")
    pairs = {(str(one)[:3], str(other)[:3]) for _, one, other in acts}
    assert pairs == {("TCD", "KEN"), ("TCD", "NOR"), ("KEN", "NOR")}


NONE = [
    "The foundation releases a video of two prisoners.",
    "Norway offers a reward of 5 million dollars for information on a rebel leader.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_sets_nobody_free_and_helps_nobody(reader: Reader, text: str) -> None:
    assert coded(reader, text) == []


RIOTS = [
    (
        "Protesters armed with sticks clash with police in Multan after a march turns violent.",
        ("protest.riot", "PAK.OPP", "PAK.COP"),
    ),
    ("Six people die in clashes between two tribes in Kenya.", ("force.clash", "KEN.CVL")),
    ("Soldiers clash with militants in Kenya, killing two.", ("force.clash", "KEN.MIL")),
    (
        "Kenyan protesters break through police barricades and attempt to march to the palace.",
        ("protest.riot", "KEN.OPP"),
    ),
]


@pytest.mark.parametrize(("text", "act"), RIOTS)
def test_a_crowd_that_clashes_is_no_armed_side(reader: Reader, text: str, act: tuple) -> None:
    assert coded(reader, text)[0][: len(act)] == act


def test_the_state_lets_its_prisoners_go(reader: Reader) -> None:
    acts = coded(reader, "The opposition leader is released from prison in Kenya.")
    assert acts == [("concede.release", "KEN.GOV", "KEN.OPP")]
