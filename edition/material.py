"""What an edition is made of, as read from its files: the gazetteer, the seeds, the entries."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from edition.changes import Change, read_changes
from edition.config import Workspace
from edition.gazetteer import Gazetteer
from edition.gazetteer import read as read_gazetteer
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader
from edition.kinds.sources import SourceEntry
from edition.problems import Location, Problem
from edition.records import decode, read_record
from edition.sharing import Share, shared
from edition.sources import Source, accession
from edition.watching import watched

Place = tuple[Kind, str, str]
"""Where an entry is: its kind, its file, and that file's path in the edition."""
MANY = 60
"""More entries than this are read by two processes."""


class Material(Struct, frozen=True):
    """What was read, and what was wrong with it.

    `seeds` are by the names of their files, `texts` those of the files of entries, as they were read.
    """

    gazetteer: Gazetteer | None
    seeds: dict[str, Source]
    entries: list[Entry]
    texts: dict[str, bytes]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]

    @property
    def new_seeds(self) -> tuple[str, ...]:
        """The seeds that no source entry speaks for."""
        spoken_for = {entry.seed for entry in self.entries if isinstance(entry, SourceEntry)}
        return tuple(name for name in sorted(self.seeds) if name not in spoken_for)


def read(workspace: Workspace, beside: Callable[[], object] = lambda: None) -> Material:
    """Read everything once; `beside` is done while another process reads, if there is one."""
    problems: list[Problem] = []
    gazetteer: Gazetteer | None = None
    seeds: dict[str, Source] = {}
    texts: dict[str, bytes] = {}

    def read_the_others() -> None:
        nonlocal gazetteer
        gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
        seeds.update(read_seeds(workspace, problems))
        beside()

    entries = read_entries(workspace, texts, problems, first=read_the_others)
    changes = read_changes(workspace.content / "changes.yaml", problems)
    return Material(gazetteer, seeds, entries, texts, changes, tuple(problems))


def read_seeds(workspace: Workspace, problems: list[Problem]) -> dict[str, Source]:
    """Accession every file of `seeds/`, by name."""
    found = {}
    for one in _inside(workspace.seeds):
        if one.is_file():
            source = accession(Path(one.path), f"{workspace.seeds.name}/{one.name}", problems)
            if source:
                found[one.name] = source
    return found


def read_entries(
    workspace: Workspace, texts: dict[str, bytes], problems: list[Problem], first: Callable[[], None]
) -> list[Entry]:
    """Read every entry of `content/`; folders and files that belong to no kind are problems.

    `first` is done here while another process begins, if there is one.
    """
    places = tuple(files(workspace, problems))
    found = shared(partial(_read_share, places), pays=len(places) > MANY, first=first)
    entries = []
    for shown, text, entry, wrong in found:
        texts[shown] = text
        problems += wrong
        if entry:
            entries.append(entry)
    known = {kind.folder for kind in KINDS} | {"languages"}
    for one in _inside(workspace.content, hidden=True):
        if one.is_dir() and one.name not in known:
            shown = f"{workspace.content.name}/{one.name}"
            message = f"{shown}/ is the folder of no kind of entry."
            problems.append(Problem("stray-file", Location(shown), message, "kinds: " + ", ".join(sorted(known))))
    return entries


def _read_share(places: Sequence[Place], share: Share) -> Iterator[tuple[str, bytes, Entry | None, list[Problem]]]:
    """The entries of a share, with their file, its text and their problems."""
    for kind, path, shown in places:
        if share.takes_next():
            problems: list[Problem] = []
            text = Path(path).read_bytes()
            yield shown, text, read_entry(text, shown, kind, problems), problems


def files(workspace: Workspace, problems: list[Problem]) -> Iterator[Place]:
    """The files of all entries, with their kinds; others that lie among them are problems."""
    for kind in KINDS:
        for one in _inside(workspace.content / kind.folder):
            shown = f"{workspace.content.name}/{kind.folder}/{one.name}"
            if one.name.endswith(".md") and one.is_file():
                yield kind, one.path, shown
            else:
                message = f"{shown} is no entry."
                problems.append(Problem("stray-file", Location(shown), message, "entries are files that end in .md"))


def _inside(folder: Path, *, hidden: bool = False) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name, without what is `hidden`; nothing where there is no such folder."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        return sorted((one for one in found if hidden or one.name[0] != "."), key=lambda one: one.name)


def read_entry(data: bytes, shown: str, kind: Kind, problems: list[Problem]) -> Entry | None:
    """Read one entry; None, with the reason in `problems`, where there is none to read. `shown` is its file's path."""
    text = decode(data, shown, problems)
    record = read_record(text, shown, problems) if text is not None else None
    if record is None:
        return None
    reader = EntryReader(record, kind.folder, problems)
    entry = kind.read(reader)
    reader.finish(entry)
    return watched(entry)
