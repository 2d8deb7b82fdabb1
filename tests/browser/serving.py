"""One folder, opened in the three ways in which readers open it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BELOW = "some/repo"
"""Where the site lies on a host that it shares with others."""
WAYS = ("at the root", "under a path", "from a disk")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    handling = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handling) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextmanager
def opened(site: Path) -> Iterator[dict[str, str]]:
    """The addresses, by WAYS, of a site whose path ends in BELOW."""
    with served(site) as root, served(site.parents[1]) as host:
        yield dict(zip(WAYS, (root, f"{host}{BELOW}/", site.as_uri() + "/"), strict=True))
