"""Whether an act is told as having happened, and by whom: the mood of a word in its sentence.

The mood is read upwards from the word: its own auxiliaries and negation, then every verb and noun
that governs it ("threatened to", "a plan to", "accused of", "if ..."), up to the verb of saying.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from escalation.coding.attacks.eventive import made_in_a_row
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.clause import VERBS, backshifted, for_to, patients, said_in
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.afterwards import hours_after, long_after
from escalation.coding.status.asked import asked, finite
from escalation.coding.status.conditions import CONDITION, commanded, conditional, proviso, turned
from escalation.coding.status.operators import (
    DEMAND,
    REFUSE,
    SAY,
    THREATEN,
    foils,
    is_untrue,
    operator_of,
    told_behind,
)
from escalation.coding.status.owned_up import claims_it, owned_up
from escalation.coding.status.to_come import failed_beside, is_to_come, still_to_be
from escalation.coding.tolls.raised import counts_dead, tells_a_toll

MODAL = {
    "will": "will", "would": "will", "'ll": "will", "shall": "will", "wo": "will", "’ll": "will",
    "may": "may", "might": "may", "could": "may", "can": "may", "ca": "may",
    "must": "must", "should": "must", "ought": "must",
}  # fmt: skip
GROUND = word_set("soil territory land ground airspace")
_CLAIM = word_set("claim allege boast rumor rumour")
_MEMORIES = word_set(
    "anniversary memory commemoration memorial victim survivor witness documentary trial conviction"
    " story tale legend statue portrait monument bust plaque mural stamp"
    " verdict history film book mastermind funeral burial coffin transplant"
)
_BURIED = frozenset({"victim", "funeral", "burial"})
_BEREAVED = word_set("relative family widow kin parent")
_TOLD_BY = frozenset({"xcomp", "dobj", "ccomp", "attr", "acomp"})
_BACKGROUND = word_set("after following since amid despite before because")
_COMPLEMENTS = word_set("xcomp ccomp acl dobj oprd attr acomp")
_YET_TO_COME = word_set("imminent likely possible inevitable unlikely probable planned due")
_WISHED = word_set(
    "plan plot threat bid offer decision right intention desire readiness willingness ability"
    " interest need pledge promise proposal agreement order call warning possibility risk demand"
    " intent goal hope authority permission refusal pressure timetable schedule timeline deadline"
)
_BELIEFS = word_set("belief view opinion notion perception impression theory conviction idea")
_CEASE = word_set("stop cease quit halt end avoid subside")
_DOUBTS = word_set("doubt wonder speculate debate")


@dataclass(slots=True)
class Mood:
    """What stands over a word: negation, modality, and the verbs that govern it."""

    negated: bool = False
    modal: str | None = None  # will, may, must
    operator: str | None = None  # intend, attempt, foil, demand, threaten, refuse, deny, blame
    operator_at: Token | None = None
    hypothetical: bool = False  # in an if-clause, or the matter of a noun such as "fear"
    supposed: bool = False  # in an if-clause
    hinges: bool = False  # has an if-clause of its own
    background: bool = False  # "after ...", "amid ..."
    pluperfect: bool = False
    saying: Token | None = None  # the verb of saying above it
    claimed: bool = False  # said by one who "claims" or "alleges" it
    recalled: bool = False  # the matter of a memory, a trial, an anniversary

    @property
    def real(self) -> bool:
        """Is it told as a fact?"""
        return not (self.negated or self.modal or self.hypothetical) and self.operator is None


def mood_of(token: Token) -> Mood:
    """The mood of a verb, or of a noun that names an act."""
    mood = Mood()
    if token.pos_ in VERBS:
        _own(token, mood)
        mood.hinges = mood.hinges or proviso(token)
    elif token.lemma_ == "attempt":  # "an attempt on his life"
        _operate("attempt", token, mood)
    elif token.dep_ == "attr" and any(c.lower_ == "no" for c in token.children):
        mood.negated = True  # "there was no shelling"
    below = token
    for _ in range(30):
        above = below.head
        if above.i == below.i:
            break
        if _step(below, above, mood):
            break
        below = above.head if failed_beside(below, above) else above
    if mood.saying is None:
        mood.saying = told_behind(below)
    mood.pluperfect = mood.pluperfect and not backshifted(token, mood.saying)
    return mood


def _own(verb: Token, mood: Mood, *, inherit: bool = True) -> None:
    """What a verb has of its own: negation and auxiliaries, and the conjunction over its clause."""
    _negation_and_modals(verb, mood)
    if (
        inherit
        and verb.dep_ == "conj"
        and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children)
        and verb.head.pos_ in VERBS
    ):
        _own(verb.head, mood)
    if commanded(verb):
        mood.hypothetical = True
    if mood.operator is None and (is_to_come(verb) or still_to_be(verb)):
        mood.operator, mood.operator_at = "intend", verb
    _conjunction(verb, mood)


def _negation_and_modals(verb: Token, mood: Mood) -> None:
    for child in verb.children:
        if (
            child.dep_ == "neg"
            or child.lower_ in ("never", "neither", "nor")
            or (child.lower_ == "no" and child.dep_ == "advmod")
            or (child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children))
        ):
            mood.negated = not mood.negated
        elif child.dep_ == "aux" and child.lower_ in MODAL and mood.modal is None:
            mood.modal = MODAL[child.lower_]
        elif child.lower_ == "once" and child.dep_ == "advmod" and verb.tag_ in ("VBD", "VBN"):
            mood.recalled = True  # "once urged him to go"
        elif child.dep_ == "aux" and child.lower_ == "had":
            mood.pluperfect = True
        elif child.dep_ in ("advcl", "xcomp", "ccomp"):
            mood.hinges = mood.hinges or conditional(child)
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            c.dep_ == "det" and c.lower_ == "no" for c in child.children
        ):
            mood.negated = not mood.negated


def _conjunction(verb: Token, mood: Mood) -> None:
    """What the word over a clause makes of it: "if", "until", "after"."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    # "Says that if talks fail, Rome will strike", also where the parse loses the clause
    mood.hinges = mood.hinges or {"that", "if"} <= marks
    if (marks & CONDITION and verb.dep_ == "advcl") or turned(verb):
        mood.hypothetical = mood.supposed = True
    if marks & {"until", "till"} and verb.dep_ == "advcl" and _held_back(verb.head):
        mood.hypothetical = mood.supposed = True
    if (
        marks & _BACKGROUND
        or hours_after(verb)
        or (verb.dep_ == "pcomp" and verb.head.lower_ in _BACKGROUND)
    ):
        mood.background = True
        mood.recalled = mood.recalled or long_after(verb)


def _held_back(verb: Token) -> bool:
    """ "Will not talk until ...", "rejects talks until ...": what is to come first has not come."""
    held = any(c.dep_ == "neg" or c.lower_ in MODAL for c in verb.children)
    return held or verb.lemma_.lower() in REFUSE


def _step(below: Token, above: Token, mood: Mood) -> bool:
    """Take in one governor; True where the climb ends."""
    if above.lower_ in _BACKGROUND and below.dep_ in ("prep", "pobj", "pcomp", "dobj"):
        mood.background = True
    lemma = above.lemma_.lower()
    if (verb := said_in(below, above)) is not None and verb.lemma_ in SAY:
        mood.saying = verb
        return True
    if above.pos_ in VERBS or above.pos_ == "ADJ":
        return _verb_above(below, above, lemma, mood)
    led = below.dep_ in ("prep", "acl", "compound", "pobj")
    led = led or (below.dep_ == "advcl" and for_to(below))  # "a goal for them to lead operations"
    if above.pos_ in ("NOUN", "PROPN") and led:
        return _noun_above(below, above, lemma, mood)
    return False


def _of_a_subject(verb: Token, mood: Mood) -> None:
    """What the verb says of its subject: "an attack is imminent", "if attacks continue"."""
    to_come = any(c.dep_ == "acomp" and c.lower_ in _YET_TO_COME for c in verb.children)
    if to_come or verb.lemma_.lower() in _CEASE - {"end"}:  # "shelling stopped"
        mood.hypothetical = True
    if mood.operator is None and is_untrue(verb):
        _operate("deny", verb, mood)
    ought = any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children)
    if (ought or verb.dep_ in ("ccomp", "advcl")) and verb.pos_ in VERBS:
        _own(verb, mood, inherit=False)


def _verb_above(below: Token, above: Token, lemma: str, mood: Mood) -> bool:
    if below.dep_ == "nsubjpass" and mood.operator is None and foils(above):
        _operate("foil", above, mood)  # "the missile was intercepted"
    if below.dep_ == "ccomp" and lemma == "fear" and _is_beside(below, above):
        return False
    if below.dep_ in ("conj", "parataxis", "relcl", "nsubj", "nsubjpass", "advmod", "npadvmod"):
        if below.dep_ == "nsubj":
            _of_a_subject(above, mood)
        return False
    if lemma == "use" and below.tag_ == "VB" and _grounds(above):
        mood.hypothetical = True  # "militants use Roman soil to attack": what they use it for
    if below.dep_ == "advcl":
        if for_to(below) and lemma in DEMAND and mood.operator is None:
            _operate("demand", above, mood)
        return False
    if below.dep_ == "ccomp" and lemma in _DOUBTS:
        mood.hypothetical = True  # "experts doubt whether it would agree"
    if below.dep_ == "xcomp" and below.tag_ == "VBG" and lemma in _CEASE:
        mood.hypothetical = True  # "stop attacking"
    return _by_complement(below, above, lemma, mood)


def _by_complement(below: Token, above: Token, lemma: str, mood: Mood) -> bool:
    """What a verb makes of what it says, wants or stops; True where nothing above counts."""
    if below.dep_ in ("ccomp", "xcomp", "dobj") and lemma in THREATEN and mood.operator is None:
        _operate("threaten", above, mood)
    elif _is_to(below, above) and mood.modal is None:
        _operate("intend", above, mood)
    elif below.dep_ == "ccomp" and any(t.text == ";" for t in above.doc[below.i : above.i]):
        return True  # "Nine die in a blast; a group claims responsibility"
    elif below.tag_ == "VBG" and lemma in ("suggest", "recommend") and mood.operator is None:
        _operate("intend", above, mood)
    elif below.dep_ == "ccomp" and mood.operator is None and asked(below, above):
        _operate("demand", above, mood)
    elif below.dep_ == "ccomp" and (lemma in SAY or (lemma == "advise" and finite(below))):
        mood.saying = above
        mood.recalled = mood.recalled or lemma in ("recall", "recount")
        mood.claimed = mood.claimed or lemma in _CLAIM
        return True
    elif below.dep_ in _COMPLEMENTS or below.dep_ in ("prep", "pcomp", "agent"):
        operator = operator_of(below, lemma)
        mood.claimed = mood.claimed or (
            below.dep_ in _COMPLEMENTS and lemma in _CLAIM and not owned_up(below, lemma)
        )
        foiled = operator == "foil" and mood.operator in ("intend", "attempt")
        if operator is not None and (mood.operator is None or foiled):
            _operate(operator, above, mood)  # "foiled a plot to bomb it"
        told = below.dep_ in _TOLD_BY or (below.dep_ == "prep" and operator is not None)
        if above.pos_ in VERBS and told:
            _own(above, mood)
    return False


def _grounds(verb: Token) -> bool:
    return any(t.lemma_.lower() in GROUND for t in patients(verb))


def _is_beside(clause: Token, verb: Token) -> bool:
    """ "Bomb rips through bus, ten feared dead": the ten are feared dead, the bomb is no fear."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > clause.i for c in verb.children)
    return clause.i < verb.i and own and any(c.dep_ in ("oprd", "acomp") for c in verb.children)


def _is_to(below: Token, above: Token) -> bool:
    """ "Rome is to release them": still to come."""
    bare = below.dep_ == "xcomp" and above.lemma_ == "be" and above.i < below.i
    return bare and any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)


def _operate(name: str, verb: Token, mood: Mood) -> None:
    mood.operator, mood.operator_at = name, verb


def _noun_above(below: Token, above: Token, lemma: str, mood: Mood) -> bool:
    if lemma in ("retaliation", "response", "revenge", "reprisal", "reaction"):
        mood.background = mood.recalled = True  # what is answered was known before
    # "Wrote to relatives of 30 troops killed in ...": of those who died before.
    bereaved = lemma in _BEREAVED and above.dep_ == "pobj" and above.head.lower_ in ("to", "with")
    fell = lemma == "mastermind" and below.dep_ == "acl"  # "the mastermind killed in a raid"
    # "Nine were the victims of an attack": told now
    fell = fell or (lemma == "victim" and above.head.lemma_ in ("be", "become", "fall"))
    # "the funeral of victims of a bombing, as its toll rises to nine"
    fell = fell or (lemma in _BURIED and tells_a_toll(above.sent))
    mood.recalled = mood.recalled or (lemma in _MEMORIES and not fell) or bereaved
    if lemma in ("attempt", "effort", "bid") and mood.operator is None:
        _operate("attempt", above, mood)
    elif lemma in _WISHED and mood.operator is None:
        # "the demand that he resign"
        asked = below.dep_ == "acl" and lemma in ("demand", "call", "pressure")
        _operate("demand" if asked else "intend", above, mood)
    elif lemma in _BELIEFS and below.dep_ == "acl":
        mood.hypothetical = True  # "quote his belief that they will leave"
    elif claims_it(below, lemma):
        mood.claimed = True
    elif counts_dead(above):
        return False  # "the number of dead in the blast"
    elif made_in_a_row(above):
        return False  # "launched a wave of raids"
    elif lemma in words().spoken and not fell and below.dep_ in ("prep", "compound", "pobj"):
        mood.hypothetical = True
    return False
