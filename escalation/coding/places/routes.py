"""Routes: "a train from Quetta to Sibi" was stopped at neither end, but in the land of both."""

import re

from spacy.tokens import Span

from escalation.coding.places.gazetteer import countries as records
from escalation.coding.places.mention import Mention

_FROM = re.compile(
    r"\b(?:way to|bound for|head(?:ing|ed) (?:to|for)|going to)"
    r" (?:the )?[A-Z]\S+(?: [A-Z]\S+)? from (?:the )?$"
)
_TO = re.compile(r"from (?:the )?[A-Z]\S+(?: [A-Z]\S+)? to (?:the )?$")
_WAY = r"\b(?:road|highway|motorway|route|railway|line|track|bridge)s?"
_LINKS = r"(?: (?:that |which )?(?:links?|linking|connects?|connecting|runs?|running))?"
_GOES = r"\b(?:travell?ing|travels?|runs?|running|plying|driving|moving|flying|sailing) between"
_TOWNS = r"(?: the (?:[A-Z]\w+ )?(?:cities|towns|villages) of)? (?:the )?"
_BETWEEN = rf"(?:{_WAY}{_LINKS}(?: between)?|{_GOES}){_TOWNS}"
_ONE = re.compile(rf"{_BETWEEN}$")
_OTHER = re.compile(rf"{_BETWEEN}[A-Z]\S+(?: [A-Z]\S+)? (?:and|with|to) (?:the )?$")
_GOES_ON = re.compile(r" (?:and|with|to) (?:the )?[A-Z]")


def on_a_route(text: str, mention: Mention) -> bool:
    """ "A train from Quetta to Sibi": neither end is where it was stopped."""
    before = text[max(0, mention.start - 60) : mention.start]
    begins = before.endswith("from ") and text.startswith(" to ", mention.end)
    begins = begins or (
        before.endswith(("way to ", "bound for ")) and text.startswith(" from ", mention.end)
    )
    begins = begins or bool(_ONE.search(before) and _GOES_ON.match(text, mention.end))
    return begins or any(end.search(before) for end in (_TO, _FROM, _OTHER))


def along(
    text: str, mentions: list[Mention], sentence: Span, land: Mention | None
) -> Mention | None:
    """The province or the land that both ends of a sentence's only route lie in."""
    start, end = sentence.start_char, sentence.end_char
    ends = [m for m in mentions if start <= m.start < end and on_a_route(text, m)]
    if len(ends) != 2 or ends[0].admin1 is None or ends[0].country is None:
        return None
    if ends[0].country != ends[1].country or (land and land.country != ends[0].country):
        return None
    ground = ends[0]._replace(admin2=None, latitude=None, longitude=None)
    if ends[0].admin1 != ends[1].admin1:
        name = records()[ends[0].country].names[0]
        return land or ground._replace(name=name, admin1=None, precision="country")
    return ground._replace(name=ends[0].admin1, precision="province")
