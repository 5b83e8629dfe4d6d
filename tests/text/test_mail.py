"""E-mail as reports: one message, a mailbox, digests that are sure, and hostile messages."""

import time
from email.message import EmailMessage
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.text.mail import read_mailbox, read_message
from escalation.text.reports import Reading, read
from tests.examples import examples

HEADERS = (
    "From: Border Desk <desk@example.org>\nDate: Mon, 05 Jan 2026 23:00:00 -0500\n"
    "Subject: {}\nContent-Type: {}; charset=utf-8\n\n"
)
TEXT = "Both sides met in Doha and agreed to meet again next month, officials said."
OTHER = "Gunmen attacked a police post near the border and killed three officers there."


def message(text: str = TEXT, subject: str = "Talks", kind: str = "text/plain") -> str:
    return HEADERS.format(subject, kind) + text + "\n"


def reading(folder: Path, name: str, text: str | bytes) -> Reading:
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(raw)
    return read(folder, source="mail")


def test_a_message_gives_its_text_day_subject_and_sender(tmp_path: Path) -> None:
    report = reading(tmp_path, "a.eml", message()).reports.iloc[0]
    assert report["published"] == pd.Timestamp("2026-01-05")
    assert (report["title"], report["outlets"]) == ("Talks", "Border Desk")
    assert report["body"] == TEXT


def test_a_signature_is_no_part_of_the_report(tmp_path: Path) -> None:
    signed = f"{TEXT}\n-- \nBorder Desk\nUnsubscribe: https://desk.example/u"
    assert reading(tmp_path, "a.eml", message(signed)).reports["body"].tolist() == [TEXT]
    long = f"{TEXT}\n-- \n" + "\n".join(f"{OTHER} {line}" for line in range(20))
    (body,) = reading(tmp_path / "", "a.eml", message(long)).reports["body"]
    assert OTHER in body, "what is too long to be a signature stays"


def test_html_alone_is_read_without_its_markup(tmp_path: Path) -> None:
    html = f"<html><body><style>p {{}}</style><p>{TEXT}</p><script>x()</script></body></html>"
    reports = reading(tmp_path, "a.eml", message(html, kind="text/html")).reports
    assert reports["body"].tolist() == [TEXT]


def test_the_plain_part_is_preferred_and_attachments_are_left(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Date"] = "desk@example.org", "5 Jan 2026 10:00:00 +0500"
    mail.set_content(TEXT)
    mail.add_alternative(f"<p>{OTHER}</p>", subtype="html")
    mail.add_attachment(OTHER.encode(), maintype="text", subtype="plain", filename="a.txt")
    reports = reading(tmp_path, "a.eml", bytes(mail)).reports
    assert reports["body"].tolist() == [TEXT]
    assert reports["outlets"].tolist() == ["example.org"]


def test_a_mailbox_gives_every_message_and_a_broken_one_costs_itself(tmp_path: Path) -> None:
    undated = message(OTHER).replace("Date:", "Day:")
    box = "".join(
        f"From desk Mon Jan  5 10:00:00 2026\n{text}\n"
        for text in (message(), undated, message(OTHER + "\n>From the desk."))
    )
    found = reading(tmp_path, "a.mbox", box)
    assert found.reports["body"].tolist() == [TEXT, OTHER + "\nFrom the desk."]
    assert found.rejected["line"].tolist() == [9]
    assert "a day of publication" in found.rejected["rule"].iloc[0]


def test_a_mailbox_begins_with_its_line(tmp_path: Path) -> None:
    assert "begins with" in reading(tmp_path, "a.mbox", message()).rejected["rule"].iloc[0]


def digest(*members: str) -> str:
    between = "\n" + "-" * 30 + "\n\n"
    head = "Two items today\n\n" + "-" * 70 + "\n\n"
    return head + between.join(members) + between + "End of Border Digest\n****\n"


def test_a_digest_by_the_book_is_split_and_lends_its_day(tmp_path: Path) -> None:
    own = f"Date: 4 Jan 2026 09:00:00 +0500\nFrom: A\nSubject: One\n\n{TEXT}"
    lent = f"From: B\nSubject: Two\n\n{OTHER}"
    reports = reading(tmp_path, "a.eml", message(digest(own, lent))).reports
    assert reports["body"].tolist() == [TEXT, OTHER]
    assert reports["title"].tolist() == ["One", "Two"]
    assert reports["published"].dt.day.tolist() == [4, 5]


def test_what_only_looks_like_a_digest_stays_whole(tmp_path: Path) -> None:
    text = digest(f"Subject: One\n\n{TEXT}", f"It went on.\n\n{OTHER}")
    reports = reading(tmp_path, "a.eml", message(text)).reports
    assert len(reports) == 1
    assert TEXT in reports["body"].iloc[0] and OTHER in reports["body"].iloc[0]


def test_parts_of_a_multipart_digest_are_reports(tmp_path: Path) -> None:
    parts = "".join(f"--b\n\n{message(text)}\n" for text in (TEXT, OTHER))
    whole = HEADERS.format("Digest", 'multipart/digest; boundary="b"') + parts + "--b--\n"
    reports = reading(tmp_path, "a.eml", whole.replace("; charset=utf-8\n\n--b", "\n\n--b", 1))
    assert reports.reports["body"].tolist() == [TEXT, OTHER]


def nested(depth: int) -> str:
    return "".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth)
    )


@pytest.mark.parametrize(
    "text",
    [
        nested(5_000),
        "Subject: " + "=?utf-8?q?" * 20_000 + "\n\nx\n",
        "Date: \n" * 50_000 + "\n\nx\n",
        'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\nx\n" * 5_000,
        "Content-Type: text/plain; charset=no-such\n\n\xff\n",
    ],
)
def test_hostile_messages_take_no_time_and_stop_nothing(tmp_path: Path, text: str) -> None:
    began = time.process_time()
    found = reading(tmp_path, "a.eml", text)
    assert time.process_time() - began < 10
    assert len(found.reports) == 0
    assert len(found.rejected) >= 1


@examples(60)
@given(st.binary(max_size=400))
def test_any_bytes_are_items_or_faults(raw: bytes) -> None:
    import io

    for reader in (read_message, read_mailbox):
        assert all(len(entry) >= 3 for entry in reader(io.BytesIO(raw), {}))
