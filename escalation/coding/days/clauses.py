"""Days of clauses side by side: "were shot on 9 May, and police arrested three on Tuesday"."""

import pandas as pd
from spacy.tokens import Token

from escalation.coding.days.dates import expressions
from escalation.coding.sentence.clause import SUBJECTS, VERBS
from escalation.coding.sentence.once import sentence_of, text_of
from escalation.coding.story.act import Act

_DATED = frozenset({"weekday", "date", "iso", "yesterday", "today", "overnight", "weekend"})


def in_other_clauses(act: Act, published: pd.Timestamp) -> list[tuple[int, int]]:
    """Clauses beside the act's own, as characters, where its own and they tell each a day."""
    verb = act.anchor
    if verb.pos_ not in VERBS:
        return []
    own = {token.i for token in act.tokens}
    beside = [c for c in verb.children if c.dep_ == "conj" and _stands_alone(c)]
    spans = [(c.left_edge.idx, _end(c)) for c in beside if own.isdisjoint(t.i for t in c.subtree)]
    if verb.dep_ == "conj" and _stands_alone(verb):
        head, inside = verb.head, {t.i for t in verb.subtree}
        before = {t.i for t in head.subtree} - inside
        if own.isdisjoint(before) and head.pos_ in VERBS:
            spans.append((head.left_edge.idx, verb.left_edge.idx))
    if not spans:
        return []
    sentence = sentence_of(verb)
    text, offset = text_of(sentence), sentence.start_char
    days = [d.start + offset for d in expressions(text, published) if d.days.rule in _DATED]
    if all(any(low <= at < high for low, high in spans) for at in days):
        return []  # the day of the one is that of the other, too
    return spans


def _stands_alone(verb: Token) -> bool:
    return verb.pos_ in VERBS and any(c.dep_ in SUBJECTS for c in verb.children)


def _end(verb: Token) -> int:
    return verb.right_edge.idx + len(verb.right_edge)
