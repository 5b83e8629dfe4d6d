"""Words of death and injury: what they measure, and on which side their people stand.

"killing nine" looks right, "nine were killed" and "nine people dead" look left; "shot dead" does
either, as its sentence has it.
"""

from typing import NamedTuple

from spacy.tokens import Span, Token

from escalation.coding.sentence.clause import meant
from escalation.coding.sentence.once import forms
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import ATTEMPT, PLOTS
from escalation.coding.tolls.hurt import (
    SEVERAL,
    SUFFERS,
    borne_by,
    injuries_to,
    is_treated,
    led_by_with,
    takes_injury,
)
from escalation.coding.tolls.last_breath import bereft, dies, falls_in_battle, removes
from escalation.coding.tolls.raised import HURT, TOLLS, counts_dead

_KILL = word_set(
    "kill murder assassinate slay massacre execute behead lynch martyr hang slaughter butcher"
    " decapitate"
)
_COUNTED_BY_OF = word_set(
    "death body corpse beheading lynching slaying assassination decapitation"
)  # "the beheading of a clerk"
_CRUEL = word_set(
    "hack stone burn beat stab club bludgeon knife slash flog torture trample crush starve strangle"
    " choke batter kick whip lynch shoot blow bayonet spear bomb shell gas poison drag pelt maul"
    " electrocute drown scald"
)  # "... to death"
_HURT = frozenset(["injure", "wound", "hurt", "maim", "sicken", "poison"])
_DIE = frozenset(["die", "perish"])
_BEFORE_NUMBERS = word_set(
    "dozens scores several hundreds many some about around nearly almost over more at up another"
)
_MANY = word_set("dozens scores several hundreds many another")
_NEAR = 5  # words from a count to its word of harm
_GUN = frozenset(["gun", "guns", "gunned", "gunning"])
# "kill 13 militants after the murder of workers": the murder is another happening.
_ELSEWHERE = frozenset(["after", "over", "following", "for", "despite", "since", "avenge", "into"])
SHOT = frozenset(["shot", "shoot", "shoots", "shooting"])
_TRENDS = word_set("spate spike wave surge rise increase trend pattern")
_MEMORIES = word_set("tribute family relative funeral anniversary memorial memory vigil burial")
# Words for all the people of whom the next ones may be parts.
WHOLES = word_set("people persons civilians dead victims casualties deaths members others of the")


class Toll(NamedTuple):
    """Dead or injured of one group: ``low``, ``best`` and ``high`` are None where not told.

    ``victims`` are the group's words ("Pakistani soldiers"); ``start`` and ``end`` are character
    offsets in the document; ``rule`` is how the number was read (``number``, ``at-least``,
    ``word``, ``range``, ``one``, ``plural``, ``untold``, ``none``), ``updated`` where it replaces
    an earlier toll of the same happening, ``within`` where attackers are counted within another's.
    """

    measure: str
    low: float | None
    best: float | None
    high: float | None
    victims: str
    start: int
    end: int
    rule: str


def words_of_harm(sentence: Span) -> list[tuple[Token, str]]:
    """The words of a sentence that tell of death or injury, with what they measure."""
    both = _either(sentence)
    return [
        (token, measure)
        for token in sentence
        if (measure := measure_of(token)) and not _remembered(token) and token.i not in both
        if not ((measure == "injured" and _died_since(token)) or _only_meant(token))
    ]


def _only_meant(verb: Token) -> bool:
    """ "The second attempt to kill him", "tried to kill two": nobody fell by it."""
    tried = verb.head.lemma_.lower() in PLOTS | ATTEMPT
    return tried and verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)


def _died_since(hurt: Token) -> bool:
    """ "A man wounded in the raid dies of his injuries": one of the dead."""
    who = hurt.head
    if who.dep_ == "pobj" and who.head.lower_ == "of":  # "two of those wounded have died"
        who = who.head.head
    above = who.head.lemma_.lower()
    died = who.dep_ == "nsubj" and (above in _DIE or above == "succumb")
    return hurt.dep_ in ("acl", "relcl", "amod") and died


def _remembered(token: Token) -> bool:
    """ "A tribute to officers killed on duty", "a spate of clerks being killed": of others."""
    if token.dep_ in ("acl", "relcl") and token.head.lemma_ == "time":
        return True  # "marking the first time that soldiers are killed there"
    if token.dep_ not in ("acl", "relcl") or token.head.dep_ != "pobj":
        return False
    above = token.head.head.head
    return above.lemma_.lower() in _MEMORIES | _TRENDS and above.pos_ == "NOUN"


def _either(sentence: Span) -> set[int]:
    """ "40 dead or wounded", "40 were killed and wounded": a count of both, and so of neither."""
    found: set[int] = set()
    if {"or", "and"}.isdisjoint(forms(sentence)):
        return found
    for one, joint, other in zip(sentence, sentence[1:], sentence[2:], strict=False):
        if joint.lower_ not in ("or", "and"):
            continue
        if {measure_of(one), measure_of(other)} != {"deaths", "injured"}:
            continue
        if joint.lower_ == "or" or _counted_before(one) != _a_number_follows(other):
            found |= {one.i, other.i}
    return found


def _counted_before(word: Token) -> bool:
    """Does a count stand before it: "20 people were killed", "leaving four dead"?"""
    before = word.doc[max(word.i - _NEAR, word.sent.start) : word.i]
    return any(t.like_num or t.lower_ in _MANY for t in before)


def measure_of(token: Token) -> str | None:
    """``deaths`` or ``injured`` if the word tells of them, else None."""
    lemma, word = token.lemma_.lower(), token.lower_
    if token.pos_ == "NOUN" and _is_elsewhere(token):
        return None
    if word == "slain" and token.dep_ == "amod" and token.head.tag_ == "NN":
        return None  # "the family of a slain leader": known before
    if word in _GUN and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "down":
        return "deaths"
    if word in TOLLS and (measure := toll_of(token)) is not None:
        return measure
    if word in ("toll", "number"):
        return None
    if word == "dead" or lemma in _DIE or word in ("killed", "killing", "slain"):
        return "deaths"
    if lemma in _KILL and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return "deaths"
    fatal = token.pos_ == "VERB" or lemma == "succumb"
    if fatal and (dies(token) or removes(token) or falls_in_battle(token) or _loses_men(token)):
        return "deaths"
    if lemma in _CRUEL and _to_death(token):
        return "deaths"
    if lemma in SUFFERS and (takes_injury(token) or is_treated(token)):
        return "injured"
    if word in SEVERAL and (injuries_to(token) or led_by_with(token)):
        return "injured"
    if word in ("injured", "wounded", "hurt") or (lemma in _HURT and token.pos_ in ("VERB", "AUX")):
        return "injured"
    joined = word in ("wounds", "injures") and token.i > 0 and token.nbor(-1).lower_ in (",", "and")
    if joined and _a_number_follows(token):
        return "injured"  # a headline's verb: "kills four, wounds two"
    cost = lemma == "life" and token.head.lemma_ in ("claim", "take", "cost")
    counts = cost or lemma in _COUNTED_BY_OF
    if counts and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of":
        return "deaths"
    return None


def toll_of(word: Token) -> str | None:
    """ "Toll", "injury toll", "the number of people killed in the raid"."""
    if counts_dead(word):
        return "deaths"
    of = word.nbor(-1).lemma_.lower() if word.i > word.sent.start else ""
    return "injured" if of in HURT else None


def _is_elsewhere(noun: Token) -> bool:
    """ "After the murder of"; but "claims responsibility for the deaths of two"."""
    before = [noun.nbor(-back).lower_ for back in (1, 2, 3) if noun.i >= back]
    return not _ELSEWHERE.isdisjoint(before[:2]) and "responsibility" not in before


def _loses_men(verb: Token) -> bool:
    """ "Troops lost three men", "the raid cost two people their lives"."""
    if verb.lemma_.lower() == "cost":
        lives = any(c.lemma_ == "life" and c.i > verb.i for c in verb.subtree)
        return lives and verb.pos_ == "VERB"
    return verb.lemma_.lower() == "lose" and bereft(verb)


def _to_death(verb: Token) -> bool:
    """ "Fatally shot", "stoned a man accused of theft to death"."""
    fatally = any(c.lower_ in ("fatally", "alive") for c in verb.children)
    deaths = (t for t in verb.subtree if t.lower_ == "death" and t.head.lower_ == "to")
    return fatally or any(t.head.head.lemma_ not in ("sentence", "condemn") for t in deaths)


def _a_number_follows(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and (after.like_num or after.lower_ in _BEFORE_NUMBERS)


def _is_passive(token: Token) -> bool:
    by = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "by"
    return by or any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)


def looks_left(token: Token, has_right: bool) -> bool:
    """May the people of the word stand before it? ``has_right``: some stand after it."""
    word = token.lower_
    if word == "dead" or token.lemma_.lower() in _DIE:
        return not (word == "dead" and _shot(token) and has_right)
    if takes_injury(token) or dies(token) or falls_in_battle(token):
        return True
    if token.lemma_ == "cost":
        return False
    if led_by_with(token):
        return True
    if not word.endswith(("ed", "t", "n")):
        return False
    if token.tag_ == "VBD" and any(c.dep_ == "dobj" and c.i > token.i for c in token.children):
        return False  # "gunmen killed a tax collector"
    return _is_passive(token) or not has_right


def looks_right(token: Token) -> bool:
    """May the people of the word stand after it?"""
    if token.lower_ == "dead":
        return _shot(token)
    if takes_injury(token) or dies(token) or falls_in_battle(token):
        return False
    return token.lemma_.lower() not in _DIE and not _is_passive(token)


def _shot(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in SHOT


def subjects(token: Token) -> list[Token]:
    """Who is told to be dead or hurt, by the parse."""
    own = any(c.dep_ == "nsubjpass" for c in token.children)  # "Exland war: two guards are killed"
    if token.dep_ == "acl" and not own:
        return [token.head]
    if led_by_with(token):
        return borne_by(token)
    verb = token
    if token.lower_ == "dead" and token.head.lemma_ in ("be", "find", "lie", "shoot"):
        verb = token.head
    so = verb.lemma_ == "shoot" or (verb.head.lemma_ == "find" and _is_passive(verb.head))
    if so and verb.dep_ in ("oprd", "acomp", "xcomp"):
        verb = verb.head  # "were found shot dead", "were found beheaded"
    shot = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_ == "shoot" and verb is not token and shot:
        return shot  # "guards shot three rebels dead"
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    active = [child for child in verb.children if child.dep_ == "nsubj"]
    if not passive and not active and verb.dep_ == "conj":
        passive = [c for c in verb.head.children if c.dep_ in ("nsubjpass", "nsubj")]
    fell = token.lemma_.lower() in _DIE or verb is not token or takes_injury(token) or dies(token)
    found = passive or (active if fell or token.tag_ == "VBN" else [])
    return [meant(subject) for subject in found]  # "the three women who were shot and killed"


def without_breakdown(found: list[Toll], measure: str) -> list[Toll]:
    """ "14 civilians, 12 children and two women" are 14 people: what adds up to it goes."""
    told = [toll for toll in found if toll.measure == measure and toll.best is not None]
    whole = bool(told) and set(told[0].victims.lower().split()) <= WHOLES
    if len(told) < 3 or not whole or told[0].best != sum(toll.best or 0 for toll in told[1:]):
        return found
    return [toll for toll in found if toll.measure != measure or toll is told[0]]


def summed(measure: str, found: list[Toll]) -> dict[str, float | None]:
    """Low, best and high of several groups together."""
    if not found:
        return {}
    # An upper bound that one group lacks is lacking for all; so is a best guess, save where
    # nobody knows how many fell on the other side.
    sums: dict[str, float | None] = {}
    told = [toll for toll in found if toll.rule != "untold"] or found
    for part in ("low", "best", "high"):
        values = [getattr(toll, part) for toll in (found if part == "high" else told)]
        known = all(value is not None for value in values)
        sums[f"{measure}_{part}"] = float(sum(values)) if known else None
    return sums


def less(whole: dict[str, float | None], part: dict[str, float | None]) -> dict[str, float | None]:
    """A toll without the attackers counted within it, where there is anybody left."""
    if any(count is not None and count <= (part.get(name) or 0) for name, count in whole.items()):
        return whole
    return {n: None if c is None else c - (part.get(n) or 0) for n, c in whole.items()}
