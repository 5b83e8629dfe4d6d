"""Words of violence that tell something that happened, not only speak of it.

"An ambush killed two" and "launched a series of raids" tell; "the fear of a raid" does not.
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.ground import TAKES
from escalation.coding.attacks.particular import (
    does_something,
    followed,
    is_particular,
    protested_at,
)
from escalation.coding.sentence.clause import PARTS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import sets_off, wards_off
from escalation.coding.tolls.raised import counts_dead, tells_a_toll

LIGHT = word_set(
    "launch carry conduct stage mount make commit wage unleash lead order perpetrate execute"
    " perform begin start continue resume renew restart witness suffer face see trigger spark cause"
    " report survive escape plan claim admit announce intensify step kick open join respond"
    " retaliate commence undertake"
)
OCCUR = word_set(
    "occur happen erupt break take hit rock shake strike kill injure wound leave begin start"
    " continue target destroy rip tear claim cause damage resume flare be follow end"
    " escalate spread intensify last go explode shatter near force trigger devastate come impact"
    " lob hurl throw toss derail result pit rage rag"
)
MANY = word_set("sound series wave string spate number hail volley barrage salvo")
_MAKE = word_set("launch carry conduct stage mount unleash perpetrate execute fire rain begin")
LANDS = word_set("land fall slam rain smash plough plow plunge thud")
_FIRED = word_set("shell rocket mortar missile bomb round projectile grenade katyusha")
_ABLAZE = frozenset({"fire", "ablaze", "alight"})
_STRUCK = frozenset({"target", "victim", "prey"})
_STANDS = frozenset({"be", "become"})
_WHERE = word_set("on in into at near onto inside outside around beside within over across")
ANSWERS = frozenset({"respond", "retaliate", "reply", "answer", "react"})
_BESIDE = word_set("after following amid amidst")
_DETAILS = word_set("in near at by between on against")
_ANSWERED = word_set("hold arrest detain charge jail convict sentence try question extradite")
_FIGHTS = word_set(
    "fighting clash battle fight firefight skirmish shootout gunfight combat gunbattle"
)
_VOLLEYS = word_set("gunfire fire round bullet shot ammunition")
_SOUNDS = word_set("hear ring echo reverberate resound")  # "gunfire was heard", "shots rang out"
_LOUD = _VOLLEYS | word_set("sound explosion blast shelling gunshot firing bombardment detonation")
GROWS = frozenset({"escalate", "turn", "degenerate", "descend"})
_SEASONS = word_set("spring summer autumn winter annual yearly")
_FOUND = word_set("find recover discover dump turn wash retrieve exhume hang")
_FOILED = word_set("foil thwart prevent disrupt intercept defuse")
_LEADING_TO = word_set("triggering sparking prompting igniting provoking")
_RUINS = word_set(
    "damage destroy shatter gut level flatten wreck cripple rock shake disable derail topple sever"
    " sicken hospitalize hospitalise mar overshadow disrupt interrupt"
)
_SHAKES = word_set("rock shake jolt damage destroy wreck")
_ENGAGES = word_set("engage lock embroil entangle")
_TAKES = TAKES - {"enter"}
_SPANS = word_set("hour day night week month")
_FIERCE = word_set("fierce heavy intense bitter bloody deadly violent")
_ENSUING = word_set("ensuing subsequent resulting")


def series_of(noun: Token) -> Token | None:
    """The series in "a series of raids", if the noun stands so."""
    many = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in MANY
    return noun.head.head if many else None


def made_in_a_row(many: Token) -> bool:
    """ "Launched a wave of raids": they were made; who spoke of a wave of raids made none."""
    verb = many.head
    made = many.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _MAKE
    return made and many.lemma_.lower() in MANY


def comes_under(noun: Token) -> Token | None:
    """The verb of "a base comes under attack", whose subject is attacked."""
    under = noun.head
    comes = noun.dep_ == "pobj" and under.lower_ == "under" and under.head.lemma_ == "come"
    said = comes and any(c.lower_ in ("for", "over") for c in under.head.children)
    if comes or noun.dep_ != "pobj":
        return under.head if comes and not said else None  # "under fire for his remarks"
    return _made_victim(under)


def _made_victim(preposition: Token) -> Token | None:
    """The verb of "was the target of an attack", "fell victim to a bombing"."""
    above = preposition.head
    if preposition.lower_ == "of" and above.lemma_.lower() in _STRUCK:
        return above.head if above.dep_ == "attr" and above.head.lemma_ in _STANDS else None
    if preposition.lower_ != "to":
        return None
    verb = above.head if above.lemma_.lower() in _STRUCK else above
    fell = verb.lemma_ == "fall" and any(c.lemma_.lower() in _STRUCK for c in verb.children)
    return verb if fell else None


def ruined_by(noun: Token) -> Token | None:
    """The verb of "a bridge was damaged by a blast": its subject was hit; of "a blast rocks it"."""
    by = noun.head
    verb = by.head
    if noun.dep_ == "nsubj" and by.pos_ == "VERB" and by.lemma_ in _SHAKES:
        return by
    if noun.dep_ != "pobj" or by.lower_ not in ("by", "in", "during") or verb.tag_ != "VBN":
        return None
    ruined = verb.lemma_.lower() in _RUINS and any(c.dep_ == "auxpass" for c in verb.children)
    return verb if ruined else None


def engaged_in(noun: Token) -> Token | None:
    """The verb of "troops engaged in heavy fighting", "were locked in a battle"."""
    inside = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    verb = noun.head.head
    fought = inside and noun.lemma_.lower() in _FIGHTS
    return verb if fought and verb.pos_ == "VERB" and verb.lemma_ in _ENGAGES else None


def happens_in(noun: Token) -> Token | None:
    """The verb of what was done "in a raid", "during a series of raids"."""
    where = series_of(noun) or noun
    inside = where.dep_ == "pobj" and where.head.lower_ in ("in", "during")
    return where.head.head if inside else None


def ensued(noun: Token) -> bool:
    """ "Attack a post, triggering a gunfight", "the ensuing clash": what an attack led to."""
    led = noun.dep_ == "dobj" and noun.head.lower_ in _LEADING_TO
    return led or any(c.lower_ in _ENSUING for c in noun.children)


def eventive(noun: Token) -> bool:
    """Is a noun told as something that happened, not only spoken of?"""
    if noun.pos_ == "VERB":
        return True
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in ("attempt", "bid"):
        noun = noun.head  # "survives an assassination attempt"
    noun = series_of(noun) or noun  # "launched a series of raids"
    role, head = noun.dep_, noun.head
    lemma = head.lemma_.lower()
    if lemma == "toll" and (role in PARTS or role == "poss"):
        return True  # "the blast toll climbs to nine"
    if role_of(noun) and role != "ROOT" and lemma not in OCCUR:
        return False
    if dead_in(noun) is not None or _is_over(noun):
        return True
    if role == "dobj" and sets_off(noun):
        return True
    if role == "dobj" and lemma == "use" and head.pos_ == "VERB":  # "use gunfire to disperse"
        return noun.lemma_.lower() in _VOLLEYS
    if role in ("nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "xcomp"):
        return _is_told_by(noun, role, head)
    if comes_under(noun) is not None or protested_at(noun):
        return True
    if role == "pobj" and head.lower_ == "into" and head.head.lemma_.lower() in GROWS:
        return True  # "a fight turned into a shooting"
    answers = head.lower_ == "with" and head.head.lemma_ in ANSWERS
    answers = answers or engaged_in(noun) is not None
    if role == "pobj" and (answers or ruined_by(noun) is not None or tells_a_toll(noun.sent)):
        return True
    if role == "dep" and noun.left_edge.i == noun.sent.start and tells_a_toll(noun.sent):
        return True  # "Red Fort blast: toll rises to 13"
    if role == "ROOT" or (role == "dep" and noun.i == noun.sent.start):
        found = (c.dep_ == "acl" and c.lemma_.lower() in _FOUND for c in noun.children)
        return any(found) or any(c.dep_ == "prep" for c in noun.children)
    if any(c.tag_ == "VBG" and c.lemma_.lower() in LIGHT for c in noun.children):
        return True
    if fighters(noun):
        return True
    return role == "pobj" and head.lower_ in _BESIDE and _has_details(noun)


def fighters(fight: Token) -> list[Token]:
    """ "Troops enter a town after fierce clashes", "after days of fighting": these fought."""
    if fight.dep_ != "pobj" or fight.lemma_.lower() not in _FIGHTS:
        return []
    spell = fight.head.head if fight.head.lower_ == "of" else None
    long = spell is not None and spell.lemma_.lower() in _SPANS and spell.dep_ == "pobj"
    link = spell.head if long and spell is not None else fight.head
    fierce = long or any(c.lower_ in _FIERCE for c in fight.children)
    if not fierce or link.lower_ not in ("after", "following") or link.head.lemma_ in _TAKES:
        return []  # who takes a town after days of fighting has taken it
    doers = (c for c in link.head.children if c.dep_ in ("nsubj", "nsubjpass"))
    return [t for t in doers if role_of(t) in ("MIL", "REB")]


def _is_told_by(noun: Token, role: str, head: Token) -> bool:
    """Does the verb, of which a noun is the subject or object, tell that it happened?"""
    while role == "conj":
        role, head = head.dep_, head.head
    lemma = head.lemma_.lower()
    if noun.lemma_.lower() in ("body", "corpse"):  # of people who were shot or beheaded
        return lemma in _FOUND
    if lemma in _SOUNDS and role != "dobj":
        return noun.lemma_.lower() in _LOUD
    if role == "nsubj" and lemma == "set":  # "drones set a depot on fire"
        return any(t.lower_ in _ABLAZE for t in head.subtree)
    if role == "nsubj" and lemma in LANDS:  # "attacks fell by half": only what is fired
        fired = noun.lemma_.lower() in _FIRED
        return fired and any(c.dep_ == "prep" and c.lower_ in _WHERE for c in head.children)
    if followed(noun) or does_something(noun):
        return True
    if role == "nsubj" and any(c.dep_ == "nsubj" and counts_dead(c) for c in head.children):
        return True  # "the toll in the Exford bombing jumps to nine", by the parse the bombing
    if lemma == "announce" and _of_a_season(noun):
        return False
    if lemma == "involve":
        return role == "dobj" and head.tag_ == "VBD"  # not "a plan involving attacks"
    return lemma in LIGHT | _FOILED or wards_off(head) or (role != "dobj" and lemma in OCCUR)


def _of_a_season(offensive: Token) -> bool:
    """ "Announces its spring offensive": what is to come."""
    said = {c.lower_ for c in offensive.children}
    return offensive.lemma_.lower() in ("offensive", "campaign") and not said.isdisjoint(_SEASONS)


def is_noise(word: Token) -> bool:
    """ "Explosions were heard", "gunfire and shots rang out": what a fight sounds like."""
    noun = word
    while noun.dep_ == "conj":
        noun = noun.head
    heard = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_.lower() in _SOUNDS
    return heard and word.lemma_.lower() in _LOUD


def _is_over(noun: Token) -> bool:
    """ "Hotel siege over, 20 dead"."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    return after is not None and after.lower_ == "over" and after.dep_ == "advmod"


def dead_in(noun: Token) -> Token | None:
    """Who is dead: "three dead in attack on convoy", "four dead in suicide and gun attack"."""
    while noun.dep_ == "conj":
        noun = noun.head
    fell = noun.head.head
    inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "after")
    if not inside or fell.lower_ != "dead" or fell.pos_ not in ("ADJ", "NOUN"):
        return None
    own = next((c for c in fell.children if c.dep_ == "nsubj"), None)
    return own or (fell.head if fell.dep_ == "amod" else fell)


def _has_details(noun: Token) -> bool:
    """ "After a raid in Exford", "amid fighting between two clans", not "after the raid"."""
    said = {c.lower_ for c in noun.children if c.dep_ in ("prep", "agent")}
    known = bool(said & {"in", "near", "at"}) and noun.head.lower_ in ("after", "following")
    the = any(c.dep_ == "det" and c.lower_ not in ("a", "an") for c in noun.children)
    claimed = any(c.dep_ == "acl" and c.lemma_ in ("claim", "blame") for c in noun.children)
    fought = "with" in said and noun.lemma_.lower() in _FIGHTS  # no "violations with Exland"
    if known or (is_particular(noun) and noun.head.head.lemma_ not in _ANSWERED):
        return True
    return not the and (claimed or fought or bool(said & _DETAILS))
