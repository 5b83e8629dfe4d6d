"""Charges that say more than "accuse": of sheltering armed men, and of what others intend."""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.soil import USED, is_owner
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY
from escalation.ontology import ontology

_SHELTER = word_set("operate soil territory haven sanctuary base hideout shelter")
_SENTENCES = word_set("sentence jail imprison")
_TERROR = ("terror", "militan", "extremis", "insurgen", "separatis", "proxy", "rebel")


def charged(
    word: Cue, kind: str, initiator: Who | None, target: Who | None, cast: Cast
) -> tuple[str, Who | None] | None:
    """Kind and target of an accusation; None where it is none."""
    if kind == "accuse.charge" and _sentenced(word):
        return "coerce.arrest", target
    if word.rule == USED and target is not None:
        return ("accuse.harbouring" if is_owner(word, target) else "accuse"), target
    if kind == "accuse.harbouring" and _of_no_other(word.anchor):
        return None
    if kind == "accuse.harbouring" and initiator is not None and target is not None:
        said = word.anchor.lemma_.lower() in SAY
        if said and initiator.country == target.country:
            return None  # "says that its troops raided a hideout"
    if kind.startswith("accuse") and _sheltered(word, initiator, target):
        kind, target = "accuse.harbouring", cast.state(target) if target else None
    if kind == "accuse.harbouring" and not _of_armed_groups(word, target, cast):
        if target is None or (target.sector != "REB" and word.anchor.lemma_.lower() in SAY):
            return None  # "says that people need shelter"
        kind = "accuse"
    return kind, target


def told_by_the_threatened(speaker: Who | None, initiator: Who | None, target: Who | None) -> bool:
    """ "Rome says that Athens means to strike it"."""
    if speaker is None or initiator is None or target is None:
        return False
    return "UNK" != speaker.country == target.country != initiator.country != "UNK"


def helps_the_armed(
    kind: str, speaker: Who | None, helper: Who | None, helped: Who | None, *, claimed: bool
) -> bool:
    """ "Rome claims that Athens arms the rebels": a charge by the one who says so.

    That it arms them, pays those in the speaker's land, or supports terrorists, is one however it
    is said.
    """
    if (
        speaker is None
        or helper is None
        or helped is None
        or "UNK" in (speaker.country, helper.country)
    ):
        return False
    helps = ontology()[kind].plover in ("AID", "COOPERATE") or kind == "agree.offer"
    if not claimed:
        terror = (helps or kind == "support") and "terror" in helped.name.lower()
        at_home = kind == "aid.economic" and helped.country == speaker.country
        helps = terror or at_home or kind in ("aid", "aid.military")
    return helps and helped.sector == "REB" and speaker.country != helper.country


def falls_short(verb: Token) -> Cue | None:
    """The cue of "says that Rome has not done enough to stop it", "has done too little"."""
    if verb.lemma_ != "do" or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAY:
        return None
    no = any(c.dep_ == "neg" for c in verb.children)
    measured = {t.lower_ for c in verb.children if c.dep_ in ("dobj", "advmod") for t in c.subtree}
    short = ("enough" in measured and no) or {"too", "little"} <= measured or "nothing" in measured
    return Cue(verb, "accuse.condemn", "verb:do") if short else None


def _of_no_other(verb: Token) -> bool:
    """ "Claims that they have a network", "to ensure that it is never a haven"."""
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    if verb.lemma_ == "claim":
        own = [t for clause in told for t in clause.children if t.dep_ == "nsubj"]
        return bool(own) and all(t.lower_ in ("they", "he", "it", "we") for t in own)
    ensured = {t.lemma_.lower() for clause in told for t in clause.subtree}
    return verb.lemma_.lower() in SAY and "never" in ensured


def _sentenced(word: Cue) -> bool:
    """ "Is convicted of spying and jailed": the sentence is the act."""
    found = word.anchor.lemma_.lower() in ("convict", "find")
    then = [c for c in word.anchor.children if c.dep_ == "conj" and c.lemma_ in _SENTENCES]
    return found and any(all(c.dep_ != "neg" for c in verb.children) for verb in then)


def _sheltered(word: Cue, initiator: Who | None, target: Who | None) -> bool:
    """Militants who operate from another state's ground: the charge is against the state."""
    if initiator is None or target is None:
        return False
    abroad = target.sector == "REB" and target.country not in ("UNK", "IMG", initiator.country)
    words = {t.lemma_.lower() for t in word.anchor.subtree}
    return abroad and target.code.count(".") == 1 and bool(words & _SHELTER)


def _of_armed_groups(word: Cue, target: Who | None, cast: Cast) -> bool:
    """Is somebody charged with helping armed men: a state, or others than these themselves?

    "Accused the ministry of hiding names", "the rebels use houses as hideouts" are other charges.
    """
    if target is not None and target.sector == "REB":
        return False
    told = (t for t in word.anchor.sent if not (target is not None and t.i == target.head))
    return any(
        t.lemma_.lower().startswith(_TERROR)
        or ((who := cast.who(t)) is not None and who.sector in ("REB", "CRM"))
        for t in told
    )


def by_a_note(verb: Token, who: Who | None) -> bool:
    """ "Chad protests the shelling of a post": a state complains, and takes to no street."""
    state = who is not None and who.known and who.sector in (None, "GOV")
    plain = verb.lemma_.lower() == "protest" and verb.pos_ == "VERB"
    return state and plain and any(c.dep_ in ("dobj", "prep") for c in verb.children)
