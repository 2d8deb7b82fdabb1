"""From entries to views: links, dates in words, notes numbered as the page needs them.

One presenter makes one page, so that the page's notes are numbered in the order in which they are first needed.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec.structs import replace

from edition import urls
from edition.dates import Edtf, status
from edition.evidence import Passage, Quotation
from edition.gazetteer import Place as GazetteerPlace
from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.entry import Claim, Entry, Figure, Party, Ref
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.provinces import Province
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.chronology import mark
from edition.presenting.citing import cited
from edition.presenting.edition import Edition
from edition.presenting.speaking import Speaker
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
    Said,
    StatementView,
    View,
)
from edition.relations import Told
from edition.watching import recalled

T = TypeVar("T")


class Presenter(Speaker):
    """Makes the parts of one page, which lies at `path` in the tree of its language."""

    def __init__(self, edition: Edition, path: str) -> None:
        super().__init__(edition)
        self.path = path
        self._notes: dict[Passage, Note] = {}
        self._shown: set[int] = set()

    def page(self, template: str, view: View) -> Page:
        """The page, with every note that its view has asked for."""
        evidence = cited(self, self._notes)
        return Page(self.path, template, replace(view, notes=self.all_notes, evidence=evidence))

    @property
    def permalink(self) -> str:
        """The page's public address."""
        return self.edition.address(self.path)

    # Links

    def entry(self, ref: Ref | None) -> Entry | None:
        """The entry a reference points to."""
        return self.corpus.entries[ref.id] if ref else None

    def link(self, entry: Entry, text: str = "", anchor: str = "") -> Link:
        """A link to an entry's page, by its title unless `text` says otherwise."""
        link = self._named(entry, Said(text)) if text else self._by_title(entry)
        return replace(link, path=f"{link.path}#{anchor}") if anchor else link

    def _named(self, entry: Entry, name: Said) -> Link:
        return Link(name.text, urls.page_of(entry), self.relations.side(entry), name.language, draft=entry.is_draft)

    def _by_title(self, entry: Entry) -> Link:
        """The link to an entry's page: worked out once for all pages of a language, each of which reads its title."""
        return recalled(self.edition.links, entry.id, lambda: self._named(entry, self.title(entry)))

    def link_to(self, ref: Ref | None) -> Rich:
        """A link to what a reference points to; nothing where there is none."""
        entry = self.entry(ref)
        return (self.link(entry),) if entry else ()

    def links(self, entries: Iterable[Entry]) -> tuple[Link, ...]:
        """Links to entries, by title."""
        return tuple([self._by_title(entry) for entry in entries])

    def crumbs(self, *way: Link) -> tuple[Link, ...]:
        """The way from the home page."""
        return (Link(self.say("Home"), urls.HOME), *way)

    # Evidence

    def note(self, quotation: Quotation) -> Note:
        """The note for a quotation; each passage has one number on a page, whichever entries quote it."""
        passage = self.corpus.passages[quotation]
        note = self._notes.get(passage)
        if note is None:
            source = self.corpus.accessions[quotation.source].entry
            link = self.link(source, anchor=passage.anchor)
            number, words = len(self._notes) + 1, self.corpus.words(passage)
            note = self._notes[passage] = Note(number, words, source.language, link)
        return note

    def notes(self, claim: Claim[Any]) -> tuple[Note, ...]:
        """The notes that support a claim, for the margin; words that stood in the margin before are given in brief."""
        notes = {note.number: note for note in map(self.note, claim.evidence)}
        shown = tuple([replace(note, brief=True) if n in self._shown else note for n, note in notes.items()])
        self._shown.update(notes)
        return shown

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
                return self.say("attested from both sides")
            case ("VN",):
                return self.say("attested from the Vietnamese side only; no Lao source yet")
            case ("LA",):
                return self.say("attested from the Lao side only; no Vietnamese source yet")
            case _:
                return self.say("no source yet")

    # Dates

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
        is_other = claim.as_written and value != (claim.as_written,)
        as_written = self.quoted(claim, claim.as_written) if is_other else None
        others = tuple(fact for other in claim.others if (fact := self.fact(other, label, say)))
        return Fact(claim.id, label, value, self.notes(claim), as_written, self.inferred(claim), remark, others)

    def inferred(self, claim: Claim[Any]) -> Said | None:
        """How a claim's value was concluded; None where its evidence says it outright."""
        return self.phrase("inferred", claim.inferred) if claim.inferred else None

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

    def party(self, claim: Claim[Any], party: Party) -> Rich:
        """A party that a claim names: a link, or the source's own words in quotation marks."""
        entry = self.entry(party.ref)
        if entry is None:
            return self.rich("“{words}”", words=self.quoted(claim, party.as_written))
        return (self.link(entry),)

    def parties(self, claim: Claim[Any], parties: Iterable[Party]) -> Rich:
        """Several parties that a claim names, as a list in words."""
        return self.listing([self.party(claim, party) for party in parties])

    def all_parties(self, claims: Iterable[Claim[Party]]) -> Rich:
        """The parties of several claims, as a list in words."""
        return self.listing([self.party(claim, claim.value) for claim in claims])

    def party_fact(self, claim: Claim[Party], label: str) -> Fact:
        """A party as it is named in the source, with its successor beside it if it has one."""
        party = claim.value
        entry = self.entry(party.ref)
        remark = self.succession(entry) if entry else ""
        as_written = self.quoted(claim, claim.as_written) if entry and claim.as_written else None
        return Fact(
            claim.id, label, self.party(claim, party), self.notes(claim), as_written, self.inferred(claim), remark
        )

    def succession(self, entry: Entry) -> str:
        """What became, by the gazetteer, of the province that an organisation or province belongs to; often nothing."""
        provinces = self.relations.provinces(entry) if isinstance(entry, Organisation | Province) else ()
        places = [place for p in provinces if (place := self.relations.gazetteer_place(p))]
        return " ".join(text for place in places if (text := self.change(place)))

    def change(self, place: GazetteerPlace) -> str:
        """How a province changed in the reorganisation of 2024–2025, in a sentence; empty for one that didn't."""
        if (succession := place.succession) and (successor := self.corpus.gazetteer.get(succession.place)):
            name, day = self.place_name(successor), self.day(succession.since)
            return self.say("Merged into {province} on {day}.", province=name, day=day)
        for before, after in itertools.pairwise(place.periods):
            if before.span.until is None or after.span.since is None:
                continue
            since, until = self.day(after.span.since), self.day(before.span.until)
            merged = [p for id_ in place.predecessors if (p := self.corpus.gazetteer.get(id_))]
            if merged:
                return self.say(
                    "Since {day} {province} also holds the former {provinces}.",
                    day=since,
                    province=self.place_name(place),
                    provinces=self.language.join(self.place_name(p) for p in merged),
                )
            return self.say(
                "{before} until {until}; since {since} {after}.",
                before=self.language.phrase(before.description, "standing of a province"),
                until=until,
                since=since,
                after=self.language.phrase(after.standing, "standing of a province"),
            )
        return ""

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
            text=self.translated(told.entry, claim.id, statement.text),
            by=self.parties(claim, statement.by),
            to=self.parties(claim, statement.to),
            for_=self.parties(claim, statement.for_),
            fields=self.links(e for ref in statement.fields if (e := self.entry(ref))),
            figures=tuple(self.figure(claim, figure) for figure in statement.figures),
            notes=self.notes(claim),
            inferred=self.inferred(claim),
            entry=None if home == self.path else self.link(told.entry, anchor=claim.id),
        )

    def figure(self, claim: Claim[Any], figure: Figure) -> FigureView:
        """A figure as a phrase."""
        phrase = self.words("qualifier", figure.qualifier)
        unit, per = self.phrase("unit", figure.unit).text, self.phrase("unit", figure.per).text
        values = {"number": self.language.number(figure.value), "unit": unit, "per": per, "qualifier": phrase}
        match bool(phrase), bool(per):
            case True, True:
                words = self.say("{qualifier} {number} {unit} a {per}", **values)
            case True, False:
                words = self.say("{qualifier} {number} {unit}", **values)
            case False, True:
                words = self.say("{number} {unit} a {per}", **values)
            case _:
                words = self.say("{number} {unit}", **values)
        time = figure.time
        when = (self.date(time.value) or self.say("“{words}”", words=time.as_written)) if time else ""
        inferred = self.phrase("inferred", time.inferred) if time and time.inferred else None
        return FigureView(
            words, self.phrase("scope", figure.scope), when, self.quoted(claim, figure.as_written), inferred
        )

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
        titles = {id_: self.name(self.corpus.entries[id_]) if id_ else "" for id_ in grouped}
        return tuple(
            Group(
                f"field-{id_ or 'none'}",
                (self.link(self.corpus.entries[id_]),) if id_ else (self.say("In no field of our vocabulary"),),
                tuple(self.statement(t) for t in grouped[id_]),
            )
            for id_ in sorted(grouped, key=lambda id_: (not id_, self.language.sort_key(titles[id_])))
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
            self.all_parties(agreement.parties),
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
            mark=self.say(mark(event.date)),
        )

    def _cooperation_row(self, cooperation: Cooperation) -> Row:
        return Row(
            self.link(cooperation),
            self.date(cooperation.period.value) if cooperation.period else "",
            "",
            self.all_parties(cooperation.parties),
        )


def _grouped(told: Iterable[Told], keys: Any) -> dict[str, list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        for key in keys(one):
            found[key].append(one)
    return dict(found)
