"""The parties of an act that is not violent: who does it, and to whom."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.addressee import spoken_to
from escalation.coding.dealings.cautions import PROVOKES
from escalation.coding.dealings.grievance import (
    blamed_by,
    complained_of,
    deeds_condemned,
    hand_of,
    itself,
    keeper,
    resisted,
    state_of,
    who_did,
)
from escalation.coding.dealings.no_side import (
    is_everybody,
    is_own,
    is_whereabouts,
    is_written,
    names_no_side,
    strangeness,
    whole_side,
    with_whom,
)
from escalation.coding.dealings.reaction import answered
from escalation.coding.dealings.suspects import OF_PERSONS, held_by, who_is_held
from escalation.coding.dealings.upon import (
    ASKED,
    dispersed,
    handed_to,
    marched_against,
    upon_people,
)
from escalation.coding.places.crossings import beyond
from escalation.coding.sentence.clause import agents, coordinated, patients, prepositional
from escalation.coding.sentence.complement import clause_subjects
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.status.operators import SAY

_TOWARDS = (
    "against", "on", "upon", "with", "to", "from", "toward", "towards", "into", "at", "over",
    "between", "among", "of", "for", "about", "in", "by", "inside", "within", "near", "behind",
    "alongside", "outside", "along", "opposite", "out",
)  # fmt: skip
_WITHIN = (
    "of", "by", "from", "with", "against", "to", "on", "between", "for", "in", "towards", "over",
    "inside", "within", "into", "along", "opposite",
)  # fmt: skip
_DEPTH = 4
_INFORMS = frozenset({"tell", "inform", "remind", "notify"})
_DEEDS = frozenset({"it", "them", "this", "that", "these"})
_SAID = ("accuse", "demand", "threat", "reject")


def party(tokens: Iterable[Token], cast: Cast) -> Who | None:
    """The first of the tokens that is an actor, as one that acts."""
    return next((who for t in tokens if (who := cast.actor(t)) is not None), None)


def target_of(
    anchor: Token, noun: Token | None, kind: str, initiator: Who | None, cast: Cast
) -> Who | None:
    """The one an act is aimed at: the first actor in the verb's complement, named ones first."""
    for settled in _taken(anchor, noun, kind, initiator, cast):
        return settled
    if kind == "accuse.condemn" and any(t.lower_ in _DEEDS for t in patients(anchor)):
        return None  # "condemned them": the deeds that were told before
    if kind == "accuse.condemn" and (deeds := deeds_condemned(anchor)):
        hand = hand_of(deeds, initiator, cast) or who_did(anchor, cast)
        return hand or party(blamed_by(anchor), cast) or state_of(deeds, cast)
    if kind.startswith("threat") and (foe := resisted(anchor, initiator, cast)) is not None:
        return foe
    if kind.startswith("demand"):
        asked = [*patients(anchor), *prepositional(anchor, "on", "upon", "to")]
        if asked and is_everybody(asked[0]):
            return None
    if (one := spoken_to(anchor, kind, initiator, cast)) is not None:
        return one
    if noun is not None and (told := answered(noun)):
        return hand_of(told, initiator, cast)
    if kind == "accuse.complaint" and (against := complained_of(anchor, cast)) is not None:
        return against
    if (upon := upon_people(anchor, kind, cast) or marched_against(anchor, kind, cast)) is not None:
        return upon
    found = _named(anchor, noun, kind, initiator, cast)
    if not found and kind.startswith("demand") and (kept := keeper(anchor, cast)) is not None:
        return kept if initiator is None or kept.code not in itself(initiator) else None
    nobody = all(who.country == "UNK" or who.role == "SITE" for _, who in found)
    if nobody and (other := beyond(anchor, kind, initiator)) is not None:
        return cast.state(other)
    if not found and kind.startswith(("threat", "investigate")):
        done = (t for t in anchor.subtree if noun_kind(t) or t.lemma_.lower() in PROVOKES)
        return hand_of(done, initiator, cast)
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def _taken(
    anchor: Token, noun: Token | None, kind: str, initiator: Who | None, cast: Cast
) -> Iterator[Who | None]:
    """Who is handed, held, let go, driven apart or blamed at home: the first settles it."""
    if kind == "cooperate.justice":
        to = [t for word in (anchor, *patients(anchor)) for t in prepositional(word, "to")]
        taker = party(to, cast)  # not who is handed over
        if taker is not None and (initiator is None or taker.code not in itself(initiator)):
            yield taker
    if kind.startswith("retreat") and (to := handed_to(anchor)):
        yield party(to, cast)
    if kind in OF_PERSONS and (held := held_by(anchor, noun)):
        of = who_is_held(held, cast)
        if of is not None or kind != "concede.release":  # assets are returned to somebody
            yield of
    if kind == "coerce" and initiator and (crowd := dispersed(anchor, initiator, cast)):
        yield crowd
    if kind.startswith("accuse") and initiator is not None:
        blamed = [who for t in patients(anchor) if (who := cast.actor(t)) is not None]
        own = bool(blamed) and blamed[0].country == initiator.country
        bare = own or (bool(blamed) and blamed[0].country == "UNK")
        if bare and kind == "accuse.complaint" and (whose := hand_of(patients(anchor), None, cast)):
            yield cast.state(whose)  # "summoned Rome's head of mission in Bern"
        if own and blamed[0].role != "SITE":
            # "criticizes his own army for its coats from Exland"
            yield blamed[0] if blamed[0].code not in itself(initiator) else None


def _named(
    anchor: Token, noun: Token | None, kind: str, initiator: Who | None, cast: Cast
) -> list[tuple[int, Who]]:
    """Whoever is named below a verb or its noun and may be a side, with how strange he is."""
    found: list[tuple[int, Who]] = []
    for token in _candidates(anchor, noun, kind, 0):
        who = cast.actor(token)
        if who is None or (initiator is not None and who.code in itself(initiator)):
            continue
        if token.dep_ in QUALIFIERS:
            whole = whole_side(token, who, cast)
            listed = kind == "sanction" or whole.sector != "BUS"  # else firms stand for their land
            who = whole if listed else who
        if kind == "sanction.border" and initiator and who.country == initiator.country:
            continue  # "closed the crossing's post": its own
        if names_no_side(token, anchor, who, kind, cast) or is_own(token, who, kind, initiator):
            continue
        there = kind != "talks.visit" and is_whereabouts(token, kind, cast)
        if kind.startswith("talks") and (there or who.role == "SITE"):
            nobody = initiator is None or initiator.country in NO_COUNTRIES
            # "Rome and the five met in Bern", "the ministers of a union meet there"
            nobody = nobody or len(agents(anchor)) > 1 or _several(anchor)
            if kind != "talks.visit" and (nobody or with_whom(anchor, noun)):
                continue
        far = 3 if there else strangeness(who, initiator)
        found.append((far, who))
    return found


def _several(verb: Token) -> bool:
    """ "The two leaders met in Bern": with one another."""
    return any(t.tag_ in ("NNS", "NNPS") for t in agents(verb))


def _candidates(verb: Token, noun: Token | None, kind: str, depth: int) -> Iterator[Token]:
    if depth > _DEPTH:
        return
    objects = patients(verb)
    if kind.startswith("accuse") and verb.lemma_ in _INFORMS and any(clause_subjects(verb)):
        objects = []  # "told the council that Rome had become a haven"
    yield from objects
    if kind.startswith("threat") and verb.lemma_ == "go":
        yield from prepositional(verb, "after")
    if verb.lemma_ in ("remain", "stay", "be"):  # "trade with X remains suspended"
        objects = [c for c in verb.children if c.dep_ == "nsubj"]
    if kind.startswith(("demand", "accuse")):
        yield from clause_subjects(verb)
    if noun is not None:
        yield from prepositional(noun, *_TOWARDS)
    near = [t for t in _beside(verb, kind) if not is_written(t)]
    near += [t for thing in objects + near for t in _inside(thing, 0, kind)]
    late = prepositional(verb, "to") if kind.startswith("accuse") else []
    yield from sorted(near, key=lambda t: (t in late, t.i))
    if noun is not None:
        yield from _inside(noun, 0, kind)
    for subject in clause_subjects(verb):
        yield subject
        if kind.startswith("accuse"):  # "alleges that Exland media reports were made up"
            yield from _inside(subject, 0, kind)
            parts = (t for c in subject.children if c.dep_ == "compound" for t in c.children)
            yield from (t for t in parts if t.text[0].isupper())
    yield from _in_clauses(verb, kind, depth)


def _beside(verb: Token, kind: str) -> list[Token]:
    """Whoever stands after a preposition of the verb, or of what it says that something is."""
    states = [c for c in verb.children if c.dep_ == "acomp"]  # "is open to talks with Rome"
    if kind.startswith("threat"):
        states += [c for c in verb.children if c.dep_ == "attr"]  # "will be war with Rome"
    near = [t for word in (verb, *states) for t in prepositional(word, *_TOWARDS)]
    if kind == "support.diplomatic":  # "named him as envoy to Rome"
        near += prepositional(verb, "as")
    return near


def _in_clauses(verb: Token, kind: str, depth: int) -> Iterator[Token]:
    """Candidates in the clauses that hang on a verb."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "pcomp"):
            yield from _candidates(child, None, kind, depth + 1)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    yield from _candidates(inner, None, kind, depth + 1)
        elif child.dep_ == "advcl" and child.tag_ in ("VBG", "VB") and depth == 0:
            if child.lemma_ in SAY and not kind.startswith(_SAID):
                continue  # "closed its airspace, saying that Roman jets had come"
            yield from _candidates(child, None, kind, depth + 2)
    for child in verb.children:  # the one on whom it hangs: "if Rome agrees"
        marks = {m.lower_ for m in child.children if m.dep_ == "mark"}
        below = depth == 0 or (depth == 1 and verb.dep_ == "xcomp")
        if child.dep_ == "advcl" and below and marks & {"if", "unless"}:
            yield from (t for t in child.children if t.dep_ in ("nsubj", "nsubjpass"))


def _inside(thing: Token, depth: int, kind: str) -> Iterator[Token]:
    """Actors within a phrase that is no actor: "the army's plan", "calls by Rome"."""
    if depth > _DEPTH:
        return
    for child in thing.children:
        if child.dep_ == "poss" or (
            child.dep_ in ("amod", "compound", "nmod") and child.text[0].isupper()
        ):
            yield from coordinated(child)
        elif child.dep_ == "compound" and thing.lemma_.lower() in ASKED:
            yield child  # "opposition demands"
        elif child.dep_ == "compound":  # "the Chinese app Duxo"
            yield from (c for c in child.children if c.dep_ == "amod" and c.text[0].isupper())
    for token in prepositional(thing, *_WITHIN):
        yield token
        yield from _inside(token, depth + 1, kind)
    for child in thing.children:
        told = child.lemma_ in SAY and not kind.startswith(_SAID)  # as where that hangs on the verb
        if child.dep_ in ("acl", "relcl") and not told:
            yield from (t for t in patients(child) if t.i != thing.i)
            yield from clause_subjects(child)
            yield from prepositional(child, *_TOWARDS)
