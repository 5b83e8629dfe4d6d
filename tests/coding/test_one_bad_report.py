"""A report that the coder fails at, through a fault of its own, is told and costs no other."""

import pandas as pd
import pytest

from escalation.coding import coder
from escalation.coding.actors.who import Who
from escalation.coding.coder import UncodedWarning
from escalation.coding.sentence import parse
from escalation.coding.status.mood import mood_of
from escalation.coding.story.act import Act

DAY = pd.Timestamp("2024-05-16")
BOMB = "A bomb killed four policemen in Quetta."


def _reports(*texts):
    same = {"published": DAY, "known_at": DAY, "source": "ours"}
    return [{"document": f"d{n}", "text": text, **same} for n, text in enumerate(texts)]


def test_the_others_are_coded(reader, monkeypatch):
    asked = coder.violent_acts

    def fails(sentence, cast, **told):
        if "Exford" in sentence.text:
            raise IndexError("out of bounds")
        return asked(sentence, cast, **told)

    monkeypatch.setattr(coder, "violent_acts", fails)
    with pytest.warns(UncodedWarning, match="report d1 is not coded: IndexError: out of bounds"):
        events = list(reader.read(_reports(BOMB, "A blast in Exford killed two.", BOMB)))
    assert [event["document"] for event in events] == ["d0", "d2"]


def test_a_word_of_another_piece_is_none_of_this_one():
    short, long = (parse.model()(text) for text in (BOMB, f"Officials said that {BOMB.lower()}"))
    act = Act("attack", short[2], None, None, "happened", "violence", 0.8, mood_of(short[2]))
    for doc, word in ((short, short[4]), (long, None)):
        head = next(t for t in doc if t.lower_ == "policemen")
        who = Who("PAK.COP", head.text, head.idx, head.idx + len(head), head.i)
        assert act.word_of(who) == word
    beyond = Who("PAK.COP", "policemen", 90, 99, 40)
    assert act.word_of(beyond) is None
