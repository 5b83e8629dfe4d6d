"""Violence that a sentence names and does not tell: none is made of it."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2022-09-05")


NONE = [
    "Kenya names an ambassador to Afghanistan, the first since the 2021 Taliban offensive.",
    "Germany deports 20 convicts, the first such step since the Taliban regained control of Kabul.",
    "The founder of the Haqqani network is said to have died two winters ago.",
    "Iran offered the Taliban bounties to kill American soldiers.",
    "The Taliban has declared that they will try to kill a translator who fled to Canada.",
    "The president of Afghanistan appeals to local warlords to fight the Taliban.",
    "Qatar hired four companies of mercenaries to fight the rebels in Chad.",
    "A gas tanker explodes on a highway in Wuhan, China, killing nine.",
    "Nine mines are destroyed by engineers in Zabul.",
]


@pytest.mark.parametrize("text", NONE)
def test_it_is_not_told(violent_kinds, text):
    assert violent_kinds(text) == []


TOLD = [
    ("Militants joined forces to attack a base in Ghazni, killing four soldiers.", "attack"),
    ("Militants tried to kill a judge in Kabul.", "attack"),
    ("In the first raid since the truce, soldiers killed four militants in Zabul.", "force"),
    ("Twelve militants die in a raid by the army in Zabul.", "force"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_it_is_told(violent_kinds, text, kind):
    [found] = violent_kinds(text)
    assert found.startswith(kind)
