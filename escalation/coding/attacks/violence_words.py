"""The words of violence as shipped: which kind each tells, and which kind tells most."""

import tomllib
from dataclasses import dataclass
from functools import cache

from escalation.shipped import shipped

# The most telling first: a suicide bombing is not just a bombing, and a raid with gunfire a raid.
_TELLING = (
    "attack.suicide",
    "force.drone",
    "attack.sexual",
    "force.airstrike",
    "force.shelling",
    "attack.abduction",
    "attack.ambush",
    "attack.assassination",
    "attack.bombing",
    "force.violation",
    "force.capture",
    "attack.raid",
    "force.raid",
    "attack.torture",
    "force.clash",
    "force.operation",
    "attack.beating",
    "attack.shooting",
    "attack",
    "harm",
)
RANK = {kind: rank for rank, kind in enumerate(_TELLING)}


@dataclass(frozen=True)
class Words:
    """The words of ``data/violence.toml``."""

    harm: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[tuple[str, str], ...]]
    nouns: dict[str, str]
    heads: frozenset[str]  # of the nouns of two words
    means: frozenset[str]
    accident: frozenset[str]
    spoken: frozenset[str]


@cache
def words() -> Words:
    """The shipped words, read once."""
    table = tomllib.loads(shipped("violence.toml").read_text(encoding="utf-8"))
    harm: dict[str, tuple[str, ...]] = {}
    for phrase in table["harm"].split("|"):
        verb, _, second = phrase.partition(" ")
        harm[verb] = (*harm.get(verb, ()), second)
    verbs: dict[str, list[tuple[str, str]]] = {}
    for kind, line in table["verbs"].items():
        for phrase in line.split("|"):
            verb, _, second = phrase.partition(" ")
            verbs.setdefault(verb, []).append((second, kind))
    ranked = {v: tuple(sorted(ways, key=_first)) for v, ways in verbs.items()}
    nouns = {noun: kind for kind, line in table["nouns"].items() for noun in line.split("|")}
    heads = frozenset(noun.split()[-1] for noun in nouns if " " in noun)
    lists = {name: frozenset(line.split("|")) for name, line in table["words"].items()}
    return Words(harm, ranked, nouns, heads, **lists)


def _first(way: tuple[str, str]) -> tuple[bool, int]:
    """What a second word tells before a bare verb, "blow themselves" before "blow up"."""
    second, kind = way
    return not second, RANK[kind] if second else 0
