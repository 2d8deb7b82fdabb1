"""After an edit of words alone, what shows them is made anew and nothing else.

Words are what an editor can change without changing what the edition is made of: titles, sentences, prose, notes,
translations. Whatever else has changed, everything is made anew, and so it is whenever anything is in doubt.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from edition import making
from edition.artifact import Artifact
from edition.config import Workspace
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.kinds.kind import Kind
from edition.making import PLANNING, Design, Made, Task
from edition.material import read_entry
from edition.presenting.edition import Edition
from edition.problems import Problem
from edition.renewal import ledger as ledgers
from edition.renewal.keeping import text_of
from edition.renewal.ledger import LISTED, SEARCH, Ledger
from edition.renewal.sameness import changed_words
from edition.watching import Read


class Anew(Exception):
    """Everything is to be made anew; the message says why."""


class Edit(Struct, frozen=True):
    """An edit of words: the texts of the files that have changed, and which words of which entries are other ones."""

    texts: Mapping[str, bytes]
    reads: frozenset[Read]


def entries(workspace: Workspace, changed: Sequence[Path]) -> dict[Path, Kind]:
    """The files that have changed, with the kinds of their entries. Raises Anew if one is no entry's."""
    kinds = {workspace.content / kind.folder: kind for kind in KINDS}
    for path in changed:
        if path.parent not in kinds:
            raise Anew(f"{_shown(workspace, path)} has changed")
    return {path: kinds[path.parent] for path in changed}


def edit(workspace: Workspace, ledger: Ledger, changed: Mapping[Path, Kind]) -> Edit:
    """What has changed in entries' files; the ledger learns of it. Raises Anew where it is more than words."""
    reads: set[Read] = set()
    texts = {}
    for path, kind in changed.items():
        shown = _shown(workspace, path)
        before, after, texts[shown] = _both(workspace, ledger, path, kind)
        words = changed_words(before, after)
        if words is None:
            raise Anew(f"more than words has changed in {shown}")
        if after.id in ledger.entries:
            ledger.entries[after.id] = ledgers.row(after, ledger.entries[after.id])
            reads |= {(after.id, word) for word in words}
    return Edit(texts, frozenset(reads))


def _both(workspace: Workspace, ledger: Ledger, path: Path, kind: Kind) -> tuple[Entry, Entry, bytes]:
    """An entry as it was and as it is now."""
    shown = _shown(workspace, path)
    text = text_of(workspace.root, ledger, shown)
    if text is None:
        raise Anew(f"{shown} has changed")
    problems: list[Problem] = []
    new = path.read_bytes()
    before, after = (read_entry(data, shown, kind, problems) for data in (text, new))
    if before is None or after is None or problems:
        raise Anew(f"there are problems in {shown}")
    return before, after, new


def _shown(workspace: Workspace, path: Path) -> str:
    return workspace.relative(path) if path.is_relative_to(workspace.root) else path.name


def remade(
    workspace: Workspace, editions: Sequence[Edition], design: Design, ledger: Ledger, tasks: Mapping[Task, list[Read]]
) -> Iterator[Made]:
    """Make these pages and exports. Raises Anew where there are other pages than before."""
    wanted: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for task in tasks:
        wanted[task.language, task.number].add(task.path)
    of_pages = (one for _, one in making.pages(workspace, editions, design, wanted))
    of_exports = making.exports(editions[0], design, ledger.paths[LISTED], wanted)
    made = set()
    for one in itertools.chain(of_pages, of_exports):
        is_planning = one.task.language and one.task.path == PLANNING
        if is_planning and set(one.plans) != ledger.planned(one.task):
            raise Anew("there are other pages than before")
        made.add(one.task)
        yield one
    if made != tasks.keys() - {SEARCH}:
        raise Anew("there are other pages than before")


def different(site: Path, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """Those that have come out other than they are published."""
    for artifact in artifacts:
        path = site / artifact.path
        if not path.is_file() or path.read_bytes() != artifact.content:
            yield artifact
