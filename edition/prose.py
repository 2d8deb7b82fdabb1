"""Prose: the Markdown below an entry's front matter.

CommonMark without raw HTML and images, with two additions: links to entries, ``[Sekong](entry:sekong)``, and citations
of the entry's quotations, ``[@signing; @ceremony]`` (Pandoc's syntax). Every paragraph and list item must cite.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from edition import plain_prose
from edition.plain_prose import CITATION, ENTRY_SCHEME, GAP, Paragraph, Prose, cited_keys
from edition.problems import Location, Problem

if TYPE_CHECKING:  # the library takes long to import, and plain prose needs none
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_CITATION = re.compile(CITATION)
RULES = ("paragraph", "heading", "list", "blockquote", "reference", "html_block", "hr")
INLINE_RULES = ("text", "newline", "escape", "emphasis", "link", "image", "html_inline", "entity", "autolink")
FOREIGN = {"html_block": "Raw HTML", "html_inline": "Raw HTML", "image": "An image", "hr": "A rule"}


def read(text: str, location: Location, problems: list[Problem]) -> Prose:
    """Read Markdown that begins at `location`; what the record doesn't use is a problem."""
    found = plain_prose.read(text, location) or _read_any(text, location, problems)
    for paragraph in found.paragraphs:
        if not paragraph.cites:
            hint = "end it with the quotations that support it, [@key]; or move it to `editorial_note`"
            message = f"This paragraph cites no quotation: “{paragraph.words[:80]}”"
            problems.append(Problem("prose-without-evidence", paragraph.location, message, hint))
    return found


def _read_any(text: str, location: Location, problems: list[Problem]) -> Prose:
    found: list[Paragraph] = []
    lines = text.split("\n")
    tokens = _parser().parse(text)
    for token, inside in _inlines(tokens):
        first, end = token.map or (0, 1)
        children = token.children or []
        cites = tuple(key for c in children if c.type == "citation" for key in c.meta["keys"])
        links = tuple(href.removeprefix(ENTRY_SCHEME) for c in children if (href := _href(c)).startswith(ENTRY_SCHEME))
        where = Location(location.path, location.line + first)
        paragraph = Paragraph(len(found) + 1, _words(children), cites, links, "\n".join(lines[first:end]), where)
        _check(token, paragraph.where, problems)
        if token.type == "inline" and inside != "heading_open":
            found.append(paragraph)
    return Prose(tuple(found), _rendered(tokens))


def plain(text: str) -> str:
    """The words of a paragraph without links and citations."""
    found = plain_prose.read(text)
    if found is not None and len(found.paragraphs) < 2:
        return "".join(one.words for one in found.paragraphs)
    return _words([child for token in _parser().parse(text) for child in token.children or []])


def html(text: str) -> str:
    """The HTML of checked Markdown, for :func:`filled`."""
    found = plain_prose.read(text)
    return found.html if found is not None else _rendered(_parser().parse(text))


def filled(html: str, href: Callable[[str], str], cite: Callable[[Sequence[str]], str]) -> str:
    """The HTML of prose with what each page has of its own.

    `href` gives the address of an entry's id, `cite` the HTML of a citation of some keys.
    """
    pieces = html.split(GAP)
    for at in range(1, len(pieces), 2):
        wanted = pieces[at]
        if wanted.startswith(ENTRY_SCHEME):
            pieces[at] = escape(href(wanted.removeprefix(ENTRY_SCHEME)))
        else:
            pieces[at] = cite(wanted.split())
    return "".join(pieces)


def _rendered(tokens: list[Token]) -> str:
    """The HTML of parsed Markdown, whose tokens are changed."""
    number = 0
    from markdown_it.token import Token

    for token, inside in _inlines(tokens):
        if token.type == "inline" and inside != "heading_open":
            number += 1
            token.children = [*(token.children or [])]
            token.children.insert(0, Token("anchor", "span", 0, attrs={"id": f"p{number}", "class": "anchor"}))
        for child in token.children or []:
            target = _href(child)
            if target.startswith(ENTRY_SCHEME):
                child.attrSet("href", f"{GAP}{target}{GAP}")
    rendered: str = _parser().renderer.render(tokens, _parser().options, {})
    return rendered


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": True}).enable([*RULES, *INLINE_RULES], ignoreInvalid=True)
    parser.inline.ruler.before("link", "citation", _citation)
    parser.add_render_rule("citation", _render_citation)
    parser.add_render_rule("anchor", _render_anchor)
    # Links are judged by _check, with their place; a link refused here would silently become text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _citation(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"keys": cited_keys(match[1])}
    state.pos = match.end()
    return True


def _render_citation(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return f"{GAP}{' '.join(tokens[at].meta['keys'])}{GAP}"


def _render_anchor(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return f"<span{self.renderAttrs(tokens[at])}></span>"


def _inlines(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """The block tokens that hold or are content, each with the type of the block that opened just before."""
    opened = ""
    for token in tokens:
        if token.nesting == 1:
            opened = token.type
        elif token.nesting == 0:
            yield token, opened


def _check(token: Token, where: Callable[[str], Location], problems: list[Problem]) -> None:
    for part in (token, *(token.children or [])):
        if part.type in FOREIGN:
            message = f"{FOREIGN[part.type]} has no place here: {part.content.strip()[:60]!r}."
            place = where("![" if part.type == "image" else part.content.split("\n")[0])
            hint = "use plain Markdown: words, *stress*, lists, links"
            problems.append(Problem("foreign-markup", place, message, hint))
        target = _href(part)
        if target and not target.startswith((ENTRY_SCHEME, "https://", "http://")):
            hint = "link to an entry, [words](entry:its-id), or to a web address that begins with https://"
            problems.append(Problem("unsafe-link", where(target), f"The link target {target!r} is not allowed.", hint))


def _words(children: Sequence[Token]) -> str:
    return "".join(c.content if c.type == "text" else " " for c in children if c.type in ("text", "softbreak")).strip()


def _href(token: Token) -> str:
    return str(token.attrGet("href") or "") if token.type == "link_open" else ""
