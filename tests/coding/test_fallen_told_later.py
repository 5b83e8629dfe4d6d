"""Who was hit, told only in the next sentence, in part of the dead, or by a bare number."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2025-03-04")

HIT = [
    # a later sentence tells who fell, or at whom it was
    ("A mine blew up a vehicle in Hangu. Among the dead were four constables.", "PAK.COP"),
    ("Rebels ambushed a jeep near Kohat, killing three. The dead were all constables.", "PAK.COP"),
    (
        "Gunmen attacked a car in Zhob on Saturday. The victims were identified as guards.",
        "PAK.COP",
    ),
    ("A blast in Zhob killed seven people. Five of the dead were constables.", "PAK.COP"),
    ("A blast in Zhob killed 27 people. Two constables were among the dead.", "PAK.CVL"),
    ("A blast in Zhob killed six people. Most of the victims were constables.", "PAK.COP"),
    ("Gunmen ambushed a pickup in Kech. The four men killed were soldiers.", "PAK.MIL"),
    ("A mine blew up a jeep in Bastar, India. Six constables were killed.", "IND.COP"),
    ("A bomb went off in Wana on Saturday. Nine soldiers were killed.", "PAK.MIL"),
    ("Gunmen attacked a camp in Mali on Saturday. At least 30 soldiers died.", "MLI.MIL"),
    ("A blast hit Peshawar on Monday. The target was a police van.", "PAK.COP"),
    ("A blast hit Peshawar on Monday. A police van was the target.", "PAK.COP"),
    ("A blast hit Peshawar on Monday. Police said the blast targeted a police van.", "PAK.COP"),
    ("A blast hit Peshawar. Police were checking whether a minister was the target.", "PAK.CVL"),
    ("A bomb destroyed a truck in Kohlu. The truck was transporting soldiers.", "PAK.MIL"),
    ("A bomb destroyed a truck in Kohlu. The truck was transporting coal.", "PAK.CVL"),
    ("A bomb hit a police van in Kohat. Among the dead was a child.", "PAK.COP"),
    ("A bomb went off in a bazaar in Zhob, killing 30 people. A guard was among them.", "PAK.CVL"),
    # the larger part of those who fell
    ("A bomb in Zhob killed nine people, six of them policemen.", "PAK.COP"),
    ("A bomb in Zhob killed nine people, among them seven constables.", "PAK.COP"),
    ("A bomb in Zhob killed nine people, including three soldiers and two guards.", "PAK.MIL"),
    ("A bomb in Zhob killed 30 people, including two soldiers.", "PAK.CVL"),
    # soldiers hold it
    ("Rockets were fired at Bagram Airfield on Friday, hurting two people.", "AFG.MIL"),
    ("A suicide bomber struck Camp Shaheen near Mazar-i-Sharif.", "AFG.MIL"),
    ("A suicide bomber rammed the gate of Kohat Cantonment, killing nine people.", "PAK.MIL"),
    ("Gunmen opened fire at Quetta airport, wounding a porter.", "PAK.CVL"),
    ("A bomb exploded at a refugee camp near Kohat, killing four people.", "PAK.CVL"),
    # beside whom they stood, towards whom it was fired
    ("A suicide bomber killed nine people near an army vehicle in Kohat.", "PAK.MIL"),
    ("Shots were fired in the direction of a police van in Kohat.", "PAK.COP"),
]


@pytest.mark.parametrize(("text", "target"), HIT)
def test_who_was_hit(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in sides(reader, text, day=DAY)] == [target]


SAME = [
    ("Gunmen killed six soldiers and abducted four in Zhob.", "PAK.MIL"),
    ("Rebels overran a post in Hangu, killing three constables and kidnapping nine.", "PAK.COP"),
    ("Gunmen killed two soldiers in Herat and took three more captive.", "AFG.MIL"),
]


@pytest.mark.parametrize(("text", "target"), SAME)
def test_a_bare_number_is_of_those_told_before(reader: Reader, text: str, target: str) -> None:
    assert [act[2] for act in sides(reader, text, day=DAY)] == [target, target]


def test_who_fell_elsewhere_was_hit_by_another_attack(reader: Reader) -> None:
    told = "A bomb went off in Zhob on Saturday. Two soldiers were killed in Kech."
    assert [act[2] for act in sides(reader, told, day=DAY)] == ["PAK.CVL", "PAK.MIL"]


def test_a_raid_is_on_those_who_fell_in_it(reader: Reader) -> None:
    told = "Troops raided a hideout in Hangu on Saturday. Seven militants were killed."
    kind, initiator, target = sides(reader, told, day=DAY)[0]
    assert (kind, initiator) == ("force.raid", "PAK.MIL")
    assert target.endswith(".REB")
