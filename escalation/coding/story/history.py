"""Where a report turns from its news to what went before: its acts without a day are no news.

"The group has killed thousands since 2007. It stormed the port of Exford and killed two guards":
what follows a sentence of history is history, until a day is told again or the news is taken up.
"""

import itertools
import re
from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.dealings.reaction import retorted
from escalation.coding.sentence.clause import is_the_latest
from escalation.coding.sentence.once import text_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY
from escalation.coding.status.standing import told_now
from escalation.coding.story.act import Act
from escalation.coding.story.retold import tells_another
from escalation.coding.story.told import Told

_REPORT = 4  # sentences: what is shorter tells its news and little else
_SPANS = re.compile(
    r"\b(?:since|in|from|between) (?:early |late |mid-)?(?:19|20)\d\d\b"
    r"|\b(?:last|previous) (?:year|decade)\b"
    r"|\b(?:recent|past|previous|last few|last several) (?:years|months|decades?)\b"
    r"|\bfor (?:years|decades|months)\b|\b(?:decades?|years?)-(?:old|long)\b",
    re.IGNORECASE,
)
_MANY = word_set("several many numerous dozens hundreds scores thousands multiple frequent various")


class History:
    """Has a text turned to what went before its news?"""

    def __init__(self) -> None:
        self._behind = False

    def hear(self, sentence: Span) -> None:
        """Take in a sentence that may turn to the past."""
        self._behind = self._behind or (_is_report(sentence) and _tells_history(sentence))

    def holds(self, told: Told, sentence: Span, *, known: bool) -> bool:
        """Is an act without a day of the past, by what the text told just before it?

        What is ``known`` already is taken up again, unless the sentence itself is history.
        """
        if told.act.status not in ("happened", "recalled") or not _is_report(sentence):
            return False
        if told.days.rule in ("past", "vague") and told.act.is_violent and _tells_history(sentence):
            return True  # "has carried out several such attacks in the past"
        if told.days.rule != "fresh":
            self._behind = told.act.status == "recalled"
        if told.days.rule != "fresh" or not told.act.is_violent:
            return False
        if _tells_history(sentence):
            return True
        if told_now(told.act.anchor) or any(map(_is_news, sentence)):
            self._behind = False
        return self._behind and not known


def as_history(told: Told, sentence: Span) -> Told:
    """An act without a day in a passage of history: remembered, on no day that is known."""
    act = replace(told.act, status="recalled")
    return replace(told, act=act, days=told.setting.days(sentence, act))


def _is_report(sentence: Span) -> bool:
    """Is the text long enough to have a history of its news?"""
    return sum(1 for _ in itertools.islice(sentence.doc.sents, _REPORT)) == _REPORT


def _tells_history(sentence: Span) -> bool:
    """ "Has killed thousands", "since 2007", "in recent years": of more than one day's news."""
    if sentence.start == 0:
        return False
    verbs = (sentence.root, *(c for c in sentence.root.children if c.dep_ == "conj"))
    return _SPANS.search(text_of(sentence)) is not None or any(map(_has_done_much, verbs))


def _is_news(word: Token) -> bool:
    """ "In a separate attack", "police said"."""
    return tells_another(word) or (word.tag_ == "VBD" and word.lemma_ in SAY)


def _has_done_much(verb: Token) -> bool:
    """ "Has carried out several attacks", "have fought three wars": over a long time."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    if not perfect or verb.tag_ != "VBN" or verb.lemma_ in SAY:
        return False
    told = [t for c in verb.children if c.dep_ in ("dobj", "attr", "nsubjpass") for t in c.subtree]
    return any(t.lower_ in _MANY for t in told)


def tells_who(act: Act) -> bool:
    """ "Those who were freed by Rome joined ...": what tells who they are was before."""
    if act.kind == "reject.accusation":
        return False  # "blames Rome, a charge Rome denied"
    past = act.anchor.tag_ in ("VBD", "VBN")
    tells = act.anchor.dep_ == "relcl" and not retorted(act.anchor)
    tells = tells and not is_the_latest(act.anchor)
    return not act.is_violent and tells and past
