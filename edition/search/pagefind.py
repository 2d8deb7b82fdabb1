"""Running Pagefind over the pages: the last step before a site is published."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pagefind_bin  # type: ignore[import-untyped]

from edition.problems import Invalid, Location, Problem

BUNDLED_INTERFACES = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*")
"""Pagefind's own result lists, which our search page does without."""


def index(site: Path) -> None:
    """Index the pages of `site` into `site/pagefind`.

    One index holds all languages, so that a page is found whatever the language of the page searched from. Raises
    Invalid when Pagefind fails, with what it said.
    """
    command = [pagefind_bin.get_executable(), "--site", str(site), "--force-language", "en", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or not (site / "pagefind" / "pagefind.js").is_file():
        said = (done.stderr or done.stdout).strip() or "no reason given"
        hint = "install the version of pagefind-bin in requirements.lock, or build with --no-search"
        raise Invalid([Problem("search-index", Location("site/pagefind"), f"Pagefind failed: {said}", hint)])
    for pattern in BUNDLED_INTERFACES:
        for path in (site / "pagefind").glob(pattern):
            path.unlink()
