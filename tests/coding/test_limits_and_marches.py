"""Arrests, limits, marches and what eases them, in the forms in which agencies tell them."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2019-06-18")

TOLD = [
    # protests that nobody is named to hold, and places that they are not against
    ("A rally was held in Multan on Monday against the new tax.", "protest", "PAK.CVL", "PAK.GOV"),
    (
        "Rallies were held in Herat, Zabul and Kunduz on Monday against the burning of the Koran.",
        "protest", "AFG.CVL", "AFG.GOV",
    ),
    (
        "A shutter-down strike was observed across Balochistan on Monday.",
        "protest.strike", "PAK.CVL", "PAK.GOV",
    ),
    (
        "A sit-in by relatives of the missing entered its ninth day in Quetta on Monday.",
        "protest", "PAK.CVL", "PAK.GOV",
    ),
    (
        "Traders went on strike in Multan on Monday over higher taxes.",
        "protest.strike", "PAK.BUS", "PAK.GOV",
    ),
    ("Dozens of women took to the streets of Herat on Monday.", "protest", "AFG.CVL", "AFG.GOV"),
    # the courts
    ("Turkish police hold 31 people over a bombing in Adana.", "coerce.arrest", "TUR.COP", "TUR.CVL"),
    (
        "A court in Multan handed down a six-year prison sentence to a lawyer on Monday.",
        "coerce.arrest", "PAK.JUD", "PAK.CVL",
    ),
    (
        "Three activists were given life sentences by a court in Quetta.",
        "coerce.arrest", "PAK.JUD", "PAK.OPP",
    ),
    ("A man is arrested in Multan for burning a Koran.", "coerce.arrest", "PAK.GOV", "PAK.CVL"),
    ("Four prisoners were hanged in Multan on Monday.", "coerce.execution", "PAK.GOV", "PAK.CVL"),
    (
        "The International Criminal Court seeks arrest warrants against two Taliban leaders.",
        "accuse.charge", "IGO", "AFG.REB.TALIBAN",
    ),
    (
        "Police registered a case against the party leader in Multan on Monday.",
        "accuse.charge", "PAK.COP", "PAK.PTY",
    ),
    (
        "The former governor is found guilty of treason by a court in Multan.",
        "accuse.charge", "PAK.JUD", "PAK.ELI",
    ),
    # people who are sent away, things that are taken, limits
    (
        "Hundreds of Afghan families were deported from Pakistan on Monday.",
        "coerce.deportation", "PAK.GOV", "AFG.CVL",
    ),
    (
        "More than 90 Afghans were forcibly returned from Iran on Monday.",
        "coerce.deportation", "IRN.GOV", "AFG.CVL",
    ),
    (
        "A large cache of weapons was recovered by police in Multan on Monday.",
        "coerce.seizure", "PAK.COP", None,
    ),
    (
        "The authorities announced the seizure of 40 rifles in Zabul on Monday.",
        "coerce.seizure", "AFG.GOV", None,
    ),
    ("Pakistan blocks TikTok.", "coerce.restriction", "PAK.GOV", "PAK.CVL"),
    # those who let go are those who held
    (
        "A Kenyan tourist is released in Pakistan after being held by the Taliban for a month.",
        "concede.release", "PAK.REB.TTP", "KEN.CVL",
    ),
    # forces
    ("The army holds a military parade in Multan, Pakistan.", "mobilize.troops", "PAK.MIL", None),
    ("Afghan soldiers fled across the border to Uzbekistan.", "retreat", "AFG.MIL", "UZB"),
    ("Dozens of rebels surrendered to the government in Kunar.", "retreat", "UNK.REB", "AFG.GOV"),
    # inquiries that are ordered
    (
        "The prime minister ordered a probe into the collapse of a bridge in Multan on Monday.",
        "investigate", "PAK.GOV", "PAK.CVL",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who", "whom"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_who_does_what_to_whom(reader, text, kind, who, whom):
    told = [(e["kind"], e["initiator"], e["target"]) for e in read(reader, text, day=DAY)]
    assert (kind, who, whom) in told


def test_where_rebels_gave_up_beside_others_is_whom_they_faced(reader):
    text = "A commander of the separatists surrendered to the army alongside 40 rebels in Turbat."
    assert [e["target"] for e in read(reader, text, day=DAY)] == ["PAK.MIL"]


def test_a_captive_held_for_years_is_no_arrest_over_it(reader):
    text = "He was held captive by the Taliban for four years over a debt."
    assert "coerce.arrest" not in [e["kind"] for e in read(reader, text, day=DAY)]
