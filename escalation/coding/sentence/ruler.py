"""The parse's table of tags, asked once a word instead of once a token.

spaCy's attribute ruler compares every token with each of its two hundred patterns: a tenth of
the whole time of coding. Nearly all of them look at one word, its tag and its part in the
sentence, so what fits is remembered by these three.
"""

from typing import Any

from spacy.attrs import DEP, LOWER, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc

_SEEN = frozenset(("LOWER", "TAG", "DEP", "IS_SPACE"))  # all of it a matter of these three
_WORDS = 200_000

Match = tuple[int, int, int, int]  # number and id of the pattern, first token, past the last


def remember(ruler: Any) -> None:
    """Make an attribute ruler remember what fits a word; what it does stays the same.

    A ruler that looks at more than word, tag and part is left as it is.
    """
    alone, together = Matcher(ruler.vocab), Matcher(ruler.vocab)
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            if len(pattern) == 1 and not set(pattern[0]) <= _SEEN:
                return
            (alone if len(pattern) == 1 else together).add(str(number), [pattern])
    ruler.match = _Remembered(alone, together)


class _Remembered:
    """Matches of a ruler, in the order of its patterns: of equals, the later decides."""

    def __init__(self, alone: Matcher, together: Matcher) -> None:
        self._alone, self._together = alone, together
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        number = doc.vocab.strings
        pairs = self._together(doc, allow_missing=True)
        found = [(int(number[rule]), rule, start, end) for rule, start, end in pairs]
        for at, key in enumerate(map(tuple, doc.to_array([LOWER, TAG, DEP]).tolist())):
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
