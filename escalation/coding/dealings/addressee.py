"""Whom words are spoken to: who is urged or accused comes before whoever is named further on."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import POLITICAL, Who
from escalation.coding.dealings.grievance import itself
from escalation.coding.dealings.upon import is_asked_for, who_asked
from escalation.coding.sentence.clause import patients, prepositional
from escalation.coding.sentence.complement import clause_subjects
from escalation.coding.sentence.phrases import word_set

_TO_ONE = ("demand", "accuse")
_FOLLOWERS = word_set(
    "force fighter follower supporter member man men troop commander militant loyalist partisan"
    " militia guerrilla soldier comrade believer adherent cadre lieutenant deputy people"
)


def spoken_to(verb: Token, kind: str, initiator: Who | None, cast: Cast) -> Who | None:
    """ "Urged the ministry to talk with the rebels": the ministry, though no land is told."""
    if kind.startswith("concede"):
        return next((who for t in who_asked(verb) if (who := cast.actor(t)) is not None), None)
    if not kind.startswith(_TO_ONE):
        return None
    to = patients(verb) or (prepositional(verb, "on", "upon") if verb.lemma_ == "call" else [])
    to = to or (prepositional(verb, "to") if verb.lemma_ == "appeal" else [])
    if (
        kind.startswith("demand")
        and (people := _people([*to, *clause_subjects(verb)], cast)) is not None
    ):
        return people
    for token in to if any(map(_is_body, to)) else ():
        who = cast.actor(token)
        own = who is not None and initiator is not None and who.code in itself(initiator)
        own = own or (who is not None and is_asked_for(token, who))
        if who is not None and who.sector in POLITICAL and who.role != "SITE" and not own:
            return who
    return None


def to_his_own(verb: Token) -> bool:
    """ "Made a call to his forces", "urged its fighters to hold on": at nobody else."""
    things = patients(verb)
    to = [t for word in (verb, *things) for t in prepositional(word, "to", "on", "upon")]
    asked = (t for t in (*things, *to, *clause_subjects(verb)) if t.lemma_.lower() in _FOLLOWERS)
    return any(c.tag_ == "PRP$" for t in asked for c in t.children)


def _people(to: list[Token], cast: Cast) -> Who | None:
    """ "Urged Romans to leave": people of that land; "urged the Romans to" may be its state."""
    for token in to:
        name = cast.named(token)
        if name is None or any(c.lower_ == "the" for c in token.children):
            continue
        many = token.tag_ in ("NNS", "NNPS") and name.how == "demonym"
        if many or name.how == "people":
            return replace(cast.plain(token, "CVL"), role="CVL")
    return None


def _is_body(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and role_of(token) in POLITICAL
