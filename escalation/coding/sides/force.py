"""Force or attack: the same deed is one by a state's hands and the other by anybody else's."""

from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.turned import has_turned
from escalation.coding.story.act import Act

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "IGO", "LEG"})
_BLASTS = word_set(
    "blow detonate dynamite explosive explode explosion blast mine landmine ied grenade destroy"
    " demolish kill wound injure"
)
_AIR = word_set("jet aircraft warplane plane air airstrike helicopter drone bomb missile strike")
_CARRIED = frozenset({"rocket", "mortar"})


def kind_by_hands(act: Act) -> str:
    """Kind of an act whose sides are known: ``force`` by a state's hands, else ``attack``."""
    kind, initiator, target = act.kind, act.initiator, act.target
    if initiator is not None and not initiator.known:
        initiator = None  # "an unknown attacker" is of no state
    if kind.startswith("attack") and has_turned(act):
        return kind  # a soldier who turns on his own is no army
    if initiator is not None and (
        initiator.sector in _STATE or initiator.country == "IGO" or initiator.sector is None
    ):
        plainly = "force.operation" if target and target.sector == "REB" else "force"
        return {
            "attack": plainly,
            "attack.bombing": plainly if _on_the_ground(act) else "force.airstrike",
            "attack.shooting": "force.shooting",
            "attack.raid": "force.raid",
            "attack.ambush": "force.clash",
            "attack.abduction": "force.operation"
            if target is not None and target.sector == "REB"
            else kind,
        }.get(kind, kind)
    if initiator is None or initiator.sector in ("REB", "CRM", "CVL", "UNK", "OPP"):
        if kind == "force.operation" and initiator is not None:
            return "attack"
        if kind == "force.airstrike" and initiator is not None and _only_a_strike(act):
            return "attack"
        if kind == "force.raid" and initiator is not None:
            return "attack.raid"
        if kind == "force.drone" and initiator is not None and initiator.sector != "UNK":
            return "attack.drone"
        if kind == "force.shelling" and (initiator is not None or _carried(act)):
            return "attack.shelling"
    return kind


def _on_the_ground(act: Act) -> bool:
    """ "Soldiers blew up the house", "police set off a bomb": by no aircraft."""
    if act.initiator is not None and act.initiator.sector == "COP":
        return True
    told = {t.lemma_.lower() for t in act.tokens}
    around = {t.lemma_.lower() for t in act.anchor.sent}
    return told <= _BLASTS and _AIR.isdisjoint(around)


def _only_a_strike(act: Act) -> bool:
    """ "A rebel strike on a post": nothing says that it came from the air."""
    told = {t.lemma_.lower() for token in act.tokens for t in (token, *token.children)}
    return "strike" in told and told.isdisjoint(_AIR - {"strike"})


def _carried(act: Act) -> bool:
    """Rockets and mortars, which no army need have fired, and over no border."""
    told = [t for token in act.tokens for t in (token, *token.children)]
    over = any(t.lemma_.lower() in ("border", "frontier", "army") for t in act.anchor.sent)
    return not over and any(t.lemma_.lower() in _CARRIED for t in told)
