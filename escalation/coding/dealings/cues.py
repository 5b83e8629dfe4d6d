"""Cues: the verbs and nouns of a sentence that say an act of word or deed."""

from spacy.tokens import Span, Token

from escalation.coding.attacks.street import is_beside, is_rough, marched_then, marches
from escalation.coding.attacks.violence import violent_words
from escalation.coding.dealings.arrivals import is_there
from escalation.coding.dealings.cautions import warning
from escalation.coding.dealings.charges import falls_short
from escalation.coding.dealings.commands import command, is_commanded
from escalation.coding.dealings.cue import BESIDE, Cue
from escalation.coding.dealings.disclaimers import denial
from escalation.coding.dealings.forbearance import forbearing
from escalation.coding.dealings.implied import BARRED
from escalation.coding.dealings.lexicon import lexicon
from escalation.coding.dealings.other_sense import (
    asks,
    at_war,
    for_itself,
    is_by_phone,
    is_of_duty,
    is_offered,
    its_own_deed,
    only_named,
    says_who,
    tells_another,
)
from escalation.coding.dealings.outermost import outermost
from escalation.coding.dealings.part_in import part_in
from escalation.coding.dealings.reaction import reacting
from escalation.coding.dealings.soil import ground_used
from escalation.coding.dealings.under_way import part_of, stands, there_was
from escalation.coding.dealings.vows import vowed
from escalation.coding.dealings.whence import whence
from escalation.coding.sentence.clause import agents, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY

_LIGHT = word_set(
    "hold begin start launch open resume continue conduct stage make give issue announce declare"
    " impose lift order undertake lead attend join organize organise renew restart conclude end"
    " call carry complete propose extend reach accept mediate broker host repeat reiterate demand"
    " reject suspend face see schedule plan finish have take offer trigger spark mandate"
    " provoke prompt ignite unleash"
)
_OCCUR = word_set(
    "begin start resume continue take occur open break erupt end conclude collapse fail focus"
    " come hold enter achieve yield bring"
    " stall reach go follow remain last spread turn produce aim get commence proceed ensue"
)
_STIRS = word_set(
    "spark trigger prompt draw provoke cause ignite fuel unleash bring raise stir anger"
    " enrage infuriate outrage set lead deepen worsen strain"
)
_MEASURES = ("coerce", "sanction", "concede.release")
_REACTIONS = ("accuse", "reject", "threat", "demand")
_ARMS = word_set("air military operation act respond retaliate force action strike")
_STATES = {
    "suspended": "sanction.trade",
    **dict.fromkeys(("closed", "shut", "sealed"), "sanction.border"),
}
_TRADED = word_set("trade commerce engagement relation tie transit export import link")
_UNREAL = word_set("threatened possible potential hypothetical")
_COURTS = word_set("court judge tribunal magistrate bench")
_HELD = ("talks", "protest")
_ENDS = word_set("end suspend break reject")
_SPEAKS = word_set("speak talk brief comment disclose reveal discuss")
_GATES = word_set("border crossing frontier gate point")


def cues(sentence: Span, taken: set[int], *, said: bool = False) -> list[Cue]:
    """The outermost cues of a sentence; ``taken`` are words that violence was read from.

    ``said`` tells that somebody says the whole of it, as in a headline: "Rome must act: Bern".
    """
    words = _words(sentence, taken, said)
    words = outermost([w for w in words if not is_commanded(w.anchor, words)])
    root = sentence.root
    if said and not words and (frame := lexicon().of_saying(root)) is not None:
        return [Cue(root, frame.kind, "said:say")]
    if not words and not taken and (visit := is_there(sentence)) is not None:
        return [visit]
    if words or taken or not marches(root):
        return words
    return [Cue(root, "protest", f"verb:{root.lemma_.lower()}")]


def _words(sentence: Span, taken: set[int], said: bool) -> list[Cue]:
    found: list[Cue] = []
    known = lexicon()
    violent = {w.token.i: w.kind for w in violent_words(sentence)}
    for token in sentence:
        if token.dep_ in ("amod", "compound"):  # "banned groups" tells of no ban
            continue
        if token.pos_ in ("VERB", "AUX") and token.i not in taken:
            word = _verb(token, violent, said=said and token.dep_ == "ROOT")
            if word is not None:
                found.append(word)
        elif token.pos_ == "NOUN":
            frame = known.of_noun(token)
            kind = frame.kind if frame is not None else known.nouns.get(token.lemma_.lower())
            kind = "talks.call" if is_by_phone(token) else kind
            word = _noun(token, kind, said=said) if kind is not None else None
            if word is not None and word.anchor.i not in taken:
                found.append(word)
    best: dict[int, Cue] = {}
    protests = {word.anchor.i for word in found if word.kind.startswith("protest")}
    for word in found:
        if word.kind == "protest" and word.anchor.dep_ == "acl" and word.anchor.head.i in protests:
            continue  # "in protests organized by the union": those
        held = best.get(word.anchor.i)
        depth = word.kind.count("."), word.noun is None  # "the ban is lifted": so says the verb
        if held is None or depth > (held.kind.count("."), held.noun is None):
            best[word.anchor.i] = word
    return list(best.values())


def _verb(verb: Token, violent: dict[int, str], *, said: bool) -> Cue | None:
    lemma = verb.lemma_.lower()
    if lemma == "hesitate" and any(c.dep_ == "neg" for c in verb.children):
        armed = any(t.i in violent or t.lower_ in _ARMS for t in verb.subtree)
        return Cue(verb, "threat.military" if armed else "threat", "verb:hesitate")
    told = ground_used(verb) or whence(verb) or denial(verb) or vowed(verb, violent)
    told = told or forbearing(verb) or command(verb) or part_in(verb) or falls_short(verb)
    if told is not None:
        return told
    if _tells_of_a_charge(verb, lemma):
        return None  # what is said of it is told by its own verb
    if lemma in ("remain", "stay", "be") and (state := _state(verb)) is not None:
        return state
    if lemma in ("allow", "permit") and _not_let(verb):
        return Cue(verb, "coerce.restriction", f"none:{lemma}")
    if says_who(verb):
        return None
    if _must(verb, said):
        return Cue(verb, "demand", "verb:must")
    if lemma == "warn":
        return warning(verb)
    if lemma == "agree" and any(t.lemma_.lower() in _COURTS for t in agents(verb)):
        return None  # "a court agrees to hear the case"
    frame = lexicon().of_verb(verb)
    if frame is not None and (cue := _framed(verb, frame.kind, violent)) is not None:
        return cue
    if verb.i in violent and violent[verb.i] != "harm":
        return Cue(verb, "threat.military", f"violence:{lemma}")
    return None


def _tells_of_a_charge(saying: Token, lemma: str) -> bool:
    """ "Says that its soil is used", "that the attackers came from Chad"?"""
    told = (c for c in saying.children if c.dep_ == "ccomp")
    return lemma in SAY and any((ground_used(c) or whence(c)) is not None for c in told)


def _not_let(verb: Token) -> bool:
    """ "Women are no longer allowed to work", "does not allow girls to study": a ban."""
    near = [t for c in verb.children if c.dep_ in ("neg", "advmod") for t in c.subtree]
    no = any(t.lower_ in ("not", "n't", "no", "never") for t in near)
    no = no and not any(c.lemma_ in _SPEAKS for c in verb.children)  # "who may not be named"
    return no and any(t.lemma_.lower() in BARRED for t in patients(verb))


def _must(verb: Token, said: bool) -> bool:
    """ "X said that Y must ...": a demand, whatever it is that Y must do."""
    obliged = any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children)
    someone = not any(c.dep_ == "expl" for c in verb.children)  # not "there should be a plan"
    told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAY - {"warn"}  # a cue itself
    return obliged and someone and (said or told)


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


def _framed(verb: Token, kind: str, violent: dict[int, str]) -> Cue | None:
    """The cue of a verb in the frame of a kind, unless the sentence means another by it."""
    lemma = verb.lemma_.lower()
    clause = any(c.dep_ in ("ccomp", "oprd") and c.i not in violent for c in verb.children)
    if lemma in SAY and kind.startswith("accuse") and not clause:
        return None
    if kind == "protest.strike" and at_war(verb, violent):
        return Cue(verb, "threat.military", f"violence:{lemma}")
    if kind == "talks.visit" and asks(verb):
        return Cue(verb, "demand", f"verb:{lemma}")
    if is_offered(verb, kind):
        return Cue(verb, "agree.offer", f"verb:{lemma}")
    if tells_another(verb, kind):
        return None
    if lemma == "defend" and its_own_deed(verb):
        return Cue(verb, "reject.accusation", "verb:defend")
    if lemma == "deny" and any(c.dep_ == "ccomp" or c.tag_ == "VBG" for c in verb.children):
        return Cue(verb, "reject.accusation", "verb:deny")  # "denies that he stole it", "stealing"
    if only_named(verb, kind) or for_itself(verb, kind):
        return None
    street = kind.startswith("protest") and marched_then(verb)
    return Cue(verb, kind, f"{BESIDE if street else 'verb:'}{lemma}")


def _noun(noun: Token, kind: str, *, said: bool) -> Cue | None:
    rule = f"noun:{noun.lemma_.lower()}"
    if kind.startswith(_HELD):
        noun = part_of(noun) or noun
    role, head = noun.dep_, noun.head
    if said and kind.startswith("talks") and role == "ROOT" and _none(noun):
        return Cue(noun, "reject.proposal", "said:none")  # "No talks with Rome: Bern"
    while role == "conj":
        role, head = head.dep_, head.head
    lemma = head.lemma_.lower()
    if kind == "protest" and is_rough(noun):
        kind = "protest.riot"
    if noun.lemma_.lower() == "ban" and any(c.lower_ == "travel" for c in noun.children):
        kind = "sanction"
    if _only_spoken_of(noun, kind, role, head):
        return None
    if kind.startswith(_REACTIONS) and reacting(noun):
        return Cue(noun, kind, rule, noun)  # "the raid drew condemnation from Rome"
    if role in ("dobj", "nsubjpass", "oprd") and lemma in _LIGHT:
        return Cue(head, kind, rule, noun)
    if role == "nsubj" and kind == "agree.ceasefire" and lemma in ("hold", "remain", "last"):
        return None  # one that holds is not agreed anew
    if role in ("nsubj", "nsubjpass") and kind == "talks" and stands(head):
        return Cue(noun, kind, rule, noun)
    if role == "nsubj" and lemma in _OCCUR and head.pos_ == "VERB":
        return Cue(noun, kind, rule, noun)
    if role == "nsubj" and lemma in _STIRS and kind.startswith(_MEASURES) and _whose_it_was(noun):
        return Cue(noun, kind, rule, noun)  # "the arrest of a bishop sparked protests"
    if role == "pobj" and (verb := _in_protest(noun)) is not None:
        return Cue(verb, kind, rule, noun)
    if role == "attr" and kind.startswith(_HELD) and there_was(head) and not _none(noun):
        return Cue(noun, kind, rule, noun)
    if role == "ROOT" and not any(c.dep_ == "nsubj" for c in noun.children):
        return Cue(noun, kind, rule, noun)
    if is_beside(noun):
        return Cue(noun, kind, BESIDE + noun.lemma_.lower(), noun)  # "two die in protests"
    if role == "pobj" and head.lower_ in ("after", "following") and _whose(noun):
        return Cue(noun, kind, rule, noun)  # "following threats by Rome": of before
    return None


def _only_spoken_of(noun: Token, kind: str, role: str, head: Token) -> bool:
    """Does a noun name an act that is over, unreal, staged or spoken of, and tell none?"""
    lemma = head.lemma_.lower()
    if kind.startswith("agree.ceasefire") and lemma in _ENDS:
        return True
    if kind == "investigate" and lemma in ("suspend", "halt", "drop", "end", "close", "conclude"):
        return True
    off = lemma == "call" and any(c.lower_ == "off" for c in head.children)
    if kind.startswith("agree") and off:
        return True
    if any(c.dep_ == "amod" and c.lower_ in _UNREAL for c in noun.children):
        return True  # "threatened arrests"
    if kind == "threat" and (
        lemma == "call" or any(t.lower_ in ("travel", "weather") for t in noun.subtree)
    ):
        return True  # "calls the threats an insult"
    if is_of_duty(noun):
        return True
    if any(c.lower_ == "door" for t in noun.children for c in (t, *t.children)):
        return True  # from door to door
    if lemma == "call" and any(c.dep_ in ("oprd", "ccomp", "acomp") for c in head.children):
        return True  # "called the meeting historic"
    # "the arrests were staged": they were none
    return role == "nsubjpass" and lemma == "stage" and kind.startswith("coerce")


def _none(noun: Token) -> bool:
    return any(c.lower_ == "no" for c in noun.children)


def _in_protest(noun: Token) -> Token | None:
    """ "Pupils sang outside a school in protest": whatever it is that people do."""
    if noun.lower_ != "protest" or noun.head.lower_ != "in":
        return None
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is None or any(c.dep_ in ("det", "poss", "amod") for c in noun.children):
        return None
    return verb if any(t.tag_ == "NNS" for t in agents(verb)) else None


def _whose_it_was(noun: Token) -> bool:
    """ "The arrest of a bishop", "the bishop's arrest": one that was made, not arrests at large."""
    return any(c.dep_ == "poss" or c.lower_ == "of" for c in noun.children)


def _whose(noun: Token) -> bool:
    """Does a noun say whose act it is: "threats by Rome", "Rome's threats"?"""
    return any(
        c.dep_ == "poss" or (c.dep_ in ("prep", "agent") and c.lower_ in ("by", "between", "from"))
        for c in noun.children
    )
