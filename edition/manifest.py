"""Publishing: the site is replaced as a whole, or not at all.

A new site is written beside the old one, given its list of digests (`SHA256SUMS`, as `sha256sum --check` reads it)
and put in the old one's place by two renames. A build that was cut off in between is mended by the next.
"""

from __future__ import annotations

import hashlib
import shutil
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from edition.artifact import Artifact
from edition.problems import Invalid, Location, Problem

SUMS = "SHA256SUMS"
Written = tuple[str, str]
"""The path of a file and its digest."""


class Stage:
    """A site being written beside the published one at `site`."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site.with_name(f".{site.name}-next")
        self.old = site.with_name(f".{site.name}-old")
        self.taken: dict[str, str] = {}
        self.folders: set[str] = set()

    def begin(self) -> None:
        """Make an empty stage. Raises Invalid if `site` holds something this program did not write."""
        if self.old.exists() and not self.site.exists():
            self.old.rename(self.site)
        self._refuse_what_is_not_ours()
        for leftover in (self.folder, self.old):
            shutil.rmtree(leftover, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def write(self, artifacts: Iterable[Artifact]) -> None:
        """Write artifacts, and take their paths. Raises Invalid, with all of them, if a path is taken."""
        self.take(self.put(artifact) for artifact in artifacts)

    def put(self, artifact: Artifact) -> Written:
        """Write an artifact, of whichever process this is."""
        folder = artifact.path.rpartition("/")[0]
        if folder not in self.folders:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self.folders.add(folder)
        with open(f"{self.folder}/{artifact.path}", "wb") as file:  # noqa: PTH123 (a path object takes longer)
            file.write(artifact.content)
        return artifact.path, _digest(artifact.content)

    def take(self, written: Iterable[Written]) -> None:
        """Take down what has been written. Raises Invalid, with all of them, if two have the same path."""
        twice = []
        for path, digest in written:
            if path in self.taken:
                message = f"Two pages or files want the address {path}."
                twice.append(Problem("address-taken", Location(path), message, "rename one of the entries"))
            self.taken[path] = digest
        if twice:
            raise Invalid(twice)

    def publish(self) -> None:
        """Write the digests and put the stage in the site's place."""
        sums = "".join([f"{_line(path, self.taken[path])}\n" for path in sorted(self.taken, key=_order)])
        (self.folder / SUMS).write_text(sums, encoding="utf-8")
        if self.site.exists():
            self.site.rename(self.old)
        self.folder.rename(self.site)
        shutil.rmtree(self.old, ignore_errors=True)

    def remove(self) -> bool:
        """Remove the site and what a broken build left; False if there was nothing. Raises Invalid as `begin` does."""
        self._refuse_what_is_not_ours()
        there = [folder for folder in (self.site, self.folder, self.old) if folder.exists()]
        for folder in there:
            shutil.rmtree(folder)
        return bool(there)

    def _refuse_what_is_not_ours(self) -> None:
        if self.site.is_symlink() or (self.site.exists() and not _is_ours(self.site)):
            message = f"{self.site.name}/ is not a folder that an earlier build wrote; it is left as it is."
            hint = f"move {self.site.name}/ elsewhere, then run the command again"
            raise Invalid([Problem("not-our-site", Location(self.site.name), message, hint)])

    def discard(self) -> None:
        """Throw the stage away; the published site stays as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)


def patch(site: Path, artifacts: Iterable[Artifact], removed: Iterable[str] = ()) -> list[str]:
    """Exchange some files of a published site, each at once, and last of all the list of digests (decision 009).

    The paths of the files that were exchanged, put there or removed.
    """
    sums = (site / SUMS).read_text(encoding="utf-8")
    lines = sums.splitlines()
    spare = site.with_name(f".{site.name}-file")
    exchanged = []
    for artifact in artifacts:
        (site / artifact.path).parent.mkdir(parents=True, exist_ok=True)
        spare.write_bytes(artifact.content)
        spare.replace(site / artifact.path)
        _set(lines, artifact.path, [_line(artifact.path, _digest(artifact.content))])
        exchanged.append(artifact.path)
    for path in removed:
        (site / path).unlink(missing_ok=True)
        _set(lines, path, [])
        exchanged.append(path)
    now = "".join([f"{line}\n" for line in lines])
    if now != sums:
        spare.write_text(now, encoding="utf-8")
        spare.replace(site / SUMS)
        exchanged.append(SUMS)
    return exchanged


def _set(lines: list[str], path: str, line: list[str]) -> None:
    """Put a path's line, or none, into the list of digests, in the place of the one it has."""
    at = bisect_left(lines, _order(path), key=lambda other: _order(other[66:]))
    has_one = at < len(lines) and lines[at][66:] == path
    lines[at : at + has_one] = line


def _is_ours(site: Path) -> bool:
    return site.is_dir() and ((site / SUMS).is_file() or not any(site.iterdir()))


def _line(path: str, digest: str) -> str:
    return f"{digest}  {path}"


def _order(path: str) -> list[str]:
    """The list of digests is by path, folder for folder."""
    return path.split("/")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
