"""An act with its circumstances, and the row of the EVENTS contract that it becomes."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from escalation.coding.actors.who import Who
from escalation.coding.days.dates import Days
from escalation.coding.places.as_named import as_named
from escalation.coding.places.mention import Mention
from escalation.coding.story.act import Act
from escalation.coding.story.circumstances import Setting
from escalation.coding.tolls.struck import with_struck

_COUNTED = re.compile(
    r"^(?:(?:at least|more than|over|up to|about|around|some|nearly|almost|another|the|a|an)\s+)*"
    r"(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety)(?:-\w+)?|several|dozens of|hundreds of|thousands of|many|few|both)\s+",
    re.IGNORECASE,
)


@dataclass
class Told:
    """An act with its circumstances, as it will become an event.

    ``struck`` are those whom it shot or stabbed, whatever became of them.
    """

    act: Act
    place: Mention | None
    days: Days
    toll: dict[str, float | None]
    span: tuple[int, int]
    setting: Setting
    struck: dict[str, float | None] = field(default_factory=dict)


def in_turn(told: list[Told]) -> list[Told]:
    """Attacks that happened as the text counts them, each with an act of its own.

    "Two bombings hit Rome. One ... the other ...": these two, and not both together.
    """
    done = [t for t in told if t.act.is_violent and t.act.status == "happened"]
    done = [t for t in done if t.act.anchor.tag_ != "NNS"] or done
    for one in done:
        one.act = replace(one.act)  # attacks on many places are told in one
    # One of "two bombings" stands where its place is told, however early both are summed up.
    where = {id(t): t.place.start if t.place is not None else t.span[0] for t in done}
    return sorted(done, key=lambda t: (where[id(t)], t.span[0]))


def row(told: Told) -> dict[str, Any]:
    """A row of the EVENTS contract, without its confidence."""
    act, place, document = told.act, told.place, told.setting.document
    reasons = [told.days.reason, place.reason if place is not None else None]
    initiator, target = _party(act.initiator), _party(act.target)
    return {
        "kind": act.kind,
        "status": act.status,
        "attribution": act.speaker.name if act.speaker else None,
        "initiator": initiator.code if initiator else ("UNK" if act.is_violent else None),
        "initiator_name": (initiator.name or None) if initiator else None,
        "target": target.code if target else None,
        "target_name": (target.name or None) if target else None,
        "happened_from": told.days.first,
        "happened_to": told.days.last,
        **_where(place, told.setting),
        **with_struck(told.toll, told.struck),
        "document": document["document"],
        "span_from": told.span[0],
        "span_to": told.span[1],
        "rule": act.rule,
        "source": document["source"],
        "known_at": document["known_at"],
        "reason": "; ".join(r for r in reasons if r) or None,
    }


def _party(who: Who | None) -> Who | None:
    if who is None:
        return None
    name = " ".join(who.name.split())
    return replace(who, name=_COUNTED.sub("", name) or name)


def _where(place: Mention | None, setting: Setting) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "place": as_named(place, setting.mentions, setting.text),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
    }
