"""What stands in `assets/` and must fit what the pages say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition import pipeline
from tests.html import page
from tests.small import HOUSE, change, copy_small

TEXT = ("ink", "muted", "link", "vn", "la", "warn")
"""The colours of text."""


@pytest.mark.parametrize("ground", ["paper", "sheet", "mark", "rule"])
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_every_ground_even_from_the_shade_at_the_edge_of_a_wide_table(
    scheme: int, ground: str
) -> None:
    tokens = _tokens(scheme)
    faint = {text for text in TEXT if _contrast(tokens[text], tokens[ground]) < 4.5}
    assert faint == set()


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


def _tokens(scheme: int) -> dict[str, str]:
    """The colours of a scheme: those of the light one, and what the dark one has instead."""
    css = (HOUSE / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("prefers-color-scheme: dark")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light + dark * scheme))


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
