"""Converting: what new seeds hold becomes drafts, and a report of what is new, unreadable, unsure."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.document import document, unreadable
from edition.drafting.likeness import likeness
from edition.drafting.matching import Known
from edition.drafting.read import read_article
from edition.drafting.reading import Reading
from edition.drafting.writing import ArticleWriter, Draft
from edition.gazetteer import Gazetteer
from edition.gazetteer import read as read_gazetteer
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.kinds.reading import EntryReader
from edition.kinds.sources import SourceEntry
from edition.problems import Problem
from edition.records import read_record
from edition.sources import Source, accession


class Outcome(Struct, frozen=True):
    """What a conversion came to: drafts, what editors should look at, seeds without an article, unreadable files."""

    drafts: tuple[Draft, ...]
    unsure: tuple[str, ...]
    refused: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    def lines(self) -> Iterator[str]:
        """The report, a line each."""
        yield from (f"new draft: {draft.path}" for draft in self.drafts)
        yield from (f"not drafted: {why}" for why in self.refused)
        yield from (f"unsure: {what}" for what in self.unsure)
        yield from (f"not readable: {p.location.path}: {p.message}" for p in self.problems)


class Converter:
    """Drafts entries for seeds that no source entry speaks for."""

    def __init__(self, gazetteer: Gazetteer, entries: Iterable[Entry], seeds: Mapping[str, Source]) -> None:
        self.gazetteer, self.entries, self.seeds = gazetteer, list(entries), seeds
        self.taken = {id_ for entry in self.entries for id_ in (entry.id, *entry.former_ids)}

    def convert(self, wanted: set[str] | None = None) -> Outcome:
        """Draft all new seeds, or those named in `wanted`; each knows what the ones before gave."""
        spoken_for = {entry.seed for entry in self.entries if isinstance(entry, SourceEntry)}
        drafts: list[Draft] = []
        unsure: list[str] = []
        refused: list[str] = []
        for name, source in sorted(self.seeds.items()):
            if name in spoken_for or (wanted is not None and name not in wanted):
                continue
            reading = self.read(source)
            written, entries = self._drafts(reading)
            if not written:
                refused.append(f"seeds/{name}: {reading.scope_reason}")
                continue
            if reading.scope == "out":
                refused.append(f"seeds/{name}: out of scope, only its source: {reading.scope_reason}")
            unsure += [f"seeds/{name}: {what}" for what in _notes(reading, written, entries)]
            drafts += written
            self.entries += entries
        return Outcome(tuple(drafts), tuple(unsure), tuple(refused))

    def read(self, source: Source) -> Reading:
        """Read one source, matched to what the edition has."""
        known = Known.of(self.entries, self.gazetteer)
        reading = known.matched(read_article(source, self.gazetteer))
        return replace(reading, likeness=likeness(reading, known))

    def _drafts(self, reading: Reading) -> tuple[list[Draft], list[Entry]]:
        """The drafts of a reading. All are read again as the check will read them; one that fails is not proposed."""
        known = Known.of(self.entries, self.gazetteer)
        writer = ArticleWriter(reading, known, self.taken)
        written = list(writer.drafts())
        entries = [_read(draft) for draft in written]
        if all(entries):
            return written, [entry for entry in entries if entry]
        source = written[:1] if entries[:1] and entries[0] else []
        return source, [entry for entry in entries[:1] if entry]


def _read(draft: Draft) -> Entry | None:
    problems: list[Problem] = []
    record = read_record(draft.text, draft.path, problems)
    kind = next(kind for kind in KINDS if kind.folder == draft.kind)
    if record is None:
        return None
    reader = EntryReader(record, kind.folder, problems)
    entry = kind.read(reader)
    reader.finish(entry)
    return None if problems else entry


def _notes(reading: Reading, written: Sequence[Draft], entries: Sequence[Entry]) -> Iterator[str]:
    yield from reading.unsure
    if len(written) == 1 and reading.scope == "in" and reading.provinces:
        yield "Only the source could be drafted; what the article tells did not pass the check."
    for like in reading.likeness:
        yield f"{'tells' if like.sure else 'may tell'} {like.event}, too: {'; '.join(like.reasons)}"
        yield from (f"figures differ from those of {like.event}: {conflict}" for conflict in like.conflicts)
    for one in reading.agreements:
        if one.entry:
            yield f"a further source of {one.entry}"
    for organisation in reading.organisations:
        if organisation.variant_of:
            yield f"“{organisation.names[0][0]}” may be {organisation.variant_of}"
    for person in reading.people:
        if person.variant_of:
            yield f"“{person.name}” may be {person.variant_of}"
    del entries


MANY = 40
"""From so many files on, reading is shared among processes."""


def read_documents(paths: Iterable[Path], names: Path, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """The JSON documents of files, in order; `names` is the gazetteer's file, for the processes that share the work."""
    files = list(paths)
    workers = min(os.cpu_count() or 1, 8)
    if len(files) < MANY or workers < 2:
        return [read_document(path, gazetteer) for path in files]
    with ProcessPoolExecutor(workers, initializer=_prepare, initargs=(names,)) as pool:
        return list(pool.map(_read_prepared, files, chunksize=16))


_PREPARED: list[Gazetteer] = []


def _prepare(names: Path) -> None:
    gazetteer = read_gazetteer(names, [])
    _PREPARED[:] = [gazetteer] if gazetteer else []


def _read_prepared(path: Path) -> dict[str, Any]:
    return read_document(path, _PREPARED[0])


def read_document(path: Path, gazetteer: Gazetteer) -> dict[str, Any]:
    """The JSON document of one file; a file that can't be read has `error` in it."""
    problems: list[Problem] = []
    source = accession(path, path.name, problems)
    if source is None:
        return unreadable(
            path.name, hashlib.sha256(path.read_bytes()).hexdigest(), " ".join(p.message for p in problems)
        )
    return document(read_article(source, gazetteer), path.name)
