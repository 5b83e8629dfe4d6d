"""The second coder, against a real server on this machine: quotations, refusals, limits."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pandas as pd
import pytest

from escalation.coding import code
from escalation.coding.language_model.endpoint import EndpointCoder
from escalation.coding.language_model.exchange import NoAnswerError, Server
from escalation.coding.language_model.quoted import Quoted, Refused, find, schema, taken
from escalation.schema import ContractError
from escalation.theatre import Theatre

TEXT = (
    "Gunmen killed three police officers in Quetta on Monday, police said. Pakistan accused "
    "Afghanistan of sheltering the men, and Kabul rejected the accusation."
)
SHOOTING = {
    "kind": "attack.shooting",
    "status": "happened",
    "span": "Gunmen killed three police officers in Quetta on Monday",
    "initiator": "Gunmen",
    "target": "three police officers",
    "place": "Quetta",
    "attribution": "police said",
    "deaths": {"low": 3, "best": 3, "high": 3, "span": "killed three police officers"},
    "injured": None,
}
ACCUSATION = {
    "kind": "accuse",
    "status": "happened",
    "span": "Pakistan accused Afghanistan",
    "initiator": "Pakistan",
    "target": "Afghanistan",
    "place": None,
    "attribution": None,
    "deaths": None,
    "injured": None,
}


class Stub:
    """A model server that answers with what it is told to, and keeps what it was asked."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, str]] = []
        self.asked: list[dict] = []
        self.keys: list[str | None] = []
        self.delay = 0.0
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                stub.asked.append(json.loads(self.rfile.read(length)))
                stub.keys.append(self.headers["Authorization"])
                status, body = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
                self.send_response(status)
                self.send_header("Retry-After", "0")
                if status == 302:
                    self.send_header("Location", "/elsewhere")
                self.end_headers()
                try:
                    for part in (body[:40], body[40:]):
                        self.wfile.write(part.encode())
                        self.wfile.flush()
                        time.sleep(stub.delay)
                except OSError:
                    return  # who asked has gone, as it should when the answer takes too long

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def says(self, *events: dict) -> None:
        self.answers = [(200, chat(json.dumps({"events": list(events)})))]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def chat(content: object) -> str:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})


@pytest.fixture
def stub() -> Iterator[Stub]:
    server = Stub()
    yield server
    server.close()


def documents(*texts: str) -> pd.DataFrame:
    day = pd.Timestamp("2026-02-17")
    return pd.DataFrame(
        {
            "document": [f"d{n}" for n in range(len(texts))],
            "text": texts,
            "published": day,
            "known_at": day,
            "source": "wire",
        }
    )


def test_quoted_events_become_events_with_codes_places_and_days(
    stub: Stub, theatre: Theatre
) -> None:
    stub.says(SHOOTING, ACCUSATION)
    coder = EndpointCoder(Server(stub.url, "tiny", key="secret"))
    coded = coder.read(documents(TEXT), theatre)
    assert coded.rejected.empty
    shooting, accusation = coded.events.to_dict("records")
    assert TEXT[int(shooting["span_from"]) : int(shooting["span_to"])] == SHOOTING["span"]
    assert (shooting["kind"], shooting["status"]) == ("attack.shooting", "happened")
    assert (shooting["country"], shooting["admin1"], shooting["place"]) == (
        "PK",
        "Balochistan",
        "Quetta",
    )
    assert (shooting["deaths_low"], shooting["deaths_best"], shooting["deaths_high"]) == (3, 3, 3)
    assert shooting["target"] == "PAK.COP"
    assert shooting["happened_from"] == shooting["happened_to"] == pd.Timestamp("2026-02-16")
    assert shooting["attribution"] == "police said"
    assert shooting["rule"] == "endpoint tiny"
    assert accusation["initiator"].startswith("PAK")
    assert accusation["target"].startswith("AFG")


def test_the_server_is_asked_with_the_schema_a_seed_and_the_key(
    stub: Stub, theatre: Theatre
) -> None:
    stub.says(ACCUSATION)
    EndpointCoder(Server(stub.url, "tiny", key="secret"), seed=11).code(documents(TEXT), theatre)
    asked = stub.asked[0]
    assert asked["model"] == "tiny"
    assert asked["seed"] == 11
    assert asked["temperature"] == 0
    assert asked["response_format"]["json_schema"]["schema"] == schema()
    assert TEXT in asked["messages"][-1]["content"]
    assert "2026-02-17" in asked["messages"][-1]["content"]
    assert stub.keys == ["Bearer secret"]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"span": "Gunmen killed four police officers"}, "a span stands in the text"),
        ({"span": ""}, "a span stands in the text"),
        ({"initiator": "the Taliban"}, "initiator stands in the text"),
        ({"target": "soldiers"}, "target stands in the text"),
        ({"place": "Peshawar"}, "place stands in the text"),
        ({"place": 7}, "place stands in the text"),
        ({"attribution": "an official"}, "attribution stands in the text"),
        ({"kind": "attack.laser"}, "a kind is one of the ontology"),
        ({"status": "maybe"}, "a status is one of"),
        ({"deaths": {"low": 3, "best": 3, "high": 3, "span": "killed 3"}}, "its span stands"),
        ({"deaths": {"low": 5, "best": 3, "high": 3, "span": "three"}}, "low is at most best"),
        ({"deaths": {"low": -1, "best": None, "high": 3, "span": "three"}}, "whole numbers"),
    ],
)
def test_what_the_text_does_not_say_is_refused(changes: dict, rule: str) -> None:
    answer = json.dumps({"events": [SHOOTING | changes, ACCUSATION]})
    refused, accusation = taken(answer, TEXT)
    assert isinstance(refused, Refused)
    assert rule in refused.rule
    assert isinstance(accusation, Quoted)


def test_a_refusal_names_its_document_and_costs_no_other_event(
    stub: Stub, theatre: Theatre
) -> None:
    stub.says(SHOOTING | {"place": "Peshawar"}, ACCUSATION)
    coded = EndpointCoder(Server(stub.url, "tiny")).read(documents(TEXT), theatre)
    assert coded.events["kind"].tolist() == ["accuse"]
    refusal = coded.rejected.iloc[0]
    assert (refusal["file"], refusal["value"]) == ("d0", "Peshawar")


@pytest.mark.parametrize(
    "content", ["", "no JSON", "[]", '{"events": 3}', "[" * 100_000, '{"events": [1]}']
)
def test_an_answer_of_another_form_is_refused(content: str) -> None:
    assert [type(one) for one in taken(content, TEXT)] == [Refused]


def test_an_event_told_twice_is_taken_once(stub: Stub, theatre: Theatre) -> None:
    stub.says(ACCUSATION, ACCUSATION)
    assert len(EndpointCoder(Server(stub.url, "tiny")).code(documents(TEXT), theatre)) == 1


def test_a_busy_server_is_asked_again(stub: Stub, theatre: Theatre) -> None:
    good = (200, chat(json.dumps({"events": [ACCUSATION]})))
    stub.answers = [(503, ""), (429, ""), good]
    coded = EndpointCoder(Server(stub.url, "tiny")).read(documents(TEXT), theatre)
    assert len(coded.events) == 1
    assert len(stub.asked) == 3


@pytest.mark.parametrize("answer", [(503, ""), (200, "{}"), (200, "not JSON"), (200, chat(None))])
def test_tries_are_counted(stub: Stub, answer: tuple[int, str]) -> None:
    stub.answers = [answer]
    with pytest.raises(NoAnswerError):
        Server(stub.url, "tiny", tries=2, seconds=5).ask([], {}, seed=1)
    assert len(stub.asked) == 2


def test_what_another_try_cannot_cure_is_not_tried_again(stub: Stub) -> None:
    stub.answers = [(400, "")]
    with pytest.raises(NoAnswerError, match="400"):
        Server(stub.url, "tiny").ask([], {}, seed=1)
    stub.answers = [(401, "")]
    with pytest.raises(ContractError, match="check its address"):
        Server(stub.url, "tiny").ask([], {}, seed=1)
    stub.answers = [(302, "")]
    with pytest.raises(NoAnswerError, match="302"):
        Server(stub.url, "tiny").ask([], {}, seed=1)
    assert len(stub.asked) == 3


@pytest.mark.slow
def test_time_is_bounded_and_a_server_that_is_gone_is_not_waited_for(
    stub: Stub, theatre: Theatre
) -> None:
    stub.says(ACCUSATION)
    stub.delay = 0.6
    begun = time.monotonic()
    coder = EndpointCoder(Server(stub.url, "tiny", seconds=0.3))
    coded = coder.read(documents(*[f"{TEXT} Item {n}." for n in range(8)]), theatre)
    assert time.monotonic() - begun < 6
    assert len(coded.rejected) == 8
    assert coded.events.empty
    assert "taken as gone" in coded.rejected["value"].iloc[-1]
    assert len(stub.asked) == 3


def test_it_is_off_unless_it_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESCALATION_ENDPOINT", raising=False)
    with pytest.raises(ContractError, match="is off; set ESCALATION_ENDPOINT"):
        EndpointCoder.from_environment()
    monkeypatch.setenv("ESCALATION_ENDPOINT", "localhost:8080")
    monkeypatch.setenv("ESCALATION_ENDPOINT_MODEL", "tiny")
    with pytest.raises(ContractError, match="begins with http"):
        EndpointCoder.from_environment()


def test_it_is_a_coder_by_name_once_it_is_set_up(
    stub: Stub, theatre: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub.says(ACCUSATION)
    monkeypatch.setenv("ESCALATION_ENDPOINT", stub.url)
    monkeypatch.setenv("ESCALATION_ENDPOINT_MODEL", "tiny")
    events = code(documents(TEXT), theatre, coder="endpoint")
    assert events["rule"].tolist() == ["endpoint tiny"]


def test_space_is_forgiven_in_a_quotation_and_nothing_else() -> None:
    found = find("killed  three\npolice", TEXT)
    assert found is not None
    assert found.words == "killed three police"
    assert find("Killed three police", TEXT) is None
    events = list(taken(json.dumps({"events": [SHOOTING]}), TEXT))
    assert isinstance(events[0], Quoted)
