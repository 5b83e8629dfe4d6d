"""Counts over a span: what a sentence adds up over weeks, which is no toll of a single act.

    "45 soldiers have been killed this year"             the act is a sum: it is recalled
    "A bomb kills two, taking the year's toll to 603"    the act is the bomb; the 603 are aside
    "the third attack in the last two weeks"             the span is not when it happened

A span is a sum's where it hangs on the word that counts (a verb of harm, attacks in the plural, a
toll), not on one event ("an air raid last month"). "Since Monday" in clashes that go on is short
enough to be one happening, and then says its days.
"""

import math
import re
from typing import NamedTuple

import pandas as pd
from spacy.tokens import Span, Token

from escalation.coding.attacks.violence import noun_kind, violent_words
from escalation.coding.days.calendar import YEAR
from escalation.coding.days.dates import Dated, Days, expressions
from escalation.coding.sentence.clause import POSSESSIVE, VERBS, governors, patients
from escalation.coding.sentence.once import forms, text_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.afterwards import SPANS
from escalation.coding.story.act import Act
from escalation.coding.tolls.casualty import measure_of
from escalation.coding.tolls.people import is_person
from escalation.coding.tolls.since import LOOKS_BACK, is_rank, is_time, since

_RULES = frozenset({"past", "calendar", "month", "year", "recent"})
_FEW, _WEEK = 3, 11  # days: a fight that goes on; a week, told loosely
_COUNTS = word_set("toll total number tally count figure fatality")
_ONCE = ("earlier", "later", "next", "recently")
_BRINGING = word_set("bring take raise push put lift make")
_GOES_ON = word_set("war fighting violence conflict insurgency unrest militancy terrorism killing")
_CLAUSES = frozenset({"ccomp", "parataxis"})  # of a head that governs no such clause by its sense
_LOOKS_ON = 5  # words from a span to a rank behind it: "this year's first"


class Sum(NamedTuple):
    """A word that counts over a span: its clause in the document's characters, and its days.

    ``adds_up`` where the clause is a sum; else ``days`` are those of a happening that goes on.
    """

    head: Token | None
    start: int
    end: int
    days: Days
    adds_up: bool


class _Told(NamedTuple):
    """A span as told: where it stands, its days, and is it surely one that is counted over."""

    token: Token
    start: int
    end: int
    days: Days
    firm: bool


def sums_of(sentence: Span, published: pd.Timestamp) -> list[Sum]:
    """What a sentence counts over a span, in the order of its words."""
    found = (_sum(told, sentence) for told in _spans(sentence, published))
    return [sum_ for sum_ in found if sum_ is not None]


def sum_told(act: Act, sums: list[Sum]) -> Sum | None:
    """The sum that an act is itself, None where it is an act of its own."""
    for found in sums:
        head = found.head
        if head is None or any(_told_beside(t, head) or _above(t, head) for t in act.tokens):
            continue
        anchor = act.anchor
        if head.pos_ not in VERBS and head in act.tokens:
            return found
        if anchor.i in _reach(head) if anchor.pos_ in VERBS else head.i in _reach(anchor):
            return found
    return None


def beside(act: Act, sums: list[Sum]) -> list[tuple[int, int]]:
    """Character spans of sums that a sentence tells beside an act."""
    own = sum_told(act, sums)
    at = act.anchor.idx
    told = [s for s in sums if s.adds_up and s is not own]
    return [(s.start, s.end) for s in told if s.head is not None or not s.start <= at < s.end]


def _above(word: Token, head: Token) -> bool:
    """ "Bombs kill 52, with 160 people killed since May": the 52 are told above the sum."""
    return head.dep_ == "acl" and word.i < head.head.i and word.is_ancestor(head)


def _told_beside(verb: Token, head: Token) -> bool:
    """ "Gunmen killed a judge; 45 judges have been killed this year": the gunmen's act."""
    clause = next((t for t in (verb, *governors(verb)) if t.head.i == head.i), None)
    beside = clause is not None and clause.i != head.i and clause.dep_ in _CLAUSES
    return beside and verb.pos_ in VERBS


def _reach(word: Token) -> set[int]:
    """A word and what governs it, up to its verb."""
    reached = set()
    for token in (word, *governors(word)):
        reached.add(token.i)
        if token.pos_ in VERBS:
            break
    return reached


def _spans(sentence: Span, published: pd.Timestamp) -> list[_Told]:
    text, offset = text_of(sentence), sentence.start_char
    told = []
    for dated in expressions(text, published):
        days = dated.days
        if days.rule not in _RULES or days.reason is not None or days.first > published:
            continue
        phrase = text[dated.start : dated.end].lower()
        if phrase.startswith(_ONCE) or _width(days) <= _FEW:
            continue
        start, end = offset + dated.start, offset + dated.end
        span = sentence.doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            firm = days.rule == "past" or _is_firm(text, dated)
            told.append(_Told(span.root, span.start_char, span.end_char, days, firm))
    if "since" not in forms(sentence):
        return told
    times = [t for t in sentence if t.lower_ == "since" and is_time(t)]
    return told + [_Told(*since(t, published), firm=True) for t in times]


def _width(days: Days) -> float:
    """In days; endless where nobody says when it began."""
    if pd.isna(days.first) or pd.isna(days.last):
        return math.inf
    return (pd.Timestamp(days.last) - pd.Timestamp(days.first)).days + 1


def _is_firm(text: str, dated: Dated) -> bool:
    """ "So far this year", "during May", "... this month in total"."""
    before = text[max(0, dated.start - 16) : dated.start].lower()
    led = re.search(r"\b(?:so far|during|month of|throughout)\s+(?:the\s+)?$", before)
    return bool(led) or text[dated.start :].lower().startswith("during") or " in total" in text


def _sum(told: _Told, sentence: Span) -> Sum | None:
    if _ranked(told, sentence):
        compared = told.firm or text_of(sentence.doc)[told.start :].lower().startswith("this")
        return Sum(None, told.start, told.end, told.days, adds_up=True) if compared else None
    head = _counted(told)
    if head is None or _of_one(head):
        return None
    days = told.days
    width = _width(days)
    goes_on = head.lemma_.lower() in _GOES_ON
    if head.lemma_.lower() in _BRINGING:
        adds_up = True
    elif _one(head) and not (days.rule == "since" and width <= _WEEK):
        return None  # save "30 killed since Monday in an operation": it goes on
    elif width <= _WEEK:
        adds_up = width > _FEW and _several(head, "attack")  # air raids of days are a campaign
        if not adds_up and days.rule != "since":
            return None
    else:
        adds_up = True
        loose = not told.firm and not goes_on and not _several(head, "attack", "force.")
        if loose and not any(c.lemma_ == "have" for c in head.children):
            return None
    start, end = _clause(head)
    return Sum(head, start, end, days, adds_up)


def _clause(head: Token) -> tuple[int, int]:
    """Characters of the clause that a word heads, without another that is only set before it."""
    whole = head.head if head.dep_ == "acl" else head
    before = [c.right_edge.i for c in whole.children if c.dep_ in _CLAUSES and c.i < whole.i]
    first = whole.doc[max([whole.left_edge.i, *(i + 1 for i in before)])]
    return first.idx, whole.right_edge.idx + len(whole.right_edge)


def _ranked(told: _Told, sentence: Span) -> bool:
    """ "The third attack this year", "the deadliest since 2006": counted, not dated, by it."""
    # "The 24th victim killed this year": the rank stands before the noun that the verb tells of.
    verbs = (t for t in governors(told.token) if t.pos_ in VERBS and t.dep_ not in ("acl", "appos"))
    verb = next((t.i for t in verbs), sentence.start)
    before = [t for t in sentence if verb < t.i and t.idx < told.start][-LOOKS_BACK:]
    after = [t for t in sentence if t.idx >= told.end][:_LOOKS_ON]
    if not after or after[0].lower_ not in POSSESSIVE:
        after = []
    return any(map(is_rank, (*before, *after)))


def _of_one(head: Token) -> bool:
    """Is there but one whom it befell? Nobody adds up one."""
    befell = patients(head) if head.pos_ in VERBS else []
    if head.dep_ == "acl":
        befell = [head.head]
    return bool(befell) and not any(_many(token) for token in befell)


def _many(noun: Token) -> bool:
    counted = noun.tag_ in ("NNS", "NNPS", "CD") or noun.lemma_.lower() in _COUNTS
    return counted or any(c.dep_ in ("nummod", "conj") for c in noun.children)


def _counted(told: _Told) -> Token | None:
    """The word that counts over a span: a verb of harm, or the toll or the attacks above it."""
    events = {word.token.i for word in violent_words(told.token.sent)}
    noun: Token | None = None
    above = [t for t in governors(told.token) if t.lemma_.lower() not in SPANS]
    for step, token in enumerate(above):
        if token.pos_ in VERBS:
            return _verb(token, noun, token.i in events)
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        counts = token.lemma_.lower() in _COUNTS
        if counts or (token.i in events and noun is None):
            goes_on = counts or token.lemma_.lower() in _GOES_ON
            if not goes_on and (token.tag_ == "NN" or _named(token)):
                return None  # one event, or those of a name: "the 2007 bombings"
            noun = token
        elif step == 0 and noun is None:
            return None  # "the leader since 2011"
    return noun


def _verb(verb: Token, noun: Token | None, violent: bool) -> Token | None:
    if violent or measure_of(verb) == "deaths":
        while verb.dep_ == "conj" and measure_of(verb.head) is not None:
            verb = verb.head
        return verb
    if verb.lemma_.lower() in _BRINGING:
        return verb
    counts = noun is not None and noun.lemma_.lower() in _COUNTS
    return noun if counts or verb.dep_ != "relcl" else verb


def _named(noun: Token) -> bool:
    return any(YEAR.fullmatch(c.text) for c in noun.children)


def _one(head: Token) -> bool:
    """Does one event stand with the word that counts: "killed in a raid this month"?"""
    nouns = [t for t in _with(head) if noun_kind(t) and t.tag_ in ("NN", "NNP")]
    return any(t.lemma_.lower() not in _GOES_ON for t in nouns)


def _several(head: Token, *kinds: str) -> bool:
    """Do several attacks stand with it, each of which is an event of its own?"""
    told = (t for t in (*_with(head), head) if t.tag_ in ("NNS", "NNPS"))
    nouns = [t for t in told if not is_person(t)]  # gunmen are no attacks
    return any((noun_kind(t) or "force").startswith(kinds) for t in nouns)


def _with(head: Token) -> list[Token]:
    """Nouns that a verb stands with: its subjects, its agents, what follows its prepositions."""
    found = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ != "since":
            found += [t for t in child.children if t.dep_ == "pobj"]
    return found + [c for t in found for c in t.children if c.dep_ == "conj"]
