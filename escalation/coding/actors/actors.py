"""Who is meant by a noun phrase: an actor code from its names, its nouns and its country.

A phrase is read from its head outwards. A name at the head is the actor ("the TTP"). A noun for a
role gives the sector ("police": COP), a name beside it the country or the group ("Afghan police",
"Taliban fighters", "rebels in Darfur"). What has a sector but no country takes that of the place
where the event happened (see ``localized``), rebels without a name last (``rebels_at_home``).
"""

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from escalation.coding.actors.allegiance import fellows_of, is_offshoot, is_outfit, unknown_hand
from escalation.coding.actors.named import Named, Names
from escalation.coding.actors.owners import name_beside, two_beside
from escalation.coding.actors.reference import REFERRING, referent
from escalation.coding.actors.retinue import is_chief_of_staff, led_by
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.scene import Scene
from escalation.coding.actors.titles import sector_of, title_before, titled
from escalation.coding.actors.two_states import two_states
from escalation.coding.actors.who import Who, combined
from escalation.coding.actors.whose import (
    body_of_part,
    is_armed_movement,
    is_of_arms,
    movement_led,
    others_of,
    owner_of,
    some_of,
)
from escalation.coding.sentence.clause import coordinated, listed
from escalation.coding.sentence.noun_phrase import condition, core, ethnic, self_styled, whole_of
from escalation.coding.sentence.phrases import word_set

_UNARMED = word_set(
    "convoy helicopter aircraft base vessel investigator inspector agent officer superintendent"
)
_JOINT = frozenset({"international", "multinational", "coalition", "allied", "peacekeeper"})
_BODIES = word_set("police court army military parliament prosecutor council")
_OFFICES = word_set("authority agency commission ministry board directorate department")
_CABINETS = word_set("government cabinet administration ministry")
_RANKS = word_set("commander leader officer official chief")
_UNIFORMED = frozenset({"sniper", "commander"})


class Cast(Scene):
    """The actors of one document: who its phrases mean."""

    def __init__(
        self, doc: Doc, named: list[Named], places: dict[int, str], names: Names, day: date
    ) -> None:
        super().__init__(doc, named, places, names, day)
        self._memory: dict[int, Who | None] = {}
        self._persons: dict[str, Who] = {}

    def actor(self, head: Token) -> Who | None:
        """The actor under ``head`` as one that acts: a bare country is its government."""
        who = self.who(head)
        if who is not None and who.sector is None:
            name = self._named.get(who.head if (whole := whole_of(head)) is None else whole.i)
            seat = ".GOV" if name is not None and name.how == "capital" else ""
            return replace(who, code=self._states.get(who.country, who.code + seat))
        return who

    def each(self, head: Token, *, anybody: bool = False) -> list[Who]:
        """The actors of a phrase, two where two countries share its noun: "A and B officials".

        ``anybody`` takes also nouns that no list knows: "A and B divers".
        """
        known = self.who(head)
        who = self.someone(head) if known is None and anybody else known
        if (pair := two_states(head, self)) or who is None:
            return pair
        for child in head.children:
            name = self._named.get(child.i)
            if name is None or child.dep_ == "conj":
                continue
            if two := two_beside(child, self):
                role = role_of(head)
                sector = role if role not in (None, "REB") else "GOV"
                return [self._phrase(combined(one, sector), head, sector) for one in two]
            both = [*coordinated(child), *listed(child)]
            if not name.is_country and len(both) == 2 and child.i < head.i:
                role, group = role_of(head), self.who(child)
                if role in ("MIL", "COP") and group is not None:  # "Taliban and security forces"
                    return [group, self._phrase(combined(None, role), head, role)]
            if len(both) < 2:
                continue
            names = [n for t in both if (n := self._named.get(t.i)) is not None]
            lands = len({n.country for n in names})  # or "Pakistani troops"
            if lands < 2 or not (name.is_country or who.sector == "GOV"):
                continue
            sector = f".{who.sector}" if who.sector else ""
            if who.sector == "REB" and name.is_country:  # "officials of Exland and the front"
                sector = ".GOV"
            return [
                replace(who, code=n.country + sector if n.is_country else n.code) for n in names
            ]
        return [known] if known is not None else []

    def someone(self, head: Token) -> Who | None:
        """A subject that no list knows, with the country that its phrase names."""
        if head.pos_ not in ("NOUN", "PROPN"):
            return None
        return self._phrase(combined(name_beside(head, self, 0), "CVL"), head, None)

    def who(self, head: Token, depth: int = 0) -> Who | None:
        """The actor that the phrase under ``head`` means; None if it is nobody we know."""
        if head.i not in self._memory:
            self._memory[head.i] = None  # a phrase within itself is nobody
            self._memory[head.i] = self._as_people(self._read(head, depth), head)
        return self._memory[head.i]

    def _as_people(self, who: Who | None, head: Token) -> Who | None:
        """ "Four Romans", "thousands of Romans": people of a land, not the land itself."""
        if who is None or who.sector is not None:
            return who
        whole = whole_of(head)
        name = self._named.get(head.i if whole is None else whole.i)
        people = name is not None and name.how in ("demonym", "people") and some_of(head, name)
        return replace(who, code=f"{who.country}.CVL") if people else who

    def _read(self, head: Token, depth: int) -> Who | None:
        if head.pos_ == "PRON" or head.lemma_.lower() in REFERRING:
            if (spoken_of := referent(head, self)) is not None:
                return replace(spoken_of, head=head.i)
            if head.pos_ == "PRON":
                return None
        if (whole := whole_of(head) or others_of(head)) is not None:
            who = self.who(whole, depth)
            return replace(who, head=head.i) if who is not None else None
        if (fellow := fellows_of(head)) is not None and (who := self.who(fellow, depth)):
            return self._phrase(who.code, head, who.role)
        at_head = self._named.get(head.i)
        role = None if condition(head) else role_of(head)
        beside = name_beside(head, self, depth)
        if at_head is not None and (who := self._by_name(head, at_head, role)) is not None:
            return who
        if at_head is None and is_offshoot(head) and (own := self._appositive(head, depth)):
            return own  # "an Example Front splinter group, the Lions": these
        if at_head is None and is_armed_movement(head):
            return self._phrase(combined(beside, "REB"), head, "REB")
        # "Minister Mufti", "spokesman Karim Mujahid", and "Mujahid" further on
        called = role in ("REL", "REB") and titled(head) not in (None, role)
        bare = role == "REB" and head.left_edge.i == head.i
        called = called or (bare and self._named_before(head) is not None)
        if (part := self._part(head, depth)) is not None:
            return part
        if head.pos_ == "PROPN" and (role is None or called):
            return self._person(head, beside, depth)
        if role in ("GOV", None) and (led := self._led(head, depth)) is not None:
            return replace(led, head=head.i)
        if role is None:
            return self._appositive(head, depth) or self._place(head) or self._member(head, beside)
        if head.pos_ == "PROPN" and role in ("CVL", "SITE") and self._places.get(head.i):
            return self._place(head)
        if role == "SITE":
            return self._phrase(combined(beside, owner_of(head) or "CVL"), head, "SITE")
        return self._by_role(head, role, beside if beside is not None else at_head)

    def _by_name(self, head: Token, name: Named, role: str | None) -> Who | None:
        """Who bears a name that we know; None where it only says of which land a role is."""
        if name.is_country and ethnic(head):
            return self._phrase(combined(self._land(head), "CVL"), head, "CVL")
        if (land := self._own_land(head, name)) is not None:
            sector = name.code.split(".")[1] if "." in name.code else "GOV"
            return self._remember(head, self._phrase(f"{land}.{sector}", head, titled(head)))
        if name.is_country and role and not (role == "LAB" and name.how == "name"):
            return None  # but "the Soviet Union" is no union
        person = titled(head)
        held = name.is_country or (person == "ELI" and name.code.endswith(".GOV"))
        code = f"{name.country}.{person}" if person and held else name.code
        return self._remember(head, self._phrase(code, head, person))

    def _by_role(self, head: Token, role: str, beside: Named | None) -> Who:
        """Who is meant by a role, of the land or group of a name beside it or told before.

        "The Kremlin" is a seat by name and a government by role: it is beside itself.
        """
        sector = sector_of(head, role)
        if beside is not None and beside.code.endswith(".ELI") and head.lemma_.lower() in _CABINETS:
            return self._phrase(f"{beside.country}.GOV", head, "GOV")
        if sector == "REB" and (code := unknown_hand(head)):
            return self._phrase(code, head, sector)
        if beside is None and role == "GOV" and (led := movement_led(head)) is not None:
            return self._phrase(combined(None, led), head, led)
        if head.lemma_.lower() in _UNIFORMED and self._of_a_land(head):
            sector = "MIL"  # one with a nationality wears a uniform
        if beside is None and (before := self._office(head)) is not None:
            return replace(before, head=head.i)
        ranks = _RANKS | _OFFICES if head.tag_ in ("NN", "NNP") else _RANKS
        rank = head.lemma_.lower() in ranks and any(c.lower_ == "the" for c in head.children)
        if beside is None and (rank or head.lemma_.lower() in _BODIES):
            named = self._named_body(head)  # "German police ... Police said"
            if named is not None:
                return replace(named, head=head.i)
        if beside is not None and beside.code in ("IGO", "NGO") and head.lemma_ in _UNARMED:
            return self._phrase(beside.code, head, sector)  # "a UN convoy": no soldiers
        words = {head.lemma_.lower(), *(c.lower_ for c in head.children if c.i < head.i)}
        joint = sector == "MIL" and not _JOINT.isdisjoint(words)
        code = "IGO.MIL" if joint and beside is None else combined(beside, sector)
        return self._phrase(code, head, sector)

    def _named_body(self, head: Token) -> Who | None:
        """The police, court or army of that word that the document named before with its land."""
        for token in self.doc[: head.i]:
            if token.lemma_.lower() == head.lemma_.lower() and token.pos_ in ("NOUN", "PROPN"):
                who = self.who(token)
                ranked = who is not None and head.lemma_.lower() in _RANKS
                if who is not None and (who.country != "UNK" or (ranked and who.is_force)):
                    return who
        return None

    def _led(self, head: Token, depth: int) -> Who | None:
        """ "The leader of the opposition", "an aide to the governor": as those are."""
        chief = head.lemma_.lower() == "chief" and not is_chief_of_staff(head)
        led = (self.who(t, depth + 1) for t in led_by(head))
        return next((w for w in led if w is not None and (w.sector == "REB" or not chief)), None)

    def _part(self, head: Token, depth: int) -> Who | None:
        """ "The parliament's committee", "the secretariat of the court": of the whole body."""
        body = body_of_part(head)
        who = self.who(body, depth + 1) if body is not None else None
        return replace(who, head=head.i) if who is not None else None

    def _person(self, head: Token, beside: Named | None, depth: int) -> Who | None:
        title = titled(head)
        told = self._appositive(head, depth) if title == "REL" else None
        if told is not None and told.sector == "REB" and told.role != "REL":
            return told  # "Mullah Karim, a commander of the rebels"
        if title is not None and (beside is None or not title_before(head)):
            office = self._appositive(head, depth)  # "Karim, leader of the rebels": one of these
            if office is not None and office.country != "UNK":
                return self._remember(head, office)
        if title is None:
            known = self._named_before(head)
            if known is not None:
                return self._phrase(known.code, head, known.role)
            return self._appositive(head, depth) or self._place(head) or self._member(head, beside)
        if beside is None and title == "GOV":
            title = movement_led(head) or title
        who = self._phrase(combined(beside, title), head, title)
        return self._remember(head, who)

    def _named_before(self, head: Token) -> Who | None:
        """ "Karimov", who was "President Karimov" before."""
        if head.text not in self._persons:
            before = (t for t in self.doc[: head.i] if t.text == head.text and t.pos_ == "PROPN")
            if (first := next(before, None)) is not None and titled(first):
                self.who(first)
        return self._persons.get(head.text)

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
        if is_outfit(head) and ".REB" in beside.code:
            return self._phrase(beside.code, head, None)  # "a group allied with the front"
        before = (c for c in head.children if c.dep_ in ("compound", "nmod") and c.i < head.i)
        if head.pos_ == "NOUN" and not any(self._named.get(c.i) == beside for c in before):
            return None
        return self._phrase(beside.code, head, None) if not beside.is_country else None

    def _appositive(self, head: Token, depth: int) -> Who | None:
        if depth > 2:
            return None
        for called in (*(c for c in head.children if c.dep_ == "appos"), *self_styled(head)):
            who = self.who(called, depth + 1)
            if who is not None:
                if head.pos_ == "PROPN":
                    self._persons[head.text] = who
                return replace(who, name=self._phrase("", head, None).name, head=head.i)
        return None

    def _place(self, head: Token) -> Who | None:
        if (country := self._places.get(head.i)) is None:
            return None
        return self._phrase(country + (".MIL" if is_of_arms(head) else ".CVL"), head, "SITE")

    def _phrase(self, code: str, head: Token, role: str | None) -> Who:
        tokens = core(head)
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        return Who(code, self.text[start:end], start, end, head.i, role)
