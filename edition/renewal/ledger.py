"""The ledger of a build: what each page read of entries, and what of the corpus an edit of words leaves as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from edition.corpus import Corpus
from edition.kinds.entry import Entry
from edition.kinds.sources import SourceEntry
from edition.making import Made, Seen, Task
from edition.renewal.packed import Packed
from edition.watching import EVERY, Read

LONG = ("prose", "editorial_note")
"""Fields that no other entry's page shows."""
LISTED, SEARCHED = "listed", "searched"
"""The pages that a site map lists, the files that search has made."""

Readers = dict[str, list[int]]
"""By field, the numbers of the tasks that read it of an entry."""
Place = tuple[int, int, bytes]
"""Where the text of a file is kept: its beginning, its length, its digest."""
Row = tuple[dict[str, str | None], list[tuple[str, int, int, int]]]
"""An entry: its short texts and what it lacks, where its quotations stand."""


class Ledger(Struct):
    """What is known of the last build; `began` is the number of the build of everything since which this is so.

    `ids` are those of the entries it published, by the name of their class and their kind; `texts` says of the file of
    every entry where its text is kept, and the text's digest; `paths` those of the files that are LISTED and SEARCHED;
    `shown` what search sees of the views of each language's pages.
    """

    began: int
    tasks: list[tuple[str, int, str]]
    ids: dict[tuple[str, str], list[str]]
    readers: Packed[Readers]
    entries: Packed[Row]
    mentions: Packed[list[tuple[str, int]]]
    texts: Packed[Place]
    paths: Packed[list[str]]
    shown: Packed[list[Seen]]
    pages: int
    files: int

    def reading(self, reads: Iterable[Read]) -> dict[Task, list[Read]]:
        """What was made from any of these, and from which."""
        found: defaultdict[int, list[Read]] = defaultdict(list)
        of_all = self.readers.get(EVERY, {})
        for id_, field in sorted(reads):
            of_entry = self.readers.get(id_, {})
            for number in (*of_entry.get(field, ()), *of_all.get(field, ())):
                found[number].append((id_, field))
        return {Task(*self.tasks[number]): why for number, why in sorted(found.items())}

    def planned(self, planning: Task) -> set[str]:
        """The paths of the pages that a type has planned."""
        language, number = planning.language, planning.number
        return {path for its, which, path in self.tasks if path and which == number and its == language}

    def note(self, made: Iterable[Made]) -> None:
        """Take down what was read for what is made once more; what it read once counts for ever, which is harmless."""
        numbers = {task: number for number, task in enumerate(self.tasks)}
        readers: dict[str, Readers] = {}
        for one in made:
            _note(readers, one.reads, numbers[_plain(one.task)])
        for id_, now in readers.items():
            before = self.readers.get(id_, {})
            both = before | {field: sorted({*before.get(field, ()), *more}) for field, more in now.items()}
            if both != before:
                self.readers[id_] = both

    def show(self, made: Iterable[Made]) -> None:
        """Take down what search sees of pages that have been made anew."""
        now = {(one.task.language, one.task.path): one.seen for one in made if one.seen}
        for language in {language for language, _ in now}:
            self.shown[language] = [now.get((language, seen[0]), seen) for seen in self.shown[language]]


SEARCH = Task("", -1, "")
"""Stands for everything that search needs, among what was made."""


class Records:
    """Takes down what a build makes, of which its ledger is made."""

    def __init__(self, search: bool) -> None:
        self.search = search
        self.shown: dict[str, list[Seen]] = {}
        self.searched: list[str] = []
        self.tasks: list[tuple[str, int, str]] = []
        self.readers: dict[str, Readers] = {}
        self.listed: dict[str, None] = {}
        self.ids: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self.entries: dict[str, Row] = {}
        self.mentions: dict[str, list[tuple[str, int]]] = {}
        self.texts: dict[str, Place] = {}

    def take(self, made: Made) -> None:
        """Take down one thing."""
        _note(self.readers, made.reads, len(self.tasks))
        self.tasks.append(_plain(made.task))
        if made.task == SEARCH:
            self.searched = [artifact.path for artifact in made.artifacts]
        if made.seen and self.search:
            self.shown.setdefault(made.task.language, []).append(made.seen)
        if made.listed:
            self.listed[made.task.path] = None

    def take_entries(self, corpus: Corpus, texts: dict[str, Place]) -> None:
        """Take down what everything is made from, and where the texts are kept that the entries were read from."""
        for id_, entry in corpus.entries.items():
            self.ids[type(entry).__name__, entry.kind].append(id_)
        self.entries = {id_: _row(corpus, entry) for id_, entry in corpus.entries.items()}
        self.mentions = {id_: [(one.entry.id, one.at) for one in found] for id_, found in corpus.mentions.items()}
        self.texts = texts

    def ledger(self, files: int) -> Ledger:
        """The ledger of a build that has made everything."""
        paths = {LISTED: list(self.listed), SEARCHED: self.searched}
        return Ledger(
            began=0,
            tasks=self.tasks,
            ids=dict(self.ids),
            readers=Packed.of(self.readers),
            entries=Packed.of(self.entries),
            mentions=Packed.of(self.mentions),
            texts=Packed.of(self.texts),
            paths=Packed.of(paths),
            shown=Packed.of(self.shown),
            pages=sum(bool(path) for _, _, path in self.tasks),
            files=files,
        )


def _note(readers: dict[str, Readers], reads: Iterable[Read], number: int) -> None:
    for id_, field in reads:
        readers.setdefault(id_, {}).setdefault(field, []).append(number)


def _plain(task: Task) -> tuple[str, int, str]:
    return task.language, task.number, task.path


def quotations(entry: Entry) -> tuple[Any, ...]:
    """Everything an entry quotes, in the order in which a row tells where it stands."""
    own = tuple(uncited.quotation for uncited in entry.uncited) if isinstance(entry, SourceEntry) else ()
    return (*entry.quotations, *own)


def _row(corpus: Corpus, entry: Entry) -> Row:
    places = (corpus.passages[quotation] for quotation in quotations(entry))
    return _short(entry), [(p.source, p.block, p.start, p.end) for p in places]


def row(entry: Entry, before: Row) -> Row:
    """The row of an entry whose words have changed."""
    return _short(entry), before[1]


def _short(entry: Entry) -> dict[str, str | None]:
    known = ((name, value) for name, value in vars(entry).items() if value is None or type(value) is str)
    return {name: value for name, value in known if name not in LONG}
