"""Making pages and exports one by one, each with what it read of entries: all of them, or those that are wanted."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct

from edition import urls
from edition.artifact import Artifact
from edition.bytecode import Compiled
from edition.config import Workspace
from edition.exports import EXPORTS, Export
from edition.pages import PAGE_TYPES, PageType
from edition.presenting.edition import Edition
from edition.presenting.views import Page
from edition.render import Renderer
from edition.watching import Read, watch


class Design(Struct, frozen=True):
    """Which pages and files a site has."""

    page_types: tuple[PageType, ...]
    exports: tuple[Export, ...]


RECORD = Design(PAGE_TYPES, EXPORTS)


class Task(Struct, frozen=True):
    """Something to be made: the page at `path` in a language, by a page type's number, or an export by its own.

    Exports have no language; a type's planning of its pages has no path.
    """

    language: str
    number: int
    path: str


class Made(Struct, frozen=True):
    """A page, or what an export makes, and what was read for it; or the paths of the pages that a type has planned."""

    task: Task
    reads: frozenset[Read]
    page: Page | None
    artifacts: tuple[Artifact, ...]
    plans: tuple[str, ...] = ()


class _All:
    def __contains__(self, task: object) -> bool:
        return True


ALL = _All()


def pages(
    workspace: Workspace, editions: Sequence[Edition], design: Design, wanted: Container[object] = ALL
) -> Iterator[Made]:
    """The pages of each language in turn. `wanted` holds tasks, and the pairs of language and number of their types."""
    compiled = Compiled(workspace.root)
    for edition in editions:
        language = edition.language.code
        renderer = Renderer(workspace.templates, edition, compiled)
        for number, page_type in enumerate(design.page_types):
            if (language, number) not in wanted:
                continue
            with watch() as planning:
                plans = tuple(plan for plan in page_type(edition) if belongs(plan.path, edition))
            paths = tuple(plan.path for plan in plans)
            yield Made(Task(language, number, ""), frozenset(planning), None, (), paths)
            for plan in plans:
                task = Task(language, number, plan.path)
                if task in wanted:
                    with watch() as reads:
                        page = plan.make()
                        artifact = renderer.render(page)
                    yield Made(task, frozenset(planning | reads), page, (artifact,))
    compiled.save()


def exports(edition: Edition, design: Design, listed: Sequence[str], wanted: Container[object] = ALL) -> Iterator[Made]:
    """The files for machines, in the language of the site's root."""
    for number, export in enumerate(design.exports):
        task = Task("", number, "")
        if task in wanted:
            with watch() as reads:
                artifacts = tuple(export(edition, listed))
            yield Made(task, frozenset(reads), None, artifacts)


def belongs(path: str, edition: Edition) -> bool:
    """Whether a page stands in the tree of a language: a host knows one page for what is not there, at the root."""
    return edition.is_original or path != urls.NOT_FOUND
