"""Who did it to whom, where the words for it stand apart: aboard, passing by, beside, before."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2025-03-04")

# text, kind, initiator, target; each has one event
MET = [
    # whom a bomb meets
    ("A blast ripped through a truck of the Rangers in Zhob, hurting five.", "PAK.MIL"),
    ("A mine went off as a jeep of the army drove past in Wana.", "PAK.MIL"),
    ("A bomb exploded when a police picket was passing through Hangu.", "PAK.COP"),
    ("Two rockets smashed into a cantonment of the army in Kohat.", "PAK.MIL"),
    ("A pickup bringing constables from Hangu was bombed near Kohat.", "PAK.COP"),
    ("A lorry full of soldiers was bombed in Kabul.", "AFG.MIL"),
    ("Gunmen opened fire on a jeep in which a magistrate was riding in Zhob.", "PAK.JUD"),
    ("Gunmen sprayed a police booth with gunfire in Hangu.", "PAK.COP"),
    ("The home of a lawmaker was riddled with bullets in Kohat.", "PAK.LEG"),
    ("A volley of bullets killed a brother of a minister in Kohat.", "PAK.CVL"),
    ("Rockets rained down on a bazaar in Kohat.", "PAK.CVL"),
    ("A jeep of the Rangers drove over a landmine near Wana.", "PAK.MIL"),
    ("A farmer stepped on a mine in Zabul, losing a foot.", "AFG.CVL"),
    ("A bomb destroyed a jeep of the Rangers in Hangu.", "PAK.MIL"),
    ("Rebels set off a bomb under a police vehicle in Hangu.", "PAK.COP"),
    ("A judge survived when a mine destroyed his car in Hangu.", "PAK.JUD"),
    ("A Turkish drone struck a gathering of rebels in Hangu.", "PAK.REB"),
    ("The Rangers shot a motorcyclist in Hangu.", "PAK.CVL"),
    # who is made a target or a victim
    ("A police picket was the target of a rocket attack in Hangu.", "PAK.COP"),
    ("Six masons were the victims of a shooting in Hangu.", "PAK.CVL"),
    ("A police inspector fell victim to a targeted killing in Hangu.", "PAK.COP"),
    ("A jeep of the governor became the target of an ambush in Ghazni.", "AFG.GOV"),
    ("Rebels slit the throats of two tailors in Hangu.", "PAK.CVL"),
    ("Two constables guarding nurses shot dead in drive-by attack in Hangu", "PAK.COP"),
    ("A close aide of Hafiz Saeed was gunned down in Jhelum.", "PAK.REB.LET"),
    # whose it was that was hit
    ("Shepherds fled after the army bombed their hamlet in Wana.", "PAK.CVL"),
    ("The constables slept when rebels stormed their post in Hangu.", "PAK.COP"),
]


@pytest.mark.parametrize(("text", "target"), MET)
def test_whom_it_met(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in sides(reader, text, day=DAY)] == [target]


ONE = [
    # who are pitted against each other
    (
        "Fighting pitted Taliban forces against ISKP men in Kunar.",
        ("force.clash", "AFG.MIL", "AFG.REB.ISKP"),
    ),
    # who is seized and shot shoots nobody
    (
        "Two masons were dragged from a bus and shot in Hangu.",
        ("attack.shooting", "UNK", "PAK.CVL"),
    ),
    (
        "A guard turned his gun on two clerks in Hangu.",
        ("force.shooting", "PAK.COP", "PAK.CVL"),
    ),
    # by what name they go, what they claim, what they fired
    (
        "A group calling itself the Balochistan Liberation Front bombed a post in Zhob.",
        ("attack.bombing", "PAK.REB.BLF", "PAK"),
    ),
    (
        "BLA claims killing of two constables in Zhob",
        ("attack", "PAK.REB.BLA", "PAK.COP"),
    ),
    (
        "Shells lobbed by Afghan forces landed on a school in Kurram.",
        ("force.shelling", "AFG.MIL", "PAK.CVL"),
    ),
    # who is spoken to, before who is named further on
    (
        "The opposition in Pakistan urged the government to talk with the TTP.",
        ("demand.cooperation", "PAK.OPP", "PAK.GOV"),
    ),
    (
        "PTI leaders criticised the army over its Iranian policy.",
        ("accuse.condemn", "PAK.OPP", "PAK.MIL"),
    ),
    (
        "Chad told Libya that attacks from Libyan soil must stop.",
        ("demand", "TCD", "LBY"),
    ),
    (
        "At the Security Council, Norway deplored the edicts of Chad.",
        ("accuse.condemn", "NOR", "TCD"),
    ),
    (
        "Sharp criticism of Chad came from Norway.",
        ("accuse.condemn", "NOR", "TCD"),
    ),
    ("Chad will go after Libya, its minister said.", ("threat.military", "TCD", "LBY")),
    # who held them lets them go
    (
        "Nine Iranian guards seized by Jaish al-Adl have been handed back.",
        ("concede.release", "IRN.REB", "IRN"),
    ),
    (
        "Six miners were freed by their captors in Hangu, an official said.",
        ("concede.release", "PAK.REB", "PAK.CVL"),
    ),
    # who lost men
    (
        "BLA loses two commanders in a raid by troops in Zhob.",
        ("force.raid", "PAK.MIL", "PAK.REB.BLA"),
    ),
    (
        "The TTP said it had lost six of its men in a battle with the army near Hangu.",
        ("force.clash", "PAK.MIL", "PAK.REB.TTP"),
    ),
    # between whom it was exchanged
    (
        "Gunfire exchanged between Chadian, Libyan forces at the frontier",
        ("force.clash", "TCD", "LBY.MIL"),
    ),
    # nobody knows them
    (
        "Men in masks shot dead a shepherd in Zhob.",
        ("attack.shooting", "UNK.REB", "PAK.CVL"),
    ),
    (
        "A clerk was snatched at gunpoint from his car in Zhob.",
        ("attack.abduction", "UNK", "PAK.CVL"),
    ),
    # who is freed, moved or held
    ("Iran freed two Germans on Monday.", ("concede.release", "IRN", "DEU.CVL")),
    ("Iran has freed a Norwegian.", ("concede.release", "IRN", "NOR.CVL")),
    (
        "The BLA freed nine constables abducted in Zhob.",
        ("concede.release", "PAK.REB.BLA", "PAK.COP"),
    ),
    (
        "A kidnapped surveyor was set free by the BLA in Zhob.",
        ("concede.release", "PAK.REB.BLA", "PAK.CVL"),
    ),
    (
        "Pakistan let go of 60 Iranian truck drivers.",
        ("concede.release", "PAK.GOV", "IRN.CVL"),
    ),
    (
        "Ninety Afghans were expelled from Iran, a Taliban minister said.",
        ("coerce.expulsion", "IRN.GOV", "AFG.CVL"),
    ),
    (
        "Afghans are being forced out of Iran, the UN said.",
        ("coerce.expulsion", "IRN.GOV", "AFG.CVL"),
    ),
    # who is sent to others speaks for his own
    (
        "Chad's ambassador to the UN accused Libya of arming gangs.",
        ("accuse.harbouring", "TCD", "LBY"),
    ),
    (
        "Chad's envoy told the Security Council that Libya had become a haven for terrorists.",
        ("accuse.harbouring", "TCD", "LBY"),
    ),
    # who makes up a body
    (
        "A council of traders in Zhob urged the BLA to disarm.",
        ("demand", "PAK.BUS", "PAK.REB.BLA"),
    ),
    # on whom a threat hangs
    (
        "Chad vowed to close the bridge if Libya attacked its posts.",
        ("threat.sanction", "TCD", "LBY"),
    ),
    (
        "Chad will retaliate if Libya strikes again, the Chadian president warned.",
        ("threat.military", "TCD", "LBY"),
    ),
    # a charge, however it is said
    (
        "Chad's minister said Libya was supporting terrorists.",
        ("accuse.harbouring", "TCD", "LBY"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ONE)
def test_who_did_it_to_whom(reader: Reader, text: str, wanted: tuple[str, str, str]) -> None:
    (kind, initiator, target), *others = sides(reader, text, day=DAY)
    assert not others
    assert kind == wanted[0]
    told, asked = {str(initiator), str(target)}, set(wanted[1:])
    assert all(any(t.startswith(a) for t in told) for a in asked)


def test_what_is_said_and_then_urged_is_urged_by_who_said_it(reader: Reader) -> None:
    for text in (
        "Chad's minister said the talks had failed and urged Libya to yield.",
        "Chad's minister says the border is shut and warns Libya of consequences.",
    ):
        assert ("TCD", "LBY") in [
            (str(a)[:3], str(b)[:3]) for _, a, b in sides(reader, text, day=DAY)
        ]


def test_what_somebody_is_freed_for_is_not_yet_done(reader: Reader) -> None:
    text = "A rebel chief was granted immunity and supporting the charter of Chad."
    assert sides(reader, text, day=DAY) == []


def test_a_town_is_no_side_to_a_demand(reader: Reader) -> None:
    text = "Hauliers asked the ministry to reopen the Kohat tunnel."
    assert all(target != "PAK.CVL" for *_, target in sides(reader, text, day=DAY))


def test_a_deed_sparks_protests_of_people(reader: Reader) -> None:
    found = sides(reader, "The shooting of a nurse sparked protests in Zhob.", day=DAY)
    assert ("protest", "PAK.CVL") in [act[:2] for act in found]


def test_many_states_are_of_no_land(reader: Reader) -> None:
    (act,) = sides(reader, "In Jeddah, Iran urged Muslim states to unite.", day=DAY)
    assert not str(act[2]).startswith("SAU")


OF_WHOSE = [
    # soldiers of no land that is told: of whoever deplores or charges it
    ("Pakistan denounces Indian firing that killed three soldiers", "PAK.MIL"),
    ("Pakistan blames Indian troops for killing a soldier along Kashmir border", "PAK.MIL"),
    # a convoy of whomever: those who fell
    ("Iran condemns a NATO raid from the air on a convoy of cars in Zabul that killed nine tailors",
     "AFG.CVL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "target"), OF_WHOSE)
def test_of_whose_they_are_who_were_hit(reader: Reader, text: str, target: str) -> None:
    found = sides(reader, text, day=DAY)
    assert [hit for kind, _, hit in found if kind.startswith(("attack", "force"))] == [target]
