"""Search in a site that is renewed: its index is made anew only if something that it sees has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from edition import urls
from edition.artifact import Artifact
from edition.config import Workspace
from edition.making import Made, Seen
from edition.presenting.edition import Edition
from edition.presenting.views import Link, Note, Page, SearchFacts, View
from edition.renewal.ledger import SEARCH, SEARCHED, Ledger
from edition.search import index
from edition.search.index import Rendered
from edition.watching import watch


def searched(
    workspace: Workspace,
    editions: Sequence[Edition],
    shown: Mapping[str, Sequence[Seen]],
    site: Path,
    new: Mapping[str, bytes] | None = None,
    accepted: Callable[[], None] = lambda: None,
) -> Made:
    """Everything that search needs, made from the pages of all languages in `site`, or their `new` files' contents.

    Raises Invalid; `accepted` is called when there is no problem with the pages, before they are indexed.
    """
    with watch() as reads:
        rendered = [_rendered(edition, shown[edition.language.code], site, new or {}) for edition in editions]
        artifacts = tuple(index.artifacts(workspace, editions, rendered, accepted))
    return Made(SEARCH, frozenset(reads), artifacts)


def _rendered(edition: Edition, shown: Sequence[Seen], site: Path, new: Mapping[str, bytes]) -> Rendered:
    """The pages of a language, as far as search sees them, and their files."""
    folder = urls.tree(edition.language.code, edition.corpus.config.language)
    pages: list[Page] = []
    files: list[Artifact] = []
    for path, title, facts, sources in shown:
        notes = tuple(Note(0, "", "", Link(source, "")) for source in sources)
        view = View(title=title, description="", search=SearchFacts(*facts) if facts else None, notes=notes)
        pages.append(Page(path, "", view))
        place = folder + path
        files.append(Artifact(place, new[place] if place in new else (site / place).read_bytes()))
    return pages, files


def search_again(
    workspace: Workspace,
    editions: Sequence[Edition],
    ledger: Ledger,
    made: Iterable[Made],
    accepted: Callable[[], None],
) -> tuple[tuple[Artifact, ...], list[str]]:
    """What search needs in the renewed site, and the files it needs no more.

    Pages that were not made again are read from the site. Raises Invalid; `accepted` is called when there is no problem
    with the pages, before they are indexed.
    """
    rendered = [one for one in made if one.seen]
    ledger.show(rendered)
    files = {file.path: file.content for one in rendered for file in one.artifacts}
    found = searched(workspace, editions, ledger.shown, workspace.site, files, accepted)
    ledger.note([found])
    now = [artifact.path for artifact in found.artifacts]
    before = ledger.paths[SEARCHED]
    removed = [path for path in before if path not in set(now)]
    ledger.files += len(now) - len(before)
    ledger.paths[SEARCHED] = now
    return found.artifacts, removed
