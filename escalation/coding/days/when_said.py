"""The day on which a deed was told of: "police said on Monday" dates the words, not the deed."""

import pandas as pd
from spacy.tokens import Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.days.calendar import WEEKDAYS
from escalation.coding.days.dates import Days, days_of
from escalation.coding.sentence.clause import POSSESSIVE
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.tolls.people import is_person

_WORDS = word_set("statement message post conference briefing interview tweet address report")
_LATE = frozenset({"on", "late", "early"})
_ONE = pd.Timedelta(days=1)


def when_said(act: Act) -> list[tuple[int, int]]:
    """The words that say on which day an act of violence was told of, in document offsets."""
    verb = act.mood.saying
    if verb is None or not act.is_violent:
        return []
    own = {token.i for token in (act.anchor, *act.tokens)}
    behind = _day_behind(verb)
    under = [day for day in _days_under(verb, 3) if own.isdisjoint(t.i for t in _up_to(day, verb))]
    days = [behind] if behind is not None else under
    return [(day.idx, day.idx + len(day)) for day in days]


def _day_behind(verb: Token) -> Token | None:
    """ "Police said on Tuesday gunmen had ...": of the saying, whatever the parse hangs it on."""
    after = verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]
    day = next((t for t in after if t.lower_ not in _LATE), None)
    if day is None or day.lower_ not in WEEKDAYS or day.i + 1 == len(verb.doc):
        return None
    of_day = day.nbor(1)
    deed = noun_kind(of_day) is not None and not is_person(of_day)
    return None if deed or of_day.lower_ in POSSESSIVE else day  # "said Tuesday's raid had ..."


def _days_under(verb: Token, depth: int) -> list[Token]:
    """ "Said on Monday", "said late on Monday", "said in a statement on Monday"."""
    found = []
    for child in verb.children:
        if child.lower_ in WEEKDAYS:
            found.append(child)
        elif depth and (child.dep_ in ("prep", "npadvmod", "advmod") or child.lower_ in _WORDS):
            found += _days_under(child, depth - 1)
    return found


def _up_to(token: Token, verb: Token) -> list[Token]:
    path = [token]
    while path[-1].i != verb.i and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    return path


def up_to(day: str, published: pd.Timestamp) -> Days:
    """The day on which something was told of, and the day before it: when it is fresh."""
    said = days_of(day, published, past=True)
    if pd.isna(said.last):
        return days_of("", published)
    return Days(said.last - _ONE, said.last, None, "fresh")
