"""From words of violence to acts: what kind each deed is, between whom, and whether it counts.

Which words tell one deed stands in ``deed.py``, whose hand it was in ``hands.py``, who suffered in
``victims.py``, who then stands against whom in ``sides.py``, whether it is force or an attack in
``force.py``.
"""

from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.accident import is_accident
from escalation.coding.attacks.attempted import as_fought
from escalation.coding.attacks.bare_harm import foremost, is_violence
from escalation.coding.attacks.capture import by_own_word
from escalation.coding.attacks.deed import LOOSE, Deed, deeds
from escalation.coding.attacks.eventive import comes_under
from escalation.coding.attacks.freed import with_rescues
from escalation.coding.attacks.one_happening import told_once
from escalation.coding.attacks.passing import in_passing
from escalation.coding.attacks.storming import is_storming
from escalation.coding.attacks.tame import is_sport
from escalation.coding.attacks.telling import telling
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.days.calendar import WEEKDAYS
from escalation.coding.dealings.parties import party
from escalation.coding.sentence.clause import agents, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.came import as_others_came, as_the_enemy_says
from escalation.coding.sides.hands import flogged_by, hands_of
from escalation.coding.sides.sides import sides_of
from escalation.coding.sides.victims import suffering, victims_of
from escalation.coding.status.standing import standing
from escalation.coding.story.act import Act
from escalation.coding.tolls.people import KIN
from escalation.coding.tolls.raised import tells_a_toll

_MISHAPS = word_set(
    "attack attack.bombing attack.shooting force.airstrike force.shelling force.operation"
    " force.raid force.capture"
)
_GAMES = frozenset({"attack", "attack.beating", "attack.shooting", "force.clash", "force.capture"})
_WEAPONS = word_set(
    "bomb bombing bomber ied landmine grenade gunman gunmen poison acid missile mortar"
    " artillery airstrike drone"
)
_AIRBORNE = word_set("helicopter chopper gunship warplane jet aircraft plane")
_BOMBERS = word_set("jet fighter stealth air strategic dive heavy")
_FROM_AIR = frozenset({"attack", "force.raid"})
_AT_HOME = word_set("harm attack attack.shooting attack.beating")
_ADMITS = frozenset({"admit", "acknowledge", "confess"})
_MISTAKEN = word_set("accidentally mistakenly accidental")
_SPELLS = word_set("week weeks month months year years decade decades")
_SUPERLATIVE = word_set("first deadliest worst biggest largest bloodiest heaviest")
TOLL = "toll"


def violent_acts(sentence: Span, cast: Cast, *, accident: bool = False) -> list[Act]:
    """All acts of violence that a sentence tells, each with its status.

    ``accident`` says that the document has told of an accident before.
    """
    found = telling(sentence, cast)
    accident = accident or is_accident(sentence)
    if is_sport(sentence):
        found = [word for word in found if word.kind not in _GAMES]
    told = (_act(deed, cast, accident) for deed in deeds(found, cast))
    acts = [act for act in told if act is not None]
    acts = [_as_a_charge(act) for act in as_fought(acts)]
    acts = [as_the_enemy_says(as_others_came(act, acts), acts) for act in acts]
    return told_once(with_rescues(sentence, acts, cast))


def _as_a_charge(act: Act) -> Act:
    """ "Rome says that Bern broke the truce": the word of one against the other."""
    speaker, by = act.speaker, act.initiator
    if act.kind != "force.violation" or act.is_mention or speaker is None or by is None:
        return act
    lands = {speaker.country, by.country}
    if len(lands) < 2 or not lands.isdisjoint(("UNK", "IGO", "NGO")):
        return act
    return replace(act, kind="accuse", status="happened", initiator=speaker, target=by)


def _act(deed: Deed, cast: Cast, accident: bool) -> Act | None:
    hands, clear = hands_of(deed, cast)
    victims = victims_of(deed, cast)
    hands = hands or _who_admits(deed, cast)
    if in_passing(deed) or (_by_accident(deed) and not _by_mistake(deed, hands, victims)):
        return None
    kind = deed.kind
    if kind in _AT_HOME and _of_the_family(deed, hands):
        return None
    if kind == "harm":
        if accident or _went_up(deed):
            return None
        if _it_caused(deed) or not is_violence(deed, hands, victims):
            # more of what was told before, or nothing
            return _toll(deed) if deed.mood.real else None
        kind = "force.operation" if not hands and victims[0].sector == "REB" else "attack"
    elif accident and not hands and kind in _MISHAPS and not _weapon(deed):
        return None
    kind = _by_who_does_it(deed, kind, hands, victims)
    speaker = party(agents(deed.mood.saying), cast) if deed.mood.saying is not None else None
    initiator, target = sides_of(deed, kind, hands, victims, speaker, cast)
    if initiator is None and kind == "attack.beating":
        initiator = flogged_by(deed, speaker, cast)
    status = standing(deed.mood, is_verb=any(word.is_verb for word in deed.words))
    if status is None or _idle(deed, kind, bool(hands)):
        return None
    little = status == "denied" or _says_too_little(deed, kind, target, clear=clear)
    if (initiator is None and little) or (status == "failed" and _of_the_attack(deed)):
        return None
    by_word = kind == "force.capture" and by_own_word(initiator, speaker)
    by_word = by_word or (kind == "attack.torture" and _of_themselves(deed))
    status = "claimed" if by_word and status == "happened" else status
    if status == "claimed" and deed.mood.operator == "blame" and _goes_on(deed):
        status = "happened"
    confidence = 0.9 if initiator is not None and target is not None else 0.8
    tokens = [word.token for word in deed.words]
    return Act(
        kind, deed.anchor, initiator, target, status, "violence", confidence, deed.mood, tokens,
        speaker,
    )  # fmt: skip


def _who_admits(deed: Deed, cast: Cast) -> list[Who]:
    """ "The army admits that nine were killed in a drone strike": in one of its own."""
    saying = deed.mood.saying
    if saying is None or saying.lemma_ not in _ADMITS or deed.kind == "harm":
        return []
    speaker = party(agents(saying), cast)
    return [speaker] if speaker is not None and _may_strike(speaker) else []


def _may_strike(who: Who) -> bool:
    return who.known and (who.is_force or who.sector in (None, "REB") or who.country == "IGO")


def _by_who_does_it(deed: Deed, kind: str, hands: list[Who], victims: list[Who]) -> str:
    """Kind of a deed by its doers: a bomber, jets, or no force that would raid those who fell."""
    if kind == "attack" and any(noun_kind(t) == "attack.suicide" for t in _doers(deed)):
        kind = "attack.suicide"  # "a suicide bomber tried to enter a mosque, killing a guard"
    if kind in _FROM_AIR and any(_flies(t) for t in _doers(deed)):
        kind = "force.airstrike"
    if kind == "attack.shooting" and not hands and _rebels_alone(deed, victims):
        return "force.operation"
    unlike = kind == "force.raid" and not hands and not any(v.sector == "REB" for v in victims)
    if is_storming(deed) or (unlike and tells_a_toll(deed.anchor.sent)):
        return "attack.raid"
    return kind


def _rebels_alone(deed: Deed, victims: list[Who]) -> bool:
    """ "Three rebels were gunned down": by forces, as far as is told; one may be by anybody."""
    people = [v for v in victims if v.role != "SITE"]
    if not people or deed.anchor.pos_ != "VERB" or any(v.sector != "REB" for v in victims):
        return False
    return all(deed.anchor.doc[v.head].tag_ in ("NNS", "NNPS") for v in people)


def _by_accident(deed: Deed) -> bool:
    return any(t.lower_ in _MISTAKEN for t in deed.anchor.subtree)


def _by_mistake(deed: Deed, hands: list[Who], victims: list[Who]) -> bool:
    """ "Jets mistakenly bomb a post": an attack all the same, of forces upon others than meant."""
    by_forces = bool(hands) and (hands[0].is_force or hands[0].country == "IGO")
    by_forces = by_forces or bool(_ADMITS & {deed.mood.saying.lemma_ if deed.mood.saying else ""})
    struck = deed.kind.startswith("force") or any(w.kind.startswith("attack") for w in deed.words)
    return by_forces and struck and any(v.code != hands[0].code for v in victims)


def _says_too_little(deed: Deed, kind: str, target: Who | None, *, clear: bool) -> bool:
    """Is a deed that nobody is said to do none of violence, or none that was told by itself?"""
    if kind == "force.capture" or (kind in LOOSE and _over_months(deed)):
        return True
    stands = target is not None and (target.role in ("SITE", "CVL") or target.is_force)
    under = [verb for word in deed.words if (verb := comes_under(word.token)) is not None]
    if not stands and any(verb.lemma_ == "come" for verb in under):
        return True  # a plan comes under attack from its critics
    if target is not None:
        return False
    vague = kind == "force.clash" and all(
        word.token.lemma_ in ("confrontation", "violence") for word in deed.words
    )
    unclear = not clear and not _attacked(deed) and kind in LOOSE
    return vague or unclear or _heading(deed, kind)


def _of_the_family(deed: Deed, hands: list[Who]) -> bool:
    """ "A man kills his wife and two daughters": no act of a conflict."""
    hurt = [t for word in deed.words if word.is_verb for t in suffering(word)]
    private = all(who.sector == "CVL" and who.role == "CVL" for who in hands)
    kin = [t for t in (*hurt[:1], *_doers(deed)[:1]) if t.lemma_.lower() in KIN and _his(t)]
    return private and bool(kin) and bool(hurt)


def _his(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.lower_ in ("his", "her", "their") for c in noun.children)


def _weapon(deed: Deed) -> bool:
    """ "A bomb derails a train", "a bombing near a polio centre": no accident, no disease."""
    return any(
        t.lemma_.lower() in _WEAPONS
        for word in deed.words
        for t in (word.token, *(c for c in word.token.children if c.dep_ == "compound"))
    )


def _of_the_attack(deed: Deed) -> bool:
    """ "The air strike was attempting to hit rebels": what a told attack was for."""
    return deed.mood.operator == "attempt" and any(
        noun_kind(t) and any(c.lower_ in ("the", "this") for c in t.children) for t in _doers(deed)
    )


def _goes_on(deed: Deed) -> bool:
    """ "Is suspected of a blast that kills nine": news, and only whose it was is not sure."""
    verbs = (w.token for w in deed.words if w.is_verb)
    return any(verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP") for verb in verbs)


def _flies(doer: Token) -> bool:
    """ "Jets hit a camp", "the air force struck it": from the air."""
    air = any(c.lower_ == "air" for c in doer.children)
    lemma = doer.lemma_.lower()
    said = {c.lower_ for c in doer.children}
    flown = lemma == "bomber" and (doer.tag_ == "NNS" or not _BOMBERS.isdisjoint(said))
    return lemma in _AIRBORNE or (flown and "suicide" not in said) or (lemma == "force" and air)


def _doers(deed: Deed) -> list[Token]:
    raids = (w.token for w in deed.words if w.kind == "force.raid" and w.token.dep_ == "dobj")
    verbs = [w.token for w in deed.words if w.is_verb] + [raid.head for raid in raids]
    return [t for verb in verbs for t in agents(verb)]


def _idle(deed: Deed, kind: str, by_somebody: bool) -> bool:
    """Is an operation only named, with nobody who does it and no verb?"""
    told = by_somebody or any(word.is_verb for word in deed.words) or tells_a_toll(deed.anchor.sent)
    return kind in ("force.operation", "force.raid") and not told


def _attacked(deed: Deed) -> bool:
    """Does a verb of attack say what was attacked, though nobody we know?"""
    told = any(w.is_verb and w.kind == "attack" and suffering(w) for w in deed.words)
    return told and foremost(deed)


def _heading(deed: Deed, kind: str) -> bool:
    return kind == "force.clash" and len(deed.anchor.sent) < 6


def _over_months(deed: Deed) -> bool:
    """Is it a count over months, not an act?"""
    words = [t.lower_ for t in deed.anchor.sent]
    first = not _SUPERLATIVE.isdisjoint(words)  # "the first attack since the truce"
    spells = "total" in words and not _SPELLS.isdisjoint(words)
    if spells or first or "since" not in words:
        return spells
    after = words[words.index("since") + 1 :]
    return not after or after[0] not in WEEKDAYS  # "killed since Friday" is days ago


def _of_themselves(deed: Deed) -> bool:
    """ "Say that they were tortured": by their own word."""
    told = deed.anchor.dep_ == "ccomp" and deed.mood.saying is not None
    return told and any(t.pos_ == "PRON" for t in patients(deed.anchor))


def _went_up(deed: Deed) -> bool:
    """ "An explosion in a munitions dump kills four soldiers": nobody set it off."""
    blasts = [t for t in _doers(deed) if t.lemma_ in ("explosion", "blast")]
    return bool(blasts) and all(noun_kind(t) is None for t in blasts)


def _it_caused(deed: Deed) -> bool:
    """ "It caused many casualties": it is the attack that was told before."""
    causes = all(
        w.token.lemma_ in ("cause", "result", "lead", "leave", "claim") for w in deed.words
    )
    return causes and [t.lower_ for t in _doers(deed)] == ["it"]


def _toll(deed: Deed) -> Act:
    """ "Seven people were killed": a toll that belongs to the attack told before it."""
    tokens = [word.token for word in deed.words]
    return Act("attack", deed.anchor, None, None, "happened", TOLL, 0.0, deed.mood, tokens)
