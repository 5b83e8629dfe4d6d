"""The words of kinds, read from ``data/lexicon.toml``: verbs with their frames, and event nouns.

A frame such as ``lift|ease + curfew|ban`` asks one word of every slot: the first slot is the verb,
the others stand in its complement, or, as ``leave + <troop|soldier``, in its subject. The frame
with the most slots wins; of equals, the one whose words stand nearest to the verb.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from escalation.coding.sentence.clause import VERBS, agents, patients, prepositional
from escalation.coding.sentence.complement import complement
from escalation.ontology import ontology
from escalation.schema import ContractError
from escalation.shipped import shipped

_BEARS = frozenset({"carry", "bring", "bear", "load", "haul", "transport", "fill", "pack", "lade"})


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill a place in a frame: any of the words, or all words of a phrase."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]

    def nearest(self, inside: dict[str, int]) -> int | None:
        """Depth of what fills it nearest to the verb; None if nothing does."""
        found = [inside[word] for word in self.words & inside.keys()]
        for phrase in self.phrases:
            if all(part in inside for part in phrase):
                found.append(max(inside[part] for part in phrase))
        return min(found, default=None)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's way to say a kind: ``needs`` all slots, ``bars`` any word of these.

    ``doers`` are slots that words of the subject fill.
    """

    kind: str
    text: str
    needs: tuple[Slot, ...]
    bars: tuple[Slot, ...]
    doers: tuple[Slot, ...] = ()

    def fit(self, words: dict[str, int], verb: Token) -> tuple[int, int, int] | None:
        """How well a complement fills the frame, to be compared: slots, nearness, depth of kind.

        None if a slot stays empty or a barred word is there.
        """
        depths = []
        for slot in self.needs:
            if (depth := slot.nearest(words)) is None:
                return None
            depths.append(depth)
        if any(slot.nearest(words) is not None for slot in self.bars):
            return None
        if self.doers:
            doing = dict.fromkeys(subject_words(verb), 0)
            if any(slot.nearest(doing) is None for slot in self.doers):
                return None
        slots = len(depths) + len(self.doers)
        return slots, -sum(depths), self.kind.count(".")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by verb, kinds by event noun."""

    frames: dict[str, tuple[Frame, ...]]
    nouns: dict[str, str]
    deverbal: dict[str, str]

    def of_verb(self, verb: Token) -> Frame | None:
        """The frame that a verb with its complement fills best."""
        return self._best(hyphened(verb), verb) or self._best(verb.lemma_.lower(), verb)

    def of_noun(self, noun: Token) -> Frame | None:
        """The frame of the verb that a noun is made from: "suspension of trade"."""
        verb = self.deverbal.get(noun.lemma_.lower())
        return self._best(verb, noun) if verb else None

    def of_saying(self, root: Token) -> Frame | None:
        """The frame of "says" with a whole sentence, as a headline tells one: "...: Rome"."""
        words = {root.lemma_.lower(): 0, root.lower_: 0, **dict.fromkeys(subject_words(root), 1)}
        return self._best("say", root, words | complement(root))

    def _best(self, verb: str, token: Token, words: dict[str, int] | None = None) -> Frame | None:
        frames = self.frames.get(verb)
        if not frames:
            return None
        words = complement(token) if words is None else words
        fits = [(fit, frame) for frame in frames if (fit := frame.fit(words, token)) is not None]
        return max(fits, key=lambda pair: pair[0])[1] if fits else None


def subject_words(verb: Token) -> set[str]:
    """Base forms of who or what does it, and what they are of: "a convoy of army trucks"."""
    if verb.pos_ not in VERBS:
        return set()
    heads = agents(verb)
    heads += [t for head in heads for t in prepositional(head, "of")]
    loads = [c for head in heads for c in head.children if c.dep_ == "acl" and c.lemma_ in _BEARS]
    heads += [t for c in loads for t in (*patients(c), *prepositional(c, "with")) if t not in heads]
    near = (t for head in heads for t in (head, *head.children) if t.dep_ not in ("det", "relcl"))
    return {form for t in near for form in (t.lemma_.lower(), t.lower_)}


def hyphened(verb: Token) -> str:
    """Base form of a verb with what a hyphen joins to it: "test-fire", "re-open"."""
    doc, i = verb.doc, verb.i
    if i < 2 or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return ""
    return f"{doc[i - 2].lower_}-{verb.lemma_.lower()}"


@cache
def lexicon(name: str = "lexicon.toml") -> Lexicon:
    """The shipped lexicon, read once.

    Raises
    ------
    ContractError
        If a table is not a kind of the ontology or a set is not defined.
    """
    table = tomllib.loads(shipped(name).read_text(encoding="utf-8"))
    sets, deverbal = table.pop("sets"), table.pop("deverbal")
    frames: dict[str, list[Frame]] = {}
    nouns: dict[str, str] = {}
    for kind, entry in _kinds(table):
        _ = ontology()[kind]
        for text in entry.get("verbs", ()):
            verbs, slots = _parsed(text, sets)
            for verb in verbs:
                frames.setdefault(verb, []).append(Frame(kind, text, *slots))
        for noun in filter(None, entry.get("nouns", "").split("|")):
            nouns[noun] = kind
    return Lexicon({verb: tuple(ways) for verb, ways in frames.items()}, nouns, deverbal)


def _kinds(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, entry in table.items():
        if isinstance(entry, dict):
            kind = f"{above}.{name}" if above else name
            yield kind, entry
            yield from _kinds(entry, kind)


def _parsed(text: str, sets: dict[str, str]) -> tuple[list[str], list[tuple[Slot, ...]]]:
    """The verbs of a frame; its slots by the mark they bear: none, "!" or "<"."""
    first, *rest = text.split(" + ")
    marked: dict[str, list[Slot]] = {"": [], "!": [], "<": []}
    for part in rest:
        mark = part[0] if part[0] in marked else ""
        marked[mark].append(_slot(part.removeprefix(mark), sets))
    return first.split("|"), [tuple(slots) for slots in marked.values()]


def _slot(text: str, sets: dict[str, str]) -> Slot:
    told: set[tuple[str, ...]] = set()
    for word in text.split("|"):
        if word.startswith("@"):
            if word[1:] not in sets:
                raise ContractError(f"lexicon: no set '{word}'; there are: {', '.join(sets)}")
            told |= {tuple(part.split()) for part in sets[word[1:]].split("|") if part}
        else:
            told.add(tuple(word.split()))
    phrases = tuple(sorted(words for words in told if len(words) > 1))
    return Slot(frozenset(words[0] for words in told if len(words) == 1), phrases)
