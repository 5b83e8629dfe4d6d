"""Who takes ground or people: what a document's names make of words of capture.

Which words may tell of ground stands in ``ground.py``.
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.ground import driven_out, ground_of, taken_by
from escalation.coding.attacks.violence import Violence
from escalation.coding.sentence.clause import agents, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import mood_of

AGAIN = word_set("retake recapture regain")
"""Verbs of taking what had been lost."""
_HOLDERS = frozenset({"REB", "MIL", "GOV", "CRM"})
_ARMED = word_set("armed masked unknown unidentified")
_TROOPS = word_set("force fighter troop soldier militant insurgent")
_SETS_OUT = word_set(
    "launch mount stage wage conduct fight attack send deploy advance push move march"
)


def is_capture(word: Violence, cast: Cast) -> bool:
    """Does a word of capture tell that ground was taken, and do it now?"""
    if _to_take(word.token):
        return False
    return not word.is_verb or (_is_taken(word.token, cast) and not _since(word.token))


def by_own_word(taker: Who | None, speaker: Who | None) -> bool:
    """ "The army says that it has taken the town": so far nobody else does."""
    if taker is None or speaker is None or taker.country != speaker.country:
        return False
    states = ("GOV", "MIL", "COP", None)
    return taker.sector == speaker.sector or {taker.sector, speaker.sector} <= {*states}


def _since(verb: Token) -> bool:
    """ "The first since seizing Kabul": told to say since when."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "since"


def _to_take(verb: Token) -> bool:
    """ "Launched an offensive to capture the city": what it was for, not what it took."""
    under = verb.dep_ in ("advcl", "acl") or (
        verb.dep_ == "xcomp" and verb.head.lemma_ in _SETS_OUT
    )
    auxiliaries = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    return under and auxiliaries == {"to"} and mood_of(verb).real


def _is_taken(verb: Token, cast: Cast) -> bool:
    """Is it ground, and taken by the armed? Nobody "enters Paris" or "seizes Karimov" like that."""
    lemma = verb.lemma_.lower()
    if not any(t.text.islower() or _is_ground(t, verb, cast) for t in ground_of(verb)):
        return False
    if (held := driven_out(verb)) and not any((w := cast.who(t)) and w.is_armed for t in held):
        return False  # "drove the villagers out", "the party lost Exford to its rival"
    takers = [who for t in taken_by(verb) if (who := cast.who(t)) is not None]
    if lemma == "enter":
        troops = any(t.lemma_.lower() in _TROOPS for t in taken_by(verb))  # "Taliban forces"
        return any(
            (who.sector in ("REB", "MIL") or troops) and who.country != "UNK" for who in takers
        )
    return not takers or any(_may_hold(who, lemma) for who in takers)


def _may_hold(who: Who, lemma: str) -> bool:
    if lemma == "take" and who.sector == "GOV" and who.role is not None:
        return False  # "the governor took Exford by surprise"
    state = who.sector is None and who.known
    police = who.sector == "COP" and lemma in AGAIN
    return who.sector in _HOLDERS or state or police or who.country in ("IMG", "IGO")


def _is_ground(name: Token, verb: Token, cast: Cast) -> bool:
    """Has a name, or the part of it in "Gizab District", a place; or a country, once ruled?"""
    parts = (name, *(c for c in name.children if c.dep_ in ("compound", "appos")))
    land = cast.named(name)
    ruled = any(t.lemma_ == "control" for t in patients(verb))
    return any(cast.place_of(t) for t in parts) or (ruled and land is not None and land.is_country)


def by_captors(verb: Token, cast: Cast) -> bool:
    """Is it rebels, gangs or unknown armed men who carry somebody off?"""
    hands = [(t, who) for t in agents(verb) if (who := cast.who(t)) is not None]
    return any(who.is_outlaw or any(c.lower_ in _ARMED for c in t.children) for t, who in hands)
