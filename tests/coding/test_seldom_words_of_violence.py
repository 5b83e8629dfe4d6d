"""Violence in words that tell it seldom: bare violence, what was destroyed, who was taken out."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent

DAY = pd.Timestamp("2018-03-14")

# text, kind, initiator, target
TOLD = [
    # violence by its bare name, where somebody fell in it
    ("Nine people were killed in violence in Parachinar.", ("attack", "UNK", "PAK.CVL")),
    ("Four people die in a tribal feud in Kurram.", ("attack", "UNK", "PAK.CVL")),
    ("Six people were killed in three arson incidents in Karachi.", ("attack", "UNK", "PAK.CVL")),
    # by who does it, and to what
    (
        "Taliban fighters destroyed nine NATO trucks in Kunar.",
        ("attack", "AFG.REB.TALIBAN", "IGO.MIL.NATO"),
    ),
    ("Dozens of schoolgirls were poisoned in Taloqan.", ("attack", "UNK", "AFG.CVL")),
    ("Eighty schoolgirls were poisoned in Taloqan.", ("attack", "UNK", "AFG.CVL")),
    (
        "Al-Qaeda's leader was taken out by an American missile in Kabul.",
        ("force.airstrike", "USA.MIL", "IMG.REB.ALQAEDA"),
    ),
    ("Train attacked in Jacobabad.", ("attack", "UNK", "PAK.CVL")),
    # an attack may bring about a mishap
    (
        "A NATO helicopter crashed in Logar after the Taliban shot it down.",
        ("attack", "AFG.REB.TALIBAN", "IGO.MIL.NATO"),
    ),
    ("A train was derailed by an explosion near Mach.", ("attack.bombing", "UNK", "PAK.CVL")),
    ("A convoy of fuel tankers is attacked in Sindh.", ("attack", "UNK", "PAK.CVL")),
    (
        "A suicide bomber rams his van into a minibus of Afghan soldiers near Kabul.",
        ("attack.suicide", "UNK.REB", "AFG.MIL"),
    ),
    # fights and operations by other verbs
    (
        "French forces engage in fierce fighting with Taliban rebels in Kapisa.",
        ("force.clash", "FRA.MIL", "AFG.REB.TALIBAN"),
    ),
    (
        "Afghan troops were locked in a gunbattle with Taliban fighters in Faryab.",
        ("force.clash", "AFG.MIL", "AFG.REB.TALIBAN"),
    ),
    (
        "The army commences an operation against the Taliban in Zabul.",
        ("force.operation", "AFG.MIL", "AFG.REB.TALIBAN"),
    ),
    # ground and people that are taken
    (
        "A German engineer is taken captive at gunpoint in Herat.",
        ("attack.abduction", "UNK", "DEU.CVL"),
    ),
    (
        "The army lost control of the district centre of Sangin to the Taliban.",
        ("force.capture", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    (
        "Taliban fighters forced soldiers to retreat from a post in Kunar.",
        ("force.capture", "AFG.REB.TALIBAN", "AFG.MIL"),
    ),
    # in headlines, and in the words of those who tell it
    ("Police van attacked in Karak", ("attack", "UNK", "PAK.COP")),
    ("Red Fort blast: toll rises to 13", ("attack.bombing", "UNK", "IND.CVL")),
    ("Sounds of explosions and gunfire were heard in Kabul.", ("attack.bombing", "UNK", "AFG.CVL")),
    (
        "Six khwarij were sent to hell in Tirah, the army said.",
        ("force.operation", "PAK.MIL", "PAK.REB"),
    ),
    ("Security forces kill four khwarij in Bannu.", ("force.operation", "PAK.MIL", "PAK.REB")),
    (
        "Three members of Fitna al-Hindustan were killed in Kech.",
        ("force.operation", "PAK.MIL", "PAK.REB.BRAS"),
    ),
    (
        "A clerk, 45, and his son, 7, were shot dead in Ghazni.",
        ("attack.shooting", "UNK", "AFG.CVL"),
    ),
    ("Nine people die in target killing in Quetta.", ("attack", "UNK", "PAK.CVL")),
    (
        "A clinic in Kalat was ransacked, set ablaze by gunmen.",
        ("attack.shooting", "UNK.REB", "PAK.CVL"),
    ),
    ("The vote in Khost was marred by a bomb attack.", ("attack.bombing", "UNK", "AFG.CVL")),
    # who admits it, and who says no more
    (
        "NATO admits that nine children were mistakenly killed in a bombing raid near Ghazni.",
        ("force.airstrike", "IGO.MIL.NATO", "AFG.CVL"),
    ),
    ("Nine civilians are killed and four hurt in Paktika.", ("attack", "UNK", "AFG.CVL")),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_one_deed_with_its_sides(told, text, expected):
    [event] = [e for e in told(text) if is_violent(e)]
    assert (event["kind"], event["initiator"], event["target"]) == expected


def test_rebels_killed_for_what_they_did_before(told):
    text = "Three Taliban fighters are killed by guards and police after attacking a bank in Herat."
    assert [(e["kind"], e["initiator"]) for e in told(text)] == [
        ("force.operation", "AFG.COP"),
        ("attack", "AFG.REB.TALIBAN"),
    ]


def test_the_day_when_those_who_are_freed_were_taken(told):
    text = "Two nurses kidnapped by the Taliban in Badakhshan on March 2 are rescued by troops."
    taken = next(e for e in told(text) if e["kind"] == "attack.abduction")
    assert taken["happened_from"] == pd.Timestamp("2018-03-02")


def test_an_attempt_on_a_life_fails(told):
    [event] = told("The governor of Herat survived an attempt on his life.")
    assert (event["kind"], event["status"], event["target"]) == (
        "attack.assassination", "failed", "AFG.GOV",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "She campaigns against domestic violence in Lahore.",
        "Two women were killed in domestic violence in Lahore.",
        "The family took out a loan to pay for the wedding.",
        "Forty guests were poisoned by a meal at a wedding in Kasur.",
        "A helicopter crashed in Logar in bad weather, killing three soldiers.",
        "Nine civilians are killed as their bus plunges down a ravine in Paktika.",
        "Floods destroyed nine trucks in Swat.",
        "The ministry commences an operation to rescue sailors off Gwadar.",
        "The monk was taken by bus to Lhasa.",
        "The premier was involved in a battle with his critics.",
    ],
)
def test_what_looks_alike_and_is_none(told, text):
    assert [e for e in told(text) if is_violent(e)] == []


# text, kind, initiator, target
MORE = [
    ("Three rebels were gunned down in Wana.", ("force.operation", "PAK.MIL", "PAK.REB")),
    ("Locals recovered five bullet-ridden bodies in Awaran.", ("attack", "UNK", "PAK.CVL")),
    (
        "A patrol triggered a landmine in Kohlu; two soldiers died.",
        ("attack.bombing", "UNK", "PAK.MIL"),
    ),
    (
        "The assassination of a Hamas leader in Tehran has drawn vows of revenge.",
        ("attack.assassination", "UNK", "PSE.REB.HAMAS"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_whose_hand_is_told_by_the_words(told, text, expected):
    [event] = [e for e in told(text) if is_violent(e)]
    assert (event["kind"], event["initiator"], event["target"]) == expected


def test_who_is_carried_off_by_the_dozen(told):
    text = "Rebels overran a fort in Zabul, capturing dozens of troops."
    assert ("attack.abduction", "AFG.MIL") in [(e["kind"], e["target"]) for e in told(text)]


def test_men_executed_for_spying_are_put_to_death_by_a_state(told):
    [event] = told("Three men were executed in Iran for spying.")
    assert event["kind"] == "coerce.execution"
