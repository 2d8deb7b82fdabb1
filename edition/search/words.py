"""The words of the search interface, in every language of the site."""

from __future__ import annotations

import json
from collections.abc import Mapping

from edition.artifact import Artifact
from edition.languages.codes import SEARCH_WORDS
from edition.languages.language import Language


def artifact(language: Language, labels: Mapping[str, str]) -> Artifact:
    """The script that hands over the words of a language, and what facets are called in it."""
    words = {code: language.word("search", code) for code in SEARCH_WORDS}
    handed = {"language": language.code, "words": words, "labels": labels}
    data = json.dumps(handed, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"search/words-{language.code}.js", f"Object.assign(recordSearch,{data});\n".encode())
