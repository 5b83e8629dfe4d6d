"""What importers share: the events and the rows set aside, and how a country names its series."""

from dataclasses import dataclass

import pandas as pd

from escalation.schema import REJECTED, checked, typed


@dataclass(frozen=True)
class Imported:
    """Events (EVENTS) and rows set aside, with file, line, rule and value (REJECTED)."""

    events: pd.DataFrame
    rejected: pd.DataFrame

    @property
    def summary(self) -> str:
        """One line: how many were read, how many set aside."""
        return f"{len(self.events):,} events read, {len(self.rejected):,} set aside"


def rejected_table(faults: list[tuple[str, int, str, str | None]]) -> pd.DataFrame:
    """Faults as a table of the REJECTED contract."""
    frame = pd.DataFrame.from_records(faults, columns=list(REJECTED.columns))
    return checked(typed(frame, REJECTED), REJECTED)


def series_of(country: str) -> str:
    """Name of a country's series: ``DR Congo (Zaire)`` is ``dr-congo-zaire``."""
    return "-".join(country.lower().replace("(", "").replace(")", "").split())
