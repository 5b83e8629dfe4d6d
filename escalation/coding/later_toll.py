"""A toll told in a sentence of its own: "by evening the toll stood at nine"."""

import pandas as pd
from spacy.tokens import Span

from escalation.coding.casualty import summed
from escalation.coding.dates import expressions
from escalation.coding.tolls import tolls


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


def over_a_span(sentence: Span, published: pd.Timestamp) -> bool:
    """ "The toll this year stands at 300", "the toll since the war began": of many acts."""
    spans = (told.days.rule for told in expressions(sentence.text, published))
    since = any(token.lower_ in ("since", "far", "war", "overall") for token in sentence)
    return since or any(rule in ("past", "calendar", "month", "year") for rule in spans)


def raised(
    toll: dict[str, float | None], later: dict[str, float | None]
) -> dict[str, float | None]:
    """A toll as it is told anew: no smaller than it was."""
    return (
        {**toll, **later} if (later["deaths_best"] or 0) >= (toll.get("deaths_best") or 0) else toll
    )
