"""A headline on a line of its own is a headline; a line broken for its length is prose."""

import textwrap
from pathlib import Path

import pytest

from escalation.coding import code
from escalation.text.headline import headline_above
from escalation.text.merge import merge
from escalation.text.reports import read

HEADLINE = "Blast at toll booth in Mardan"
BODY = "Six people were injured on Tuesday when a bomb went off at a toll booth outside Mardan."
LONG = (
    "Fighters of the Northern Front shelled a village and Afghan Border Police fired back for "
    "hours, a spokesman of the province said on Friday, and several houses were destroyed."
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_line_above_is_no_part_of_the_first_sentence(tmp_path: Path, gap: str) -> None:
    """Six hurt were read as six dead where the headline ran into the sentence."""
    file = tmp_path / "pasted.txt"
    file.write_text(f"date 2025-02-19\n{HEADLINE}{gap}{BODY}\n")
    documents = merge(read(file, source="desk").reports)
    assert documents["text"].tolist() == [f"{HEADLINE}\n\n{BODY}"]
    (event,) = code(documents, None).to_dict("records")
    assert event["injured_best"] == 6
    assert event["deaths_best"] != event["deaths_best"]  # not told


def test_a_body_that_repeats_its_headline_is_taken_apart_too(tmp_path: Path) -> None:
    file = tmp_path / "feed.csv"
    file.write_text(f'published,title,body\n2025-02-19,{HEADLINE},"{HEADLINE}\n{BODY}"\n')
    documents = merge(read(file, source="desk").reports)
    assert documents["text"].tolist() == [f"{HEADLINE}\n\n{BODY}"]


@pytest.mark.parametrize("width", range(30, 90, 3))
def test_prose_that_is_wrapped_has_no_headline(width: int) -> None:
    wrapped = textwrap.fill(LONG, width)
    assert headline_above(wrapped) == (None, wrapped)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Kabul:\n" + BODY,
        "He said so.\n" + BODY,
        "Kabul, Wednesday,\n" + BODY,
        "Mardan\n" + BODY,
    ],
)
def test_what_ends_a_sentence_or_opens_one_is_no_headline(text: str) -> None:
    assert headline_above(text) == (None, text)
