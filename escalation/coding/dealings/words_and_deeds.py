"""Acts of word and deed other than violence: from cues to kinds and parties.

A verb with its complement fills a frame of the lexicon (``lexicon.py``) and so has a kind; its mood
(``mood.py``) then decides what was done (``lift.py``): what somebody says another must do is a
demand, what he will do to him a threat.
"""

from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.street import as_marcher
from escalation.coding.attacks.tame import is_sport
from escalation.coding.attacks.violence import violent_words
from escalation.coding.dealings.arrivals import arrival, sent_for
from escalation.coding.dealings.cautions import is_caution
from escalation.coding.dealings.charges import (
    by_a_note,
    charged,
    helps_the_armed,
    told_by_the_threatened,
)
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.cues import cues
from escalation.coding.dealings.doers import doer_and_target
from escalation.coding.dealings.implied import SENT_AWAY, taken_home, unsaid
from escalation.coding.dealings.of_oneself import is_of_oneself, threat_of_law
from escalation.coding.dealings.own_house import is_of_the_house
from escalation.coding.dealings.parties import party
from escalation.coding.dealings.suspects import OF_PERSONS
from escalation.coding.dealings.together import (
    aimed,
    as_host,
    at_once,
    both_sides,
    each_doer,
    each_pair,
    each_target,
    of_two,
    uncharged,
)
from escalation.coding.dealings.void import (
    blames_things,
    is_business,
    is_of_a_party,
    is_precaution,
    is_private,
    is_void,
)
from escalation.coding.dealings.who_may import may
from escalation.coding.places.crossings import OF_GATES
from escalation.coding.sentence.clause import agents, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.lift import (
    SPOKEN,
    arranged,
    decreed_ahead,
    foretold,
    lifted,
    on_the_calendar,
    says_now,
)
from escalation.coding.status.mood import Mood, mood_of
from escalation.coding.story.act import Act
from escalation.ontology import ontology

_OF_PEOPLE = (*OF_PERSONS, "coerce.deportation", "coerce.expulsion")
_CUTS = ("sanction.trade", "sanction.border", "sanction.diplomatic")
_OPENED = ("concede.reopening", "concede.easing", "sanction.border")
_SUPPOSES = word_set("believe conclude find think estimate suggest")
_COMES = word_set("advance march swarm converge close cross push thrust pour roll intrude enter")
_MEASURES = word_set("suspend cancel sever expel recall close halt freeze cut impose summon revoke")
_OF_STATE_OVER_GAMES = word_set("ban prohibit outlaw arrest detain jail")


def spoken_acts(
    sentence: Span, cast: Cast, taken: set[int], said_by: Who | None = None
) -> list[Act]:
    """All acts other than violence; ``taken`` are tokens that violent acts were read from.

    ``said_by`` is who says it where a headline sets him apart: "Kabul must act: Islamabad".
    """
    if is_sport(sentence) and not _of_states(sentence.root, cast):
        return []
    words = cues(sentence, taken, said=said_by is not None)
    if taken:  # what burns in an attack is part of it, and so is how they came
        words = [w for w in words if w.kind != "coerce.seizure" and not _by_outlaws(w, cast)]
        words = [w for w in words if not _is_how_they_came(w)]
    if taken or len(words) > 1:  # "protesters demanding ..." tells who they are
        words = [
            w for w in words if w.is_beside or w.anchor.dep_ not in ("acl", "relcl") or says_now(w)
        ]
    acts = [act for word in words if (act := _act(word, cast, said_by)) is not None]
    told = [each for act in at_once(uncharged(acts)) for each in each_target(act, cast)]
    told = [each for act in aimed(told) for each in each_pair(act, cast)]
    return [each for act in told for each in each_doer(act, cast)]


def _is_how_they_came(word: Cue) -> bool:
    """ "Rebels advance on a town amid fierce fighting", "cross the border and raid a village"."""
    moves = word.kind in ("mobilize.troops", "force.operation") and word.noun is None
    return moves and word.anchor.lemma_ in _COMES


def _of_states(root: Token, cast: Cast) -> bool:
    """ "Rome bans the marathon", "Rome recalls its envoy and calls off a cricket tour": no game."""
    measure = root.lemma_ in _MEASURES and any(cast.land(t) for t in agents(root))
    return root.lemma_ in _OF_STATE_OVER_GAMES or measure


def _act(word: Cue, cast: Cast, said_by: Who | None) -> Act | None:
    mood = mood_of(word.anchor)
    state = word.rule.startswith("state:")
    kind = word.kind if state else lifted(word, mood, word.rule.startswith("violence:"))
    if kind is None or is_void(word) or blames_things(word, cast) or is_precaution(word, kind):
        return None
    if foretold(mood) and any(w.token.i == word.anchor.i for w in violent_words(word.anchor.sent)):
        return None  # "is expected to strike": violence, planned
    before = _before(word, mood) and not state
    speaker = party(agents(mood.saying), cast) if mood.saying is not None else said_by
    kind, initiator, target = _between(word, kind, mood, speaker, cast)
    if initiator is None or not may(initiator, kind):
        return None
    initiator = as_marcher(initiator) if kind.startswith("protest") else initiator
    if _is_nothing(word, kind, initiator, target, cast):
        return None
    if kind == "talks.visit":
        if (comes := arrival(word, initiator, cast)) is None:
            return None
        kind, target = comes, target if comes == kind else None
    kind = sent_for(word, kind, initiator, target)
    if kind == "talks.meeting" and target is not None and _is_topic(word, target):
        target = None
    if before and not _both_known(initiator, target):
        return None
    target = taken_home(word, initiator) or target
    alone = is_of_oneself(word, kind, mood, initiator, target)
    if alone or is_of_the_house(word, kind, initiator, target):
        return None
    kind = threat_of_law(word, kind)
    both = mood.modal == "will" and word.kind == "talks.meeting" and of_two(word, cast)
    kind = _of_both(word, kind, both, cast)
    if (charge := charged(word, kind, initiator, target, cast)) is None:
        return None
    kind, target = charge
    status = "recalled" if before else "planned" if both else _status(word, kind, mood)
    tokens = [word.anchor] + ([word.noun] if word.noun is not None else [])
    return Act(
        kind, word.anchor, initiator, target, status, word.rule,
        0.75 if target is not None else 0.6, mood, tokens, speaker,
    )  # fmt: skip


def _between(
    word: Cue, kind: str, mood: Mood, speaker: Who | None, cast: Cast
) -> tuple[str, Who | None, Who | None]:
    """The kind, by whom and to whom, by the sentence and by what goes without saying."""
    initiator, target = doer_and_target(word, kind, mood, speaker, cast)
    if initiator is not None and initiator.role == "SITE" and kind in _OPENED:
        initiator = None  # "the crossing reopened"
    if initiator is None and (initiator := unsaid(word, kind, target, cast)) is not None:
        marched = kind.startswith("protest") and (word.noun is None or word.is_beside)
        moved = kind in (*SENT_AWAY, "accuse.complaint")
        target = target if kind in OF_PERSONS or moved or marched else None
    if kind == "talks.mediation":
        kind, target = as_host(word, initiator, target, cast)
    if target is not None and kind.startswith(_OF_PEOPLE):
        target = _people(target, cast)
    if kind == "coerce.expulsion" and _envoys(target, initiator):
        kind = "sanction.diplomatic"
    if target is not None and kind in _CUTS:
        target = _cut_off(word, kind, target, initiator, cast)
    if target is None and kind.startswith("threat") and mood.saying is not None:
        told = party(patients(mood.saying), cast)  # "..., the army told Rome"
        target = told if told is not None and told.country != "UNK" else None
    if not word.rule.startswith("forbears:"):
        kind, initiator, target = _as_a_charge(kind, mood, speaker, initiator, target)
    if kind == "protest" and by_a_note(word.anchor, initiator):
        kind = "accuse.complaint"
    if kind in OF_GATES and (initiator is None or initiator.country == "UNK"):
        initiator, target = both_sides(word, initiator, target, cast)
    return kind, initiator, target


def _is_nothing(word: Cue, kind: str, initiator: Who, target: Who | None, cast: Cast) -> bool:
    """No act between parties: without anybody at whom it is, a caution, private or business."""
    if target is None and word.rule.startswith(("violence:", "verb:allege", "verb:want")):
        return True
    nobody = target is None or target.country == "UNK"
    if kind == "force.operation" and initiator.country == "UNK" and nobody:
        return True  # "the army moves into the villages": whoever it helps
    if kind.startswith("threat") and is_caution(word, initiator, target, cast):
        return True
    if is_of_a_party(word, kind, initiator):
        return True
    return is_private(word, target, cast) or is_business(kind, initiator, target)


def _is_topic(word: Cue, who: Who) -> bool:
    """ "A meeting to discuss Roman violations": Rome is not met."""
    near = (word.anchor, word.noun) if word.noun is not None else ()
    about = (c for t in near for c in t.children if c.dep_ in ("acl", "relcl", "advcl"))
    return any(c.tag_ == "VB" and any(t.i == who.head for t in c.subtree) for c in about)


def _people(who: Who, cast: Cast) -> Who:
    """ "Afghans were deported": some of them, and not their state."""
    name, head = cast.named(cast.doc[who.head]), cast.doc[who.head]
    if name is None or name.how not in ("demonym", "people") or head.tag_ not in ("NNS", "NNPS"):
        return who
    return replace(who, code=f"{who.country}.CVL")


def _cut_off(word: Cue, kind: str, who: Who, initiator: Who | None, cast: Cast) -> Who | None:
    """ "Bars Roman lorries", "recalls its consul from Turin": at the state, and not at oneself."""
    own = initiator is not None and who.country == initiator.country
    if own and (
        kind != "sanction.diplomatic" or word.anchor.lemma_.lower() in ("recall", "cancel")
    ):
        return None
    thing = who.role == "SITE" or (who.sector == "CVL" and cast.is_place(who))
    return cast.state(who) if thing else who


def _envoys(target: Who | None, initiator: Who | None) -> bool:
    """Are they officials of another state: "were summoned and told to leave Rome"?"""
    if target is None or initiator is None or target.role == "SITE":
        return False
    return target.sector == "GOV" and target.country not in (initiator.country, "UNK")


def _by_outlaws(word: Cue, cast: Cast) -> bool:
    """ "Rebels torched a post and killed two guards": no riot."""
    if word.kind != "protest.riot":
        return False
    who = party(agents(word.anchor), cast)
    return who is not None and who.sector in ("REB", "CRM")


def _as_a_charge(
    kind: str, mood: Mood, speaker: Who | None, initiator: Who | None, target: Who | None
) -> tuple[str, Who | None, Who | None]:
    """What others intend, or whom they help, by the word of one against them: his charge."""
    if kind.startswith("threat") and told_by_the_threatened(speaker, initiator, target):
        kind, initiator, target = "accuse", speaker, initiator
    if helps_the_armed(kind, speaker, initiator, target, claimed=mood.claimed):
        kind, initiator, target = "accuse.harbouring", speaker, initiator
    return kind, initiator, target


def _of_both(word: Cue, kind: str, both: bool, cast: Cast) -> str:
    """Kind of what two agree: a truce of both, and "A and B will meet", which is nobody's offer."""
    if kind == "agree.ceasefire.declared" and of_two(word, cast):
        return "agree.ceasefire"
    return word.kind if both and kind == "agree.offer" else kind


def _status(word: Cue, kind: str, mood: Mood) -> str:
    raised = kind != word.kind or kind.startswith(("threat", "agree"))
    if mood.hinges and (raised or mood.modal == "will"):
        return "conditional"
    supposed = mood.saying is not None and mood.saying.lemma_.lower() in _SUPPOSES
    if (mood.claimed or supposed) and ontology()[kind].plover not in SPOKEN:
        return "claimed"
    ahead = foretold(mood) or on_the_calendar(word) or decreed_ahead(word, mood)
    ahead = ahead or (kind == word.kind and arranged(word, mood))
    return "planned" if ahead and not word.rule.startswith("state:") else "happened"


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
