"""Violence that is told in ways the coder once passed over: foiled, flown, driven, found."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2020-05-03")


@pytest.fixture(scope="module")
def told(reader):
    return lambda text: [e for e in read(reader, text, day=DAY) if is_violent(e)]


def _row(event):
    return (event["kind"], event["status"], event["initiator"], event.get("target"))


# text, kind, status, initiator, target
READ = [
    (
        "Troops repulsed a Taliban assault on a base in Ghazni.",
        ("attack", "failed", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    (
        "Soldiers fought off an attack on a post in Bannu.",
        ("attack", "failed", "UNK", "PAK.MIL"),
    ),
    (
        "An assault on a checkpoint in Kech was beaten back by the army.",
        ("attack", "failed", "UNK", "PAK.MIL"),
    ),
    (
        "Troops beat back Taliban fighters near Zaranj.",
        ("force.clash", "happened", "AFG.MIL", "AFG.REB.TALIBAN"),
    ),
    (
        "Agents foiled a plot to bomb a church in Lahore.",
        ("attack.bombing", "failed", "UNK", "PAK.CVL"),
    ),
    (
        "Militants flew quadcopters laden with bombs into a police post in Bannu.",
        ("attack.drone", "happened", "PAK.REB", "PAK.COP"),
    ),
    (
        "Insurgents dropped grenades from drones on a police post in Wana.",
        ("attack.drone", "happened", "PAK.REB", "PAK.COP"),
    ),
    (
        "A kidnapped doctor was found dead in Herat.",
        ("attack", "happened", "UNK", "AFG.CVL"),
    ),
    (
        "A constable was found dead with his throat cut in Karachi.",
        ("attack", "happened", "UNK", "PAK.COP"),
    ),
    (
        "The bodies of two men who had been shot were found in Kech.",
        ("attack.shooting", "happened", "UNK", "PAK.CVL"),
    ),
    (
        "A girls' school was set ablaze in Diamer overnight.",
        ("attack", "happened", "UNK", "PAK.CVL"),
    ),
    (
        "Rebels damaged a gas pipeline in Dera Bugti.",
        ("attack", "happened", "PAK.REB", "PAK.CVL"),
    ),
    (
        "Two power pylons were damaged by an explosion in Bolan.",
        ("attack.bombing", "happened", "UNK", "PAK.CVL"),
    ),
    (
        "A customs house was wrecked in an attack by militants in Chaman that killed a guard.",
        ("attack", "happened", "PAK.REB", "PAK.COP"),
    ),
    (
        "The Taliban said that they now control the district of Nad Ali.",
        ("force.capture", "claimed", "AFG.REB.TALIBAN", "AFG.GOV"),
    ),
    (
        "A Taliban spokesman said that Taliban fighters had seized Marjah.",
        ("force.capture", "claimed", "AFG.REB.TALIBAN", "AFG.GOV"),
    ),
    (
        "The Taliban repeated their claim of having captured the whole of Nimroz Province.",
        ("force.capture", "claimed", "AFG.REB.TALIBAN", "AFG.GOV"),
    ),
    (
        "A governor said that the Taliban had seized Marjah.",
        ("force.capture", "happened", "AFG.REB.TALIBAN", "AFG.GOV"),
    ),
    (
        "Rebels drove government troops out of Aleppo.",
        ("force.capture", "happened", "SYR.REB", "SYR.MIL"),
    ),
    (
        "The army lost the town of Balkh to the Taliban.",
        ("force.capture", "happened", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    (
        "Fighting raged around the airport of Kunduz on Sunday.",
        ("force.clash", "happened", "UNK", None),
    ),
    (
        "The Taliban advanced on Farah amid heavy fighting with the army.",
        ("force.clash", "happened", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    (
        "Rebels captured twenty soldiers near Aden.",
        ("attack.abduction", "happened", "YEM.REB", "YEM.MIL"),
    ),
    (
        "Taliban fighters took nine policemen prisoner in Uruzgan.",
        ("attack.abduction", "happened", "AFG.REB.TALIBAN", "AFG.COP"),
    ),
    (
        "Armed men whisked away three engineers in Turbat.",
        ("attack.abduction", "happened", "UNK.REB", "PAK.CVL"),
    ),
    (
        "A student was taken from his hostel by armed men in Quetta.",
        ("attack.abduction", "happened", "PAK.REB", "PAK.CVL"),
    ),
    (
        "Pirates seized a tanker off the coast of Benin.",
        ("attack.abduction", "happened", "BEN.CRM", "BEN.CVL"),
    ),
    (
        "A bomb on a cart detonates as a bus with police recruits passes in Quetta.",
        ("attack.bombing", "happened", "UNK", "PAK.CVL"),
    ),
    (
        "Nine people are killed as masked men, targeting Sufis, open fire on a shrine in Karachi.",
        ("attack.shooting", "happened", "UNK.REB", "PAK.CVL"),
    ),
    (
        "Blasts rock Kabul, killing nine people.",
        ("attack.bombing", "happened", "UNK", "AFG.CVL"),
    ),
    (
        "An Israeli strike destroys a clinic in Aden.",
        ("force.airstrike", "happened", "ISR.MIL", "YEM.CVL"),
    ),
    (
        "Soldiers used live ammunition against marchers in Khartoum, killing four.",
        ("force.shooting", "happened", "SDN.MIL", "SDN.OPP"),
    ),
    (
        "The navy said that it retaliated, causing many casualties among the rebels.",
        ("force.operation", "happened", "UNK.MIL", "UNK.REB"),
    ),
    (
        "Police arrest the head of a sect blamed for the 2011 attacks that left 30 people dead.",
        ("attack", "recalled", "UNK", "UNK.CVL"),
    ),
    (
        "Acid was thrown at two schoolgirls in Quetta.",
        ("attack", "happened", "UNK", "PAK.CVL"),
    ),
    (
        "Syrian forces used chlorine gas against rebels in Idlib.",
        ("force.operation", "happened", "SYR.MIL", "SYR.REB"),
    ),
    (
        "The army is accused of a raid on Sunday that killed nine villagers in Swat.",
        ("force.raid", "claimed", "PAK.MIL", "PAK.CVL"),
    ),
    (
        "Officials blamed the Taliban for a bombing that killed nine people in Ghazni.",
        ("attack.bombing", "claimed", "AFG.REB.TALIBAN", "AFG.CVL"),
    ),
    (
        "No one was hurt when a shell landed in a field near Chaman.",
        ("force.shelling", "happened", "UNK", "PAK.CVL"),
    ),
    (
        "A commander wanted for the murder of two engineers was killed in a shootout in Khuzdar.",
        ("force.clash", "happened", "PAK.MIL", "PAK.REB"),
    ),
    (
        "Militants tried to storm a police post in Bannu, killing two constables.",
        ("attack.raid", "happened", "PAK.REB", "PAK.COP"),
    ),
    (
        "Three gunmen attempt to enter a bank in Kohat and open fire, killing a guard.",
        ("attack.shooting", "happened", "UNK.REB", "PAK.COP"),
    ),
    (
        "A suicide bomber tried to enter a mosque in Kunduz, killing a guard who stopped him.",
        ("attack.suicide", "happened", "UNK.REB", "AFG.COP"),
    ),
    (
        "Militants tried to storm a police post in Bannu but were caught.",
        ("attack.raid", "failed", "PAK.REB", "PAK.COP"),
    ),
    (
        "A motorist deliberately drove his truck into a crowd in Lahore, killing three.",
        ("attack", "happened", "PAK.CVL", "PAK.CVL"),
    ),
    (
        "A car was driven into worshippers in Kabul, injuring nine.",
        ("attack", "happened", "UNK", "AFG.CVL"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_is_read(told, text, expected):
    assert [_row(event) for event in told(text)] == [expected]


NO_VIOLENCE = [
    "The captain fought off criticism of his team.",
    "He drives a truck into the city of Lahore every morning.",
    "Police drove the squatters out of Lahore.",
    "The party lost Karachi to its rival.",
    "Police captured two thieves in Kohat.",
    "A company said that it now controls the port of Karachi.",
    "The government says that the Taliban control half of the country.",
    "Villagers cook over open fire in Chitral.",
    "China retaliated with tariffs on cars from India.",
    "Police responded to a call in Lahore.",
    "Shelling stopped in Kurram after elders brokered a truce.",
    "There was no shelling along the border on Sunday.",
    "Afghan forces have been fighting the Taliban since 2001.",
    "India sends jets to Kashmir amid ceasefire violations with Pakistan.",
    "A trader was found dead in his shop in Multan.",
    "The bodies of four climbers were found on a mountain near Skardu.",
    "A bridge was damaged by floods in Mohmand.",
    "A shop caught fire in Lahore, injuring three.",
    "A lorry skids into a bus near Murree, killing six people.",
    "A drunken driver ploughed into a wedding procession in Okara, killing four people.",
]


@pytest.mark.parametrize("text", NO_VIOLENCE)
def test_is_none(told, text):
    assert told(text) == []


def test_a_drone_that_is_shot_down_with_its_charge_is_no_bombing(told):
    found = told("A drone laden with explosives was shot down over Quetta.")
    assert "attack.bombing" not in {event["kind"] for event in found}


def test_a_town_is_entered_and_fought_in(told):
    found = told("Taliban fighters enter the city of Zaranj and clash with police.")
    assert [_row(event) for event in found] == [
        ("force.capture", "happened", "AFG.REB.TALIBAN", "AFG.GOV"),
        ("force.clash", "happened", "AFG.REB.TALIBAN", "AFG.COP"),
    ]


def test_who_hits_back_hits_those_who_hit_him(told):
    found = told("Indian troops shelled a village near Kotli. Pakistani forces retaliated.")
    assert [_row(event) for event in found] == [
        ("force.shelling", "happened", "IND.MIL", "PAK.CVL"),
        ("force", "happened", "PAK.MIL", "IND.MIL"),
    ]


def test_of_those_abducted_some_are_killed(told):
    found = told("Gunmen abducted nine men in Turbat. Six of those abducted were killed.")
    assert [e["kind"] for e in found if e["kind"] == "attack.abduction"] == ["attack.abduction"]
