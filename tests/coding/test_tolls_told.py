"""Whose the dead are: of the act that is told, of one before it, of those who attacked."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2017-03-16")

# text, dead and hurt by best reading of its first violent or deadly event; None where not told
TOLD = [
    # attackers are apart, whichever sentence tells of them
    ("Rebels attacked a post in Bannu. Four rebels and two guards were killed.", 2, None),
    ("Gunmen shot at a hotel in Herat. At least nine people including the four gunmen died.", 5, None),
    ("Rebels attacked a depot in Herat. All five of the rebels were killed.", None, None),
    # the toll of an act told in the same sentence
    (
        "The toll of Monday's raid by rebels on a court in Kabul rises to 41, with 60 others hurt.",
        41,
        60,
    ),
    # what came before is not added
    ("Two bombs in Quetta kill 20 people, hours after a mine killed six in the city.", 20, None),
    (
        "Two bombs at a hall in Quetta kill at least 20 people and wound up to 35 others, hours after"
        " a bombing at a market area killed six people in the city.",
        20,
        35,
    ),
    ("Iran hangs nine rebels in retaliation for three guards being killed in clashes.", 9, None),
    ("Two soldiers died after rebels attacked a post in Zabul, killing three others.", 5, None),
    # who "also condemned" it adds nobody
    (
        "A mine killed two clerks in Khost. An aide said that women were killed and also condemned"
        " the mullahs.",
        2,
        None,
    ),
    ("At least six people are killed in violent protests in Multan.", 6, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), TOLD)
def test_the_dead_are_those_of_the_act(told, text, dead, hurt):
    deadly = ("attack", "force", "coerce.execution", "protest.riot")
    event = next(e for e in told(text) if e["kind"].startswith(deadly))
    assert event.get("deaths_best") == dead
    assert event.get("injured_best") == hurt
