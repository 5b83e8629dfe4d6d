"""Which reports tell of one incident is not certain: links drawn again by their probability.

    joins:  an event in an earlier one's incident stays in it with probability ``link``;
            else it is an incident of its own
    founds: an event that founded an incident is new with probability ``link``;
            else its incident was told before, under another name, and falls away

Each event is drawn apart from the others (that two reports of one blast are wrong together is
left out), and the truth is taken to be as often right as ``link`` says. A few drawn tables of
events stand for all: counted and fitted one by one, their futures together are as wide as doubt
about the links makes them (Rubin 1987, doi:10.1002/9780470316696).
"""

import numpy as np
import pandas as pd


def redrawn(events: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Events (EVENTS contract) with their incidents drawn again; those told before left out."""
    right = rng.random(len(events)) < events["link"].fillna(1.0).to_numpy()
    founds = (events["incident"] == events["event"]).to_numpy()
    incident = events["incident"].where(founds | right, events["event"])
    told_before = set(events.loc[founds & ~right, "event"])
    return events.assign(incident=incident)[~incident.isin(told_before).to_numpy()]
