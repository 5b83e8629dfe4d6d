"""What "since" begins: a span, or what an act is compared with, and where the words for it end.

"has killed 12 since Monday"                         Monday to the day of the report
"the deadliest since a bombing that killed 60"       the 60 are of the bombing
"""

import pandas as pd
from spacy.tokens import Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.days.dates import Days, expressions
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.groups import NTH

_RANKS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth latest last worst"
)
_RELATIVE = frozenset({"that", "which", "who", "when", "where"})
_NO_DAYS = Days(pd.NaT, pd.NaT, "counted since another event", "since")
LOOKS_BACK = 10
"""Words from a rank to its span: "the worst in many years"."""


def is_time(since: Token) -> bool:
    """ "Has killed 12 since it took over", "the worst since it began"; no reason why."""
    verb = since.head.head
    time = since.dep_ != "mark" or any(c.lemma_ == "have" for c in verb.children)
    return time or _compares(since)


def _compares(since: Token) -> bool:
    """ "The deadliest raid since a bombing in the city left 40 dead": time, and no reason why."""
    before = since.doc[max(since.i - LOOKS_BACK, since.sent.start) : since.i]
    return any(map(is_rank, before))


def is_rank(word: Token) -> bool:
    """ "Third", "14th", "deadliest"."""
    highest = word.tag_ in ("JJS", "RBS") or word.lower_.endswith("iest")
    highest = highest and word.lower_ != "least"
    return highest or word.lower_ in _RANKS or NTH.fullmatch(word.lower_) is not None


def since(word: Token, published: pd.Timestamp) -> tuple[Token, int, int, Days]:
    """ "Since 2001", "since Monday": to the day of the report; else since nobody knows when."""
    rest = word.doc[word.i + 1 : word.sent.end].text
    if not rest:
        return word, word.idx, word.idx + len(word), _NO_DAYS
    opening = next(iter(expressions(f"on {rest}", published)), None)
    if opening is not None and opening.start <= 4 and opening.days.reason is None:
        days = Days(min(opening.days.first, published), published, None, "since")
        end = word.doc[word.i + 1].idx + opening.end - len("on ")
    else:
        days, last = _NO_DAYS, word
        earlier = any(noun_kind(c) is not None for c in (*word.children, *word.head.children))
        for token in word.head.subtree if word.dep_ == "mark" else word.subtree:
            if token.lower_ in _RELATIVE and not earlier:
                break
            last = token if token.i > word.i else last
        end = last.idx + len(last)
    above = word.head if word.dep_ == "mark" else word
    return above, word.idx, end, days
