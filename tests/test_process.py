"""The program ends at once, and nothing that it has said is lost."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.small import HOUSE

ENDS = "import atexit; from edition import process; atexit.register(print, 'late'); print('said'); process.end(3)"


def test_it_ends_with_its_code_when_all_is_said_and_does_nothing_more() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDS], cwd=HOUSE, check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "said\n", "")


def test_where_nobody_listens_any_more_it_ends_as_python_does() -> None:
    def end(last: str) -> tuple[int, str]:
        reader, writer = os.pipe()
        os.close(reader)
        words = [sys.executable, "-c", f"import sys; from edition import process; print('said'); {last}"]
        ended = subprocess.run(words, cwd=HOUSE, check=False, stdout=writer, stderr=subprocess.PIPE, text=True)
        os.close(writer)
        return ended.returncode, ended.stderr

    assert end("process.end(0)") == end("sys.exit(0)")
    code, said = end("process.end(0)")
    assert code
    assert "BrokenPipeError" in said
