"""What is told as having come before, and by how long: "a year after it invaded ..."."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

SPANS = word_set("week month year decade")
_SPELLS = SPANS | {"hour", "day", "minute"}


def hours_after(verb: Token) -> bool:
    """ "..., hours after a bomb killed nine": the parse hangs "after" on the hours."""
    spells = [c for c in verb.children if c.lemma_ in _SPELLS and verb.dep_ == "advcl"]
    return any(c.lower_ in ("after", "before") for spell in spells for c in spell.children)


def long_after(verb: Token) -> bool:
    """ "A year after it invaded ...": by the word before the one that makes it background."""
    after = next((c for c in (*verb.children, verb.head) if c.lower_ == "after"), None)
    return after is not None and after.i > 0 and after.nbor(-1).lemma_.lower() in SPANS
