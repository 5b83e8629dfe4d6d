"""Acts of word and deed: whom they are of, and what is none."""

import pandas as pd
import pytest

from escalation.coding.coder import Reader
from escalation.theatre import Theatre

DAY = pd.Timestamp("2019-05-14")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Theatre.read("pak-afg"))


def coded(reader: Reader, text: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, initiator and target of what a text tells."""
    document = {
        "document": "one",
        "text": text,
        "published": DAY,
        "known_at": DAY,
        "source": "own",
    }
    events = reader.read([document])
    return [(e["kind"], e.get("initiator"), e.get("target")) for e in events]


ACTS = [
    # whom an arrest is of
    (
        "Turkish police detain three men in Izmir over their alleged role in the Spain train fraud.",
        ("coerce.arrest", "TUR.COP", "TUR.CVL"),
    ),
    (
        "Pakistan arrests 31 people allegedly involved in groups such as al-Qaeda.",
        ("coerce.arrest", "PAK.GOV", "IMG.REB.ALQAEDA"),
    ),
    ("Two women with links to ISIL are arrested in Peru.", ("coerce.arrest", None, "IMG.REB.IS")),
    (
        "A Chilean court sentences the poet Juana Rojas to nine years in prison.",
        ("coerce.arrest", "CHL.JUD", "CHL.CVL"),
    ),
    (
        "The mayor said that some 40,000 Afghans were deported by Iran.",
        ("coerce.deportation", "IRN", "AFG.CVL"),
    ),
    # who has shelter given to whom
    (
        "Senators accused the Ministry of Finance of Kenya of hiding the names of debtors.",
        ("accuse", "KEN.LEG", "KEN.GOV"),
    ),
    (
        "Pakistan says that Afghanistan is sheltering militants.",
        ("accuse.harbouring", "PAK.GOV", "AFG.GOV"),
    ),
    # measures and help by what they are
    (
        "Canada places sanctions on two officials of Peru for opening an inquiry into its miners.",
        ("sanction", "CAN", "PER.GOV"),
    ),
    (
        "Norway provides $9 million in urgent humanitarian funding to Nepal.",
        ("aid.humanitarian", "NOR", "NPL"),
    ),
    ("Brazil sends medical aid to Peru.", ("aid.humanitarian", "BRA", "PER")),
    (
        "Peru voices opposition to the Chilean plan.",
        ("accuse.condemn", "PER", "CHL"),
    ),
    (
        "The Peruvian army erects a wire fence along the border with Chile.",
        ("sanction.border", "PER.MIL", "CHL"),
    ),
    # whose government, whose police
    (
        "Talks between the government and the Taliban begin in Oslo, Norway.",
        ("talks", "AFG.GOV", "AFG.REB.TALIBAN"),
    ),
    (
        "The Kenyan ministry issues new rules for radio shows, mandating that female teachers and"
        " reporters wear long coats, banning songs considered rude, and prohibiting others.",
        ("coerce.restriction", "KEN.GOV", None),
    ),
]


@pytest.mark.parametrize(("text", "act"), ACTS, ids=[text[:40] for text, _ in ACTS])
def test_an_act_has_its_kind_and_its_parties(reader: Reader, text: str, act: tuple) -> None:
    assert act in coded(reader, text)


NONE_OF_THESE = [
    ("A Swede is shot in Lima. His rival, a Swedish national, is arrested by police.", "SWE.COP"),
    (
        "Envoys of two sides sat in Lima. The Kenyan president calls the meeting historic.",
        "talks.meeting",
    ),
    ("Singapore bans visitors from Nepal. It wants to slow the coronavirus.", "coerce.restriction"),
    ("Peru closes its border with Chile. The virus is spreading.", "sanction.border"),
    ("India bans wheat exports as a heat wave hurts its harvest.", "sanction.trade"),
    ("Ex-minister Omar Diaz travels to Dubai for surgery.", "talks.visit"),
    (
        "Hall was held by the Taliban for two years after he left his base in Afghanistan.",
        "retreat.withdrawal",
    ),
    ("Peru accepts the coin as legal tender.", "agree"),
    ("Two Peruvian officers found guilty of neglect are sentenced to a year in jail.", "PER.COP>"),
    ("The government opened a clinic at the airport for guests.", "concede.reopening"),
    ("Somali officials say that Kenya has no haven for its herds.", "accuse.harbouring"),
    ("The court rejected her testimony.", "reject"),
]


@pytest.mark.parametrize(("text", "wrong"), NONE_OF_THESE, ids=[t[:40] for t, _ in NONE_OF_THESE])
def test_what_is_no_such_act(reader: Reader, text: str, wrong: str) -> None:
    found = coded(reader, text)
    assert wrong not in {kind for kind, _, _ in found}
    assert wrong.rstrip(">") not in {initiator for _, initiator, _ in found}


def test_a_former_president_is_not_the_government(reader: Reader) -> None:
    found = coded(reader, "Former president Juan Soto of Peru met the French president.")
    assert "PER.GOV" not in {code for _, *parties in found for code in parties}
