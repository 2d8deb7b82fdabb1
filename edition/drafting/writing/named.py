"""Who is named in a stretch of the source, by the names that the reading found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from edition.drafting.reading import PersonRead, Words

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter

FEWEST_WORDS = 3
"""Words that an office has at least to stand for whoever holds it."""
SHORTEST = 2
"""Letters that a name has at least which stands for a whole one: "An" is a word of many others."""


class Named(Struct, frozen=True):
    """An entry that a stretch of the source names: its kind, id, province, side, and the words."""

    kind: str
    entry: str
    province: str
    side: str
    words: Words


def named(article: ArticleWriter, within: Words) -> list[Named]:
    """The entries named within some words, in their order; what is part of a longer name is none of its own."""
    found: list[Named] = []
    for one in sorted(_all(article, within), key=lambda n: n.words.start - n.words.end):
        if all(_apart(one, n) or _together(one, n) for n in found):
            found.append(one)
    once: dict[str, Named] = {}
    for one in sorted(found, key=lambda n: n.words.start):
        once.setdefault(one.entry, one)
    return list(once.values())


def provinces(article: ArticleWriter, within: Words) -> list[str]:
    """The provinces named within some words, also as parts of longer names."""
    return [
        one.id for one in article.reading.provinces if any(_spelled(article, name, within) for name, _ in one.names)
    ]


def _apart(one: Named, other: Named) -> bool:
    return one.words.end <= other.words.start or other.words.end <= one.words.start


def _together(one: Named, other: Named) -> bool:
    """Whether two bodies are named by the same words: "the women's unions of the three provinces"."""
    return one.words == other.words and one.kind == other.kind == "organisation"


def _all(article: ArticleWriter, within: Words) -> Iterator[Named]:
    reading = article.reading
    for org in reading.organisations:
        entry = article.parties.get(article.key(org), "")
        for name, _ in org.names if entry else ():
            yield from (
                Named("organisation", entry, org.province, org.side, w) for w in _spelled(article, name, within)
            )
    for province in reading.provinces:
        entry = article.parties.get(province.id, "")
        for name, _ in province.names if entry else ():
            yield from (
                Named("province", entry, province.id, province.country, w) for w in _spelled(article, name, within)
            )
    for person in reading.people:
        entry = article.parties.get(f"person:{person.name}", "")
        if entry and within.start <= person.words.start and person.words.end <= within.end:
            yield Named("person", entry, "", person.side, person.words)
        elif entry:
            for name in (person.name, short(person), *_office(article, person)):
                yield from (Named("person", entry, "", person.side, w) for w in _spelled(article, name, within))


def _office(article: ArticleWriter, person: PersonRead) -> Iterator[str]:
    """The person's office, where it stands for the name: nobody else in the article has it."""
    others = [one.office for one in article.reading.people if one is not person]
    if len(person.office.split()) >= FEWEST_WORDS and not any(person.office in other for other in others):
        yield person.office


def short(person: PersonRead) -> str:
    """What a person is called the second time: a Vietnamese by the last name, a Lao by the first."""
    words = person.name.split()
    name = words[-1] if person.side == "VN" else words[0]
    return name if len(name) > SHORTEST and len(words) > 1 else person.name


def _spelled(article: ArticleWriter, name: str, within: Words) -> list[Words]:
    text = article.reading.source.text[within.start : within.end]
    places = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return [Words(within.start + match.start(), within.start + match.end()) for match in places]
