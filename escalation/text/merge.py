"""Merge: one agency text in five papers is one document.

Reports are taken in the order in which they became known. One that repeats a document first
published at most three days away, in nearly the same words (``fingerprint.py``), joins it; one
that tells a number or a name more is a document of its own. Papers put their own headlines over
the same agency text, so bodies alone are compared. A document stays as its first report
told it, so that what is read later never changes what was known before; only its outlets and
reports grow.

Nothing is compared with everything: a report meets at most the 8 latest documents that share
one of its 16 bands, and only those of the 30 days around are held.
"""

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from escalation.schema import DOCUMENTS, REPORTS, checked
from escalation.text.fingerprint import Fingerprint, fingerprints
from escalation.text.headline import headline_above

WINDOW_DAYS = 3
_MOST_IN_A_BAND = 8
_BLOCKS_HELD = 10
# One report has none to repeat; what makes fingerprints takes a second to load.
_ALONE = Fingerprint((), frozenset(), frozenset(), frozenset())

COLUMNS = (
    "document",
    "source",
    "published",
    "known_at",
    "outlets",
    "url",
    "title",
    "text",
    "reports",
)


def merge(reports: pd.DataFrame) -> pd.DataFrame:
    """Merge near-identical reports into documents.

    Parameters
    ----------
    reports
        Table of the REPORTS contract; reports of several sources may stand together.

    Returns
    -------
    DataFrame
        One row a document, in the order in which they became known: ``document`` (a digest of
        the body), ``source``, ``published``, ``known_at`` (day), ``url``, ``title`` and ``text``
        (headline and body) of the report that was known first; ``outlets`` and ``reports`` (ids)
        of all its reports, joined by ``; ``.

    Raises
    ------
    ContractError
        If the table breaks the contract.
    """
    ordered = checked(reports, REPORTS).sort_values(
        ["fetched", "published", "id"], ignore_index=True
    )
    days = ordered["published"].to_numpy("datetime64[D]").astype(int).tolist()
    recent = _Recent()
    documents: dict[str, _Document] = {}
    bodies = (str(body) for body in ordered["body"])
    marks = [_ALONE] if len(ordered) == 1 else fingerprints(str(b) for b in ordered["body"])
    for row, (body, day, mark) in enumerate(zip(bodies, days, marks, strict=True)):
        own = _digest(body)
        if own in documents and abs(day - documents[own].day) > WINDOW_DAYS:
            own = _digest(body, str(day))  # the same words of another happening
        name = own if own in documents else recent.find(mark, day) or own
        if name not in documents:
            documents[name] = _Document(day)
            recent.add(name, mark, day)
        documents[name].rows.append(row)
    return _table(documents, ordered)


def documents_table(merged: pd.DataFrame) -> pd.DataFrame:
    """Merged documents without their text, by the DOCUMENTS contract."""
    return checked(merged[list(DOCUMENTS.columns)], DOCUMENTS)


@dataclass(slots=True)
class _Document:
    """Day of a document and the rows of its reports, the first known first."""

    day: int
    rows: list[int] = field(default_factory=list)


@dataclass
class _Block:
    """Documents first published within ``WINDOW_DAYS`` days, and under which bands they stand."""

    marks: dict[str, tuple[Fingerprint, int]] = field(default_factory=dict)
    bands: dict[tuple, deque[str]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_MOST_IN_A_BAND))
    )


class _Recent:
    """Documents published about the days that are being read, found by their fingerprints."""

    def __init__(self) -> None:
        self._blocks: dict[int, _Block] = {}

    def find(self, mark: Fingerprint, day: int) -> str | None:
        """The document that tells the same, first published at most ``WINDOW_DAYS`` away."""
        middle = day // WINDOW_DAYS
        near = [self._blocks[n] for n in range(middle - 1, middle + 2) if n in self._blocks]
        met: set[str] = set()
        for block in near:
            for name in _sharing_a_band(block, mark):
                if name in met:
                    continue
                met.add(name)
                other, its_day = block.marks[name]
                if abs(day - its_day) <= WINDOW_DAYS and mark.repeats(other):
                    return name
        return None

    def add(self, name: str, mark: Fingerprint, day: int) -> None:
        number = day // WINDOW_DAYS
        if number not in self._blocks:
            far = [n for n in self._blocks if abs(n - number) > _BLOCKS_HELD]
            for n in far:
                del self._blocks[n]
            self._blocks[number] = _Block()
        block = self._blocks[number]
        block.marks[name] = (mark, day)
        for band in mark.bands:
            block.bands[band].append(name)


def _sharing_a_band(block: _Block, mark: Fingerprint) -> Iterator[str]:
    return (name for band in mark.bands if band in block.bands for name in block.bands[band])


def _digest(*words: str) -> str:
    return "d" + hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:15]


def _table(documents: dict[str, _Document], ordered: pd.DataFrame) -> pd.DataFrame:
    first = ordered.iloc[[document.rows[0] for document in documents.values()]]
    first = first.rename(columns={"fetched": "known_at"}).reset_index(drop=True)
    outlets, ids = ordered["outlets"].to_numpy(object), ordered["id"].to_numpy(object)
    joined = {
        "document": list(documents),
        "text": list(map(_text, first["title"], first["body"])),
        "outlets": [_joined(outlets[made.rows]) for made in documents.values()],
        "reports": [_joined(ids[made.rows]) for made in documents.values()],
    }
    texts = {name: pd.Series(values, dtype="str") for name, values in joined.items()}
    return first.assign(**texts)[list(COLUMNS)]


def _text(title: object, body: str) -> str:
    """What a report tells: its headline, unless the body begins with it, and its body."""
    above, below = headline_above(body)
    text = f"{above}\n\n{below}" if above else body
    if not isinstance(title, str) or text.casefold().startswith(title.casefold().rstrip(".")):
        return text
    return f"{title}\n\n{text}"


def _joined(values: Iterable[object]) -> str | None:
    """Distinct names, each once, in order; a value may hold several, parted by ";"."""
    texts = (value for value in values if isinstance(value, str))
    names = (name.strip() for text in texts for name in text.split(";"))
    return "; ".join(dict.fromkeys(name for name in names if name)) or None
