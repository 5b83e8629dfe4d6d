"""A word of a sentence that says an act of word or deed."""

from dataclasses import dataclass

from spacy.tokens import Token

BESIDE = "beside:"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun that says a kind: ``anchor`` has the parties, ``noun`` the event noun."""

    anchor: Token
    kind: str
    rule: str
    noun: Token | None = None

    @property
    def is_beside(self) -> bool:
        """Is it told beside another act, and is one of its own (``street.py``)?"""
        return self.rule.startswith(BESIDE)
