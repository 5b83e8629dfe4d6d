"""Events as a language model gives them: what it is asked, and what is taken of its answer.

A model may invent. So whatever it says of a text it has to quote: the words that tell the event,
who, to whom, where, and how many. What it quotes is looked up in the text; if one quotation is not
there, the event is refused. Codes, coordinates and days are not its business: they come from our
own lists and rules, applied to what it quoted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from escalation.ontology import ontology
from escalation.schema import STATUSES

_MOST_EVENTS = 50
_TOLL = ("low", "best", "high")
QUOTED = ("initiator", "target", "place", "attribution")
"""Fields that may be null, and else quote the text."""

_WORDS = {"type": ["string", "null"]}
_NUMBER = {"type": ["integer", "null"], "minimum": 0}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a text and the characters where they stand."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """One event as far as a model tells it, every quotation found in the text."""

    kind: str
    status: str
    span: Quotation
    parts: Mapping[str, Quotation | None]
    tolls: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an event of the answer is not taken."""

    rule: str
    value: str


def schema() -> dict[str, Any]:
    """JSON schema of the answer."""
    toll = {
        "type": ["object", "null"],
        "properties": {**{part: _NUMBER for part in _TOLL}, "span": {"type": "string"}},
        "required": [*_TOLL, "span"],
        "additionalProperties": False,
    }
    event = {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": list(ontology().kinds)},
            "status": {"type": "string", "enum": list(STATUSES)},
            "span": {"type": "string"},
            **{field: _WORDS for field in QUOTED},
            "deaths": toll,
            "injured": toll,
        },
        "required": ["kind", "status", "span", *QUOTED, "deaths", "injured"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"events": {"type": "array", "items": event, "maxItems": _MOST_EVENTS}},
        "required": ["events"],
        "additionalProperties": False,
    }


def messages(text: str, published: str) -> list[dict[str, str]]:
    """What the model is asked about a text."""
    kinds = "\n".join(f"{kind.name}: {kind.definition}" for kind in ontology().kinds.values())
    rules = (
        "You code news reports into events: who did what to whom, where, how many were hurt.\n"
        "Give each happening once. Give only what the text says; general remarks (tension rises, "
        "violence continues) are no events. A threat, an accusation, a demand is an event of its "
        "own, and what is threatened or alleged is none.\n"
        "span, initiator, target, place, attribution and the spans of tolls are copied from the "
        "text, character by character, and are null where it does not say. span is the shortest "
        "passage that tells the event; attribution is who says so.\n"
        "status says whether it happened or is only "
        f"{', '.join(STATUSES[1:])}. Tolls are of this happening alone; low, best and high are "
        "null where the text gives none.\n"
        f"Kinds:\n{kinds}"
    )
    return [
        {"role": "system", "content": rules},
        {"role": "user", "content": f"Published {published}.\n\n{text}"},
    ]


def taken(answer: str, text: str) -> Iterator[Quoted | Refused]:
    """Events of an answer, each checked against the text that it was read from."""
    try:
        events = json.loads(answer)["events"]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Refused("an answer is JSON with a list of events", answer[:80])
        return
    if not isinstance(events, list):
        yield Refused("an answer is JSON with a list of events", answer[:80])
        return
    for event in events[:_MOST_EVENTS]:
        yield _checked(event, text)
    if len(events) > _MOST_EVENTS:
        yield Refused(f"a text has at most {_MOST_EVENTS} events", str(len(events)))


def _checked(event: Any, text: str) -> Quoted | Refused:
    if not isinstance(event, dict):
        return Refused("an event is an object", str(event)[:80])
    kind, status = event.get("kind"), event.get("status")
    if kind not in ontology().kinds:
        return Refused("a kind is one of the ontology", str(kind)[:80])
    if status not in STATUSES:
        return Refused(f"a status is one of {', '.join(STATUSES)}", str(status)[:80])
    span = find(event.get("span"), text)
    if span is None:
        return Refused("a span stands in the text", str(event.get("span"))[:80])
    parts: dict[str, Quotation | None] = {}
    for field in QUOTED:
        words = event.get(field)
        parts[field] = find(words, text)
        if words is not None and parts[field] is None:
            return Refused(f"{field} stands in the text", str(words)[:80])
    tolls: dict[str, float | None] = {}
    for measure in ("deaths", "injured"):
        toll = _toll(event.get(measure), text)
        if isinstance(toll, str):
            return Refused(f"{measure}: {toll}", json.dumps(event.get(measure))[:80])
        tolls |= {f"{measure}_{part}": value for part, value in toll.items()}
    return Quoted(str(kind), str(status), span, parts, tolls)


def _toll(told: Any, text: str) -> dict[str, float | None] | str:
    """Low, best, high; or the rule that the toll breaks."""
    if told is None:
        return {}
    if not isinstance(told, dict) or find(told.get("span"), text) is None:
        return "its span stands in the text"
    values = [told.get(part) for part in _TOLL]
    given = [value for value in values if value is not None]
    if any(isinstance(v, bool) or not isinstance(v, int) or v < 0 for v in given):
        return "low, best and high are whole numbers"
    if given != sorted(given):
        return "low is at most best, best at most high"
    return {
        part: None if value is None else float(value)
        for part, value in zip(_TOLL, values, strict=True)
    }


def find(words: Any, text: str) -> Quotation | None:
    """Where words stand in a text; runs of space count as one, nothing else is forgiven."""
    if not isinstance(words, str) or not words.strip():
        return None
    start = text.find(words)
    if start >= 0:
        return Quotation(start, start + len(words), words)
    spaced = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    match = spaced.search(text)
    return Quotation(match.start(), match.end(), match.group()) if match else None
