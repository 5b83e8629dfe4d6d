"""Cues: the verbs and nouns of a sentence that say an act of word or deed."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from escalation.coding.clause import agents, for_to, governors, prepositional
from escalation.coding.lexicon import lexicon
from escalation.coding.other_sense import for_itself, its_own_deed, only_named, tells_another
from escalation.coding.phrases import word_set
from escalation.coding.status import SAY
from escalation.coding.street import is_beside, is_rough, marched_then, marches
from escalation.coding.violence import violent_words

_LIGHT = word_set(
    "hold begin start launch open resume continue conduct stage make give issue announce declare"
    " impose lift order undertake lead attend join organize organise renew restart conclude end"
    " call carry complete propose extend reach accept mediate broker host repeat reiterate demand"
    " reject suspend face see schedule plan finish have take offer trigger spark order mandate"
)
_OCCUR = word_set(
    "begin start resume continue take occur open break erupt end conclude collapse fail focus"
    " come hold enter achieve yield bring"
    " stall reach go follow remain last spread turn produce aim"
)
_ARMS = word_set("air military operation act respond retaliate force action strike")
_CONSEQUENCES = word_set("consequence retaliation reprisal response action price repercussion war")
BESIDE = "beside:"
_TELLS = word_set("announce declare confirm report reveal disclose")
_STATES = {
    "suspended": "sanction.trade",
    "closed": "sanction.border",
    "shut": "sanction.border",
    "sealed": "sanction.border",
}
_TRADED = word_set("trade commerce engagement relation tie transit export import link")
_UNREAL = word_set("threatened possible potential hypothetical")
_FORCES = word_set("troop soldier force marine army contingent peacekeeper")
_COURTS = word_set("court judge tribunal magistrate bench")
_ENDS = word_set("end suspend break reject")
_GATES = word_set("border crossing frontier gate point")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that says a kind: ``anchor`` has the parties, ``noun`` the event noun."""

    anchor: Token
    kind: str
    rule: str
    noun: Token | None = None

    @property
    def is_beside(self) -> bool:
        """Is it told beside another act, and is one of its own (``street.py``)?"""
        return self.rule.startswith(BESIDE)


def cues(sentence: Span, taken: set[int]) -> list[Cue]:
    """The outermost cues of a sentence; ``taken`` are words that violence was read from."""
    words = _outermost(_words(sentence, taken))
    root = sentence.root
    if words or taken or not marches(root):
        return words
    return [Cue(root, "protest", f"verb:{root.lemma_.lower()}")]


def _words(sentence: Span, taken: set[int]) -> list[Cue]:
    found: list[Cue] = []
    known = lexicon()
    violent = {w.token.i: w.kind for w in violent_words(sentence)}
    for token in sentence:
        if token.dep_ in ("amod", "compound"):  # "banned groups" tells of no ban
            continue
        if token.pos_ in ("VERB", "AUX") and token.i not in taken:
            word = _verb(token, violent)
            if word is not None:
                found.append(word)
        elif token.pos_ == "NOUN":
            frame = known.of_noun(token)
            kind = frame.kind if frame is not None else known.nouns.get(token.lemma_.lower())
            word = _noun(token, kind) if kind is not None else None
            if word is not None and word.anchor.i not in taken:
                found.append(word)
    best: dict[int, Cue] = {}
    for word in found:
        held = best.get(word.anchor.i)
        if held is None or word.kind.count(".") > held.kind.count("."):
            best[word.anchor.i] = word
    return list(best.values())


def _verb(verb: Token, violent: dict[int, str]) -> Cue | None:
    lemma = verb.lemma_.lower()
    if lemma == "hesitate" and any(c.dep_ == "neg" for c in verb.children):
        armed = any(t.i in violent or t.lower_ in _ARMS for t in verb.subtree)
        return Cue(verb, "threat.military" if armed else "threat", "verb:hesitate")
    if lemma in ("remain", "stay", "be") and (state := _state(verb)) is not None:
        return state
    if lemma == "want" and verb.tag_ == "VBN" and verb.dep_ == "acl":
        return None  # "a man wanted for murder" is no demand
    if _must(verb):
        return Cue(verb, "demand", "verb:must")
    if lemma == "warn":
        return _warning(verb)
    frame = lexicon().of_verb(verb)
    if (
        frame is not None
        and lemma in SAY
        and frame.kind.startswith("accuse")
        and not any(c.dep_ == "ccomp" and c.i not in violent for c in verb.children)
    ):
        frame = None
    if frame is not None and tells_another(verb, frame.kind):
        frame = None
    if frame is not None and lemma == "defend" and its_own_deed(verb):
        return Cue(verb, "reject.accusation", "verb:defend")
    if frame is not None and lemma == "deny" and any(c.dep_ == "ccomp" for c in verb.children):
        return Cue(verb, "reject.accusation", "verb:deny")  # "denies that he stole the money"
    if frame is None and _troops_leave(verb):
        return Cue(verb, "retreat.withdrawal", f"verb:{lemma}")
    if lemma == "agree" and any(t.lemma_.lower() in _COURTS for t in agents(verb)):
        return None  # "a court agrees to hear the case"
    if frame is not None and not only_named(verb, frame.kind) and not for_itself(verb, frame.kind):
        street = frame.kind.startswith("protest") and marched_then(verb)
        return Cue(verb, frame.kind, f"{BESIDE if street else 'verb:'}{lemma}")
    if verb.i in violent and violent[verb.i] != "harm":
        return Cue(verb, "threat.military", f"violence:{lemma}")
    return None


def _troops_leave(verb: Token) -> bool:
    """ "The last Dutch troops leave Mali"."""
    who = {t.lemma_.lower() for t in agents(verb)}
    where = [c for c in verb.children if c.dep_ == "dobj"]
    lands = any(t.pos_ == "PROPN" or t.lemma_.lower() == "country" for t in where)
    return verb.lemma_.lower() in ("leave", "exit", "quit", "depart") and bool(who & _FORCES) and lands


def _must(verb: Token) -> bool:
    """ "X said that Y must ...": a demand, whatever it is that Y must do."""
    obliged = any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children)
    someone = not any(c.dep_ == "expl" for c in verb.children)  # not "there should be a plan"
    said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAY - {"warn"}  # a cue itself
    return obliged and someone and said


def _warning(verb: Token) -> Cue | None:
    """To warn somebody, or that one will do something, is a threat; to warn of things is not."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if any(c.lower_ in ("must", "should") for clause in clauses for c in clause.children):
        return Cue(verb, "demand", "verb:warn")
    warned_of = {t.lemma_.lower() for t in prepositional(verb, "of")}
    if (
        warned_of & _CONSEQUENCES
        or objects
        or any(c.lower_ in ("will", "would") for k in clauses for c in k.children)
    ):
        return Cue(verb, "threat", "verb:warn")
    return None


def _state(verb: Token) -> Cue | None:
    """What remains suspended or closed is a measure in force, whatever the tense."""
    for child in verb.children:
        kind = _STATES.get(child.lower_) if child.dep_ in ("acomp", "oprd", "attr") else None
        if kind is not None:
            things = {
                t.lemma_.lower() for c in verb.children if c.dep_ == "nsubj" for t in c.subtree
            }
            if things & (_TRADED if kind == "sanction.trade" else _GATES):
                return Cue(verb, kind, "state:" + child.lower_)
    return None


def _noun(noun: Token, kind: str) -> Cue | None:
    role, head = noun.dep_, noun.head
    while role == "conj":
        role, head = head.dep_, head.head
    lemma = head.lemma_.lower()
    rule = f"noun:{noun.lemma_.lower()}"
    if kind.startswith("agree.ceasefire") and lemma in _ENDS:
        return None
    if (
        kind.startswith("agree")
        and lemma == "call"
        and any(c.lower_ == "off" for c in head.children)
    ):
        return None
    if any(c.dep_ == "amod" and c.lower_ in _UNREAL for c in noun.children):
        return None  # "threatened arrests"
    if kind == "threat" and any(t.lower_ in ("travel", "weather") for t in noun.subtree):
        return None
    if kind == "protest" and is_rough(noun):
        kind = "protest.riot"
    if noun.lemma_.lower() == "ban" and any(c.lower_ == "travel" for c in noun.children):
        kind = "sanction"
    if any(c.lower_ == "door" for t in noun.children for c in (t, *t.children)):
        return None  # from door to door
    if lemma == "call" and any(c.dep_ in ("oprd", "ccomp", "acomp") for c in head.children):
        return None  # "called the meeting historic"
    if role in ("dobj", "nsubjpass", "oprd") and lemma in _LIGHT:
        return Cue(head, kind, rule, noun)
    if role == "nsubj" and kind == "agree.ceasefire" and lemma in ("hold", "remain", "last"):
        return None  # one that holds is not agreed anew
    if role == "nsubj" and lemma in _OCCUR and head.pos_ == "VERB":
        return Cue(noun, kind, rule, noun)
    if role == "ROOT" and not any(c.dep_ == "nsubj" for c in noun.children):
        return Cue(noun, kind, rule, noun)
    if is_beside(noun):
        return Cue(noun, kind, BESIDE + noun.lemma_.lower(), noun)  # "two die in protests"
    if role == "pobj" and head.lower_ in ("after", "following") and _whose(noun):
        return Cue(noun, kind, rule, noun)  # "following threats by Rome": of before
    return None


def _whose(noun: Token) -> bool:
    """Does a noun say whose act it is: "threats by Rome", "Rome's threats"?"""
    return any(
        c.dep_ == "poss" or (c.dep_ in ("prep", "agent") and c.lower_ in ("by", "between", "from"))
        for c in noun.children
    )


def _outermost(words: list[Cue]) -> list[Cue]:
    """Words that no other word governs; coordinated ones and separate clauses stand beside."""
    anchors = {word.anchor.i: word for word in words}
    kept = []
    for word in words:
        below, absorbed = word.anchor, False
        for above in () if word.is_beside else governors(word.anchor):
            if below.dep_ in ("conj", "parataxis") or _own_clause(below, above):
                break
            if below.dep_ == "relcl" and below.tag_ in ("VBZ", "VBP"):
                break
            if below.dep_ == "prep" and below.lower_ in ("after", "following"):
                break
            if above.i in anchors:
                absorbed = True
                break
            below = above
        if not absorbed:
            kept.append(word)
    return [word for word in kept if not _announced_twice(word, kept)]


def _announced_twice(word: Cue, words: list[Cue]) -> bool:
    """ "Announced that it would ban ...", read both from the announcement and from what it says.

    What was done is told by its own verb; what is still to come only by the announcement.
    """
    for other in words:
        same = other.kind == word.kind
        plain = same or word.anchor.lemma_.lower() in _TELLS
        if plain and _announces(word.anchor, other.anchor) and not _is_ahead(other.anchor):
            return True
        if same and _announces(other.anchor, word.anchor) and _is_ahead(word.anchor):
            return True
    return False


def _announces(outer: Token, inner: Token) -> bool:
    """Does one verb say what the other tells, also by "will continue to"?"""
    while inner.dep_ == "xcomp":
        inner = inner.head
    said = inner.dep_ == "ccomp" and inner.head.i == outer.i
    return said and outer.lemma_.lower() in SAY


def _is_ahead(verb: Token) -> bool:
    while verb.dep_ == "xcomp":
        verb = verb.head
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in verb.children)


def _own_clause(below: Token, above: Token) -> bool:
    if below.dep_ == "ccomp" and above.lemma_.lower() in SAY:
        return True
    if below.dep_ == "ccomp" and any(t.text == ";" for t in above.doc[below.i : above.i]):
        return True  # "Rome condemns the raid; Vienna and Bern abstain"
    if below.dep_ == "advcl" and for_to(below):
        return False
    if below.dep_ == "advcl":
        return below.tag_ == "VBG" or any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children)
    return False
