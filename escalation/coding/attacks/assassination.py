"""Is a killing an assassination: of one person of note, for who he is?

A governor who is shot by gunmen is assassinated, whatever the verb; a shopkeeper is shot. Of note
is who bears a name and holds an office, in a state, a party or a faith, or the one holder of a post
("the police chief of Exford").
"""

from spacy.tokens import Token

from escalation.coding.sentence.clause import patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.victims import shot_down
from escalation.coding.story.act import Act

_KILLS = word_set("kill murder slay shoot gun assault attack target")
_OF_NOTE = frozenset({"GOV", "LEG", "JUD", "OPP", "PTY", "ELI", "REL"})
_CHIEFS = word_set(
    "leader chairman chairwoman chairperson chair head chief director president vice-president"
    " founder secretary commander commissioner superintendent general convener convenor dean"
    " governor mayor inspector"
)
_ONE = ("NN", "NNP")
_BODIES = word_set(
    "ministry parliament court senate assembly embassy consulate government cabinet council"
    " committee commission department directorate agency palace party presidency secretariat"
    " municipality headquarters office church mosque building compound"
)


def is_assassination(act: Act) -> bool:
    """Did some hand that is no state's kill, or shoot at, one person of note?"""
    if act.kind not in ("attack", "attack.shooting") or act.target is None:
        return False
    verbs = [token for token in act.tokens if _kills(token)]
    hit = [t for verb in verbs for t in (*patients(verb), *shot_down(verb))]
    unknown = act.target.head == act.anchor.i  # somebody whose name and office no list knows
    head = next((t for t in hit if unknown or t.i == act.target.head), None)
    if head is None or head.tag_ not in _ONE or head.lemma_.lower() in _BODIES:
        return False
    offices = [head, *_said_of(head)]
    chief = any(t.lemma_.lower() in _CHIEFS for t in offices)
    if not any(t.tag_ == "NNP" for t in (head, *_apposed(head))):
        return chief and _the_one(head)
    return chief or act.target.sector in _OF_NOTE


def _kills(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _KILLS


def _said_of(person: Token) -> list[Token]:
    """What is told of a person beside the name: "party leader Khan", "Khan, head of the court"."""
    before = [c for c in person.children if c.dep_ in ("compound", "nmod") and c.i < person.i]
    return [*before, *_apposed(person)]


def _apposed(person: Token) -> list[Token]:
    return [c for c in person.children if c.dep_ == "appos"]


def _the_one(person: Token) -> bool:
    """ "The police chief of Exford", "Exford's mayor": a post that one person holds."""
    return any(c.lower_ == "the" or c.dep_ == "poss" for c in person.children)
