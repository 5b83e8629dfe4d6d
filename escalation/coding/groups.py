"""Groups of people that a sentence counts: "at least nine soldiers", "a policeman", "dozens"."""

import re
from typing import NamedTuple

from spacy.tokens import Span, Token

from escalation.coding.phrases import word_set
from escalation.coding.quantities import quantity_at

_PERSONS = word_set(
    "person people man woman child boy girl baby infant toddler teenager youth student pupil "
    "teacher professor doctor nurse medic worker labourer laborer miner farmer shepherd trader "
    "shopkeeper shopper driver passenger traveller traveler motorist pilgrim worshipper worshiper "
    "devotee mourner cleric imam priest pastor bishop monk scholar civilian villager resident "
    "bystander tourist foreigner national citizen refugee migrant deportee soldier troop trooper "
    "serviceman servicewoman marine sailor airman pilot ranger scout commando guard bodyguard "
    "sentry conscript recruit cadet officer policeman policewoman constable cop inspector "
    "commander commandant general brigadier colonel major captain lieutenant sergeant corporal "
    "official minister governor mayor lawmaker parliamentarian senator councillor councilor "
    "politician "
    "candidate leader chief chieftain elder judge lawyer prosecutor diplomat ambassador consul "
    "journalist reporter cameraman photographer editor activist protester protestor demonstrator "
    "supporter member aide spokesman negotiator contractor engineer staffer employee volunteer "
    "vaccinator peacekeeper militiaman militia paramilitary militant insurgent rebel fighter "
    "terrorist extremist jihadist guerrilla gunman attacker assailant bomber hijacker hostage "
    "prisoner inmate detainee victim survivor brother sister son daughter father mother husband "
    "wife cousin uncle nephew relative family bride guest personnel force infidel crew "
    "crewmember other suspect smuggler trafficker robber dacoit accomplice infiltrator king prince "
    "president administrator bureaucrat clerk accountant passerby passer-by passersby pedestrian "
    "cyclist commuter nomad herder singer dancer actor actress comedian poet writer author blogger "
    "lecturer principal headmaster custodian caretaker cook servant maid interpreter translator "
    "mullah preacher nun detective superintendent warden magistrate surgeon paramedic pharmacist "
    "dentist midwife vendor hawker baker butcher tailor barber customer neighbour neighbor friend "
    "newborn sibling twin spouse widow grandson granddaughter grandfather grandmother in-law "
    "pensioner tribesperson businessperson congressman parishioner seminarian celebrant reveller "
    "settler herdsman griever rescuer medics firefighter analyst expert academic scientist "
    "sikh hindu christian muslim shia shiite hazara ahmadi yazidi copt jew "
    "secretary deputy mediator attache "
    "parent kid evacuee returnee separatist mercenary operative conspirator ringleader warlord "
    "dsp sho asi ssp dig havildar subedar naik jawan"
)
_PLURAL_ONLY = frozenset(["people", "personnel", "troops", "police", "forces", "others"])
_THINGS = word_set(
    "year month week day hour minute percent % dollar rupee mile kilometer kilometre km meter "
    "metre foot ton tonne kg house home building shop vehicle car bus truck tank aircraft plane "
    "helicopter school mosque attack bombing blast explosion bomb missile rocket shot round "
    "village town city district province country place location post checkpoint time animal "
    "cow sheep goat buffalo drone strike camp hideout acre hectare storey point goal run "
    "wicket seat vote case incident count charge occasion front fire gun weapon am pm"
)
_MONTHS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?",
    re.IGNORECASE,
)
_TRIGGERS = frozenset(
    ["killed", "injured", "wounded", "dead", "missing", "hurt", "murdered", "arrested", "captured",
     "beheaded", "executed", "assassinated", "detained", "hospitalized", "massacred", "slain"]
)  # fmt: skip
# Verbs of headlines that the parser takes for nouns: "Gunmen kill constable".
_VERBS = word_set("kill kills wound wounds injure injures shot gunned dead murder murders")
_LIVES = ("life", "death", "fatality", "injury")
_HIM = frozenset({"he", "him", "she", "her"})
_REFLEXIVE = {"himself": 1, "herself": 1, "themselves": None}


class Group(NamedTuple):
    """A counted group: numbers, tokens ``[start, end)`` of the sentence, and its people's words."""

    low: float | None
    best: float | None
    high: float | None
    rule: str
    start: int
    end: int
    victims: str


def groups_of(sentence: Span) -> list[Group]:
    """All groups that a sentence counts, left to right, none inside another.

    A number counts with whatever noun follows it, save units and things; a single person
    ("a policeman", "Policeman killed") and a bare plural ("soldiers") only with a noun for
    people.
    """
    words = [token.lower_ for token in sentence]
    groups: list[Group] = []
    at = 0
    while at < len(sentence):
        group = _counted(sentence, words, at) or _uncounted(sentence, words, at)
        if group is None:
            at += 1
            continue
        if groups and _goes_on_in(sentence, groups[-1], group):
            # "3 Al-Qaeda and TTP terrorists": the three are of both.
            whole = sentence[groups[-1].start + 1 : group.end].text
            group = groups.pop()._replace(end=group.end, victims=whole)
        groups.append(group)
        at = group.end
    return groups


def _goes_on_in(sentence: Span, counted: Group, group: Group) -> bool:
    joined = sentence[counted.end : group.start].text == "and" and group.rule == "plural"
    is_count = counted.rule not in ("one", "plural") and counted.victims != ""
    one_noun = group.end == group.start + 1  # "14 soldiers and policemen": the count is of both
    return joined and is_count and (one_noun or not is_person(sentence[counted.end - 1]))


def is_person(token: Token) -> bool:
    """Is this a noun for people?"""
    lemma = token.lemma_.lower()
    return (
        lemma in _PERSONS
        or token.lower_ in _PLURAL_ONLY
        or token.lower_.endswith(("men", "man", "women"))
        or _aged(token)
        or (token.ent_type_ == "NORP" and token.tag_ in ("NNS", "NNPS"))
    )


def _aged(token: Token) -> bool:
    """ "A 15-year-old": the one whose age it is."""
    if token.lower_ != "old" or token.i < 2 or token.nbor(-1).text != "-":
        return False
    follows = token.nbor(1).pos_ if token.i + 1 < len(token.doc) else ""
    return token.nbor(-2).lemma_ == "year" and follows not in ("NOUN", "PROPN", "ADJ")


def _counted(sentence: Span, words: list[str], at: int) -> Group | None:
    count = quantity_at(words, at)
    if count is None or _is_no_count(words, at, count.length):
        return None
    after = at + count.length
    if count.rule == "none" and after < len(words) and words[after] == "one":
        after += 1
    noun = _noun_at(sentence, words, after)
    if noun is None:
        return Group(count.low, count.best, count.high, count.rule, at, after, "")
    head = sentence[noun.head]
    if head.lemma_.lower() in _THINGS:
        return None
    if count.rule in ("word", "none") and not is_person(head) and head.lemma_ not in _LIVES:
        return None
    victims = sentence[after : noun.end].text.removeprefix("of ").removeprefix("the ")
    victims = "" if victims == "more" else victims
    return Group(count.low, count.best, count.high, count.rule, at, noun.end, victims)


def _is_no_count(words: list[str], at: int, length: int) -> bool:
    """Is the number a date, an age, a price, a time or a part of a name?"""
    before = words[at - 1] if at else ""
    after = words[at + length] if at + length < len(words) else ""
    first = words[at]
    if before in ("$", "£", "€", "rs", "#", "no.", "number", "aged", "section", "article", "class"):
        return True
    if _MONTHS.fullmatch(before) or (_MONTHS.fullmatch(after) and after not in ("may", "march")):
        return True
    if after in ("%", "percent", "am", "pm", "a.m.", "p.m.", "th") or after.startswith("year-"):
        return True
    if after in ("-", "–") and length == 1:
        return True
    if before in ("a", "an") and first.isdigit():
        return True  # "a 2015 laureate": no people are counted after an article
    is_year = first.isdigit() and len(first) == 4 and first[:2] in ("19", "20")
    return is_year and before in ("in", "of", "since", "the", "until", "by", "from", "during", ",")


def _uncounted(sentence: Span, words: list[str], at: int) -> Group | None:
    token = sentence[at]
    if token.lower_ in _REFLEXIVE:
        best = _REFLEXIVE[token.lower_]
        return Group(best or 2, best, best, "one" if best else "plural", at, at + 1, token.text)
    if token.lower_ in _HIM and token.dep_ in ("dobj", "nsubjpass"):
        return Group(1, 1, 1, "one", at, at + 1, token.text)  # "killing him and three others"
    if token.ent_type_ == "PERSON" and token.ent_iob_ == "B":
        end = at + 1
        while end < len(sentence) and sentence[end].ent_iob_ == "I":
            end += 1
        return Group(1, 1, 1, "one", at, end, sentence[at:end].text)
    if token.lower_ in ("another", "one") and words[at + 1 : at + 2] and words[at + 1] in _TRIGGERS:
        return Group(1, 1, 1, "one", at, at + 1, "")  # "one killed and another injured"
    article = token.lower_ in ("a", "an", "one", "another", "his", "her", "their", "the", "its")
    if not article and token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    after = at + 1 if article else at
    if token.lower_ == "the" and _counted(sentence, words, after) is not None:
        return None  # "the five clerks": counted from the next word on
    noun = _noun_at(sentence, words, after)
    if noun is None:
        return None
    head, victims = sentence[noun.head], sentence[after : noun.end].text
    told = [token for token in sentence[after : noun.end] if is_person(token)]
    # "The militant Omar Khan": a name with the noun for what he is before it.
    named = head.tag_ == "NNP" and any(t.tag_ == "NN" and t.head == head for t in told)
    if not is_person(head) and not named:
        return None
    if head.lower_ in ("personnel", "police"):  # one or more: "security personnel killed"
        return Group(1, None, None, "plural", at, noun.end, victims)
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in _PLURAL_ONLY:
        return Group(2, None, None, "plural", at, noun.end, victims)
    return Group(1, 1, 1, "one", at, noun.end, victims)


class _Noun(NamedTuple):
    """A noun phrase: where it ends, where its head stands."""

    end: int
    head: int


def _noun_at(sentence: Span, words: list[str], after: int) -> _Noun | None:
    """The noun phrase that begins at ``after``; its head stands before any "of the ..."."""
    end = at = after
    head: int | None = None
    while at < len(sentence):
        token = sentence[at]
        if words[at] in _VERBS or (words[at] in _TRIGGERS and token.pos_ != "NOUN"):
            # "nine wounded soldiers": the word belongs to the group, and will find it.
            break
        if token.tag_ == "VBG" and head is not None and is_person(sentence[head]):
            break
        noun = token.pos_ in ("NOUN", "PROPN") or token.lemma_.lower() in _PERSONS or _aged(token)
        if noun or words[at] in ("others", "them", "more"):
            end = at + 1
            head = at if "of" not in words[after + 1 : at] else head
        elif words[at] == "of" and at in (after, end) and _goes_on(sentence, at + 1):
            pass
        elif words[at] == "(" and words[at + 2 : at + 3] == [")"] and _goes_on(sentence, at + 3):
            at += 2  # "45 Baloch Liberation Army (BLA) insurgents"
        elif not _is_inner(token, after, at, words):
            break
        at += 1
    return None if end == after else _Noun(end, end - 1 if head is None else head)


def _is_inner(token: Token, after: int, at: int, words: list[str]) -> bool:
    if words[at] in ("-", "–"):  # a hyphen, not a dash
        return not token.whitespace_ and not (at and token.nbor(-1).whitespace_)
    if token.pos_ in ("ADJ", "NUM") or words[at] in ("other", "suspected", "alleged", "'s"):
        return True
    if words[at] in ("the", "its", "their", "his", "her") and at > after and words[at - 1] == "of":
        return True
    return token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ == "amod"


def _goes_on(sentence: Span, at: int) -> bool:
    return at < len(sentence) and sentence[at].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PRON")
