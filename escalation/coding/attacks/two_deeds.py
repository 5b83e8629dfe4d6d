"""Two clauses of one sentence that tell two deeds: each with its own sides, or its own place."""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.ground import taken_besides
from escalation.coding.attacks.violence import Violence, noun_kind
from escalation.coding.sentence.clause import agents, passive, patients
from escalation.coding.tolls.attackers import ATTACKERS

_SEPARATE = frozenset({"separate", "second", "third"})
_ELSEWHERE = frozenset({"separately", "elsewhere"})


def of_another_kind(word: Violence, told: str) -> bool:
    """ "Killed two and took nine hostage", "entered the town and clashed with police"."""
    if word.kind == "attack.abduction":
        return told != word.kind
    if word.kind == "force.capture":
        return taken_besides(word.token, told)
    return (word.kind, told, word.token.dep_) == ("force.clash", "force.capture", "conj")


def is_another(verb: Token, anchor: Token, words: list[Token], cast: Cast) -> bool:
    """Does a verb tell another deed than the words above it, of which ``anchor`` is the first?"""
    return (
        _is_separate(verb)
        or _by_other_means(verb, anchor)
        or _by_who_was_hit(verb, words)
        or _in_another_place(verb, anchor, cast)
    )


def _is_separate(verb: Token) -> bool:
    """ "..., while a separate attack leaves two dead", "and elsewhere two guards are shot"."""
    if not (_beside(verb) or verb.dep_ == "advcl"):
        return False
    told = [t for c in verb.children if c.lower_ == "in" for t in c.children if t.tag_ == "NN"]
    said = (c.lower_ for noun in (*_subjects(verb), *told) for c in noun.children)
    apart = any(c.lower_ in _ELSEWHERE for c in verb.children) and bool(_subjects(verb))
    return apart or not _SEPARATE.isdisjoint(said)


def _beside(verb: Token) -> bool:
    """Is it in a row with another verb, or a clause set before it: "six fell in Exford; ..."?"""
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i
    return verb.dep_ in ("conj", "parataxis") or before


def _in_another_place(verb: Token, other: Token, cast: Cast) -> bool:
    """ "Six are killed in Exford while gunmen shoot a judge in Wyford": each in its own."""
    whiles = any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in verb.children)
    beside = _beside(verb) or (verb.dep_ == "advcl" and whiles)
    if not beside or not (_subjects(verb) and _subjects(other)):
        return False
    own = {token.i for token in verb.subtree}
    here = {t.text for t in _predicate(verb) if cast.place_of(t)}
    there = {t.text for t in _predicate(other) if t.i not in own and cast.place_of(t)}
    return bool(here and there) and here.isdisjoint(there)


def _by_other_means(verb: Token, other: Token) -> bool:
    """ "Air strikes kill 25, drone kills four": two verbs of two weapons, each with its victims."""
    if verb.dep_ not in ("conj", "ccomp", "advcl") or verb.tag_ == "VBG":
        return False
    means = [
        {t.lemma_.lower() for t in _subjects(v) if noun_kind(t) and role_of(t) != "REB"}
        for v in (verb, other)
    ]
    hurt = [
        any(c.i > v.i and c.dep_ in ("dobj", "nummod") for c in v.children) for v in (verb, other)
    ]
    return all(means) and means[0].isdisjoint(means[1]) and all(hurt)


def _by_who_was_hit(verb: Token, others: list[Token]) -> bool:
    """ "Police shot a man who had stabbed a guard": his deed, and theirs."""
    if verb.dep_ != "relcl" or passive(verb) or not patients(verb):
        return False
    hurt = {t.i for other in others if other.pos_ == "VERB" for t in patients(other)}
    return any(t.i in hurt for t in agents(verb))


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]


def _predicate(verb: Token) -> list[Token]:
    """What is said of a verb's subject, without that: "workers from Exford" fell elsewhere.

    A bomb, or an attack, is where it is told: "a bomb in Exford kills nine".
    """
    people = (s for s in _subjects(verb) if noun_kind(s) is None or role_of(s) is not None)
    of_subjects = {t.i for subject in people for t in subject.subtree}
    return [t for t in verb.subtree if t.i not in of_subjects]


def other_parties(verb: Token, other: Token, cast: Cast) -> bool:
    """Do two verbs have subjects of their own and victims of their own?"""
    if not (_subjects(verb) and _subjects(other)):
        return False
    if passive(verb) or passive(other):
        return False
    first, second = _codes(agents(verb), cast), _codes(agents(other), cast)
    hurt, too = _codes(patients(verb), cast), _codes(patients(other), cast)
    return bool(first and second and hurt and too) and first != second


def attackers_slain(verb: Token, other: Token) -> bool:
    """ "Gunmen stormed a bank; the attackers were shot dead by police": an attack and its end."""
    attack, end = (verb, other) if passive(other) else (other, verb)
    if passive(attack) or not passive(end) or not (_subjects(attack) and agents(end)):
        return False
    fallen = patients(end)
    return bool(fallen) and all(t.lower_ in ATTACKERS for t in fallen)


def _codes(tokens: list[Token], cast: Cast) -> set[str]:
    return {who.code for who in map(cast.who, tokens) if who is not None}
