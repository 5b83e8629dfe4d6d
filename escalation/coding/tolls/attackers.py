"""The dead who were the attack's own: by what they are called, or by who killed them."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.casualty import Toll

ATTACKERS = word_set(
    "militant militants insurgent insurgents terrorist terrorists attacker attackers assailant "
    "assailants gunman gunmen bomber bombers rebel rebels fighter fighters extremist extremists "
    "himself herself themselves jihadist jihadists suspect suspects hijacker hijackers raider "
    "raiders infiltrator infiltrators guerrilla guerrillas separatist separatists secessionists"
)

_GUARDS = word_set("guard police policeman soldier troop force officer army commando ranger")
_GROUPS = word_set("taliban isil isis isis-k daesh ttp bla blf al-qaeda al-shabaab pkk hezbollah")


def are_attackers(toll: Toll, initiator: str | None, name: str = "") -> bool:
    """Are the counted people the attack's own dead?

    ``initiator`` is the actor code of who attacked, ``name`` how it is called. Militants count as
    attackers only where militants attacked: in an air strike on them they are its victims. Who
    blew himself up always is.
    """
    words = toll.victims.lower().split()
    if any(word.endswith("self") or word.startswith("bomber") for word in words):
        return True
    armed_group = initiator is not None and (".REB" in initiator or initiator.startswith("UNK"))
    own = _GROUPS.intersection(name.lower().split())  # "a Taliban raid left nine Taliban dead"
    return armed_group and not (ATTACKERS | own).isdisjoint(words)


def felled_by_guards(fallen: Token) -> bool:
    """ "Were shot dead by police", "was killed by guards"."""
    by = (c for c in fallen.head.children if c.dep_ == "agent" or c.lower_ == "by")
    return any(t.lemma_.lower() in _GUARDS for c in by for t in c.children)
