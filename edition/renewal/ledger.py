"""The ledger of a build: what each page read of entries, and what of the corpus an edit of words leaves as it is."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import Any

from msgspec import Struct

from edition.corpus import Corpus
from edition.kinds.entry import Entry
from edition.linking import quotations
from edition.making import Made, Seen, Task
from edition.renewal.packed import Packed, packed
from edition.watching import CLAIMS, EVERY, WORDS, Read, in_short

LISTED, SEARCHED = "listed", "searched"
"""The pages that a site map lists, the files that search has made."""

NAMES = (*WORDS, CLAIMS)
FIELDS = {name: number for number, name in enumerate(NAMES)}
"""The fields that are watched, as numbers, which take less room."""
Readers = dict[str, list[int]]
"""By field, the numbers of the tasks that read it of an entry; kept as an array of pairs of both."""
Place = tuple[int, int, int, bytes]
"""Where the text of a file is kept: in which file, its beginning there, its length, its digest."""
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
    readers: Packed[bytes]
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
        of_all = self._readers(EVERY)
        for id_, field in sorted(reads):
            of_entry = self._readers(id_)
            for number in (*of_entry.get(field, ()), *of_all.get(field, ())):
                found[number].append((id_, field))
        return {Task(*self.tasks[number]): why for number, why in sorted(found.items())}

    def _readers(self, id_: str) -> Readers:
        return _by_field(array("I", self.readers.get(id_, b"")))

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
            before = self._readers(id_)
            both = before | {field: sorted({*before.get(field, ()), *more}) for field, more in now.items()}
            if both != before:
                pairs = (pair for field, numbers in both.items() for n in numbers for pair in (FIELDS[field], n))
                self.readers[id_] = array("I", pairs).tobytes()

    def show(self, made: Iterable[Made]) -> None:
        """Take down what search sees of pages that have been made anew."""
        now = {(one.task.language, one.task.path): one.seen for one in made if one.seen}
        for language in {language for language, _ in now}:
            self.shown[language] = [now.get((language, seen[0]), seen) for seen in self.shown[language]]


SEARCH = Task("", -1, "")
"""Stands for everything that search needs, among what was made."""


class Records:
    """Takes down what a build makes, each thing under its number, of which the build's ledger is made.

    Of two processes each takes down what it has read and made, and the first then joins to it what the second has.
    """

    def __init__(self, search: bool) -> None:
        self.search = search
        self.searched: list[str] = []
        self.ids: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self.tasks: dict[int, tuple[str, int, str]] = {}
        self.seen: dict[int, Seen] = {}
        self.is_listed: dict[int, str] = {}
        self.reads: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        self.entries: dict[str, bytes] = {}
        self.mentions: dict[str, bytes] = {}
        self.texts: dict[str, Place] = {}

    def take(self, made: Made, number: int = -1) -> None:
        """Take down one thing; the next one after all those that have been taken, if it has no number."""
        number = len(self.tasks) if number < 0 else number
        for id_, field in made.reads:
            self.reads[id_].extend((FIELDS[field], number))
        self.tasks[number] = _plain(made.task)
        if made.task == SEARCH:
            self.searched = [artifact.path for artifact in made.artifacts]
        if made.seen and self.search:
            self.seen[number] = made.seen
        if made.listed:
            self.is_listed[number] = made.task.path

    def take_entries(self, corpus: Corpus, texts: dict[str, Place]) -> None:
        """Take down what everything is made from, and where the texts are kept that the entries were read from."""
        for id_, entry in corpus.entries.items():
            self.ids[type(entry).__name__, entry.kind].append(id_)
        for entry in corpus.own:
            self.entries[entry.id] = packed(_row(corpus, entry))
            self.mentions[entry.id] = packed([(one.entry.id, one.at) for one in corpus.mentions.get(entry.id, ())])
        self.texts = texts

    def plain(self) -> tuple[dict[Any, Any], ...]:
        """What is to be joined, in plain values."""
        return self.tasks, self.seen, self.is_listed, self.entries, self.mentions, self.texts, dict(self.reads)

    def join(self, plain: tuple[dict[Any, Any], ...]) -> None:
        """Take on what another process has taken down."""
        *others, reads = plain
        for own, other in zip(self.plain(), others, strict=False):
            own.update(other)
        for id_, numbers in reads.items():
            self.reads[id_].frombytes(numbers)

    @property
    def listed(self) -> tuple[str, ...]:
        """The paths of the pages that readers may look for, each once."""
        return tuple(dict.fromkeys(path for _, path in sorted(self.is_listed.items())))

    @property
    def shown(self) -> dict[str, list[Seen]]:
        """What search sees of the pages of each language."""
        found: dict[str, list[Seen]] = {}
        for number, seen in sorted(self.seen.items()):
            found.setdefault(self.tasks[number][0], []).append(seen)
        return found

    def ledger(self, files: int) -> Ledger:
        """The ledger of a build that has made everything."""
        paths = {LISTED: list(self.listed), SEARCHED: self.searched}
        tasks = [task for _, task in sorted(self.tasks.items())]
        return Ledger(
            began=0,
            tasks=tasks,
            ids=dict(self.ids),
            readers=Packed.of({id_: numbers.tobytes() for id_, numbers in self.reads.items()}),
            entries=Packed.of_packed(self.entries),
            mentions=Packed.of_packed(self.mentions),
            texts=Packed.of(self.texts),
            paths=Packed.of(paths),
            shown=Packed.of(self.shown),
            pages=sum(bool(path) for _, _, path in tasks),
            files=files,
        )


def _note(readers: dict[str, Readers], reads: Iterable[Read], number: int) -> None:
    for id_, field in reads:
        readers.setdefault(id_, {}).setdefault(field, []).append(number)


def _by_field(numbers: array[int]) -> Readers:
    """From pairs of a field's number and a task's."""
    found: Readers = {}
    for field, number in zip(numbers[::2], numbers[1::2], strict=True):
        found.setdefault(NAMES[field], []).append(number)
    return found


def _plain(task: Task) -> tuple[str, int, str]:
    return task.language, task.number, task.path


def _row(corpus: Corpus, entry: Entry) -> Row:
    places = (corpus.passages[quotation] for quotation in quotations(entry))
    return in_short(entry), [(p.source, p.block, p.start, p.end) for p in places]


def row(entry: Entry, before: Row) -> Row:
    """The row of an entry whose words have changed."""
    return in_short(entry), before[1]
