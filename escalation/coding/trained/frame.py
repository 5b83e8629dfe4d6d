"""The frame of a sentence: its event's verb, and the words about it by the part that they play.

A reporting verb is passed through ("officials said that ..."), as is one of phase ("began to",
"tried to"). Names are left out: what is done is learned, not who does it.

    slot  holds
    R     the event's verb, or the adjective or noun that stands for it ("is ready", "is a sign")
    O     what it is done to (object, or subject of a passive)
    M     the words that qualify O
    S     who does it, where a common noun says so ("police", "rebels")
    X     the verb it governs ("agreed to *lift*"), Y that verb's object
    P     what its prepositions govern
    C     verbs joined to it by "and"
    K     other words of its clause; A, words of the sentence's other clauses

The mode tells of what is to come ("+": will, may), what is not ("-") and what ought to be ("!").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

SLOTS = ("R", "O", "M", "S", "X", "Y", "P", "C", "K", "A")

_REPORTING = frozenset(
    [
        "say",
        "tell",
        "announce",
        "report",
        "state",
        "declare",
        "add",
        "confirm",
        "write",
        "claim",
        "note",
        "explain",
        "quote",
        "believe",
        "show",
        "reveal",
        "disclose",
        "admit",
        "insist",
        "stress",
        "maintain",
        "think",
        "suggest",
        "indicate",
        "testify",
    ]
)
_PHASE = frozenset(
    [
        "begin",
        "start",
        "continue",
        "try",
        "attempt",
        "seek",
        "resort",
        "manage",
        "appear",
        "seem",
        "proceed",
        "keep",
        "go",
        "help",
        "prove",
        "happen",
        "tend",
        "speed",
    ]
)
_TO_COME = frozenset(["will", "would", "shall", "may", "might", "could", "can"])
_OUGHT = frozenset(["must", "should", "ought"])
_NAMELESS = frozenset(("PROPN", "PUNCT", "SPACE", "NUM", "SYM", "X"))
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
_OBJECTS = frozenset(("dobj", "nsubjpass", "attr", "oprd", "dative"))
_APART = frozenset(("advcl", "relcl", "parataxis", "ccomp", "csubj"))
_FUNCTION = frozenset(
    [
        "will",
        "would",
        "may",
        "might",
        "could",
        "must",
        "should",
        "not",
        "no",
        "never",
        "against",
        "if",
        "unless",
        "until",
        "up",
        "out",
        "off",
        "down",
        "back",
        "over",
        "away",
        "without",
    ]
)


@dataclass(slots=True)
class Frame:
    """Words by slot, the verb's mode, and flags such as ``if`` or ``passive``."""

    words: dict[str, list[str]] = field(default_factory=dict)
    mode: str = ""
    flags: list[str] = field(default_factory=list)
    pairs: list[str] = field(default_factory=list)

    def put(self, slot: str, token: Token) -> None:
        """Add a token's lemma to a slot, unless it is a name."""
        if not _nameless(token):
            self.words.setdefault(slot, []).append(token.lemma_.lower())


def _nameless(token: Token) -> bool:
    if token.pos_ in _NAMELESS:
        return True
    # a capital inside a sentence is a name or a people, whatever the tagger thought of it
    return token.text[0].isupper() and not token.is_sent_start


def event_verb(span: Span) -> tuple[Token, bool]:
    """The verb that tells the event, and whether a reporting verb stood before it."""
    verb, reported = span.root, False
    if verb.pos_ not in ("VERB", "AUX"):
        for token in span:
            if token.pos_ == "VERB" and token.dep_ not in ("amod", "relcl", "acl", "advcl"):
                verb = token
                break
    for _ in range(4):
        lemma = verb.lemma_.lower()
        inner = None
        if lemma in _REPORTING:
            inner = _child(verb, ("ccomp",)) or _said(verb)
            reported = reported or inner is not None
        elif lemma in _PHASE:
            inner = _child(verb, ("xcomp",))
        if inner is None or inner.pos_ not in ("VERB", "AUX"):
            break
        verb = inner
    return verb, reported


def _said(verb: Token) -> Token | None:
    """The clause after "was quoted as saying"."""
    for preposition in verb.children:
        if preposition.dep_ == "prep":
            saying = _child(preposition, ("pcomp",))
            if saying is not None:
                return _child(saying, ("ccomp",))
    return None


def _child(token: Token, relations: tuple[str, ...]) -> Token | None:
    return next((child for child in token.children if child.dep_ in relations), None)


def frame(span: Span) -> Frame:
    """Read the frame of a parsed sentence."""
    verb, reported = event_verb(span)
    found = Frame()
    core = set(_clause(verb))
    found.put("R", verb)
    if reported:
        found.flags.append("reported")
    for child in verb.children:
        _place(found, verb, child)
    if verb.lemma_ == "be" or verb.pos_ == "AUX":
        _state(found, verb)
    placed = {word for words in found.words.values() for word in words}
    for token in span:
        if token.lower_ in _FUNCTION and token in core:
            found.flags.append(f"f={token.lower_}")
        if token.pos_ in _CONTENT and not token.is_stop and not _nameless(token):
            word = token.lemma_.lower()
            if token in core:
                if word not in placed:
                    found.words.setdefault("K", []).append(word)
            else:
                found.words.setdefault("A", []).append(word)
    return found


def _clause(verb: Token) -> Iterator[Token]:
    """The verb and what hangs on it, without the clauses that tell of something else."""
    yield verb
    for child in verb.children:
        governed = child.dep_ in ("xcomp", "ccomp", "conj") and child.pos_ == "VERB"
        if child.dep_ not in _APART or (governed and child.dep_ != "conj"):
            yield from _clause(child)


def _place(found: Frame, verb: Token, child: Token) -> None:
    relation, lemma = child.dep_, child.lemma_.lower()
    if relation == "aux":
        if lemma in _TO_COME:
            found.mode = found.mode or "+"
        elif lemma in _OUGHT:
            found.mode = "!"
        found.flags.append(f"aux={lemma}")
    elif relation == "neg":
        found.mode = "-"
    elif relation == "auxpass":
        found.flags.append("passive")
    elif relation == "prt":
        found.pairs.append(f"{verb.lemma_.lower()}_{lemma}")
    elif relation in _OBJECTS:
        _object(found, verb, child)
    elif relation == "nsubj":
        found.put("S", child)
    elif relation == "agent":
        for actor in child.children:
            found.put("S", actor)
    elif relation in ("xcomp", "ccomp"):
        _governed(found, verb, child)
    elif relation == "conj":
        found.put("C", child)
    elif relation == "prep":
        _governs(found, verb, child)
    elif relation == "advcl":
        for mark in child.children:
            if mark.dep_ in ("mark", "advmod") and mark.lower_ in ("if", "unless", "until"):
                found.flags.append("if")


def _object(found: Frame, verb: Token, thing: Token) -> None:
    found.put("O", thing)
    if not _nameless(thing):
        found.pairs.append(f"{verb.lemma_.lower()} {thing.lemma_.lower()}")
    for child in thing.children:
        if child.dep_ in ("amod", "compound", "nmod"):
            found.put("M", child)
        elif child.dep_ == "prep":
            _governs(found, thing, child)
        elif child.dep_ == "acl":
            found.put("X", child)
        elif child.dep_ == "conj":
            found.put("O", child)


def _governed(found: Frame, verb: Token, inner: Token) -> None:
    found.put("X", inner)
    found.pairs.append(f"{verb.lemma_.lower()}>")
    for child in inner.children:
        if child.dep_ in _OBJECTS:
            found.put("Y", child)
        elif child.dep_ in ("aux", "neg"):
            found.flags.append(f"x{child.dep_}={child.lower_}")
        elif child.dep_ == "xcomp":
            found.put("X", child)


def _governs(found: Frame, head: Token, preposition: Token) -> None:
    found.pairs.append(f"{head.lemma_.lower()}:{preposition.lower_}")
    for child in preposition.children:
        if child.dep_ == "pobj":
            found.put("P", child)
        elif child.dep_ == "pcomp":
            found.put("X", child)


def _state(found: Frame, verb: Token) -> None:
    """In "is ready to help" the adjective stands for the event, and "help" is what it governs."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "prep"):
            found.put("R", child)
            for inner in child.children:
                if inner.dep_ in ("xcomp", "ccomp", "acl"):
                    _governed(found, child, inner)
                elif inner.dep_ == "prep":
                    _governs(found, child, inner)
