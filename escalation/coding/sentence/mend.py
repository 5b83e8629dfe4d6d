"""Mends of the parse where the words of violence are often misread, in headlines above all."""

from spacy.tokens import Doc, Token

from escalation.coding.dealings.lexicon import lexicon
from escalation.coding.sentence.as_clauses import as_clause
from escalation.coding.sentence.clause import DEPLORES, TENSED
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.slips import FIRE
from escalation.coding.tolls.people import is_person

_DEEDS = frozenset({"firing", "shelling", "bombing", "killing", "shooting", "bombardment"})
_CLAUSES = frozenset({"csubj", "ccomp"})
_VERBS = {
    form: form.removesuffix("s")
    for form in word_set(
        "kill kills wound wounds injure injures attack attacks storm storms raid raids ambush shoot"
        " shoots kidnap kidnaps abduct abducts behead beheads exchange overrun bomb bombs ram rams"
    )
}
_COUNTING = frozenset({"at", "over", "more", "nearly", "about", "some", "several", "dozens"})
_HARM = frozenset({"kill", "wound", "injure", "hurt"})
_BURST = {
    "erupts": "erupt", "explodes": "explode", "detonates": "detonate", "rips": "rip",
    "tears": "tear", "rocks": "rock",
}  # fmt: skip
_TESTS = {"fires": "fire", "launches": "launch", "fired": "fire", "launched": "launch"}
_ATTACHED = frozenset({"attachés", "attaches"})


def mend(doc: Doc) -> None:
    """Mend a parsed document in place."""
    for token in doc[1:-1]:
        word = token.lower_
        if word in _VERBS and token.tag_ in ("NN", "NNS", "NNP") and _has_object(token):
            _make_verb(token)
        if word in _BURST and token.tag_ == "NNS" and token.dep_ == "ROOT":
            _burst(token)
    for sentence in list(doc.sents):
        _bare(sentence.root)
        _foremost(sentence.root)
    for token in doc[:-1]:
        _mend_word(token)


def _mend_word(token: Token) -> None:
    """Mend what a word is taken for, by the word itself and the one after it."""
    after, word = token.nbor(), token.lower_
    if word == "test":
        _tested(token, after)
    if word == "drone" and token.pos_ == "VERB":
        _make_noun(token, after)
    if token.is_sent_start and token.dep_ == "amod" and token.head.tag_ == "VBZ":
        token.dep_ = "nsubj"  # "Pakistan conducts ...", taken for an adjective
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
        token.head = token.head.head  # "Qatar is mediating"
    if token.tag_ in TENSED and token.pos_ == "VERB":
        _subject(token)
    if word in ("gun", "guns", "gunned", "gunning") and after.lower_ == "down":
        token.pos_, token.lemma_ = "VERB", "gun"
        after.dep_ = "prt"
    if token.dep_ == "appos" and token.head.pos_ == "VERB":
        token.dep_ = "dobj"  # "Rome summons Roman diplomat over ..."
    if token.dep_ == "npadvmod" and token.tag_ == "NNS" and _taken(token):
        token.dep_ = "dobj"  # "Rome expels Bernese attaches"
    if token.dep_ == "pobj" and token.tag_ == "NNP" and after.tag_ == "NNS":
        _of_a_people(token, after)
    if token.dep_ in ("dobj", "pobj") and token.head.i < token.i:
        _object(token)
    if word == "that" and after.tag_ in ("VBD", "VBN") and token.head.i == after.i:
        _participle(token, after)
    if word in ("open", "opens", "opened") and after.lower_ == "fire":
        token.pos_, token.lemma_ = "VERB", "open"
    if word in ("as", "when", "after") and token.dep_ == "prep":
        as_clause(token)
    if after.lower_ in _DEEDS and after.tag_ == "VBG":
        _deed(token, after)


def _taken(noun: Token) -> bool:
    """Is a noun in the plural whom the verb before it takes, and no span of time?"""
    verb = noun.head
    whom = is_person(noun) or noun.lower_ in _ATTACHED
    direct = noun.left_edge.i == verb.i + 1 and verb.tag_ == "VBZ" and whom
    return direct and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)


def _subject(verb: Token) -> None:
    """ "A Roman sniper shot dead ...": a verb in the past has no parts, but a subject."""
    parts = [c for c in verb.children if c.dep_ == "compound" and c.i < verb.i]
    others = any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "auxpass") for c in verb.children)
    if not parts or others or parts[-1].i + 1 != verb.i:
        return
    subject = parts.pop()
    subject.dep_ = "nsubj"
    for token in [*parts, *(c for c in verb.children if c.dep_ in ("det", "amod", "poss"))]:
        if token.i < subject.i:
            token.head = subject


def _object(token: Token) -> None:
    """ "Strikes in Exland kill two rebels": they are what the verb takes, not what "in" does."""
    for verb in token.doc[token.head.i + 1 : token.i]:
        finite = verb.pos_ == "VERB" and verb.tag_ in TENSED
        if finite and verb.is_ancestor(token.head) and verb.lemma_ in _HARM:
            if not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
                token.head, token.dep_ = verb, "dobj"
            return


def _participle(that: Token, verb: Token) -> None:
    """ "Says that captured men will be freed": what they are, and then what is told of them."""
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if told is None or verb.dep_ != "ccomp" or any(c.dep_ == "dobj" for c in verb.children):
        return
    subject = next((c for c in told.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.left_edge.i != verb.i + 1:
        return
    told.head, told.dep_ = verb.head, "ccomp"
    for child in list(verb.children):
        child.head = told
    that.head, that.dep_ = told, "mark"
    verb.head, verb.dep_, verb.tag_ = subject, "amod", "VBN"


def _deed(before: Token, deed: Token) -> None:
    """ "Indian shelling kills ...": a noun with its owner, not a clause."""
    owned = before.tag_ in ("JJ", "NNP", "NNPS", "POS")
    if owned and before.dep_ == "nsubj" and before.head.i == deed.i and deed.dep_ in _CLAUSES:
        if not any(c.dep_ == "dobj" for c in deed.children):
            deed.dep_ = "nsubj" if deed.dep_ == "csubj" else "dobj"
            deed.pos_, deed.tag_, before.dep_ = "NOUN", "NN", "amod"
    elif owned and before.dep_ == "dobj" and before.head.lemma_ in DEPLORES:
        above = before.head  # "condemns Indian shelling that ..."
        if deed.dep_ == "advcl" and deed.head.i == above.i:
            deed.dep_, deed.pos_, deed.tag_ = "dobj", "NOUN", "NN"
            before.head, before.dep_ = deed, "amod"
    elif owned and deed.dep_ == "acl" and deed.head.i == before.i and before.dep_ == "nsubj":
        deed.head, deed.dep_, deed.pos_ = before.head, "nsubj", "NOUN"
        before.head, before.dep_ = deed, "amod"
    elif owned and deed.dep_ in ("nsubj", "pobj", "dobj") and before.head.i == deed.i:
        deed.pos_ = "NOUN"


def _bare(root: Token) -> None:
    """ "Hundreds rally in Rome", "talks open": what has a subject is a verb, if it can be one."""
    whose = [c for c in root.children if c.dep_ == "nsubj" and c.i < root.i]
    opens = root.lower_ == "open" and any(c.tag_ == "NNS" for c in whose)
    plain = (root.tag_ == "NN" or opens) and root.lower_ in lexicon().frames
    if plain and whose and not any(c.dep_ in ("cop", "det", "poss") for c in root.children):
        root.pos_, root.tag_, root.lemma_ = "VERB", "VBP", root.lower_


def _of_a_people(name: Token, people: Token) -> None:
    """ "Hundreds of Baloch women": of women, who are Baloch."""
    link = name.head
    if (people.dep_, people.head.i) in (("pobj", link.i), ("appos", link.head.i)):
        name.head, name.dep_ = people, "compound"
        people.head, people.dep_ = link, "pobj"


def _tested(test: Token, verb: Token) -> None:
    """ "Rome successfully test fires a missile": no test that fires."""
    takes = any(c.dep_ == "dobj" for c in verb.children)
    if verb.lower_ not in _TESTS or test.head.i != verb.i or not takes:
        return
    verb.pos_, verb.lemma_ = "VERB", _TESTS[verb.lower_]
    names = [c for c in test.children if c.dep_ in ("compound", "amod", "nmod", "nsubj")]
    for child in list(test.children):
        child.head = verb
    if names:
        names[-1].dep_ = "nsubj"
    test.dep_ = "npadvmod"


def _make_noun(token: Token, noun: Token) -> None:
    """Mend "conducts drone strikes": no verb "to drone" stands before its own object here."""
    if noun.pos_ != "NOUN" or noun.head.i != token.i:
        return
    token.pos_, above, role = "NOUN", token.head, token.dep_
    others = [child for child in token.children if child.i != noun.i]
    is_root = above.i == token.i
    noun.head, noun.dep_ = (
        (noun, "ROOT") if is_root else (above, "dobj" if role == "xcomp" else role)
    )
    token.head, token.dep_ = noun, "compound"
    for child in others:
        child.head = noun if is_root else above


def _foremost(root: Token) -> None:
    """ "Two are killed in a raid, after five were killed": the first clause is what is told."""
    told = [c for c in root.children if c.dep_ == "ccomp" and c.i < root.i and c.pos_ == "VERB"]
    behind = [c for c in root.children if c.dep_ == "mark" and c.lower_ in ("after", "as", "when")]
    if root.pos_ != "VERB" or not (told and behind) or not told[0].i < behind[0].i:
        return
    told[0].head, told[0].dep_ = told[0], "ROOT"
    for child in list(root.children):
        if child.i < behind[0].i and child.i != told[0].i:
            child.head = told[0]
    root.head, root.dep_ = told[0], "advcl"


def _has_object(token: Token) -> bool:
    """Does what follows a noun count or name what a verb would take: "kill at least two"?"""
    after = token.nbor()
    if token.lower_.startswith("exchange"):
        return after.lower_ in FIRE
    counted = after.tag_ in ("CD", "DT") or after.lower_ in _COUNTING
    named = after.tag_ == "NNP" and token.tag_ == "NN" and after.dep_ == "appos"
    return counted or named


def _burst(token: Token) -> None:
    """ "A gunfight erupts between ...": what it says of the noun before it."""
    before = token.nbor(-1)
    if before.dep_ != "compound" or before.head.i != token.i:
        return
    for child in [c for c in token.children if c.i < before.i]:
        child.head = before
    before.dep_, token.pos_, token.tag_ = "nsubj", "VERB", "VBZ"
    token.lemma_ = _BURST[token.lower_]
    for child in token.children:
        child.dep_ = "advcl" if child.dep_ == "acl" else child.dep_


def _make_verb(token: Token) -> None:
    """ "Strikes in Exland kill at least two": a verb, where the parse sees nouns alone."""
    root = token.sent.root
    if root.i == token.i and any(c.dep_ == "nsubj" for c in token.children):
        token.pos_, token.tag_, token.lemma_ = "VERB", "VBP", _VERBS[token.lower_]
        return
    if token.dep_ == "conj" and root.pos_ == "VERB" and token.tag_ == "NNS":
        above = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        if above is not None:
            token.head, token.pos_, token.tag_ = above, "VERB", "VBZ"  # "and injures over ten"
            token.lemma_ = _VERBS[token.lower_]
        return
    before = token.nbor(-1)
    nouns = root.pos_ in ("NOUN", "PROPN") and root.i < token.i
    if not nouns or before.dep_ != "compound" or before.head.i != token.i:
        return
    whole = token.head if token.dep_ == "compound" and token.head.i > token.i else None
    role = whole if whole is not None else token
    above, dep = role.head, role.dep_
    left = [c for part in {role, token} for c in part.children if c.i < before.i]
    right = [c for c in root.children if c.i > token.i]
    token.head, token.dep_ = token, "ROOT"
    token.pos_, token.tag_ = "VERB", "VBZ" if token.tag_ == "NNS" else "VBP"
    token.lemma_ = _VERBS[token.lower_]
    root.head, root.dep_ = token, "nsubj"
    before.head, before.dep_ = above, dep
    for child in left:
        child.head = before
    found = whole
    for child in sorted({*right, *(c for c in token.children if c.i > token.i)}):
        child.head = token
        if child.dep_ in ("appos", "conj", "dobj") and found is None:
            found = child
        child.dep_ = "advcl" if child.dep_ == "acl" else child.dep_
    if found is not None:
        found.head, found.dep_ = token, "dobj"
