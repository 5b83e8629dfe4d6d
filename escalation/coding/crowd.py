"""A crowd that clashes with police riots: it is not one of two armed sides."""

from escalation.coding.act import Act

_CROWDS = ("OPP", "CVL", "LAB", "EDU")
_GUARDS = ("MIL", "COP")


def as_riot(act: Act) -> None:
    """Tell a clash of a crowd, not of armed men, as the riot that it is."""
    sides = [who for who in (act.initiator, act.target) if who is not None]
    crowd = next((w for w in sides if w.sector in _CROWDS), None)
    guards = next((w for w in sides if w.sector in _GUARDS), None)
    clash = act.kind == "force.clash" and any(t.lemma_.lower() == "clash" for t in act.tokens)
    armed = any(w.sector in ("REB", "CRM") or "militant" in w.name for w in sides)
    hit = guards is not None and crowd is act.target  # by those who shot at them
    if crowd is None or armed or hit or not clash:
        return
    at_home = guards is not None and guards.country == crowd.country and crowd.role != "SITE"
    if crowd.sector == "OPP" or at_home:
        act.kind, act.initiator, act.target = "protest.riot", crowd, guards
