"""The words of the search interface, in every language that has the group `search` in `content/languages/`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from edition.artifact import Artifact
from edition.languages import SEARCH_WORDS
from edition.problems import Location, Problem
from edition.records import Fields, read_yaml


def read(folder: Path, problems: list[Problem]) -> dict[str, Mapping[str, str]]:
    """The words by language. A word that is missing where others are there is a problem."""
    found: dict[str, Mapping[str, str]] = {}
    for file in sorted(folder.glob("*.yaml")):
        path = f"content/languages/{file.name}"
        node = read_yaml(file.read_text(encoding="utf-8", errors="replace"), path, problems)
        if node is None:
            continue
        words = Fields(node, problems).one("search", partial(_words, path, problems))
        if words:
            found[file.stem] = words
    return found


def artifacts(words: Mapping[str, Mapping[str, str]]) -> Iterator[Artifact]:
    """A script for each language, which hands over its words."""
    for language, of in words.items():
        data = json.dumps(of, ensure_ascii=False, separators=(",", ":"))
        yield Artifact(f"search/words-{language}.js", f"recordSearch.words={data};\n".encode())


def _words(path: str, problems: list[Problem], fields: Fields) -> dict[str, str]:
    for code in SEARCH_WORDS:
        if not fields.has(code):
            message = f"Search has no words for {code!r}."
            problems.append(Problem("missing-words", Location(path), message, f"add `{code}: …` to the group search"))
    return {code: fields.text(code) for code in SEARCH_WORDS}
