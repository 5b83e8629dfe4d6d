"""Places that a text names and where the act was not: waters, origins, aims, matters of speech."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2024-05-16")

# text, kind, place of the event of that kind
PLACES = [
    ("Rebels attacked Camp Phoenix in Kabul.", "attack", "Kabul"),
    # a river or a gulf is no province and no land
    ("Danish warships sink a boat in the Gulf of Oman.", "force", None),
    ("Rebels and guards fight over the Kunar River in Jalalabad.", "force", "Jalalabad"),
    # what is spoken of
    ("Peru condemns the bombing of a mosque in Multan.", "accuse", None),
    ("Peru supports the peace plan for Gaza.", "support", None),
    ("In Multan, the premier condemned the bombing.", "accuse", "Multan"),
    ("Officials in Multan demanded that India free the men.", "demand", "Multan"),
    # what somebody is held for
    ("A Bonn court jails an Afghan for life for the 2024 stabbing in Aachen.",
     "coerce.arrest", "Bonn"),
    ("Pakistani police arrest two men, accusing them of bombing a bank in Multan.",
     "coerce.arrest", "Pakistan"),
    # whence somebody is, and where he goes
    ("Two traders from Gwadar are shot dead by gunmen off the coast of Somalia.",
     "attack", "Somalia"),
    ("Three men from Bannu were shot dead.", "attack", "Bannu"),
    ("Gunmen killed eight people on a bus heading to Karachi in Ormara.", "attack", "Ormara"),
    ("Troops have killed or arrested several rebels from Tajikistan.", "coerce.arrest", None),
    ("Sixty Afghans are deported from Iran and their bus crashes in Herat.",
     "coerce.deportation", "Iran"),
    ("The army kills two men of a network affiliated to Israel.", "force", None),
    # neither end of a way, but what is around both
    ("A bus is robbed and two people shot dead by gunmen on the way from Swat to Bannu, Pakistan.",
     "attack", "Khyber Pakhtunkhwa"),
    # soldiers strike back where those are who struck, not where they did
    ("Turkish warplanes struck Kurdish rebels after a bombing in Izmir.", "force", None),
    ("Troops launched an operation against rebels following a raid on a bank in Multan.",
     "force", "Pakistan"),
    # everywhere, though a part is told
    ("Iran's guards killed 30 protesters across the country, most of them in Zahedan.",
     "force", "Iran"),
    ("Attacks across Peru's Cusco killed nine people.", "attack", "Cusco"),
    ("Troops have detained hundreds of Afghans in Islamabad, Multan and elsewhere in the country.",
     "coerce.arrest", "Pakistan"),
    ("Bakers protested nationwide, blocking roads in Multan.", "protest", "Pakistan"),
    ("Four gunmen of the Balochistan Liberation Army die as they try to storm Gwadar's"
     " port.", "force", "Gwadar"),
    # on a way, out of a land, over a line
    ("A bomb exploded on a train travelling between Peshawar and Quetta.", "attack", "Pakistan"),
    ("Tajik border guards were killed in an attack from Afghanistan.", "attack", "Tajikistan"),
    ("Two Indian soldiers were killed by Pakistani fire across the border.", "force", "India"),
    ("Pakistani jets bombed Afghan villagers near the border.", "force", "Afghanistan"),
    ("Two Pakistani soldiers were killed in Indian firing across the Line of Control.",
     "force", "Azad Jammu and Kashmir"),
    ("Indian shelling killed four Pakistani civilians in Kashmir.",
     "force", "Azad Jammu and Kashmir"),
    ("Pakistani shelling killed four Indian civilians in Kashmir.",
     "force", "Jammu and Kashmir"),
    # where they were to stand, what they were on their way into
    ("The United Kingdom doubles the number of drones operating in Afghanistan.",
     "mobilize", "Afghanistan"),
    ("Police arrested six men trying to enter Sindh by boat.", "coerce.arrest", "Sindh"),
    ("Fighting in north Waziristan killed eight soldiers.", "force", "North Waziristan"),
    # whose office it was, what somebody else did, what he is held for
    ("Peru sends more troops to Helmand to support guards who face attacks by rebels.",
     "attack", "Helmand"),
    ("Peru and Chile recall their envoys following the killing of two judges.", "attack", None),
    ("A court in Lima jails a Chilean, the planner of the 2019 Arequipa attacks.",
     "coerce.arrest", "Lima"),
    ("Police in Lima jailed a man over the bombing in Arequipa.", "coerce.arrest", "Lima"),
    ("A study by Oriel College London finds the toll from jihadist attacks during May surpassed"
     " 900.", "attack", None),
    ("Karzai orders Peru to leave Wardak province.", "coerce.expulsion", "Wardak"),
    ("Officials say Nirkh District, in Wardak Province, has been captured by the Taliban.",
     "force.capture", "Nirkh"),
    ("Pakistani police defused a bomb near a school.", "attack", "Pakistan"),
    ("A bomb exploded on a bus running between the Pakistani cities of Multan and Quetta.",
     "attack", "Pakistan"),
    ("Rebels killed nine people in the Kenyan town of Wyford in the Lamu Archipelago.",
     "attack", "Wyford"),
    # where it was told just before
    ("Troops killed six rebels in Tank. They also recovered a cache of weapons.",
     "coerce.seizure", "Tank"),
    ("A strike hit a clinic in Ghazni. The army withdrew its troops from the city.",
     "retreat", "Ghazni"),
    # a neighbour complains of what befell its own, others of what befell anybody
    ("Afghanistan condemns the Pakistani strike that killed ten civilians.",
     "force", "Afghanistan"),
    ("Lebanon files a complaint over the Israeli strike that killed three people.",
     "force", "Lebanon"),
    ("Peru condemned the Israeli strike that killed ten people.", "force", None),
    ("Kabul says Pakistani shells killed two women.", "force", "Afghanistan"),
    ("Pakistan protests to Peru over the raid that killed two of its soldiers.",
     "force", "Pakistan"),
    ("A mine killed a guard on the Iranian side of the border.", "attack", "Iran"),
    ("Pakistan deports 90 Afghans through Torkham.", "coerce.deportation", "Torkham"),
    # who told it, whose office it was, where the hurt were brought, what it answers
    ("Two guards are shot dead in Tank, police in Dera Ismail Khan said.", "attack", "Tank"),
    ("Two guards are shot dead in Tank, an official in Dera Ismail Khan said.", "attack", "Tank"),
    ("Two guards are shot dead in Tank and an official in Multan blamed rebels.",
     "attack", "Tank"),
    ("The police chief of Kandahar is shot dead on a visit to Ghazni.", "attack", "Ghazni"),
    ("The mayor of Ghazni is killed by gunmen.", "attack", "Ghazni"),
    ("Gunmen killed two miners in Panjgur; the bodies were taken to a clinic in Quetta.",
     "attack", "Panjgur"),
    ("Rebels abducted ten people from Sibi in revenge for a raid on Gwadar.", "attack", "Sibi"),
    ("Ahead of a summit in Samarkand, gunmen storm a base in Khost.", "attack", "Khost"),
    ("A judge returning from Zhob is shot dead by gunmen near Muslim Bagh.",
     "attack", "Muslim Bagh"),
    ("A shell hits a bus in Athmuqam, northeast of Muzaffarabad.", "force", "Athmuqam"),
    # what was talked of, and whose heir is sought
    ("The envoys of Peru and Chile discussed a plan to end the war in Yemen.", "talks", None),
    ("Chile calls off talks with Peru over an attack in Arequipa.", "sanction", None),
    ("The Taliban leadership meets to choose a successor to Mullah Zahir, killed in a drone strike"
     " in Gwadar.", "talks", None),
    # whom it hit stood elsewhere before
    ("A guard at the Dasu dam is killed by a bomb in Besham.", "attack", "Besham"),
    ("The head of the Panjgur market is killed by a gunman on the road near Mastung.",
     "attack", "Mastung"),
    ("A bus bound for Lahore from Quetta is stopped near Barkhan by gunmen, who kill five men"
     " from Punjab.", "attack", "Barkhan"),
    ("A missile hits a station in Multan, killing nine who waited for trains to Sibi.",
     "force", "Multan"),
    ("A bomb on the car of a Damascus official kills him in Daraa, Syria.", "attack", "Daraa"),
    ("In response to a bombing at a shrine in Multan, the Pakistani army killed ten militants.",
     "force", "Pakistan"),
    # of which land the soldiers are
    ("Nine United States soldiers are killed by a mine.", "attack", None),
    # at the border, or across it
    ("A bomb kills two in Kabul, Afghanistan. A reporter was shot dead at the border.",
     "attack.shooting", "Afghanistan"),
    ("Guards kill two smugglers who were crossing the Iran-Turkey border into Turkey.",
     "force", "Türkiye"),
    # the land that is told
    ("Pakistan launches air strikes across India, hitting a depot in Oldgate, Punjab.",
     "force.airstrike", "Oldgate"),
    ("Blasts are reported in several cities, including Multan, and kill nine.", "attack", "Multan"),
    ("A Kenyan bishop is kidnapped on his way to Nakuru from Kisumu.", "attack", "Kenya"),
    ("Guards kill four members of a cell linked to Israel in Zahedan.", "force", "Zahedan"),
    ("Residents of Wana protest the killing of a teacher in Miranshah.", "protest", "Wana"),
    # the ground itself, not what is told beside it
    ("Rebels stormed Gwadar's port in Balochistan.", "attack", "Gwadar"),
    ("Rebels were attacking Bagram Airfield as blasts were heard in Kabul.", "attack", "Bagram"),
    ("Rebels fire rockets at Bagram Airfield while a minister visits Kabul.",
     "talks.visit", "Kabul"),
    ("Gunmen storm Kamra air base, killing a guard, as protests go on in Lahore.",
     "attack", "Kamra"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_where_it_was(reader, text, kind, place):
    event = next(e for e in read(reader, text, day=DAY) if e["kind"].startswith(kind))
    assert event.get("place") == place


def test_a_place_named_in_short_is_a_place(reader):
    events = read(reader, "Bombings in North and South Waziristan kill six soldiers.", day=DAY)
    assert {event["place"] for event in events} == {"North Waziristan", "South Waziristan"}


def test_a_gate_has_two_sides(reader):
    text = "A suicide bomber struck at the Torkham crossing on the Afghan side, killing four."
    (event,) = read(reader, text, day=DAY)
    assert (event["country"], event["admin1"]) == ("AF", None)


def test_who_is_struck_is_of_the_land_that_complains(reader):
    text = "The Taliban government condemned a Pakistani air strike that killed nine children."
    strike = next(e for e in read(reader, text, day=DAY) if e["kind"] == "force.airstrike")
    assert (strike["country"], strike["target"]) == ("AF", "AFG.CVL")
