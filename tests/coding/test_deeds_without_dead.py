"""Acts of deed that kill nobody: arrests, bans, floggings, protests, closures, releases."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2019-10-21")


@pytest.fixture(scope="module")
def feed(reader):
    def read(text):
        row = {"document": "a", "text": text, "published": DAY, "known_at": DAY, "source": "test"}
        return [
            (e["kind"], e["initiator"], e["target"])
            for e in reader.read([row])
            if e["status"] != "recalled"
        ]

    return read


TOLD = [
    # people as whom it is done to, by whatever they do
    ("Police in Lahore picked up a poet from his flat.", "coerce.arrest", "PAK.COP", "PAK.CVL"),
    ("Chad freed a Spanish plumber after two years.", "concede.release", "TCD", "ESP.CVL"),
    ("Captors let go a Spanish nurse in Quetta.", "concede.release", "UNK.REB", "ESP.CVL"),
    # who is told by the noun, by the order, by the crowd
    (
        "The arrest of a Pashtun opposition leader triggered anger in Peshawar.",
        "coerce.arrest", "PAK.GOV", "PAK.OPP",
    ),
    (
        "Dozens of Afghans were rounded up in sweeps across Karachi.",
        "coerce.arrest", "PAK.GOV", "AFG.CVL",
    ),
    (
        "Three men were caned in Madrid on the orders of a Spanish court.",
        "attack.beating", "ESP.JUD", "ESP.CVL",
    ),
    ("Police in Lahore raided homes of opposition workers.", "force.raid", "PAK.COP", "PAK.OPP"),
    # limits
    (
        "Women are no longer allowed to study in Spain, the Spanish government said.",
        "coerce.restriction", "ESP.GOV", "ESP.CVL",
    ),
    (
        "Two opposition candidates were barred from standing in Peshawar.",
        "coerce.restriction", "PAK.GOV", "PAK.CVL",
    ),
    ("Schools in Quetta have been ordered shut.", "coerce.restriction", "PAK.GOV", "PAK.CVL"),
    ("Officials sealed a bookshop in Lahore.", "coerce.restriction", "PAK.GOV", "PAK.CVL"),
    ("Chad carried out the death sentences of two men.", "coerce.execution", "TCD", "TCD.CVL"),
    ("Pakistan reopened Torkham for a day.", "concede.reopening", "PAK.GOV", "AFG.GOV"),
    ("Chad sent paratroopers to its border with Niger.", "mobilize.troops", "TCD", None),
    ("Chad jammed the radio signals of Niger.", "coerce.restriction", "TCD", "NER"),
    ("Spanish officials have cut internet access.", "coerce.restriction", "ESP.GOV", "ESP.CVL"),
    ("A Spanish court stayed the ban on the party.", "concede.easing", "ESP.JUD", None),
    (
        "Police in Lahore chased away a crowd of nurses who marched on the Spanish embassy.",
        "coerce", "PAK.COP", "PAK.CVL",
    ),
    # in the street
    ("Protests broke out in Quetta.", "protest", "PAK.CVL", "PAK.GOV"),
    ("Doctors in Lahore struck for a third day.", "protest.strike", "PAK.CVL", "PAK.GOV"),
    ("Traders in Lahore took out a procession.", "protest", "PAK.BUS", "PAK.GOV"),
    ("Pupils sang outside a shut school in Lahore in protest.", "protest", "PAK.CVL", "PAK.GOV"),
    ("Nurses and porters walked out in Lahore.", "protest.strike", "PAK.CVL", "PAK.GOV"),
    (
        "Villagers in Pakistan blocked the road to Mir Ali.",
        "protest.obstruction", "PAK.CVL", "PAK.GOV",
    ),
    ("Rug weavers in Quetta went on strike.", "protest.strike", "PAK.CVL", "PAK.GOV"),
    ("Shia groups rallied in Quetta.", "protest", "PAK.CVL", "PAK.GOV"),
    (
        "Mourners turned the burial of a priest in Lahore into a march against the army.",
        "protest", "PAK.CVL", "PAK.MIL",
    ),
    (
        "A Pakistani activist has gone on hunger strike in Adiala prison.",
        "protest.hunger", "PAK.OPP", "PAK.GOV",
    ),
    # borders and states
    ("Pakistan has shut the Torkham crossing.", "sanction.border", "PAK.GOV", "AFG.GOV"),
    ("India shut the Attari checkpost to traders.", "sanction.border", "IND", "PAK.GOV"),
    ("Chad stopped issuing visas to students from Niger.", "sanction", "TCD", "NER.CVL"),
    ("Chad fired three missiles into the sea.", "mobilize.weapons", "TCD", None),
    ("The Spin Boldak gate remained closed.", "sanction.border", "AFG", None),
    ("Chad gave the Spanish envoy two days to leave.", "sanction.diplomatic", "TCD", "ESP.GOV"),
    ("Chad turned off gas supplies to Niger.", "sanction.trade", "TCD", "NER"),
    ("Chad began a war game near its border with Niger.", "mobilize.troops", "TCD", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "initiator", "target"), TOLD)
def test_an_act_of_deed_is_read(feed, text, kind, initiator, target):
    assert (kind, initiator, target) in [
        (k, who, whom if target is not None else None) for k, who, whom in feed(text)
    ]


NOTHING = [
    "The inquiry into the landslide was halted by a judge in Quetta.",
    "The airline in Lahore suspended two stewards over forged papers.",
    "Chad and Niger exchanged lists of their prisoners.",
    "A clerk in Lahore arrested the fall of a vase.",
    "The price of sugar shot up in Lahore.",
    "A lawmaker stormed out of a restaurant in Lahore.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_looks_alike_is_none(feed, text):
    assert feed(text) == []


def test_a_sentence_to_be_flogged_is_no_flogging(feed):
    text = "A court in Lahore sentenced a cleric to two years in prison and flogging for sedition."
    assert [kind for kind, _, _ in feed(text)] == ["coerce.arrest"]
