"""What the documents say to type can be typed, and what they show as a file is one."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer

from escalation.cli import app
from escalation.theatre import Theatre

HOME = Path(__file__).parent.parent
PAGES = [HOME / "README.md", HOME / "reports" / "README.md", *sorted((HOME / "docs").glob("*.md"))]


def quoted() -> list[str]:
    """Whole commands: indented lines of the pages that begin with `escalation`, with what follows
    a backslash."""
    pages = (page.read_text(encoding="utf-8").replace("\\\n", " ") for page in PAGES)
    lines = [line for page in pages for line in page.splitlines()]
    return [line.strip() for line in lines if re.match(r" {4}escalation ", line)]


@pytest.mark.parametrize("line", [line for line in quoted() if " ..." not in line])
def test_a_quoted_command_is_understood(line) -> None:
    command, words = typer.main.get_command(app), shlex.split(line, comments=True)[1:]
    while hasattr(command, "commands") and words and words[0] in command.commands:
        command, words = command.commands[words[0]], words[1:]
    command.make_context("quoted", words)


def test_the_theatre_that_is_shown_is_one() -> None:
    page = (HOME / "docs" / "your-theatre.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    theatre = Theatre.model_validate(tomllib.loads(block))
    assert theatre.names == ["rsf-violence", "rhetoric"]
    assert [source.name for source in theatre.sources] == ["desk"]
    hidden = re.sub(r"^# (?=\w+ = |\[\[)", "", block, flags=re.MULTILINE)
    assert Theatre.model_validate(tomllib.loads(hidden)).outages[0].reason == "no staff"
