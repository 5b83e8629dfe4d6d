"""Acts of word and deed: whom they are of, and what is none."""

from functools import partial

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import read, sides

DAY = pd.Timestamp("2019-05-14")


coded = partial(sides, day=DAY)

ACTS = [
    # whom an arrest is of
    (
        "Turkish police detain three men in Izmir over their alleged role in the Spain train fraud.",
        ("coerce.arrest", "TUR.COP", "TUR.CVL"),
    ),
    (
        "Pakistan arrests 31 people allegedly involved in groups such as al-Qaeda.",
        ("coerce.arrest", "PAK.GOV", "IMG.REB.ALQAEDA"),
    ),
    (
        "Two women with links to ISIL are arrested in Peru.",
        ("coerce.arrest", "PER.GOV", "IMG.REB.IS"),
    ),
    (
        "A Chilean court sentences the poet Juana Rojas to nine years in prison.",
        ("coerce.arrest", "CHL.JUD", "CHL.CVL"),
    ),
    (
        "The mayor said that some 40,000 Afghans were deported by Iran.",
        ("coerce.deportation", "IRN", "AFG.CVL"),
    ),
    # who has shelter given to whom
    (
        "Senators accused the Ministry of Finance of Kenya of hiding the names of debtors.",
        ("accuse", "KEN.LEG", "KEN.GOV"),
    ),
    (
        "Pakistan says that Afghanistan is sheltering militants.",
        ("accuse.harbouring", "PAK.GOV", "AFG.GOV"),
    ),
    # measures and help by what they are
    (
        "Canada places sanctions on two officials of Peru for opening an inquiry into its miners.",
        ("sanction", "CAN", "PER.GOV"),
    ),
    (
        "Norway provides $9 million in urgent humanitarian funding to Nepal.",
        ("aid.humanitarian", "NOR", "NPL"),
    ),
    ("Brazil sends medical aid to Peru.", ("aid.humanitarian", "BRA", "PER")),
    (
        "Chadian defence minister Idriss Saleh says that if peace talks with the Sudanese fail, "
        "Chad will declare an open war on Sudan.",
        ("threat.military", "TCD", "SDN"),
    ),
    (
        "Peru voices opposition to the Chilean plan.",
        ("accuse.condemn", "PER", "CHL"),
    ),
    (
        "The Peruvian army erects a wire fence along the border with Chile.",
        ("sanction.border", "PER.MIL", "CHL"),
    ),
    # whose government, whose police
    (
        "Talks between the government and the Taliban begin in Oslo, Norway.",
        ("talks", "AFG.GOV", "AFG.REB.TALIBAN"),
    ),
    (
        "The Kenyan ministry issues new rules for radio shows, mandating that female teachers and"
        " reporters wear long coats, banning songs considered rude, and prohibiting others.",
        ("coerce.restriction", "KEN.GOV", "KEN.CVL"),
    ),
    (
        "Marchers gather in Kohat, Pakistan, to protest the killing of 20 Sikh Pakistanis.",
        ("protest", "PAK.OPP", "PAK.CVL"),
    ),
    (
        "Spokesman Abdul Karim of the Afghan police says the Taliban are to blame.",
        ("accuse", "AFG.COP", "AFG.REB.TALIBAN"),
    ),
    (
        "The Kenyan minister criticizes the Kenyan army for buying boots of Sudanese leather.",
        ("accuse.condemn", "KEN.GOV", "KEN.MIL"),
    ),
    (
        "Chad announces measures targeting Niger including closing the main border crossing,"
        " suspending the river treaty, and expelling diplomats of Niger.",
        ("sanction.diplomatic", "TCD", "NER.GOV"),
    ),
    ("Peru suspends the treaty with Chile.", ("sanction.diplomatic", "PER", "CHL")),
    (
        "The Afghan army abandons the southern Nawa District.",
        ("retreat.withdrawal", "AFG.MIL", None),
    ),
    (
        "The Pakistan Foreign Office lodges an official report with India over its patrols.",
        ("accuse.complaint", "PAK.GOV", "IND"),
    ),
    # what goes without saying
    (
        "The Taliban say that talks with the United States have resumed.",
        ("talks", "AFG.REB.TALIBAN", "USA"),
    ),
    ("Protests erupt in Lima, Peru.", ("protest", "PER.CVL", "PER")),
    (
        "A state of emergency is declared in Punjab province of Pakistan after the raids.",
        ("coerce.restriction", "PAK.GOV", "PAK.CVL"),
    ),
    (
        "Pakistan's minister says that India means to launch a strike on Pakistan this week.",
        ("accuse", "PAK.GOV", "IND"),
    ),
    (
        "Following the raid by Kenya on May 2, the president of Somalia condemned the attack.",
        ("accuse.condemn", "SOM.GOV", "KEN"),
    ),
    (
        "The Kenyan army claims that its raid killed two militants in Lamu. Somalia rejects this.",
        ("force.raid", "KEN.MIL", "KEN.REB"),
    ),
    (
        "The Indian Army claims that it killed two rebels in Kotli. Pakistan rejects this claim.",
        ("reject.accusation", "PAK.GOV", "IND.MIL"),
    ),
    (
        "The Kenyan government mandates the closure of dance halls within a week.",
        ("coerce.restriction", "KEN.GOV", "KEN.CVL"),
    ),
    (
        "Police of Kenya fired blanks to disperse a group of nine women.",
        ("coerce", "KEN.COP", "KEN.CVL"),
    ),
    ("Peruvian and Chilean officials exchange proposals.", ("talks", "CHL.GOV", "PER.GOV")),
    # verbs taken for nouns
    ("Chad expels Spanish ambassador Pablo Ruiz.", ("sanction.diplomatic", "TCD", "ESP.GOV")),
    (
        "Pakistan sentences former Indian Navy officer Ravi Anand to death for spying.",
        ("coerce.arrest", "PAK.GOV", "IND.MIL"),
    ),
    (
        "The Taliban orders music shops in Afghanistan to close despite protests.",
        ("coerce.restriction", "AFG.REB.TALIBAN", "AFG.CVL"),
    ),
]


@pytest.mark.parametrize(("text", "act"), ACTS, ids=[text[:40] for text, _ in ACTS])
def test_an_act_has_its_kind_and_its_parties(reader: Reader, text: str, act: tuple) -> None:
    assert act in coded(reader, text)


NONE_OF_THESE = [
    ("A Swede is shot in Lima. His rival, a Swedish national, is arrested by police.", "SWE.COP"),
    (
        "Envoys of two sides sat in Lima. The Kenyan president calls the meeting historic.",
        "talks.meeting",
    ),
    ("Singapore bans visitors from Nepal. It wants to slow the coronavirus.", "coerce.restriction"),
    ("Peru closes its border with Chile. The virus is spreading.", "sanction.border"),
    ("India bans wheat exports as a heat wave hurts its harvest.", "sanction.trade"),
    ("Ex-minister Omar Diaz travels to Dubai for surgery.", "talks.visit"),
    (
        "Hall was held by the Taliban for two years after he left his base in Afghanistan.",
        "retreat.withdrawal",
    ),
    ("Peru accepts the coin as legal tender.", "agree"),
    ("Two Peruvian officers found guilty of neglect are sentenced to a year in jail.", "PER.COP>"),
    ("The government opened a clinic at the airport for guests.", "concede.reopening"),
    ("Somali officials say that Kenya has no haven for its herds.", "accuse.harbouring"),
    ("The court rejected her testimony.", "reject"),
    ("The army of Kenya pushed the women and threatened arrests.", "coerce.arrest"),
    (
        "Rebels advance on Bor amid fierce fighting with South Sudan's soldiers that threatens to"
        " cut off a road.",
        "threat.sanction",
    ),
    ("The Taliban did not say if their envoy will discuss the plan.", "agree.offer"),
    ("Kenya contributed to the mess by withdrawing its troops.", "aid"),
    (
        "Rao, who served as clerk under President Imran Khan, claims that he refuses to surrender"
        " to the Taliban.",
        "reject",
    ),
    ("Peru's congress approves an amendment.", "agree"),
    ("Kenya imposes a blackout, cutting mobile services.", "sanction.trade"),
    ("Executive orders signed by the mayor of Lima close two parks.", "demand"),
]


@pytest.mark.parametrize(("text", "wrong"), NONE_OF_THESE, ids=[t[:40] for t, _ in NONE_OF_THESE])
def test_what_is_no_such_act(reader: Reader, text: str, wrong: str) -> None:
    found = coded(reader, text)
    assert wrong not in {kind for kind, _, _ in found}
    assert wrong.rstrip(">") not in {initiator for _, initiator, _ in found}


def test_three_who_talk_are_three_pairs(reader: Reader) -> None:
    for text in (
        "Pakistani, Afghan and Chinese envoys hold talks in Oslo.",
        "Envoys of Pakistan, Afghanistan and China hold talks in Oslo.",
    ):
        pairs = {frozenset(code[:3] for code in parties) for _, *parties in coded(reader, text)}
        assert pairs == {frozenset(p) for p in (("PAK", "AFG"), ("PAK", "CHN"), ("AFG", "CHN"))}


def test_the_day_of_a_raid_is_not_that_of_its_condemnation(reader: Reader) -> None:
    text = "Following the raid by Kenya on May 2, the president of Somalia condemned the attack."
    [condemned] = [e for e in read(reader, text, day=DAY) if e["kind"] == "accuse.condemn"]
    assert condemned["happened_to"] == DAY


def test_a_former_president_is_not_the_government(reader: Reader) -> None:
    found = coded(reader, "Former president Juan Soto of Peru met the French president.")
    assert "PER.GOV" not in {code for _, *parties in found for code in parties}
