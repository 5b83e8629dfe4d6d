"""A mend that hangs words on each other must not keep the coder going for ever."""

import pytest

from escalation.coding.sentence import parse
from escalation.coding.sentence.ring import in_a_ring

TEXT = "Rebels attacked a post in Exford, killing two soldiers."


def test_no_parse_goes_round_in_a_ring():
    (doc, _), *_ = parse.parsed([(TEXT, None), ("", None)])
    assert not in_a_ring(doc)
    assert not in_a_ring(parse.model()(""))


@pytest.mark.parametrize("at", [(1, 8), (6, 3), (2, 0)])
def test_a_parse_that_was_mended_into_a_ring_is_as_it_was(monkeypatch, at):
    def ring(doc):
        one, other = doc[at[0]], doc[at[1]]
        one.head, other.head = other, one
        rings.append(in_a_ring(doc))

    rings = []
    monkeypatch.setattr(parse, "complete", ring)
    ((doc, _),) = parse.parsed([(TEXT, None)])
    assert rings == [True]
    assert [token.head.i for token in doc] == [token.head.i for token in parse.model()(TEXT)]
