"""The import table of ARCHITECTURE.md holds, and so do two rules about days and chance."""

import ast
import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "escalation").rglob("*.py"))


def layers() -> list[tuple[list[str], set[str], bool]]:
    """Rows of the table: patterns of files, heavy libraries, may a file import its own row."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.*?) ?\| (yes|no) \|$", text, flags=re.MULTILINE)
    assert [int(row[0]) for row in rows] == list(range(len(rows))), "layers are numbered from 0"
    return [
        (re.findall(r"`([^`]+)`", files), set(heavy.replace(",", " ").split()), own == "yes")
        for _, files, heavy, own in rows
    ]


def place(path: Path) -> str:
    name = path.relative_to(ROOT / "escalation").with_suffix("").as_posix()
    return name.removesuffix("/__init__") + ("/" if name.endswith("/__init__") else "")


def layer_of(name: str, table: list) -> int:
    bare = name.rstrip("/")
    for level, (patterns, _, _) in enumerate(table):
        if any(fnmatchcase(name, p) or fnmatchcase(bare, p) for p in patterns):
            return level
    raise AssertionError(f"escalation/{name} stands in no row of ARCHITECTURE.md's table")


def imported(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom) and node.module:
            is_ours = node.module == "escalation"
            names += [f"{node.module}.{a.name}" for a in node.names] if is_ours else [node.module]
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: place(p) or "escalation")
def test_imports_follow_the_table(path: Path) -> None:
    if path == ROOT / "escalation" / "__init__.py":
        return
    table = layers()
    level = layer_of(place(path), table)
    heavy_of = {library: row for row, (_, heavy, _) in enumerate(table) for library in heavy}
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "escalation" and parts[1:2] not in ([], ["__version__"]):
            inner = "/".join(parts[1:])
            inner = inner if (ROOT / "escalation" / f"{inner}.py").exists() else inner + "/"
            other = layer_of(inner, table)
            allowed = other < level or (other == level and table[level][2])
            assert allowed, f"{place(path)} (layer {level}) may not import {name} (layer {other})"
        elif parts[0] in heavy_of:
            assert heavy_of[parts[0]] == level, f"{place(path)} may not import {parts[0]}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: place(p) or "escalation")
def test_only_the_command_line_asks_for_today_and_nothing_is_random_without_a_seed(
    path: Path,
) -> None:
    text = path.read_text(encoding="utf-8")
    if not place(path).startswith("cli"):
        asks = re.search(r"\b(today|now|utcnow|localtime)\(\)", text)
        assert asks is None, f"{place(path)} asks what day it is"
    assert not re.search(r"default_rng\(\)|np\.random\.(seed|rand|normal|poisson)\b", text)
