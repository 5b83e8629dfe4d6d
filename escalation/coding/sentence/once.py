"""What many rules ask of a text or a sentence, found once.

Most rules wait for a few words: whether a sentence has one of them is told by its
:func:`vocabulary` before any of its words is looked at.

All of it is remembered of the last few, so it is for rules that read a finished parse: what mends
the parse may not ask for base forms here.
"""

from functools import lru_cache

from spacy.tokens import Doc, Span, Token

_LAST = 32  # a document and its sentences


@lru_cache(maxsize=_LAST)
def text_of(part: Doc | Span) -> str:
    """A text or a sentence as it is written."""
    return part.text


@lru_cache(maxsize=_LAST)
def root_at(doc: Doc, start: int, end: int) -> Token | None:
    """The word on which a stretch of a text hangs, from character ``start`` to ``end``."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def sentence_of(token: Token) -> Span:
    """The sentence in which a word stands."""
    return _by_word(token.doc)[token.i]


@lru_cache(maxsize=_LAST)
def _by_word(doc: Doc) -> tuple[Span, ...]:
    return tuple(sentence for sentence in doc.sents for _ in range(len(sentence)))


@lru_cache(maxsize=_LAST)
def tokens_of(sentence: Span) -> tuple[Token, ...]:
    """The words of a sentence."""
    return tuple(sentence)


@lru_cache(maxsize=_LAST)
def base_forms(sentence: Span) -> tuple[str, ...]:
    """The base form of each word of a sentence, in lower case."""
    return tuple(token.lemma_.lower() for token in tokens_of(sentence))


@lru_cache(maxsize=_LAST)
def forms(sentence: Span) -> tuple[str, ...]:
    """Each word of a sentence as it is written, but in lower case."""
    return tuple(token.lower_ for token in tokens_of(sentence))


@lru_cache(maxsize=_LAST)
def vocabulary(sentence: Span) -> frozenset[str]:
    """All words of a sentence, as written and in their base form, in lower case."""
    return frozenset((*forms(sentence), *base_forms(sentence)))
