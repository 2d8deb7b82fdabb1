"""Publishing: the site is replaced as a whole, or not at all.

A new site is written beside the old one, given its list of digests (`SHA256SUMS`, as `sha256sum --check` reads it)
and put in the old one's place by two renames. A build that was cut off in between is mended by the next.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from edition.artifact import Artifact
from edition.problems import Invalid, Location, Problem

SUMS = "SHA256SUMS"


class Stage:
    """A site being written beside the published one at `site`."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site.with_name(f".{site.name}-next")
        self.old = site.with_name(f".{site.name}-old")
        self.taken: set[str] = set()
        self.folders: set[Path] = set()

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

    def put(self, artifact: Artifact) -> str:
        """Write an artifact; its path is returned."""
        path = self.folder / artifact.path
        if path.parent not in self.folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(path.parent)
        path.write_bytes(artifact.content)
        return artifact.path

    def take(self, paths: Iterable[str]) -> None:
        """Take down which paths are written. Raises Invalid, with all of them, if two are the same."""
        twice = []
        for path in paths:
            if path in self.taken:
                message = f"Two pages or files want the address {path}."
                twice.append(Problem("address-taken", Location(path), message, "rename one of the entries"))
            self.taken.add(path)
        if twice:
            raise Invalid(twice)

    def publish(self) -> None:
        """Write the digests and put the stage in the site's place."""
        files = sorted(p for p in self.folder.rglob("*") if p.is_file())
        sums = "".join(f"{_digest(p)}  {p.relative_to(self.folder).as_posix()}\n" for p in files)
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


def patch(site: Path, artifacts: Iterable[Artifact], removed: Iterable[str] = ()) -> None:
    """Exchange some files of a published site, each at once, and last of all the list of digests (decision 009)."""
    sums = (site / SUMS).read_text(encoding="utf-8")
    spare = site.with_name(f".{site.name}-file")
    lines = {line[66:]: line for line in sums.splitlines()}
    for artifact in artifacts:
        (site / artifact.path).parent.mkdir(parents=True, exist_ok=True)
        spare.write_bytes(artifact.content)
        spare.replace(site / artifact.path)
        lines[artifact.path] = f"{hashlib.sha256(artifact.content).hexdigest()}  {artifact.path}"
    for path in removed:
        (site / path).unlink(missing_ok=True)
        lines.pop(path, None)
    now = "".join(f"{lines[path]}\n" for path in sorted(lines, key=lambda path: path.split("/")))
    if now != sums:
        spare.write_text(now, encoding="utf-8")
        spare.replace(site / SUMS)


def _is_ours(site: Path) -> bool:
    return site.is_dir() and ((site / SUMS).is_file() or not any(site.iterdir()))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
