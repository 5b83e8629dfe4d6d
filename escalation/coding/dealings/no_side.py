"""Who is named in an act and is no side of it: where it is, for whom, and what is one's own."""

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who
from escalation.coding.attacks.street import STREET
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.grievance import is_wronged, on_behalf
from escalation.coding.dealings.upon import is_asked_for
from escalation.coding.sentence.noun_phrase import QUALIFIERS, backed
from escalation.coding.sentence.once import text_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY

_WRITTEN = word_set("resolution statement declaration communique report speech interview message")
_JOURNEYS = ("passage", "flight", "travel", "journey")
_WORLD = word_set("country nation state community government power")
_EVERY = word_set(
    "all other every many several international global neighbouring neighboring various more"
    " friendly fellow foreign"
)
_THERE = ("in", "at", "across", "through", "near", "around", "throughout")
_ON_THE_WAY = (*_THERE, "from", "to", "towards", "toward", "of", "into", "on", "outside")
_PROCESSIONS = word_set("procession rally gathering caravan")
_STREETS = STREET | {"street"}
_DISCUSS = word_set("discuss review debate address examine consider")
_TIES = word_set("relation relationship tie")
_WORDS = ("demand", "accuse", "reject", "support", "agree")
_GOING = ("talks", "sanction")  # where one goes, or stops going, is whom it is about
# One's own: what is done to them is done to the host.
_MISSIONS = word_set("embassy consulate ambassador envoy diplomat mission representative")
_MEETINGS = word_set("talk meeting conference summit negotiation round session dialogue")
_CRIMES = word_set(
    "crime act aggression affront violation insult outrage war hostility provocation"
)
_MOVED = word_set("against over after amid following protest motion vote")
_LANDS = word_set("country nation homeland")
_SPOKEN = word_set("threaten promise vow pledge")
_SIDES = word_set("MIL COP SPY JUD LEG OPP PTY ELI REB CVL BUS")
_INQUIRERS = word_set("commission committee panel board tribunal inquiry team force investigator")
JAILS = ("prison", "jail", "custody", "detention", "bail", "parole")


def is_everybody(token: Token) -> bool:
    """ "All countries", "the international community": nobody's state."""
    said = {c.lower_ for c in token.children if c.dep_ in ("amod", "det", "compound")}
    return bool(said & _EVERY) and token.lemma_.lower() in _WORLD


def names_no_side(token: Token, anchor: Token, who: Who, kind: str, cast: Cast) -> bool:
    """Is somebody named only to say for whom, from where or where it is done?"""
    if kind.startswith(("demand", "protest")) and on_behalf(token):
        return True
    if kind.startswith("protest") and is_wronged(token):
        return True
    if kind.startswith("mobilize") and any(c.lemma_ == "parade" for c in anchor.children):
        return True  # "holds a parade in Rome": aimed at nobody
    if who.role == "SITE" and kind.startswith(_WORDS) and cast.place_of(token):
        return True  # "asked the minister to reopen the Exford crossing"
    if _of_the_matter(token, anchor, kind, cast):
        return True
    if kind.startswith("demand") and (
        _where_they_are(token, who, cast) or is_asked_for(token, who)
    ):
        return True
    if kind.startswith("talks") and _of_the_agenda(token, anchor):
        return True
    if (kind.startswith("protest") or kind == "retreat") and _is_where(token, who, kind, cast):
        return True
    if kind.startswith("coerce") and token.head.lower_ == "in" and cast.is_place(who):
        return True  # "orders shops in Exland to close"
    if kind.startswith("protest") and _of_the_march(token, who, kind):
        return True
    if who.country == "IGO" and kind.startswith(_WORDS) and _in_the_hall(token, anchor):
        return True
    if token.dep_ in QUALIFIERS and token.head.lemma_.lower() in JAILS:
        return True  # "on hunger strike in Evin prison"
    return token.dep_ == "pobj" and _of_a_preposition(token, anchor, who, kind, cast)


def _of_a_preposition(token: Token, anchor: Token, who: Who, kind: str, cast: Cast) -> bool:
    """By a preposition: "with force", "revenge for the killing of Romans", "told in Rome"."""
    if kind.startswith(("reject", "agree")) and cast.is_place(who) and _where_they_meet(token.head):
        return True
    if kind.startswith("threat") and token.lower_ == "force" and token.head.lower_ == "with":
        return True  # "will answer with force"
    if kind.startswith("threat") and token.head.lower_ == "of" and noun_kind(token.head.head):
        return True  # "vows revenge for the killing of Romans"
    if token.lemma_.lower() in JAILS:
        return True  # "release from prison", "sentenced to ten years in jail"
    if token.head.head.lemma_ in _JOURNEYS and not kind.startswith(_GOING):
        return True  # "demand safe passage to Rome"
    # "Warned in Geneva", "told reporters in Rome": where words are spoken
    here = token.head.lower_ in ("in", "at") and token.head.head == anchor
    return here and anchor.lemma_.lower() in SAY | _SPOKEN and cast.is_place(who)


def _of_the_matter(token: Token, anchor: Token, kind: str, cast: Cast) -> bool:
    """Does a name belong to what an act is about, and to none of its sides?"""
    if kind == "accuse.condemn" and _suffers(token):
        return True  # "condemned the raid, calling it a crime against its people"
    if kind == "accuse" and _was_killed(token):
        return True  # "blamed rebels for the killing of two farmers"
    if kind.startswith("investigate") and token.lemma_.lower() in _INQUIRERS:
        return True  # "sets up a panel to look into it"
    if kind == "retreat.resignation" and any(t.lower_ in _MOVED for t in _up_to(token, anchor)):
        return True  # "resigned in protest at a motion against the premier"
    if token.dep_ not in QUALIFIERS:
        return kind.startswith("reject") and _owns(token)  # "denies the blast, but not Exton's"
    name = cast.named(token)  # "a pro-Roman march"
    return name is not None and backed(text_of(token.doc), name.start, name.end)


def _up_to(token: Token, anchor: Token) -> Iterator[Token]:
    return itertools.takewhile(lambda t: t.i != anchor.i, token.ancestors)


def _suffers(token: Token) -> bool:
    """Was the deed that is condemned done to them: "an act against Romans", "an attack on Rome"?"""
    if token.dep_ != "pobj" or token.head.lower_ not in ("against", "on", "upon"):
        return False
    deed = token.head.head
    return deed.lemma_.lower() in _CRIMES or bool(noun_kind(deed))


def _was_killed(token: Token) -> bool:
    while token.head.lower_ == "of" and token.dep_ == "pobj":
        token = token.head.head
        if noun_kind(token) and token.head.lower_ == "for":
            return True
    return False


def _owns(token: Token) -> bool:
    return any(c.dep_ == "case" for c in token.children)


def _where_they_are(token: Token, who: Who, cast: Cast) -> bool:
    """ "Asks that Romans in Oslo stay at home": asked are the Romans."""
    inside = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "across")
    if not inside or not cast.is_place(who) or token.head.head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    asked = cast.who(token.head.head)
    return asked is not None and asked.country not in ("UNK", who.country)


def _in_the_hall(token: Token, anchor: Token) -> bool:
    """ "Before the Security Council, Chad deplored ...": where it was spoken."""
    link = token.head.head if token.dep_ == "compound" else token.head
    said = link.head in (anchor, *anchor.ancestors)
    return said and link.lower_ in ("at", "before", "in") and link.i < anchor.i


def _is_where(token: Token, who: Who, kind: str, cast: Cast) -> bool:
    """ "Marched from Rome to Bern", "took to the streets of Rome", "gave up their arms in Rome"."""
    if token.lemma_.lower() in _STREETS:
        return kind.startswith("protest")
    while token.dep_ == "conj":  # "were held in Rome, Bern and Oslo"
        token = token.head
    if token.head.lower_ == "alongside" and kind == "retreat":
        return True
    links = _ON_THE_WAY if kind.startswith("protest") else ("in", "near", "around")
    return token.head.lower_ in links and cast.is_place(who)


def _of_the_march(token: Token, who: Who, kind: str) -> bool:
    """ "Took out a procession", "marched behind a coffin", "blocked the road to a village"."""
    if token.lemma_.lower() in _PROCESSIONS:
        return True
    if who.role == "SITE" and who.sector == "CVL" and kind != "protest.riot":
        return True
    above = itertools.islice(token.ancestors, 4)
    return any(t.lower_ == "behind" for t in above)


def _of_the_agenda(token: Token, anchor: Token) -> bool:
    """ "Met to discuss Angola and the price of oil": what it was about."""
    above = list(itertools.takewhile(lambda t: t.i != anchor.i, token.ancestors))
    verb = next((t for t in above if t.lemma_.lower() in _DISCUSS), None)
    if verb is None:
        return False
    beside = token.head.head if token.dep_ == "pobj" else token.head
    return not (token.head.lower_ == "with" and (beside == verb or beside.lemma_ in _TIES))


def _where_they_meet(link: Token) -> bool:
    """ "Talks in Rome", "a summit to be held next week in Rome": where, not with whom."""
    above = [t.lemma_.lower() for t in link.ancestors][:4]
    return link.lower_ in ("in", "at") and not _MEETINGS.isdisjoint(above)


def is_own(token: Token, who: Who, kind: str, initiator: Who | None) -> bool:
    """ "Sent its fleet to sea", "closed its embassy": one's own is not whom it is aimed at."""
    if initiator is None:
        return False
    own = who.country == initiator.country
    if own and kind.startswith("reject") and token.lemma_.lower() in _LANDS:
        return True  # "denies that he left the country"
    theirs = any(c.lower_ in ("its", "his", "their", "her") for c in token.children)
    if own and kind == "reject.accusation" and theirs:
        return True  # "rejects that any of their jets was lost"
    if own and kind.startswith("threat") and any(c.tag_ == "PRP$" for c in token.children):
        return True  # "vows to avenge its general"
    if own and (who.role == "SITE" or token.lemma_.lower() in _MISSIONS or token.pos_ == "PRON"):
        return True
    moves = kind.startswith(("mobilize", "retreat", "aid")) and who.sector == "MIL"
    if moves and (
        (own and who.country != "UNK") or (token.dep_ == "pobj" and token.head.lower_ == "of")
    ):
        return True  # "announces a withdrawal of its soldiers", "the stationing of nine troops"
    moved = kind.startswith(("mobilize", "retreat")) and token.dep_ in ("dobj", "nsubjpass", "conj")
    if moved and kind.startswith("retreat") and (who.sector == "MIL" or who.role == "SITE"):
        return True  # "a base is handed over to the police"
    return moved and (own or who.country == "UNK") and who.country not in ("IGO", "NGO")


def is_written(token: Token) -> bool:
    """ "In a statement": where words are told."""
    return token.head.lower_ == "in" and token.lemma_.lower() in _WRITTEN


def with_whom(anchor: Token, noun: Token | None) -> bool:
    """Is told with whom they talk, so that where they do is no side?"""
    return any(
        c.lower_ in ("with", "between", "among")
        for word in (anchor, noun)
        if word is not None
        for c in word.children
    )


def whole_side(token: Token, who: Who, cast: Cast) -> Who:
    """ "Afghan police", "former President Karimov": the police and Karimov, not their land."""
    whole = cast.actor(token.head)
    if whole is None or whole.role == "SITE" or whole.country != who.country:
        return who
    return whole if whole.sector in _SIDES and whole.country not in NO_COUNTRIES else who


def is_whereabouts(token: Token, kind: str, cast: Cast) -> bool:
    """ "The mosque in Islamabad": where it is, not whom it meets."""
    if token.head.lower_ == "from" and kind.startswith(("sanction", "threat")):
        return False  # "recalled its envoy from Rome"
    if token.dep_ != "pobj" or token.head.lower_ not in ("in", "at", "near", "outside", "from"):
        return False
    name = cast.named(token)
    return name is not None and name.how == "capital"


def strangeness(who: Who, initiator: Who | None) -> int:
    """Others' countries and groups before one's own people, and these before somebody."""
    if who.country == "UNK":
        return 2
    own = initiator is not None and who.country == initiator.country
    return 1 if own and who.country not in ("IGO", "NGO") else 0
