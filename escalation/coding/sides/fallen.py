"""What the fallen are said to have been, and at whom an operation is aimed: rebels among people."""

import itertools
from collections.abc import Iterator

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.deed import Deed
from escalation.coding.sentence.clause import agents, coordinated, governors, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.quantities import quantity_at

_SAID = word_set(
    "say claim believe suspect allege link tie accuse describe identify affiliate connect know"
)
_CULPRITS = word_set("perpetrator gunman attacker assailant shooter bomber killer suspect culprit")
_MOST = word_set("mostly mainly largely chiefly primarily predominantly all most")
_ANYBODY = word_set("people person others victim civilian dead")
_TRADES = frozenset({"MIL", "COP", "GOV", "JUD", "LEG", "SPY", "MED", "NGO", "REL", "EDU", "OPP"})
_WITHIN = 26  # words after people in which it is told who they were
_BY_PURPOSE = ("acl", "advcl", "xcomp", "relcl")


def rebel_among(deed: Deed, target: Who | None, cast: Cast) -> Who | None:
    """ "Kills 31 people, including a rebel leader", "six people (suspected rebels)"."""
    if target is not None and (target.sector != "CVL" or "civilian" in target.name):
        return None
    hurt = [word for word in deed.words if word.is_verb]
    tokens = [t for word in hurt for person in _dead(word.token) for t in _said_to_be(person)]
    tokens += [t for word in hurt for t in _named_among(word.token)]
    return _rebel(tokens, cast)


def fallen_among(deed: Deed, cast: Cast) -> list[Who]:
    """ "Six people die, including two rebels and a soldier": those of them who are named."""
    dead = [t for w in deed.words if w.is_verb for t in (w.token, *_dead(w.token))]
    return [w for t in dead for one in _named_among(t) if (w := cast.who(one)) is not None]


def forces_and_outlaws(fallen: list[Who]) -> tuple[Who, Who] | None:
    """ "Two rebels and a soldier die": of the fallen alone, whoever is named first."""
    force = next((who for who in fallen if who.is_force), None)
    outlaw = next((who for who in fallen if who.is_outlaw), None)
    return (force, outlaw) if force is not None and outlaw is not None else None


def made_up_of(people: Token) -> Token:
    """ "Nine people, mostly policemen", "most of whom were soldiers": the policemen.

    So are "nine people, six of them policemen", "including six policemen": at least half of them.
    """
    if people.lemma_.lower() not in _ANYBODY:
        return people
    after = people.doc[people.i + 1 : people.i + 9]
    told = len(after) > 2 and after[0].text in (",", "(", "–", "-") and after[1].lower_ in _MOST
    if not told:
        return _half_of(people) or people
    beside = itertools.takewhile(lambda t: t.text not in (",", ")", ";"), after[2:])
    return next((t for t in beside if t.tag_ == "NNS" and t.dep_ != "compound"), people)


def _half_of(people: Token) -> Token | None:
    """The first of those counted among people who have a trade that is told, if half of them."""
    counts = [c for c in people.children if c.dep_ == "nummod"]
    total = quantity_at([counts[-1].lower_], 0) if counts else None
    end = min(people.i + _WITHIN, people.sent.end)
    if total is None or not total.best or people.i + 2 >= end:
        return None
    counted = _counted(people.doc[people.i + 1 : end])
    known = [(t, n) for t, n in counted if role_of(t) in _TRADES]
    forces = [(t, n) for t, n in known if role_of(t) in ("MIL", "COP")]
    some = forces or known[:1]
    return some[0][0] if some and 2 * sum(n for _, n in some) >= total.best else None


def _counted(words: Span) -> list[tuple[Token, float]]:
    """ "Including two soldiers and a guard", "six of them policemen": who, and how many."""
    forms = [t.lower_ for t in words]
    starts = [i + 1 for i, form in enumerate(forms) if form in ("including", "among")]
    starts += [i for i, form in enumerate(forms) if form in ("them", "whom") and i > 1]
    found: list[tuple[Token, float]] = []
    for start in starts[:1]:
        at = start + (forms[start : start + 1] in (["them"], ["whom"]))
        if forms[start - 1] not in ("including", "among"):  # "six of them (were) policemen"
            at = start - 2 if forms[start - 1] == "of" else len(forms)
        while at < len(forms) and (count := quantity_at(forms, at)) is not None:
            nouns = (t for t in words[at + count.length :] if t.pos_ in ("NOUN", "PROPN"))
            noun = next((t for t in nouns if t.dep_ not in ("compound", "nmod")), None)
            if noun is None or not count.best:
                break
            found.append((noun, count.best))
            at = noun.i - words.start + 1
            while at < len(forms) and forms[at] in (",", "and", "or"):
                at += 1
    return found


def one_among(number: Token) -> list[Token]:
    """ "Kills two, including the mayor": of whom nothing else is told."""
    if number.pos_ != "NUM":
        return []
    return _named_among(number) or _named_among(number.head)


def rebel_aimed_at(deed: Deed, cast: Cast) -> Who | None:
    """ "Launch an operation to clear rebel hideouts": against whom, by what it is for."""
    verbs = [
        v for w in deed.words for v in (w.token, *governors(w.token)) if v.i >= w.token.sent.start
    ]
    clauses = [c for v in verbs for c in v.children if c.dep_ in _BY_PURPOSE]
    aims = [c for c in clauses if any(a.lower_ == "to" for a in c.children) or c.lemma_ == "aim"]
    return _rebel((t for aim in aims for t in aim.subtree), cast)


def _dead(verb: Token) -> list[Token]:
    """Those who were killed, and those who died."""
    return agents(verb) if verb.lemma_ in ("die", "perish") else patients(verb)


def _named_among(word: Token) -> list[Token]:
    within = [c for c in word.children if c.dep_ == "prep" and c.lower_ in ("including", "among")]
    told = [c for prep in within for c in prep.children if c.dep_ == "pobj"]
    told += [
        c for c in word.children if any(i.lower_ == "among" for i in c.children)
    ]  # "among them"
    some = [t for c in told if c.pos_ in ("NOUN", "PROPN") for t in coordinated(c)]
    return [t for t in some if not _who_did_it(t)]


def _who_did_it(noun: Token) -> bool:
    """ "Three people died, including the gunman": he fell, and nobody aimed at him."""
    return noun.lemma_.lower() in _CULPRITS and any(c.lower_ == "the" for c in noun.children)


def _said_to_be(person: Token) -> Iterator[Token]:
    yield from _named_among(person)
    for child in person.children:
        if child.dep_ == "appos":
            yield child
        elif child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _SAID:
            yield from (t for t in child.subtree if t.dep_ in ("pobj", "attr", "dobj", "oprd"))


def _rebel(tokens: list[Token] | Iterator[Token], cast: Cast) -> Who | None:
    known = (cast.who(t) for t in tokens)
    return next((who for who in known if who is not None and who.sector == "REB"), None)
