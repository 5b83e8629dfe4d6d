"""Coder error: how many true incidents the coder misses, and how many of its own are false.

An audit (``escalation audit``) leaves, for each kind, recall and precision as Beta distributions.
``with_coding_error`` hands them to a panel, series by series; a model that finds them there lets
true incidents be thinned and false ones added:

    count[t, k] ~ NegativeBinomial(mean = reported * (recall[k] * rate[t, k] + false[k]), size[k])
    false[k] = (1 - precision[k]) * usual count of k

Ahead, incidents are drawn, thinned one by one, and false ones are added. What makes a week uneven
(``size``) raises both, or counts ahead would be narrower than this likelihood.

Counts ahead, as the coder will code them, barely depend on recall: what it misses today it will
miss tomorrow. A model of a series apart whose level is free (``ewma``, ``flares``, ``local-level``)
follows ``recall * rate + false`` as one level, but for the floor of false ones, which stands still:
given an audit, ``local-level`` forecast attacks as well as before and rare series worse
(benchmarks/coder_error.py), so it does not ask for one. What will have *happened* depends on it:
the weaker the coder, the more incidents, and the wider; over its mean hardly wider.
``excitation`` tells it (``happened=True``).
"""

import json
from pathlib import Path

import numpy as np

from escalation.models.parts import LARGEST
from escalation.panel import Panel
from escalation.schema import ContractError
from escalation.theatre import Series, Theatre


def with_coding_error(panel: Panel, theatre: Theatre, rules: str | Path) -> Panel:
    """A panel that knows its coder's ``recall`` and ``precision``, each (beta, series).

    Parameters
    ----------
    panel
        Counts of the theatre's series.
    theatre
        Says which kinds a series counts.
    rules
        File that ``Audit.save_rules`` wrote: by kind, ``recall`` and ``precision`` as the two
        parameters of a Beta distribution.

    Raises
    ------
    ContractError
        If the file holds no kinds, or the panel is of another theatre.
    """
    if panel.data.attrs["theatre"] != theatre.name:
        raise ContractError(
            f"a panel of '{panel.data.attrs['theatre']}' has no series of '{theatre.name}'"
        )
    kinds = json.loads(Path(rules).read_text(encoding="utf-8")).get("kinds", {})
    if not kinds:
        raise ContractError(f"{rules} tells recall and precision of no kind; run escalation audit")
    series = [theatre[name] for name in panel.series]
    told = {
        what: np.column_stack([_of_series(one, kinds, what) for one in series])
        for what in ("recall", "precision")
    }
    data = panel.data.assign({what: (("beta", "series"), values) for what, values in told.items()})
    return Panel(data)


def _of_series(series: Series, kinds: dict[str, dict[str, list[float]]], what: str) -> np.ndarray:
    """Beta parameters of a series: the mean of those of the kinds it counts."""
    roots = {kind.split(".")[0] for clause in series.match for kind in clause.kinds}
    known = [kinds[root][what] for root in sorted(roots) if root in kinds]
    return np.mean(known or [entry[what] for entry in kinds.values()], axis=0)


def coding_error(panel: Panel) -> dict[str, np.ndarray]:
    """``recall`` and ``precision``, each (2, series), of a panel that knows them; else nothing."""
    there = [what for what in ("recall", "precision") if what in panel.data]
    return {what: panel.data[what].values.astype(float) for what in there}


def heard(
    rate: np.ndarray,
    size: np.ndarray,
    recall: np.ndarray,
    false: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Counts that happened at a rate, and those as coded: thinned by ``recall``, ``false`` added.

    Either is negative binomial of this size, the coded of mean ``recall * rate + false``.
    """
    shape = np.broadcast_to(size, rate.shape)
    uneven = rng.gamma(shape, 1 / shape)
    happened = rng.poisson(np.clip(rate, 0.0, LARGEST) * uneven)
    kept = rng.binomial(happened, np.broadcast_to(recall, rate.shape))
    return happened.astype(float), (kept + rng.poisson(false * uneven)).astype(float)
