"""What stands in `assets/` and must fit what the pages say."""

from __future__ import annotations

import re
from pathlib import Path

from edition import pipeline
from tests.html import page
from tests.small import HOUSE, change, copy_small


def test_the_font_for_the_ways_to_the_lao_pages_has_each_of_their_letters(tmp_path: Path) -> None:
    workspace = copy_small(tmp_path)
    change(workspace.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [lo]\n")
    lao = (HOUSE / "content" / "languages" / "lo.po").read_text(encoding="utf-8")
    (workspace.content / "languages" / "lo.po").write_text(lao, encoding="utf-8")
    pipeline.build(workspace, search=False)
    ways = page(workspace.site, "index.html").all(".languages [lang=lo], .invitations [lang=lo]")
    assert len(ways) == 2
    letters = {ord(letter) for way in ways for letter in way.text()}
    assert letters <= _range_of("Record Serif Lao name")


def _range_of(family: str) -> set[int]:
    css = (HOUSE / "assets" / "css" / "fonts.css").read_text(encoding="utf-8")
    (face,) = (face for face in css.split("@font-face") if f'font-family: "{family}";' in face)
    spans = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face)
    return {code for first, last in spans for code in range(int(first, 16), int(last or first, 16) + 1)}
