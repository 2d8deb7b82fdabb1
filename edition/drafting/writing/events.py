"""Drafts of events: the one that the lead reports, and as its parts what else took place on the occasion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from edition.drafting.reading import HappeningRead, ProvinceRead, Value, Words
from edition.drafting.writing.allotting import event_of, event_of_person, main_event
from edition.drafting.writing.claims import dated, place_claim
from edition.drafting.writing.draft import Draft, comment, flow, scalar, whole
from edition.drafting.writing.headings import english, listed, who, whose
from edition.drafting.writing.named import Named, named
from edition.drafting.writing.named import provinces as named_provinces
from edition.drafting.writing.quoting import Quoter
from edition.drafting.writing.source import date_claim
from edition.drafting.writing.statements import speaker, statements
from edition.text import normalise, slug

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


ACTS = {"signed": "signed", "reviewed": "reviewed"}
MOST_NAMES, LONGEST_HEADING = 3, 90
HEADINGS = {
    "signing": "Signing by {}",
    "award": "Award: {}",
    "visit": "Visit: {}",
    "meeting": "Meeting of {}",
    "courtesy-call": "Courtesy call: {}",
}
NAMES = {
    "signing": "Signing",
    "award": "Award",
    "visit": "Visit",
    "meeting": "Meeting",
    "courtesy-call": "Courtesy call",
}
"""What the events of one province alone are called."""


def events(article: ArticleWriter) -> Iterator[Draft]:
    """The event that the article tells, and its parts."""
    lead = article.reading.lead
    if lead is None:
        return
    first = article.sentence(Words(lead.start, lead.start + 1))
    main = HappeningRead(
        article.reading.event_type,
        first,
        article.reading.event,
        None,
        article.reading.place,
        article.reading.place_id,
        lead=True,
    )
    for number, one in enumerate((main, *article.reading.further)):
        writer = _EventWriter(article, one, number)
        draft = writer.written()
        if draft is None and not number:
            return
        if draft:
            article.events[number] = draft.id
            yield draft


class _EventWriter:
    """Writes one event; `number` is 0 for that of the first lead. `whole` is the day of the one that it is part of."""

    def __init__(self, article: ArticleWriter, one: HappeningRead, number: int) -> None:
        self.article, self.one, self.number = article, one, number
        main = main_event(article.reading, one.story)
        self.whole = article.reading.further[main - 1].date if main else article.reading.event
        self.part_of = article.events.get(main, "") if not one.lead else ""
        self.quoter: Quoter = article.quoter()
        self.agreements = [
            n
            for n, a in enumerate(article.reading.agreements)
            if event_of(article.reading, a.status.words, a.story) == number
        ]
        self.parties = self._parties()

    def written(self) -> Draft | None:
        """The draft; None where its sentence can't be quoted."""
        one, article, quoter = self.one, self.article, self.quoter
        key = quoter.key(one.words, "lead" if one.lead else "told")
        if not key:
            return None
        provinces = [n.province for n in self.parties] + named_provinces(article, one.words)
        every = {province.id: province.country for province in self._story_provinces()}
        if one.lead and len(every) <= MOST_NAMES and len({every.get(one) for one in provinces if one}) == 1:
            provinces = list(every)
        lines = [self._title(provinces), "status: draft", "type: " + flow({"value": one.type, "evidence": key})]
        date = self._date(key)
        lines += date
        lines += place_claim(one.place or self._signed_in(), quoter, article)
        if self.part_of:
            lines.append(f"part_of: {self.part_of}")
        lines += self._participants(key)
        lines += self._acts()
        lines += self._elsewhere()
        lines += statements(article, quoter, article.shares.events.get(self.number, ()))
        value = one.date.value if one.date else self.whole.value if date and self.whole else ""
        day = value.split("/")[0] if "X" not in value and "[" not in value else ""
        id_ = article.free(slug(f"{day} {who(article, provinces)} {one.type}"))
        return whole("events", id_, [*lines, *article.pins(), *quoter.lines(lines)])

    def _story_provinces(self) -> list[ProvinceRead]:
        """The provinces of the event's story."""
        return [one for one in self.article.reading.provinces if one.story == self.one.story]

    def _title(self, provinces: Sequence[str]) -> str:
        named_ = whose(self.article, provinces) or self._bodies() or self._all_provinces()
        if named_:
            one_alone = named_ in {english(self.article, p) for p in provinces}
            heading = f"{NAMES[self.one.type]}: {{}}" if one_alone else HEADINGS[self.one.type]
            return f"title: {scalar(heading.format(named_))}  # say in a few neutral words what it was"
        title = self.article.reading.title
        words = title.value if title else f"{self.one.type.capitalize()} told in {self.article.reading.source.seed}"
        return f"title: {scalar(words)}  # the article’s own: make it ours, neutral and descriptive"

    def _all_provinces(self) -> str:
        """For a part of the event whose sentence names nobody: the provinces that take part in the whole."""
        provinces = [one.id for one in self._story_provinces()] if not self.one.lead else []
        return whose(self.article, provinces) if len(provinces) <= MOST_NAMES else ""

    def _bodies(self) -> str:
        """Who takes part, by their own names, where a heading can name them all."""
        reading = self.article.reading
        people = {self.article.parties.get(f"person:{p.name}"): p.name for p in reading.people}
        names = [people.get(n.entry) or normalise(reading.quote(n.words)) for n in self.parties]
        heading = listed(names) if names and len(names) <= MOST_NAMES and reading.language == "en" else ""
        return heading if len(heading) <= LONGEST_HEADING else ""

    def _date(self, key: str) -> list[str]:
        """The event's day: its own, that of the agreement signed at it, or "the same day" as the lead's."""
        one, article, quoter = self.one, self.article, self.quoter
        signed = next((a.signed for n in self.agreements if (a := article.reading.agreements[n]).signed), None)
        if one.date or one.lead:
            return dated("date", one.date, quoter, article)
        if one.type == "signing" and signed:
            return dated("date", signed, quoter, article)
        if not one.same_day or not self.whole or "/" in self.whole.value:
            return []
        words = normalise(article.reading.quote(one.same_day))
        that = quoter.key(article.sentence(self.whole.words), "day") or quoter.key(self.whole.words, "day")
        if not that:
            return []
        why = f"“{words}” is taken to be that of the event told first. {self.whole.inferred}".strip()
        value = Value(self.whole.value, one.same_day, (), why)
        return [f"date: {date_claim(value, words, list(dict.fromkeys([key, that])), quoter.words(key))}"]

    def _signed_in(self) -> Value | None:
        """Where the agreement was signed, for its signing."""
        told = [signed.place for n in self.agreements if (signed := self.article.reading.agreements[n]).place]
        return told[0] if told and self.one.type == "signing" else None

    def _parties(self) -> list[Named]:
        """Who takes part: whom its sentence names, and the parties of what was signed."""
        found = {n.entry: n for n in named(self.article, self.one.words)}
        for number in self.agreements if self.one.type == "signing" else ():
            for party in self.article.reading.agreements[number].parties:
                entry = self.article.party(party)
                if entry:
                    found.setdefault(entry, Named("party", entry, party.province, party.side, party.words))
        bodies = {n.province for n in found.values() if n.kind == "organisation"}
        spoken_for = {n.side for n in found.values() if n.kind == "person"} if self.one.type != "signing" else set()
        kept = [
            n for n in found.values() if n.kind != "province" or (n.province not in bodies and n.side not in spoken_for)
        ]
        if self.one.lead and {"VN", "LA"} - {n.side for n in kept}:
            for province in self._story_provinces():
                entry = self.article.parties.get(province.id, "")
                if entry and province.id not in {n.province for n in kept}:
                    kept.append(Named("province", entry, province.id, province.country, province.names[0][1]))
        return kept

    def _participants(self, key: str) -> list[str]:
        said = {
            speaker(self.article, n)[0]
            for n, one in self.article.shares.events.get(self.number, ())
            if one.type not in ("activity", "difficulty")
        }
        parties = list(self.parties)
        for person in self.article.reading.people:
            entry = self.article.parties.get(f"person:{person.name}", "")
            here = event_of_person(self.article.reading, person.words, person.story) == self.number
            if entry and (here or entry in said) and entry not in {n.entry for n in parties}:
                parties.append(Named("person", entry, "", person.side, person.words))
        lines = []
        for one in parties:
            inside = self.one.words.start <= one.words.start and one.words.end <= self.one.words.end
            own = key if inside else self.quoter.key(self.article.sentence(one.words), "named")
            own = own or self.quoter.key(one.words, "named")
            if own:
                printed = normalise(self.article.reading.quote(one.words))
                role = "speaker" if one.entry in said else None
                written = scalar(printed) if one.kind != "person" else None
                lines.append("  - " + flow({"party": one.entry, "as_written": written, "role": role, "evidence": own}))
        self.article.attended.update({n.entry: self.number for n in parties if n.kind == "person" and self.number})
        return ["participants:", *lines] if lines else []

    def _acts(self) -> list[str]:
        lines = []
        for number in self.agreements:
            one = self.article.reading.agreements[number]
            id_ = self.article.parties.get(f"agreement:{number}", "")
            words = one.form.words if self.one.lead else one.status.words
            key = self.quoter.key(self.article.sentence(words), "agreement") or self.quoter.key(words, "agreement")
            if id_ and key:
                lines.append(
                    "  - " + flow({"agreement": id_, "act": ACTS.get(one.status.value, "discussed"), "evidence": key})
                )
        return ["agreements:", *lines] if lines else []

    def _elsewhere(self) -> list[str]:
        """Where the edition tells of the cooperation that the article tells of, too."""
        entry = self.article.cooperation if not self.number else ""
        return (
            [comment(f"What the provinces have long done together belongs to {entry}: move it there.")] if entry else []
        )
