"""The finished parse, written down in plain Python: what rules read and no rule changes.

spaCy spells a word out and walks its tree anew every time that it is asked, and rules ask the same
words hundreds of times. So once all slips of a parse are mended it is written down: a word knows
its forms, its head and its children, a sentence its text and its root, each found once.

To those who read, it is a spaCy ``Doc`` of ``Token`` and ``Span``: names and meanings are the same.
What rules seldom ask (``like_num``) is asked of spaCy's own. Two words are equal if they are one.
"""

import itertools
from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

import numpy as np
from spacy import attrs
from spacy.tokens import Doc

_COLUMNS = [
    attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP,
    attrs.IDX, attrs.HEAD, attrs.SENT_START,
]  # fmt: skip
_STARTS = {1: True, 0: None, -1: False}


def finished(doc: Doc) -> Doc:
    """A parse that nobody will change any more, as all rules may read it."""
    return cast(Doc, _Text(doc))


_SPELLED: dict[int, str] = {}  # words by spaCy's numbers for them, which any vocabulary shares


def _spelled(doc: Doc, numbers: list[int]) -> list[str]:
    for number in numbers:
        if number not in _SPELLED:
            _SPELLED[number] = doc.vocab.strings[number]
    return [_SPELLED[number] for number in numbers]


class _Word:
    """A ``Token``."""

    __slots__ = (
        "_subtree", "children", "dep_", "doc", "head", "i", "idx", "is_sent_start", "lefts",
        "lemma_", "lower_", "pos_", "rights", "sent", "tag_", "text",
    )  # fmt: skip
    doc: "_Text"
    head: "_Word"
    sent: "_Stretch"
    children: "tuple[_Word, ...]"
    lefts: "tuple[_Word, ...]"
    rights: "tuple[_Word, ...]"
    is_sent_start: bool | None

    def __init__(self, doc: "_Text", i: int, idx: int, forms: tuple[str, ...]) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_ = forms
        self._subtree: tuple[_Word, ...] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: "_Word") -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    def __getattr__(self, name: str) -> Any:
        return getattr(self.doc.parse[self.i], name)

    def nbor(self, i: int = 1) -> "_Word":
        at = self.i + i
        if at < 0:
            raise IndexError(f"no word stands {-i} before '{self.text}'")
        return self.doc.words[at]

    @property
    def subtree(self) -> "tuple[_Word, ...]":
        if self._subtree is None:
            left = [t for child in self.lefts for t in child.subtree]
            right = [t for child in self.rights for t in child.subtree]
            self._subtree = (*left, self, *right)
        return self._subtree

    @property
    def left_edge(self) -> "_Word":
        return self.doc.words[self.doc.parse[self.i].left_edge.i]

    @property
    def right_edge(self) -> "_Word":
        return self.doc.words[self.doc.parse[self.i].right_edge.i]

    @property
    def ancestors(self) -> "Iterator[_Word]":
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, descendant: "_Word") -> bool:
        return any(word is self for word in descendant.ancestors)


class _Stretch:
    """A ``Span``: a sentence, or any words that stand in a row."""

    def __init__(self, doc: "_Text", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    @cached_property
    def _words(self) -> list[_Word]:
        return self.doc.words[self.start : self.end]

    @cached_property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self._words else ""

    @cached_property
    def root(self) -> _Word:
        own = next((word for word in self._words if word.head is word), None)
        return own or self.doc.words[self.doc.parse[self.start : self.end].root.i]

    @property
    def start_char(self) -> int:
        return self._words[0].idx

    @property
    def end_char(self) -> int:
        return self._words[-1].idx + len(self._words[-1].text)

    @property
    def sent(self) -> "_Stretch":
        return self._words[0].sent

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[_Word]:
        return iter(self._words)

    def __getitem__(self, at: int | slice) -> "_Word | _Stretch":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return _Stretch(self.doc, self.start + start, self.start + max(start, end))
        return self._words[at]

    def __repr__(self) -> str:
        return self.text

    def __getattr__(self, name: str) -> Any:
        return getattr(self.doc.parse[self.start : self.end], name)


class _Text:
    """A ``Doc``."""

    def __init__(self, parse: Doc) -> None:
        self.parse, self.text = parse, parse.text
        table = parse.to_array(_COLUMNS).astype(np.int64)
        forms = [_spelled(parse, numbers) for numbers in table[:, :6].view(np.uint64).T.tolist()]
        idx, above, starts = table[:, 6:].T.tolist()
        rows = enumerate(zip(idx, zip(*forms, strict=True), strict=True))
        self.words = [_Word(self, i, at, spelled) for i, (at, spelled) in rows]
        self._hang([i + step for i, step in enumerate(above)])
        begins = [i for i, start in enumerate(starts) if start == 1 and i > 0]
        edges = [0, *begins, len(self.words)] if self.words else [0]
        self._sentences = [_Stretch(self, *ends) for ends in itertools.pairwise(edges)]
        for sentence in self._sentences:
            for word in sentence:
                word.sent = sentence
        for word, start in zip(self.words, starts, strict=True):
            word.is_sent_start = _STARTS[start]

    def _hang(self, heads: list[int]) -> None:
        """Tell each word its head and its children, no further off than spaCy's ``children``."""
        words, parse = self.words, self.parse
        lefts: list[list[_Word]] = [[] for _ in words]
        rights: list[list[_Word]] = [[] for _ in words]
        for i, (word, head) in enumerate(zip(words, heads, strict=True)):
            word.head = words[head]
            if i < head and parse[head].left_edge.i <= i:
                lefts[head].append(word)
            elif head < i <= parse[head].right_edge.i:
                rights[head].append(word)
        for word, left, right in zip(words, lefts, rights, strict=True):
            word.lefts, word.rights = tuple(left), tuple(right)
            word.children = word.lefts + word.rights

    @property
    def sents(self) -> Iterator[_Stretch]:
        return iter(self._sentences)

    def char_span(self, start: int, end: int, **how: Any) -> _Stretch | None:
        found = self.parse.char_span(start, end, **how)
        return None if found is None else _Stretch(self, found.start, found.end)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[_Word]:
        return iter(self.words)

    def __getitem__(self, at: int | slice) -> _Word | _Stretch:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return _Stretch(self, start, max(start, end))
        return self.words[at]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.parse, name)
