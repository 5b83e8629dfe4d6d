"""The groups of people that a sentence counts, and which of them stands beside a word."""

from spacy.tokens import Span, Token

from escalation.coding.sentence.once import forms
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.casualty import SHOT, measure_of
from escalation.coding.tolls.groups import Group, groups_of
from escalation.coding.tolls.hurt import injuries_to
from escalation.coding.tolls.raised import TOLLS, counts_dead

_BEFORE = word_set(
    "were was are is be been being have has had also reportedly all left now may might could "
    "subsequently both , ) ( who others feared believed thought presumed reported confirmed "
    "critically seriously badly severely later lay said to instantly as fatally"
)
_AFTER = word_set(
    "of all about the up down also reportedly : seriously critically both another further a an "
    "additional his her their its"
)
_NUMBER_OF = (["number", "of"], ["toll", "of"])
_FIRST = ["the", "first"]
_PARTS = word_set("including includes include included mostly mainly largely whom")
_BE = (["is"], ["are"], ["was"], ["were"])
_OF_THEM = (["among", "them"], ["of", "whom"], ["of", "which"])
_WORST = word_set("latest worst deadliest bloodiest biggest largest last")
_PASSED = _BEFORE | _PARTS | SHOT
_OPENS, _MOST = frozenset([",", "(", "-", "–", "—"]), word_set("most many some several all half")
_SAID_TO_BE = word_set("believed thought said suspected reported described identified to be as")
_ALONG = [p.split() for p in ("along with", "together with", "alongside", "as well as")]


class Counted:
    """A sentence's groups by where they start and end; ``parts`` are of groups counted already."""

    def __init__(self, sentence: Span) -> None:
        self.sentence = sentence
        self.words = list(forms(sentence))
        for at in range(1, len(self.words) - 1):
            if self.words[at - 1 : at + 2] == ["the", "dead", "at"]:
                self.words[at] = "toll"  # "officials put the dead at 50"
        for at, word in enumerate(self.words[:-1]):
            if word in TOLLS and counts_dead(sentence[at]):
                self.words[at] = "toll"
        self.groups = groups_of(sentence)
        self.starts = {group.start: n for n, group in enumerate(self.groups)}
        self.ends = {group.end: n for n, group in enumerate(self.groups)}
        self.parts: set[int] = set()
        for n, group in enumerate(self.groups):
            if self._is_part(n, group):
                self.parts.add(n)

    def right(self, at: int) -> int | None:
        """Group that follows a word and is not about to be taken by another."""
        at += 2 if injuries_to(self.sentence[at]) else 1
        while at < len(self.words) and at not in self.starts and self.words[at] in _AFTER:
            at += 1
        n = self.starts.get(at)
        return None if n is None or self.before_trigger(n) else n

    def alongside(self, at: int) -> int | None:
        """ "One was killed, along with eight guards": the eight fell too."""
        at += self.words[at + 1 : at + 2] in (["down"], ["dead"])
        after = at + 1 + (self.words[at + 1 : at + 2] == [","])
        found = (phrase for phrase in _ALONG if self.words[after : after + len(phrase)] == phrase)
        phrase = next(found, None)
        n = None if phrase is None else self.starts.get(after + len(phrase))
        return None if n is None or self.before_trigger(n) else n

    def behind(self, n: int) -> int | None:
        """ "Kills Omar, head of a bank, along with two guards": where his phrase ends."""
        for at in range(self.groups[n].end, min(self.groups[n].end + 10, len(self.words))):
            if any(self.words[at : at + len(phrase)] == phrase for phrase in _ALONG):
                return at - 1
            if self.sentence[at].pos_ in ("VERB", "AUX") or at in self.starts:
                return None
        return None

    def hangs(self, near: int, on: int) -> bool:
        """Does a group stand inside another's phrase ("people in two buses")?"""
        head = self.sentence[self.groups[on].end - 1]
        inner = self.sentence[self.groups[near].end - 1]
        return near != on and head.is_ancestor(inner) and inner.dep_ != "conj"

    def neighbour(self, at: int) -> int | None:
        """The nearest group before a word, past the words that may stand between, and no part."""
        while at > 0:
            n = self.ends.get(at)
            if n is not None and n not in self.parts:
                return n
            if n is not None:
                at = self.groups[n].start
            elif self.words[at - 1] in _PASSED:
                at -= 1
            elif self.words[at - 1] in _MOST and self.words[at - 2] == ",":
                at -= 1  # "nine weavers, most believed to be women, were hurt"
            elif self.words[at - 2 : at] in (["among", "them"], ["among", "the"]):
                at -= 2  # "nine soldiers, among them a captain, were killed"
            else:
                return None
        return None

    def modified(self, token: Token, at: int) -> int | None:
        """The number of "nine wounded soldiers"; "three gunmen kill nine" is no such thing."""
        n = self.ends.get(at) if token.tag_ in ("VBN", "VBG", "JJ") else None
        counted = n is not None and self.groups[n].rule not in ("one", "plural")
        return n if counted and at + 1 in self.starts else None

    def before_trigger(self, n: int) -> bool:
        """Does a word of death or injury follow the group, to which it belongs?"""
        at = self.groups[n].end
        while at < len(self.words) and self.words[at] in _BEFORE - {",", "to", "said"}:
            at += 1
        if at >= len(self.words):
            return False
        token = self.sentence[at]
        return measure_of(token) is not None and token.tag_ not in ("VBG", "VBZ", "VBP")

    def holding(self, at: int) -> int | None:
        """The group in which a word stands."""
        return next((n for n, own in enumerate(self.groups) if own.start <= at < own.end), None)

    def end(self, n: int) -> int:
        """The token at which a group ends."""
        return self.sentence.start + self.groups[n].end - 1

    def _tells_who(self, at: int) -> bool:
        """ "46 dead, most of them women", "eight people, all members of a family"."""
        said = at
        while at and self.words[at - 1] in _SAID_TO_BE:
            at -= 1  # "nine weavers, most believed to be women"
        of = 2 if self.words[at - 2 : at] in (["of", "them"], ["of", "whom"]) else 0
        led = self.words[max(at - of - 2, 0) : at - of]
        return (
            len(led) == 2 and led[0] in _OPENS and led[1] in (_MOST if of or at < said else {"all"})
        )

    def _in_the_worst(self, at: int) -> bool:
        killed = at < len(self.words) and measure_of(self.sentence[at]) is not None
        return killed and not _WORST.isdisjoint(self.words[at + 1 : at + 6])

    def _is_part(self, n: int, group: Group) -> bool:
        """Is the group a part of one that is counted already?"""
        if self.words[group.end : group.end + 1] == ["among"] and group.end + 1 in self.starts:
            return True  # "a commander among three militants": the three are the whole
        after = self.words[group.end : group.end + 2]
        if n and (after in _OF_THEM or self.words[group.start - 2 : group.start] in _OF_THEM):
            return True  # "nine people, two guards among them"; "dozens, of whom six were women"
        if n and group.rule == "one" and self.words[group.start : group.start + 2] == _FIRST:
            return True  # "is killed, becoming the first reporter to die there"
        counted = any(before.best is not None for before in self.groups[:n])
        among = group.end + (self.words[group.end : group.end + 1] in _BE)
        if counted and self.words[among : among + 2] == ["among", "the"]:
            return True  # "20 were killed, with two guards among the dead"
        if counted and "them" in self.words[group.start : group.end]:
            return True  # of those counted before it; "two of them died" begins a count
        if counted and self.words[group.start - 1] == "with" and self._in_the_worst(group.end):
            return True  # "20 died, with nine killed in the deadliest raid"
        if group.rule == "plural" and self.words[group.start - 2 : group.start] in _NUMBER_OF:
            return True  # "bringing the number of rebels killed this month to 37"
        at = group.start - 1
        dashed = n and at == self.groups[n - 1].end and self.words[at] in ("-", "–", "—")
        if dashed or (n and group.tells_how_badly(self.words)):
            return True  # "three people - two policemen and a passerby - were killed"
        while at >= 0 and self.words[at] in ("them", "of", ":", "the"):
            at -= 1
        among_them = self.words[max(at, 0) : group.start] == ["among", "them"]
        if at >= 0 and (self.words[at] in _PARTS or among_them):
            return True
        if n and self._tells_who(group.start):
            return True
        between = self.words[self.groups[n - 1].end : group.start] if n else []
        if between == [","] and self.words[group.start] == "both":
            return True  # "two people, both students"
        joined = between in ([","], ["and"], [",", "and"], ["of"])
        both = between == ["and"]  # "ten, including six guards and four rebels, died"
        return joined and n - 1 in self.parts and (both or not self.before_trigger(n))
