"""Names of actors in a text: the theatre's, those known everywhere, and countries.

A theatre's names come first, then ``data/actors.toml``, then the gazetteer's countries. Names
with a term (a minister, a change of rule) mean the actor only on the days of the term, and
phrases that only look like an actor ("Kabul University") are passed over.
"""

import tomllib
from datetime import date
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from escalation.coding import countries
from escalation.coding.phrases import Found, Phrases
from escalation.schema import ContractError
from escalation.shipped import shipped
from escalation.theatre import Term, Theatre


class Named(NamedTuple):
    """A name in a text: actor code, characters, and how (``actor`` or a country's ``how``)."""

    code: str
    start: int
    end: int
    how: str

    @property
    def is_country(self) -> bool:
        """Is it a country's name, people, adjective or capital?"""
        return self.how != "actor"


class _Meaning(NamedTuple):
    code: str
    since: date
    until: date

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until


class Names:
    """All names that mean an actor, for one theatre or none.

    ``states`` gives the code of a country as one that acts, where the theatre has its government.
    """

    def __init__(self, theatre: Theatre | None = None) -> None:
        self._known: Phrases[_Meaning] = Phrases()
        self._local: list[tuple[Term, str]] = []
        for actor in theatre.actors if theatre else ():
            for name in (actor.name, *actor.aliases):
                self._known.add(name, _Meaning(actor.code, date.min, date.max))
            for term in actor.terms:
                if term.country is not None:
                    self._local.append((term, actor.code))
                    continue
                meaning = _Meaning(actor.code, term.since or date.min, term.until or date.max)
                self._known.add(term.name, meaning)
            for phrase in actor.unlike:
                self._known.add(phrase, _Meaning("", date.min, date.max))
        for name, code in known_everywhere():
            self._known.add(name, _Meaning(code, date.min, date.max))
        self.states = {
            actor.code.split(".")[0]: actor.code
            for actor in (theatre.actors if theatre else ())
            if actor.code.endswith(".GOV")
        }

    def local(self, day: date) -> list[tuple[Term, str]]:
        """Names that mean another actor in violence in one country, and the actor's code."""
        return [(term, code) for term, code in self._local if term.holds(day)]

    def find(self, doc: Doc, day: date) -> list[Named]:
        """All names in a text as they were meant on ``day``, left to right, none within another."""
        lands = countries.find(doc)
        how = {(land.start, land.end): land.how for land in lands}
        found: list[Named] = []
        for name in self._known.find(doc.text):
            code = _meant(name, day)
            if code is not None:
                of_country = how.get((name.start, name.end), "actor")
                found.append(Named(code, name.start, name.end, of_country))
        for land in lands:
            if not any(n.start < land.end and land.start < n.end for n in found):
                found.append(Named(land.iso3 or "UNK", land.start, land.end, land.how))
        return sorted((n for n in found if n.code), key=lambda n: n.start)


def _meant(name: Found[_Meaning], day: date) -> str | None:
    return next((m.code for m in name.meanings if m.holds(day)), None)


@cache
def known_everywhere() -> tuple[tuple[str, str], ...]:
    """Names and codes of the actors that every theatre knows."""
    table = tomllib.loads(shipped("actors.toml").read_text(encoding="utf-8"))
    names = [(name, code) for code, line in table.items() for name in line.split("|")]
    twins = {name for name, _ in names if sum(name == other for other, _ in names) > 1}
    if twins:
        raise ContractError(f"actors.toml names twice: {', '.join(sorted(twins))}")
    return tuple(names)
