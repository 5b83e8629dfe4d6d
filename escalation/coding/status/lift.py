"""What an act becomes in its mood: the friendly still to come an offer, the hostile a threat.

By the mood it is told in and the family of its kind:

    mood, kind       friendly             hostile       spoken (demand, accusation, ...)
    fact             itself               itself        itself
    will, intends    agree.offer          threat        itself
    is due to        itself (planned)     itself (planned)
    announces        itself (planned): a withdrawal, a release, a limit, forces, a meeting of two
    will not         reject.proposal      agree.offer   (nothing)
    must             demand (by the speaker, of the subject)
    may              (nothing)            threat        (nothing)
"""

from spacy.tokens import Token

from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.other_sense import in_writing
from escalation.coding.dealings.reaction import retorted
from escalation.coding.dealings.soil import UNUSED
from escalation.coding.dealings.vows import BORNE, RAISED
from escalation.coding.sentence.clause import WRITINGS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import Mood
from escalation.coding.status.to_come import is_to_come
from escalation.ontology import ontology

_FRIENDLY = word_set("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT")
SPOKEN = word_set("REQUEST ACCUSE REJECT THREATEN INVESTIGATE")
_DECIDED = word_set("decide go authorize authorise approve resolve set determine need")
_FORETOLD = word_set("expect expected schedule scheduled set due slate slated likely poised bound")
_TO_COME = word_set("proposed planned scheduled upcoming forthcoming prospective")
_PAYS = word_set("pay compensate return")  # things, for the freed are "released"
_STRONG_NEGATIVES = word_set(
    "accept agree recognize recognise support allow tolerate cooperate attend back permit"
    " admit yield negotiate endorse join approve"
)


_OFFERED = word_set("offer pledge promise vow swear agree volunteer ready willing prepared commit")
_DECREED = word_set("announce declare order decree proclaim rule confirm")
_ALLOWED = frozenset(
    {("retreat.withdrawal", "announce")}
    | {("concede.release", verb) for verb in ("approve", "authorize", "authorise", "clear")}
)
_BY_DATE = word_set(
    "meet visit host travel hold attend arrive fly go convene tour receive join discuss consult"
    " confer"
)
_FORBID = word_set("ban bar prohibit forbid outlaw restrict")


def foretold(mood: Mood) -> bool:
    """ "Is due to arrive", "expected to sign", "Rome to sign": told of beforehand, as no word."""
    at = mood.operator_at
    if mood.operator != "intend" or at is None:
        return False
    if is_to_come(at):
        return True
    if at.lemma_ == "be":  # "Rome is to sign it"
        return True
    if at.lemma_.lower() not in _FORETOLD:
        return False
    if at.lemma_ == "expect" and _of_others(at):
        return True
    passive = any(c.dep_ == "auxpass" for c in at.children) or at.dep_ in ("acl", "amod")
    return at.pos_ == "ADJ" or (at.tag_ == "VBN" and passive)


def _of_others(expects: Token) -> bool:
    """ "Expects the king to resign": what another will do, and no word of his."""
    told = (c for c in expects.children if c.dep_ in ("ccomp", "xcomp"))
    return any(c.dep_ in ("nsubj", "nsubjpass") for clause in told for c in clause.children)


def on_the_calendar(word: Cue) -> bool:
    """ "Planned talks", "talks are scheduled", "talks will begin": none are held yet."""
    if word.noun is None:
        return False
    said = {c.lower_ for c in word.noun.children if c.dep_ == "amod"}
    ahead = word.noun.dep_ in ("nsubj", "nsubjpass") and any(
        c.dep_ == "aux" and c.lower_ in ("will", "shall", "'ll") for c in word.noun.head.children
    )
    lemma = word.anchor.lemma_.lower()
    planned = lemma in ("schedule", "plan", "expect")
    planned = planned or (lemma in ("announce", "propose") and word.kind.startswith("talks"))
    return ahead or planned or bool(said & _TO_COME)


def lifted(word: Cue, mood: Mood, violent: bool) -> str | None:
    """The kind that an act has in its mood: see the table at the top; None if it is none."""
    kind, root = word.kind, ontology()[word.kind].plover
    lemma = word.anchor.lemma_.lower()
    operator = _operator(word, mood, root)
    if mood.hypothetical or operator in ("attempt", "foil", "deny", "blame", "demand", "refuse"):
        return None
    if word.rule in ("verb:hesitate", RAISED, BORNE) or word.rule.startswith("forbears:"):
        return kind
    if word.rule in ("verb:must", "verb:do"):  # "says that it has not done enough"
        return kind
    if word.rule == UNUSED:
        return kind
    if word.rule.startswith("none:"):
        refused = kind == "reject.proposal" and mood.hinges
        return "threat.sanction" if refused else kind
    if operator == "threaten" and word.anchor.dep_ == "ccomp" and mood.modal is None:
        operator = None  # "warned that they had not left": told, no threat
    ahead = mood.modal == "will" or operator in ("intend", "threaten")
    if violent:
        ahead = ahead or (mood.modal == "may" and mood.hinges)  # "could attack if they stay"
        return _threat_of_force(word, mood, operator, ahead)
    if mood.modal == "must":
        return None if mood.negated else "demand"
    if root in SPOKEN:
        spared = mood.negated and ahead and kind == "accuse.charge"  # "will not prosecute them"
        plain = None if mood.negated or mood.modal == "may" else kind
        return "agree.offer" if spared else plain
    friendly = root in _FRIENDLY
    if mood.negated:
        if friendly and (ahead or lemma in _STRONG_NEGATIVES):
            return "reject.proposal"
        return "agree.offer" if ahead and not friendly and root != "MOBILIZE" else None
    if mood.modal == "may":
        return "threat" if not friendly and mood.hinges and word.anchor.tag_ != "VBN" else None
    if not ahead or foretold(mood) or arranged(word, mood) or _decreed(word, mood):
        return kind
    return _ahead(kind, root, mood)


def _operator(word: Cue, mood: Mood, root: str) -> str | None:
    """The verb over an act, unless what it governs was done all the same."""
    operator = mood.operator
    if operator == "intend" and mood.operator_at is not None:
        operator = None if mood.operator_at.lemma_.lower() in _DECIDED else operator
    if root == "PROTEST" and operator == "attempt":
        return None  # who tries to march is in the street
    if operator == "blame" and word.kind == "reject.accusation":
        return None  # "accuses Rome of a raid, a charge that Rome denies"
    return operator


def _threat_of_force(word: Cue, mood: Mood, operator: str | None, ahead: bool) -> str | None:
    """Is violence that is said to come a threat: "will strike", "threatened to strike"?"""
    if operator == "intend" and mood.operator_at is not None and mood.operator_at.dep_ == "acl":
        return None  # "killed men planning to bomb a mosque"
    if mood.operator_at is not None and mood.operator_at.lemma_ == "avoid":
        return None  # "fled to avoid being killed"
    pledged = mood.modal == "will" or word.anchor.dep_ in ("xcomp", "ccomp", "ROOT", "conj")
    pledged = pledged or (mood.modal == "may" and mood.hinges)
    threat = (ahead and not mood.negated) or operator == "threaten"
    return "threat.military" if pledged and threat else None


def arranged(word: Cue, mood: Mood) -> bool:
    """Is it to come by one's own decision, no offer to anybody and no threat?

    "Will withdraw its troops", "announces a withdrawal", "will send troops", "talks will begin".
    """
    if mood.hinges or not (mood.modal == "will" or mood.operator == "intend"):
        lemma = word.anchor.lemma_.lower()
        return (word.kind, lemma) in _ALLOWED
    if ontology()[word.kind].plover == "MOBILIZE":
        return True  # "is ready to send troops", too
    at = mood.operator_at
    if at is not None and at.lemma_.lower() in _OFFERED:
        return False
    if word.kind.startswith("talks"):
        return word.noun is not None or word.anchor.lemma_.lower() in _BY_DATE
    if word.kind == "concede.release":
        return word.anchor.lemma_.lower() not in _PAYS
    leaves = word.kind == "sanction.diplomatic" and word.anchor.lemma_ in (
        "withdraw",
        "quit",
        "exit",
    )
    return leaves or word.kind == "retreat.withdrawal"


def decreed_ahead(word: Cue, mood: Mood) -> bool:
    """ "Announces that it will close the schools": still to come; a ban is by its own word."""
    return _decreed(word, mood) and word.anchor.lemma_.lower() not in _FORBID


def _decreed(word: Cue, mood: Mood) -> bool:
    """ "Announces that marches will be banned": a limit that those in power set, no threat.

    Nor is it an offer that a curfew will be lifted.
    """
    said = mood.saying is not None and mood.saying.lemma_.lower() in _DECREED
    plain = said and mood.modal == "will" and mood.operator is None and not mood.hinges
    limit = ontology()[word.kind].plover == "COERCE" or word.kind == "concede.easing"
    return plain and limit


def _ahead(kind: str, root: str, mood: Mood) -> str:
    if kind in ("retreat.resignation", "agree") or root == "MOBILIZE":
        return kind
    if root == "RETREAT" and mood.hinges and kind == "retreat.withdrawal":
        return "threat"
    if root in _FRIENDLY:
        return "agree.offer"
    return "threat.sanction" if root == "SANCTION" else "threat"


def says_now(word: Cue) -> bool:
    """ "..., who warns of war": said now, not what tells who he is."""
    said = word.kind.split(".")[0] in ("threat", "accuse", "demand", "reject")
    if said and in_writing(word.anchor):
        return True
    now = word.anchor.dep_ == "relcl" and word.anchor.tag_ in ("VBZ", "VBP")
    who = any(c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT") for c in word.anchor.children)
    own = any(c.dep_ == "nsubj" for c in word.anchor.children) and word.anchor.dep_ in (
        "relcl",
        "acl",
    )
    if word.anchor.dep_ == "acl" and word.anchor.tag_ == "VBG" and said:
        return word.anchor.head.lemma_.lower() in WRITINGS  # "issues a statement rejecting talks"
    denied = own and not who and word.kind == "reject.accusation"  # "a claim that Rome denies"
    return (said and now and who) or denied or retorted(word.anchor)
