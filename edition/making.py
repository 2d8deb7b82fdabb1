"""Making pages and exports one by one, each with what it read of entries: all of them, or those that are wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import astuple

from edition import urls
from edition.artifact import Artifact
from edition.config import Workspace
from edition.corpus import Corpus
from edition.exports import EXPORTS, Export
from edition.exports.publishing import is_listed
from edition.pages import PAGE_TYPES, PageType, Registered
from edition.presenting.edition import Edition
from edition.presenting.views import Page, Plan
from edition.sharing import Team
from edition.watching import Read, watch

if TYPE_CHECKING:
    from edition.render import Renderer


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


class Piece(Struct, frozen=True):
    """A piece of work: a page to be made as its plan says, or (without one) the planning of a type's pages.

    `planned` are the paths of these, `planning` is what was read for it.
    """

    renderer: Renderer
    task: Task
    plan: Plan | None
    planned: tuple[str, ...]
    planning: frozenset[Read]

    def make(self) -> Made:
        """Do it."""
        if self.plan is None:
            return Made(self.task, self.planning, plans=self.planned)
        with watch() as reads:
            page = self.plan.make()
            artifact = self.renderer.render(page)
        return Made(self.task, self.planning | reads, (artifact,), seen(page), is_listed(page))


def pages(
    workspace: Workspace,
    editions: Sequence[Edition],
    design: Design,
    wanted: Wanted | None = None,
    team: Team | None = None,
) -> Iterator[tuple[int, Made]]:
    """The pages of each language, all of them or those that are wanted, each with its number.

    Of two processes each makes the pages of the entries that it has read, and then what the other has left.
    """
    from edition.bytecode import Compiled  # takes long to import, and so does what renders
    from edition.render import Renderer

    compiled = Compiled(workspace.root)
    pieces: list[Piece] = []
    for edition in editions:
        renderer = Renderer(workspace.templates, edition, compiled)
        for number, page_type in enumerate(design.page_types):
            paths = None if wanted is None else wanted.get((edition.language.code, number), ())
            if paths is None or paths:
                pieces += _pieces(renderer, number, page_type, paths)
    team = team or Team()
    corpus = editions[0].corpus
    own_pages = {} if corpus.let_go is None else {urls.page_of(entry): entry for entry in corpus.own}
    for number in team.share(*_rows(pieces, corpus, team)):
        yield number, pieces[number].make()
        if corpus.let_go and (entry := own_pages.get(pieces[number].task.path)):
            corpus.let_go(entry)  # for its page in another language it is read again: that costs little beside the page
    for kept in (compiled.kept, *(edition.language.kept for edition in editions)):
        kept.save()


def _pieces(renderer: Renderer, number: int, page_type: PageType, wanted: Collection[str] | None) -> Iterator[Piece]:
    """The planning of a type's pages, and the pages; where not all are wanted, no more than these are planned."""
    language = renderer.edition.language.code
    with watch() as reads:
        plans = tuple(_plans(page_type, renderer.edition, wanted))
    planning = frozenset(reads)
    if wanted is None or PLANNING in wanted:
        planned = tuple(plan.path for plan in plans)
        yield Piece(renderer, Task(language, number, PLANNING), None, planned, planning)
    for plan in plans:
        if wanted is None or plan.path in wanted:
            yield Piece(renderer, Task(language, number, plan.path), plan, (), planning)


def _rows(pieces: Sequence[Piece], corpus: Corpus, team: Team) -> tuple[list[int], list[int]]:
    """The numbers of the pieces that the first process does, and those of the second: the pages of what it has read."""
    # What the first process calls others, the second has read; what the second calls others, it has not.
    read_there = (entry for id_, entry in corpus.entries.items() if (id_ in corpus.others) is team.is_here)
    paths = set(map(urls.page_of, read_there)) if corpus.others else set()
    rows: tuple[list[int], list[int]] = ([], [])
    for number, piece in enumerate(pieces):
        rows[piece.task.path in paths].append(number)
    rows[1].reverse()  # else both would write into the same folder at a time, and wait for each other
    return rows


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
