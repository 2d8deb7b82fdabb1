"""Running Pagefind over the shadow copy."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]

from edition.problems import Invalid, Location, Problem
from edition.search.bundle import MODULE

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "pagefind-worker.")
"""How the names of files begin that our pages do without: result lists and a highlighter of Pagefind's own, and a
worker, which pages opened from a disk can't have."""
HINT = "install the version of pagefind-bin in requirements.lock, or build with --no-search"


def program() -> Path:
    """Where Pagefind's program is."""
    return Path(pagefind_bin.get_executable())


def run(copies: Mapping[str, str], language: str) -> dict[str, bytes]:
    """Index pages, by their path, as one index for all languages; its files are returned by their path.

    Raises Invalid when Pagefind fails, with what it said.
    """
    import tempfile  # takes long to import

    with tempfile.TemporaryDirectory(prefix="edition-search-") as folder:
        site, out = Path(folder, "site"), Path(folder, "out")
        site.mkdir()
        for path, text in copies.items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        command = [
            *(str(program()), "--site", str(site), "--output-path", str(out)),
            *("--keep-index-url", "--force-language", language, "--quiet"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode or not (out / MODULE).is_file():
            said = (done.stderr or done.stdout).strip() or "no reason given"
            raise Invalid([Problem("search-index", Location("site/pagefind"), f"Pagefind failed: {said}", HINT)])
        files = sorted(path for path in out.rglob("*") if path.is_file())
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def without_unused(bundle: Mapping[str, bytes], wasm: str) -> dict[str, bytes]:
    """The files that a search needs; `wasm` names the program among those for several languages."""
    return {
        path: content
        for path, content in bundle.items()
        if not path.startswith(UNUSED) and (not path.startswith("wasm.") or path == f"wasm.{wasm}.pagefind")
    }
