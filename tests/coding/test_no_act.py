"""Words of an act that tell of none, each beside others of the same words that do."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, sides

DAY = pd.Timestamp("2021-05-14")

SILENT = [
    # blame that is laid to things
    "Officials in Chad blame heavy rain for the collapse of a bridge.",
    "The city government of Lima announced cleaner buses, blaming traffic for the poor air.",
    # what somebody seeks to do himself
    "Chad is seeking to build a railway to the coast.",
    # courts, parliaments and companies about their own business
    "A court in Peru agrees to hear an appeal of a former bishop against his conviction.",
    "The Senate of Peru approves legislation on the sale of copper.",
    "The mining company Oruna of Peru expects to pay a fine of $90 million.",
    # when, where to and why
    "The premier of Chad fell ill while travelling to the province of Lac.",
    "The hall was full on the day that ministers of Chad were expected to arrive in Sudan.",
    "The president of Peru met orphans.",
    "The premier of Peru faces a trial that could see him barred from office if convicted.",
    "Help was stopped as part of pressure on Chad to crack down on smugglers.",
    # what is of a family, a firm, a shop
    "A man is jailed for the honour killing of his sister in Multan, Pakistan.",
    "Police in Multan, Pakistan, arrest a man for the murder of his wife.",
    "Oruna, a Peruvian company, agrees to buy two ships.",
    "The chief executive of Oruna, a Swiss firm, resigns.",
    "Kenya bans plastic bags.",
    # another sense
    "The fire was caused by a gas stove used by passengers in Multan, Pakistan.",
    "A medical emergency has been declared in hospitals of Quetta, Pakistan.",
]
HEARD = [
    ("Peruvian officials blame Chile for the flood.", ("accuse", "PER.GOV", "CHL")),
    ("Peru blames the policies of Chile for the drought.", ("accuse", "PER", "CHL")),
    ("Peruvian officials blame the flood on Chile.", ("accuse", "PER.GOV", "CHL")),
    ("Chad seeks help from Sudan.", ("demand.aid", "TCD", "SDN")),
    ("Peru seeks talks with Chile.", ("demand.cooperation", "PER", "CHL")),
    ("The Senate of Peru approves a treaty with Chile.", ("agree", "PER.LEG", "CHL")),
    ("Chad agrees to a plan of the United Nations.", ("agree", "TCD", "IGO")),
    ("Peru will pay $90 million to Chile for roads.", ("agree.offer", "PER", "CHL")),
    ("The president of Chad travels to Sudan for talks.", ("talks.visit", "TCD", "SDN")),
    ("The president of Peru met rebel leaders.", ("talks.meeting", "PER.GOV", "PER.REB")),
    ("Police in Lima use tear gas against marchers.", ("coerce", "PER.COP", "PER.OPP")),
    (
        "The president of Peru declares a state of emergency in Lima.",
        ("coerce.restriction", "PER.GOV", "PER.CVL"),
    ),
    ("Police in Karachi, Pakistan, arrest a journalist.", ("coerce.arrest", "PAK.COP", "PAK.MED")),
    (
        "A court in Karachi, Pakistan, jails a journalist for the murder of a governor.",
        ("coerce.arrest", "PAK.JUD", "PAK.MED"),
    ),
    ("The prime minister of Chad resigns.", ("retreat.resignation", "TCD.GOV", None)),
    ("Kenya bans the opposition party.", ("coerce.restriction", "KEN", "KEN.OPP")),
    # what is meant by these words
    ("A bishop of Peru denies that he took aid money.", ("reject.accusation", "PER.REL", None)),
    (
        "The last Danish soldiers left Mali, ending a mission of nine years.",
        ("retreat.withdrawal", "DNK.MIL", "MLI"),
    ),
    ("Peru calls off peace talks with the rebels.", ("sanction.diplomatic", "PER", "UNK.REB")),
    ("Peru withdraws a team of negotiators from Chile.", ("sanction.diplomatic", "PER", "CHL")),
    (
        "Burundi withdraws from the International Criminal Court.",
        ("sanction.diplomatic", "BDI", "IGO"),
    ),
    ("The rebels of Peru call off a truce.", ("reject", "PER.REB", None)),
    (
        "The FARC says that it will not prolong a ceasefire with the Colombian government.",
        ("reject.proposal", "COL.REB", "COL.GOV"),
    ),
    (
        "The FARC announces a ceasefire with the Colombian government.",
        ("agree.ceasefire.declared", "COL.REB", "COL.GOV"),
    ),
    (
        "The government of Peru defends the air strikes against the rebels as lawful.",
        ("reject.accusation", "PER.GOV", None),
    ),
    ("The president of Peru defends the minister.", ("support", "PER.GOV", "PER.GOV")),
    (
        "The commander of the rebels vows to continue to resist the government of Peru.",
        ("threat.military", "UNK.REB", "PER.GOV"),
    ),
    ("Teachers submitted a petition to the government of Peru.", ("demand", "PER.CVL", "PER.GOV")),
    (
        "The army chief of Chad orders his soldiers to respect the truce.",
        ("demand", "TCD.MIL", None),
    ),
    ("Chad orders troops to the border with Sudan.", ("mobilize.troops", "TCD", "SDN")),
    (
        "The envoy of Kenya is in Juba to help resolve a dispute in South Sudan.",
        ("talks.mediation", "KEN.GOV", "SSD"),
    ),
    (
        "A rebel spokesman tells the government of Peru to bear the consequences.",
        ("threat", "UNK.REB", "PER.GOV"),
    ),
    ("Peru revokes the special status of a province.", ("coerce", "PER", None)),
    ("India revokes the trade status of Pakistan.", ("sanction.trade", "IND", "PAK.GOV")),
    (
        "The prosecutor of Canada approves terrorism charges against a man of Ottawa.",
        ("accuse.charge", "CAN.JUD", "CAN.CVL"),
    ),
    (
        "A minister of Peru alleges that Chilean soldiers are collaborating with rebels.",
        ("accuse.harbouring", "PER.GOV", "CHL.MIL"),
    ),
    ("Peru claims that Chile armed the rebels.", ("accuse.harbouring", "PER", "CHL")),
    (
        "Peru says that Chile gives rebels hideouts on its soil.",
        ("accuse.harbouring", "PER", "CHL"),
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_act_is_told(reader, text):
    assert sides(reader, text, day=DAY) == []


@pytest.mark.parametrize(("text", "act"), HEARD)
def test_an_act_is_told(reader, text, act):
    assert sides(reader, text, day=DAY) == [act]


VIOLENCE_ALONE = [
    "The army of Peru says that it raided hideouts of rebels in the valley, killing four.",
    "A judge of Peru was murdered for criticizing the rebels of Chile.",
    "Turkish police say that they thwarted a plan of the Islamic State to bomb a consulate.",
]


@pytest.mark.parametrize("text", VIOLENCE_ALONE)
def test_beside_the_violence_no_act_of_word_is_told(reader, text):
    events = [act[0] for act in sides(reader, text, day=DAY)]
    assert [is_violent({"kind": kind}) for kind in events] == [True]


def test_talks_are_not_told_twice(reader):
    text = (
        "The British envoy meets the premier of Nepal in Kathmandu. "
        "The ministry said that they discussed the reopening of an embassy."
    )
    assert [act[0] for act in sides(reader, text, day=DAY)] == ["talks.meeting"]


def test_two_sides_that_blame_each_other_accuse(reader):
    found = sides(reader, "Pakistan and India blamed each other for the firing.", day=DAY)
    assert ("accuse", "PAK.GOV", "IND") in found
