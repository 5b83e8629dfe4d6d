"""Names of actors in a text: the theatre's, those known everywhere, and countries.

A theatre's names come first, then ``data/actors.toml``, then the gazetteer's countries. Names
with a term (a minister, a change of rule) mean the actor only on the days of the term, and
phrases that only look like an actor ("Kabul University") are passed over.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Doc

from escalation.coding.places import countries
from escalation.coding.sentence.once import text_of
from escalation.coding.sentence.phrases import Found, Phrases
from escalation.schema import ContractError
from escalation.shipped import shipped
from escalation.theatre import Term, Theatre

BEHIND = re.compile(
    r"[-‑](?:backed|supported|sponsored|aligned|allied|linked|affiliated|inspired|trained|funded"
    r"|financed|bankrolled|armed|equipped|supplied|friendly)\b"
)
"""After a name: it stands behind somebody, who is not of it ("Iran-backed rebels")."""


NO_COUNTRIES = frozenset({"UNK", "IMG", "IGO", "NGO"})
"""What stands in an actor's code where no country does: unknown, or above the countries."""


class Named(NamedTuple):
    """A name in a text: actor code, characters, and how (``actor`` or a country's ``how``)."""

    code: str
    start: int
    end: int
    how: str

    @property
    def country(self) -> str:
        """First part of the code: ISO alpha-3, or one of `NO_COUNTRIES`."""
        return self.code.split(".")[0]

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
        for known in known_everywhere():
            if not self._told_finer(known):
                self._known.add(known.name, _Meaning(known.code, known.since, known.until))
        self.states = {
            actor.code.split(".")[0]: actor.code
            for actor in (theatre.actors if theatre else ())
            if actor.code.endswith(".GOV")
        }

    def _told_finer(self, known: "Known") -> bool:
        """ "M23 rebels" of no particular group, where the theatre knows the M23 as one."""
        inside = (m.code for found in self._known.find(known.name) for m in found.meanings)
        return any(code.startswith(f"{known.code}.") for code in inside)

    def local(self, day: date) -> list[tuple[Term, str]]:
        """Names that mean another actor in violence in one country, and the actor's code."""
        return [(term, code) for term, code in self._local if term.holds(day)]

    def spans(self, text: str) -> Iterator[Found[Any]]:
        """Where names of actors stand, whatever they mean."""
        return self._known.find(text)

    def find(self, doc: Doc, day: date) -> list[Named]:
        """All names in a text as they were meant on ``day``, left to right, none within another."""
        lands, text = countries.find(doc), text_of(doc)
        how = {(land.start, land.end): land.how for land in lands}
        found: list[Named] = []
        for name in self._known.find(text):
            code = _meant(name, day)
            if code is not None:
                of_country = how.get((name.start, name.end), "actor")
                found.append(Named(code, name.start, name.end, of_country))
        for land in lands:
            if not any(n.start < land.end and land.start < n.end for n in found):
                found.append(Named(land.iso3 or "UNK", land.start, land.end, land.how))
        meant = (n for n in found if n.code and not (n.is_country and _behind(n, text)))
        return sorted(meant, key=lambda n: n.start)


def _behind(name: Named, text: str) -> bool:
    return BEHIND.match(text, name.end) is not None


def _meant(name: Found[_Meaning], day: date) -> str | None:
    """The code of a name on a day; of who held an office till before it, one of the elite."""
    held = (m.code for m in name.meanings if m.until < day and m.code.endswith((".GOV", ".MIL")))
    former = (f"{code.split('.')[0]}.ELI" for code in held)
    return next((m.code for m in name.meanings if m.holds(day)), next(former, None))


class Known(NamedTuple):
    """A name that every theatre knows, its code, and the days on which it has that meaning."""

    name: str
    code: str
    since: date
    until: date


@cache
def known_everywhere() -> tuple[Known, ...]:
    """Names and codes of the actors that every theatre knows.

    A key of ``actors.toml`` is a code, or a code with a term: "AFG.GOV since 2021-08-15".
    """
    table = tomllib.loads(shipped("actors.toml").read_text(encoding="utf-8"))
    names = [Known(name, *_term(key)) for key, line in table.items() for name in line.split("|")]
    spans: dict[str, list[Known]] = {}
    for known in names:
        spans.setdefault(known.name, []).append(known)
    twins = {name for name, held in spans.items() if _overlap(held)}
    if twins:
        raise ContractError(f"actors.toml names twice: {', '.join(sorted(twins))}")
    return tuple(names)


def _term(key: str) -> tuple[str, date, date]:
    """Code and days of a key: "X", "X since DAY", "X until DAY", "X since DAY until DAY"."""
    code, *rest = key.split()
    try:
        days = {word: date.fromisoformat(day) for word, day in itertools.batched(rest, 2)}
        if days.keys() <= {"since", "until"}:
            return code, days.get("since", date.min), days.get("until", date.max)
    except ValueError:
        pass
    raise ContractError(
        f"actors.toml: a key is a code, or a code with 'since' or 'until' days; got {key!r}"
    )


def _overlap(held: list[Known]) -> bool:
    """Does a name mean two actors on one day?"""
    ordered = sorted(held, key=lambda known: known.since)
    return any(one.until >= other.since for one, other in itertools.pairwise(ordered))
