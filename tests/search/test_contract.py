"""The build stops when Pagefind is not as we know it: each assumption is broken here once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from edition.problems import Invalid
from edition.search import bundle as files
from edition.search import contract, pagefind
from edition.search.bundle import ENTRY, MODULE

COPIES = {
    f"agreements/{name}.html": (
        "<!doctype html><html><head><title></title></head><body><main data-pagefind-body>"
        f'<meta data-pagefind-meta="alias[content]" content="Ḏak {name}">'
        '<meta data-pagefind-filter="kind[content]" content="agreement">'
        '<meta data-pagefind-sort="newest[content]" content="2024">'
        f'<h1>{name}</h1><h5 id="aid">Ḏak Wish</h5><p>They help ḏi {name}.</p></main>'
    )
    for name in ("one", "two")
}
Bundle = dict[str, bytes]
Change = Callable[[Bundle], object]


@pytest.fixture(scope="module")
def written() -> Bundle:
    return pagefind.run(COPIES, "en")


def module(old: str, new: str) -> Change:
    def change(bundle: Bundle) -> None:
        text = bundle[MODULE].decode()
        assert old in text
        bundle[MODULE] = text.replace(old, new).encode()

    return change


def entry(update: Callable[[Any], object]) -> Change:
    def change(bundle: Bundle) -> None:
        value = json.loads(bundle[ENTRY])
        update(value)
        bundle[ENTRY] = json.dumps(value).encode()

    return change


def table(part: str, update: Callable[[Any], object], *, renamed: bool = True) -> Change:
    """Change what a CBOR file says, and its name and those that name it likewise."""

    def change(bundle: Bundle) -> None:
        path = next(path for path in bundle if path.endswith(part))
        value = files.decode(files.unpack(bundle.pop(path)))
        update(value)
        content = files.encode(value)
        digits = files.HASH_OF_META if part == ".pf_meta" else files.HASH_OF_CHUNK
        stem, _, hash_ = path.rpartition(".")[0].rpartition("_")
        new = files.digest(content, digits) if renamed else hash_
        bundle[f"{stem}_{new}{part}"] = files.pack(content)
        bundle[ENTRY] = bundle[ENTRY].replace(hash_.encode(), new.encode())

    return change


def fragments(update: Callable[[Any], object]) -> Change:
    def change(bundle: Bundle) -> None:
        for path in [path for path in bundle if path.startswith("fragment/")]:
            value = files.fragment(bundle[path])
            update(value)
            bundle[path] = files.pack(json.dumps(value, ensure_ascii=False).encode())

    return change


def without_stand_ins(fragment: Any) -> None:
    fragment["content"] = fragment["content"].replace("Ḏ", "D").replace("ḏ", "d")
    fragment["anchors"] = [{**a, "text": ""} for a in fragment["anchors"]]
    fragment["meta"] = {"alias": "x"}


BROKEN: dict[str, tuple[Change, str]] = {
    "the script is gone": (lambda b: b.pop(MODULE), "pagefind.js is missing"),
    "the entry file is gone": (lambda b: b.pop(ENTRY), "pagefind-entry.json is missing"),
    "search is not exported": (module("preload,search}", "preload}"), "does not export `search`"),
    "options are not exported": (module("mergeIndex,options,", "mergeIndex,"), "does not export `options`"),
    "init is not exported": (module("filters,init,", "filters,"), "does not export `init`"),
    "filters are not exported": (module("destroy,filters,", "destroy,"), "does not export `filters`"),
    "the script imports another": (module("export{", 'import{a}from"./b.js";export{'), "imports another module"),
    "the script imports on demand": (module("export{", 'const a=import("./b.js");export{'), "imports another module"),
    "an option has another name": (module("noWorker", "withoutWorker"), "has no option `noWorker`"),
    "the base is set otherwise": (module("basePath", "bundle"), "has no option `basePath`"),
    "ranking is set otherwise": (module("ranking", "weights"), "has no option `ranking`"),
    "no second instance can be made": (module("createInstance,", ""), "does not export `createInstance`"),
    "the number of pages has another name": (module("unfilteredResultCount", "n"), "tell `unfilteredResultCount`"),
    "facets are not counted for all": (module("totalFilters", "all"), "does not tell `totalFilters`"),
    "data are always unpacked": (module("pagefind_dcd", "dcd"), "does not look whether data are unpacked"),
    "data are not fetched": (module("fetch(", "get("), "does not call fetch()"),
    "data are loaded otherwise": (module("export{", "new XMLHttpRequest();export{"), "loads by XMLHttpRequest"),
    "the index is of another kind": (module(".pf_index", ".idx"), "never asks for `.pf_index`"),
    "the entry has another shape": (entry(lambda e: e.update(languages=[])), "does not name one index"),
    "there is a second index": (entry(lambda e: e["languages"].update(vi={})), "does not name one index"),
    "the index has no hash": (entry(lambda e: e["languages"]["en"].pop("hash")), "by `hash`"),
    "pages were left out": (entry(lambda e: e["languages"]["en"].update(page_count=1)), "1 pages were indexed, not 2"),
    "a program is missing": (lambda b: b.pop("wasm.en.pagefind"), "wasm.en.pagefind, which"),
    "there is a new kind of file": (lambda b: b.update({"extra/a.pf_new": b""}), "a file of no known kind"),
    "a table is not packed": (lambda b: b.update({p: b"x" for p in b if p.startswith("filter/")}), "can't be read"),
    "a table has another name": (table(".pf_filter", lambda v: v.append(1), renamed=False), "digest of its content"),
    "the table of contents has more": (table(".pf_meta", lambda v: v.append([])), "has other parts"),
    "a page has no sort key": (table(".pf_meta", lambda v: v[4][0][1].pop()), "leaves pages out"),
    "filters are listed otherwise": (table(".pf_meta", lambda v: v[3][0].append(1)), "filters are not listed"),
    "chunks are listed otherwise": (table(".pf_meta", lambda v: v[2][0].pop()), "chunks of the index are not listed"),
    "chunks are not in order": (table(".pf_meta", lambda v: v[2][0].__setitem__(1, "zzz")), "words in order"),
    "a filter has more": (table(".pf_filter", lambda v: v.append(1)), "is not a name and a list of values"),
    "results have no text": (fragments(lambda f: f.pop("content")), "fragments have no `content`"),
    "results have other addresses": (fragments(lambda f: f.update(url=f["url"][1:])), "the addresses of results"),
    "letters are changed": (fragments(without_stand_ins), "does not come out as it went in"),
    "headings are no anchors": (fragments(lambda f: f.update(anchors=[])), "no anchors for results"),
    "metadata is lost": (fragments(lambda f: f.update(meta={})), "metadata given by attributes is lost"),
}


def test_the_installed_pagefind_is_as_we_know_it(written: Bundle) -> None:
    contract.check(written, COPIES)


@pytest.mark.parametrize("what", BROKEN)
def test_the_build_stops_when(what: str, written: Bundle) -> None:
    change, message = BROKEN[what]
    bundle = dict(written)
    change(bundle)
    with pytest.raises(Invalid) as caught:
        contract.check(bundle, COPIES)
    assert any(message in problem.message for problem in caught.value.problems)
    assert all("requirements.lock" in problem.hint for problem in caught.value.problems)
