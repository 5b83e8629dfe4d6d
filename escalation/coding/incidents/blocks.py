"""Which pairs of events are worth comparing: blocks by family of kinds, country and days.

Only events of one family that share a country, or an actor's country, and lie within ten days
of one another are compared: the pairs grow with the events, not with their square.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

WINDOW = 10
_LONG = 14
_CHUNK = 200_000


def family(kind: str) -> str:
    """Branch within which happenings are compared: attacks and force are one, violence."""
    root = kind.partition(".")[0]
    return "violence" if root in ("attack", "force") else root


def candidates(events: pd.DataFrame) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Positions of pairs worth comparing, each pair once, the lower position first.

    Yields
    ------
    (left, right)
        Arrays of positions in ``events``.
    """
    anchors = _anchor(events)
    seen: list[np.ndarray] = []
    for block in _blocks(events):
        order = block[np.argsort(anchors[block], kind="stable")]
        days = anchors[order]
        last = np.searchsorted(days, days + WINDOW, side="right")
        widths = last - np.arange(len(order)) - 1
        left = np.repeat(np.arange(len(order)), widths)
        starts = np.repeat(np.cumsum(widths) - widths, widths)
        right = left + 1 + np.arange(len(left)) - starts
        one, other = order[left], order[right]
        seen.append(np.minimum(one, other) * len(events) + np.maximum(one, other))
    if not seen:
        return
    codes = np.unique(np.concatenate(seen))
    for at in range(0, len(codes), _CHUNK):
        part = codes[at : at + _CHUNK]
        yield part // len(events), part % len(events)


def _anchor(events: pd.DataFrame) -> np.ndarray:
    """One day for each event, to look for neighbours: the middle of its days, or when known."""
    span = (events["happened_to"] - events["happened_from"]).dt.days
    middle = events["happened_from"] + (events["happened_to"] - events["happened_from"]) / 2
    narrow = span.le(_LONG)
    anchor = middle.where(narrow, events["known_at"])
    return (anchor - pd.Timestamp("1970-01-01")).dt.days.to_numpy()


def _blocks(events: pd.DataFrame) -> Iterator[np.ndarray]:
    families = events["kind"].map(family)
    keys = pd.DataFrame({"at": np.arange(len(events)), "family": families.to_numpy()})
    sides = [events["country"], *(events[side].str[:3] for side in ("initiator", "target"))]
    known = [
        keys.assign(geo=side.to_numpy()).dropna(subset=["geo"]).query("geo != 'UNK'")
        for side in sides
    ]
    nowhere = ~np.isin(np.arange(len(events)), np.concatenate([k["at"] for k in known]))
    together = pd.concat([*known, keys[nowhere].assign(geo="?")])
    for _, group in together.groupby(["family", "geo"], sort=True):
        block = np.unique(group["at"].to_numpy())
        if len(block) > 1:
            yield block
