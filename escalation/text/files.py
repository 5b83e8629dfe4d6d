"""The files behind a path: a file, a folder of files, a ``.gz`` or the members of a ``.zip``.

Everything is read as a stream and nothing is unpacked to disk. An archive may grow to 200 times
its size (and always to 100 MB); text packs 4 to 20 times, so what grows beyond is a bomb and is
left where that is noticed. An archive inside a ``.zip`` is set aside, save a ``.gz``.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from escalation.schema import ContractError
from escalation.text.items import Fault

_LARGEST_GROWTH = 200
_ALWAYS_ALLOWED = 100_000_000
UNREADABLE = (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What a broken file or archive raises while it is opened or read."""


@dataclass(frozen=True)
class Content:
    """One file to read: its name as reported, its suffix, and its bytes as a stream."""

    name: str
    suffix: str
    stream: BinaryIO


def contents(path: Path) -> Iterator[tuple[str, Content | Fault]]:
    """Every file behind a path, in the order of the names; what cannot be opened, as a fault.

    Hidden files and those named README are passed over in a folder and in a ``.zip``.

    Raises
    ------
    ContractError
        If nothing is there.
    """
    if not path.exists():
        raise ContractError(f"no file or folder '{path}' to read reports from")
    if path.is_file():
        yield from _opened(path, path.name)
        return
    for file in sorted(entry for entry in path.rglob("*") if entry.is_file()):
        name = file.relative_to(path)
        if not _passed_over(name.parts):
            yield from _opened(file, str(name))


def _passed_over(parts: tuple[str, ...]) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in parts) or parts[-1].startswith(
        "README"
    )


def _opened(path: Path, name: str) -> Iterator[tuple[str, Content | Fault]]:
    try:
        allowed = _Allowance(path.stat().st_size)
        if path.suffix.lower() == ".zip":
            yield from _members(path, name, allowed)
            return
        with path.open("rb") as stream:
            yield name, _content(name, stream, allowed)
    except UNREADABLE as reason:
        yield name, Fault(None, "a file can be opened and read", str(reason))


def _members(path: Path, name: str, allowed: "_Allowance") -> Iterator[tuple[str, Content | Fault]]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            inner = f"{name}/{member.filename}"
            if member.is_dir() or _passed_over(Path(member.filename).parts):
                continue
            if member.filename.lower().endswith(".zip"):
                yield inner, Fault(None, "an archive inside an archive is not opened", inner)
                continue
            try:
                with archive.open(member) as stream:
                    bounded = cast(BinaryIO, io.BufferedReader(_Bounded(stream, allowed)))
                    yield inner, _content(inner, bounded, allowed)
            except UNREADABLE as reason:
                yield inner, Fault(None, "a file can be opened and read", str(reason))


def _content(name: str, stream: BinaryIO, allowed: "_Allowance") -> Content:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    if suffixes[-1:] != [".gz"]:
        return Content(name, suffixes[-1] if suffixes else "", stream)
    unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    bounded = cast(BinaryIO, io.BufferedReader(_Bounded(unpacked, allowed)))
    return Content(name, suffixes[-2] if len(suffixes) > 1 else "", bounded)


class _Allowance:
    """Bytes that may still come out of an archive."""

    def __init__(self, packed: int) -> None:
        self.left = max(_LARGEST_GROWTH * packed, _ALWAYS_ALLOWED)

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise OSError(f"it unpacks to more than {_LARGEST_GROWTH} times its size")


class _Bounded(io.RawIOBase):
    """A stream that draws on an allowance."""

    def __init__(self, stream: IO[bytes], allowed: _Allowance) -> None:
        self._stream, self._allowed = stream, allowed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self._stream.read(len(buffer))
        self._allowed.take(len(chunk))
        buffer[: len(chunk)] = chunk
        return len(chunk)
