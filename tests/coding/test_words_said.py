"""Acts of word in the forms that news gives them: who said what against whom, and what is none."""

from functools import partial

import pandas as pd
import pytest

from tests.coding.reading import read, sides

DAY = pd.Timestamp("2023-05-14")
coded = partial(sides, day=DAY)

SAID = [
    # a charge, told as speech
    (
        "Uganda is arming the M23, the Congolese president told parliament.",
        ("accuse.harbouring", "COD.GOV", "UGA"),
    ),
    (
        "A UN report says Chad gives the Nigerien rebels a safe haven.",
        ("accuse.harbouring", "IGO", "TCD"),
    ),
    ("Peru blamed the Mossad for the theft of the files.", ("accuse", "PER", "ISR.SPY")),
    # a charge thrown back
    ("The Chilean spokesman called the report baseless.", ("reject.accusation", "CHL.GOV", None)),
    (
        "Chad insists that no rebels operate from its soil.",
        ("reject.accusation", "TCD", None),
    ),
    (
        '"None of our men had a hand in the raid," an M23 statement said.',
        ("reject.accusation", "COD.REB", None),
    ),
    ("Peru said that it was not behind the bombing.", ("reject.accusation", "PER", None)),
    # whose words they are
    (
        "Condemnation of the massacre poured in from Chile.",
        ("accuse.condemn", "CHL", None),
    ),
    (
        "The Peruvian ambassador was summoned to the foreign ministry in Santiago.",
        ("accuse.complaint", "CHL.GOV", "PER.GOV"),
    ),
    (
        "The army spokesman of Kenya accused Uganda of lying.",
        ("accuse", "KEN.MIL", "UGA"),
    ),
    ("Lima hit out at Chile over the remarks.", ("accuse.condemn", "PER.GOV", "CHL")),
    (
        '"These claims are false," the spokesman of Chile said.',
        ("reject.accusation", "CHL.GOV", None),
    ),
    # what is asked
    ("Uganda wants Kenya to rein in the smugglers.", ("demand", "UGA", "KEN")),
    ("Guterres calls for a ceasefire in Sudan.", ("demand.cooperation", "IGO", "SDN")),
    (
        "The UN Security Council calls on Chadian leaders to lift the ban.",
        ("demand", "IGO", "TCD.GOV"),
    ),
    # what is threatened
    (
        '"Any attack will meet a crushing response," the army of Peru told Chile.',
        ("threat.military", "PER.MIL", "CHL"),
    ),
    ("The M23 warned of more bloodshed in Goma.", ("threat", "COD.REB", "COD")),
    ("Chile vows revenge for the killing of miners.", ("threat.military", "CHL", None)),
    # talks
    ("The Kenyan president is on a visit to Uganda.", ("talks.visit", "KEN.GOV", "UGA")),
    ("Putin received Wang Yi in Kazan.", ("talks.visit", "RUS.GOV", "CHN.GOV")),
    ("Oman is mediating between Chad and Niger.", ("talks.mediation", "OMN", "TCD")),
    ("The envoy of Peru opened a second round with Chile.", ("talks", "PER.GOV", "CHL")),
    ("Nairobi hosted talks with Uganda.", ("talks", "KEN.GOV", "UGA")),
    (
        "Kenya hosted a meeting of the foreign ministers of Chad, Uganda and Kenya.",
        ("talks.meeting", "KEN", "UGA"),
    ),
    # whose deeds are condemned, and who charged nobody
    ("Peru voiced outrage at the arrest of nuns in Bolivia.", ("accuse.condemn", "PER", "BOL")),
    ("Chile denies that its jets bombed Peru.", ("reject.accusation", "CHL", None)),
    ("The Busia crossing in Kenya reopened.", ("concede.reopening", "KEN.GOV", "KEN")),
    ("The ministers of Peru and Chile spoke by phone.", ("talks.call", "PER.GOV", "CHL.GOV")),
    (
        "The consul of Peru called on the Ecuadorian governor.",
        ("talks.visit", "PER.GOV", "ECU"),
    ),
    ("Peru says ready for dialogue with Chile", ("agree.offer", "PER", "CHL")),
    ("Kenya frees nine Ugandan truckers", ("concede.release", "KEN", "UGA.LAB")),
    (
        "Lima summons Chilean diplomat over firing at boats",
        ("accuse.complaint", "PER.GOV", "CHL.GOV"),
    ),
    ("Lima denies drone flew from Chilean base", ("reject.accusation", "PER.GOV", None)),
    (
        "The strike by truckers in Lima was called off.",
        ("concede.easing", "PER.LAB", None),
    ),
    # help that is offered, or arrives
    ("Peru offers to help rebuild a Chilean port.", ("agree.offer", "PER", "CHL")),
    (
        "Trucks loaded with Kenyan relief supplies crossed into Uganda.",
        ("aid.humanitarian", "KEN", "UGA"),
    ),
    (
        "A Brazilian plane carrying tents landed in Lima.",
        ("aid.humanitarian", "BRA", "PER.GOV"),
    ),
    (
        "Relief goods from Kenya arrived in Juba.",
        ("aid.humanitarian", "KEN", "SSD.GOV"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_words_are_of_whoever_says_them(reader, text, expected):
    assert expected in coded(reader, text)


EACH = [
    ("Chile and Peru condemned the raid in Goma.", "accuse.condemn", {"CHL", "PER"}),
    ("Kenya and Uganda urged Chad to open the road.", "demand", {"KEN", "UGA"}),
]


@pytest.mark.parametrize(("text", "kind", "doers"), EACH)
def test_what_two_say_is_said_by_each(reader, text, kind, doers):
    told = [e for e in read(reader, text, day=DAY) if e["kind"] == kind]
    assert {e["initiator"] for e in told} == doers
    assert doers.isdisjoint(e.get("target") for e in told)


def test_three_that_sign_are_three_pairs(reader):
    text = "A pact was signed in Accra by Ghana, Togo and Benin."
    told = {frozenset(both) for _, *both in coded(reader, text)}
    assert told == {frozenset(p) for p in (("GHA", "TGO"), ("GHA", "BEN"), ("TGO", "BEN"))}


def test_names_alone_that_are_to_meet_have_not_met(reader):
    told = read(reader, "China, Kenya and Uganda to meet in Nairobi next week", day=DAY)
    assert {(e["kind"], e["status"]) for e in told} == {("talks.meeting", "planned")}


def test_what_could_be_done_on_a_condition_is_threatened(reader):
    text = "Kenya says it could launch a new offensive if the rebels do not leave."
    assert ("threat.military", "conditional") in [
        (e["kind"], e["status"]) for e in read(reader, text, day=DAY)
    ]


def test_where_words_are_written_is_nobody(reader):
    text = "In a resolution drafted by Ghana, the UN Security Council condemns Chad."
    assert coded(reader, text) == [("accuse.condemn", "IGO", "TCD")]


NOTHING = [
    "The US embassy in Lima warns Americans to leave the airport.",
    "The president of Peru warned that the country will not meet its target.",
    "Peru declares the war over.",
    "The commission has called a by-election in Puno for May.",
    "Police filed charges against the driver over the fatal crash.",
    '"Leave by Monday or be arrested," they were told in Lima.',
    "The Peruvian embassy in Quito warns its staff against travel to Loja.",
    "The Canadian embassy warned Canadian citizens of possible attacks on hotels in Goma.",
    "Police in Lima cautioned residents about a heightened risk of bombings.",
    "The Red Cross warned that thousands will starve.",
    "Fans demanded their money back in Lima.",
    "A company called for bids to build the road.",
    "Experts doubt whether Chad would accept the deal.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_are_no_act(reader, text):
    kinds = {e["kind"].split(".")[0] for e in read(reader, text, day=DAY)}
    assert kinds.isdisjoint({"threat", "demand", "agree", "accuse", "reject", "coerce"})


def test_what_is_vowed_is_said_once(reader):
    text = "The rebels of Peru will not lay down their arms, a spokesman vowed."
    assert [kind for kind, *_ in coded(reader, text)] == ["reject.proposal"]


def test_what_a_memoir_recalls_is_no_demand_of_today(reader):
    text = "In his book, the envoy recalls how he once urged Chile to yield."
    assert [e for e in read(reader, text, day=DAY) if e["status"] == "happened"] == []


def test_a_charge_is_no_help_beside_it(reader):
    text = "Niger says that Chad continues to provide the rebels with a safe haven."
    assert [kind for kind, *_ in coded(reader, text)] == ["accuse.harbouring"]


def test_what_is_called_a_crime_is_the_deed_and_nobody(reader):
    text = (
        "NATO helicopters struck a camp in the north of Niger near Mali. Niger condemned the"
        " attack, calling it a crime."
    )
    condemned = [e for e in read(reader, text, day=DAY) if e["kind"] == "accuse.condemn"]
    assert [e["target"] for e in condemned] == ["IGO.MIL.NATO"]


def test_a_charge_and_its_denial_in_one_sentence_are_both_told(reader):
    text = "Iran says the Turkish army is behind the raids; Turkey says it is not responsible."
    kinds = [kind for kind, *_ in coded(reader, text)]
    assert "accuse" in kinds and "reject.accusation" in kinds
