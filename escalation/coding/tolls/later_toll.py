"""A toll told in a sentence of its own: "by evening the toll stood at nine"."""

import pandas as pd
from spacy.tokens import Span

from escalation.coding.days.dates import expressions
from escalation.coding.sentence.clause import POSSESSIVE
from escalation.coding.sentence.once import text_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.casualty import summed
from escalation.coding.tolls.groups import Group, groups_of
from escalation.coding.tolls.quantities import Quantity, quantity_at
from escalation.coding.tolls.raised import counts_dead
from escalation.coding.tolls.tolls import tolls

_BROUGHT = word_set(
    "brought shifted received rushed admitted transferred evacuated treated treating hospitalised"
    " hospitalized moved numbered numbering taken"
)
_NUMBERS = frozenset({"numbered", "numbering"})
_SPANS = frozenset({"past", "calendar", "month", "year"})
_SUMS_UP = frozenset({"since", "far", "war", "overall"})
_FROM = frozenset({"from", "in"})
_BEFORE, _BEHIND = 4, 7  # words from a toll to the span that it is of
_NUMBERED = {"dead": "deaths", "killed": "deaths", "injured": "injured", "wounded": "injured"}


def later_toll(sentence: Span) -> dict[str, float | None]:
    """Dead and injured of what was told before, where a sentence tells only how many.

    Parameters
    ----------
    sentence
        A parsed sentence that tells no act.

    Returns
    -------
    dict
        Low, best and high of the dead, and of the injured where it tells them; else empty.
    """
    found = tolls(sentence)
    dead = [t for t in found if t.measure == "deaths" and t.rule == "updated"]
    if len(dead) != 1 or dead[0].best is None:
        return {}
    return summed("deaths", dead) | summed("injured", [t for t in found if t.measure == "injured"])


def brought_in(sentence: Span) -> dict[str, float | None]:
    """ "Five bodies and nine injured were brought to hospital", "the injured numbered 14".

    Of what was told before, where a sentence tells no act: dead and injured as they were counted.
    """
    words = [token.lower_ for token in sentence]
    if words[:2] == ["among", "the"] and (count := quantity_at(words, 2)) is not None:
        measure = _NUMBERED.get(words[2 + count.length])
        return _of(measure, count) if measure is not None else {}  # "among the 25 dead were"
    listed = words[:2] == ["the", "dead"] and words[2:3] in (["are"], ["were"])
    if _BROUGHT.isdisjoint(words) and words[0] != "there" and not listed:
        return {}
    if (counted := _NUMBERS.intersection(words[1:-1])) and not listed:
        at = min(words.index(word) for word in counted)
        measure = _NUMBERED.get(words[at - 1 - (words[at - 1] == ",")])
        count = quantity_at(words, at + 1)
        return {} if measure is None or count is None else _of(measure, count)
    if listed:  # "The dead were two guards and a cook"
        groups = [g for g in groups_of(sentence[3:]) if g.best is not None]
        return _sum_of(groups) if len(groups) > 1 else {}
    found = [t for t in tolls(sentence) if t.rule in ("number", "at-least", "one")]
    hurt = [t for t in found if t.measure == "injured"]
    dead = [t for t in found if t.measure == "deaths"]
    return summed("deaths", dead) | summed("injured", hurt)


def _sum_of(groups: list[Group]) -> dict[str, float | None]:
    dead = Quantity(*(float(sum(g.best or 0 for g in groups)),) * 3, "number", 0)
    return _of("deaths", dead)


def _of(measure: str, count: Quantity) -> dict[str, float | None]:
    ends = {"low": count.low, "best": count.best, "high": count.high}
    return {f"{measure}_{part}": end for part, end in ends.items()}


def over_a_span(sentence: Span, published: pd.Timestamp) -> bool:
    """ "The toll this year stands at 300", "the toll since the war began": of many acts.

    Not so "bombed last month, raising the toll to nine", "the toll of last week's blast".
    """
    tolls_told = [token for token in sentence if counts_dead(token)]
    text, offset = text_of(sentence), sentence.start_char
    for toll in tolls_told or [sentence[0]]:
        first = max(toll.i - _BEFORE, sentence.start)
        last = min(toll.i + _BEHIND, sentence.end) if tolls_told else sentence.end
        words = toll.doc[first:last]
        if not _SUMS_UP.isdisjoint(token.lower_ for token in words):
            return True
        for told in expressions(text, published):
            inside = words.start_char <= told.start + offset < words.end_char
            others = text[told.end : told.end + 2] in POSSESSIVE and told.start + offset > toll.idx
            if inside and told.days.rule in _SPANS and not others:
                return True
    return False


def of_a_land(sentence: Span) -> bool:
    """ "Rockets kill two, bringing the death toll in Exland to 12": of all that befell it.

    So too the toll "from protests", which are many.
    """
    words = zip(sentence, sentence[1:], sentence[2:], strict=False)
    told = [(in_.lower_, of) for toll, in_, of in words if counts_dead(toll)]
    return any(
        (word == "in" and of.tag_ == "NNP") or (word in _FROM and of.tag_ == "NNS")
        for word, of in told
    )


def raised(
    toll: dict[str, float | None], later: dict[str, float | None]
) -> dict[str, float | None]:
    """A toll as it is told anew: no smaller than it was."""
    return (
        {**toll, **later} if (later["deaths_best"] or 0) >= (toll.get("deaths_best") or 0) else toll
    )
