"""The parties of an act that is not violent: who does it, with whom, to whom."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from escalation.coding.actors import Cast
from escalation.coding.clause import agents, coordinated, for_to, patients, prepositional
from escalation.coding.noun_phrase import whole_of
from escalation.coding.phrases import word_set
from escalation.coding.suspects import OF_PERSONS, held_by, suspect
from escalation.coding.violence import noun_kind
from escalation.coding.who import Who

_TOWARDS = (
    "against", "on", "upon", "with", "to", "from", "toward", "towards", "into", "at", "over",
    "between", "among", "of", "for", "about", "in", "by", "inside", "within", "near", "behind",
    "alongside", "outside",
)  # fmt: skip
_WITHIN = (
    "of", "by", "from", "with", "against", "to", "on", "between", "for", "in", "towards", "over",
    "inside", "within", "into",
)  # fmt: skip
_DEPTH = 4
_JOURNEYS = ("passage", "flight", "travel", "journey")
_POSTS = ("embassy", "consulate")  # one's own: what is done there is done to the host
_THERE = ("in", "at", "across", "through", "near", "around", "throughout")
_GIVEN = word_set(
    "release freedom extradition return handover recovery rescue reinstatement safety"
)
_CAUSES = word_set("support solidarity favour favor honour honor memory tribute defence defense")
_JAILS = ("prison", "jail", "custody", "detention")


def party(tokens: Iterable[Token], cast: Cast) -> Who | None:
    """The first of the tokens that is an actor, as one that acts."""
    return next((who for t in tokens if (who := cast.actor(t)) is not None), None)


def partners(
    anchor: Token, noun: Token | None, cast: Cast, *, mutual: bool, mediated: bool = False
) -> list[Who]:
    """Sides that an act names together: "A and B agree", "talks between A and B", "A's visit"."""
    found: list[Who] = []
    if mutual:
        sides = [w for t in _between(anchor) if (w := cast.actor(t)) is not None]
        if len({w.code for w in sides}) > 1:
            found += sides
        found += [w for t in agents(anchor) if cast.actor(t) for w in _each(t, cast)]
        for agent in agents(anchor):  # "officials of A and B"
            lands = [w for t in prepositional(agent, "of", "from") if (w := cast.actor(t))]
            found += lands if len({w.country for w in lands}) > 1 else []
    for word in (anchor, noun):
        if word is None:
            continue
        for token in _between(word) if mutual or mediated else ():
            if (who := cast.actor(token)) is not None:
                found.append(who)
    if noun is not None and not found:
        for child in noun.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod"):
                found += [w for t in coordinated(child) if (w := cast.actor(t)) is not None]
        for token in prepositional(noun, "by", "of"):
            if (who := cast.actor(token)) is not None:
                found.append(who)
    unique: dict[str, Who] = {}
    for who in found:
        unique.setdefault(who.code, who)
    return list(unique.values())


def _each(token: Token, cast: Cast) -> list[Who]:
    several = cast.each(token)
    if len(several) > 1:
        return several
    who = cast.actor(token)
    return [who] if who is not None else []


def _between(word: Token) -> Iterator[Token]:
    for token in word.subtree:
        if token.lower_ in ("between", "among") and token.dep_ == "prep":
            for inner in token.children:
                if inner.dep_ == "pobj":
                    yield from coordinated(inner)


def target_of(
    anchor: Token, noun: Token | None, kind: str, initiator: Who | None, cast: Cast
) -> Who | None:
    """The one an act is aimed at: the first actor in the verb's complement, named ones first."""
    if kind in OF_PERSONS and (held := held_by(anchor, noun)):
        of = next((who for t in held if (who := suspect(t, cast)) is not None), None)
        of = of or next((who for t in held if (who := _of_some_land(t, cast)) is not None), None)
        if of is not None or kind != "concede.release":  # assets are returned to somebody
            return of
    if kind.startswith("accuse") and initiator is not None:
        blamed = [who for t in patients(anchor) if (who := cast.actor(t)) is not None]
        if blamed and blamed[0].country == initiator.country and blamed[0].role != "SITE":
            # "criticizes his own army for its coats from Exland"
            return blamed[0] if blamed[0].code not in _own(initiator) else None
    if kind == "accuse.condemn" and (deeds := [t for t in patients(anchor) if noun_kind(t)]):
        return hand_of(deeds, initiator, cast) or _who_did(anchor, cast)
    found: list[tuple[int, Who]] = []
    for token in _candidates(anchor, noun, kind, 0):
        who = cast.actor(token)
        if who is None or (initiator is not None and who.code in _own(initiator)):
            continue
        if kind.startswith(("demand", "protest")) and _on_behalf(token):
            continue
        there = token.head.lower_ in _THERE and token.head.head.i == anchor.i
        if kind.startswith("protest") and there and cast.is_place(who):
            continue
        if token.dep_ == "pobj" and token.lemma_.lower() in _JAILS:
            continue  # "release from prison", "sentenced to ten years in jail"
        if kind.startswith("coerce") and token.head.lower_ == "in" and cast.is_place(who):
            continue  # "orders shops in Exland to close"
        if token.dep_ == "pobj" and token.head.head.lemma_ in _JOURNEYS and kind[:5] != "talks":
            continue  # "demand safe passage to Rome"
        own = initiator is not None and who.country == initiator.country
        if own and (who.role == "SITE" or token.lemma_.lower() in _POSTS or token.pos_ == "PRON"):
            continue
        found.append((3 if _whereabouts(token, kind, cast) else _strangeness(who, initiator), who))
    of_deed = None
    if kind == "accuse.condemn" and not found:
        of_deed = _who_did(anchor, cast)
    elif kind.startswith("threat") and not found:
        of_deed = hand_of([t for t in anchor.subtree if noun_kind(t)], initiator, cast)
    return min(found, key=lambda pair: pair[0], default=(0, of_deed))[1]


def _of_some_land(token: Token, cast: Cast) -> Who | None:
    """ "Twelve members of a Kenyan sect": nobody we know, but of Kenya."""
    whole = whole_of(token) or token
    who = cast.someone(whole)
    own = [t for t in whole.subtree if t.i < whole.i or t.head.lower_ == "of"]
    named = any(cast.named(t) is not None or t.tag_ == "PRP$" for t in own)
    return who if named and who is not None and who.country not in ("IGO", "NGO") else None


def _who_did(verb: Token, cast: Cast) -> Who | None:
    """ "After a raid by Rome, the king condemned the attack": whose attack it was."""
    if not any(noun_kind(t) and any(c.lower_ == "the" for c in t.children) for t in patients(verb)):
        return None
    deeds = (t for t in verb.sent if t.i < verb.i and noun_kind(t) is not None)
    return party((by for deed in deeds for by in prepositional(deed, "by")), cast)


def hand_of(deeds: Iterable[Token], initiator: Who | None, cast: Cast) -> Who | None:
    """ "Condemns the air strikes by Rome", "vows to answer Roman raids": whose deeds these are."""
    for deed in deeds:
        whose = [c for c in deed.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
        named = [c for c in whose if c.text[0].isupper()]
        for token in (*prepositional(deed, "by", "from"), *named):
            who = cast.actor(token)
            if who is not None and (initiator is None or who.code not in _own(initiator)):
                return who
    return None


def _on_behalf(token: Token) -> bool:
    """ "Demand the release of Rossi", "march in support of Rome": for them, not against them."""
    for word in (token, *token.ancestors):
        link = word.head
        if word.dep_ != "pobj" or link.lower_ not in ("of", "with", "for") or not link.i:
            continue
        before = link.nbor(-1).lemma_.lower()
        if before in _CAUSES or (before in _GIVEN and link.lower_ == "of"):
            return True
    return False


def _own(initiator: Who) -> tuple[str, str]:
    """The initiator itself and its country as a whole, which it does not act against."""
    return initiator.code, initiator.country


def _whereabouts(token: Token, kind: str, cast: Cast) -> bool:
    """ "The mosque in Islamabad": where it is, not whom it meets."""
    if token.head.lower_ == "from" and kind.startswith("sanction"):
        return False  # "recalled its envoy from Rome"
    if token.dep_ != "pobj" or token.head.lower_ not in ("in", "at", "near", "outside", "from"):
        return False
    name = cast.named(token)
    return name is not None and name.how == "capital"


def _strangeness(who: Who, initiator: Who | None) -> int:
    """Others' countries and groups before one's own people, and these before somebody."""
    if who.country == "UNK":
        return 2
    own = initiator is not None and who.country == initiator.country
    return 1 if own and who.country not in ("IGO", "NGO") else 0


def _candidates(verb: Token, noun: Token | None, kind: str, depth: int) -> Iterator[Token]:
    if depth > _DEPTH:
        return
    objects = patients(verb)
    yield from objects
    if verb.lemma_ in ("remain", "stay", "be"):  # "trade with X remains suspended"
        objects = [c for c in verb.children if c.dep_ == "nsubj"]
    if kind.startswith(("demand", "accuse")):
        yield from _clause_subjects(verb)
    if noun is not None:
        yield from prepositional(noun, *_TOWARDS)
    near = prepositional(verb, *_TOWARDS)
    if kind == "support.diplomatic":  # "named him as envoy to Rome"
        near += prepositional(verb, "as")
    near += [t for thing in objects + near for t in _inside(thing, 0)]
    late = prepositional(verb, "to") if kind.startswith("accuse") else []
    yield from sorted(near, key=lambda t: (t in late, t.i))
    if noun is not None:
        yield from _inside(noun, 0)
    for subject in _clause_subjects(verb):
        yield subject
        if kind.startswith("accuse"):  # "alleges that Exland media reports were made up"
            yield from _inside(subject, 0)
            parts = (t for c in subject.children if c.dep_ == "compound" for t in c.children)
            yield from (t for t in parts if t.text[0].isupper())
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "pcomp"):
            yield from _candidates(child, None, kind, depth + 1)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    yield from _candidates(inner, None, kind, depth + 1)
        elif child.dep_ == "advcl" and child.tag_ in ("VBG", "VB") and depth == 0:
            yield from _candidates(child, None, kind, depth + 2)
    for child in verb.children:  # the one on whom it hangs: "if Rome agrees"
        marks = {m.lower_ for m in child.children if m.dep_ == "mark"}
        if child.dep_ == "advcl" and depth == 0 and marks & {"if", "unless"}:
            yield from (t for t in child.children if t.dep_ in ("nsubj", "nsubjpass"))


def _clause_subjects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "advcl" and for_to(child)):
            for inner in child.children:
                if inner.dep_ in ("nsubj", "nsubjpass"):
                    yield from coordinated(inner)


def _inside(thing: Token, depth: int) -> Iterator[Token]:
    """Actors within a phrase that is no actor: "the army's plan", "calls by Rome"."""
    if depth > _DEPTH:
        return
    for child in thing.children:
        if child.dep_ == "poss" or (
            child.dep_ in ("amod", "compound", "nmod") and child.text[0].isupper()
        ):
            yield from coordinated(child)
    for token in prepositional(thing, *_WITHIN):
        yield token
        yield from _inside(token, depth + 1)
    for child in thing.children:
        if child.dep_ in ("acl", "relcl"):
            yield from (t for t in patients(child) if t.i != thing.i)
            yield from _clause_subjects(child)
            yield from prepositional(child, *_TOWARDS)
