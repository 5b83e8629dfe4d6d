"""Habits, counterfactuals, mishaps and routine: told in words of force, and no act of a day."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2021-05-14")


def told(reader, text):
    return [(e["kind"], e["status"]) for e in read(reader, text, day=DAY)]


SILENT = [
    # what is so always
    "The front often attacks army posts in Peru.",
    "Rebels of Chad regularly ambush convoys near the lake.",
    "Peru has long been hit by militant violence.",
    "Northern Chad has for years been hit by attacks on troops.",
    # what would have been
    "Had the bomb exploded in Lima, hundreds would have been killed.",
    # what nobody aims at anybody
    "The overflow of a river killed three soldiers in Nepal.",
    "An asteroid strike killed all life on the plain, a study in Peru finds.",
    "Aerial firing at a feast left a boy dead in Quetta, Pakistan.",
    "Five policemen were killed when their van fell into a canal in Sukkur, Pakistan.",
    "A tree fell on an army truck in Nepal, killing two soldiers.",
    "A shark attack killed a diver off the coast of Chile.",
    "The United Nations says that drought has displaced nine thousand farmers in Chad.",
    "Chile fought back to beat Peru 3-2.",
    # what is looked into, and what is routine
    "Peruvian officials ruled out sabotage in the fire in Lima.",
    "Police in Peru rule out foul play in the death of the senator.",
    "Police in Peru cordoned off the site.",
    "A jury in Peru convicts a teacher of sexual abuse.",
]
TOLD = [
    ("Rebels of Chad ambushed a convoy near the lake.", ("attack.ambush", "happened")),
    (
        "Rebels regularly target convoys, and on Monday they killed four soldiers in Lima.",
        ("attack", "happened"),
    ),
    ("The premier of Peru ruled out talks with Chile.", ("reject.proposal", "happened")),
    ("The Chilean air force dropped a bomb on a camp in Peru.", ("force.airstrike", "happened")),
    (
        "The Pentagon advises that an air strike killed two hostages in Khost.",
        ("force.airstrike", "happened"),
    ),
    ("Peru jailed a former colonel for murders committed in 1982.", ("coerce.arrest", "happened")),
    (
        "A bomb killed two soldiers in Kohat, the scene of an earlier attack in May 2014.",
        ("attack.bombing", "happened"),
    ),
    ("The United Nations called for a truce in Chad.", ("demand.cooperation", "happened")),
    ("The rebels of Chad called a truce.", ("agree.ceasefire.declared", "happened")),
    (
        "Peruvian troops will be deployed if the floods get worse.",
        ("mobilize.troops", "conditional"),
    ),
    ("The opposition of Peru plans to hold a rally in Lima.", ("threat", "happened")),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_act_is_told(reader, text):
    assert told(reader, text) == []


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_an_act_is_told_as_it_was(reader, text, act):
    assert told(reader, text) == [act]
