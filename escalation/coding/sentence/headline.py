"""Who a headline is by: "Blast kills two: police", "Army: Four rebels shot", "... - state media".

The words of the speaker are set apart as a sentence of their own before the parse, which would
else take them for a party or a place. Three letters that are a name in capitals and a word of the
language otherwise ("IS") are shown to the parser as the name.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from escalation.coding.days.dateline import datelines
from escalation.coding.places import countries
from escalation.coding.sentence.opinion import is_label
from escalation.coding.sentence.phrases import word_set

SPEAKERS = word_set(
    "police official officials army military report reports ministry minister government spokesman"
    " spokesperson spokeswoman source sources media paper newspaper agency radio tv television"
    " president premier governor mayor witness witnesses doctor doctors hospital monitor monitors"
    " ngo un residents resident locals activists group prosecutors prosecutor authorities rescuers"
    " forces militants rebels envoy embassy survey study watchdog lawyer lawyers family"
    " villagers commander navy guard coastguard militia opposition data experts analysts dc chief"
    " general secretary leader adviser advisor admiral delegation negotiators"
)
_LABELS = word_set(
    "breaking live update updates updated watch video exclusive developing urgent flash news just"
    " in latest correction corrected alert bulletin newsflash read more listen"
)
_TELLING = word_set(
    "say says said kill kills must should will would can cannot may has have is are"
)
_LONGEST = 6  # words of a speaker
_HEADING = 3  # words before a colon that a headline is headed with
_NAME = 2  # words of a name
_PLAIN, _TOLD = 4, 2  # letters of plain words, and how many of them tell something
_ENDS = frozenset({".", "!", "?", ":"})
_MARKS = frozenset({":", "-", "–", "—", "--"})


@Language.component("headline_speakers")
def headline_speakers(doc: Doc) -> Doc:
    """Start a sentence after a blank line, a dateline or a line's first speaker, and before its
    last one.
    """
    for start, end in _lines(doc):
        marks = [i for i in range(start + 1, end - 1) if doc[i].text in _MARKS and _free(doc, i)]
        if not marks:
            continue
        first, last = marks[0], marks[-1]
        colon = doc[first].text == ":" and first - start <= _LONGEST
        apart = _labels(doc, start, first) or _heads(doc, start, first, end)
        if colon and (apart or _speaks(doc, start, first)):
            doc[first + 1].is_sent_start = True
        elif end - last - 1 <= _LONGEST and (
            _speaks(doc, last + 1, end) or (doc[last].text == ":" and _is_name(doc, last + 1, end))
        ):
            _whole(doc, start, last)
            doc[last].is_sent_start = True
            for token in doc[last + 1 : end]:
                token.is_sent_start = False
    for start, end in datelines(doc.text):
        written = doc.char_span(start, end, alignment_mode="contract")
        if written is None or written.end == len(doc):
            continue
        for token in written[1:]:
            token.is_sent_start = False
        doc[written.end].is_sent_start = True
        for token in doc[written.end + 1 : written.end + 1 + _NAME]:
            token.is_sent_start = False  # "EXFORD, Nov 3 - Wyland killed ...": no word alone
    for start, end in _lines(doc):
        if end < len(doc) and "\n\n" in doc[end].text and doc[end - 1].text not in _ENDS:
            _whole(doc, start, end)
    for token in doc:
        if token.text == "IS" and not doc.text.isupper():
            token.norm_ = "isis"
        if "\n\n" in token.text and token.i + 1 < len(doc):
            doc[token.i + 1].is_sent_start = True  # no sentence goes on after a blank line
    return doc


def _whole(doc: Doc, start: int, end: int) -> None:
    """A headline is one sentence, unless a full stop says otherwise."""
    if not any(token.text in (".", "?", "!") for token in doc[start:end]):
        for token in doc[start + 1 : end]:
            if not token.is_sent_start:
                token.is_sent_start = False


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """First and last token of each line, without its line break."""
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            yield start, token.i
            start = token.i + 1
    yield start, len(doc)


def _free(doc: Doc, i: int) -> bool:
    """Does a mark stand between words, not inside one ("cross-border", "10:30")?"""
    return bool(doc[i].whitespace_) and (doc[i].text == ":" or bool(doc[i - 1].whitespace_))


def _speaks(doc: Doc, start: int, end: int) -> bool:
    """Do the words name somebody who speaks: a role, or letters in capitals ("ISPR")?"""
    if _labels(doc, start, end):
        return False
    last = doc[end - 1]
    letters = last.text.isalpha() and last.text.isupper() and len(last) > 1
    verbless = not any(t.lower_ in _TELLING for t in doc[start:end])
    return verbless and (last.lower_ in SPEAKERS or letters)


def _labels(doc: Doc, start: int, end: int) -> bool:
    """ "BREAKING:", "Live updates:", "Book review:": what kind of report it is, no speaker."""
    label = [token.text for token in doc[start:end]]
    return is_label(label) or all(word.lower() in _LABELS for word in label)


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """ "Two die in clash: Rome", "Rome must act: Rossi": a name and no more, below a headline."""
    text = doc[start:end].text.strip()
    if any((m.start, m.end) == (0, len(text)) for m in countries.find(text)):
        return True
    first = start - 1
    while first > 0 and not (doc[first - 1].is_space and "\n" in doc[first - 1].text):
        first -= 1
    plain = sum(t.text.islower() and len(t) >= _PLAIN for t in doc[first : start - 1])
    named = all(t.text.isalpha() and t.text[0].isupper() for t in doc[start:end])
    return plain >= _TOLD and named and end - start <= _NAME and not _labels(doc, start, end)


def _heads(doc: Doc, start: int, colon: int, end: int) -> bool:
    """ "Exland war: Army retakes port": the name of a land, before a headline."""
    rest = doc[colon + 1]
    headline = doc[end - 1].text not in (".", "?", "!", '"', "”")
    named = doc[start].text[0].isupper() and doc[start].text.isalpha()
    begins = rest.text[0].isupper() or rest.like_num
    return headline and named and begins and colon - start <= _HEADING


def said_by(sentences: list[Span]) -> dict[int, Span]:
    """Who says each sentence, where a sentence beside it is only the headline's speaker."""
    found = {}
    for at, sentence in enumerate(sentences):
        before, after = sentence[0].text in _MARKS, sentence[-1].text in _MARKS
        if before == after or not 2 <= len(sentence) <= _LONGEST + 1:
            continue
        speaker = sentence[1:] if before else sentence[:-1]
        doc, start, end = sentence.doc, speaker.start, speaker.end
        if _speaks(doc, start, end) or (sentence[0].text == ":" and _is_name(doc, start, end)):
            found[at - 1 if before else at + 1] = speaker
    return found


def headed_by(sentences: list[Span], at: int) -> Span | None:
    """The name that a headline is headed with: of who says it ("Rossi: Rome must act"), or not."""
    before = sentences[at - 1] if at else None
    if before is None or before[-1].text != ":" or len(before) > _HEADING + 1:
        return None
    return before[:-1]
