"""What we rely on in Pagefind, checked at every indexing: a new version that changes it stops the build.

Each check is a function from what Pagefind wrote and what it was given to complaints; CHECKS lists them. What they
guard is told in `docs/search.md`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from edition.problems import Invalid, Location, Problem
from edition.search import bundle as files
from edition.search.bundle import ENTRY, MODULE, SIGNATURE, Bundle
from edition.search.fold import STAND_INS
from edition.search.pagefind import UNUSED

CODE = "search-contract"
HINT = (
    "Pagefind has changed: go back to the version in requirements.lock, or mend edition/search and assets/js "
    "as docs/search.md says, or build with --no-search"
)
KINDS = {"index/": ".pf_index", "filter/": ".pf_filter", "fragment/": ".pf_fragment"}
REQUESTED = (ENTRY, ".pf_meta", *KINDS.values(), "wasm.")
EXPORTS = ("init", "search", "options", "filters", "createInstance")
OPTIONS = ("basePath", "baseUrl", "noWorker", "excerptLength", "ranking")
NUMBERS = ("unfilteredResultCount", "totalFilters")
TWICE = 2
IMPORT = re.compile(r"""(?<![\w.$])(?:import\s*[("'{*]|import\s+[\w$]+\s*(?:from|,))""")
OTHER_WAYS = ("XMLHttpRequest", "importScripts", "instantiateStreaming(fetch", "EventSource", "WebSocket")
EXPORTED = re.compile(r"export\s*\{([^}]*)\}")
SUB_RESULT = "h5"


class Indexed(Struct, frozen=True, dict=True):
    """What Pagefind wrote, and the shadow copy it was given."""

    bundle: Bundle
    copies: Mapping[str, str]

    @cached_property
    def module(self) -> str:
        """The script."""
        return self.bundle[MODULE].decode()

    @cached_property
    def entry(self) -> Any:
        """The file that names the language's index."""
        return json.loads(self.bundle[ENTRY])

    @cached_property
    def meta(self) -> Any:
        """The index's table of contents."""
        (path,) = (path for path in self.bundle if path.endswith(".pf_meta"))
        return files.decode(files.unpack(self.bundle[path]))

    @cached_property
    def fragments(self) -> tuple[dict[str, Any], ...]:
        """The pages as results show them."""
        return tuple(files.fragment(data) for path, data in self.bundle.items() if path.startswith("fragment/"))


Check = Callable[[Indexed], Iterator[str]]


def module_is_there(found: Indexed) -> Iterator[str]:
    """The script and its entry file have their names."""
    for path in (MODULE, ENTRY):
        if path not in found.bundle:
            yield f"{path} is missing"


def exports(found: Indexed) -> Iterator[str]:
    """The script is a module that exports what we call."""
    exported = {
        name.split()[-1] for names in EXPORTED.findall(found.module) for name in names.split(",") if name.split()
    }
    for name in EXPORTS:
        if name not in exported:
            yield f"{MODULE} does not export `{name}`"


def imports_nothing(found: Indexed) -> Iterator[str]:
    """The script imports no other: from a disk, nothing could answer."""
    if IMPORT.search(found.module):
        yield f"{MODULE} imports another module"


def knows_options(found: Indexed) -> Iterator[str]:
    """The script knows the options that we set."""
    for option in OPTIONS:
        if not re.search(rf"[.{{,\s]{option}\b", found.module):
            yield f"{MODULE} has no option `{option}`"


def tells_numbers(found: Indexed) -> Iterator[str]:
    """The script tells how many pages have the words, and each value of a facet, whatever facets are set."""
    for name in NUMBERS:
        if name not in found.module:
            yield f"{MODULE} does not tell `{name}`"


def takes_unpacked(found: Indexed) -> Iterator[str]:
    """The script takes data that are unpacked already: it looks for their signature before and after unpacking."""
    if found.module.count(f'"{SIGNATURE.decode()}"') < TWICE:
        yield f"{MODULE} does not look whether data are unpacked"


def reads_by_fetch(found: Indexed) -> Iterator[str]:
    """The script reads its data by `fetch`, which we answer ourselves from a disk, and in no other way."""
    if not re.search(r"(?<![\w.$])fetch\(", found.module):
        yield f"{MODULE} does not call fetch()"
    for way in OTHER_WAYS:
        if way in found.module:
            yield f"{MODULE} loads by {way}"


def asks_for_known_files(found: Indexed) -> Iterator[str]:
    """The script asks for the kinds of files that we pack."""
    for kind in REQUESTED:
        if kind not in found.module:
            yield f"{MODULE} never asks for `{kind}`"


def entry_shape(found: Indexed) -> Iterator[str]:
    """The entry file names one index, for all pages."""
    languages = found.entry.get("languages") if isinstance(found.entry, dict) else None
    if not isinstance(languages, dict) or len(languages) != 1:
        yield f"{ENTRY} does not name one index"
        return
    (language,) = languages.values()
    if not isinstance(language, dict) or not isinstance(language.get("hash"), str) or "wasm" not in language:
        yield f"{ENTRY} does not name the index by `hash` and its program by `wasm`"
        return
    for path in (f"pagefind.{language['hash']}.pf_meta", f"wasm.{language['wasm']}.pagefind"):
        if path not in found.bundle:
            yield f"{path}, which {ENTRY} names, is missing"
    if language.get("page_count") != len(found.copies):
        yield f"{language.get('page_count')} pages were indexed, not {len(found.copies)}"


def no_unknown_files(found: Indexed) -> Iterator[str]:
    """No file is of a kind we don't know: it would be missing from the pack."""
    for path in found.bundle:
        known = path in (MODULE, ENTRY) or path.startswith(UNUSED)
        known = known or re.fullmatch(r"wasm\.[\w-]+\.pagefind|pagefind\.\w+\.pf_meta", path) is not None
        known = known or any(path.startswith(folder) and path.endswith(kind) for folder, kind in KINDS.items())
        if not known:
            yield f"{path} is a file of no known kind"


def packed_as_known(found: Indexed) -> Iterator[str]:
    """Tables are CBOR as we read and write it, and named by the digest of their content: we put them in order."""
    for path, data in found.bundle.items():
        if path.endswith((".pf_meta", ".pf_filter")):
            try:
                content = files.unpack(data)
                same = files.encode(files.decode(content)) == content
            except (ValueError, TypeError) as error:
                yield f"{path} can't be read: {error}"
                continue
            digits = files.HASH_OF_META if path.endswith(".pf_meta") else files.HASH_OF_CHUNK
            if not same:
                yield f"{path} is written in another way"
            elif not path.rpartition(".")[0].endswith("_" + files.digest(content, digits)):
                yield f"{path} is not named by the digest of its content"


def meta_shape(found: Indexed) -> Iterator[str]:
    """The table of contents: version, pages, chunks, filters, sort orders over all pages, metadata."""
    match found.meta:
        case [str(), [*pages], [*chunks], [*filters], [*sorts], [*_]]:
            for _, order in (sort for sort in sorts if _is(sort, str, list)):
                if len(order) != len(pages):
                    yield "a sort order leaves pages out"
            if not all(_is(filter_, str, str) for filter_ in filters):
                yield "filters are not listed by name and digest"
            elif not all(_is(sort, str, list) for sort in sorts):
                yield "sort orders are not listed by name and pages"
            elif not all(_is(chunk, str, str, str) for chunk in chunks):
                yield "chunks of the index are not listed by their first and last word and digest"
        case _:
            yield "the table of contents has other parts"


def index_shape(found: Indexed) -> Iterator[str]:
    """A chunk of the index: words in order with their pages. The table has the beginnings of its first and last word.

    One chunk is looked at for all: they may be many, and all are written by the same hand.
    """
    for first, last, name in found.meta[2][:1]:
        content = files.unpack(found.bundle[f"index/{name}.pf_index"])
        match files.decode(content):
            case [[*words]] if words and all(isinstance(w, list) and w and isinstance(w[0], str) for w in words):
                ends = words[0][0].startswith(first) and words[-1][0].startswith(last)
                if not ends or [w[0].encode() for w in words] != sorted(w[0].encode() for w in words):
                    yield "a chunk of the index does not hold its words in order"
            case _:
                yield "a chunk of the index is not a list of words and pages"
        if files.encode(files.decode(content)) != content:
            yield "a chunk of the index is written in another way"


def filter_shape(found: Indexed) -> Iterator[str]:
    """A filter: its name, and for each value the pages that have it."""
    for path, data in found.bundle.items():
        if path.startswith("filter/"):
            match files.decode(files.unpack(data)):
                case [str(), [*values]] if all(_is(value, str, list) for value in values):
                    continue
                case _:
                    yield f"{path} is not a name and a list of values"


def fragment_shape(found: Indexed) -> Iterator[str]:
    """Each page of the shadow copy has its fragment, with address, text, metadata and anchors."""
    for fragment in found.fragments:
        for key, kind in {"url": str, "content": str, "meta": dict, "anchors": list}.items():
            if not isinstance(fragment.get(key), kind):
                yield f"fragments have no `{key}`"
                return
    expected, given = {f"/{path}" for path in found.copies}, {fragment["url"] for fragment in found.fragments}
    if expected != given:
        example = min(expected ^ given)
        yield f"the addresses of results are other than those of the pages: {example}"


def text_is_kept(found: Indexed) -> Iterator[str]:
    """Stand-ins for letters come out as they went in."""
    for letter in STAND_INS.values():
        given = any(letter in text for text in found.copies.values())
        if given and not any(letter in str(fragment) for fragment in found.fragments):
            yield f"U+{ord(letter):04X} does not come out as it went in"


def headings_are_anchors(found: Indexed) -> Iterator[str]:
    """Headings with an id become anchors, from which sub-results are made."""
    given = any(f'<{SUB_RESULT} id="' in text for text in found.copies.values())
    anchors = (anchor for fragment in found.fragments for anchor in fragment["anchors"])
    if given and not any(isinstance(a, dict) and a.get("element") == SUB_RESULT and a.get("id") for a in anchors):
        yield "headings within a page are no anchors for results"


def metadata_is_kept(found: Indexed) -> Iterator[str]:
    """Other names are metadata: found, but no part of the text that is shown."""
    given = any('data-pagefind-meta="alias[content]"' in text for text in found.copies.values())
    if given and not any(fragment["meta"].get("alias") for fragment in found.fragments):
        yield "metadata given by attributes is lost"


CHECKS: tuple[Check, ...] = (
    module_is_there,
    exports,
    imports_nothing,
    knows_options,
    tells_numbers,
    takes_unpacked,
    reads_by_fetch,
    asks_for_known_files,
    entry_shape,
    no_unknown_files,
    packed_as_known,
    meta_shape,
    index_shape,
    filter_shape,
    fragment_shape,
    text_is_kept,
    headings_are_anchors,
    metadata_is_kept,
)
"""Every assumption; a check may rely on those before it."""


def check(bundle: Bundle, copies: Mapping[str, str]) -> None:
    """Raise Invalid with the first assumption that no longer holds."""
    found = Indexed(bundle, copies)
    for assumption in CHECKS:
        try:
            complaints = list(assumption(found))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            complaints = [f"{(assumption.__doc__ or '').rstrip('.')}: this could not be read ({error})"]
        if complaints:
            message = "What search relies on does not hold: {}."
            raise Invalid(
                [Problem(CODE, Location("site/pagefind"), message.format(complaint), HINT) for complaint in complaints]
            )


def _is(value: Any, *kinds: type) -> bool:
    return isinstance(value, list) and len(value) == len(kinds) and all(map(isinstance, value, kinds))
