"""The two sides of fire that goes both ways: "shelling between A and B", "an artillery duel"."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who, localized
from escalation.coding.attacks.deed import Deed
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_IN_RETURN = frozenset({"retaliatory", "retaliation", "counterattack", "reprisal"})
_MEANWHILE = frozenset({"as", "while", "when", "after"})
_PARTS_OF_STATES = word_set("state province district region town village county")
_FIRE = ("attack.shelling", "attack.shooting", "force.shelling", "force.shooting")


def fire_between(
    deed: Deed, victims: list[Who], cast: Cast
) -> tuple[Who | None, Who | None] | None:
    """Who fired at whom; those who are hit are of the one side, and the other hit them."""
    for word in deed.words:
        if word.kind not in _FIRE:
            continue
        sides = [w for t in _both(word.token) for w in cast.each(t, anybody=True)]
        lands = {w.code: w for w in sides if w.role != "SITE"}
        if len(lands) != 2:
            continue
        one, other = map(_armed, lands.values())
        lands_told = [cast.land(t) for w in deed.words for t in _where(w.token)]
        at_home = (localized(v, land) for v in victims for land in (None, *lands_told))
        known = (one.country, other.country)
        hit = next((v for v in at_home if v is not None and v.country in known), None)
        if hit is None or one.country == other.country:
            return one, other
        return (other if hit.country == one.country else one), hit
    return None


def told_beside(deed: Deed, cast: Cast) -> list[Who]:
    """ "Fighting continues as rebels step up their attacks": those who fight, told in a clause.

    So too "the rebels enter Exford as fighting is reported".
    """
    verbs = [w.token.head for w in deed.words if w.token.dep_ in ("nsubj", "nsubjpass")]
    clauses = [c for verb in verbs for c in verb.children if _is_meanwhile(c)]
    clauses += [verb.head for verb in verbs if _is_meanwhile(verb)]
    doers = [w for clause in clauses for t in agents(clause) for w in cast.each(t)]
    foes = [w for clause in clauses for t in patients(clause) for w in cast.each(t)]
    fight = [w for w in doers if w.is_armed and w.role != "SITE"]
    return fight + [w for w in foes if fight and w.is_armed and w.code != fight[0].code]


def struck_back(deed: Deed, hit: Who, speaker: Who | None) -> Who | None:
    """ "Rome says that ten of its foes died in retaliatory attacks": in those of Rome."""
    if speaker is None or speaker.country in (hit.country, *NO_COUNTRIES):
        return None
    near = (t.lower_ for word in deed.words for t in (word.token, *word.token.children))
    if _IN_RETURN.isdisjoint(near):
        return None
    return _armed(speaker) if speaker.sector in (None, "GOV", "MIL", "REB") else None


def _is_meanwhile(clause: Token) -> bool:
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _MEANWHILE for c in clause.children)
    return marked and clause.dep_ in ("advcl", "ccomp") and clause.pos_ == "VERB"


def _armed(who: Who) -> Who:
    """ "Fire between Exland and Wyland": of their armies."""
    state = who.sector in (None, "GOV") and who.country not in NO_COUNTRIES
    return replace(who, code=f"{who.country}.MIL") if state else who


def _both(fire: Token) -> list[Token]:
    """ "Fire between A and B", "an exchange of fire between them", "fire exchanged by them"."""
    whole = fire.head.head if fire.dep_ == "pobj" and fire.head.lower_ == "of" else fire
    traded = [c for c in fire.children if c.dep_ == "acl" and c.lemma_ in ("exchange", "trade")]
    by = [t for clause in traded for t in agents(clause)]
    return prepositional(fire, "between") or prepositional(whole, "between") or by


def _where(word: Token) -> list[Token]:
    near = [word, *(t for t in patients(word) if word.pos_ == "VERB")]
    return [t for part in near for t in prepositional(part, "in", "at", "near")]


def told_between(deed: Deed, cast: Cast) -> tuple[Who, Who] | None:
    """ "A guard died in a gunfight between a gunman and soldiers": those two, whoever fell."""
    clashes = (w.token for w in deed.words if w.kind == "force.clash")
    both = [w for c in clashes for t in prepositional(c, "between") for w in cast.each(t)]
    if len(both) != 2 or both[0].code == both[1].code or "SITE" in (both[0].role, both[1].role):
        return None
    return both[0], both[1]


def borderers(word: Token) -> list[Token]:
    """Whose border it is that a clash is told on: "the border between A and B"."""
    borders = [t for t in word.sent if t.lemma_.lower() in ("border", "frontier")]
    lands = [t for border in borders for t in prepositional(border, "between")]
    return [t for t in lands if t.lemma_.lower() not in _PARTS_OF_STATES]
