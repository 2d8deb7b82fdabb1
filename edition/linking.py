"""Linking: all references resolved, every quotation found, the ways back derived."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from msgspec.structs import astuple, replace

from edition.changes import Change
from edition.config import Config
from edition.corpus import Accession, Corpus, Mention, Support
from edition.evidence import Finder, Passage, Quotation
from edition.gazetteer import Gazetteer
from edition.kinds.entry import Entry, Ref
from edition.kinds.sources import SourceEntry
from edition.material import Outline
from edition.problems import Location, Problem, did_you_mean
from edition.sharing import Alone, Team
from edition.shelf import is_large, keep_outline
from edition.sources import Source
from edition.transcription import Block, Transcription, cut
from edition.watching import VERSION, unread, unseen
from edition.ways import Derived, Ways

WRITE_IT = "write the entry first, or correct the id"


def link(
    config: Config,
    gazetteer: Gazetteer,
    entries: Collection[Entry | Outline],
    seeds: Mapping[str, Source],
    problems: list[Problem],
    changes: Iterable[Change] = (),
    team: Team | None = None,
    read_again: Callable[[str, int], Entry] | None = None,
) -> Corpus:
    """Resolve all references and quotations of `entries`; whatever does not hold is added to `problems`.

    `seeds` maps the names of the files in `seeds/` to their sources. Of two processes, each does this for the entries
    that it has read; those of the other, and those that are let go, are to be `read_again` when they are asked for, by
    their file and version.
    """
    team = team or Team()
    outlines = {entry.known["id"]: entry for entry in entries if isinstance(entry, Outline)}
    by_id: dict[str, Entry] = {}
    archive = Archive(by_id)

    def read(id_: str) -> Mapping[str, Any]:
        if read_again is None:
            raise KeyError(id_)
        known = vars(by_id[id_])
        entry = read_again(known["location"].path, known[VERSION])
        with unseen():
            archive.find(entry, [])
        return vars(entry)

    def let_go(entry: Entry) -> None:
        archive.forget(entry)
        keep_outline(entry, read)

    every = [unread(e.its_class, e.known, (read,)) if isinstance(e, Outline) else e for e in entries]
    if outlines and _is_any_id_taken_twice(every):
        raise Alone  # who it belongs to is for one process to say, which has read both
    by_id |= _by_id(every, problems)
    own = [(number, entry) for number, entry in enumerate(by_id.values()) if entry.id not in outlines]
    archive.accede((entry for _, entry in own), seeds, problems, team)
    ways = Ways(tuple(by_id))
    for number, entry in own:
        _link(number, entry, archive, ways, problems)
    archive.rest()
    for theirs in team.told(ways.plain()):
        ways.take(theirs)
    changes = tuple(resolved(change, by_id, problems) for change in changes)

    def mentions(id_: str) -> tuple[Mention, ...]:
        return tuple(Mention(by_id[other], at) for other, at in ways.to(id_))

    def supports(source: str) -> tuple[Support, ...]:
        return tuple(Support(passage, by_id[id_], at) for passage, (id_, at) in ways.from_passages(source))

    return Corpus(
        config=config,
        gazetteer=gazetteer,
        entries=by_id,
        accessions=archive.accessions,
        passages=archive.passages,
        mentions=Derived(ways.mentions, mentions),
        supports=Derived(ways.supports, supports),
        quoted=Derived(ways.supports, ways.spans),
        changes=changes,
        others=frozenset(outlines),
        let_go=let_go if read_again and is_large(len(by_id)) else None,
    )


def _link(number: int, entry: Entry, archive: Archive, ways: Ways, problems: list[Problem]) -> None:
    """Resolve what an entry refers to, find what it quotes, and take down the ways back to it, under its number."""
    for at, (ref, _) in enumerate(entry.refs()):
        if _resolves(ref, entry, archive.by_id, problems):
            ways.mention(ref.id, number, at)
    _check_pins(entry, archive.accessions, problems)
    archive.find(entry, problems)
    for at, claim in enumerate(entry.claims()):
        for quotation in claim.evidence:
            if quotation in archive.passages:
                ways.support(archive.passages[quotation], number, at)


class Archive:
    """The sources among some entries, and the passages in them that have been found."""

    def __init__(self, by_id: Mapping[str, Entry]) -> None:
        self.by_id = by_id
        self.accessions: dict[str, Accession] = {}
        self.passages: dict[Quotation, Passage] = {}
        self._finders: dict[str, Finder] = {}

    def accede(
        self, entries: Iterable[Entry], seeds: Mapping[str, Source], problems: list[Problem], team: Team
    ) -> None:
        """Take in the sources among `entries`, and those of another process, which tells how it has cut them."""
        found = {e.id: a for e in entries if isinstance(e, SourceEntry) if (a := _accede(e, seeds, problems))}
        for theirs in team.told({id_: [*map(astuple, a.transcription.blocks)] for id_, a in found.items()}):
            for id_, blocks in theirs.items():
                entry = self.by_id[id_]
                if isinstance(entry, SourceEntry):
                    source = seeds[entry.seed]
                    transcription = Transcription(source.text, tuple(Block(*block) for block in blocks))
                    found[id_] = Accession(entry, source, transcription)
        self.accessions.update((id_, found[id_]) for id_ in self.by_id if id_ in found)

    def find(self, entry: Entry, problems: list[Problem]) -> None:
        """Find all that an entry quotes."""
        for quotation in quotations(entry):
            if quotation in self.passages:
                continue
            if not isinstance(self.by_id.get(quotation.source), SourceEntry):
                message = f"There is no source {quotation.source!r}."
                where = quotation.source_location or quotation.location
                hint = did_you_mean(quotation.source, self.accessions, WRITE_IT)
                problems.append(Problem("dangling-reference", where, message, hint))
            elif finder := self._finder(quotation.source):
                result = finder.find(quotation)
                if isinstance(result, Problem):
                    problems.append(result)
                else:
                    self.passages[quotation] = result

    def forget(self, entry: Entry) -> None:
        """Let go of the passages of an entry, which can be found again."""
        for quotation in quotations(entry):
            self.passages.pop(quotation, None)

    def rest(self) -> None:
        """Let go of what is needed only while much is looked for."""
        self._finders.clear()

    def _finder(self, source: str) -> Finder | None:
        """What finds quotations in a source; None where that has no words to be quoted."""
        if source not in self._finders:
            accession = self.accessions.get(source)
            if accession is None or not accession.transcription.kept():
                return None
            self._finders[source] = Finder(source, accession.transcription)
        return self._finders[source]


def quotations(entry: Entry) -> tuple[Quotation, ...]:
    """Everything an entry quotes, a source what it sets aside, too."""
    own = tuple(uncited.quotation for uncited in entry.uncited) if isinstance(entry, SourceEntry) else ()
    return (*entry.quotations, *own)


def _is_any_id_taken_twice(entries: Iterable[Entry]) -> bool:
    ids = [id_ for entry in entries for id_ in (entry.id, *entry.former_ids)]
    return len(set(ids)) < len(ids)


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
