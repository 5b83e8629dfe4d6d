"""One happening, counted once: events of one incident found across documents and days.

Two events are of one incident with probability

    p = 1 / (1 + exp(-w . x))

where x says in what they agree (kind, days, place, actors, tolls, words: ``pairs.FEATURES``) and
w was fitted to judged pairs (``data/link.json``; ``benchmarks/train_link.py`` fits it): for pairs
of texts, of headlines, and of events of which only the coded facts are at hand.

Events are taken in the order in which they became known. Each joins the incident of the earlier
event that it resembles most, if p >= 0.4, it fits the incident's other events on the whole, and
its own document does not tell one of them as another happening; else it founds one, named by its
own id. So an incident id, once given, stands: what is known later joins it or not, and linking
in one go or day by day gives the same.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, partial

import numpy as np
import pandas as pd

from escalation.coding.incidents.blocks import candidates, family
from escalation.coding.incidents.pairs import FEATURES, measured
from escalation.coding.incidents.telling import Told, told_of
from escalation.event import new_events
from escalation.ontology import same_branch
from escalation.schema import EVENTS, ContractError, checked, empty
from escalation.shipped import shipped

# By the probabilities of the years that were fitted, as many happenings are then split as are
# thrown together: counts are neither too high nor too low by it.
JOIN = 0.4
# An incident whose events resemble the new one less than this on average is another happening,
# whatever a single one of them says: chains of look-alikes end here.
_ON_AVERAGE = 0.35
# So unlike are two that one document tells that nothing told elsewhere makes them one.
_TWO = 0.05
_KEPT = 0.02
# How a pair is told: in texts, in two headlines, or by its coded facts alone.
TELLINGS = ("texts", "headlines", "facts")
_BRIEF, _NO_TEXT = FEATURES.index("brief"), FEATURES.index("words_unknown")


def link(
    events: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    *,
    known: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give each event its incident and the probability of that link.

    Parameters
    ----------
    events
        New events, by the EVENTS contract; what their ``incident`` and ``link`` say is replaced.
    documents
        If at hand, a table with ``document`` and ``text``: shared words sharpen the links.
    known
        Events linked before (``store.events()``): they may gain members, but none is changed.

    Returns
    -------
    DataFrame
        ``events`` in their order, with ``incident`` (the id of the incident's first event) and
        ``link`` (for an event that founds its incident, the chance that it is not told before).

    Raises
    ------
    ContractError
        If a table breaks its contract.
    """
    fresh = checked(events, EVENTS)
    before = checked(known, EVENTS) if known is not None and len(known) else fresh.iloc[:0]
    before = before[~before["event"].isin(set(fresh["event"]))]
    if len(fresh) == 0:
        return fresh
    together = pd.concat([before, fresh], ignore_index=True)
    # What was linked before stands, also where a report that was known earlier comes in late.
    is_late = pd.Series(np.arange(len(together)) >= len(before))
    sorting = together[["known_at", "event"]].assign(late=is_late)
    order = sorting.sort_values(["late", "known_at", "event"], kind="stable").index.to_numpy()
    ordered = together.iloc[order].reset_index(drop=True)
    chances = _chances(ordered, told_of(ordered, documents))
    is_new = order >= len(before)
    incidents, links = _joined(ordered, chances, is_new)
    place = pd.Series(np.arange(len(ordered)), index=ordered["event"])
    at = place[fresh["event"]].to_numpy()
    return fresh.assign(incident=incidents[at], link=links[at])


def revisions(linked: pd.DataFrame, *, known: pd.DataFrame | None = None) -> pd.DataFrame:
    """New versions of earlier events whose attacker a later event of the incident names.

    Parameters
    ----------
    linked
        Events just linked.
    known
        Events linked before them.

    Returns
    -------
    DataFrame
        By the EVENTS contract: the earlier events with the initiator that is now known,
        ``known_at`` the day of the later report, and the later event named in ``reason``.
        A raised toll needs none: an incident counts with its largest.
    """
    tables = [table for table in (known, linked) if table is not None and len(table)]
    if not tables:
        return empty(EVENTS)
    together = pd.concat(tables, ignore_index=True).sort_values(["known_at", "event"])
    named = together["event"].isin(set(linked["event"])) & _is_named(together)
    several = together["incident"].duplicated(keep=False)
    rows = []
    for _, incident in together[several].groupby("incident", sort=True):
        telling = incident[named[incident.index]]
        if telling.empty:
            continue
        source = telling.iloc[0]
        unknown = incident["initiator"].isna() | incident["initiator"].str.startswith("UNK")
        nameless = unknown.astype(bool) & incident["status"].eq("happened")
        nameless &= incident["kind"].map(family).eq("violence")
        nameless &= incident["known_at"].lt(source["known_at"])
        nameless &= incident["kind"].map(partial(same_branch, source["kind"])).astype(bool)
        rows += [_revised(event, source) for _, event in incident[nameless].iterrows()]
    return new_events(rows)


def _is_named(events: pd.DataFrame) -> pd.Series:
    """Is the hand known, and one that does such a thing: an armed group attacks, a state's
    forces use force?"""
    group = events["kind"].str.startswith("attack") & events["initiator"].str.contains(
        r"\.REB(?:\.|$)", regex=True, na=False
    )
    state = events["kind"].str.startswith("force") & events["initiator"].str.contains(
        r"\.(?:MIL|COP|GOV|SPY)(?:\.|$)", regex=True, na=False
    )
    return (group | state) & ~events["initiator"].str.startswith("UNK", na=False)


def _revised(event: pd.Series, source: pd.Series) -> dict:
    changed = {name: source[name] for name in ("initiator", "initiator_name", "known_at")}
    reason = f"perpetrator named by {source['event']}"
    return event.where(event.notna(), None).to_dict() | changed | {"reason": reason}


def pair_chances(events: pd.DataFrame, documents: pd.DataFrame | None = None) -> pd.DataFrame:
    """Probability of every pair worth comparing: columns ``one``, ``other``, ``chance``."""
    table = checked(events, EVENTS)
    names = table["event"].to_numpy()
    rows = [
        pd.DataFrame({"one": names[left], "other": names[right], "chance": chance})
        for left, right, chance in _scored(table, told_of(table, documents))
    ]
    return (
        pd.concat(rows, ignore_index=True)
        if rows
        else pd.DataFrame(
            {
                "one": pd.Series(dtype=str),
                "other": pd.Series(dtype=str),
                "chance": pd.Series(dtype=float),
            }
        )
    )


@cache
def weights() -> np.ndarray:
    """The fitted weights: array (``TELLINGS``, ``FEATURES``).

    Raises
    ------
    ContractError
        If the shipped weights are of other features.
    """
    table = json.loads(shipped("link.json").read_text(encoding="utf-8"))
    fitted = [table[telling] for telling in TELLINGS]
    if any(list(weights) != list(FEATURES) for weights in fitted):
        raise ContractError("data/link.json is of other features; run benchmarks/train_link.py")
    return np.array([list(weights.values()) for weights in fitted])


def chances(agreeing: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Probability of each pair: ``agreeing`` (pairs, features), ``weights`` as :func:`weights`."""
    telling = np.where(agreeing[:, _BRIEF] > 0, 1, 0)
    telling[agreeing[:, _NO_TEXT] > 0] = 2
    scores = agreeing @ weights.T
    return 1 / (1 + np.exp(-scores[np.arange(len(scores)), telling]))


def _scored(
    events: pd.DataFrame, told: list[Told] | None
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    for left, right in candidates(events):
        yield left, right, chances(measured(events, left, right, told), weights())


def _chances(events: pd.DataFrame, told: list[Told] | None) -> dict[int, list[tuple[int, float]]]:
    """For each position, the earlier positions that it resembles, with their probability."""
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for left, right, chance in _scored(events, told):
        for i, j, p in zip(*(a[chance > _KEPT] for a in (left, right, chance)), strict=True):
            found[int(j)].append((int(i), float(p)))
    return found


def _joined(
    events: pd.DataFrame, chances: dict[int, list[tuple[int, float]]], is_new: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    names, documents = events["event"].to_numpy(), events["document"].to_numpy()
    incidents = events["incident"].to_numpy().astype(object)
    links = events["link"].to_numpy(dtype=float).copy()
    sizes: Counter[str] = Counter()
    told: Counter[tuple[str, str]] = Counter()
    for at in range(len(events)):
        if is_new[at]:
            resembling = chances.get(at, [])
            beside = [i for i, p in resembling if documents[i] == documents[at] and p >= _TWO]
            likely = Counter(incidents[beside])
            near = {incidents[i] for i, _ in resembling}
            others = {one for one in near if told[one, documents[at]] > likely[one]}
            best, links[at] = _best(resembling, incidents, sizes, others)
            incidents[at] = names[at] if best is None else best
        sizes[incidents[at]] += 1
        told[incidents[at], documents[at]] += 1
    return incidents, links


def _best(
    resembling: list[tuple[int, float]],
    incidents: np.ndarray,
    sizes: dict[str, int],
    others: set[str],
) -> tuple[str | None, float]:
    """The incident to join, None for none of them, and the chance that this is right.

    ``others`` are not to be joined: the event's own document tells them beside it.
    """
    by_incident: dict[str, list[float]] = defaultdict(list)
    for at, chance in resembling:
        by_incident[incidents[at]].append(chance)
    best, highest, nearest = None, 0.0, 0.0
    for incident, values in by_incident.items():
        chance, average = max(values), sum(values) / sizes[incident]
        if chance >= JOIN and average >= _ON_AVERAGE and incident not in others:
            if chance > highest:
                best, highest = incident, chance
        else:
            nearest = max(nearest, chance if chance < JOIN else average)
    return (best, highest) if best is not None else (None, 1.0 - nearest)
