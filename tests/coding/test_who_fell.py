"""One happening told in one breath is one event, with its hands, its victims and its place."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2017-03-16")  # a Thursday


# text, kind, initiator, target (or what it begins with), dead, hurt; None: not asked or not told
ONE = [
    # what a light verb makes and what came of it
    (
        "Rebels launch an attack on a post in Khost, killing five policemen.",
        ("attack", "AFG.REB", "AFG.COP", 5, None),
    ),
    (
        "Rebels carried out a raid on a depot in Khost and killed five guards.",
        ("attack.raid", "AFG.REB", "AFG", 5, None),
    ),
    (
        "A dawn attack on a camp in Herat leaves one Polish soldier killed, along with six clerks.",
        ("attack", "UNK", "POL.MIL", 7, None),
    ),
    # whose the attack was
    (
        "Seven rebels were killed in a suspected United States drone strike in Khost.",
        ("force.drone", "USA", "AFG.REB", 7, None),
    ),
    (
        "A Danish soldier was killed in a joint operation with the Afghan army in Helmand.",
        ("force.operation", "DNK.MIL", "AFG.REB", 1, None),
    ),
    (
        "Troops in Zabul are facing heavy attacks from the Taliban.",
        ("attack", "AFG.REB.TALIBAN", "AFG.MIL", None, None),
    ),
    (
        "Four farmers were killed by shelling in the Kunar village of Asmar.",
        ("force.shelling", "UNK", "AFG.CVL", 4, None),
    ),
    (
        "Two brothers died when a Turkish helicopter attacked a house in Zabul.",
        ("force.airstrike", "TUR", "AFG.CVL", 2, None),
    ),
    (
        "A night raid in Bannu kills six members of the Jamaat-ul-Ahrar, which has claimed"
        " responsibility for recent bombings.",
        ("force.raid", "PAK", "PAK.REB.JUA", 6, None),
    ),
    (
        "The army killed nine fighters from the Taliban group in Paktika.",
        ("force.operation", "AFG.MIL", "AFG.REB.TALIBAN", 9, None),
    ),
    (
        "During clashes between the Taliban and security forces in Badghis, 12 rebels were killed.",
        ("force.clash", "AFG.REB.TALIBAN", "AFG.MIL", 12, None),
    ),
    (
        "Clashes in Kunar killed two shepherds, four soldiers, and seven rebels.",
        ("force.clash", "AFG.MIL", "AFG.REB", 13, None),
    ),
    (
        "A Pakistani border guard is killed and three Afghan soldiers are hurt in border violence.",
        ("force.clash", "PAK", "AFG.MIL", 1, 3),
    ),
    # verbs that are read as nouns
    (
        "Canadian drone strikes in North Waziristan kill at least six suspected Taliban fighters.",
        ("force.drone", "CAN", "PAK.REB.TTP", 6, None),
    ),
    (
        "Afghan soldiers and border police exchange gunfire with rebels in the northern district of"
        " Imam Sahib, resulting in the deaths of two soldiers and one rebel.",
        ("force.clash", "AFG.MIL", "REB", 3, None),
    ),
    (
        "A suicide bomber kills six people and injures over 50 others in a truck bomb attack in"
        " Herat, Afghanistan.",
        ("attack.suicide", "UNK.REB", "AFG.CVL", 6, 50),
    ),
    (
        "Three guards are killed when two rebels blow themselves up in a van in Herat.",
        ("attack.suicide", "AFG.REB", "AFG", 3, None),
    ),
    # claims that tell the deed
    (
        "The Islamic State claims responsibility for kidnapping two engineers in Herat.",
        ("attack.abduction", "IMG.REB.IS", "AFG.CVL", None, None),
    ),
    (
        "The Islamic State claims responsibility for the deaths of three Sikhs in Herat.",
        ("attack", "IMG.REB.IS", "AFG", 3, None),
    ),
    (
        "The Pakistani Taliban claims the killing of a judge in Swabi.",
        ("attack", "PAK.REB.TTP", "PAK.JUD", 1, None),
    ),
    (
        "Rome deplored Tuesday's air strikes against the Taliban in Herat which resulted in"
        " 21 deaths.",
        ("force.airstrike", None, "AFG.REB.TALIBAN", 21, None),
    ),
    (
        "A Sindhi singer survives an assassination attempt in Hyderabad, Pakistan.",
        ("attack.assassination", "UNK", "PAK.CVL", None, None),
    ),
    # verbs and objects that the parse hangs elsewhere
    (
        "Young men with guns open fire at a court in the Pakistani capital Islamabad, resulting in at"
        " least 13 deaths and 20 injuries.",
        ("attack.shooting", "UNK.REB", "PAK.JUD", 13, 20),
    ),
    (
        "A bomb planted on a foreign tank wounds a soldier at Kandahar International Airport.",
        ("attack.bombing", "UNK", "AFG.MIL", None, 1),
    ),
    (
        "A firefight erupts between Afghan soldiers and Polish soldiers working for the mission"
        " leaving 1 Afghan and 1 Polish soldier dead.",
        ("force.clash", None, "MIL", 2, None),
    ),
    (
        "Police and gunmen exchange gunfire in Peshawar.",
        ("force.clash", "PAK.COP", "PAK.REB", None, None),
    ),
    (
        "The death toll from a Canadian air strike on a militants camp in North Waziristan rises to"
        " 18.",
        ("force.airstrike", "CAN", "REB", 18, None),
    ),
    (
        "The Taliban captures Camp Sabz, an Afghan Army base in Qaysar District, Faryab Province.",
        ("force.capture", "AFG.REB.TALIBAN", "AFG.MIL", None, None),
    ),
    (
        "The party elected a new head after a senator was killed in a drone strike in Bannu.",
        ("force.drone", "UNK", "PAK", 1, None),
    ),
    # counts
    ("An air strike kills a family of nine in Kapisa.", ("force.airstrike", "UNK", "AFG", 9, None)),
    (
        "The Taliban claims responsibility for an attack in Zabul that claims the lives of 11"
        " farmers, four Danish members of the mission and two policemen.",
        ("attack", "AFG.REB.TALIBAN", "AFG", 17, None),
    ),
    (
        "Six police and customs officials have been killed in an attack in Quetta.",
        ("attack", "UNK", "PAK", 6, None),
    ),
    (
        "A mine kills two drivers and injures seven more, two critically, in Quetta.",
        ("attack.bombing", "UNK", "PAK", 2, 7),
    ),
    ("A van hits a roadside bomb in Quetta, injuring another nine.", ("attack.bombing", "UNK", "PAK", None, 9)),
    (
        "A bomb went off at a match in Quetta, hurting six. It was a tribute to officers killed on"
        " duty.",
        ("attack.bombing", "UNK", "PAK", None, 6),
    ),
    (
        "A rocket attack in Kandahar injures several Dutch and Danish soldiers.",
        ("attack.shelling", "UNK", None, None, 3),
    ),
    (
        "Gunmen kill Badar Khan, a founder and leader of the Awami National Party, in Swabi.",
        ("attack.assassination", "UNK.REB", "PAK", 1, None),
    ),
    (
        "Ilyas Gul, winner of a 2009 prize, and his wife are killed when a bomb hits a van in Quetta.",
        ("attack.bombing", "UNK", "PAK", 2, None),
    ),
    (
        "According to officials, at least 14 people, mostly porters, are killed in a bombing in"
        " Quetta.",
        ("attack.bombing", "UNK", "PAK.CVL", 14, None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_happening_is_one_event(told, text, expected):
    kind, initiator, target, dead, hurt = expected
    [event] = [e for e in told(text) if e["kind"].startswith(("attack", "force"))]
    assert event["kind"] == kind
    assert event["status"] == ("failed" if "attempt" in text else "happened")
    assert initiator is None or event["initiator"].startswith(initiator)
    assert target is None or target in event["target"]
    assert event.get("deaths_low") == dead
    assert event.get("injured_low") == hurt


SEVERAL = [
    (
        "Two rebels are killed and another is injured during raids by Indian soldiers in Rajouri,"
        " after five policemen were killed yesterday.",
        [2, 5],
    ),
    (
        "A suicide attack in Gardez, Paktia, kills 20 people, while a separate gun attack at a"
        " school in Ghazni leaves another 15 people dead.",
        [20, 15],
    ),
    (
        "Militants storm an army compound in Bannu, after two suicide bombers blow themselves up at"
        " the gate, killing 14 clerks.",
        [14],
    ),
    # what is told of another place is not added
    (
        "Rebels opened fire on a crowd in Asadabad, wounding eight. Additionally, two people were"
        " injured in Jalalabad.",
        [None],
    ),
]


@pytest.mark.parametrize(("text", "deaths"), SEVERAL)
def test_two_happenings_keep_their_own_dead(told, text, deaths):
    assert [event.get("deaths_low") for event in told(text)] == deaths
    assert "Additionally" not in text or told(text)[0]["injured_low"] == 8


NONE = [
    "The Taliban rejected peace talks until foreign forces stop attacking their posts.",
    "A leader of the opposition promised to fight militancy and defend the courts in Lahore.",
    "A massive blackout strikes Pakistan.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_has_not_come_is_no_violence(told, text):
    violent = [e for e in told(text) if e["kind"].startswith(("attack", "force"))]
    assert [e for e in violent if e["status"] == "happened"] == []


def test_what_an_attack_was_for_is_no_second_one(told):
    text = (
        "Eight women were killed in a NATO airstrike in Laghman; NATO said the airstrike was"
        " attempting to hit rebels."
    )
    assert [event["kind"] for event in told(text)] == ["force.airstrike"]


def test_the_place_of_a_strike_is_not_whose_it_was(told):
    [event] = told("Seven rebels were killed in a suspected United States drone strike in Khost.")
    assert (event["country"], event["admin1"]) == ("AF", "Khost")


def test_who_goes_to_a_school_for_bombers_bombs_nobody_there(told):
    [event] = told("The ministry said it hit a school for suicide bombers in Zabul and killed six.")
    assert event["kind"] != "attack.suicide"


def test_the_capital_of_a_country_is_the_place(told):
    [event] = told("A bomb kills two guards in the country's capital, Kabul.")
    assert event["place"] == "Kabul"


def test_a_year_that_names_an_older_deed_is_not_the_day(told):
    event, older = told("Omar, the mastermind of the 2009 Karachi blasts, was shot dead by police.")
    assert (event["happened_from"].year, older["status"]) == (2017, "recalled")
