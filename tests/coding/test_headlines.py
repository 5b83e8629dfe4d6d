"""Headlines: the speaker is no party and no place, and bare words still tell who did it."""

import pandas as pd
import pytest

from escalation.coding import code
from escalation.coding.headline import said_by
from escalation.coding.parse import model, parsed
from escalation.theatre import Theatre

DAY = pd.Timestamp("2024-03-15")
HEADLINES = [
    ("Rangers gun down four smugglers in Cali", "COL", "COL.CRM"),
    ("Security forces gun down two rebels in Cali", "COL.MIL", "COL.REB"),
    ("Peru security forces gun down 6 rebels", "PER.MIL", None),
    ("Constable gunned down in Bogota", "UNK", "COL.COP"),
    ("Three rebels gunned down during a raid in Cali", "COL.MIL", "UNK.REB"),
    ("IS claims killing nine Syrian soldiers", "IMG.REB.IS", "SYR.MIL"),
    ("Indian shelling kills two Pakistani soldiers: army", "IND", "PAK.MIL"),
    ("Peru retaliates, eight Bolivian soldiers killed", "PER", "BOL.MIL"),
    ("Two policemen killed in shoot-out with rebels in Chad", "TCD.REB", "TCD.COP"),
    ("Kenyan police say three rebels killed", "KEN.COP", "UNK.REB"),
    ("Taliban admit killing of Afghan lawmaker", "AFG", "AFG.LEG"),
]


def coded(text: str, theatre: Theatre | None) -> pd.DataFrame:
    row = {"document": "a", "text": text, "published": DAY, "known_at": DAY, "source": "s"}
    return code(pd.DataFrame([row]), theatre)


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return Theatre.read("pak-afg")  # as a feed is read: the classifier only vetoes


@pytest.mark.parametrize(("text", "initiator", "target"), HEADLINES)
def test_a_headline_says_who_did_it(text, initiator, target, theatre):
    event = coded(text, theatre).iloc[0]
    assert event["initiator"].startswith(initiator)
    assert target is None or str(event["target"]).startswith(target)


def test_the_speaker_of_a_headline_stands_apart():
    doc = model()("Bomb kills one in Lima: police")
    sentences = list(doc.sents)
    assert [s.text for s in sentences] == ["Bomb kills one in Lima", ": police"]
    assert {at: speaker.text for at, speaker in said_by(sentences).items()} == {0: "police"}


def test_a_colon_before_a_list_is_no_speaker():
    assert said_by(list(model()("Three towns fell: Goma, Sake and Bukavu.").sents)) == {}


def test_the_speaker_is_kept_as_attribution(theatre):
    event = coded("Bomb kills one in Peshawar: police", theatre).iloc[0]
    assert event["attribution"] == "police"
    assert event["admin1"] == "Khyber Pakhtunkhwa"


def verb_of(headline: str) -> tuple[str, str] | None:
    """The headline's verb and who does it, as the parse has them."""
    doc = next(parsed([(headline, None)]))[0]
    root = next(t for t in doc if t.dep_ == "ROOT")
    subject = next((c.text for c in root.children if c.dep_ == "nsubj"), "")
    return (root.lemma_, subject) if root.pos_ == "VERB" else None


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Norway halts aid to Chad", ("halt", "Norway")),
        ("Oman severs ties with Malta", ("sever", "Oman")),
        ("Chad and Niger reopen Daboua border", ("reopen", "Chad")),
        ("Kenyan police detain opposition lawyer", ("detain", "police")),
        ("Latvian court sentences editor to two years", ("sentence", "court")),
        ("Iceland ships missiles to Malta", ("ship", "Iceland")),
    ],
)
def test_the_verb_of_a_headline_is_no_plural_noun(headline, verb):
    assert verb_of(headline) == verb


@pytest.mark.parametrize(
    "headline",
    [
        "Two rebels slain in Arusha",
        "Police post attack in Arusha",
        "US arms sales to Malta",
        "Chad drone strikes in Niger",
    ],
)
def test_a_headline_may_have_no_verb(headline):
    assert verb_of(headline) is None


@pytest.mark.parametrize(
    ("headline", "kind", "initiator"),
    [
        ("Iceland halts aid to Tonga", "sanction.aid", "ISL"),
        ("Chad and Niger reopen Daboua border", "concede.reopening", "TCD"),
    ],
)
def test_a_headline_is_coded_by_its_verb(headline, kind, initiator):
    event = coded(headline, None).iloc[0]
    assert (event["kind"], event["initiator"]) == (kind, initiator)
