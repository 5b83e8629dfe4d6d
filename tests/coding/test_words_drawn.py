"""Words that a deed draws, vows to answer it or not to do it, and of whom things are demanded."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

DAY = pd.Timestamp("2018-05-14")

TOLD = [
    # a deed draws words
    ("The raid drew condemnation from Peru.", "accuse.condemn", "PER", None),
    ("Chad's decision drew sharp criticism from Niger.", "accuse.condemn", "NER", "TCD"),
    ("The verdict sparked criticism from Spain.", "accuse.condemn", "ESP", None),
    ("The air raids by Chad were met with condemnation by Niger.", "accuse.condemn", "NER", "TCD"),
    ("The remarks drew a denial from Lima.", "reject.accusation", "PER.GOV", None),
    # an answer that is vowed, and what is vowed not to be done
    ("Chad said it would retaliate against Niger.", "threat.military", "TCD", "NER"),
    ("Peru says it will respond to Chile's drills with force.", "threat.military", "PER", "CHL"),
    ("The minister of Peru said Lima would hit back at Chile.", "threat.military", "PER", "CHL"),
    ("Peru vows revenge for the killing of its general.", "threat.military", "PER", None),
    ("The Taliban vowed not to attack schools.", "agree.offer", "AFG.REB.TALIBAN", "AFG.CVL"),
    # a charge and its denial
    (
        "Chad accused Niger of sheltering rebels, an accusation Niamey rejected.",
        "reject.accusation", "NER.GOV", "TCD",
    ),
    ("Chad complained to the UN Security Council of Libyan raids.", "accuse.complaint", "TCD", "LBY"),
    (
        "Peru filed a complaint with the UN Security Council against Chile.",
        "accuse.complaint", "PER", "CHL",
    ),
    # of whom it is demanded
    ("Chad sought the release of soldiers held by Niger.", "demand.change", "TCD", "NER"),
    ("Chad sought the release of nine men held in Libyan jails.", "demand.change", "TCD", "LBY"),
    ("Peru requested the extradition of a banker from Spain.", "demand.cooperation", "PER", "ESP"),
    ("Peru called on all countries to honour the ruling.", "demand", "PER", None),
    ("Peru urged the international community to help Chad.", "demand", "PER", None),
    ("Peru appealed to neighbouring countries to take in refugees.", "demand", "PER", None),
    ("Chad seized arms. The interior ministry accused Niger of it.", "accuse", "TCD", "NER"),
    (
        "Peru condemned the raid. The foreign ministry said Chile must act against the rebels.",
        "demand", "PER.GOV", "CHL",
    ),
    ("Peru imposed sanctions on nine Chilean firms.", "sanction", "PER", "CHL.BUS"),
    ("Chad handed over a rebel commander to Niger.", "cooperate.justice", "TCD", "NER"),
    ("Peru and Chile inaugurate an oil pipeline.", "cooperate", "PER", "CHL"),
    ("Serbia walks out of talks with Kosovo.", "reject", "SRB", "XKX"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "initiator", "target"), TOLD, ids=[t[0] for t in TOLD])
def test_who_says_what_to_whom(
    reader: Reader, text: str, kind: str, initiator: str, target: str | None
) -> None:
    mine = [s for s in sides(reader, text, day=DAY) if s[0] == kind]
    assert len(mine) == 1
    assert mine[0][1].startswith(initiator)
    assert mine[0][2] == target
