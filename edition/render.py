"""Pages become files: Jinja2 with StrictUndefined and autoescaping, and nothing in a template but the page's view.

Besides `view` a template sees `path` and `canonical`, the page's own addresses, and `linked_data()`, what it tells
machines of itself. Every template and macro sees `frame`, what is the same on all pages of a language; `say`, `say_in`
and `count`, its messages (docs/languages.md); the filter `href`, which turns a path into a link relative to the page,
`in_tree` and `public`, which give its link and its public address in another language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import CodeType
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from edition import urls
from edition.artifact import Artifact
from edition.bytecode import Compiled
from edition.presenting import linked_data
from edition.presenting.edition import Edition
from edition.presenting.frame import Tree, frame
from edition.presenting.views import Page

INNER = re.compile(r"^( *)yield from (.+)$", re.MULTILINE)
"""Where the Python of a template hands through what another one, or a block, puts out."""


class _Environment(Environment):
    """Templates that Jinja2 has made into Python, in which two things are put otherwise before that is compiled.

    What they put out is escaped by :mod:`edition.escaping`; and a block is joined as a whole, not handed piece by piece
    through every template that extends another. Together that is a fifth of making a page.
    """

    def _compile(self, source: str, filename: str) -> CodeType:
        joined = INNER.sub(r"\1yield concat(\2)", source)
        return super()._compile(f"{joined}\nfrom edition.escaping import escape\n", filename)


class Renderer:
    """Renders the pages of an edition in its language."""

    def __init__(self, templates: Path, edition: Edition, compiled: Compiled | None = None) -> None:
        self.environment = _Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled,
        )
        self.edition, self.frame = edition, frame(edition)
        self.environment.filters.update(href=self._href, in_tree=self._in_tree, public=self._public)
        self.environment.globals.update(frame=self.frame, **_messages(edition))
        self._known = {**self.environment.globals}
        self._here = ""
        self._links: dict[str, str] = {}

    def render(self, page: Page) -> Artifact:
        """Render one page."""
        if page.path == urls.NOT_FOUND or page.path.rpartition("/")[0] != self._here.rpartition("/")[0]:
            self._links.clear()
        self._here = page.path
        template = self.environment.get_template(f"pages/{page.template}")
        canonical, data = self.edition.address(page.path), partial(linked_data.block, self.edition, page)
        values = {**self._known, "view": page.view, "path": page.path, "canonical": canonical, "linked_data": data}
        context = template.new_context(values, shared=True)  # else Jinja2 looks each global up, for each page
        try:
            html = self.environment.concat(template.root_render_func(context))
        except Exception:
            self.environment.handle_exception()
        return Artifact(self.frame.own.folder + page.path, html.encode())

    @pass_context
    def _href(self, _: Context, path: str) -> str:
        """The link to `path` from the page being rendered; a filter that macros can use without the page's context.

        A page is looked for in the tree of the language, any other file at the root. That it takes a context keeps
        Jinja from working `"about.html"|href` out once, when it compiles the template.
        """
        known = self._links.get(path)
        if known is not None:
            return known
        if self._here == urls.NOT_FOUND:
            # Served under any address that does not exist: only a path from the host's root finds the way back.
            return urlsplit(self.frame.base_url).path + path
        here = self._here if urls.is_page(path) else self.frame.own.folder + self._here
        link = urls.relative(here, path)
        if "#" not in path:  # the same from all pages of a folder
            self._links[path] = link
        return link

    @pass_context
    def _in_tree(self, _: Context, path: str, tree: Tree) -> str:
        """The link to `path` in the tree of another language; the page of what is not found is in the first alone."""
        if self._here == urls.NOT_FOUND:
            return urlsplit(self.frame.base_url).path + tree.folder + urls.HOME
        return urls.relative(self.frame.own.folder + self._here, tree.folder + path)

    @pass_context
    def _public(self, _: Context, path: str, tree: Tree) -> str:
        """The public address of `path` in the tree of a language."""
        return urls.absolute(self.frame.base_url, tree.folder + path)


def _messages(edition: Edition) -> dict[str, Callable[..., Markup]]:
    """The functions by which templates speak; values are escaped unless they are markup already."""
    language = edition.language

    @cache
    def phrase(text: str) -> Markup:
        return escape(language.phrase(text))

    def say(text: str, /, **values: object) -> Markup:
        return phrase(text).format(**values) if values else phrase(text)

    def say_in(context: str, text: str, /, **values: object) -> Markup:
        return escape(language.phrase(text, context)).format(**values)

    def count(one: str, many: str, n: int, /, **values: object) -> Markup:
        return escape(language.plural(one, many, n)).format(n=language.number(n), **values)

    return {"say": say, "say_in": say_in, "count": count}
