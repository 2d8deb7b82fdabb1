"""Pages become files: Jinja2 with StrictUndefined and autoescaping, and nothing in a template but the page's view.

Besides `view` a template sees `path` and `canonical`, the page's own addresses; every template and macro sees `frame`,
what is the same on all pages, and the filter `href`, which turns a path of the site into a link relative to the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from edition import urls
from edition.artifact import Artifact
from edition.config import Config
from edition.presenting.views import Link, Page


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its own content."""

    title: str
    subtitle: str
    language: str
    base_url: str
    menu: tuple[Link, ...]
    as_of: str


MENU = (
    ("provinces", "Provinces"),
    ("agreements", "Agreements"),
    ("pairs", "Pairs"),
    ("events", "Events"),
    ("people", "People"),
    ("organisations", "Organisations"),
    ("fields", "Fields"),
    ("sources", "Sources"),
)


class Renderer:
    """Renders the pages of one edition."""

    def __init__(self, templates: Path, config: Config) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.environment.filters["href"] = self._href
        self.frame = Frame(
            config.title,
            config.subtitle,
            config.language,
            config.base_url,
            tuple(Link(text, urls.index_of(folder)) for folder, text in MENU),
            f"{config.as_of.day} {config.as_of:%B} {config.as_of.year}",
        )

        self.environment.globals["frame"] = self.frame
        self._here = ""

    def render(self, page: Page) -> Artifact:
        """Render one page."""
        self._here = page.path
        template = self.environment.get_template(f"pages/{page.template}")
        canonical = urls.absolute(self.frame.base_url, page.path)
        html = template.render(view=page.view, path=page.path, canonical=canonical)
        return Artifact(page.path, html.encode())

    @pass_context
    def _href(self, _: Context, path: str) -> str:
        """The link to `path` from the page being rendered; a filter that macros can use without the page's context.

        That it takes a context keeps Jinja from working `"about.html"|href` out once, when it compiles the template.
        """
        if self._here == urls.NOT_FOUND:
            # Served under any address that does not exist: only a path from the host's root finds the way back.
            return urlsplit(self.frame.base_url).path + path
        return urls.relative(self._here, path)
