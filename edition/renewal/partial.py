"""A corpus of which only what is asked for is read: what an edit of words leaves as it is comes from the ledger."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from edition.changes import Change, read_changes
from edition.config import Config, Workspace
from edition.corpus import Accession, Corpus, Mention, Support
from edition.evidence import Passage
from edition.gazetteer import Gazetteer
from edition.gazetteer import read as read_gazetteer
from edition.kinds.entry import Entry
from edition.kinds.sources import SourceEntry
from edition.linking import link, quotations, resolved
from edition.material import CLASSES, read_again
from edition.problems import Invalid, Problem
from edition.renewal.ledger import Ledger
from edition.sources import Source, accession
from edition.transcription import Transcription, cut
from edition.watching import More, unread, unseen

T = TypeVar("T")
E = TypeVar("E", bound=Entry)


class Lazy(Mapping[str, T], Generic[T]):
    """Values that are made when they are asked for, and kept."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], T]) -> None:
        self._keys, self._make = dict.fromkeys(keys), make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class PartialAccession(Accession):
    """A source whose seed is read when it is asked for."""

    def __init__(self, entry: SourceEntry, read: Callable[[], Source]) -> None:
        object.__setattr__(self, "entry", entry)
        self.__dict__["_read"] = read

    @cached_property
    def source(self) -> Source:
        """The seed."""
        found: Source = self.__dict__["_read"]()
        return found

    @cached_property
    def transcription(self) -> Transcription:
        """The seed's text in blocks."""
        return cut(self.source.text, self.entry.beginnings, [])


class PartialCorpus(Corpus):
    """The corpus of the last build with the words that entries have now."""

    def __init__(self, workspace: Workspace, config: Config, ledger: Ledger) -> None:
        own = self.__dict__
        own["workspace"], own["ledger"], own["config"], own["passages"] = workspace, ledger, config, {}
        own["ids"] = ids = {CLASSES[name]: found for (name, _), found in ledger.ids.items()}
        own["kinds"] = kinds = {}
        for (name, kind), found in ledger.ids.items():
            kinds.update(dict.fromkeys(found, (CLASSES[name], kind)))
        own["entries"] = Lazy(kinds, self._entry)
        own["accessions"] = Lazy(ids.get(SourceEntry, ()), self._accession)
        own["mentions"] = Lazy(ledger.mentions, self._mentions)

    def _find(self, kind: type[E]) -> tuple[Any, ...]:
        found = (ids for its_kind, ids in self.__dict__["ids"].items() if issubclass(its_kind, kind))
        return tuple(self.entries[id_] for id_ in sorted(itertools.chain(*found)))  # and no others are made

    def words(self, passage: Passage) -> str:
        """The seed's own characters of a passage."""
        return self.accessions[passage.source].source.text[passage.start : passage.end]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer."""
        problems: list[Problem] = []
        found = read_gazetteer(self.workspace.content / "gazetteer.yaml", problems)
        if found is None or problems:
            raise Invalid(problems)
        return found

    @cached_property
    def supports(self) -> Mapping[str, tuple[Support, ...]]:
        """What each source's passages support."""
        return self._linked.supports

    @cached_property
    def quoted(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Where each source's passages begin and end."""
        return self._linked.quoted

    @cached_property
    def _linked(self) -> Corpus:
        """All entries, read and linked: the ways back from sources are kept nowhere."""
        with unseen():
            seeds = {a.source.seed: a.source for a in self.accessions.values()}
            return link(self.config, self.gazetteer, self.entries.values(), seeds, [])

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed in the record, for readers."""
        with unseen():
            found = read_changes(self.workspace.content / "changes.yaml", [])
            return tuple(resolved(change, self.entries, []) for change in found)

    @property
    def workspace(self) -> Workspace:
        """Where the files are."""
        found: Workspace = self.__dict__["workspace"]
        return found

    def _entry(self, id_: str) -> Entry:
        its_class: type[Entry]
        its_class, kind = self.__dict__["kinds"][id_]
        return unread(its_class, {"id": id_, "kind": kind}, self._loads)

    @cached_property
    def _loads(self) -> tuple[More, ...]:
        return self._short, self._rest

    def _short(self, id_: str) -> Mapping[str, Any]:
        """What the ledger has of an entry."""
        ledger: Ledger = self.__dict__["ledger"]
        return ledger.entries[id_][0]

    def _rest(self, id_: str) -> Mapping[str, Any]:
        """What it doesn't have: the entry is read."""
        ledger: Ledger = self.__dict__["ledger"]
        entry = read_again(self.workspace, f"content/{self.__dict__['kinds'][id_][1]}/{id_}.md")
        with unseen():
            for quotation, place in zip(quotations(entry), ledger.entries[id_][1], strict=True):
                self.__dict__["passages"][quotation] = Passage(*place)
        return vars(entry)

    def _mentions(self, id_: str) -> tuple[Mention, ...]:
        return tuple(Mention(self.entries[other], at) for other, at in self.__dict__["ledger"].mentions[id_])

    def _accession(self, id_: str) -> Accession:
        entry = self.entries[id_]
        if not isinstance(entry, SourceEntry):
            raise KeyError(id_)
        return PartialAccession(entry, lambda: self._seed(entry.seed))

    def _seed(self, name: str) -> Source:
        problems: list[Problem] = []
        found = accession(self.workspace.seeds / name, f"seeds/{name}", problems)
        if found is None:
            raise Invalid(problems)
        return found
