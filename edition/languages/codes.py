"""The English words for the codes that entries use: `content/languages/en.yaml`. Catalogues translate them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from edition import changes
from edition.dates import PeriodStatus
from edition.kinds import agreements, cooperations, entry, events, organisations, sources, statements
from edition.problems import Location, Problem
from edition.records import Fields, read_fields
from edition.transcription import LABELS

SEARCH_WORDS = (
    *("label", "placeholder", "loading", "failed", "none", "one", "many", "of", "nowhere", "without", "suggestion"),
    *("more", "all-results", "close", "sort", "relevance", "newest", "oldest", "narrow", "clear", "undated"),
    *("show-all", "kind", "country", "province", "field", "year", "status", "source", "passages", "hint", "browse"),
)
"""What the search interface says; `{n}` and `{words}` stand for a number and for what the reader typed."""

CLAIMS = (
    *("name", "party", "period", "office", "type", "date", "place", "agreement", "form", "standing", "signed"),
    *("lineage", "title", "published", "agency", "byline", "summary"),
)
"""What claims are, but for those whose words stand in another group."""

STATUSES = (*PeriodStatus, "proposed", "disputed")
"""How an agreement's period stands to the edition's day."""

CODES: Mapping[str, tuple[str, ...]] = {
    "country": entry.SIDES,
    "form": agreements.FORMS,
    "standing": agreements.STANDINGS,
    "status": STATUSES,
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
    "claim": CLAIMS,
    "change": changes.TYPES,
    "form-meaning": agreements.FORMS,
    "standing-meaning": agreements.STANDINGS,
    "status-meaning": STATUSES,
    "relation-meaning": agreements.RELATIONS,
    "statement-meaning": statements.STATEMENT_TYPES,
    "search": SEARCH_WORDS,
}
"""Every group of codes that needs words."""


PATH = "content/languages/en.yaml"

Codes = Mapping[str, Mapping[str, str]]
"""English words by group and code."""


def read_codes(folder: Path, problems: list[Problem]) -> Codes:
    """Read the words; a missing file, and codes that lack words or mean nothing, are problems."""
    file = folder / "en.yaml"
    if not file.is_file():
        message = "There are no words for the codes of entries."
        problems.append(Problem("no-language", Location(PATH), message, f"write {PATH}: docs/languages.md"))
        return {}
    fields = read_fields(file, PATH, problems)
    if fields is None:
        return {}

    def group(codes: tuple[str, ...], take: Fields) -> dict[str, str]:
        for code in codes:
            if not take.has(code):
                message = f"The code {code!r} has no words."
                problems.append(Problem("missing-words", take.location, message, f"add `{code}: …` to this group"))
        return {code: take.text(code) for code in codes}

    groups = {}
    for name, codes in CODES.items():
        if not fields.has(name):
            message = f"The group {name!r} is missing."
            problems.append(Problem("missing-words", Location(PATH), message, "add it: docs/languages.md"))
        groups[name] = fields.one(name, partial(group, codes)) or {}
    fields.close()
    return groups
