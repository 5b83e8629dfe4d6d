"""The coder on sentences of our own: what must be coded, and what must not."""

from concurrent.futures import Executor, Future

import pandas as pd
import pytest

from escalation.coding import code
from escalation.coding.coder import Reader
from escalation.schema import EVENTS, ContractError, checked
from escalation.theatre import Theatre

DAY = pd.Timestamp("2025-03-12")


def documents(*texts: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "document": [f"d{i}" for i in range(len(texts))],
            "text": list(texts),
            "published": DAY,
            "known_at": DAY,
            "source": "own",
        }
    )


@pytest.fixture(scope="module")
def theatre_reader() -> Reader:
    return Reader(Theatre.read("pak-afg"))


@pytest.fixture(scope="module")
def world_reader() -> Reader:
    return Reader(None)


def read(reader: Reader, *texts: str) -> list[dict]:
    return list(reader.read(documents(*texts).to_dict("records")))


# text, kind (or a branch above it), initiator, target: codes or what they begin with
THEATRE = [
    (
        "A suicide bomber blew himself up at a market in Quetta, killing eleven shoppers.",
        ("attack.suicide", "UNK.REB", "PAK.CVL"),
    ),
    (
        "Two policemen were killed by gunmen of the Tehrik-i-Taliban Pakistan in Bannu.",
        ("attack.shooting", "PAK.REB.TTP", "PAK.COP"),
    ),
    (
        "A roadside bomb hit a convoy of the Frontier Corps near Turbat on Monday.",
        ("attack.bombing", "UNK", "PAK.MIL"),
    ),
    (
        "The Balochistan Liberation Army ambushed an army convoy in Khuzdar, killing six soldiers.",
        ("attack.ambush", "PAK.REB.BLA", "PAK.MIL"),
    ),
    (
        "Pakistani jets bombed suspected camps in Khost province, Afghan officials said.",
        ("force.airstrike", "PAK.MIL", ""),
    ),
    (
        "Afghan forces shelled a Pakistani post near Chaman, wounding three soldiers.",
        ("force.shelling", "AFG.MIL", "PAK.MIL"),
    ),
    (
        "Afghan and Pakistani border guards exchanged fire near Torkham overnight.",
        ("force.clash", "AFG.MIL", "PAK.MIL"),
    ),
    (
        "A US drone strike killed four militants in North Waziristan.",
        ("force.drone", "USA.MIL", "PAK.REB"),
    ),
    (
        "The army killed nine Pakistani Taliban fighters in an operation in Lakki Marwat.",
        ("force.operation", "PAK.MIL", "PAK.REB.TTP"),
    ),
    (
        "Unknown men kidnapped three engineers from a dam site in Kurram.",
        ("attack.abduction", "UNK", "PAK.CVL"),
    ),
    (
        "Islamabad accused Kabul of sheltering militants who cross the frontier.",
        ("accuse.harbouring", "PAK.GOV", "AFG.GOV"),
    ),
    (
        "Pakistan closed the Torkham crossing with Afghanistan on Tuesday.",
        ("sanction.border", "PAK.GOV", "AFG.GOV"),
    ),
    (
        "Pakistan deported four hundred Afghan families through Chaman.",
        ("coerce.deportation", "PAK.GOV", "AFG"),
    ),
    (
        "Pakistan reopened the Torkham crossing after five days.",
        ("concede.reopening", "PAK.GOV", ""),
    ),
    (
        "Pakistan and Afghanistan agreed to a ceasefire after a week of fighting.",
        ("agree.ceasefire", "PAK.GOV", "AFG.GOV"),
    ),
    (
        "The Taliban government rejected Pakistan's accusation.",
        ("reject.accusation", "AFG.GOV", "PAK.GOV"),
    ),
    (
        "Pakistan threatened to strike militants inside Afghanistan.",
        ("threat", "PAK.GOV", "AFG.GOV"),
    ),
    (
        "Foreign ministers of Pakistan and Afghanistan met in Kabul.",
        ("talks.meeting", "PAK.GOV", "AFG.GOV"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), THEATRE, ids=[e[0] for _, e in THEATRE])
def test_codes_the_theatre(theatre_reader, text, expected):
    events = read(theatre_reader, text)
    assert len(events) == 1, [(e["kind"], e["initiator"], e["target"]) for e in events]
    kind, initiator, target = expected
    event = events[0]
    assert event["kind"].startswith(kind) and event["status"] == "happened"
    assert (event["initiator"] or "").startswith(initiator)
    assert (event["target"] or "").startswith(target)


WORLD = [
    ("Chilean police fired on dockers in Valparaiso, killing two.", ("force", "CHL.COP", "CHL")),
    ("A suicide bomber killed nine worshippers in Kano.", ("attack.suicide", "", "NGA.CVL")),
    ("Peru recalled its ambassador from Ecuador on Friday.", ("sanction.diplomatic", "PER", "ECU")),
    ("Norway promised to send blankets to Mozambique.", ("agree", "NOR", "MOZ")),
    ("Thousands of students marched in Santiago against the government.", ("protest", "CHL", "")),
    ("The president of Kenya praised Uganda's reforms.", ("support", "KEN.GOV", "UGA")),
    ("Burma's army released forty political prisoners.", ("concede.release", "MMR.MIL", "")),
    ("Zambia's prime minister resigned on Sunday.", ("retreat.resignation", "ZMB.GOV", "")),
    ("Brazil urged Bolivia to reopen the pipeline.", ("demand", "BRA", "BOL")),
    ("Turkish prosecutors opened an inquiry into the mayor.", ("investigate", "TUR.JUD", "")),
    ("Ghana sent two hundred troops to its frontier with Togo.", ("mobilize", "GHA", "")),
    ("France gave Chad a loan of forty million dollars.", ("aid.economic", "FRA", "TCD")),
    ("Jordan rejected a Syrian proposal for joint patrols.", ("reject.proposal", "JOR", "SYR")),
    ("The governor of Corrientes imposed a curfew.", ("coerce.restriction", "ARG.GOV", "")),
]


@pytest.mark.parametrize(("text", "expected"), WORLD, ids=[e[0] for _, e in WORLD])
def test_codes_the_world_without_a_theatre(world_reader, text, expected):
    events = read(world_reader, text)
    assert events, "nothing coded"
    kind, initiator, target = expected
    fits = [
        e
        for e in events
        if e["kind"].startswith(kind)
        and (e["initiator"] or "").startswith(initiator)
        and (e["target"] or "").startswith(target)
    ]
    assert len(fits) == 1, [(e["kind"], e["initiator"], e["target"]) for e in events]


NOTHING = [
    "An earthquake in Herat killed forty people.",
    "A bus fell into a ravine in Kohistan, killing nineteen passengers.",
    "Two people were killed when a roof collapsed in Lahore.",
    "A gas cylinder exploded in a kitchen in Karachi, injuring a family.",
    "Pakistan beat Afghanistan by six wickets in the cricket match at Sharjah.",
    "Tensions between the two countries continue to flare up.",
    "Cross-border violence continues to trouble the region.",
    "Health officials reported forty new cases of polio in Pakistan.",
    "The film tells of a bombing in Peshawar.",
    "If militants attack the dam, the valley will be flooded.",
    "Kabul University opened a new library.",
    "The two men were convicted of the murder of a teacher.",
    "The anniversary of the attack was marked in Peshawar with prayers.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_codes_nothing_where_nothing_was_done(theatre_reader, text):
    events = read(theatre_reader, text)
    assert [e["kind"] for e in events if e["status"] == "happened"] == []


STATUS = [
    ("Police foiled a suicide attack on a church in Lahore.", "attack.suicide", "failed"),
    (
        "Pakistan will strike inside Afghanistan unless the attacks stop, the minister said.",
        "threat",
        "conditional",
    ),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUS)
def test_status(theatre_reader, text, kind, status):
    events = [e for e in read(theatre_reader, text) if e["kind"].startswith(kind)]
    assert [e["status"] for e in events] == [status]


def test_who_claims_an_attack_is_its_initiator(theatre_reader):
    events = read(
        theatre_reader,
        "A bomb killed five people in Quetta. The Balochistan Liberation Army claimed"
        " responsibility for the attack.",
    )
    assert [(e["kind"], e["initiator"]) for e in events] == [("attack.bombing", "PAK.REB.BLA")]


def test_speaker_is_not_the_attacker(theatre_reader):
    (event,) = read(theatre_reader, "Police said that gunmen shot dead a teacher in Swabi.")
    assert event["initiator"] == "UNK.REB"


def test_the_taliban_govern_since_august_2021():
    text = "The Taliban arrested two journalists in Kabul."
    early = documents(text).assign(published=pd.Timestamp("2015-05-05"))
    theatre = Theatre.read("pak-afg")
    assert code(early, theatre)["initiator"].tolist() == ["AFG.REB.TALIBAN"]
    assert code(documents(text), theatre)["initiator"].tolist() == ["AFG.GOV"]


def test_an_act_told_again_is_one_event(theatre_reader):
    events = read(
        theatre_reader,
        "Gunmen attacked a police post in Tank on Tuesday. The attack left two constables dead.",
    )
    assert len(events) == 1
    assert events[0]["deaths_best"] == 2


def test_two_attacks_in_two_places_are_two_events(theatre_reader):
    events = read(
        theatre_reader,
        "A bomb killed four people in Quetta. Another bomb wounded three people in Karachi.",
    )
    assert [e["admin1"] for e in events] == ["Balochistan", "Sindh"]


def test_keeps_the_contract_and_the_order():
    texts = [text for text, _ in THEATRE[:6]]
    events = code(documents(*texts), Theatre.read("pak-afg"))
    assert checked(events, EVENTS).equals(events)
    assert events["document"].tolist() == sorted(events["document"])


def test_coding_is_the_same_in_any_company():
    """What one document gives does not depend on the documents beside it."""
    texts = [text for text, _ in THEATRE]
    theatre = Theatre.read("pak-afg")
    together = code(documents(*texts), theatre)
    alone = code(documents(*texts).iloc[3:4], theatre)
    kept = together[together["document"] == "d3"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, alone)


@pytest.mark.slow
def test_several_processes_tell_what_one_tells_in_the_same_order(monkeypatch, theatre):
    monkeypatch.setattr("escalation.coding.coder._FEW", 0)
    monkeypatch.setattr("escalation.coding.side_by_side._SHARE", 2)
    table = documents(*[text for text, _ in THEATRE] * 2)
    pd.testing.assert_frame_equal(code(table, theatre, processes=2), code(table, theatre))


def test_this_process_reads_from_the_end_what_no_other_has_begun(monkeypatch, theatre):
    class Idle(Executor):
        def __init__(self, *args, **kwargs):
            self.asked = []

        def submit(self, work, share):  # the first share is begun and done, the others wait
            self.asked.append(Future())
            if len(self.asked) == 1:
                self.asked[0].set_result(list(Reader(theatre).read(share)))
            return self.asked[-1]

    monkeypatch.setattr("escalation.coding.coder._FEW", 0)
    monkeypatch.setattr("escalation.coding.side_by_side._SHARE", 2)
    monkeypatch.setattr("escalation.coding.side_by_side.ProcessPoolExecutor", Idle)
    table = documents(*[text for text, _ in THEATRE])
    pd.testing.assert_frame_equal(code(table, theatre, processes=2), code(table, theatre))


@pytest.mark.slow
def test_empty_and_odd_texts():
    given = documents("", "   ", "!!!", "Ж" * 200, "a " * 6000)
    assert len(code(given, None)) == 0


def test_a_missing_column_is_named():
    with pytest.raises(ContractError, match="known_at"):
        code(documents("x").drop(columns="known_at"))


def test_an_unknown_coder_lists_the_known():
    with pytest.raises(ContractError, match="rules"):
        code(documents("x"), coder="magic")
