"""The corpus: all entries resolved, every quotation found, the ways back derived.

A reference is declared once, by the entry that makes it; who refers to an entry is derived here and nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from edition.changes import Change
from edition.config import Config
from edition.evidence import Finder, Passage, Quotation
from edition.gazetteer import Gazetteer
from edition.kinds.entry import Claim, Entry, Ref
from edition.kinds.sources import SourceEntry
from edition.problems import Location, Problem, did_you_mean
from edition.sources import Source
from edition.transcription import Transcription, cut

E = TypeVar("E", bound=Entry)

WRITE_IT = "write the entry first, or correct the id"


@dataclass(frozen=True)
class Accession:
    """A source in the archive: its entry, its seed, its transcription."""

    entry: SourceEntry
    source: Source
    transcription: Transcription


class Mention(Struct, frozen=True, gc=False):
    """An entry refers to another: by its reference number `at`, in a claim or (None) in its classification."""

    entry: Entry
    at: int

    @property
    def claim(self) -> Claim[Any] | None:
        """The claim that makes the reference."""
        return self.entry.refs()[self.at][1]


class Support(Struct, frozen=True, gc=False):
    """A passage of a source supports a claim of an entry, its claim number `at`."""

    passage: Passage
    quotation: Quotation
    entry: Entry
    at: int

    @property
    def claim(self) -> Claim[Any]:
        """The claim."""
        return self.entry.claims()[self.at]


@dataclass(frozen=True)
class Corpus:
    """Everything the pages are made of.

    `mentions` maps an entry's id to those who refer to it, `supports` a source's id to what its passages support, in
    the order of the text. `changes` tells readers what became of the record, the latest first.
    """

    config: Config
    gazetteer: Gazetteer
    entries: Mapping[str, Entry]
    accessions: Mapping[str, Accession]
    passages: Mapping[Quotation, Passage]
    mentions: Mapping[str, tuple[Mention, ...]]
    supports: Mapping[str, tuple[Support, ...]]
    changes: tuple[Change, ...]

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All entries of a kind, by id."""
        if kind not in self._of:
            self._of[kind] = self._find(kind)
        return self._of[kind]

    def _find(self, kind: type[E]) -> tuple[E, ...]:
        return tuple(entry for entry in self._in_order if isinstance(entry, kind))

    @cached_property
    def _of(self) -> dict[type[Entry], tuple[Any, ...]]:
        return {}

    @cached_property
    def _in_order(self) -> tuple[Entry, ...]:
        return tuple(self.entries[id_] for id_ in sorted(self.entries))

    def mentioning(self, id_: str, kind: type[E]) -> tuple[E, ...]:
        """The entries of a kind that refer to an entry, each once."""
        found = {m.entry.id: m.entry for m in self.mentions.get(id_, ()) if isinstance(m.entry, kind)}
        return tuple(found.values())

    def words(self, passage: Passage) -> str:
        """The seed's own characters of a passage."""
        return self.accessions[passage.source].transcription.text[passage.start : passage.end]


def link(
    config: Config,
    gazetteer: Gazetteer,
    entries: Iterable[Entry],
    seeds: Mapping[str, Source],
    problems: list[Problem],
    changes: Iterable[Change] = (),
) -> Corpus:
    """Resolve all references and quotations of `entries`; whatever does not hold is added to `problems`.

    `seeds` maps the names of the files in `seeds/` to their sources.
    """
    by_id = _by_id(entries, problems)
    accessions = {e.id: a for e in by_id.values() if isinstance(e, SourceEntry) if (a := _accede(e, seeds, problems))}
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for entry in by_id.values():
        for at, (ref, _) in enumerate(entry.refs()):
            if _resolves(ref, entry, by_id, problems):
                mentions[ref.id].append(Mention(entry, at))
    passages = _passages(by_id.values(), by_id, accessions, problems)
    told = tuple(resolved(change, by_id, problems) for change in changes)
    return _corpus(config, gazetteer, by_id, accessions, passages, mentions, told)


def without_drafts(corpus: Corpus) -> Corpus:
    """The corpus as the public sees it: accepted entries alone."""
    entries = {id_: entry for id_, entry in corpus.entries.items() if not entry.is_draft}
    if len(entries) == len(corpus.entries):
        return corpus
    accessions = {id_: a for id_, a in corpus.accessions.items() if id_ in entries}
    mentions = {id_: [m for m in found if m.entry.id in entries] for id_, found in corpus.mentions.items()}
    return _corpus(corpus.config, corpus.gazetteer, entries, accessions, corpus.passages, mentions, corpus.changes)


def _corpus(
    config: Config,
    gazetteer: Gazetteer,
    entries: Mapping[str, Entry],
    accessions: Mapping[str, Accession],
    passages: Mapping[Quotation, Passage],
    mentions: Mapping[str, Iterable[Mention]],
    changes: tuple[Change, ...],
) -> Corpus:
    supports: defaultdict[str, list[Support]] = defaultdict(list)
    for entry in entries.values():
        for at, claim in enumerate(entry.claims()):
            for quotation in claim.evidence:
                if quotation in passages:
                    supports[quotation.source].append(Support(passages[quotation], quotation, entry, at))
    ordered = {id_: tuple(sorted(found, key=lambda s: (s.passage, s.entry.id))) for id_, found in supports.items()}
    by_whom = {id_: tuple(found) for id_, found in mentions.items()}
    return Corpus(config, gazetteer, entries, accessions, passages, by_whom, ordered, changes)


def _by_id(entries: Iterable[Entry], problems: list[Problem]) -> dict[str, Entry]:
    by_id: dict[str, Entry] = {}
    taken: dict[str, Location] = {}
    for entry in entries:
        for id_ in (entry.id, *entry.former_ids):
            if id_ in taken:
                message = f"The id {id_!r} is already taken by {taken[id_].path}."
                key = "id" if id_ == entry.id else "former_ids"
                hint = "choose another (an id is also the file's name): ids are used once in the whole edition"
                problems.append(Problem("duplicate-id", entry.where(key), message, hint))
            elif id_:
                taken[id_] = entry.location
        by_id.setdefault(entry.id, entry)
    return by_id


def _accede(entry: SourceEntry, seeds: Mapping[str, Source], problems: list[Problem]) -> Accession | None:
    source = seeds.get(entry.seed)
    if source is None:
        message = f"seeds/{entry.seed} is not there, or can't be read."
        hint = "put the article back into seeds/ under this name; a source without its seed proves nothing"
        problems.append(Problem("seed-missing", entry.where("seed"), message, hint))
        return None
    if source.sha256 != entry.sha256:
        message = f"seeds/{source.seed} has the digest {source.sha256}, but was accessioned as {entry.sha256}."
        hint = "restore the seed's bytes; an article that did change is a new seed and a new source"
        problems.append(Problem("source-changed", entry.where("sha256"), message, hint))
        return None
    transcription = cut(source.text, entry.beginnings, problems)
    if not transcription.kept():
        hint = "give `transcription` at least one kept block, such as `body` (docs/entries.md)"
        where = entry.where("transcription")
        problems.append(Problem("no-transcription", where, "The source has no block to quote from.", hint))
    return Accession(entry, source, transcription)


def _resolves(ref: Ref, entry: Entry, by_id: Mapping[str, Entry], problems: list[Problem]) -> bool:
    target = by_id.get(ref.id)
    if target is None:
        near = did_you_mean(ref.id, by_id, WRITE_IT)
        problems.append(Problem("dangling-reference", ref.location, f"There is no entry {ref.id!r}.", near))
        return False
    if ref.kinds and target.kind not in ref.kinds:
        message = f"{ref.id!r} is one of the {target.kind}, but one of the {' or '.join(ref.kinds)} belongs here."
        problems.append(Problem("dangling-reference", ref.location, message, "name an entry of that kind"))
        return False
    if target.is_draft and not entry.is_draft:
        message = f"{ref.id!r} is still a draft, but this entry is accepted."
        hint = f"review {target.location.path} and take out its `status: draft`"
        problems.append(Problem("refers-to-draft", ref.location, message, hint))
    return True


def resolved(change: Change, by_id: Mapping[str, Entry], problems: list[Problem]) -> Change:
    """A change with its entries under the ids they have today; a reader is never led to a draft."""
    now = {former: entry.id for entry in by_id.values() for former in entry.former_ids}
    refs = tuple(replace(ref, id=now.get(ref.id, ref.id)) for ref in change.entries)
    for ref in refs:
        if ref.id not in by_id:
            message, hint = f"There is no entry {ref.id!r}.", did_you_mean(ref.id, by_id, WRITE_IT)
            problems.append(Problem("dangling-reference", ref.location, message, hint))
        elif by_id[ref.id].is_draft:
            message = f"{ref.id!r} is still a draft, but readers are told of it."
            hint = f"review {by_id[ref.id].location.path} and take out its `status: draft`"
            problems.append(Problem("refers-to-draft", ref.location, message, hint))
    return replace(change, entries=refs)


def _passages(
    entries: Iterable[Entry],
    by_id: Mapping[str, Entry],
    accessions: Mapping[str, Accession],
    problems: list[Problem],
) -> dict[Quotation, Passage]:
    finders = {id_: Finder(id_, a.transcription) for id_, a in accessions.items() if a.transcription.kept()}
    found: dict[Quotation, Passage] = {}
    for entry in entries:
        _check_pins(entry, accessions, problems)
        own = tuple(u.quotation for u in entry.uncited) if isinstance(entry, SourceEntry) else ()
        for quotation in (*entry.quotations, *own):
            source = by_id.get(quotation.source)
            if not isinstance(source, SourceEntry):
                message = f"There is no source {quotation.source!r}."
                problems.append(
                    Problem(
                        "dangling-reference",
                        quotation.source_location or quotation.location,
                        message,
                        did_you_mean(quotation.source, accessions, WRITE_IT),
                    )
                )
            elif quotation.source in finders:
                result = finders[quotation.source].find(quotation)
                if isinstance(result, Problem):
                    problems.append(result)
                else:
                    found[quotation] = result
    return found


def _check_pins(entry: Entry, accessions: Mapping[str, Accession], problems: list[Problem]) -> None:
    """Rule 4: an entry records the digest of every source it quotes, and of no other."""
    if isinstance(entry, SourceEntry):
        return
    pinned = {pin.source.id: pin for pin in entry.pins}
    for quotation in entry.quotations:
        if quotation.source in accessions and quotation.source not in pinned:
            digest = accessions[quotation.source].source.sha256
            message = f"The entry quotes {quotation.source} but does not record its digest."
            hint = f"add under `sources`: `{quotation.source}: {digest}`"
            problems.append(Problem("source-not-recorded", quotation.location, message, hint))
    quoted = {quotation.source for quotation in entry.quotations}
    for id_, pin in pinned.items():
        if id_ not in accessions:
            continue
        if pin.sha256 != accessions[id_].source.sha256:
            message = f"{id_} has changed since this entry was written: its digest is not {pin.sha256!r}."
            hint = f"read the source again, correct the entry, then write {accessions[id_].source.sha256}"
            problems.append(Problem("source-changed", pin.source.location, message, hint))
        elif id_ not in quoted and quoted.issubset(accessions):
            message = f"The entry records {id_} but quotes nothing of it."
            problems.append(Problem("unused-source", pin.source.location, message, "quote it, or take the line out"))
