"""Where, when and how many: what an act takes from its sentence and its document."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from spacy.tokens import Span, Token

from escalation.coding.attacks.harm import TOLL
from escalation.coding.attacks.street import grieved_by
from escalation.coding.days.clauses import in_other_clauses
from escalation.coding.days.dates import Days, days_of
from escalation.coding.days.days_after import days_after, earlier_by
from escalation.coding.days.when_said import up_to, when_said
from escalation.coding.dealings.cue import BESIDE
from escalation.coding.places.countries import iso3_of
from escalation.coding.places.in_passing import answers
from escalation.coding.places.mention import Mention
from escalation.coding.places.whereabouts import Whereabouts
from escalation.coding.sentence.clause import governors
from escalation.coding.sentence.once import root_at, text_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.standing import LONG_AGO, told_now
from escalation.coding.story.act import Act
from escalation.coding.story.aside import (
    asides,
    elsewhen,
    is_speech,
    matter,
    qualities,
    spoken_of,
    to_come,
)
from escalation.coding.story.retraction import STATUS as RETRACTED
from escalation.coding.tolls.attackers import are_attackers, felled_by_guards
from escalation.coding.tolls.casualty import Toll, less, summed
from escalation.coding.tolls.later_toll import of_a_land, over_a_span
from escalation.coding.tolls.sums import Sum, beside, sum_told, sums_of
from escalation.coding.tolls.tellers import others_claim, told_first
from escalation.coding.tolls.tolls import tolls
from escalation.coding.tolls.unharmed import nobody_fell

_COUNTED = ("happened", "claimed", "recalled", RETRACTED)
_BEFORE = frozenset({"after", "following"})
_SPANS = word_set("minute hour day week month year")
_OVER = frozenset({"past", "recent"})
_COARSE = frozenset({"month", "year", "calendar", "decade"})
_VAGUE = {"after": 1, "fresh": 2}  # rules that any day said plainly goes before


@dataclass
class Setting(Whereabouts):
    """A piece of a document with its places, its day, and where it lies in the document."""

    published: pd.Timestamp
    document: dict[str, Any]
    offset: int
    _tolls: dict[int, list[Toll]] = field(default_factory=dict)
    _sums: dict[int, list[Sum]] = field(default_factory=dict)

    @property
    def is_strung(self) -> bool:
        """Is the piece a headline that was strung to another: "Blast kills two;Blast kills 9"?"""
        return bool(self.offset) and self.document["text"][self.offset - 1] == ";"

    def place(self, sentence: Span, act: Act) -> Mention | None:
        """Where the act happened: the place named nearest to it in its sentence."""
        return self.nearest(sentence, act, self._aside(sentence, act) + matter(act))

    def days(self, sentence: Span, act: Act) -> Days:
        """When: by the words of the sentence nearest to the act."""
        # "killed in the 2012 massacre": by any of its words
        words = dict.fromkeys([act.anchor, *act.tokens])
        past = act.status != "planned"  # what is told of the future is said now
        if (counted := self._sum(sentence, act)) is not None:
            return counted.days
        text = text_of(sentence)
        said = when_said(act)
        aside = (*self._aside(sentence, act), *qualities(sentence, act), *spoken_of(act), *said)
        aside += (*to_come(act), *elsewhen(sentence, act), *in_other_clauses(act, self.published))
        for start, end in aside:
            start, end = start - sentence.start_char, end - sentence.start_char
            text = text[:start] + " " * (end - start) + text[end:]
        told = [
            days_of(text, self.published, near=word.idx - sentence.start_char, past=past)
            for word in words
        ]
        days = min(told, key=lambda found: _VAGUE.get(found.rule, 0))
        if said and days.rule == "fresh":
            days = up_to(self.text[said[0][0] : said[0][1]], self.published)
        if days.rule in ("fresh", "after") and (lead := days_after(act.anchor)) is not None:
            told_on = days if days.rule == "fresh" else days._replace(last=days.first)
            return earlier_by(*lead, told_on)
        long_ago = not pd.isna(days.last) and self.published - days.last > LONG_AGO
        spoken = not act.is_violent and act.status != "recalled"
        over_years = days.rule in _OVER and is_speech(act)  # nobody says a word for so long
        other = days.rule == "other-event" and is_speech(act)  # "condemns the blast a day earlier"
        if (spoken and (long_ago or other) and told_now(act.anchor)) or over_years:
            days = days_of("", self.published)
        word = act.anchor
        behind = word.dep_ == "acl" and word.tag_ != "VBG" and not act.is_violent
        behind = behind or act.status in ("recalled", RETRACTED)
        if act.status == "planned" and days.rule in _COARSE and days.first > self.published:
            return days._replace(first=self.published)  # "will leave in 2030": from now on
        if days.rule == "fresh" and (act.mood.pluperfect or behind):
            reason = "told as background; no day is given"
            return Days(pd.NaT, pd.NaT, reason, "background")
        return days

    def country(self, place: Mention | None) -> str | None:
        """ISO alpha-3 of a place."""
        return iso3_of(place.country) or None if place is not None and place.country else None

    def toll(
        self, sentence: Span, act: Act, acts: list[Act], *, of: Act | None = None
    ) -> dict[str, float | None]:
        """Dead and injured of the act: low, best, high of each, attackers apart.

        Where the sentence tells the toll ``of`` an act that was told before, those who attacked
        then are the attackers, and dead attackers alone are nobody's victims.
        """
        deadly = is_deadly(act) or _of_marchers(act, acts)
        if not deadly or act.status not in _COUNTED or self.adds_up(sentence, act):
            return {}
        if sentence.start not in self._tolls:
            self._tolls[sentence.start] = tolls(sentence)
        passing = self._aside(sentence, act)
        found = [
            t
            for t in self._tolls[sentence.start]
            if self._of(t, act, acts)
            and not any(a <= t.start < b for a, b in passing)
            and not self._claimed_by_others(t, act)
        ]
        told = act if of is None else of
        initiator = told.initiator.code if told.initiator else None
        name = told.initiator.name if told.initiator else ""
        if initiator is None and told.kind.startswith("attack") and told.target is not None:
            initiator = "UNK" if told.target.sector not in ("REB", None) else None
        result: dict[str, float | None] = {}
        for measure in ("deaths", "injured"):
            fell = [t for t in found if t.measure == measure and t.rule != "within"]
            fell = told_first(self._of_now(self._anew(sentence, fell), act), act.anchor)
            victims = [t for t in fell if not are_attackers(t, initiator, name)]
            if initiator is not None and told.kind.startswith("attack"):
                victims = [t for t in victims if not self._by_guards(t)]
            within = [t for t in found if t.measure == measure and t.rule == "within"]
            held = told.kind == "attack.abduction"  # those it took were not the attackers
            if told.kind.startswith("force") or not (victims or of or held):
                victims, within = fell, []
            within = [t for t in within if are_attackers(t, initiator or "UNK")]
            result |= less(summed(measure, victims), summed(measure, within))
        return nobody_fell(text_of(sentence)) | result

    def _by_guards(self, toll: Toll) -> bool:
        """ "One of them was shot dead by guards": of those who attacked."""
        who = root_at(self.doc, toll.start, toll.end)
        return who is not None and toll.victims in ("", "them") and felled_by_guards(who)

    def _claimed_by_others(self, toll: Toll, act: Act) -> bool:
        """ "Says it killed 60, while the rebels claim to have killed nine": theirs, not its."""
        who = root_at(self.doc, toll.start, toll.end)
        above = [] if who is None else [who, *governors(who)]
        return any(others_claim(token) and not token.is_ancestor(act.anchor) for token in above)

    def _anew(self, sentence: Span, fell: list[Toll]) -> list[Toll]:
        """ "Two more die, bringing the toll to nine": nine, if not those of a year."""
        new = [t for t in fell if t.rule == "updated"]
        old = [t for t in fell if t.rule != "updated"]
        if not (new and old):
            return fell
        of_many = over_a_span(sentence, self.published) or of_a_land(sentence)
        return old if of_many else new

    def _of_now(self, fell: list[Toll], act: Act) -> list[Toll]:
        """ "Kill 20, hours after a mine killed six": the six fell before; others are of both.

        What a crowd is in the street for is never its own: "riots after a boy was killed".
        """
        heads = [root_at(self.doc, t.start, t.end) for t in fell]
        before = [None if head is None else _before(head) for head in heads]
        pairs = list(zip(fell, before, strict=True))
        now = [t for t, clause in pairs if clause is None or "other" in t.victims]
        if now:
            return now
        street = act.kind.startswith("protest") or act.kind == "force.clash"
        of_old = [(street and c is not None) or (c is not None and answers(c)) for _, c in pairs]
        return [
            toll
            for (toll, clause), old in zip(pairs, of_old, strict=True)
            if not old or (clause is not None and act.anchor in clause.subtree)
        ]

    def adds_up(self, sentence: Span, act: Act) -> bool:
        """Is it no single act, but a count over weeks?"""
        counted = self._sum(sentence, act)
        return counted is not None and counted.adds_up

    def _sum(self, sentence: Span, act: Act) -> Sum | None:
        """The count over a span that an act is; None where it is an act of its own."""
        return sum_told(act, self._counts(sentence)) if act.is_violent else None

    def _counts(self, sentence: Span) -> list[Sum]:
        if sentence.start not in self._sums:
            self._sums[sentence.start] = sums_of(sentence, self.published)
        return self._sums[sentence.start]

    def _aside(self, sentence: Span, act: Act) -> list[tuple[int, int]]:
        """What a sentence tells beside an act: of somebody in passing, or of many acts in sum."""
        return asides(sentence, act) + beside(act, self._counts(sentence))

    def updated(self, sentence: Span) -> bool:
        """Does the sentence tell a new toll of something told before?"""
        return any(toll.rule == "updated" for toll in self._tolls.get(sentence.start, ()))

    def _of(self, toll: Toll, act: Act, acts: list[Act]) -> bool:
        who = root_at(self.doc, toll.start, toll.end)
        cause = who is not None and grieved_by(who) is not None
        grieved = act.is_violent and grieved_by(act.anchor) is not None
        if cause or grieved:
            return cause and grieved  # "nine fell in a march against the killing of two"
        violent = [a for a in acts if is_deadly(a) and a.status in _COUNTED]
        violent = [a for a in violent if grieved_by(a.anchor) is None]
        if len(violent) < 2:
            return True
        if who is None:
            return act is violent[0]
        owners = {t.i: a for a in violent for t in a.tokens}
        for token in (who, *governors(who)):
            if token.i in owners:
                return owners[token.i] is act
        return act is violent[0]


def is_deadly(act: Act) -> bool:
    """Has the act dead of its own?"""
    return act.is_violent or act.kind in ("coerce.execution", "protest.riot")


def has_dead_of_now(act: Act) -> bool:
    """Has it dead of its own that are told by it, and is it not what a crowd grieves over?"""
    return is_deadly(act) and act.rule != TOLL and grieved_by(act.anchor) is None


def _before(victim: Token) -> Token | None:
    """The clause of what came before that tells of somebody: "after ...", "in answer to ..."."""
    for token in (victim, *governors(victim)):
        marks = {c.lower_ for c in token.children if c.dep_ == "mark"}
        ago = (c for c in token.children if c.lemma_.lower() in _SPANS)
        marks |= {inner.lower_ for c in ago for inner in c.children}  # "hours after a mine ..."
        if token.dep_ == "advcl" and not marks.isdisjoint(_BEFORE):
            return token
        if answers(token) or (token.dep_ == "prep" and token.lower_ in _BEFORE):
            return token
    return None


def _of_marchers(act: Act, acts: list[Act]) -> bool:
    """ "Five people die in protests": by no attack that is told."""
    attacked = any(a.is_violent and a.rule != TOLL and grieved_by(a.anchor) is None for a in acts)
    return act.rule.startswith(BESIDE) and not attacked
