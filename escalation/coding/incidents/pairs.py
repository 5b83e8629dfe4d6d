"""Pairs of events that may tell of one happening, and in what they agree.

What is measured of a pair depends on the two events alone, so later reports never change it.
Which pairs are worth it is said in ``blocks.py``.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from escalation.coding.incidents.blocks import family
from escalation.coding.incidents.nearness import day_columns, differ, other_places, place_columns
from escalation.coding.incidents.telling import (
    Told,
    said,
    said_later,
    same_numbers,
    thing_columns,
    word_columns,
)
from escalation.ontology import same_branch

FEATURES = (
    "always",
    "same_kind",
    "same_means",
    "other_means",
    "other_word",
    "days_shared",
    "days_apart",
    "refers_back",
    "same_report_day",
    "known_apart",
    "other_source",
    "same_place",
    "same_district",
    "same_province",
    "other_district",
    "other_province",
    "place_open",
    "far",
    "other_initiator",
    "other_speaker",
    "same_target",
    "other_target",
    "other_side_fell",
    "struck_back",
    "same_toll",
    "toll_ratio",
    "toll_falls",
    "raises_toll",
    "same_numbers",
    "same_sentence",
    "same_document",
    "told_apart",
    "retold",
    "in_passing",
    "passing_apart",
    "definite",
    "goes_on",
    "words_shared",
    "sentence_shared",
    "words_unknown",
    "same_thing",
    "thing_told",
    "other_thing",
    "brief",
)
_MEANS = {
    "air": ("airstrike", "drone"),
    "blast": ("bombing", "suicide"),
    "gun": ("shooting", "ambush", "raid", "clash", "assassination", "shelling", "capture"),
    "abduction": ("abduction",),
}
_COUNTED_ALIKE = 0.15
_COMPARED = [
    "kind", "happened_from", "happened_to", "known_at", "initiator", "target", "country",
    "admin1", "admin2", "place", "latitude", "longitude", "precision", "deaths_low",
    "deaths_best", "injured_best", "document", "source", "span_from", "span_to",
]  # fmt: skip


def measured(
    events: pd.DataFrame, left: np.ndarray, right: np.ndarray, told: list[Told] | None
) -> np.ndarray:
    """In what the events of each pair agree: array (pairs, features), as ``FEATURES`` names them.

    Parameters
    ----------
    events
        A table of the EVENTS contract.
    left, right
        Positions of the pairs' events.
    told
        What each event's text tells beside the event; None where no texts are at hand.
    """
    one, other = (events[_COMPARED].iloc[at] for at in (left, right))
    places = place_columns(one, other)
    means = [_each_once(one["kind"], other["kind"], judge) for judge in (_same_means, _other_means)]
    days = day_columns(one, other, elsewhere=(places[3] + places[4]) > 0)
    documents = _documents(one, other)
    apart = (one["document"].to_numpy() != other["document"].to_numpy()).astype(float)
    violent = _each_once(one["kind"], other["kind"], _both_violent)
    since = (other["known_at"].to_numpy() - one["known_at"].to_numpy()).astype("timedelta64[D]")
    alike = _each_once(one["kind"], other["kind"], _kinds_alike)
    gap = _toll_gap(one, other)
    raises = said_later(told, left, right, since, "update") * apart * (1 - places[4]) * violent
    struck_back = _struck_back(one, other)
    sides = _sides(one, other, violent)
    within = np.flatnonzero(documents[0] + documents[1])
    two = struck_back | ((documents[1] > 0) & (_either(told, left, right, "two") > 0))
    two[within] |= _two(one.iloc[within], other.iloc[within], alike[within], gap[within])
    columns = [
        np.ones(len(left)),
        alike,
        *means,
        (1 - alike) * (1 - violent),
        *days,
        differ(one["source"], other["source"]).astype(float),
        *places,
        *sides,
        struck_back.astype(float),
        *_tolls(one, other, gap, raises),
        raises,
        same_numbers(told, left, right) * apart,
        *(document * ~two for document in documents),
        documents[1] * _either(told, left, right, "apart"),
        *(column * apart for column in _as_known(told, left, right, since, days[1], sides[0])),
        *word_columns(told, left, right, apart),
        *thing_columns(told, left, right, apart),
        said(told, left, "brief") * said(told, right, "brief"),
    ]
    return np.column_stack(columns)


def _as_known(
    told: list[Told] | None,
    left: np.ndarray,
    right: np.ndarray,
    since: np.ndarray,
    days_apart: np.ndarray,
    other_hand: np.ndarray,
) -> list[np.ndarray]:
    """Is the later told as known already: spoken of, in passing, as "the attack", as going on?"""
    retold, passing, definite, goes_on = (
        said_later(told, left, right, since, what)
        for what in ("retold", "passing", "definite", "goes_on")
    )
    # What is told in passing has no day of its own: how far its day is from the other's says
    # little. "The attack" of another hand is another.
    return [retold, passing, passing * days_apart, definite * (1 - other_hand), goes_on]


def _either(told: list[Told] | None, left: np.ndarray, right: np.ndarray, what: str) -> np.ndarray:
    return np.maximum(said(told, left, what), said(told, right, what))


def _sides(one: pd.DataFrame, other: pd.DataFrame, violent: np.ndarray) -> list[np.ndarray]:
    """Do the sides agree; did rebels fall in one only."""
    other_initiator = _each_once(one["initiator"], other["initiator"], _other_actor)
    return [
        other_initiator,
        # Who speaks makes an accusation what it is; who strikes is often told otherwise later.
        other_initiator * (1 - violent),
        _each_once(one["target"], other["target"], _same_actor),
        _each_once(one["target"], other["target"], _other_actor),
        _each_once(one["target"], other["target"], _rebels_in_one) * violent,
    ]


def _struck_back(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    """Does one state strike, and the other strike back: "in response, the army shelled ..."?

    A clash is one happening, whoever is told first.
    """
    codes = [t[side].str[:3].to_numpy() for t in (one, other) for side in ("initiator", "target")]
    striker, struck, answerer, answered = (pd.Series(side).fillna("UNK") for side in codes)
    swapped = (striker == answered) & (struck == answerer) & (striker != struck)
    known = (striker != "UNK") & (struck != "UNK")
    deeds = [t["kind"].str.startswith("force") & (t["kind"] != "force.clash") for t in (one, other)]
    return (swapped & known).to_numpy() & deeds[0].to_numpy() & deeds[1].to_numpy()


def _two(one: pd.DataFrame, other: pd.DataFrame, alike: np.ndarray, gap: np.ndarray) -> np.ndarray:
    """One document tells both, and yet they are two: "attacks in Karachi and in Quetta"."""
    return _answered(one, other) | ((alike == 1) & ((gap > 0) | other_places(one, other)))


def _answered(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    """Is one an attack, the other force, of other days: "a raid, after four were shot on Monday"?

    On the same days a raid or a clash is mostly how the attack ended.
    """
    force = [t["kind"].str.startswith("force").to_numpy() for t in (one, other)]
    attack = [t["kind"].str.startswith("attack").to_numpy() for t in (one, other)]
    both = (attack[0] & force[1]) | (force[0] & attack[1])
    days = [differ(one[name], other[name]) for name in ("happened_from", "happened_to")]
    return both & (days[0] | days[1])


def _rebels_in_one(one: str, other: str) -> float:
    return float(bool(one) and bool(other) and (".REB" in one) != (".REB" in other))


def _same_means(one: str, other: str) -> float:
    means = _means(one)
    return float(means is not None and means == _means(other))


def _other_means(one: str, other: str) -> float:
    means = [_means(kind) for kind in (one, other)]
    return float(None not in means and means[0] != means[1])


def _means(kind: str) -> str | None:
    """By what it was done, where the kind says so: from the air, by a blast, by abduction."""
    leaf = kind.rpartition(".")[2]
    return next((name for name, leaves in _MEANS.items() if leaf in leaves), None)


def _each_once(one: pd.Series, other: pd.Series, judge: Callable[[str, str], float]) -> np.ndarray:
    """Judge pairs of words, every different pair only once."""
    words, codes = np.unique(
        np.concatenate([one.fillna("").to_numpy(), other.fillna("").to_numpy()]).astype(str),
        return_inverse=True,
    )
    pairs = codes[: len(one)] * len(words) + codes[len(one) :]
    different, place = np.unique(pairs, return_inverse=True)
    judged = [judge(*words[[code // len(words), code % len(words)]]) for code in different]
    return np.array(judged, dtype=float)[place]


def _kinds_alike(one: str, other: str) -> float:
    """1 for the same kind, a half where one is a branch of the other."""
    if one == other:
        return 1.0
    return 0.5 if same_branch(one, other) else 0.0


def _both_violent(one: str, other: str) -> float:
    return float(family(one) == family(other) == "violence")


def _is_unknown(code: str) -> bool:
    return not code or code.startswith("UNK")


def _same_actor(one: str, other: str) -> float:
    known = not _is_unknown(one) and not _is_unknown(other)
    # A land alone and its army may be one; that they are is not told.
    alike = same_branch(one, other) and ("." in one) == ("." in other)
    return float(known and alike)


def _other_actor(one: str, other: str) -> float:
    return float(not _is_unknown(one) and not _is_unknown(other) and not same_branch(one, other))


def _documents(one: pd.DataFrame, other: pd.DataFrame) -> list[np.ndarray]:
    """Read from the same sentence; else from the same document."""
    same = one["document"].to_numpy() == other["document"].to_numpy()
    starts = np.maximum(one["span_from"].to_numpy(), other["span_from"].to_numpy())
    ends = np.minimum(one["span_to"].to_numpy(), other["span_to"].to_numpy())
    sentence = same & (starts < ends)
    return [sentence.astype(float), (same & ~sentence).astype(float)]


def _toll_gap(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    """How far apart the dead are, as a ratio; 0 where one does not say."""
    dead = [np.log1p(t["deaths_best"].fillna(t["deaths_low"]).to_numpy()) for t in (one, other)]
    return np.nan_to_num(np.abs(dead[0] - dead[1]), nan=0.0)


def _tolls(
    one: pd.DataFrame, other: pd.DataFrame, gap: np.ndarray, raises: np.ndarray
) -> list[np.ndarray]:
    """How rare a toll both tell, how far apart their dead are, and does the later tell fewer.

    Two reports of 31 dead are of one attack sooner than two reports of one dead. A toll that is
    told as raised is meant to be another; 26 after 27 is the count of another office.
    """
    dead = [t["deaths_best"].fillna(t["deaths_low"]).to_numpy() for t in (one, other)]
    hurt = [t["injured_best"].to_numpy() for t in (one, other)]
    same = sum(np.where(pair[0] == pair[1], np.log1p(pair[0]), 0.0) for pair in (dead, hurt))
    since = (other["known_at"].to_numpy() - one["known_at"].to_numpy()).astype(int)
    falls = (np.sign(since) * (dead[1] - dead[0]) < 0) & (gap > _COUNTED_ALIKE)
    columns = (np.nan_to_num(same, nan=0.0), gap * (1 - raises), falls.astype(float))
    return list(columns)
