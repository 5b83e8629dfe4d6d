"""A theatre: what an analyst watches, read from one TOML file and checked by pydantic.

Actor codes read ``COUNTRY.SECTOR.NAME`` (``PAK.MIL``, ``PAK.REB.TTP``, ``UNK.REB``), so that a
series can select by pattern: ``PAK.*``, ``*.REB*``. Sectors follow PLOVER: GOV, MIL, REB, COP,
CVL, JUD, LEG, OPP, IGO, NGO, MED, BUS, CRM, SPY. Everything about a theatre is in its file.
"""

import tomllib
from datetime import date
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from escalation.errors import nearest
from escalation.ontology import ontology
from escalation.periods import Cadence
from escalation.schema import STATUSES, ContractError
from escalation.shipped import shipped


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _two_letters(code: str) -> str:
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        raise ValueError("a country is its two letters (ISO 3166 alpha-2), such as PK")
    return code


Country = Annotated[str, AfterValidator(_two_letters)]


class Term(_Strict):
    """A name that means an actor only between two days (an office holder, a change of rule).

    With a ``country`` (ISO 3166 alpha-2) it means the actor only for violence that happens there:
    "Taliban" in Pakistan; with ``called``, only beside one of these words: "Taliban militants".
    """

    name: str
    since: date | None = None
    until: date | None = None
    country: Country | None = None
    called: tuple[str, ...] = ()

    def holds(self, day: date) -> bool:
        """Does the name mean the actor on ``day``?"""
        return (self.since or date.min) <= day <= (self.until or date.max)


class Actor(_Strict):
    """Someone who acts: a government, an army, a group, a kind of people.

    ``aliases`` are names at all times; ``terms`` are names with their days (a minister, a
    capital under other rule); ``unlike`` are phrases that look like the actor but are not.
    """

    code: str = Field(pattern=r"^[A-Z]{3}(\.[A-Z]{3}(\.[A-Z0-9]+)?)?$")
    name: str
    aliases: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    unlike: tuple[str, ...] = ()


class Place(_Strict):
    """A place that the gazetteer lacks, or means otherwise in this theatre."""

    name: str
    country: Country
    admin1: str | None = None
    admin2: str | None = None
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    precision: Literal["exact", "district", "province", "country"] = "exact"
    aliases: tuple[str, ...] = ()


class Match(_Strict):
    """One way for an event to belong to a series: every given condition must hold.

    ``kinds`` are branches of the ontology; ``initiator`` and ``target`` are patterns of actor
    codes, any of which may fit; ``country`` lists ISO codes of where it happened.
    """

    kinds: tuple[str, ...]
    status: tuple[str, ...] = ("happened",)
    initiator: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    country: tuple[Country, ...] = ()

    @model_validator(mode="after")
    def _known_words(self) -> "Match":
        for kind in self.kinds:
            _ = ontology()[kind]
        for status in self.status:
            if status not in STATUSES:
                raise ValueError(f"no status '{status}'; there are: {', '.join(STATUSES)}")
        return self

    def takes(self, event: dict[str, Any]) -> bool:
        """Does this clause take in an event (a mapping with the event table's columns)?"""
        kind = str(event["kind"])
        return (
            any(kind == branch or kind.startswith(branch + ".") for branch in self.kinds)
            and event["status"] in self.status
            and _fits(event["initiator"], self.initiator)
            and _fits(event["target"], self.target)
            and (not self.country or event["country"] in self.country)
        )

    def covers(self, other: "Match") -> bool:
        """Does this clause take in all that the other one does, as far as their words tell?"""
        pairs = [(getattr(self, name), getattr(other, name)) for name in _OPEN]
        return (
            all(any(ontology()[kind].within(b) for b in self.kinds) for kind in other.kinds)
            and set(other.status) <= set(self.status)
            and all(not mine or (theirs and set(theirs) <= set(mine)) for mine, theirs in pairs)
        )


_OPEN = ("initiator", "target", "country")
"""Conditions of a clause that anything fits where they are left out."""


class Series(_Strict):
    """One line of the panel: the incidents that any of its clauses takes in."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str
    match: tuple[Match, ...]
    role: Literal["violence", "rhetoric", "coercion", "diplomacy"]
    alarm: int = Field(default=1, ge=1)

    @property
    def noun(self) -> str:
        """What is counted, one of it."""
        return "incident"

    def takes(self, event: dict[str, Any]) -> bool:
        """Does the series count this event?"""
        return any(clause.takes(event) for clause in self.match)

    def contains(self, other: "Series") -> bool:
        """Does the series count all that the other one does? Each of its clauses lies in one."""
        return all(any(mine.covers(clause) for mine in self.match) for clause in other.match)


class Source(_Strict):
    """A feed that the panel counts from; ``since`` is the first day it was looking.

    A ``steady`` feed looks every day, so its silence says something; a hand-picked collection
    does not, and no day counts as observed for its sake.
    """

    name: str
    since: date
    steady: bool = True
    title: str = ""
    licence: str = ""


class Outage(_Strict):
    """Days on which a source was dark: unobserved, not quiet."""

    source: str
    first: date
    last: date
    reason: str


class Theatre(_Strict):
    """What an analyst watches. See ``data/theatres/pak-afg.toml`` for a worked example."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str
    countries: tuple[Country, ...]
    cadence: Cadence = "weekly"
    horizon: int = Field(default=12, ge=1, le=104)
    since: date
    actors: tuple[Actor, ...]
    places: tuple[Place, ...] = ()
    series: tuple[Series, ...]
    sources: tuple[Source, ...]
    outages: tuple[Outage, ...] = ()

    @classmethod
    def read(cls, path: str | Path) -> "Theatre":
        """Read a theatre from a TOML file, or by the name of a shipped one.

        Raises
        ------
        ContractError
            Every slip in one message, an unknown key with the nearest known one.
        """
        file = Path(path)
        if file.suffix != ".toml":
            file = shipped("theatres", f"{path}.toml")
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError as reason:
            raise ContractError(
                f"{file.name}: a theatre is text in UTF-8; save it as UTF-8 ({reason})"
            ) from reason
        except (OSError, tomllib.TOMLDecodeError) as reason:
            raise ContractError(f"{file.name}: {reason}") from reason
        try:
            return cls.model_validate(table)
        except ValidationError as faults:
            raise ContractError(_slips(file.name, faults)) from faults

    def __getitem__(self, name: str) -> Series:
        for series in self.series:
            if series.name == name:
                return series
        raise ContractError(f"no series '{name}' in {self.name}; {nearest(name, self.names)}")

    @property
    def names(self) -> list[str]:
        """Names of the series, in the order of the file."""
        return [series.name for series in self.series]

    @property
    def source_names(self) -> list[str]:
        """Names of the sources that count, in the order of the file."""
        return [source.name for source in self.sources]

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Pairs of a series and the narrowest other one that contains it, in the file's order.

        Of two series that contain each other the one that stands first is the whole.
        """
        wholes = {
            part.name: [
                whole.name
                for j, whole in enumerate(self.series)
                if i != j and whole.contains(part) and (j < i or not part.contains(whole))
            ]
            for i, part in enumerate(self.series)
        }
        return [
            (part, max(above, key=lambda name: len(wholes[name])))
            for part, above in wholes.items()
            if above
        ]

    @model_validator(mode="after")
    def _no_twins(self) -> "Theatre":
        for label, names in (
            ("series", self.names),
            ("actor", [actor.code for actor in self.actors]),
        ):
            twins = sorted({name for name in names if names.count(name) > 1})
            if twins:
                raise ValueError(f"{label} named twice: {', '.join(twins)}")
        for outage in self.outages:
            if outage.source not in self.source_names:
                raise ValueError(f"outage of unknown source '{outage.source}'")
        return self


def _fits(code: str | None, patterns: tuple[str, ...]) -> bool:
    if not patterns:
        return True
    text = code if isinstance(code, str) else ""
    return any(fnmatchcase(text, pattern) for pattern in patterns)


_KEYS = {
    key: model
    for model in (Theatre, Actor, Term, Place, Series, Match, Source, Outage)
    for key in model.model_fields
}


def _slips(file: str, faults: ValidationError) -> str:
    lines = []
    for fault in faults.errors():
        where = ".".join(str(part) for part in fault["loc"])
        if fault["type"] == "extra_forbidden":
            key = str(fault["loc"][-1])
            near = get_close_matches(key, _KEYS, n=1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            lines.append(f"{file}: unknown key '{where}'{hint}")
        else:
            lines.append(
                f"{file}: {where or 'theatre'}: {fault['msg']}; got {fault['input']!r:.80}"
            )
    return "\n".join(lines)
