"""Prose of the plainest kind, read without the library: paragraphs of words, stress, citations and links to entries.

Nearly all prose is of this kind, and a build reads all of it. What is read here, the library would read in the same
way, which the tests hold; whatever else stands in a text, a heading or a backslash even, makes it the library's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from edition.problems import Location

QUOTE = "&quot;"
"""How the library writes a quotation mark; the other characters with a name stand in no plain prose."""
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
    r"|(?s:(.))"
)
"""Words; a citation; a link to an entry; stress that can be nothing else (CommonMark 6.2): it stands between blanks;
or any other character.
"""
_Part = tuple[str, ...]
"""What a piece of a paragraph is: plain words; or what is cited; or a link's words and target; or a mark and words; or
what is not plain. The others are empty.
"""
_OTHER_BLOCK = re.compile(r"[#>+*-]|[0-9]+[.)]")
"""How a line begins that may be more than a line of a paragraph."""
NOWHERE = Location("")


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph or list item.

    `number` counts from 1 and makes its anchor; `words` is its plain text; it cites `cites`, keys of quotations, and
    links to `links`, ids of entries. `source` are its lines, the first of which is at `location`.
    """

    number: int
    words: str
    cites: tuple[str, ...]
    links: tuple[str, ...]
    source: str
    location: Location

    def where(self, words: str) -> Location:
        """Where words of its source stand first, or else where it begins."""
        at = self.source.find(words)
        if at < 0:
            return self.location
        before = self.source[:at]
        return Location(self.location.path, self.location.line + before.count("\n"), at - before.rfind("\n"))

    def where_cited(self, key: str) -> Location:
        """Where it cites a quotation."""
        return self.where(f"@{key}")

    def where_linked(self, id_: str) -> Location:
        """Where it links to an entry."""
        return self.where(f"{ENTRY_SCHEME}{id_})")


class Prose(Struct, frozen=True):
    """The paragraphs of Markdown, and its HTML, in which paragraphs have the anchors p1, p2, …

    Cut at GAP, every second piece of the HTML is keys to cite, or what to link to.
    """

    paragraphs: tuple[Paragraph, ...]
    html: str


def read(text: str, location: Location = NOWHERE) -> Prose | None:
    """Read a text that begins at `location`; None if anything in it is not of the plainest kind."""
    found: list[Paragraph] = []
    html: list[str] = []
    for line, block in _blocks(text):
        if not _is_paragraph(block):
            return None
        parts: list[_Part] = _INLINE.findall(block)
        words: list[str] = []
        cites: list[str] = []
        links: list[str] = []
        html.append(f'<p><span id="p{len(found) + 1}" class="anchor"></span>')
        for plain, cited, linking, target, mark, stressed, other in parts:
            if plain:
                words.append(plain)
                html.append(plain.replace('"', QUOTE))
            elif cited:
                named = cited_keys(cited)
                cites += named
                html += (GAP, " ".join(named), GAP)
            elif target:
                words.append(linking)
                links.append(target.removeprefix(ENTRY_SCHEME))
                html += ('<a href="', GAP, target, GAP, '">', linking.replace('"', QUOTE), "</a>")
            elif other:
                return None
            else:
                words.append(stressed)
                name = "em" if mark == "*" else "strong"
                html += (f"<{name}>", stressed.replace('"', QUOTE), f"</{name}>")
        html.append("</p>\n")
        said = "".join(words).replace("\n", " ").strip()
        where = Location(location.path, location.line + line)
        found.append(Paragraph(len(found) + 1, said, tuple(cites), tuple(links), block, where))
    return Prose(tuple(found), "".join(html))


def cited_keys(cited: str) -> list[str]:
    """The keys that a citation names, from what stands between its bracket and sign and the other bracket."""
    return [key.strip().removeprefix("@") for key in cited.split(";")]


def _is_paragraph(block: str) -> bool:
    if block[0].isspace() or block[-1].isspace() or block[0] == "[":
        return False
    if "\n" not in block:
        return not _OTHER_BLOCK.match(block)
    return not (" \n" in block or "\n " in block or any(map(_OTHER_BLOCK.match, block.split("\n"))))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, each with the number of its first line."""
    line = 0
    for part in text.split("\n\n"):
        if block := part.strip("\n"):
            yield line + len(part) - len(part.lstrip("\n")), block
        line += part.count("\n") + 2
