"""Search in a site that is renewed: its index is made anew only if something that it sees has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition import urls
from edition.artifact import Artifact
from edition.config import Workspace
from edition.making import Made
from edition.presenting.edition import Edition
from edition.presenting.views import Link, Note, Page, SearchFacts, View
from edition.renewal.ledger import SEARCH, Ledger, seen
from edition.search import index
from edition.search.index import Rendered
from edition.watching import watch


def searched(workspace: Workspace, editions: Sequence[Edition], rendered: Iterable[Rendered]) -> Made:
    """Everything that search needs, made from the pages of all languages. Raises Invalid."""
    with watch() as reads:
        artifacts = tuple(index.artifacts(workspace, editions, tuple(rendered)))
    return Made(SEARCH, frozenset(reads), None, artifacts)


def search_again(
    workspace: Workspace, editions: Sequence[Edition], ledger: Ledger, made: Iterable[Made], *, stale: bool
) -> tuple[list[Artifact], list[str]]:
    """What search needs in the renewed site, and the files it needs no more; nothing if it sees nothing new.

    Pages that were not made again are read from the site. `stale` says that search shows the edit by itself.
    """
    new = {(one.task.language, one.task.path): one for one in made if one.page}
    if not stale and not any(_is_new(workspace, one) for one in new.values()):
        return [], []
    rendered = []
    for edition in editions:
        language = edition.language.code
        folder = urls.tree(language, edition.corpus.config.language)
        pages: list[Page] = []
        files: list[Artifact] = []
        for number, (path, title, facts, sources) in enumerate(ledger.shown[language]):
            one = new.get((language, path))
            if one and one.page:
                pages.append(one.page)
                files += one.artifacts
                ledger.shown[language][number] = seen(one.page)
                continue
            notes = tuple(Note(0, "", "", Link(source, "")) for source in sources)
            view = View(title=title, description="", search=SearchFacts(*facts) if facts else None, notes=notes)
            pages.append(Page(path, "", view))
            files.append(Artifact(folder + path, (workspace.site / folder / path).read_bytes()))
        rendered.append((pages, files))
    found = searched(workspace, editions, rendered)
    ledger.note(SEARCH, found.reads)
    now = [artifact.path for artifact in found.artifacts]
    removed = [path for path in ledger.searched if path not in set(now)]
    ledger.files += len(now) - len(ledger.searched)
    ledger.searched = now
    return list(found.artifacts), removed


def _is_new(workspace: Workspace, made: Made) -> bool:
    """Whether a page has come out other than it is published."""
    return any((workspace.site / file.path).read_bytes() != file.content for file in made.artifacts)
