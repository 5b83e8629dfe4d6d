"""What forecasts are worth to someone who must act on them.

    value    (expense of the base rate - expense of the forecast)
             / (expense of the base rate - expense of foreknowledge)

for a user who pays a cost to be safe, or a loss if it happens unprepared, and acts where the
chance reaches cost / loss. An alarm at threshold p is judged by the onsets that it foresaw, how
early, and how often it was false.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from escalation.schema import ContractError
from escalation.verify.table import paired_scores


def value_curve(
    chance: ArrayLike, happened: ArrayLike, *, ratios: ArrayLike | None = None
) -> pd.DataFrame:
    """Relative economic value by cost-loss ratio.

    Parameters
    ----------
    chance, happened
        Shape (n,); ``happened`` is 0 or 1.
    ratios
        Cost / loss of users, between 0 and 1; 0.01 to 0.99 if None.

    Returns
    -------
    DataFrame
        ``ratio, value`` (1 is foreknowledge, 0 no better than the base rate, below 0 worse),
        ``acted`` (share of the time).

    References
    ----------
    Richardson 2000, doi:10.1002/qj.49712656313.
    """
    given, came = np.asarray(chance, dtype=float), np.asarray(happened, dtype=float)
    asked = np.arange(1, 100) / 100 if ratios is None else np.asarray(ratios, dtype=float)
    rate = came.mean()
    if not 0 < rate < 1:
        raise ContractError("value needs targets that happened and targets that did not")
    act = given[None, :] >= asked[:, None]
    forecast = asked * act.mean(axis=1) + (~act & (came == 1)).mean(axis=1)
    climate = np.minimum(asked, rate)
    value = (climate - forecast) / (climate - asked * rate)
    return pd.DataFrame({"ratio": asked, "value": value, "acted": act.mean(axis=1)})


@dataclass(frozen=True)
class AlarmRecord:
    """How an alarm did: onsets and those foreseen, mean lead in periods, alarms and false ones."""

    threshold: float
    onsets: int
    foreseen: int
    lead: float
    alarms: int
    false: int


def alarm_record(
    chance: pd.Series, happened: pd.Series, *, threshold: float, within: int, quiet: int = 4
) -> AlarmRecord:
    """Judge an alarm that rings at an origin when the chance reaches ``threshold``.

    Parameters
    ----------
    chance
        By origin, at equal steps: the chance that it happens within the next ``within`` periods.
    happened
        0 or 1 by the same steps: did it happen in the period that follows that origin?
    threshold
        Between 0 and 1.
    within
        Periods that an alarm is about: it is false if nothing happens in them.
    quiet
        An onset is a period in which it happens after this many in which it did not.

    Returns
    -------
    AlarmRecord
        ``lead`` is the mean, over foreseen onsets, of the periods from the first origin of the
        unbroken alarm that rang in the ``within`` origins before the onset; 1 is the last moment.
        ``false / alarms`` is the false alarm ratio (not the false alarm rate).

    References
    ----------
    Timeliness beside sensitivity: Kleinman & Abrams 2006, doi:10.1177/0962280206071641. Ratio and
    rate of false alarms: Barnes et al. 2009, doi:10.1175/2009WAF2222300.1.
    """
    if not 0 < threshold < 1:
        raise ContractError(f"an alarm's threshold lies between 0 and 1; got {threshold}")
    came = happened.reindex(chance.index).to_numpy() == 1
    rings = chance.to_numpy() >= threshold
    days = [int(at) for at in np.flatnonzero(came)]
    onsets = [at for at in days if at >= quiet and not came[at - quiet : at].any()]
    leads = []
    for onset in onsets:
        rung = np.flatnonzero(rings[max(0, onset - within + 1) : onset + 1])
        if not len(rung):
            continue
        first = max(0, onset - within + 1) + int(rung[-1])
        while first > 0 and rings[first - 1]:
            first -= 1
        leads.append(onset - first + 1)
    # An alarm can be judged only where all that it is about has come.
    judged = [int(at) for at in np.flatnonzero(rings) if at + within <= len(came)]
    false = sum(not came[at : at + within].any() for at in judged)
    lead = float(np.mean(leads)) if leads else np.nan
    return AlarmRecord(threshold, len(onsets), len(leads), lead, len(judged), int(false))


def ranks(
    table: pd.DataFrame, *, metric: str = "crps", unit: str = "series", truth: str | None = None
) -> pd.DataFrame:
    """Rank of every model within each unit by mean score (1 is best; equals share a rank).

    ``truth`` says which, where the table has several; the lagged one if None.

    Returns
    -------
    DataFrame
        Index: models, best mean rank first; a column a unit, and ``mean``.

    References
    ----------
    Friedman 1937, doi:10.1080/01621459.1937.10503522.
    """
    scores = paired_scores(table, metric, truth=truth)
    means = scores.groupby(level=unit).mean()
    found = means.rank(axis=1, method="average").T
    found["mean"] = found.mean(axis=1)
    return found.sort_values("mean")
