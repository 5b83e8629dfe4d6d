"""Explosions that nobody set off: of what boils over, by what is said of them later, of old shells.

A blast whose cause nobody tells stays a bombing, as a feed of conflict means it.
"""

import pandas as pd
import pytest

DAY = pd.Timestamp("2022-03-14")

ACCIDENTS = [
    "A coal mine explosion in Balochistan killed eight miners.",
    "A transformer exploded in Multan, injuring three people.",
    "A fire followed by an explosion at a petrol station in Nangarhar killed five people.",
    "Police ruled out terrorism after an explosion wounded 11 people at a cafe in Rawalpindi.",
    "An explosion near a mosque in Kabul hurt two people. Sabotage has been ruled out, police said.",
    "A blast tore through a bus in Lima, killing three. The mayor said the blast was an accident.",
    "Two explosions were heard in Kabul. A spokesman said that an accident had occurred.",
    "Nine people died when a cache of seized explosives detonated at a police station in Lima.",
    "A blast killed two people in Lima. Police described the explosion as an accident.",
    "An explosion at the port of Mombasa killed 40 people. Officials blamed the mishandling of goods.",
]


@pytest.mark.parametrize("text", ACCIDENTS)
def test_what_nobody_set_off_is_no_attack(violent_kinds, text: str) -> None:
    assert violent_kinds(text) == []


ATTACKS = [
    "An explosion at a mosque in Kabul killed 12 worshippers.",
    "An explosion killed nine people in Islamabad. Police have not ruled out terrorism.",
    "A bomb exploded in a Quetta bazaar, killing two. Police ruled out a suicide attack.",
    "A landmine exploded near a coal mine in Harnai, killing eleven miners.",
    "An old mortar shell exploded in Ghazni, killing four children who were playing with it.",
    "Five children died when a rocket exploded while they were playing with it in Dera Bugti.",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_a_blast_of_no_told_cause_is_a_bombing(violent_kinds, text: str) -> None:
    assert violent_kinds(text) == ["attack.bombing"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine Indian soldiers died when their aircraft crashed near Leh.",
        "Six Afghan officers died when their jet crashed near Herat.",
    ],
)
def test_what_crashes_strikes_nobody(told, text):
    assert told(text) == []
