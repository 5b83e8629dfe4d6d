"""Words tied to numbers: a fixed scale of likelihood, levels, directions, names.

The scale of likelihood is that of Intelligence Community Directive 203 (2015), read on the whole
percent that is printed, so that word and number never disagree. A word never stands alone.
"""

import math

import numpy as np

SCALE = (
    (5, "remote chance", "under 5%"),
    (20, "very unlikely", "5 to 19%"),
    (45, "unlikely", "20 to 44%"),
    (56, "roughly even chance", "45 to 55%"),
    (80, "likely", "56 to 79%"),
    (95, "very likely", "80 to 94%"),
    (101, "almost certain", "95% or more"),
)
SCALE_SOURCE = "Intelligence Community Directive 203 (2015)"

_METHODS = {
    "last-year": "each series' own last year of counts, taken as the distribution of the next",
    "season-glm": "a negative binomial regression on the series' own past and the season",
    "local-level": "a negative binomial count whose log rate wanders slowly and jumps in bursts",
    "ewma": "a negative binomial around an exponentially weighted mean of the past, which drifts",
    "flares": "a count around a slow level that may leap, and short flares, filtered on a grid",
    "switching": "a hidden chain of levels for each series by itself, fitted by likelihood",
    "ets": "exponential smoothing with simulated errors",
    "excitation": "a negative binomial count in which attacks and rhetoric can raise each other",
    "regime": "a hidden chain of calm, tense and open-conflict weeks shared by all series",
    "pooled": "a negative binomial count that borrows strength across places",
    "ensemble": "a weighted pool of models, weights learned on past origins only",
}
_BRANCHES = {
    "accuse": "accusation ({})",
    "aid": "{} aid",
    "cooperate": "{} cooperation",
    "demand": "demand ({})",
    "mobilize": "mobilisation ({})",
    "reject": "rejection ({})",
    "sanction": "{} sanction",
    "support": "{} support",
    "threat": "{} threat",
}
_PLAIN = {
    "accuse": "accusation",
    "accuse.charge": "charge",
    "accuse.complaint": "complaint",
    "accuse.condemn": "condemnation",
    "agree": "accord",
    "agree.ceasefire.declared": "ceasefire declared",
    "attack.drone": "drone attack",
    "attack.sexual": "sexual violence",
    "attack.suicide": "suicide attack",
    "coerce": "coercion",
    "concede": "concession",
    "cooperate": "cooperation",
    "force.airstrike": "air strike",
    "force.drone": "drone strike",
    "investigate": "investigation",
    "mobilize": "mobilisation",
    "protest.hunger": "hunger strike",
    "reject": "rejection",
    "reject.accusation": "denial",
    "reject.defiance": "defiance",
    "sanction.border": "border closure",
    "support.apology": "apology",
    "threat.ultimatum": "ultimatum",
}


def whole_percent(chance: float) -> int:
    """A chance as a whole percent, halves upward."""
    return math.floor(100 * chance + 0.5)


def percent(chance: float) -> str:
    """A chance as printed: ``37%``; never 0% or 100%, which samples cannot show."""
    if math.isnan(chance):
        return "n/a"
    if chance < 0.01:
        return "<1%"
    if chance > 0.99:
        return ">99%"
    return f"{whole_percent(chance)}%"


def likelihood(chance: float, *, after: str = "") -> str:
    """The word of the scale for a chance, such as ``likely``; after "is": ``a remote chance``."""
    printed = whole_percent(chance)
    word = next(word for limit, word, _ in SCALE if printed < limit)
    return f"a {word}" if after and word.endswith("chance") else word


def that(chance: float, what: str) -> str:
    """A judgement: ``It is very likely (87%) that ...``."""
    word = likelihood(chance)
    if word.endswith("chance"):
        return f"There is a {word} ({percent(chance)}) that {what}"
    return f"It is {word} ({percent(chance)}) that {what}"


def level(ratio: float) -> str:
    """How an expected count stands to another: ``well above`` from twice, ``above`` from 1.25."""
    for limit, word in ((2.0, "well above"), (1.25, "above"), (0.8, "close to"), (0.5, "below")):
        if ratio >= limit:
            return word
    return "well below"


def direction(more: float, fewer: float) -> str:
    """Which way a count goes, from the chances of more and of fewer than the latest.

    ``rising`` where more is likely by the scale of words, ``rising strongly`` where very likely.
    """
    likely, very = (limit for limit, word, _ in SCALE if word in ("roughly even chance", "likely"))
    for chance, way in ((more, "rising"), (fewer, "falling")):
        if whole_percent(chance) >= likely:
            return f"{way} strongly" if whole_percent(chance) >= very else way
    return "none that is likely"


def number(value: float) -> str:
    """A count or a mean: whole numbers bare, others with one decimal; ``n/a`` if unknown."""
    if not np.isfinite(value):
        return "n/a"
    if value >= 20 or value == round(value):
        return f"{value:,.0f}"
    return f"{value:.1f}"


def span(low: float, high: float) -> str:
    """A range of counts, such as ``2–9``; one number where both are the same."""
    if not np.isfinite(low) and not np.isfinite(high):
        return "not stated"
    if not np.isfinite(high):
        return f"at least {number(low)}"
    if not np.isfinite(low):
        return f"up to {number(high)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def plural(count: float, one: str, many: str | None = None) -> str:
    """``1 incident``, ``3 incidents``; the bare number where ``one`` is no word."""
    if not one:
        return number(count)
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def kind(name: str) -> str:
    """A kind of the ontology in plain words: ``threat.military`` is ``military threat``."""
    root, _, rest = name.partition(".")
    leaf = rest.rpartition(".")[2].replace("-", " ").replace("_", " ")
    if name in _PLAIN or not leaf:
        return _PLAIN.get(name, name)
    return _BRANCHES.get(root, "{}").format(leaf)


def method(model: str) -> str:
    """One line on a model, by its name."""
    return _METHODS.get(model, "described under its name in the package's models")


def share(of_time: float) -> str:
    """How often something was so, as a whole percent: 0% and 100% are facts here."""
    return "n/a" if math.isnan(of_time) else f"{whole_percent(of_time)}%"


def some(items: list[str], most: int) -> str:
    """The first items and how many more: ``a, b, c +2``."""
    rest = len(items) - most
    return ", ".join(items[:most]) + (f" +{rest}" if rest > 0 else "")


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than ``most`` letters."""
    if len(text) <= most:
        return text
    return (text[: most - 1].rpartition(" ")[0] or text[: most - 1]) + "…"
