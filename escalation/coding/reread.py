"""Verbs that the parse took for nouns are read once more, in the past.

    "Pakistan rejects accusations by ..."          a word that is as often a noun, in a sentence
                                                   without a verb
    "Chad expels envoy John Doe"                   one that can be nothing else, after a name at
                                                   the head of a sentence (``verbless.py``)
    "Rome halts aid", "Police detain lawmaker"     any verb that we know, in a headline

"Rejects" may be a plural and "rejected" cannot, so the words are parsed again with the verb in the
past, and that parse is laid over the words as they were written.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from escalation.coding.ground import TAKES
from escalation.coding.lexicon import lexicon
from escalation.coding.phrases import word_set
from escalation.coding.verbless import first_verb
from escalation.coding.violence import noun_kind, words

# Present tense, third person, of verbs of word and deed that are nouns as well.
_EITHER = word_set(
    "orders rejects issues summons sentences pledges demands calls vows warns bans postpones"
    " delays nominates awards visits releases arrests protests states tweets claims"
    " urges offers plans approves"
)
# Of force: only after a name, for "roadside bombs target convoy" is rightly a noun.
_OF_FORCE = word_set("bombs shells raids attacks ambushes")
_SUSPECT = _EITHER | _OF_FORCE
_TOLD_PLAINLY = {"retook": "recaptured"}  # a verb that the parse does not know
_SHOTS = word_set("fire gunfire shots mortars blows")
_IN_THE_STREET = word_set("march rally protest")
_FIRED = word_set("shots mortars rockets missiles artillery shells ballistic warning tear")
_LAID_OVER = [attrs.HEAD, attrs.DEP, attrs.POS, attrs.TAG, attrs.LEMMA, attrs.SENT_START]

_PLAIN = "rejected"
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "PRP$", "VBG"})
_NAMES = frozenset({"NN", "NNP", "JJ"})
_ENDING_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "UH", ","})
_SEVERAL = frozenset({"NNS", "NNPS"})
_MANY = word_set("police thousands hundreds dozens people men women troops forces")
# "Police post", "rebels' base": what stands after a plural as the head of its phrase.
_HEADS = word_set(
    "post station force forces order check base report case back talk talks arms ties rights"
)
_PARTS = frozenset({"compound", "nmod", "amod"})
_OBJECTS = frozenset({"dobj", "xcomp", "ccomp", "dative"})
_ABOUT = word_set("about approximately around nearly almost roughly over some")
_LONGEST = 40  # tokens
# "Clerics call for calm": a verb that a preposition may follow, where no object need.
_LINKS = word_set("for on to in over against with at from off of up")


def reread(doc: Doc, language: Language) -> Doc:
    """A parsed document, parsed again where a verb was misread; else the same."""
    misread = {token.i for token in doc if _is_misread(token) or _does_as_a_noun(token)}
    misread |= {verb.i for s in doc.sents if (verb := first_verb(s)) is not None}
    if misread:
        doc = _laid_over(doc, misread, language)
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


def _laid_over(doc: Doc, misread: set[int], language: Language) -> Doc:
    """A whole document with the parse that it has with those verbs in the past."""
    past = {i: _past(doc[i].text) for i in misread}
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
        if laid[i].tag_ == "VBD" and laid[i].lower_ not in _TOLD_PLAINLY:
            laid[i].tag_ = "VBZ"
        if laid[i].lower_ in _forms():
            laid[i].lemma_ = _base(laid[i].lower_) if _plain_s(laid[i].lower_) else laid[i].lower_
        if (i + 1) in past:
            laid[i].lemma_, laid[i + 1].lemma_ = "shoot", "dead"
    return laid


def _is_misread(token: Token) -> bool:
    """Does a noun stand where the verb should: after a name, in a sentence without a verb?"""
    if token.lower_ == "trade" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        return token.nbor().lower_ in _SHOTS  # "A and B trade fire"
    if token.lower_ in _IN_THE_STREET and token.pos_ == "NOUN" and token.i > token.sent.start:
        return token.nbor(-1).lower_ in _MANY  # "Thousands march, demanding ..."
    if token.lower_ == "fires" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        named = token.i > 0 and token.nbor(-1).pos_ == "PROPN"
        return named and token.nbor().lower_ in _FIRED  # "Exland fires shots at ..."
    if token.lower_ in _TOLD_PLAINLY:
        return token.pos_ != "VERB"
    if token.lower_ not in _SUSPECT or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if not token.i or (token.lower_ in _OF_FORCE and token.nbor(-1).pos_ != "PROPN"):
        return False
    sentence, before = token.sent, token.nbor(-1)
    finite = sentence.root.pos_ in ("VERB", "AUX") and sentence.root.tag_ != "VBG"
    if token.i + 1 >= sentence.end or finite:
        return False
    follows = token.nbor().pos_ not in ("PUNCT", "ADP", "VERB", "AUX", "CCONJ")
    heads = token.dep_ == "compound" or token.i == sentence.root.i
    return token.i > sentence.start and before.pos_ in ("NOUN", "PROPN") and heads and follows


def _does_as_a_noun(token: Token) -> bool:
    """Does a word that we know as a verb do what no noun does?

    It takes an object ("raiders storm the hall"), stands between its subject and an article ("the
    army retake a jail"), is said to be dead ("men shoot dead a judge"), or is read as a verb and
    yet put before a noun ("the rebels enter Rome").
    """
    if token.i in (token.sent.start, token.sent.end - 1) or token.nbor(-1).pos_ == "DET":
        return False
    if token.pos_ in ("VERB", "AUX"):
        within = token.dep_ in _PARTS and token.head.i > token.i and token.tag_ in ("VBZ", "VBP")
        named = token.tag_ == "VBP" and token.nbor().tag_ == "NNP"  # "the advocate John Doe"
        after_noun = token.nbor(-1).pos_ in ("NOUN", "PROPN")
        return within and after_noun and not named and token.lower_ in _forms()
    if token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in _forms():
        return False
    if token.lower_ in _NO_NOUNS:
        return True
    if token.lower_ == "results":  # "a gunfight in Exford results in two deaths"
        return token.dep_ == "ROOT" and token.nbor().lower_ == "in"
    takes = any(c.dep_ == "dobj" for c in token.children)
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    article = token.dep_ == "ROOT" and (after[0] in ("a", "an", "the") or after == ["to", "have"])
    return takes or article or (token.lemma_ == "shoot" and token.nbor().lower_ == "dead")


_NO_NOUNS = word_set("detonate explode abduct behead assassinate overrun kidnap")
_IRREGULAR = {
    "strike": "struck", "shoot": "shot", "blow": "blew", "retake": "retook", "take": "took",
    "overrun": "overran", "fight": "fought", "hold": "held", "hit": "hit", "set": "set",
    "cut": "cut", "seek": "sought", "withdraw": "withdrew", "lead": "led", "meet": "met",
    "break": "broke", "fall": "fell", "kidnap": "kidnapped", "ban": "banned", "bar": "barred",
    "rob": "robbed", "stop": "stopped", "stab": "stabbed", "gun": "gunned", "drop": "dropped",
    "plot": "plotted", "bid": "bid", "bury": "buried", "carry": "carried", "deny": "denied",
}  # fmt: skip


def _plain_s(form: str) -> bool:
    return form.endswith("s") and not form.endswith("ss")


def _past(verb: str) -> str:
    if verb.lower() in _TOLD_PLAINLY:
        return _TOLD_PLAINLY[verb.lower()]
    base = _base(verb) if _plain_s(verb) else verb
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"  # "rallied"
    twice = "l" if base.endswith("el") else ""  # "expelled"
    return base + twice + ("d" if base.endswith("e") else "ed")


def _verbless(sentence: Span) -> bool:
    if not 3 <= len(sentence) <= _LONGEST:
        return False
    told = any(t.tag_ in _FINITE and t.dep_ not in _PARTS and not _made_up(t) for t in sentence)
    return not told and not _acts(sentence.root)


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
        and _base(before.lower_) in _verbs()
        and verb.lower_ not in _verbs()
        and _base(verb.lower_) not in _verbs()
    )


def _may_be_verb(token: Token, sentence: Span) -> bool:
    """A verb that we know, after what may be its subject and before what may be its object."""
    form, before, after = token.lower_, token.nbor(-1), token.nbor()
    if not form.isalpha() or (form in _HEADS and after.tag_ != "NNP"):
        return False
    wrong = after.pos_ == "VERB" and _made_up(after)
    takes = after.tag_ in _NOMINAL or after.tag_ == "TO" or after.lower_ in _ABOUT
    if not (takes or wrong):
        return _linked(token, sentence)
    if _ends(sentence) and form in _verbs():
        return before.tag_ in _ENDING_NAMES
    if _several(before):
        return form in _verbs()
    named = before.tag_ in _NAMES or (before.tag_ in ("HYPH", ",") and _ends(sentence))
    return form.endswith("s") and named and _base(form) in _verbs()


def _linked(token: Token, sentence: Span) -> bool:
    """ "Clerics in Exford call for calm": of word and deed, for attacks in a town are a noun."""
    if token.nbor().lower_ not in _LINKS or not _ends(sentence):
        return False
    base = token.lower_ if token.lower_ in _verbs() else _base(token.lower_)
    before = token.nbor(-1)
    plain = token.lower_ == base and before.tag_ == "NNS"  # "soldiers fire on a crowd"
    told = base in lexicon().frames and base not in words().verbs and noun_kind(token) is None
    return before.tag_ in _ENDING_NAMES and (told or (plain and base in words().verbs))


def _ends(sentence: Span) -> bool:
    """Prose has a verb in each sentence; a headline may be a noun alone ("Attacks in Exford")."""
    return sentence[-1].text in (".", "?", "!")


def _several(subject: Token) -> bool:
    plural = subject.tag_ == "UH" and subject.lower_.endswith("s")  # "Houthis"
    return plural or subject.tag_ in _SEVERAL or subject.lower_ in _MANY or _paired(subject)


def _paired(name: Token) -> bool:
    """Is it the second of two ("Rome and Vienna", "Rome, Vienna")?"""
    before = [t.lower_ for t in name.sent if name.i - 4 < t.i < name.i]
    return name.tag_ == "NNP" and ("and" in before or "," in before)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon().frames) | frozenset(words().verbs) | frozenset(words().harm) | TAKES


@cache
def _forms() -> frozenset[str]:
    """The present tense of the verbs that we know, in either number."""
    return _verbs() | {verb + "s" for verb in _verbs()} | {verb + "es" for verb in _verbs()}


def _base(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    for cut in (1, 2):
        if form[:-cut] in _verbs():
            return form[:-cut]
    return form[:-1]


def _reparsed(sentence: Span, verb: Token, language: Language) -> bool:
    """Take over the tree of a sentence with that verb, if it has a subject and an object then."""
    doc, at = sentence.doc, verb.i - sentence.start
    linked = verb.nbor().lower_ in _LINKS
    new = language(
        _again(list(sentence), {verb.i: _past(verb.text) if linked else _PLAIN}, language),
        disable=["headline_speakers", "lemmatizer"],
    )
    root = new[at]
    subjects = [c for c in root.children if c.dep_ == "nsubj" and c.i < at]
    follows = linked or any(c.i > at and c.dep_ in _OBJECTS for c in root.children)
    if root.dep_ != "ROOT" or root.pos_ != "VERB" or not (subjects and follows):
        return False
    known = verb.lower_ in _verbs()
    if known and not _plural(subjects[0]):
        return False  # "calls", not "call", is what one does
    for old, token in zip(sentence, new, strict=True):
        old.tag_, old.pos_, old.dep_ = token.tag_, token.pos_, token.dep_
    for old, token in zip(sentence, new, strict=True):
        old.head = doc[sentence.start + token.head.i]
    verb.tag_, verb.lemma_ = ("VBP", verb.lower_) if known else ("VBZ", _base(verb.lower_))
    return True


def _plural(subject: Token) -> bool:
    """Whether a subject may be several, as a body of people, or of a name, always may."""
    both = any(c.dep_ == "conj" for c in subject.children)
    return both or subject.tag_ == "NNP" or _several(subject)
