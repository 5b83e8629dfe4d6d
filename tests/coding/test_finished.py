"""The finished parse answers as spaCy's own does, and is what the rules are given."""

import pytest
from spacy.tokens import Doc

from escalation.coding.sentence.finished import finished
from escalation.coding.sentence.parse import model, parsed

TEXT = (
    "Gunmen killed at least two officers in Exford on Monday, police said. The rebels, who had "
    "threatened to retaliate, denied it.\nRome's envoy left for Oslo 3 hours later"
)
PLAIN = (
    *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_"),
    *("is_sent_start", "whitespace_", "like_num", "is_stop"),
)
WORD = ("head", "sent", "left_edge", "right_edge")
WORDS = ("children", "lefts", "rights", "subtree", "ancestors")
SENTENCE = ("text", "start", "end", "start_char", "end_char")


@pytest.fixture(scope="module")
def both() -> tuple[Doc, Doc]:
    parse = model()(TEXT)
    return finished(parse), parse


def test_every_word_answers_as_spacys_does(both: tuple[Doc, Doc]) -> None:
    for ours, theirs in zip(*both, strict=True):
        assert [getattr(ours, n) for n in PLAIN] == [getattr(theirs, n) for n in PLAIN]
        assert [str(getattr(ours, n)) for n in WORD] == [str(getattr(theirs, n)) for n in WORD]
        for name in WORDS:
            own, other = getattr(ours, name), getattr(theirs, name)
            assert [t.i for t in own] == [t.i for t in other], (name, ours)


def test_every_sentence_answers_as_spacys_does(both: tuple[Doc, Doc]) -> None:
    sentences = [list(doc.sents) for doc in both]
    for ours, theirs in zip(*sentences, strict=True):
        assert [getattr(ours, n) for n in SENTENCE] == [getattr(theirs, n) for n in SENTENCE]
        assert (ours.root.i, len(ours), ours[1].i) == (theirs.root.i, len(theirs), theirs[1].i)
        assert ours[-1].sent is ours


@pytest.mark.parametrize(("first", "last"), [(0, 3), (2, -2), (5, 2), (-4, None), (7, 400)])
def test_a_stretch_of_words_is_cut_as_spacy_cuts_it(
    both: tuple[Doc, Doc], first: int, last: int | None
) -> None:
    ours, theirs = (doc[first:last] for doc in both)
    assert (ours.text, ours.start, ours.end) == (theirs.text, theirs.start, theirs.end)
    if len(theirs):
        assert ours.root.i == theirs.root.i


def test_no_word_stands_beyond_the_text(both: tuple[Doc, Doc]) -> None:
    for doc in both:
        for outside in (lambda d: d[0].nbor(-1), lambda d: d[len(d) - 1].nbor(), lambda d: d[999]):
            with pytest.raises(IndexError):
                outside(doc)


def test_rules_are_given_words_that_nobody_changes() -> None:
    doc, _ = next(parsed([(TEXT, None)]))
    assert doc[1] is doc[0].nbor() and doc[1].sent is doc[0].sent
    assert (found := doc.char_span(9, 20, alignment_mode="expand")) is not None
    assert found.text == "killed at least"
    assert doc.char_span(9, 20) is None
    assert doc[0].is_ancestor(doc[1]) is False
    assert doc[1].is_ancestor(doc[0]) is True
    empty, _ = next(parsed([("", None)]))
    assert list(empty.sents) == []
