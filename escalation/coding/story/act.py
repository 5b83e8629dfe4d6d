"""An act as read from one sentence, before it is an event: who, whom, what kind, which status."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from escalation.coding.actors.who import Who
from escalation.coding.status.mood import Mood
from escalation.coding.status.standing import MENTIONS


@dataclass(slots=True)
class Act:
    """What one sentence tells of one act.

    ``tokens`` are the words it was read from; ``speaker`` is who says so; ``rule`` names the
    reading that found it; ``confidence`` is that rule's share of right readings.
    """

    kind: str
    anchor: Token
    initiator: Who | None
    target: Who | None
    status: str
    rule: str
    confidence: float
    mood: Mood
    tokens: list[Token] = field(default_factory=list)
    speaker: Who | None = None

    def word_of(self, who: Who) -> Token | None:
        """The word for somebody; none where it stands in another piece of a long text."""
        doc = self.anchor.doc
        if who.head >= len(doc) or not who.start <= doc[who.head].idx <= who.end:
            return None
        return doc[who.head]

    @property
    def is_mention(self) -> bool:
        """Is the act spoken of, not told: denied, planned, remembered, laid to somebody?"""
        spoken_of = self.status in MENTIONS or (self.status == "claimed" and not self.mood.real)
        return self.is_violent and spoken_of

    @property
    def is_violent(self) -> bool:
        """Is it an attack or the use of force?"""
        return self.kind.split(".")[0] in ("attack", "force")
