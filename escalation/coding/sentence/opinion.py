"""Headlines that report nothing: comment, history, reviews, and questions.

    "Analysis: Why the war goes on"        "Five books that explain the coup"
    "Should Rome arm Vienna?"              "How the army retook the port"

Whatever happened in them was told before, and elsewhere.
"""

from spacy.tokens import Span

from escalation.coding.sentence.once import base_forms, forms
from escalation.coding.sentence.phrases import word_set

_OF_NO_NEWS = word_set(
    "analysis opinion op-ed comment commentary explainer explained review obituary quiz podcast"
    " letter letters editorial column columnist cartoon interview profile feature essay timeline"
    " factbox perspective perspectives viewpoint briefing newsletter backgrounder guide pictures"
    " photos gallery q&a history flashback lookback long-read longread blog bookshelf"
)
"""Words that end the label of what is no report: "Book review:", "In pictures:"."""
_WORKS = word_set(
    "film movie novel series drama game thriller memoir biography book exhibition museum play opera"
    " musical comic sequel episode blockbuster autobiography exhibit mural poem ballad"
)
_TELLS = word_set(
    "follow tell depict portray chronicle open begin start star trace recount explore feature"
    " narrate recall describe imagine dramatise dramatize relive re-enact reenact end revolve"
    " recreate document capture keep display"
)
_POLLS = frozenset({"poll", "survey", "pollster"})
_FINDS = word_set(
    "show find suggest indicate reveal put discover unearth uncover excavate detect observe trace"
    " study identify date"
)
_SCHOLARS = word_set(
    "archaeologist archeologist historian astronomer biologist botanist geologist zoologist"
    " physicist palaeontologist paleontologist anthropologist chemist geneticist"
)
_SHARES = word_set(
    "percent % most majority half third quarter cent respondents fifth per two-thirds"
)
_LABEL = 3  # words
_ASKS = word_set("why how what who whose which where when")
_BEGINS_A_QUESTION = _ASKS | word_set(
    "is are was were do does did has have had can could should will would may might must"
)
_MANNER = frozenset({"why", "how", "what"})  # "How Rome fell", without a question mark
_ENDS = frozenset({".", "!", ":"})


def is_label(words: list[str]) -> bool:
    """Do the words before a colon say that what follows is no report?"""
    return 0 < len(words) <= _LABEL and words[-1].lower() in _OF_NO_NEWS


def reporting_nothing(sentences: list[Span]) -> set[int]:
    """Which sentences of a piece report nothing."""
    silent, labelled = set(), False
    for at, sentence in enumerate(sentences):
        words = [token.text for token in sentence if not token.is_space]
        if not words:
            continue
        labelled = labelled and not _new_line(sentence)
        if ":" in words[: _LABEL + 1] and is_label(words[: words.index(":")]):
            labelled = True
        no_news = _is_told_in_a_work(sentence) or _is_a_poll(sentence) or _is_science(sentence)
        if labelled or no_news or _asks(words, sentence) or _heads(words, sentence):
            silent.add(at)
    return silent


def _is_told_in_a_work(sentence: Span) -> bool:
    """ "The film follows a soldier who ...", "In the novel rebels ...": made up, or of old."""
    if _WORKS.isdisjoint(base_forms(sentence)):
        return False
    for token in sentence:
        if token.lemma_.lower() not in _WORKS or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.dep_ == "nsubj" and token.head.lemma_.lower() in _TELLS:
            return True
        inside = token.dep_ == "pobj" and token.head.lower_ == "in"
        if inside and token.head.head.dep_ == "ROOT" and token.head.i == sentence.start:
            return True
    return False


def _is_science(sentence: Span) -> bool:
    """ "Archaeologists found a fort that Alexander stormed": of old, or of the stars."""
    root = sentence.root
    told = root.lemma_.lower() in _FINDS
    return told and any(c.dep_ == "nsubj" and c.lemma_.lower() in _SCHOLARS for c in root.children)


def _is_a_poll(sentence: Span) -> bool:
    """ "A poll shows that 54 percent support ...": what people think is no event."""
    if _POLLS.isdisjoint(base_forms(sentence)) or _SHARES.isdisjoint(forms(sentence)):
        return False
    asked = next(t for t in sentence if t.lemma_.lower() in _POLLS)
    shows = asked.dep_ == "nsubj" and asked.head.lemma_.lower() in _FINDS
    return shows or (asked.dep_ == "pobj" and asked.head.head.lower_ == "according")


def _new_line(sentence: Span) -> bool:
    return sentence.start > 0 and "\n" in sentence.doc[sentence.start - 1].text


def _heads(words: list[str], sentence: Span) -> bool:
    """ "Exland war:", set apart from the headline behind it."""
    begins = sentence.start == 0 or _new_line(sentence)
    return begins and words[-1] == ":" and len(words) <= _LABEL + 1


def _asks(words: list[str], sentence: Span) -> bool:
    """ "Will Rome yield?", "Why Rome yields" as a line of its own."""
    first = words[0].lower()
    if words[-1] == "?":
        return first in _BEGINS_A_QUESTION
    begins = sentence.start == 0 or _new_line(sentence)
    return begins and first in _MANNER and words[-1] not in _ENDS and words[-1][-1].isalnum()
