"""Whether two hands, places and days can be the same: what two tellings of one happening share."""

import pandas as pd

from escalation.coding.actors.who import OF_STATE, Who
from escalation.coding.days.dates import Days
from escalation.coding.places.mention import Mention
from escalation.coding.story.told import Told


def alike(one: Who | None, other: Who | None) -> bool:
    """Can two be the same: is one unknown, or a part of the other?"""
    if one is None or other is None or not one.known or not other.known:
        return True
    if is_guessed(one) or is_guessed(other):
        return {one.sector, other.sector} <= OF_STATE | {None}
    return (
        one.code.startswith(other.code)
        or other.code.startswith(one.code)
        or (one.code == "UNK.REB" and other.sector == "REB")
        or (other.code == "UNK.REB" and one.sector == "REB")
    )


def is_guessed(who: Who | None) -> bool:
    """Are they forces of no phrase, who are only meant as those of wherever it was?"""
    return who is not None and who.is_force and not who.name


def told_for(one: Who | None, other: Who | None) -> bool:
    """ "Exland struck a camp. Its army said ...": a state, and those who bear its arms."""
    sectors = {who.sector for who in (one, other) if who is not None}
    return "GOV" in sectors and of_one_state(one, other)


def of_one_state(one: Who | None, other: Who | None) -> bool:
    """Are both hands of one state: its government, army, police?"""
    if one is None or other is None or one.country != other.country:
        return False
    return {one.sector, other.sector} <= OF_STATE


def near(one: Mention | None, other: Mention | None) -> bool:
    """Can two places be one: of one country, and of one province where both tell it?"""
    if one is None or other is None:
        return True
    if one.country != other.country:
        return False
    return None in (one.admin1, other.admin1) or one.admin1 == other.admin1


def apart(one: Mention | None, other: Mention | None) -> bool:
    """Are two places in one province that cannot be the same: towns of different districts?"""
    if one is None or other is None or one.name == other.name:
        return False
    fine = ("exact", "district")
    if one.precision not in fine or other.precision not in fine:
        return False
    return None not in (one.admin2, other.admin2) and one.admin2 != other.admin2


def together(one: Days, other: Days) -> bool:
    """Can two spans of days hold the same day?"""
    if pd.isna(one.first) or pd.isna(other.first):
        return True
    return one.first <= other.last and other.first <= one.last


def headlines_apart(one: Told, other: Told) -> bool:
    """ "Ten killed in Exford violence;Four killed in Roman fire": two news, each with its dead.

    Headlines of one kind of deed, or of nobody's, are of one deed of which more died, and so are
    those of the same dead: "Rocket kills four guards;Rebels kill five guards".
    """
    a, b = one.act, other.act
    before, now = (told.toll.get("deaths_best") for told in (one, other))
    if not other.setting.is_strung or one.setting is other.setting or None in (before, now):
        return False
    known = [who is not None and who.country != "UNK" for who in (a.initiator, b.initiator)]
    differ = before != now and a.kind != b.kind and known[0] != known[1]
    rises = (now or 0) > (before or 0) and alike(a.target, b.target)
    return differ and not rises
