"""Keep: from reports to stored events in one verb (merge, code, link, append)."""

from dataclasses import dataclass

import pandas as pd

from escalation.coding import code
from escalation.coding.link import link, revisions
from escalation.coding.review import overridden
from escalation.coding.withdrawal import withdrawals, without
from escalation.periods import Day
from escalation.store import EventStore
from escalation.text.merge import documents_table, merge
from escalation.theatre import Theatre


@dataclass(frozen=True)
class Kept:
    """What one call added: ``events`` (EVENTS) and how many ``documents`` were new."""

    events: pd.DataFrame
    documents: int


def keep(
    reports: pd.DataFrame,
    store: EventStore,
    theatre: Theatre | None,
    *,
    coder: str = "rules",
    processes: int = 1,
    loaded_through: Day | None = None,
    decisions: pd.DataFrame | None = None,
) -> Kept:
    """Merge reports into documents, code those not seen before, link and append them.

    Parameters
    ----------
    reports
        Table of the REPORTS contract.
    store
        Where events and documents are kept; what it already holds is not coded again, so the
        same reports twice add nothing.
    theatre
        Whose actors and places to look for; None for countries and generic actors only.
    coder
        Name of a coder.
    processes
        Number of processes that code side by side.
    loaded_through
        Day up to which the source has been read.
    decisions
        A person's review (:func:`escalation.coding.review.read_decisions`): it overrides what
        the coder reads of the same words.
    """
    documents = merge(reports)
    seen = set(store.documents()["document"])
    fresh = documents[~documents["document"].isin(seen)].reset_index(drop=True)
    coded = code(fresh, theatre, coder=coder, processes=processes)
    if decisions is not None and len(decisions):
        coded = overridden(coded, decisions)
    before = store.events()
    linked = link(coded, fresh, known=before)
    gone = withdrawals(linked, known=before)
    named = without(revisions(linked, known=before), gone)
    versions = pd.concat([linked, named, gone], ignore_index=True)
    store.append(versions, documents_table(fresh), loaded_through=loaded_through)
    return Kept(linked, len(fresh))
