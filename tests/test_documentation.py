"""What the documentation says can be done, can be done."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
DOCUMENTS = [*GUIDES, ROOT / "CHANGELOG.md", ROOT / "LICENSES.md", *sorted((ROOT / "docs").rglob("*.md"))]

FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(<?([^)>\s]+)>?\)")
MAKE = re.compile(r"^make ([a-z]+)", re.MULTILINE)
BUILD = re.compile(r"^python build\.py ([^#\n]+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)

# Brackets keep these patterns from finding themselves.
NOT_FOR_COMMITS = re.compile(
    r"(pyp[i]|pythonhoste[d])\.org|npmj[s]\.(org|com)|deb\.debia[n]\.org"
    r"|(?<![\w.:-])/(wor[k]/(main|steering|shared)|roo[t]|hom[e]/\w+|User[s]/\w+|tm[p])/"
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _commands(guide: Path) -> str:
    """Everything the guide sets as code, a line each."""
    text = guide.read_text(encoding="utf-8")
    return "\n".join(FENCED.findall(text) + INLINE.findall(FENCED.sub("", text)))


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_relative_links_lead_to_files(document: Path) -> None:
    text = INLINE.sub("", FENCED.sub("", document.read_text(encoding="utf-8")))
    targets = [link.partition("#")[0] for link in LINK.findall(text) if not re.match(r"[a-z]+:|#", link)]
    missing = [target for target in targets if not (document.parent / target).exists()]
    assert not missing


@pytest.mark.parametrize("guide", GUIDES, ids=_name)
def test_make_commands_are_targets(guide: Path) -> None:
    named = set(MAKE.findall(_commands(guide)))
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    assert named
    assert named <= targets


@pytest.mark.parametrize("guide", GUIDES, ids=_name)
def test_build_commands_are_understood(guide: Path) -> None:
    commands = [shlex.split(words) for words in BUILD.findall(_commands(guide))]
    assert commands
    refused = [shlex.join(words) for words in commands if not _understood(words)]
    assert not refused


def _understood(words: list[str]) -> bool:
    from edition.cli import parser

    try:
        parser().parse_args(words)
    except SystemExit as stop:  # argparse has no other way to refuse, nor to end after --help
        return not stop.code
    return True


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", ":!seeds"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    found = [
        f"{name}:{number}: {line.strip()}"
        for name in filter(None, listed.split("\0"))
        if (text := _text(ROOT / name))
        for number, line in enumerate(text.splitlines(), start=1)
        if NOT_FOR_COMMITS.search(line)
    ]
    assert not found


def _text(path: Path) -> str:
    """Read a text file; a picture, a font or a file that is gone counts as empty."""
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError):
        return ""
