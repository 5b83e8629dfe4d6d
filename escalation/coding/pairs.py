"""Pairs of events that may tell of one happening, and in what they agree.

What is measured of a pair depends on the two events alone, so later reports never change it.
Which pairs are worth it is said in ``blocks.py``.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from escalation.coding.blocks import family

FEATURES = (
    "always",
    "same_kind",
    "other_means",
    "other_word",
    "days_shared",
    "days_apart",
    "refers_back",
    "same_report_day",
    "same_place",
    "same_district",
    "same_province",
    "other_district",
    "other_province",
    "here_and_then",
    "same_initiator",
    "other_initiator",
    "other_speaker",
    "same_target",
    "other_target",
    "same_toll",
    "toll_ratio",
    "toll_falls",
    "raises_toll",
    "same_sentence",
    "same_document",
    "told_apart",
    "words_shared",
    "words_unknown",
)
_MEANS = {
    "air": ("airstrike", "drone"),
    "blast": ("bombing", "suicide"),
    "gun": ("shooting", "ambush", "raid", "clash", "assassination", "shelling", "capture"),
    "abduction": ("abduction",),
}
_COMPARED = [
    "kind", "happened_from", "happened_to", "known_at", "initiator", "target", "country",
    "admin1", "admin2", "place", "latitude", "longitude", "precision", "deaths_low",
    "deaths_best", "injured_best", "document", "span_from", "span_to",
]  # fmt: skip


class Told(NamedTuple):
    """What an event's text tells of its identity.

    ``words`` carry the document's matter; ``apart`` where the sentence tells a separate story
    ("Separately, ...", "In another attack ..."); ``update`` where it raises a toll that was told.
    """

    words: frozenset[str]
    apart: bool
    update: bool


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
    table = events[_COMPARED]
    one, other = table.iloc[left], table.iloc[right]
    places = _places(one, other)
    days = _days(one, other, elsewhere=(places[3] + places[4]) > 0)
    means = _each_once(one["kind"], other["kind"], _other_means)
    documents = _documents(one, other)
    initiators = _actors(one["initiator"], other["initiator"])
    violent = _each_once(one["kind"], other["kind"], _both_violent)
    tolls = _tolls(one, other)
    later = np.where(one["known_at"].to_numpy() < other["known_at"].to_numpy(), right, left)
    same_document = np.maximum(*documents)
    alike = _each_once(one["kind"], other["kind"], _kinds_alike)
    columns = [
        np.ones(len(left)),
        alike,
        means,
        (1 - alike) * (1 - violent),
        *days,
        *places,
        # Place, days and means agreeing at once say more than their sum.
        np.maximum.reduce([places[0], 0.8 * places[1], 0.4 * places[2]]) * days[0] * (1 - means),
        *initiators,
        # Who speaks makes an accusation what it is; who strikes is often told otherwise later.
        initiators[1] * (1 - violent),
        *_actors(one["target"], other["target"]),
        *tolls,
        _said(told, later, "update") * (1 - same_document) * (1 - places[4]) * violent,
        *documents,
        documents[1] * np.maximum(_said(told, left, "apart"), _said(told, right, "apart")),
        *_words(told, left, right),
    ]
    return np.column_stack(columns)


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
    return 0.5 if _within(one, other) else 0.0


def _within(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(short + ".")


def _both_violent(one: str, other: str) -> float:
    return float(family(one) == family(other) == "violence")


def _is_unknown(code: str) -> bool:
    return not code or code.startswith("UNK")


def _same_actor(one: str, other: str) -> float:
    return float(not _is_unknown(one) and not _is_unknown(other) and _within(one, other))


def _other_actor(one: str, other: str) -> float:
    return float(not _is_unknown(one) and not _is_unknown(other) and not _within(one, other))


def _days(one: pd.DataFrame, other: pd.DataFrame, elsewhere: np.ndarray) -> list[np.ndarray]:
    """Share of days in common, days apart, does the later look back, known the same day."""
    starts = [_numbers(t["happened_from"], t["known_at"]) for t in (one, other)]
    ends = [_numbers(t["happened_to"], t["known_at"]) for t in (one, other)]
    known = [_numbers(t["known_at"], t["known_at"]) for t in (one, other)]
    apart = np.maximum(starts[0] - ends[1], starts[1] - ends[0])
    longest = np.maximum(ends[0], ends[1]) - np.minimum(starts[0], starts[1]) + 1
    shared = np.clip(np.minimum(ends[0], ends[1]) - np.maximum(starts[0], starts[1]) + 1, 0, None)
    # A report that names an earlier day ("yesterday's bombing") tells of what was known before;
    # the wider the days it names, the less it points to one happening.
    later = known[1] > known[0]
    names_day = np.where(later, ends[1] < known[1], (known[0] > known[1]) & (ends[0] < known[0]))
    width = np.where(later, ends[1] - starts[1], ends[0] - starts[0]) + 1
    return [
        shared / longest,
        np.log1p(np.clip(apart, 0, 30)),
        (names_day & (apart <= 0) & ~elsewhere) / width,
        (known[0] == known[1]).astype(float),
    ]


def _documents(one: pd.DataFrame, other: pd.DataFrame) -> list[np.ndarray]:
    """Read from the same sentence; else from the same document."""
    same = one["document"].to_numpy() == other["document"].to_numpy()
    starts = np.maximum(one["span_from"].to_numpy(), other["span_from"].to_numpy())
    ends = np.minimum(one["span_to"].to_numpy(), other["span_to"].to_numpy())
    sentence = same & (starts < ends)
    return [sentence.astype(float), (same & ~sentence).astype(float)]


def _numbers(days: pd.Series, fallback: pd.Series) -> np.ndarray:
    return (days.fillna(fallback) - pd.Timestamp("1970-01-01")).dt.days.to_numpy()


def _places(one: pd.DataFrame, other: pd.DataFrame) -> list[np.ndarray]:
    exact = one["precision"].eq("exact").to_numpy() & other["precision"].eq("exact").to_numpy()
    near = np.hypot(
        one["latitude"].to_numpy() - other["latitude"].to_numpy(),
        (one["longitude"].to_numpy() - other["longitude"].to_numpy()) * 0.85,
    )
    same_place = exact & (_agree(one["place"], other["place"]) | (near < 0.08))
    same_district = _agree(one["admin2"], other["admin2"])
    other_district = _differ(one["admin2"], other["admin2"]) & ~same_place
    same_province = _agree(one["admin1"], other["admin1"])
    elsewhere = _differ(one["country"], other["country"])
    other_province = (_differ(one["admin1"], other["admin1"]) | elsewhere) & ~same_place
    columns = (same_place, same_district, same_province, other_district, other_province)
    return [column.astype(float) for column in columns]


def _actors(one: pd.Series, other: pd.Series) -> list[np.ndarray]:
    """Known and compatible (one code within the other), known and not."""
    return [_each_once(one, other, judge) for judge in (_same_actor, _other_actor)]


def _tolls(one: pd.DataFrame, other: pd.DataFrame) -> list[np.ndarray]:
    """How rare a toll both tell, how far apart their dead are, and does the later tell fewer.

    Two reports of 31 dead are of one attack sooner than two reports of one dead.
    """
    dead = [t["deaths_best"].fillna(t["deaths_low"]).to_numpy() for t in (one, other)]
    hurt = [t["injured_best"].to_numpy() for t in (one, other)]
    same = sum(np.where(pair[0] == pair[1], np.log1p(pair[0]), 0.0) for pair in (dead, hurt))
    ratio = np.abs(np.log1p(dead[0]) - np.log1p(dead[1]))
    later = one["known_at"].to_numpy() < other["known_at"].to_numpy()
    falls = later & (dead[1] < dead[0])
    columns = (np.nan_to_num(same, nan=0.0), np.nan_to_num(ratio, nan=0.0), falls.astype(float))
    return list(columns)


def _words(told: list[Told] | None, left: np.ndarray, right: np.ndarray) -> list[np.ndarray]:
    """Share of telling words in common (of the smaller set), and whether texts are missing."""
    if told is None:
        return [np.zeros(len(left)), np.ones(len(left))]
    shared, missing = np.zeros(len(left)), np.zeros(len(left))
    for at, (i, j) in enumerate(zip(left, right, strict=True)):
        one, other = told[i].words, told[j].words
        fewer = min(len(one), len(other))
        shared[at] = np.sqrt(len(one & other) / (fewer + 2))
        missing[at] = fewer == 0
    return [shared, missing]


def _said(told: list[Told] | None, positions: np.ndarray, what: str) -> np.ndarray:
    if told is None:
        return np.zeros(len(positions))
    return np.array([float(getattr(told[at], what)) for at in positions])


def _agree(one: pd.Series, other: pd.Series) -> np.ndarray:
    return one.notna().to_numpy() & (one.to_numpy() == other.to_numpy())


def _differ(one: pd.Series, other: pd.Series) -> np.ndarray:
    both = one.notna().to_numpy() & other.notna().to_numpy()
    return both & (one.to_numpy() != other.to_numpy())
