"""Counted groups side by side that are not of one list, so that one's fate is not the other's."""

from spacy.tokens import Span

from escalation.coding.tolls.casualty import measure_of
from escalation.coding.tolls.groups import REFLEXIVE, Group


def is_no_part(sentence: Span, left: Group, right: Group) -> bool:
    """Does what befell the group on the right say nothing of the one before it?"""
    by = sentence[left.start : left.end].root.head.dep_ == "agent"  # "repelled by guards with ..."
    return by or _of_a_verb(sentence, left) or _of_another_clause(sentence, left, right)


def is_same(sentence: Span, left: Group, right: Group, between: list[str]) -> bool:
    """Is it one man named twice: "X, the leader"?"""
    if between == [","] and right.rule == "plural" and left.best is not None:
        # "six passengers, members of one family"
        return sentence[right.start : right.end].root.dep_ == "appos"
    if left.rule == "one" and sentence[right.start : right.start + 2].text.lower() == "one of":
        return between == [","]  # "Omar, one of the front's commanders"
    one = left.rule == right.rule == "one" and between == [","]
    one = one and left.victims.lower() not in REFLEXIVE  # "killed himself, the cook and a boy"
    return one and sentence[right.start].lower_ == "the"


def is_subject(sentence: Span, group: Group) -> bool:
    """Is a group the subject of a verb of its own?"""
    return sentence[group.end - 1].dep_ in ("nsubj", "nsubjpass")


def _of_a_verb(sentence: Span, group: Group) -> bool:
    """Is the group the object of a verb before it: "kills 3 soldiers, 12 others hurt"?"""
    token = sentence[group.start - 1] if group.start else None
    if token is None or token.tag_ not in ("VB", "VBZ", "VBP", "VBG", "VBD"):
        return False
    its_own = token.tag_ != "VBD" or any(c.dep_ == "dobj" for c in token.children)
    return its_own and measure_of(token) is not None


def _of_another_clause(sentence: Span, left: Group, right: Group) -> bool:
    """ "The death of one and another wounded"; "hunted rebels; two guards were killed"."""
    last, beside = (sentence[group.start : group.end].root for group in (left, right))
    if last.dep_ == "pobj" and beside.dep_ == "conj" and beside.head.is_ancestor(last):
        return True  # "an advocate for women, and her driver"
    before = [token.lower_ for token in sentence[max(left.start - 2, 0) : left.start]]
    counted = before in (["death", "of"], ["deaths", "of"])
    apart = any(token.lower_ == ";" for token in sentence[left.end : right.start])
    return counted or (apart and left.rule == "plural")
