"""Words of an act that tell of none: what came to nothing, is asked, or guards against nature.

Nor do what is told only to say when or why something else was done, and blame that is laid to
things.
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import violent_words
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.once import sentence_of, vocabulary
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import KIN

_FAILED = word_set("collapse fail end expire falter stall break")
_PRECAUTIONS = frozenset({"coerce.restriction", "sanction", "sanction.trade", "sanction.border"})
_CALAMITY = word_set(
    "flood flooding earthquake quake cyclone hurricane typhoon storm wildfire drought landslide"
    " avalanche dam heatwave smog covid covid-19 coronavirus pandemic epidemic virus outbreak"
    " infection variant polio snow snowfall rain monsoon pollution weather fog"
)
_PUTS_OFF = word_set("cancel postpone delay put call cut defer")
_NEEDS = _CALAMITY | word_set(
    "airport ill illness sick health hospital surgery funeral fever infection injury weather"
    " shutdown"
)
_FOUGHT = word_set("hour gunman attacker militant hostage kill commando storm")
_ONE_MAN = word_set("soldier marine sergeant serviceman trooper paratrooper officer")
_POLLS = word_set("election presidential candidate candidacy runoff run-off primary ballot")
_LEAVES = word_set("withdraw pull evacuate close shut relocate remove move")
_DANGERS = word_set("security threat safety insecurity risk danger unsafe fear bombing")
_TROUBLES = word_set("tension escalation situation crisis hostility plight standoff stand-off rift")
_TIMES = word_set("time moment day hour week night month period occasion")
_PUNISH = word_set("arrest detain jail imprison sentence execute hang flog fine expel deport exile")
_OF_FIRMS = ("agree", "retreat.resignation")
_OF_COURTS = ("coerce.arrest", "accuse.charge")
_OF_JUDGES = (*_OF_COURTS, "concede.release", "reject", "reject.proposal", "accuse")
_PETTY = word_set(
    "steal theft divorce dowry match-fixing fixing traffic"
    " shoplifting burglary cheat cheating alimony"
    " inheritance royalty royalties drunk-driving speeding defamation plagiarism"
    " doping negligence adultery fraud forgery embezzle embezzlement bigamy gambling"
    " crash collision accident drunk"
)
_CHEATS = word_set("match-fixing spot-fixing fixing doping")
_MARKS = frozenset({'"', "”", "’", "''"})
_NAMELESS = word_set(
    "name named names identify identified anonymity anonymous anonymously identity"
)
_VICE = word_set("rape rapist sexual sexually molest molestation paedophile pedophile incest")
_OF_THE_PUBLIC = word_set(
    "fan player athlete actor singer customer shareholder investor viewer reader critic striker"
    " consumer patient audience celebrity coach buyer seller diner novelist director"
)
_PRIVATE = word_set(
    "child kid orphan pupil refugee migrant evacuee victim patient survivor family relative parent"
    " widow mother father fan athlete player celebrity actor singer wounded injured"
)


def is_void(word: Cue) -> bool:
    """Is it an open question, a noun that is denied or failed, or only when or why?"""
    if _open_question(word.anchor) or _of_a_charge(word.anchor) or _asks_to_know(word.anchor):
        return True
    if word.kind in _OF_COURTS and _of_the_family(word.anchor):
        return True
    if word.kind == "accuse.condemn" and _is_worried(word.anchor):
        return True
    if _dates(word.anchor) or _on_the_way(word) or _gives_the_reason(word.anchor):
        return True
    if _ends_a_siege(word) or _of_one_man(word) or _of_an_election(word):
        return True
    if any(t.lemma_.lower() in _CALAMITY for t in agents(word.anchor)):
        return True  # "the drought has displaced them"
    return word.noun is not None and (_came_to_nothing(word) or _no(word))


def _of_one_man(word: Cue) -> bool:
    """ "The soldier is flown out to Kuwait": one man is moved, and no forces."""
    if word.kind not in ("retreat.withdrawal", "mobilize.troops"):
        return False
    moved = [t for t in patients(word.anchor) if t.lemma_.lower() in _ONE_MAN]
    return bool(moved) and all(t.tag_ == "NN" for t in moved)


def _of_an_election(word: Cue) -> bool:
    """ "Drops out of the election and endorses his rival"."""
    endorses = word.kind == "support" and word.anchor.lemma_ in ("endorse", "back")
    return endorses and not _POLLS.isdisjoint(vocabulary(sentence_of(word.anchor)))


def _ends_a_siege(word: Cue) -> bool:
    """ "Troops ended a 12-hour siege of a hotel": they fought those inside, and yielded nothing."""
    if not word.kind.startswith("concede") or word.anchor.lemma_ != "end":
        return False
    siege = [t for t in patients(word.anchor) if t.lemma_.lower() in ("siege", "standoff")]
    return bool(siege) and not _FOUGHT.isdisjoint(vocabulary(sentence_of(word.anchor)))


def _asks_to_know(verb: Token) -> bool:
    """ "Who is next?" asked a minister; an official "asked not to be named": nothing demanded."""
    if verb.lemma_ not in ("ask", "request"):
        return False
    first = verb.sent[0]
    asked = first.text in _MARKS and verb.i == first.i + 1
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    asked = asked or any(t.lower_ in ("if", "whether") for c in clauses for t in c.children)
    return asked or any(t.lower_ in _NAMELESS for t in verb.subtree)


def is_precaution(word: Cue, kind: str) -> bool:
    """Is a limit over a flood, a virus: no coercion?"""
    if kind == "sanction.diplomatic":
        why = {t.lemma_.lower() for t in word.anchor.subtree}
        needs = word.anchor.lemma_.lower() in _PUTS_OFF and not _NEEDS.isdisjoint(why)
        return needs or (word.anchor.lemma_.lower() in _LEAVES and not _DANGERS.isdisjoint(why))
    if "lockdown" in vocabulary(sentence_of(word.anchor)) and _over_cases(word.anchor):
        return True
    return bool(_PRECAUTIONS & {kind, word.kind}) and _of_nature(word.anchor)


def _over_cases(verb: Token) -> bool:
    """ "Orders a lockdown as cases rise"."""
    locked = any(t.lower_ == "lockdown" for t in verb.subtree)
    return locked and any(t.lemma_ == "case" for t in verb.sent)


def blames_things(word: Cue, cast: Cast) -> bool:
    """ "Officials blame the rain for it": nobody is accused."""
    verb = word.anchor
    if verb.lemma_.lower() not in ("blame", "fault", "attribute"):
        return False
    blamed = prepositional(verb, "on", "to") or patients(verb)
    of_it = [t for thing in blamed for t in thing.subtree]
    persons = any(t.lower_ in ("other", "another", "others") for t in of_it)  # "each other"
    return bool(blamed) and not persons and all(cast.who(t) is None for t in of_it)


def is_private(word: Cue, target: Who | None, cast: Cast) -> bool:
    """ "Met orphans", "jailed a teacher for rape", "fans demand refunds": no matter of sides."""
    doers = agents(word.anchor)
    if doers and all(t.lemma_.lower() in _OF_THE_PUBLIC for t in doers):
        return target is None or target.country == "UNK"
    met = [cast.doc[target.head]] if target is not None else patients(word.anchor)
    if word.kind == "coerce.restriction" and any(t.lower_ in _CHEATS for t in word.anchor.subtree):
        return True
    private = any(t.lemma_.lower() in _PRIVATE for t in met)
    if word.kind in _OF_JUDGES and (target is None or target.sector in ("CVL", "BUS")):
        told = {t.lemma_.lower() for t in word.anchor.subtree}
        petty = word.kind != "coerce.arrest" and not _PETTY.isdisjoint(told)
        return petty or not _VICE.isdisjoint(told)
    return private and word.kind.startswith("talks")


def is_business(kind: str, who: Who, target: Who | None) -> bool:
    """ "The company expects to pay", "the firm agrees", its head resigns: no matter of state."""
    known = target is not None and target.country != "UNK"
    official = known and target is not None and target.sector not in ("BUS", "CVL")
    return who.sector == "BUS" and not official and kind.startswith(_OF_FIRMS)


def is_of_a_party(word: Cue, kind: str, who: Who) -> bool:
    """ "The Labour Party expels a member", a union suspends one: no matter of states."""
    inside = who.sector in ("PTY", "OPP", "LAB", "LEG", "BUS", "CVL")
    expels = word.anchor.lemma_.lower() in ("expel", "suspend", "oust", "eject")
    return kind in ("sanction.diplomatic", "coerce.expulsion") and inside and expels


def _of_the_family(verb: Token) -> bool:
    """ "Jailed for an honour killing", "for the murder of his wife": no matter of state."""
    for noun in verb.subtree:
        if noun.lemma_.lower() not in ("murder", "killing", "rape", "death", "violence", "abuse"):
            continue
        own = {c.lower_ for c in noun.children}
        of = prepositional(noun, "of")
        if own & {"honour", "honor", "domestic"} or any(t.lemma_.lower() in KIN for t in of):
            return True
    return False


def _is_worried(verb: Token) -> bool:
    """ "Voiced concern over the tensions between Rome and Bern": it blames neither."""
    felt = [t for t in patients(verb) if t.lemma_.lower() in ("concern", "alarm", "worry")]
    near = [t for thing in (verb, *felt) for t in prepositional(thing, "over", "about", "at")]
    return bool(felt) and any(t.lemma_.lower() in _TROUBLES for t in near)


def _dates(verb: Token) -> bool:
    """ "On the day that ministers were to arrive": when something else happened."""
    while verb.dep_ == "xcomp":
        verb = verb.head
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in _TIMES


def _on_the_way(word: Cue) -> bool:
    """ "Was shot at while travelling to Lyon": no visit."""
    verb = word.anchor
    during = any(c.lower_ in ("while", "when") for c in verb.children)
    return word.kind == "talks.visit" and verb.tag_ == "VBG" and verb.dep_ == "advcl" and during


def _gives_the_reason(verb: Token) -> bool:
    """ "Was murdered for criticizing the law", "freed in exchange for yielding": for what."""
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "for":
        return False
    done = verb.head.head
    hurt = any(w.token.i == done.i for w in violent_words(verb.sent))
    return hurt or done.lemma_.lower() in _PUNISH | {"exchange", "return"}


def _open_question(verb: Token) -> bool:
    """ "Did not say if it would discuss the plan", not "says that if talks fail it will strike"."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    asked = verb.dep_ == "ccomp" and "that" not in marks and marks & {"if", "whether"}
    return bool(asked) and any(c.dep_ == "neg" for c in verb.head.children)


def _no(word: Cue) -> bool:
    """ "No talks were held"."""
    return word.noun is not None and any(c.lower_ == "no" for c in word.noun.children)


def _came_to_nothing(word: Cue) -> bool:
    """ "The ceasefire collapsed"; but talks that failed were held."""
    noun = word.noun
    failed = noun is not None and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _FAILED
    if noun is not None and any(c.lower_ == "out" for c in noun.head.children):
        return False  # "protests broke out"
    return failed and not word.kind.startswith("talks")


def _of_a_charge(verb: Token) -> bool:
    """ "Is charged with fraud and aiding rebels": what it is for, however it is parsed."""
    bare = not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ == "VBN" and bare


def _of_nature(measure: Token) -> bool:
    """A state of emergency over a flood, a lockdown over a virus: no coercion.

    What it is over may stand in the sentence before or after.
    """
    sentence, doc = measure.sent, measure.doc
    first = doc[sentence.start - 1].sent.start if sentence.start else 0
    last = doc[sentence.end].sent.end if sentence.end < len(doc) else len(doc)
    words = {form for t in doc[first:last] for form in (t.lower_, t.lemma_.lower())}
    return bool(words & _CALAMITY) or {"heat", "wave"} <= words
