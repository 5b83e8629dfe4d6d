"""Who does an act of word or deed other than violence, and to whom.

Mostly the subject of its verb and the other side that its clause names; but who "is to blame" did
it by the word of who says so, what one "is given" another gave, and what "must" be done is asked by
the speaker.
"""

from dataclasses import replace

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.arrivals import THERE, delivery, is_delivered, visitor_and_host
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.disclaimers import is_plain_denial
from escalation.coding.dealings.forbearance import forbearing_sides
from escalation.coding.dealings.grievance import hand_of
from escalation.coding.dealings.implied import brought_to_court, givers, is_received, spoken_for
from escalation.coding.dealings.other_sense import in_writing
from escalation.coding.dealings.part_in import PART_IN, whose_part
from escalation.coding.dealings.parties import party, target_of
from escalation.coding.dealings.partners import (
    MUTUAL,
    TO_A_THIRD,
    apart_from,
    between_two,
    faced,
    partners,
)
from escalation.coding.dealings.reaction import drew, named_beside
from escalation.coding.dealings.soil import UNUSED, USED, about_ground
from escalation.coding.dealings.suspects import OF_PERSONS
from escalation.coding.dealings.vows import BORNE, MET
from escalation.coding.dealings.whence import WHENCE, who_let_them
from escalation.coding.dealings.who_may import may
from escalation.coding.places.crossings import OF_GATES
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.complement import clause_subjects
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import Mood

_ANNOUNCE = word_set("announce declare confirm proclaim hail welcome broker mediate negotiate")
_EACH = word_set("other another mutual mutually trade exchange swap reciprocal both border")
_TOLD = frozenset({"tell", "inform", "warn", "remind"})
_HIMSELF = ("he", "she", "it", "they", "we")
_OWNS_UP = word_set("admit acknowledge concede confess accept")
_MOVED = ("coerce.expulsion", "coerce.deportation")
_SAID_OF = frozenset(f"verb:{v}" for v in word_set("be do face suffer bear pay reap violate"))
_REPORTS = word_set("report study statement letter dossier document survey inquiry message video")
_TRADES = ("er", "or", "ist", "ian", "ant")
SUFFERED = (*OF_PERSONS, "coerce.expulsion", "coerce.deportation")
_OF_FORCES = ("mobilize", "retreat.withdrawal")
_MEASURES = frozenset({"sanction", "coerce", "retreat", "concede", "mobilize", "aid"})


def doer_and_target(
    word: Cue, kind: str, mood: Mood, speaker: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    """Who does it and to whom; nobody where a demand is made of nobody."""
    if is_delivered(word, kind):
        return delivery(word, cast)
    if (told := _by_its_rule(word, kind, speaker, cast)) is not None:
        return told
    sparked = kind.startswith("protest") and word.noun is not None and drew(word.noun) is not None
    doer = party([] if sparked else agents(word.anchor) or named_beside(word), cast)
    if doer is None and kind.startswith("protest"):
        doer = _by_trade(word, cast)
    if doer is None and kind.startswith(("accuse", "demand")):
        doer = _by_report(word, cast)
    if word.rule.startswith("clears:") or is_plain_denial(word):
        return doer or speaker, party(patients(word.anchor), cast)
    if (state := spoken_for(word, kind, doer, cast)) is not None:
        return state, target_of(word.anchor, word.noun, kind, state, cast)
    trailing = word.anchor.dep_ == "acl" and word.anchor.tag_ == "VBG"
    trailing = trailing and kind.startswith("demand")
    if doer is None and (trailing or in_writing(word.anchor)):
        doer = party(agents(word.anchor.head.head), cast)  # "interrupts a session demanding ..."
    if kind == "accuse.charge" and (tried := brought_to_court(word.anchor, doer, cast)) is not None:
        return tried
    if doer is not None and word.anchor.dep_ == "advcl" and not may(doer, kind):
        doer = party(agents(word.anchor.sent.root), cast)  # "..., banning ..." is of the whole
    if word.anchor.lemma_ == "blame" and word.anchor.head.lemma_ == "be":
        return speaker, doer  # "says that the rebels are to blame"
    if word.rule in _SAID_OF and kind.startswith(("accuse", "threat", "reject")):
        if kind.startswith("accuse") and (mood.claimed or _admits(word, mood)):
            return None, None  # who "alleges" it is read from that word
        return speaker, _spoken_of(word, kind, doer, speaker, cast)
    if is_received(word, kind):
        return party(givers(word.anchor), cast), doer
    if word.rule == "verb:warn" and kind == "demand":
        return doer, party(clause_subjects(word.anchor), cast)  # "warns that troops must go"
    if word.rule == "verb:must" or (kind == "demand" and mood.modal == "must"):
        asked = _asked(word, doer, speaker, cast)
        return (speaker, asked) if asked is not None else (None, None)
    return _with_the_unsaid(word, kind, doer, speaker, cast)


def _by_its_rule(
    word: Cue, kind: str, speaker: Who | None, cast: Cast
) -> tuple[Who | None, Who | None] | None:
    """Who and whom of a cue whose rule tells where both stand; None of any other cue."""
    if word.rule in (USED, UNUSED):
        return about_ground(word, speaker, cast)
    if word.rule == THERE:
        return visitor_and_host(word, cast)
    if word.rule == PART_IN:
        return whose_part(word, speaker, cast)
    if word.rule == WHENCE:
        return who_let_them(word, speaker, cast)
    if word.rule in (MET, BORNE):
        return _who_will_not_bear_it(word, speaker, cast)
    if word.rule.startswith("said:"):
        others = target_of(word.anchor, None, kind, speaker, cast)
        return speaker, others or party(agents(word.anchor), cast)
    return forbearing_sides(word, speaker, cast)


def _who_will_not_bear_it(
    word: Cue, speaker: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    """ "Any Roman raid will be answered", "Bern will not tolerate raids": who, and whose."""
    verb = word.anchor
    if speaker is None and verb.dep_ == "ccomp":
        speaker = party(agents(verb.head), cast)  # "warns that ..."
    deeds = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if word.rule == BORNE:
        deeds = patients(verb)
        own = None if passive(verb) else party(agents(verb), cast)
        same = own is None or (speaker is not None and own.country == speaker.country)
        speaker = speaker if same else own
    moved = [t for deed in deeds for t in prepositional(deed, "of")]  # "the arrival of Roman tanks"
    whose = hand_of([*deeds, *moved], speaker, cast)
    known = whose is not None or (speaker is not None and speaker.country != "UNK")
    return (speaker, whose) if known else (None, None)


def _admits(word: Cue, mood: Mood) -> bool:
    """ "Rome admits that it was responsible": no charge of anybody else."""
    owns = mood.saying is not None and mood.saying.lemma_.lower() in _OWNS_UP
    return owns and any(t.lower_ in _HIMSELF for t in agents(word.anchor))


def _spoken_of(
    word: Cue, kind: str, doer: Who | None, speaker: Who | None, cast: Cast
) -> Who | None:
    """Of whom a speaker says so, unless it is himself."""
    # "there is no doubt that Rome is behind it"
    said = [c for noun in word.anchor.children if noun.dep_ == "attr" for c in noun.children]
    behind = party((t for c in said if c.dep_ == "acl" for t in agents(c)), cast)
    aimed = behind or doer or target_of(word.anchor, None, kind, speaker, cast)
    same = aimed is not None and speaker is not None and aimed.code == speaker.code
    return None if same else aimed


def _by_report(word: Cue, cast: Cast) -> Who | None:
    """ "A report by the UN blames Rome", "a Bernese report blames it": whoever wrote it."""
    written = [t for t in agents(word.anchor) if t.lemma_.lower() in _REPORTS]
    whose = [t for one in written for t in prepositional(one, "by", "from")]
    return party((*whose, *(c for t in written for c in t.children if c.dep_ in QUALIFIERS)), cast)


def _by_trade(word: Cue, cast: Cast) -> Who | None:
    """ "Money changers went on strike": people, by what they do for a living."""
    if passive(word.anchor):
        return None
    trades = (t for t in agents(word.anchor) if t.tag_ == "NNS" and t.lemma_.endswith(_TRADES))
    return next((who for t in trades if (who := cast.someone(t)) is not None), None)


def _with_the_unsaid(
    word: Cue, kind: str, doer: Who | None, speaker: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    """Both sides as the clause has them; who is unsaid is the speaker, or who was sent."""
    official = speaker is not None and speaker.sector in ("GOV", "MIL", "COP", None)
    own = (
        word.rule.startswith("state:")
        or (
            official
            and kind.split(".")[0] in _MEASURES
            and not _from_elsewhere(word, speaker, cast)
        )
        or (doer is None and kind.startswith(("threat", "agree")))
        or (doer is None and any(t.lower_ in _HIMSELF for t in agents(word.anchor)))
        or (official and kind == "accuse.complaint" and passive(word.anchor))
    )
    doer = doer or (_stranger(word, speaker, cast) or speaker if own else None)
    initiator, target = _parties(word, kind, doer, cast)
    side = official or (speaker is not None and speaker.sector == "REB")
    if initiator is None and target and side and _mutual(kind) and word.noun is not None:
        initiator = speaker  # "Kabul says that talks with Islamabad have failed"
    if initiator is None and (sent := _sent(word, kind, cast)) is not None:
        to = prepositional(word.anchor, "to") if kind.startswith("retreat") else []
        initiator, target = sent, party(to, cast)  # "a base is handed over to the army"
    if initiator is None and kind in OF_GATES and (two := between_two(word.anchor, cast)):
        return two  # "trade between Rome and Bern is halted"
    pair = [w for t in agents(word.anchor) for w in cast.each(t)]
    nobody = initiator is None or initiator.country == "UNK"
    shared = kind in ("sanction.border", "concede.reopening")  # a border has two sides
    offered = word.anchor.lemma_ == "offer"  # to a third
    each_other = shared or (_mutual(kind) and not offered) or _one_another(word)
    if len(pair) == 2 and each_other and (nobody or target is None or target.country == "UNK"):
        return pair[0], pair[1]
    return initiator, target


def _from_elsewhere(word: Cue, speaker: Who | None, cast: Cast) -> bool:
    """ "Ten were deported from Rome, a minister of Exland said": not by Exland."""
    if not word.kind.startswith(_MOVED) or not passive(word.anchor):
        return False
    lands = (cast.land(t) for t in prepositional(word.anchor, "from", "out"))
    return any(land not in (None, speaker and speaker.country) for land in lands)


def _sent(word: Cue, kind: str, cast: Cast) -> Who | None:
    """ "Troops are sent to Rome": they move, by whomever they were sent."""
    told = word.anchor.dep_ not in ("acl", "relcl") and passive(word.anchor)
    if not told or not kind.startswith(_OF_FORCES):
        return None
    sent = party(patients(word.anchor), cast)
    return sent if sent is not None and sent.is_armed else None


def _asked(word: Cue, doer: Who | None, speaker: Who | None, cast: Cast) -> Who | None:
    """Who must do it, if it is somebody: "regrets what Rome did: they should think again"."""
    they = any(t.lower_ == "they" for t in agents(word.anchor))
    if they and doer is not None and speaker is not None and doer.code == speaker.code:
        doer = cast.neighbour(speaker)
    if doer is None and word.anchor.head.lemma_ in _TOLD:  # "told Rome that attacks must end"
        doer = party(patients(word.anchor.head), cast)
    known = doer is not None and (doer.country != "UNK" or doer.sector in ("MIL", "REB"))
    return doer if known else None


def _stranger(word: Cue, speaker: Who | None, cast: Cast) -> Who | None:
    """ "Turkish units left, an Iraqi officer said": of another land than who says so."""
    lands = (cast.someone(token) for token in agents(word.anchor))
    here = ("UNK", speaker.country if speaker is not None else "UNK")
    who = next((w for w in lands if w is not None and w.country not in here), None)
    return replace(who, code=who.country) if who is not None else None


def _one_another(word: Cue) -> bool:
    """ "A and B traded accusations", "expelled each other's envoys"; else both do it to a third."""
    words = {token.lower_ for token in word.anchor.subtree} | {word.anchor.lemma_.lower()}
    return bool(words & _EACH)


def _parties(
    word: Cue, kind: str, initiator: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    if kind.startswith("agree") and word.anchor.lemma_.lower() in _ANNOUNCE:
        both = between_two(word.anchor, cast)
        if both and initiator and initiator.code not in (w.code for w in both):
            return both  # a third tells of it
    sides = partners(
        word.anchor,
        word.noun,
        cast,
        mutual=_mutual(kind),
        mediated=kind == "talks.mediation",
        suffered=kind in SUFFERED,
    )
    if initiator is None and sides:
        initiator, sides = sides[0], sides[1:]
    others = [side for side in sides if initiator is not None and side.code != initiator.code]
    with_whom = faced(word.anchor, word.noun, [*sides, initiator], cast) if others else None
    if _mutual(kind) and with_whom is not None:
        return initiator, with_whom
    if others and initiator is not None and word.anchor.lemma_ in TO_A_THIRD:
        named = target_of(word.anchor, word.noun, kind, initiator, cast)
        third = apart_from(initiator, (*others, named), cast)
        if third is not None or word.anchor.lemma_ == "offer":
            return initiator, third
    if initiator is not None and not _mutual(kind):  # "closure of its embassy in Rome"
        moved = kind.startswith("mobilize")  # "the stationing of nine soldiers in Mali"
        others = [
            s for s in others if s.country != initiator.country and not (moved and s.is_force)
        ]
    if kind == "talks.visit" and initiator is not None:  # "A and his wife visit the troops"
        others = [s for s in others if s.country != initiator.country]
    if others and initiator is not None:  # "envoys from A and B": B, not A again
        return initiator, next((s for s in others if s.country != initiator.country), others[0])
    return initiator, target_of(word.anchor, word.noun, kind, initiator, cast)


def _mutual(kind: str) -> bool:
    alone = ("talks.mediation", "support")  # a third's, and each one's own
    return kind not in alone and kind.split(".")[0] in MUTUAL
