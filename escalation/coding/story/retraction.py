"""A later report withdraws what was told: it did not happen, or it was no attack.

    "the blast that killed 12 was caused by a gas cylinder, investigators have found"
    "reports of a strike in Kunar were false, the ministry admitted"
    "no bomb went off: the army withdraws its report"
    "the attack on the bus never took place"
    "the five thought killed in the raid are alive": the raid stands, its dead do not

Such a sentence tells one act of the status ``retracted``, and nothing beside it. A denial is none:
"Islamabad says that it struck nobody", "the ministry rejects reports of a raid" are what one party
says. So what is only *said* counts from those who look into it (police, doctors, officials); what
is admitted, found or told as a fact counts from anybody, and what may be so from nobody.
"""

import re

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.attacks.violence_words import words
from escalation.coding.dealings.parties import party
from escalation.coding.sentence.clause import VERBS, agents
from escalation.coding.sentence.once import base_forms, text_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import Mood
from escalation.coding.story.act import Act

RULE, SAID, ALIVE = "retraction", "retraction+said", "retraction+alive"
STATUS = "retracted"
_REPORTS = word_set("report account claim news story rumour rumor alarm statement announcement")
_FALSE = word_set(
    "false untrue wrong incorrect unfounded baseless mistaken erroneous inaccurate fake hoax"
    " fabrication invention fiction"
)
_WITHDRAW = word_set("withdraw retract correct disown")
_BLASTS = word_set("blast explosion bombing detonation")  # a raid by mistake is a raid
_HOAX = word_set("hoax")
_NOT_MEANT = _HOAX | word_set("accident mishap malfunction misfire accidental")
# Without one of these no sentence withdraws anything.
_HINTS = _FALSE | _WITHDRAW | _NOT_MEANT | word_set("not no never cause due result")
_MEANT = word_set("attack bomb bombing terrorism terror sabotage militant explosives device")
_TAKES_PLACE = word_set("happen occur take go explode detonate be")
_FOUND = word_set(
    "admit acknowledge concede confirm find conclude determine establish rule correct clarify"
    " reveal learn show withdraw retract"
)
_SAY = word_set("say tell report announce state add explain")
_WHO_LOOKS = word_set(
    "police investigator official authority firefighter hospital doctor medic coroner prosecutor"
    " inquiry investigation probe rescuer engineer inspector expert"
)
_MAYBE = word_set(
    "may might could would can should probably possibly likely apparently perhaps maybe allegedly"
    " reportedly if whether suspect suspected believe believed think initially"
)
_ALIVE = re.compile(
    r"\bThe (?:[\w-]+ ){1,4}?(?:who were |who had been )?"
    r"(?:thought|believed|reported|feared|presumed)"
    r" (?:to have been |to be |to have died|)(?:killed|dead|)\b[^.;?]*"
    r" (?:are|were|have been found|were found|turned out to be) (?:all |still |in fact )?alive\b"
    r"(?! (?:when|until|or))",
    re.IGNORECASE,
)
_EARLIER = word_set("earlier initial previous first original")


def retraction(sentence: Span, cast: Cast) -> Act | None:
    """The act that a sentence withdraws; None for nearly all sentences."""
    if _ALIVE.search(text_of(sentence)):
        return _alive(sentence)
    lemmas = base_forms(sentence)
    if _HINTS.isdisjoint(lemmas) or not _MAYBE.isdisjoint(lemmas):
        return None
    for noun in sentence:
        kind = _kind(noun)
        if kind is None:
            continue
        verb = _caused(noun) or _no_attack(noun) or _called_false(noun) or _called_off(noun)
        rule = _rule(verb, sentence) if verb is not None else None
        if rule is not None and verb is not None:
            speaker = party(agents(verb.head), cast) if verb.dep_ == "ccomp" else None
            return Act(kind, noun, None, None, STATUS, rule, 0.8, Mood(), [noun], speaker)
    return None


def _alive(sentence: Span) -> Act | None:
    """The act in which people are said to have died who live."""
    event = next((t for t in sentence if _kind(t) is not None), None)
    dead = next((t for t in sentence if t.lower_ in ("killed", "dead")), None)
    anchor = event or dead
    if anchor is None:
        return None
    kind = (_kind(event) if event is not None else None) or "attack"
    return Act(kind, anchor, None, None, STATUS, ALIVE, 0.8, Mood(), [anchor])


def _kind(noun: Token) -> str | None:
    """The kind of an act of violence that a noun names, by itself or with the word before it.

    Not :func:`noun_kind`: for that a blast of gas or a strike of nobody is no act to begin with.
    """
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
        return None
    nouns, lemma = words().nouns, noun.lemma_.lower()
    pairs = [f"{c.lemma_.lower()} {lemma}" for c in noun.children if c.dep_ in ("compound", "amod")]
    kind = next((nouns[pair] for pair in pairs if pair in nouns), nouns.get(lemma))
    if kind is None and lemma == "bomb":
        return "attack.bombing"
    return "force.airstrike" if kind is None and lemma == "strike" else kind


def _verb_of(noun: Token) -> Token | None:
    subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ in VERBS
    return noun.head if subject else None


def _is_known(noun: Token) -> bool:
    """ "The blast", "Monday's blast": one that was told before."""
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "this", "that")) or c.dep_ == "poss"
        for c in noun.children
    ) and not any(c.lower_ in ("second", "third", "other", "another") for c in noun.children)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def _caused(noun: Token) -> Token | None:
    """ "The blast was caused by a gas leak", "was due to a short circuit", "was an accident"."""
    verb = _verb_of(noun)
    if verb is None or not _is_known(noun) or _negated(verb):
        return None
    lemma = verb.lemma_.lower()
    if lemma not in ("cause", "be", "result", "trigger"):
        return None
    cause = [
        c
        for c in verb.children
        if c.dep_ in ("agent", "attr", "acomp")
        or (c.dep_ == "prep" and c.lower_ in ("due", "because", "from"))
    ]
    said = [t for c in cause for t in c.subtree]
    if any(t.lemma_.lower() in _MEANT for t in said) or any(t.dep_ == "neg" for t in said):
        return None
    of_chance = _HOAX if noun.lemma_.lower() not in _BLASTS else words().accident | _NOT_MEANT
    pairs = {f"{a.lemma_.lower()} {a.nbor().lemma_.lower()}" for a in said if a.i + 1 < len(a.doc)}
    by_chance = any(t.lemma_.lower() in of_chance for t in said) or bool(pairs & of_chance)
    return verb if by_chance else None


def _no_attack(noun: Token) -> Token | None:
    """ "The blast was not an attack", "the raid never took place"."""
    verb = _verb_of(noun)
    if verb is None or not _is_known(noun) or not _negated(verb):
        return None
    if verb.lemma_ == "be":
        said = {t.lemma_.lower() for c in verb.children if c.dep_ == "attr" for t in c.subtree}
        return verb if said & _MEANT else None
    place = any(c.lemma_ == "place" for c in verb.children)
    return verb if verb.lemma_ in ("happen", "occur") or (verb.lemma_ == "take" and place) else None


def _called_false(noun: Token) -> Token | None:
    """ "Reports of a strike were false", "news of the raid proved to be a hoax"."""
    for above in noun.ancestors:
        if above.lemma_.lower() not in _REPORTS or (verb := _verb_of(above)) is None:
            continue
        said = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "xcomp", "prt")]
        told = {t.lemma_.lower() for c in said for t in (c, *c.children)}
        return verb if told & _FALSE and not _negated(verb) else None
    return None


def _called_off(noun: Token) -> Token | None:
    """ "The army withdraws its report of a raid", "no bomb went off, contrary to first reports"."""
    sentence = noun.sent
    for report in sentence:
        lemma, verb = report.lemma_.lower(), report.head
        if lemma not in _REPORTS or any(t.lemma_ == "responsibility" for t in report.subtree):
            continue
        withdrawn = report.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _WITHDRAW
        if withdrawn and not _negated(verb) and (report.is_ancestor(noun) or _none(noun)):
            return verb
        corrected = any(c.lower_ in _EARLIER for c in report.children)
        if corrected and _none(noun) and not report.is_ancestor(noun):
            return noun.head
    return None


def _none(noun: Token) -> bool:
    """ "No bomb went off", "there was no raid"."""
    bare = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
    told = noun.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")
    return bare and told and noun.head.lemma_.lower() in _TAKES_PLACE


def _rule(verb: Token, sentence: Span) -> str | None:
    """How sure it is: told as a fact or found out, or said by those who look into it."""
    if verb.lemma_.lower() in _WITHDRAW:
        return RULE
    above = verb.head if verb.dep_ in ("ccomp", "parataxis") else None
    if above is not None and above.i != verb.i:
        lemma = above.lemma_.lower()
        if _negated(above) or lemma not in _FOUND | _SAY:
            return None
        if lemma in _FOUND:
            return RULE
        return SAID if any(_looks(t) for t in agents(above)) else None
    if (source := _according(sentence)) is not None:
        return SAID if _looks(source) else None
    return RULE


def _according(sentence: Span) -> Token | None:
    for token in sentence:
        if token.lower_ == "according":
            return next((t for c in token.children for t in c.children if t.dep_ == "pobj"), token)
    return None


def _looks(who: Token) -> bool:
    """Does somebody look into what happened, rather than stand accused of it?"""
    return any(t.lemma_.lower() in _WHO_LOOKS for t in (who, *who.children))
