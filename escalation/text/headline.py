"""A headline on a line of its own above the text, as an article is copied from a page.

Read as prose, it would run into the first sentence: "Blast in Bannu Six people were hurt".
"""

import re

_ENDS_OPEN = re.compile(r"""[\w)"'”’]$""")  # no full stop, no colon of a dateline, no comma


def headline_above(text: str) -> tuple[str | None, str]:
    """The headline of a text and what stands below it; None where the first line is none.

    A line that is broken for its length alone ends where the next word would not have fitted. So
    the first is a headline if it and that word are shorter together than a line of the paragraph
    below, has words, and does not end as a sentence, a clause or a dateline does.

    >>> headline_above("Blast in Bannu\\nSix people were hurt when a bomb exploded.")
    ('Blast in Bannu', 'Six people were hurt when a bomb exploded.')
    """
    first, _, below = text.partition("\n")
    lines = below.partition("\n\n")[0].split("\n")
    room = max((len(line) for line in lines if " " in line), default=0)
    fits = len(first) + 1 + len(lines[0].partition(" ")[0]) <= room
    if " " in first and fits and _ENDS_OPEN.search(first):
        return first, below.lstrip("\n")
    return None, text
