"""The manifest of an event store: which parts hold, and up to which day they were loaded.

It is swapped whole, after the parts that it lists are on the disk. What it does not list is swept
if it has a part's name, so a file of anyone else is left alone; and a folder that has parts and no
manifest has lost it, since the first append begins with an empty one: nothing is swept there.
"""

import json
import os
import re
import uuid
from pathlib import Path

from escalation.errors import ContractError, opening

_FORMAT = 1
_NAME = "manifest.json"
_PART = re.compile(r"(?:events|documents)-[0-9a-f]{24}\.parquet|\.draft-[0-9a-f]{32}")
_FOLDERS_OPEN = os.name != "nt"  # Windows opens no folder, and keeps a renamed file without it


def read(folder: Path) -> dict:
    """What a store's manifest says; that of an empty store where there is none."""
    path = folder / _NAME
    if not path.exists():
        return {"format": _FORMAT, "loaded_through": None, "parts": []}
    way_out = "put back the one that was there, or make the store again in another folder"
    with opening(path, what="the manifest of a store", way_out=way_out):
        listed = json.loads(path.read_text(encoding="utf-8"))
        found = listed.get("format")
    if found != _FORMAT:
        raise ContractError(f"{path} has format {found!r}; this reads {_FORMAT}")
    return listed


def begin(folder: Path) -> None:
    """Give a new store its manifest.

    Raises
    ------
    ContractError
        If the folder has lost the manifest of the parts that it holds.
    """
    if (folder / _NAME).exists():
        return
    parts = [path.name for path in folder.glob("*.parquet") if _PART.fullmatch(path.name)]
    if parts:
        raise ContractError(
            f"{folder} holds parts of a store ({parts[0]}) and no {_NAME}, which lists them; put "
            "it back, or name another folder"
        )
    swap(folder, read(folder))


def swap(folder: Path, listed: dict) -> None:
    """Put a new manifest in the place of the old one, whole."""
    draft = folder / f".draft-{uuid.uuid4().hex}"
    draft.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    sync(draft)
    draft.replace(folder / _NAME)
    sync(folder)


def sweep(folder: Path, listed: dict) -> None:
    """Remove parts and drafts of killed appends, and no file of another name."""
    held = {part["file"] for part in listed["parts"]}
    for path in folder.iterdir():
        if _PART.fullmatch(path.name) and path.name not in held:
            path.unlink()


def sync(path: Path) -> None:
    """Have what was written on the disk, not only on its way there."""
    if path.is_dir() and not _FOLDERS_OPEN:
        return
    # Windows syncs only what may be written
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
