"""E-mail kept as files: one message (``.eml``) or a mailbox (``.mbox``), by Python's own parser.

A message gives its text part, or its HTML part without markup; the day is its ``Date``, the
title its ``Subject``, the outlet the name it is ``From``. A digest is many reports only where it
is sure: parts of ``multipart/digest``, or a text in the form of RFC 1153 (a line of 70 hyphens,
then messages with headers of their own, parted by lines of 30). Attachments and what a message
passes on as an attachment are left. Nothing is fetched from anywhere.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, message_from_string, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO, cast

from escalation.text.feeds import MOST_MARKUP, without_markup
from escalation.text.items import Fault, Item

_MOST_BYTES = 20_000_000
_MOST_PARTS = 1_000
_MOST_BOUNDARIES = 500  # parts within parts take time that grows with their square
_PREAMBLE = re.compile(r"^-{70}\s*$", re.MULTILINE)
# RFC 3676, 4.3; a longer end may be another message
_SIGNATURE = re.compile(r"^-- \r?\n(?:[^\n]*\n){0,7}[^\n]*\Z", re.MULTILINE)
_BETWEEN = re.compile(r"^-{30}\s*$", re.MULTILINE)
_END = re.compile(r"\s*End of .{1,200}Digest.*", re.DOTALL | re.IGNORECASE)
# What hostile headers and parts make the parser raise, beside its own errors.
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def read_message(stream: BinaryIO, columns: object) -> Iterator[Item | Fault]:
    """The reports of one message."""
    raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        yield Fault(None, f"a message has at most {_MOST_BYTES:,} bytes", None)
    else:
        yield from _reports(raw, None)


def read_mailbox(stream: BinaryIO, columns: object) -> Iterator[Item | Fault]:
    """The reports of every message of a mailbox; a broken one costs itself alone."""
    for line, raw in _messages(stream):
        if raw is None:
            yield Fault(line, f"a message has at most {_MOST_BYTES:,} bytes", None)
        elif line == 0:
            yield Fault(
                1, "a mailbox begins with a line 'From '", raw[:80].decode("ascii", "replace")
            )
        else:
            yield from _reports(raw, line)


def _messages(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Line and bytes of every message; None for one that is too large; line 0 for stray bytes."""
    held: list[bytes] = []
    number, begun, size, blank = 0, 0, 0, True
    while raw := stream.readline(_MOST_BYTES):
        number += 1
        if blank and raw.startswith(b"From "):
            if begun:
                yield begun, b"".join(held) if size <= _MOST_BYTES else None
            begun, held, size = number, [], 0
        elif not begun:
            yield 0, raw
            return
        else:
            size += len(raw)
            line = raw[1:] if raw.startswith((b">From ", b">>From ")) else raw
            if size <= _MOST_BYTES:
                held.append(line)
        blank = not raw.strip()
    if begun:
        yield begun, b"".join(held) if size <= _MOST_BYTES else None


def _reports(raw: bytes, line: int | None) -> Iterator[Item | Fault]:
    if raw.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        yield Fault(line, f"a message names at most {_MOST_BOUNDARIES} boundaries of parts", None)
        return
    try:
        message = message_from_bytes(raw, policy=policy.default)
        found = list(_items(message, line))
    except _BROKEN as reason:
        yield Fault(line, "a message can be taken apart", type(reason).__name__)
        return
    yield from found


def _items(message: EmailMessage, line: int | None) -> Iterator[Item | Fault]:
    parts = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > _MOST_PARTS:
            yield Fault(line, f"a message has at most {_MOST_PARTS:,} parts", None)
            return
    digests = [part for part in parts if part.get_content_type() == "multipart/digest"]
    inner = [
        cast(EmailMessage, member.get_payload(0))
        for digest in digests
        for member in digest.iter_parts()
        if member.get_content_type() == "message/rfc822"
    ]
    for member in inner:
        yield _item(member, _text(member), line, message)
    if inner:
        return
    text = _text(message)
    members = _of_digest(text) if text else []
    for member in members:
        yield _item(member, _text(member), line, message)
    if not members:
        yield _item(message, text, line, message)


def _of_digest(text: str) -> list[EmailMessage]:
    """The messages of a text by RFC 1153; none unless every one has a subject and a text."""
    head = _PREAMBLE.search(text)
    if head is None:
        return []
    sections = [part.strip("\n") for part in _BETWEEN.split(text[head.end() :])]
    sections = [part for part in sections if part.strip() and not _END.fullmatch(part)]
    members = [message_from_string(part, policy=policy.default) for part in sections]
    sure = len(members) > 1 and all(m["Subject"] and m.get_payload() for m in members)
    return members if sure and len(members) <= _MOST_PARTS else []


def _item(message: EmailMessage, text: str | None, line: int | None, around: EmailMessage) -> Item:
    """A report; what its own headers lack is taken from the message around it."""
    date, sender = message["Date"] or around["Date"], message["From"] or around["From"]
    name, address = parseaddr(str(sender or ""))
    title = message["Subject"]
    return Item(
        line=line,
        published=str(date) if date else None,
        body=_SIGNATURE.sub("", text) if text else text,  # who sent it is no report
        title=str(title) if title else None,
        outlets=name or address.partition("@")[2] or None,
    )


def _text(message: EmailMessage) -> str | None:
    """The text of a message: its plain part, else its HTML part without markup."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return None
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return None
    try:
        text = raw.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = raw.decode("utf-8", "surrogateescape")  # judged, and set aside, as any text
    if part.get_content_type() != "text/html":
        return text
    return without_markup(text) if len(text) <= MOST_MARKUP else text
