"""How many died and how many were hurt, by side, as a sentence says it.

First the groups of people that the sentence counts are found ("at least nine soldiers", "a
policeman", "dozens"); then each word of death or injury takes the group that it is about: the
one after it ("killing nine", "injured 30 others") or the one before it ("nine were killed", "30
people injured", "leaving 12 dead"), with the groups joined to that one by "and" or a comma. What
stands after "including" is a part of a group already counted and is left out.

Negation and hypotheticals are the coder's business, save "no one was killed" (zero).
"""

import itertools

from spacy.tokens import Span, Token

from escalation.coding.casualty import (
    ATTACKERS,
    SHOT,
    Toll,
    looks_left,
    looks_right,
    measure_of,
    subjects,
    without_breakdown,
    words_of_harm,
)
from escalation.coding.clause import coordinated
from escalation.coding.groups import Group, groups_of, is_same
from escalation.coding.joined import is_no_part, is_subject
from escalation.coding.phrases import word_set
from escalation.coding.raised import count_of_toll, rises

_COUNT_NOUNS = {
    **dict.fromkeys(("death", "fatality", "life", "body", "corpse"), "deaths"),
    "injury": "injured",
}
_BEFORE = word_set(
    "were was are is be been being have has had also reportedly all left now may might could "
    "subsequently both , ) ( who others feared believed thought presumed reported confirmed "
    "critically seriously badly severely later lay said to instantly as fatally"
)
_AFTER = word_set(
    "of all about the up down also reportedly : seriously critically both another further a "
    "additional"
)
_PARTS = word_set("including includes include included mostly mainly largely whom")
_JOINTS = frozenset([",", "and", "&", "plus", "as", "well", "along", "with", "also", ";"])
_OPENS, _MOST = frozenset([",", "(", "-", "–", "—"]), word_set("most many some several all half")
_OWN = frozenset({"his", "her", "their"})  # "his wife and their two children"
_ALONG = [p.split() for p in ("along with", "together with", "alongside", "as well as")]


def tolls(sentence: Span) -> list[Toll]:
    """All tolls of a parsed sentence, in the order of their groups."""
    reading = _Reading(sentence)
    triggers = words_of_harm(sentence)
    reading.take_nouns()
    triggers.sort(key=lambda pair: pair[0].lower_ != "toll")
    done = set()
    # What stands before its word is surer than what follows it, so it takes its groups first.
    for after in (False, True):
        for token, measure in triggers:
            if token.i not in done and reading.take(token, measure, after=after):
                done.add(token.i)
    found = reading.tolls()
    told = any(toll.rule == "updated" and toll.measure == "deaths" for toll in found)
    found = without_breakdown(found, "deaths")
    # "the toll of soldiers killed rises to 11": the soldiers are the eleven.
    loose = ("plural", "word")  # "killed dozens; officials put the toll at 54"
    return [t for t in found if not (told and t.measure == "deaths" and t.rule in loose)]


class _Reading:
    """A sentence's groups and which word of death or injury took which."""

    def __init__(self, sentence: Span) -> None:
        self.sentence = sentence
        self.words = [token.lower_ for token in sentence]
        for at in range(1, len(self.words) - 1):
            if self.words[at - 1 : at + 2] == ["the", "dead", "at"]:
                self.words[at] = "toll"  # "officials put the dead at 50"
        self.groups = groups_of(sentence)
        self.starts = {group.start: n for n, group in enumerate(self.groups)}
        self.ends = {group.end: n for n, group in enumerate(self.groups)}
        self.taken: dict[int, tuple[str, bool]] = {}
        self.parts: set[int] = set()
        for n, group in enumerate(self.groups):
            if self._is_part(n, group):
                self.parts.add(n)

    def take_nouns(self) -> None:
        """Groups that are counts of deaths themselves: "12 deaths", "claimed nine lives"."""
        for n, group in enumerate(self.groups):
            head = self._counted(group)
            if group.rule != "one" and head.lemma_.lower() in _COUNT_NOUNS:
                self.taken[n] = (_COUNT_NOUNS[head.lemma_.lower()], False)

    def _counted(self, group: Group) -> Token:
        """What is counted: the deaths in "three deaths of soldiers"."""
        words = self.sentence[group.start : group.end]
        of = (one for one, next_ in itertools.pairwise(words) if next_.lower_ == "of")
        return next((t for t in of if t.lemma_.lower() in _COUNT_NOUNS), words[-1])

    def take(self, token: Token, measure: str, *, after: bool) -> bool:
        """Give a word its group on one side; says whether it has one."""
        at = token.i - self.sentence.start
        if self.words[at] == "toll":
            first = count_of_toll(self.sentence, self.groups, at)
        elif after:
            first = self._right(at) if looks_right(token) else None
        else:
            left = looks_left(token, self._right(at) is not None)
            first = self._left(token, at) if left else None
            first = self._modified(token, at) if first is None else first
        if first is None or first in self.taken:
            return False
        updated = self.words[at] == "toll" and rises(self.sentence, at)
        self.taken[first] = (measure, updated)
        behind = self._behind(first) if after else at
        beside = self._alongside(behind) if behind is not None else None
        if beside is not None and beside not in self.taken:
            self.taken[beside] = (measure, False)
            self._take_joined(beside, measure, 1, len(self.words))
        self._take_joined(first, measure, 1, at if token.i > self._end(first) else len(self.words))
        if not after and self.words[at] != "toll":
            self._take_joined(first, measure, -1, 0)
            self._take_coordinated(token, measure)
        return True

    def _end(self, n: int) -> int:
        """The token at which a group ends."""
        return self.sentence.start + self.groups[n].end - 1

    def _take_coordinated(self, token: Token, measure: str) -> None:
        """ "Omar, a clerk for the poor, and his son were killed": both, however far apart."""
        heads = [head for subject in subjects(token) for head in coordinated(subject)]
        groups = (self._holding(head.i - self.sentence.start) for head in heads)
        for n in groups:
            if n is not None and n not in self.taken and n not in self.parts:
                self.taken[n] = (measure, False)

    def tolls(self) -> list[Toll]:
        """What was taken, as tolls with character offsets."""
        found = []
        for n in sorted(self.taken):
            (measure, updated), group = self.taken[n], self.groups[n]
            span = self.sentence[group.start : group.end]
            rule = "updated" if updated else group.rule
            numbers = (group.low, group.best, group.high)
            place = (span.start_char, span.end_char)
            found.append(Toll(measure, *numbers, group.victims, *place, rule))
            if (own := self._attackers_in(n)) is not None:
                found.append(Toll(measure, *own[:3], own.victims, *place, "within"))
        return found

    def _attackers_in(self, whole: int) -> Group | None:
        """ "14 people are killed, including six attackers": the six, counted in the 14."""
        for n in range(whole + 1, min(whole + 3, len(self.groups))):
            group = self.groups[n]
            before = group.start - 1 - (self.words[group.start - 1] == "the")
            led = self.words[max(before, 0)] in ("including", "includes", "include")
            if n in self.parts and led and group.best is not None:
                attacked = not ATTACKERS.isdisjoint(group.victims.lower().split())
                return group if attacked else None
        return None

    def _right(self, at: int) -> int | None:
        """Group that follows a word and is not about to be taken by another."""
        at += 1
        while at < len(self.words) and at not in self.starts and self.words[at] in _AFTER:
            at += 1
        n = self.starts.get(at)
        return None if n is None or self._before_trigger(n) else n

    def _alongside(self, at: int) -> int | None:
        """ "One was killed, along with eight guards": the eight fell too."""
        after = at + 1 + (self.words[at + 1 : at + 2] == [","])
        found = (phrase for phrase in _ALONG if self.words[after : after + len(phrase)] == phrase)
        phrase = next(found, None)
        n = None if phrase is None else self.starts.get(after + len(phrase))
        return None if n is None or self._before_trigger(n) else n

    def _behind(self, n: int) -> int | None:
        """ "Kills Omar, head of a bank, along with two guards": where his phrase ends."""
        for at in range(self.groups[n].end, min(self.groups[n].end + 10, len(self.words))):
            if any(self.words[at : at + len(phrase)] == phrase for phrase in _ALONG):
                return at - 1
            if self.sentence[at].pos_ in ("VERB", "AUX") or at in self.starts:
                return None
        return None

    def _left(self, token: Token, at: int) -> int | None:
        """Group that precedes a word: the nearest, unless it only hangs on the true subject."""
        near = self._neighbour(at)
        for subject in subjects(token):
            n = self._holding(subject.i - self.sentence.start)
            if n is None or n in self.taken or n in self.parts:
                continue
            if near is None or self._hangs(near, n):
                return n
        return near

    def _hangs(self, near: int, on: int) -> bool:
        """Does a group stand inside another's phrase ("people in two buses")?"""
        head = self.sentence[self.groups[on].end - 1]
        inner = self.sentence[self.groups[near].end - 1]
        return near != on and head.is_ancestor(inner) and inner.dep_ != "conj"

    def _neighbour(self, at: int) -> int | None:
        while at > 0:
            n = self.ends.get(at)
            if n is not None and n not in self.parts:
                return n
            if n is not None:
                at = self.groups[n].start
            elif self.words[at - 1] in _BEFORE | _PARTS | SHOT:
                at -= 1
            else:
                return None
        return None

    def _modified(self, token: Token, at: int) -> int | None:
        """The number of "nine wounded soldiers"; "three gunmen kill nine" is no such thing."""
        n = self.ends.get(at) if token.tag_ in ("VBN", "VBG", "JJ") else None
        counted = n is not None and self.groups[n].rule not in ("one", "plural")
        return n if counted and at + 1 in self.starts else None

    def _take_joined(self, first: int, measure: str, step: int, bound: int) -> None:
        """Give the same measure to groups that a list joins to the first."""
        here = first
        raised = self.taken[first][1]  # "rises to nine, with six more in hospital"
        while 0 <= here + step < len(self.groups):
            there = here + step
            left, right = self.groups[min(here, there)], self.groups[max(here, there)]
            between = self.words[left.end : right.start]
            if (
                (right.start >= bound and step > 0)
                or (
                    step < 0
                    and self.words[max(left.start - 2, 0) : left.start] == ["according", "to"]
                )
                or not between
                or not set(between) - _OWN <= (_JOINTS - {"with"} if raised else _JOINTS)
                or _OWN.issuperset(between)
                or there in self.taken
            ):
                return
            if step < 0 and is_no_part(self.sentence, left, right):
                return
            open_end = bound == len(self.words)
            if open_end and (self._before_trigger(there) or is_subject(self.sentence, right)):
                return
            if not is_same(self.sentence, left, right, between) and there not in self.parts:
                self.taken[there] = (measure, False)
            here = there

    def _before_trigger(self, n: int) -> bool:
        at = self.groups[n].end
        while at < len(self.words) and self.words[at] in _BEFORE - {",", "to", "said"}:
            at += 1
        if at >= len(self.words):
            return False
        token = self.sentence[at]
        return measure_of(token) is not None and token.tag_ not in ("VBG", "VBZ", "VBP")

    def _tells_who(self, at: int) -> bool:
        """ "46 dead, most of them women", "eight people, all members of a family"."""
        of = 2 if self.words[at - 2 : at] in (["of", "them"], ["of", "whom"]) else 0
        led = self.words[max(at - of - 2, 0) : at - of]
        return len(led) == 2 and led[0] in _OPENS and led[1] in (_MOST if of else {"all"})

    def _holding(self, at: int) -> int | None:
        return next((n for n, own in enumerate(self.groups) if own.start <= at < own.end), None)

    def _is_part(self, n: int, group: Group) -> bool:
        """Is the group a part of one that is counted already?"""
        if self.words[group.end : group.end + 1] == ["among"] and group.end + 1 in self.starts:
            return True  # "a commander among three militants": the three are the whole
        if "them" in self.words[group.start : group.end]:
            return True
        if group.rule == "plural" and self.words[group.start - 2 : group.start] == ["number", "of"]:
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
        return joined and n - 1 in self.parts and not self._before_trigger(n)
