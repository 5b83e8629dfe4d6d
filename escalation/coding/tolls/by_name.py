"""One person told by name, with or without the office: "Journalist Omar Khan", "Omar Khan"."""

from spacy.tokens import Span, Token

from escalation.coding.sentence.clause import coordinated
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import is_person


def end_of_name(sentence: Span, at: int) -> int | None:
    """Where somebody ends whose name begins at a word: "kill Omar Khan, a leader of the party"."""
    token = sentence[at]
    name = token.head if token.dep_ == "compound" else token
    starts = token.tag_ == "NNP" and (name.left_edge.i == token.i or _first_of(name) == token)
    if not starts or name.tag_ not in ("NNP", "NNPS"):
        return None
    if name.dep_ not in ("dobj", "nsubjpass", "nsubj") and not _killed(name):
        return None
    for office in name.children:
        if (
            office.dep_ == "appos"
            and office.tag_ == "NN"
            and not _in_a_row(name, office)
            and (is_person(office) or office.lemma_ in _OFFICES)
        ):
            return max(t.i for t in coordinated(office)) + 1 - sentence.start
    if token.dep_ == "compound" and is_person(token):  # "Journalist Omar Khan"
        return name.i + 1 - sentence.start
    if _is_somebody(name):
        return name.i + 1 - sentence.start
    return None


def _first_of(name: Token) -> Token | None:
    """Where a name begins behind an office: "general and police chief Omar Khan"."""
    parts = [c for c in name.children if c.dep_ == "compound" and c.tag_ == "NNP"]
    return parts[0] if parts and name.i - parts[0].i == len(parts) else None


def _in_a_row(name: Token, office: Token) -> bool:
    """ "Teacher, pupil killed": a headline's two, none of whom is the other's name."""
    return is_person(name) and not any(c.dep_ == "det" for c in office.children)


def _is_somebody(name: Token) -> bool:
    """ "Kill Omar Khan", "Khan is assassinated", "Omar Khan, killed in a raid": by name alone."""
    if any(c.dep_ in ("det", "poss") for c in name.children):
        return False
    whole = any(c.dep_ == "compound" and c.tag_ == "NNP" for c in name.children)
    if name.tag_ == "NNP" and whole and _killed(name):
        return True
    verb = name.head
    lemma = verb.lemma_.lower()
    if name.dep_ == "nsubj" or name.tag_ != "NNP":
        return False
    dead = lemma == "shoot" and any(c.lower_ == "dead" for c in verb.children)
    hurt = lemma in _HURT and name.dep_ == "nsubjpass"
    return lemma == "assassinate" or (whole and (lemma in _KILL or dead or hurt))


def _killed(name: Token) -> bool:
    """ "Omar Khan, killed last week in a raid"."""
    return any(
        c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in _KILL | {"assassinate"}
        for c in name.children
    )


_KILL = word_set("kill murder behead slay execute hang lynch martyr")
_HURT = word_set("injure wound hurt")
_OFFICES = word_set(
    "head founder co-founder owner speaker star winner celebrity ceo director chairman chairwoman"
    " chairperson chair manager dean rector coordinator treasurer presenter anchor host influencer"
    " researcher veteran figure ideologue"
)
