"""Groups of people that a sentence counts: "at least nine soldiers", "a policeman", "dozens"."""

import re
from typing import NamedTuple

from spacy.tokens import Span, Token

from escalation.coding.days.calendar import YEAR
from escalation.coding.sentence.once import forms
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.by_name import end_of_name
from escalation.coding.tolls.counted_noun import TRIGGERS, VERBS, noun_at
from escalation.coding.tolls.people import PLURAL_ONLY, aged, is_person
from escalation.coding.tolls.quantities import quantity_at

_THINGS = word_set(
    "year month week day hour minute percent % dollar rupee mile kilometer kilometre km meter "
    "metre foot ton tonne kg house home building shop vehicle car bus truck tank aircraft plane "
    "helicopter school mosque attack bombing blast explosion bomb missile rocket shot round "
    "village town city district province country place location post checkpoint time animal "
    "cow sheep goat buffalo drone strike camp hideout acre hectare storey point goal run "
    "wicket seat vote case incident count charge occasion front fire gun weapon am pm leg arm limb "
    "eye finger"
)
_MONTHS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?",
    re.IGNORECASE,
)
RANKS = word_set("second third fourth fifth sixth seventh eighth")
"""Ranks of those who fell one after another."""
NTH = re.compile(r"\d+(?:st|nd|rd|th)")
"""A rank in figures: "the 14th"."""
_LIVES = ("life", "death", "fatality", "injury")
_PARENTS = frozenset({"mother", "father", "parents", "mum", "dad"})
_AGES = 4  # words of "aged 30 and 35"
_OUT_OF = (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"])
_HIM = frozenset({"he", "him", "she", "her"})
REFLEXIVE = {"himself": 1, "herself": 1, "themselves": None}
_LIKE = {p.split()[0]: p.split() for p in ("as many", "an equal number", "the same number")}
_HOW = word_set("seriously critically severely badly gravely mortally")


class Group(NamedTuple):
    """A counted group: numbers, tokens ``[start, end)`` of the sentence, and its people's words."""

    low: float | None
    best: float | None
    high: float | None
    rule: str
    start: int
    end: int
    victims: str

    def tells_how_badly(self, words: list[str]) -> bool:
        """ "Injures five more, three seriously": the three of the five."""
        after = words[self.end : self.end + 2]
        bare = not self.victims and words[self.start - 1] == ","
        ends = len(after) == 2 and after[1] in (".", ",", ";", "and")
        return bare and ends and after[0] in _HOW


def groups_of(sentence: Span) -> list[Group]:
    """All groups that a sentence counts, left to right, none inside another.

    A number counts with whatever noun follows it, save units and things; a single person
    ("a policeman", "Policeman killed") and a bare plural ("soldiers") only with a noun for
    people.
    """
    words = list(forms(sentence))
    groups: list[Group] = []
    at = 0
    while at < len(sentence):
        group = _as_many(words, at, groups) or _counted(sentence, words, at)
        group = group or _uncounted(sentence, words, at)
        if group is None or (groups and _is_age(words, groups[-1], group)):
            at += 1
            continue
        if groups and _goes_on_in(sentence, groups[-1], group):
            # "3 Al-Qaeda and TTP terrorists": the three are of both.
            whole = sentence[groups[-1].start + 1 : group.end].text
            group = groups.pop()._replace(end=group.end, victims=whole)
        if groups and not groups[-1].victims and words[groups[-1].end : group.start] in _OUT_OF:
            # "two of the six gunmen" are two gunmen
            groups[-1] = groups[-1]._replace(end=group.end, victims=group.victims)
        else:
            groups.append(_of_those(words, group, groups))
        at = group.end
    return groups


def _of_those(words: list[str], group: Group, groups: list[Group]) -> Group:
    """ "Six rebels attacked a post; all six were killed": those who were counted before."""
    definite = not group.victims and words[group.start - 1] in ("all", "the")
    same = (g for g in reversed(groups) if definite and g.best == group.best and g.victims)
    named = next(same, None)
    return group if named is None else group._replace(victims=named.victims)


def _as_many(words: list[str], at: int, groups: list[Group]) -> Group | None:
    """ "Three died and as many were hurt", "an equal number": as many as were counted last."""
    like = _LIKE.get(words[at], [])
    if not like or words[at : at + len(like)] != like or not groups or groups[-1].best is None:
        return None
    end = at + len(like)
    end += words[end : end + 1] in (["others"], ["more"])
    after = words[end].removesuffix("s") if end < len(words) else ""
    if after == "a" or after in _THINGS:  # "as many as", "in as many days"
        return None
    return groups[-1]._replace(start=at, end=end, victims="")


def _is_age(words: list[str], one: Group, group: Group) -> bool:
    """ "His son, 12, was hurt": how old he is."""
    between, after = words[one.end : group.start], words[group.end : group.end + 1]
    bare = not group.victims and group.end == group.start + 1
    return one.rule == "one" and bare and between == [","] and after in ([","], ["."], [";"])


def _goes_on_in(sentence: Span, counted: Group, group: Group) -> bool:
    joined = sentence[counted.end : group.start].text in ("and", "or") and group.rule == "plural"
    is_count = counted.rule not in ("one", "plural") and counted.victims != ""
    one_noun = group.end == group.start + 1  # "14 soldiers and policemen": the count is of both
    last = sentence[counted.end - 1]  # "six police and election officials"
    whole = one_noun or not is_person(last) or last.lower_ == "police"
    return joined and is_count and whole


def _counted(sentence: Span, words: list[str], at: int) -> Group | None:
    count = quantity_at(words, at)
    if count is None or _is_no_count(words, at, count.length):
        return None
    after = at + count.length
    if count.rule == "none" and after < len(words) and words[after] == "one":
        after += 1
    noun = noun_at(sentence, words, after)
    if noun is None:
        if _is_year(words[at]):
            return None
        return Group(count.low, count.best, count.high, count.rule, at, after, "")
    head = sentence[noun.head]
    if head.lemma_.lower() in _THINGS or (_is_year(words[at]) and not is_person(sentence[after])):
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
    if before == "of" and at > 1 and words[at - 2] in _PARENTS:
        return True  # "kills a mother of two"
    if before == "and" and "aged" in words[max(at - _AGES, 0) : at - 1]:
        return True  # "two women, aged 30 and 35"
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
    return _is_year(first) and before in _BEFORE_YEAR


_BEFORE_YEAR = word_set("in of since the until by from during , his her its their")


def _is_year(word: str) -> bool:
    """ "2015", not "2,015": a number that counts nobody unless people follow it."""
    return YEAR.fullmatch(word) is not None


def _uncounted(sentence: Span, words: list[str], at: int) -> Group | None:
    token = sentence[at]
    if (group := _pronoun(token, at)) is not None:
        return group
    if (end := end_of_name(sentence, at)) is not None:
        return Group(1, 1, 1, "one", at, end, sentence[at:end].text)
    if (one := _one_alone(sentence, words, at) or _one_aged(sentence, words, at)) is not None:
        return one
    if at and words[at - 1] in ("every", "each", "any"):
        return None  # "paid for every villager killed"
    article = token.lower_ in ("a", "an", "one", "another", "his", "her", "their", "the", "its")
    if not article and token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if token.pos_ == "ADJ" and at + 1 < len(words) and _is_number(words, at + 1):
        return None  # "a further five rebels": the number counts
    after = at + 1 if article else at
    more = after + (words[after : after + 1] in (["further"], ["additional"]))
    if article and more < len(words) and _is_number(words, more):
        return None  # "another 15 people": the number counts
    noun = noun_at(sentence, words, after)
    if noun is None:
        return None
    head, told = sentence[noun.head], sentence[after : noun.end]
    if article and head.lower_ == "couple" and words[noun.end : noun.end + 1] != ["of"]:
        return Group(2, 2, 2, "number", at, noun.end, told.text)  # "an elderly couple"
    if not is_person(head) and not _is_named(head, told):
        return None
    victims = told.text
    of_so_many = words[noun.end : noun.end + 1] == ["of"] and _is_number(words, noun.end + 1)
    if of_so_many and head.lower_ not in _PARENTS:
        count = quantity_at(words, noun.end + 1)
        if count is not None:  # "a family of eight"
            end = noun.end + 1 + count.length
            return Group(count.low, count.best, count.high, count.rule, at, end, victims)
    return _of_a_noun(head, words, at, after, noun.end, victims)


def _of_a_noun(
    head: Token, words: list[str], at: int, after: int, end: int, victims: str
) -> Group | None:
    """How many are told by a noun's form alone."""
    if head.lower_ in ("force", "militia"):  # many, nobody knows how many
        return None
    if words[after] in _UNTOLD and "number" in victims.split():
        return Group(1, None, None, "untold", at, end, victims)
    if head.lower_ in ("personnel", "police"):  # one or more: "security personnel killed"
        return Group(1, None, None, "plural", at, end, victims)
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in PLURAL_ONLY:
        if NTH.fullmatch(words[after]) or (at and NTH.fullmatch(words[at - 1])):
            return None  # "the 14th and 15th officers killed this year": their rank, no count
        return Group(2, None, None, "plural", at, end, victims)
    return Group(1, 1, 1, "one", at, end, victims)


def _is_named(head: Token, told: Span) -> bool:
    """ "The militant Omar Khan": a name with the noun for what he is before it."""
    if head.tag_ != "NNP":
        return False
    office = ("NN", "JJ", "JJR")  # "tribal elder Omar Khan"
    return any(t.tag_ in office and head in (t.head, *t.children) and is_person(t) for t in told)


def _one_alone(sentence: Span, words: list[str], at: int) -> Group | None:
    """ "One killed and another injured", "two killed and a third injured": with no noun."""
    if words[at] in ("another", "one") and _told_alone(sentence, words, at):
        return Group(1, 1, 1, "one", at, at + 1, "")
    rank = words[at + 1] if words[at] == "a" and at + 1 < len(words) else ""
    alone = rank in RANKS and _told_alone(sentence, words, at + 1)
    return Group(1, 1, 1, "one", at, at + 2, "") if alone else None


def _pronoun(token: Token, at: int) -> Group | None:
    """ "Blew himself up", "killing him": one who was told of before."""
    if token.lower_ in REFLEXIVE:
        best = REFLEXIVE[token.lower_]
        return Group(best or 2, best, best, "one" if best else "plural", at, at + 1, token.text)
    fell = token.head.lemma_ in ("die", "succumb") and token.dep_ == "nsubj"
    if token.lower_ in _HIM and (fell or token.dep_ in ("dobj", "nsubjpass")):
        return Group(1, 1, 1, "one", at, at + 1, token.text)  # "killing him and three others"
    return None


def _one_aged(sentence: Span, words: list[str], at: int) -> Group | None:
    """ "A 19-year-old", "a 19-year-old student", and a headline's "19-year-old student"."""
    bare = words[at + 1 : at + 5] == ["-", "year", "-", "old"] and sentence[at].like_num
    last = at + 4 if bare else at + 5  # the article, a number, and "year-old" in four words
    if last >= len(words) or not (bare or words[at] in ("a", "an", "one", "another")):
        return None
    if not bare and words[at + 2 : last + 1] != ["-", "year", "-", "old"]:
        return None
    noun = noun_at(sentence, words, last + 1) if last + 1 < len(words) else None
    if noun is not None and any(is_person(t) for t in sentence[last + 1 : noun.end]):
        last = noun.end - 1  # also "a 19-year-old student Omar Khan"
    elif not aged(sentence[last]):
        return None
    first = at if bare else at + 1
    return Group(1, 1, 1, "one", at, last + 1, sentence[first : last + 1].text)


def _told_alone(sentence: Span, words: list[str], at: int) -> bool:
    """ "Another injured", "another was injured", "injured another in Exford"."""
    after = [word for word in words[at + 1 : at + 4] if word not in _WAS]
    led = words[at - 1 - (words[at - 1] == "a")]  # "injured another", "injured a third"
    if sentence[at].dep_ == "dobj" and at and led in TRIGGERS | VERBS | _DOING:
        return words[at + 1 : at + 2] != ["of"]
    return after[:1] != [] and after[0] in TRIGGERS | _DIED


_UNTOLD = word_set("unknown unspecified undisclosed undetermined unconfirmed uncertain")
_DIED = word_set("died dies succumbed perished")
_WAS = _HOW | word_set("is was has have been being are were also fatally")
_DOING = word_set("killing injuring wounding hurting injure wound kill hurts")


def _is_number(words: list[str], at: int) -> bool:
    count = quantity_at(words, at) if at < len(words) else None
    return count is not None and count.rule == "number" and (count.best or 0) > 1
