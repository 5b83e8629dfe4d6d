"""How near two events lie: days and places in common, and how far apart they are."""

import numpy as np
import pandas as pd

_NEWS_DAYS = 7  # so long a happening is in the news
_KM_A_DEGREE, _NEAR_KM = 111.0, 15.0


def day_columns(one: pd.DataFrame, other: pd.DataFrame, elsewhere: np.ndarray) -> list[np.ndarray]:
    """How near in time: the days named, and when it was known.

    Share of days in common; days apart; does the later report look back to a day that fits;
    known the same day; how long after the news was fresh.
    """
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
        np.log1p(np.clip(np.abs(known[0] - known[1]) - _NEWS_DAYS, 0, None)),
    ]


def place_columns(one: pd.DataFrame, other: pd.DataFrame) -> list[np.ndarray]:
    """Do the places agree, by place, district and province; do they differ, and how far."""
    near = _degrees(one, other)
    same_place = _same_place(one, other, near)
    same_district = _agree(one["admin2"], other["admin2"])
    other_district = differ(one["admin2"], other["admin2"]) & ~same_place
    same_province = _agree(one["admin1"], other["admin1"])
    elsewhere = differ(one["country"], other["country"])
    other_province = (differ(one["admin1"], other["admin1"]) | elsewhere) & ~same_place
    open_ = (one["admin1"].isna().to_numpy() + 0.0 + other["admin1"].isna().to_numpy()) / 2
    sharp = _is_sharp(one) & _is_sharp(other)
    far = np.where(sharp, np.log1p(np.nan_to_num(near, nan=0.0) * _KM_A_DEGREE / _NEAR_KM), 0.0)
    columns = (same_place, same_district, same_province, other_district, other_province)
    return [*(column.astype(float) for column in columns), open_, far]


def other_places(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    """Are both told to be somewhere, and neither place may lie in the other?"""
    levels = ("country", "admin1", "admin2")
    elsewhere = np.logical_or.reduce([differ(one[level], other[level]) for level in levels])
    towns = _both_exact(one, other) & differ(one["place"], other["place"])
    return (elsewhere | towns) & ~_same_place(one, other, _degrees(one, other))


def _same_place(one: pd.DataFrame, other: pd.DataFrame, far: np.ndarray) -> np.ndarray:
    return _both_exact(one, other) & (_agree(one["place"], other["place"]) | (far < 0.08))


def _both_exact(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    return one["precision"].eq("exact").to_numpy() & other["precision"].eq("exact").to_numpy()


def _degrees(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    return np.hypot(
        one["latitude"].to_numpy() - other["latitude"].to_numpy(),
        (one["longitude"].to_numpy() - other["longitude"].to_numpy()) * 0.85,
    )


def _is_sharp(events: pd.DataFrame) -> np.ndarray:
    return events["precision"].isin(["exact", "district"]).to_numpy()


def _numbers(days: pd.Series, fallback: pd.Series) -> np.ndarray:
    return (days.fillna(fallback) - pd.Timestamp("1970-01-01")).dt.days.to_numpy()


def _agree(one: pd.Series, other: pd.Series) -> np.ndarray:
    return one.notna().to_numpy() & (one.to_numpy() == other.to_numpy())


def differ(one: pd.Series, other: pd.Series) -> np.ndarray:
    both = one.notna().to_numpy() & other.notna().to_numpy()
    return both & (one.to_numpy() != other.to_numpy())
