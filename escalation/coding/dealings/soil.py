"""Whose ground is used against whom: the charge, its denial, and the promise that it will not be.

"says that Afghan soil is used against Pakistan"     a charge against Afghanistan
"says that Rome uses Tunisian soil against it"       a charge against Rome
"says that its soil is not used against anyone"      a denial
"will not allow its soil to be used"                 a promise
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who, localized
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import GROUND, MODAL

_USE = word_set("use misuse exploit utilize utilise")
_LET = word_set("allow permit let")
_WILL = word_set("will would wo 'll shall")
_ARMS = word_set("drone warplane jet bomber missile quadcopter")
USED, UNUSED = "soil:used", "soil:unused"


def ground_used(verb: Token) -> Cue | None:
    """The cue of a verb that says so, or that says it of another ("will not allow")."""
    if verb.lemma_.lower() in _LET:
        used = next(
            (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and _is_used(c)), None
        )
        return _cue(verb) if used is not None and _negated(verb) else None
    above = verb.head.lemma_.lower() in _LET and verb.dep_ in ("ccomp", "xcomp")
    # "Wants a guarantee that it will not be used"
    matter = verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() not in GROUND
    above = above or matter
    return _cue(verb) if not above and _is_used(verb) else None


def about_ground(word: Cue, speaker: Who | None, cast: Cast) -> tuple[Who | None, Who | None]:
    """Who says it, and of whom."""
    verb = word.anchor
    if word.rule == UNUSED:
        told = [verb, *(c for c in verb.children if c.dep_ in ("ccomp", "xcomp"))]
        against = [t for v in told for t in prepositional(v, "against", "for")]
        mine = speaker or _party(agents(verb), cast) or _party(_owners(verb), cast)
        return mine, _party(against, cast)
    if speaker is None:
        return None, None
    struck = _party(prepositional(verb, "against"), cast)  # "..., the minister said": theirs
    speaker = localized(speaker, struck.country if struck is not None else None) or speaker
    users = [who for t in agents(verb) if (who := cast.actor(t)) is not None]
    aim = struck is not None or any(c.dep_ == "xcomp" for c in verb.children)
    armed = any(t.lemma_.lower() in _ARMS for t in agents(verb))  # "is used by Roman drones"
    if not (users or aim or armed or prepositional(verb, "against", "for")):
        return None, None  # "its airspace is used by 300 flights a day"
    lands = {speaker.country, "UNK"}
    states = [who for who in users if who.sector in (None, "GOV") and who.country not in lands]
    accused = states[0] if states else _party(_owners(verb), cast)
    return (
        (speaker, accused) if accused is not None and accused.country not in lands else (None, None)
    )


def is_owner(word: Cue, who: Who) -> bool:
    """Is it the one whose ground it is that is charged?"""
    return word.rule == USED and any(t.i == who.head for t in _owners(word.anchor))


def _owners(verb: Token) -> list[Token]:
    """ "Afghan soil", "the soil of Afghanistan"."""
    things = [t for t in patients(verb) if t.lemma_.lower() in GROUND]
    own = [c for t in things for c in t.children if c.dep_ in QUALIFIERS]
    return own + [t for thing in things for t in prepositional(thing, "of")]


def _is_used(verb: Token) -> bool:
    if verb.lemma_.lower() not in _USE:
        return False
    ground = [t for t in patients(verb) if t.lemma_.lower() in GROUND]
    near = [c for t in (verb, *ground) for c in t.children]
    aim = any(c.lower_ in ("against", "for", "by", "as") or c.dep_ == "xcomp" for c in near)
    return bool(ground) and aim


def _cue(verb: Token) -> Cue | None:
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ in MODAL}
    if _negated(verb):
        if modals - _WILL:
            return None  # "must not be used": a demand
        return Cue(verb, "agree.offer" if modals else "reject.accusation", UNUSED)
    return Cue(verb, "accuse.harbouring", USED) if not modals else None


def _negated(verb: Token) -> bool:
    near = {c.lower_ for t in (verb, *agents(verb), *patients(verb)) for c in t.children}
    return not near.isdisjoint(("not", "n't", "never", "no"))


def _party(tokens: list[Token], cast: Cast) -> Who | None:
    found = (who for t in tokens if (who := cast.actor(t)) is not None and who.country != "UNK")
    return next(found, None)
