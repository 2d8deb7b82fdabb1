"""Whether the last build still stands: nothing it was made from has changed, and neither has what it published.

Asked before anything else is imported, so that a build with nothing to do costs a look at each file and no more. A
file is taken to be the same when its size, its times of change, and its place on the disk are. The times are the
system's own, too, which no program can set back. What was seen is kept in the edition's cache; without it, or with one
that can't be read, the answer is no.
"""

from __future__ import annotations

import itertools
import marshal
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:  # without importing typing, which takes longer than all that is done here
    from collections.abc import Iterable, Sequence
    from typing import Any

    Row = tuple[int, int, int, int]
    Folders = dict[str, dict[str, Row]]
    Seen = tuple[str, str, Folders]

FORMAT = 2
KEPT = os.path.join(".cache", "build", "stamp")
PACKAGE = os.path.dirname(os.path.abspath(__file__))
NOT_SETTLED = 20_000_000
"""A file that changed within so many nanoseconds of a look could change again without being seen to."""
OF_NO_CONSEQUENCE = ("--explain", "--timings")
"""Options that change what a build says, not what it makes."""


BY_NUMBER = os.scandir in os.supports_fd
"""Whether a folder can be named by the number under which it is open: its files are then found without its path."""
A_MOMENT = 1_000_000_000
"""For so many nanoseconds a look is good enough for who would look again: what changes meanwhile will be seen next."""


_just_seen: dict[str, tuple[tuple[Any, ...], Seen]] = {}
"""What was kept of an edition's last build and how its site looks, as `stands` has found it for `changed`."""
_last_look: list[tuple[int, tuple[str, ...], Seen]] = []
"""When `stands` has looked at which folders, and how they look, for `settled`."""


class _Doubtful(Exception):
    """Something can't be looked at in this way: a link, a file that has just been written."""


def stands(root: str, arguments: Sequence[str]) -> tuple[str, ...] | None:
    """What the last build of the edition at `root` said, if it was asked for the same and still stands; else None."""
    try:
        found = kept(root)
        _, asked, folders, inputs, site, said = found
        if asked != _asked(arguments):
            return None
        site_now = look([os.path.join(root, "site")])
        if site_now == site:
            site_now = site  # what is the same thing is not compared again
        _just_seen[root] = found, site_now
        then = time.time_ns()
        inputs_now = look(folders)
        _last_look[:] = [(then, tuple(folders), inputs_now)]
        if inputs != inputs_now or site != site_now:
            return None
        return tuple(map(str, said))
    except (OSError, EOFError, ValueError, TypeError, _Doubtful):
        return None


def answers(arguments: Sequence[str], root: str = "") -> bool:
    """Say so, and what the last build said, if it was asked for the same and still stands."""
    began = time.perf_counter()
    said = stands(root or _root(arguments), arguments)
    if said is None:
        return False
    for line in said:
        print(line)
    print(f"nothing has changed, {time.perf_counter() - began:.2f} s")
    return True


def _root(arguments: Sequence[str]) -> str:
    """The edition's folder, as far as it can be told without reading the command line as a whole."""
    for option, value in itertools.pairwise(arguments):
        if option in ("-C", "--directory"):
            return os.path.realpath(value)
    return os.path.dirname(PACKAGE)


def changed(root: str, arguments: Sequence[str], now: Seen) -> tuple[int, list[str], tuple[str, ...], Seen] | None:
    """The number of the build that the site comes from, the files changed since, what it said, how the site looks.

    None where that can't be told, or where it matters how: files that are new or gone, another Python, another
    package, another wish, a site in which something has been changed.
    """
    just_seen = _just_seen.pop(root, None)
    try:
        found, site_now = just_seen or (kept(root), look([os.path.join(root, "site")]))
        build, asked, _, inputs, site, said = found
        if asked != _asked(arguments) or inputs[:2] != now[:2] or site != site_now:
            return None
        paths = _otherwise(inputs[2], now[2])
    except (OSError, EOFError, ValueError, TypeError, _Doubtful):
        return None
    return None if paths is None else (build, paths, said, site_now)


def _otherwise(before: Folders, after: Folders) -> list[str] | None:
    """The files that look otherwise than before; None where there are not the same files."""
    if before.keys() != after.keys():
        return None
    found: list[str] = []
    for folder, rows in after.items():
        was = before[folder]
        if was.keys() != rows.keys():
            return None
        found += (os.path.join(folder, name) for name, row in rows.items() if was[name] != row)
    return sorted(found)


def kept(root: str) -> tuple[Any, ...]:
    """What is remembered of the last build, its number first. Raises what reading a file and a value can raise."""
    with open(os.path.join(root, KEPT), "rb") as file:
        version, *rest = marshal.loads(file.read())  # noqa: S302 (compared, never run)
    if version != FORMAT or len(rest) != 6:
        raise ValueError("kept by another version")
    return tuple(rest)


def look(folders: Iterable[str]) -> Seen:
    """What there is to see of the files in some folders, of Python, and of the packages installed beside it."""
    found: Folders = {}
    for folder in folders:
        _look_into(folder, found)
    return sys.version, _packages(), found


def remember(
    root: str,
    arguments: Sequence[str],
    folders: Sequence[str],
    seen: Seen | None,
    said: Iterable[str],
    build: int = 0,
    site: Seen | None = None,
) -> None:
    """Keep that a build that began when `seen` was seen has succeeded; in silence not, where that is impossible.

    `said` is what it said, `build` the number under which more is known of it, `site` how the site looks where that is
    known.
    """
    if seen is None:
        return
    path = os.path.join(root, KEPT)
    try:
        site = site or look([os.path.join(root, "site")])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.new", "wb") as file:
            file.write(marshal.dumps((FORMAT, build, _asked(arguments), list(folders), seen, site, tuple(said))))
        os.replace(f"{path}.new", path)
    except (OSError, ValueError, _Doubtful):
        return


def exchanged(root: str, site: Seen, paths: Iterable[str]) -> Seen | None:
    """How a site looks after these files of it have been exchanged; None where that can't be told without a new look.

    No other file is looked at again: whoever has changed one meanwhile is found out by the next build.
    """
    folders = site[2]
    try:
        for path in paths:
            folder, name = os.path.split(os.path.join(root, "site", *path.split("/")))
            folders[folder][name] = _row(os.lstat(os.path.join(folder, name)))
    except (OSError, KeyError):
        return None
    return site


def settled(folders: Iterable[str]) -> Seen | None:
    """The same as `look`, for remembering, once a file that has just been written can't be so again without being seen.

    None where there is no such look: a file can't be read, or is of the future.
    """
    places = tuple(folders)
    for _ in range(2):
        now = time.time_ns()
        then, looked_at, seen = _last_look.pop() if _last_look else (0, (), None)
        if seen is None or looked_at != places or now - then > A_MOMENT:
            try:
                then, seen = now, look(places)
            except (OSError, _Doubtful):
                return None
        latest = max((row[2] for rows in seen[2].values() for row in rows.values()), default=0)
        if latest < then - NOT_SETTLED:
            return seen
        time.sleep(NOT_SETTLED / 1e9)
    return None


def _asked(arguments: Sequence[str]) -> list[str]:
    return [os.getcwd(), *(word for word in arguments if word not in OF_NO_CONSEQUENCE)]


def _look_into(folder: str, found: Folders) -> None:
    """What there is to see of each file, by folder and name; a folder that is not there has no place among them."""
    rows: dict[str, Row] = {}
    folders = []
    try:
        place = os.open(folder, os.O_RDONLY) if BY_NUMBER else folder
    except FileNotFoundError:
        return
    try:
        with os.scandir(place) as listing:
            for entry in listing:
                if entry.is_symlink():
                    raise _Doubtful
                if entry.is_dir():
                    folders.append(entry.name)
                else:
                    rows[entry.name] = _row(entry.stat())
    except FileNotFoundError:
        return
    finally:
        if isinstance(place, int):
            os.close(place)
    found[folder] = rows
    for name in folders:
        if name != "__pycache__":
            _look_into(os.path.join(folder, name), found)


def _row(known: os.stat_result) -> Row:
    return known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino


def _packages() -> str:
    """The packages beside Python, with their versions: the names of the folders that describe them."""
    places = (place for place in sys.path if place.endswith("site-packages"))
    return " ".join(sorted(name for place in places for name in os.listdir(place) if name.endswith("-info")))
