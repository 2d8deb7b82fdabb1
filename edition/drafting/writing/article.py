"""Writing one article: its source, then what it tells, each entry with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator

from edition.drafting.matching import Known
from edition.drafting.reading import OrganisationRead, PartyRead, Reading, Value, Words
from edition.drafting.writing import entries
from edition.drafting.writing.agreements import agreements
from edition.drafting.writing.draft import Draft
from edition.drafting.writing.events import event
from edition.drafting.writing.quoting import Quoter, beginnings, transcribed
from edition.drafting.writing.source import write_source
from edition.evidence import Finder
from edition.text import fold, slug

LONGEST_ID = 60
PLURALS = frozenset(
    (
        "agreements",
        "cooperations",
        "events",
        "people",
        "organisations",
        "provinces",
        "places",
        "fields",
        "sources",
        "index",
    )
)


class ArticleWriter:
    """Writes the drafts of one reading; `known` are the entries there are, `taken` the ids that are in use."""

    def __init__(self, reading: Reading, known: Known, taken: set[str]) -> None:
        self.reading, self.known, self.taken = reading, known, taken
        self.begins = beginnings(reading.source.text, reading.blocks)
        self.transcription = transcribed(reading.source.text, self.begins)
        stem = reading.source.seed.rsplit(".", 1)[0]
        self.source_id = self.free(
            slug(reading.title.value if reading.title else "") or slug(f"article {stem}") or "article"
        )
        self.sentences = self.transcription.sentences()
        self.finder = Finder(self.source_id, self.transcription)
        self.parties: dict[str, str] = {}
        self.event_id = ""

    def free(self, wanted: str) -> str:
        """An id that nothing has, short enough, and taken from now on."""
        base = wanted if len(wanted) <= LONGEST_ID else wanted[: LONGEST_ID + 1].rsplit("-", 1)[0][:LONGEST_ID]
        base = base.strip("-") or "entry"
        if base in PLURALS:
            base += "-1"
        number, id_ = 1, base
        while id_ in self.taken:
            number += 1
            id_ = f"{base}-{number}"
        self.taken.add(id_)
        return id_

    def quoter(self) -> Quoter:
        """For the quotations of one entry."""
        return Quoter(self.source_id, self.transcription, self.finder)

    def drafts(self) -> Iterator[Draft]:
        """The source first, then what it tells; nothing but the source where the article is out of scope."""
        if not self.transcription.kept():
            return
        yield write_source(self)
        if self.reading.scope == "out":
            return
        yield from self._places()
        yield from self._towns()
        yield from self._organisations()
        people = list(entries.people(self))
        yield from agreements(self)
        if self.reading.lead and not any(like.sure for like in self.reading.likeness):
            yield from event(self)
        yield from (person.written(self) for person in people)

    def _places(self) -> Iterator[Draft]:
        for province in self.reading.provinces:
            entry = self.known.province(province.id) or (
                self.known.place(province.names[0][0]) if not province.in_gazetteer else ""
            )
            if entry:
                self.parties[province.id] = entry
                continue
            draft = entries.province(self, province)
            if draft:
                self.parties[province.id] = draft.id
                yield draft

    def _towns(self) -> Iterator[Draft]:
        """The towns where something took place; a province that is named as the place is no town."""
        told = [(self.reading.place, self.reading.place_id)]
        told += [(one.place, one.place_id) for one in self.reading.agreements if not one.entry]
        for value, province in told:
            if value is None:
                continue
            key = self.place_key(value)
            if key in self.parties:
                continue
            known = self.known.place(self.reading.quote(value.words))
            if known or self._is_province(value, province):
                self.parties[key] = known or self.parties[province]
                continue
            draft = entries.town(self, value, province)
            if draft:
                self.parties[key] = draft.id
                yield draft

    def place_key(self, value: Value) -> str:
        """How claims refer to a place."""
        return f"place:{fold(self.reading.quote(value.words))}"

    def _is_province(self, value: Value, province: str) -> bool:
        names = {fold(name) for one in self.reading.provinces if one.id == province for name, _ in one.names}
        return province in self.parties and fold(self.reading.quote(value.words)) in names

    def _organisations(self) -> Iterator[Draft]:
        for one in self.reading.organisations:
            if one.entry:
                self.parties[self.key(one)] = one.entry
                continue
            draft = entries.organisation(self, one)
            if draft:
                self.parties[self.key(one)] = draft.id
                yield draft

    @staticmethod
    def key(one: OrganisationRead) -> str:
        """How parties refer to an organisation."""
        return f"{one.key}|{one.province}|{one.side}"

    def party(self, party: PartyRead) -> str:
        """The id of the entry that a party is; "" if there is none."""
        return self.parties.get(party.organisation or party.province, "")

    def sentence(self, words: Words) -> Words:
        """The sentence in which some words stand, or the words themselves."""
        for _, start, end in self.sentences:
            if start <= words.start and words.end <= end:
                return Words(start, end)
        return words

    def pins(self) -> Iterator[str]:
        """The entry's `sources`."""
        yield "sources:"
        yield f"  {self.source_id}: {self.reading.source.sha256}"
