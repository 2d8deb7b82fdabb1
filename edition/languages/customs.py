"""How a language writes months, lists and numbers, from the Unicode Common Locale Data Repository.

What was asked for once is kept, since reading the data of a language takes long.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from edition.kept import Kept

if TYPE_CHECKING:
    from babel import Locale

LOCALES = {"en": "en_GB"}
"""The locale whose customs a language follows, where it is not the language's own."""

LAST_AS_OF_TWO = ("lo",)
"""Languages whose list of many ends like a list of two, “a, b ແລະ c”, where their locale's data leaves the word out."""


class Customs:
    """The customs of a language."""

    def __init__(self, language: str, kept: Kept) -> None:
        self.language, self.kept = language, kept

    def month(self, number: int, form: str) -> str:
        """The name of a month: as it stands in a date (`form` "format") or alone ("stand-alone")."""
        names = self._known(f"months {form}", lambda locale: dict(locale.months[form]["wide"]))
        return str(names[number])

    def between(self, style: str) -> dict[str, str]:
        """What stands between the things of a list, by place: `2` (in a list of two), `start`, `middle`, `end`."""

        def find(locale: Locale) -> dict[str, str]:
            patterns = dict(locale.list_patterns[style])
            if self.language in LAST_AS_OF_TWO:
                patterns["end"] = patterns["2"]
            return {name: one.removeprefix("{0}").removesuffix("{1}") for name, one in patterns.items()}

        found: dict[str, str] = self._known(f"list {style}", find)
        return found

    def decimal(self, value: float, pattern: str) -> str:
        """A number in the pattern's form (UTS #35), with the signs of the language."""

        def find(locale: Locale) -> str:
            from babel.numbers import format_decimal

            return format_decimal(value, format=pattern, locale=locale)

        return str(self._known(f"{pattern} {value!r}", find))

    def _known(self, key: str, find: Callable[[Locale], Any]) -> Any:
        found = self.kept.get(key)
        if found is None:
            from babel import Locale

            found = find(Locale.parse(LOCALES.get(self.language, self.language)))
            self.kept.put(key, found)
        return found
