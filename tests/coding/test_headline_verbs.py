"""Which word of a headline is its verb, whatever the parse first takes it for."""

import pytest

from escalation.coding.sentence.parse import parsed


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
    ("headline", "verb"),
    [
        ("FARDC retake Masisi", ("retake", "FARDC")),
        ("PKK ambush convoy near Van", ("ambush", "PKK")),
        ("UPDF raid rebel camp in Beni", ("raid", "UPDF")),
        ("Taliban attack post in Herat", ("attack", "Taliban")),
    ],
)
def test_a_body_of_people_takes_a_verb_in_the_plural(headline, verb):
    assert verb_of(headline) == verb


@pytest.mark.parametrize(
    "headline",
    ["PKK attack plot in Ankara", "NATO attack helicopters in Chad", "IDF strike victims in Tyre"],
)
def test_a_name_of_letters_may_say_whose_an_attack_is(headline):
    assert verb_of(headline) is None
