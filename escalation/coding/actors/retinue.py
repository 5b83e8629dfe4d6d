"""Of whose side one is who leads, speaks for or serves somebody: "an aide to the governor"."""

from spacy.tokens import Token

from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import POLITICAL, Who
from escalation.coding.sentence.clause import prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import KIN

_HEADS = word_set(
    "chief leader leadership spokesman spokeswoman spokesperson representative delegation"
)
_LED = frozenset({"OPP", "PTY", "REB", "LAB", "MIL", "COP", "CRM", "JUD", "LEG", "NGO"})
_FOES = word_set("captor kidnapper abductor attacker assailant killer assassin murderer")
_RIVALS = word_set("rival opponent challenger critic")
_AIDES = word_set("aide confidant confidante associate lieutenant henchman adviser advisor")


def led_by(head: Token) -> list[Token]:
    """Those as one of whom the head counts: "the leader of the opposition", "an aide to him"."""
    lemma = head.lemma_.lower()
    if lemma in _AIDES:
        served = [*prepositional(head, "of", "to"), *(c for c in head.children if c.dep_ == "poss")]
        return [t for t in served if t.pos_ == "PROPN" or role_of(t) in POLITICAL]
    if lemma not in _HEADS:
        return []
    of = prepositional(head, "of", "for")
    if is_chief_of_staff(head):
        served = [t for staff in (head, *of) for t in prepositional(staff, "of", "to")]
        served += [c for c in head.children if c.dep_ == "poss"]
        return [t for t in served if t.lower_ != "staff"]
    return of if lemma == "chief" else [t for t in of if role_of(t) in _LED]


def is_chief_of_staff(head: Token) -> bool:
    """ "The army's chief of staff": he stands at the head of whoever's he is."""
    after = head.doc[head.i : head.i + 3]
    return [t.lower_ for t in after] == ["chief", "of", "staff"]


def has_whom(head: Token, their: Token) -> bool:
    """ "Their soldiers" are of them, "their captors" are not."""
    titles = (c.i for c in head.children if c.dep_ == "compound")  # "their leader Rossi"
    owned = their.dep_ == "poss" and their.head.i in (head.i, *titles)
    return owned and head.lemma_.lower() not in _FOES


def code_of_owned(head: Token, owner: Who) -> str | None:
    """Code that "their" gives: an army's guns are the army's, a gunman's mother is of his land."""
    if head.lemma_.lower() in _RIVALS and owner.sector in ("GOV", "ELI", "OPP"):
        return f"{owner.country}.OPP"
    if head.lemma_.lower() not in KIN:
        return owner.code
    return owner.country if owner.country not in NO_COUNTRIES else None
