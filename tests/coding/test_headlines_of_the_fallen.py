"""Headlines of those who fell: who fell in what, by whose hands, and how many."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2018-05-16")

# headline, kind, initiator and target (or what they begin with), dead; None: not asked
ONE = [
    # the deed stands last, and the parse takes it for a verb or for an aside
    ("Army major, five militants killed in Bannu gunbattle", "force.clash", "PAK.MIL", "", 6),
    ("Rebels, constable killed in Sopore encounter", "force.clash", "IND.COP", "IND.REB", None),
    ("Two rebels killed, constable hurt in Sopore encounter", "force.clash", "", "", 2),
    ("Girl killed, six hurt in firing by Afghan troops", "force", "AFG.MIL", "", 1),
    ("Iranian envoy called in after shepherd killed in Zahedan firing", "attack", "UNK", "", 1),
    # dead in an attack
    ("Six dead in attack on mayor's convoy in Herat", "attack", "UNK", "AFG", 6),
    ("Eight dead in suicide and gun attack at Khost bank", "attack.suicide", "UNK", "AFG", 8),
    # fire over a border burns nothing
    ("Cross-border fire kills two in Kunar, officials say", "force.shelling", "UNK", "", 2),
    ("Afghanistan says Pakistani fire across border kills farmer", "force", "PAK", "", 1),
    ("Pakistan army says Afghan firing across border kills another soldier", "", "AFG", "", 1),
    # verbs that the parse takes for nouns
    ("One dead, ten held as police storm union office in Multan", "force.raid", "PAK.COP", "", 1),
    ("Zahedan police: Suicide bomber targets colonel near Khash", "attack.suicide", "UNK", "", 0),
    ("Militants lob grenade at army bunker in Srinagar", "attack.bombing", "IND.REB", "IND", 0),
    ("India security personnel gun down two alleged militants", "force", "IND.MIL", "IND.REB", 2),
    # who fell is said, not those who fell
    ("Pakistan army says four militants killed in hill area", "force", "PAK.MIL", "PAK.REB", 4),
    ("Mastermind of Herat bombing killed in raid", "force.raid", "AFG.MIL", "AFG.REB", 1),
    ("Turkish jets hit PKK camps in Iraq, six militants neutralized", "force", "TUR.MIL", "", 6),
    # dead in it, hurt in it, found after it
    ("Nine soldiers dead in ambush in northern Mali", "attack.ambush", "UNK", "MLI.MIL", 9),
    ("Six hurt in Pakistani firing in Poonch", "force", "PAK", "", 0),
    ("Four boys killed, nine girls injured in Indian firing", "force", "IND", "", 4),
    ("Eight killed in suicide and gun attack in Khuzdar", "attack.suicide", "UNK", "PAK", 8),
    ("Car bomb rips through Herat bazaar, 12 feared dead", "attack.bombing", "UNK", "AFG", 12),
    ("Operation at Herat jail ends with two gunmen dead", "force.operation", "AFG", "AFG.REB", 2),
    ("Bodies of three kidnapped policemen found in Ghazni", "attack", "UNK", "AFG.COP", 3),
    ("Polio worker killed in Swabi", "attack", "UNK", "PAK", 1),
    ("Al-Shabaab hotel siege over, 14 dead", "attack.raid", "SOM.REB", "", 14),
    # one of an age
    ("Roadside bomb kills nine-year-old girl in Farah", "attack.bombing", "UNK", "AFG.CVL", 1),
    ("TTP claims responsibility of Swabi bazaar bombing", "attack", "PAK.REB.TTP", "PAK", 0),
    ("Kabul condemns Pakistani shelling that left two boys dead", "force", "PAK.MIL", "", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "initiator", "target", "dead"), ONE)
def test_a_headline_tells_who_fell(text, kind, initiator, target, dead, reader):
    found = [e for e in read(reader, text, day=DAY) if is_violent(e)]
    assert len(found) == 1
    event = found[0]
    assert event["kind"].startswith(kind)
    assert event["status"] == "happened"
    assert event["initiator"].startswith(initiator)
    assert (event.get("target") or "").startswith(target)
    if dead is not None:
        assert (event.get("deaths_best") or 0) == dead


def test_each_was_told_with_a_word_of_his_own(reader):
    (event,) = read(reader, "Clerk killed, four boys hurt in attack by rebels in Khost", day=DAY)
    assert (event["deaths_best"], event["injured_best"]) == (1, 4)


def test_two_weapons_are_two_deeds(reader):
    found = read(reader, "Air raids kill 14 militants, mine kills three in Farah", day=DAY)
    tolls = {e["kind"]: e["deaths_best"] for e in found}
    assert tolls == {"force.airstrike": 14, "attack.bombing": 3}


def test_an_accusation_is_one_sides_word(reader):
    found = read(reader, "Kabul accuses Pakistan of shelling that killed two boys", day=DAY)
    assert not any(is_violent(e) and e["status"] == "happened" for e in found)


@pytest.fixture(scope="module")
def anywhere() -> Reader:
    return Reader(None)


@pytest.mark.parametrize(
    "text",
    [
        "The council renewed its call on Sunday that Chad free the two pilots.",
        "The bishop repeated his demand today that Sudan ease curbs on visits.",
    ],
)
def test_what_is_called_for_is_not_done(text, anywhere):
    assert [e["kind"] for e in read(anywhere, text, day=DAY)] == ["demand"]


def test_things_to_be_given_back_are_offered(anywhere):
    text = "The Houthis announced they will return the aircraft seized last year from the UN."
    (event,) = read(anywhere, text, day=DAY)
    assert event["kind"] == "agree.offer"


def test_a_march_is_banned_where_it_is_held(anywhere):
    text = "Turkish police stopped a march staged by teachers near party offices in Sivas."
    assert {e.get("admin1") for e in read(anywhere, text, day=DAY)} == {"Sivas"}


@pytest.mark.parametrize(
    "text",
    ["Chad protests the shelling of a post by Sudan.", "Pakistan protested to Iran over a raid."],
)
def test_a_state_protests_by_a_note(text, reader):
    kinds = [e["kind"] for e in read(reader, text, day=DAY)]
    assert [kind for kind in kinds if not kind.startswith("force")] == ["accuse.complaint"]
