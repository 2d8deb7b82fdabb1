"""The words of the search interface."""

from __future__ import annotations

import re

from edition.languages.codes import SEARCH_WORDS
from tests.small import HOUSE


def test_the_scripts_say_nothing_that_has_no_words() -> None:
    scripts = "".join(file.read_text(encoding="utf-8") for file in (HOUSE / "assets" / "js").glob("search-*.js"))
    said = set(re.findall(r'say\("([\w-]+)"', scripts))
    assert said <= set(SEARCH_WORDS)
