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
        "A mine kills three, including a district governor, in Ghazni.",
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
    # who fell of those who came, who made the demand
    (
        "2019-06-26",
        "In Pakistan two bombers tried to storm a police camp in Hangu. One of them was shot by"
        " guards, while the other blew himself up, killing a cook. The TTP claimed responsibility.",
        "attack",
        "PAK.COP",
    ),
    (
        "2018-02-12",
        "The TTP confirms that its commander Omar Zadran died in an American drone strike in Kurram.",
        "force.drone",
        "PAK.REB.TTP",
    ),
    (
        "2019-06-26",
        "The Taliban kill 17 villagers in two raids while a conference is held in Tashkent.",
        "attack",
        "AFG.CVL",
    ),
    (
        "2019-06-26",
        "The president of Kenya bows to opposition demands that he dismiss the police chief.",
        "concede",
        "KEN.OPP",
    ),
    (
        "2018-05-02",
        "Afghan troops retook a prison in Farah that came under attack by the Taliban.",
        "force.capture",
        "AFG.REB.TALIBAN",
    ),
    (
        "2019-06-26",
        "Norway announces the stationing of five more soldiers in Afghanistan.",
        "mobilize",
        "AFG.GOV",
    ),
    # whose deed it was that is condemned as one against one's own
    (
        "2024-06-01",
        "Iranian missiles hit a village in Kech. Pakistan condemned the raid, calling it a crime"
        " against its people.",
        "accuse.condemn",
        "IRN.MIL",
    ),
    (
        "2024-06-01",
        "Pakistani drones hit a house in Paktika. The Taliban government condemned the strike.",
        "accuse.condemn",
        "PAK.MIL",
    ),
    # who is sent away, to whom money is lent
    ("2024-06-01", "Iran deported 40 migrants to Afghanistan.", "coerce.deportation", "AFG.CVL"),
    ("2024-06-01", "The World Bank lends $90 million for a dam in Mohmand.", "aid", "PAK.GOV"),
    # what was told before or beside
    (
        "2019-08-30",
        "Scores of people are killed in raids by the Taliban. A school was destroyed in Ghor.",
        "attack",
        "AFG.CVL",
    ),
    (
        "2020-08-30",
        "Norway expels three officials of the Iranian embassy, accusing them of bribery.",
        "accuse",
        "IRN.GOV",
    ),
    (
        "2021-08-30",
        "The Taliban claim to have retaken two valleys in Takhar Province that had been seized by"
        " fighters allied with Ahmad Massoud.",
        "force.capture",
        "AFG.REB.NRF",
    ),
    (
        "2020-08-30",
        "A Taliban spokesman says that there was a call on Friday between Norwegian envoy Ola Berg"
        " and Mullah Baradar to discuss a truce.",
        "talks",
        "NOR.GOV",
    ),
    (
        "2024-08-30",
        "Police arrested the attacker, a Syrian national, in Graz.",
        "coerce.arrest",
        "SYR.REB",
    ),
    (
        "2024-08-30",
        "Police in Lahore arrested the driver Karim Khan near the French consulate.",
        "coerce.arrest",
        "PAK.CVL",
    ),
    (
        "2021-10-30",
        "The United Nations goes on to recognise the Ashraf Ghani-led government.",
        "support",
        "AFG.GOV",
    ),
    # a group by its man, whose name means another group there
    (
        "2016-05-02",
        "A missile killed Taliban leader Mullah Omar in Chagai, Pakistan.",
        "force",
        "AFG.REB.TALIBAN",
    ),
    ("2016-05-02", "A drone killed a Taliban leader in Orakzai, Pakistan.", "force", "PAK.REB.TTP"),
    # camps of two groups, of which the parse puts one beside the camps
    (
        "2024-05-02",
        "Iran strikes camps of Jaish al-Adl and an offshoot of the Islamic State in Panjgur.",
        "force",
        "IRN.REB",
    ),
]


@pytest.mark.parametrize(("day", "text", "kind", "target"), HIT)
def test_whom_it_hit(reader: Reader, day: str, text: str, kind: str, target: str) -> None:
    found = sides(reader, text, day=pd.Timestamp(day))
    assert target in {other for told, _, other in found if told.startswith(kind)}, found
