"""The names and places of one document: who a word names, and who may be meant without a word.

A raid on militants is by the soldiers of wherever it happens; what came across a border came from
the army beyond it; a border is closed to the only neighbour that the document names.
"""

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span, Token

from escalation.coding.actors.named import NO_COUNTRIES, Named, Names
from escalation.coding.actors.origins import is_beside, is_origin
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.places.countries import iso3_of
from escalation.coding.places.heading import headings
from escalation.coding.places.over_the_line import came_from
from escalation.coding.sentence.clause import prepositional
from escalation.coding.sentence.noun_phrase import QUALIFIERS, modifiers
from escalation.coding.sentence.once import text_of
from escalation.coding.sentence.phrases import word_set

_LED = ("against ", "with ", "by ", "to ", "on ", "from ", "between ", "and ")  # no datelines
_OF_STATE = ("GOV", "MIL", "COP")
_AT_OTHERS = word_set("accuse threat demand reject sanction agree talks support cooperate")
_TO_STRANGERS = ("accuse.complaint", "coerce.deportation")
_ENVOYS = word_set("envoy ambassador diplomat commissioner affaires attache attaché consul embassy")
_ABROAD = frozenset({"talks", "support", "demand", "accuse", "aid", "cooperate"})


class Scene:
    """What a document names: actors and places by token."""

    def __init__(
        self, doc: Doc, named: list[Named], places: dict[int, str], names: Names, day: date
    ) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self._local = names.local(day)
        self._states = names.states  # a country as one that acts: its government's code
        self._named: dict[int, Named] = {}
        for name in named:
            before = self.text[: name.start].lower()
            dateline = name.is_country and self.text[name.end : name.end + 1] == ":"
            if dateline and not before.endswith(_LED):
                continue
            if before.endswith("anti-"):
                continue  # "anti-Taliban crowds" are none of theirs
            for token in doc.char_span(name.start, name.end, alignment_mode="expand") or ():
                self._named[token.i] = name
        self._places = places  # token index to ISO alpha-3 of a place that is no actor's name
        self._headings = headings(doc, named, places)

    def armies(self, sentence: Span) -> list[Who]:
        """The armies of the states that a sentence names, in its order."""
        found: dict[str, Who] = {}
        for token in sentence:
            name = self._country_named(token)
            if name is not None and name.country not in found:
                code, words = f"{name.country}.MIL", self.text[name.start : name.end]
                found[name.country] = Who(code, words, name.start, name.end, token.i, "MIL")
        return list(found.values())

    def lands_of(self, sentence: Span) -> set[str]:
        """Countries of the places that a sentence names."""
        return {self._places[t.i] for t in sentence if t.i in self._places}

    def across(self, sentence: Span, country: str, *, fired: bool) -> Who | None:
        """The army beyond the border, where something came across it into ``country``."""
        names = map(self._country_named, sentence)
        others = {name.country for name in names if name is not None} - {country}
        land, at = came_from(sentence.text, country, others, fired=fired), sentence.start_char
        return Who(f"{land}.MIL", "", at, at, sentence.start, "MIL") if land else None

    def neighbour(self, who: Who | None) -> Who | None:
        """The only other state of the document: the one beyond a border that is closed."""
        if who is None:
            return None
        others = {
            name.country: name
            for name in self._named.values()
            if name.is_country and name.country != who.country
        }
        if len(others) != 1:
            return None
        country, name = others.popitem()
        words = self.text[name.start : name.end]
        return Who(self._states.get(country, country), words, name.start, name.end, who.head)

    def own_land(
        self, who: Who | None, other: Who | None, kind: str, land: str | None
    ) -> str | None:
        """The land of a bare ministry: not the state that it acts upon, but the only other told.

        "The ministry summons Rome's envoy", "the minister warns Rome", "officials deport Romans".
        """
        if who is None or other is None or who.sector not in _OF_STATE or land != other.country:
            return land
        name, head = self._named.get(other.head), self.doc[other.head]
        stands = name is not None and name.how in ("name", "capital")
        stands = stands or head.lemma_.lower() in _ENVOYS
        if not (stands and kind.split(".")[0] in _AT_OTHERS) and not kind.startswith(_TO_STRANGERS):
            return land
        rival = self.neighbour(other)
        return rival.country if rival is not None else None

    def people_of(self, country: str, word: Token) -> Who:
        """Whoever was there, where an attack tells only its place."""
        return Who(f"{country}.CVL", "", word.idx, word.idx, word.i, "CVL")

    def holder_of(self, country: str, taker: Who | None, word: Token) -> Who | None:
        """From whom ground is taken that is named alone: its state, if another takes it."""
        if taker is None or (taker.country == country and taker.sector != "REB"):
            return None
        code = self._states.get(country, f"{country}.GOV")
        return Who(code, "", word.idx, word.idx, word.i, "GOV")

    def forces(self, word: Token, speaker: Who | None) -> Who:
        """The soldiers of wherever it is, who are meant by a raid or an operation on militants.

        Where an army or police tells of it, they are its own.
        """
        if speaker is not None and speaker.is_force and speaker.country != "UNK":
            return speaker
        return Who("UNK.MIL", "", word.idx, word.idx + len(word), word.i, "MIL")

    def rebels(self, word: Token) -> Who:
        """Those whom an operation was against that tells only who fell in it."""
        return Who("UNK.REB", "", word.idx, word.idx, word.i, "REB")

    def is_capital(self, who: Who) -> bool:
        """Is a government meant by the name of its capital?"""
        name = self._named.get(who.head)
        return name is not None and name.how == "capital"

    def there(self, who: Who | None, country: str | None) -> Who | None:
        """The actor that a name means where something happened, if it means another there."""
        if who is None or not country:
            return who
        for term, code in self._local:
            named = rf"(?<!Afghan ){term.name}(?! gov| auth| reg| admin)"
            beside = rf"\b(?:{'|'.join(term.called)})"
            land = iso3_of(term.country) if term.country else None
            meant = land == country and re.search(named, self._words(who))
            if meant and self._of_one_side_only(who, code):
                continue  # "Taliban leader Mullah Omar", wherever he was
            if meant and (not term.called or re.search(beside, self._words(who), re.IGNORECASE)):
                return replace(who, code=code)
        return who

    def _words(self, who: Who) -> str:
        """What an actor is called; of "the hideout of a Taliban leader" also whose it is."""
        head = self.doc[who.head]
        if who.role != "SITE" or who.sector == "CVL":
            return who.name
        return " ".join([who.name, *(t.text for t in head.subtree if t.i > head.i)])

    def _of_one_side_only(self, who: Who, code: str) -> bool:
        """Is a man named in the phrase who is of the group that its name means elsewhere?"""
        names = {self._named[t.i] for t in self.doc[who.head].subtree if t.i in self._named}
        others = [name for name in names if name.code == who.code and not name.is_country]
        return who.code != code and len(others) > 1

    def state(self, who: Who) -> Who:
        """The government of an actor's country."""
        return replace(who, code=self._states.get(who.country, who.country))

    def plain(self, token: Token, sector: str | None) -> Who:
        """The country or group that a name beside a noun means, as a sector of it if given."""
        name = self._named[token.i]
        code = f"{name.country}.{sector}" if sector else name.code
        return Who(code, self.text[name.start : name.end], name.start, name.end, token.i)

    def is_local(self, who: Who | None) -> bool:
        """May a bare "police" or "residents" be of the one country that a document names?

        Not so "Governor Smith", whose land a name does not tell, nor "several countries".
        """
        if who is None:
            return False
        head = self.doc[who.head]
        person = head.pos_ == "PROPN" and who.role is not None and role_of(head) is None
        return not person and head.lower_ not in ("countries", "nations", "states", "governments")

    def is_place(self, who: Who) -> bool:
        """Is the actor named only by where it is: a town, a country?"""
        name = self._named.get(who.head)
        person = who.role not in (None, "SITE") and role_of(self.doc[who.head]) is None
        ground = who.head in self._places and not person  # "Omar Wardak, a minister"
        return ground or (name is not None and name.is_country)

    def only_country(self, sentence: Span) -> str | None:
        """The country that a sentence names, if it names one only.

        "A valley bordering Exland" may be in another; "Exland: Police ..." says it for the line.
        """
        if (headed := self._heading(sentence)) is not None:
            return headed
        names = ((t, self._country_named(t)) for t in sentence)  # few are: those alone are asked
        lands = ((t, name) for t, name in names if name is not None)
        found = {name.country for t, name in lands if not (is_beside(t) or is_origin(t))}
        found |= {self._places[t.i] for t in sentence if t.i in self._places}
        return found.pop() if len(found) == 1 else None

    def is_foreign(self, who: Who | None, other: Who | None, kind: str) -> bool:
        """May a person of no told land be of another than the only land that is told?

        "President Boric met the Italian premier": Italy is the other's, not his.
        """
        if who is None or other is None or who.country != "UNK" or other.country == "UNK":
            return False
        if kind.split(".")[0] not in _ABROAD or self.is_local(who) or who.sector == "ELI":
            return False
        whose = {token.i for token in self.doc[other.head].subtree} - {who.head}
        end = self.doc[other.head].sent.end
        named = (i for i, name in self._named.items() if name.code.startswith(other.country))
        return not any(i < end and i not in whose for i in (*named, *self._places))

    def home(self, sentence: Span) -> str | None:
        """The country that a document names up to a sentence, if one only: "police" are its own.

        Names of groups and of towns count as those of their countries.
        """
        if (headed := self._heading(sentence)) is not None:
            return headed
        named = ((self.doc[i], name) for i, name in self._named.items() if i < sentence.end)
        found = {name.country for token, name in named if not is_origin(token)}
        found |= {land for i, land in self._places.items() if i < sentence.end}
        found -= NO_COUNTRIES
        return found.pop() if len(found) == 1 else None

    def _heading(self, sentence: Span) -> str | None:
        """The country of the place that the line of a sentence is headed with."""
        lines = (h for h in self._headings if h.start <= sentence.start_char < h.end)
        country = next((heading.country for heading in lines), None)
        there = {self._places[t.i] for t in sentence if t.i in self._places}
        return country if there <= {country} else None

    def named(self, token: Token) -> Named | None:
        """The name that a token belongs to."""
        return self._named.get(token.i)

    def place_of(self, token: Token) -> str | None:
        """ISO alpha-3 of the place that a token names, if it names one."""
        return self._places.get(token.i)

    def land(self, token: Token) -> str | None:
        """ISO alpha-3 of the country that a token names, or that the place is in."""
        name = self._country_named(token)
        return name.country if name is not None else self._places.get(token.i)

    def _country_named(self, token: Token) -> Named | None:
        """The name that a token belongs to, if it is a country's."""
        name = self._named.get(token.i)
        return name if name is not None and name.is_country else None

    def _of_a_land(self, head: Token) -> bool:
        """ "A Chadian sniper", "the top US commander in Mali"."""
        return any(self._country_named(c) for c in head.children if c.dep_ in QUALIFIERS)

    def _own_land(self, head: Token, person: Named) -> str | None:
        """ "Jordan's King Abdullah" is of Jordan, whatever other king a list knows by that name."""
        if person.is_country:
            return None
        if person.code.endswith(".LEG"):
            return self._land_of(head)
        council = person.code == "IGO" and head.lower_ == "council"  # "Exland's Security Council"
        if not (council or person.code.endswith(".GOV")):
            return None
        for child in head.children:
            name = self._named.get(child.i) if child.dep_ in ("poss", "compound") else None
            if name is not None and name.how == "name":
                return name.country
        return self._land_of(head) if person.country == "UNK" else None

    def _land_of(self, head: Token) -> str | None:
        """ "The Congress of Peru" is Peru's, whichever other a list knows by that name."""
        names = map(self._country_named, prepositional(head, "of"))
        return next((name.country for name in names if name is not None), None)

    def _land(self, head: Token) -> Named | None:
        """The country that a minority lives in: "ethnic Serbs in northern Kosovo"."""
        names = (self._country_named(token) for token in modifiers(head) if token.i > head.i)
        return next(filter(None, names), None)
