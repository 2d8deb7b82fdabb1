"""One language of the site: what code and templates say through it."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from edition.dates import Edtf
from edition.kept import Kept
from edition.languages import dates
from edition.languages.catalogue import Catalogue, english, read_catalogue
from edition.languages.codes import Codes
from edition.languages.collation import Order
from edition.languages.customs import Customs
from edition.problems import Problem

T = TypeVar("T")


def message(text: str) -> str:
    """Mark a text that is said elsewhere, such as a constant, so that it gets into the catalogues."""
    return text


class Language(Struct, frozen=True, dict=True):
    """A language: its messages and the words for codes, its customs and its order, of which something may be `kept`.

    `say` and its like are called with the English text itself, so that it can be found in the code (`messages`).
    """

    code: str
    codes: Codes
    catalogue: Catalogue
    kept: Kept

    def say(self, text: str, /, **values: object) -> str:
        """A message, with values in the place of its `{names}`."""
        return self.phrase(text).format(**values) if values else self.phrase(text)

    def say_in(self, context: str, text: str, /, **values: object) -> str:
        """A message whose English means different things in different contexts."""
        found = self.phrase(text, context)
        return found.format(**values) if values else found

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """A message about a number: `{n}` stands for it, written in the language's way."""
        return self.plural(one, many, n).format(n=self.number(n), **values)

    def plural(self, one: str, many: str, n: int) -> str:
        """The form of a message that goes with a number, its placeholders still in it."""
        return self.catalogue.translations.ngettext(one, many, n)

    def phrase(self, text: str, context: str = "") -> str:
        """A message with its placeholders still in it; English where it is not translated."""
        return self.catalogue.find(text, context) if text else ""

    def has(self, text: str, context: str = "") -> bool:
        """Whether a phrase of an entry can be said in this language; what reads the same in both counts as English."""
        return self.code == "en" or self.catalogue.find(text, context) != text

    def word(self, group: str, code: str) -> str:
        """The words for a code."""
        return self.phrase(self.codes[group][code], group)

    # Customs

    @cached_property
    def customs(self) -> Customs:
        """How the language writes months, lists and numbers."""
        return Customs(self.code, self.kept)

    @cached_property
    def order(self) -> Order:
        """The order of names in the language."""
        return Order(self.code, self.kept)

    def name(self, code: str) -> str:
        """What this language calls a language."""
        return self.word("language", code)

    def number(self, value: float) -> str:
        """A number, grouped and with the decimal sign of the language."""
        return self.customs.decimal(value, "#,##0.##########")

    def share(self, percentage: float) -> str:
        """A percentage, with one decimal: “99.3 %”."""
        return self.say("{number} %", number=self.customs.decimal(percentage, "#,##0.0"))

    def month(self, number: int, form: str = "format") -> str:
        """The name of a month: as it stands in a date, or (`form` "stand-alone") alone."""
        return self.customs.month(number, form)

    def date(self, date: Edtf | None) -> str:
        """A date in words; nothing for none."""
        return dates.words(date, self) if date else ""

    def day(self, day: dt.date) -> str:
        """A day in words."""
        return dates.day(day, self)

    def listing(self, items: Sequence[T], style: str = "standard") -> tuple[T | str, ...]:
        """Things as a list in words, “a, b and c” (`style` "or": “a, b or c”): the things, and what stands between."""
        if len(items) < 2:
            return tuple(items)
        between = self.customs.between(style)
        if len(items) == 2:
            return items[0], between["2"], items[1]
        joined: list[T | str] = [items[0]]
        for number, item in enumerate(items[1:], 1):
            joined += [between["start" if number == 1 else "end" if number == len(items) - 1 else "middle"], item]
        if len(items) == 3:
            joined[1] = between["start"]
        return tuple(joined)

    def join(self, items: Iterable[str], style: str = "standard") -> str:
        """Some words as a list in words."""
        return "".join(self.listing(tuple(items), style))

    def sort_key(self, text: str) -> tuple[Any, ...]:
        """A key that sorts names in the language's order."""
        return self.order.key(text)


def read_language(folder: Path, code: str, codes: Codes, problems: list[Problem], root: Path | None = None) -> Language:
    """A language with its catalogue. What takes long to read is kept in the edition at `root`, if one is given."""
    kept = Kept(root, f"language-{code}")
    return Language(code, codes, read_catalogue(folder, code, problems, kept), kept)


def in_english(codes: Codes) -> Language:
    """English, the language that messages are written in."""
    return Language("en", codes, english(), Kept())


def placeholders(text: str) -> tuple[str, ...]:
    """The names in braces of a message, in order. Raises ValueError for a lone brace."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
