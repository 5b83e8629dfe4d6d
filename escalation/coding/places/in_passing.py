"""Places that a sentence names beside its act: where it was told, what came before, who was hurt.

"... , police in Exford said", "after a raid in Exford", "in answer to the Exford bombing", "the
wounded were brought to Exford", "the police chief of Exford": none of it says where the act was.
"""

import re

from spacy.tokens import Token

from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.roles import is_of_people
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.places.countries import capitals, iso3_of
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import DEPLORES, TELLS, VERBS, governors
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.tolls.people import is_person

SINCE = frozenset({"since"})
AHEAD = frozenset({"ahead", "before"})
_BEHIND = frozenset({"following", "after", "amid", "despite", "since"})
_ANSWERS = word_set("retaliation revenge response answer reprisal vengeance retribution")
_RECALLS = _ANSWERS | {"anniversary"}
_BRINGS = word_set(
    "take bring rush shift move fly airlift transport transfer evacuate admit carry convey ferry"
    " treat refer send bury return lay"
)
_CARE = word_set(
    "hospital clinic morgue mortuary treatment surgery autopsy postmortem care ward facility"
    " identification burial funeral"
)
_HURT = word_set(
    "body wound wounded injure injured injury corpse remains victim casualty survivor patient"
    " coffin"
)
_FOUGHT = ("force.clash", "force.raid", "force.operation")
_DISCUSSES = word_set("discuss debate review address consider coordinate assess tackle")
_AFTER = frozenset({"after", "following", "over"})
_SUMMONS = word_set("summon accuse blame demand complain")
_MEETS = word_set("face see suffer witness experience")
_BEARING = re.compile(
    r"\b(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))?(?:ern|wards?)? of "
    r"(?:the )?(?:[a-z]+ )*$"
)


def of_the_speaker(name: Token | None, act: Act) -> bool:
    """ "... , a ministry in the capital said": where it was told, not where it was."""
    for token in (name, *governors(name)) if name is not None else ():
        if token.dep_ == "nsubj" and token.head.lemma_ in TELLS:
            return token.head.i not in {t.i for t in act.tokens}
    return name is not None and _before_the_teller(name, act)


def _before_the_teller(name: Token, act: Act) -> bool:
    """ "..., police in Exford said": though the parse has the police in a row with a place."""
    above = act.anchor.head
    if act.anchor.dep_ != "ccomp" or above.lemma_ not in TELLS or above.i <= name.i:
        return False
    commas = [t.i for t in name.doc[act.anchor.i : above.i] if t.text == ","]
    return bool(commas) and commas[-1] < name.i


def behind(name: Token | None, act: Act, words: frozenset[str] = _BEHIND) -> bool:
    """Is a place named in an "after ..." beside the act: where something else happened?"""
    own = {token.i for token in act.tokens}
    for token in governors(name) if name is not None else ():
        if token.i in own:
            return False
        if act.kind == "coerce.arrest" and _led_to_it(token):
            return False
        clause = (c.lower_ for c in token.children if c.dep_ == "mark")
        if not words.isdisjoint([token.lower_, *clause]):
            return True
    return False


def _led_to_it(after: Token) -> bool:
    """ "Arrest two after a gun battle in Exford": there."""
    led = after.lower_ in _AFTER and after.dep_ == "prep"
    return led and any((noun_kind(t) or "").startswith(_FOUGHT) for t in after.children)


def recalled(name: Token | None, act: Act) -> bool:
    """ "In revenge for a raid on Exford", though the raid be read as the act's own; "on the
    anniversary of the fall of Exford".
    """
    own = {token.i for token in act.tokens}
    above = {act.anchor.i, *(token.i for token in governors(act.anchor))}
    inside = False
    for token in governors(name) if name is not None else ():
        inside = inside or token.i in own
        if token.i in above or (inside and token.pos_ in VERBS):
            return False  # the act is what is recalled
        if token.lemma_.lower() in _RECALLS or answers(token):
            return True
    return False


def answers(prep: Token) -> bool:
    """ "In revenge for ...", on whatever word the parse hangs the "for"."""
    led = prep.lower_ in ("for", "to") and prep.dep_ == "prep" and prep.i > 0
    return led and prep.nbor(-1).lemma_.lower() in _ANSWERS


def no_ground(name: Token | None, land: Mention, act: Act) -> bool:
    """ "The heir of a premier of Exland", "Exland sends men to Wyford, under attack": no place."""
    if act.is_violent and land.name in capitals() and _complains(name, act):
        return True  # "Kabul says that shells killed two women"
    if act.kind.startswith("talks") and land.precision == "country":
        meets = act.kind != "talks.visit" and of_an_office(
            name
        )  # "the premier of Exland meets ..."
        return meets or _spoken_of(name, act)
    if not act.is_violent or land.precision != "country":
        return False
    doer = act.initiator
    if of_an_office(name) and doer is not None and doer.country not in NO_COUNTRIES:
        return doer.country != iso3_of(land.country or "")  # "the heir of a premier of Exland"
    return _does_another(name, act) or _beside_what_followed(name, act)


def _spoken_of(name: Token | None, act: Act) -> bool:
    """ "Meet to discuss the war in Exland", "talks on troops in Exland": what about, not where."""
    own = {token.i for token in (act.anchor, *act.tokens)}
    for token in governors(name) if name is not None else ():
        if token.i in own:
            return False
        if token.tag_ == "VB" and token.lemma_.lower() in _DISCUSSES:
            return True
        if token.lower_ in ("on", "about", "over") and token.head.i in own:
            return True
    return False


def _beside_what_followed(name: Token | None, act: Act) -> bool:
    """ "Exland and Wyland recall their envoys following the killing of a judge": not there."""
    if name is None or not (name.dep_ in ("nsubj", "dobj", "conj") or _is_told(name)):
        return False
    above = list(governors(act.anchor))
    led = next((t for t in above if t.dep_ == "prep" and t.lower_ in _AFTER), None)
    return led is not None and name.i < led.i and any(t.pos_ in VERBS for t in governors(led))


def _does_another(name: Token | None, act: Act) -> bool:
    own = {token.i for token in (act.anchor, *act.tokens)}
    if name is None or name.dep_ != "nsubj" or name.head.i in own:
        return False
    if name.head.lemma_ in TELLS | _MEETS:
        return False
    inner: Token | None = act.anchor
    for token in (act.anchor, *governors(act.anchor)):
        if token == name.head:
            return inner is not act.anchor
        if token.lemma_ in TELLS:
            return False  # "Exland shuts its ports, saying that Wyland bombed the country"
        if token.dep_ in ("relcl", "acl"):
            inner = token if token != act.anchor else None
    return False


def _is_told(name: Token) -> bool:
    """ "Complains to Exland over a raid": to whom, not where."""
    return name.dep_ == "pobj" and name.head.lower_ in ("to", "with", "against")


def _complains(name: Token | None, act: Act) -> bool:
    if name is None or name.dep_ != "nsubj" or name.head in act.tokens:
        return False
    return name.head.lemma_.lower() in TELLS | DEPLORES | _SUMMONS


def cared_for(name: Token | None, act: Act) -> bool:
    """ "The wounded were taken to a hospital in Exford", "bodies were flown to Exford"."""
    own = {token.i for token in (act.anchor, *act.tokens)}
    toward = False
    for token in governors(name) if name is not None else ():
        if token.i in own:
            return False
        if token.lemma_.lower() in _CARE:
            toward = True
        if token.pos_ in VERBS:
            brought = token.lemma_.lower() in _BRINGS
            hurt = (c for c in token.children if c.dep_ in ("nsubjpass", "dobj", "nsubj"))
            return brought and (toward or any(c.lemma_.lower() in _HURT for c in hurt))
    return False


def of_an_office(name: Token | None) -> bool:
    """ "The police chief of Exford", "a former governor of Exshire": whose, not where."""
    while name is not None and name.dep_ == "compound" and name.head.i > name.i:
        name = name.head  # "of Exford district"
    if name is None or name.dep_ != "pobj" or name.head.lower_ != "of":
        return False
    officer = name.head.head
    return is_of_people(officer) and is_person(officer)


def is_bearing(mention: Mention, mentions: list[Mention], text: str) -> bool:
    """ "In Exford, north of Wyford": in what is named before the bearing."""
    led = _BEARING.search(text, max(0, mention.start - 60), mention.start)
    if led is None:
        return False
    return any(
        0 <= led.start() - m.end <= 30 and "," in text[m.end : led.start()] + ","
        for m in mentions
        if m.precision in ("exact", "district")
    )
