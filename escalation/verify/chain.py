"""An append-only file of JSON lines in which each entry carries the hash of the one before.

A line changed, taken out or put in later breaks the chain and is named. Lines cut off at the end
leave no trace in the file itself: whoever kept the last hash can tell.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filelock import FileLock

from escalation.schema import ContractError

GENESIS = "0" * 64
Entry = dict[str, Any]


def entries(path: str | Path, *, head: str | None = None) -> list[Entry]:
    """All entries, after the whole chain was checked.

    Raises
    ------
    ContractError
        If there is no such file, a line was changed, moved, put in or taken out (it is named), or
        the last hash is not ``head``.
    """
    if not Path(path).is_file():
        raise ContractError(f"no ledger in {path}; `escalation ledger add FORECAST` starts one")
    lines = _lines(Path(path))
    chain, before = [], GENESIS
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            sound = entry["previous"] == before and entry["hash"] == hash_of(entry)
        except (ValueError, KeyError, TypeError):
            sound = False
        if not sound:
            raise ContractError(
                f"{Path(path).name}, line {number}: the chain of hashes breaks here, so this line "
                f"or the one before it was changed, taken out or put in after it was written"
            )
        chain.append(entry)
        before = entry["hash"]
    if head is not None and before != head:
        raise ContractError(f"{Path(path).name} ends in {before}, not in {head}: its end was cut")
    return chain


def append(path: Path, fresh: list[Entry], *, check: Callable[[list[Entry]], None]) -> None:
    """Add entries, all or none, after ``check`` has seen those that stand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        standing = entries(path) if path.exists() else []
        check(standing)
        before = standing[-1]["hash"] if standing else GENESIS
        lines = []
        for entry in fresh:
            told = entry | {"previous": before}
            before = hash_of(told)
            lines.append(json.dumps(told | {"hash": before}, sort_keys=True) + "\n")
        whole = "".join(line + "\n" for line in _lines(path)).encode()
        with path.open("ab") as handle:
            handle.truncate(len(whole))
            handle.seek(0, os.SEEK_END)
            handle.write("".join(lines).encode())
            handle.flush()
            os.fsync(handle.fileno())


def hash_of(entry: Entry) -> str:
    """Digest of an entry, its own hash left out."""
    told = {name: value for name, value in entry.items() if name != "hash"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _lines(path: Path) -> list[str]:
    """Whole lines; one without its end is the debris of a killed append and was never an entry."""
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8")
    return text[: text.rfind("\n") + 1].splitlines()
