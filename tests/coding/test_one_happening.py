"""One happening that a sentence tells in two ways: by its title, its number, what came of it."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent

DAY = pd.Timestamp("2009-09-16")

ONE = [
    # a title
    ("2009 Multan bombings: The death toll from the bombings rises to 31 with 60 people wounded.", "attack.bombing", 31),
    ("2009 Zhob suicide bombing: Six people are killed after a suicide bomber blows himself up in Zhob.", "attack.suicide", 6),
    # which it was, and that it goes on
    ("Four people are killed when explosives are detonated in Jammu, thought to be the first attack of its kind in the city.", "attack.bombing", 4),
    ("The death toll from a TTP attack on a naval base in Karachi rises to nine as the attack continues.", "attack", 9),
    ("The Taliban attack two checkpoints in Wardak; both attacks are repelled by Afghan forces.", "attack.raid", None),
    # what came of it
    ("Militants launch three attacks on the Afghan army in Kunar, resulting in six soldiers killed and eight injured.", "attack", 6),
    ("Two drone attacks are reported to have killed 12 militants in Bajaur in a late night attack.", "force.drone", 12),
    ("Pakistani gunships destroy four compounds in Bajaur, reportedly killing 12 people.", "force.airstrike", 12),
    ("A recent drone strike in Bajaur killed Omar Khan, a commander of the Pakistani Taliban.", "force.drone", 1),
    ("One person is killed and nine injured following an explosion in Multan, with an American convoy targeted by the Taliban.", "attack.bombing", 1),
    ("A battle erupts as the Taliban attacks the Kandahar Air Field, the main base in southern Afghanistan. The battle lasts an hour, after which the Taliban flee.", "force.clash", None),
    ("Fighting erupts in Mogadishu as militia attack the port. The fighting kills nine people.", "force.clash", 9),
    # whom commandos freed
    ("Pakistani commandos storm a bank in Swabi and rescue 12 people held hostage by militants.", "force.raid", None),
    ("The Taliban executed a Peruvian hostage in Ghazni.", "attack", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "deaths"), ONE)
def test_told_once(told, text: str, kind: str, deaths: int | None) -> None:
    found = [e for e in told(text) if e["status"] in ("happened", "failed")]
    assert [(e["kind"], e.get("deaths_best")) for e in found] == [(kind, deaths)]


def test_the_attempt_on_a_life_is_the_attack_that_failed(told) -> None:
    text = "President Karzai survives a rocket attack in Ghazni, the third attempt to assassinate him in two years."
    assert [e["kind"] for e in told(text)] == ["attack.shelling"]


def test_another_place_is_another_attack(told) -> None:
    text = "Gunmen kill six soldiers in Zabul while a bomb kills two traders in Multan."
    assert len(told(text)) == 2


def test_prisoners_whom_raiders_free_are_no_step_of_the_state(told) -> None:
    text = "Sixty prisoners are freed from a jail in Kandahar after the Taliban storm it."
    assert [e["kind"] for e in told(text)] == ["attack.raid"]


SOMETHING_ELSE = [
    "Peruvian Ana Diaz, a worker with CARE International who was held hostage in Chad, is released.",
    "A China Airlines Boeing 737 airplane explodes on the runway at Lima.",
    # of whose life it is told, and what troops are sent for
    "Omar, who fought for the Taliban against Chad, opens a school.",
    "Peru will send 90 troops to Afghanistan to help fight the Taliban.",
]


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_no_fight_of_today(told, text: str) -> None:
    found = [e for e in told(text) if is_violent(e) and e["status"] == "happened"]
    assert found == []


def test_a_protest_that_somebody_organized_is_one(told) -> None:
    text = "Six people are killed in violent protests organized by the opposition in Karachi."
    assert [e["kind"] for e in told(text)] == ["protest.riot"]
