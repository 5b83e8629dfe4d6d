"""Families of verbs that tell one act, read in a feed, where the trained classifier adds nothing."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.coding.dealings.lexicon import lexicon
from escalation.coding.sentence.parse import parsed
from tests.coding.reading import read

DAY = pd.Timestamp("2018-05-14")

TOLD = [
    # troops that go home
    ("The last Spanish troops leave Afghanistan.", "retreat.withdrawal", "ESP.MIL", "AFG.GOV"),
    ("Spain brings home its last soldiers from Mali.", "retreat.withdrawal", "ESP", "MLI"),
    ("Spain halves its forces in Mali.", "retreat.withdrawal", "ESP", "MLI"),
    ("Spain ends its military involvement in Mali.", "retreat.withdrawal", "ESP", "MLI"),
    # troops that are sent
    ("Chad reinforces its border with Niger.", "mobilize.troops", "TCD", "NER"),
    ("Spain announces the stationing of 30 more soldiers in Mali.", "mobilize.troops", "ESP", None),
    ("Chad doubles the number of its missiles.", "mobilize.weapons", "TCD", None),
    ("A Kenyan naval convoy is heading towards Yemen.", "mobilize.troops", "KEN.MIL", "YEM"),
    # limits on people
    (
        "Pakistani authorities order barbers in Quetta to stop shaving beards.",
        "coerce.restriction", "PAK.GOV", "PAK.CVL",
    ),
    ("Quetta in Pakistan is placed under lockdown.", "coerce.restriction", "PAK.GOV", "PAK.CVL"),
    ("Pakistan's regulator blocks two messaging apps.", "coerce.restriction", "PAK.GOV", "PAK.CVL"),
    ("Pakistan declares the party PRT illegal.", "coerce.restriction", "PAK.GOV", "PAK.PTY"),
    ("Chad strips Tibesti of its autonomy.", "coerce", "TCD", None),
    (
        "Pakistan orders foreign staff of the charity Oxfam to leave the country.",
        "coerce.expulsion", "PAK.GOV", "NGO",
    ),
    # limits that end, people who are let go
    ("The border between Pakistan and Afghanistan is reopened.", "concede.reopening", None, None),
    ("The ban on rallies is lifted in Pakistan.", "concede.easing", "PAK.GOV", None),
    ("Women in Pakistan are forbidden to drive.", "coerce.restriction", "PAK.GOV", "PAK.CVL"),
    ("A curfew has ended in the Pakistani city of Quetta.", "concede.easing", "PAK.GOV", None),
    ("Pakistan lifts a block on the website Zibbo.", "concede.easing", "PAK.GOV", None),
    (
        "Five hundred prisoners are freed from a jail in Pakistan.",
        "concede.release", "PAK.GOV", "PAK.CVL",
    ),
    # talks
    ("A third round of talks between Chad and Niger starts in Doha.", "talks", "TCD", "NER"),
    ("Pakistan is in contact with the Taliban.", "talks", "PAK.GOV", "AFG.REB.TALIBAN"),
    ("The Taliban say they are open to talks with Peru.", "agree.offer", "AFG.REB.TALIBAN", "PER"),
    # what the speaker says of somebody
    ("Chad says that Niger was behind the bombing.", "accuse", "TCD", "NER"),
    ("Chad says that Niger will face consequences.", "threat", "TCD", "NER"),
    ("Chad says that surrender is out of the question.", "reject.proposal", "TCD", None),
    # denials
    ("Chad says it had nothing to do with the attack.", "reject.accusation", "TCD", None),
    ("Chad finds no evidence of misconduct by its forces.", "reject.accusation", "TCD", None),
    ("Niger accuses Chad of arming rebels, which Chad denied.", "reject.accusation", "TCD", None),
    ("Niger accuses Chad of a raid, a claim that Chad denies.", "reject.accusation", "TCD", None),
    ("Chad denies any part in the Lima marathon bombing.", "reject.accusation", "TCD", None),
    (
        "The Taliban warn that there will be no talks unless the men are freed.",
        "threat.sanction", "AFG.REB.TALIBAN", None,
    ),
    # words between states, and what is halted between two
    ("Peru hits back at Chile over the remarks.", "accuse.condemn", "PER", "CHL"),
    ("Peru trashes Chile's allegations.", "reject.accusation", "PER", "CHL"),
    ("Trade between Peru and Chile has been halted.", "sanction.trade", "PER", "CHL"),
    ("Peru shuts its airspace to Chilean airlines.", "sanction.trade", "PER", "CHL"),
    ("Peru halts the river treaty with Chile.", "sanction.diplomatic", "PER", "CHL"),
    ("Peru sends reinforcements to the border with Chile.", "mobilize.troops", "PER", "CHL"),
    ("Talks between Peru and Chile break down.", "talks", "PER", "CHL"),
    ("Peru gives Chilean soldiers until March 31 to leave.", "threat.ultimatum", "PER", "CHL.MIL"),
    ("Section 12 is imposed in Quetta.", "coerce.restriction", "PAK.GOV", None),
    # courts and whom they try
    (
        "The ex-leader of Pakistan Omar Khan is ordered to appear before the High Court for treason.",
        "accuse.charge", "PAK.JUD", None,
    ),
    ("Two Spanish soldiers go on trial for killing civilians.", "accuse.charge", "ESP.JUD", "ESP.MIL"),
    ("Two rebels are convicted and sentenced to death in Chad.", "coerce.arrest", "TCD.JUD", "TCD.REB"),
    # what stands in a clause of its own
    ("The Pakistani senate passes a bill to outlaw satire.", "coerce.restriction", "PAK.LEG", None),
    ("Pakistan issues an order to close 40 charities.", "coerce.restriction", "PAK.GOV", None),
    ("A strike in Pakistan ends as a deal is reached with the unions.", "agree.deal", "PAK.GOV", None),
    ("Niger's minister said in a statement that Chad was behind the raid.", "accuse", "NER.GOV", "TCD"),
    (
        "Pakistan's opposition interrupts a session of Parliament demanding that the premier resign.",
        "demand", "PAK.OPP", None,
    ),
    # help, by whoever gives it
    ("Pakistan receives two million doses of vaccine from Peru.", "aid.humanitarian", "PER", "PAK.GOV"),
    ("Peru halts the training of Afghan recruits.", "sanction.aid", "PER", "AFG.MIL"),
    ("Peru bars the entry of officials of Niger.", "sanction", "PER", "NER.GOV"),
    ("Peru designates Niger a major ally.", "support.diplomatic", "PER", "NER"),
    ("A Peruvian general orders an inquiry into the raid, approving a probe.", "investigate", "PER", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "initiator", "target"), TOLD, ids=[t[0][:40] for t in TOLD]
)
def test_a_family_of_verbs_tells_its_act(
    reader: Reader, text: str, kind: str, initiator: str | None, target: str | None
) -> None:
    mine = [e for e in read(reader, text, day=DAY) if e["kind"] == kind]
    assert mine
    assert initiator is None or mine[0]["initiator"].startswith(initiator)
    assert target is None or mine[0]["target"] == target


PLANNED = [
    ("Spain announces that it will withdraw its troops from Mali.", "retreat.withdrawal"),
    ("Chad plans to release 40 soldiers of Niger.", "concede.release"),
    ("Spain will send 200 more troops to Mali.", "mobilize.troops"),
    ("The Pakistani government announces that it will close all charities.", "coerce.restriction"),
]
OFFERED = [
    ("Spain offers to withdraw its troops from Mali.", "agree.offer", "happened"),
    ("Spain will withdraw its troops from Mali if the rebels disarm.", "threat", "conditional"),
    ("Chad will pay compensation to families of Niger.", "agree.offer", "happened"),
    ("Chad says that it will engage Niger in talks.", "agree.offer", "happened"),
]


@pytest.mark.parametrize(("text", "kind"), PLANNED, ids=[t[0][:40] for t in PLANNED])
def test_a_move_announced_is_planned(reader: Reader, text: str, kind: str) -> None:
    assert [(e["kind"], e["status"]) for e in read(reader, text, day=DAY)] == [(kind, "planned")]


@pytest.mark.parametrize(("text", "kind", "status"), OFFERED, ids=[t[0][:40] for t in OFFERED])
def test_a_move_offered_is_an_offer(reader: Reader, text: str, kind: str, status: str) -> None:
    assert [(e["kind"], e["status"]) for e in read(reader, text, day=DAY)] == [(kind, status)]


NO_ACTS = [
    ("Peru hits back at Chile over the remarks.", "force"),
    ("A thief goes on trial in Madrid.", "accuse.charge"),
    ("Peru issues a notice warning its nationals not to travel to Chad.", "threat"),
    ("A soldier of Peru is convicted of desertion, but is not jailed.", "coerce.arrest"),
    ("The court of Pakistan allows judges to resume the trials of rebels.", "concede.easing"),
]


@pytest.mark.parametrize(("text", "kind"), NO_ACTS, ids=[t[0][:40] for t in NO_ACTS])
def test_what_tells_no_such_act(reader: Reader, text: str, kind: str) -> None:
    assert kind not in {e["kind"] for e in read(reader, text, day=DAY)}


def test_a_place_called_lower_is_no_verb(reader: Reader) -> None:
    text = "A mine goes off near Jandol in Lower Dir District, Pakistan, killing 3."
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["attack.bombing"]


def test_a_slot_may_stand_in_the_subject() -> None:
    (soldiers, _), (guests, _) = parsed(
        [("The soldiers leave Mali.", 0), ("The guests leave Mali.", 1)]
    )
    assert lexicon().of_verb(soldiers[2]).kind == "retreat.withdrawal"
    assert lexicon().of_verb(guests[2]) is None
