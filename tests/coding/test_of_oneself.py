"""What is only of oneself, of need or of law: no offer, no demand, no sanction, no threat of arms."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2024-05-03")


@pytest.fixture(scope="module")
def kinds(reader):
    def tell(text: str) -> list[str]:
        return [e["kind"] for e in read(reader, text, day=DAY)]

    return tell


SAID = [
    ("A Taliban spokesman says that they shall name their own cabinet by Friday.", []),
    ("The spokesman of the Taliban says that they will name a new council next week.", []),
    ("Iran says that it will help Afghanistan to build a railway.", ["agree.offer"]),
    ("The president of Chad orders the army to respect the truce.", []),
    ("The prime minister of Pakistan calls for a meeting of the cabinet on the speech.", []),
    ("The president of Chad orders the rebels to respect the truce.", ["demand"]),
    ("The ministry threatened legal action against shops that break the rule.", ["threat"]),
    ("The army threatened action against the rebels.", ["threat.military"]),
    ("A Kenyan delegation cancels a visit to Lima after the city's airport was shut.", []),
    (
        "India cancels talks with Pakistan after the killing of three policemen.",
        ["sanction.diplomatic"],
    ),
    ("The governor of Herat orders a lockdown of the city as cases rise.", []),
    ("The Taliban announce their annual spring offensive, called Victory.", ["threat.military"]),
    ("Chile drops the Taliban from its list of banned groups.", ["concede.easing"]),
    ("The envoy of Peru withdraws from the list of guests at the forum.", []),
]


@pytest.mark.parametrize(("text", "told"), SAID)
def test_of_oneself_it_is_no_step_towards_another(kinds, text, told):
    assert kinds(text) == told


def test_an_exile_who_warns_of_what_others_will_do_threatens_nobody(kinds):
    text = "A Chadian activist abroad warned that teachers will be punished under the new rulers."
    assert not [kind for kind in kinds(text) if kind.startswith("threat")]
    text = "The opposition in Chad warned that it would march on the capital."
    assert kinds(text) == ["threat"]


def test_who_is_killed_while_planning_an_attack_threatens_nobody_more(kinds):
    text = "Soldiers kill four militants planning to bomb a mosque in Bannu."
    assert not [kind for kind in kinds(text) if kind.startswith("threat")]
