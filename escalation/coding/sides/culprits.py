"""Who the attacker was, by a later sentence, or as he is tried for it: "the suspect, a Roman"."""

from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import agents, governors, passive, prepositional
from escalation.coding.sentence.once import vocabulary
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.force import kind_by_hands
from escalation.coding.story.act import Act

_CULPRITS = word_set(
    "suspect attacker assailant perpetrator shooter gunman killer bomber culprit knifeman hijacker"
    " assassin stabber hostage-taker kidnapper abductor"
)
_WORDS = _CULPRITS | word_set(
    "suspects attackers assailants perpetrators shooters gunmen killers bombers culprits knifemen"
    " hijackers assassins kidnappers abductors"
)
_A_MAN = 2  # words of one of whom no land is told: "a man"
_OF = {"be": ("from", "of", "with"), "belong": ("to",)}
_HELD_TO_BE = word_set("say believe identify describe name report think reveal confirm")
_UNNAMED = ("UNK", "UNK.REB", "UNK.CVL")
_STANDS = word_set("go stand face await be")
_DENIED = word_set("not no never neither")


def on_trial(verb: Token) -> list[Token]:
    """ "Jailed for trying to kill a guard", "on trial for bombing a base": he did."""
    clause = verb.head if verb.dep_ == "xcomp" and verb.head.dep_ == "pcomp" else verb
    if clause.dep_ != "pcomp" or clause.head.lower_ not in ("for", "of", "with", "over"):
        return []
    court = clause.head.head
    if court.pos_ == "NOUN" and court.lemma_ in ("trial", "charge"):
        goes = next((v for v in governors(court) if v.pos_ == "VERB"), None)
        return agents(goes) if goes is not None and goes.lemma_ in _STANDS else []
    return agents(verb) if passive(court) else []


def name_culprit(told: list[Act], sentence: Span, cast: Cast) -> None:
    """Make him whom a sentence names the hand of the last attack that was told before it."""
    culprit = _culprit_told(sentence, cast) if told else None
    if culprit is None:
        return
    before = [act for act in told if act.is_violent and act.anchor.sent != sentence]
    for act in before[-1:]:
        _give(act, culprit)


def _culprit_told(sentence: Span, cast: Cast) -> Who | None:
    words = vocabulary(sentence)
    if _WORDS.isdisjoint(words) and not ("national" in words or "citizen" in words):
        return None
    for token in sentence:
        if not (_is_he(token) or (token.lemma_.lower() in _CULPRITS and _spoken_of(token))):
            continue
        for told in _said_to_be(token):
            who = cast.who(told)
            if who is not None and who.country not in ("UNK", "IGO", "NGO"):
                return who
    return None


def _is_he(token: Token) -> bool:
    """ "He is an Afghan national", "the man is a Roman citizen": where a report goes on so."""
    he = token.lower_ in ("he", "she") or (token.lower_ == "man" and _spoken_of(token))
    return he and token.dep_ == "nsubj" and token.i - token.sent.start < 2 and _is_citizen(token)


def _is_citizen(subject: Token) -> bool:
    told = (c for c in subject.head.children if c.dep_ == "attr")
    return any(c.lemma_ in ("national", "citizen") for c in told)


def _spoken_of(culprit: Token) -> bool:
    """ "The attacker", "one of the gunmen", "all three attackers": no others than were told."""
    return any(c.lower_ in ("the", "both", "all", "these") for c in culprit.children)


def _said_to_be(culprit: Token) -> list[Token]:
    """What somebody is beside his name: "the gunman, a Roman", "the attackers were Romans"."""
    some = culprit.head.head if culprit.head.lower_ == "of" else culprit  # "two of the gunmen"
    found = [c for one in (some, culprit) for c in one.children if c.dep_ == "appos"]
    held = [c for one in (some, culprit) for c in one.children if c.dep_ in ("acl", "relcl")]
    verb = some.head
    if some.dep_ in ("nsubj", "nsubjpass"):
        held.append(verb)
        found += [c for c in verb.children if c.dep_ == some.dep_ and c.i > some.i]  # misread
        found += [c for c in verb.children if c.dep_ == "attr"] if verb.lemma_ == "be" else []
        found += prepositional(verb, *_OF.get(verb.lemma_, ("as",)))  # "were from the front"
    for saying in (v for v in held if v.lemma_ in _HELD_TO_BE):
        found += prepositional(saying, "as")
        found += [c for c in saying.children if c.dep_ == "oprd"]
        being = (c for c in saying.children if c.dep_ == "xcomp" and c.lemma_ == "be")
        found += [t for be in being for t in be.children if t.dep_ == "attr"]
    above = [verb, *held]
    return [] if any(c.lower_ in _DENIED for v in above for c in v.children) else found


def _give(act: Act, culprit: Who) -> None:
    """Make him the hand of an attack that has no other: a gunman's land, a group's member."""
    by = act.initiator
    if act.status != "happened" or not act.kind.startswith("attack"):
        return
    somebody = by is not None and by.sector == "CVL" and len(by.name.split()) <= _A_MAN
    if by is not None and by.code not in _UNNAMED and not somebody:
        return
    if culprit.code.split(".")[1:2] == ["REB"] and culprit.code.count(".") == 1:
        culprit = replace(culprit, code=f"{culprit.country}.CVL")
    if culprit.sector in (None, "CVL", "REF", "EDU", "OPP"):
        if culprit.country in NO_COUNTRIES:
            return
        armed = by is not None and by.sector == "REB"
        culprit = replace(culprit, code=f"{culprit.country}.{'REB' if armed else 'CVL'}")
    act.initiator = culprit
    act.kind = kind_by_hands(act)
    act.rule += "+culprit"
