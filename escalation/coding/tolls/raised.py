"""Tolls told as tolls: "the death toll from the blast rises to 32"."""

from spacy.tokens import Span, Token

from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.groups import Group

_RISES = word_set(
    "rise climb reach increase stand jump go bring put pass now revise update surge soar mount"
    " swell grow raise take push lift hit"
)
_TO_NUMBER = word_set(
    "of all about the up down also reportedly : seriously critically both another further a "
    "additional at least more than over"
)
_RAISES = word_set("raise bring take push put lift drive")
_DEAD = word_set("dead killed slain deaths fatalities")
TOLLS = word_set("toll tolls number count tally fatalities deaths")
"""Words that may stand for how many died."""
_DEATHS = frozenset({"deaths", "dead", "fatalities"})
_BEFORE = frozenset({"earlier", "early", "previous", "prior"})  # "revising an earlier toll of 50"
HURT = frozenset({"injury", "injured"})
"""What a toll can be of that is none of the dead: "an injury toll of nine"."""
_NEAR = 7  # words from "number" to the dead
_FAR = 14  # words from a toll to its number


def counts_dead(word: Token) -> bool:
    """Is it "toll", or the "number" of "the number of people killed in the blast"?

    "The number of rebels killed" alone is that of many deeds.
    """
    form = word.lower_
    if form not in TOLLS:
        return False
    of = word.nbor(-1).lemma_.lower() if word.i > word.sent.start else ""
    if form in ("toll", "tolls"):
        return of not in HURT and of not in _BEFORE
    if form in ("count", "tally"):
        return of == "death"
    if form in ("fatalities", "deaths"):
        return _goes_to(word)
    after = [t.lower_ for t in word.doc[word.i + 1 : min(word.i + _NEAR, word.sent.end)]]
    some = word.i > word.sent.start and word.nbor(-1).lower_ in ("a", "an")
    if after[:1] != ["of"] or some or _DEAD.isdisjoint(after):
        return False
    raised = word.head.lemma_.lower() in _RAISES and not _DEATHS.isdisjoint(after)
    return raised or any(t.lemma_.lower() in words().nouns for t in word.subtree)


def _goes_to(deaths: Token) -> bool:
    """ "Fatalities rise to nine", "bringing total deaths to nine"."""
    verb = deaths.head
    moved = verb.lemma_.lower() in (_RISES if deaths.dep_ == "nsubj" else _RAISES)
    return moved and any(c.lower_ == "to" and c.i > deaths.i for c in verb.children)


def tells_a_toll(sentence: Span) -> bool:
    """ "The toll of the raid rises to nine": a deed is told by how many died in it."""
    return any(counts_dead(token) for token in sentence)


def raises_toll(verb: Token) -> bool:
    """ "Bringing the toll to nine", "taking the number of deaths to six"."""
    told = (c for c in verb.children if c.dep_ in ("dobj", "nsubj"))
    return verb.lemma_.lower() in _RAISES and any(counts_dead(c) for c in told)


def count_of_toll(sentence: Span, groups: list[Group], at: int) -> int | None:
    """The group that the word "toll" at ``at`` counts, by its index."""
    starts = {group.start: n for n, group in enumerate(groups)}
    before = at - 1 - (sentence[at - 1].lower_ == "death")
    if at > 1 and sentence[before - 1 : before + 1].text.lower() in ("as the", "as its"):
        n = next((n for n, group in enumerate(groups) if group.end == before - 1), None)
        if n is not None:  # "report seven as the death toll"
            return n
    for there in range(at + 1, min(at + _FAR, len(sentence))):
        n = starts.get(there)
        if n is not None and groups[n].rule not in ("one", "plural"):
            return n
    return _risen_to(sentence[at], sentence, groups, starts)


def rises(sentence: Span, at: int) -> bool:
    """Is the toll at ``at`` a new one of what was told before?"""
    near = [*sentence[max(0, at - 6) : at + 8], sentence[at].head]
    return any(token.lemma_.lower() in _RISES for token in near)


def _risen_to(
    toll: Token, sentence: Span, groups: list[Group], starts: dict[int, int]
) -> int | None:
    """ "The toll from a blast in a town by the lake rises to 32": however far away."""
    verb = toll.head
    if verb.lemma_.lower() not in _RISES or verb.i < toll.i:
        return None
    to = next((c for c in verb.children if c.lower_ == "to" and c.i > verb.i), verb)
    for there in range(to.i + 1 - sentence.start, len(sentence)):
        n = starts.get(there)
        if n is not None:
            return n if groups[n].rule not in ("one", "plural") else None
        if sentence[there].lower_ not in _TO_NUMBER:
            return None
    return None
