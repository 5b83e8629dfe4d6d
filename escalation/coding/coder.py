"""The coder by rules: documents to sentences, sentences to acts, acts to events.

For each document the names and places are found, each sentence gives its acts of violence
(``harm.py``) and of word and deed (``words_and_deeds.py``), sentences that tell of the same act are
joined (``story.py``), and each act gets its days, place and toll.
"""

import gc
import itertools
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from typing import Any

import pandas as pd
from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import Names
from escalation.coding.actors.who import Who
from escalation.coding.attacks.accident import is_accident, is_suspected
from escalation.coding.attacks.crowd import without_manner
from escalation.coding.attacks.freed import seized_by_who_frees, without_jailbreaks
from escalation.coding.attacks.harm import violent_acts
from escalation.coding.attacks.tame import is_sport
from escalation.coding.auditing.confidence import calibrated
from escalation.coding.days.dateline import is_dateline
from escalation.coding.dealings.words_and_deeds import spoken_acts
from escalation.coding.places.countries import find, iso3_of
from escalation.coding.places.places import Gazetteer
from escalation.coding.sentence.cased import Casing
from escalation.coding.sentence.headline import headed_by, said_by
from escalation.coding.sentence.opinion import reporting_nothing
from escalation.coding.sentence.parse import model, parsed, pieces, without_joint
from escalation.coding.story.act import Act
from escalation.coding.story.circumstances import Setting
from escalation.coding.story.retraction import retraction
from escalation.coding.story.story import Story
from escalation.coding.story.told import Told
from escalation.coding.trained.voice import Chances, heard, second_voice
from escalation.event import new_events
from escalation.theatre import Theatre

_BATCH = 64  # pieces that the classifier hears at a time
_REPORT = 4  # sentences of a text in which most tell no event, whatever they are read for
_FEW = 400_000  # letters that one process has read before another has started


@dataclass(frozen=True)
class RulesCoder:
    """Rules over a parse; the same document always gives the same events."""

    processes: int = 1
    name: str = "rules"

    def code(self, documents: pd.DataFrame, theatre: Theatre | None) -> pd.DataFrame:
        """Events of documents; see :func:`escalation.coding.code`."""
        columns = ["document", "text", "published", "known_at", "source"]
        rows = [
            {str(name): value for name, value in row.items()}
            for row in documents[columns].to_dict("records")
        ]
        few = sum(len(row["text"]) for row in rows) < _FEW
        if self.processes <= 1 or few:
            reader = reader_of(theatre)
            # the parse's products are too small to be shared
            with _pools().limit(limits=1), nullcontext() if few else kept_apart():
                return new_events(reader.read(rows))
        from escalation.coding.side_by_side import read

        return new_events(read(rows, theatre, self.processes))


@contextmanager
def kept_apart() -> Iterator[None]:
    """While many reports are read, garbage is not looked for among what was loaded before them.

    The gazetteer and the model are half a million objects that all stay; words come and go.
    """
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class UncodedWarning(UserWarning):
    """A report that the coder could not read, through a fault of its own."""


class Reader:
    """Reads documents one after another with the names and places of a theatre."""

    def __init__(
        self, theatre: Theatre | None, *, told: bool | None = None, stated: bool = False
    ) -> None:
        """``told``: a feed, where most sentences tell no event; so it is where a theatre is given.

        ``stated`` leaves confidences as the rules state them, to be calibrated.
        """
        self._names = Names(theatre)
        self._gazetteer = Gazetteer(theatre)
        self._wary = theatre is not None if told is None else told
        self._stated = stated
        self._casing = Casing(self._names.spans, self._gazetteer.spans, model())

    def read(self, documents: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Rows of the EVENTS contract, in the order of documents and text."""
        texts = (
            (self._casing.prose(without_joint(piece)), (document, offset))
            for document in documents
            for offset, piece in pieces(document["text"])
        )
        grouped = itertools.groupby(_heard(parsed(texts)), key=lambda part: part[1]["document"])
        for name, parts in grouped:
            confidence = _stated if self._stated else partial(calibrated, in_report=self._wary)
            try:
                story = Story()
                for doc, document, offset, chances in parts:
                    self._piece(doc, document, offset, chances, story)
                rows = list(story.rows(confidence))
            except (ArithmeticError, AttributeError, LookupError, ValueError) as fault:
                # A slip of ours in one report must not cost the others.
                told = f"report {name} is not coded: {type(fault).__name__}: {fault}"
                warnings.warn(f"{told}; please send us its text", UncodedWarning, stacklevel=2)
                continue
            yield from rows

    def _piece(
        self, doc: Doc, document: dict[str, Any], offset: int, chances: Chances, story: Story
    ) -> None:
        published = pd.Timestamp(document["published"])
        named = self._names.find(doc, published.date())
        mentions = self._gazetteer.find(doc)
        cast = Cast(doc, named, _places(doc, mentions), self._names, published.date())
        setting = Setting(doc, mentions, published, document, offset)
        accident = False
        sentences = list(doc.sents)
        is_report = len(sentences) >= _REPORT
        said = said_by(sentences)
        silent = reporting_nothing(sentences)
        for at, (sentence, chance) in enumerate(zip(sentences, chances, strict=True)):
            if at in silent or is_dateline(sentence):
                continue
            if (withdrawn := retraction(sentence, cast)) is not None:
                story.sentence(sentence, [withdrawn], setting, cast)
                continue
            found = violent_acts(sentence, cast, accident=accident)
            violent = [act for act in found if not act.is_mention]
            accident = accident or (not violent and is_accident(sentence))
            if accident and not violent and is_suspected(sentence):
                story.mishap()
            taken = {token.i for act in violent for token in act.tokens}
            speaker = _speaker(said[at], cast) if at in said else None
            spoken = spoken_acts(sentence, cast, taken, speaker or _head(sentences, at, cast))
            spoken = without_manner(without_jailbreaks(spoken, violent), violent)
            seized_by_who_frees(spoken, violent)
            wary = self._wary or is_report or accident or is_sport(sentence)
            acts = second_voice(sentence, [*violent, *spoken], chance, cast, wary=wary)
            acts = _with_mentions(acts, [act for act in found if act.is_mention])
            if speaker is not None:
                acts = [replace(act, speaker=act.speaker or speaker) for act in acts]
            story.sentence(sentence, acts, setting, cast)


@lru_cache(maxsize=4)  # theatres, as many as the atlas keeps
def reader_of(theatre: Theatre | None) -> Reader:
    """The reader of a theatre, made once: whoever codes day by day waits for its names once."""
    return Reader(theatre)


@cache
def _pools() -> ThreadpoolController:
    """The threads of numpy's linear algebra; to look for it takes as long as to read a sentence."""
    return ThreadpoolController()


def _speaker(words: Span, cast: Cast) -> Who:
    """Whoever speaks in a headline, known or not, by the words that name him."""
    who = cast.actor(words.root)
    code, role = (who.code, who.role) if who is not None else ("UNK", None)
    return Who(code, words.text, words.start_char, words.end_char, words.root.i, role)


def _head(sentences: list[Span], at: int, cast: Cast) -> Who | None:
    """Whoever heads a headline, if it is somebody known: "Rossi: Rome must act"."""
    words = headed_by(sentences, at)
    if words is None:
        return None
    land = next((m.iso3 for m in find(words.text) if m.end - m.start == len(words.text)), None)
    if land is None:
        return cast.actor(words.root)
    return Who(f"{land}.GOV", words.text, words.start_char, words.end_char, words.root.i)


def _stated(told: Told) -> float:
    return told.act.confidence


def _with_mentions(acts: list[Act], mentions: list[Act]) -> list[Act]:
    """Acts told, and those spoken of: violence that only the classifier heard is one of these."""
    acts = [act for act in acts if not _nobody_heard(act)]
    if mentions:
        acts = [act for act in acts if not (act.is_violent and act.rule.startswith("classifier"))]
    told = {act.anchor.i for act in acts if act.is_violent or act.kind.startswith("threat")}
    return acts + [act for act in mentions if act.anchor.i not in told]


def _nobody_heard(act: Act) -> bool:
    """Did only the classifier hear an act, with neither party to it?"""
    return act.rule.startswith("classifier") and act.initiator is None and act.target is None


def _heard(parts: Iterable[Any]) -> Iterator[tuple[Doc, dict[str, Any], int, Chances]]:
    """Pieces with what the classifier hears in their sentences, batch by batch."""
    for batch in itertools.batched(parts, _BATCH):
        sentences = [list(doc.sents) for doc, _ in batch]
        chances = heard([span for spans in sentences for span in spans])
        first = 0
        for (doc, (document, offset)), spans in zip(batch, sentences, strict=True):
            yield doc, document, offset, chances[first : first + len(spans)]
            first += len(spans)


def _places(doc: Doc, mentions: list[Any]) -> dict[int, str]:
    found: dict[int, str] = {}
    for mention in mentions:
        if mention.country is None or mention.precision == "country":
            continue
        country = iso3_of(mention.country)
        for token in doc.char_span(mention.start, mention.end, alignment_mode="expand") or ():
            found[token.i] = country
    return found
