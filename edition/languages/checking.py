"""Catalogues held against the messages: what is missing, unused or inconsistent; bringing a catalogue up to date."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.languages.catalogue import CONFIRMED, comment, ids, is_said, path_of, strings
from edition.languages.language import placeholders
from edition.languages.messages import Message, places
from edition.problems import Location, Problem

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Entry

Messages = Mapping[tuple[str, str], Sequence[Message]]
MUST_BE_CONFIRMED = ("lo",)
"""The languages each of whose translations says whether a native reader has confirmed it."""


_FREE = {"plural": frozenset({"n"}), "date": frozenset({"month", "number"})}
"""Placeholders a translation may have or not: “one agreement” needs no number, a month is named or numbered."""


def check(catalogue: Catalog, language: str, messages: Messages) -> Iterator[Problem]:
    """What is wrong with a catalogue: each message at its place in the code, each translation at its line."""
    translated = {(one.context or "", ids(one)[0]): one for one in catalogue if one.id}
    for key, said in messages.items():
        one = translated.get(key)
        if one is None or not is_said(one):
            hint = f"translate it in {path_of(language)}; new messages get there by: python build.py languages --update"
            where = said[0].location
            yield Problem("untranslated", where, f"Not in {language!r} yet: “{said[0].text}”", hint)
    for key, one in translated.items():
        where = Location(path_of(language), one.lineno or 1)
        if key not in messages:
            hint = "take it out, or run: python build.py languages --update"
            yield Problem("unused-message", where, f"Nothing says “{key[1]}” any more.", hint)
        elif all(strings(one)):
            yield from _inconsistent(one, where)
            if language in MUST_BE_CONFIRMED and comment(one, CONFIRMED) is None:
                hint = "write above it `# confirmed: no`, or who confirmed it and when"
                yield Problem("not-said-whether-confirmed", where, f"“{key[1]}” does not say it.", hint)


def _inconsistent(one: Entry, where: Location) -> Iterator[Problem]:
    wanted = {name for text in ids(one) for name in placeholders(text)}
    for text in strings(one):
        try:
            found = set(placeholders(text))
        except ValueError:
            yield Problem("broken-placeholder", where, f"A brace is left open: “{text}”", "write {name}, or {{ for {")
            continue
        if (wanted ^ found) - _FREE.get(one.context or ("plural" if isinstance(one.id, tuple) else ""), frozenset()):
            names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
            message, hint = f"“{text}” has other placeholders.", f"those of the English: {names}"
            yield Problem("other-placeholders", where, message, hint)


def update(catalogue: Catalog, messages: Messages) -> None:
    """Add what is new, take out what nothing says any more, renew the places. Translations stay as they are."""
    from babel.messages.catalog import Catalog as New

    template = New()
    for (context, text), said in sorted(messages.items(), key=lambda item: (places(item[1])[0], item[0])):
        id_ = (text, said[0].plural) if said[0].plural else text
        template.add(id_, locations=[(path, 0) for path in places(said)], context=context or None)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()


def new(language: str) -> Catalog:
    """An empty catalogue."""
    from babel.messages.catalog import Catalog as New

    return New(locale=language, fuzzy=False)


def write(catalogue: Catalog, folder: Path, language: str) -> None:
    """Write a catalogue back, as translators' tools like it."""
    from babel.messages.pofile import write_po

    head = (
        f'# Translations into {language!r}: docs/languages.md.\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        f'"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False, sort_by_file=True, omit_header=True)
    (folder / f"{language}.po").write_bytes(head.encode() + out.getvalue())
