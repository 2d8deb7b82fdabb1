"""What is wrong, where it stands, and how to mend it.

Readers and checks never raise for bad content: they yield problems, so that an editor sees all of them at once.
Only :mod:`edition.pipeline` turns problems into :class:`Invalid`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

EXCERPT_WIDTH = 100
UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a seed may hold and a terminal would obey."""
NO_WIDTH = ("Mn", "Me", "Cf")
"""Categories of characters that take no place of their own: the marks on a Lao letter, for one."""


class Location(Struct, frozen=True, gc=False, order=True):
    """A place in a file: `path` relative to the edition's folder, `line` and `column` counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @classmethod
    def behind(cls, path: str, text: str) -> Location:
        """The place that follows `text`, with which the file begins."""
        return cls(path, text.count("\n") + 1, len(text) - text.rfind("\n"))


class Problem(Struct, frozen=True):
    """One thing that is wrong: a stable `code`, its place, what is the matter, and the mend."""

    code: str
    location: Location
    message: str
    hint: str = ""


class Invalid(Exception):
    """The edition has problems and is therefore not published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = in_order(problems)
        super().__init__(f"{len(self.problems)} problems")


def did_you_mean(word: str, options: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the option nearest to `word`; `otherwise`, or all options, where none is near."""
    known = sorted(set(options))
    import difflib  # takes long to import, and most builds have no problem

    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return otherwise or "known here: " + ", ".join(known)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place and drop repetitions."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.location, p.code, p.message)))


def report(problems: Sequence[Problem], root: Path) -> str:
    """Write problems for people: place, code, message, the offending line with a mark under it, the mend.

    `root` is the folder that locations are relative to. A line that can't be read is left out.
    """
    lines_of: dict[str, list[str]] = {}
    parts = []
    for problem in in_order(problems):
        where = problem.location
        if where.path not in lines_of:
            lines_of[where.path] = _lines(root / where.path)
        part = [f"{where}: {problem.code}", f"  {problem.message}"]
        part += _excerpt(lines_of[where.path], where)
        if problem.hint:
            part.append(f"  mend: {problem.hint}")
        parts.append("\n".join(part))
    return UNPRINTABLE.sub("\ufffd", "\n\n".join(parts))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []


def _excerpt(lines: list[str], where: Location) -> list[str]:
    if not 1 <= where.line <= len(lines) or not lines[where.line - 1].strip():
        return []
    line = lines[where.line - 1].rstrip("\r").replace("\t", " ")
    first = max(0, where.column - 1 - EXCERPT_WIDTH // 2) if len(line) > EXCERPT_WIDTH else 0
    shown = line[first : first + EXCERPT_WIDTH]
    gutter = f"  {where.line} | "
    indent = sum(1 for c in shown[: where.column - 1 - first] if unicodedata.category(c) not in NO_WIDTH)
    return [gutter + shown, " " * (len(gutter) - 2) + "| " + " " * indent + "^"]
