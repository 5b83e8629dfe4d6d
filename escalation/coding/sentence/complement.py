"""The complement of a verb: the words that say what it does, by how deep they stand in it."""

from collections.abc import Iterator

from spacy.tokens import Token

from escalation.coding.places.countries import peoples
from escalation.coding.sentence.clause import VERBS, coordinated, for_to, passive, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import is_person

_DEPTH = 6
_BESIDES = word_set("after amid amidst following during because despite since before until")
_WHERE = word_set("at near outside beside")
_ORDERS = word_set(
    "order tell instruct direct command require oblige compel force ask urge allow permit give warn"
)
_OPENING = word_set("open reopen close shut seal")
_COURTS = word_set("court judge tribunal magistrate bench jury")
_STEPS = word_set("step part sign result response consequence prelude")
_OUTSIDE = word_set(
    "nsubj csubj punct mark relcl advcl cc parataxis agent det aux auxpass npadvmod"
)


def complement(verb: Token) -> dict[str, int]:
    """Words of a verb's complement, by base form and by form, with how deep they stand in it.

    The complement is objects, particles, prepositional objects, infinitives and object clauses.
    "someone" stands for any person that the verb itself takes as its object.
    """
    words: dict[str, int] = {}
    for token, depth in _complement(verb, 0):
        if token.text == "March":
            continue  # "will begin in March": nobody marches
        forms = (token.lemma_.lower(), token.lower_, *((_PERSON,) if _is_person(token) else ()))
        for word in forms:
            if depth < words.get(word, _DEPTH + 1):
                words[word] = depth
    if any(t.dep_ in ("dobj", "nsubjpass") and _is_someone(t) for t in verb.children):
        words["someone"] = 0
    return words


def _is_someone(noun: Token) -> bool:
    """ "A nurse", "dozens of nurses"."""
    of = (t for c in noun.children if c.lower_ == "of" for t in c.children)
    return is_person(noun) or any(is_person(t) for t in of)


_PERSON = "personname"  # stands in a lexicon for a name of two words, or one of a people


def _is_person(token: Token) -> bool:
    """May a name be a person's: of two words, without an article; or "a German", "two Germans"?"""
    if not token.text[0].isupper():
        return False
    if token.text in peoples() and any(c.dep_ in ("det", "nummod") for c in token.children):
        return token.dep_ in ("dobj", "nsubjpass", "pobj")
    parts = [c for c in token.children if c.dep_ in ("compound", "det")]
    named = token.tag_ == "NNP" and any(c.tag_ == "NNP" for c in parts)
    return named and not any(c.dep_ == "det" for c in parts)


def _complement(verb: Token, depth: int) -> Iterator[tuple[Token, int]]:
    if depth > _DEPTH:
        return
    for child in verb.children:
        told = depth == 0 and _told_to(verb, child)
        if told or (depth == 0 and child.dep_ in ("xcomp", "ccomp")):  # "orders them to leave"
            yield from ((c, 0) for c in child.children if c.dep_ == "aux" and c.lower_ == "to")
        if told:
            yield child, 0
            yield from _complement(child, 1)
            continue
        inside = child.dep_ == "nsubj" and depth > 0
        if child.dep_ == "advcl" and depth == 0 and for_to(child):
            yield from ((c, 0) for c in child.children if c.dep_ == "mark")
            yield from _complement(child, 1)
        infinitive = child.dep_ == "relcl" and child.tag_ == "VB"  # "a bill to outlaw ..."
        by_phone = child.dep_ == "agent" and not passive(verb)  # "spoke by phone"
        if (child.dep_ in _OUTSIDE and not (inside or infinitive or by_phone)) or (
            child.dep_ == "conj" and child.pos_ in VERBS and depth == 0
        ):
            continue
        beside = child.lower_ in _BESIDES and not _of_the_act(child)
        if child.dep_ == "prep" and (beside or _as_part(child)):
            continue
        if child.dep_ == "prep" and child.lower_ in _WHERE and _has_other_object(verb, depth):
            continue
        yield child, depth
        yield from _complement(child, depth + (child.dep_ not in ("prep", "conj")))
    if depth == 0 and verb.dep_ in ("acl", "relcl") and passive(verb):
        yield verb.head, 0
        yield from ((c, 1) for c in verb.head.children if c.dep_ in ("amod", "compound"))
    if depth == 0 and verb.dep_ == "xcomp" and passive(verb):  # "is said to have been captured"
        for whom in patients(verb):
            yield whom, 0
            yield from ((c, 1) for c in whom.children if c.dep_ in ("amod", "compound"))


def _told_to(verb: Token, clause: Token) -> bool:
    """ "Orders shops to close": what is ordered, also where the parse takes it for a purpose."""
    ordered = clause.dep_ == "advcl" and clause.tag_ == "VB" and verb.lemma_.lower() in _ORDERS
    return ordered and {c.lower_ for c in clause.children if c.dep_ in ("aux", "mark")} == {"to"}


def _has_other_object(word: Token, depth: int) -> bool:
    """ "Opened a clinic at the airport": not the airport was opened."""
    if depth > 0:
        return word.pos_ == "NOUN"
    return word.lemma_ in _OPENING and any(c.dep_ in ("dobj", "nsubjpass") for c in word.children)


def _of_the_act(preposition: Token) -> bool:
    """ "Appears before the Supreme Court", "gives them until May to leave"."""
    if preposition.lower_ == "until" and preposition.head.lemma_ == "give":
        return True
    bench = (c.lemma_.lower() in _COURTS for c in preposition.children if c.dep_ == "pobj")
    return preposition.lower_ == "before" and any(bench)


def _as_part(preposition: Token) -> bool:
    """ "As a step towards withdrawing troops": what an act is for, not what it does."""
    return preposition.lower_ == "as" and any(
        c.lemma_.lower() in _STEPS for c in preposition.children if c.dep_ == "pobj"
    )


def clause_subjects(verb: Token) -> Iterator[Token]:
    """Subjects of the clauses that a verb governs: "urges that *Rome* withdraw"."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "advcl" and for_to(child)):
            for inner in child.children:
                if inner.dep_ in ("nsubj", "nsubjpass"):
                    yield from coordinated(inner)
