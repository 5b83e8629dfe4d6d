"""The parse's table of tags, asked once a word instead of once a token.

spaCy's attribute ruler compares every token with each of its two hundred patterns: a tenth of
the whole time of coding. Nearly all of them look at one word, its tag and its part in the
sentence, so what fits is remembered by these three.
"""

from typing import Any

from spacy.attrs import DEP, LOWER, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

_SEEN = frozenset(("LOWER", "TAG", "DEP", "IS_SPACE"))  # all of it a matter of these three
_WORDS = 200_000

Match = tuple[int, int, int, int]  # number and id of the pattern, first token, past the last


def remember(ruler: Any) -> None:
    """Make an attribute ruler remember what fits a word; what it does stays the same.

    A ruler that looks at more than word, tag and part is left as it is.
    """
    alone, together = Matcher(ruler.vocab), Matcher(ruler.vocab)
    signs: set[int | None] = set()
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            if len(pattern) == 1 and not set(pattern[0]) <= _SEEN:
                return
            (alone if len(pattern) == 1 else together).add(str(number), [pattern])
            if len(pattern) > 1:
                signs.add(_sign(pattern, ruler.vocab))
    ruler.match = _Remembered(alone, together, signs)


def _sign(pattern: list[dict[str, Any]], vocab: Vocab) -> int | None:
    """A word, or a part in the sentence, without which a pattern of several words cannot fit."""
    named = (part.get(name) for part in pattern for name in ("LOWER", "DEP"))
    word = next((word for word in named if isinstance(word, str)), None)
    return None if word is None else vocab.strings[word]


class _Remembered:
    """Matches of a ruler, in the order of its patterns: of equals, the later decides."""

    def __init__(self, alone: Matcher, together: Matcher, signs: set[int | None]) -> None:
        self._alone, self._together, self._signs = alone, together, signs
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        found: list[Match] = []
        keys = [tuple(key) for key in doc.to_array([LOWER, TAG, DEP]).tolist()]
        if None in self._signs or not self._signs.isdisjoint(i for key in keys for i in key):
            number = doc.vocab.strings
            pairs = self._together(doc, allow_missing=True)
            found = [(int(number[rule]), rule, start, end) for rule, start, end in pairs]
        for at, key in enumerate(keys):
            fits = self._known.get(key)
            if fits is None:
                fits = self._fits(doc, at)
                self._remember(key, fits)
            found += [(order, rule, at, at + 1) for order, rule in fits]
        return sorted(found)

    def _fits(self, doc: Doc, at: int) -> list[tuple[int, int]]:
        fits = self._alone(doc[at : at + 1], allow_missing=True)
        return [(int(doc.vocab.strings[rule]), rule) for rule, _, _ in fits]

    def _remember(self, key: tuple[int, ...], fits: list[tuple[int, int]]) -> None:
        if len(self._known) >= _WORDS:
            self._known.clear()
        self._known[key] = fits
