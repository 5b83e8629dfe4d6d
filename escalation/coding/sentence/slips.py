"""Slips of the parse in headlines: a name that is none, who exchanged fire, who fell."""

from spacy.tokens import Doc, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.clause import PARTS, SUBJECTS, TENSED
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.verb_forms import base_of, forms
from escalation.coding.status.operators import FOIL, PLOTS, SAY

_TOLD = frozenset({"VB", "VBZ", "VBP"})
FIRE = frozenset({"gunfire", "fire", "shots"})
_TWO_PEOPLE = word_set("couple pair duo trio brothers sisters siblings")
_STRIKES = word_set("strikes attacks raids bombs shells ambushes")
_SHOT = word_set("fire launch drop lob shoot hurl throw")
_SHOTS = word_set("shell rocket missile mortar shot bomb round projectile drone grenade bullet")
_OPENS = frozenset({"when", "as", "after", "while"})
_FORCES = ("COP", "MIL", "GOV")
_DIES = {"die": "die", "dies": "die", "died": "die", "perish": "perish", "perished": "perish"}
_NO_NOUNS = word_set(
    "mediates reopens closes resumes collapses begins intensifies escalates expels deports detains"
    " warns accuses denies rejects condemns threatens agrees erupts refuses suspends"
)
_LETS_GO = word_set("release free rescue recover pardon deport extradite execute exchange swap")
_FELL = word_set("kill wound injure hurt martyr shoot abduct kidnap arrest ambush gun slay")


def mend_slips(doc: Doc) -> None:
    """Mend them in place."""
    for sentence in list(doc.sents):
        if sentence[0].tag_ == "NNPS":
            _no_name(sentence[0])
        if sentence.root.pos_ in ("NOUN", "PROPN"):
            _and_were(sentence.root)
            _and_does(sentence.root)
            _takes(sentence.root)
        if sentence.root.lemma_ in ("trade", "exchange"):
            _exchanged(sentence.root)
        if sentence.root.lower_ == "following":
            _died_first(sentence.root)
    for token in doc:
        if token.tag_ == "VBN" and token.dep_ == "acl" and token.lemma_ in _FELL:
            _of_the_first(token)
        if token.dep_ == "conj" and token.lower_ == "of" and token.head.pos_ == "VERB":
            token.dep_ = "prep"  # "is found guilty of theft, and of making bombs"
        if token.lower_ == "between" and token.dep_ == "prep":
            _the_second(token)
        if token.dep_ == "npadvmod" and token.lower_ in _TWO_PEOPLE:
            _who_they_are(token)
        if token.tag_ == "VBZ" and token.dep_ == "nsubj" and token.lower_ in _STRIKES:
            _struck(token)
        if token.tag_ == "VBD" and token.lemma_ in _SHOT:
            _fired(token)
        if token.tag_ == "VBG" and token.dep_ == "advcl" and token.i > 0:
            _riding(token)
        if token.lower_ == "of" and token.dep_ == "prep" and token.head.i < token.i - 1:
            _of_adherents(token)
        if token.dep_ in ("relcl", "ccomp") and token.lemma_ in _FELL:
            _that_killed(token)
        if token.dep_ == "advcl" and token.tag_ == "VB" and token.head.lemma_ in FOIL:
            _of_the_plot(token)
        if token.dep_ == "ccomp" and token.tag_ == "VBD" and token.head.lemma_ in _LETS_GO:
            _let_go(token)


def _the_second(between: Token) -> None:
    """ "Between supporters of Rossi and police": the police, and not of them."""
    first = next((c for c in between.children if c.dep_ == "pobj"), None)
    if first is None or any(c.dep_ == "conj" for c in first.children):
        return
    below = (t for t in first.subtree if t.dep_ == "conj" and t.head.i != first.i)
    of = (t for t in below if t.head.dep_ == "pobj" and t.head.head.lower_ == "of")
    other = next((t for t in of if t.pos_ == "NOUN" and t.head.pos_ == "PROPN"), None)
    if other is not None and any(c.lower_ == "and" for c in other.head.children):
        other.head = first


def _who_they_are(pair: Token) -> None:
    """ "British couple John and Ann Hill were freed": what they are, beside their names."""
    name = pair.nbor() if pair.i + 1 < len(pair.doc) else pair
    if name.pos_ == "PROPN" and name.dep_ in ("nsubj", "nsubjpass", "dobj") and name.i != pair.i:
        pair.head, pair.dep_ = name, "compound"


def _no_name(first: Token) -> None:
    """ "Rockets hit a town": a noun of violence that opens a sentence is nobody's name."""
    one = first.lower_.removesuffix("s")
    if one in words().nouns:
        first.pos_, first.tag_, first.lemma_ = "NOUN", "NNS", one


def _and_were(root: Token) -> None:
    """ "A clerk, 45, and his son, 7, were shot": both were, whatever stands in commas."""
    told = (c for c in root.children if c.dep_ == "conj" and c.pos_ == "VERB")
    verb = next((c for c in told if any(t.dep_ == "auxpass" for t in c.children)), None)
    link = any(c.dep_ == "cc" and c.lower_ == "and" for c in root.children)
    if verb is None or not link or not any(c.text == "," for c in root.children):
        return
    second = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if second is None or second.i > verb.i or root.sent.start != root.left_edge.i:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "nsubjpass"
    second.head, second.dep_ = root, "conj"


def _and_does(root: Token) -> None:
    """ "A guard shoots and kills two men", "the rebels reiterate that ...": what they do."""
    joined = any(c.dep_ == "conj" and c.tag_ in _TOLD and c.pos_ == "VERB" for c in root.children)
    joined = joined or root.lower_ in _NO_NOUNS  # "the crossing reopens", "Rome mediates"
    if root.lower_ in SAY:
        joined = any(c.dep_ in ("ccomp", "acl") and _that(c) for c in root.children)
    if not joined or root.lower_ not in forms() or root.i == root.sent.start:
        return
    subject = root.nbor(-1)
    if subject.dep_ != "compound" or subject.head.i != root.i:
        return
    root.pos_, root.lemma_ = "VERB", base_of(root.lower_)
    root.tag_ = "VBZ" if root.lower_ != root.lemma_ else "VBP"
    for child in list(root.children):
        if child.i < subject.i and child.dep_ in ("det", "amod", "compound", "nummod", "poss"):
            child.head = subject
    subject.dep_ = "nsubj"


def _died_first(following: Token) -> None:
    """ "Six guards die following an ambush": they die, and "following" only says of what."""
    die = next((c for c in following.children if c.dep_ == "aux"), None)
    if die is None or die.lower_ not in _DIES or die.i + 1 != following.i:
        return
    die.head, die.dep_, die.pos_, die.lemma_ = die, "ROOT", "VERB", _DIES[die.lower_]
    following.head, following.dep_, following.pos_ = die, "prep", "ADP"
    for child in list(following.children):
        if child.dep_ == "dobj":
            child.dep_ = "pobj"
        elif child.i < die.i or child.dep_ in ("punct", "advcl", "npadvmod"):
            child.head = die


def _that(clause: Token) -> bool:
    """ "That they will not talk": what is said."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    return own and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _takes(root: Token) -> None:
    """ "Chad arrests John Doe, the founder of ...": a verb with its subject, and whom it takes."""
    verb = next((c for c in root.children if c.dep_ in PARTS and c.tag_ in _TOLD), None)
    if verb is None or verb.i > root.i or not any(c.dep_ == "nsubj" for c in verb.children):
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    root.head, root.dep_ = verb, "dobj"
    for child in list(root.children):
        if child.i < verb.i or child.text == ".":
            child.head = verb


def _of_the_first(verb: Token) -> None:
    """ "Two officers guarding nurses killed in a raid": in a headline, the officers."""
    guarding = verb.head.head
    whole = guarding.head
    beside = verb.head.dep_ == "dobj" and guarding.tag_ == "VBG" and guarding.dep_ == "acl"
    if beside and whole.dep_ == "ROOT" and whole.pos_ in ("NOUN", "PROPN"):
        verb.head = whole


def _struck(strikes: Token) -> None:
    """ "Drone strikes on a camp killed nine": what kills is a noun, and no drone that strikes."""
    strikes.pos_, strikes.tag_ = "NOUN", "NNS"
    for child in strikes.children:
        if child.dep_ == "nsubj" and child.i + 1 == strikes.i:
            child.dep_ = "compound"


def _fired(fired: Token) -> None:
    """ "Shells fired over the border hit a house": they were fired, and they hit."""
    shells = next((c for c in fired.children if c.dep_ == "nsubj"), None)
    takes = any(c.dep_ in ("dobj", "prt", "aux", "cc") for c in fired.children)
    if shells is not None and shells.lemma_.lower() in _SHOTS and not takes:
        _goes_on(fired, shells, "VBN")


def _riding(riding: Token) -> None:
    """ "When a bomber riding a bike rams a van": he rode, and he rams."""
    opens = next((c for c in riding.children if c.lower_ in _OPENS), None)
    rider, rams = riding.nbor(-1), riding.head
    if opens is None or rider.dep_ not in ("compound", "nsubj") or rider.head != riding:
        return
    told = next((c for c in rams.children if c.dep_ == "ccomp" and c.i < opens.i), None)
    if rams.dep_ == "ROOT" and rams.i > riding.i and told is not None:
        told.head, told.dep_ = told, "ROOT"  # "two are killed when ...": that is told first
        for child in [c for c in rams.children if c.i < opens.i or c.dep_ == "punct"]:
            child.head = told
        rams.head, rams.dep_, riding.head = told, "conj", told
    _goes_on(riding, rider, "VBG")


def _goes_on(first: Token, subject: Token, tag: str) -> None:
    """Give a finite verb without a subject that of the participle before it."""
    beside = first.head.children if first.dep_ == "advcl" else ()
    after = [c for c in (*first.children, *beside) if c.dep_ in ("conj", "dep", "ccomp")]
    told = (c for c in after if c.i > first.i and c.tag_ in TENSED and c.pos_ == "VERB")
    verb = next((c for c in told if not any(i.dep_ == "nsubj" for i in c.children)), None)
    if verb is None or verb.nbor(-1).lower_ == "and":
        return
    above, verb.dep_ = first.head if first.dep_ != "ROOT" else verb, first.dep_
    verb.head = above
    subject.dep_ = "nsubj"
    left = [c for c in first.children if c.i < subject.i and c.dep_ in ("det", "amod", "compound")]
    for child in list(first.children):
        if child in left:
            child.head = subject
        elif child.i < subject.i or child.i > verb.i or child == subject:
            child.head = verb
    first.head, first.dep_, first.tag_ = subject, "acl", tag


def _of_adherents(of: Token) -> None:
    """ "Police and supporters of the party": of the party are these, and no policemen."""
    second, first = of.nbor(-1), of.head
    joined = second.dep_ == "conj" and second.head == first and second.tag_ == "NNS"
    if joined and role_of(first) in _FORCES and role_of(second) not in (None, *_FORCES[:2]):
        of.head = second


def _that_killed(verb: Token) -> None:
    """ "Men involved in the raid on Monday that killed nine": the raid did."""
    that = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ == "WDT"), None)
    known = words().nouns
    between = verb.doc[verb.head.i + 1 : that.i] if that is not None else ()
    deeds = [t for t in between if t.pos_ == "NOUN" and t.lemma_.lower() in known]
    if deeds and verb.head.lemma_.lower() not in known and verb.head.is_ancestor(deeds[-1]):
        verb.head, verb.dep_ = deeds[-1], "relcl"


def _of_the_plot(verb: Token) -> None:
    """ "Foiled a plot to blow up a bridge": what the plot was for, not why it was foiled."""
    plots = (c for c in verb.head.children if c.dep_ == "dobj" and c.lemma_ in PLOTS)
    plot = next(plots, None)
    if plot is not None and plot.i < verb.i:
        verb.head, verb.dep_ = plot, "acl"


def _let_go(verb: Token) -> None:
    """ "Frees two of the men kidnapped last week": whom it frees, and not what they did."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    bare = not any(c.dep_ in ("mark", "aux", "dobj") for c in verb.children)
    bare = bare and not any(c.dep_ == "dobj" for c in verb.head.children)
    if subject is None or not bare or subject.right_edge.i + 1 != verb.i or subject.i < verb.head.i:
        return
    subject.head, subject.dep_ = verb.head, "dobj"
    verb.head, verb.dep_, verb.tag_ = verb.nbor(-1), "acl", "VBN"


def _exchanged(verb: Token) -> None:
    """ "Gunfire exchanged between guards and rebels": nobody's but theirs, in the passive."""
    between = any(c.lower_ == "between" for c in verb.children)
    for child in verb.children if between else ():
        if child.dep_ == "nsubj" and child.lower_ in FIRE:
            child.dep_, verb.tag_ = "nsubjpass", "VBN"
