"""Acts of word and deed other than violence: from cues to kinds and parties.

A verb with its complement fills a frame of the lexicon (``lexicon.py``) and so has a kind; its mood
(``status.py``) then decides what was done (``lift.py``): what somebody says another must do is a
demand, what he will do to him a threat.
"""

from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.act import Act
from escalation.coding.actors import Cast
from escalation.coding.charges import charged, helps_the_armed, told_by_the_threatened
from escalation.coding.clause import agents, passive, patients, prepositional
from escalation.coding.cue import Cue
from escalation.coding.cues import cues
from escalation.coding.implied import (
    brought_to_court,
    givers,
    is_received,
    spoken_for,
    taken_home,
    unsaid,
)
from escalation.coding.lift import (
    SPOKEN,
    arranged,
    decreed_ahead,
    foretold,
    lifted,
    on_the_calendar,
    says_now,
)
from escalation.coding.parties import (
    MUTUAL,
    between_two,
    clause_subjects,
    faced,
    partners,
    party,
    target_of,
)
from escalation.coding.phrases import word_set
from escalation.coding.status import Mood, mood_of
from escalation.coding.street import as_marcher
from escalation.coding.suspects import OF_PERSONS
from escalation.coding.tame import is_sport
from escalation.coding.together import aimed, at_once, each_pair, each_target, of_two
from escalation.coding.violence import violent_words
from escalation.coding.void import blames_things, is_business, is_precaution, is_private, is_void
from escalation.coding.who import Who
from escalation.ontology import ontology

_ANNOUNCE = word_set("announce declare confirm proclaim hail welcome")
_VESSELS = word_set("aircraft plane airplane jet flight helicopter ship boat vessel bus train")
_POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "LEG", "JUD", "OPP", "PTY", "SPY", "ELI"})
_PEOPLE = frozenset(
    {"protest", "demand", "accuse", "reject", "threat", "coerce", "aid", "investigate"}
)
_OF_STATE_OVER_GAMES = word_set("ban prohibit outlaw arrest detain jail")
_EACH = word_set("other another mutual mutually trade exchange swap reciprocal both border")
_OF_STATES = ("coerce.expulsion", "coerce.deportation", "coerce.arrest", "coerce.restriction")
_OF_NO_STATE = frozenset({"CVL", "REF", "MED", "EDU", "LAB"})
_SAID_OF = frozenset(f"verb:{verb}" for verb in ("be", "face", "suffer", "bear", "reap", "violate"))
_OF_TWO = ("sanction.trade", "sanction.border", "concede.reopening")
_OF_FORCES = ("mobilize", "retreat.withdrawal")
_MEASURES = frozenset({"sanction", "coerce", "retreat", "concede", "mobilize", "aid"})


def spoken_acts(sentence: Span, cast: Cast, taken: set[int]) -> list[Act]:
    """All acts other than violence; ``taken`` are tokens that violent acts were read from."""
    if is_sport(sentence) and sentence.root.lemma_ not in _OF_STATE_OVER_GAMES:
        return []
    words = cues(sentence, taken)
    if taken:  # what burns in an attack is part of it
        words = [w for w in words if w.kind != "coerce.seizure"]
    if taken or len(words) > 1:  # "protesters demanding ..." tells who they are
        words = [
            w for w in words if w.is_beside or w.anchor.dep_ not in ("acl", "relcl") or says_now(w)
        ]
    acts = [act for word in words if (act := _act(word, cast)) is not None]
    told = [each for act in at_once(acts) for each in each_target(act, cast)]
    return [each for act in aimed(told) for each in each_pair(act, cast)]


def _act(word: Cue, cast: Cast) -> Act | None:
    mood = mood_of(word.anchor)
    state = word.rule.startswith("state:")
    if is_void(word) or blames_things(word, cast):
        return None
    kind = word.kind if state else lifted(word, mood, word.rule.startswith("violence:"))
    if kind is None or is_precaution(word, kind):
        return None
    if foretold(mood) and any(w.token.i == word.anchor.i for w in violent_words(word.anchor.sent)):
        return None  # "is expected to strike": violence, planned
    before = _before(word, mood) and not state
    speaker = party(agents(mood.saying), cast) if mood.saying is not None else None
    initiator, target = _between(word, kind, mood, speaker, cast)
    if initiator is None and (initiator := unsaid(word, kind, target, cast)) is not None:
        marched = kind.startswith("protest") and (word.noun is None or word.is_beside)
        moved = kind in ("coerce.deportation", "coerce.expulsion")
        target = target if kind in OF_PERSONS or moved or marched else None
    if kind.startswith("threat") and told_by_the_threatened(speaker, initiator, target):
        kind, initiator, target = "accuse", speaker, initiator  # what others intend is a charge
    if mood.claimed and helps_the_armed(kind, speaker, initiator, target):
        kind, initiator, target = "accuse.harbouring", speaker, initiator
    if initiator is None or not may(initiator, kind):
        return None
    if kind.startswith("protest"):
        initiator = as_marcher(initiator)
    if target is None and word.rule.startswith(("violence:", "verb:allege")):
        return None
    if is_private(word, target, cast) or is_business(kind, initiator, target):
        return None
    if kind == "talks.visit":
        if (arrival := _arrival(word, initiator, cast)) is None:
            return None
        kind, target = arrival, target if arrival == kind else None
    if before and not _both_known(initiator, target):
        return None
    target = taken_home(word, initiator) or target
    if kind == "agree.ceasefire.declared" and of_two(word, cast):
        kind = "agree.ceasefire"
    both = mood.modal == "will" and word.kind == "talks.meeting" and of_two(word, cast)
    if both and kind == "agree.offer":
        kind = word.kind  # "A and B will meet": agreed between them, and nobody's offer
    if (charge := charged(word, kind, initiator, target, cast)) is None:
        return None
    kind, target = charge
    status = "recalled" if before else "planned" if both else _status(word, kind, mood)
    confidence = 0.75 if target is not None else 0.6
    tokens = [word.anchor] + ([word.noun] if word.noun is not None else [])
    return Act(
        kind, word.anchor, initiator, target, status, word.rule, confidence, mood, tokens, speaker
    )


def _status(word: Cue, kind: str, mood: Mood) -> str:
    raised = kind != word.kind or kind.startswith(("threat", "agree"))
    if mood.hinges and raised:
        return "conditional"
    if mood.claimed and ontology()[kind].plover not in SPOKEN:
        return "claimed"
    ahead = foretold(mood) or on_the_calendar(word) or decreed_ahead(word, mood)
    ahead = ahead or (kind == word.kind and arranged(word, mood))
    return "planned" if ahead and not word.rule.startswith("state:") else "happened"


def _arrival(word: Cue, who: Who, cast: Cast) -> str | None:
    """What it is to arrive: "marines arrive" are sent, others visit; rebels and ships do neither.

    The army's chief is no army.
    """
    if who.sector in ("MIL", "REB") and cast.doc[who.head].tag_ in ("NNS", "NNPS"):
        return "mobilize.troops" if who.sector == "MIL" else None
    ships = any(t.lemma_.lower() in _VESSELS for t in agents(word.anchor))
    return None if ships else "talks.visit"


def _named_beside(word: Cue) -> list[Token]:
    """Whose an act is that a noun alone tells: "threats by Rome", "Rome's threats"."""
    if word.noun is None or word.noun.i != word.anchor.i:
        return []
    whose = [c for c in word.noun.children if c.dep_ == "poss"]
    return prepositional(word.noun, "by") or whose


def _before(word: Cue, mood: Mood) -> bool:
    """Is an act told as what went before: "after Rome expelled ...", "had expelled"?

    The first thing that a document tells is its news, whatever the tense.
    """
    first = word.anchor.dep_ in ("ROOT", "conj") and word.anchor.sent.start == 0
    behind = mood.background and not (says_now(word) or word.is_beside)
    return behind or mood.recalled or (mood.pluperfect and not first)


def _both_known(initiator: Who | None, target: Who | None) -> bool:
    parties = (initiator, target)
    return all(who is not None and who.country != "UNK" for who in parties)


def _between(
    word: Cue, kind: str, mood: Mood, speaker: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    """Who does it and to whom; nobody where a demand is made of nobody."""
    doer = party(agents(word.anchor) or _named_beside(word), cast)
    if (state := spoken_for(word, kind, doer, cast)) is not None:
        return state, target_of(word.anchor, word.noun, kind, state, cast)
    trailing = word.anchor.dep_ == "acl" and word.anchor.tag_ == "VBG"
    if doer is None and trailing and kind.startswith("demand"):
        doer = party(agents(word.anchor.head.head), cast)  # "interrupts a session demanding ..."
    if kind == "accuse.charge" and (tried := brought_to_court(word.anchor, doer, cast)) is not None:
        return tried
    if doer is not None and word.anchor.dep_ == "advcl" and not may(doer, kind):
        doer = party(agents(word.anchor.sent.root), cast)  # "..., banning ..." is of the whole
    if word.anchor.lemma_ == "blame" and word.anchor.head.lemma_ == "be":
        return speaker, doer  # "says that the rebels are to blame"
    if word.rule in _SAID_OF and kind.startswith(("accuse", "threat", "reject")):
        if mood.claimed and kind.startswith("accuse"):
            return None, None  # who "alleges" it is read from that word
        aimed = target_of(word.anchor, None, kind, speaker, cast) if doer is None else doer
        return speaker, aimed if aimed != speaker else None
    if is_received(word, kind):
        return party(givers(word.anchor), cast), doer
    if word.rule == "verb:warn" and kind == "demand":
        return doer, party(clause_subjects(word.anchor), cast)  # "warns that troops must go"
    if word.rule == "verb:must" or (kind == "demand" and mood.modal == "must"):
        asked = _asked(word, doer, speaker, cast)
        return (speaker, asked) if asked is not None else (None, None)
    official = speaker is not None and speaker.sector in ("GOV", "MIL", "COP", None)
    own = (
        word.rule.startswith("state:")
        or (official and kind.split(".")[0] in _MEASURES)
        or (doer is None and kind.startswith(("threat", "agree")))
    )
    doer = doer or (_stranger(word, speaker, cast) or speaker if own else None)
    initiator, target = _parties(word, kind, doer, cast)
    side = official or (speaker is not None and speaker.sector == "REB")
    if initiator is None and target and side and _mutual(kind) and word.noun is not None:
        initiator = speaker  # "Kabul says that talks with Islamabad have failed"
    told = word.anchor.dep_ not in ("acl", "relcl") and passive(word.anchor)
    if initiator is None and kind.startswith(_OF_FORCES) and told:
        sent = party(patients(word.anchor), cast)  # "troops are sent to Rome"
        if sent is not None and sent.sector in ("MIL", "COP", "REB"):
            to = prepositional(word.anchor, "to") if kind.startswith("retreat") else []
            target = party(to, cast)  # "a base is handed over to the army"
            initiator = sent
    if initiator is None and kind in _OF_TWO and (two := between_two(word.anchor, cast)):
        return two  # "trade between Rome and Bern is halted"
    pair = [w for t in agents(word.anchor) for w in cast.each(t)]
    nobody = initiator is None or initiator.country == "UNK"
    shared = kind in ("sanction.border", "concede.reopening")  # a border has two sides
    each_other = shared or _mutual(kind) or _one_another(word)
    if len(pair) == 2 and each_other and (nobody or target is None or target.country == "UNK"):
        return pair[0], pair[1]
    return initiator, target


def _asked(word: Cue, doer: Who | None, speaker: Who | None, cast: Cast) -> Who | None:
    """Who must do it, if it is somebody: "regrets what Rome did: they should think again"."""
    they = any(t.lower_ == "they" for t in agents(word.anchor))
    if they and doer is not None and speaker is not None and doer.code == speaker.code:
        doer = cast.neighbour(speaker)
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
        word.anchor, word.noun, cast, mutual=_mutual(kind), mediated=kind == "talks.mediation"
    )
    if initiator is None and sides:
        initiator, sides = sides[0], sides[1:]
    others = [side for side in sides if initiator is not None and side.code != initiator.code]
    with_whom = faced(word.anchor, word.noun, [*sides, initiator], cast) if others else None
    if _mutual(kind) and with_whom is not None:
        return initiator, with_whom
    if initiator is not None and not _mutual(kind):  # "closure of its embassy in Rome"
        others = [side for side in others if side.country != initiator.country]
    if others and initiator is not None:  # "envoys from A and B": B, not A again
        return initiator, next((s for s in others if s.country != initiator.country), others[0])
    return initiator, target_of(word.anchor, word.noun, kind, initiator, cast)


def _mutual(kind: str) -> bool:
    return kind != "talks.mediation" and kind.split(".")[0] in MUTUAL


def may(who: Who, kind: str) -> bool:
    """May somebody of this sector be the one who does such a thing?"""
    sector = who.sector
    if sector in _OF_NO_STATE and kind.startswith(_OF_STATES):
        return False
    if sector == "BUS" and kind.startswith("sanction"):
        return False  # an airline that stops flying
    if who.role == "SITE" and kind.split(".")[0] in ("aid", "threat", "demand", "accuse"):
        return False  # a river that threatens a town
    if sector is None:
        return who.known
    if sector in _POLITICAL or sector == "IGO" or who.country in ("IGO", "NGO", "IMG"):
        return kind.split(".")[0] != "protest" or sector not in ("GOV", "MIL", "COP")
    return kind.split(".")[0] in _PEOPLE or sector in ("NGO", "LAB", "MED", "EDU", "BUS", "REL")
