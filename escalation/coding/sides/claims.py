"""Who claims an attack, and which: "the TTP claimed responsibility for a bombing in Bannu"."""

import itertools

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.allegiance import OFFSHOOTS, is_outfit
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind, violent_words
from escalation.coding.sentence.clause import (
    VERBS,
    agents,
    governors,
    meant,
    patients,
    prepositional,
)
from escalation.coding.sentence.once import text_of, vocabulary
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import mood_of
from escalation.coding.story.act import Act

_OTHERS = word_set("recent previous earlier past other several many numerous similar various")
_OWNS_UP = word_set("claim admit acknowledge")
_CLAIMING = word_set("claim responsible responsibility credit")


def claim_of(sentence: Span, cast: Cast) -> Who | None:
    """The actor who claims responsibility in a sentence; None where nobody does."""
    if _CLAIMING.isdisjoint(vocabulary(sentence)):
        return None
    for token in sentence:
        if _of_what_was_told(token):
            found = [w for t in agents(token.head) if (w := cast.who(t)) is not None]
            return next((w for w in found if w.sector == "REB"), None)
        owns = token.lower_ == "responsible" and token.head.lemma_ == "be"
        if not owns and token.lemma_.lower() not in ("responsibility", "credit"):
            continue
        verb = token.head.head if owns else token.head  # "claims to be responsible"
        if owns and verb.lemma_.lower() not in _OWNS_UP:
            continue
        if any(is_of_others(attack) for attack in prepositional(token, "for", "of")):
            continue
        if _at_large(verb):
            continue
        if (misread := _misread(token, cast)) is not None:
            return misread
        if not owns and verb.lemma_.lower() not in ("claim", "take", "accept", "assume", "admit"):
            continue
        mood = mood_of(verb)
        if mood.negated or mood.operator is not None:
            return None
        by = prepositional(verb, "by")
        tokens = [*(by or agents(verb)), *_preceding(verb)]
        found = [w for t in tokens if (w := cast.who(t)) is not None]
        by_name = [w for w in found if w.country != "UNK"]  # "the separatist Example Front"
        by_name = _offshoots(by_name, sentence, verb) or by_name
        return next(iter(by_name or found), None) or _nameless(by or agents(verb))
    return None


def _at_large(verb: Token) -> bool:
    """ "Bans groups that claim responsibility for attacks": any of them, of any attack."""
    group = verb.head
    return verb.dep_ == "relcl" and verb.tag_ == "VBP" and group.tag_ == "NNS"


def _nameless(claimers: list[Token]) -> Who | None:
    """ "A group calling itself the Lions claimed responsibility": of a name that no list knows."""
    groups = (t for t in claimers if is_outfit(t))
    return next((Who("UNK.REB", t.text, t.idx, t.idx + len(t), t.i, "REB") for t in groups), None)


def _of_what_was_told(noun: Token) -> bool:
    """ "The front claimed the attack", "claims both bombings": no more than who did it.

    So too "an attack which the front later claimed".
    """
    if noun.tag_ == "WDT" and noun.dep_ == "dobj" and noun.head.lemma_ == "claim":
        thing = meant(noun)  # by the parse often what was attacked, or where
        told = itertools.takewhile(lambda t: t.pos_ not in VERBS, (thing, *governors(thing)))
        return any(map(noun_kind, told)) and mood_of(noun.head).real
    claimed = noun.dep_ == "dobj" and noun.head.lemma_ == "claim"
    if claimed and noun.lower_ == "it":
        return mood_of(noun.head).real
    claimed = claimed and bool(noun_kind(noun))
    said = [c for c in noun.children if c.dep_ != "punct"]
    bare = len(said) == 1 and said[0].lower_ in ("the", "both", "this", "these")
    return claimed and bare and mood_of(noun.head).real


def _offshoots(named: list[Who], sentence: Span, verb: Token) -> list[Who]:
    """ "The Example Front splinter group Lions": the Lions; but "Lions, a splinter group of it"."""
    words = (t for t in sentence if t.i < verb.i and t.lower_ in OFFSHOOTS)
    at = next((t.idx for t in words), None)
    if at is None or not named or named[0].start > at:
        return []
    after = [who for who in named if who.start > at and who.sector == "REB"]
    return [w for w in after if " of " not in text_of(verb.doc)[at : w.start] and w != named[0]]


def is_of_others(attack: Token) -> bool:
    """ "Which has claimed responsibility for recent attacks": not for the one that is told."""
    return any(c.lower_ in _OTHERS for c in attack.children) and attack.tag_ == "NNS"


def _preceding(verb: Token) -> list[Token]:
    first = max(verb.sent.start, verb.i - 5)
    return [verb.doc[i] for i in range(verb.i - 1, first - 1, -1)]


def _misread(noun: Token, cast: Cast) -> Who | None:
    """ "ISIL claims responsibility", where the parse takes "claims" for a noun."""
    before = noun.doc[noun.i - 1] if noun.i > 0 else None
    if before is None or before.lower_ not in ("claim", "claims") or before.dep_ == "ROOT":
        return None
    earlier = (noun.doc[i] for i in range(before.i - 1, max(-1, before.i - 6), -1))
    return next((who for t in earlier if (who := cast.who(t)) is not None), None)


def _only_things(aimed: list[Token], cast: Cast) -> bool:
    """ "A grenade attack on a vehicle": whose it was is not told by this."""
    found = [who for t in aimed if (who := cast.who(t)) is not None]
    return bool(found) and all(who.role == "SITE" and who.sector == "CVL" for who in found)


def _answered_for(deed: Token) -> bool:
    """ "Responsibility for a raid", and, as some write, "responsibility of a raid"."""
    link = deed.head
    of_it = link.lower_ == "of" and link.head.lower_ == "responsibility"
    return of_it or link.lower_ == "for"


def claimed_act(sentence: Span, claimer: Who, cast: Cast) -> Act | None:
    """The attack that is told only in its claim; None where the claim names none."""
    deeds = {word.token.i: word.kind for word in violent_words(sentence) if word.is_verb}
    for token in sentence:
        if token.dep_ == "pcomp" and token.head.lower_ == "for" and token.i in deeds:
            hit = (w for t in patients(token) if (w := cast.who(t)) is not None)
            target = next((w for w in hit if w.code != claimer.code), None)  # "shooting it down"
            done = "attack" if deeds[token.i] == "harm" else deeds[token.i]
            return Act(
                done, token, claimer, target, "happened", "claim", 0.8, mood_of(token), [token]
            )
        kind = "attack" if token.lemma_.lower() == "death" else noun_kind(token)
        if kind is None or token.dep_ != "pobj" or not _answered_for(token):
            continue
        aimed = prepositional(token, "on", "against", "at", "of")
        hurt = [t for i in deeds for t in patients(sentence.doc[i])]
        both = [*hurt, *aimed] if _only_things(aimed, cast) else aimed
        target = next((w for t in both if (w := cast.who(t)) is not None), None)
        return Act(
            kind, token, claimer, target, "happened", "claim", 0.8,
            mood_of(token), [token],
        )  # fmt: skip
    return None


def is_by_an_army(act: Act, claimer: Who) -> bool:
    """ "Troops raided a hideout. The front claimed an ambush on them": no raid of the front's."""
    own = act.initiator is not None and act.initiator.is_force
    return own and act.kind in ("force.raid", "force.operation") and claimer.sector == "REB"
