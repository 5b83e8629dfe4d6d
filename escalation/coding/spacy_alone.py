"""spaCy without its command line, which it loads with itself to offer ``spacy.info``.

Commands that train, pack and download models are a second's work and four hundred modules, and
coding asks for none of them. They come when somebody does: ``spacy.info()`` and ``spacy.cli`` are
what they were.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_INFO = "spacy.cli.info"


def leave_out_commands() -> None:
    """Called before spaCy is imported; if it is already, there is nothing to save."""
    if "spacy" not in sys.modules:
        standin = ModuleType(_INFO)
        standin.__dict__["__getattr__"] = _lent
        sys.modules[_INFO] = standin


def _lent(name: str) -> Any:
    """What spaCy takes from the stand-in while it is imported, which is then at its end."""
    if name != "info":
        raise AttributeError(name)
    del sys.modules[_INFO]
    sys.modules["spacy"].__dict__["__getattr__"] = _later
    return _info


def _info(*given: Any, **more: Any) -> Any:
    return import_module(_INFO).info(*given, **more)


def _later(name: str) -> Any:
    if name == "cli":
        return import_module("spacy.cli")
    raise AttributeError(f"module 'spacy' has no attribute '{name}'")
