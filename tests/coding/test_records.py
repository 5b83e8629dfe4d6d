import json

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.auditing.records import audit_records, sentence_at
from escalation.event import new_events

TEXT = "Trade stopped on Monday. Gunmen killed two men in Bannu, police said. Nobody knows why."


def test_a_record_holds_its_sentence_its_codes_and_its_words() -> None:
    start = TEXT.index("Gunmen")
    events = new_events(
        [
            {
                "document": "d",
                "kind": "attack.ambush",
                "status": "happened",
                "initiator": "UNK.REB",
                "initiator_name": "Gunmen",
                "deaths_low": 2,
                "known_at": "2026-02-18",
                "span_from": start,
                "span_to": start + 20,
                "rule": "r",
                "source": "s",
            }
        ]
    )
    documents = pd.DataFrame({"document": ["d"], "text": [TEXT], "reports": ["given-id"]})
    (record,) = json.loads(json.dumps(audit_records(events, documents)))
    assert record["sentence"] == "Gunmen killed two men in Bannu, police said."
    assert record["plover"] == "ASSAULT" and record["cameo"] == "18"
    assert record["initiator"] == {"name": "Gunmen", "code": "UNK.REB", "sector": "REB"}
    assert record["target"] is None and record["reports"] == "given-id"
    assert record["deaths"] == {"low": 2.0, "best": None, "high": None}
    assert record["happened_from"] is None and record["span"] == [start, start + 20]


@given(st.text(alphabet="ab. A!\n", min_size=1, max_size=60), st.data())
def test_a_sentence_holds_its_span(text, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    assert text[start:end].strip() in sentence_at(text, start, end)
