"""The ground itself, by its name: what was struck, taken, shut, left or visited.

"Stormed Exford's port", "took the town of Exford", "shut the Exford crossing", "ordered them to
leave Exford", "suspended Exford's telephones": no preposition of place leads to it.
"""

from spacy.tokens import Token

from escalation.coding.places.leads import named
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import governors
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.tolls.people import is_person

_GATES = ("sanction.border", "concede.reopening")
_RULES = ("coerce", "coerce.restriction", "coerce.seizure", "concede.easing")
_LEAVES = word_set("leave quit vacate depart exit evacuate flee")
_ENTERS = word_set("enter sneak cross slip infiltrate smuggle")
_STANDS = word_set("operate station deploy base serve fight")
_OUT = frozenset({"from", "of"})  # "flown out of Exford"


def is_ground(mention: Mention, name: Token | None, act: Act, *, stands: bool) -> bool:
    """Is a place what an act was done to; ``stands`` where it names what stands in it."""
    if name is None:
        return False
    if _expelled_from(name, act) or _evacuated(name, act) or _visited(name, act):
        return True
    if mention.precision == "country":
        return act.kind.startswith("mobilize") and _stationed(name, act)
    if act.kind == "coerce.arrest" and _entered(name, act):
        return True
    if (mention.precision == "exact" or stands) and act.is_violent and _struck(name, act, stands):
        return True
    if act.kind in _RULES and _struck(name, act, stands):
        return True
    return _opened(name, act) or _captured(name, act)


def is_struck(name: Token | None, act: Act) -> bool:
    """ "Bombed Exford and Wyford": is a place the object of an act, by its own name alone?"""
    return name is not None and _struck(name, act, stands=False)


def _struck(name: Token, act: Act, stands: bool) -> bool:
    """ "Attacked Exford airfield", "stormed Exford's port": the ground itself, by its name."""
    top = name
    while top.dep_ in ("compound", "poss", "nmod") and top.head.i > top.i:
        top = top.head
    if top.i != name.i and (is_person(top) or (top.pos_ == "PROPN" and not stands)):
        return False
    own = {t.i for t in act.tokens}
    if top.dep_ == "pobj" and top.head.dep_ == "prt":  # "shuts down Exford's schools"
        return top.head.head.i in own
    return top.dep_ in ("dobj", "nsubjpass") and top.head.i in own


def _expelled_from(name: Token, act: Act) -> bool:
    """ "Migrants deported from Exland": there it was done."""
    if not act.kind.startswith(("coerce.deportation", "coerce.expulsion")):
        return False
    name = named(name)
    led = name.head
    if name.dep_ == "dobj" and led.lemma_ in _LEAVES:  # "ordered to leave Exford"
        return any(t.i == act.anchor.i for t in (led.head, led.head.head))
    by_way = led.lower_ in ("from", "through", "via")  # "deports men through Exford"
    return name.dep_ == "pobj" and by_way and led.head.i == act.anchor.i


def _evacuated(name: Token, act: Act) -> bool:
    """ "Rome evacuates its citizens from Exland", "pulls out of Exland": from there."""
    led = name.head
    if name.dep_ != "pobj" or led.lower_ not in _OUT:
        return False
    out = led.head
    if led.lower_ == "of":
        return out.lower_ == "out" and out.head.i == act.anchor.i
    moved = act.anchor.lemma_ in ("evacuate", "airlift", "evacuation", "repatriate")
    if not (moved or act.kind == "retreat.withdrawal"):
        return False
    return out.i == act.anchor.i or out.head.i == act.anchor.i


def _visited(name: Token, act: Act) -> bool:
    """ "A minister visits Exford": there he was, whatever is told beside it."""
    if act.kind != "talks.visit" or name.dep_ != "dobj":
        return False
    return name.head.i == act.anchor.i


def _entered(name: Token, act: Act) -> bool:
    """ "Held as they tried to enter Exshire", "to sneak into it": there."""
    led = name.head if name.dep_ == "pobj" and name.head.lower_ == "into" else name
    verb = led.head
    within = any(above.i == act.anchor.i for above in governors(verb))
    return within and verb.lemma_ in _ENTERS and led.dep_ in ("dobj", "prep")


def _stationed(name: Token, act: Act) -> bool:
    """ "More drones operating in Exland", "doubles the troops stationed there"."""
    verb = name.head.head
    there = name.dep_ == "pobj" and name.head.lower_ == "in" and verb.lemma_ in _STANDS
    return there and any(above.i == act.anchor.i for above in governors(verb))


def _opened(name: Token, act: Act) -> bool:
    """ "Rome shuts the Chiasso crossing": the gate itself."""
    if act.kind not in _GATES:
        return False
    gate = name.head if name.dep_ == "compound" else name
    return gate.dep_ in ("dobj", "nsubjpass") and gate.head in (act.anchor, *act.tokens)


def _captured(name: Token, act: Act) -> bool:
    """ "Rebels took Goma", "the town of Goma fell": the ground itself, by its name."""
    if act.kind != "force.capture":
        return False
    name = named(name)
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        name = name.head.head
    return name.dep_ in ("dobj", "nsubjpass") and name.head in act.tokens
