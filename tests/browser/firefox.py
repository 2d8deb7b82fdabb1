"""Driving a real Firefox by Marionette, the protocol that geckodriver speaks with it: JSON over a local socket.

Playwright drives only a Firefox of its own making, and geckodriver is in no package that we can rely on.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "toolkit.telemetry.enabled": False,
}
STARTING = 60.0
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"ArrowDown": "\ue015", "ArrowUp": "\ue013", "Enter": "\ue007", "Escape": "\ue00c"}


def program() -> str | None:
    """Where Firefox is, if it is on this machine."""
    names = filter(None, (os.environ.get("FIREFOX"), "firefox-esr", "firefox"))
    return next(filter(None, map(shutil.which, names)), None)


class Firefox:
    """A headless Firefox with a profile of its own, for a `with` statement."""

    def __init__(self, executable: str) -> None:
        self.profile = tempfile.mkdtemp(prefix="record-firefox-")
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
        Path(self.profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [executable, "--headless", "--no-remote", "--marionette", "--profile", self.profile, "about:blank"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.numbers = itertools.count(1)
        try:
            self.socket = socket.create_connection(("127.0.0.1", self._port()), timeout=30)
            self._receive()  # who answers
            self.command("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": False}})
        except BaseException:
            self._end()
            raise

    def __enter__(self) -> Firefox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self.command("WebDriver:Navigate", url=address)

    def script(self, body: str, *arguments: Any) -> Any:
        """The value that a function with this body returns, run in the page."""
        return self.command("WebDriver:ExecuteScript", script=body, args=list(arguments), sandbox=None)["value"]

    def type(self, css: str, text: str) -> None:
        """Type into an element in place of what it holds; for keys see KEYS."""
        element = self.command("WebDriver:FindElement", using="css selector", value=css)["value"][ELEMENT]
        self.command("WebDriver:ElementClear", id=element)
        self.command("WebDriver:ElementSendKeys", id=element, text=text)

    def press(self, key: str) -> None:
        """Press a key, wherever the focus is."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for kind in ("keyDown", "keyUp")]
        self.command("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def command(self, name: str, **parameters: Any) -> Any:
        """Send a command; its result is returned. Raises RuntimeError with what Firefox says against it."""
        message = json.dumps([0, next(self.numbers), name, parameters]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return result

    def _port(self) -> int:
        file = Path(self.profile, "MarionetteActivePort")
        until = time.monotonic() + STARTING
        while time.monotonic() < until and self.process.poll() is None:
            if file.is_file() and (text := file.read_text().strip()):
                return int(text)
            time.sleep(0.1)
        raise RuntimeError("Firefox did not start")

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._some(1)
        left, parts = int(length[:-1]), []
        while left:
            parts.append(self._some(left))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))

    def _some(self, most: int) -> bytes:
        data = self.socket.recv(most)
        if not data:
            raise RuntimeError("Firefox has closed the connection")
        return data

    def _end(self) -> None:
        if hasattr(self, "socket"):
            self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)
