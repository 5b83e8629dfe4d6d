"""Headlines of those who fell: "Officer, six rebels killed in Exford clashes".

The parse takes the deed at the end for a verb or an aside, and who fell for a name beside it.
"""

from spacy.tokens import Doc, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import TENSED
from escalation.coding.sentence.phrases import word_set

_DEEDS = word_set(
    "attack attacks clash clashes encounter encounters firing shelling raid raids blast blasts"
    " gunfight gunfights gunbattle shootout shootouts operation operations ambush ambushes strike"
    " strikes shooting shootings bombing bombings firefight skirmish skirmishes explosion drone"
)
_IN = frozenset({"in", "after", "during"})
_FELL = word_set("kill injure wound hurt martyr slay shoot gun die arrest capture detain hold")
_SAY = frozenset({"say", "report", "confirm", "claim", "announce"})
_DONE = frozenset({"VBN", "VBD"})
_ENDS = frozenset({".", "?", "!"})


def fell_in(doc: Doc) -> None:
    """Mend a parsed document in place."""
    for token in doc[2:]:
        if token.lower_ == "killing" and token.tag_ == "VBG" and token.dep_ == "pobj":
            token.pos_, token.tag_ = "NOUN", "NN"  # "in target killing"
        if token.lower_ in _DEEDS:
            if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in _IN:
                token.pos_, token.tag_, token.dep_ = "NOUN", "NN", "pobj"
            elif _is_apart(token):
                _make_whole(token)
    for token in doc[1:-2]:
        if token.lower_ == "hurt" and token.tag_ in ("NN", "NNP", "JJ"):
            _is_hurt(token)
    for token in doc[2:]:
        if token.dep_ == "acl" and token.lemma_ in ("find", "recover"):
            _bodies(token)
        if token.dep_ == "acl" and token.tag_ in _DONE and token.lemma_.lower() in _FELL:
            _of_the_person(token)
            _together(token)
            _is_said(token)


def _is_apart(deed: Token) -> bool:
    """ "In Exford clashes", "in Exford firing": does the deed hang elsewhere than its name?"""
    name = deed.nbor(-1)
    fell = name.head.head
    inside = name.dep_ == "pobj" and name.head.lower_ in _IN and name.head.i < name.i
    within = deed.dep_ in ("compound", "nmod", "amod") and deed.head.i > deed.i
    return inside and not within and fell.lemma_.lower() in _FELL and name.text[0] != "'"


def _make_whole(deed: Token) -> None:
    name = deed.nbor(-1)
    link, fell, above = name.head, name.head.head, deed.head
    left = [c for c in deed.children if c.i < link.i and c.dep_ != "punct"]
    if deed.dep_ == "ROOT":
        _tell(fell, left)
    elif fell in deed.subtree:
        return
    for child in list(deed.children):
        if child.i < link.i and child.dep_ == "punct":
            child.head = fell
    if above.i != deed.i and above.pos_ in ("NOUN", "PROPN") and deed.dep_ == "nsubj":
        return
    deed.head, deed.dep_, deed.pos_ = link, "pobj", "NOUN"
    deed.tag_ = "NNS" if deed.lower_.endswith("s") else "NN"
    deed.lemma_ = _singular(deed.lower_)
    name.head, name.dep_ = deed, "compound"


def _singular(word: str) -> str:
    if word.endswith(("shes", "sses")):
        return word[:-2]
    return word.removesuffix("s")


def _tell(fell: Token, left: list[Token]) -> None:
    """What befell somebody becomes what the sentence tells."""
    whom = fell.head if fell.dep_ == "acl" else None
    for noun in left:  # "Rebels killed, constable hurt in ...": each with his own word
        before = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in _DONE), None)
        if before is not None and before.i != fell.i and whom is not None:
            before.head, before.dep_, before.pos_ = before, "ROOT", "VERB"
            noun.head, noun.dep_ = before, "nsubjpass"
            whom.head, whom.dep_ = before, "npadvmod"
            return
    fell.head, fell.dep_, fell.pos_ = fell, "ROOT", "VERB"
    first: Token | None = None
    for noun in sorted({*left, *([whom] if whom is not None else [])}):
        if noun.i > fell.i or noun.pos_ not in ("NOUN", "PROPN", "NUM"):
            noun.head = fell
        elif first is None:
            first, noun.head, noun.dep_ = noun, fell, "nsubjpass"
        else:
            noun.head, noun.dep_ = first, "conj"


def _of_the_person(fell: Token) -> None:
    """ "Mastermind of Exford bombing killed in raid": he was, no bombing is."""
    noun = fell.head
    if noun.lower_ in _DEEDS and noun.dep_ == "pobj" and noun.head.lower_ in ("of", "behind"):
        person = noun.head.head
        if person.pos_ in ("NOUN", "PROPN") and person.lower_ not in _DEEDS:
            fell.head = person


def _is_hurt(word: Token) -> None:
    """ "Four hurt in firing": they are, and "hurt" is not what is counted."""
    counted = [c for c in word.children if c.dep_ == "nummod" and c.i == word.i - 1]
    if counted and word.nbor().lower_ in ("in", "as", "after", "when"):
        word.pos_, word.tag_, counted[0].dep_ = "VERB", "VBN", "nsubjpass"


def _bodies(found: Token) -> None:
    """ "Bodies of four kidnapped clerks found": the bodies were."""
    body = found.head.head.head
    if found.head.dep_ == "pobj" and body.lemma_.lower() in ("body", "corpse"):
        found.head = body


def _is_said(fell: Token) -> None:
    """ "Army says three rebels killed in Exford": that they were, not the rebels, is said.

    "Army says a raid killed three rebels": the raid killed them.
    """
    whom = fell.head
    says = whom.head
    if whom.dep_ == "dobj" and says.lemma_ in _SAY and says.tag_ in TENSED:
        takes = any(c.dep_ == "dobj" for c in fell.children)
        fell.head, fell.dep_, fell.pos_ = says, "ccomp", "VERB"
        fell.tag_ = "VBD" if takes else "VBN"
        whom.head, whom.dep_ = fell, "nsubj" if takes else "nsubjpass"


def _together(fell: Token) -> None:
    """ "Rebels, constable killed in ...": both were; an aside would end in a comma, too."""
    second = fell.head
    first = second.head
    if second.dep_ != "appos" or fell.nbor(-1).text == "," or fell.sent[-1].text in _ENDS:
        return
    named = any(noun.pos_ == "PROPN" and not role_of(noun) for noun in (first, second))
    own = first.head.tag_ in _DONE and first.i < first.head.i < second.i
    if own or any(c.dep_ in ("acl", "relcl") for c in first.children):
        return  # "clerk killed, four hurt in ...": each with his own word
    counted = any(c.dep_ == "nummod" for c in second.children)
    if (
        first.pos_ not in ("NOUN", "PROPN")
        or (named and not counted)
        or second.left_edge.nbor(-1).text != ","
    ):
        return
    second.dep_, fell.head = "conj", first
