"""Words of the interface, per language: `content/languages/<code>.yaml` gives the words for the codes entries use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from edition.dates import PeriodStatus
from edition.kinds import agreements, cooperations, entry, events, organisations, sources, statements
from edition.problems import Location, Problem
from edition.records import Fields, decode, read_yaml
from edition.transcription import LABELS

SEARCH_WORDS = (
    *("label", "placeholder", "loading", "failed", "none", "one", "many", "of", "nowhere", "without", "suggestion"),
    *("more", "all-results", "close", "sort", "relevance", "newest", "oldest", "narrow", "clear", "undated"),
    *("show-all", "kind", "country", "province", "field", "year", "status", "source", "passages", "hint", "browse"),
)
"""What the search interface says; `{n}` and `{words}` stand for a number and for what the reader typed."""

CODES: Mapping[str, tuple[str, ...]] = {
    "country": entry.SIDES,
    "form": agreements.FORMS,
    "standing": agreements.STANDINGS,
    "status": (*PeriodStatus, "proposed", "disputed"),
    "relation": agreements.RELATIONS,
    "relation-inverse": agreements.RELATIONS,
    "statement": statements.STATEMENT_TYPES,
    "statements": statements.STATEMENT_TYPES,
    "event": events.TYPES,
    "act": events.ACTS,
    "role": (*agreements.ROLES, *cooperations.ROLES, *events.ROLES),
    "organisation": organisations.TYPES,
    "qualifier": statements.QUALIFIERS,
    "block": LABELS,
    "certainty": ("A", "B", "C"),
    "language": sources.LANGUAGES,
    "search": SEARCH_WORDS,
}
"""Every group of codes that needs words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: `groups[group][code]`."""

    language: str
    groups: Mapping[str, Mapping[str, str]]

    def __call__(self, group: str, code: str) -> str:
        """The words for a code; :func:`read_words` has made sure that every code of CODES has some."""
        return self.groups[group][code]


def read_words(folder: Path, language: str, problems: list[Problem]) -> Words:
    """Read the words of a language; a missing file, and codes that lack words or mean nothing, are problems."""
    path = f"content/languages/{language}.yaml"
    file = folder / f"{language}.yaml"
    if not file.is_file():
        hint = f"write {path} with the keys of content/languages/en.yaml"
        problems.append(
            Problem("no-language", Location(path), f"There are no words for the language {language!r}.", hint)
        )
        return Words(language, {})
    text = decode(file.read_bytes(), path, problems)
    node = read_yaml(text, path, problems) if text is not None else None
    if node is None:
        return Words(language, {})
    fields = Fields(node, problems)

    def group(codes: tuple[str, ...], take: Fields) -> dict[str, str]:
        for code in codes:
            if not take.has(code):
                message = f"The code {code!r} has no words."
                problems.append(Problem("missing-words", take.location, message, f"add `{code}: …` to this group"))
        return {code: take.text(code) for code in codes}

    groups = {}
    for name, codes in CODES.items():
        if not fields.has(name):
            problems.append(
                Problem("missing-words", Location(path), f"The group {name!r} is missing.", "copy it from en.yaml")
            )
        groups[name] = fields.one(name, partial(group, codes)) or {}
    fields.close()
    return Words(language, groups)
