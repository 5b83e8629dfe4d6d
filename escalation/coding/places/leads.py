"""What leads to the name of a place: the words before it, and what it hangs on.

"Migrants from Exland", "the head of Exland's embassy", "a missile that reaches Exland" name a land,
and none of them was there.
"""

import re

from spacy.tokens import Token

from escalation.coding.actors.roles import is_of_people, role_of
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import VERBS, governors
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.tolls.casualty import measure_of
from escalation.coding.tolls.people import is_person

_LEADING = word_set(
    "in at inside across within into on near outside around along from of over with against by for"
    " to toward towards than like between under about off"
)
_WORDS = 4  # so many before a name may lead to it: "in the north of"
_REACH = 40  # characters
# What may stand between two places that one preposition leads to: "in Exford and nearby Wyford".
_ROW = re.compile(
    r"(?:['’]s|-(?:administered|controlled|held|occupied|ruled))?"
    r"(?:[ ,/–-]|\b(?:and|or|as well as|both|the|nearby|of|[a-z]+ern|central|capital|city|town"
    r"|village|district|province|region|area|agency|state|county|division|valley)s?\b)*",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto (?:the |[a-z]+ern |central |[\w ]+['’]s )*$")
_TIMES = word_set("while after as before since because when if although though until once")
_STAYS = ("on", "at", "in", "near", "outside", "inside")
_INSIDE = frozenset({"inside", "within", "across"})
_HOMES = word_set("base headquarter hail originate reside bear train live")
_FLEES = frozenset({"flee", "escape", "retreat", "evacuate"})
_TOWARD = frozenset({"to", "toward", "towards", "for"})
_GOES = word_set(
    "head travel march go drive walk journey fly way route road bind return send"
    " train bus flight plane coach van truck lorry convoy ferry ship boat caravan trip ticket"
)
_WISHES = word_set("insistence request behest urging invitation instigation initiative expense")
_TIES = word_set("affiliate link tie loyal ally align belong back answer")
_MISSIONS = word_set(
    "embassy consulate commission mission ambassador envoy diplomat official delegation delegate"
    " spokesman spokesperson spokeswoman minister president consul attaché attache"
    " consular diplomatic"
)


def lead_of(text: str, mention: Mention, before: Mention | None) -> str:
    """The text before a place, lower case, no farther than the place that stands before it."""
    start, end = max(0, mention.start - _REACH), mention.start
    if before is not None and before.end > start and not _ROW.fullmatch(text, before.end, end):
        start = before.end
    return text[start:end].lower()


def leads(lead: str, known: frozenset[str]) -> bool:
    """Is one of some prepositions the last before a place, or does "of" follow one?"""
    words = [word for word in lead.replace(",", " , ").split()[-_WORDS:] if word in _LEADING]
    if words[-1:] == ["of"] and len(words) > 1:
        return words[-2] in known or "of" in known
    if words[-1:] == ["to"] and not _TO.search(lead):
        return False  # "to keep Exland open"
    return bool(words) and words[-1] in known


def whose(name: Token | None, act: Act) -> bool:
    """Does a country's name say only where somebody or something is from?"""
    if name is None:
        return False
    if whence(name, act):
        return True
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head  # "the envoys of Exland and Wyland"
    head = name.head
    if name.dep_ in ("compound", "nmod", "amod") and head.i > name.i:
        return of_a_mission(name)
    if name.dep_ == "poss":
        led = head.head.lower_ if head.dep_ == "pobj" else ""
        return is_of_people(head) and led not in _STAYS
    if name.dep_ != "pobj" or head.lower_ != "of" or head.head.lemma_ in ("capital", "side"):
        return False
    if head.head.lemma_.lower() in _WISHES:
        return True  # "at the insistence of Exland"
    return is_of_people(head.head)


def of_a_mission(name: Token | None) -> bool:
    """ "The Exland embassy", "an Exland consular convoy", "the Exland minister"."""
    if name is None or name.dep_ not in ("compound", "nmod", "amod") or name.head.i < name.i:
        return False
    said = {name.head.lemma_.lower(), *(c.lower_ for c in name.head.children)}
    return not said.isdisjoint(_MISSIONS)


def whence(name: Token, act: Act) -> bool:
    """ "Rebels from Exland", "power from Exland and Wyland", "gets aid from Exland"."""
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    led = name.head
    if led.lower_ in _INSIDE and led.head.lower_ == "from":
        led = led.head  # "gunmen from inside Exland"
    if name.dep_ != "pobj" or led.lower_ != "from":
        return False
    if act.kind.startswith("retreat"):
        return False  # "withdraws its troops from Exland"
    above = led.head
    held = act.is_violent or act.kind.startswith("coerce.arrest")
    if held and above.pos_ in VERBS and led.i and is_of_people(led.nbor(-1)):
        above = led.nbor(-1)  # "killed or arrested rebels from Exland", hung on the verb
    of_things = above.pos_ in ("NOUN", "PROPN") and (
        noun_kind(above) is None or role_of(above) is not None
    )
    of_things = of_things or (act.is_violent and above in act.tokens)  # "by fire from Exland"
    of_things = of_things or measure_of(above) is not None  # "killed two traders from Exland"
    return of_things or act.kind.startswith(("aid", "support"))


def at_home(name: Token | None) -> bool:
    """ "Fighters based in Exford attack a post in Wyford": where they came from."""
    above = governors(name) if name is not None else ()
    homes = (t for t in above if t.lemma_.lower() in _HOMES and t.dep_ in ("acl", "relcl"))
    # not "a compound in Exland based in Exford"
    return any(role_of(t.head) != "SITE" and t.head.head.lower_ != "in" for t in homes)


def from_elsewhere(name: Token | None, act: Act) -> bool:
    """ "Two traders from Exford were robbed in Wyford", "a bus on its way to Exford": not there."""
    if name is None:
        return False
    if at_home(name):
        return True
    top = named(name)
    if top.dep_ == "pobj" and top.head.lower_ == "from" and act.is_violent:
        above = top.head.head
        if above.pos_ in VERBS and act.kind != "attack.abduction":
            above = top.head.nbor(-1)  # "killed two traders from Exford", hung on the verb
        return above.pos_ in ("NOUN", "PROPN") and is_of_people(above)
    own = {token.i for token in (act.anchor, *act.tokens)}
    for token in (top, *governors(top)):
        if token.i in own:
            return False
        if token.lower_ in _TOWARD and token.head.lemma_.lower() in _GOES:
            return token.head.i not in own
        if token.lower_ == "from" and token.head.lemma_ == "return" and act.is_violent:
            return token.head.i not in own  # "shot dead on returning from Exford"
        if token.lemma_.lower() == "reach" and token.pos_ in VERBS:
            return True
    return False


def fled_to(name: Token | None, act: Act) -> bool:
    """ "Seize a town as soldiers flee into Exland": not there."""
    if name is None or name.dep_ != "pobj" or name.head.lower_ not in ("into", "to"):
        return False
    verb = name.head.head
    return verb.lemma_ in _FLEES and verb not in (act.anchor, *act.tokens)


def tied(name: Token | None) -> bool:
    """ "A network affiliated to Exland", "fighters loyal to Exland": whose, not where."""
    if name is None or name.dep_ != "pobj" or name.head.lower_ not in ("to", "with", "by"):
        return False
    return name.head.head.lemma_.lower() in _TIES


def named(name: Token) -> Token:
    """The noun that a name stands in: the district in "from Exford district"."""
    return name.head if name.dep_ == "compound" and name.head.i > name.i else name


def hangs_on(name: Token, own: set[int]) -> bool:
    """Does a place hang on one of some words, with no person and no other deed between?

    "Held in the city of Exford", "killed by a bomb on the road near Exford"; not "killed a guard
    of the bank in Exford".
    """
    below = name
    for token in governors(name):
        if token.i in own:
            party = below.dep_ in ("nsubj", "nsubjpass", "dobj")
            return not party or role_of(below) == "SITE"
        person = is_of_people(token) or is_person(token)
        if person or token.pos_ in VERBS or token.dep_ in ("conj", "appos", "ROOT"):
            return False
        if token.lower_ == "during":  # "during prayers in Exford"
            return False
        below = token
    return False


_OF_LAW = ("coerce.arrest", "coerce.execution", "concede")
_FOR = word_set("of behind over about")
_HELD = word_set("hold stage organize organise convene host plan schedule conduct")
_LIES = word_set("hide bury store stash conceal park find discover recover dump stockpile keep")
GATHERED = word_set("gather rally protest march demonstrate assemble stand queue sit wait")
"""What those whom an act meets did when it met them: it tells of the act too."""


def of_another_deed(name: Token | None, act: Act) -> bool:
    """Is a place told in a clause of its own beside the act: "a man killed in Exford is tried"?"""
    own = {token.i for token in (act.anchor, *act.tokens)}
    below: Token | None = None
    for token in (name, *governors(name)) if name is not None else ():
        if token.i in own:
            return below is not None and not (below.head.i == token.i and token.pos_ not in VERBS)
        told = token.dep_ in ("relcl", "acl") and token.pos_ in VERBS
        told = told and token.lemma_ not in _HELD | GATHERED  # "banned a march held in Exford"
        told = told and not (act.kind == "coerce.seizure" and token.lemma_ in _LIES)
        told = told or (act.kind.startswith(_OF_LAW) and _is_crime(token))
        told = told or (token.dep_ == "advcl" and token.tag_ == "VBN")  # "his heir, killed in ..."
        if told or _timed(token):
            below = token
    return False


def _is_crime(noun: Token) -> bool:
    """ "The planner of the Exford attacks", "behind a bombing in Exford": what one is held for."""
    return noun_kind(noun) is not None and noun.head.lower_ in _FOR and noun.dep_ == "pobj"


def _timed(verb: Token) -> bool:
    """Does a verb head a clause of its own time: "while ...", "as ..."?"""
    marks = (c.lower_ for c in verb.children if c.dep_ == "mark")
    return verb.dep_ == "advcl" and any(mark in _TIMES for mark in marks)
