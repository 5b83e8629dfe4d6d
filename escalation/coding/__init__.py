"""Coding: from documents to events. ``code`` runs a coder; a ``Coder`` is what it can run."""

from typing import Protocol

import pandas as pd

from escalation.coding.auditing.records import audit_records
from escalation.schema import ContractError
from escalation.theatre import Theatre

__all__ = ["COLUMNS", "Coder", "audit_records", "code"]

COLUMNS = ("document", "text", "published", "known_at", "source")


class Coder(Protocol):
    """Something that reads events from documents."""

    name: str

    def code(self, documents: pd.DataFrame, theatre: Theatre | None) -> pd.DataFrame:
        """Events (by the EVENTS contract) of documents with the columns of ``COLUMNS``."""
        ...


def code(
    documents: pd.DataFrame,
    theatre: Theatre | None = None,
    *,
    coder: str | Coder = "rules",
    processes: int = 1,
) -> pd.DataFrame:
    """Read the events of documents.

    Parameters
    ----------
    documents
        One row a document: ``document`` (id), ``text``, ``published``, ``known_at``, ``source``.
    theatre
        Whose actors and places are meant; without one, countries and generic actors.
    coder
        ``rules``; ``endpoint``, which asks a model server and is off until its address is set
        (``endpoint.py``); or any object that is a :class:`Coder`.
    processes
        Number of processes to code with; order and result are the same for any number.

    Returns
    -------
    DataFrame
        By the EVENTS contract, in the order of the documents and of their text.

    Raises
    ------
    ContractError
        If a column is missing or there is no coder of that name.
    """
    missing = [column for column in COLUMNS if column not in documents]
    if missing:
        raise ContractError(
            f"documents lack {', '.join(missing)}; a document has: {', '.join(COLUMNS)}"
        )
    if not isinstance(coder, str):
        return coder.code(documents, theatre)
    if coder == "endpoint":
        from escalation.coding.language_model.endpoint import EndpointCoder

        return EndpointCoder.from_environment().code(documents, theatre)
    if coder != "rules":
        raise ContractError(f"no coder '{coder}'; there are: rules, endpoint")
    from escalation.coding.coder import RulesCoder

    return RulesCoder(processes=processes).code(documents, theatre)
