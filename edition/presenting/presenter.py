"""From entries to views: links, dates in words, notes numbered as the page needs them.

One presenter makes one page, so that the page's notes are numbered in the order in which they are first needed.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from markupsafe import Markup

from edition import prose, urls
from edition.corpus import Corpus
from edition.dates import Edtf, status
from edition.dates import words as date_words
from edition.evidence import Passage, Quotation
from edition.gazetteer import Place as GazetteerPlace
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry, Figure, Party, Ref
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.provinces import Province
from edition.kinds.statements import STATEMENT_TYPES
from edition.languages import Words
from edition.presenting.chronology import mark
from edition.presenting.views import (
    Attestation,
    Fact,
    FigureView,
    Group,
    Link,
    Note,
    Page,
    Rich,
    Row,
    StatementView,
    View,
)
from edition.relations import Relations, Told

T = TypeVar("T")


@dataclass(frozen=True)
class Edition:
    """What pages are made from: the corpus, what follows from it, and the words of the page's language."""

    corpus: Corpus
    relations: Relations
    words: Words


class Presenter:
    """Makes the parts of one page, which lies at `path`."""

    def __init__(self, edition: Edition, path: str) -> None:
        self.edition, self.path = edition, path
        self.corpus, self.relations, self.words = edition.corpus, edition.relations, edition.words
        self._notes: dict[Passage, Note] = {}
        self._shown: set[Note] = set()

    def page(self, template: str, view: View) -> Page:
        """The page, with every note that its view has asked for."""
        return Page(self.path, template, replace(view, notes=self.all_notes))

    @property
    def permalink(self) -> str:
        """The page's public address."""
        return urls.absolute(self.corpus.config.base_url, self.path)

    # Links

    def entry(self, ref: Ref | None) -> Entry | None:
        """The entry a reference points to."""
        return self.corpus.entries[ref.id] if ref else None

    def link(self, entry: Entry, text: str = "", anchor: str = "") -> Link:
        """A link to an entry's page, by its title unless `text` says otherwise."""
        path = urls.page_of(entry) + (f"#{anchor}" if anchor else "")
        return Link(text or entry.heading, path, self.relations.side(entry), draft=entry.is_draft)

    def link_to(self, ref: Ref | None) -> Rich:
        """A link to what a reference points to; nothing where there is none."""
        entry = self.entry(ref)
        return (self.link(entry),) if entry else ()

    def links(self, entries: Iterable[Entry]) -> tuple[Link, ...]:
        """Links to entries, by title."""
        return tuple(self.link(entry) for entry in entries)

    def crumbs(self, *way: Link) -> tuple[Link, ...]:
        """The way from the home page."""
        return (Link("Home", urls.HOME), *way)

    # Evidence

    def note(self, quotation: Quotation) -> Note:
        """The note for a quotation; each passage has one number on a page, whichever entries quote it."""
        passage = self.corpus.passages[quotation]
        if passage not in self._notes:
            source = self.corpus.accessions[quotation.source].entry
            link = self.link(source, anchor=passage.anchor)
            address = urls.absolute(self.corpus.config.base_url, link.path)
            number, words = len(self._notes) + 1, self.corpus.words(passage)
            self._notes[passage] = Note(number, words, source.language, link, address)
        return self._notes[passage]

    def notes(self, claim: Claim[Any]) -> tuple[Note, ...]:
        """The notes that support a claim, for the margin; words that stood in the margin before are given in brief."""
        notes = []
        for note in dict.fromkeys(self.note(quotation) for quotation in claim.evidence):
            notes.append(replace(note, brief=note in self._shown))
            self._shown.add(note)
        return tuple(notes)

    @property
    def all_notes(self) -> tuple[Note, ...]:
        """Every note of the page so far, by number."""
        return tuple(self._notes.values())

    def attestation(self, claims: Iterable[Claim[Any]]) -> Attestation:
        """How many `claims` there are, and which independent sources, of which side, attest them."""
        found = tuple(dict.fromkeys(claims))
        sources = self.relations.originals(q.source for claim in found for q in claim.evidence)
        sides = tuple(sorted({s.side for s in sources}, reverse=True))
        return Attestation(len(found), self.links(sources), sides, self._attested(sides))

    def _attested(self, sides: tuple[str, ...]) -> str:
        match sides:
            case ("VN", "LA"):
                return "attested from both sides"
            case ("VN",):
                return "attested from the Vietnamese side only; no Lao source yet"
            case ("LA",):
                return "attested from the Lao side only; no Vietnamese source yet"
            case _:
                return "no source yet"

    # Dates

    def date(self, date: Edtf | None) -> str:
        """A date in words."""
        return date_words(date) if date else ""

    def year_words(self, date: Edtf | None) -> str:
        """The same, or that the date is not known."""
        return self.date(date) or "date not known"

    def status(self, agreement: Agreement) -> str:
        """The status of an agreement as of the edition's day, as a code; what is only proposed is in no period."""
        if agreement.standing and agreement.standing.value == "proposed":
            return "proposed"
        if agreement.period and agreement.period.others:
            return "disputed"
        return str(status(agreement.period.value if agreement.period else None, self.corpus.config.as_of))

    # Facts

    def fact(self, claim: Claim[T] | None, label: str, say: Callable[[T], Rich], remark: str = "") -> Fact | None:
        """A labelled value, put into words by `say`, with its evidence; None where there is no claim.

        Where sources disagree, what the others say stands beside it.
        """
        if claim is None:
            return None
        value = say(claim.value)
        as_written = "" if value == (claim.as_written,) else claim.as_written
        others = tuple(fact for other in claim.others if (fact := self.fact(other, label, say)))
        return Fact(claim.id, label, value, self.notes(claim), as_written, claim.inferred, remark, others)

    def date_fact(self, claim: Claim[Edtf] | None, label: str, remark: str = "") -> Fact | None:
        """A date with its evidence, or None where it is not known."""
        return self.fact(claim, label, lambda date: (self.date(date),), remark)

    def place_fact(self, claim: Claim[Ref | None] | None, label: str) -> Fact | None:
        """A place with its evidence, or None where it is not known."""
        return self.fact(claim, label, self.link_to)

    def printed_fact(self, claim: Claim[str] | None, label: str) -> Fact | None:
        """A value as it is printed in the source."""
        return self.fact(claim, label, lambda words: (words,))

    def coded_fact(self, claim: Claim[str] | None, label: str, group: str) -> Fact | None:
        """A value that is one of a group of codes, in words."""
        return self.fact(claim, label, lambda code: (self.words(group, code),))

    def party(self, party: Party) -> Rich:
        """A party: a link, or the source's own words in quotation marks."""
        entry = self.entry(party.ref)
        if entry is None:
            return (f"“{party.as_written}”",)
        return (self.link(entry),)

    def parties(self, parties: Iterable[Party]) -> Rich:
        """Several parties as a list in words."""
        return listing([self.party(party) for party in parties])

    def party_fact(self, claim: Claim[Party], label: str) -> Fact:
        """A party as it is named in the source, with its successor beside it if it has one."""
        party = claim.value
        entry = self.entry(party.ref)
        remark = self.succession(entry) if entry else ""
        as_written = claim.as_written if entry else ""
        return Fact(claim.id, label, self.party(party), self.notes(claim), as_written, claim.inferred, remark)

    def succession(self, entry: Entry) -> str:
        """What became, by the gazetteer, of the province that an organisation or province belongs to; often nothing."""
        provinces = self.relations.provinces(entry) if isinstance(entry, Organisation | Province) else ()
        places = [place for p in provinces if (place := self.relations.gazetteer_place(p))]
        return " ".join(text for place in places if (text := self.change(place)))

    def change(self, place: GazetteerPlace) -> str:
        """How a province changed in the reorganisation of 2024–2025, in a sentence; empty for one that didn't."""
        if (succession := place.succession) and (successor := self.corpus.gazetteer.get(succession.place)):
            return f"Merged into {self.place_name(successor)} on {self.day(succession.since)}."
        for before, after in itertools.pairwise(place.periods):
            if before.span.until is None or after.span.since is None:
                continue
            since, until = self.day(after.span.since), self.day(before.span.until)
            merged = [p for id_ in place.predecessors if (p := self.corpus.gazetteer.get(id_))]
            if merged:
                former = "".join(str(part) for part in listing([(self.place_name(p),) for p in merged]))
                return f"Since {since} {self.place_name(place)} also holds the former {former}."
            standing = after.description.partition(";")[0]
            article = "the " if standing[:1].islower() else ""
            return f"{before.description} until {until}; since {since} {article}{standing}."
        return ""

    def place_name(self, place: GazetteerPlace) -> str:
        """A place's preferred name in the page's language, else in any."""
        name = place.name(self.words.language) or next(iter(place.names), None)
        return name.value if name else place.id

    def day(self, day: dt.date) -> str:
        """A day in words."""
        return f"{day.day} {day:%B} {day.year}"

    # Statements

    def statement(self, told: Told) -> StatementView:
        """A statement; on other pages than its entry's own it says where it stands."""
        claim, statement = told.claim, told.statement
        home = urls.page_of(told.entry)
        return StatementView(
            id=claim.id if home == self.path else f"{told.entry.id}--{claim.id}",
            permalink=f"{home}#{claim.id}",
            type=statement.type,
            label=self.words("statement", statement.type),
            text=statement.text,
            by=self.parties(statement.by),
            to=self.parties(statement.to),
            for_=self.parties(statement.for_),
            fields=self.links(e for ref in statement.fields if (e := self.entry(ref))),
            figures=tuple(self.figure(figure) for figure in statement.figures),
            notes=self.notes(claim),
            inferred=claim.inferred,
            entry=None if home == self.path else self.link(told.entry, anchor=claim.id),
        )

    def figure(self, figure: Figure) -> FigureView:
        """A figure as a phrase."""
        number = f"{figure.value:,.10g}"
        qualifier = self.words("qualifier", figure.qualifier)
        words = " ".join(part for part in (qualifier, number, figure.unit) if part)
        words += f" a {figure.per}" if figure.per else ""
        time = figure.time
        when = (self.date(time.value) or f"“{time.as_written}”") if time else ""
        return FigureView(words, figure.scope, when, figure.as_written, time.inferred if time else "")

    def by_type(self, told: Iterable[Told], prefix: str = "") -> tuple[Group, ...]:
        """Statements grouped by type, commitments first; `prefix` tells apart the anchors of several such lists."""
        grouped = _grouped(told, lambda one: (one.statement.type,))
        return tuple(
            Group(prefix + type_, (self.words("statements", type_),), tuple(self.statement(t) for t in grouped[type_]))
            for type_ in STATEMENT_TYPES
            if type_ in grouped
        )

    def by_field(self, told: Iterable[Told]) -> tuple[Group, ...]:
        """Statements grouped by field of cooperation; a statement in two fields stands in the first it names."""
        grouped = _grouped(told, lambda one: tuple(ref.id for ref in one.statement.fields[:1]) or ("",))
        titles = {id_: self.corpus.entries[id_].title if id_ else "No field" for id_ in grouped}
        return tuple(
            Group(
                f"field-{id_ or 'none'}",
                (self.link(self.corpus.entries[id_]),) if id_ else ("In no field of our vocabulary",),
                tuple(self.statement(t) for t in grouped[id_]),
            )
            for id_ in sorted(grouped, key=lambda id_: (not id_, titles[id_]))
        )

    def told(self, entry: Entry) -> tuple[Told, ...]:
        """An entry's own statements."""
        return tuple(Told(entry, claim) for claim in entry.statements)

    # Lists of entries

    def rows(self, entries: Iterable[Agreement | Cooperation | Event]) -> tuple[Row, ...]:
        """A list of agreements, cooperations or events."""
        return tuple(self.row(entry) for entry in entries)

    def row(self, entry: Agreement | Cooperation | Event) -> Row:
        """An agreement, a cooperation or an event in a list."""
        match entry:
            case Agreement():
                return self._agreement_row(entry)
            case Cooperation():
                return self._cooperation_row(entry)
            case Event():
                return self._event_row(entry)

    def _agreement_row(self, agreement: Agreement) -> Row:
        code = self.status(agreement)
        return Row(
            self.link(agreement),
            self.date(agreement.period.value) if agreement.period else "",
            self.words("form", agreement.form.value) if agreement.form else "",
            self.parties(claim.value for claim in agreement.parties),
            code,
            self.words("status", code),
        )

    def _event_row(self, event: Event) -> Row:
        place = self.entry(event.place.value) if event.place else None
        return Row(
            self.link(event),
            self.year_words(event.date.value if event.date else None),
            self.words("event", event.type.value) if event.type else "",
            (self.link(place),) if place else (),
            mark=mark(event.date),
        )

    def _cooperation_row(self, cooperation: Cooperation) -> Row:
        return Row(
            self.link(cooperation),
            self.date(cooperation.period.value) if cooperation.period else "",
            "",
            self.parties(claim.value for claim in cooperation.parties),
        )

    # Prose

    def summary(self, entry: Entry) -> Markup:
        """An entry's prose as HTML, with links to entries and numbers of notes."""

        def href(id_: str) -> str:
            return urls.relative(self.path, urls.page_of(self.corpus.entries[id_]))

        def cite(keys: Sequence[str]) -> str:
            quotations = {q.key: q for q in entry.quotations}
            notes = [self.note(quotations[key]) for key in keys]
            return "".join(
                Markup('<a class="cite" href="#{}" aria-label="Evidence {}">{}</a>').format(
                    n.anchor, n.number, n.number
                )
                for n in notes
            )

        return Markup(prose.html(entry.markdown, href, cite)) if entry.markdown.strip() else Markup("")  # noqa: S704


def counted(number: int, one: str, many: str) -> str:
    """A number and what it counts: 1 event, 2 events."""
    return f"{number} {one if number == 1 else many}"


def listing(parts: Sequence[Rich]) -> Rich:
    """Join phrases as a list in words: a, b and c."""
    joined: list[str | Link] = []
    for number, part in enumerate(parts):
        if number:
            joined.append(" and " if number == len(parts) - 1 else ", ")
        joined += part
    return tuple(joined)


def in_words(rich: Rich) -> str:
    """The plain words of a phrase with links."""
    return "".join(part.text if isinstance(part, Link) else part for part in rich)


def _grouped(told: Iterable[Told], keys: Any) -> dict[str, list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        for key in keys(one):
            found[key].append(one)
    return dict(found)
