"""Verbs that the parse took for nouns are read once more, in the past.

    "Pakistan rejects accusations by ..."          a word that is as often a noun, in a sentence
                                                   without a verb
    "Chad expels envoy John Doe"                   one that can be nothing else, after a name at
                                                   the head of a sentence (``verbless.py``)
    "Rome halts aid", "Police detain lawmaker"     any verb that we know, in a headline

"Rejects" may be a plural and "rejected" cannot, so the words are parsed again with the verb in the
past, and that parse is laid over the words as they were written.
"""

import itertools
from collections.abc import Sequence
from typing import Any

from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.bodies import is_body, takes_as_verb
from escalation.coding.sentence.clause import FINITE, OPENING, PARTS, governors
from escalation.coding.sentence.comma_and import two_verbs
from escalation.coding.sentence.misread import MANY, is_misread
from escalation.coding.sentence.participles import PAST, base, taken_for_participles
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.verb_forms import (
    TOLD_PLAINLY,
    base_of,
    forms,
    past_of,
    verbs,
    without_s,
)
from escalation.coding.sentence.verbless import first_verb

_LAID_OVER = [attrs.HEAD, attrs.DEP, attrs.POS, attrs.TAG, attrs.LEMMA, attrs.SENT_START]

_PLAIN = "rejected"
_NOMINAL = OPENING | {"VBG"}
_NAMES = frozenset({"NN", "NNP", "JJ"})
_ENDING_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "UH", ","})
_SEVERAL = frozenset({"NNS", "NNPS"})
# "Police post", "rebels' base": what stands after a plural as the head of its phrase.
_HEADS = word_set(
    "post station force forces order check base report case back talk talks arms ties rights"
)
_OBJECTS = frozenset({"dobj", "xcomp", "ccomp", "dative"})
_ABOUT = word_set("about approximately around nearly almost roughly over some")
_WHOSE = word_set("loyal linked allied affiliated tied of from with")
_LONGEST = 40  # tokens
# "Clerics call for calm": a verb that a preposition may follow, where no object need.
_LINKS = word_set("for on to in over against with at from off of up")


def reread(doc: Doc, language: Language) -> Doc:
    """A parsed document, parsed again where a verb was misread; else the same."""
    misread = {token.i for token in doc if is_misread(token)}
    misread |= {verb.i for s in doc.sents if (verb := first_verb(s)) is not None}
    pairs = [pair for s in doc.sents if (pair := two_verbs(s)) is not None]
    misread |= {verb.i for first, _, second in pairs for verb in (first, second)}
    told = {verb.i: base(verb) for verb in taken_for_participles(doc)}
    if misread or told:
        read = _and_read(pairs) | dict.fromkeys(told, PAST)
        doc = _laid_over(doc, misread - told.keys(), read, language)
        for i, lemma in told.items():
            doc[i].lemma_ = lemma
    for sentence in list(doc.sents):
        if _verbless(sentence):
            for token in sentence[1:-1]:  # a verb has something on either side
                if _may_be_verb(token, sentence) and _reparsed(sentence, token, language):
                    break
    return doc


def _again(tokens: Sequence[Token], past: dict[int, str], language: Language) -> Doc:
    """The words, not yet parsed, with the verbs at some places in the past."""
    spelled = [past.get(token.i, token.text) for token in tokens]
    return Doc(language.vocab, words=spelled, spaces=[bool(t.whitespace_) for t in tokens])


def _and_read(pairs: list[tuple[Token, Token, Token]]) -> dict[int, str]:
    """How two verbs with a comma are read: "Rebels rejected town and rejected clerks".

    The past of many a verb may describe what follows ("closed border"); "rejected" rarely does.
    """
    read = {comma.i: "and" for _, comma, _ in pairs}
    for verb in (v for first, _, second in pairs for v in (first, second)):
        read[verb.i] = past_of(verb.text) if verb.nbor().lower_ in _LINKS else _PLAIN
    return read


def _laid_over(doc: Doc, misread: set[int], read: dict[int, str], language: Language) -> Doc:
    """A whole document with the parse that it has with those verbs in the past.

    ``read`` are words to be read as others.
    """
    past = {i: past_of(doc[i].text) for i in misread} | read
    for i in misread:
        if doc[i].lemma_ == "shoot" and doc[i].nbor().lower_ == "dead":
            past |= {i: "gunned", i + 1: "down"}  # no word of its own parses as badly
    again = _again(list(doc), past, language)
    for token in doc:
        again[token.i].is_sent_start = token.is_sent_start
    parse: Any = language(again).to_array(_LAID_OVER)
    laid = _again(list(doc), {}, language)
    laid.from_array(_LAID_OVER, parse)
    for i in misread:  # told in the present, as it was written
        if laid[i].tag_ == "VBD" and laid[i].lower_ not in TOLD_PLAINLY:
            laid[i].tag_ = "VBZ"
        if laid[i].lower_ in forms():
            laid[i].lemma_ = base_of(laid[i].lower_)
        if (i + 1) in past:
            laid[i].lemma_, laid[i + 1].lemma_ = "shoot", "dead"
    return laid


def _verbless(sentence: Span) -> bool:
    if not 3 <= len(sentence) <= _LONGEST:
        return False
    told = [t for t in sentence if t.tag_ in FINITE and t.dep_ not in PARTS and not _made_up(t)]
    if told and all(_tells_who(t) for t in told) and _several(sentence.root):
        told = []  # "Officers in Rome arrest Rossi, who is wanted"
    return not told and not _acts(sentence.root)


def _tells_who(verb: Token) -> bool:
    """Is it a verb of a relative clause?"""
    above = itertools.chain([verb], governors(verb))
    return any(t.dep_ == "relcl" for t in itertools.takewhile(lambda t: t.dep_ != "ROOT", above))


def _acts(root: Token) -> bool:
    """ "Gunmen attack a post": a verb with its subject, whatever form the parse takes it for."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < root.i for c in root.children)
    return root.pos_ == "VERB" and own and not any(c.tag_ == "TO" for c in root.children)


def _made_up(verb: Token) -> bool:
    """ "Rome sinks boat off Ostia": a word that is no verb that we know, after one that is."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    return (
        before is not None
        and before.tag_ == "NNS"
        and without_s(before.lower_) in verbs()
        and verb.lower_ not in verbs()
        and without_s(verb.lower_) not in verbs()
    )


def _may_be_verb(token: Token, sentence: Span) -> bool:
    """A verb that we know, after what may be its subject and before what may be its object."""
    form, before, after = token.lower_, token.nbor(-1), token.nbor()
    if not form.isalpha() or (form in _HEADS and after.tag_ != "NNP"):
        return False
    wrong = after.pos_ == "VERB" and _made_up(after)
    takes = after.tag_ in _NOMINAL or after.tag_ == "TO" or after.lower_ in _ABOUT
    takes = takes or (after.tag_ == "VBN" and after.dep_ == "amod")  # "launch coordinated attacks"
    if not (takes or wrong):
        return _linked(token, sentence)
    if _ends(sentence) and form in verbs():
        return before.tag_ in _ENDING_NAMES
    if _several(before) or _several_in(sentence.root, token):
        return form in verbs()
    if is_body(before) and not _ends(sentence):
        return form in verbs() and takes_as_verb(token, sentence)
    named = before.tag_ in _NAMES or (before.tag_ in ("HYPH", ",") and _ends(sentence))
    return form.endswith("s") and named and without_s(form) in verbs()


def _linked(token: Token, sentence: Span) -> bool:
    """ "Clerics in Exford call for calm": of word and deed, for attacks in a town are a noun."""
    if token.nbor().lower_ not in _LINKS or not _ends(sentence):
        return False
    base = token.lower_ if token.lower_ in verbs() else without_s(token.lower_)
    before = token.nbor(-1)
    plain = token.lower_ == base and before.tag_ == "NNS"  # "soldiers fire on a crowd"
    told = base in verbs() and base not in words().verbs and noun_kind(token) is None
    return before.tag_ in _ENDING_NAMES and (told or (plain and base in words().verbs))


def _ends(sentence: Span) -> bool:
    """Prose has a verb in each sentence; a headline may be a noun alone ("Attacks in Exford")."""
    return sentence[-1].text in (".", "?", "!")


def _several(subject: Token) -> bool:
    plural = subject.tag_ == "UH" and subject.lower_.endswith("s")  # "Houthis"
    return plural or subject.tag_ in _SEVERAL or subject.lower_ in MANY or _paired(subject)


def _several_in(root: Token, verb: Token) -> bool:
    """ "Officers in Rome arrest", "men loyal to the front attack": several, where and whose."""
    between = root.doc[root.i + 1 : verb.i]
    where = 2 <= len(between) <= 3 and between[0].lower_ == "in"
    whose = 2 <= len(between) <= 5 and between[0].lower_ in _WHOSE
    return (where or whose) and between[-1].tag_ == "NNP" and _several(root)


def _paired(name: Token) -> bool:
    """Is it the second of two ("Rome and Vienna", "Rome, Vienna")?"""
    before = [t.lower_ for t in name.sent if name.i - 4 < t.i < name.i]
    return name.tag_ == "NNP" and ("and" in before or "," in before)


def _reparsed(sentence: Span, verb: Token, language: Language) -> bool:
    """Take over the tree of a sentence with that verb, if it has a subject and an object then."""
    doc, at = sentence.doc, verb.i - sentence.start
    linked = verb.nbor().lower_ in _LINKS
    new = language(
        _again(list(sentence), {verb.i: past_of(verb.text) if linked else _PLAIN}, language),
        disable=["headline_speakers", "lemmatizer"],
    )
    root = new[at]
    subjects = [c for c in root.children if c.dep_ == "nsubj" and c.i < at]
    follows = linked or any(c.i > at and c.dep_ in _OBJECTS for c in root.children)
    if root.dep_ != "ROOT" or root.pos_ != "VERB" or not (subjects and follows):
        return False
    known = verb.lower_ in verbs()
    if known and not _plural(subjects[0]):
        return False  # "calls", not "call", is what one does
    for old, token in zip(sentence, new, strict=True):
        old.tag_, old.pos_, old.dep_ = token.tag_, token.pos_, token.dep_
    for old, token in zip(sentence, new, strict=True):
        old.head = doc[sentence.start + token.head.i]
    verb.tag_, verb.lemma_ = ("VBP", verb.lower_) if known else ("VBZ", without_s(verb.lower_))
    return True


def _plural(subject: Token) -> bool:
    """Whether a subject may be several, as a body of people, or of a name, always may."""
    both = any(c.dep_ == "conj" for c in subject.children)
    return both or subject.tag_ == "NNP" or is_body(subject) or _several(subject)
