"""How the pictures look: the colours of Okabe and Ito, which the colour-blind tell apart.

Text in a figure is drawn as outlines, so that a PDF needs no further font, and with a fixed salt,
so that the same figure is the same bytes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

INK = "#1f2a37"
GREY = "#8a939c"
PALE = "#d9dde1"
BLUE = "#0072B2"
SKY = "#56B4E9"
ORANGE = "#E69F00"
VERMILION = "#D55E00"
GREEN = "#009E73"
PURPLE = "#CC79A7"
BAND50, BAND90 = "#5fa9d6", "#bcdcf0"
CYCLE = (BLUE, VERMILION, GREEN, ORANGE, PURPLE, SKY, INK)

_LOOK: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "escalation",
    "font.family": "DejaVu Sans",
    "font.size": 6.5,
    "axes.titlesize": 7.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": 6.5,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 6,
    "ytick.labelsize": 6,
    "xtick.major.width": 0.5,
    "ytick.major.width": 0.5,
    "xtick.major.size": 2,
    "ytick.major.size": 2,
    "legend.fontsize": 6,
    "legend.frameon": False,
    "lines.linewidth": 1.0,
    "hatch.linewidth": 0.4,
    "hatch.color": GREY,
}


@contextmanager
def house_style() -> Iterator[Any]:
    """The house's look for all figures made inside; yields the ``matplotlib`` module."""
    import matplotlib

    with matplotlib.rc_context(_LOOK):
        yield matplotlib
