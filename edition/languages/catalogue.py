"""Catalogues: the translations of messages, in gettext's PO format, which translators' tools edit.

A message is known by its English text, and by a context where the same English means two things. In a catalogue, a
translator's comment `# confirmed: …` says whether a native reader has confirmed the translation, and who; another,
`# unsure: …`, what its translator doubts.
"""

from __future__ import annotations

import gettext
import hashlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

from edition.kept import Kept
from edition.problems import Location, Problem
from edition.records import decode

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Entry

SUFFIX = ".po"
LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?')
HINT = "a catalogue is a gettext PO file: msgid and msgstr in quotation marks, a blank line between messages"
CONFIRMED, UNSURE = "confirmed", "unsure"


class Translated(Struct, frozen=True):
    """A message and its translation, at its line of the catalogue.

    `confirmed` says whether a native reader has confirmed it, `unsure` what its translator doubts.
    """

    english: str
    text: str
    confirmed: bool
    unsure: str
    line: int


class Catalogue(Struct, frozen=True):
    """The translations of one language; gettext's null translations leave everything English.

    `messages` is how many messages the catalogue lists, translated or not.
    """

    language: str
    translations: gettext.NullTranslations
    messages: int = 0
    translated: tuple[Translated, ...] = ()

    @property
    def unconfirmed(self) -> tuple[Translated, ...]:
        """The translations that no native reader has confirmed."""
        return tuple(one for one in self.translated if not one.confirmed)

    def find(self, text: str, context: str = "") -> str:
        """The translation of a message, or its English where there is none."""
        return self.translations.pgettext(context, text) if context else self.translations.gettext(text)


def english() -> Catalogue:
    """The catalogue of English, the language messages are written in."""
    return Catalogue("en", gettext.NullTranslations())


def path_of(language: str) -> str:
    """Where the catalogue of a language lies in an edition."""
    return f"content/languages/{language}{SUFFIX}"


def read_catalogue(folder: Path, language: str, problems: list[Problem], kept: Kept) -> Catalogue:
    """Read `content/languages/<language>.po`. A missing or unreadable one is a problem; then all is English."""
    if language == "en":
        return english()
    file = folder / f"{language}{SUFFIX}"
    digest = hashlib.blake2b(file.read_bytes() if file.is_file() else b"").digest()
    known = kept.get("catalogue")
    if known is None or known[0] != digest:
        parsed = parse(folder, language, problems)
        if parsed is None:
            return Catalogue(language, gettext.NullTranslations())
        known = digest, *_compiled(parsed)
        kept.put("catalogue", known)
        kept.save()
    _, messages, compiled, translated = known
    said = tuple(Translated(*one) for one in translated)
    return Catalogue(language, gettext.GNUTranslations(io.BytesIO(compiled)), messages, said)


def _compiled(parsed: Catalog) -> tuple[int, bytes, tuple[tuple[object, ...], ...]]:
    """How many messages a catalogue lists, its translations in gettext's MO format, the values of each Translated."""
    from babel.messages.mofile import write_mo

    listed = [one for one in parsed if one.id]
    for one in (one for one in listed if not all(strings(one))):
        parsed.delete(one.id, one.context)  # or the singular of the English would stand for the plural
    compiled = io.BytesIO()
    write_mo(compiled, parsed)
    return len(listed), compiled.getvalue(), tuple(astuple(_translated(one)) for one in listed if is_said(one))


def _translated(one: Entry) -> Translated:
    said = comment(one, CONFIRMED) or ""
    return Translated(
        ids(one)[-1], strings(one)[-1], said not in ("", "no"), comment(one, UNSURE) or "", one.lineno or 1
    )


def comment(one: Entry, about: str) -> str | None:
    """What a translator's comment says, such as `# confirmed: no`; None where there is none."""
    found = (re.fullmatch(rf"{about}:\s*(.*)", line.strip()) for line in one.user_comments)
    return next((match[1].strip() for match in found if match), None)


def is_said(one: Entry) -> bool:
    """Whether a message is translated, in all its forms."""
    return all(strings(one)) and not one.fuzzy


def ids(one: Entry) -> tuple[str, ...]:
    """The English of a message, in the singular and the plural if it has both."""
    return tuple(one.id) if isinstance(one.id, tuple | list) else (str(one.id),)


def strings(one: Entry) -> tuple[str, ...]:
    """The translation of a message, in all its forms."""
    found = one.string if isinstance(one.string, tuple | list) else (one.string,)
    return tuple(text or "" for text in found)


def parse(folder: Path, language: str, problems: list[Problem]) -> Catalog | None:
    """A catalogue with its lines and comments, for those who check or update it; None, with the reason, if it fails."""
    from babel.messages.pofile import PoFileError, read_po

    path, file = path_of(language), folder / f"{language}{SUFFIX}"
    if not file.is_file():
        hint = f"make it: python build.py languages --add {language}"
        problems.append(Problem("no-language", Location(path), f"There is no catalogue for {language!r}.", hint))
        return None
    text = decode(file.read_bytes(), path, problems)
    if text is None:
        return None
    # Babel passes over some lines it can't read, and a translation would be lost.
    wrong = [number for number, line in enumerate(text.split("\n"), 1) if not LINE.fullmatch(line.strip())]
    problems += [
        Problem("unreadable-catalogue", Location(path, number), "This is no line of a catalogue.", HINT)
        for number in wrong
    ]
    if wrong:
        return None
    try:
        return read_po(io.BytesIO(text.encode()), locale=language, charset="utf-8", abort_invalid=True)
    except (PoFileError, ValueError) as error:
        problems.append(Problem("unreadable-catalogue", Location(path), f"{error}.", HINT))
        return None
