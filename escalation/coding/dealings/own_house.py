"""What those in power ask of their own house: steps of a constitution, meetings, care of people.

"The king asked the party's leader to form a government", "called a meeting of the cabinet", "urged
parents to vaccinate their children": one state about itself, and no demand upon another side.
"""

from escalation.coding.actors.who import Who
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import patients
from escalation.coding.sentence.phrases import word_set

_KINDS = ("demand", "agree.offer", "cooperate", "talks")
_RULES = frozenset({"GOV", "LEG", "JUD", "ELI", None})
_RULED = _RULES | {"PTY", "CVL", "MIL", "COP"}
_STEPS = word_set(
    "confidence no-confidence dissolve prorogue oath swear adjourn reconvene nominate majority"
)
_HOUSES = word_set("parliament assembly senate house session legislature congress")
_OF_HOUSES = word_set("summon convene call approve pass ratify endorse confirm")
_FORMED = word_set("government cabinet coalition ministry administration")
_MEETINGS = word_set("meeting session sitting conference")
_BODIES = word_set(
    "cabinet committee council assembly parliament party leader minister commander all-party"
    " all-parties board senate commission corps chief"
)
_ABROAD = word_set(
    "un nations opec nato arab oic islamic foreign both world european eu african asean g7 g20"
    " sco regional international quad"
)
_CARE = word_set("pray prayer vaccinate vaccination blood mask hygiene donate indoors conserve")
_NATIONALS = word_set("citizen national traveller traveler tourist expatriate")
_ON_THE_ROAD = word_set("leave avoid depart return travel register")


def is_of_the_house(word: Cue, kind: str, initiator: Who | None, target: Who | None) -> bool:
    """Is it asked of one's own state or people, and about its own running or their care?"""
    if not kind.startswith(_KINDS) or initiator is None or initiator.country in ("IGO", "NGO"):
        return False
    told = {t.lemma_.lower() for t in word.anchor.subtree}
    if initiator.sector == "MIL":
        return kind.startswith("demand") and _is_budget(target, told)
    if initiator.sector not in _RULES:
        return False
    if kind.startswith("demand") and (_is_advice(word, told) or _is_budget(target, told)):
        return True
    if target is not None and target.country not in ("UNK", initiator.country):
        return False
    if target is not None and target.sector not in _RULED:
        return False
    if kind.startswith("talks"):
        return target is not None and target.sector == "CVL" and _meets_its_own(word)
    return _is_step(told) or _meets_its_own(word) or not _CARE.isdisjoint(told)


def _is_step(told: set[str]) -> bool:
    """ "To form a government", "to take a vote of confidence", "to summon the assembly"."""
    formed = "form" in told and not _FORMED.isdisjoint(told)
    housed = not (_HOUSES.isdisjoint(told) or _OF_HOUSES.isdisjoint(told - {"session"}))
    return formed or housed or not _STEPS.isdisjoint(told)


def _meets_its_own(word: Cue) -> bool:
    """ "Called a meeting of the cabinet", "an all-party meeting", not "of the UN council"."""
    things = [t for t in patients(word.anchor) if t.lemma_.lower() in _MEETINGS]
    if word.noun is not None and word.noun.lemma_.lower() in _MEETINGS:
        things.append(word.noun)
    inside = [t for thing in things for t in thing.subtree]
    abroad = any(t.lower_ in _ABROAD for t in inside)
    return not abroad and any(t.lemma_.lower() in _BODIES for t in inside)


def _is_budget(target: Who | None, told: set[str]) -> bool:
    """ "Asks Congress for $90 billion", "seeks $9 billion for the war in Exland"."""
    money = not told.isdisjoint(("$", "billion", "million"))
    house = target is not None and target.sector == "LEG"
    return money and (house or not told.isdisjoint(("war", "budget", "spending")))


def _is_advice(word: Cue, told: set[str]) -> bool:
    """ "Told its citizens to leave Exland": advice to them, and none to Exland."""
    asked = any(t.lemma_.lower() in _NATIONALS for t in patients(word.anchor))
    return asked and not _ON_THE_ROAD.isdisjoint(told)
