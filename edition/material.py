"""What an edition is made of, as read from its files: the gazetteer, the seeds, the entries."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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
from edition.problems import Invalid, Location, Problem
from edition.records import decode, read_record
from edition.sharing import Team
from edition.shelf import Shelf
from edition.sources import Source, accession
from edition.watching import VERSION, outline, watched

Place = tuple[Kind, str, str]
"""Where an entry is: its kind, its file, and that file's path in the edition."""
CLASSES = {kind.__name__: kind for kind in Entry.__subclasses__()}


class Ground(Struct, frozen=True):
    """What is read before any entry, and what was wrong with it; `places` are those of the entries."""

    gazetteer: Gazetteer | None
    seeds: dict[str, Source]
    changes: tuple[Change, ...]
    places: tuple[Place, ...]
    problems: tuple[Problem, ...]


class Outline(Struct, frozen=True):
    """An entry that another process has read: its class, and what is known of it here."""

    its_class: type[Entry]
    known: dict[str, Any]

    @property
    def is_source(self) -> bool:
        """Whether it is one of the sources."""
        return self.its_class is SourceEntry


class Material(Struct, frozen=True):
    """What was read, and what was wrong with it.

    `seeds` are by the names of their files; `entries` are in the order of their files, whichever process has read them.
    """

    gazetteer: Gazetteer | None
    seeds: dict[str, Source]
    entries: list[Entry | Outline]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]

    @property
    def read_here(self) -> list[Entry]:
        """The entries that this process has read: all of them, if it works alone."""
        return [entry for entry in self.entries if isinstance(entry, Entry)]

    @property
    def new_seeds(self) -> tuple[str, ...]:
        """The seeds that no source entry speaks for."""
        spoken_for = {entry.seed for entry in self.read_here if isinstance(entry, SourceEntry)}
        spoken_for |= {entry.known["seed"] for entry in self.entries if isinstance(entry, Outline) and entry.is_source}
        return tuple(name for name in sorted(self.seeds) if name not in spoken_for)


def survey(workspace: Workspace) -> Ground:
    """Read all but the entries, and find these."""
    problems: list[Problem] = []
    gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
    seeds = read_seeds(workspace, problems)
    changes = read_changes(workspace.content / "changes.yaml", problems)
    places = tuple(files(workspace, problems))
    return Ground(gazetteer, seeds, changes, places, tuple(problems))


def read(
    ground: Ground,
    team: Team | None = None,
    keep: Callable[[str, bytes], None] = lambda path, text: None,
    shelf: Shelf | None = None,
) -> Material:
    """Read the entries; those that another process has read are known in outline.

    `keep` is given each text that is read here; prose is put onto the `shelf`, if there is one.
    """
    team = team or Team()
    problems = [*ground.problems]
    own: dict[int, Entry] = {}
    last = len(ground.places) - 1
    for number in team.share(range(last, -1, -2), range(last - 1, -1, -2)):  # half of each kind
        kind, path, shown = ground.places[number]
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (a path object takes longer)
            text = file.read()
        keep(shown, text)
        entry = read_entry(text, shown, kind, problems, places=team.is_careful)
        if entry:
            vars(entry)[VERSION] = hash(text)
            own[number] = entry
            if shelf:
                shelf.put(entry)
    found: dict[int, Entry | Outline] = {**own}
    for theirs in team.told([(number, type(entry).__name__, *_told(entry)) for number, entry in own.items()]):
        for number, its_class, known, (line, column) in theirs:
            known["location"] = Location(ground.places[number][2], line, column)
            found[number] = Outline(CLASSES[its_class], known)
    entries = [found[number] for number in sorted(found)]
    return Material(ground.gazetteer, ground.seeds, entries, ground.changes, tuple(problems))


def _told(entry: Entry) -> tuple[dict[str, Any], tuple[int, int]]:
    """What another process is told of an entry, in plain values."""
    known = outline(entry)
    where: Location = known.pop("location")
    return known, (where.line, where.column)


def read_again(workspace: Workspace, shown: str, version: int | None = None) -> Entry:
    """The entry of a file that was read before. Raises Invalid if it is not the same `version` any more."""
    kind = next(kind for kind in KINDS if kind.folder == Path(shown).parent.name)
    problems: list[Problem] = []
    try:
        text = (workspace.root / shown).read_bytes()
    except OSError:
        text = b""
    found = read_entry(text, shown, kind, problems, places=False) if version in (None, hash(text)) else None
    if found is None or problems:
        message = "This file was changed while the site was being built."
        raise Invalid(problems or [Problem("changed-meanwhile", Location(shown), message, "run the command again")])
    return found


def read_seeds(workspace: Workspace, problems: list[Problem]) -> dict[str, Source]:
    """Accession every file of `seeds/`, by name."""
    found = {}
    seeds = workspace.seeds
    for one in _inside(seeds):
        if one.is_file():
            source = accession(Path(one.path), f"{seeds.name}/{one.name}", problems)
            if source:
                found[one.name] = source
    return found


def files(workspace: Workspace, problems: list[Problem]) -> Iterator[Place]:
    """The files of all entries, with their kinds; others that lie among them are problems."""
    content = workspace.content
    for kind in KINDS:
        folder = f"{content.name}/{kind.folder}"
        for one in _inside(content / kind.folder):
            shown = f"{folder}/{one.name}"
            if one.name.endswith(".md") and one.is_file():
                yield kind, one.path, shown
            else:
                message = f"{shown} is no entry."
                problems.append(Problem("stray-file", Location(shown), message, "entries are files that end in .md"))
    known = {kind.folder for kind in KINDS} | {"languages"}
    for one in _inside(content, hidden=True):
        if one.is_dir() and one.name not in known:
            shown = f"{content.name}/{one.name}"
            message = f"{shown}/ is the folder of no kind of entry."
            problems.append(Problem("stray-file", Location(shown), message, "kinds: " + ", ".join(sorted(known))))


def _inside(folder: Path, *, hidden: bool = False) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name, without what is `hidden`; nothing where there is no such folder."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        return sorted((one for one in found if hidden or one.name[0] != "."), key=lambda one: one.name)


def read_entry(data: bytes, shown: str, kind: Kind, problems: list[Problem], *, places: bool = True) -> Entry | None:
    """Read one entry; None, with the reason in `problems`, where there is none to read. `shown` is its file's path.

    Without `places` it is read sooner, and problems say no more than the file.
    """
    text = decode(data, shown, problems)
    record = read_record(text, shown, problems, places=places) if text is not None else None
    if record is None:
        return None
    reader = EntryReader(record, kind.folder, problems)
    entry = kind.read(reader)
    reader.finish(entry)
    return watched(entry)
