"""The noun phrase that a count counts: where it ends, where its head stands."""

import itertools
from typing import NamedTuple

from spacy.tokens import Span, Token

from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import PERSONS, aged, is_person

TRIGGERS = frozenset(
    ["killed", "injured", "wounded", "dead", "missing", "hurt", "murdered", "arrested", "captured",
     "beheaded", "executed", "assassinated", "detained", "hospitalized", "massacred", "slain"]
)  # fmt: skip
_QUOTES = frozenset("'\"’”")
_INNER = frozenset({"JJ", "NN", "NNP", "NNPS"})
# Verbs of headlines that the parser takes for nouns: "Gunmen kill constable".
VERBS = word_set(
    "kill kills wound wounds injure injures shot gunned dead murder murders die dies died"
)


class CountedNoun(NamedTuple):
    """A noun phrase: where it ends, where its head stands."""

    end: int
    head: int


def noun_at(sentence: Span, words: list[str], after: int) -> CountedNoun | None:
    """The noun phrase that begins at ``after``; its head stands before any "of the ..."."""
    end = at = after
    head: int | None = None
    while at < len(sentence):
        token = sentence[at]
        if at == after and token.text in _QUOTES:
            after = at = at + 1  # "'up to 90' people"
            continue
        hurt = words[at] == "hurt" and at == after  # "five dead, 12 hurt"
        if hurt or words[at] in VERBS or (words[at] in TRIGGERS and token.pos_ != "NOUN"):
            # "nine wounded soldiers": the word belongs to the group, and will find it.
            break
        if token.tag_ == "VBG" and head is not None and is_person(sentence[head]):
            break
        person = token.lemma_.lower() in PERSONS or words[at] in PERSONS
        noun = token.pos_ in ("NOUN", "PROPN") or person or aged(token)
        if noun or words[at] in ("others", "them", "more"):
            end = at + 1
            head = at if "of" not in words[after + 1 : at] else head
        elif words[at] == "of" and at in (after, end) and _goes_on(sentence, at + 1):
            pass
        elif words[at] == "(" and words[at + 2 : at + 3] == [")"] and _goes_on(sentence, at + 3):
            at += 2  # "45 Baloch Liberation Army (BLA) insurgents"
        elif not (_is_inner(token, after, at, words) or _of_two(sentence, after, at)):
            break
        at += 1
    return None if end == after else CountedNoun(end, end - 1 if head is None else head)


def _of_two(sentence: Span, after: int, at: int) -> bool:
    """ "Several American and Exlandish troops", "40 civilian and army staff": one noun of both."""
    if sentence[at].lower_ != "and" or not 0 < at < len(sentence) - 2:
        return False
    if after == at - 1 and sentence[at - 1].tag_ in ("JJ", "NN") and sentence[after - 1].like_num:
        of_both = itertools.dropwhile(lambda t: t.tag_ in _INNER, sentence[at + 1 :])
        last = next(of_both, None)
        inner = last is not None and last.i > sentence[at].i + 1 and last.tag_ == "NNS"
        return last is not None and inner and is_person(last)
    one, other, noun = sentence[at - 1], sentence[at + 1], sentence[at + 2]
    nations = all(t.tag_ in ("JJ", "NNP") and t.text[:1].isupper() for t in (one, other))
    return nations and noun.tag_ == "NNS" and is_person(noun) and not is_person(one)


def _is_inner(token: Token, after: int, at: int, words: list[str]) -> bool:
    if words[at] in ("-", "–", "/"):  # a hyphen, not a dash; "Sunni/Shia clerics"
        return not token.whitespace_ and not (at and token.nbor(-1).whitespace_)
    if token.pos_ in ("ADJ", "NUM") or words[at] in ("other", "suspected", "alleged", "'s", "’s"):
        return True
    if words[at] in ("the", "its", "their", "his", "her") and at > after and words[at - 1] == "of":
        return True
    if token.pos_ == "ADV":  # "heavily armed men"
        return token.dep_ == "advmod" and token.head.dep_ == "amod" and token.head.i > token.i
    return token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ == "amod"


def _goes_on(sentence: Span, at: int) -> bool:
    return at < len(sentence) and sentence[at].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PRON")
