"""A second coder: any model behind an OpenAI-compatible endpoint, off unless it is asked for.

It asks a model server for the events of a text, by a JSON schema, and takes only events of which
every quotation stands in the text (``quoted.py``). Who is meant by a name, where a place lies and
which days are meant is then read by the same lists and rules as the first coder's, so that both
give the same columns and are audited alike.
"""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

import pandas as pd
from spacy.tokens import Doc

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import Names
from escalation.coding.actors.who import Who, localized
from escalation.coding.days.dates import Days, days_of
from escalation.coding.language_model.exchange import NoAnswerError, Server
from escalation.coding.language_model.quoted import (
    Quotation,
    Quoted,
    Refused,
    messages,
    schema,
    taken,
)
from escalation.coding.places.countries import iso3_of
from escalation.coding.places.mention import Mention
from escalation.coding.places.places import Gazetteer
from escalation.coding.sentence.parse import parsed, pieces
from escalation.event import event_id, new_events
from escalation.schema import REJECTED, ContractError, checked, typed
from escalation.theatre import Theatre

_Context = tuple[dict[str, Any], int]

_LOG = logging.getLogger(__name__)
_MOST_SILENCES = 3


@dataclass(frozen=True)
class Coded:
    """Events (EVENTS), and what was refused of a model's answers (REJECTED; file: document)."""

    events: pd.DataFrame
    rejected: pd.DataFrame


@dataclass(frozen=True)
class EndpointCoder:
    """Codes by asking a model server.

    Parameters
    ----------
    server
        Address, model, key and limits.
    confidence
        Given to every event, until an audit of this model tells what it deserves.
    seed
        Sent with every question; servers that honour it answer the same each time.
    """

    server: Server
    confidence: float = 0.5
    seed: int = 7
    name: str = "endpoint"

    @classmethod
    def from_environment(cls) -> "EndpointCoder":
        """Coder by ``ESCALATION_ENDPOINT``, ``ESCALATION_ENDPOINT_MODEL``, ``.._KEY``.

        Raises
        ------
        ContractError
            If the first two are not set: then this coder is off.
        """
        told = {key: os.environ.get(f"ESCALATION_ENDPOINT{key}") for key in ("", "_MODEL", "_KEY")}
        if not told[""] or not told["_MODEL"]:
            raise ContractError(
                "the endpoint coder is off; set ESCALATION_ENDPOINT (such as "
                "http://localhost:8080/v1) and ESCALATION_ENDPOINT_MODEL to use it"
            )
        return cls(Server(told[""], told["_MODEL"], told["_KEY"] or None))

    def code(self, documents: pd.DataFrame, theatre: Theatre | None) -> pd.DataFrame:
        """Events of documents; see :func:`escalation.coding.code`. Refusals are logged."""
        coded = self.read(documents, theatre)
        if len(coded.rejected):
            count, rule = len(coded.rejected), coded.rejected["rule"].iloc[0]
            _LOG.warning("%d answers or events were refused; the first because: %s", count, rule)
        return coded.events

    def read(self, documents: pd.DataFrame, theatre: Theatre | None = None) -> Coded:
        """Events of documents, and what was refused, with its reason.

        After three texts in a row without an answer the server is taken as gone, and the rest
        is refused unasked, so that the time is bounded.
        """
        scene = _scene(theatre)
        rows: dict[str, dict[str, Any]] = {}
        refused: list[tuple[str, Refused]] = []
        silences = 0
        for doc, context in parsed(_texts(documents)):
            document, offset = cast(_Context, context)
            try:
                if silences >= _MOST_SILENCES:
                    raise NoAnswerError("the server was taken as gone")
                answer = self._answer(doc.text, document)
                silences = 0
            except NoAnswerError as reason:
                silences += 1
                refused.append((document["document"], Refused("the endpoint answers", str(reason))))
                continue
            found = list(taken(answer, doc.text))
            refused += [(document["document"], one) for one in found if isinstance(one, Refused)]
            events = [one for one in found if isinstance(one, Quoted)]
            for row in scene.rows(events, doc, document, offset) if events else ():
                row |= {"confidence": self.confidence, "rule": f"endpoint {self.server.model}"}
                rows.setdefault(event_id(row), row)
        return Coded(new_events(rows.values()), _rejected(refused))

    def _answer(self, text: str, document: dict[str, Any]) -> str:
        published = str(pd.Timestamp(document["published"]).date())
        return self.server.ask(messages(text, published), schema(), seed=self.seed)


def _texts(documents: pd.DataFrame) -> Iterator[tuple[str, _Context]]:
    columns = ["document", "text", "published", "known_at", "source"]
    for row in documents[columns].to_dict("records"):
        document = {str(name): value for name, value in row.items()}
        for offset, piece in pieces(document["text"]):
            yield piece, (document, offset)


def _rejected(refused: list[tuple[str, Refused]]) -> pd.DataFrame:
    rows = [(document, None, one.rule, one.value) for document, one in refused]
    frame = pd.DataFrame.from_records(rows, columns=list(REJECTED.columns))
    return checked(typed(frame, REJECTED), REJECTED)


class _Scene:
    """Who, where and when, for the quotations of a text."""

    def __init__(self, theatre: Theatre | None) -> None:
        self._names = Names(theatre)
        self._gazetteer = Gazetteer(theatre)

    def rows(
        self, events: list[Quoted], doc: Doc, document: dict[str, Any], offset: int
    ) -> Iterator[dict[str, Any]]:
        published = pd.Timestamp(document["published"])
        mentions = self._gazetteer.find(doc)
        named = self._names.find(doc, published.date())
        people = Cast(doc, named, _places(doc, mentions), self._names, published.date())
        for event in events:
            place = _place(event.parts["place"], mentions)
            country = iso3_of(place.country) if place is not None and place.country else None
            initiator = localized(_who(event.parts["initiator"], doc, people), country or None)
            target = localized(_who(event.parts["target"], doc, people), country or None)
            told_by = event.parts["attribution"]
            days = _when(event, doc, published)
            where = _where(event.parts["place"], place)
            reasons = [reason for reason in (days.reason, where.pop("reason")) if reason]
            yield {
                "happened_from": days.first,
                "happened_to": days.last,
                "reason": "; ".join(reasons) or None,
                **where,
                **event.tolls,
                "known_at": document["known_at"],
                "kind": event.kind,
                "status": event.status,
                "attribution": told_by.words if told_by else None,
                "initiator": initiator.code if initiator else None,
                "initiator_name": initiator.name if initiator else None,
                "target": target.code if target else None,
                "target_name": target.name if target else None,
                "document": document["document"],
                "span_from": offset + event.span.start,
                "span_to": offset + event.span.end,
                "source": document["source"],
            }


@lru_cache(maxsize=2)
def _scene(theatre: Theatre | None) -> _Scene:
    return _Scene(theatre)


def _who(quoted: Quotation | None, doc: Doc, cast: Cast) -> Who | None:
    if quoted is None:
        return None
    span = doc.char_span(quoted.start, quoted.end, alignment_mode="expand")
    who = cast.actor(span.root) if span is not None else None
    if who is None:
        return Who("UNK", quoted.words, quoted.start, quoted.end, 0)
    return replace(who, name=quoted.words)


def _place(quoted: Quotation | None, mentions: list[Mention]) -> Mention | None:
    if quoted is None:
        return None
    inside = [m for m in mentions if m.start < quoted.end and quoted.start < m.end]
    return inside[0] if inside else None


def _where(quoted: Quotation | None, place: Mention | None) -> dict[str, Any]:
    if place is None:
        unresolved = "the place is in no gazetteer" if quoted else None
        return {"place": quoted.words if quoted else None, "reason": unresolved}
    fields = ("country", "admin1", "admin2", "latitude", "longitude", "precision")
    where: dict[str, Any] = {field: getattr(place, field) for field in fields}
    return {**where, "place": place.name, "reason": place.reason}


def _when(event: Quoted, doc: Doc, published: pd.Timestamp) -> Days:
    span = doc.char_span(event.span.start, event.span.end, alignment_mode="expand")
    sentence = span.root.sent if span is not None else doc[:]
    return days_of(sentence.text, published, near=max(0, event.span.start - sentence.start_char))


def _places(doc: Doc, mentions: list[Mention]) -> dict[int, str]:
    """Country (alpha-3) of every token that is a place's name."""
    found: dict[int, str] = {}
    for mention in mentions:
        if mention.country is None or mention.precision == "country":
            continue
        for token in doc.char_span(mention.start, mention.end, alignment_mode="expand") or ():
            found[token.i] = iso3_of(mention.country)
    return found
