"""The words of the search interface, in every language of the site."""

from __future__ import annotations

import json
from collections.abc import Mapping

from edition.artifact import Artifact
from edition.languages.codes import SEARCH_WORDS
from edition.languages.language import Language


def artifact(language: Language, labels: Mapping[str, str]) -> Artifact:
    """The script that hands over the words of a language, and what facets are called in it."""
    words = {**{code: language.word("search", code) for code in SEARCH_WORDS}, **_dates(language)}
    handed = {"language": language.code, "words": words, "labels": labels}
    data = json.dumps(handed, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"search/words-{language.code}.js", f"Object.assign(recordSearch,{data});\n".encode())


def _dates(language: Language) -> dict[str, str]:
    """How a day, a month and a year are said, with the names of months: by the same messages as on pages."""
    return {
        "date-3": language.phrase("{day} {month} {year}", "date"),
        "date-2": language.phrase("{month} {year}", "date"),
        "date-1": language.phrase("{year}", "date"),
        "months": "|".join(language.month(number) for number in range(1, 13)),
    }
