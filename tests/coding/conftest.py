"""A reader of the first theatre's feed, and what it reads on the day that a test's file names."""

from collections.abc import Callable, Iterator

import pytest

from escalation.coding import coder
from escalation.coding.coder import Reader
from tests.coding.reading import is_violent, read
from tests.coding.tables import Tables


@pytest.fixture(scope="session", autouse=True)
def tables(request) -> Iterator[None]:
    """The coder's parser makes the parses of a table together."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coder, "parsed", Tables(request.session.items))
        yield


@pytest.fixture(scope="session")
def reader(theatre) -> Reader:
    return Reader(theatre)


@pytest.fixture(scope="module")
def told(reader, request) -> Callable[[str], list[dict]]:
    """All events of a text of the file's ``DAY``."""
    return lambda text: read(reader, text, day=request.module.DAY)


@pytest.fixture(scope="module")
def violent_kinds(reader, request) -> Callable[[str], list[str]]:
    """Kinds of the violence that a text of the file's ``DAY`` tells."""

    def kinds(text: str) -> list[str]:
        found = read(reader, text, day=request.module.DAY)
        return [event["kind"] for event in found if is_violent(event)]

    return kinds
