"""Writing one article: its source, then what it tells, each entry with the words that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.drafting.matching import Known
from edition.drafting.reading import OrganisationRead, PartyRead, Reading, Value, Words
from edition.drafting.writing import cooperations, entries
from edition.drafting.writing.agreements import agreements
from edition.drafting.writing.allotting import allot
from edition.drafting.writing.draft import Draft
from edition.drafting.writing.events import events
from edition.drafting.writing.headings import source_id
from edition.drafting.writing.quoting import Quoter, beginnings, transcribed
from edition.drafting.writing.source import write_source
from edition.evidence import Finder
from edition.text import fold, normalise, sentences

_PROVINCE = re.compile(r"^tỉnh\s+|\s+[Pp]rovince$")
LONGEST_ID = 60
MOST_STATEMENTS = 60
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
        self.source_id = self.free(source_id(self) or "article")
        self.sentences = [
            (block.start + start, block.start + end)
            for block in self.transcription.kept()
            for start, end in sentences(self.transcription.words(block))
        ]
        self.quoters: list[Quoter] = []
        self.finder = Finder(self.source_id, self.transcription)
        self.parties: dict[str, str] = {}
        self.shares = allot(reading, MOST_STATEMENTS)
        self.events: dict[int, str] = {}
        self.attended: dict[str, int] = {}
        self.cooperation = ""

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
        self.quoters.append(Quoter(self.source_id, self.transcription, self.finder))
        return self.quoters[-1]

    def drafts(self) -> Iterator[Draft]:
        """The source first, then what it tells; nothing but the source where the article is out of scope."""
        if not self.transcription.kept():
            return
        told = list(self._told()) if self.reading.scope == "in" else []
        yield write_source(self)
        yield from told

    def unquoted(self) -> list[str]:
        """The sentences of the body that no draft quotes so far."""
        spans = [span for quoter in self.quoters for span in quoter.used]
        return [
            self.transcription.text[start:end]
            for _, start, end in self.transcription.sentences()
            if all(b <= start or end <= a for a, b in spans)
        ]

    def _told(self) -> Iterator[Draft]:
        yield from self._places()
        yield from self._towns()
        yield from self._organisations()
        people = list(entries.people(self))
        yield from agreements(self)
        if not any(like.sure for like in self.reading.likeness):
            yield from self._cooperation()
            yield from events(self)
        yield from (person.written(self) for person in people)

    def _cooperation(self) -> Iterator[Draft]:
        """The standing cooperation; where none is drafted, what is told of it stays with the event."""
        drafted = list(cooperations.cooperation(self))
        if not drafted:
            self.cooperation = cooperations.known(self, set(cooperations.provinces(self)))
            self.shares = self.shares.without_cooperation()
        yield from drafted

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
        words = normalise(self.reading.quote(value.words))
        return province in self.parties and bool({fold(words), fold(_PROVINCE.sub("", words))} & names)

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
        for start, end in self.sentences:
            if start <= words.start and words.end <= end:
                return Words(start, end)
        return words

    def pins(self) -> Iterator[str]:
        """The entry's `sources`."""
        yield "sources:"
        yield f"  {self.source_id}: {self.reading.source.sha256}"
