"""Who was shot or stabbed, where nobody says that he died of it: he is hurt.

"Two engineers were shot by a guard"                 two are injured
"A man stabbed nine in Lima, killing a student"      one is dead, eight are injured
"Two reporters were shot. One of them was killed"    one is dead, the other injured
"""

from spacy.tokens import Span, Token

from escalation.coding.sentence.clause import patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.tolls.casualty import measure_of
from escalation.coding.tolls.groups import Group, groups_of

_STRIKES = word_set("shoot stab knife slash bayonet poison")
_ENDS = word_set("dead down death")


def struck(sentence: Span, act: Act) -> dict[str, float | None]:
    """Low, best and high of those whom an act shot or stabbed; empty where nobody is counted."""
    verbs = [t for t in act.tokens if t.lemma_.lower() in _STRIKES and t.pos_ == "VERB"]
    hit = [t for verb in verbs if not _killed(verb) for t in patients(verb)]
    if not hit or act.status not in ("happened", "claimed"):
        return {}
    heads = {t.i - sentence.start for t in hit}
    groups = [g for g in groups_of(sentence) if not heads.isdisjoint(range(g.start, g.end))]
    if not groups or any(group.best is None for group in groups):
        return {}
    return {part: _sum(groups, part) for part in ("low", "best", "high")}


def _sum(groups: list[Group], part: str) -> float | None:
    counts = [getattr(group, part) for group in groups]
    return None if None in counts else float(sum(counts))


def with_struck(
    toll: dict[str, float | None], hit: dict[str, float | None]
) -> dict[str, float | None]:
    """A toll with those who were struck and did not die, where it tells of nobody hurt."""
    hurt = any(toll.get(f"injured_{part}") is not None for part in ("low", "best", "high"))
    vague = toll.get("deaths_low") is not None and toll.get("deaths_best") is None
    if not hit or hurt or vague:
        return toll
    dead = toll.get("deaths_best") or 0
    left = {f"injured_{part}": None if n is None else n - dead for part, n in hit.items()}
    return toll | left if all(n is None or n > 0 for n in left.values()) else toll


def _killed(verb: Token) -> bool:
    """ "Shot dead", "stabbed to death", "shot and killed", "fatally shot"."""
    deadly = any(t.lower_ in _ENDS for t in verb.subtree if t.i < verb.i + 8)
    return deadly or measure_of(verb) == "deaths"
