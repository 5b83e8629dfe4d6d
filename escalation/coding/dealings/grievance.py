"""Whose deed an act of word answers, and for whom it is done, who is not its target."""

from collections.abc import Iterable

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.upon import ASKED
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set

_GIVEN = word_set(
    "release freedom extradition return handover recovery rescue reinstatement safety"
)
_ASKS = word_set("request seek demand want need")
_PARTAKES = word_set("take participate join conduct launch carry commit stage mount")
_DUE = word_set("right life dignity protection interest future")
_HELD = word_set("hold jail imprison detain capture seize arrest abduct kidnap keep take")
_FROM = word_set("extradition handover return repatriation")
_FELT = word_set("outrage concern anger dismay alarm indignation disappointment shock regret fury")
_OF_STATES = word_set(
    "arrest detention jailing imprisonment sentencing conviction trial expulsion deportation"
    " persecution treatment crackdown banning prosecution hanging closure repression"
)
_WRONGS = _OF_STATES | word_set(
    "disappearance killing murder assassination abduction kidnapping rape beating torture shooting"
    " lynching harassment eviction displacement deaths death"
)
_BEFALLS = word_set(
    "violence bloodshed bloodletting carnage fighting suffering strife unrest plight warfare"
    " turmoil misery famine conflict war"
)
_RESISTS = word_set("resist repel repulse fight withstand oppose counter thwart defeat")
_CAUSES = word_set("support solidarity favour favor honour honor memory tribute defence defense")


def itself(initiator: Who) -> tuple[str, str]:
    """The initiator itself and its country as a whole, which it does not act against."""
    return initiator.code, initiator.country


def hand_of(deeds: Iterable[Token], initiator: Who | None, cast: Cast) -> Who | None:
    """ "Condemns the air strikes by Rome", "vows to answer Roman raids": whose deeds these are."""
    for deed in deeds:
        whose = [c for c in deed.children if c.dep_ in QUALIFIERS]
        named = [c for c in whose if c.text[0].isupper()]
        of = prepositional(deed, "of") if prepositional(deed, "on", "against", "at") else []
        for token in (*prepositional(deed, "by", "from"), *of, *named):
            who = cast.actor(token)
            if who is not None and (initiator is None or who.code not in itself(initiator)):
                return who
        if (who := _took_part(deed, initiator, cast)) is not None:
            return who
        within = [t for t in prepositional(deed, "in", "during") if noun_kind(t)]
        if within and (who := hand_of(within, initiator, cast)) is not None:
            return who  # "the killing of a general in a Roman strike"
    return None


def _took_part(deed: Token, initiator: Who | None, cast: Cast) -> Who | None:
    """ "Condemns a raid in which Roman troops took part": theirs, as far as is told."""
    clauses = (c for c in deed.children if c.dep_ == "relcl" and c.lemma_ in _PARTAKES)
    others = (who for clause in clauses for t in agents(clause) if (who := cast.actor(t)))
    return next((w for w in others if not initiator or w.code not in itself(initiator)), None)


def deeds_condemned(verb: Token) -> list[Token]:
    """What is condemned, or what outrage is voiced over: attacks, and what a state does.

    So too what befalls people: "laments the violence in Rome and Bern" is at neither.
    """
    things = patients(verb)
    felt = [t for t in things if t.lemma_.lower() in _FELT]
    over = [verb, *felt] if felt else []
    things = things + [t for thing in over for t in prepositional(thing, "at", "over", "about")]
    deeds = _OF_STATES | _BEFALLS
    return [t for t in things if noun_kind(t) or t.lemma_.lower() in deeds]


def resisted(verb: Token, initiator: Who | None, cast: Cast) -> Who | None:
    """ "Vows to resist an assault of the rebels on the port": the rebels."""
    verbs = (c for c in (verb, *verb.children) if c.lemma_.lower() in _RESISTS)
    return hand_of((t for c in verbs for t in patients(c) if noun_kind(t)), initiator, cast)


def blamed_by(verb: Token) -> list[Token]:
    """ "Condemned the shelling by Roman troops", by the parse the verb's: whose deed it is."""
    return [] if passive(verb) else prepositional(verb, "by")


def state_of(deeds: Iterable[Token], cast: Cast) -> Who | None:
    """ "Condemns the arrest of judges in Rome": a state's deed, there."""
    done = [t for t in deeds if t.lemma_.lower() in _OF_STATES]
    near = [t for deed in done for t in (deed, *prepositional(deed, "of"))]
    places = (t for one in near for t in prepositional(one, "in"))
    land = next((t for t in places if cast.land(t) is not None), None)
    who = cast.actor(land) if land is not None else None
    return cast.state(who) if who is not None else None


def who_did(verb: Token, cast: Cast) -> Who | None:
    """ "After a raid by Rome, the king condemned the attack": whose attack it was."""
    if not any(noun_kind(t) and any(c.lower_ == "the" for c in t.children) for t in patients(verb)):
        return None
    deeds = (t for t in verb.sent if t.i < verb.i and noun_kind(t) is not None)
    by = (cast.actor(t) for deed in deeds for t in prepositional(deed, "by"))
    return next((who for who in by if who is not None), None)


def keeper(verb: Token, cast: Cast) -> Who | None:
    """Who has what is demanded: "release of men held by Rome", "his extradition from Rome"."""
    for token in verb.subtree:
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_.lower() in _HELD:
            jails = prepositional(token, "in", "at")
            inside = [c for t in jails for c in t.children if c.dep_ in QUALIFIERS]
            keepers = [*prepositional(token, "by"), *inside]
        elif token.lemma_.lower() in _FROM:
            given = [token, *prepositional(token, "of")]
            keepers = [t for word in given for t in prepositional(word, "from")]
        else:
            continue
        who = next((w for t in keepers if (w := cast.actor(t)) is not None), None)
        if who is not None:
            return who
    return None


def complained_of(verb: Token, cast: Cast) -> Who | None:
    """ "Complains to the council against Rome", "of Roman raids": not the one it complains to."""
    against = [t for thing in verb.subtree for t in prepositional(thing, "against")]
    about = [t for thing in (verb, *patients(verb)) for t in prepositional(thing, "about", "over")]
    about += [t for t in verb.subtree if t.head.lower_ == "of" and noun_kind(t)]
    who = next((w for t in against if (w := cast.actor(t)) is not None), None)
    return who or hand_of(about, None, cast)


def is_wronged(token: Token) -> bool:
    """ "March against the arrest of a judge", "the killing of Romans": for them."""
    of = token.head
    return token.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in _WRONGS


def on_behalf(token: Token) -> bool:
    """ "Demand the release of Rossi", "march in support of Rome": for them, not against them."""
    whole = token
    # "the killers of its guards", "victims of floods in Exland"
    while whole.dep_ == "pobj" and whole.head.lower_ in ("of", "in", "at", "across"):
        whole = whole.head.head
    link = whole.head
    if whole.dep_ == "pobj" and link.lower_ == "for" and link.head.pos_ == "NOUN":
        spoken_at = link.head.lemma_.lower() in ASKED and any(
            c.tag_ == "VB" for c in token.children
        )
        return not spoken_at  # "ask for aid for victims", "demand a trial for the killers"
    if whole.dep_ == "pobj" and link.lower_ == "for" and link.head.lemma_.lower() in _ASKS:
        return any(c.dep_ == "dobj" and c.i < link.i for c in link.head.children)
    for word in (token, *token.ancestors):
        link = word.head
        if word.dep_ == "poss" and link.lemma_.lower() in _GIVEN | _DUE:
            return True  # "calling for Rossi's release", "to protect women's rights"
        if word.dep_ != "pobj" or link.lower_ not in ("of", "with", "for") or not link.i:
            continue
        before = link.nbor(-1).lemma_.lower()
        if before in _CAUSES or (before in _GIVEN and link.lower_ == "of"):
            return True
    return False
