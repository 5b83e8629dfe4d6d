"""What is announced and still to come: planned, no offer to anybody and no threat."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2021-05-14")


def told(reader, text):
    return [(e["kind"], e["status"]) for e in read(reader, text, day=DAY)]


PLANNED = [
    (
        "Denmark announces that it will withdraw its troops from Mali by late August.",
        "retreat.withdrawal",
    ),
    ("Portugal says it plans to pull its soldiers out of Chad by June.", "retreat.withdrawal"),
    (
        "The Norwegian government has decided to withdraw its forces from Iraq.",
        "retreat.withdrawal",
    ),
    ("The Rwandan army announces a withdrawal of 900 soldiers from Congo.", "retreat.withdrawal"),
    ("Rwandan troops will be deployed in Mozambique to guard a gas plant.", "mobilize.troops"),
    ("Rwanda will send 300 more soldiers to Mozambique.", "mobilize.troops"),
    ("Talks between Ethiopia and Eritrea will begin today in Nairobi, Kenya.", "talks"),
    ("Ethiopian and Eritrean leaders will meet in Nairobi, Kenya.", "talks.meeting"),
    ("Uganda announces that it will close all charities that teach girls.", "coerce.restriction"),
    ("Turkey says it is to host a conference on Libya in June.", "talks.mediation"),
    ("Ecuador will hold talks with the Peruvian rebels, its minister said.", "talks"),
    ("The premier of Chad will visit Niger.", "talks.visit"),
    ("Peru is to reopen its embassy in Chile.", "support.diplomatic"),
]
HAPPENED = [
    ("Chile withdrew its troops from the border with Peru.", "retreat.withdrawal"),
    ("Chile offers to withdraw its troops from the border with Peru.", "agree.offer"),
    ("Kenya pledges to withdraw its troops from Somalia.", "agree"),
    ("Rwanda sends 300 more soldiers to Mozambique.", "mobilize.troops"),
    ("Talks between Ethiopia and Eritrea began today in Nairobi, Kenya.", "talks"),
    ("Ethiopian and Eritrean leaders met in Nairobi, Kenya.", "talks.meeting"),
    ("Uganda threatens to close all foreign charities.", "threat.sanction"),
    (
        "The president of Uganda announces that students will be barred from visiting the square.",
        "coerce.restriction",
    ),
    (
        "The rebels say they are ready to reach a ceasefire with the Colombian government.",
        "agree.offer",
    ),
    (
        "The FARC rebels agreed to reach a ceasefire with the Colombian government.",
        "agree.ceasefire",
    ),
]


@pytest.mark.parametrize(("text", "kind"), PLANNED)
def test_what_one_decides_for_himself_is_planned(reader, text, kind):
    assert told(reader, text) == [(kind, "planned")]


@pytest.mark.parametrize(("text", "kind"), HAPPENED)
def test_what_is_done_offered_or_threatened_is_told_as_such(reader, text, kind):
    assert told(reader, text) == [(kind, "happened")]
