"""Dead and injured by side; sentences of our own, every number counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.sentence.parse import model
from escalation.coding.tolls.attackers import are_attackers
from escalation.coding.tolls.quantities import quantity_at
from escalation.coding.tolls.tolls import tolls


@pytest.fixture(scope="module")
def read():
    return lambda text: [toll for sentence in model()(text).sents for toll in tolls(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A suicide bomber killed at least nine people and injured 30 others in Quetta.",
            [("deaths", 9, 9, None, "people"), ("injured", 30, 30, 30, "others")],
        ),
        (
            "Nine people, including three children, in a mosque were killed in an attack.",
            [("deaths", 9, 9, 9, "people")],
        ),
        (
            "A soldier and two policemen were killed when a bomb exploded.",
            [("deaths", 1, 1, 1, "soldier"), ("deaths", 2, 2, 2, "policemen")],
        ),
        ("Gunmen shot dead four policemen in Karachi.", [("deaths", 4, 4, 4, "policemen")]),
        (
            "12 killed, 30 injured in Peshawar blast.",
            [("deaths", 12, 12, 12, ""), ("injured", 30, 30, 30, "")],
        ),
        (
            "An air strike kills 15 militants and wounds several civilians.",
            [("deaths", 15, 15, 15, "militants"), ("injured", 3, None, 9, "civilians")],
        ),
        ("Between 10 and 15 people died in the blast.", [("deaths", 10, None, 15, "people")]),
        ("More than 40 soldiers were wounded.", [("injured", 40, 40, None, "soldiers")]),
        (
            "A bombing leaves at least 20 people dead and dozens injured.",
            [("deaths", 20, 20, None, "people"), ("injured", 24, None, 99, "")],
        ),
        (
            "The attacker blew himself up, killing himself and five others.",
            [("deaths", 1, 1, 1, "himself"), ("deaths", 5, 5, 5, "others")],
        ),
        (
            "The death toll from a bombing on Friday in the Peruvian town of Puno in the lake"
            " region of the south rises to 32.",
            [("deaths", 32, 32, 32, "")],
        ),
        ("A blast leaves over 170 people dead or wounded in Lima.", []),
        ("No one was killed in the attack.", [("deaths", 0, 0, 0, "")]),
        ("The attack claimed nine lives.", [("deaths", 9, 9, 9, "lives")]),
        (
            "Twenty-five people are dead after a bombing on 9 March 2009.",
            [("deaths", 25, 25, 25, "people")],
        ),
        (
            "Roadside bomb kills 3 soldiers, 12 others hurt",
            [("deaths", 3, 3, 3, "soldiers"), ("injured", 12, 12, 12, "others")],
        ),
        (
            "Rocket kills four in Idlib, wounds two",
            [("deaths", 4, 4, 4, ""), ("injured", 2, 2, 2, "")],
        ),
        ("Two wounded soldiers were evacuated.", [("injured", 2, 2, 2, "")]),
        (
            "A roadside bomb kills a tribal elder, his son and three guards.",
            [
                ("deaths", 1, 1, 1, "tribal elder"),
                ("deaths", 1, 1, 1, "son"),
                ("deaths", 3, 3, 3, "guards"),
            ],
        ),
        ("The two countries agreed on nine points.", []),
        (
            "The strike kills 14 civilians, 12 children and two women.",
            [("deaths", 14, 14, 14, "civilians")],
        ),
        ("Two shot dead in Peshawar", [("deaths", 2, 2, 2, "")]),
        ("Police gun down five suspected militants", [("deaths", 5, 5, 5, "suspected militants")]),
        ("Gunmen kill constable escorting polio team", [("deaths", 1, 1, 1, "constable")]),
        ("A commander among three rebels killed by troops", [("deaths", 3, 3, 3, "rebels")]),
        ("The bomber killed 25, many of them police", [("deaths", 25, 25, 25, "")]),
        (
            "Troops kill 13 militants after the murder of migrant workers",
            [("deaths", 13, 13, 13, "militants")],
        ),
        (
            "Three BLA and BLF fighters killed in Punjab",
            [("deaths", 3, 3, 3, "BLA and BLF fighters")],
        ),
        ("The toll of soldiers killed in Bolan reaches 11", [("deaths", 11, 11, 11, "")]),
        ("Three schools were closed for two weeks in 2009.", []),
        # who is not next to the word that tells of him
        (
            "A mine kills Bilal Shah, head of a bank, along with four guards, near Khost.",
            [("deaths", 1, 1, 1, "Bilal Shah, head"), ("deaths", 4, 4, 4, "guards")],
        ),
        (
            "Karim Dad, a lawyer for the rights of women, and his son were shot dead in Sibi.",
            [("deaths", 1, 1, 1, "Karim Dad, a lawyer"), ("deaths", 1, 1, 1, "son")],
        ),
        (
            "The death toll of the raid rises to nine clerks and three guards.",
            [("deaths", 9, 9, 9, "clerks"), ("deaths", 3, 3, 3, "guards")],
        ),
        (
            "The raid led to the death of one soldier and another badly wounded.",
            [("deaths", 1, 1, 1, "soldier"), ("injured", 1, 1, 1, "")],
        ),
        # who is a person
        ("Gunmen murdered Omar Khan.", [("deaths", 1, 1, 1, "Omar Khan")]),
        (
            "Gunmen shot dead a 17-year-old student and a bank manager.",
            [("deaths", 1, 1, 1, "17-year-old student"), ("deaths", 1, 1, 1, "bank manager")],
        ),
        ("A district council head was killed.", [("deaths", 1, 1, 1, "district council head")]),
        (
            "Rebels killed a women’s rights advocate and her uncle.",
            [("deaths", 1, 1, 1, "women’s rights advocate"), ("deaths", 1, 1, 1, "uncle")],
        ),
        (
            "Teacher, pupil killed in shelling",
            [("deaths", 1, 1, 1, "Teacher"), ("deaths", 1, 1, 1, "pupil")],
        ),
        (
            "Nine soldiers and an unknown number of rebels were killed.",
            [
                ("deaths", 9, 9, 9, "soldiers"),
                ("deaths", 1, None, None, "unknown number of rebels"),
            ],
        ),
        # other words of harm
        ("Three nurses sustained severe wounds.", [("injured", 3, 3, 3, "nurses")]),
        ("Two guards received five awards.", []),
        ("Five guards were reported as killed.", [("deaths", 5, 5, 5, "guards")]),
    ],
)
def test_a_toll_is_read_with_its_side(read, text, expected):
    assert [toll[:5] for toll in read(text)] == expected


def test_a_raised_toll_is_told_apart(read):
    text = "The toll in the Peshawar blast climbed to 59, with more than 150 wounded."
    dead, hurt = read(text)
    assert dead[:4] == ("deaths", 59, 59, 59)
    assert dead.rule == "updated"
    assert hurt[:4] == ("injured", 150, 150, None)
    assert text[hurt.start : hurt.end] == "more than 150"


def test_dead_attackers_are_apart_from_victims(read):
    dead, militants = read("Militants killed four soldiers; nine militants were also killed.")
    assert not are_attackers(dead, "UNK.REB")
    assert are_attackers(militants, "UNK.REB")
    assert not are_attackers(militants, "PAK.MIL")
    (bomber,) = read("The blast killed the suicide bomber.")
    assert are_attackers(bomber, None)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("at least two dozen", (24, 24, None)),
        ("two hundred and thirty", (230, 230, 230)),
        ("1,200", (1200, 1200, 1200)),
        ("nearly 100", (90, 100, 100)),
        ("9-15", (9, None, 15)),
        ("up to 30", (None, 30, 30)),
        ("at least another 12", (12, 12, None)),
        ("up to a further six", (None, 6, 6)),
        ("half a dozen", (6, 6, 6)),
        ("several dozen", (36, None, 108)),
        ("ten or more", (10, 10, None)),
    ],
)
def test_words_give_numbers(words, numbers):
    assert quantity_at(words.split(" "), 0)[:3] == numbers


@given(st.lists(st.sampled_from([*"0123456789", "nine", "dozen", "to", "and", "hundred", "some"])))
def test_a_quantity_is_ordered_and_uses_words_that_are_there(words):
    for at in range(len(words)):
        quantity = quantity_at(words, at)
        if quantity is not None:
            ends = [end for end in quantity[:3] if end is not None]
            assert ends == sorted(ends)
            assert 1 <= quantity.length <= len(words) - at
