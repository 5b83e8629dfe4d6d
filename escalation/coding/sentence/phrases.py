"""Finding known names in a text: one pass over its words, the longest name wins.

Names are compared word by word without regard to case and accents, so that "Gilgit-Baltistan"
and "Gilgit Baltistan" are one name and a possessive ("Kabul's") is still the name. A name counts
only where the text writes it with a capital, and an abbreviation ("US") only letter by letter.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’`][^\W_]{2,})*")
_DASHES = " -‐‑–.'’"
# Combining accents, and what stands for ayn and hamza.
_MARKS = re.compile("[\u0300-\u036fʼʻ‘`]")
_ARTICLES = frozenset({"al", "el"})
_LONGEST_GAP = 3


class Word(NamedTuple):
    """A word of a text, folded for comparison, and where it stands."""

    folded: str
    start: int
    end: int


class Found[Meaning](NamedTuple):
    """A known name in a text and the meanings that it can have."""

    start: int
    end: int
    text: str
    meanings: tuple[Meaning, ...]


def plain(text: str) -> str:
    """The same name without accents: ``Kandahār`` gives ``Kandahar``."""
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text))


def fold(text: str) -> str:
    """Lower case without accents and apostrophes: ``Mīr 'Alī`` gives ``mir ali``."""
    return plain(text).casefold().replace("'", "").replace("’", "")


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


# One text is searched for names of several sorts in a row.
@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text in order."""
    return tuple([Word(_folded(m.group()), *m.span()) for m in _WORD.finditer(text)])


@lru_cache(maxsize=256)
def _folded_words(text: str) -> tuple[str, ...]:
    return tuple([word.folded for word in words_of(text)])


@lru_cache(maxsize=256)
def _capitals(text: str) -> tuple[int, ...]:
    """Which of the words of a text can begin a name."""
    return tuple(at for at, word in enumerate(words_of(text)) if _capital(text, word))


def _capital(text: str, word: Word) -> bool:
    """Names begin with a capital, also behind an article of their own: "al-Qaeda"."""
    behind = word.end + 1 if word.folded in _ARTICLES else word.start
    return text[word.start].isupper() or text[behind : behind + 1].isupper()


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    # "Pul-e Khumri" is written "Pul-i-Khumri" too.
    return "i" if word in ("e", "ye") else fold(word)


class Phrases[Meaning]:
    """A set of names, each with one or more meanings."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Meaning]]] = {}
        self._exact: dict[tuple[str, ...], set[str]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the names by first word, longest first

    def add(self, name: str, meaning: Meaning) -> None:
        """Teach a name; a name of capitals up to three letters is matched letter by letter."""
        key = tuple(_folded(word) for word in _WORD.findall(name))
        if not key:
            return
        self._by_first.setdefault(key[0], {}).setdefault(key, []).append(meaning)
        lengths = self._lengths.setdefault(key[0], [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)
        letters = name.replace(".", "")
        if len(letters) <= 3 and letters.isupper():
            self._exact.setdefault(key, set()).add(name)

    def __contains__(self, name: str) -> bool:
        return bool(self.meanings(name))

    def meanings(self, name: str) -> tuple[Meaning, ...]:
        """All that a name can mean; empty if it is not known."""
        key = _folded_words(name)
        return tuple(self._by_first.get(key[0], {}).get(key, ())) if key else ()

    def find(self, text: str) -> Iterator[Found[Meaning]]:
        """All known names in a text, left to right, the longest at each place, none twice."""
        folded = _folded_words(text)
        read = 0
        for at in _capitals(text):
            if at < read or folded[at] not in self._by_first:
                continue
            longest = self._longest(text, folded, at)
            if longest is not None:
                yield longest[0]
                read = at + longest[1]

    def _longest(
        self, text: str, folded: tuple[str, ...], at: int
    ) -> tuple[Found[Meaning], int] | None:
        candidates = self._by_first[folded[at]]
        for length in self._lengths[folded[at]]:
            key = folded[at : at + length]
            if key not in candidates:
                continue
            words = words_of(text)[at : at + length]
            start, end = words[0].start, words[-1].end
            written = text[start:end]
            if not self._joined(text, words) or not self._allowed(key, written):
                continue
            return Found(start, end, written, tuple(candidates[key])), len(key)
        return None

    @staticmethod
    def _joined(text: str, words: tuple[Word, ...]) -> bool:
        pairs = itertools.pairwise(words)
        gaps = (text[left.end : right.start] for left, right in pairs)
        return all(len(gap) <= _LONGEST_GAP and not gap.strip(_DASHES) for gap in gaps)

    def _allowed(self, key: tuple[str, ...], written: str) -> bool:
        exact = self._exact.get(key)
        return exact is None or written in exact or written.rstrip(".") in exact
