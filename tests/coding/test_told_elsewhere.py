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
    (
        "Bolivia expelled two Spanish diplomats. Spain protested against the expulsion.",
        ("accuse.complaint", "ESP", "BOL"),
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


CLAIMED_APART = (
    "Troops raided a hideout of Al-Shabaab in Kismayo, killing three militants. Meanwhile,"
    " Al-Shabaab claimed responsibility for the murder of a judge in Mogadishu."
)


CLAIMED_OF_SEVERAL = (
    "Nine guards are killed in attacks in Baidoa, Merca and Mogadishu. Al-Shabaab claims"
    " responsibility for both of the first raids but denies any part in that of Mogadishu."
)


def test_a_claim_of_the_first_two_tells_no_third(reader):
    found = [kind for kind, _, _ in sides(reader, CLAIMED_OF_SEVERAL)]
    assert found.count("attack") <= 3


def test_a_claim_of_what_was_done_elsewhere_is_not_laid_on_what_was_told(reader):
    found = sides(reader, CLAIMED_APART)
    assert [by for _, by, _ in found] == ["SOM.MIL", "SOM.REB"]


WHOM = [
    (
        "Police fired rubber bullets to disperse a march of farmers against the government in Lima.",
        ("coerce", "PER.COP", "PER.CVL"),
    ),
    (
        "Prosecutors in Kenya brought terrorism charges against Daudi Barasa.",
        ("accuse.charge", "KEN.JUD", "KEN.CVL"),
    ),
    (
        "Chad blamed Sudan for the raid, a charge Sudan denied.",
        ("reject.accusation", "SDN", "TCD"),
    ),
    (
        "Over 30 civilians were killed in an operation by Nigerian troops.",
        ("force.operation", "NGA.MIL", "NGA.CVL"),
    ),
    (
        "A police commander was killed when a bomb targeting the commander's car exploded in Herat.",
        ("attack.bombing", "UNK", "AFG.COP"),
    ),
    (
        "A van packed with explosives went off outside a bank in Herat, injuring five people.",
        ("attack.bombing", "UNK", "AFG.CVL"),
    ),
    ("A shell hit a bazaar in Herat. Five cobblers sustained burns.", None),
]


@pytest.mark.parametrize(("text", "act"), WHOM)
def test_whom_an_act_falls_on(reader, text, act):
    found = sides(reader, text)
    assert len(found) == 1 if act is None else act in found


OWN_PEOPLE = "The Danish embassy in Nairobi warned Danish citizens to avoid public gatherings."


def test_advice_to_ones_own_people_is_no_threat():
    reader = Reader(None, told=True)
    assert not any(kind.startswith("threat") for kind, _, _ in sides(reader, OWN_PEOPLE))


def test_a_march_against_a_closure_is_against_the_state(reader):
    text = (
        "Afghan soldiers shouted to disperse a group of women who were protesting against the ban on"
        " schools in Kabul."
    )
    assert ("protest", "AFG.CVL", "AFG") in sides(reader, text)


def test_who_is_beyond_doubt_behind_a_raid_is_accused(reader):
    text = "Chadian president Deby said there was no doubt that Sudan was behind the raid."
    assert sides(reader, text) == [("accuse", "TCD.GOV", "SDN")]
