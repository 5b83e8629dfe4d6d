"""Whom an arrest, a charge or a release is of: its object, and nobody whom it names besides.

"Arrested five men over a bombing in Turkey" is no act against Turkey; "arrested five men with ties
to a group" is one against the group.
"""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.noun_phrase import whole_of
from escalation.coding.sentence.phrases import word_set

OF_PERSONS = ("coerce.arrest", "coerce.execution", "accuse.charge", "concede.release")
_CULPRITS = word_set("suspect accomplice culprit perpetrator mastermind ringleader fugitive")
_SENTENCES = word_set("sentence term")
_UPON = ("to", "against", "on", "upon", "for", "of")
_FREEDOM = word_set("release bail freedom acquittal conviction detention imprisonment custody")
_TIES = word_set(
    "tie link connection affiliation affiliate allegiance associate associated linked affiliated"
    " tied connected involve involved involvement belong belonging member membership aide recruiter"
    " loyal loyalty cell network sympathizer sympathiser"
)
_PAPERS = word_set("charge case indictment complaint suit lawsuit warrant chargesheet")
# What may stand between people and their ties: "accused of being members of", "who has links to".
_BETWEEN = word_set("accuse suspect charge allege believe say think be have serve act work")


def held_by(anchor: Token, noun: Token | None) -> list[Token]:
    """Those whom a verb takes, or of whom its event noun tells: "the arrest of two men"."""
    if noun is not None:
        return prepositional(noun, "of")
    if anchor.lemma_ == "let":  # "let go (of) nine men", "let them go"
        gone = [c for c in anchor.children if c.dep_ in ("ccomp", "xcomp") and c.lemma_ == "go"]
        return [t for go in gone for t in prepositional(go, "of") or patients(go) or agents(go)]
    held = [t for t in patients(anchor) if t.lemma_.lower() not in _SENTENCES]
    if len(held) < len(patients(anchor)):  # "gave him a life sentence", "a sentence to a poet"
        given = (anchor, *(t for t in patients(anchor) if t.lemma_.lower() in _SENTENCES))
        return held or [t for word in given for t in prepositional(word, *_UPON)]
    free = [t for t in held if t.lemma_.lower() in _FREEDOM]
    if of := [t for one in free for t in prepositional(one, "of", "for", "to")]:
        return of  # "bars the release of two men"
    papers = [t for t in held if t.lemma_.lower() in _PAPERS]
    return [t for paper in papers for t in prepositional(paper, "against", "for")] or held


def suspect(token: Token, cast: Cast) -> Who | None:
    """Who a suspect is, as one of the armed group that he is said to have ties to."""
    who = cast.actor(token)
    if who is None and (token.lemma_.lower() in _CULPRITS or _full_name(token, cast)):
        who = cast.someone(token)
    if who is not None and who.code not in ("UNK.REB", f"{who.country}.CVL"):
        return who
    group = _group(token, cast)
    if group is None:
        return who
    named = who if who is not None else group
    return replace(named, code=group.code, head=token.i)


def _full_name(token: Token, cast: Cast) -> bool:
    """ "Arrested Tomas Rilke": a person, of whom nothing is told."""
    first = [c for c in token.children if c.dep_ == "compound" and c.tag_ == "NNP"]
    ground = any(cast.land(t) is not None for t in (token, *first))
    return token.tag_ == "NNP" and bool(first) and not ground


def _group(person: Token, cast: Cast) -> Who | None:
    for tie in person.subtree:
        if tie.lemma_.lower() not in _TIES or not _of(tie, person):
            continue
        for token in tie.subtree:
            who = cast.who(token)
            if who is not None and who.sector == "REB" and who.country != "UNK":
                return who
    return None


def _of(tie: Token, person: Token) -> bool:
    """Is it the person's own tie: not "accused of killing members of the group"?"""
    while tie.head.i != person.i:
        tie = tie.head
        word = tie.lemma_.lower()
        if tie.pos_ not in ("ADP", "SCONJ") and word not in _TIES | _BETWEEN:
            return False
    return True


def who_is_held(held: list[Token], cast: Cast) -> Who | None:
    """Who is held or freed, and of which land: "two hostages, a Kenyan and ..."."""
    of = next((who for t in held if (who := suspect(t, cast)) is not None), None)
    if of is not None and of.country != "UNK":
        return of
    named = [c for t in held for c in t.children if c.dep_ == "appos"]
    known = (who for t in (*held, *named) if (who := _of_some_land(t, cast)) is not None)
    land = next(known, None)
    sector = of.sector if of is not None else None
    return replace(land, code=f"{land.country}.{sector}") if land and sector else land or of


def _of_some_land(token: Token, cast: Cast) -> Who | None:
    """ "Twelve members of a Kenyan sect": nobody we know, but of Kenya."""
    whole = whole_of(token) or token
    who = cast.someone(whole)
    own = [t for t in whole.subtree if t.i < whole.i or t.head.lower_ == "of"]
    named = any(cast.named(t) is not None or t.tag_ == "PRP$" for t in own)
    return who if named and who is not None and who.country not in ("IGO", "NGO") else None
