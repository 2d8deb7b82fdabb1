"""Accepting: a person has read drafts and takes them on.

Their files lose the line `status: draft` and what the converter said at their head about being drafts; nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from edition.drafting.writing.draft import HEAD

_STATUS = re.compile(r"^status:[ \t]+draft[ \t]*(?:#.*)?\r?\n", re.MULTILINE)
_MATTER = re.compile(r"\A---\r?\n.*?^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


class Accepted(Struct, frozen=True):
    """The files that are no drafts any more, and the ids that name no draft."""

    paths: tuple[Path, ...]
    unknown: tuple[str, ...]


def accept(content: Path, ids: Iterable[str]) -> Accepted:
    """Accept the drafts with these ids, and with a source all drafts that quote it; none, if an id is of no draft."""
    drafts = {path.stem: path for path in sorted(content.glob("*/*.md")) if _STATUS.search(_matter(path))}
    wanted = list(dict.fromkeys(ids))
    unknown = tuple(id_ for id_ in wanted if id_ not in drafts)
    if unknown:
        return Accepted((), unknown)
    found: dict[Path, None] = {}
    for id_ in wanted:
        found[drafts[id_]] = None
        if drafts[id_].parent.name == "sources":
            quotes = re.compile(rf"^  {re.escape(id_)}: [0-9a-f]{{64}}[ \t]*\r?$", re.MULTILINE)
            found |= {path: None for path in drafts.values() if quotes.search(_matter(path))}
    for path in found:
        _accept(path)
    return Accepted(tuple(found), ())


def _matter(path: Path) -> str:
    """The front matter of an entry; "" where there is none."""
    match = _MATTER.match(_text(path))
    return match[0] if match else ""


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _accept(path: Path) -> None:
    text, matter = _text(path), _matter(path)
    accepted = _STATUS.sub("", matter, count=1)
    for line in HEAD:
        accepted = re.sub(rf"^{re.escape(line)}\r?\n", "", accepted, count=1, flags=re.MULTILINE)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(accepted + text[len(matter) :])
