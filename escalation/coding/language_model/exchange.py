"""One exchange with a model server that speaks the OpenAI chat protocol, bounded in every way.

Time (the whole exchange, tries and waits included), size of the answer, and number of tries have
limits. What a later try may cure (no connection, a busy or broken server) is tried again;
a refused key or a wrong address is not.
"""

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from escalation.schema import ContractError

_MOST_BYTES = 2_000_000
_LONGEST_WAIT = 10.0
_OUR_FAULT = (401, 403, 404, 405)
_HERE = ("localhost", "127.0.0.1", "::1")


class NoAnswerError(Exception):
    """The server gave no answer that can be used; says the last thing that went wrong."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A text is sent to the address that was named and to no other."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(frozen=True)
class Server:
    """Where a model is asked.

    Parameters
    ----------
    url
        Base address, to which ``/chat/completions`` is added: ``http://localhost:8080/v1``.
    model
        Name of the model, as the server knows it.
    key
        Sent as a bearer token, if given.
    seconds
        For one exchange, all tries together.
    tries
        How often an exchange is tried.
    """

    url: str
    model: str
    key: str | None = None
    seconds: float = 60.0
    tries: int = 3

    def __post_init__(self) -> None:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise ContractError(
                f"an endpoint's address begins with http:// or https://; got {self.url!r}"
            )

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any], *, seed: int) -> str:
        """Content of the model's answer to ``messages``, which should follow the JSON schema.

        Raises
        ------
        NoAnswerError
            If there is none after all tries, or the time is up.
        ContractError
            If the server refuses the key or knows no such address.
        """
        form = {"name": "events", "strict": True, "schema": schema}
        question = {
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            "seed": seed,
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        body = json.dumps(question).encode()
        deadline = time.monotonic() + self.seconds
        trouble = "no time was given"
        for turn in range(self.tries):
            left = deadline - time.monotonic()
            if left <= 0:
                break
            try:
                return _content(self._post(body, deadline))
            except urllib.error.HTTPError as refusal:
                trouble = self._judge(refusal)
                wait = _asked_to_wait(refusal)
            except (OSError, ValueError) as reason:
                trouble, wait = f"{type(reason).__name__}: {reason}", None
            pause = min(_LONGEST_WAIT, 0.25 * 2**turn if wait is None else wait)
            if turn + 1 < self.tries and time.monotonic() + pause < deadline:
                time.sleep(pause)
        raise NoAnswerError(trouble)

    def _judge(self, refusal: urllib.error.HTTPError) -> str:
        refusal.close()
        if refusal.code in _OUR_FAULT:
            raise ContractError(
                f"the endpoint {self.url} answers {refusal.code} {refusal.reason}; "
                "check its address, its model and its key"
            )
        if refusal.code < 500 and refusal.code not in (408, 425, 429):
            raise NoAnswerError(f"{refusal.code} {refusal.reason}")
        return f"{refusal.code} {refusal.reason}"

    def _post(self, body: bytes, deadline: float) -> bytes:
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = self.url.rstrip("/") + "/chat/completions"
        request = urllib.request.Request(address, body, headers)
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
        if urlsplit(self.url).hostname in _HERE:
            handlers.append(urllib.request.ProxyHandler({}))
        opener = urllib.request.build_opener(*handlers)
        parts: list[bytes] = []
        with opener.open(request, timeout=max(0.1, deadline - time.monotonic())) as response:
            while part := response.read1(65_536):
                parts.append(part)
                if time.monotonic() > deadline:
                    raise TimeoutError("the answer took too long")
                if sum(map(len, parts)) > _MOST_BYTES:
                    raise ValueError(f"the answer is longer than {_MOST_BYTES:,} bytes")
        return b"".join(parts)


def _asked_to_wait(refusal: urllib.error.HTTPError) -> float | None:
    told = refusal.headers.get("Retry-After", "")
    return float(told) if told.isdigit() else None


def _content(answer: bytes) -> str:
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError, RecursionError) as reason:
        raise ValueError("the answer has no choices[0].message.content") from reason
    if not isinstance(content, str):
        raise ValueError("the answer's content is no text")
    return content
