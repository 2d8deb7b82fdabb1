"""The small edition, and how tests copy, change and build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, TypeVar

from edition.config import Workspace
from edition.kinds.entry import Entry, field_names

E = TypeVar("E", bound=Entry)

HOUSE = Path(__file__).resolve().parent.parent
EDITIONS = HOUSE / "tests" / "editions"
SMALL = EDITIONS / "small"
TWO = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
"""Whether a second process can do half of the work here."""


def copy_small(to: Path) -> Workspace:
    """Copy the small edition into the folder `to`, with the repository's English words, templates and assets."""
    shutil.copytree(SMALL, to, dirs_exist_ok=True)
    languages = to / "content" / "languages"
    languages.mkdir()
    shutil.copy(HOUSE / "content" / "languages" / "en.yaml", languages)
    return Workspace(root=to, house=HOUSE)


def change(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must stand in the file exactly once, by `new`."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_bytes(text.replace(old, new).encode())


def other(entry: E, **values: Any) -> E:
    """An entry like another one, but for some values."""
    return type(entry)(**{name: getattr(entry, name) for name in field_names(type(entry))} | values)


def copy_record(to: Path) -> Workspace:
    """Copy the repository's own edition into the folder `to`, with its templates and assets left where they are."""
    for folder in ("content", "seeds"):
        shutil.copytree(HOUSE / folder, to / folder, dirs_exist_ok=True)
    return Workspace(root=to, house=HOUSE)


def alone(code: str, *arguments: object) -> str:
    """What some code prints in a Python of its own, where no thread of the tests runs beside it."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True).stdout
