"""How many, by words: a number, a bound, a range, or a word that stands for a range.

"at least nine" is (9, 9, none): a lower end and a best reading, no upper end; "up to nine" is
(none, 9, 9). "several" is
(3, none, 9): the word gives a range and no number. All words are lower case.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_NUMBERS = {word: value for value, word in enumerate(_ONES.split(" "))}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS |= {word: 10 * value for value, word in enumerate(_TENS.split(" "), start=2)}
NUMBER_WORDS = tuple(_NUMBERS)
"""Numbers of one word: "seven", "forty"."""
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}

# Words that stand for a range: least and most that a careful reader would allow.
_VAGUE: dict[tuple[str, ...], tuple[float, float | None]] = {
    ("several", "dozen"): (36, 108),
    ("several", "hundred"): (300, 900),
    ("several", "thousand"): (3000, 9000),
    ("hundreds", "of", "thousands"): (200_000, 900_000),
    ("tens", "of", "thousands"): (20_000, 90_000),
    ("a", "small", "number", "of"): (2, 6),
    ("a", "large", "number", "of"): (10, None),
    ("a", "number", "of"): (2, None),
    ("a", "handful", "of"): (3, 6),
    ("a", "handful"): (3, 6),
    ("a", "few"): (2, 5),
    ("few",): (2, 5),
    ("several",): (3, 9),
    ("tens",): (20, 99),
    ("dozens",): (24, 99),
    ("scores",): (40, 99),
    ("hundreds",): (200, 999),
    ("thousands",): (2000, 9999),
    ("many",): (3, None),
    ("multiple",): (2, None),
    ("numerous",): (3, None),
    ("various",): (2, None),
    ("some",): (2, None),
}
_FIXED = {
    ("half", "a", "dozen"): 6,
    ("a", "couple", "of"): 2,
    ("a", "couple"): 2,
    ("a", "pair", "of"): 2,
    ("a", "trio", "of"): 3,
    ("a", "dozen"): 12,
    ("a", "hundred"): 100,
    ("a", "thousand"): 1000,
    ("both",): 2,
    ("no",): 0,
}
_BOUNDS = {
    "at-least": (
        "at least;more than;no fewer than;no less than;not less than;over;upwards of;in excess of"
    ),
    "at-most": "up to;as many as;at most;no more than",
    "nearly": "nearly;almost;close to;fewer than;less than",
    "about": "about;around;approximately;roughly;some;an estimated;estimated;circa",
}
_BOUND_WORDS = [
    (tuple(phrase.split(" ")), rule)
    for rule, phrases in _BOUNDS.items()
    for phrase in phrases.split(";")
]
_JOINED = re.compile(r"([0-9]{1,5})[-–]([0-9]{1,5})")


def _by_first_word[Meaning](
    phrases: Iterable[tuple[tuple[str, ...], Meaning]],
) -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
    led: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for phrase, meaning in phrases:
        led.setdefault(phrase[0], []).append((phrase, meaning))
    return led


_BOUNDS_LED = _by_first_word(_BOUND_WORDS)
_FIXED_LED, _VAGUE_LED = _by_first_word(_FIXED.items()), _by_first_word(_VAGUE.items())
_STARTERS = frozenset([*_NUMBERS, "between", *_BOUNDS_LED, *_FIXED_LED, *_VAGUE_LED])


class Quantity(NamedTuple):
    """A count: ends where known, a best reading where the words give one, words used."""

    low: float | None
    best: float | None
    high: float | None
    rule: str
    length: int


def exactly(measure: str, count: float) -> dict[str, float | None]:
    """Low, best and high of so many dead, or injured, and no others."""
    return {f"{measure}_{part}": count for part in ("low", "best", "high")}


def quantity_at(words: Sequence[str], at: int) -> Quantity | None:
    """The quantity that begins at word ``at``, or None if none does there."""
    if words[at] not in _STARTERS and not words[at][:1].isdigit():
        return None
    for phrase, rule in _BOUNDS_LED.get(words[at], ()):
        if _stands(words, at, phrase):
            more = words[at + len(phrase) : at + len(phrase) + 1] in (["another"], ["a"], ["an"])
            length = len(phrase) + bool(more)  # "at least another nine", "up to a further six"
            length += words[at + length : at + length + 1] in (["further"], ["additional"])
            inner = _bare(words, at + length)
            if inner is not None and inner.rule != "word":
                return _bounded(inner, rule, length)
            inner = _bare(words, at + len(phrase))
            if inner is not None and inner.rule != "word":
                return _bounded(inner, rule, len(phrase))
            if inner is not None and rule == "at-least":
                return Quantity(inner.low, None, None, rule, inner.length + len(phrase))
    return _bare(words, at)


def number_at(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """The plain number that begins at word ``at`` and how many words it takes."""
    total, current, used = 0.0, 0.0, 0
    while at + used < len(words):
        word = words[at + used]
        if word in ("-", "‑", "and") and used and _goes_on(words, at + used):
            used += 1
            continue
        digits = _digits(word)
        if digits is not None and not current:
            current = digits
        elif word in _NUMBERS and (not current or _fits_under(current, _NUMBERS[word])):
            current += _NUMBERS[word]
        elif word in _SCALES and used:
            current *= _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        else:
            break
        used += 1
    return (total + current, used) if used else None


def _bare(words: Sequence[str], at: int) -> Quantity | None:
    if at >= len(words):
        return None
    if _stands(words, at, ("between",)):
        low = number_at(words, at + 1)
        if low is not None and _stands(words, at + 1 + low[1], ("and",)):
            high = _end_of_range(words, at + 2 + low[1])
            if high is not None and high[0] > low[0]:
                used = 2 + low[1] + high[1]
                if _stands(words, at + used, ("or", "more")):
                    return Quantity(low[0], None, None, "range", used + 2)
                return Quantity(low[0], None, high[0], "range", used)
        return None
    if words[at].endswith("+") and (least := _digits(words[at][:-1])):
        return Quantity(least, least, None, "at-least", 1)
    joined = _JOINED.fullmatch(words[at])
    if joined and int(joined[1]) < int(joined[2]):
        return Quantity(float(joined[1]), None, float(joined[2]), "range", 1)
    # "some thirty" is a number, "some" alone is a range: numbers go first.
    plain = number_at(words, at)
    if plain is not None:
        return _range_or_number(words, at, plain)
    for phrase, value in _FIXED_LED.get(words[at], ()):
        if _stands(words, at, phrase):
            return Quantity(value, value, value, "none" if value == 0 else "number", len(phrase))
    for phrase, (low_end, high_end) in _VAGUE_LED.get(words[at], ()):
        if _stands(words, at, phrase):
            return Quantity(low_end, None, high_end, "word", len(phrase))
    return None


def _end_of_range(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """ "Between four and a dozen", "between six and 20"."""
    dozen = _stands(words, at, ("a", "dozen"))
    return (12.0, 2) if dozen else number_at(words, at)


def _range_or_number(words: Sequence[str], at: int, plain: tuple[float, int]) -> Quantity:
    value, used = plain
    if at and words[at - 1] == "from" and _stands(words, at + used, ("to",)):
        risen = number_at(words, at + used + 1)  # "rises from 18 to 21"
        if risen is not None and risen[0] > value:
            return Quantity(risen[0], risen[0], risen[0], "number", used + 1 + risen[1])
    if at + used < len(words) and words[at + used] in ("to", "-", "–", "or"):
        high = number_at(words, at + used + 1)
        if high is not None and high[0] > value:
            return Quantity(value, None, high[0], "range", used + 1 + high[1])
    for more in (("or", "more"), ("+",)):
        if _stands(words, at + used, more):
            return Quantity(value, value, None, "at-least", used + len(more))
    return Quantity(value, value, value, "number", used)


def _bounded(inner: Quantity, rule: str, extra: int) -> Quantity:
    length = inner.length + extra
    if inner.best is None:
        return inner._replace(length=length)
    value = inner.best
    if rule == "at-least":
        return Quantity(value, value, None, rule, length)
    if rule == "at-most":
        return Quantity(None, value, value, rule, length)  # the only number that is told
    # A round figure is meant to about a tenth.
    low = float(int(value * 0.9))
    if rule == "nearly":
        return Quantity(low, value, value, rule, length)
    return Quantity(low, value, float(-int(-value * 1.1 // 1)), rule, length)


def _stands(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    if at >= len(words) or words[at] != phrase[0]:
        return False
    return tuple(words[at : at + len(phrase)]) == phrase


def _digits(word: str) -> float | None:
    plain = word.replace(",", "")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or plain.endswith("."):
        return None
    return float(plain) if len(plain) <= 9 else None


def _fits_under(current: float, value: int) -> bool:
    tens = current % 100
    return (value < 10 and tens >= 20 and tens % 10 == 0) or (
        value < 100 and current >= 100 and tens == 0
    )


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Does a hyphen join tens and ones, or "and" a hundred and its rest?"""
    if at + 1 >= len(words) or words[at + 1] not in _NUMBERS:
        return False
    before, value = words[at - 1], _NUMBERS[words[at + 1]]
    if words[at] == "and":
        return before in ("hundred", "thousand")
    return _NUMBERS.get(before, 0) >= 20 and 0 < value < 10
