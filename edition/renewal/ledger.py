"""The ledger of a build: what each page read of entries, and what of the corpus an edit of words leaves as it is.

Kept in the edition's cache and never needed: a ledger that is missing, damaged or another build's costs time alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from edition.corpus import Corpus
from edition.kinds.entry import Entry
from edition.kinds.sources import SourceEntry
from edition.making import Made, Seen, Task
from edition.watching import EVERY, Read

FOLDER = Path(".cache", "build")
LEDGER, TEXTS = FOLDER / "ledger", FOLDER / "texts"
LONG = ("prose", "editorial_note")
"""Fields that no other entry's page shows."""

Readers = dict[str, dict[str, list[int]]]
"""By field and by the entry's id, the numbers of the tasks that read it."""
Places = dict[str, tuple[int, int, bytes]]
"""Where the text of each file is kept: its beginning, its length, its digest."""
Row = tuple[str, dict[str, str | None], list[tuple[str, int, int, int]]]
"""An entry: the name of its kind's class, its short texts and what it lacks, where its quotations stand."""


class Ledger(Struct, dict=True):
    """What is known of the last build.

    `entries` are those it published, `listed` the paths of the pages that a site map lists;
    `texts` says of the file of every entry where its text is kept, and the text's digest; `shown` is what search
    sees of the views of each language's pages, `searched` the files that it made.
    """

    tasks: list[Task]
    build: int
    readers: Readers
    entries: dict[str, Row]
    mentions: dict[str, list[tuple[str, int]]]
    listed: list[str]
    texts: Places
    shown: dict[str, list[Seen]]
    searched: list[str]
    pages: int
    files: int

    def reading(self, reads: Iterable[Read]) -> dict[Task, list[Read]]:
        """What was made from any of these, and from which."""
        found: defaultdict[int, list[Read]] = defaultdict(list)
        for id_, field in sorted(reads):
            of_field = self.readers.get(field, {})
            for number in (*of_field.get(id_, ()), *of_field.get(EVERY, ())):
                found[number].append((id_, field))
        return {self.tasks[number]: why for number, why in sorted(found.items())}

    def paths(self, planning: Task) -> set[str]:
        """The paths of the pages that a type has planned."""
        kind = planning.language, planning.number
        return {task.path for task in self.tasks if task.path and (task.language, task.number) == kind}

    def note(self, task: Task, reads: Iterable[Read]) -> None:
        """Take down what something read; what it read once counts for ever, which is harmless."""
        number = self._numbers.setdefault(task, len(self.tasks))
        if number == len(self.tasks):
            self.tasks.append(task)
        _note(self.readers, reads, number)

    @cached_property
    def _numbers(self) -> dict[Task, int]:
        return {task: number for number, task in enumerate(self.tasks)}

    def show(self, made: Made) -> None:
        """Take down what search sees of a page that has been made anew."""
        shown = self.shown[made.task.language]
        at = next(number for number, (path, *_) in enumerate(shown) if path == made.task.path)
        shown[at] = made.seen or shown[at]


SEARCH = Task("", -1, "")
"""Stands for everything that search needs, among what was made."""


class Records:
    """Takes down what a build makes, of which its ledger is made."""

    def __init__(self, search: bool) -> None:
        self.search = search
        self.shown: dict[str, list[Seen]] = {}
        self.searched: list[str] = []
        self.tasks: list[Task] = []
        self.readers: Readers = {}
        self.listed: dict[str, None] = {}
        self.entries: dict[str, Row] = {}
        self.mentions: dict[str, list[tuple[str, int]]] = {}
        self.texts: Places = {}

    def take(self, made: Made) -> None:
        """Take down one thing."""
        _note(self.readers, made.reads, len(self.tasks))
        self.tasks.append(made.task)
        if made.task == SEARCH:
            self.searched = [artifact.path for artifact in made.artifacts]
        if made.seen and self.search:
            self.shown.setdefault(made.task.language, []).append(made.seen)
        if made.listed:
            self.listed[made.task.path] = None

    def take_entries(self, root: Path, corpus: Corpus, texts: Mapping[str, bytes]) -> None:
        """Take down what everything is made from, and keep the texts that the entries were read from."""
        self.entries = {id_: _row(corpus, entry) for id_, entry in corpus.entries.items()}
        self.mentions = {id_: [(one.entry.id, one.at) for one in found] for id_, found in corpus.mentions.items()}
        keep_texts(root, self.texts, texts, anew=True)

    def ledger(self, files: int) -> Ledger:
        """The ledger of a build that has made everything."""
        pages = sum(bool(task.path) for task in self.tasks)
        kept = self.tasks, 0, self.readers, self.entries, self.mentions, list(self.listed)
        return Ledger(*kept, self.texts, self.shown, self.searched, pages, files)


def _note(readers: Readers, reads: Iterable[Read], number: int) -> None:
    for id_, field in reads:
        readers.setdefault(field, {}).setdefault(id_, []).append(number)


def quotations(entry: Entry) -> tuple[Any, ...]:
    """Everything an entry quotes, in the order in which a row tells where it stands."""
    own = tuple(uncited.quotation for uncited in entry.uncited) if isinstance(entry, SourceEntry) else ()
    return (*entry.quotations, *own)


def _row(corpus: Corpus, entry: Entry) -> Row:
    places = (corpus.passages[quotation] for quotation in quotations(entry))
    return type(entry).__name__, _short(entry), [(p.source, p.block, p.start, p.end) for p in places]


def row(entry: Entry, before: Row) -> Row:
    """The row of an entry whose words have changed."""
    return before[0], _short(entry), before[2]


def _short(entry: Entry) -> dict[str, str | None]:
    known = ((name, value) for name, value in vars(entry).items() if value is None or type(value) is str)
    return {name: value for name, value in known if name not in LONG}


def keep_texts(root: Path, places: Places, texts: Mapping[str, bytes], *, anew: bool) -> None:
    """Keep the texts of files, behind those that are kept already unless it is to be begun `anew`, and say where."""
    try:
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        with (root / TEXTS).open("wb" if anew else "ab") as file:
            at = file.tell()
            for path, text in texts.items():
                places[path] = (at, len(text), _digest(text))
                at += file.write(text)
    except OSError:
        places.clear()


def text_of(root: Path, ledger: Ledger, path: str) -> bytes | None:
    """The text that a file had when it was last built; None where that is not known."""
    if path not in ledger.texts:
        return None
    offset, length, digest = ledger.texts[path]
    try:
        with (root / TEXTS).open("rb") as file:
            file.seek(offset)
            text = file.read(length)
    except OSError:
        return None
    return text if _digest(text) == digest else None


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


def save(root: Path, ledger: Ledger) -> int:
    """Keep a ledger, in silence not where that is impossible; the number of the build by which it is known."""
    ledger.build = time.time_ns()
    tasks = [(task.language, task.number, task.path) for task in ledger.tasks]
    values = astuple(ledger)[1:]
    data = marshal.dumps((tasks, *values))
    with contextlib.suppress(OSError):
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        (root / LEDGER).write_bytes(_digest(data) + data)
    return ledger.build


def load(root: Path, build: int) -> Ledger | None:
    """The ledger of a build, if it is there and whole."""
    try:
        data = (root / LEDGER).read_bytes()
        if _digest(data[16:]) != data[:16]:
            return None
        tasks, *values = marshal.loads(data[16:])  # noqa: S302 (its digest is ours)
        ledger = Ledger([Task(*task) for task in tasks], *values)
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return ledger if ledger.build == build else None
