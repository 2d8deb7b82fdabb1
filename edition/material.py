"""What an edition is made of, as read from its files: the gazetteer, the seeds, the entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def read(workspace: Workspace) -> Material:
    """Read everything once."""
    problems: list[Problem] = []
    gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
    seeds = read_seeds(workspace, problems)
    texts: dict[str, bytes] = {}
    entries = read_entries(workspace, texts, problems)
    changes = read_changes(workspace.content / "changes.yaml", problems)
    return Material(gazetteer, seeds, entries, texts, changes, tuple(problems))


def read_seeds(workspace: Workspace, problems: list[Problem]) -> dict[str, Source]:
    """Accession every file of `seeds/`, by name."""
    found = {}
    for path in sorted(workspace.seeds.glob("*")) if workspace.seeds.is_dir() else ():
        if path.is_file() and not path.name.startswith("."):
            source = accession(path, workspace.relative(path), problems)
            if source:
                found[path.name] = source
    return found


def read_entries(workspace: Workspace, texts: dict[str, bytes], problems: list[Problem]) -> list[Entry]:
    """Read every entry of `content/`; folders and files that belong to no kind are problems."""
    places = tuple(files(workspace, problems))
    found = shared(partial(_read_share, workspace, places), pays=len(places) > MANY)
    entries = []
    for shown, text, entry, wrong in found:
        texts[shown] = text
        problems += wrong
        if entry:
            entries.append(entry)
    known = {kind.folder for kind in KINDS} | {"languages"}
    for path in sorted(workspace.content.glob("*")) if workspace.content.is_dir() else ():
        if path.is_dir() and path.name not in known:
            shown = workspace.relative(path)
            message = f"{shown}/ is the folder of no kind of entry."
            problems.append(Problem("stray-file", Location(shown), message, "kinds: " + ", ".join(sorted(known))))
    return entries


def _read_share(
    workspace: Workspace, places: Sequence[tuple[Kind, Path]], share: Share
) -> Iterator[tuple[str, bytes, Entry | None, list[Problem]]]:
    """The entries of a share, with their file, its text and their problems."""
    for kind, path in places:
        if share.takes_next():
            problems: list[Problem] = []
            shown, text = workspace.relative(path), path.read_bytes()
            yield shown, text, read_entry(text, shown, kind, problems), problems


def files(workspace: Workspace, problems: list[Problem]) -> Iterator[tuple[Kind, Path]]:
    """The files of all entries, with their kinds; others that lie among them are problems."""
    for kind in KINDS:
        folder = workspace.content / kind.folder
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.suffix != ".md" or not path.is_file():
                shown = workspace.relative(path)
                message = f"{shown} is no entry."
                problems.append(Problem("stray-file", Location(shown), message, "entries are files that end in .md"))
                continue
            yield kind, path


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
