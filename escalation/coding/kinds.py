"""Acts of word and deed other than violence: from verbs and event nouns to kinds.

A verb with its complement fills a frame of the lexicon (``lexicon.py``) and so has a kind; its mood
(``status.py``) then decides what was done. Friendly acts that are still to come are an offer,
hostile ones a threat; what somebody says another must do is a demand; what he will not do is a
rejection:

    mood \\ kind     friendly             hostile       spoken (demand, accusation, ...)
    fact             itself               itself        itself
    will, intends    agree.offer          threat        itself
    will not         reject.proposal      agree.offer   (nothing)
    must             demand (by the speaker, of the subject)
    may              (nothing)            threat        (nothing)
"""

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from escalation.coding.act import Act
from escalation.coding.actors import Cast, Who
from escalation.coding.clause import agents, coordinated, governors
from escalation.coding.lexicon import lexicon
from escalation.coding.parties import partners, party, target_of
from escalation.coding.phrases import word_set
from escalation.coding.status import SAY, Mood, mood_of
from escalation.coding.violence import is_sport, violent_words
from escalation.ontology import ontology

_FRIENDLY = word_set("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT")
_SPOKEN = word_set("REQUEST ACCUSE REJECT THREATEN INVESTIGATE")
_LIGHT = word_set(
    "hold begin start launch open resume continue conduct stage make give issue announce declare"
    " impose lift order undertake lead attend join organize organise renew restart conclude end"
    " call carry complete propose extend reach accept mediate broker host repeat reiterate demand"
    " reject suspend face see schedule plan finish have take offer trigger spark order"
)
_OCCUR = word_set(
    "begin start resume continue take occur open break erupt end conclude collapse fail focus"
    " come hold enter achieve yield bring"
    " stall reach go follow remain last spread turn produce aim"
)
_FAILED = word_set("collapse fail end expire falter stall break")
_DECIDED = word_set("decide go authorize authorise approve resolve set determine need")
_STRONG_NEGATIVES = word_set(
    "accept agree recognize recognise support allow tolerate cooperate attend back permit"
    " admit yield negotiate endorse join approve"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A verb or noun that says a kind: ``anchor`` has the parties, ``noun`` the event noun."""

    anchor: Token
    kind: str
    rule: str
    noun: Token | None = None


def spoken_acts(sentence: Span, cast: Cast, taken: set[int]) -> list[Act]:
    """All acts other than violence; ``taken`` are tokens that violent acts were read from."""
    if is_sport(sentence):
        return []
    words = _outermost(_words(sentence, taken))
    if taken or len(words) > 1:  # "protesters demanding ..." tells who they are
        words = [w for w in words if w.anchor.dep_ not in ("acl", "relcl")]
    acts = (_act(word, cast) for word in words)
    return [each for act in acts if act is not None for each in _each_target(act, cast)]


def _each_target(act: Act, cast: Cast) -> list[Act]:
    """One act for each state or group that is named together as its target."""
    if act.target is None or act.kind.split(".")[0] not in _SEVERAL:
        return [act]
    head = cast.doc[act.target.head]
    others = [cast.actor(t) for t in coordinated(head)[1:]]
    codes, acts = {act.target.code, act.initiator.code if act.initiator else ""}, [act]
    for who in others:
        if who is not None and who.country != "UNK" and who.code not in codes:
            codes.add(who.code)
            acts.append(replace(act, target=who))
    return acts


_SEVERAL = frozenset({"accuse", "threat", "sanction", "demand"})


def _words(sentence: Span, taken: set[int]) -> list[_Word]:
    found: list[_Word] = []
    known = lexicon()
    violent = {w.token.i: w.kind for w in violent_words(sentence)}
    for token in sentence:
        if token.dep_ in ("amod", "compound"):  # "banned groups" tells of no ban
            continue
        if token.pos_ in ("VERB", "AUX") and token.i not in taken:
            word = _verb(token, violent)
            if word is not None:
                found.append(word)
        elif token.pos_ == "NOUN":
            frame = known.of_noun(token)
            kind = frame.kind if frame is not None else known.nouns.get(token.lemma_.lower())
            word = _noun(token, kind) if kind is not None else None
            if word is not None and word.anchor.i not in taken:
                found.append(word)
    best: dict[int, _Word] = {}
    for word in found:
        held = best.get(word.anchor.i)
        if held is None or word.kind.count(".") > held.kind.count("."):
            best[word.anchor.i] = word
    return list(best.values())


def _verb(verb: Token, violent: dict[int, str]) -> _Word | None:
    lemma = verb.lemma_.lower()
    if lemma == "hesitate" and any(c.dep_ == "neg" for c in verb.children):
        armed = any(t.i in violent or t.lower_ in _ARMS for t in verb.subtree)
        return _Word(verb, "threat.military" if armed else "threat", "verb:hesitate")
    if lemma in ("remain", "stay", "be") and (state := _state(verb)) is not None:
        return state
    if _must(verb):
        return _Word(verb, "demand", "verb:must")
    if lemma == "warn":
        return _warning(verb)
    frame = lexicon().of_verb(verb)
    if (
        frame is not None
        and lemma in SAY
        and frame.kind.startswith("accuse")
        and not any(c.dep_ == "ccomp" for c in verb.children)
    ):
        frame = None
    if frame is not None:
        return _Word(verb, frame.kind, f"verb:{lemma}")
    if verb.i in violent and violent[verb.i] != "harm":
        return _Word(verb, "threat.military", f"violence:{lemma}")
    return None


def _must(verb: Token) -> bool:
    """ "X said that Y must ...": a demand, whatever it is that Y must do."""
    obliged = any(c.dep_ == "aux" and c.lower_ in ("must", "should") for c in verb.children)
    return obliged and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAY


def _warning(verb: Token) -> _Word | None:
    """To warn somebody, or that one will do something, is a threat; to warn of things is not."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if any(c.lower_ in ("must", "should") for clause in clauses for c in clause.children):
        return _Word(verb, "demand", "verb:warn")
    if objects or any(c.lower_ in ("will", "would") for k in clauses for c in k.children):
        return _Word(verb, "threat", "verb:warn")
    return None


_ARMS = word_set("air military operation act respond retaliate force action strike")
_STATES = {
    "suspended": "sanction.trade",
    "closed": "sanction.border",
    "shut": "sanction.border",
    "sealed": "sanction.border",
}
_TRADED = word_set("trade commerce engagement relation tie transit export import link")
_GATES = word_set("border crossing frontier gate point")


def _state(verb: Token) -> _Word | None:
    """What remains suspended or closed is a measure in force, whatever the tense."""
    for child in verb.children:
        kind = _STATES.get(child.lower_) if child.dep_ in ("acomp", "oprd", "attr") else None
        if kind is not None:
            things = {
                t.lemma_.lower() for c in verb.children if c.dep_ == "nsubj" for t in c.subtree
            }
            if things & (_TRADED if kind == "sanction.trade" else _GATES):
                return _Word(verb, kind, "state:" + child.lower_)
    return None


def _noun(noun: Token, kind: str) -> _Word | None:
    role, head = noun.dep_, noun.head
    while role == "conj":
        role, head = head.dep_, head.head
    lemma = head.lemma_.lower()
    rule = f"noun:{noun.lemma_.lower()}"
    if role in ("dobj", "nsubjpass", "oprd") and lemma in _LIGHT:
        return _Word(head, kind, rule, noun)
    if role == "nsubj" and lemma in _OCCUR and head.pos_ == "VERB":
        return _Word(noun, kind, rule, noun)
    if role == "ROOT" and not any(c.dep_ == "nsubj" for c in noun.children):
        return _Word(noun, kind, rule, noun)
    return None


def _outermost(words: list[_Word]) -> list[_Word]:
    """Words that no other word governs; coordinated ones and separate clauses stand beside."""
    anchors = {word.anchor.i: word for word in words}
    kept = []
    for word in words:
        below, absorbed = word.anchor, False
        for above in governors(word.anchor):
            if below.dep_ in ("conj", "parataxis") or _own_clause(below, above):
                break
            if above.i in anchors:
                absorbed = True
                break
            below = above
        if not absorbed:
            kept.append(word)
    return kept


def _own_clause(below: Token, above: Token) -> bool:
    if below.dep_ == "ccomp" and above.lemma_.lower() in SAY:
        return True
    if below.dep_ == "advcl":
        return below.tag_ == "VBG" or any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children)
    return False


def _act(word: _Word, cast: Cast) -> Act | None:
    mood = mood_of(word.anchor)
    if word.noun is not None and any(c.lower_ == "no" for c in word.noun.children):
        return None
    state = word.rule.startswith("state:")
    if word.noun is not None and _came_to_nothing(word):
        return None
    violent = word.rule.startswith("violence:")
    kind = word.kind if state else _lifted(word, mood, violent)
    if kind is None or (mood.background and not state):
        return None
    speaker = party(agents(mood.saying), cast) if mood.saying is not None else None
    doer = party(agents(word.anchor), cast)
    if word.rule == "verb:must" or (kind == "demand" and mood.modal == "must"):
        initiator, target = speaker, doer
        if target is None or target.country == "UNK":
            return None
    else:
        official = speaker is not None and speaker.sector in ("GOV", "MIL", "COP", None)
        own = (
            state
            or (official and kind.split(".")[0] in _MEASURES)
            or (doer is None and kind.startswith(("threat", "agree")))
        )
        initiator = doer or (speaker if own else None)
        initiator, target = _parties(word, kind, initiator, cast)
        pair = [w for t in agents(word.anchor) for w in cast.each(t)]
        unsaid = initiator is None or initiator.country == "UNK"
        if len(pair) == 2 and (unsaid or target is None or target.country == "UNK"):
            initiator, target = pair
    if initiator is None or not may(initiator, kind):
        return None
    if kind.startswith("accuse") and target is not None and _sheltered(word, initiator, target):
        kind, target = "accuse.harbouring", cast.state(target)
    status = "conditional" if mood.hinges and kind != word.kind else "happened"
    if kind.startswith(("threat", "agree.offer")) and mood.hinges:
        status = "conditional"
    confidence = 0.75 if target is not None else 0.6
    tokens = [word.anchor] + ([word.noun] if word.noun is not None else [])
    return Act(
        kind, word.anchor, initiator, target, status, word.rule, confidence, mood, tokens, speaker
    )


def _came_to_nothing(word: _Word) -> bool:
    """ "The ceasefire collapsed"; but talks that failed were held."""
    noun = word.noun
    failed = noun is not None and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _FAILED
    return failed and not word.kind.startswith("talks")


def _parties(
    word: _Word, kind: str, initiator: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    sides = partners(
        word.anchor, word.noun, cast, mutual=_mutual(kind), mediated=kind == "talks.mediation"
    )
    if initiator is None and sides:
        initiator, sides = sides[0], sides[1:]
    for side in sides:
        if initiator is not None and side.code != initiator.code:
            return initiator, side
    return initiator, target_of(word.anchor, word.noun, kind, initiator, cast)


_SHELTER = word_set("operate soil territory haven sanctuary base hideout shelter")


def _sheltered(word: _Word, initiator: Who, target: Who) -> bool:
    """Militants who operate from another state's ground: the charge is against the state."""
    abroad = target.sector == "REB" and target.country not in ("UNK", "IMG", initiator.country)
    words = {t.lemma_.lower() for t in word.anchor.subtree}
    return abroad and target.code.count(".") == 1 and bool(words & _SHELTER)


def _mutual(kind: str) -> bool:
    return kind != "talks.mediation" and kind.split(".")[0] in (
        "talks",
        "agree",
        "cooperate",
        "support",
    )


def _lifted(word: _Word, mood: Mood, violent: bool) -> str | None:
    """The kind that an act has in its mood: see the table at the top."""
    kind, root = word.kind, ontology()[word.kind].plover
    lemma = word.anchor.lemma_.lower()
    operator = mood.operator
    if operator == "intend" and mood.operator_at is not None:
        operator = None if mood.operator_at.lemma_.lower() in _DECIDED else operator
    if mood.hypothetical or operator in ("attempt", "foil", "deny", "blame", "demand", "refuse"):
        return None
    if word.rule == "verb:hesitate":
        return kind
    if word.rule == "verb:must":
        return kind
    ahead = mood.modal == "will" or operator in ("intend", "threaten")
    if violent:
        pledged = mood.modal == "will" or word.anchor.dep_ in ("xcomp", "ccomp", "ROOT", "conj")
        if pledged and ((ahead and not mood.negated) or operator == "threaten"):
            return "threat.military"
        return None
    if mood.modal == "must":
        return None if mood.negated else "demand"
    if root in _SPOKEN:
        return None if mood.negated or mood.modal == "may" else kind
    friendly = root in _FRIENDLY
    if mood.negated:
        if friendly and (ahead or lemma in _STRONG_NEGATIVES):
            return "reject.proposal"
        return "agree.offer" if ahead and not friendly and root != "MOBILIZE" else None
    if mood.modal == "may":
        return "threat" if not friendly and mood.hinges else None
    if not ahead:
        return kind
    return _ahead(kind, root, mood)


def _ahead(kind: str, root: str, mood: Mood) -> str:
    if kind == "retreat.resignation" or root in ("AGREE", "MOBILIZE"):
        return kind
    if root == "RETREAT" and mood.hinges and kind == "retreat.withdrawal":
        return "threat"
    if root in _FRIENDLY:
        return "agree.offer"
    return "threat.sanction" if root == "SANCTION" else "threat"


_POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "LEG", "JUD", "OPP", "PTY", "SPY", "ELI"})
_PEOPLE = frozenset(
    {"protest", "demand", "accuse", "reject", "threat", "coerce", "aid", "investigate"}
)


_MEASURES = frozenset({"sanction", "coerce", "retreat", "concede", "mobilize", "aid"})


def may(who: Who, kind: str) -> bool:
    """May somebody of this sector be the one who does such a thing?"""
    sector = who.sector
    if sector is None:
        return who.known
    if sector in _POLITICAL or sector == "IGO" or who.country in ("IGO", "NGO", "IMG"):
        return kind.split(".")[0] != "protest" or sector not in ("GOV", "MIL", "COP")
    return kind.split(".")[0] in _PEOPLE or sector in ("NGO", "LAB", "MED", "EDU", "BUS", "REL")
