"""Who is meant by a noun phrase: an actor code from its names, its nouns and its country.

A phrase is read from its head outwards. A name at the head is the actor ("the TTP"). A noun for a
role gives the sector ("police": COP), a name beside it the country or the group ("Afghan police",
"Taliban fighters", "rebels in Darfur"). What has a sector but no country takes that of the place
where the event happened (see ``localized``); armed groups without a name stay ``UNK.REB``.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span, Token

from escalation.coding.named import Named, Names
from escalation.coding.phrases import word_set
from escalation.coding.reference import REFERRING, referent
from escalation.shipped import shipped

_BESIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "appos"})
_INSIDE = ("of", "from", "in", "at", "for", "near", "by", "within", "inside", "to")
_PERSONAL = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "OPP", "REB", "PTY", "ELI", "SPY", "REL"})
_FORMER = frozenset({"former", "ex", "ousted", "deposed", "exiled", "late", "fugitive"})
# Sectors that belong to a country even where the phrase does not name it.
_LOCAL = word_set("GOV MIL COP SPY JUD LEG OPP PTY CVL MED BUS LAB EDU ELI REF REL CRM")


@dataclass(frozen=True, slots=True)
class Who:
    """An actor in a text: code, the words, where they stand, and the head's token index."""

    code: str
    name: str
    start: int
    end: int
    head: int
    role: str | None = None

    @property
    def country(self) -> str:
        """First part of the code: ISO alpha-3, or IGO, NGO, IMG, UNK."""
        return self.code.split(".")[0]

    @property
    def sector(self) -> str | None:
        """Second part of the code, if any."""
        parts = self.code.split(".")
        return parts[1] if len(parts) > 1 else None

    @property
    def known(self) -> bool:
        """Is there more to it than "somebody"?"""
        return self.code != "UNK"


class Cast:
    """The actors of one document: names found in it, and who its phrases mean."""

    def __init__(
        self, doc: Doc, named: list[Named], places: dict[int, str], names: Names, day: date
    ) -> None:
        self.doc = doc
        self._local = names.local(day)
        self._states = names.states  # a country as one that acts: its government's code
        self._named: dict[int, Named] = {}
        for name in named:
            if name.is_country and doc.text[name.end : name.end + 1] == ":":
                continue  # a dateline
            for token in doc.char_span(name.start, name.end, alignment_mode="expand") or ():
                self._named[token.i] = name
        self._places = places  # token index to ISO alpha-3 of a place that is no actor's name
        self._memory: dict[int, Who | None] = {}
        self._persons: dict[str, Who] = {}

    def actor(self, head: Token) -> Who | None:
        """The actor under ``head`` as one that acts: a bare country is its government."""
        who = self.who(head)
        if who is not None and who.sector is None:
            name = self._named.get(who.head)
            seat = ".GOV" if name is not None and name.how == "capital" else ""
            return replace(who, code=self._states.get(who.country, who.code + seat))
        return who

    def each(self, head: Token) -> list[Who]:
        """The actors of a phrase, two where two countries share its noun: "A and B officials"."""
        pair = self._pair(head)
        if pair:
            return pair
        who = self.who(head)
        if who is None:
            return []
        for child in head.children:
            name = self._named.get(child.i)
            both = [child, *(c for c in child.children if c.dep_ == "conj")]
            if name is None or not name.is_country or len(both) < 2:
                continue
            names = [self._named.get(t.i) for t in both]
            codes = [n.code.split(".")[0] for n in names if n is not None]  # or "Pakistani troops"
            if len(set(codes)) < 2:
                continue
            sector = f".{who.sector}" if who.sector else ""
            return [replace(who, code=code + sector) for code in codes]
        return [who]

    def _pair(self, head: Token) -> list[Who]:
        """ "Both countries", "the two sides": the two states named last before."""
        two = any(c.lower_ in ("both", "two", "each") for c in head.children)
        if not two or head.lemma_.lower() not in _SIDES or self._named.get(head.i):
            return []
        found: dict[str, Who] = {}
        for i in range(head.i - 1, -1, -1):
            name = self._named.get(i)
            country = name.code.split(".")[0] if name is not None else ""
            if name is None or country in found or country in ("IGO", "NGO", "IMG", "UNK"):
                continue
            code = self._states.get(country, country)
            code = f"{country}.MIL" if head.lemma_.lower() in ("army", "military") else code
            found[country] = Who(code, self._text(head), name.start, name.end, head.i)
            if len(found) == 2:
                return list(found.values())[::-1]
        return []

    def armies(self, sentence: Span) -> list[Who]:
        """The armies of the states that a sentence names, in its order."""
        found: dict[str, Who] = {}
        for token in sentence:
            name = self._named.get(token.i)
            country = name.code.split(".")[0] if name is not None and name.is_country else None
            if name is not None and country is not None and country not in found:
                words = self.doc.text[name.start : name.end]
                found[country] = Who(f"{country}.MIL", words, name.start, name.end, token.i, "MIL")
        return list(found.values())

    def across(self, sentence: Span, country: str) -> Who | None:
        """The army beyond the border, where something came across it into ``country``."""
        text = sentence.text.lower()
        if "cross-border" not in text and "across the border" not in text:
            return None
        names = (self._named.get(t.i) for t in sentence)
        lands = {n.code.split(".")[0] for n in names if n is not None and n.is_country}
        others = sorted(lands - {country})
        if len(others) != 1 or not country:
            return None
        at = sentence.start_char
        return Who(f"{others[0]}.MIL", "", at, at, sentence.start, "MIL")

    def neighbour(self, who: Who | None) -> Who | None:
        """The only other state of the document: the one beyond a border that is closed."""
        if who is None:
            return None
        others = {
            name.code.split(".")[0]: name
            for name in self._named.values()
            if name.is_country and name.code.split(".")[0] != who.country
        }
        if len(others) != 1:
            return None
        country, name = others.popitem()
        words = self.doc.text[name.start : name.end]
        return Who(self._states.get(country, country), words, name.start, name.end, who.head)

    def people_of(self, country: str, word: Token) -> Who:
        """Whoever was there, where an attack tells only its place."""
        return Who(f"{country}.CVL", "", word.idx, word.idx, word.i, "CVL")

    def forces(self, word: Token) -> Who:
        """The soldiers of wherever it is, who are meant by a raid or an operation on militants."""
        return Who("UNK.MIL", "", word.idx, word.idx + len(word), word.i, "MIL")

    def someone(self, head: Token) -> Who | None:
        """A subject that no list knows, with the country that its phrase names."""
        if head.pos_ not in ("NOUN", "PROPN"):
            return None
        return self._phrase(_combined(self._beside(head, 0), "CVL"), head, None)

    def there(self, who: Who | None, country: str | None) -> Who | None:
        """The actor that a name means where something happened, if it means another there."""
        if who is None or country is None:
            return who
        for (name, land), code in self._local.items():
            if land == country and re.search(
                rf"(?<!Afghan ){name}(?! gov| auth| reg| admin)", who.name
            ):
                return replace(who, code=code)
        return who

    def state(self, who: Who) -> Who:
        """The government of an actor's country."""
        return replace(who, code=self._states.get(who.country, who.country))

    def plain(self, token: Token, sector: str | None) -> Who:
        """The country or group that a name beside a noun means, as a sector of it if given."""
        name = self._named[token.i]
        code = f"{name.code.split('.')[0]}.{sector}" if sector else name.code
        return Who(code, self.doc.text[name.start : name.end], name.start, name.end, token.i)

    def is_place(self, who: Who) -> bool:
        """Is the actor named only by where it is: a town, a country?"""
        name = self._named.get(who.head)
        return who.head in self._places or (name is not None and name.is_country)

    def only_country(self, sentence: Span) -> str | None:
        """The country that a sentence names, if it names one only."""
        names = (self._named.get(t.i) for t in sentence)
        found = {name.code.split(".")[0] for name in names if name is not None and name.is_country}
        found |= {self._places[t.i] for t in sentence if t.i in self._places}
        return found.pop() if len(found) == 1 else None

    def named(self, token: Token) -> Named | None:
        """The name that a token belongs to."""
        return self._named.get(token.i)

    def who(self, head: Token, depth: int = 0) -> Who | None:
        """The actor that the phrase under ``head`` means; None if it is nobody we know."""
        if head.i not in self._memory:
            self._memory[head.i] = None  # a phrase within itself is nobody
            self._memory[head.i] = self._read(head, depth)
        return self._memory[head.i]

    def place_of(self, token: Token) -> str | None:
        """ISO alpha-3 of the place that a token names, if it names one."""
        return self._places.get(token.i)

    def _read(self, head: Token, depth: int) -> Who | None:
        if head.pos_ == "PRON" or head.lemma_.lower() in REFERRING:
            spoken_of = referent(head, self)
            if spoken_of is not None:
                return replace(spoken_of, head=head.i)
            if head.pos_ == "PRON":
                return None
        whole = _whole(head)
        if whole is not None:
            who = self.who(whole, depth)
            return replace(who, head=head.i) if who is not None else None
        at_head = self._named.get(head.i)
        role = role_of(head)
        beside = self._beside(head, depth)
        if at_head is not None and not (at_head.is_country and role):
            person = self._titled(head)
            joined = person is not None and at_head.is_country
            code = _joined(at_head, person or "") if joined else at_head.code
            return self._remember(head, self._phrase(code, head, person))
        if role is None and head.pos_ == "PROPN":
            return self._person(head, beside, depth)
        if role is None:
            return self._appositive(head, depth) or self._place(head) or self._member(head, beside)
        if head.pos_ == "PROPN" and role in ("CVL", "SITE") and self._places.get(head.i):
            return self._place(head)
        if role == "SITE":
            return self._phrase(_combined(beside, "CVL"), head, "SITE")
        sector = self._sector(head, role)
        if beside is None and (before := self._office(head)) is not None:
            return replace(before, head=head.i)
        return self._phrase(_combined(beside, sector), head, sector)

    def _sector(self, head: Token, role: str) -> str:
        former = any(c.lower_ in _FORMER for c in head.children)
        return "ELI" if former and role in ("GOV", "MIL", "LEG") else role

    def _beside(self, head: Token, depth: int) -> Named | None:
        """The name that says whose: the group before the country, the nearest before the far."""
        found: list[Named] = []
        ethnic = any(c.lower_ == "ethnic" for c in head.children)
        for token in _modifiers(head):
            if ethnic and token.i < head.i:
                continue
            name = self._named.get(token.i)
            if token.pos_ == "PRON" and token.dep_ == "poss" and token.head.i == head.i:
                whose = self.who(token, depth + 1)
                if whose is not None:
                    found.append(Named(whose.code, whose.start, whose.end, _how(whose)))
            if name is not None and name not in found:
                found.append(name)
            elif name is None and token.i in self._places:
                found.append(Named(self._places[token.i], token.idx, token.idx, "name"))
        groups = [name for name in found if not name.is_country]
        return next(iter(groups or found), None)

    def _titled(self, head: Token) -> str | None:
        """Sector by the title before a name: "President Karimov"."""
        for child in head.children:
            if child.dep_ in ("compound", "amod", "nmod", "appos"):
                role = role_of(child)
                if role in _PERSONAL:
                    return self._sector(head, role)
        return None

    def _person(self, head: Token, beside: Named | None, depth: int) -> Who | None:
        title = self._titled(head)
        if title is None:
            known = self._persons.get(head.text)
            if known is not None:
                return self._phrase(known.code, head, known.role)
            return self._appositive(head, depth) or self._place(head) or self._member(head, beside)
        who = self._phrase(_combined(beside, title), head, title)
        return self._remember(head, who)

    def _remember(self, head: Token, who: Who) -> Who:
        """Keep a person's name and office, for "Karimov" and "the minister" further on."""
        if head.pos_ == "PROPN" and who.role is not None:
            self._persons[head.text] = who
            for child in head.children:
                if child.dep_ in ("compound", "amod", "appos") and role_of(child):
                    self._persons["the " + child.lemma_.lower()] = who
        return who

    def _office(self, head: Token) -> Who | None:
        """ "The minister", who was named before."""
        the = any(c.lower_ == "the" for c in head.children)
        alone = the and not any(c.dep_ in ("prep", "appos") for c in head.children)
        return self._persons.get("the " + head.lemma_.lower()) if alone else None

    def _member(self, head: Token, beside: Named | None) -> Who | None:
        """An unknown proper name with a known one beside it: "Karzai of Afghanistan"."""
        if beside is None or any(c.dep_ == "appos" for c in head.children):
            return None
        before = (c for c in head.children if c.dep_ in ("compound", "nmod") and c.i < head.i)
        if head.pos_ == "NOUN" and not any(self._named.get(c.i) == beside for c in before):
            return None
        return self._phrase(beside.code, head, None) if not beside.is_country else None

    def _appositive(self, head: Token, depth: int) -> Who | None:
        if depth > 2:
            return None
        for child in head.children:
            if child.dep_ == "appos":
                who = self.who(child, depth + 1)
                if who is not None:
                    if head.pos_ == "PROPN":
                        self._persons[head.text] = who
                    return replace(who, name=self._text(head), head=head.i)
        return None

    def _place(self, head: Token) -> Who | None:
        country = self._places.get(head.i)
        return self._phrase(country + ".CVL", head, "SITE") if country else None

    def _phrase(self, code: str, head: Token, role: str | None) -> Who:
        tokens = _core(head)
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        return Who(code, self.doc.text[start:end], start, end, head.i, role)

    def _text(self, head: Token) -> str:
        tokens = _core(head)
        return self.doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]


def _how(who: Who) -> str:
    return "name" if who.sector in (None, "GOV") and who.role is None else "actor"


_SIDES = word_set("country side nation government army military neighbor neighbour party state")


def localized(who: Who | None, country: str | None) -> Who | None:
    """An actor whose phrase names no country, given that of the place of the event."""
    if who is None or country is None or who.country != "UNK":
        return who
    return replace(who, code=f"{country}.{who.sector}") if who.sector in _LOCAL else who


def role_of(token: Token) -> str | None:
    """Sector of the role that a noun names, with the word before it if that makes another."""
    roles = _roles()
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON"):
        return None
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i:
            pair = roles.get(f"{child.lower_} {lemma}") or roles.get(
                f"{child.lower_} {token.lower_}"
            )
            if pair:
                return pair
    role = roles.get(lemma) or roles.get(token.lower_)
    # "major", "general", "local", "national" are soldiers and people only as nouns.
    return None if token.pos_ == "ADJ" and role not in ("REB", "OPP", "COP") else role


@cache
def _roles() -> dict[str, str]:
    table = tomllib.loads(shipped("roles.toml").read_text(encoding="utf-8"))
    return {noun: sector for sector, line in table.items() for noun in line.split("|")}


_PARTS = word_set(
    "ten hundred thousand dozen score million group number member majority handful crowd team"
    " some one many several most part pair couple lot series all none half third quarter band"
    " patch batch contingent deployment column fifth people"
)


def _whole(head: Token) -> Token | None:
    """What a part is of: "thousands of students", "members of the council"."""
    if head.lemma_.lower() not in _PARTS and head.pos_ != "NUM":
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inside = [t for t in child.children if t.dep_ == "pobj"]
            if inside and (head.lower_ != "people" or inside[0].pos_ != "PROPN"):
                return inside[0]
    return None


def _modifiers(head: Token) -> list[Token]:
    """Words that say whose a phrase is, those before the head first, the nearest first."""
    found: list[Token] = []
    left = [c for c in head.children if c.dep_ in _BESIDE and c.dep_ != "appos"]
    for child in sorted(left, key=lambda c: -c.i):
        found += sorted(child.subtree, key=lambda t: -t.i)
    for child in head.children:
        if child.dep_ == "appos":
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in _INSIDE:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found += [inner, *_modifiers(inner)]
        elif child.dep_ == "acl":  # "based in Lahore", "loyal to the king"
            for prep in child.children:
                if prep.dep_ == "prep":
                    found += [t for t in prep.children if t.dep_ == "pobj"]
    return found


def _joined(name: Named, sector: str) -> str:
    return f"{name.code.split('.')[0]}.{sector}"


def _combined(name: Named | None, sector: str) -> str:
    """Code of a sector beside a name: a country's, or the group's own."""
    if name is None:
        return f"UNK.{sector}"
    country, *rest = name.code.split(".")
    if name.is_country or not rest:
        if country in ("IGO", "NGO", "IMG"):
            return name.code if sector in ("GOV", "REB") else f"{country}.{sector}"
        return f"{country}.{sector}"
    if rest[0] == "GOV" and sector in ("MIL", "COP", "SPY", "JUD"):
        return f"{country}.{sector}"
    if rest[0] == "GOV" and sector == "REB":  # the fighters of a group that governs
        return f"{country}.MIL"
    return name.code


def _core(head: Token) -> list[Token]:
    """The phrase without its clauses and adjuncts: from the first modifier to the head."""
    tokens = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ in (*_BESIDE, "det", "advmod", "quantmod"):
            tokens += child.subtree
    return sorted(tokens, key=lambda t: t.i)
