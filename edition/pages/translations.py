"""Translations: how far the site is translated, and which translations no native reader has confirmed yet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.kinds.entry import Entry, Translation
from edition.kinds.people import Person
from edition.kinds.provinces import Province
from edition.kinds.sources import SourceEntry
from edition.kinds.translations import originals
from edition.languages.catalogue import Translated
from edition.languages.language import Language
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, Plan, Quoted, View
from edition.presenting.wording import Wording
from edition.prose import plain

INDEX = urls.index_of(urls.TRANSLATIONS)
ON_A_PAGE = 150
"""So many that a page stays light for a phone: about 1300 elements."""
NO_DOUBT = Quoted("")
NAMED_ELSEWHERE = (Province, Person)
"""Entries whose titles are names: the gazetteer's, the person's own, the article's."""


class Share(Struct, frozen=True):
    """How many there are of something to translate, and how many are translated and confirmed."""

    all: str
    translated: str
    confirmed: str


class Progress(Struct, frozen=True):
    """How far one language is; `lists` leads to what nobody has confirmed."""

    name: str
    messages: Share
    sentences: Share
    lists: tuple[Link, ...]


class Unconfirmed(Struct, frozen=True):
    """A translation to be confirmed: a message, or a sentence of an `entry`."""

    original: Quoted
    text: Quoted
    unsure: Quoted = NO_DOUBT
    entry: Link | None = None


class TranslationsView(View, frozen=True, kw_only=True):
    """Every language but that of the root."""

    languages: tuple[Progress, ...]
    repository: str


class UnconfirmedView(View, frozen=True, kw_only=True):
    """A part of the translations that nobody has confirmed."""

    translations: tuple[Unconfirmed, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """One page on all languages, and the lists of what nobody has confirmed. None where there is one language."""
    root = edition.corpus.config.language
    languages = tuple(language for language in edition.languages if language.code != root)
    if not languages:
        return
    yield Plan(INDEX, partial(_index, edition, languages))
    for language in languages:
        yield from _lists(edition, language)


def _index(edition: Edition, languages: tuple[Language, ...]) -> Page:
    presenter = Presenter(edition, INDEX)
    view = TranslationsView(
        title=presenter.say("Translations"),
        description=presenter.say(
            "How far this record is translated, and which translations no native reader has confirmed yet."
        ),
        crumbs=presenter.crumbs(),
        languages=tuple(_progress(presenter, language) for language in languages),
        repository=edition.corpus.config.repository,
    )
    return Page(INDEX, "translations.html", view)


def _progress(presenter: Presenter, language: Language) -> Progress:
    catalogue, entries = language.catalogue, tuple(presenter.corpus.entries.values())
    sentences = tuple(one for entry in entries for one in entry.translations if one.language == language.code)
    number = presenter.language.number
    return Progress(
        presenter.language.name(language.code),
        Share(
            number(catalogue.messages),
            number(len(catalogue.translated)),
            number(len(catalogue.translated) - len(catalogue.unconfirmed)),
        ),
        Share(
            number(sum(map(_to_translate, entries))),
            number(len(sentences)),
            number(sum(1 for one in sentences if one.confirmed)),
        ),
        _parts(presenter, language),
    )


def _to_translate(entry: Entry) -> int:
    is_named_elsewhere = isinstance(entry, NAMED_ELSEWHERE) or (isinstance(entry, SourceEntry) and entry.headline)
    return sum(1 for address in originals(entry) if address != "title" or not is_named_elsewhere)


def _waiting(presenter: Presenter, language: Language) -> tuple[Translated | tuple[Entry, Translation], ...]:
    entries = presenter.corpus.entries.values()
    sentences = (
        (entry, one)
        for entry in entries
        for one in entry.translations
        if one.language == language.code and not one.confirmed
    )
    return (*language.catalogue.unconfirmed, *sentences)


def _parts(presenter: Presenter, language: Language) -> tuple[Link, ...]:
    waiting = len(_waiting(presenter, language))
    return tuple(
        Link(
            presenter.say("{first}–{last}", first=first + 1, last=min(first + ON_A_PAGE, waiting)),
            _path(language, part),
        )
        for part, first in enumerate(range(0, waiting, ON_A_PAGE), 1)
    )


def _path(language: Language, part: int) -> str:
    return urls.page_at(urls.TRANSLATIONS, f"{language.code}-{part}")


def _lists(edition: Edition, language: Language) -> Iterator[Plan]:
    parts = _parts(Presenter(edition, INDEX), language)
    for number, part in enumerate(parts):
        yield Plan(part.path, partial(_list, edition, language, parts, number))


def _list(edition: Edition, language: Language, parts: tuple[Link, ...], number: int) -> Page:
    part = parts[number]
    presenter = Presenter(edition, part.path)
    first = number * ON_A_PAGE
    waiting = _waiting(presenter, language)[first : first + ON_A_PAGE]
    name = presenter.language.name(language.code)
    view = UnconfirmedView(
        title=presenter.say("Not confirmed in {language}, {part}", language=name, part=part.text),
        description=presenter.say(
            "Translations into {language} that no native reader has confirmed yet: {part}.",
            language=name,
            part=part.text,
        ),
        crumbs=presenter.crumbs(Link(presenter.say("Translations"), INDEX)),
        translations=tuple(_unconfirmed(presenter, language, one) for one in waiting),
        parts_of_list=parts,
    )
    return Page(part.path, "unconfirmed.html", view)


def _unconfirmed(presenter: Presenter, language: Language, one: Translated | tuple[Entry, Translation]) -> Unconfirmed:
    if isinstance(one, Translated):
        return Unconfirmed(
            presenter.foreign(one.english, "en"),
            presenter.foreign(one.text, language.code),
            presenter.foreign(one.unsure, "en"),
        )
    entry, translation = one
    return Unconfirmed(
        presenter.foreign(originals(entry)[translation.address], presenter.corpus.config.language),
        presenter.foreign(plain(translation.text), language.code),
        entry=presenter.link(entry, Wording(presenter.edition).kind(entry)),
    )
