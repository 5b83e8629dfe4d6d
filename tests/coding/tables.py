"""The sentences of a file's tables, parsed together: one by one each costs three times as much.

A test reads its sentence alone, as it stands there; only the parse has been made in company, as it
is for reports. Each parse is handed out once: no test sees what another left on it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from spacy.tokens import Doc

from escalation.coding.sentence.parse import parsed

_FEWEST = 3  # words of what may be a sentence: the rest are kinds, codes and places


class Tables:
    """Sentences of the tests that will run; called as the coder calls its parser."""

    def __init__(self, items: Iterable[pytest.Item]) -> None:
        self._by_file: dict[object, dict[str, None]] = {}
        self._file_of: dict[str, object] = {}
        self._made: dict[str, Doc] = {}
        for item in items:
            for text in _sentences(getattr(item, "callspec", None)):
                if self._file_of.setdefault(text, item.path) == item.path:
                    self._by_file.setdefault(item.path, {})[text] = None

    def __call__(self, texts: Iterable[tuple[str, object]]) -> Iterator[tuple[Doc, object]]:
        several = list(texts)
        if len(several) != 1 or several[0][0] not in self._file_of:
            yield from parsed(several)
            return
        [(text, context)] = several
        waiting = self._by_file.pop(self._file_of[text], {})
        self._made |= {str(own): doc for doc, own in parsed((own, own) for own in waiting)}
        if text in self._made:
            yield self._made.pop(text), context
        else:
            yield from parsed(several)


def _sentences(table: Any) -> Iterator[str]:
    for value in table.params.values() if table else ():
        for part in value if isinstance(value, tuple | list) else (value,):
            if isinstance(part, str) and len(part.split()) >= _FEWEST:
                yield part
