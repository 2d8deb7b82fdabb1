"""What took long to work out is kept between runs, and is never needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition import kept
from edition.kept import FOLDER, Kept


def put(root: Path, key: str, value: object) -> None:
    one = Kept(root, "names")
    one.put(key, value)
    one.save()


def test_a_value_is_found_again_by_the_next_run(tmp_path: Path) -> None:
    put(tmp_path, "Huế", (1, "words", b"bytes"))
    assert Kept(tmp_path, "names").get("Huế") == (1, "words", b"bytes")
    assert Kept(tmp_path, "others").get("Huế") is None


def test_what_another_process_has_kept_meanwhile_stays(tmp_path: Path) -> None:
    ours = Kept(tmp_path, "names")
    put(tmp_path, "theirs", 1)
    ours.put("ours", 2)
    ours.save()
    found = Kept(tmp_path, "names")
    assert (found.get("theirs"), found.get("ours")) == (1, 2)


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"", lambda data: data[:-1] + b"?"])
def test_a_damaged_file_holds_nothing_and_is_written_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    put(tmp_path, "a", 1)
    file = tmp_path / FOLDER / "names"
    file.write_bytes(damage(file.read_bytes()))
    assert Kept(tmp_path, "names").get("a") is None
    put(tmp_path, "a", 2)
    assert Kept(tmp_path, "names").get("a") == 2


def test_what_another_version_of_our_code_has_kept_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a", 1)
    monkeypatch.setattr(kept, "_maker", lambda: bytes(kept.SIZE))
    assert Kept(tmp_path, "names").get("a") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / FOLDER.parts[0]).write_text("a file where the folder would be")
    put(tmp_path, "a", 1)
    assert Kept(tmp_path, "names").get("a") is None
