"""Reading pages of a built site as tests want them: by CSS selectors, with white space as a browser shows it."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


class HtmlPage:
    """One page of a site; `path` is relative to the site."""

    def __init__(self, path: str, html: str) -> None:
        self.path, self.html = path, html
        self.tree = LexborHTMLParser(html)

    def all(self, css: str) -> list[LexborNode]:
        """Every element that matches, in the order of the page."""
        return self.tree.css(css)

    def has(self, css: str) -> bool:
        """Whether an element matches."""
        return bool(self.all(css))

    def texts(self, css: str = "body") -> list[str]:
        """The text of every element that matches."""
        return [_text(node) for node in self.all(css)]

    def text(self, css: str = "body") -> str:
        """The text of the one element that matches; anything but one is a failure."""
        texts = self.texts(css)
        assert len(texts) == 1, f"{self.path} has {len(texts)} elements that match {css!r}, not one"
        return texts[0]

    def links(self, css: str = "body") -> list[tuple[str, str]]:
        """Text and `href` of every link within (or that is) an element that matches."""
        links = [link for node in self.all(css) for link in ([node] if node.tag == "a" else node.css("a[href]"))]
        return list(dict.fromkeys((_text(link), link.attributes.get("href") or "") for link in links))

    def ids(self) -> list[str]:
        """Every `id` of the page, in order, those given twice twice."""
        return [node.attributes.get("id") or "" for node in self.all("[id]")]


def page(site: Path, path: str) -> HtmlPage:
    """Read the page at `path` of a built site."""
    return HtmlPage(path, (site / path).read_text(encoding="utf-8"))


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())
