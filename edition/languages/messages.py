"""Every message the site has, with the places where it is said: from code, templates, codes and entries.

Code says `say("…")`, `count("…", "…", n)`, `say_in("context", "…")` and `message("…")`; templates say the same. The
words for codes have the group's name as their context; phrases that many entries use (units, offices, scopes, reasons)
have one of their own, so that a translator does each once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from edition.config import PATH as CONFIG
from edition.config import Workspace
from edition.corpus import Corpus
from edition.kinds import KINDS
from edition.kinds.entry import Claim, Entry, Statement
from edition.kinds.people import Office
from edition.kinds.sources import SourceEntry
from edition.languages.codes import PATH as CODES_PATH
from edition.languages.codes import Codes
from edition.problems import Location

KEYWORDS: Mapping[str, Any] = {
    "say": None,
    "rich": None,
    "message": None,
    "say_in": ((1, "c"), 2),
    "count": (1, 2),
    "plural": (1, 2),
    "rich_count": (1, 2),
}
"""The functions that take messages, as Babel's extraction wants them told: which argument is what."""


class Message(Struct, frozen=True):
    """A message: its English, in the plural too if it is about a number, its context, and where it is said."""

    text: str
    plural: str
    context: str
    location: Location


def messages(workspace: Workspace, corpus: Corpus, codes: Codes) -> dict[tuple[str, str], list[Message]]:
    """Every message by context and English text, with each of its places."""
    found: dict[tuple[str, str], list[Message]] = {}
    for one in (*of_house(workspace.house), *of_codes(codes), *of_kinds(), *of_edition(corpus)):
        if one.text:
            found.setdefault((one.context, one.text), []).append(one)
    return found


def of_house(house: Path) -> Iterator[Message]:
    """The messages of code and templates."""
    from babel.messages.extract import extract_from_file

    options = {"trimmed": "true", "silent": "false"}
    for method, files in (
        ("python", sorted((house / "edition").rglob("*.py"))),
        ("jinja2.ext:babel_extract", sorted((house / "templates").rglob("*.html"))),
    ):
        for file in files:
            for line, text, _, context in extract_from_file(method, file, keywords=KEYWORDS, options=options):
                one, many = text if isinstance(text, tuple) else (text, "")
                yield Message(one, many, context or "", Location(file.relative_to(house).as_posix(), line))


def of_codes(codes: Codes) -> Iterator[Message]:
    """The words for codes; the context is their group."""
    for group, words in codes.items():
        for text in words.values():
            yield Message(text, "", group, Location(CODES_PATH))


def of_kinds() -> Iterator[Message]:
    """What the kinds of entry are called."""
    for kind in KINDS:
        yield Message(kind.one, "", "kind", Location(f"edition/kinds/{kind.folder}.py"))
        yield Message(kind.many, "", "kind", Location(f"edition/kinds/{kind.folder}.py"))


def of_edition(corpus: Corpus) -> Iterator[Message]:
    """The phrases of the edition: its title, what entries share, how provinces stand."""
    for text in (corpus.config.title, corpus.config.subtitle):
        yield Message(text, "", "edition", Location(CONFIG))
    for entry in corpus.entries.values():
        yield from _of_entry(entry)
    for change in corpus.changes:
        yield Message(change.title, "", "what changed", change.location)
        yield Message(change.text, "", "what changed", change.location)
    for place in corpus.gazetteer.places:
        for period in place.periods:
            stands = (period.standing,) if period.span.since and not place.predecessors else ()
            for text in dict.fromkeys((period.description, *stands)):
                yield Message(text, "", "standing of a province", Location("content/gazetteer.yaml"))
        for note in (place.note, *(capital.note for capital in place.capitals)):
            yield Message(note, "", "note of the gazetteer", Location("content/gazetteer.yaml"))


def _of_entry(entry: Entry) -> Iterator[Message]:
    if isinstance(entry, SourceEntry):
        for reason in (*(one.reason for one in entry.beginnings), *(one.reason for one in entry.uncited)):
            yield Message(reason, "", "set aside", entry.location)
    for claim in entry.claims():
        phrase = partial(_phrase, location=claim.location)
        yield phrase("inferred", claim.inferred)
        if isinstance(claim.value, Office):
            yield phrase("office", claim.as_written)
        if isinstance(claim.value, Statement):
            yield from _of_figures(claim)


def _of_figures(claim: Claim[Statement]) -> Iterator[Message]:
    for figure in claim.value.figures:
        phrase = partial(_phrase, location=figure.location)
        yield phrase("unit", figure.unit)
        yield phrase("unit", figure.per)
        yield phrase("scope", figure.scope)
        if figure.time:
            yield phrase("inferred", figure.time.inferred)


def _phrase(context: str, text: str, location: Location) -> Message:
    return Message(text, "", context, location)


def places(said: Iterable[Message]) -> list[str]:
    """The files in which a message is said, each once."""
    return list(dict.fromkeys(one.location.path for one in said))
