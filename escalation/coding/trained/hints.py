"""Words that by themselves speak for a PLOVER root: a hint to the classifier, not a rule.

The lists stand in ``data/lexicon-roots.toml``: verbs (``pull_out`` with its particle or
preposition) and nouns by root. A word listed under k roots gives each 1/k of a hint, kept by the
slot of the frame that it stands in, so that "arrested" as the event's verb says more than "arrest"
somewhere in the clause.
"""

import tomllib
from functools import cache

from escalation.coding.trained.frame import Frame
from escalation.ontology import PLOVER_ROOTS
from escalation.schema import ContractError
from escalation.shipped import shipped

_VERBAL = ("R", "X", "C")
_NOMINAL = ("O", "M", "P", "S", "Y")


@cache
def listed() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Roots by verb and roots by noun.

    Raises
    ------
    ContractError
        If the file lists a root that is none.
    """
    table = tomllib.loads(shipped("lexicon-roots.toml").read_text(encoding="utf-8"))
    unknown = set(table) - {*PLOVER_ROOTS, "NONE"}
    if unknown:
        raise ContractError(
            f"lexicon-roots.toml: no root {sorted(unknown)}; there are: {', '.join(PLOVER_ROOTS)}"
        )
    verbs: dict[str, tuple[str, ...]] = {}
    nouns: dict[str, tuple[str, ...]] = {}
    for root, words in table.items():
        for roots, spoken in ((verbs, words["verbs"]), (nouns, words["nouns"])):
            for word in spoken:
                roots[word] = (*roots.get(word, ()), root)
    return verbs, nouns


def hints(found: Frame) -> dict[str, float]:
    """Hints by slot and root, such as ``LR=SUPPORT``; "will" and "not" keep the verb's apart."""
    verbs, nouns = listed()
    whole = {}
    for pair in found.pairs:
        verb, joint, _ = pair.replace(":", "_").partition("_")
        if joint and pair.replace(":", "_") in verbs:
            whole[verb] = verbs[pair.replace(":", "_")]
    given: dict[str, float] = {}
    for slot, words in found.words.items():
        mode = found.mode if slot == "R" else ""
        for word in words:
            if slot in _VERBAL:
                roots = whole.get(word) or verbs.get(word) or (nouns.get(word, ()) * (slot == "R"))
            elif slot in _NOMINAL:
                roots = nouns.get(word, ())
            else:
                roots = verbs.get(word, ()) + nouns.get(word, ()) if slot == "K" else ()
            for root in roots:
                name = f"L{slot}{mode}={root}"
                given[name] = given.get(name, 0.0) + 1.0 / len(roots)
    return given
