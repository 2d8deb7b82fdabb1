"""What every page of a language shows around its own content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from edition import urls
from edition.languages.language import message
from edition.presenting.edition import Edition
from edition.presenting.views import Link
from edition.watching import wordless

MENU = (
    ("provinces", message("Provinces")),
    ("agreements", message("Agreements")),
    ("pairs", message("Pairs")),
    ("events", message("Events")),
    ("people", message("People")),
    ("organisations", message("Organisations")),
    ("fields", message("Fields")),
    ("sources", message("Sources")),
)

SELF_NAMES = {"en": "English", "vi": "Tiếng Việt", "lo": "ລາວ", "fr": "Français"}
"""What languages call themselves; others are named by the Unicode Common Locale Data Repository."""


class Tree(Struct, frozen=True):
    """A language of the site: its code, what it calls itself, the folder of its pages (with a slash, or none)."""

    code: str
    name: str
    folder: str


class Frame(Struct, frozen=True, dict=True):
    """What every page shows around its own content. `trees` are the languages of the site, `own` that of the page.

    `card` is the address of the picture that stands for the record where a link is shared; `day` the edition's day.
    """

    title: str
    subtitle: str
    language: str
    base_url: str
    card: str
    menu: tuple[Link, ...]
    day: dt.date
    say_day: Callable[[dt.date], str]
    own: Tree
    trees: tuple[Tree, ...]

    @wordless
    def as_of(self) -> str:
        """The edition's day in words; a page that doesn't show it needs no calendar, which takes long to read."""
        return self.say_day(self.day)


def frame(edition: Edition) -> Frame:
    """The frame of an edition's pages in its language."""
    config, language = edition.corpus.config, edition.language
    trees = tuple(
        Tree(code, SELF_NAMES.get(code) or _self_name(code), urls.tree(code, config.language))
        for code in config.languages
    )
    return Frame(
        language.phrase(config.title, "edition"),
        language.phrase(config.subtitle, "edition"),
        language.code,
        config.base_url,
        urls.absolute(config.base_url, urls.CARD),
        tuple(Link(language.say(text), urls.index_of(folder)) for folder, text in MENU),
        config.as_of,
        language.day,
        next(tree for tree in trees if tree.code == language.code),
        trees,
    )


def _self_name(code: str) -> str:
    from babel import Locale

    return str(Locale.parse(code).display_name)
