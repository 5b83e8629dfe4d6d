"""To whom attacks are laid that were told without a hand: to who is said to be behind them.

Only armed groups that bear a name, and only what nobody else is known to have done.
"""

from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import agents, governors, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.claims import is_of_others
from escalation.coding.sides.force import kind_by_hands
from escalation.coding.status.dated import is_earlier
from escalation.coding.status.mood import mood_of
from escalation.coding.story.act import Act

_ALL = word_set("both all two three four five six several the these those twin")
_TOLD = _ALL | {"that", "this"}
_CLAIMS = word_set("for claim claims claimed claiming")
_BY_A_STATE = ("force", "coerce.arrest", "coerce.execution", "concede.release")
_STATE = ("MIL", "COP", "GOV", "SPY")
_STRANGERS = word_set("unknown unidentified masked other another rival foreign lone")
_REB = ["REB"]
_DOUBTED = word_set("deny reject dispute doubt accuse question dismiss investigate ask whether")


def claims_several(sentence: Span) -> bool:
    """ "For both attacks", "claimed the bombings": not the last that was told alone."""
    for token in sentence:
        if token.dep_ not in ("pobj", "dobj") or token.head.lower_ not in _CLAIMS:
            continue
        many = token.tag_ == "NNS" and any(c.lower_ in _ALL for c in token.children)
        if token.lower_ == "both" or (many and noun_kind(token)):
            return True
    return False


def laid_to(sentence: Span, cast: Cast) -> Who | None:
    """The armed group that a sentence says was behind what was told; None where it denies it.

    "The front is believed to be behind the attack", "officials say that the front is to blame".
    """
    for token in sentence:
        if token.lower_ not in ("responsible", "behind", "blame"):
            continue
        verb = token.head
        said = token.lower_ == "responsible" or (token.lower_ == "behind" and token.dep_ == "prep")
        said = said or (token.lower_ == "blame" and token.dep_ == "xcomp")
        of = prepositional(token, "for") or [c for c in token.children if c.dep_ == "pobj"]
        if not said or verb.lemma_ != "be" or not all(map(_is_what_was_told, of)):
            continue
        mood = mood_of(verb)
        above = {t.lemma_ for t in (verb, *governors(verb))}
        if mood.negated or mood.modal or above & _DOUBTED:
            continue
        doers = agents(verb) or [t for v in governors(verb) for t in patients(v)]
        found = [w for t in doers if (w := cast.who(t)) is not None]
        return next((w for w in found if w.sector == "REB" and w.country != "UNK"), None)
    return None


def _is_what_was_told(noun: Token) -> bool:
    """ "For the attack", "behind it"; "a surge in violence" is more than what was told."""
    if is_of_others(noun) or is_earlier(noun):
        return False
    told = noun.pos_ == "PRON" or any(c.lower_ in _TOLD for c in noun.children)
    return told or bool(noun_kind(noun))


def lay_on(act: Act, group: Who, rule: str) -> None:
    """Make a group the hand of an attack that has none yet."""
    known = act.initiator is not None and act.initiator.country != "UNK"
    own = act.target is not None and act.target.code == group.code
    if act.is_violent and act.status == "happened" and not (known or own):
        act.initiator = group
        act.kind = kind_by_hands(act)
        act.rule += rule


def as_attackers(who: Who | None, last: Act | None) -> Who | None:
    """ "The attackers demand ...": those of the group whose attack the document told before."""
    by = last.initiator if last is not None else None
    if who is None or by is None or by.sector != "REB" or by.country == "UNK":
        return who
    spoken_of = who.code == "UNK.REB" and who.name.lower().startswith("the ")
    return replace(who, code=by.code) if spoken_of else who


def as_of_its_group(who: Who | None, act: Act, cast: Cast) -> Who | None:
    """ "A commander of the front fell and 60 fighters were seized": those of the only group told.

    So they are where a state fights or arrests them; who attacks may be anybody.
    """
    if who is None or who.code != "UNK.REB":
        return who
    state = act.initiator is not None and act.initiator.sector in _STATE
    if not (state or act.kind.startswith(_BY_A_STATE)):
        return who
    head = cast.doc[who.head]
    if any(c.lower_ in _STRANGERS for c in head.children):
        return who
    named = (cast.named(t) for t in head.sent)
    groups = {name.code for name in named if name is not None and name.code.split(".")[1:2] == _REB}
    by = act.initiator.code if act.initiator is not None else None
    return replace(who, code=groups.pop()) if len(groups) == 1 and by not in groups else who
