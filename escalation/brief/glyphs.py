"""Letters that the brief's fonts can set; what they cannot is named, not dropped.

The page is set in Libertinus Serif, with DejaVu Sans (it comes with matplotlib) for the letters
that Libertinus lacks, Arabic and Urdu among them. A run of letters of a script that neither has
is replaced by the script's name, such as ``[devanagari]``: PDF/UA refuses a missing glyph.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

# Urdu letters that DejaVu Sans lacks, and the Arabic letters nearest to them.
_KIN = str.maketrans({"ہ": "ه", "ۂ": "ه", "ۃ": "ة", "ے": "ی", "ۓ": "ئ", "۔": "."})


@cache
def font_folder() -> Path:
    """Folder of DejaVu Sans, as matplotlib ships it."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@cache
def settable() -> frozenset[str]:
    """All characters that DejaVu Sans holds, and so every page can set."""
    from matplotlib.ft2font import FT2Font

    face = FT2Font(str(font_folder() / "DejaVuSans.ttf"))
    return frozenset(chr(code) for code in face.get_charmap())


def printable(value: Any) -> Any:
    """The same value with every text in it made settable; lists and mappings are gone through."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner) for inner in value]
    return value


def _text(text: str) -> str:
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    joined = unicodedata.normalize("NFC", spaced).translate(_KIN)
    if settable().issuperset(joined):
        return joined
    words = [_word(word) for word in joined.split(" ")]
    # a name of several words in one script is said once
    kept = [
        w for at, w in enumerate(words) if not (w.startswith("[") and words[at - 1 : at] == [w])
    ]
    return " ".join(kept)


def _word(word: str) -> str:
    strange = [letter for letter in word if letter not in settable()]
    if not strange:
        return word
    scripts = dict.fromkeys(_script(letter) for letter in strange)
    return "".join(f"[{script}]" for script in scripts if script)


def _script(letter: str) -> str:
    """``devanagari`` for one of its letters; nothing for a mark that only joins others."""
    if unicodedata.category(letter) in ("Cf", "Mn", "Me", "Mc"):
        return ""
    return unicodedata.name(letter, "unknown").split()[0].lower()
