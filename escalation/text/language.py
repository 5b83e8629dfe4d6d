"""Is a text English? Lenient: a short or uncertain text is, unless its letters say otherwise.

News items of this trade are short and full of names of people and places, which mislead a
language model. So a text of Latin letters is English if it has the small words of English
(the, of, in, was ...), or if it is too short to judge; only then is py3langid asked, and
believed when it is nearly certain.
"""

import re
from functools import cache
from typing import Any

_SAMPLE = 3_000
_SHORT = 60
_FEWEST_SMALL_WORDS = 0.12
_CERTAIN = 0.9
_SMALL = frozenset(
    {"the", "of", "and", "to", "that", "were", "by", "with", "from", "are", "have", "it", "its"}
    | {"they", "their", "this", "which", "who", "not", "been", "after", "than", "says", "said"}
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")


def language(text: str) -> str:
    """Language of a text by its ISO 639-1 code; ``en`` where it cannot be told.

    >>> language("Blast in Quetta kills five policemen"), language("کوئٹہ میں دھماکہ")
    ('en', 'ur')
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    foreign = len(_NOT_LATIN.findall(sample))
    if foreign > letters / 2:
        guess = _model().classify(sample)[0]
        return "und" if guess == "en" else guess
    words = _WORD.findall(sample.lower())
    small = sum(word in _SMALL for word in words)
    if letters < _SHORT or small >= _FEWEST_SMALL_WORDS * len(words):
        return "en"
    guess, probability = _model().classify(sample)
    return guess if probability >= _CERTAIN else "en"


@cache
def _model() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
