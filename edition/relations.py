"""What follows from the entries without anybody writing it down: sides, provinces, partners, pairs."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from edition.corpus import Corpus
from edition.gazetteer import Place as GazetteerPlace
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry, Party, Statement
from edition.kinds.events import Event
from edition.kinds.fields import Field
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.watching import remembered, wordless


class Pair(Struct, frozen=True):
    """A Vietnamese and a Lao province with something in common."""

    vietnamese: Province
    lao: Province

    @property
    def id(self) -> str:
        """The pair's address."""
        return f"{self.vietnamese.id}--{self.lao.id}"

    @property
    def ids(self) -> tuple[str, str]:
        """The two provinces' ids."""
        return self.vietnamese.id, self.lao.id


class Told(Struct, frozen=True):
    """A statement, the claim that carries it, and the entry it stands in."""

    entry: Entry
    claim: Claim[Statement]

    @property
    def statement(self) -> Statement:
        """What is said."""
        return self.claim.value


class Relations:
    """Relations derived from one corpus, each once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def gazetteer_place(self, entry: Entry) -> GazetteerPlace | None:
        """What the gazetteer knows of a province or place."""
        if isinstance(entry, Province | Place) and entry.gazetteer:
            return self.corpus.gazetteer.get(entry.gazetteer)
        return None

    def side(self, entry: Entry) -> str:
        """The side an entry belongs to, "VN" or "LA", or "" for those that belong to both or none."""
        if isinstance(entry, Person | Organisation | SourceEntry):
            return entry.side
        place = self.gazetteer_place(entry)
        if place is None and isinstance(entry, Place) and entry.province:
            return self.side(self.corpus.entries[entry.province.id])
        return place.country if place else ""

    def party_side(self, party: Party) -> str:
        """The side of a party: its own word for it, or its entry's."""
        return party.side or (self.side(self.corpus.entries[party.ref.id]) if party.ref else "")

    @remembered
    def _provinces(self) -> dict[str, tuple[Province, ...]]:
        return {id_: self._find_provinces(entry) for id_, entry in self.corpus.entries.items()}

    def _find_provinces(self, entry: Entry) -> tuple[Province, ...]:
        if isinstance(entry, Province):
            return (entry,)
        if isinstance(entry, Organisation | Place):
            above = entry.province or (entry.part_of if isinstance(entry, Organisation) else None)
            return self._find_provinces(self.corpus.entries[above.id]) if above else ()
        if isinstance(entry, Person):
            offices = (self.corpus.entries[ref.id] for office in entry.offices for ref in office.value.of)
            return _once(p for office in offices for p in self._find_provinces(office))
        if isinstance(entry, Agreement | Cooperation):
            return _once(p for claim in entry.parties for p in self._of_party(claim.value))
        if isinstance(entry, Event):
            parties = (p for claim in entry.participants for p in self._of_party(claim.value))
            acts = (a.value.agreement for a in entry.agreements)
            documents = (p for ref in acts if ref for p in self._find_provinces(self.corpus.entries[ref.id]))
            return _once(itertools.chain(parties, documents))
        return ()

    def _of_party(self, party: Party) -> tuple[Province, ...]:
        return self._find_provinces(self.corpus.entries[party.ref.id]) if party.ref else ()

    def provinces(self, entry: Entry) -> tuple[Province, ...]:
        """The provinces an entry has to do with: an organisation's own, a person's by office, a document's by party."""
        return self._provinces[entry.id]

    def of_province(self, province: Province, kind: type[Any]) -> tuple[Any, ...]:
        """The entries of a kind that have to do with a province, by id."""
        return tuple(entry for entry in self._by_province.get(province.id, ()) if isinstance(entry, kind))

    @remembered
    def _by_province(self) -> dict[str, list[Entry]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for id_, provinces in sorted(self._provinces.items()):
            for province in provinces:
                found[province.id].append(self.corpus.entries[id_])
        return found

    @remembered
    def pairs(self) -> tuple[Pair, ...]:
        """Every Vietnamese and Lao province that share an agreement, a cooperation or an event."""
        found = {}
        for entry in (*self.corpus.of(Agreement), *self.corpus.of(Cooperation), *self.corpus.of(Event)):
            provinces = self.provinces(entry)
            vietnamese = [p for p in provinces if self.side(p) == "VN"]
            lao = [p for p in provinces if self.side(p) == "LA"]
            for a, b in itertools.product(vietnamese, lao):
                pair = Pair(a, b)
                found[pair.id] = pair
        return tuple(pair for _, pair in sorted(found.items()))

    def of_pair(self, pair: Pair, kind: type[Any]) -> tuple[Any, ...]:
        """The entries of a kind that have to do with both provinces of a pair."""
        return tuple(e for e in self.of_province(pair.vietnamese, kind) if pair.lao in self._provinces[e.id])

    @remembered
    def statements(self) -> tuple[Told, ...]:
        """Every statement of the edition, by entry."""
        return tuple(Told(e, c) for _, e in sorted(self.corpus.entries.items()) for c in e.statements)

    def told_with(self, entry: Entry) -> tuple[Told, ...]:
        """The statements that name an entry, and those of its own page, by the entries they stand in."""
        found = {(entry.id, claim.id): Told(entry, claim) for claim in entry.statements}
        for mention in self.corpus.mentions.get(entry.id, ()):
            claim = mention.claim
            if claim and isinstance(claim.value, Statement):
                found.setdefault((mention.entry.id, claim.id), Told(mention.entry, claim))
        return tuple(sorted(found.values(), key=lambda told: told.entry.id))

    def told_of(self, provinces: Iterable[Province]) -> tuple[Told, ...]:
        """The statements that have to do with all of `provinces`, by the entries they stand in."""
        first, *others = [self._places_by_province.get(province.id, {}) for province in provinces]
        return self._told(place for place in first if all(place in other for other in others))

    def told_in(self, field: Field) -> tuple[Told, ...]:
        """The statements in a field of cooperation, by the entries they stand in."""
        return self._told(self._places_by_field.get(field.id, ()))

    def _told(self, places: Iterable[tuple[str, int]]) -> tuple[Told, ...]:
        return tuple(Told(e, e.statements[at]) for id_, at in places for e in (self.corpus.entries[id_],))

    # Which statement has to do with what is no matter of words: to know it is not to read what a statement says.

    @wordless
    def _places_by_province(self) -> dict[str, dict[tuple[str, int], None]]:
        return self._places(lambda told: (province.id for province in self.concerned(told)))

    @wordless
    def _places_by_field(self) -> dict[str, dict[tuple[str, int], None]]:
        return self._places(lambda told: (ref.id for ref in told.statement.fields))

    def _places(self, ids: Callable[[Told], Iterable[str]]) -> dict[str, dict[tuple[str, int], None]]:
        """Where statements stand, by the entries that they have to do with: the entry they stand in, their number."""
        found: defaultdict[str, dict[tuple[str, int], None]] = defaultdict(dict)
        for id_, entry in sorted(self.corpus.entries.items()):
            for at, claim in enumerate(entry.statements):
                for other in ids(Told(entry, claim)):
                    found[other][id_, at] = None
        return found

    def concerned(self, told: Told) -> tuple[Province, ...]:
        """The provinces a statement has to do with, and the one in which the event was held at which it fell."""
        return _once((*self.concerns(told), *self._held_in(told.entry)))

    def _held_in(self, entry: Entry) -> tuple[Province, ...]:
        place = entry.place.value if isinstance(entry, Event) and entry.place else None
        return self.provinces(self.corpus.entries[place.id]) if place else ()

    def events_of(self, provinces: Iterable[Province]) -> tuple[Event, ...]:
        """The events in which all of `provinces` took part, or in one of which they were held."""
        first, *others = [self._events_by_province.get(province.id, {}) for province in provinces]
        return tuple(event for id_, event in first.items() if all(id_ in other for other in others))

    @remembered
    def _events_by_province(self) -> dict[str, dict[str, Event]]:
        found: defaultdict[str, dict[str, Event]] = defaultdict(dict)
        for event in self.corpus.of(Event):
            for province in (*self.provinces(event), *self._held_in(event)):
                found[province.id][event.id] = event
        return found

    def concerns(self, told: Told) -> tuple[Province, ...]:
        """The provinces a statement has to do with: those who act, are asked or benefit, and its entry's own."""
        statement = told.statement
        acting = (p for party in (*statement.by, *statement.to, *statement.for_) for p in self._of_party(party))
        return _once(itertools.chain(self.provinces(told.entry), acting))

    def independent_sources(self, entries: Iterable[Entry]) -> tuple[SourceEntry, ...]:
        """The sources that entries quote; copies of one agency text count once (rule 10)."""
        return self.originals(q.source for entry in entries for q in entry.quotations)

    def originals(self, ids: Iterable[str]) -> tuple[SourceEntry, ...]:
        """The sources of these ids, each once; a copy stands for what it copies."""
        originals = {self._original(id_) for id_ in ids if id_ in self.corpus.accessions}
        return tuple(self.corpus.accessions[id_].entry for id_ in sorted(originals))

    def _original(self, id_: str) -> str:
        seen = {id_}
        while (copy := self.corpus.accessions[id_].entry.copy_of) and copy.id in self.corpus.accessions:
            if copy.id in seen:
                break
            id_ = copy.id
            seen.add(id_)
        return id_


def _once(found: Iterable[Province] | Iterator[Province]) -> tuple[Province, ...]:
    return tuple({p.id: p for p in found}.values())
