"""Routes: "a train from Quetta to Sibi" was stopped at neither end, but in the land of both."""

import re

from spacy.tokens import Span

from escalation.coding.places.mention import Mention

_FROM = re.compile(r"\bway to (?:the )?[A-Z]\S+(?: [A-Z]\S+)? from (?:the )?$")
_TO = re.compile(r"from (?:the )?[A-Z]\S+(?: [A-Z]\S+)? to (?:the )?$")


def on_a_route(text: str, mention: Mention) -> bool:
    """ "A train from Quetta to Sibi": neither end is where it was stopped."""
    before = text[max(0, mention.start - 40) : mention.start]
    begins = before.endswith("from ") and text.startswith(" to ", mention.end)
    begins = begins or (before.endswith("way to ") and text.startswith(" from ", mention.end))
    return begins or bool(_TO.search(before) or _FROM.search(before))


def along(
    text: str, mentions: list[Mention], sentence: Span, land: Mention | None
) -> Mention | None:
    """The province that both ends of a sentence's only route lie in, within the land told."""
    start, end = sentence.start_char, sentence.end_char
    ends = [m for m in mentions if start <= m.start < end and on_a_route(text, m)]
    if len(ends) != 2 or ends[0].admin1 is None or ends[0].country is None:
        return None
    if len({(m.country, m.admin1) for m in ends}) > 1:
        return None
    if land is not None and land.country != ends[0].country:
        return None
    return ends[0]._replace(
        name=ends[0].admin1, admin2=None, latitude=None, longitude=None, precision="province"
    )
