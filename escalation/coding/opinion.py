"""Headlines that report nothing: comment, history, reviews, and questions.

    "Analysis: Why the war goes on"        "Five books that explain the coup"
    "Should Rome arm Vienna?"              "How the army retook the port"

Whatever happened in them was told before, and elsewhere.
"""

from spacy.tokens import Span

from escalation.coding.phrases import word_set

_OF_NO_NEWS = word_set(
    "analysis opinion op-ed comment commentary explainer explained review obituary quiz podcast"
    " letter letters editorial column columnist cartoon interview profile feature essay timeline"
    " factbox perspective perspectives viewpoint briefing newsletter backgrounder guide pictures"
    " photos gallery q&a history flashback lookback long-read longread blog bookshelf"
)
"""Words that end the label of what is no report: "Book review:", "In pictures:"."""
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
        if labelled or _asks(words, sentence) or _heads(words, sentence):
            silent.add(at)
    return silent


def _new_line(sentence: Span) -> bool:
    before = sentence.doc[max(0, sentence.start - 1) : sentence.start].text
    return "\n" in before


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
