"""Where: the place names of a text, each resolved to a country, province, district and point.

Every name is looked up in the atlas and its meanings are scored by the words around it: what
follows after a comma ("Chaman, Balochistan"), a word of kind ("Bajaur district"), the countries
and provinces that the text names, the theatre, and how large the place is. Two meanings that
score alike leave the name unresolved, with the reason: "Hyderabad" alone is not guessed. A name
that may as well be a person or a common word needs a word of place before it ("in Mir Ali").
"""

import math
import re
from calendar import month_name
from collections.abc import Iterator

from spacy.tokens import Doc

from escalation.coding.actors.named import BEHIND, known_everywhere
from escalation.coding.places.around import as_told, contains, follows
from escalation.coding.places.atlas import Candidate, atlas
from escalation.coding.places.countries import find as find_countries
from escalation.coding.places.mention import Mention
from escalation.coding.places.seats import seats_told
from escalation.coding.places.surroundings import LOCATIVE, STANDS_IN, Surroundings
from escalation.coding.places.the_country import lands_told
from escalation.coding.places.unlisted import towns_told
from escalation.coding.sentence.phrases import Found, Phrases, words_of
from escalation.theatre import Theatre

_NO_PLACE_AFTER = re.compile(
    r"\s+(?:Liberation|Republican|Nationalist|Resistance|National(?:ist)? Army|Accords?|"
    r"Agreement|Treaty|Declaration|Times|Post|Herald|Tribune|Zalmi|Gladiators|Qalandars|Kings|"
    r"United|Sultans|Shura|Conference|River|Sea|Gulf|Strait|Ocean|Canal)\b|"
    r" river\b|[- ](?:e|i|wa|ul)-"
    r"|-(?:based|brokered|mediated|led|backed|made|drafted|owned|trained|funded|sponsored)\b"
)
_NAMED_AFTER = (" College ", " School ", "Camp ", "Fort ", "Operation ", "Exercise ")
_SIDE = r"(?:North|South|East|West)(?:ern)?|Upper|Lower|Central"
_SHORT = re.compile(rf"\b(?P<side>{_SIDE})(?: and | or |, )$")
_LOWER = re.compile(r"\b(?P<side>north|south|east|west) $")
_DIRECTED = re.compile(rf"(?:{_SIDE}) (?P<rest>[A-Z][\w-]+)")
_WATERS = re.compile(r"\b(?:Gulf|Sea|Straits?|Bay) of $")  # "in the Gulf of Oman": in no country
_MONTHS = frozenset(month_name)  # which spells the months out at every look
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,}")  # "US", "UAE": before a noun they say whose
_LARGE, _METROPOLIS = 300_000, 2_000_000
# Where no theatre is given any country may be meant: what beyond a theatre is a chance likeness of
# names is there the ordinary case.
_TOWN, _CITY = 50_000, 500_000
_MARGIN = 0.75
_DWARFED = 15  # so many times larger, and a metropolis: London is not the one in Ontario
_WITHIN = 4.0  # for the only country that something is told to be in
_OF_KIND = 3.0  # for a word of kind beside a name: "the city of X"


class Gazetteer:
    """Finds places in texts of one theatre, or of anywhere if ``theatre`` is None.

    The first of a theatre takes one or two seconds to make.
    """

    def __init__(self, theatre: Theatre | None = None) -> None:
        self._known: Phrases[Candidate] = atlas(theatre)
        self._home = frozenset(theatre.countries) if theatre else frozenset()
        self._names: Phrases[None] = Phrases()
        names = [known.name for known in known_everywhere()]
        for actor in theatre.actors if theatre else ():
            unlike = (name for name in actor.unlike if " in " not in name)  # "War in Exland"
            names += [actor.name, *actor.aliases, *unlike]
        for name in names:
            if len(words_of(name)) > 1:
                self._names.add(name, None)

    def spans(self, text: str) -> Iterator[Found[Candidate]]:
        """Where names of places may stand, whatever they mean."""
        return self._known.find(text)

    def find(self, doc: Doc) -> list[Mention]:
        """All places of a text, left to right.

        Parameters
        ----------
        doc
            A parsed text; its sentences and entities help to tell places from persons.
        """
        scene = Surroundings(doc, find_countries(doc))
        names = list(self._names.find(scene.text))
        found = list(self._known.find(scene.text))
        found = [f for f in found if not _inside_a_name(doc, scene.text, f, names)]
        mentions: list[Mention] = []
        for at, place in enumerate(found):
            after = found[at + 1] if at + 1 < len(found) else None
            mention = self._resolve(scene, place, after, mentions[-1] if mentions else None)
            if mention is not None:
                mentions += self._shortened(scene.text, mention)
        told = [_seat(*seat) for seat in seats_told(scene.text, scene.countries, self._known)]
        named = [m for m in mentions if not any(s.start <= m.start < s.end for s in told)]
        places = sorted([*named, *told], key=lambda m: m.start)
        lands = lands_told(scene.text, places, scene.countries)
        towns = towns_told(scene.text, places, scene.countries)
        return sorted([*places, *lands, *towns], key=lambda m: m.start)

    def _shortened(self, text: str, mention: Mention) -> list[Mention]:
        """ "North and South Waziristan": the first is named in short."""
        if (side := _LOWER.search(text, max(0, mention.start - 6), mention.start)) is not None:
            return [self._of_a_side(side, mention)]
        led = _SHORT.search(text, max(0, mention.start - 14), mention.start)
        rest = _DIRECTED.match(text, mention.start)
        if led is None or rest is None:
            return [mention]
        meanings = self._known.meanings(f"{led['side']} {rest['rest']}")
        alike = [
            c for c in meanings if (c.country, c.precision) == (mention.country, mention.precision)
        ]
        if not alike:
            return [mention]
        first = _seat(led.start(), led.end("side"), alike[0])
        return [first, mention]

    def _of_a_side(self, side: re.Match[str], mention: Mention) -> Mention:
        """ "In north Waziristan": a name of its own, though it be written small."""
        meanings = self._known.meanings(f"{side['side'].title()} {mention.name}")
        named = (c for c in meanings if c.country == mention.country)
        meant = next(named, None)
        return mention if meant is None else _seat(side.start(), mention.end, meant)

    def _resolve(
        self,
        scene: Surroundings,
        place: Found[Candidate],
        after: Found[Candidate] | None,
        before: Mention | None,
    ) -> Mention | None:
        cue = scene.has_cue(place, before.end if before is not None else None)
        owner = before.admin1 if before and scene.owned(before.end, place) else None
        chained = after if follows(scene.text, place, after) else None
        scored = []
        for candidate in as_told(scene, place, chained, large=_LARGE):
            support = self._support(scene, place, candidate, chained)
            support += 4 if owner and owner == candidate.admin1 else 0
            if self._acceptable(scene, place, candidate, support, cue):
                scored.append((support + _weight(candidate), candidate))
        if not scored:
            return None
        scored.sort(key=lambda pair: -pair[0])
        best = scored[0][1]
        rivals = [c for s, c in scored if s > scored[0][0] - _MARGIN and not _alike(c, best)]
        rivals = [c for c in rivals if not _dwarfs(best, c)]
        if rivals:
            return _unresolved(place, best, rivals)
        latitude, longitude = best.point or (None, None)
        where = (best.country, best.admin1, best.admin2, latitude, longitude)
        return Mention(place.start, place.end, best.name, *where, best.precision, None)

    def _support(
        self,
        scene: Surroundings,
        place: Found[Candidate],
        candidate: Candidate,
        inside: Found[Candidate] | None,
    ) -> float:
        """How much the words around speak for a meaning."""
        support = 2.0 if candidate.country in self._home else 0.0
        if candidate.precision != "country":
            support += scene.speaks_for(candidate.country, place)
            within = len(place.meanings) > 1 and scene.only_within(candidate.country, place)
            support += _WITHIN if within else 0.0
        if inside is not None and any(contains(outer, candidate) for outer in inside.meanings):
            support += 4
        if scene.kind_of(place) == candidate.precision:
            support += _OF_KIND
        return support

    def _acceptable(
        self,
        scene: Surroundings,
        place: Found[Candidate],
        candidate: Candidate,
        support: float,
        cue: bool,
    ) -> bool:
        if candidate.country in self._home and scene.elsewhere(place, self._known, self._home):
            return False
        if candidate.own:
            named = len(place.text.split()) > 1 or candidate.precision == "province"
            return cue or named or scene.struck(place)
        if candidate.precision == "country":
            told = scene.names_country(candidate.country, place)
            return told and (not _LETTERS.fullmatch(place.text) or scene.inside(place))
        at_home = candidate.country in self._home
        if not at_home and (scene.of_a_person(place) or scene.is_demonym(place)):
            return False
        small = candidate.precision == "district" or candidate.population < _LARGE
        if candidate.precision != "province" and small and scene.in_longer_name(place):
            return False
        if candidate.precision == "province":
            led = cue or scene.behind_a_town(place)
            told = len(place.text) > 4 or scene.kind_of(place) is not None
            return at_home or support >= 3 or (led and told)
        typed = scene.kind_of(place) == candidate.precision
        if at_home:
            # A district's name of several words is nothing else, even without a word of place.
            typed = typed or (candidate.precision == "district" and " " in place.text)
            town = candidate.population >= _TOWN and scene.struck(place)
            return cue or typed or town or candidate.population >= _LARGE or support >= 6
        if self._home and typed:
            support -= _OF_KIND  # "the village of X": what it is, not where
        if support >= 2:
            return cue or typed or candidate.population >= (100_000 if support >= 3 else _LARGE)
        least = (_LARGE, _METROPOLIS) if self._home else (_TOWN, _CITY)
        return candidate.population >= least[0 if cue else 1]


def _seat(start: int, end: int, town: Candidate) -> Mention:
    latitude, longitude = town.point or (None, None)
    where = (town.country, town.admin1, town.admin2, latitude, longitude)
    return Mention(start, end, town.name, *where, town.precision, None)


def _inside_a_name(doc: Doc, text: str, place: Found[Candidate], names: list[Found[None]]) -> bool:
    """Is the place a word in the name of an actor, a paper, a treaty or a person?"""
    if place.text in _MONTHS:
        return True  # "in March": a town of the Pamir, but hardly ever meant
    if STANDS_IN.match(text, place.end):
        return False
    if text[max(0, place.start - 11) : place.start].endswith(_NAMED_AFTER):
        return True  # "a study by Oriel College Wyford", "Camp Phoenix" in Kabul
    if text[place.start - 1 : place.start] == "-" or _NO_PLACE_AFTER.match(text, place.end):
        return True
    if BEHIND.match(text, place.end) or _WATERS.search(text, max(0, place.start - 12), place.start):
        return True
    for name in names:
        longer = name.end - name.start > place.end - place.start
        if longer and name.start <= place.start and place.end <= name.end:
            return True
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) > 1:
            covers = entity.start_char <= place.start and place.end <= entity.end_char
            if covers and (entity.start_char, entity.end_char) != (place.start, place.end):
                return not LOCATIVE.search(text[max(0, place.start - 24) : place.start])
    return False


def _weight(candidate: Candidate) -> float:
    """What a meaning weighs before its context: the kinds of place that make the news."""
    if candidate.own:
        return 5.0
    if candidate.precision != "exact":
        return {"country": 6.0, "province": 4.0, "district": 2.5}[candidate.precision]
    size = math.log10(candidate.population + 10) / 2
    return size + 1.5 if candidate.population >= 100_000 else size


def _dwarfs(best: Candidate, rival: Candidate) -> bool:
    towns = best.precision == rival.precision == "exact" and best.population >= _METROPOLIS
    return towns and best.population >= _DWARFED * rival.population


def _alike(one: Candidate, other: Candidate) -> bool:
    """Are two meanings the same ground (the town and the district around it)?"""
    return one.country == other.country and one.admin1 == other.admin1


def _unresolved(place: Found[Candidate], best: Candidate, rivals: list[Candidate]) -> Mention:
    meant = (best, *rivals)
    options = dict.fromkeys(f"{c.admin1}, {c.country}" if c.admin1 else c.country for c in meant)
    reason = f"'{place.text}' may be in {' or '.join(list(options)[:4])}"
    one_country = {c.country for c in meant} == {best.country}
    country, precision = (best.country, "country") if one_country else (None, None)
    where = (country, None, None, None, None, precision)
    return Mention(place.start, place.end, place.text, *where, reason)
