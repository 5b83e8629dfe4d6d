"""Talks and protests told as a state: there were some, they are deadlocked, a third day."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

_PARTS = word_set("round series session phase resumption start opening cycle stage")
_SPELLS = frozenset({"day", "wave", "week"})
_STANDING = word_set(
    "deadlocked stalled inconclusive underway ongoing progress way impasse fruitless"
)


def stands(verb: Token) -> bool:
    """ "(Talks) are deadlocked", "are under way"."""
    if verb.lower_ in ("deadlocked", "stalled"):
        return True
    near = (c for c in verb.children if c.dep_ in ("acomp", "prep", "advmod"))
    told = {t.lower_ for c in near for t in c.subtree}
    return verb.lemma_ in ("be", "remain") and not told.isdisjoint(_STANDING)


def there_was(verb: Token) -> bool:
    """ "There were talks", "there has been a rally"."""
    return verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)


def part_of(noun: Token) -> Token | None:
    """ "A third round of talks": the noun that stands for them."""
    above = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.i != noun.head.i
    lemma = above.lemma_.lower()
    spell = lemma in _SPELLS and above.dep_ != "pobj"  # not "shot on a day of protests"
    return above if of and (spell or lemma in _PARTS) else None
