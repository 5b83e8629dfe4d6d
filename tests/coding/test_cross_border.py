"""Who acts across the border: the initiator is whoever conducts, launches or fires.

Own sentences in the manner of daily news items; each was miscoded once.
"""

import pandas as pd
import pytest

from escalation.coding import code

CASES = [
    # text, kind (a branch), initiator and target (beginnings of codes; None: any), country
    ("Pakistan carries out air raids on four places in the Khost and Kunar provinces of Afghanistan, aiming at hideouts of the Pakistani Taliban.", "force.airstrike", "PAK", None, "AF"),
    ("Pakistan conducts drone strikes near the Durand Line in Paktika province, Afghanistan, killing dozens.", "force.drone", "PAK", None, "AF"),
    ("Gunfire lights up the sky over Jalalabad, Afghanistan, while Pakistani jets hit Taliban positions.", "force", "PAK", "AFG", "AF"),
    ("Pakistani air strikes hit several districts of Kandahar, Afghanistan, killing six civilians.", "force.airstrike", "PAK", "AFG", "AF"),
    ("Heavy fighting breaks out at the frontier between Afghan and Pakistani troops near Spin Boldak; four Afghan soldiers die.", "force.clash", "AFG", "PAK", None),
    ("Clashes erupt along the border between Afghanistan and Pakistan, leaving nine soldiers dead.", "force.clash", "AFG", "PAK", None),
    ("Afghan forces attack Pakistani army posts along the shared border after air strikes on Kabul.", "force", "AFG", "PAK", None),
    ("Pakistan and Afghanistan exchange fire across the Chaman crossing, killing two people.", "force", "PAK", "AFG", None),
    ("Taliban forces shell Pakistani border posts in Kurram District, Khyber Pakhtunkhwa, killing three soldiers.", "force.shelling", "AFG", "PAK", None),
    ("Three Afghan civilians are killed by Pakistani shelling in Kunar Province, Afghanistan.", "force.shelling", "PAK", "AFG", "AF"),
    ("Afghanistan says that Pakistani aircraft bombed a market in Paktika, killing ten civilians.", "force.airstrike", "PAK", "AFG", "AF"),
    ("Afghanistan and Pakistan trade fire near Chaman; four are dead.", "force", "AFG", "PAK", None),
    ("Pakistan bombs Kandahar, killing six.", "force.airstrike", "PAK", "AFG", "AF"),
    ("The Taliban government closes the Torkham crossing to trucks from Pakistan.", "sanction.border", "AFG.GOV", "PAK", None),
    ("Pakistan shuts its border crossings with Afghanistan to all trade until further notice.", "sanction", "PAK.GOV", "AFG", None),
    ("Pakistan deports thousands of Afghan refugees through Torkham.", "coerce.deportation", "PAK.GOV", "AFG", None),
    ("Pakistan summons the Afghan envoy and accuses Kabul of sheltering the militants behind the bombing.", "accuse", "PAK.GOV", "AFG.GOV", None),
    ("Afghanistan and Pakistan agree to a ceasefire after talks hosted by Qatar in Doha.", "agree.ceasefire", None, None, None),
    ("Officials of Pakistan and the Taliban hold a second round of talks in Istanbul.", "talks", "PAK.GOV", "AFG.GOV", None),
]  # fmt: skip


@pytest.fixture(scope="module")
def coded(theatre) -> pd.DataFrame:
    """All cases coded at once: every case is a document of its own."""
    day = pd.Timestamp("2026-02-20")
    texts = [case[0] for case in CASES]
    return code(
        pd.DataFrame(
            {"document": texts, "text": texts, "published": day, "known_at": day, "source": "own"}
        ),
        theatre,
    )


@pytest.mark.parametrize(("text", "kind", "initiator", "target", "country"), CASES)
def test_who_acts_across_the_border(coded, text, kind, initiator, target, country) -> None:
    mine = coded[coded["document"] == text]
    got = mine[["kind", "status", "initiator", "target", "country"]].to_dict("records")
    fits = [
        event
        for event in got
        if (event["kind"] == kind or str(event["kind"]).startswith(kind + "."))
        and event["status"] == "happened"
        and (initiator is None or str(event["initiator"]).startswith(initiator))
        and ".REB" not in str(event["initiator"])
        and (target is None or str(event["target"]).startswith(target))
        and (country is None or event["country"] == country)
    ]
    assert fits, got
