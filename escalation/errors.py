"""The house's one error of its own, and how what a file breaks becomes one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path


class ContractError(ValueError):
    """Input that breaks a rule of the house: says the rule, the value, and the way out."""


def nearest(name: str, there: Iterable[str]) -> str:
    """Known names, the likeliest meant first: ``did you mean ewma? there are: ets, ewma``."""
    known = list(there)
    close = get_close_matches(name, known, n=1, cutoff=0.7)
    return f"{f'did you mean {close[0]}? ' if close else ''}there are: {', '.join(known)}"


@contextmanager
def opening(path: str | Path, *, what: str, way_out: str) -> Iterator[None]:
    """Read a file inside: an absent, empty or foreign one is an error that names it.

    Parameters
    ----------
    path
        The file.
    what
        What it should be, such as "a saved forecast".
    way_out
        Where such a file comes from.

    Raises
    ------
    ContractError
        If there is no such file, or reading it fails.
    """
    file = Path(path)
    if not file.exists():
        raise ContractError(f"no file {file}; it should be {what}; {way_out}")
    try:
        yield
    except ContractError:
        raise
    except UnicodeDecodeError as fault:
        raise ContractError(
            f"{file} is not {what}: it is no text in UTF-8; save it as UTF-8; {way_out}"
        ) from fault
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as fault:
        reason = f"{type(fault).__name__}: {str(fault).splitlines()[0] if str(fault) else ''}"
        raise ContractError(f"{file} is not {what} ({reason}); {way_out}") from fault
