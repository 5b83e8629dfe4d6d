"""Headlines In Capitals: a line in title case, or in capitals alone, is read as if it were prose.

    "Gunmen Strike Police Post in Mosul"      "Gunmen strike police post in Mosul"
    "TROOPS SHELL REBELS NEAR GOMA"           "Troops shell rebels near Goma"

A parser takes every capital for a name. So in such a line common words are made small, and names
stay: of actors, countries, days and months, places, persons behind a title, and whatever is no word
of the language. Each letter keeps its place, so that spans point into the report as it came.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language

from escalation.coding.days.calendar import CALENDAR
from escalation.coding.places import countries
from escalation.coding.sentence.phrases import Found, word_set
from escalation.shipped import shipped

Finder = Callable[[str], Iterable[Found[Any]]]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEHIND_HYPHEN = re.compile(r"-[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
_STARTS = re.compile(r"[.!?][\"'”’]?\s+$")  # a sentence begins
_IN_WORDS = ("roles.toml", "violence.toml", "lexicon.toml", "lexicon-roots.toml")
_SMALL = STOP_WORDS | word_set("amid against despite near via vs de la el al bin ibn and und")
_FEWEST = 4  # words of a headline, besides those that are small in a title too
_LETTERS = 3  # of a name that is written in capitals in prose too
_TO_A_PLACE = word_set("in at near from outside around to of towards toward across")
_TITLES = word_set(
    "president minister premier governor general colonel captain king prince pope senator mayor"
    " commander leader ambassador envoy sheikh mullah maulana imam mr mrs ms dr chancellor"
)
_ALSO_VERBS = frozenset({"may", "march"})
_ENDINGS = ("'s", "’s", "s", "es", "ed", "d", "ing", "er", "ers", "ly")


class Casing:
    """Writes headlines as prose: ``actors`` finds names of actors, ``places`` those of places."""

    def __init__(self, actors: Finder, places: Finder, language: Language) -> None:
        self._actors = actors
        self._places = places
        self._language = language

    @cached_property
    def _known(self) -> tuple[frozenset[str], frozenset[str]]:
        """Words of the language, and those that are no nouns: asked for by the first headline."""
        return _language(self._language)

    def prose(self, text: str) -> str:
        """The same text, letter for letter, with common words of headlines made small."""
        if not any(_is_headline(line) for line in _LINE.findall(text)):
            return text
        return _LINE.sub(lambda line: self._line(line.group()), text)

    def _line(self, line: str) -> str:
        if not _is_headline(line):
            return line
        title = self._title(line) if line.isupper() else line
        named = self._named(title)
        letters = list(title)
        before = ""
        for at, word in enumerate(_WORD.finditer(title)):
            start, lower = word.start(), word.group().lower()
            inside = at and not _STARTS.search(title[max(0, start - 4) : start])
            if inside and start not in named and self._is_common(word.group(), before, title):
                letters[start] = _small(letters[start])
            before = lower
        return "".join(letters)

    def _title(self, line: str) -> str:
        """A line of capitals in title case, but for names that are letters: "US", "TTP"."""
        kept: set[int] = set()
        names: list[Any] = [*self._actors(line), *countries.find(line)]
        for name in names:
            if name.end - name.start <= _LETTERS and _is_name(line[name.start : name.end].lower()):
                kept |= set(range(name.start, name.end))
        inside = (
            at and (line[at - 1].isalpha() or line[at - 1] in "'’") for at in range(len(line))
        )
        return "".join(
            _small(letter) if within and at not in kept else letter
            for at, (letter, within) in enumerate(zip(line, inside, strict=True))
        )

    def _named(self, title: str) -> set[int]:
        """Where letters of known names stand."""
        found: list[Any] = [n for n in self._actors(title) if _is_name(n.text.lower())]
        found += countries.find(title)
        for place in self._places(title):
            before = title[: place.start].lower().split()[-1:]
            led = bool(before) and before[0] in _TO_A_PLACE
            common = all(self._is_act(word.lower()) for word in _WORD.findall(place.text))
            if _is_name(place.text.lower()) and (led or not common):
                found.append(place)
        return {at for name in found for at in range(name.start, name.end)}

    def _is_act(self, lower: str) -> bool:
        return any(form in _told_with() or form in self._known[1] for form in _stems(lower))

    def _is_common(self, word: str, before: str, title: str) -> bool:
        """Is a capitalised word one of the language, not a name?"""
        lower = word.lower()
        if word != word.capitalize():  # "UN", "McCain"
            return False
        if lower in CALENDAR:
            return lower in _ALSO_VERBS and before not in ("in", "on", "late", "early", "since")
        if lower in STOP_WORDS or any(form in _told_with() for form in _stems(lower)):
            return True
        return before not in _TITLES and any(form in self._known[0] for form in _stems(lower))


def _is_headline(line: str) -> bool:
    """Are the words of a line capitalised, but for those that are small in a title too?"""
    words = _WORD.findall(_BEHIND_HYPHEN.sub("", line))
    telling = [word for word in words if word.lower() not in _SMALL]
    return len(telling) >= _FEWEST and all(word[0].isupper() for word in telling)


def _small(letter: str) -> str:
    """A letter made small, unless that makes two of it (the Turkish I with a dot)."""
    return letter.lower() if len(letter.lower()) == 1 else letter


def _is_name(lower: str) -> bool:
    """Can a known name be meant: "US" may, "who", "to" and "of" are words of the language."""
    return lower == "us" or lower not in STOP_WORDS


def _stems(lower: str) -> Iterator[str]:
    """A word and what it may be a form of: of "striking", "strik" and "strike"."""
    yield lower
    for ending in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 2:
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]  # "stopped"
            if stem.endswith("i"):
                yield stem[:-1] + "y"  # "allies"


@cache
def _told_with() -> frozenset[str]:
    """Words that events are told with: those of the lexicons."""
    texts = (shipped(name).read_text(encoding="utf-8") for name in _IN_WORDS)
    return frozenset(re.findall(r"[a-z]{3,}", " ".join(texts)))


def _language(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the language, names of the famous among its nouns; and those that are no nouns."""
    lemmatizer: Any = language.get_pipe("lemmatizer")
    tables = [lemmatizer.lookups.get_table(name) for name in ("lemma_index", "lemma_exc")]
    acts = frozenset(w for kind in ("verb", "adj", "adv") for table in tables for w in table[kind])
    return acts.union(*(table["noun"] for table in tables)), acts
