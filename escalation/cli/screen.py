"""What the commands print: tables for people, JSON for programs, progress for the patient."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

if TYPE_CHECKING:
    import pandas as pd

_ERRORS = Console(stderr=True)
# A table that goes into a file or a pipe is not folded to the width of a screen.
_SCREEN = Console(width=None if sys.stdout.isatty() else 240)


def say(text: str) -> None:
    """A line for the person at the screen; programs read standard output, this goes beside it."""
    _ERRORS.print(text, highlight=False, soft_wrap=True)


def complain(text: str) -> None:
    """An error: the rule, the value, the way out."""
    _ERRORS.print(f"error: {text}", style="red", highlight=False, soft_wrap=True, markup=False)


def show(table: "pd.DataFrame", *, title: str, as_json: bool, places: int = 3) -> None:
    """Print a table for a person, or one JSON object a row for a program."""
    if as_json:
        # A pipe on Windows may take no letter outside its code page: there they are escaped.
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        for record in json.loads(_days_alone(table).to_json(orient="records", date_format="iso")):
            sys.stdout.write(json.dumps(record, ensure_ascii=plain) + "\n")
        return
    import pandas as pd

    grid = Table(title=title, title_justify="left", header_style="bold")
    digits = []
    for column in table.columns:
        is_number = pd.api.types.is_numeric_dtype(table[column])
        grid.add_column(str(column), justify="right" if is_number else "left")
        # counts with gaps are floats to pandas, and counts to a reader
        whole = is_number and bool((table[column].dropna() % 1 == 0).all())
        digits.append(0 if whole else places)
    for row in table.itertuples(index=False):
        grid.add_row(*[_cell(value, many) for value, many in zip(row, digits, strict=True)])
    _SCREEN.print(grid)


def _days_alone(table: "pd.DataFrame") -> "pd.DataFrame":
    """The table with a day as 2026-02-19, as elsewhere: no clock was read at midnight."""
    told = table.copy()
    for name, when in table.select_dtypes("datetime").items():
        if (when.dropna() == when.dropna().dt.normalize()).all():
            told[name] = when.dt.strftime("%Y-%m-%d")
    return told


def _cell(value: Any, places: int) -> str:
    import pandas as pd

    if value is None or (not isinstance(value, (list, tuple, dict)) and pd.isna(value)):
        return ""
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if isinstance(value, float):
        return f"{value:,.{places}f}"
    return str(value)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """A spinner with the time gone, for a step whose end is not known."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=_ERRORS, transient=True) as progress:
        progress.add_task(what, total=None)
        yield


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar with the time left; gives a function to call with (done, total)."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_ERRORS, transient=True) as progress:
        task = progress.add_task(what, total=None)

        def step(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield step
