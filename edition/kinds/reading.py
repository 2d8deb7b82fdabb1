"""Reading what the kinds share: claims, dates, parties, statements, quotations."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import PurePosixPath
from typing import Any, TypeVar

from msgspec.structs import replace

from edition.dates import Edtf
from edition.evidence import Quotation
from edition.kinds.entry import ACCEPTED, DRAFT, Claim, Entry, Name, Party, Pin, Ref, Statement, Summary
from edition.kinds.statements import read_party, read_statement
from edition.kinds.translations import check_translations, read_translations
from edition.plain_prose import Paragraph
from edition.problems import Location, Problem
from edition.prose import read as read_prose
from edition.records import Fields, Record
from edition.text import is_slug, normalise

T = TypeVar("T")

SLUG_HINT = "use lower-case ASCII letters, digits and single hyphens"
ID_HINT = "choose another id, and name the file after it"
LIST_PAGE = "index"


class EntryReader:
    """Reads one entry: its `fields`, whose claims find their evidence among the entry's `quotations`."""

    def __init__(self, record: Record, kind: str, problems: list[Problem]) -> None:
        self.record, self.kind, self.problems = record, kind, problems
        self.fields = Fields(record.fields, problems, Location(record.body_location.path))
        self.id = self._id()
        self.quotations = self._quotations()

    def common(self) -> dict[str, Any]:
        """The fields of :class:`Entry`."""
        take = self.fields
        prose = read_prose(self.record.body, self.record.body_location, self.problems)
        return {
            "kind": self.kind,
            "id": self.id,
            "title": take.required("title"),
            "status": take.choice("status", (ACCEPTED, DRAFT), default=ACCEPTED),
            "former_ids": self._former_ids(),
            "statements": take.many("statements", self._statement),
            "editorial_note": take.text("editorial_note"),
            "pins": self._pins(),
            "quotations": tuple(self.quotations.values()),
            "prose": prose.html,
            "summary": self._summary(prose.paragraphs),
            "translations": read_translations(take),
            "location": take.location,
            "key_locations": take.places(),
        }

    def finish(self, entry: Entry) -> None:
        """Report keys nobody took, and anchors given twice."""
        self.fields.close()
        check_translations(entry, self.problems)
        seen: set[str] = set()
        for claim in entry.claims():
            if claim.id in seen:
                message = f"Two claims of this entry have the id {claim.id!r}."
                self._report("duplicate-id", claim.location, message, "give one of them another id")
            seen.add(claim.id)

    # Claims

    def claim(self, key: str, label: str, read: Callable[[Fields], T]) -> Claim[T] | None:
        """The claim under `key`; `read` takes its value, this method its evidence.

        A list in the place of one claim gives what sources say against one another; nobody wins (rule 8).
        """
        if not self.fields.is_list(key):
            return self.fields.one(key, lambda take: self._claim(take, key, label, read))
        claims = self.claims(key, label, read)
        if len(claims) < 2:
            hint = "give one value as `{value: …, evidence: …}`; a list is for sources that disagree"
            self._report("wrong-type", self.fields.where(key), f"{key!r} is a list of fewer than two values.", hint)
        return replace(claims[0], id=key, others=claims[1:]) if claims else None

    def claims(self, key: str, label: str, read: Callable[[Fields], T]) -> tuple[Claim[T], ...]:
        """A list of claims; their anchors are the key and a number."""
        numbers = iter(range(1, 10_000))
        return self.fields.many(key, lambda take: self._claim(take, f"{key}-{next(numbers)}", label, read))

    def choice(self, key: str, label: str, options: tuple[str, ...]) -> Claim[str] | None:
        """A claim whose value is one of `options`."""
        return self.claim(key, label, lambda take: take.choice("value", options))

    def date(self, key: str, label: str) -> Claim[Edtf] | None:
        """A claim whose value is a date; a year that no quotation holds must be said to be inferred."""
        claim = self.claim(key, label, lambda take: take.required_date("value"))
        if claim is None:
            return None
        for one in (claim, *claim.others):
            said = " ".join(quotation.exact for quotation in one.evidence)
            missing = [year for year in one.value.years if str(year) not in said]
            if missing and one.evidence and not one.inferred:
                message = f"The year {missing[0]} stands in none of the claim's quotations."
                hint = "quote the words that give it, or say under `inferred` how it was concluded; else write XXXX"
                self._report("date-without-evidence", one.location, message, hint)
        return claim

    def printed(self, key: str, label: str) -> Claim[str] | None:
        """A claim whose value is printed in the source as it stands."""
        claim = self.claim(key, label, lambda take: take.required("value"))
        for one in (claim, *claim.others) if claim else ():
            self._must_be_quoted(one.value, one.evidence, one.location)
        return claim

    def names(self) -> tuple[Claim[Name], ...]:
        """Attested spellings, the preferred one first; each must stand in its quotation."""
        claims = self.claims("names", "name", lambda take: Name(take.required("value"), take.required("language")))
        for claim in claims:
            self._must_be_quoted(claim.value.value, claim.evidence, claim.location)
        return claims

    def parties(self, key: str, roles: tuple[str, ...]) -> tuple[Claim[Party], ...]:
        """Who takes part, each with the words that say so; the first role is the one meant when none is given."""
        return self.claims(key, "party", lambda take: read_party(take, roles))

    def ref(self, take: Fields, key: str, kinds: tuple[str, ...], *, required: bool = False) -> Ref | None:
        """A reference to another entry, or None where the key is missing, which `required` makes a problem."""
        value = take.required(key) if required else take.text(key)
        return Ref(value, kinds, take.where(key)) if value else None

    def refs(self, take: Fields, key: str, kinds: tuple[str, ...]) -> tuple[Ref, ...]:
        """A list of references."""
        return tuple(Ref(value, kinds, where) for value, where in take.texts(key))

    def sentences(self, key: str) -> tuple[str, ...]:
        """A list of plain sentences of ours."""
        return tuple(words for words, _ in self.fields.texts(key))

    def _claim(self, take: Fields, anchor: str, label: str, read: Callable[[Fields], T]) -> Claim[T]:
        value = read(take)
        evidence = self._evidence(take)
        as_written = take.text("as_written")
        self._must_be_quoted(as_written, evidence, take.where("as_written"))
        return Claim(anchor, label, value, evidence, as_written, take.text("inferred"), take.location)

    def _statement(self, take: Fields) -> Claim[Statement]:
        anchor = take.required("id")
        if anchor and not is_slug(anchor):
            self._report("impossible-id", take.where("id"), f"{anchor!r} can't be an anchor.", SLUG_HINT)
        statement = read_statement(take)
        evidence = self._evidence(take)
        for words, where in statement.words_to_be_quoted():
            self._must_be_quoted(words, evidence, where)
        return Claim(anchor, statement.type, statement, evidence, "", take.text("inferred"), take.location)

    def _summary(self, paragraphs: Iterable[Paragraph]) -> tuple[Claim[Summary], ...]:
        found = []
        for part in paragraphs:
            evidence = self._named(part.cites, part.where_cited)
            links = tuple(Ref(id_, (), part.where_linked(id_)) for id_ in part.links)
            said = Summary(part.words.encode(), links)
            found.append(Claim(f"p{part.number}", "summary", said, evidence, "", "", part.location))
        return tuple(found)

    def _evidence(self, take: Fields) -> tuple[Quotation, ...]:
        only = take.take("evidence")
        if isinstance(only, str) and only in self.quotations:  # nearly all name one
            return (self.quotations[only],)
        keys = take.texts("evidence")
        if not keys:
            hint = "name a quotation: `evidence: key`; what you know from elsewhere belongs into `editorial_note`"
            self._report("claim-without-evidence", take.location, "This claim has no evidence.", hint)
        return self._named([key for key, _ in keys], lambda key: dict(keys)[key])

    def _named(self, keys: Collection[str], where: Callable[[str], Location]) -> tuple[Quotation, ...]:
        known = self.quotations
        for key in keys:
            if key not in known:
                hint = "quotations of this entry: " + (", ".join(sorted(known)) or "none")
                self._report("unknown-quotation", where(key), f"This entry has no quotation {key!r}.", hint)
        return tuple([known[key] for key in keys if key in known])

    def _must_be_quoted(self, words: str, evidence: tuple[Quotation, ...], where: Location) -> None:
        if words and evidence and not any(normalise(words) in normalise(q.exact) for q in evidence):
            message = f"“{words}” stands in none of the claim's quotations."
            hint = "write it as the source does, or name the quotation that holds it under `evidence`"
            self._report("not-as-written", where, message, hint)

    # Head and foot of an entry

    def _id(self) -> str:
        value = self.fields.required("id")
        where = self.fields.where("id")
        stem = PurePosixPath(where.path).stem
        if value and not is_slug(value):
            self._report("impossible-id", where, f"{value!r} can't be an address.", SLUG_HINT)
        elif value == LIST_PAGE:
            self._report("impossible-id", where, f"{value!r} is the address of the list of all {self.kind}.", ID_HINT)
        elif value and value != stem:
            message = f"The id is {value!r}, but the file is called {stem!r}."
            self._report("id-not-file-name", where, message, f"rename the file to {value}.md: an id is for ever")
        return value

    def _former_ids(self) -> tuple[str, ...]:
        former = self.fields.texts("former_ids")
        for value, where in former:
            if not is_slug(value) or value == LIST_PAGE:
                self._report("impossible-id", where, f"{value!r} can't have been an address.", SLUG_HINT)
        return tuple(value for value, _ in former)

    def _quotations(self) -> dict[str, Quotation]:
        return self.fields.one("quotations", self._read_quotations) or {}

    def _read_quotations(self, take: Fields) -> dict[str, Quotation]:
        found = {}
        for key in take.names():
            quotation = take.one(key, partial(self._read_quotation, key))
            if quotation:
                found[key] = quotation
        return found

    def _read_quotation(self, key: str, take: Fields) -> Quotation:
        source = self.id if self.kind == "sources" else take.required("source")
        exact = take.required("exact")
        named = take.where("source")
        return Quotation(key, source, exact, take.text("prefix"), take.text("suffix"), take.where("exact"), named)

    def _pins(self) -> tuple[Pin, ...]:
        def read(take: Fields) -> tuple[Pin, ...]:
            return tuple(Pin(Ref(name, ("sources",), take.where(name)), take.text(name)) for name in take.names())

        return self.fields.one("sources", read) or ()

    def _report(self, code: str, where: Location, message: str, hint: str) -> None:
        self.problems.append(Problem(code, where, message, hint))
