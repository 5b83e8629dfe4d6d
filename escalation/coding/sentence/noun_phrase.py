"""The words of a noun phrase: what its head is part of, what qualifies it, where it begins."""

import re

from spacy.tokens import Token

from escalation.coding.actors.named import BEHIND
from escalation.coding.sentence.phrases import word_set

_BESIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "appos"})
ADHERENTS = frozenset({"supporter", "follower", "member", "activist", "loyalist", "fighter"})
"""Those who are of a group or a party."""
_INSIDE = ("of", "from", "in", "at", "for", "near", "by", "within", "inside", "to")
_SENT = word_set("ambassador envoy representative consul delegate commissioner mission emissary")
_SENT_TO = ("to", "for", "at")
_CALLS = word_set("call style name dub brand know")
_PARTS = word_set(
    "ten hundred thousand dozen score million group number member majority handful crowd team"
    " some one many several most part pair couple lot series all none half third quarter band"
    " patch batch contingent deployment column fifth people head founder mob"
)

QUALIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
"""How words hang on a noun that say whose or which it is: "Rome's", "Roman", "Rome"."""
_FOR = re.compile(r"\b(?:pro|anti)-$", re.IGNORECASE)
_KIN = frozenset({"family", "household", "relative", "crew"})
_STATES_OF = word_set("emergency siege war alert affairs calamity disaster exception readiness")
_HELD = word_set("suspect believe think presume assume say report understand know")
_SENT_AWAY = word_set("deport expel evict return repatriate")  # migrants of another land
_CALLED = word_set("know call dub nickname style")
_OF_WHAT = word_set("accuse suspect convict warn remind assure inform acquit absolve")
_FEASTS = word_set(
    "house birthday dinner wedding garden beach pool search christmas tea engagement"
)


def whole_of(head: Token) -> Token | None:
    """What a part is of: "thousands of students", "members of the council", its head."""
    if head.lemma_.lower() not in _PARTS and head.pos_ != "NUM":
        return None
    if head.lower_ == "quarter" and any(c.dep_ in ("amod", "compound") for c in head.children):
        return None  # "the old quarter of Rome"
    if any(c.lower_ in _KIN for c in head.children):
        return None  # "family members of a leader" are none of the leader's
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inside = [t for t in child.children if t.dep_ == "pobj"]
            if inside and (head.lower_ != "people" or inside[0].pos_ != "PROPN"):
                return inside[0]
    return None


def modifiers(head: Token) -> list[Token]:
    """Words that say whose a phrase is, those before the head first, the nearest first."""
    found: list[Token] = []
    left = [c for c in head.children if c.dep_ in _BESIDE and c.dep_ != "appos"]
    for child in sorted(left, key=lambda c: -c.i):
        found += sorted(child.subtree, key=lambda t: -t.i)
    for child in head.children:
        if child.dep_ == "appos":  # "the attacker, a Roman national"
            found.append(child)
            found += [c for c in child.children if c.dep_ == "amod" and c.text[0].isupper()]
        elif child.dep_ == "prep" and child.lower_ in _INSIDE and not _of_another(child):
            if child.lower_ in _SENT_TO and head.lemma_.lower() in _SENT:
                continue  # "Rome's ambassador to the UN"
            for inner in child.children:
                if inner.dep_ == "pobj":
                    near = child.lower_ == "near"  # "near the Roman embassy" makes nobody a Roman
                    found += [inner] if near else [inner, *modifiers(inner)]
        elif child.dep_ == "acl":  # "based in Lahore", "loyal to the king"; not "known as ..."
            for prep in child.children:
                called = prep.lower_ == "as" and child.lemma_ in _CALLED
                called |= prep.lower_ == "from" and child.lemma_ in _SENT_AWAY
                if prep.dep_ == "prep" and not called:
                    found += [t for t in prep.children if t.dep_ == "pobj"]
    found += [t for one in _said_to_be(head) for t in (one, *modifiers(one))]
    return found + self_styled(head)  # of "the Father of the Nation" no more than his name


def _said_to_be(head: Token) -> list[Token]:
    """ "Gunmen, suspected to be rebels of the front": what they are held to be."""
    verbs = [c for c in head.children if c.dep_ == "acl"]
    verbs += [head.head] if head.dep_ in ("nsubj", "nsubjpass") else []
    held = [v for v in verbs if v.lemma_ in _HELD and v.tag_ in ("VBN", "VBD")]
    being = [c for v in held for c in v.children if c.dep_ == "xcomp"]
    of = [p for v in held for p in v.children if p.lower_ == "of"]
    being += [c for p in of for c in p.children if c.dep_ == "pcomp"]
    found = [t for be in being for t in be.children if t.dep_ == "attr" and t.i > head.i]
    tied = [p for c in being if c.lemma_ in ("belong", "link") for p in c.children]
    found += [t for p in tied if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
    return found


def _of_another(preposition: Token) -> bool:
    """ "The police and supporters of the party": of the party are the supporters only.

    "Accuse the government of freeing rebels": of what it is accused.
    """
    charged = preposition.head.dep_ in ("dobj", "nsubjpass") and preposition.lower_ == "of"
    charged = charged and preposition.i > preposition.head.head.i  # or "a major of the army is"
    if charged and preposition.head.head.lemma_ in _OF_WHAT:
        return True
    before = preposition.nbor(-1) if preposition.i else None
    joined = before is not None and before.dep_ == "conj" and before.head == preposition.head
    return joined and before is not None and before.lemma_.lower() in ADHERENTS


def ethnic(head: Token) -> bool:
    """ "Ethnic Serbs"."""
    return any(child.lower_ == "ethnic" for child in head.children)


def backed(text: str, start: int, end: int) -> bool:
    """Is a name in "a pro-Rome cleric", "a Rome-backed group": whom they are for, not of?"""
    return bool(_FOR.search(text[max(0, start - 6) : start]) or BEHIND.match(text, end))


def core(head: Token) -> list[Token]:
    """The phrase without its clauses and adjuncts: from the first modifier to the head."""
    tokens = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ in (*_BESIDE, "det", "advmod", "quantmod"):
            tokens += child.subtree
    return sorted(tokens, key=lambda t: t.i)


def condition(head: Token) -> bool:
    """ "A state of emergency", "a house party", "opposition to a plan": nobody who acts."""
    if head.lemma_.lower() == "state":
        return any(
            t.lower_ in _STATES_OF for c in head.children if c.dep_ == "prep" for t in c.children
        )
    if head.lemma_.lower() == "opposition":  # "voiced opposition to the dam"
        return any(c.dep_ == "prep" and c.lower_ == "to" for c in head.children)
    return head.lemma_.lower() == "party" and any(c.lower_ in _FEASTS for c in head.children)


def before_hyphen(name: Token) -> list[Token]:
    """ "Rome-Vienna talks": the name before the hyphen."""
    before = [c for c in name.children if c.i < name.i and c.dep_ in QUALIFIERS]
    return [c for c in before if c.i + 2 == name.i and c.nbor().text in ("-", "–", "/")]


def self_styled(head: Token) -> list[Token]:
    """ "A group calling itself the Lions", "gunmen known as the Lions": what they are called."""
    clauses = [c for c in head.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _CALLS]
    names = [t for c in clauses for t in c.children if t.dep_ in ("oprd", "dobj", "appos")]
    known = (p for c in clauses for p in c.children if p.lower_ == "as")
    names += [t for p in known for t in p.children]
    return [t for t in names if t.pos_ == "PROPN"]
