"""Whose people a deed fell on that a state complains of, where their land is not told.

"Rome condemns the Swiss strike that killed ten": ten of its own.
"""

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.places.news_names import facing
from escalation.coding.sentence.clause import DEPLORES, TELLS, agents, governors
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act

_OF_ITS_OWN = word_set("summon complain file lodge avenge")
_CHARGES = word_set("accuse blame")
_VICTIMS = frozenset({None, "CVL", "MED", "MIL", "COP"})
_OF_STATE = frozenset({None, "GOV", "MIL", "COP"})


def grieved(act: Act, cast: Cast) -> str | None:
    """The land (ISO alpha-3) that complains of what another did, to nobody whose land is told."""
    doer, hit = act.initiator, act.target
    if doer is None or doer.sector not in _OF_STATE:
        return None
    by = "NATO" if doer.code.endswith(".NATO") else doer.country
    if by in NO_COUNTRIES:
        return None
    if hit is not None and (hit.country != "UNK" or hit.sector not in _VICTIMS):
        return None
    for verb in governors(act.anchor):
        if verb.lemma_.lower() in _OF_ITS_OWN | DEPLORES | TELLS | _CHARGES:
            own = (who.country for t in agents(verb) if (who := cast.actor(t)) is not None)
            land = next(own, None)
            if land is None or land in NO_COUNTRIES or land == by:
                return None
            # many condemn what befell others; a neighbour what befell its own
            sure = verb.lemma_.lower() in _OF_ITS_OWN
            return land if sure or frozenset((land, by)) in facing() else None
    return None
