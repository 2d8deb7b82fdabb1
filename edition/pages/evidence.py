"""The evidence report: what the whole record rests on, and where it is weak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct

from edition import urls
from edition.coverage import Coverage, coverage
from edition.dates import CalendarDate, Edtf, Form
from edition.kinds import KINDS
from edition.kinds.agreements import Agreement
from edition.kinds.entry import Claim, Entry, Statement
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.languages.language import message
from edition.presenting import long_lists
from edition.presenting.edition import Edition
from edition.presenting.long_lists import Part
from edition.presenting.presenter import Presenter
from edition.presenting.views import Fact, Link, Page, Plan, Quoted, Said, View
from edition.presenting.wording import Wording, shortened

LONGEST_CLAIM = 160
MOST = 300
"""So many entries are told of on one page."""
KIND_WORDS_MANY = {kind.folder: kind.many for kind in KINDS}


class SourceLine(Struct, frozen=True):
    """A source in the table of coverage; the last line has the totals and no source."""

    source: Link | None
    sentences: int
    supporting: int
    set_aside: int
    open: int
    percentage: str
    quoted: str
    claims: int


class KindLine(Struct, frozen=True):
    """A kind of entry in the table of claims; `index` is None for the totals."""

    index: Link | None
    entries: int
    claims: int
    inferred: int


class Inference(Struct, frozen=True):
    """A value that was concluded: what it is, what it says, the source's words if any, how it was concluded."""

    entry: Link
    claim: Link
    label: str
    as_written: Quoted | None
    reason: Said | None


class OpenDate(Struct, frozen=True):
    """A date that is left open, as far as it is known, and in what way."""

    entry: Link
    label: str
    known: Link | None
    why: str


class Variants(Struct, frozen=True):
    """A name and the other spellings that sources use, each with its language."""

    entry: Link
    spellings: tuple[tuple[str, str], ...]


class Attested(Struct, frozen=True):
    """Entries of a kind that are attested in the same way."""

    kind: str
    entries: tuple[Link, ...]


class Silence(Struct, frozen=True):
    """A sentence that supports no claim: its source, where it stands, how long it is, why."""

    source: Link
    characters: int
    reason: Said | None


class About(Struct, frozen=True):
    """An entry with sentences about it."""

    entry: Link
    kind: str
    sentences: tuple[Said, ...]


class EvidenceView(View, frozen=True, kw_only=True):
    """The report, or a part of it: the totals, and then what there is to say of so many entries.

    `sides` pairs a way of being attested with the entries that are. One that `is_whole` has no other parts.
    """

    is_whole: bool
    totals: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    least_coverage: int
    silences: tuple[Silence, ...]
    kinds: tuple[KindLine, ...]
    inferred: tuple[Inference, ...]
    dates: tuple[OpenDate, ...]
    variants: tuple[Variants, ...]
    sides: tuple[tuple[str, tuple[Attested, ...]], ...]
    editorial: tuple[About, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The report, so many entries on a page."""
    for part in long_lists.parts(urls.EVIDENCE, len(edition.corpus.entries), MOST):
        yield Plan(part.path, partial(_page, edition, part))


def _page(edition: Edition, part: Part) -> Page:
    return Page(part.path, "evidence.html", _Report(edition, part).view())


class _Report:
    """Gathers what stands on a part of the report: all `entries` count, those `here` are told of."""

    def __init__(self, edition: Edition, part: Part) -> None:
        self.corpus, self.relations, self.part = edition.corpus, edition.relations, part
        self.presenter = Presenter(edition, part.path)
        self.wording = Wording(edition)
        self.say, self.number = self.presenter.say, self.presenter.language.number
        order = [kind.folder for kind in KINDS]
        self.entries = sorted(edition.corpus.entries.values(), key=lambda e: (order.index(e.kind), e.id))
        self.here = part.of(self.entries)
        measured = self.entries if part.is_first else self.here
        self.coverage = {
            entry.id: coverage(self.corpus, self.corpus.accessions[entry.id])
            for entry in measured
            if isinstance(entry, SourceEntry)
        }

    def view(self) -> EvidenceView:
        return EvidenceView(
            **long_lists.head(self.presenter, self.say("Evidence report"), self.part),
            description=self.say(
                "What the record rests on: claims and sources counted, what was inferred, what is not known."
            ),
            is_whole=len(self.here) == len(self.entries),
            totals=tuple(self.totals()) if self.part.is_first else (),
            sources=tuple(self.source_lines()),
            least_coverage=self.corpus.config.least_coverage,
            silences=tuple(self.silences()),
            kinds=tuple(self.kind_lines()) if self.part.is_first else (),
            inferred=tuple(self.inferred()),
            dates=tuple(self.open_dates()),
            variants=tuple(self.variants()),
            sides=tuple(self.by_side()),
            editorial=tuple(
                About(
                    self.link(e),
                    self.wording.kind(e),
                    (self.presenter.translated(e, "editorial_note", e.editorial_note),),
                )
                for e in self.here
                if e.editorial_note
            ),
        )

    def link(self, entry: Entry, claim: Claim[Any] | None = None) -> Link:
        """A link to an entry, or to one of its claims by what it says."""
        if claim:
            return self.presenter.link(entry, shortened(self.wording.value(entry, claim), LONGEST_CLAIM), claim.id)
        return self.presenter.link(entry)

    def totals(self) -> Iterator[Fact]:
        claims = [claim for entry in self.entries for claim in entry.claims()]
        passages = {s.passage for found in self.corpus.supports.values() for s in found}
        independent = self.relations.independent_sources(self.entries)
        say, number = self.say, self.number
        yield Fact("total-entries", say("Entries"), (number(len(self.entries)),))
        remark = say("Each with at least one quotation.")
        yield Fact("total-claims", say("Claims"), (number(len(claims)),), remark=remark)
        remark = say("Each found in its source, character for character, when this edition was built.")
        yield Fact("total-passages", say("Passages quoted"), (number(len(passages)),), remark=remark)
        remark = say("Copies of one text count as one.")
        yield Fact("total-sources", say("Independent sources"), (number(len(independent)),), remark=remark)
        for side in ("VN", "LA"):
            count = sum(1 for source in independent if source.side == side)
            label = say("From {country}", country=self.presenter.words("country", side))
            yield Fact(f"total-sources-{side.lower()}", label, (number(count),))

    # Sources

    def source_lines(self) -> Iterator[SourceLine]:
        for entry, found in self.covered():
            yield self.source_line(self.link(entry), (found,), found.claims)
        if self.part.is_first:
            others = (entry for entry in self.entries if not isinstance(entry, SourceEntry))
            yield self.source_line(None, self.coverage.values(), sum(len(entry.claims()) for entry in others))

    def covered(self) -> Iterator[tuple[SourceEntry, Coverage]]:
        for entry in self.here:
            if isinstance(entry, SourceEntry):
                yield entry, self.coverage[entry.id]

    def source_line(self, link: Link | None, found: Iterable[Coverage], claims: int) -> SourceLine:
        all_ = tuple(found)
        sentences, open_ = sum(len(c.sentences) for c in all_), sum(len(c.open) for c in all_)
        body, quoted = sum(c.body_characters for c in all_), sum(c.quoted_characters for c in all_)

        def share(part: int, whole: int) -> str:
            return self.presenter.language.share(100 * part / whole if whole else 100)

        return SourceLine(
            link,
            sentences,
            sum(c.supporting for c in all_),
            sum(c.set_aside for c in all_),
            open_,
            share(sentences - open_, sentences),
            share(quoted, body),
            claims,
        )

    def silences(self) -> Iterator[Silence]:
        for entry, found in self.covered():
            for sentence in found.sentences:
                if not sentence.supports:
                    link = self.presenter.link(entry, anchor=sentence.block.anchor)
                    reason = self.presenter.phrase("set aside", sentence.reason) if sentence.reason else None
                    yield Silence(link, sentence.end - sentence.start, reason)

    # Claims

    def kind_lines(self) -> Iterator[KindLine]:
        for kind in KINDS:
            entries = [entry for entry in self.entries if entry.kind == kind.folder]
            if entries:
                name = _capital(self.presenter.say_in("kind", kind.many))
                yield _kind_line(Link(name, urls.index_of(kind.folder)), entries)
        yield _kind_line(None, self.entries)

    def inferred(self) -> Iterator[Inference]:
        for entry in self.here:
            for claim in entry.claims():
                for as_written, reason in _reasons(claim):
                    link = self.link(entry, claim)
                    said = self.presenter.phrase("inferred", reason)
                    words = self.presenter.quoted(claim, as_written) if as_written else None
                    yield Inference(self.link(entry), link, self.wording.label(claim), words, said)

    def open_dates(self) -> Iterator[OpenDate]:
        for entry in self.here:
            for claim in entry.claims():
                if isinstance(claim.value, Edtf) and (
                    why := self.say("; ").join(map(self.say, left_open(claim.value)))
                ):
                    yield OpenDate(self.link(entry), self.wording.label(claim), self.link(entry, claim), why)
            for label in _missing_dates(entry):
                yield OpenDate(
                    self.link(entry), self.presenter.words("claim", label), None, self.say("no source tells it")
                )

    def variants(self) -> Iterator[Variants]:
        for entry in self.here:
            if isinstance(entry, Person | Organisation | Province | Place):
                others = {c.value.value: c.value.language for c in entry.names if c.value.value != entry.title}
                if others:
                    yield Variants(self.link(entry), tuple(others.items()))

    # What is weak

    def by_side(self) -> Iterator[tuple[str, tuple[Attested, ...]]]:
        grouped: dict[tuple[str, ...], list[Entry]] = {}
        for entry in self.here:
            if not isinstance(entry, SourceEntry) and entry.claims():
                grouped.setdefault(self.presenter.attestation(entry.claims()).sides, []).append(entry)
        for _, entries in sorted(grouped.items()):
            kinds = dict.fromkeys(entry.kind for entry in entries)
            attested = (
                Attested(
                    self.presenter.say_in("kind", KIND_WORDS_MANY[kind]),
                    self.presenter.links(e for e in entries if e.kind == kind),
                )
                for kind in kinds
            )
            words = self.presenter.attestation(entries[0].claims()).words
            number = self.presenter.count("{n} entry", "{n} entries", len(entries))
            heading = self.say("{attested}: {entries}", attested=words, entries=number)
            yield _capital(heading), tuple(attested)


def _capital(words: str) -> str:
    """Words as a heading begins them."""
    return words[:1].upper() + words[1:]


def left_open(date: Edtf) -> Iterator[str]:
    """In which ways a date leaves open when something was; none for one that is certain and complete.

    A period that is open at one end is no less certain for that.
    """
    if not date.has_year:
        yield message("the year is not stated")
    if any(part.is_partly_stated for part in date.dates):
        yield message("stated in part")
    if date.form in (Form.ONE_OF, Form.ONE_BETWEEN):
        yield message("one of several")
    if date.approximate:
        yield message("approximate")
    if date.uncertain:
        yield message("uncertain")
    if date.form is Form.DATE and date.has_year and any(_is_month_or_year(part) for part in date.dates):
        yield message("no day stated")


def _is_month_or_year(date: CalendarDate) -> bool:
    return date.day is None and not date.is_partly_stated


def _missing_dates(entry: Entry) -> Iterator[str]:
    """The dates that an entry of its kind has if a source tells them, and this one lacks."""
    if isinstance(entry, Agreement):
        yield from (label for label, claim in (("period", entry.period), ("signed", entry.signed)) if claim is None)
    elif isinstance(entry, Event) and entry.date is None:
        yield "date"
    elif isinstance(entry, SourceEntry) and entry.published is None:
        yield "published"


def _reasons(claim: Claim[Any]) -> Iterator[tuple[str, str]]:
    """How a claim, and the times of its figures, were concluded: the source's words and the reason."""
    if claim.inferred:
        yield claim.as_written, claim.inferred
    if isinstance(claim.value, Statement):
        for figure in claim.value.figures:
            if figure.time and figure.time.inferred:
                yield figure.time.as_written or figure.as_written, figure.time.inferred


def _kind_line(index: Link | None, entries: Iterable[Entry]) -> KindLine:
    all_ = tuple(entries)
    claims = [claim for entry in all_ for claim in entry.claims()]
    return KindLine(index, len(all_), len(claims), sum(1 for claim in claims for _ in _reasons(claim)))
