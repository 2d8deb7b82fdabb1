"""The whole flow: seeds and entries are read, linked, checked, planned, rendered and published.

Each step gathers problems; only here do they become :class:`Invalid`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict, TypeVar, Unpack

from msgspec import Struct
from msgspec.structs import replace

from edition import assets, making
from edition.checks import check as run_checks
from edition.config import Config, Workspace, read_config
from edition.corpus import Corpus, without_drafts
from edition.languages.catalogue import Translated, path_of
from edition.languages.catalogue import parse as parse_catalogue
from edition.languages.checking import check as check_catalogue
from edition.languages.checking import new as new_catalogue
from edition.languages.checking import update as update_catalogue
from edition.languages.checking import write as write_catalogue
from edition.languages.codes import read_codes
from edition.languages.language import Language, read_language
from edition.languages.messages import messages
from edition.linking import link
from edition.making import RECORD, Design, Made, Task
from edition.manifest import Stage, Written, patch
from edition.material import Material, read_again, survey
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
from edition.sharing import Team, together
from edition.shelf import opened
from edition.watching import Read

MANY = 60
"""More entries than this, counted in each language, are worth a second process."""
Progress = Callable[[str], None]
T = TypeVar("T")


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


class NewSeeds(Exception):
    """There are articles for which no source entry speaks: entries are to be drafted first."""


def check(workspace: Workspace, progress: Progress = silent, *, places: bool = False) -> Corpus:
    """Read, link and check everything; what is read knows its places, if they are wanted.

    Raises Invalid with every problem found.
    """
    progress("reading entries")
    problems: list[Problem] = []
    config = read_config(workspace, problems)
    if config:
        read_languages(workspace, config, problems)
    ground = survey(workspace)

    def work(team: Team) -> Corpus:
        shown = progress if team.is_here else silent
        everything, found = _linked(workspace, config, read_material(ground, team), [*problems], shown, team)
        _hold(everything, found, shown, team)
        return everything

    return work(Team()) if places else together(work, pays=len(ground.places) > MANY)


def _linked(
    workspace: Workspace,
    config: Config | None,
    material: Material,
    problems: list[Problem],
    progress: Progress,
    team: Team,
) -> tuple[Corpus, list[Problem]]:
    problems += material.problems
    if config is None or material.gazetteer is None:
        raise Invalid(problems)
    progress("finding quotations")
    again = partial(read_again, workspace)
    found = material.gazetteer, material.entries, material.seeds
    return link(config, *found, problems, material.changes, team, again), problems


def _hold(corpus: Corpus, problems: list[Problem], progress: Progress, team: Team) -> None:
    """Check all that must hold. Raises Invalid if there are problems, in this process or another."""
    _agree(problems, team)  # a check may read what another process has read, if nothing is wrong with it
    progress("checking")
    problems += run_checks(corpus)
    _agree(problems, team)


def _agree(problems: list[Problem], team: Team) -> None:
    if problems or any(team.told(bool(problems))):
        raise Invalid(problems)


def build(
    workspace: Workspace, progress: Progress = silent, *, without_new: bool = True, **wishes: Unpack[Wishes]
) -> Built:
    """Check everything and publish the site. Raises Invalid; the published site then stays as it was.

    Articles for which no source entry speaks are left out; or else there must be none: raises NewSeeds.
    """
    options = Options(**wishes)
    making.prepare(options.making)
    progress("reading entries")
    problems: list[Problem] = []
    config, languages = _settings(workspace, options, problems)
    ground = survey(workspace)

    def work(team: Team) -> Built:
        shown = progress if team.is_here else silent
        cache = workspace.root / keeping.FOLDER
        with (
            keeping.Texts(workspace.root, int(not team.is_here)) as texts,
            opened(cache, len(ground.places)) as shelf,
        ):
            material = read_material(ground, team, texts.keep, shelf)
            if material.new_seeds and not without_new:
                raise NewSeeds
            everything, found = _linked(workspace, config, material, [*problems], shown, team)
            corpus = everything if options.drafts else without_drafts(everything)
            _hold(everything, found, shown, team)
            del material
            return _made(workspace, options, _editions(corpus, languages), texts, shown, team)

    try:
        return together(work, pays=len(languages) * len(ground.places) > MANY)
    except BaseException:
        Stage(workspace.site).discard()  # here, where no second process writes into it any more
        raise


def _made(
    workspace: Workspace,
    options: Options,
    editions: Sequence[Edition],
    texts: keeping.Texts,
    progress: Progress,
    team: Team,
) -> Built:
    """Make everything and publish it."""
    records = Records(options.search)
    stage = Stage(workspace.site)
    if team.is_here:
        stage.begin()
    team.told(None)  # the stage stands
    texts.close()
    records.take_entries(editions[0].corpus, texts.places)
    written: list[Written] = []
    for number, made in making.pages(workspace, editions, options.making, team=team):
        progress(f"rendering pages: {team.drawn}")
        records.take(made, number)
        written += map(stage.put, made.artifacts)
    for theirs, written_there in team.handed_over((records.plain(), written)):
        records.join(theirs)
        written += written_there
    stage.take(written)
    for made in making.exports(editions[0], options.making, records.listed):
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
    texts.done()
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
    ledger.texts.update(keeping.keep_texts(workspace.root, edit.texts))
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


def check_languages(workspace: Workspace, *, update: bool = False, add: str = "") -> list[Problem]:
    """What is wrong with the catalogues of translations; `update` brings them up to date first, `add` makes a new one.

    Raises Invalid for an edition that can't be read.
    """
    folder = workspace.content / "languages"
    if add and not (folder / f"{add}.po").exists():
        write_catalogue(new_catalogue(add), folder, add)
    corpus = check(workspace, places=True)
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
