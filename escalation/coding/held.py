"""Whose arrest, trial or execution is an event where it is not told who holds him."""

from escalation.coding.actors import Cast
from escalation.coding.clause import passive, patients
from escalation.coding.cues import Cue
from escalation.coding.phrases import word_set
from escalation.coding.violence import noun_kind
from escalation.coding.who import Who

POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "LEG", "JUD", "OPP", "PTY", "SPY", "ELI"})
_HEARD = frozenset({"MED", "NGO", "REL"})
_CULPRITS = word_set("suspect accomplice culprit member mastermind perpetrator person people")
_UNREST = word_set("terrorism terror protest riot demonstration unrest coup treason sedition plot")
_CRIMES = word_set("murder rape killing torture abuse beating")


def held_of_note(word: Cue, kind: str, target: Who | None, cast: Cast) -> Who | None:
    """ "A party leader was arrested": by whom goes without saying, if it is no common crime.

    It is none where political figures are held, or anybody over an act of violence.
    """
    if kind not in ("coerce.arrest", "coerce.execution", "accuse.charge"):
        return None
    if word.anchor.dep_ in ("relcl", "acl"):
        return None  # who somebody is, not what is told of him
    told = patients(word.anchor) if passive(word.anchor) else []
    if target is None and told and told[0].lemma_.lower() in _CULPRITS:
        target = cast.someone(told[0])
    if target is None or target.head not in {token.i for token in told}:
        return None
    land = target.country if target.country != "UNK" else cast.only_country(word.anchor.sent)
    of_note = target.sector in POLITICAL or target.sector in _HEARD or _over_violence(word, cast)
    return target if of_note and land is not None else None


def _over_violence(word: Cue, cast: Cast) -> bool:
    """Does its sentence tell of an attack, a riot, or of terror?"""
    for token in word.anchor.sent:
        who = cast.who(token) if token.pos_ in ("NOUN", "PROPN") else None
        if token.lemma_.lower() in _CRIMES:
            continue
        if noun_kind(token) is not None or token.lemma_.lower() in _UNREST:
            return True
        if who is not None and who.sector == "REB":
            return True
    return False
