"""To whom attacks are laid that were told without a hand: to who is said to be behind them.

Only armed groups that bear a name, and only what nobody else is known to have done; strikes from
the air, which hardly a group can fly, also to the state that is blamed for them or owns up to them.
"""

from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import OF_STATE, Who
from escalation.coding.attacks.accident import is_blast
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import (
    VERBS,
    agents,
    governors,
    meant,
    patients,
    prepositional,
    spoken_of_before,
)
from escalation.coding.sentence.once import vocabulary
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.claims import is_of_others
from escalation.coding.sides.force import kind_by_hands
from escalation.coding.status.dated import is_earlier
from escalation.coding.status.mood import mood_of
from escalation.coding.status.operators import SAY
from escalation.coding.story.act import Act

_ALL = word_set("both all two three four five six several the these those twin")
_TOLD = _ALL | {"that", "this"}
_COUNTS = {"two": 2, "three": 3, "four": 4}
_CLAIMS = word_set("for claim claims claimed claiming")
_DOUBTED = word_set(
    "deny reject dispute doubt question dismiss investigate ask whether refuse decline avoid"
    " refrain hesitate"
)
_BEHIND = word_set("responsible behind blame")
_ON_WHOM = {"blame": ("on",), "pin": ("on",), "attribute": ("to",), "ascribe": ("to",)}
_CHARGES = word_set("accuse suspect")
_BOMBS = word_set("bomb device ied explosive mine landmine charge")
_DOES = word_set(
    "plant detonate do carry stage conduct mount launch commit perpetrate orchestrate plan"
)
_FIRES = word_set("fire launch shoot drop lob carry conduct")
_OWNS_UP = word_set("admit acknowledge confess concede confirm")
_CULPRITS = word_set(
    "attacker attackers assailant assailants perpetrator perpetrators shooter killer"
)
_THE_MEN = frozenset(
    {"the men", "the man", "the pair", "the youths", "the woman", "the women", "the group"}
)
_LOSSES = word_set("casualty loss fatality")
_TELLING = (
    _BEHIND
    | _ON_WHOM.keys()
    | _CHARGES
    | _DOES
    | _OWNS_UP
    | word_set("work suffer suspicion finger")
)
_FROM_AFAR = ("force.airstrike", "force.drone", "force.shelling")
_BY_A_STATE = ("force", "coerce.arrest", "coerce.execution", "concede.release")
_STRANGERS = word_set("unknown unidentified masked other another rival foreign lone")
_REB = ["REB"]


def claims_several(sentence: Span) -> bool:
    """ "For both attacks", "claimed the bombings": not the last that was told alone."""
    for token in sentence:
        if token.dep_ not in ("pobj", "dobj") or token.head.lower_ not in _CLAIMS:
            continue
        many = token.tag_ == "NNS" and any(c.lower_ in _ALL for c in token.children)
        if token.lower_ == "both" or (many and noun_kind(token)):
            return True
    return False


def claims_the_first(sentence: Span) -> int | None:
    """How many of what was told are claimed: "for the first two attacks", "the first bombing"."""
    for token in sentence:
        if token.lower_ != "first" or token.nbor(-1).lower_ != "the":
            continue
        noun = token.head if token.dep_ in ("amod", "advmod", "nummod") else token
        counted = [t.lower_ for t in noun.sent if t.i == token.i + 1]
        if noun.dep_ in ("pobj", "dobj") and noun.head.lower_ in _CLAIMS:
            return _COUNTS.get(counted[0], 1) if counted else 1
    return None


def laid_to(sentence: Span, cast: Cast) -> Who | None:
    """The armed group, or the state, that a sentence says was behind what was told; else None.

    "The front is believed to be behind the attack", "officials blamed the front", "said that its
    men had done it", "Rome admitted to firing the missile".
    """
    if _TELLING.isdisjoint(vocabulary(sentence)):
        return None
    for token in sentence:
        doers = _laid_on(token) if token.lemma_.lower() in _TELLING else []
        if not doers or _in_doubt(token):
            continue
        found = [w for t in doers if (w := cast.actor(t)) is not None and w.country != "UNK"]
        if found:
            return found[0]
    return None


def _laid_on(token: Token) -> list[Token]:
    """Who is said by a word to have done what was told."""
    lemma = token.lemma_.lower()
    if token.lower_ in _BEHIND and token.pos_ != "NOUN" and (doers := _said_to_be_behind(token)):
        return doers
    if lemma in _ON_WHOM and (doers := prepositional(token, *_ON_WHOM[lemma])):
        return doers if all(map(_is_what_was_told, patients(token))) else []
    if lemma == "blame" and token.pos_ == "VERB":
        accused = patients(token)
        of = [t for part in (token, *accused) for t in prepositional(part, "for")]
        return accused if all(map(_is_what_was_told, of)) else []
    if lemma in _CHARGES and token.pos_ == "VERB":
        return _charged_with_it(token)
    if lemma == "work" and token.dep_ == "attr":
        told = [t for t in agents(token.head) if t.i != token.i]
        return prepositional(token, "of") if told and all(map(_is_what_was_told, told)) else []
    if lemma == "suffer" and any(c.lower_ == "also" for c in token.children):
        lost = any(t.lemma_.lower() in _LOSSES for t in patients(token))
        return agents(token) if lost else []  # those who attacked, where the attacked are told
    if (lemma, token.head.lemma_) in (("suspicion", "fall"), ("finger", "point")):
        return prepositional(token.head, "on", "at")
    done = patients(token) if lemma in _DOES else []
    if any(t.lower_ in ("it", "this") or _the_bomb(t, lemma) for t in done):
        return agents(token) if any(v.lemma_ in SAY for v in governors(token)) else []
    return agents(token) if lemma in _OWNS_UP and _owns_up(token) else []


def _the_bomb(noun: Token, verb: str) -> bool:
    """ "Had planted the device": of which was told."""
    laid = verb in ("plant", "detonate") and noun.lemma_.lower() in _BOMBS
    return laid and spoken_of_before(noun)


def _said_to_be_behind(token: Token) -> list[Token]:
    """ "Is behind the attack", "is to blame", "holds them responsible for it"."""
    verb = token.head
    held = token.lower_ == "responsible" and verb.lemma_ == "hold"
    said = token.lower_ == "responsible" or (token.lower_ == "behind" and token.dep_ == "prep")
    said = said or (token.lower_ == "blame" and token.dep_ == "xcomp")
    of = prepositional(token, "for") or [c for c in token.children if c.dep_ == "pobj"]
    if not said or not (held or verb.lemma_ == "be") or not all(map(_is_what_was_told, of)):
        return []
    if held:
        return patients(verb) or agents(token)
    return agents(verb) or [t for v in governors(verb) for t in patients(v)]


def _charged_with_it(verb: Token) -> list[Token]:
    """ "Suspects the front", "accuses it of the attack", "of being behind it", "of planning it"."""
    accused = patients(verb)
    of = [p for part in (verb, *accused) for p in part.children if p.lower_ == "of"]
    for clause in (c for p in of for c in p.children):
        if clause.dep_ == "pobj":
            return accused if _is_what_was_told(clause) else []
        did = [*patients(clause), *prepositional(clause, "behind")]
        known = clause.lemma_.lower() in _DOES | {"plant", "be"}
        return accused if known and did and all(map(_is_what_was_told, did)) else []
    clauses = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    return accused if verb.lemma_ == "suspect" and not (of or clauses) else []


def _owns_up(verb: Token) -> bool:
    """ "Admitted that it had fired it", "admits to firing a missile", "acknowledged the strike"."""
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    clauses += [c for p in verb.children if p.lower_ == "to" for c in p.children]
    fired = any(
        c.lemma_.lower() in _FIRES and (agents(c) or c.tag_ == "VBG") and patients(c)
        for c in clauses
    )
    known = (c for c in verb.children if c.dep_ == "dobj" and spoken_of_before(c))
    by_name = verb.lemma_ != "confirm" and any(map(noun_kind, known))
    return fired or by_name


def _in_doubt(token: Token) -> bool:
    """Is it denied, asked or only possible that somebody was behind it?"""
    verb = token if token.pos_ in VERBS else token.head
    mood = mood_of(verb)
    above = {t.lemma_ for t in (verb, *governors(verb))}
    return bool(mood.negated or mood.modal or above & _DOUBTED)


def _is_what_was_told(noun: Token) -> bool:
    """ "For the attack", "behind it"; "a surge in violence" is more than what was told."""
    if is_of_others(noun) or is_earlier(noun):
        return False
    if (deed := meant(noun)) is not noun:  # "the killings in Exford, for which it blames ..."
        return not any(c.dep_ == "prep" for c in deed.children)
    told = noun.pos_ == "PRON" or any(c.lower_ in _TOLD for c in noun.children)
    return told or bool(noun_kind(noun))


def _strikes_laid(sentence: Span | None) -> str | None:
    """ "Accuses Rome of air strikes": of what kind is that which came from afar, if it is told."""
    kinds = (noun_kind(token) for token in sentence or () if token.pos_ == "NOUN")
    return next((kind for kind in kinds if kind in _FROM_AFAR), None)


def lay_on(
    act: Act, by: Who, rule: str, land: str | None = None, sentence: Span | None = None
) -> None:
    """Make somebody the hand of an attack that has none yet; ``land`` is where it was.

    A state's hand is taken for known only in what came over a border from afar, as also a blast
    that was told without more and that ``sentence`` calls an air strike.
    """
    known = act.initiator is not None and act.initiator.country != "UNK"
    own = act.target is not None and act.target.code == by.code
    if not act.is_violent or act.status != "happened" or known or own:
        return
    if by.sector != "REB":
        at = land or (act.target.country if act.target is not None else None)
        kind = (_strikes_laid(sentence) if is_blast(act.tokens) else None) or act.kind
        if by.sector not in (None, "GOV", "MIL") or kind not in _FROM_AFAR or at == by.country:
            return
        act.kind = kind
        by = replace(by, code=f"{by.country}.MIL")
    act.initiator = by
    act.kind = kind_by_hands(act)
    act.rule += rule


def clear(act: Act, denier: Who | None) -> None:
    """ "The front denied any role": what others laid to it has no known hand."""
    hand = act.initiator if act.rule.endswith("+laid") else None
    if (
        hand is not None
        and denier is not None
        and denier.code == hand.code
        and hand.sector == "REB"
    ):
        act.initiator = None


def as_attackers(who: Who | None, last: Act | None) -> Who | None:
    """ "The attackers demand ...": those of the group whose attack the document told before."""
    by = last.initiator if last is not None else None
    if who is None or by is None or by.country == "UNK":
        return who
    spoken_of = who.code == "UNK.REB" and who.name.lower().startswith("the ")
    if by.sector != "REB":  # "a driver rammed a crowd. The attacker then ..."
        spoken_of = spoken_of and by.sector in ("CVL", "OPP", "CRM") and _is_culprit(who)
    return replace(who, code=by.code) if spoken_of else who


def as_the_men(act: Act, last: Act | None) -> Who | None:
    """ "Gunmen stopped a bus. The men shot the passengers": those who had stopped it."""
    who, by = act.initiator, last.initiator if last is not None else None
    if who is None or by is None or by.sector not in ("REB", "CRM") or who.sector != "CVL":
        return who
    return replace(who, code=by.code, role=by.role) if who.name.lower() in _THE_MEN else who


def _is_culprit(who: Who) -> bool:
    return not _CULPRITS.isdisjoint(who.name.lower().split())


def as_of_its_group(who: Who | None, act: Act, cast: Cast) -> Who | None:
    """ "A commander of the front fell and 60 fighters were seized": those of the only group told.

    So they are where a state fights or arrests them; who attacks may be anybody.
    """
    if who is None or who.code != "UNK.REB":
        return who
    state = act.initiator is not None and act.initiator.sector in OF_STATE
    if not (state or act.kind.startswith(_BY_A_STATE)):
        return who
    head = cast.doc[who.head]
    if any(c.lower_ in _STRANGERS for c in head.children):
        return who
    named = (cast.named(t) for t in head.sent)
    told = [name for name in named if name is not None and name.code.split(".")[1:2] == _REB]
    groups = {name.code: cast.text[name.start : name.end] for name in told}
    by = act.initiator.code if act.initiator is not None else None
    if len(groups) != 1 or by in groups:
        return who
    code, words = groups.popitem()
    return replace(who, code=code, name=who.name or words)
