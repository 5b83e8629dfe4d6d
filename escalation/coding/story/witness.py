"""What a witness says in quotation marks of the violence that a report tells: no news beside it.

"They came twice, and shot at those who ran": how it was, of what was told before. Words that name a
place or a day of their own, and those of officials, may tell more.
"""

import itertools

from spacy.tokens import Token

from escalation.coding.actors.who import OF_STATE
from escalation.coding.sentence.once import text_of
from escalation.coding.story.told import Told

_REPORT = 4  # sentences
_MARKS = ('"', "“", "”")


def is_of_a_witness(told: Told) -> bool:
    """Is violence told only in the quoted words of somebody who was there?"""
    act = told.act
    if not act.is_violent or told.days.rule != "fresh":
        return False
    said = act.anchor.sent
    if told.place is not None and said.start_char <= told.place.start < said.end_char:
        return False
    if act.speaker is not None and act.speaker.sector in OF_STATE | {"LEG", "JUD", "REB"}:
        return False
    return _is_report(act.anchor) and _is_quoted(act.anchor)


def _is_report(word: Token) -> bool:
    return sum(1 for _ in itertools.islice(word.doc.sents, _REPORT)) == _REPORT


def _is_quoted(word: Token) -> bool:
    """Does a word stand within quotation marks, which open anew with every paragraph?"""
    text = text_of(word.doc)
    start = text.rfind("\n", 0, word.idx) + 1
    before = text[start : word.idx]
    if not any(mark in before for mark in _MARKS):
        return False
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1
