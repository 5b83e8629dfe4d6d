"""Who does it and to whom: what the parse makes of a sentence is not always who acts."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding import reading

DAY = pd.Timestamp("2019-05-14")


sides = partial(reading.sides, day=DAY)


@pytest.fixture(scope="module")
def sentence() -> Reader:
    return Reader(None)


IN_REPORTS = [
    # a participle tells what the attack did, not the town, the car or the neighbour before it
    (
        "A blast tore through a market in the Somali capital Mogadishu killing seven traders.",
        ("attack.bombing", "UNK", "SOM.BUS"),
    ),
    (
        "A rocket attack in Erbil hit a Red Cross truck killing one driver and wounding two others.",
        ("attack.shelling", "UNK", "IRQ.CVL"),
    ),
    # a name in apposition is of the group that it leads or serves in
    (
        "Abu Salim, a leader in Islamic State, is killed in a raid by US forces in Deir ez-Zor.",
        ("force.raid", "USA.MIL", "IMG.REB.IS"),
    ),
    # a surname that is also a word for a fighter
    (
        "Taliban spokesman Suhail Mujahid says that women may work. Mujahid also said that Turkey"
        " must pull out its engineers.",
        ("demand", "AFG.REB.TALIBAN", "TUR"),
    ),
    # a rank before a name, a nationality before a fighter; a backer is not whose it is
    (
        "General Mark Stone, the top US commander in Kenya, apologises to the Kenyan government.",
        ("support.apology", "USA.MIL", "KEN"),
    ),
    (
        "The UN-backed government of Libya calls on Turkey to send troops.",
        ("demand", "LBY.GOV", "TUR"),
    ),
    # several on one side
    (
        "The United Kingdom and 40 other countries reach a deal with the Taliban on the airport.",
        ("agree.deal", "GBR", "AFG.REB.TALIBAN"),
    ),
    (
        "France, Germany and other nations sign an agreement with Iran on trade.",
        ("agree.treaty", "FRA", "IRN"),
    ),
    # nobody demands of himself
    (
        "India calls Pakistan's move unfortunate and says that they should think again.",
        ("demand", "IND", "PAK.GOV"),
    ),
    # an airline is of the land it is named for
    (
        "Gunmen open fire on a Turkish Airlines aircraft at Kismayo, killing a steward.",
        ("attack.shooting", "UNK.REB", "TUR.BUS"),
    ),
    # a border is shared with somebody
    (
        "Pakistan deploys 4,000 more troops along its border with India.",
        ("mobilize.troops", "PAK.GOV", "IND"),
    ),
]
NO_ACTS = [
    "The president of Chad did not comment on the rebels' demand that he resign.",
    "The Peruvian government says that it will ban travel from Chile over a new virus.",
    "The Peruvian president says that there should be a plan for the harbour.",
]
IN_SENTENCES = [
    # forces that a state moves are not whom it moves them against
    ("Norway put its coast guard on high alert.", ("mobilize.troops", "NOR", None)),
    (
        "Peru scrambled fighters when Chilean helicopters crossed the line.",
        ("mobilize.troops", "PER", "CHL"),
    ),
    # one who speaks for a state that he names
    (
        "Laos will reopen the bridge to Thailand, a minister promised.",
        ("agree", "LAO", "THA"),
    ),
    (
        "A spokesman vowed that Bolivia would never give up its claim against Chile.",
        ("threat", "BOL", "CHL"),
    ),
    # a person whose land is not told is not of the only land that is
    (
        "President Okwaro saluted the Norwegian army for its restraint.",
        ("support", "UNK.GOV", "NOR.MIL"),
    ),
    (
        "Secretary Pompeo had a long phone conversation with Kenya's army chief.",
        ("talks.call", "USA.GOV", "KEN.MIL"),
    ),
    (
        "The court has charged former Chilean president Gabriel Boric with fraud.",
        ("accuse.charge", "CHL.JUD", "CHL.ELI"),
    ),
    # who stands between two
    (
        "Kenyan elders brokered contacts between Uganda's army and a local militia.",
        ("talks", "KEN.CVL", "UGA.MIL"),
    ),
    # where words are said
    (
        "Cuba will veto any sanctions on Venezuela, its foreign minister warned in Geneva.",
        ("threat", "CUB.GOV", "VEN"),
    ),
    # whom a posting is with
    (
        "Bolivia pulled its envoy out of Quito because of a speech.",
        ("sanction.diplomatic", "BOL", "ECU.GOV"),
    ),
    # two lands before a noun that no list knows, and "by" what is no doer
    (
        "Swedish and Finnish icebreakers started a joint exercise in the Baltic.",
        ("cooperate", "SWE.CVL", "FIN.CVL"),
    ),
    (
        "The defence ministers of Chile and Peru conferred by video link on Monday.",
        ("talks", "CHL.GOV", "PER.GOV"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_REPORTS)
def test_who_acts_on_whom_in_a_report(reader, text, expected):
    assert sides(reader, text) == [expected]


@pytest.mark.parametrize(("text", "expected"), IN_SENTENCES)
def test_who_acts_on_whom_in_a_sentence(sentence, text, expected):
    assert sides(sentence, text) == [expected]


def test_a_chair_is_no_side_of_the_talks(sentence):
    told = sides(sentence, "Peru and Chile held talks in Lima with a Swede in the chair.")
    assert told == [("talks", "PER", "CHL")]


@pytest.mark.parametrize("text", NO_ACTS)
def test_what_is_only_spoken_of_is_no_act(reader, text):
    assert sides(reader, text) == []


def test_a_neighbour_of_the_ground_is_not_whose_strike_it_was(reader):
    told = sides(reader, "Airstrikes in a valley bordering Afghanistan kill twelve militants.")
    assert told == [("force.airstrike", "UNK.MIL", "UNK.REB")]
