"""Translations: an entry's sentences in other languages, under its key `translations`.

```yaml
translations:
  vi:
    title: Biên bản ghi nhớ …
    exchanges: Hai tỉnh …          # a statement, by its id
    p1: "[Huế](entry:hue) …[@visit]" # a paragraph of the prose, by its anchor, with the same links and citations
    confirmed: A. Reader, 1 March 2026 # the native reader who has confirmed all of these, if one has
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from edition.kinds.entry import Claim, Entry, Summary, Translation
from edition.problems import Location, Problem
from edition.prose import plain
from edition.prose import read as read_prose
from edition.records import Fields

KEY = "translations"
CONFIRMED = "confirmed"
OWN = ("title", "scope", "editorial_note")
LISTS = ("unknown",)


def read_translations(take: Fields) -> tuple[Translation, ...]:
    """Read the key `translations`: a mapping of languages to mappings of addresses to sentences."""
    return take.one(KEY, _languages) or ()


def _languages(take: Fields) -> tuple[Translation, ...]:
    found: list[Translation] = []
    for language in take.names():
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", language):
            hint = "write its code: vi, lo, fr"
            take.complain(language, "unknown-language", f"{language!r} is no language.", hint)
        found += take.one(language, partial(_sentences, language)) or ()
    return tuple(found)


def _sentences(language: str, take: Fields) -> tuple[Translation, ...]:
    who = take.text(CONFIRMED)
    return tuple(
        Translation(language, address, take.required(address), take.where(address), who)
        for address in take.names()
        if address != CONFIRMED
    )


def check_translations(entry: Entry, problems: list[Problem]) -> None:
    """Report translations of what the entry does not say, and paragraphs whose links or citations differ."""
    if not entry.translations:
        return
    known = dict(_addresses(entry))
    for translation in entry.translations:
        if translation.address not in known:
            message = f"The entry has nothing at {translation.address!r} to translate into {translation.language!r}."
            hint = "addresses of this entry: " + ", ".join(known)
            problems.append(Problem("unknown-address", translation.location, message, hint))
        elif claim := known[translation.address]:
            _compare(claim, translation, problems)


def originals(entry: Entry) -> dict[str, str]:
    """What of an entry can be translated, by address: its own words, its statements, its paragraphs without links."""
    return {
        **{key: getattr(entry, key) for key in OWN if getattr(entry, key, "")},
        **{f"{key}-{n}": text for key in LISTS for n, text in enumerate(getattr(entry, key, ()), 1)},
        **{claim.id: claim.value.text for claim in entry.statements},
        **{claim.id: plain(claim.value.text) for claim in entry.summary},
    }


def _addresses(entry: Entry) -> Iterator[tuple[str, Claim[Summary] | None]]:
    yield from ((key, None) for key in OWN if getattr(entry, key, ""))
    for key in LISTS:
        yield from ((f"{key}-{number}", None) for number in range(1, len(getattr(entry, key, ())) + 1))
    yield from ((claim.id, None) for claim in entry.statements)
    yield from ((claim.id, claim) for claim in entry.summary)


def _compare(original: Claim[Summary], translation: Translation, problems: list[Problem]) -> None:
    """A paragraph and its translation must cite the same quotations and link to the same entries."""
    report = partial(_report, translation.location, problems)
    found = read_prose(translation.text, translation.location, problems).paragraphs
    if len(found) != 1:
        report(f"This translates one paragraph by {len(found)}.", "write it as one paragraph")
        return
    cited = {quotation.key for quotation in original.evidence}
    if (cites := set(found[0].cites)) != cited:
        report("The translation cites other quotations.", _wanted("[@{}]", cited, cites))
    linked = {ref.id for ref in original.value.links}
    if (links := set(found[0].links)) != linked:
        report("The translation links to other entries.", _wanted("(entry:{})", linked, links))


def _wanted(form: str, wanted: set[str], found: set[str]) -> str:
    parts = []
    if missing := sorted(wanted - found):
        parts.append("add " + ", ".join(map(form.format, missing)))
    if extra := sorted(found - wanted):
        parts.append("leave out " + ", ".join(map(form.format, extra)))
    return "; ".join(parts)


def _report(location: Location, problems: list[Problem], message: str, hint: str) -> None:
    problems.append(Problem("unlike-the-original", location, message, hint))
