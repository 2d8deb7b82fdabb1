"""Saying things in the page's language: messages, names of entries, sentences that entries translate."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from edition.dates import Edtf
from edition.gazetteer import Place as GazetteerPlace
from edition.kinds.entry import Claim, Entry
from edition.kinds.people import Person
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.presenting.edition import Edition
from edition.presenting.views import Link, Quoted, Rich, Said

E = TypeVar("E", bound=Entry)
Value = Rich | Link | Said | Quoted | str | int
"""What can stand in the place of a message's placeholder."""


class Speaker:
    """Speaks the language of an edition; :class:`edition.presenting.presenter.Presenter` is one."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.language = edition, edition.language
        self.corpus, self.relations = edition.corpus, edition.relations
        self.words = edition.words
        self.say, self.say_in, self.count = self.language.say, self.language.say_in, self.language.count

    # Sentences with links

    def rich(self, text: str, /, **values: Value) -> Rich:
        """A message whose values may be links and lists of links."""
        return _filled(self.language.phrase(text), values)

    def rich_count(self, one: str, many: str, n: int, /, **values: Value) -> Rich:
        """The same for a message about a number, `{n}`."""
        return _filled(self.language.plural(one, many, n), {"n": self.language.number(n), **values})

    def listing(self, parts: Sequence[Rich], style: str = "standard") -> Rich:
        """Phrases as a list in words: a, b and c."""
        joined = self.language.listing([tuple(part) for part in parts], style)
        return tuple(item for part in joined for item in ((part,) if isinstance(part, str) else part))

    # Dates and numbers

    def date(self, date: Edtf | None) -> str:
        """A date in words; nothing for none."""
        return self.language.date(date)

    def day(self, day: dt.date) -> str:
        """A day in words."""
        return self.language.day(day)

    def year_words(self, date: Edtf | None) -> str:
        """A date in words, or that it is not known."""
        return self.date(date) or self.say("date not known")

    # Entries

    def title(self, entry: Entry) -> Said:
        """What an entry is called, in the page's language if it has a name there."""
        if isinstance(entry, SourceEntry) and entry.headline:
            return Said(entry.heading, self._marked(entry.language))
        if isinstance(entry, SourceEntry):
            ours = self.translated(entry, "title", entry.title)
            return Said(entry.in_brackets(ours.text), ours.language)
        if (said := self.translated(entry, "title", entry.heading)).language == "" or isinstance(entry, Person):
            return Said(said.text)
        if isinstance(entry, Province) and (place := self.relations.gazetteer_place(entry)):
            return self.place(place)
        return said

    def name(self, entry: Entry) -> str:
        """The same as mere words, for places where no language can be marked."""
        return self.title(entry).text

    def place(self, place: GazetteerPlace) -> Said:
        """A place's preferred name in the page's language, else in the first it has."""
        if own := place.name(self.language.code):
            return Said(own.value)
        found = next(iter(place.names), None)
        return Said(found.value, self._marked(found.language)) if found else Said(place.id)

    def place_name(self, place: GazetteerPlace) -> str:
        """The same as mere words."""
        return self.place(place).text

    def translated(self, entry: Entry, address: str, original: str) -> Said:
        """A sentence of an entry, by its address there (docs/entries.md); the original where it is not translated."""
        if self.edition.is_original or not original:
            return Said(original)
        translation = entry.translation(self.language.code, address)
        return Said(translation.text) if translation else Said(original, self.corpus.config.language)

    def phrase(self, context: str, original: str) -> Said:
        """A phrase that many entries use (a unit, an office, the reason of an inference), by the catalogue."""
        if not original or self.edition.is_original:
            return Said(original)
        said = self.language.phrase(original, context)
        return Said(said, "" if self.language.has(original, context) else self.corpus.config.language)

    def quoted(self, claim: Claim[Any], words: str) -> Quoted:
        """Words of the source that supports a claim."""
        languages = (self.corpus.accessions[quotation.source].entry.language for quotation in claim.evidence)
        return self.foreign(words, next(languages, ""))

    def foreign(self, words: str, language: str) -> Quoted:
        """Words in a language, which is marked where it is not the page's."""
        return Quoted(words, self._marked(language))

    def by_name(self, entries: Iterable[E]) -> list[E]:
        """Entries in the order of their names in the page's language."""
        return sorted(entries, key=lambda entry: (self.language.sort_key(self.name(entry)), entry.id))

    def _marked(self, language: str) -> str:
        return "" if language == self.language.code else language


def _filled(text: str, values: dict[str, Value]) -> Rich:
    parts: list[str | Link | Said | Quoted] = []
    for literal, name, _, _ in string.Formatter().parse(text):
        if literal:
            parts.append(literal)
        if name is not None:
            value = values[name]
            parts += (
                value
                if isinstance(value, tuple)
                else [value if isinstance(value, Link | Said | Quoted) else str(value)]
            )
    return tuple(parts)


def in_words(rich: Rich) -> str:
    """The plain words of a phrase with links."""
    return "".join(part if isinstance(part, str) else part.text for part in rich)
