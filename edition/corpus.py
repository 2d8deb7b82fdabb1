"""The corpus: all entries, every quotation with its passage, the ways back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from edition.changes import Change
from edition.config import Config
from edition.evidence import Passage, Quotation
from edition.gazetteer import Gazetteer
from edition.kinds.entry import Claim, Entry
from edition.kinds.sources import SourceEntry
from edition.sources import Source
from edition.transcription import Transcription
from edition.ways import Derived

E = TypeVar("E", bound=Entry)


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
    the order of the text, `quoted` to where these passages begin and end. `changes` tells readers what became of the
    record, the latest first. `others` are the ids of entries that another process has read, and this one only if it is
    asked for more than what they are called; an entry that is `let_go` becomes like them.
    """

    config: Config
    gazetteer: Gazetteer
    entries: Mapping[str, Entry]
    accessions: Mapping[str, Accession]
    passages: Mapping[Quotation, Passage]
    mentions: Mapping[str, tuple[Mention, ...]]
    supports: Mapping[str, tuple[Support, ...]]
    quoted: Mapping[str, Sequence[tuple[int, int]]]
    changes: tuple[Change, ...]
    others: frozenset[str] = frozenset()
    let_go: Callable[[Entry], None] | None = None

    @property
    def own(self) -> Iterator[Entry]:
        """The entries that this process answers for: all but the `others`, which another one has read."""
        return (entry for id_, entry in self.entries.items() if id_ not in self.others)

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


def without_drafts(corpus: Corpus) -> Corpus:
    """The corpus as the public sees it: accepted entries alone."""
    entries = {id_: entry for id_, entry in corpus.entries.items() if not entry.is_draft}
    if len(entries) == len(corpus.entries):
        return corpus
    accessions = {id_: a for id_, a in corpus.accessions.items() if id_ in entries}
    mentions = Derived(corpus.mentions, lambda id_: tuple(m for m in corpus.mentions[id_] if m.entry.id in entries))
    supports = Derived(corpus.supports, lambda id_: tuple(s for s in corpus.supports[id_] if s.entry.id in entries))
    quoted = Derived(supports, lambda id_: [(s.passage.start, s.passage.end) for s in supports[id_]])
    return replace(corpus, entries=entries, accessions=accessions, mentions=mentions, supports=supports, quoted=quoted)
