"""Is a text English? Lenient: a short or uncertain text is, unless its letters say otherwise.

News items of this trade are short and full of names of people and places, which mislead a
language model. So a text of Latin letters is English if it has the small words of English
(the, of, in, was ...), or if it is too short to judge; only then is py3langid asked, and
believed when it is nearly certain. A text that has no small word of English, and a quarter of
whose words are small words of Spanish, French, Portuguese or German, is of the likeliest of these,
however short: else a feed in French is taken for English that tells of nothing.
"""

import re
from functools import cache
from itertools import pairwise
from typing import Any

_SAMPLE = 3_000
_SHORT = 60
_FEWEST_SMALL_WORDS = 0.12
_CERTAIN = 0.9
_SMALL = frozenset(
    {"the", "of", "and", "to", "that", "were", "by", "with", "from", "are", "have", "it", "its"}
    | {"they", "their", "this", "which", "who", "not", "been", "after", "than", "says", "said"}
)
# Words of Spanish, French, Portuguese and German that are none of English, as "die" and "son" are
_ELSEWHERE = frozenset(
    {"al", "con", "de", "del", "dijo", "el", "en", "la", "las", "los", "para", "por", "que", "se"}
    | {"su", "sus", "tras", "un", "una", "y", "au", "aux", "ces", "dans", "des", "du", "est", "et"}
    | {"le", "les", "leur", "ont", "par", "qui", "sur", "une", "ao", "da", "das", "dos", "em"}
    | {"foi", "pela", "pelo", "uma", "bei", "dem", "der", "ein", "eine", "im", "mit", "nach"}
    | {"und", "von", "wurde"}
)
_ENGLISH = _SMALL | {"an", "on", "at", "is", "for"}
_SHARE_ELSEWHERE = 0.25
_FEWEST_ELSEWHERE = 2
_THEIRS = ("es", "fr", "pt", "de")
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
    words = _WORD.findall(sample)
    if _of_elsewhere(words):
        return next(guess for guess, _ in _model().rank(sample) if guess in _THEIRS)
    small = sum(word.lower() in _SMALL for word in words)
    if letters < _SHORT or small >= _FEWEST_SMALL_WORDS * len(words):
        return "en"
    guess, probability = _model().classify(sample)
    return guess if probability >= _CERTAIN else "en"


def _of_elsewhere(words: list[str]) -> bool:
    """Has a text no small word of English, and many of another language?

    Those within a name (Valle del Cauca) are of no language: a capital stands behind them.
    """
    if any(word.lower() in _ENGLISH for word in words):
        return False
    theirs = sum(
        word.lower() in _ELSEWHERE and follower.islower() for word, follower in pairwise(words)
    )
    return theirs >= max(_FEWEST_ELSEWHERE, _SHARE_ELSEWHERE * len(words))


@cache
def _model() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
