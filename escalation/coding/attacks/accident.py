"""What nobody did: accidents, diseases and acts of nature, by the words that tell of them."""

import itertools
from functools import cache, lru_cache

from spacy.tokens import Span, Token

from escalation.coding.attacks.tame import MISHAPS, collides, falls, was_kept
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.clause import PARTS, prepositional
from escalation.coding.sentence.once import tokens_of, vocabulary
from escalation.coding.sentence.phrases import word_set

_BROUGHT_DOWN = word_set("crash crashes derail derails derailment overturn sink sinking tanker") | {
    "fuel tanker", "gas tanker",
}  # fmt: skip
"""Mishaps that an attack may bring about: a helicopter that is shot down crashes, too."""
_HITS = word_set("attack ambush torch bomb shell")
_FOES = word_set("hostile enemy insurgent rebel taliban")
_BLOWS = word_set("explosion blast bomb mine landmine torpedo missile")
_BLASTS = frozenset({"blast", "explosion", "detonation"})
_RAILS = word_set("track rail railway line railroad")
_ABLAZE = frozenset({"ablaze", "alight", "afire", "fire"})
_BURSTS = _BLASTS | {"explode"}
_DESCRIBES = frozenset({"describe", "treat", "characterize", "characterise"})
_RULES_OUT = frozenset({"rule", "ruled"})
_PERFECT = frozenset({"has", "have", "had", "was", "were", "is", "are", "been"})
_SUSPECTED = word_set("suspect suspected believe think cause blame due likely probably appear")
_MEANT = word_set(
    "attack bomb bombing bomber terrorism terror sabotage militant explosive device deliberate rule"
    " mortar shell grenade mine landmine"
)
_FIRED = word_set("bullet gunfire fire rocket shell mortar missile bomb grenade shrapnel rockets")
_HEALERS = word_set(
    "worker team staff medic nurse vaccinator vaccination vaccine drive campaign centre center"
    " clinic volunteer escort guard drop programme program immunization immunisation"
)
_BROKEN = word_set(
    "ceasefire truce talk negotiation deal agreement peace government coalition regime economy"
    " currency alliance treaty accord state army defence defense"
)


@lru_cache(maxsize=4)  # asked for the violence, and again for what follows
def is_accident(sentence: Span) -> bool:
    """Do the words tell of an accident, a disease or an act of nature?"""
    if _words_of_mishaps().isdisjoint(vocabulary(sentence)):
        return False
    known, tokens = words().accident, tokens_of(sentence)
    if not _BROUGHT_DOWN.isdisjoint(vocabulary(sentence)) and any(map(_brings_down, tokens)):
        known = known - _BROUGHT_DOWN
    if any(was_kept(t) or collides(t) or falls(t) or _rules_out(t) for t in tokens):
        return True
    told = ((t, t.lemma_.lower()) for t in tokens)
    lemmas = [
        lemma for t, lemma in told if not (_done_by(t, lemma) or _of_talks(t, lemma) or _treated(t))
    ]
    pairs = (f"{one} {two}" for one, two in itertools.pairwise(lemmas))
    return not known.isdisjoint(lemmas) or not known.isdisjoint(pairs)


def _brings_down(token: Token) -> bool:
    """ "Crashed after being shot down", "under hostile fire", "derailed by an explosion"."""
    if token.pos_ == "VERB":
        down = token.lemma_ == "shoot" and any(c.lower_ == "down" for c in token.children)
        hit = token.lemma_ in _HITS and token.tag_ == "VBN"
        hit = hit or (
            token.lower_ == "set" and not _ABLAZE.isdisjoint(t.lower_ for t in token.subtree)
        )
        return down or (hit and any(c.dep_ == "auxpass" for c in token.children))
    if token.lower_ == "fire" and any(c.lower_ in _FOES for c in token.children):
        return True
    if token.lemma_.lower() in _BLASTS and _on_the_rails(token):
        return True
    by = token.dep_ == "pobj" and token.head.dep_ == "agent" and token.lemma_.lower() in _BLOWS
    return by and token.head.head.lemma_ in ("derail", "overturn", "topple", "sink", "capsize")


def _on_the_rails(blast: Token) -> bool:
    """ "Derails after an explosion on the track", "an explosion derails a train": a bomb's."""
    where = prepositional(blast, "on", "along", "under", "beneath", "near")
    derails = blast.dep_ == "nsubj" and blast.head.lemma_ == "derail"
    return derails or any(t.lemma_.lower() in _RAILS for t in where)


@cache
def _words_of_mishaps() -> frozenset[str]:
    """Without one of these nothing tells of an accident."""
    return MISHAPS.union(_RULES_OUT, *(phrase.split() for phrase in words().accident))


def is_suspected(sentence: Span) -> bool:
    """ "A gas leak is suspected", "police ruled out terrorism", "it was an accident": no attack."""
    lemmas = {t.lemma_.lower() for t in sentence}
    if any(_rules_out(t) or _is_said_to_be_one(t) for t in sentence):
        return True
    if lemmas.isdisjoint(_SUSPECTED) or not lemmas.isdisjoint(_MEANT):
        return False
    return not any(t.dep_ == "neg" for t in sentence) and is_accident(sentence)


def _rules_out(verb: Token) -> bool:
    """ "Ruled out sabotage", not "cannot rule out", "has yet to rule out"."""
    if verb.lemma_ not in _RULES_OUT or not any(c.lower_ == "out" for c in verb.children):
        return False
    held = any(c.dep_ in ("neg", "aux") and c.lower_ not in _PERFECT for c in verb.children)
    thing = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    thing += [t for c in thing for t in (*c.children, *prepositional(c, "of")) if t.i != c.i]
    return not held and any(t.lemma_.lower() in _MEANT for t in thing)


def _is_said_to_be_one(word: Token) -> bool:
    """ "The blast was an accident", "an accident occurred", "described the blast as accidental"."""
    if word.lower_ not in ("accident", "accidental"):
        return False
    described = word.head.lower_ == "as" and word.head.head.lemma_ in _DESCRIBES
    happened = word.dep_ == "nsubj" and word.head.lemma_ in ("occur", "happen")
    if described or happened:
        return not any(c.dep_ == "neg" for c in (*word.head.children, *word.head.head.children))
    if word.head.lemma_ != "be":
        return False
    unsure = any(c.dep_ == "neg" or c.tag_ == "MD" for c in word.head.children)
    asked = any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in word.head.children)
    return word.dep_ in ("attr", "acomp") and not (unsure or asked)


def is_blast(tokens: list[Token]) -> bool:
    """Is all that is told a blast or an explosion, with no bomb?"""
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    bare = all(
        t.lemma_.lower() in _BLASTS and not any(_named(c) for c in t.children) for t in nouns
    )
    return bare and any(t.lemma_.lower() in _BURSTS for t in tokens)


def _named(part: Token) -> bool:
    return part.dep_ in PARTS and part.lemma_.lower() in _MEANT


def _done_by(token: Token, lemma: str) -> bool:
    """ "Rebels storm a base", "to bear the cost", "a hail of bullets": no storm, bear or hail."""
    if lemma == "hail":
        return token.pos_ == "VERB" or any(
            t.lemma_.lower() in _FIRED for t in prepositional(token, "of")
        )
    if lemma == "rain":  # "rockets rained on the town"
        return any(t.lemma_.lower() in _FIRED for t in token.children)
    return lemma in ("storm", "bear", "dog", "snake") and token.pos_ == "VERB"


def _treated(token: Token) -> bool:
    """ "A polio team", "a measles vaccination drive": who treats it, and no disease."""
    return token.dep_ in PARTS and token.head.lemma_.lower() in _HEALERS


def _of_talks(token: Token, lemma: str) -> bool:
    """ "The ceasefire collapsed", "the collapse of the talks": nothing fell on anybody."""
    if lemma != "collapse":
        return False
    subjects = [c for c in token.children if c.dep_ in ("nsubj", "poss", "compound")]
    return any(t.lemma_.lower() in _BROKEN for t in (*subjects, *prepositional(token, "of")))
