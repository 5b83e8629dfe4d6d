"""What stands around a place name: the countries its text names, words of place and of kind."""

import re

from spacy.tokens import Doc, Token

from escalation.coding.attacks.violence_words import words
from escalation.coding.places.atlas import TYPE_WORDS, Candidate
from escalation.coding.places.countries import CountryMention
from escalation.coding.places.heading import HEADED
from escalation.coding.sentence.clause import PARTS, agents
from escalation.coding.sentence.once import root_at, text_of
from escalation.coding.sentence.phrases import Found, Phrases, word_set, words_of

LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|to|of|outside|around|through|into|across|towards?|between|inside|within|"
    r"throughout|over|on|off|[a-z]+ern|central|upper|lower|city|town|village|district|province|"
    r"area|capital|(?:re)?captur(?:es?|ed|ing)|seiz(?:es?|ed|ing)|retak(?:es?|en|ing)|retook|"
    r"overr[au]ns?)\s+(?:the\s+|both\s+)?$|'s\s+$|’s\s+$|-\s?$",
    re.IGNORECASE,
)
_HITS = word_set(
    "capture seize take retake retook recapture occupy liberate overrun enter storm besiege shell"
    " bombard bomb pound strafe raid hit strike rock shake pummel batter jolt"
)
_ASSAILS = frozenset({"attack", "target", "assault"})
_COMMON = frozenset({"NN", "NNS"})
OWNS = ("'s ", "’s ")
"""What stands between a place and another that lies in it: "Exshire's Wyford"."""
_WITHIN = frozenset({"in", "inside", "within", "across", "throughout"})
_WITHIN_LEAD = re.compile(r"\b(?:in|inside|within|across|throughout|into) (?:[a-z]+ern )?$", re.I)
_IS_A_PLACE = re.compile(
    r"(?: \([^)]{3,20}\))?, (?:the|an?)(?: [a-z]+)? (?:capital|city|town|village|district|suburb)\b"
)
# "In Exford County, Wyshire", where the gazetteer lacks the county.
_CHAIN = re.compile(
    r"\b(?:in|at|near|outside) (?:the )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:[Dd]istrict|[Cc]ounty|[Tt]erritory|[Tt]ownship|[Zz]one|[Cc]ity|[Vv]illage|[Tt]own)"
    r"(?: of|,)(?: the)? $"
)
# "In Exford, Wyshire", whatever the gazetteer knows of Exford.
_BEHIND_A_TOWN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[a-z]+[^s] of|(?:attack|storm|raid|target)(?:s|ed|ing)?)"
    r" (?:the )?(?:[a-z]+ of )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: [a-z]+)?"
    r"(?:, [A-Z]\w+ [A-Z][a-z]+)?, $"
)
_TITLES = word_set(
    "general president minister senator colonel captain major lieutenant sergeant secretary"
    " commander leader ambassador judge king prince premier chancellor spokesman spokeswoman envoy"
    " admiral representative congressman bishop"
)
# "Kabul University", "Gwadar Port": what a town names stands in it, whatever its whole name.
STANDS_IN = re.compile(
    r"(?:['’]s)? (?:(?:International|Domestic|Central|Civil|Military|General|District|Provincial"
    r"|High|Supreme|Railway|Train|Bus|Naval|Air|Air Force|Medical|Cricket|Football) )*"
    r"(?:Airport|Airfield|Airbase|Base|Port|Harbou?r|University|College|School|Academy|Stadium"
    r"|Prison|Jail|Hospital|Court|Station|Terminal|Mosque|Church|Cathedral|Bazaar|Market|Zoo"
    r"|Museum|Dam|Bridge|Tunnel|Highway|Barracks|Garrison|Cantonment|Refinery|Consulate)s?\b",
    re.IGNORECASE,
)
_REGION_AFTER = re.compile(r", (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;]| and\b|$)")


class Surroundings:
    """A text, the countries that it names, and where."""

    def __init__(self, doc: Doc, mentions: tuple[CountryMention, ...]) -> None:
        self.text = text_of(doc)
        self._doc = doc
        self.countries = mentions
        self._kinds: dict[tuple[int, int], str | None] = {}
        self._starts = [s.start_char for s in doc.sents] if doc.has_annotation("SENT_START") else []

    def elsewhere(
        self, place: Found[Candidate], known: Phrases[Candidate], home: frozenset[str]
    ) -> bool:
        """Is it in a region beyond our countries, of a text that names none of them?"""
        region = _REGION_AFTER.match(self.text, place.end)
        if region is None or any(m.iso2 in home for m in self.countries):
            return False
        meant = next(iter(known.find(region["name"])), None)
        return meant is None or home.isdisjoint(c.country for c in meant.meanings)

    def names_country(self, country: str, place: Found[Candidate]) -> bool:
        """Does the text mean the country at this place (and no person of that name)?"""
        return any(m.start <= place.start < m.end and m.iso2 == country for m in self.countries)

    def country_at(self, at: int) -> bool:
        """Does the name of a country begin at a character?"""
        return any(m.start == at for m in self.countries)

    def speaks_for(self, country: str, place: Found[Candidate]) -> float:
        """3 if the country is named in the same sentence, 2 if elsewhere, else 0."""
        named = [m for m in self.countries if m.iso2 == country]
        # A capital is no evidence for itself.
        named = [m for m in named if m.end <= place.start or m.start >= place.end]
        if not named:
            return 0.0
        here = self._sentence(place.start)
        return 3.0 if any(self._sentence(m.start) == here for m in named) else 2.0

    def only_within(self, country: str, place: Found[Candidate]) -> bool:
        """Is it the only country that something is told to be in: "strikes throughout Exland"?"""
        here = self._sentence(place.start)
        led = {
            m.iso2
            for m in self.countries
            if m.how == "name" and _WITHIN_LEAD.search(self.text[max(0, m.start - 24) : m.start])
            if self._sentence(m.start) == here
        }
        return led == {country}

    def inside(self, place: Found[Candidate]) -> bool:
        """Does something happen in it: "in the US", not "in a US raid"?"""
        name = self._root(place)
        return name is not None and name.dep_ == "pobj" and name.head.lower_ in _WITHIN

    def _hit(self, place: Found[Candidate]) -> bool:
        """ "Rebels took Sake", "Sake was shelled": what is taken or fired at."""
        name = self._root(place)
        if name is None:
            return False
        falls = name.dep_ == "nsubj" and name.head.lemma_ == "fall"
        verb = name.head
        hit = name.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _HITS
        aimed = name.dep_ == "dobj" and verb.lemma_.lower() in _ASSAILS
        # "drones attacked Exford"; "Smith attacked Warren" was of words
        return falls or hit or (aimed and any(c.tag_ in _COMMON for c in agents(verb)))

    def owned(self, before: int, place: Found[Candidate]) -> bool:
        """ "Exshire's Wyford district": is it in the place that ends at ``before``?"""
        return self.text[before : place.start] in OWNS

    def struck(self, place: Found[Candidate]) -> bool:
        """ "Exford blast kills four": the name of a town before what befell it."""
        name = self._root(place)
        if name is None or name.dep_ not in PARTS or name.i > name.head.i:
            return False
        if name.is_sent_start and name.lower_ in words().nouns:
            return False  # "Tank fire kills two"
        return name.head.lemma_.lower() in words().nouns or name.head.lower_ == "toll"

    def _root(self, place: Found[Candidate]) -> Token | None:
        """The token on which the name hangs in its sentence."""
        return root_at(self._doc, place.start, place.end)

    def has_cue(self, place: Found[Candidate], before: int | None) -> bool:
        """Does a word of place, or a list with the place that ends at ``before``, lead to it?"""
        lead = self.text[max(0, place.start - 24) : place.start]
        if LOCATIVE.search(lead) or self.kind_of(place) is not None or self._hit(place):
            return True
        if STANDS_IN.match(self.text, place.end):
            return True
        if _IS_A_PLACE.match(self.text, place.end) or self._heads_a_line(place):
            return True
        if _CHAIN.search(self.text[max(0, place.start - 60) : place.start]):
            return True
        gap = "" if before is None else self.text[before : place.start]
        return gap in (", ", " and ", ", and ", " or ", " & ", "/", " – ")

    def behind_a_town(self, place: Found[Candidate]) -> bool:
        """ "In Exford, Wyshire": what stands so is around a town, be it one that no list knows."""
        lead = self.text[max(0, place.start - 70) : place.start]
        behind = lead.endswith(", ") and _BEHIND_A_TOWN.search(lead) is not None
        return behind and not self.in_longer_name(place)

    def _heads_a_line(self, place: Found[Candidate]) -> bool:
        """ "Darfur: Five killed in raid": where it all was."""
        begins = place.start == 0 or self.text[place.start - 1] == "\n"
        headed = HEADED.match(self.text, place.end) if begins else None
        follows = self.text[headed.end() : headed.end() + 1] if headed is not None else ""
        return follows.isupper() or follows.isdigit()

    def in_longer_name(self, place: Found[Candidate]) -> bool:
        """Does the name go on, as in "Lal Shahbaz Qalandar shrine"?"""
        following = self.text[place.end : place.end + 2]
        goes_on = len(following) == 2 and following[0] == " " and following[1].isupper()
        stands_there = STANDS_IN.match(self.text, place.end) is not None
        return goes_on and self.kind_of(place) is None and not stands_there

    def is_demonym(self, place: Found[Candidate]) -> bool:
        """Does it name a people: "German", which is a parish somewhere as well?"""
        return any(
            m.start == place.start and m.end == place.end and m.how == "demonym"
            for m in self.countries
        )

    def of_a_person(self, place: Found[Candidate]) -> bool:
        """Is it a part of somebody's name: "general Austin Miller"?"""
        before = words_of(self.text[max(0, place.start - 20) : place.start])[-1:]
        return bool(before) and before[0].folded in _TITLES and self.in_longer_name(place)

    def kind_of(self, place: Found[Candidate]) -> str | None:
        """Precision told by a word of kind beside the name: "Bajaur district", "city of X"."""
        at = place.start, place.end
        if at not in self._kinds:  # asked of every meaning of a name
            self._kinds[at] = self._kind_beside(place)
        return self._kinds[at]

    def _kind_beside(self, place: Found[Candidate]) -> str | None:
        following = words_of(self.text[place.end : place.end + 20])[:1]
        leading = words_of(self.text[max(0, place.start - 20) : place.start])[-2:]
        for precision, kinds in TYPE_WORDS.items():
            if following and following[0].folded in kinds and self.text[place.end] == " ":
                return precision
            if len(leading) == 2 and leading[0].folded in kinds and leading[1].folded == "of":
                return precision
        return None

    def _sentence(self, at: int) -> int:
        return sum(start <= at for start in self._starts)
