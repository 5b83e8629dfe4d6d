"""Ground that changes hands, posts that come under attack, and verbs that were read as nouns."""

import pandas as pd
import pytest

from escalation.coding.sentence.verb_forms import past_of

DAY = pd.Timestamp("2019-03-14")  # a Thursday


TALIBAN = "AFG.REB.TALIBAN"
TAKEN = [
    ("The Taliban take over a valley in Kunar.", TALIBAN, "AFG.GOV", "Kunar"),
    ("The Taliban gained control of the district of Almar in Faryab.", TALIBAN, "AFG.GOV", "Faryab"),
    ("Most of Musa Qala District in Helmand was seized by the Taliban.", TALIBAN, "AFG.GOV", "Helmand"),
    ("The Taliban have captured Sheberghan, residents say.", TALIBAN, "AFG.GOV", "Jowzjan"),
    ("The Taliban enters Taloqan, the capital of Takhar.", TALIBAN, "AFG.GOV", "Takhar"),
    ("Zaranj falls to the Taliban.", TALIBAN, "AFG.GOV", "Nimroz"),
    ("Ghazni fell into the hands of the Taliban.", TALIBAN, "AFG.GOV", "Ghazni"),
    ("Militants captured a checkpoint in Bannu and burned it.", "PAK.REB", "PAK.COP", None),
    ("Afghan forces retook a valley in Baghlan from the Taliban.", "AFG.MIL", TALIBAN, "Baghlan"),
    ("The military retake a barracks in Herat.", "AFG.MIL", None, "Herat"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taker", "loser", "province"), TAKEN)
def test_who_takes_ground_and_from_whom(text, taker, loser, province, told):
    (event,) = told(text)
    assert (event["kind"], event["initiator"]) == ("force.capture", taker)
    assert event.get("target") == loser
    assert province is None or event["admin1"] == province


@pytest.mark.parametrize(
    "text",
    [
        "The singer Jane Roe enters Herat for a concert.",
        "Gunmen seize Omar Khan in Quetta.",
        "The minister takes the road to Kandahar.",
        "The price of wheat falls to the level of 2015 in Herat.",
        "Traders take over a market stall in Peshawar.",
    ],
)
def test_not_everything_that_is_taken_is_ground(text, told):
    assert "force.capture" not in [event["kind"] for event in told(text)]


def test_an_attack_is_not_lost_in_what_was_taken(told):
    text = "The BLA launches an offensive against the army in Kalat, gaining control of two roads."
    assert {e["kind"] for e in told(text)} == {"attack", "force.capture"}
    earlier = told("Soldiers storm a hotel in Khost that had been seized by rebels, killing three.")
    assert ("force.raid", "AFG.MIL") in [(e["kind"], e["initiator"]) for e in earlier]


UNDER = [
    ("A base in Baghlan came under attack from Taliban fighters, killing nine soldiers.", TALIBAN, 9),
    ("Three people died as a convoy of soldiers comes under fire in Khost.", "UNK", 3),
    ("A clinic in Kunduz came under attack by rebels.", "AFG.REB", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hand", "dead"), UNDER)
def test_who_comes_under_attack_did_not_attack(text, hand, dead, told):
    (event,) = told(text)
    assert event["kind"].startswith("attack")
    assert (event["initiator"], event.get("deaths_best")) == (hand, dead)


@pytest.mark.parametrize("text", ["The minister came under fire for his words.",
                                  "The plan comes under attack from its critics."])  # fmt: skip
def test_critics_attack_nobody(text, told):
    assert not [event for event in told(text) if event["kind"].startswith(("attack", "force"))]


READ_AGAIN = [
    ("Gunmen on a motorbike shoot dead a teacher in Herat.", "attack.shooting", "UNK.REB"),
    ("A fighter from the TTP shoots dead an officer in Tank.", "attack.shooting", "PAK.REB.TTP"),
    ("A bomber allegedly linked to ISIL strikes a bank in Herat.", "attack", "IMG.REB.IS"),
    ("Supporters of the cleric Omar Sadr storm the parliament in Kabul.", "attack.raid", "AFG.OPP"),
]


@pytest.mark.parametrize(("text", "kind", "hand"), READ_AGAIN)
def test_a_verb_that_takes_an_object_is_no_noun(text, kind, hand, told):
    (event,) = told(text)
    assert event["kind"].startswith(kind)
    assert event["initiator"] == hand


def test_the_past_of_verbs_that_are_read_again():
    assert [past_of(verb) for verb in ("strikes", "seize", "expels", "bans", "retake")] == [
        "struck", "seized", "expelled", "banned", "retook",
    ]  # fmt: skip


def test_what_was_kept_and_blew_up_was_set_off_by_nobody(told):
    assert (
        told("Five people die after confiscated explosives detonate in a Karachi barracks.") == []
    )
    assert told("Explosives seized from smugglers went off in a Lahore depot, killing two.") == []
    (event,) = told("Explosives hidden in a cart went off in Lahore, killing two.")
    assert event["kind"] == "attack.bombing"


COUNTED = [
    ("Four anti-war/anti-Taliban marchers are shot dead by police in Kabul.", 4),
    ("Journalist Omar Khan is shot dead by unknown gunmen in Peshawar.", 1),
    ("Omar Khan, director of a school, was killed by gunmen in Khost.", 1),
    ("Suicide bomber attacks Pak paramilitary force, 2 killed", 2),
]


@pytest.mark.parametrize(("text", "dead"), COUNTED)
def test_people_are_counted(text, dead, told):
    (event,) = told(text)
    assert event["deaths_best"] == dead


def test_a_later_sentence_may_tell_that_it_was_an_assassination(told):
    text = "Gunmen kill a cleric in Khost. It is the third targeted killing of a scholar this year."
    (event,) = told(text)
    assert event["kind"] == "attack.assassination"


def test_a_journalist_is_of_the_press(told):
    (event,) = told("Gunmen kill the Kenyan reporter Jane Otieno in Herat.")
    assert event["target"] == "KEN.MED"


def test_what_somebody_is_charged_with_is_no_aid_of_his(told):
    text = "The Kenyan reporter Jane Otieno was detained and charged with fraud and aiding rebels."
    assert "aid" not in [event["kind"] for event in told(text)]
