"""An attack and its details are one event: how it was tried, by whom, how its dead fell."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2022-03-14")

ONE = [
    # what burst was a bomber
    (
        "An explosion rocked a mosque in Nowshera, killing eight people. Police said a suicide "
        "bomber detonated his vest in the front row.",
        "attack.suicide",
    ),
    # who tried, and how it came out
    (
        "Fighters tried to storm an army camp in Kohlu. Two were shot by sentries, and a third "
        "blew himself up at the gate, killing a soldier.",
        "attack.suicide",
    ),
    (
        "Two suicide bombers attacked a barracks in Bannu, killing 18 people. Other attackers "
        "tried to storm the compound.",
        "attack.suicide",
    ),
    # how it was done
    (
        "Gunmen attacked a bus in Barkhan, killing seven passengers. The men stopped the bus, "
        "checked identity cards and shot the passengers.",
        "attack.shooting",
    ),
    (
        "Armed men abducted 12 workers from a mine in Herat. The gunmen stormed the camp at night "
        "and led the workers away.",
        "attack.abduction",
    ),
    (
        "Rebels ambushed an army patrol in Manipur and killed four soldiers. The soldiers were "
        "on their way home when they came under fire.",
        "attack.ambush",
    ),
    (
        "Suspected Islamists raided a town in Mali. They burned houses and killed at least 20 "
        "residents, the mayor said.",
        "attack.raid",
    ),
    # its dead
    (
        "Indian forces shot dead three suspected militants in Kishtwar. The militants were killed "
        "in a gun battle.",
        "force.shooting",
    ),
    (
        "Kenyan air strikes on Garissa killed 30 people. Eleven of them were killed when a strike "
        "hit a school.",
        "force.airstrike",
    ),
    (
        "Three gunmen attack a police headquarters in Peshawar. Three officers are killed and "
        "all attackers are shot dead.",
        "attack.raid",
    ),
    (
        "Pakistan's army says it has ended the siege of the Mashal Express, killing 33 attackers. "
        "Twenty hostages and four soldiers were killed.",
        "force.operation",
    ),
    (
        "Iran fired missiles at an air base in Qatar. Qatar says all missiles were intercepted.",
        "force.airstrike",
    ),
    # of a day told before
    (
        "Israel struck Tehran on Friday. The strikes killed nine people. Jets hit a plant and "
        "two bases.",
        "force.airstrike",
    ),
]


@pytest.mark.parametrize(("text", "kind"), ONE)
def test_an_attack_and_its_details_are_one_event(violent_kinds, text: str, kind: str) -> None:
    assert violent_kinds(text) == [kind]


def test_a_crowd_is_dispersed_by_blows(told) -> None:
    found = told("Police dispersed a rally in Srinagar by beating the marchers with batons.")
    assert [e["kind"] for e in found if not e["kind"].startswith("protest")] == ["attack.beating"]


def test_who_ends_a_siege_by_fighting_reopens_nothing(told) -> None:
    text = (
        "Pakistan's army says it has ended the siege of the Mashal Express, killing 33 attackers."
    )
    assert [e["kind"] for e in told(text)] == ["force.operation"]


def test_hostages_who_are_killed_are_not_taken_by_it(violent_kinds) -> None:
    assert violent_kinds("Two hostages were killed in Mali.") == ["attack"]


SEVERAL = [
    (
        "Pakistani troops raided a hideout in Bajaur, killing nine militants. The TTP claimed "
        "responsibility for an ambush on the troops in Tank.",
        {"force.raid", "attack.ambush"},
    ),
    (
        "Two bombings shook Pakistan, killing seven people. A suicide bomber killed five "
        "people in Bajaur while another killed two at a market in Mardan.",
        {"attack.suicide", "attack.bombing"},
    ),
    (
        "A bomb killed nine people in Ghor. Meanwhile, militants stopped a bus in Herat, shooting "
        "at passengers and killing three of them.",
        {"attack.bombing", "attack.shooting"},
    ),
    # whom an air strike or troops elsewhere kill is no bomber of before
    (
        "A suicide bomber hits a police post in Kohat, killing six. Three drone strikes in "
        "Orakzai kill 15 militants.",
        {"attack.suicide", "force.drone"},
    ),
    (
        "Gunmen attack a checkpoint in Bannu. Nine militants are killed in Orakzai.",
        {"attack.raid", "force.operation"},
    ),
]


@pytest.mark.parametrize(("text", "kinds"), SEVERAL)
def test_another_attack_is_another_event(violent_kinds, text: str, kinds: set[str]) -> None:
    assert len(violent_kinds(text)) == 2
    assert set(violent_kinds(text)) <= kinds
