"""The whole flow: seeds and entries are read, linked, checked, planned, rendered and published.

Each step gathers problems; only here do they become :class:`Invalid`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from msgspec import Struct
from msgspec.structs import replace

from edition import assets, making
from edition.checks import check as run_checks
from edition.config import Config, Workspace, read_config
from edition.corpus import Corpus, link, without_drafts
from edition.gazetteer import read as read_gazetteer
from edition.languages.catalogue import Translated, path_of
from edition.languages.catalogue import parse as parse_catalogue
from edition.languages.checking import check as check_catalogue
from edition.languages.checking import new as new_catalogue
from edition.languages.checking import update as update_catalogue
from edition.languages.checking import write as write_catalogue
from edition.languages.codes import read_codes
from edition.languages.language import Language, read_language
from edition.languages.messages import messages
from edition.making import RECORD, Design, Made, Task
from edition.manifest import Stage, Written, patch
from edition.material import Material
from edition.material import read as read_material
from edition.pages import ON_REQUEST
from edition.presenting.edition import Edition
from edition.problems import Invalid, Problem
from edition.relations import Relations
from edition.renewal import keeping
from edition.renewal.ledger import SEARCH, Records
from edition.renewal.partial import PartialCorpus
from edition.renewal.renew import Anew, different, entries, remade
from edition.renewal.renew import edit as read_edit
from edition.sharing import Share, shared
from edition.sources import Source, accession
from edition.watching import Read

if TYPE_CHECKING:  # the converter takes long to import, and most builds have nothing to convert
    from edition.drafting import Outcome

MANY = 100
"""More entries than this, counted in each language, are rendered by two processes."""
Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Progress for those who don't want any."""


class Wishes(TypedDict, total=False):
    """What can be asked of a build; see Options."""

    base_url: str
    drafts: bool
    search: bool
    examples: bool
    design: Design


class Options(Struct, frozen=True):
    """What is asked of a build: another public address, drafts, the search index, the page of examples, a design."""

    base_url: str = ""
    drafts: bool = False
    search: bool = True
    examples: bool = False
    design: Design = RECORD

    @property
    def making(self) -> Design:
        """The design, with the page of examples if it is wanted."""
        if not self.examples:
            return self.design
        return replace(self.design, page_types=(*self.design.page_types, *ON_REQUEST))


class Built(Struct, frozen=True):
    """What a build did: how many pages and files the site has, the number under which its ledger is kept.

    `made` are the pages and exports that had to be made, each with what it showed of what had changed; `exchanged` the
    files that are other ones now, where not all of them are.
    """

    pages: int
    files: int
    number: int
    made: Mapping[Task, Sequence[Read]]
    exchanged: Sequence[str] = ()


def check(workspace: Workspace, progress: Progress = silent) -> Corpus:
    """Read, link and check everything. Raises Invalid with every problem found."""
    progress("reading entries")
    problems: list[Problem] = []
    config = read_config(workspace, problems)
    if config:
        read_languages(workspace, config, problems)
    corpus = _linked(config, read_material(workspace), problems, progress)
    _check(corpus, progress)
    return corpus


def _linked(config: Config | None, material: Material, problems: list[Problem], progress: Progress) -> Corpus:
    problems += material.problems
    if config is None or material.gazetteer is None:
        raise Invalid(problems)
    progress("finding quotations")
    corpus = link(config, material.gazetteer, material.entries, material.seeds, problems, material.changes)
    if problems:
        raise Invalid(problems)
    return corpus


def _check(corpus: Corpus, progress: Progress) -> None:
    progress("checking")
    problems = tuple(run_checks(corpus))
    if problems:
        raise Invalid(problems)


def build(
    workspace: Workspace,
    material: Material | None = None,
    progress: Progress = silent,
    **wishes: Unpack[Wishes],
) -> Built:
    """Check everything and publish the site. Raises Invalid; the published site then stays as it was."""
    options = Options(**wishes)
    progress("reading entries")
    material = material or read_material(workspace)
    problems: list[Problem] = []
    config, languages = _settings(workspace, options, problems)
    everything = _linked(config, material, problems, progress)
    corpus = everything if options.drafts else without_drafts(everything)
    editions = _editions(corpus, languages)
    records = Records(options.search)
    stage = Stage(workspace.site)

    def pages(share: Share) -> Iterator[tuple[Made, list[Written]]]:
        for made in making.pages(workspace, editions, options.making, share=share):
            if share.is_here:
                progress(f"rendering pages: {share.passed}")
            yield replace(made, artifacts=()), [stage.put(artifact) for artifact in made.artifacts]

    def beside() -> None:
        _check(everything, progress)
        records.take_entries(corpus, keeping.keep_texts(workspace.root, material.texts, anew=True))

    stage.begin()
    try:
        taken: list[Written] = []
        pays = len(editions) * len(corpus.entries) > MANY
        for made, written in shared(pages, pays=pays, first=beside):
            records.take(made)
            taken += written
        stage.take(taken)
        for made in making.exports(editions[0], options.making, tuple(records.listed)):
            records.take(made)
            stage.write(made.artifacts)
        stage.write(assets.artifacts(workspace.assets))
        if options.search:
            from edition.renewal.searching import searched  # takes long to import

            progress("indexing for search")
            found = searched(workspace, editions, records.shown, stage.folder)
            records.take(found)
            stage.write(found.artifacts)
        progress("publishing")
        stage.publish()
    except BaseException:
        stage.discard()
        raise
    ledger = records.ledger(len(stage.taken))
    return Built(ledger.pages, ledger.files, keeping.save(workspace.root, ledger), {})


def renew(
    workspace: Workspace,
    since: int,
    changed: Sequence[Path],
    progress: Progress = silent,
    **wishes: Unpack[Wishes],
) -> Built:
    """After some files have changed since the build `since`: make anew what shows the change, if it is one of words.

    The site is then the same, byte for byte, as `build` would make it. Raises Anew where only `build` can tell.
    """
    options = Options(**wishes)
    progress("looking at what has changed")
    files = entries(workspace, changed)
    ledger = keeping.load(workspace.root, since)
    if ledger is None:
        raise Anew("the last build has left no ledger")
    edit = read_edit(workspace, ledger, files)
    tasks = ledger.reading(edit.reads)
    exchanged: list[str] = []
    if tasks:
        problems: list[Problem] = []
        config, languages = _settings(workspace, options, problems)
        if config is None or problems:
            raise Anew("there are problems in the settings")
        editions = _editions(PartialCorpus(workspace, config, ledger), languages)
        made: list[Made] = []
        for one in remade(workspace, editions, options.making, ledger, tasks):
            made.append(one)
            progress(f"rendering pages: {len(made)} of {len(tasks)}")
        ledger.note(made)
        fresh = tuple(different(workspace.site, (artifact for one in made for artifact in one.artifacts)))
        is_seen = {artifact.path for one in made if one.seen for artifact in one.artifacts}

        def publish() -> None:
            progress("publishing")
            exchanged.extend(patch(workspace.site, fresh))
            progress("indexing for search")

        if options.search and (SEARCH in tasks or any(artifact.path in is_seen for artifact in fresh)):
            from edition.renewal.searching import search_again  # takes long to import

            found, removed = search_again(workspace, editions, ledger, made, publish)
            progress("publishing the index")
            exchanged += patch(workspace.site, different(workspace.site, found), removed)
        else:
            exchanged += patch(workspace.site, fresh)
    ledger.texts.update(keeping.keep_texts(workspace.root, edit.texts, anew=False))
    return Built(ledger.pages, ledger.files, keeping.save_changes(workspace.root, ledger), tasks, exchanged)


def _settings(
    workspace: Workspace, options: Options, problems: list[Problem]
) -> tuple[Config | None, tuple[Language, ...]]:
    config = read_config(workspace, problems)
    if config is None:
        return None, ()
    if options.base_url:
        config = replace(config, base_url=options.base_url.rstrip("/") + "/")
    return config, read_languages(workspace, config, problems)


def _editions(corpus: Corpus, languages: Sequence[Language]) -> tuple[Edition, ...]:
    relations = Relations(corpus)
    return tuple(Edition(corpus, relations, language, tuple(languages)) for language in languages)


def convert(
    workspace: Workspace,
    paths: Sequence[Path] = (),
    progress: Progress = silent,
    material: Material | None = None,
) -> Outcome:
    """Draft entries for every article of `paths` (the files of `seeds/`, if none are named) that has no source entry.

    Nothing that exists is touched. Raises Invalid for entries that can't be read, and for seeds that can't. `material`
    saves reading what has just been read.
    """
    from edition.drafting import Converter

    if material is None:
        progress("looking for new articles")
        material = read_material(workspace)
    if material.problems or material.gazetteer is None:
        raise Invalid(material.problems)
    progress("drafting")
    unreadable: list[Problem] = []
    wanted = _take_in(workspace, paths, material.seeds, unreadable) if paths else None
    outcome = Converter(material.gazetteer, material.entries, material.seeds).convert(wanted)
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
    from edition.drafting import read_documents

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
    return tuple(read_language(folder, code, codes, problems, workspace.root) for code in config.languages)
