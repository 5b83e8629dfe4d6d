"""Statuses of violence: only what is told as having happened counts as an attack."""

import pandas as pd
import pytest

from escalation.coding import code

SENTENCES = [
    ("The army of Chad denied shelling the village of Bol.", "force", "denied"),
    ("Togo's army said its soldiers did not shoot at farmers.", "force", "denied"),
    ("Oslo rejected claims that Norwegian jets had bombed a clinic.", "force", "denied"),
    ("The Houthis claimed to have killed 20 Saudi soldiers.", "attack", "claimed"),
    ("Peru accused Bolivian soldiers of firing at its post.", "attack", "claimed"),
    ("Police uncovered a plot by Hezbollah to bomb a bank in Lima.", "attack", "planned"),
    ("The warlord urged his fighters to attack the garrison.", "attack", "demanded"),
    ("If Ghana bombs Togo, the bloc will step in.", "force", "conditional"),
    ("In 1998 a car bomb in Omagh killed 29 people.", "attack", "recalled"),
    ("Judges in Kenya read the file on the 2009 murder of a lawyer.", "attack", "recalled"),
    ("After last month's bombing in Lima, Peru's leader met envoys.", "attack", "recalled"),
    ("Spanish police foiled an attack on a train in Madrid.", "attack", "failed"),
    ("A rocket fired at Haifa was intercepted by Israel.", "force", "failed"),
]


def coded(*texts: str) -> pd.DataFrame:
    day = pd.Timestamp("2024-03-15")
    names = [str(at) for at in range(len(texts))]
    return code(
        pd.DataFrame(
            {"document": names, "text": texts, "published": day, "known_at": day, "source": "s"}
        )
    )


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return coded(*(text for text, _, _ in SENTENCES))


@pytest.mark.parametrize("at", range(len(SENTENCES)), ids=[s[0][:40] for s in SENTENCES])
def test_what_is_only_spoken_of_gets_its_status_and_does_not_count(events, at):
    _, family, status = SENTENCES[at]
    violent = events[events["document"].eq(str(at)) & events["kind"].str.match(r"attack|force")]
    assert violent["status"].tolist() == [status]
    assert violent["kind"].str.match(r"attack|force").all() and family in ("attack", "force")


def test_an_act_of_last_tuesday_by_somebody_is_not_one_to_come():
    event = coded("Two clerks were killed by gunmen in Cali on Tuesday.").iloc[0]
    assert event["status"] == "happened"
    assert event["happened_from"] == event["happened_to"] == pd.Timestamp("2024-03-12")


@pytest.mark.parametrize("words", ["provided that", "on condition that", "as long as", "only if"])
def test_what_hangs_on_a_proviso_is_conditional(words):
    events = coded(f"Laos will reopen its border with Vietnam {words} the fighting ends.")
    offers = events[events["kind"].str.startswith("agree")]
    assert offers["status"].tolist() == ["conditional"]


def test_who_claims_an_attack_is_kept_as_attribution():
    event = coded("The Houthis claimed that they had killed 20 Saudi soldiers.").iloc[0]
    assert "Houthis" in event["attribution"] and event["deaths_best"] == 20


@pytest.mark.parametrize(
    "text",
    [
        "Peru accused Bolivia of shelling a camp in Puno.",
        "Peru blamed Bolivia for shelling a camp in Puno.",
        "Peru accuses Bolivia of killing nine miners with shells in Puno.",
    ],
)
def test_whoever_is_accused_did_it_not_the_one_who_accuses(text):
    events = coded(text)
    act = events[events["kind"].str.startswith(("force", "attack"))].iloc[0]
    assert (act["initiator"][:3], act["status"]) == ("BOL", "claimed")


@pytest.mark.parametrize(
    "text",
    [
        "Togo will reopen the road to Ghana, provided the shelling stops.",
        "Should Ghana apologise, Togo will reopen the road to it.",
    ],
)
def test_a_condition_without_if_is_one(text):
    events = coded(text)
    assert events["status"].eq("conditional").any()
