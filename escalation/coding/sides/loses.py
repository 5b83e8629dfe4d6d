"""Whose soldiers fell where only their land is told: "Exland suffers its first casualty"."""

from dataclasses import replace

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.deed import Deed
from escalation.coding.sentence.clause import agents, governors, patients
from escalation.coding.sentence.once import forms, sentence_of
from escalation.coding.sentence.phrases import word_set

_LOST = word_set("lose loses lost suffer suffers suffered experience experiences experienced")
_LOSES = word_set("lose suffer experience")
_LOSSES = word_set(
    "casualty fatality loss death soldier troop serviceman marine airman paratrooper"
)


def with_own_losses(victims: list[Who], deed: Deed, cast: Cast) -> list[Who]:
    """The victims of a deed, those first whom a land is said to have lost in it."""
    if _LOST.isdisjoint(forms(sentence_of(deed.anchor))):
        return victims
    verbs = (v for word in deed.words for v in (word.token, *governors(word.token)))
    loses = (v for v in verbs if v.lemma_ in _LOSES and v.pos_ == "VERB")
    losers = [t for v in loses if any(o.lemma_ in _LOSSES for o in patients(v)) for t in agents(v)]
    names = ((t, cast.named(t)) for t in losers)
    land = next((t for t, name in names if name is not None and name.is_country), None)
    if land is None:
        return victims
    fallen = replace(cast.plain(land, "MIL"), role="MIL")
    return [fallen, *(v for v in victims if v.country != fallen.country)]
