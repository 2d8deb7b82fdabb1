"""The words of the search interface, in every language of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from edition.artifact import Artifact
from edition.languages.codes import SEARCH_WORDS
from edition.languages.language import Language


def artifacts(languages: Iterable[Language]) -> Iterator[Artifact]:
    """A script for each language, which hands over its words."""
    for language in languages:
        words = {code: language.word("search", code) for code in SEARCH_WORDS}
        data = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        yield Artifact(f"search/words-{language.code}.js", f"recordSearch.words={data};\n".encode())
