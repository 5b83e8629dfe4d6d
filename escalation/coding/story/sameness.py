"""Whether two tellings are of one happening: what kinds, hands, places and days must share."""

from spacy.tokens import Span, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.answer import hits_back
from escalation.coding.attacks.eventive import comes_under
from escalation.coding.attacks.one_happening import LOOSE
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.days.dateline import is_dateline
from escalation.coding.sentence.clause import passive, patients, prepositional, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.standing import told_now
from escalation.coding.story.act import Act
from escalation.coding.story.alike import (
    alike,
    apart,
    headlines_apart,
    is_guessed,
    near,
    of_one_state,
    together,
    told_for,
)
from escalation.coding.story.came_out import came_of_it, tried_too
from escalation.coding.story.retold import borne_out, is_retold, named_again, tells_another
from escalation.coding.story.told import Told
from escalation.ontology import same_branch

_SWEEPS = word_set("operation sweep offensive crackdown")
_FROM_AFAR = ("force.airstrike", "force.drone", "force.shelling")
_SHOT = ("attack", "attack.shooting", "attack.assassination")


def is_same(one: Told, other: Told, sentence: Span) -> bool:
    """Does a sentence that tells ``other`` tell of ``one`` again?"""
    a, b = one.act, other.act
    if a.is_violent != b.is_violent:
        return False
    if came_of_it(one, other):
        return near(one.place, other.place)
    if tried_too(one, other):
        return near(one.place, other.place)
    if is_retold(one, other, sentence):
        told = other.place is not None and sentence.start_char <= other.place.start
        return near(one.place, other.place if told else None)
    if borne_out(one, other):
        return True
    if a.status != b.status and (a.is_violent or "recalled" in (a.status, b.status)):
        return False
    if not a.is_violent:
        moved = a.kind.startswith("coerce") and not near(one.place, other.place)
        return _same_word(a, b) and not (moved or apart(one.place, other.place))
    return _same_violence(one, other, sentence)


def _same_violence(one: Told, other: Told, sentence: Span) -> bool:
    a, b = one.act, other.act
    if _some_of_them(b) and a.status == "happened":
        return one.place is None or other.place is None or one.place.country == other.place.country
    if follows_headline(one, other):
        return _fills_in(one, other)
    if headlines_apart(one, other):
        return False
    if one.days.rule == "fresh" and told_now(a.anchor) and _of_yesterday(b.anchor):
        return False
    if _is_it(b.anchor):
        return near(one.place, other.place)
    if _anew(one, other) and not attackers_fell(a, b):
        return False
    if a.anchor.sent == b.anchor.sent and attackers_fell(a, b) and _those_attackers(b):
        return near(one.place, other.place)
    if a.anchor.sent == b.anchor.sent or hits_back(b.anchor):
        return False
    if b.kind == "attack.abduction" != a.kind and b.anchor.pos_ == "VERB":
        return False  # "gunmen attack a bank; they take eight hostages"
    if any(tells_another(t) for t in sentence):
        return _retold(one, other)
    if (fell := attackers_fell(a, b)) or _fell_too(a, b) or any(map(named_again, b.tokens)):
        return near(one.place, other.place) and not (fell and apart(one.place, other.place))
    if _other_soldiers(a.target, b.target) and not any(t.lower_ == "also" for t in sentence):
        return False
    if _by_a_guard(b) and a.kind not in _SHOT:
        return False
    hand = alike(a.initiator, b.initiator) or told_for(a.initiator, b.initiator)
    return (
        _of_one_kind(a, b)
        and (hand or (a.kind == "force.clash" and _either_way(a, b)))
        and near(one.place, other.place)
        and not apart(one.place, other.place)
        and (together(one.days, other.days) or _goes_on(one, other))
    )


def _of_one_kind(a: Act, b: Act) -> bool:
    """Can the second be the first in other words: "an assassination", then "he was shot"?"""
    kinds = a.kind == b.kind or a.kind in LOOSE or b.kind in LOOSE
    kinds = kinds or (a.kind == "attack.assassination" and b.kind == "attack.shooting")
    kinds = kinds or (a.kind == "attack.abduction" and b.kind == "attack.raid" and _he(b))
    kinds = kinds or (a.kind == "attack.suicide" and b.kind == "attack.bombing" and _he(b))
    return kinds or is_of_a_bomber(a, b) or _came_under(b)


def is_of_a_bomber(a: Act, b: Act) -> bool:
    """ "A blast hit a mosque. A bomber blew himself up in the front row": that was the blast."""
    unknown = a.initiator is None or not a.initiator.known
    if any(t.tag_ in ("NNS", "NNPS") and noun_kind(t) for t in a.tokens):
        return False  # "two bombings"
    return unknown and a.kind == "attack.bombing" and b.kind == "attack.suicide"


def _came_under(act: Act) -> bool:
    """ "Rebels ambushed a patrol. The soldiers were going home when they came under fire"."""
    return act.initiator is None and any(comes_under(t) is not None for t in act.tokens)


def _same_word(a: Act, b: Act) -> bool:
    """Is an act of word or deed told again, of the same two?"""
    if a.kind != b.kind and a.anchor.sent == b.anchor.sent:
        return False  # "closes the border and expels the envoy"
    if _hostile(a) and not same_branch(a.kind, b.kind):
        return False
    if a.kind.split(".")[0] != b.kind.split(".")[0]:
        return False
    again = a.kind == b.kind and any(map(spoken_of_before, patients(b.anchor)))
    by_one = alike(a.initiator, b.initiator) or (again and of_one_state(a.initiator, b.initiator))
    told = by_one and alike(a.target, b.target)
    return told or (a.kind.startswith("talks") and _the_other_way(a, b))


def _the_other_way(one: Act, other: Act) -> bool:
    """ "Rome meets Athens. The Greeks said that they discussed trade": with nobody new."""
    partner = other.target
    teller = other.initiator
    unsaid = partner is None or partner.country == "UNK"
    known = teller is not None and teller.country != "UNK"
    return unsaid and (not known or alike(one.target, teller))


def _some_of_them(act: Act) -> bool:
    """ "Strikes killed 30. Eleven of them died when one hit a school": of the 30."""
    verbs = [token for token in act.tokens if token.pos_ == "VERB" and passive(token)]
    hurt = [c for verb in verbs for c in verb.children if c.dep_ == "nsubjpass"]
    dead = [t for some in hurt for t in prepositional(some, "of")]
    return any(t.lower_ in ("them", "those", "dead", "victims", "whom") for t in dead)


def _goes_on(one: Told, other: Told) -> bool:
    """ "On Saturday gunmen killed ten. The attackers set fire to shops": with no day of its own.

    So are those who fell, where an attack has told of none: "a bomb went off on Saturday. Three
    guards died".
    """
    by = other.act.initiator
    if other.days.rule != "fresh" or one.act.status != "happened":
        return False
    if by is None and one.act.kind == other.act.kind and not other.toll:
        return True  # "struck Exford on Friday. Jets hit a plant and two bases"
    if by is None or is_guessed(by):
        return _only_the_fallen(one, other)
    word = other.act.word_of(by)
    return word is not None and spoken_of_before(word) and by.sector in (None, "REB", "CRM")


def _only_the_fallen(one: Told, other: Told) -> bool:
    """Does it tell only who fell, with no place of its own, of what has no dead so far?"""
    b = other.act
    own = other.place is not None and b.anchor.sent.start_char <= other.place.start
    fell = b.kind in ("attack", "force.operation") and not any(map(noun_kind, b.tokens))
    return fell and not own and one.toll.get("deaths_best") is None


def follows_headline(one: Told, other: Told) -> bool:
    """Is ``one`` told by a headline, a line above a blank one, and ``other`` by what comes next?"""
    first, then = one.act.anchor.sent, other.act.anchor.sent
    above = first.text.endswith("\n\n") and "\n\n" not in first.doc[: first.start].text
    return above and (first.end == then.start or is_dateline(first.doc[first.end : then.start]))


def _fills_in(one: Told, other: Told) -> bool:
    """Does a report's first sentence tell what its headline told in short: days, place, mode?"""
    a, b = one.act, other.act
    counts = {told.toll.get("deaths_best") for told in (one, other)} - {None}
    undated = one.days.rule == "fresh" or together(one.days, other.days)
    return (
        len(counts) < 2
        and undated
        and a.kind.split(".")[0] == b.kind.split(".")[0]
        and (alike(a.initiator, b.initiator) or fought(a, b))
        and near(one.place, other.place)
    )


def fought(one: Act, other: Act) -> bool:
    """ "Two rebels slain in clash", "troops killed two rebels in a firefight": either way."""
    return one.kind == other.kind == "force.clash" and _either_way(one, other)


def _either_way(one: Act, other: Act) -> bool:
    """ "Guards died in a clash with rebels. Guards and rebels were hurt": of one fight."""
    return alike(one.initiator, other.target) and alike(one.target, other.initiator)


def _retold(one: Told, other: Told) -> bool:
    """A headline and its report tell one "two separate attacks", with the same toll."""
    a, b = one.act, other.act
    counts = [told.toll.get("deaths_best") for told in (one, other)]
    return (
        None not in counts
        and counts[0] == counts[1]
        and a.kind == b.kind
        and any(tells_another(t) for t in a.anchor.sent)
        and alike(a.initiator, b.initiator)
        and near(one.place, other.place)
        and together(one.days, other.days)
    )


def _he(act: Act) -> bool:
    """ "The attacker set off explosives": whoever was told of before."""
    word = act.word_of(act.initiator) if act.initiator is not None else None
    return word is not None and any(c.lower_ == "the" for c in word.children)


def _anew(one: Told, other: Told) -> bool:
    """ "A bomb kills three. An explosion kills two": "an" and another toll, another attack."""
    counts = [told.toll.get("deaths_best") for told in (one, other)]
    if None in counts or counts[0] == counts[1]:
        return False
    first, second = (_introduced(a) for a in (one.act, other.act))
    return first and second


def _introduced(act: Act) -> bool:
    """ "A bomb kills three", "two are killed by a bomb", "a guard kills two": by what is new."""
    nouns = [t for t in act.tokens if noun_kind(t)]
    if act.initiator is not None and (word := act.word_of(act.initiator)) is not None:
        nouns.append(word)
    return any(c.lower_ in ("a", "an") for t in nouns for c in t.children)


def attackers_fell(one: Act, other: Act) -> bool:
    """Does a later sentence tell that those who attacked were killed?"""
    attackers, dead = one.initiator, other.target
    if dead is None or dead.sector != "REB" or not one.kind.startswith("attack"):
        return False
    swept = any(t.lemma_.lower() in _SWEEPS for t in other.tokens)
    if other.kind == "force.raid" or swept:  # "soldiers raided a hideout after the attack"
        return False
    if other.kind in _FROM_AFAR and not any(map(named_again, other.tokens)):
        return False  # "a bomber kills six. Two air strikes kill nine rebels"
    if attackers is not None and attackers.sector != "REB":
        return False
    return alike(attackers, dead) and (other.initiator is None or other.initiator.sector != "REB")


def _fell_too(one: Act, other: Act) -> bool:
    """ "Gunmen attack a post. Three guards are killed and all attackers are shot dead"."""
    if not one.kind.startswith("attack") or other.target is None or other.target.sector == "REB":
        return False
    verbs = [t for t in other.tokens if t.pos_ == "VERB" and passive(t)]
    dead = [t for verb in verbs for t in patients(verb) if role_of(t) == "REB"]
    return any(c.lower_ in ("all", "both", "the") for t in dead for c in t.children)


def _those_attackers(act: Act) -> bool:
    """ "Gunmen stormed a bank before two of the gunmen were shot dead": of the ones just told."""
    fallen = patients(act.anchor)
    return any(c.lower_ == "the" for t in fallen for c in t.subtree if c.head.tag_ == "NNS")


def _other_soldiers(one: Who | None, other: Who | None) -> bool:
    """ "A bomb kills two Danes of the army. A Polish soldier is shot": news of another attack."""
    if one is None or other is None or {"UNK", "IGO"} & {one.country, other.country}:
        return False
    return one.sector == other.sector == "MIL" and one.country != other.country


def _by_a_guard(act: Act) -> bool:
    """ "A bomb kills two. A soldier is killed by a policeman": by a man who turned, no bomber."""
    by = act.initiator
    return by is not None and by.is_force and act.kind == "attack"


def _of_yesterday(noun: Token) -> bool:
    """ "A bomb kills two. The toll of yesterday's attack rises": that was another."""
    return any(c.dep_ == "poss" and c.lower_ == "yesterday" for c in noun.children)


def _is_it(noun: Token) -> bool:
    """ "This is the second attack in the city": the one that was told."""
    return noun.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in ("this", "it", "that") for c in noun.head.children
    )


def _hostile(act: Act) -> bool:
    """Is each kind of it a step of its own: to ban, then to arrest?"""
    return act.kind.split(".")[0] in ("sanction", "coerce", "accuse", "threat", "reject")
