"""What an act has from those told before it: whom it answers, whose deed it condemns, where."""

import re
from dataclasses import replace

from spacy.tokens import Span

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who, localized, of_one_side
from escalation.coding.dealings.grievance import deeds_condemned
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import agents, governors
from escalation.coding.sentence.once import text_of
from escalation.coding.sides.laid import as_attackers, as_of_its_group, as_the_men
from escalation.coding.status.operators import SAY
from escalation.coding.story.act import Act
from escalation.coding.story.alike import near
from escalation.coding.story.circumstances import Setting
from escalation.coding.story.replies import replied_to
from escalation.coding.story.told import Told

# "Sends troops to the restive city", "was called in to restore order".
_THERE = re.compile(
    r"\b(?:the|this|that) (?:[a-z]+ )?(?:area|region|city|town|province|district|state|valley"
    r"|territory|village|scene)\b|\bcalled in\b|\bthere\b"
)
_AT_OTHERS = ("accuse", "threat", "demand", "reject", "sanction")
_NEAR = 40  # words between two sentences
_OFFICIAL = ("GOV", "MIL", "COP", "JUD", "LEG")


def last_violent(told: list[Told]) -> Told | None:
    """The last act of violence that was told."""
    return next((t for t in reversed(told) if t.act.is_violent), None)


def last_fought(told: list[Told]) -> Told | None:
    """The last violence told, whose dead may follow.

    Where somebody only claims a deed beside one that is sure ("struck two towns and claims to have
    shot down a jet"), the sure one; and of a sentence its news ("jets bombed a port, a day after a
    drone hit a town").
    """
    last = last_violent(told)
    if last is not None and last.act.mood.background:
        beside = (t for t in reversed(told) if t.act.anchor.sent == last.act.anchor.sent)
        news = (t for t in beside if t.act.is_violent and not t.act.mood.background)
        return next((t for t in news if t.act.status == "happened"), last)
    if last is None or last.act.status != "claimed":
        return last
    sure = (t for t in reversed(told) if t.act.is_violent and t.act.status == "happened")
    return next((t for t in sure if t.act.anchor.sent == last.act.anchor.sent), last)


def last_there(told: list[Told], place: Mention | None) -> Told | None:
    """The last violence that was told of the province of a place, or of the place itself."""
    if place is None or place.admin1 is None:
        return None
    done = (t for t in reversed(told) if t.act.is_violent and t.act.status == "happened")
    return next((t for t in done if t.place is not None and near(t.place, place)), None)


def complete(act: Act, told: list[Told], cast: Cast) -> None:
    """Give an act of word the target that the document has told before."""
    unsaid = act.target is None or act.target.code == "UNK.GOV"
    last = last_violent(told)
    act.initiator = as_attackers(act.initiator, last.act if last is not None else None)
    if act.is_violent:
        act.initiator = as_the_men(act, last.act if last is not None else None)
    if act.kind.startswith(("force", "coerce")):
        act.target = as_attackers(act.target, last.act if last is not None else None)
    act.target = as_of_its_group(act.target, act, cast)
    if act.kind in ("sanction.border", "concede.reopening") and unsaid:
        act.target = cast.neighbour(act.initiator) or act.target
    if act.kind == "reject.accusation" and (act.target is None or act.target.country == "UNK"):
        act.target = _accuser(act, told, cast) or _sayer(act, cast) or _of_the_hurt(act, told)
    if act.kind == "reject.accusation" and act.target and act.target.sector == "REB":
        act.target = _accuser(act, told, cast)  # "denies helping the rebels"
    if act.kind == "accuse.condemn" and act.target is None:
        act.target = _told_beside(act, told)
    doer, hit = act.initiator, act.target
    if act.kind.startswith("threat") and hit and doer and hit.code == doer.country:
        hit = None  # no group threatens the land that it is of, by its name alone
    if hit is None or (doer is not None and hit.head == doer.head):  # guessed: of no phrase
        act.target = replied_to(act, told) or act.target


def _told_beside(act: Act, told: list[Told]) -> Who | None:
    """ "Condemns Monday's strikes, in which 30 died": whose they are by its sentence."""
    deeds = {t.i for t in deeds_condemned(act.anchor)}
    here = [t.act for t in told if t.act.anchor.doc is act.anchor.doc]
    by = [a.initiator for a in here if a.is_violent and deeds & {t.i for t in a.tokens}]
    own = ("UNK", act.initiator.country if act.initiator is not None else "UNK")
    other = (w for w in by if w is not None and w.country not in own)
    return next(other, None)


def official_there(act: Act, told: list[Told], cast: Cast) -> Who | None:
    """ "Gunmen shot a judge in Exford. The interior minister condemned it": of where that was.

    Or of the state that acted before: "Exland bars visitors. Its interior minister objects".
    """
    who = act.initiator
    if act.is_violent or who is None or who.country != "UNK" or who.sector not in _OFFICIAL:
        return who
    if not told:
        return who
    named = {army.country for army in cast.armies(act.anchor.sent)}
    named |= cast.lands_of(act.anchor.sent)
    if named:
        return localized(who, _who_spoke(act, told[-1], named))
    by = told[-1].act.initiator
    own = by.country if by is not None and by.sector in _OFFICIAL else None
    return localized(who, scene(told) or (own if own not in NO_COUNTRIES else None))


def _who_spoke(act: Act, before: Told, named: set[str]) -> str | None:
    """ "The general of Exland said ... The foreign office accused Rome": Exland's office.

    Whose word is at others is of the land of the official who was heard just before, unless that
    is one of those whom it is at.
    """
    by = before.act.speaker or before.act.initiator
    near_by = before.act.anchor.doc is act.anchor.doc
    near_by = near_by and act.anchor.sent.start - before.act.anchor.sent.end <= _NEAR
    if (
        by is None
        or by.sector not in _OFFICIAL
        or not (near_by and act.kind.startswith(_AT_OTHERS))
    ):
        return None
    return by.country if by.country not in named | NO_COUNTRIES else None


def scene(told: list[Told]) -> str | None:
    """Where the document's last violent act was: "the attacker was arrested by police"."""
    last = last_violent(told)
    return last.setting.country(last.place) if last is not None else None


def on_the_spot(sentence: Span, act: Act, setting: Setting, told: list[Told]) -> Mention | None:
    """ "Police arrested one of the attackers": where that was which was told just before.

    So are marchers dispersed and held where they marched, and soldiers sent "to the area".
    """
    last = told[-1] if told else None
    if last is None or last.place is None or last.act.status != "happened":
        return None
    here = (m for m in setting.mentions if sentence.start_char <= m.start < sentence.end_char)
    land = ("country", last.place.country)  # "India sends more troops to the area"
    if any((m.precision, m.country) != land for m in here):
        return None
    if act.kind in ("coerce.arrest", "coerce.seizure") and last.act.is_violent:
        return last.place
    marched = last.act.kind.startswith(("protest", "investigate"))
    own = act.initiator.country if act.initiator is not None else "UNK"
    same = own in NO_COUNTRIES or own == last.setting.country(last.place)
    if act.kind in ("coerce.arrest", "coerce") and marched and same:
        return last.place
    left = act.kind.startswith("retreat")
    moved = left or (act.kind.startswith("mobilize") and same)
    if moved and _THERE.search(text_of(sentence)) is not None:
        return last.place
    lost = left and last.act.kind == "force.capture" and same  # "its governor surrendered"
    return last.place if lost else None


def _sayer(act: Act, cast: Cast) -> Who | None:
    """ "Exland said that they fired first, a claim that Wyland denies": Exland."""
    said = (v for v in governors(act.anchor) if v.lemma_.lower() in SAY)
    who = (cast.actor(t) for verb in said for t in agents(verb))
    return next((w for w in who if w is not None and _foreign(w, act.initiator)), None)


def _of_the_hurt(act: Act, told: list[Told]) -> Who | None:
    """ "Gunmen killed nine in Exland. Wyland denies any role": Exland, of another state."""
    last = last_violent(told)
    hurt = last.act.target if last is not None else None
    charged = any(one.act.kind.startswith("accuse") for one in told)
    if hurt is None or charged or hurt.sector == "REB" or not _foreign(hurt, act.initiator):
        return None
    return replace(hurt, code=f"{hurt.country}.GOV", name="", head=act.anchor.i)


def _foreign(who: Who, other: Who | None) -> bool:
    known = {"UNK", *NO_COUNTRIES}.isdisjoint((who.country, other.country if other else "UNK"))
    return known and other is not None and who.country != other.country


def _spoken_of(charge: Act, cast: Cast) -> set[str]:
    """ "Accused Rome of sending them from Swiss soil": Bern, too, has something to deny."""
    if charge.anchor.doc is not cast.doc or not charge.kind.startswith("accuse"):
        return set()
    return {who.country for who in cast.armies(charge.anchor.sent)}


def _accuser(act: Act, told: list[Told], cast: Cast) -> Who | None:
    """Who charged the one who now denies."""
    for one in reversed(told):
        accused, accuser = one.act.target, one.act.initiator
        if not (accuser and act.initiator) or one.act.kind.startswith("reject"):
            continue
        if accuser.country == "UNK":
            continue  # whose they are is not told
        if of_one_side(accuser, act.initiator):
            teller = one.act.speaker if one.act.is_violent else None
            if teller and teller.known and not of_one_side(teller, act.initiator):
                return teller  # "Rome says that Athens bombed a house"
            continue
        of_him = accused is not None and of_one_side(accused, act.initiator)
        of_him = of_him or act.initiator.country in _spoken_of(one.act, cast)
        of_nobody = accused is None or accused.sector == "REB"
        charge = one.act.kind.startswith("accuse") and (
            of_him or (of_nobody and _foreign(accuser, act.initiator))
        )
        if charge or (one.act.status == "claimed" and accuser.country != act.initiator.country):
            return accuser  # also "rejects the claim"
    return None
