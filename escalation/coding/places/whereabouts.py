"""Where an act happened: which of the places that its sentence names, or its document before."""

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.days.dateline import only_written
from escalation.coding.places.borders import AT_BORDER, BORDERING, of_border, on_the_side
from escalation.coding.places.chains import around_or_in, compatible, innermost
from escalation.coding.places.countries import capitals
from escalation.coding.places.ground_itself import is_ground
from escalation.coding.places.heading import HEADED
from escalation.coding.places.in_passing import (
    AHEAD,
    SINCE,
    behind,
    cared_for,
    is_bearing,
    no_ground,
    of_an_office,
    of_the_speaker,
    recalled,
)
from escalation.coding.places.leads import (
    fled_to,
    from_elsewhere,
    hangs_on,
    lead_of,
    leads,
    of_a_mission,
    of_another_deed,
    tied,
    whence,
    whose,
)
from escalation.coding.places.mention import Mention
from escalation.coding.places.own_land import FROM_AFAR, abroad, sent_after
from escalation.coding.places.routes import along, on_a_route
from escalation.coding.places.surroundings import STANDS_IN
from escalation.coding.places.the_country import all_over
from escalation.coding.places.unlisted import by_bearing
from escalation.coding.places.wider import narrowed
from escalation.coding.sentence.clause import PARTS, coordinated
from escalation.coding.sentence.once import root_at, text_of
from escalation.coding.story.act import Act

_INSIDE = frozenset(["in", "at", "inside", "across", "within", "into", "on"])
_AMONG = re.compile(
    r"\b(?:cities|towns|districts|provinces|areas|places|villages|regions|states)(?: [a-z]+)?,? "
    r"(?:including|such as|among them|notably)(?: (?:the|in))? $"
)
_KIND_OF = re.compile(
    r"\b(?:province|district|city|town|village|region|area|state|valley|tehsil|agency) of $"
    r"|'s (?:[a-z]+ ){0,2}(?:capital|city|town|port),? (?:city )?(?:of )?$"
)
# "Kabul, capital of Afghanistan", "the Peshawar office of Pakistan's railways": one ground.
_FINER_OF = re.compile(
    r"(?:, (?:the )?(?:[\w-]+ ){0,2}(?:capital|city|town|hub|part|district|province)| [a-z]+)"
    r" of (?:the )?$|(?:['’]s [a-z]+|(?: [A-Z]\w+){0,2}) in (?:the )?(?:[a-z]+ern |central )?$"
)
_COARSE = ("country", "province")
_GOING = ("mobilize", "talks.visit")  # "sends troops to Exford", "flies to Exford"
_POLICING = ("coerce.arrest", "coerce.execution", "accuse.charge", "investigate")
_SPEAKER = 3  # words at the end of a headline that say who told it
_MUTUAL = frozenset(["force.clash", "force.violation"])
_PRONOUNS = frozenset(["which", "that", "who", "whom", "where", "what"])
_TO = frozenset(["to", "toward", "towards"])
_NEAR = frozenset(["near", "outside", "around", "along", "from", "of", "over", "off"])


@dataclass
class Whereabouts:
    """A piece of a document and the places it names."""

    doc: Doc
    mentions: list[Mention]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = text_of(self.doc)

    def nearest(self, sentence: Span, act: Act, passing: list[tuple[int, int]]) -> Mention | None:
        """Where an act happened, by its sentence without what that tells in ``passing``."""
        first = self._line_of(sentence)
        here = [m for m in self.mentions if first <= m.start < sentence.end_char]
        here = [m for m in here if not (of_border(self.text, m) or on_a_route(self.text, m))]
        here = [m for m in here if not fled_to(self._root(m), act)]
        here = [m for m in here if not no_ground(self._root(m), m, act)]
        here = narrowed(here, self.text)
        headed = [m for m in here if self._heads_a_line(m) or self._is_dateline(m, sentence)]
        here = [m for m in here if m not in headed] or here
        here = [m for m in here if not any(start <= m.start < end for start, end in passing)]
        here = [m for m in here if not behind(self._root(m), act, SINCE)]
        here = [m for m in here if not recalled(self._root(m), act)]
        told = [m for m in here if act.mood.background or not behind(self._root(m), act)]
        here = told or (here if act.is_violent and not sent_after(act) else told)
        there = [m for m in here if not of_the_speaker(self._root(m), act)]
        if act.is_violent and any(m.precision != "country" for m in there):
            here = there
        if (whole := all_over(here, act, self.doc)) is not None:
            return whole
        taken = [m for m in here if self._is_ground(m, act)]
        if taken:
            return innermost(taken, act.anchor.idx, self.text)
        if not act.is_violent:
            here = [m for m in here if not of_another_deed(self._root(m), act)]
        here = [m for m in here if not self._whence(m, act)]
        here = [m for m in here if not tied(self._root(m))]
        here = [m for m in here if not from_elsewhere(self._root(m), act)] or here
        there = [m for m in here if not self._in_passing(m, act)]
        here = there if any(m.precision != "country" for m in there) else here
        located = self._of_the_word(self._located(here, act), act)
        located = located or self._of_its_police(here, act)
        here = located if located or not act.is_violent else self._no_party(here, act)
        if headed and act.is_violent and not located and self._names_doer(here, act):
            here = headed  # "Exland: Rome kills four in a strike"
        found = innermost(here, act.anchor.idx, self.text) if here else None
        if act.is_violent and (found is None or found.precision == "country"):
            found = along(self.text, self.mentions, sentence, found) or found
        found = found or (self._elsewhere(act) if not here else None)
        found = on_the_side(found, act) if act.is_violent else found
        return by_bearing(found, self.mentions, self.text) if found is not None else None

    def _line_of(self, sentence: Span) -> int:
        """Where a sentence begins, with the land that its line is headed with.

        A capital before a sentence on another land is where it was said.
        """
        text, start = self.text, sentence.start_char
        line = text.rfind("\n", 0, start) + 1
        head = next((m for m in self.mentions if m.start == line), None)
        if head is None or not HEADED.fullmatch(text, head.end, start):
            return start
        lands = {m.country for m in self.mentions if start <= m.start < sentence.end_char}
        return start if head.name in capitals() and not lands <= {head.country} else line

    def _heads_a_line(self, mention: Mention) -> bool:
        """ "Exland: ...", "Exland war: ...": where it all is, or only where it was written."""
        text = self.text
        begins = mention.start == 0 or text[mention.start - 1] == "\n"
        return begins and HEADED.match(text, mention.end) is not None

    def _names_doer(self, mentions: list[Mention], act: Act) -> bool:
        """Do places only name who did it?"""
        who = act.initiator
        return all(who is not None and who.start <= m.start < who.end for m in mentions)

    def _root(self, mention: Mention) -> Token | None:
        """The token on which a place's name hangs in its sentence."""
        return root_at(self.doc, mention.start, mention.end)

    def _located(self, mentions: list[Mention], act: Act) -> list[Mention]:
        """Places that a preposition of place leads to, and what follows them after a comma.

        "In Chaman, near the border with Afghanistan" is in Chaman: what is only near counts where
        nothing else is named.
        """
        inside: list[Mention] = []
        nearby: list[Mention] = []
        goes = act.kind.startswith(_GOING)
        for mention in mentions:
            land = mention.precision == "country"
            if self._of_an_act(mention) or (land and whose(self._root(mention), act)):
                continue
            lead = lead_of(self.text, mention, self._before(mention))
            border = bool(BORDERING.search(lead))
            asks = any(word in _PRONOUNS for word in lead.split()[-4:])
            for kept, known in ((inside, _INSIDE | _TO if goes else _INSIDE), (nearby, _NEAR)):
                follows = bool(kept) and 0 <= mention.start - kept[-1].end <= 14
                led = bool(_AMONG.search(lead)) or leads(lead, known)
                led = led and not (border or asks)
                led = led or (bool(_KIND_OF.search(lead)) and known is not _NEAR)
                if (follows and "," in lead[-14:]) or led:
                    kept.append(mention)
                    break
        if inside and all(m.precision == "country" for m in inside):
            # "crossing into Pakistan near North Waziristan": the finer of two that agree.
            lands = {m.country for m in inside}
            nearby = [m for m in nearby if m.precision != "country" and m.country in lands]
            inside = nearby or inside
        elif nearby and inside and all(m.precision in _COARSE for m in inside):
            # "near Srinagar in the Kashmir Valley"
            fine = (m for m in nearby if m.precision not in _COARSE)
            inside = [m for m in fine if all(compatible(m, place) for place in inside)] or inside
        return self._finer(mentions, inside or nearby)

    def _before(self, mention: Mention) -> Mention | None:
        return next((m for m in reversed(self.mentions) if m.end <= mention.start), None)

    def _finer(self, mentions: list[Mention], located: list[Mention]) -> list[Mention]:
        """The places that countries are only told with: "Kabul, capital of Afghanistan"."""
        if any(m.precision not in ("country", "province") for m in located):
            return located
        text = self.text
        finer = [
            place
            for place in mentions
            for land in located
            if place.precision not in ("country", land.precision) and compatible(place, land)
            if _FINER_OF.fullmatch(text[place.end : max(place.end, land.start)])
        ]
        return finer or located

    def _of_an_act(self, mention: Mention) -> bool:
        """ "In an Exland drone raid": whose it was, not where."""
        name = self._root(mention)
        if mention.precision != "country" or name is None:
            return False
        head = name.head
        before = name.dep_ in PARTS and name.i < head.i
        return before and (noun_kind(head) is not None or role_of(head) in ("MIL", "COP", "REB"))

    def _is_dateline(self, mention: Mention, sentence: Span) -> bool:
        """ "KABUL: ..."; not the end of what a headline tells: "... in Exford: police"."""
        rest = self.text[mention.end : sentence.end_char]
        return rest.startswith(":") and len(rest[1:].split()) > _SPEAKER

    def _of_the_word(self, located: list[Mention], act: Act) -> list[Mention]:
        """ "A guard of the bank in Exford is held in Wyford": where he is held.

        With a place that hangs on the act's own word, only what may be the same ground counts.
        """
        own = {token.i for token in (act.anchor, *act.tokens)}
        own |= {t.i for by in act.anchor.children if by.dep_ == "agent" for t in by.children}
        roots = ((m, self._root(m)) for m in located if m.precision != "country")
        direct = [m for m, name in roots if name is not None and hangs_on(name, own)] or located
        return [m for m in located if any(around_or_in(m, place) for place in direct)]

    def _in_passing(self, mention: Mention, act: Act) -> bool:
        name = self._root(mention)
        told = cared_for(name, act) or of_an_office(name) or behind(name, act, AHEAD)
        return told or is_bearing(mention, self.mentions, self.text)

    def _whence(self, mention: Mention, act: Act) -> bool:
        name = self._root(mention)
        return mention.precision == "country" and name is not None and whence(name, act)

    def _of_its_police(self, mentions: list[Mention], act: Act) -> list[Mention]:
        """ "Exford police arrest ...": where they are."""
        doer = act.initiator
        if doer is None or doer.sector not in ("COP", "JUD") or not act.kind.startswith(_POLICING):
            return []
        named = [m for m in mentions if doer.start <= m.start < doer.end]
        return [m for m in named if m.precision != "country"]

    def _is_ground(self, mention: Mention, act: Act) -> bool:
        stands = self._stands_in(mention)
        return is_ground(mention, self._root(mention), act, stands=stands)

    def _stands_in(self, mention: Mention) -> bool:
        """ "Exford's port", "Exford airfield": what a town names stands in it."""
        named = mention.precision != "country"
        return named and STANDS_IN.match(self.text, mention.end) is not None

    def _no_party(self, mentions: list[Mention], act: Act) -> list[Mention]:
        """Without those who act: "Iran fires at Saravan" is not in Iran; a clash is in either."""
        mentions = [m for m in mentions if not self._of_soldiers(m, act)]
        parties = [who for who in (act.initiator, act.target) if who is not None]
        if act.initiator is not None:  # "an operation by Exland and Wyland"
            beside = {t.i for t in coordinated(self.doc[act.initiator.head])[1:]}
            mentions = [m for m in mentions if (t := self._root(m)) is None or t.i not in beside]
        kept = [m for m in mentions if not any(w.start <= m.start < w.end for w in parties)]
        if kept:
            return kept
        finer = [m for m in mentions if m.precision != "country"]
        if act.target is None:
            return finer if act.kind in FROM_AFAR else mentions
        start, end = act.target.start, act.target.end
        struck = [m for m in mentions if start <= m.start < end]
        mutual = act.kind in _MUTUAL and all(m.precision == "country" for m in struck)
        if not struck and (abroad(act) or act.kind in FROM_AFAR):
            mentions = finer
        return mentions if mutual else struck or mentions

    def _of_soldiers(self, mention: Mention, act: Act) -> bool:
        """ "Two Exland troops are killed", "guards the Exland embassy": whose, wherever it is."""
        if mention.precision == "country" and of_a_mission(self._root(mention)):
            return True
        if (hit := act.target) is None or (hit.sector, mention.precision) != ("MIL", "country"):
            return False
        return hit.start <= mention.start < hit.end and self._root(mention) != self.doc[hit.head]

    def _elsewhere(self, act: Act) -> Mention | None:
        """Where violence or a protest names no place: the only one of the document so far."""
        if not (act.is_violent or act.kind.startswith("protest")):
            return None
        known = [m for m in self.mentions if m.latitude is not None and m.start < act.anchor.idx]
        earlier = [m for m in known if not on_a_route(self.text, m)]
        earlier = [m for m in earlier if not recalled(self._root(m), act)]
        earlier = [m for m in earlier if not no_ground(self._root(m), m, act)]
        earlier = [m for m in earlier if not only_written(m.start, m.country, self.doc)]
        if not earlier or len({m.country for m in earlier}) > 1:
            return None
        if AT_BORDER.search(act.anchor.sent.text):  # not in the town that was told before
            land = ("country", earlier[0].country)
            return next((m for m in self.mentions if (m.precision, m.country) == land), None)
        return innermost(earlier, act.anchor.idx, self.text)
