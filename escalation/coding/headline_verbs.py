"""Headlines whose verb was taken for a noun: "Rome halts aid", "Police detain lawmaker".

A headline in which the parse finds no verb is parsed once more with a plain verb in the past in
the place of the word that may be its verb; where that gives a clause with a subject and an
object, its tree is taken over.
"""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from escalation.coding.lexicon import lexicon
from escalation.coding.phrases import word_set
from escalation.coding.violence import words

_PLAIN = "rejected"
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "PRP$", "VBG"})
_NAMES = frozenset({"NN", "NNP", "JJ"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_MANY = word_set("police thousands hundreds dozens people men women troops forces")
# "Police post", "rebels' base": what stands after a plural as the head of its phrase.
_HEADS = word_set(
    "post station force order check base report case back talk talks arms ties rights"
)
_PARTS = frozenset({"compound", "nmod", "amod"})
_OBJECTS = frozenset({"dobj", "xcomp", "ccomp", "dative"})
_LONGEST = 25  # tokens


def verbs_of_headlines(doc: Doc, language: Language) -> None:
    """Mend the parse of a document's headlines in place."""
    for sentence in list(doc.sents):
        if _verbless(sentence):
            for token in sentence[1:-1]:  # a verb has something on either side
                if _may_be_verb(token, sentence) and _reparsed(sentence, token, language):
                    break


def _verbless(sentence: Span) -> bool:
    if not 3 <= len(sentence) <= _LONGEST or sentence[-1].text in (".", "?", "!"):
        return False
    return not any(t.tag_ in _FINITE and t.dep_ not in _PARTS and not _made_up(t) for t in sentence)


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
    if after.tag_ not in _NOMINAL and after.tag_ != "TO" and not _made_up(after):
        return False
    if _several(before):
        return form in _verbs()
    return form.endswith("s") and before.tag_ in _NAMES and _base(form) in _verbs()


def _several(subject: Token) -> bool:
    plural = subject.tag_ == "UH" and subject.lower_.endswith("s")  # "Houthis"
    return plural or subject.tag_ in _SEVERAL or subject.lower_ in _MANY or _paired(subject)


def _paired(name: Token) -> bool:
    """Is it the second of two ("Rome and Vienna", "Rome, Vienna")?"""
    before = [t.lower_ for t in name.sent if name.i - 4 < t.i < name.i]
    return name.tag_ == "NNP" and ("and" in before or "," in before)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon().frames) | frozenset(words().verbs) | frozenset(words().harm)


def _base(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    for cut in (1, 2):
        if form[:-cut] in _verbs():
            return form[:-cut]
    return form[:-1]


def _reparsed(sentence: Span, verb: Token, language: Language) -> bool:
    doc, at = sentence.doc, verb.i - sentence.start
    texts = [_PLAIN if t.i == verb.i else t.text for t in sentence]
    new = Doc(doc.vocab, words=texts, spaces=[bool(t.whitespace_) for t in sentence])
    for name, component in language.pipeline:
        if name not in ("headline_speakers", "lemmatizer"):
            new = component(new)
    root = new[at]
    subject = any(c.dep_ == "nsubj" and c.i < at for c in root.children)
    follows = any(
        c.i > at and c.dep_ in ("dobj", "xcomp", "ccomp", "dative") for c in root.children
    )
    if root.dep_ != "ROOT" or root.pos_ != "VERB" or not (subject and follows):
        return False
    for old, token in zip(sentence, new, strict=True):
        old.tag_, old.pos_, old.dep_ = token.tag_, token.pos_, token.dep_
    for old, token in zip(sentence, new, strict=True):
        old.head = doc[sentence.start + token.head.i]
    known = verb.lower_ in _verbs()
    verb.tag_, verb.lemma_ = ("VBP", verb.lower_) if known else ("VBZ", _base(verb.lower_))
    return True
