"""Who did it and to whom: read from bodies, buildings, offices and borders that a text names."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2024-05-02")


# text, kind, initiator, target of its first event
FIRST = [
    # a hand is named after the shelling, and a weapon is no army of where it hits
    (
        "Three Pakistani soldiers were killed in shelling by the Indian army over the ridge.",
        ("force.shelling", "IND.MIL", "PAK.MIL"),
    ),
    (
        "Artillery fire from Afghanistan killed two farmers in Chaman, Pakistan.",
        ("force.shelling", "AFG.MIL", "PAK.CVL"),
    ),
    # rockets and mortars of no state, or of nobody known
    (
        "Two rockets hit the old town of Herat, wounding seven people.",
        ("attack.shelling", "UNK", "AFG.CVL"),
    ),
    (
        "Nine died in mortar attacks in Faryab. The Islamic State claims responsibility.",
        ("attack.shelling", "IMG.REB.IS", "AFG.CVL"),
    ),
    # who fell goes before the post that was attacked
    (
        "Two Danish marines were killed in a rebel attack on an airbase in Helmand.",
        ("attack", "AFG.REB", "DNK.MIL"),
    ),
    # one of a body, a house of it
    ("Militants killed six police cadets in Quetta.", ("attack", "PAK.REB", "PAK.COP")),
    (
        "A bomber blew up an army recruitment centre in Mardan.",
        ("attack.bombing", "UNK.REB", "PAK.MIL"),
    ),
    (
        "Gunmen attacked a government building in Jalalabad.",
        ("attack.raid", "UNK.REB", "AFG.GOV"),
    ),
    ("Rebels fired at an army school in Bannu.", ("attack.shooting", "PAK.REB", "PAK.CVL")),
    (
        "A bomber struck the convoy of Karim Gul, the governor of Khost, killing four people.",
        ("attack.bombing", "UNK.REB", "AFG.GOV"),
    ),
    (
        "One man was hurt in an assassination attempt on the mayor of Ghazni.",
        ("attack.assassination", "UNK", "AFG.GOV"),
    ),
    # an office in a group is no government
    (
        "An airstrike killed Karim Gul, leader of the Pakistani Taliban in Bajaur.",
        ("force.airstrike", "PAK.MIL", "PAK.REB.TTP"),
    ),
    (
        "A drone strike killed Gul Shah, the head of the Haqqani network in Kunar.",
        ("force.drone", "UNK", "AFG.REB.HAQQANI"),
    ),
    (
        "Anti-government forces were attacked by the army near Homs, Syria.",
        ("force.operation", "SYR.MIL", "SYR.REB"),
    ),
    (
        "Farm workers in Khost claim to have been bombed by Turkish jets.",
        ("force.airstrike", "TUR", "AFG.CVL"),
    ),
    # whom a state's fire hit is not told: the land, and no civilians supposed
    ("Indian jets bombed ridges near Chakwal overnight.", ("force.airstrike", "IND.MIL", "PAK")),
    (
        "Kabul says that Pakistani aircraft bombed several parts of Khost overnight.",
        ("force.airstrike", "PAK.MIL", "AFG"),
    ),
    (
        "Indian jets bombed Chakwal overnight, wounding nine.",
        ("force.airstrike", "IND.MIL", "PAK.CVL"),
    ),
    # charges against somebody; who arrests goes without saying
    (
        "Police filed three cases against former minister Karim Shah in Lahore.",
        ("accuse.charge", "PAK.COP", "PAK.ELI"),
    ),
    (
        "Former minister Karim Shah was arrested in Lahore.",
        ("coerce.arrest", "PAK.GOV", "PAK.ELI"),
    ),
    ("Ten militants were released from jail in Kabul.", ("concede.release", "AFG.GOV", "AFG.REB")),
]


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_both_sides_are_those_told(told, text, expected):
    event = told(text)[0]
    found = (event["kind"], event["initiator"], event["target"])
    assert found[0] == expected[0]
    assert found[1].startswith(expected[1])
    assert found[2].startswith(expected[2])


def test_others_are_of_those_told_before(told):
    text = "Rebels killed nine policemen and abducted four others in Faryab."
    assert [e["target"] for e in told(text)] == ["AFG.COP", "AFG.COP"]


def test_whose_a_vehicle_was_is_told_by_who_fell_in_it(told):
    text = "The TTP claimed a grenade attack on a van which killed four police officers in Tank."
    assert told(text)[0]["target"] == "PAK.COP"


def test_whoever_repels_an_attack_was_attacked(told):
    text = "Afghan troops repelled a rebel attack on the city of Kunduz."
    assert told(text)[0]["target"] == "AFG.MIL"


def test_soldiers_of_another_army_fell_in_another_attack(told):
    first = "A bomb kills three Danish soldiers in Khost. "
    apart = told(first + "A Polish soldier is shot dead by an Afghan policeman.")
    assert [(e["target"], e["deaths_best"]) for e in apart] == [("DNK.MIL", 3), ("POL.MIL", 1)]
    for more in ("A Polish soldier was also wounded.", "A Polish soldier was hurt in the bombing."):
        [event] = told(first + more)
        assert (event["deaths_best"], event["injured_best"]) == (3, 1)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("A raid in Khost resulted in nine villagers dead.", 9, None),
        ("Three smugglers were fatally shot by border guards in Khost.", 3, None),
        ("Rebels stoned a man accused of theft to death in Khost.", 1, None),
        ("Gunmen opened fire on weavers in Kunar, killing two men and wounding another.", 2, 1),
        ("Iran hangs 16 rebels.", 16, None),
    ],
)
def test_how_many_fell(told, text, dead, hurt):
    [event] = told(text)
    assert event["deaths_best"] == dead
    assert event.get("injured_best") == hurt


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("The Afghan government mandates the closure of tea houses.", "coerce.restriction", "CVL"),
        ("Hundreds of teachers marched in Multan, Pakistan.", "protest", "PAK"),
    ],
)
def test_what_names_nobody_falls_on_the_own_people_or_state(told, text, kind, target):
    [event] = told(text)
    assert event["kind"].startswith(kind)
    assert target in event["target"]


@pytest.mark.parametrize(
    "text",
    [
        "Four people died when a lorry hit a van full of workers in Zhob, Pakistan.",
        "The Swat river burst its banks, threatening villages in Pakistan.",
        "Rebel fighters arrived at the scene in Khost.",
    ],
)
def test_mishaps_and_rivers_do_nothing_to_anybody(told, text):
    assert told(text) == []


def test_a_truck_of_explosives_is_no_mishap(told):
    [event] = told("A truck packed with explosives hit a bus in Zhob, Pakistan, killing nine.")
    assert (event["kind"].split(".")[0], event["deaths_best"]) == ("attack", 9)


def test_soldiers_arrive_and_their_chief_visits(told):
    kinds = [
        told(f"{who} arrive in Kabul.")[0]["kind"]
        for who in ("Danish marines", "Pakistan's army chief and envoy")
    ]
    assert kinds == ["mobilize.troops", "talks.visit"]


def test_what_is_answered_was_known_before(told):
    text = (
        "Pakistan launches air strikes on Kunar, Afghanistan, in retaliation for an attack that"
        " killed seven soldiers in Bannu."
    )
    assert [(e["kind"], e["status"]) for e in told(text)] == [
        ("force.airstrike", "happened"),
        ("attack", "recalled"),
    ]
