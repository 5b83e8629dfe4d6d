"""One happening told in two ways is one event: its noise, its label, whose it may be, its dead."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2024-05-03")


def violence(reader, text):
    found = [e for e in read(reader, text, day=DAY) if is_violent(e)]
    return [(e["kind"], e["initiator"], e.get("deaths_best")) for e in found]


ONCE = [
    (
        "Gunfire and explosions are heard in a compound in Kabul where police are fighting gunmen.",
        ("force.clash", "AFG.COP", None),
    ),
    (
        "Soldiers clashed with rebels in Goma. Heavy gunfire was heard across the city at night.",
        ("force.clash", "UNK.MIL", None),
    ),
    (
        "Explosions were heard in Kandahar. Pakistani jets had struck a camp outside the city.",
        ("force.airstrike", "PAK.MIL", None),
    ),
    (
        "Drone strikes in Yemen: Officials say that an American drone strike has killed four"
        " fighters in Shabwa.",
        ("force.drone", "USA.MIL", 4),
    ),
    (
        "Gunmen kill six traders in Sindh after stopping their bus and then shooting the victims.",
        ("attack.shooting", "UNK.REB", 6),
    ),
    (
        "A man with a police badge attacks and kills four Polish engineers in Ghazni, in what seems"
        " to be an attack on foreign workers.",
        ("attack", "AFG.CVL", 4),
    ),
    (
        "Gunmen storm a guesthouse in Kabul. Nine people including the four gunmen are killed.",
        ("attack.raid", "UNK.REB", 5),
    ),
    (
        "Two guests are shot dead at a wedding in Khogyani. The Taliban are accused of being"
        " behind the killing, shooting at the guests because of the music.",
        ("attack.shooting", "UNK", 2),
    ),
    (
        "Gunmen abducted and killed five labourers in Kech. The victims were shot at close range.",
        ("attack.abduction", "UNK.REB", 5),
    ),
]


@pytest.mark.parametrize(("text", "told"), ONCE)
def test_one_happening_is_told_once(reader, text, told):
    assert violence(reader, text) == [told]


def test_a_state_and_its_army_tell_of_one_strike_and_whom_it_met(reader):
    text = (
        "Pakistan carried out air strikes in Khost. The Pakistani army said that it had struck"
        " camps of the TTP and killed 20 militants."
    )
    strike, *rest = [e for e in read(reader, text, day=DAY) if is_violent(e)]
    assert (strike["kind"], strike["target"], strike["deaths_best"]) == (
        "force.airstrike",
        "PAK.REB.TTP",
        20,
    )
    assert not rest


TWICE = [
    "A policeman is shot dead in Karachi. Two more policemen are shot dead in Quetta.",
    "Gunmen abducted five labourers in Kech on Monday. The men were shot dead on Thursday.",
    "A bomb kills five in Quetta. Police accuse the BLA of killing three teachers in Turbat.",
]


@pytest.mark.parametrize("text", TWICE)
def test_two_happenings_stay_two(reader, text):
    assert len(violence(reader, text)) == 2


def test_nobody_fired_the_shots_that_were_not_fired(reader):
    assert violence(reader, "A Kenyan officer says that no shots were fired in Garissa.") == []


def test_inmates_freed_in_a_raid_are_part_of_it(reader):
    text = "Insurgents storm a jail in Farah, freeing 120 inmates and killing two guards."
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["attack.raid"]
    text = "Boko Haram frees 20 girls whom it had abducted in Borno."
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["concede.release"]


def test_a_court_s_execution_is_no_attack(reader):
    text = "Iran carries out the execution of two prisoners in Zahedan."
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["coerce.execution"]
    text = "The execution of nine villagers by Islamic State fighters is reported in Nangarhar."
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["attack"]


def test_a_march_is_dispersed_once_whoever_says_so(reader):
    text = (
        "Taliban soldiers dispersed a march of women in Herat. A policeman said that they dispersed"
        " the march as it had no permit."
    )
    kinds = [e["kind"] for e in read(reader, text, day=DAY)]
    assert kinds.count("coerce") == 1


def test_more_who_are_thought_to_have_died_in_it_are_of_the_attack(reader):
    text = (
        "Thirty villagers are killed in an attack by gunmen in Benue State, Nigeria. It is"
        " suspected that at least twelve other people have been killed in the attack."
    )
    assert violence(reader, text) == [("attack.shooting", "UNK.REB", 30)]
