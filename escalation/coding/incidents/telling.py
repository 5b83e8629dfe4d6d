"""What a text tells of its happening's identity, beside the coded facts.

Words count by their rarity: two reports that both have "shrine" are of one happening sooner than
two that both have "killed". How many reports have a word is counted once, on the reports of the
training years (``data/link.json``), so that what is read later never changes what was known.
"""

import json
import math
import re
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from escalation.coding.incidents.things import things
from escalation.coding.tolls.quantities import number_at
from escalation.shipped import shipped

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d,]*")
_STEM = 6
_SEPARATE = re.compile(
    r"^\s*(?:separately|meanwhile|additionally|another|also,|other|in other|in (?:a|an) \w+|"
    r"in another|the second|the other|[Ii]n [A-Z])|\belsewhere\b|\bseparate(?:ly)?\b|"
    r"\bother attacks?\b|\b(?:second|third|another) (?:attack|bomb|blast|explosion|incident)",
)
_TWO = re.compile(
    r"\bseparate(?:ly)?\b|\belsewhere\b|"
    r"\balso (?:launch|attack|carr|bomb|strik|struck|shell|raid|seiz|captur)|"
    r"\b(?:another|other|second|third|later) (?:\w+ )?(?:attacks?|bomb(?:ing)?s?|blasts?|"
    r"explosions?|shootings?|incidents?|strikes?|raids?|operations?)\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\btoll\b|\b(?:rises?|rose|risen|increase[sd]?|climb(?:s|ed)?) to\b", re.IGNORECASE
)
_RETOLD = re.compile(
    r"\b(?:claim\w*|admit\w*|den(?:y|ies|ied)) responsibility\b|\b(?:claims?|admits?) (?!to have)"
    r"|\b(?:following|after|over|behind|in response to|in retaliation for) (?:the|an?|last|"
    r"yesterday|\w+day)\b|\b(?:yesterday|\w+day)['’]s\b|\bfunerals?\b|\bmourn|\bcondemn"
    r"|\bsurvivors?\b|\bidentif(?:y|ies|ied)\b|\b(?:blame|accuse|suspect)[sd]?\b|\barrest",
    re.IGNORECASE,
)
# A relative clause tells what is known: "the bomb that killed six", "the man who shot two".
_IN_PASSING = re.compile(
    r"\b(?:who|which|that) (?:\w+ly |had |have |has |was |were ){0,2}(?:killed|claimed|left|hit|"
    r"struck|targeted|wounded|injured|shot|seized|kidnapped|abducted|destroyed|carried|took|bombed|"
    r"murdered|executed)\b",
    re.IGNORECASE,
)
# So does a definite noun: "the attack", "this wave of violence".
_DEFINITE = re.compile(
    r"\b(?:the|that|this|those|these|whose)(?:\s+[\w’'\-]+){0,3}?\s+(?:attacks?|bombings?|blasts?|"
    r"explosions?|shootings?|massacre|raids?|sieges?|ambush|(?:air|drone )?strikes?|assaults?|"
    r"killings?|murders?|kidnapping|abduction|hijack\w*|clash(?:es)?|shootout|gunfight|battle|"
    r"offensive|standoff|crisis|incident|violence|riots?|unrest|fighting)\b",
    re.IGNORECASE,
)
# What is told so has days before it, and mostly after it.
_GOES_ON = re.compile(
    r"\b(?:ongoing|continu\w+|intensif\w+|sieges?|besieged?|standoff|rages?|raging|re-?tak\w+|"
    r"re-?captur\w+|regain\w*|remaining|hostages?|captives?|offensive|crisis|rescu\w+|freed|"
    r"(?:second|third|fourth|fifth) day|ends? (?:a|an|the)|to an end|is over)\b",
    re.IGNORECASE,
)
_LARGEST = 4.6  # a hundred and more are one
_HEADLINE = 16
_SEVERAL = 2
# A word that no more reports than this have is as rare as any.
_LEAST = 10


class Told(NamedTuple):
    """What an event's text tells of its identity.

    ``words`` carry the document's matter, ``numbers`` are the numbers in it; ``apart`` where the
    sentence begins a story of its own ("In Exford, ..."), ``two`` where it says that it is another
    one ("in a separate attack"); ``update`` where it raises a toll that
    was told; ``retold`` where it speaks of what is known ("claims responsibility", "following
    the attack"); ``passing`` where a relative clause tells it ("the bomb that killed six"),
    ``definite`` where it is "the attack"; ``goes_on`` where it is one of several days;
    ``brief`` where the document is no longer than a headline. ``sentence`` are the words of the
    event's own sentence, ``things`` what it names (``things.py``), ``about`` what the text does.
    """

    words: frozenset[str]
    sentence: frozenset[str]
    things: frozenset[str]
    about: frozenset[str]
    numbers: frozenset[int]
    apart: bool
    two: bool
    update: bool
    retold: bool
    passing: bool
    definite: bool
    goes_on: bool
    brief: bool


def told_of(events: pd.DataFrame, documents: pd.DataFrame | None) -> list[Told] | None:
    """What the text of each event tells; None where no texts are at hand."""
    if documents is None:
        return None
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    read = {name: matter(texts.get(name, "")) for name in events["document"].unique()}
    spans = zip(
        events["document"],
        events["span_from"].fillna(0).astype(int),
        events["span_to"].fillna(0).astype(int),
        strict=True,
    )
    return [_told_at(*read[name], texts.get(name, ""), start, end) for name, start, end in spans]


def _told_at(
    words: frozenset[str], numbers: frozenset[int], text: str, start: int, end: int
) -> Told:
    sentence = text[start:end]
    lowered = sentence[:1].lower() + sentence[1:]
    # A story's first sentence is apart from nothing.
    apart = start > 0 and _SEPARATE.search(lowered) is not None
    two = start > 0 and _TWO.search(sentence) is not None
    update = _UPDATE.search(sentence) is not None
    retold, passing, definite, goes_on = (
        pattern.search(sentence) is not None
        for pattern in (_RETOLD, _IN_PASSING, _DEFINITE, _GOES_ON)
    )
    return Told(
        words, matter(sentence)[0], things(sentence), things(text), numbers, apart, two, update,
        retold, passing, definite, goes_on, brief=text.count(" ") < _HEADLINE,
    )  # fmt: skip


def matter(text: str) -> tuple[frozenset[str], frozenset[int]]:
    """Words of a text, cut to their stems, and its numbers, in digits or words."""
    found = [word.lower() for word in _WORD.findall(text)]
    words, numbers, at = set(), set(), 0
    while at < len(found):
        number = number_at(found, at)
        if number is None:
            words.add(found[at][:_STEM])
            at += 1
        else:
            value, length = number
            if value >= 2 and not 1900 <= value <= 2100:
                numbers.add(int(value))
            at += max(length, 1)
    return frozenset(words), frozenset(numbers)


@cache
def _counts() -> tuple[int, dict[str, int]]:
    table = json.loads(shipped("link.json").read_text(encoding="utf-8"))
    return table["reports"], table["told_in"]


@cache
def rarity(word: str) -> float:
    """How much a shared word says: 0 for one that all reports have, 1 for one that few have.

    The square of its inverse document frequency, as a cosine of weighted words has it (Salton &
    Buckley 1988, doi:10.1016/0306-4573(88)90021-0).
    """
    reports, told_in = _counts()
    most = math.log(reports / _LEAST)
    return (math.log(reports / max(told_in.get(word, 0), _LEAST)) / most) ** 2


def same_numbers(told: list[Told] | None, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The logarithm of the largest number that both texts have; 0 where they share none."""
    same = np.zeros(len(left))
    if told is None:
        return same
    for at, (i, j) in enumerate(zip(left, right, strict=True)):
        shared = told[i].numbers & told[j].numbers
        if shared:
            same[at] = min(math.log(max(shared)), _LARGEST)
    return same


def word_columns(
    told: list[Told] | None, left: np.ndarray, right: np.ndarray, apart: np.ndarray
) -> list[np.ndarray]:
    """How near the texts' words are, and the sentences'; and are texts missing.

    A cosine, not an amount: two long texts have more words in common by chance.
    """
    if told is None:
        none = np.zeros(len(left))
        return [none, none, np.ones(len(left))]
    every = {words for event in told for words in (event.words, event.sentence)}
    lengths = {words: math.sqrt(sum(rarity(word) ** 2 for word in words)) for words in every}

    def cosine(one: frozenset[str], other: frozenset[str]) -> float:
        in_common = sum(rarity(word) ** 2 for word in one & other)
        return in_common / (lengths[one] * lengths[other] + 1)

    rows = [
        (
            cosine(told[i].words, told[j].words),
            cosine(told[i].sentence, told[j].sentence),
            float(not lengths[told[i].words] or not lengths[told[j].words]),
        )
        for i, j in zip(left, right, strict=True)
    ]
    texts, sentences, missing = np.array(rows).reshape(-1, 3).T
    return [texts * apart, sentences * apart, missing]


def thing_columns(
    told: list[Told] | None, left: np.ndarray, right: np.ndarray, apart: np.ndarray
) -> list[np.ndarray]:
    """How many things both sentences name, how many of one the other's text names; and does each
    name things of which the other's text has none?"""
    if told is None:
        return [np.zeros(len(left))] * 3
    rows = []
    for i, j in zip(left, right, strict=True):
        one, other = told[i], told[j]
        both = one.things & other.things
        either = (one.things & other.about) | (other.things & one.about)
        rows.append((len(both), len(either), bool(one.things and other.things and not either)))
    columns = np.minimum(np.array(rows, dtype=float).reshape(-1, 3), _SEVERAL).T
    return [column * apart for column in columns]


def said(told: list[Told] | None, positions: np.ndarray, what: str) -> np.ndarray:
    """1 where the event's sentence tells it (a yes or no of ``Told``), else 0."""
    if told is None:
        return np.zeros(len(positions))
    return np.array([float(getattr(told[at], what)) for at in positions])


def said_later(
    told: list[Told] | None, left: np.ndarray, right: np.ndarray, since: np.ndarray, what: str
) -> np.ndarray:
    """Does the later of two tell it: ``since`` is the time from left to right; 0: either."""
    one, other = said(told, left, what), said(told, right, what)
    since = since.astype(int)
    return np.where(since > 0, other, np.where(since < 0, one, np.maximum(one, other)))
