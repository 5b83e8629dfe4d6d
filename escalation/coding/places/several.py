"""Attacks in places that are named together: "bombings in Quetta and Sibi", "bombed both".

One happening has one place. Where a sentence tells of attacks by a word for more than one, or by a
verb alone, and names places in a row, each place has its own; the toll that it tells is of all of
them together and stays with the first.
"""

import itertools
import re

from spacy.tokens import Span

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.places.ground_itself import is_struck
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import patients
from escalation.coding.sentence.once import root_at, text_of
from escalation.coding.story.act import Act
from escalation.coding.tolls.quantities import NUMBER_WORDS

_KIND = r"(?:(?:district|province|region|agency|city|cities|area|provinc|agenc)(?:e?s|ies)?)"
# "A market in Exford and a school in Wyford"; not "and a spokesman in Wyford said".
_TELLERS = r"(?!\w*(?:spokes|official|witness|minister|doctor|resident|source))"
_SITE = rf",? and an? {_TELLERS}[a-z]+(?: [a-z]+)? in (?:the )?"
_NO_VERB = r"(?!(?:are|is|was|were|have|has|had|who|that|to|by) )"
# "Killed four in Exford, two guards in Wyford and wounded six in Zedford"
_SO_MANY = (
    r"(?:(?:kill|wound|injur)(?:ed|ing|s) )?(?:at least |another |some |about )?"
    rf"(?:\d+|{'|'.join(NUMBER_WORDS)}) (?:{_TELLERS}{_NO_VERB}[a-z'-]+ ){{0,3}}?(?:in|at|near)"
)
_LINK = re.compile(
    rf"(?: {_KIND})?{_SITE}"
    rf"|(?: {_KIND})?(,|,? and|,? as well as|,? & )"
    rf" ?(?:another |\w+ (?:more|others?) |{_SO_MANY} )?"
    rf"(?:both |in |the )*"
    rf"(?:{_KIND} of )?(?:nearby |neighbou?ring )?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?:in|at|across|inside|within|on|over)(?: (?:the|both))?(?: \w+)?"
    rf"(?: {_KIND} of(?: the)?)? $",
    re.IGNORECASE,
)
_COARSE = ("country", "province")


def places_named_together(
    act: Act, place: Mention, sentence: Span, mentions: list[Mention]
) -> list[Mention]:
    """The places of acts told as one, in the order of the text; one only where it was one act."""
    here = [m for m in mentions if sentence.start_char <= m.start < sentence.end_char]
    if place not in here or not _many(act):
        return [place]
    if act.kind == "force.capture" and len(taken := _taken(act, here)) > 1:
        return taken
    text = text_of(sentence.doc)
    row = _row(here, here.index(place), text)
    ands = [
        at
        for at, (a, b) in enumerate(itertools.pairwise(row), 2)
        if text[a.end : b.start].strip()[-1:] != ","
    ]
    row = row[: ands[-1]] if ands else []  # "in A and B, Balochistan": both in Balochistan
    lead = row and (
        act.kind == "force.capture"
        or _LEAD.search(text[: row[0].start])
        or is_struck(root_at(sentence.doc, row[0].start, row[0].end), act)
    )
    places = [m for m in row if not _holds_another(m, row)]
    places = list({m.name: m for m in reversed(places)}.values())[::-1]  # each place once
    alike = len({m.country for m in places}) == 1 and all(m.country for m in places)
    if not (lead and alike) or len(places) < 2 or place not in places:
        return [place]
    return places


def _taken(act: Act, here: list[Mention]) -> list[Mention]:
    """ "Took Exford, the largest town of Exshire, as well as Wyford": the first place of each."""
    heads = sorted(patients(act.anchor), key=lambda t: t.i)
    if not heads:
        return []
    ends = [head.left_edge.idx for head in heads[1:]]
    places: dict[str, Mention] = {}
    for head, end in zip(heads, [*ends, act.anchor.sent.end_char], strict=True):
        inside = (m for m in here if head.left_edge.idx <= m.start < end)
        first = next((m for m in inside if m.precision != "country"), None)
        if first is not None:
            places.setdefault(first.name, first)
    return [m for m in places.values() if not _holds_another(m, list(places.values()))]


def _many(act: Act) -> bool:
    """Is it told by a word for more than one, or by a verb alone: "attacks", "kill guards"?"""
    nouns = [t for t in act.tokens if noun_kind(t) is not None and t.dep_ != "compound"]
    return all(t.tag_ in ("NNS", "NNPS") for t in nouns)


def _row(here: list[Mention], at: int, text: str) -> list[Mention]:
    """Mentions about one that only commas and "and" stand between."""
    first = last = at
    while first > 0 and _LINK.fullmatch(text[here[first - 1].end : here[first].start]):
        first -= 1
    while last + 1 < len(here) and _LINK.fullmatch(text[here[last].end : here[last + 1].start]):
        last += 1
    return here[first : last + 1]


def _holds_another(mention: Mention, row: list[Mention]) -> bool:
    """ "Chaman, Balochistan": the province is where the town is, and no second place."""
    if mention.precision == "country":
        return True
    inside = [m for m in row if m.admin1 == mention.admin1 and m.name != mention.name]
    if mention.precision == "district":  # "Mingora, Swat"
        return any(m.precision == "exact" and m.admin2 == mention.admin2 for m in inside)
    return mention.precision == "province" and any(m.precision not in _COARSE for m in inside)
