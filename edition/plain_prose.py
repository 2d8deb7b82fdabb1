"""Prose of the plainest kind, read without the library: paragraphs of words, stress, citations and links to entries.

Nearly all prose is of this kind, and a build reads all of it. What is read here, the library would read in the same
way, which the tests hold; whatever else stands in a text, a heading or a backslash even, makes it the library's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

GAP = "\0"
"""What Markdown can't hold (CommonMark 2.3), and so marks where a page fills something in."""

ENTRY_SCHEME = "entry:"
CITATION = r"\[@([a-z0-9-]+(?:;\s*@[a-z0-9-]+)*)\]"
"""A citation, as a pattern; what it holds is for `cited_keys`."""
_WORDS = r"[^*_\[\]\\<>&`!\x00-\x09\x0b-\x1f\x7f]"
_STRESSED = r"[^\W_](?:[^*_\[\]\\<>&`!\x00-\x1f\x7f]*[^\W_])?"
_INLINE = re.compile(
    rf"({_WORDS}+)"
    rf"|{CITATION}"
    rf"|\[({_WORDS}+)\]\(({ENTRY_SCHEME}[a-z0-9-]+)\)"
    rf"|(?<![^ \n])(\*\*?)({_STRESSED})\5(?=[ \n.,;:?)]|\Z)"
)
"""Words; a citation; a link to an entry; stress that can be nothing else (CommonMark 6.2): it stands between blanks."""
_OTHER_BLOCK = re.compile(r"[#>+*-]|[0-9]+[.)]")
"""How a line begins that may be more than a line of a paragraph."""
_BLANK = re.compile(r"\n\n+")


class PlainParagraph(Struct, frozen=True):
    """A paragraph that begins in a line of its text and has so many lines.

    `words` is its plain text; it cites `keys` and links to `targets`, each `entry:` and an id. Of its `html`, cut at
    GAP, every second piece is to be filled in: keys to cite, or what to link to.
    """

    line: int
    lines: int
    words: str
    keys: tuple[str, ...]
    targets: tuple[str, ...]
    html: str


def read(text: str) -> tuple[PlainParagraph, ...] | None:
    """The paragraphs of a text, `line` counted from 0; None if anything in it is not of the plainest kind."""
    found: list[PlainParagraph] = []
    for line, block in _blocks(text):
        paragraph = _paragraph(block, line, len(found) + 1) if _is_paragraph(block) else None
        if paragraph is None:
            return None
        found.append(paragraph)
    return tuple(found)


def cited_keys(cited: str) -> list[str]:
    """The keys that a citation names, from what stands between its bracket and sign and the other bracket."""
    return [key.strip().removeprefix("@") for key in cited.split(";")]


def _is_paragraph(block: str) -> bool:
    if block != block.strip() or " \n" in block or "\n " in block or block[0] == "[":
        return False
    return not any(map(_OTHER_BLOCK.match, block.split("\n")))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, each with the number of its first line."""
    line = at = len(text) - len(text.lstrip("\n"))
    end = len(text.rstrip("\n"))
    while at < end:
        gap = _BLANK.search(text, at, end)
        block = text[at : gap.start() if gap else end]
        yield line, block
        if not gap:
            return
        line += block.count("\n") + gap.end() - gap.start()
        at = gap.end()


def _paragraph(block: str, line: int, number: int) -> PlainParagraph | None:
    words: list[str] = []
    keys: list[str] = []
    targets: list[str] = []
    html = [f'<p><span id="p{number}" class="anchor"></span>']
    at = 0
    for match in _INLINE.finditer(block):
        if match.start() != at:
            return None
        at = match.end()
        plain, cited, linking, target, mark, stressed = match.groups()
        if plain is not None:
            words.append(plain)
            html.append(_escaped(plain))
        elif cited is not None:
            named = cited_keys(cited)
            keys += named
            html += (GAP, " ".join(named), GAP)
        elif target is not None:
            words.append(linking)
            targets.append(target)
            html += ('<a href="', GAP, target, GAP, '">', _escaped(linking), "</a>")
        else:
            words.append(stressed)
            name = "em" if mark == "*" else "strong"
            html.append(f"<{name}>{_escaped(stressed)}</{name}>")
    if at != len(block):
        return None
    html.append("</p>\n")
    said = "".join(words).replace("\n", " ").strip()
    return PlainParagraph(line, block.count("\n") + 1, said, tuple(keys), tuple(targets), "".join(html))


def _escaped(text: str) -> str:
    """Words as the library writes them; the other characters with a name stand in no plain prose."""
    return text.replace('"', "&quot;")
