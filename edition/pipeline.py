"""The whole flow: seeds and entries are read, linked, checked, planned, rendered and published.

Each step gathers problems; only here do they become :class:`Invalid`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from edition import assets, urls
from edition.artifact import Artifact
from edition.changes import read_changes
from edition.checks import check as run_checks
from edition.config import Config, Workspace, read_config
from edition.corpus import Corpus, link, without_drafts
from edition.drafting import Converter, Outcome, read_documents
from edition.exports import EXPORTS
from edition.gazetteer import read as read_gazetteer
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.kinds.reading import EntryReader
from edition.languages.catalogue import Translated, path_of
from edition.languages.catalogue import parse as parse_catalogue
from edition.languages.checking import check as check_catalogue
from edition.languages.checking import new as new_catalogue
from edition.languages.checking import update as update_catalogue
from edition.languages.checking import write as write_catalogue
from edition.languages.codes import read_codes
from edition.languages.language import Language, read_language
from edition.languages.messages import messages
from edition.manifest import Stage
from edition.pages import ON_REQUEST, PAGE_TYPES, PageType
from edition.presenting.edition import Edition
from edition.presenting.views import Page
from edition.problems import Invalid, Location, Problem
from edition.records import decode, read_record
from edition.relations import Relations
from edition.render import Renderer
from edition.search import index as search_index
from edition.sources import Source, accession

Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Progress for those who don't want any."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: how many pages and other files it wrote."""

    corpus: Corpus
    pages: int
    files: int


def check(workspace: Workspace, progress: Progress = silent) -> Corpus:
    """Read, link and check everything. Raises Invalid with every problem found."""
    corpus, _ = _checked(workspace, progress)
    return corpus


def _checked(workspace: Workspace, progress: Progress) -> tuple[Corpus, tuple[Language, ...]]:
    problems: list[Problem] = []
    progress("reading entries")
    config = read_config(workspace, problems)
    gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
    seeds = read_seeds(workspace, problems)
    entries = read_entries(workspace, problems)
    changes = read_changes(workspace.content / "changes.yaml", problems)
    languages = read_languages(workspace, config, problems) if config else ()
    if config is None or gazetteer is None:
        raise Invalid(problems)
    progress("finding quotations")
    corpus = link(config, gazetteer, entries, seeds, problems, changes)
    progress("checking")
    if not problems:
        problems += run_checks(corpus)
    if problems:
        raise Invalid(problems)
    return corpus, languages


def build(
    workspace: Workspace,
    *,
    base_url: str = "",
    drafts: bool = False,
    search: bool = True,
    examples: bool = False,
    progress: Progress = silent,
) -> Built:
    """Check everything and publish the site. Raises Invalid; the published site then stays as it was."""
    corpus, languages = _checked(workspace, progress)
    if base_url:
        corpus = replace(corpus, config=replace(corpus.config, base_url=base_url.rstrip("/") + "/"))
    if not drafts:
        corpus = without_drafts(corpus)
    relations = Relations(corpus)
    editions = tuple(Edition(corpus, relations, language, languages) for language in languages)
    stage = Stage(workspace.site)
    stage.begin()
    try:
        progress("rendering pages")
        types = (*PAGE_TYPES, *ON_REQUEST) if examples else PAGE_TYPES
        rendered = tuple(render(workspace, edition, types) for edition in editions)
        pages = rendered[0][0]
        written = (artifact for _, artifacts in rendered for artifact in artifacts)
        exports = (artifact for export in EXPORTS for artifact in export(editions[0], pages))
        files = stage.write((*written, *exports, *assets.artifacts(workspace.assets)))
        if search:
            progress("indexing for search")
            files += stage.write(search_index.artifacts(workspace, editions, rendered))
        progress("publishing")
        stage.publish()
    except BaseException:
        stage.discard()
        raise
    return Built(corpus, len(pages) * len(editions), files)


def render(
    workspace: Workspace, edition: Edition, types: Iterable[PageType] = PAGE_TYPES
) -> tuple[tuple[Page, ...], tuple[Artifact, ...]]:
    """The pages of an edition in one language, as views and as files."""
    pages = tuple(page for page_type in types for page in page_type(edition) if belongs(page, edition))
    renderer = Renderer(workspace.templates, edition)
    return pages, tuple(map(renderer.render, pages))


def belongs(page: Page, edition: Edition) -> bool:
    """Whether a page stands in the tree of a language: a host knows one page for what is not there, at the root."""
    return edition.is_original or page.path != urls.NOT_FOUND


def convert(workspace: Workspace, paths: Sequence[Path] = (), progress: Progress = silent) -> Outcome:
    """Draft entries for every article of `paths` (the files of `seeds/`, if none are named) that has no source entry.

    Nothing that exists is touched. Raises Invalid for entries that can't be read, and for seeds that can't.
    """
    problems: list[Problem] = []
    progress("looking for new articles")
    gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
    seeds = read_seeds(workspace, problems)
    entries = read_entries(workspace, problems)
    if problems or gazetteer is None:
        raise Invalid(problems)
    progress("drafting")
    unreadable: list[Problem] = []
    wanted = _take_in(workspace, paths, seeds, unreadable) if paths else None
    outcome = Converter(gazetteer, entries, seeds).convert(wanted)
    for draft in outcome.drafts:
        path = workspace.root / draft.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.text)
    return replace(outcome, problems=(*outcome.problems, *unreadable))


def _take_in(
    workspace: Workspace, paths: Sequence[Path], seeds: dict[str, Source], problems: list[Problem]
) -> set[str]:
    """Copy the articles of `paths` into `seeds/` where they are not there yet; the names they have there."""
    known = {source.sha256: name for name, source in seeds.items()}
    wanted = set()
    for path in articles(paths):
        source = accession(path, str(path), problems)
        if source is None:
            continue
        name = known.get(source.sha256, "")
        if not name:
            name = f"{path.stem}-{source.sha256[:8]}{path.suffix}" if source.seed in seeds else source.seed
            workspace.seeds.mkdir(exist_ok=True)
            with (workspace.seeds / name).open("xb") as file:
                file.write(path.read_bytes())
            seeds[name] = replace(source, seed=name)
            known[source.sha256] = name
        wanted.add(name)
    return wanted


def articles(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of some files and folders, in order."""
    for path in paths:
        inside = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        yield from (p for p in inside if p.is_file() and not p.name.startswith("."))


def readings(workspace: Workspace, paths: Sequence[Path]) -> list[dict[str, Any]]:
    """All that is read from each article, as documents for JSON (docs/converter.md). Nothing is written."""
    problems: list[Problem] = []
    gazetteer = read_gazetteer(workspace.content / "gazetteer.yaml", problems)
    if gazetteer is None:
        raise Invalid(problems)
    return read_documents(articles(paths or [workspace.seeds]), workspace.content / "gazetteer.yaml", gazetteer)


def check_languages(workspace: Workspace, *, update: bool = False, add: str = "") -> list[Problem]:
    """What is wrong with the catalogues of translations; `update` brings them up to date first, `add` makes a new one.

    Raises Invalid for an edition that can't be read.
    """
    folder = workspace.content / "languages"
    if add and not (folder / f"{add}.po").exists():
        write_catalogue(new_catalogue(add), folder, add)
    corpus = check(workspace)
    problems: list[Problem] = []
    said = messages(workspace, corpus, read_codes(folder, problems))
    for language in dict.fromkeys((*corpus.config.languages, *filter(None, [add]))):
        catalogue = parse_catalogue(folder, language, problems) if language != "en" else None
        if catalogue is None:
            continue
        if update or language == add:
            update_catalogue(catalogue, said)
            write_catalogue(catalogue, folder, language)
            catalogue = parse_catalogue(folder, language, problems) or catalogue
        problems += check_catalogue(catalogue, language, said)
    return problems


def unconfirmed(workspace: Workspace) -> dict[str, tuple[Translated, ...]]:
    """The translations that no native reader has confirmed, by the path of their catalogue.

    Raises Invalid for an edition whose settings or catalogues can't be read.
    """
    problems: list[Problem] = []
    config = read_config(workspace, problems)
    languages = read_languages(workspace, config, problems) if config else ()
    if problems:
        raise Invalid(problems)
    return {path_of(language.code): language.catalogue.unconfirmed for language in languages if language.code != "en"}


def read_languages(workspace: Workspace, config: Config, problems: list[Problem]) -> tuple[Language, ...]:
    """The languages of the site, that of its root first."""
    folder = workspace.content / "languages"
    codes = read_codes(folder, problems)
    return tuple(read_language(folder, code, codes, problems) for code in config.languages)


def read_seeds(workspace: Workspace, problems: list[Problem]) -> dict[str, Source]:
    """Accession every file of `seeds/`, by name."""
    found = {}
    for path in sorted(workspace.seeds.glob("*")) if workspace.seeds.is_dir() else ():
        if path.is_file() and not path.name.startswith("."):
            source = accession(path, workspace.relative(path), problems)
            if source:
                found[path.name] = source
    return found


def read_entries(workspace: Workspace, problems: list[Problem]) -> list[Entry]:
    """Read every entry of `content/`; folders and files that belong to no kind are problems."""
    entries: list[Entry] = []
    for kind in KINDS:
        folder = workspace.content / kind.folder
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            shown = workspace.relative(path)
            if path.name.startswith("."):
                continue
            if path.suffix != ".md" or not path.is_file():
                message = f"{shown} is no entry."
                problems.append(Problem("stray-file", Location(shown), message, "entries are files that end in .md"))
                continue
            text = decode(path.read_bytes(), shown, problems)
            record = read_record(text, shown, problems) if text is not None else None
            if record:
                reader = EntryReader(record, kind.folder, problems)
                entry = kind.read(reader)
                reader.finish(entry)
                entries.append(entry)
    known = {kind.folder for kind in KINDS} | {"languages"}
    for path in sorted(workspace.content.glob("*")) if workspace.content.is_dir() else ():
        if path.is_dir() and path.name not in known:
            shown = workspace.relative(path)
            message = f"{shown}/ is the folder of no kind of entry."
            problems.append(Problem("stray-file", Location(shown), message, "kinds: " + ", ".join(sorted(known))))
    return entries


__all__ = ["Built", "Config", "build", "check", "read_entries", "read_seeds"]
