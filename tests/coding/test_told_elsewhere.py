"""Sides that stand in another sentence or clause than the act: whom a reply answers, who came."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding import reading

DAY = pd.Timestamp("2019-05-14")
sides = partial(reading.sides, day=DAY)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(None)


REPLIES = [
    (
        "Peru arrested a Chilean geologist in Lima. Chile condemned the arrest.",
        ("accuse.condemn", "CHL", "PER"),
    ),
    (
        "Kenya closed the border with Somalia. Somalia denounced the move.",
        ("accuse.condemn", "SOM", "KEN"),
    ),
    (
        "Hamas offered a truce of two weeks. Israel rejected the proposal.",
        ("reject.proposal", "ISR", "PSE.REB.HAMAS"),
    ),
    (
        "Ethiopian officials said that Eritrean jets bombed a farm in Tigray."
        " Eritrea denied the claim.",
        ("reject.accusation", "ERI", "ETH.GOV"),
    ),
    # what he denies to have done to his own land is nothing against it
    (
        "Former Bolivian president Quispe denied leaving the country.",
        ("reject.accusation", "BOL.ELI", None),
    ),
]


@pytest.mark.parametrize(("text", "reply"), REPLIES)
def test_a_reply_is_to_who_did_the_deed(reader, text, reply):
    assert reply in sides(reader, text)


BETWEEN = [
    (
        "Shelling between Kenyan and Somali troops killed nine people.",
        ("force.shelling", "KEN.MIL", "SOM.MIL"),
    ),
    # those who fell are of one side, and the other hit them
    (
        "Mortar fire between Kenyan and Somali troops killed three Kenyan civilians in Mandera.",
        ("force.shelling", "SOM.MIL", "KEN.CVL"),
    ),
    # who tells of a fight is not who fought
    (
        "A spokesman reported heavy fighting between the Chadian army and Boko Haram near Bol.",
        ("force.clash", "TCD.MIL", "NGA.REB"),
    ),
]


@pytest.mark.parametrize(("text", "act"), BETWEEN)
def test_what_goes_on_between_two_has_both(reader, text, act):
    assert sides(reader, text) == [act]


CAME = [
    (
        "Twelve girls were abducted when gunmen raided a school in Kebbi, Nigeria.",
        ("attack.abduction", "NGA.REB", "NGA.CVL"),
    ),
    (
        "Spanish bombing killed 20 rebels in northern Mali.",
        ("force.airstrike", "ESP.MIL", "MLI.REB"),
    ),
]


@pytest.mark.parametrize(("text", "act"), CAME)
def test_who_did_it_stands_in_another_clause(reader, text, act):
    assert act in sides(reader, text)
