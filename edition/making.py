"""Making pages and exports one by one, each with what it read of entries: all of them, or those that are wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from edition import urls
from edition.artifact import Artifact
from edition.config import Workspace
from edition.exports import EXPORTS, Export
from edition.exports.publishing import is_listed
from edition.pages import PAGE_TYPES, PageType, Registered
from edition.presenting.edition import Edition
from edition.presenting.views import Page, Plan
from edition.sharing import Share
from edition.watching import Read, watch


class Design(Struct, frozen=True):
    """Which pages and files a site has."""

    page_types: tuple[PageType, ...]
    exports: tuple[Export, ...]


RECORD = Design(PAGE_TYPES, EXPORTS)


def prepare(design: Design) -> None:
    """Import what pages are made with: for one who would wait else, as it takes long."""
    import edition.bytecode
    import edition.render  # noqa: F401

    for page_type in design.page_types:
        if isinstance(page_type, Registered):
            page_type.load()


class Task(Struct, frozen=True):
    """Something to be made: the page at `path` in a language, by a page type's number, or an export by its own.

    Exports have no language; a type's planning of its pages has no path.
    """

    language: str
    number: int
    path: str


Seen = tuple[str, str, tuple[Any, ...] | None, tuple[str, ...]]
"""What search sees of a page's view: the path, the title, what search knows of it, the sources of its notes."""


class Made(Struct, frozen=True):
    """A page, or what an export makes, and what was read for it; or the paths of the pages that a type has planned.

    `seen` is what search sees of a page's view; a `listed` page is one that readers may look for.
    """

    task: Task
    reads: frozenset[Read]
    artifacts: tuple[Artifact, ...] = ()
    seen: Seen | None = None
    listed: bool = False
    plans: tuple[str, ...] = ()


def seen(page: Page) -> Seen:
    """What search sees of a page."""
    facts, sources = page.view.search, dict.fromkeys(note.source.text for note in page.view.notes)
    return page.path, page.view.title, astuple(facts) if facts else None, tuple(sources)


PLANNING = ""
"""Stands among the paths of a type's pages for the planning of them."""
Wanted = Mapping[tuple[str, int], Collection[str]]
"""What is to be made: paths by language and number of type, or of export."""


def pages(
    workspace: Workspace,
    editions: Sequence[Edition],
    design: Design,
    wanted: Wanted | None = None,
    share: Share | None = None,
) -> Iterator[Made]:
    """The pages of each language in turn: all of them or those that are wanted, or a share of them."""
    from edition.bytecode import Compiled  # takes long to import, and so does what renders
    from edition.render import Renderer

    share = share or Share()
    compiled = Compiled(workspace.root)
    for edition in editions:
        language = edition.language.code
        renderer = Renderer(workspace.templates, edition, compiled)
        for number, page_type in enumerate(design.page_types):
            paths = None if wanted is None else wanted.get((language, number), ())
            if paths is not None and not paths:
                continue
            with watch() as planning:
                plans = tuple(_plans(page_type, edition, paths))
            if (paths is None or PLANNING in paths) and share.takes_next():
                planned = tuple(plan.path for plan in plans)
                yield Made(Task(language, number, PLANNING), frozenset(planning), plans=planned)
            for plan in plans:
                if (paths is None or plan.path in paths) and share.takes_next():
                    with watch() as reads:
                        page = plan.make()
                        artifact = renderer.render(page)
                    task = Task(language, number, plan.path)
                    yield Made(task, frozenset(planning | reads), (artifact,), seen(page), is_listed(page))
    for kept in (compiled.kept, *(edition.language.kept for edition in editions)):
        kept.save()


def _plans(page_type: PageType, edition: Edition, wanted: Collection[str] | None) -> Iterator[Plan]:
    """The plans of a type; where some paths are wanted and the planning is not, no more than must be made for these."""
    missing = None if wanted is None or PLANNING in wanted else set(wanted)
    for plan in page_type(edition):
        if belongs(plan.path, edition):
            yield plan
            if missing is not None:
                missing.discard(plan.path)
                if not missing:
                    return


def exports(edition: Edition, design: Design, listed: Sequence[str], wanted: Wanted | None = None) -> Iterator[Made]:
    """The files for machines, in the language of the site's root: all of them or those that are wanted."""
    for number, export in enumerate(design.exports):
        if wanted is None or wanted.get(("", number)):
            with watch() as reads:
                artifacts = tuple(export(edition, listed))
            yield Made(Task("", number, ""), frozenset(reads), artifacts)


def belongs(path: str, edition: Edition) -> bool:
    """Whether a page stands in the tree of a language: a host knows one page for what is not there, at the root."""
    return edition.is_original or path != urls.NOT_FOUND
