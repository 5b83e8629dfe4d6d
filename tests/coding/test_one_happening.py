"""One happening that a sentence tells in two ways: by its title, its number, what came of it."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent

DAY = pd.Timestamp("2009-09-16")

ONE = [
    # a title
    ("2012 Quetta bombings: The bombings' death toll rises to 31 with 60 people hurt.", "attack.bombing", 31),
    ("2012 Sokoto suicide bombing: Six women die after a bomber blows herself up beside a well.", "attack.suicide", 6),
    # which it was, and that it goes on
    ("A booby trap killed four drivers in Gao, thought to be the second bombing of a depot this year.", "attack.bombing", 4),
    ("The death toll from a TTP assault on a customs house in Quetta grows to nine while the assault continues.", "attack", 9),
    ("Al-Shabaab raids three police posts in Garissa; all the attacks are repelled by Kenyan troops.", "attack.raid", None),
    # what came of it
    ("Rebels make nine attacks on Malian patrols near Kidal, resulting in the deaths of six soldiers.", "attack", 6),
    ("Five drone attacks are said to have killed 12 smugglers near Kidal in an attack before dawn.", "force.drone", 12),
    ("Malian jets destroy nine barns near Kidal, reportedly killing 12 herders.", "force.airstrike", 12),
    ("An earlier drone strike near Abyan killed Sami Qadri, a leader of Yemeni rebels.", "force.drone", 1),
    ("Nine drivers are hurt and one is killed after a blast in Garissa, with a Danish convoy targeted by Al-Shabaab.", "attack.bombing", 1),
    ("Fighting begins as Al-Shabaab attacks a customs post at Garissa. The fighting is over by noon.", "force.clash", None),
    ("Fighting erupts in Mogadishu as militia attack the port. The fighting kills nine people.", "force.clash", 9),
    # whom commandos freed
    ("Kenyan commandos raid a bus in Garissa and rescue 12 pupils held captive by rebels.", "force.raid", None),
    ("The Taliban executed a Peruvian hostage in Ghazni.", "attack", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "deaths"), ONE)
def test_told_once(told, text: str, kind: str, deaths: int | None) -> None:
    found = [e for e in told(text) if e["status"] in ("happened", "failed")]
    assert [(e["kind"], e.get("deaths_best")) for e in found] == [(kind, deaths)]


def test_the_attempt_on_a_life_is_the_attack_that_failed(told) -> None:
    text = (
        "The mayor of Lima escapes a mortar attack, the fifth attempt to assassinate her since May."
    )
    assert [e["kind"] for e in told(text)] == ["attack.shelling"]


def test_another_place_is_another_attack(told) -> None:
    text = "Gunmen kill six soldiers in Zabul while a bomb kills two traders in Multan."
    assert len(told(text)) == 2


def test_prisoners_whom_raiders_free_are_no_step_of_the_state(told) -> None:
    text = "Forty convicts are freed from a jail in Quetta after the Pakistani Taliban attack it."
    assert [e["kind"] for e in told(text)] == ["attack"]


SOMETHING_ELSE = [
    "Swiss nurse Eva Roth, a volunteer with Caritas who was held hostage in Mali, is freed.",
    "An Air Peru cargo airplane explodes at an airfield near Lima.",
    # of whose life it is told, and what troops are sent for
    "Omar, who fought for the Taliban against Chad, opens a school.",
    "Chile will deploy 90 soldiers in Mali to help battle the rebels.",
]


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_no_fight_of_today(told, text: str) -> None:
    found = [e for e in told(text) if is_violent(e) and e["status"] == "happened"]
    assert found == []


def test_a_protest_that_somebody_organized_is_one(told) -> None:
    text = "In Lima, violent rallies organized by a union leave six dead."
    assert [e["kind"] for e in told(text)] == ["protest.riot"]
