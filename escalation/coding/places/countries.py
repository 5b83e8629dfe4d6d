"""Countries in a text: by name, by what their people are called, by capital.

Names come from the gazetteer, demonyms and capitals from ``data/demonyms.toml``; so a sentence
on Chile or Sudan has its actors without any theatre.
"""

import tomllib
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from escalation.coding.places.gazetteer import countries
from escalation.coding.sentence.once import text_of
from escalation.coding.sentence.phrases import Phrases
from escalation.shipped import shipped

How = Literal["name", "demonym", "capital", "people"]

# Names that are first names or surnames too: a capitalised neighbour makes them a person.
_ALSO_PERSONS = frozenset(
    [
        "Jordan",
        "Chad",
        "Georgia",
        "Washington",
        "Paris",
        "Sofia",
        "Santiago",
        "Sucre",
        "Wellington",
        "Kingston",
        "Lima",
    ]
)
_NO_GIVEN_NAME = frozenset(
    [
        "The",
        "In",
        "Of",
        "At",
        "From",
        "And",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Prime",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
_UNCHANGED_ENDINGS = ("ese", "ss", "sh", "ch")


class CountryMention(NamedTuple):
    """A country in a text, from character ``start`` to ``end``.

    ``how`` says by what word: ``name`` (Chile), ``demonym`` (Chilean, an adjective or one
    person), ``people`` (Chileans), ``capital`` (Santiago, the Kremlin: perhaps the government).
    """

    start: int
    end: int
    iso3: str
    iso2: str
    how: How


@lru_cache(maxsize=4)  # a text is asked for its names, then for its places
def find(doc: Doc | str) -> tuple[CountryMention, ...]:
    """All mentions of countries in a text, left to right.

    A name that is also a person's ("Michael Jordan") is passed over when a capitalised
    neighbour or the entity recogniser says so.
    """
    text = doc if isinstance(doc, str) else text_of(doc)
    mentions: list[CountryMention] = []
    for found in _known().find(text):
        iso2, how = found.meanings[0]
        if iso2 == "":
            continue
        if found.text in _ALSO_PERSONS and _is_person(doc, text, found.start, found.end, mentions):
            continue
        iso3 = countries()[iso2].iso3
        mentions.append(CountryMention(found.start, found.end, iso3, iso2, how))
    return tuple(mentions)


def iso3_of(iso2: str) -> str:
    """Alpha-3 code of a country by its alpha-2 code; empty text if there is none."""
    record = countries().get(iso2)
    return record.iso3 if record else ""


def names_of(iso2: str) -> tuple[str, ...]:
    """All names of a country in the news: those of the demonyms' table, then the gazetteer's."""
    ours = _entries()["countries"].get(iso2, {}).get("name", ())
    return tuple(dict.fromkeys((*ours, *countries()[iso2].names)))


@cache
def peoples() -> frozenset[str]:
    """Words for one of a people, and for more of it: "Chilean", "Chileans", "Briton"."""
    found: set[str] = set()
    for entry in _entries()["countries"].values():
        one = [*entry.get("adjective", ()), *entry.get("people", ())]
        found |= {word + end for word in one for end in ("", "s")}
    return frozenset(found)


@cache
def capitals() -> dict[str, str]:
    """The country (alpha-2) of every capital or seat of government, by its name."""
    entries = _entries()["countries"].items()
    return {seat: iso2 for iso2, entry in entries for seat in entry.get("seat", ())}


@cache
def _entries() -> dict:
    return tomllib.loads(shipped("demonyms.toml").read_text(encoding="utf-8"))


@cache
def _known() -> Phrases[tuple[str, How]]:
    known: Phrases[tuple[str, How]] = Phrases()
    table = _entries()
    for phrase in table["looks_like"]:
        known.add(phrase, ("", "name"))
    # The hand-written entries first: where "Congo" is in doubt, they decide.
    for iso2, entry in table["countries"].items():
        for name in entry.get("name", ()):
            known.add(name, (iso2, "name"))
        for adjective in entry.get("adjective", ()):
            known.add(adjective, (iso2, "demonym"))
            if not entry.get("people") and not adjective.endswith(_UNCHANGED_ENDINGS):
                known.add(adjective + "s", (iso2, "people"))
        for people in entry.get("people", ()):
            known.add(people, (iso2, "people"))
        for seat in entry.get("seat", ()):
            known.add(seat, (iso2, "capital"))
    for iso2, record in countries().items():
        for name in record.names:
            known.add(name, (iso2, "name"))
    return known


def _is_person(
    doc: Doc | str, text: str, start: int, end: int, mentions: list[CountryMention]
) -> bool:
    if mentions and text[mentions[-1].end : start].strip() == "":
        return False
    if not isinstance(doc, str):
        within = (e for e in doc.ents if e.start_char <= start and end <= e.end_char)
        entity = next(within, None)
        if entity is not None and entity.label_ == "PERSON" and len(entity) > 1:
            return True
    return _ends_in_given_name(text[max(0, start - 40) : start])


def _ends_in_given_name(before: str) -> bool:
    """Does the text before a name end in a capitalised word that is no start of a sentence?"""
    head, _, last = before.rstrip().rpartition(" ")
    starts_sentence = not head.strip() or head.rstrip()[-1] in '.!?:;"”('
    if starts_sentence or before[-1:] != " " or last in _NO_GIVEN_NAME:
        return False
    return last.isalpha() and last[0].isupper() and not last.isupper()
