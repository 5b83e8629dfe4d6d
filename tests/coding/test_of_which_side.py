"""Of which side they are who were hit: by company, by kin, by the only group that is told."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from tests.coding.reading import sides

# day, text, kind, target; among its events
HIT = [
    # of whom "people" were, and who fell as he did it
    ("2024-05-02", "A bombing in Zhob killed 12 people, mostly policemen.", "attack", "PAK.COP"),
    (
        "2024-05-02",
        "Nine people, most of them soldiers, died in a blast in Wana.",
        "attack",
        "PAK.MIL",
    ),
    ("2024-05-02", "Gunmen killed nine people, mostly farmers, in Zhob.", "attack", "PAK.CVL"),
    (
        "2018-05-02",
        "A mine kills two, including the district chief, in Ghazni.",
        "attack",
        "AFG.GOV",
    ),
    (
        "2018-05-02",
        "An Italian man kills two Danish nurses in Kabul; the lone shooter was killed too.",
        "attack",
        "DNK.CVL",
    ),
    (
        "2018-05-02",
        "Two people, including the gunman, died in a shootout in Linz, Austria.",
        "force",
        "AUT.CVL",
    ),
    # people of a land, its crews, strangers there
    ("2018-05-02", "Four Uzbeks were shot dead by gunmen in Mersin, Turkey.", "attack", "UZB.CVL"),
    (
        "2018-05-02",
        "Six Danish crew members of a cargo ship died in a rocket attack off the coast of Yemen.",
        "attack",
        "DNK.CVL",
    ),
    ("2018-05-02", "A bomb hit a foreign military vehicle in Kabul.", "attack", "UNK.MIL"),
    ("2018-05-02", "A bomb hit a military vehicle in Kabul.", "attack", "AFG.MIL"),
    (
        "2018-05-02",
        "Rebels shot dead a police major in Zhob.",
        "attack",
        "PAK.COP",
    ),
    # kin and rivals of somebody
    ("2018-05-02", "A rebel killed his mother and his wife in Zhob.", "attack", "PAK.CVL"),
    (
        "2018-05-02",
        "The president of Chad sets up a panel to investigate claims against his sons.",
        "investigate",
        "TCD.CVL",
    ),
    # of the only group that is told
    (
        "2023-05-02",
        "An ISKP leader was killed and 60 fighters were arrested in Kunar.",
        "coerce.arrest",
        "AFG.REB.ISKP",
    ),
    (
        "2023-05-02",
        "Pakistani troops killed nine insurgents in Bajaur, a bastion of the TTP.",
        "force",
        "PAK.REB.TTP",
    ),
    (
        "2023-05-02",
        "BLA fighters stormed a post in Kech. The army says it killed six of the attackers in a sweep.",
        "force",
        "PAK.REB.BLA",
    ),
    (
        "2023-05-02",
        "Pakistani troops killed two unidentified insurgents in Bajaur, a bastion of the TTP.",
        "force",
        "PAK.REB",
    ),
    ("2018-05-02", "Soldiers fought JKLF militants in Srinagar.", "force.clash", "IND.REB.KASHMIR"),
    # a group by its man, whose name means another group there
    (
        "2016-05-02",
        "A drone killed Taliban leader Mullah Mansour in Dalbandin, Pakistan.",
        "force",
        "AFG.REB.TALIBAN",
    ),
    ("2016-05-02", "A drone killed a Taliban leader in Orakzai, Pakistan.", "force", "PAK.REB.TTP"),
]


@pytest.mark.parametrize(("day", "text", "kind", "target"), HIT)
def test_whom_it_hit(reader: Reader, day: str, text: str, kind: str, target: str) -> None:
    found = sides(reader, text, day=pd.Timestamp(day))
    assert target in {other for told, _, other in found if told.startswith(kind)}, found


# day, text, kind: an act that is aimed at nobody
AT_NOBODY = [
    ("2021-05-02", "The premier of Denmark announces a withdrawal of Danish troops.", "retreat"),
    ("2021-05-02", "Rome begins to pull out of Mali. NATO also withdraws their troops.", "retreat"),
]


@pytest.mark.parametrize(("day", "text", "kind"), AT_NOBODY)
def test_aimed_at_nobody(reader: Reader, day: str, text: str, kind: str) -> None:
    found = sides(reader, text, day=pd.Timestamp(day))
    assert None in {other for told, _, other in found if told.startswith(kind)}, found
