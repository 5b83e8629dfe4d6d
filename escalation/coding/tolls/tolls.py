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

from escalation.coding.sentence.clause import coordinated
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.attackers import ATTACKERS
from escalation.coding.tolls.casualty import (
    WHOLES,
    Toll,
    looks_left,
    looks_right,
    subjects,
    without_breakdown,
    words_of_harm,
)
from escalation.coding.tolls.counted import Counted
from escalation.coding.tolls.groups import Group
from escalation.coding.tolls.hurt import led_by_with
from escalation.coding.tolls.joined import is_no_part, is_same, is_subject
from escalation.coding.tolls.raised import TOLLS, count_of_toll, rises

_COUNT_NOUNS = {
    **dict.fromkeys(("death", "fatality", "life", "body", "corpse"), "deaths"),
    "injury": "injured",
}
_JOINTS = frozenset([",", "and", "&", "plus", "as", "well", "along", "with", "also", ";"])
# Who did it, whoever it was that was hit: militants may have been the ones.
_DOERS = word_set("attacker attackers assailant assailants gunman gunmen bomber bombers himself")
_HURT_ONES = (["wounded"], ["injured"])
_FEW = 3  # parts by which a whole that nobody counts is told
_OWN = frozenset({"his", "her", "their"})  # "his wife and their two children"


def tolls(sentence: Span) -> list[Toll]:
    """All tolls of a parsed sentence, in the order of their groups."""
    reading = _Reading(sentence)
    triggers = words_of_harm(sentence)
    reading.take_nouns()
    triggers.sort(key=lambda pair: pair[0].lower_ not in TOLLS)
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


def _attacked(group: Group, who: frozenset[str] = ATTACKERS) -> bool:
    return not who.isdisjoint(group.victims.lower().split())


def _listed(counted: Token) -> list[Token]:
    """ "Two guards, 17 worshippers in a mosque, and nine rebels": the 17 are no other name."""
    if counted.lower_ in WHOLES or not any(c.dep_ == "nummod" for c in counted.children):
        return []
    beside = (c for c in counted.children if c.dep_ == "appos" and c.tag_ == "NNS")
    return [c for c in beside if any(t.dep_ == "nummod" for t in c.children)]


class _Reading(Counted):
    """A sentence's groups and which word of death or injury took which."""

    def __init__(self, sentence: Span) -> None:
        super().__init__(sentence)
        self.taken: dict[int, tuple[str, bool]] = {}

    def take_nouns(self) -> None:
        """Groups that are counts of deaths themselves: "12 deaths", "claimed nine lives"."""
        for n, group in enumerate(self.groups):
            head = self._counted(group)
            cause = (
                self.words[group.start + 1 : group.start + 2] == ["of"]
                and head.lemma_.lower() == "injury"
            )
            if group.rule != "one" and not cause and head.lemma_.lower() in _COUNT_NOUNS:
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
            first = self.right(at) if looks_right(token) else None
        else:
            left = looks_left(token, self.right(at) is not None)
            first = self._left(token, at - led_by_with(token)) if left else None
            first = self.modified(token, at) if first is None else first
        first = self._whole(first) if first is not None and measure == "deaths" else first
        if first is None or first in self.taken:
            return False
        updated = self.words[at] == "toll" and rises(self.sentence, at)
        self.taken[first] = (measure, updated)
        behind = self.behind(first) if after else at
        beside = self.alongside(behind) if behind is not None else None
        if beside is not None and beside not in self.taken:
            self.taken[beside] = (measure, False)
            self._take_joined(beside, measure, 1, len(self.words))
        self._take_joined(first, measure, 1, at if token.i > self.end(first) else len(self.words))
        if not after and self.words[at] != "toll":
            self._take_joined(first, measure, -1, 0)
            self._take_coordinated(token, measure)
        return True

    def _of_office(self, n: int) -> bool:
        """ "Omar Jan, the minister for refugees, and six others": of whom he is minister."""
        group = self.groups[n]
        root = self.sentence[group.start : group.end].root
        above = root.head.head if root.dep_ == "pobj" else root
        return group.rule == "plural" and above.i != root.i and above.dep_ == "appos"

    def _whole(self, n: int) -> int:
        """ "Two wounded guards died": the two, between whom and the guards stands their hurt."""
        group, before = self.groups[n], self.groups[n - 1] if n else None
        if before is None or group.rule != "plural" or before.victims:
            return n
        if self.words[before.end : group.start] not in _HURT_ONES:
            return n
        self.parts.add(n)
        return n - 1

    def _take_coordinated(self, token: Token, measure: str) -> None:
        """ "Omar, a clerk for the poor, and his son were killed": both, however far apart."""
        heads = [head for subject in subjects(token) for head in coordinated(subject)]
        # "One civilian killed, four boys hurt": what follows the word is not in its list
        heads += [c for head in heads for c in _listed(head) if c.i < token.i]
        groups = (self.holding(head.i - self.sentence.start) for head in heads)
        for n in groups:
            if n is not None and n not in self.taken and n not in self.parts:
                self.taken[n] = (measure, False)

    def tolls(self) -> list[Toll]:
        """What was taken, as tolls with character offsets."""
        found = []
        for n in sorted(self.taken):
            (measure, updated), group = self.taken[n], self._by_its_parts(n)
            span = self.sentence[group.start : group.end]
            rule = "updated" if updated else group.rule
            numbers = (group.low, group.best, group.high)
            place = (span.start_char, span.end_char)
            found.append(Toll(measure, *numbers, group.victims, *place, rule))
            if (own := self._attackers_in(n)) is not None:
                found.append(Toll(measure, *own[:3], own.victims, *place, "within"))
        return found

    def _by_its_parts(self, n: int) -> Group:
        """ "Several people died, including two guards, three rebels and a boy": at least six."""
        whole = self.groups[n]
        if whole.rule != "word":
            return whole
        inside = range(n + 1, len(self.groups))
        parts = [self.groups[m] for m in itertools.takewhile(self.parts.__contains__, inside)]
        counts = [part.best for part in parts if part.best is not None]
        told = sum(counts)
        few = 1 if parts and self._is_of_whom(n + 1) else _FEW
        if len(counts) < max(few, len(parts)) or told < (whole.low or 0):
            return whole
        return whole._replace(low=told, best=told, high=None, rule="at-least")

    def _is_of_whom(self, n: int) -> bool:
        """ "Dozens died, of whom nine in Exford", "many died, nine of them in Exford"."""
        group = self.groups[n]
        about = self.words[group.start - 2 : group.start], self.words[group.end : group.end + 2]
        return any(words in (["of", "whom"], ["of", "which"]) for words in about)

    def _attackers_in(self, whole: int) -> Group | None:
        """ "14 people are killed, including six attackers": the six, counted in the 14.

        "Four guards and six attackers, including a bomber": he is of the six, who stand apart.
        """
        if _attacked(self.groups[whole]):
            return None
        for n in itertools.takewhile(self.parts.__contains__, range(whole + 1, len(self.groups))):
            group = self.groups[n]
            before = group.start - 1 - (self.words[group.start - 1] == "the")
            led = self.words[max(before, 0)] in ("including", "includes", "include")
            if group.best is not None and _attacked(group, ATTACKERS if led else _DOERS):
                return group
        return None

    def _left(self, token: Token, at: int) -> int | None:
        """Group that precedes a word: the nearest, unless it only hangs on the true subject."""
        near = self.neighbour(at)
        for subject in subjects(token):
            n = self.holding(subject.i - self.sentence.start)
            if n is None or n in self.taken or n in self.parts:
                continue
            if near is None or self.hangs(near, n):
                return n
        return near

    def _take_joined(self, first: int, measure: str, step: int, bound: int) -> None:
        """Give the same measure to groups that a list joins to the first."""
        here = first
        raised = self.taken[first][1]  # "rises to nine, with six more in hospital"
        while 0 <= here + step < len(self.groups):
            there = here + step
            left, right = self.groups[min(here, there)], self.groups[max(here, there)]
            between = [w for w in self.words[left.end : right.start] if not w.isdigit()]  # ages
            if (
                (right.start >= bound and step > 0)
                or (
                    step < 0
                    and self.words[max(left.start - 2, 0) : left.start] == ["according", "to"]
                )
                or not between
                or not set(between) - _OWN <= (_JOINTS - {"with"} if raised else _JOINTS)
                or between == ["as"]  # "rises to nine as two more die"
                or (step < 0 and between == ["with"])  # "repelled by guards with two rebels killed"
                or _OWN.issuperset(between)
                or there in self.taken
            ):
                return
            if step < 0 and is_no_part(self.sentence, left, right):
                return
            open_end = bound == len(self.words)
            if open_end and (self.before_trigger(there) or is_subject(self.sentence, right)):
                return
            same = is_same(self.sentence, left, right, between) or self._of_office(there)
            if not same and there not in self.parts:
                self.taken[there] = (measure, raised)  # "rises to ten patients and 12 nurses"
            here = there
