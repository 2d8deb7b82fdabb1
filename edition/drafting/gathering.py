"""Gathering: what the detectors found in the stories becomes the lists of a reading, each thing once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from edition.drafting import happening, metadata, telling
from edition.drafting.called import names_of
from edition.drafting.dates import When
from edition.drafting.figures import Amount, figures
from edition.drafting.mentioning import Mention as Named
from edition.drafting.mentioning import period_spans
from edition.drafting.occasions import occasions
from edition.drafting.organisations import Found
from edition.drafting.owners import OURS
from edition.drafting.parties import Party, Sentence
from edition.drafting.people import Person
from edition.drafting.places import Mention
from edition.drafting.reading import (
    AgreementRead,
    FigureRead,
    OrganisationRead,
    PartyRead,
    PersonRead,
    ProvinceRead,
    Reading,
    StatementRead,
    Value,
    Words,
)
from edition.drafting.recognising import Document
from edition.drafting.rules import rules
from edition.drafting.statements import continued, said
from edition.drafting.story import Story
from edition.drafting.timing import time_of
from edition.drafting.view import View
from edition.text import fold

CAPITALS = frozenset(("ha-noi", "ho-chi-minh-city", "vientiane-capital"))
_PASSING = re.compile(
    r"\b(?:through|via|qua|near|unlike|như|from Thailand to|en route to|by way of|"
    r"Consul(?:ate)?(?: General)?(?: of (?:Laos|Vietnam|Viet Nam))? (?:in|at)|[Ll]ãnh sự(?: quán)?(?: Lào|"
    r" Việt Nam)? tại)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
NEAR = 40
_LAST_YEAR = re.compile(r",?\s+(?:(?:of )?last year|năm (?:ngoái|trước))\b")
_ANOTHER_TIME = re.compile(r"\b(?:last|the previous) (?:month|year)\b|\b(?:tháng|năm) (?:trước|ngoái)\b")
_FAMILY = frozenset(fold(word) for word in rules("places")["family_names"])


class Gatherer:
    """Gathers what the stories of one article hold."""

    def __init__(self, seen: View, language: str, gazetteer_ids: set[str], numbering: dict[int, int]) -> None:
        self.seen, self.text, self.language = seen, seen.text, language
        self.ids, self.numbering = gazetteer_ids, numbering

    def gather(self, head: Reading, stories: Sequence[Story]) -> Reading:
        """The whole reading."""
        main, *further = occasions(self, stories, head)
        return replace(
            head,
            event_type=main.type,
            further=tuple(further),
            provinces=tuple(self.provinces(stories)),
            organisations=tuple(self.organisations(stories)),
            people=tuple(self.people(stories)),
            agreements=tuple(a for story in stories for a in self.agreements(story, head)),
            figures=tuple(f for story in stories for f in self.figures(story)),
            statements=tuple(s for story in stories for s in self.statements(story)),
            place=main.place,
            place_id=main.place_id,
        )

    def words(self, start: int, end: int) -> Words:
        """The source's stretch that a stretch of the view stands for."""
        return Words(*self.seen.original(start, end))

    def value(self, value: str, start: int, end: int, inferred: str = "", story: int = 1) -> Value:
        """A value with the words it rests on."""
        return Value(value, self.words(start, end), (), inferred, story)

    def number(self, story: Story) -> int:
        """The number of a story among those that are kept."""
        return self.numbering.get(story.number, 1)

    # Provinces

    def provinces(self, stories: Sequence[Story]) -> list[ProvinceRead]:
        """The provinces that take part, with all their spellings."""
        found: dict[str, ProvinceRead] = {}
        owners = {o.province for story in stories for o in story.organisations if not o.implied}
        for story in stories:
            corrected = [(s.start, s.end) for s in story.sentences if s.correction]
            for mention in story.mentions:
                if OURS.fullmatch(self.text, mention.start, mention.end):
                    continue
                if mention.what not in ("province", "bare") or any(a <= mention.start < b for a, b in corrected):
                    continue
                if mention.id in CAPITALS and not self._capital_acts(mention, owners):
                    continue
                if _PASSING.search(self.text[max(0, mention.start - 40) : mention.start]):
                    continue
                spelling = (self.text[mention.start : mention.end], self.words(mention.start, mention.end))
                known = found.get(mention.id)
                if known is None:
                    found[mention.id] = ProvinceRead(
                        mention.id, mention.country, mention.id in self.ids, (spelling,), self.number(story)
                    )
                elif all(name != spelling[0] for name, _ in known.names):
                    found[mention.id] = replace(known, names=(*known.names, spelling))
        return list(found.values())

    def _capital_acts(self, mention: Mention, owners: set[str]) -> bool:
        """A capital takes part if a body is its own, or it is named as such and no mere place of meeting."""
        if mention.what == "bare":
            return False
        before = self.text[max(0, mention.start - 12) : mention.start]
        venue = re.search(r"\b(?:in|at|tại|ở|through)\s+$", before)
        return mention.id in owners or (mention.id == "vientiane-capital" and venue is None)

    # Organisations and people

    def organisations(self, stories: Sequence[Story]) -> list[OrganisationRead]:
        """The organisations, each with all its names."""
        found: dict[tuple[str, str, str], OrganisationRead] = {}
        several = {self.text[o.start : o.end].strip() for story in stories for o in story.organisations if o.several}
        for story in stories:
            offices = [p.office for p in story.people if p.office]
            titles = [(s.start, s.end) for s in story.sentences if s.title]
            for one in sorted(story.organisations, key=lambda o: any(a <= o.start < b for a, b in titles)):
                if not one.province and not one.side:
                    continue
                key = (one.key, one.province, one.side)
                name, *more = ((self.text[a:b].strip(), self.words(a, b)) for a, b in names_of(self.text, one))
                within = any(a <= one.head[0] and one.head[1] <= b for a, b in offices)
                inferred = (
                    "The province is not named here; it is the one spoken of before."
                    if one.implied and one.province
                    else ""
                )
                known = found.get(key)
                if known is None:
                    found[key] = OrganisationRead(
                        one.key,
                        one.type,
                        one.province,
                        one.side,
                        (name, *more),
                        inferred,
                        within,
                        story=self.number(story),
                    )
                    continue
                names = known.names if any(name[0] == n for n, _ in known.names) else (*known.names, name)
                if (known.inferred and not inferred) or (
                    known.names[0][0] in several and not (one.several or inferred)
                ):
                    names = (name, *[n for n in names if n[0] != name[0]])
                found[key] = replace(
                    known, names=names, inferred=known.inferred and inferred, office_only=known.office_only and within
                )
        return list(found.values())

    def people(self, stories: Sequence[Story]) -> list[PersonRead]:
        """The persons, each with the fullest office given."""
        found: dict[str, PersonRead] = {}
        for story in stories:
            for person in story.people:
                read = self._person(person, story)
                key = fold(read.name)
                known = found.get(key)
                if known is None or (
                    len(read.office) > len(known.office) and (not known.office or len(known.office.split()) == 1)
                ):
                    found[key] = read
        return [p for p in found.values() if not self._part_of_another(p, found)]

    @staticmethod
    def _part_of_another(person: PersonRead, found: dict[str, PersonRead]) -> bool:
        key = fold(person.name)
        return not person.office and any(
            key != other and (other.endswith(key) or other.startswith(key)) for other in found
        )

    def _person(self, person: Person, story: Story) -> PersonRead:
        a, b = person.name
        office = person.office
        span = (min(a, office[0]), max(b, office[1])) if office else (a, b)
        name = " ".join(self.text[a:b].split())
        return PersonRead(
            name=name,
            office=" ".join(self.text[office[0] : office[1]].split()) if office else "",
            side=self._side(name, office, a, story),
            words=self.words(*span),
            name_words=self.words(a, b),
            office_words=self.words(*office) if office else None,
            of=tuple(
                dict.fromkeys(
                    f"{o.key}|{o.province}|{o.side}"
                    for o in story.organisations
                    if office and office[0] <= o.head[0] and o.head[1] <= office[1]
                )
            ),
            story=self.number(story),
        )

    def _side(self, name: str, office: tuple[int, int] | None, at: int, story: Story) -> str:
        if office:
            countries = {m.country for m in story.mentions if office[0] <= m.start < office[1]}
            if len(countries) == 1:
                return countries.pop()
            words = self.text[office[0] : office[1]]
            if re.search(r"\b(?:Lao|Laos|Lào)\b", words):
                return "LA"
            if re.search(r"\b(?:Vietnam\w*|Viet Nam|Việt Nam|CPV\w*|VFF)\b", words):
                return "VN"
            if re.match(r"(?:Vice |Deputy )?Governor|(?:Phó )?Tỉnh trưởng|(?:Phó )?Đô trưởng", words, re.IGNORECASE):
                return "LA"
        first = name.split()[0]
        vietnamese = fold(first) in _FAMILY and all(len(fold(word)) <= 7 for word in name.split())
        sides = {o.side for o in story.organisations if office and office[0] <= o.head[0] < office[1]}
        if vietnamese or (sides == {"VN"} and len(first) <= 6):
            return "VN"
        sentence = next((s for s in story.sentences if s.start <= at < s.end), None)
        near = [m.country for m in (sentence.places if sentence else ()) if m.start < at]
        return "VN" if sides == {"VN"} and not (near and near[-1] == "LA") else "LA"

    # Agreements

    def agreements(self, story: Story, head: Reading) -> list[AgreementRead]:
        """The agreements of a story."""
        number = self.number(story)
        return [self._agreement(document, story, head, number) for document in story.documents]

    def _agreement(self, document: Document, story: Story, head: Reading, number: int) -> AgreementRead:
        first = next((m for m in document.mentions if not m.sentence.title), document.first)
        form = self.value(document.form, first.start, first.end, "", number)
        status = self.value(
            document.status,
            *document.status_at,
            "" if document.status_at != (first.start, first.end) else "No verb says how it stands.",
            number,
        )
        period = None
        if document.period:
            period = self.value(
                document.period.edtf, document.period.start, document.period.end, document.period.inferred, number
            )
        signed = place = None
        place_id = ""
        signing = document.signing
        if document.status == "signed" and signing:
            signed, place, place_id = self._signing(signing, story, head, document)
        told = next(
            (m for m in document.mentions if m.signed and m.status in ("", "in-force", "reviewed", "over")), None
        )
        if told and told.signed and signed is None:
            when = told.signed
            signed = self.value(when.edtf(self._year(when, head)), when.start, when.end, "", number)
            where = metadata.place(told.sentence, self.language)
            if where and told.start <= where[1] <= when.end + NEAR:
                place, place_id = self.value(where[0], where[1], where[2]), self.place_id(story, where)
        renews = None
        if document.renews and document.renews.period:
            earlier = document.renews.period
            renews = self.value(
                earlier.edtf,
                earlier.start,
                earlier.end,
                "The same parties' earlier document ends where this one begins.",
                number,
            )
        return AgreementRead(
            form,
            tuple(self.party(p) for p in document.parties),
            status,
            period,
            signed,
            place,
            place_id,
            renews,
            self.words(first.sentence.start, first.sentence.end),
            story=number,
        )

    def _year(self, when: When, head: Reading) -> int | None:
        """The year of a day or month long past that the words do not give: that of publication, or the one before."""
        issued = head.published.value if head.published else ""
        if len(issued) < len("2024-05") or not issued[:4].isdigit():
            return None
        before = when.first.month > int(issued[5:7]) or _LAST_YEAR.match(self.text, when.end)
        return int(issued[:4]) - bool(before)

    def _signing(
        self, signing: Named, story: Story, head: Reading, document: Document
    ) -> tuple[Value | None, Value | None, str]:
        sentence, when = signing.sentence, signing.signed
        issued = happening.Dated(head.published.value, 0, 0) if head.published else None
        begins = document.period.years[0] if document.period else None
        own = happening.event([telling.alone(sentence)], issued, begins, sentence.story)
        event = own
        if own is None and not _ANOTHER_TIME.search(sentence.text, sentence.start, sentence.end):
            event = happening.event(story.sentences, issued, begins, story.number)
        signed = self.value(event.edtf, event.start, event.end, event.inferred, self.number(story)) if event else None
        if when and when.first.day and when.year:
            signed = self.value(when.edtf(), when.start, when.end, "", self.number(story))
        body = [s for s in story.sentences if not s.title and not s.caption]
        near = [sentence, *body[:2], *[s for s in body if s.number in (sentence.number - 1, sentence.number + 1)]]
        for candidate in near:
            if candidate.title or candidate.caption:
                continue
            found = metadata.place(candidate, self.language)
            if found:
                return signed, self.value(found[0], found[1], found[2]), self.place_id(story, found)
        return signed, None, ""

    def party(self, party: Party) -> PartyRead:
        """A party, with the words that name it."""
        org: Found | None = party.organisation
        return PartyRead(
            party.province,
            f"{org.key}|{org.province}|{org.side}" if org else "",
            " ".join(self.text[party.start : party.end].split()),
            party.side,
            self.words(party.start, party.end),
        )

    def place_id(self, story: Story, where: tuple[str, int, int] | None) -> str:
        """The id of the province that a place's words name, if they name one or its town."""
        if where is None:
            return ""
        return next((m.id for m in story.mentions if where[1] <= m.start < where[2]), "")

    # Figures and statements

    def figures(self, story: Story) -> list[FigureRead]:
        """The figures of a story, each amount of a thing once."""
        spans = period_spans(story.sentences)
        found: list[FigureRead] = []
        seen: set[tuple[float, str]] = set()
        for sentence in story.sentences:
            if sentence.correction:
                continue
            for amount in figures(self.text, sentence.start, sentence.end, self.language, spans):
                key = (amount.number, fold(amount.unit.split()[0] if amount.unit.split() else ""))
                if key not in seen and not any(m.start <= amount.start < m.end for m in story.mentions):
                    seen.add(key)
                    found.append(self._figure(amount, sentence, self.number(story)))
        return found

    def _figure(self, amount: Amount, sentence: Sentence, number: int) -> FigureRead:
        behind = re.match(r"[^,.;:()\n]{0,90}", self.text[amount.end : sentence.end])
        scope = " ".join(behind[0].split()) if behind else ""
        time = time_of(self.text[sentence.start : sentence.end], amount.start - sentence.start)
        when = self.value(time[0], sentence.start + time[1], sentence.start + time[2]) if time else None
        return FigureRead(
            amount.number,
            amount.unit,
            amount.qualifier,
            amount.per,
            scope,
            when,
            self.words(amount.words_start, amount.end),
            self.words(sentence.start, sentence.end),
            number,
        )

    def statements(self, story: Story) -> list[StatementRead]:
        """What the sentences of a story say."""
        found = []
        what = None
        for sentence in story.sentences:
            if sentence.title or sentence.caption or sentence.correction:
                continue
            what = continued(sentence, what) or said(sentence, self.language)
            if what:
                by, to, for_ = (tuple(self.party(p) for p in parties) for parties in (what.by, what.to, what.for_))
                found.append(
                    StatementRead(
                        what.type,
                        what.fields,
                        by,
                        to,
                        for_,
                        self.words(sentence.start, sentence.end),
                        self.number(story),
                    )
                )
        return found
