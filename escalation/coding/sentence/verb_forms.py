"""Forms of the verbs that we know: their present in either number, and their past."""

from functools import cache

from escalation.coding.attacks.ground import TAKES
from escalation.coding.attacks.violence_words import words
from escalation.coding.dealings.lexicon import lexicon

TOLD_PLAINLY = {"retook": "recaptured"}
"""Verbs that the parse does not know, and what it reads in their place."""
_ALIKE = {"target": "attacked", "detonate": "exploded"}  # "a bomber targeted officer": what was?
_ALSO_NAMES = frozenset(
    {"lower", "head", "commission", "command", "term", "face", "budget", "exit"}
)
"""Verbs of the lexicon that in a headline are mostly no verbs: "Lower Dir", "the head of"."""
_IRREGULAR = {
    "strike": "struck", "shoot": "shot", "blow": "blew", "retake": "retook", "take": "took",
    "overrun": "overran", "fight": "fought", "hold": "held", "hit": "hit", "set": "set",
    "cut": "cut", "seek": "sought", "withdraw": "withdrew", "lead": "led", "meet": "met",
    "break": "broke", "fall": "fell", "kidnap": "kidnapped", "ban": "banned", "bar": "barred",
    "rob": "robbed", "stop": "stopped", "stab": "stabbed", "gun": "gunned", "drop": "dropped",
    "rip": "ripped", "tear": "tore", "throw": "threw", "lob": "lobbed",
    "plot": "plotted", "bid": "bid", "bury": "buried", "carry": "carried", "deny": "denied",
}  # fmt: skip


@cache
def verbs() -> frozenset[str]:
    """Base forms of the verbs that we know: of the lexicon, of violence and of taking ground."""
    return (
        (frozenset(lexicon().frames) - _ALSO_NAMES)
        | frozenset(words().verbs)
        | frozenset(words().harm)
        | TAKES
    )


@cache
def forms() -> frozenset[str]:
    """The present tense of the verbs that we know, in either number."""
    return verbs() | {verb + "s" for verb in verbs()} | {verb + "es" for verb in verbs()}


def without_s(form: str) -> str:
    """A form in "s" without it, as the verb that we know if it is one."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    for cut in (1, 2):
        if form[:-cut] in verbs():
            return form[:-cut]
    return form[:-1]


def base_of(form: str) -> str:
    """The base form of a verb in the present: of "strikes" or "strike"."""
    return without_s(form) if form.endswith("s") and not form.endswith("ss") else form


def past_of(verb: str) -> str:
    """The past of a verb in the present, in either number."""
    if verb.lower() in TOLD_PLAINLY:
        return TOLD_PLAINLY[verb.lower()]
    base = base_of(verb)
    if base in _ALIKE:
        return _ALIKE[base]
    return past(base)


def past(base: str) -> str:
    """The past of a verb, by its base form."""
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"  # "rallied"
    twice = "l" if base.endswith("el") else ""  # "expelled"
    return base + twice + ("d" if base.endswith("e") else "ed")
