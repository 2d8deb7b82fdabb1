"""The shadow copy: what Pagefind indexes instead of the pages that readers get.

A page's main part is cut down to headings and paragraphs of folded text, and what search knows of the page (its kind,
facets, sort keys, other names) is added as metadata, so that published pages carry nothing for search. Each claim and
each block of a transcription gets a heading with its own anchor: Pagefind makes a sub-result of every heading that has
an id.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from edition.presenting.views import Page, SearchFacts
from edition.problems import Location, Problem
from edition.search.fold import fold, reserved

UNDATED = {"newest": "0000", "oldest": "9999"}
"""Sort keys, by the name of the order: undated pages come last in both. A page without a key would vanish."""

DATED = frozenset({"agreement", "event", "source"})
"""Kinds of pages whose date results show; others have only the latest of what they list, to be sorted by."""
TRANSLATED = "translated"
"""The anchor of a page's text in other languages, which no page has."""
IGNORE = "data-pagefind-ignore"
LEFT_OUT = frozenset(
    (
        *("attestation", "cite", "cite-page", "crumbs", "draft-banner"),
        *("margin", "passage-number", "permalink", "proof", "rows"),
        *("certainty", "legend", "reference-data", "reference-key", "reference-mark", "reference-note"),
    )
)
"""Classes of what repeats other text of the page or belongs to its frame; templates say `data-pagefind-ignore` too."""
SILENT = frozenset({"script", "style", "svg", "nav", "form", "noscript", "template", "button", "thead"})
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "mark", "q", "s", "samp", "small"),
        *("span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_TOKEN = re.compile(r"""<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<rest>(?:[^"'>]|"[^"]*"|'[^']*')*)>|<[^>]*>|[^<]+""")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*"([^"]*)")?""")


class Piece(Struct, frozen=True):
    """A heading (`level` 1 to 6) or, with level 0, a paragraph."""

    level: int
    anchor: str
    text: str


class _Element(Struct):
    tag: str
    anchor: str
    anchored: str


class _Reader(Struct):
    """Cuts a page into pieces. Our templates write well-formed HTML with quoted attributes: no more is understood."""

    pieces: list[Piece] = field(default_factory=list)
    stack: list[_Element] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    skipping: int = 0  # the depth of the stack at which something left out began, or 0
    inside: bool = False
    after_span: bool = False
    label_for: int = -1  # the piece that waits for its label
    label: list[str] | None = None

    def read(self, page: str) -> list[Piece]:
        for token in _TOKEN.finditer(page):
            after_span, self.after_span = self.after_span, False
            if token["tag"] is None:
                if self.inside and not self.skipping and not token[0].startswith("<"):
                    (self.text if self.label is None else self.label).append(html.unescape(token[0]))
            elif token["end"]:
                self.end(token["tag"].lower())
                self.after_span = token["tag"] == "span"
            else:
                self.start(token["tag"].lower(), token["rest"], after_span)
        self.flush()
        return [piece for piece in self.pieces if piece.text]

    def start(self, tag: str, rest: str, after_span: bool) -> None:
        if not self.inside:
            self.inside = tag == "main"
            self.stack = [_Element("main", "", "")] if self.inside else []
            return
        if tag in VOID:
            self.text.append(" " if tag == "br" else "")
            return
        attributes = dict(_ATTRIBUTE.findall(rest)) if rest else {}
        classes = attributes.get("class", "").split()
        element = _Element(tag, attributes.get("id", ""), "")
        self.stack.append(element)
        if self.skipping:
            return
        if tag not in INLINE:
            self.flush()
        elif tag == "span" and after_span:
            self.text.append(" ")  # side by side, they are set apart by the style sheet
        if self.is_left_out(tag, attributes, classes):
            self.skipping = len(self.stack)
            return
        if element.anchor and not {"statement", "fact", "block"}.isdisjoint(classes):
            number = "¶ " + element.anchor.removeprefix("b") if "block" in classes else ""
            self.pieces.append(Piece(5, element.anchor, number))
            self.label_for = -1 if number else len(self.pieces) - 1
        if self.label_for >= 0 and not {"fact-label", "tag"}.isdisjoint(classes):
            self.label = []
            element.anchored = "label"

    def end(self, tag: str) -> None:
        if not self.inside or tag in VOID:
            return
        element = self.stack.pop()
        if self.skipping:
            if len(self.stack) < self.skipping:
                self.skipping = 0
        elif element.anchored and self.label is not None:
            heading = self.pieces[self.label_for]
            self.pieces[self.label_for] = Piece(heading.level, heading.anchor, " ".join("".join(self.label).split()))
            self.label, self.label_for = None, -1
        elif tag in HEADINGS:
            self.flush(int(tag[1]), element.anchor)
        elif tag not in INLINE:
            self.flush()
        self.inside = bool(self.stack)

    def is_left_out(self, tag: str, attributes: Mapping[str, str], classes: list[str]) -> bool:
        if tag in SILENT or IGNORE in attributes or "hidden" in attributes or not LEFT_OUT.isdisjoint(classes):
            return True
        return "statement" in classes and "--" in attributes.get("id", "")  # told again: its own page has it

    def flush(self, level: int = 0, anchor: str = "") -> None:
        text = " ".join("".join(self.text).split())
        self.text = []
        if text.strip("·–—,.;:()[] "):
            self.pieces.append(Piece(level, anchor, text))


def pieces(page: str) -> list[Piece]:
    """The headings and paragraphs of a rendered page's main part, as they stand."""
    return _Reader().read(page)


def shadow(
    page: Page,
    rendered: str,
    sides: Mapping[str, str],
    names: Mapping[str, tuple[str, ...]],
    translated: Mapping[str, tuple[str, str]],
) -> str:
    """The shadow copy of a page that has something for search.

    `sides` gives the code of a country by its name on pages, `names` every spelling of a province by its title,
    `translated` the title and the rendered page in other languages, by their codes.
    """
    facts = page.view.search or SearchFacts("")
    others = dict.fromkeys(
        name for title in facts.provinces if title != page.view.title for name in names.get(title, ())
    )
    own = dict.fromkeys(name for name in facts.aliases if name not in others)
    about = _unlike(name for name in others if name not in own)
    meta = {
        "title": page.view.title,
        "kind": facts.kind,
        "sides": " · ".join(f"{sides.get(country, '')} {country}" for country in facts.countries),
        "date": facts.date if facts.kind in DATED else "",
        "alias": " · ".join((*own, *_joined(own))),
        "about": " · ".join(_unlike((*about, *_joined(about)))),
    }
    meta |= {f"title-{code}": title for code, (title, _) in translated.items() if title != page.view.title}
    filters = {
        "kind": (facts.kind,),
        "country": facts.countries,
        "province": facts.provinces,
        "field": facts.fields,
        "year": facts.years,
        "status": (facts.status,) if facts.status else (),
        "source": facts.sources or tuple(dict.fromkeys(note.source.text for note in page.view.notes)),
    }
    head = [_machine("meta", key, text) for key, text in meta.items() if text]
    head += [_machine("filter", key, text) for key, texts in filters.items() for text in sorted(texts)]
    head += [_machine("sort", key, facts.date or undated) for key, undated in UNDATED.items()]
    own_text = pieces(rendered)
    body = (_piece(piece) for piece in (*own_text, *_translated(own_text, translated.values())))
    return "\n".join(
        ("<!doctype html><html><head><title></title></head><body><main data-pagefind-body>", *head, *body, "</main>")
    )


def _translated(own: Iterable[Piece], others: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    """The paragraphs that the page in other languages has and the page itself has not, under a heading of their own.

    Else they would count as what follows the page's last heading; results pass this one over (`search-view.js`).
    """
    known = {piece.text for piece in own}
    for _, rendered in others:
        yield Piece(5, TRANSLATED, "·")
        for piece in pieces(rendered):
            if not piece.level and piece.text not in known:
                known.add(piece.text)
                yield piece


def problems(path: str, text: str) -> Iterator[Problem]:
    """Characters in a page that folding needs for itself: the build must stop, since they would be shown as others."""
    if found := reserved(text):
        shown = ", ".join(f"U+{ord(character):04X}" for character in found)
        message = f"The page has {shown}, which search uses to stand for something else."
        hint = "write it otherwise, or choose another stand-in in edition/search/fold.py and assets/js/search-text.js"
        yield Problem("search-stand-in", Location(path), message, hint)


def _joined(names: Iterable[str]) -> tuple[str, ...]:
    """Names of several words as one: people write `dienbien` as they write `xiengkhouang`."""
    found = (re.sub(r"[\s\-‑–'’]+", "", name) for name in names if name.count(" ") < 3)
    return tuple(_unlike(name for name in found if name not in names))


def _unlike(names: Iterable[str]) -> dict[str, None]:
    """Names that differ in more than case and accents, which Pagefind disregards."""
    found: dict[str, str] = {}
    for name in names:
        bare = "".join(c for c in unicodedata.normalize("NFD", fold(name).casefold()) if not unicodedata.combining(c))
        found.setdefault(bare, name)
    return dict.fromkeys(found.values())


def _machine(what: str, key: str, text: str) -> str:
    return f'<meta data-pagefind-{what}="{key}[content]" content="{html.escape(fold(text))}">'


def _piece(piece: Piece) -> str:
    text = html.escape(fold(piece.text), quote=False)
    if not piece.level:
        return f"<p>{text}</p>"
    anchor = f' id="{html.escape(piece.anchor)}"' if piece.anchor else ""
    weight = ' data-pagefind-weight="1"' if piece.level > 1 else ""
    return f"<h{piece.level}{anchor}{weight}>{text}</h{piece.level}>"
