"""Deeds: the words of violence in a sentence that tell one act.

Words are joined upwards along the parse: "killed" in "a bomb exploded, killed two and wounded a
third" belongs to "exploded". A clause of background ("after militants killed ...") is a deed of
its own where it has other hands or victims.
"""

import itertools
from dataclasses import dataclass

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.above import aimed_there, told_above, undergone
from escalation.coding.attacks.arson import is_arson
from escalation.coding.attacks.eventive import (
    ANSWERS,
    ensued,
    eventive,
    series_of,
)
from escalation.coding.attacks.particular import deplored
from escalation.coding.attacks.purpose import is_purpose
from escalation.coding.attacks.two_deeds import (
    attackers_slain,
    is_another,
    of_another_kind,
    other_parties,
)
from escalation.coding.attacks.violence import Violence
from escalation.coding.attacks.violence_words import RANK
from escalation.coding.sentence.clause import agents, governors, passive, patients
from escalation.coding.status.dated import (
    answered_for,
    has_cost,
    is_dated,
    is_earlier,
    is_title,
    of_a_day,
    of_a_year,
)
from escalation.coding.status.mood import Mood, mood_of
from escalation.coding.status.who_it_was import tells_who_it_was

LOOSE = frozenset({"attack", "harm"})


@dataclass(slots=True)
class Deed:
    """Words that tell one act of violence, and the mood it is told in."""

    words: list[Violence]
    mood: Mood

    @property
    def anchor(self) -> Token:
        """The word nearest to the root, verbs first."""
        return min(self.words, key=lambda w: (not w.is_verb, w.depth, w.token.i)).token

    @property
    def kind(self) -> str:
        """The most telling kind among the words, save of what only followed, or was to."""
        at = self.anchor
        done = [w for w in self.words if not (at.is_ancestor(w.token) and is_purpose(w.token))]
        first = [w for w in done if w.kind != "force.clash" or not ensued(w.token)]
        loose = any(word.kind == "attack" for word in first)
        return min((w.kind for w in (first if loose else done)), key=RANK.__getitem__)


def deeds(found: list[Violence], cast: Cast) -> list[Deed]:
    """Join words of violence, those of the foreground first."""
    by_token = {word.token.i: word for word in found}
    home: dict[int, Deed] = {}
    groups: list[Deed] = []
    moods = _moods(found)
    # What stands in the foreground first, so that a group is whole before its background comes.
    ordered = sorted(
        found,
        key=lambda w: (
            moods[w.token.i].background,
            bool(aimed_there(w, found)),
            w.depth - _within(w),
        ),
    )
    for word in ordered:
        above = told_above(word, by_token) if not is_earlier(word.token) else None
        group = home.get(above.i) if above is not None else None
        mood = moods[word.token.i]
        if group is not None and not _apart(word, mood, group, cast):
            group.words.append(word)
        else:
            group = Deed([word], mood)
            groups.append(group)
        home[word.token.i] = group
    return [group for group in groups if _told(group)]


def _within(word: Violence) -> int:
    """ "A series of raids": as deep as the series is; "responded with rounds": as its verb."""
    with_ = word.token.dep_ == "pobj" and word.token.head.lower_ == "with"
    deep = with_ and word.token.head.head.lemma_ in ANSWERS
    deep = deep or series_of(word.token) is not None or undergone(word.token) is not None
    return 2 if deep else 0


def _moods(found: list[Violence]) -> dict[int, Mood]:
    """The mood of each word; a weapon is told in the mood of its verb."""
    moods = {word.token.i: mood_of(word.token) for word in found}
    for word in found:
        if _told_of_a_place(word.token) and moods[word.token.i].pluperfect:
            moods[word.token.i].recalled = True
        above = next((t.i for t in governors(word.token) if t.pos_ == "VERB"), -1)
        named = not word.is_verb and role_of(word.token) is None
        if named and above in moods and moods[above].background:
            moods[word.token.i].background = True  # "after he was killed in a raid"
        clause = _clause_of(word.token)
        if clause is not None and clause.i in moods and moods[clause.i].background:
            moods[word.token.i].background = True
    for word, verb in itertools.permutations(found, 2):
        if verb.is_verb and _one_thing(word, verb):
            moods[word.token.i] = moods[verb.token.i]
    return moods


def _clause_of(verb: Token) -> Token | None:
    """ "... after men blew themselves up, killing two and wounding six": what the rest is of."""
    while verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head
    return verb.head if verb.tag_ == "VBG" and verb.dep_ == "advcl" else None


def _told(deed: Deed) -> bool:
    """Is it told, if only as something of the past: "an inquiry into the 2009 murder"?"""
    told = any(word.is_verb or eventive(word.token) for word in deed.words)
    told = told or (len(deed.words) > 1 and any(is_title(word.token) for word in deed.words))
    dated = any(is_dated(word.token) for word in deed.words)
    earlier = all(is_earlier(word.token) for word in deed.words)
    known = any(of_a_day(word.token) or answered_for(word.token) for word in deed.words)
    known = known or any(
        has_cost(word.token, deed.mood.operator_at) or deplored(word.token, deed.mood.operator_at)
        for word in deed.words
    )
    if known and _spoken_of(deed.mood):
        deed.mood = Mood(background=deed.mood.background, saying=deed.mood.saying)
        return True
    blamed = deed.mood.operator == "blame" and any(of_a_year(word.token) for word in deed.words)
    if any(tells_who_it_was(word.token) for word in deed.words):
        deed.mood = Mood(recalled=True, saying=deed.mood.saying)
    if earlier or blamed or (dated and (deed.mood.background or not told)):
        deed.mood.recalled = True
    return told or dated


def _spoken_of(mood: Mood) -> bool:
    """Is it not told as a fact only since it is what is condemned, or looked into?"""
    return not (mood.negated or mood.modal) and mood.operator in (None, "blame")


def _told_of_a_place(verb: Token) -> bool:
    """ "In Mastung, where rebels had killed two": no part of what is told now."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def _apart(word: Violence, mood: Mood, group: Deed, cast: Cast) -> bool:
    """Does a word below a group tell another act?"""
    if not word.is_verb and not mood.background:
        return False
    if any(_one_thing(word, other) for other in group.words):
        return False
    if mood.real != group.mood.real or mood.operator != group.mood.operator:
        return True
    said = mood.saying  # "killed nine, while Rome says two of its men were killed"
    beside = said is not None and said.dep_ == "advcl" and group.anchor.is_ancestor(said)
    if word.is_verb and beside:
        return True
    if word.is_verb and of_another_kind(word, group.kind):
        return True
    if _told_of_a_place(word.token):
        return True
    if word.is_verb and is_another(word.token, group.anchor, [w.token for w in group.words], cast):
        return True
    if word.token.dep_ == "pcomp":  # "killed them after stopping their car": the same hand
        return _by_the_fallen(word.token)
    if word.kind == "attack.suicide" and group.kind == "attack.raid":
        return False  # "storm a base after bombers blow themselves up at its gate"
    clause = _clause_of(word.token)
    if clause is not None and any(clause.i == other.token.i for other in group.words):
        return False
    if group.kind in LOOSE and _led_to_it(word, group):
        return False
    if mood.background and not group.mood.background:
        if any(w.is_verb and is_arson(w.token) for w in group.words):
            return True  # "after a raid killed two, tankers are set ablaze"
        done = (w for w in group.words if w.is_verb and (w.kind != "harm" or patients(w.token)))
        return group.kind not in LOOSE or any(cast.who(t) for w in done for t in agents(w.token))
    if word.is_verb and (word.token.dep_ in ("conj", "advcl") or _set_apart(word.token)):
        two = other_parties(word.token, group.anchor, cast)
        return two or attackers_slain(word.token, group.anchor)
    return False


def _by_the_fallen(verb: Token) -> bool:
    """ "Rebels are killed by guards after storming a post": theirs, and no deed of the guards."""
    above = verb.head.head
    stormed = verb.tag_ == "VBG" and not passive(verb) and bool(patients(verb))
    return stormed and verb.head.lower_ == "after" and passive(above) and bool(agents(above))


def _set_apart(verb: Token) -> bool:
    """ "Gunmen stormed a bank; the gunmen were shot dead by police": a clause of its own."""
    head = verb.head
    beside = verb.dep_ == "ccomp" and verb.i < head.i
    return beside and any(t.text == ";" for t in verb.doc[verb.i : head.i])


def _led_to_it(word: Violence, group: Deed) -> bool:
    """ "Killed two smugglers after a gun battle", "four guards die following an ambush": in it."""
    noun = word.token
    after = noun.dep_ in ("pobj", "dobj") and noun.head.lower_ in ("after", "following")
    if not after or not any(c.lower_ in ("a", "an") or c.dep_ == "nummod" for c in noun.children):
        return False
    fell = group.kind == "harm" and all(map(_falls, group.words))
    return word.kind == "force.clash" or fell


def _falls(word: Violence) -> bool:
    return passive(word.token) or word.token.lemma_.lower() in ("die", "perish", "fall")


def _one_thing(one: Violence, other: Violence) -> bool:
    """ "A bomb explodes": the weapon and its verb."""
    if one.is_verb == other.is_verb:
        return False
    verb, noun = (one, other) if one.is_verb else (other, one)
    does = noun.token.head.i == verb.token.i and noun.token.dep_ in ("nsubj", "nsubjpass", "dobj")
    return does or (verb.token.head.i == noun.token.i and verb.token.dep_ == "acl")
