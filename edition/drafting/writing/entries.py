"""The entries that an article gives: provinces, organisations, people, agreements, its event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from edition.drafting.reading import (
    OrganisationRead,
    PersonRead,
    ProvinceRead,
    Value,
    Words,
)
from edition.drafting.writing.draft import Draft, comment, flow, scalar, whole
from edition.drafting.writing.headings import english
from edition.drafting.writing.named import provinces as provinces_in
from edition.drafting.writing.quoting import Quoter
from edition.text import fold, normalise, slug

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter


def _names(article: ArticleWriter, quoter: Quoter, names: tuple[tuple[str, Words], ...]) -> list[str]:
    """The spellings, each with the sentence part that attests it."""
    lines = []
    for _, words in names:
        key = quoter.key(words, "name")
        name = normalise(article.reading.quote(words))
        if key and name in normalise(quoter.words(key)):
            lines.append("  - " + flow({"value": scalar(name), "language": article.reading.language, "evidence": key}))
    return lines


def province(article: ArticleWriter, one: ProvinceRead) -> Draft | None:
    """A province that the edition has no entry for; a place, if the gazetteer does not know it."""
    quoter = article.quoter()
    names = _names(article, quoter, one.names)
    if not names:
        return None
    place = article.known.gazetteer.get(one.id)
    title = (name.value if (name := place.name("en")) else one.id) if place else one.names[0][0]
    lines = [f"title: {scalar(title)}", "status: draft"]
    if place:
        lines.append(f"gazetteer: {one.id}")
        if place.succession:
            lines.append(
                comment(
                    f"Since {place.succession.since} part of {place.succession.place}; the entry is of the province "
                    f"as it was then."
                )
            )
    else:
        lines.append(
            "# The gazetteer has no such place, hence an entry among the places: add it there to make it a province."
        )
    return whole(
        "provinces" if place else "places",
        article.free(one.id),
        [*lines, "names:", *names, *article.pins(), *quoter.lines(names)],
    )


_KIND_OF_TOWN = re.compile(
    r"^(?:thành phố|TP\.?|thị xã|thị trấn|quận|huyện|xã|phường|bản|thủ đô|tỉnh)\s*|"
    r"\s+(?:city|district|town|commune|province|capital)$",
    re.IGNORECASE,
)


def town(article: ArticleWriter, value: Value, province: str) -> Draft | None:
    """A town, district or other place in which something took place."""
    quoter = article.quoter()
    printed = normalise(article.reading.quote(value.words))
    names = _names(article, quoter, ((printed, value.words),))
    title = _KIND_OF_TOWN.sub("", printed) or printed
    if not names:
        return None
    known = article.known.gazetteer.get(province)
    itself = known and fold(title) in {fold(name.value) for name in (*known.names, *known.aliases)}
    lines = [f"title: {scalar(title)}", "status: draft"]
    lines += [f"gazetteer: {province}"] if itself else []
    lines += ["names:", *names]
    owner = article.parties.get(province, "")
    if owner and not itself and article.known.gazetteer.get(province):
        lines.append(f"province: {owner}  # it holds the town, by the gazetteer")
    id_ = article.free(slug(title) or slug(f"{province} place"))
    return whole("places", id_, [*lines, *article.pins(), *quoter.lines(lines)])


MANY = 2
_PLURAL = re.compile(
    r"\b([Uu]nion|[Dd]epartment|[Cc]ommand|[Cc]ommittee|[Aa]ssociation|[Ff]ederation|[Cc]ommission)s\b"
)


def organisation(article: ArticleWriter, one: OrganisationRead) -> Draft | None:
    """An organisation that the edition has no entry for."""
    quoter = article.quoter()
    names = _names(article, quoter, one.names)
    if not names or one.side not in ("VN", "LA"):
        return None
    name = normalise(one.names[0][0])
    name = name[0].upper() + name[1:]
    owner = article.parties.get(one.province, "")
    title = name
    together = _named_together(article, one)
    if together:
        title = f"{together} of {english(article, one.province)}"
    elif one.province and one.inferred:
        title = f"{name} of {english(article, one.province)}" if article.reading.language != "vi" else name
    lines = [f"title: {scalar(title)}", "status: draft"]
    if one.inferred:
        lines.append(comment(f"Whose? {one.inferred}"))
    if one.type == "provincial-administration" and one.side == "VN":
        lines.append(
            "# Perhaps the article means the province itself: if so, name that in its stead, and delete this file."
        )
    if together:
        lines.append(
            comment("The article names these bodies only together: say in `editorial_note` that each has its own.")
        )
    elif article.reading.language != "en":
        lines.append("# The title is to be in English: the official name, if you know it.")
    if one.variant_of:
        lines.append(
            comment(f"Perhaps the same as {one.variant_of}: if so, add the spelling there and delete this file.")
        )
    lines += ["names:", *names, f"side: {one.side}", f"type: {one.type}  # by its name"]
    if owner and article.known.gazetteer.get(one.province):
        lines.append(f"province: {owner}")
    base = slug(
        " ".join(
            word
            for word in (
                one.province,
                one.type
                if one.type in ("peoples-committee", "peoples-council", "party-committee")
                else one.key.split(":")[-1],
            )
            if word
        )
    )
    if one.type not in ("peoples-committee", "peoples-council", "party-committee"):
        own = together or name
        base = slug(own) if one.province in slug(own) else slug(f"{one.province} {own}")
    return whole("organisations", article.free(base or "organisation"), [*lines, *article.pins(), *quoter.lines(lines)])


def _named_together(article: ArticleWriter, one: OrganisationRead) -> str:
    """What one body is called of several that the article names by one name only; "" for one with a name of its own."""
    words = one.names[0][1]
    if article.reading.language != "en" or not one.province or len(provinces_in(article, words)) < MANY:
        return ""
    head = re.split(r"\s+(?:of|in)\s+", normalise(article.reading.quote(words)))[0]
    head = _PLURAL.sub(lambda match: match[1], head)
    return " ".join(word if word in ("and", "for") else word[0].upper() + word[1:] for word in head.split())


class PersonDraft(Struct):
    """A person to be written once the event's id is known."""

    one: PersonRead
    id: str

    def written(self, article: ArticleWriter) -> Draft:
        """The draft."""
        one, reading = self.one, article.reading
        quoter = article.quoter()
        lines = [f"title: {scalar(one.name)}", "status: draft"]
        if one.variant_of:
            lines.append(
                comment(
                    f"Perhaps the same as {one.variant_of}: if so, add spelling and office there and delete this file."
                )
            )
        whole_key = quoter.key(one.words, "office") if one.office_words else ""
        name = normalise(reading.quote(one.name_words))
        office = normalise(reading.quote(one.office_words)) if one.office_words else ""
        holds = whole_key and name in normalise(quoter.words(whole_key))
        name_key = whole_key if holds else quoter.key(one.name_words, "name")
        lines += ["names:", "  - " + flow({"value": scalar(name), "language": reading.language, "evidence": name_key})]
        lines.append(f"side: {one.side or 'VN'}")
        if whole_key and office and office in normalise(quoter.words(whole_key)):
            of = [article.parties[key] for key in one.of if key in article.parties]
            lines.append("offices:")
            lines.append(
                "  - "
                + flow(
                    {
                        "as_written": scalar(office),
                        "of": of,
                        "event": article.events.get(article.attended.get(self.id, 0)),
                        "evidence": whole_key,
                    }
                )
            )
        return whole("people", self.id, [*lines, *article.pins(), *quoter.lines(lines)])


def people(article: ArticleWriter) -> Iterator[PersonDraft]:
    """The persons that the edition has no entry for."""
    for one in article.reading.people:
        if one.entry:
            article.parties[f"person:{one.name}"] = one.entry
        elif article.quoter().key(one.name_words, "name"):
            draft = PersonDraft(one, article.free(slug(one.name) or "person"))
            article.parties[f"person:{one.name}"] = draft.id
            yield draft
