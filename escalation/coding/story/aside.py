"""What a sentence says beside its act: of somebody in passing, or as what is spoken of.

"Three militants accused of an attack in Karachi last year were killed" tells of no killing in
Karachi, nor of one last year: places and days of such a clause are not the act's.
"""

from calendar import month_name
from functools import lru_cache

from spacy.tokens import Span, Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.days.calendar import WEEKDAYS, YEAR
from escalation.coding.places.leads import GATHERED
from escalation.coding.sentence.clause import VERBS, passive, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.ontology import ontology

_OF_LAW = ("coerce.arrest", "coerce.execution", "accuse.charge", "investigate", "concede")
_HELD_FOR = frozenset({"for", "over"})
_RELATES = word_set("relation connection")
_PARTS = word_set("role part involvement complicity")
_STOPS = word_set("prevent stop block avert foil thwart pre-empt preempt")
_TIED = word_set("link tie")
_TAKEN = word_set("capture abduct kidnap seize")  # "shot guards who had been abducted in Exford"
_CHARGING = word_set("accuse suspect charge blame")
_SPEECH = word_set("REQUEST ACCUSE REJECT THREATEN SUPPORT")
_ABOUT = word_set("for of over against about following after")
_AIMS = frozenset({"for", "ahead", "before"})
_MEETINGS = word_set("meeting talk summit conference ceremony discussion negotiation round forum")
_HELD_BEFORE = word_set(
    "kidnap abduct capture seize arrest detain jail imprison hijack sign build elect appoint"
    " release displace wound injure"
)
_HAPPENINGS = ("protest", "talks", "mobilize")
_TAKES_PLACE = word_set("hold stage air broadcast publish")  # "an interview aired on Monday"
_SINCE_THEN = frozenset({"ago", "earlier", "previously", "yesterday"})
_DATES = frozenset({day.title() for day in WEEKDAYS} | set(month_name) - {""})
_SUSPECTED = word_set(
    "accuse suspect charge wait convict blame involve link name tie implicate know want"
    " sentence believe"
)


def asides(sentence: Span, act: Act) -> list[tuple[int, int]]:
    """Character spans of the clauses that tell of somebody in passing, in document offsets."""
    own = _own(act)
    return [(start, end) for start, end, words in _beside(sentence) if own.isdisjoint(words)]


@lru_cache(maxsize=4)  # asked of every act of a sentence, for its place, its days and its toll
def _beside(sentence: Span) -> tuple[tuple[int, int, frozenset[int]], ...]:
    """Clauses that tell of somebody in passing: from where to where, and of which words."""
    return tuple(
        (clause.left_edge.idx, _end_of_clause(clause), frozenset(t.i for t in clause.subtree))
        for clause in sentence
        if _in_passing(clause) or _meanwhile(clause)
    )


def _end_of_clause(verb: Token) -> int:
    """ "Men of a cell linked to Exland in Wyford are killed": in Wyford they are killed."""
    last = next(reversed(list(verb.rights)), None)
    tied = verb.dep_ == "acl" and verb.lemma_.lower() in _TIED and last is not None
    if tied and last is not None and last.lower_ == "in" and last.left_edge.i > verb.i + 1:
        return last.idx
    return verb.right_edge.idx + len(verb.right_edge)


def qualities(sentence: Span, act: Act) -> list[tuple[int, int]]:
    """ "Recent" where it tells of another word than the act's: "after recent unrest"."""
    own = _own(act)
    return [
        (token.idx, token.idx + len(token))
        for token in sentence
        if token.head.i not in own
        and (_recent(token) or _of_a_year(token) or _of_a_day(token, act))
    ]


def _recent(token: Token) -> bool:
    spans = ("day", "week", "month", "year")
    if token.lower_ == "recently":  # "a clerk recently jailed"
        return token.head.dep_ in ("acl", "relcl", "amod")
    return token.lower_ == "recent" and token.dep_ == "amod" and token.head.lemma_ not in spans


def _of_a_day(token: Token, act: Act) -> bool:
    """ "In answer to yesterday's bombing, the army killed ten": not yesterday."""
    if token.dep_ != "poss" or noun_kind(token.head) is None:
        return False
    above = token.head.head
    same = above.lower_ == "in" or above.lemma_ == "be" or spoken_of_before(act.anchor)
    same = same or act.anchor.head.i == token.head.i
    return not (act.is_violent and same)


def _of_a_year(token: Token) -> bool:
    """ "The mastermind of the 2014 siege was killed": not in 2014."""
    if not YEAR.fullmatch(token.text) or token.dep_ not in ("nummod", "compound", "nmod", "amod"):
        return False
    return token.head.pos_ in ("NOUN", "PROPN") and token.i < token.head.i


def _own(act: Act) -> set[int]:
    return {token.i for token in (act.anchor, *act.tokens)}


def _meanwhile(verb: Token) -> bool:
    """ "While talks went on in Geneva": what others did elsewhere at the time."""
    if verb.dep_ != "advcl":
        return False
    if verb.lemma_.lower() in _CHARGING and verb.tag_ == "VBG":
        return True  # "arrested four men, accusing them of a bombing in Exford"
    others = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ != "PRON"]
    return bool(others) and any(c.lower_ == "while" and c.dep_ == "mark" for c in verb.children)


def elsewhen(sentence: Span, act: Act) -> list[tuple[int, int]]:
    """Clauses whose times are not the act's: of what befell before those or what it is about.

    "Retook a district that rebels had captured on Monday", "freed two men kidnapped last week",
    "lifts a ban imposed two weeks ago".
    """
    own = _own(act)
    return [
        (clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge))
        for clause in sentence
        if clause.dep_ in ("relcl", "acl")
        and (_befell_before(clause, act, own) or (_of_others(clause) and _without(clause, own)))
    ]


def _without(clause: Token, own: set[int]) -> bool:
    return own.isdisjoint(token.i for token in clause.subtree)


def _befell_before(clause: Token, act: Act, own: set[int]) -> bool:
    """ "Lifts a ban imposed last week", "kills a judge who had escaped a raid last month"."""
    if act.anchor.pos_ not in VERBS or not _without(clause, {act.anchor.i}):
        return False
    happens = act.is_violent or act.kind.startswith(_HAPPENINGS)
    if clause.head.i in (own if happens else {act.anchor.i}):
        return False  # "killed in a raid carried out on Monday"
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.children):
        return True
    if clause.head.lemma_ == "time":
        return True  # "the first time that clerks are killed there this year"
    if clause.dep_ != "acl" or clause.tag_ not in ("VBN", "VBD") or clause.lemma_ in _TAKES_PLACE:
        return False
    return any(_is_time(c) and (not happens or _next_to(clause, c)) for c in clause.children)


def _is_time(word: Token) -> bool:
    """ "Ago", "last month"; "in 2006", "on Monday"."""
    if word.dep_ == "npadvmod" or word.lower_ in _SINCE_THEN:
        return True
    dated = (t.text in _DATES or YEAR.fullmatch(t.text) for t in word.children)
    return word.dep_ == "prep" and word.lower_ in ("on", "in", "since") and any(dated)


def _next_to(verb: Token, time: Token) -> bool:
    return time.left_edge.i == verb.i + 1


def _of_others(verb: Token) -> bool:
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and verb.lemma_.lower() in _HELD_BEFORE
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    attacked = any(
        noun_kind(t) is not None for c in verb.children if c.dep_ == "prep" for t in c.children
    )
    others = any(c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP") for c in verb.children)
    return had or attacked or (others and verb.pos_ in VERBS)


def is_speech(act: Act) -> bool:
    """Is an act one of words alone?"""
    return ontology()[act.kind].plover in _SPEECH


def spoken_of(act: Act) -> list[tuple[int, int]]:
    """What an act of speech is about: "condemned a recent film", "called for a vote on 17 May".

    So too what the word that it hangs on is about: "apologizes for a raid on Monday, blaming ...".
    """
    if not is_speech(act):
        return []
    verb = act.anchor
    words = [verb, verb.head] if (verb.dep_, verb.tag_) == ("advcl", "VBG") else [verb]
    about = [c for word in words for c in word.children if c.i != verb.i and _is_about(c)]
    beside = (c for c in verb.children if c.dep_ == "conj" and c.pos_ in VERBS)
    about += [c for other in beside for c in other.children if c.dep_ in ("ccomp", "xcomp")]
    return [(_from(t), t.right_edge.idx + len(t.right_edge)) for t in about]


def _from(about: Token) -> int:
    """Where it begins; "with", which tells of a charge, is still read."""
    return about.idx + len(about) if about.lower_ == "with" else about.left_edge.idx


def _is_about(child: Token) -> bool:
    if child.dep_ in ("dobj", "ccomp", "xcomp"):
        return True
    if child.dep_ != "prep":
        return False
    deed = any(noun_kind(t) is not None for t in child.children if t.pos_ == "NOUN")
    charged = child.lower_ == "with" and any(t.dep_ == "pcomp" for t in child.children)
    return child.lower_ in _ABOUT or deed or charged


def to_come(act: Act) -> list[tuple[int, int]]:
    """ "Arrives in Exford for a meeting on Saturday": the day is the meeting's."""
    verb = act.anchor
    if act.kind != "talks.visit" or verb.tag_ not in ("VBZ", "VBP", "VBG"):
        return []
    aims = [t for t in verb.subtree if t.lower_ in _AIMS and t.i > verb.i]
    met = any(c.lemma_.lower() in _MEETINGS for t in aims for c in t.subtree)
    return [(aims[0].idx, verb.sent.end_char)] if met else []


def matter(act: Act) -> list[tuple[int, int]]:
    """ "A protest over the killings in Exford": what people are in the street for, not where.

    "Jailed for the bombing in Exford": what somebody is held for was elsewhere, too.
    """
    if act.kind.startswith(_OF_LAW):
        told = [t for t in act.anchor.subtree if _is_charge(t) or _is_to_stop(t, act)]
        return [(t.idx, _end_of(t)) for t in told]
    if not act.kind.startswith("protest"):
        return []
    words = ("against", "over", "about")
    near = [c for t in act.tokens for c in t.children]
    about = [c for c in near if c.dep_ == "prep" and c.lower_ in words]
    about += [c for c in near if c.dep_ == "dobj" and noun_kind(c) is not None]
    return [(t.left_edge.idx, t.right_edge.idx + len(t.right_edge)) for t in about]


def _is_charge(prep: Token) -> bool:
    """ "For a bombing", "of plotting attacks", "for their role in a raid", "in relation to it"."""
    if prep.dep_ != "prep":
        return False
    if prep.lower_ == "in":
        return any(c.lemma_ in _RELATES for c in prep.children)
    deed = any(noun_kind(c) is not None or c.tag_ == "VBG" for c in prep.children)
    if prep.lower_ in ("of", "with"):  # not "in a series of raids"
        return deed and (prep.head.pos_ in VERBS or prep.head.lemma_ == "guilty")
    return prep.lower_ in _HELD_FOR and (deed or any(c.lemma_ in _PARTS for c in prep.children))


def _is_to_stop(verb: Token, act: Act) -> bool:
    """ "Detained to prevent a march in Exford"."""
    own = verb.dep_ in ("advcl", "xcomp") and verb.head.i == act.anchor.i
    return own and verb.tag_ == "VB" and verb.lemma_ in _STOPS


def _end_of(prep: Token) -> int:
    """Where a phrase ends, with the place told right behind it, on whatever word that hangs."""
    last = prep.right_edge
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if behind.dep_ == "prep" and behind.lower_ in ("in", "at", "near"):
        last = behind.right_edge
    return last.idx + len(last)


def _in_passing(verb: Token) -> bool:
    """ "Who lived in", "accused of"; not "who were travelling to", which is told of the act."""
    if verb.dep_ == "acl":
        since = any(c.lower_ == "since" for c in verb.children)  # "sailors held since July"
        return verb.tag_ in ("VBN", "VBD") and (verb.lemma_.lower() in _SUSPECTED or since)
    if verb.dep_ != "relcl" or verb.pos_ not in VERBS:
        return False
    told_of = any(
        c.lower_ == "where" or (c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass"))
        for c in verb.children
    )
    there = verb.lemma_.lower() in GATHERED or (verb.lemma_.lower() in _TAKEN and passive(verb))
    return told_of and verb.tag_ != "VBG" and not (there or _on_the_way(verb))


def _on_the_way(verb: Token) -> bool:
    """ "Who were on the way to Exford"."""
    ways = (t for c in verb.children if c.lower_ == "on" for t in c.children)
    return verb.lemma_ == "be" and any(t.lemma_ == "way" for t in ways)
