"""The fingerprint of a text, by which near-identical texts are found without comparing all pairs.

A text is the set of its runs of three words; two texts are alike by the Jaccard index
``|A & B| / |A | B|`` of these sets. MinHash (Broder 1997, doi:10.1109/SEQUEN.1997.666900; by
datasketch) keeps 64 minima of the set, cut into 16 bands of 4: two texts with index J share a
band with probability ``1 - (1 - J**4)**16``: 0.89 at 0.6, 0.99 at 0.7, 0.12 at 0.3.

"Five die in Quetta" and "seven die in Karachi" may be alike in all other words and yet tell of
two happenings. So a text repeats another only if its lead has no number and no name that the
other lacks, and the numbers of the opening are part of every band.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

_MINIMA = 64
_BANDS = 16
_RUN = 3
_MOST_WORDS = 2_000
_OPENING_WORDS = 15
_LEAD_WORDS = 40
_ALIKE = 0.6

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’]\w+)?")
_IN_PARENTHESES = re.compile(r"\([^()]{0,80}\)")
_DATELINE = re.compile(r"^[^.:–—]{2,60}?(?:[:–—]| --? )\s*")
_SMALL_NUMBERS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of a text.

    ``bands`` are the keys under which it is looked for; ``runs`` hashes of its runs of words;
    ``facts`` the numbers and capitalised words of its lead, and ``words`` all its words.
    """

    bands: tuple[tuple[int, bytes, str], ...]
    runs: frozenset[int]
    facts: frozenset[str]
    words: frozenset[str]

    def repeats(self, other: "Fingerprint") -> bool:
        """Does it tell what ``other`` tells, in nearly the same words, and nothing new?"""
        shared = len(self.runs & other.runs)
        joint = len(self.runs) + len(other.runs) - shared
        return shared >= _ALIKE * joint and self.facts <= other.words


def fingerprints(texts: Iterable[str]) -> Iterator[Fingerprint]:
    """Fingerprints of texts, one at a time."""
    from datasketch import MinHash

    empty = MinHash(num_perm=_MINIMA, hashfunc=int, seed=1)
    for text in texts:
        clean = _DATELINE.sub("", _IN_PARENTHESES.sub(" ", text[: 20 * _MOST_WORDS]))
        written = _WORD.findall(clean)[:_MOST_WORDS]
        words = [_SMALL_NUMBERS.get(word, word) for word in map(str.lower, written)]
        runs = frozenset(
            crc32(" ".join(words[start : start + _RUN]).encode())
            for start in range(max(1, len(words) - _RUN + 1))
        )
        minima = empty.copy()
        minima.update_batch(runs)
        opening = {word for word in words[:_OPENING_WORDS] if word[0].isdigit()}
        yield Fingerprint(
            bands=_bands(minima.hashvalues.tobytes(), " ".join(sorted(opening))),
            runs=runs,
            facts=frozenset(_facts(written[:_LEAD_WORDS], words)),
            words=frozenset(words),
        )


def _facts(lead: list[str], words: list[str]) -> Iterator[str]:
    """Numbers, and capitalised words save the first."""
    for place, (as_written, word) in enumerate(zip(lead, words, strict=False)):
        if word[0].isdigit() or (place and as_written[0].isupper()):
            yield word


def _bands(minima: bytes, numbers: str) -> tuple[tuple[int, bytes, str], ...]:
    width = len(minima) // _BANDS
    return tuple(
        (band, minima[band * width : (band + 1) * width], numbers) for band in range(_BANDS)
    )
