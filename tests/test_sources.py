"""A seed becomes a source byte for byte, or not at all."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.problems import Location, Problem
from edition.sources import Source, accession


def read(data: bytes) -> tuple[Source | None, list[Problem]]:
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "seed.txt"
        path.write_bytes(data)
        source = accession(path, "seeds/seed.txt", problems)
        assert path.read_bytes() == data
    return source, problems


def test_a_source_has_the_seeds_own_characters_and_the_digest_of_its_bytes() -> None:
    data = "Sơn La \r\n\r\n  “Xin cha\u0300o”\u00a0ສະບາຍດີ\u200b\n".encode()
    source, problems = read(data)
    assert source == Source("seed.txt", hashlib.sha256(data).hexdigest(), data.decode())
    assert not problems


def test_a_byte_order_mark_is_no_text_but_counts_for_the_digest() -> None:
    source, _ = read(b"\xef\xbb\xbfText")
    assert source
    assert source.text == "Text"
    assert source.sha256 == hashlib.sha256(b"\xef\xbb\xbfText").hexdigest()


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_file_is_accessioned_whole_or_refused_with_one_reason(data: bytes) -> None:
    source, problems = read(data)
    if source is None:
        assert [problem.code[:5] for problem in problems] == ["seed-"]
        assert all(problem.hint for problem in problems)
    else:
        if source.encoding == "utf-8":
            assert source.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
        assert not problems


@pytest.mark.parametrize(
    "data, code, line, column",
    [
        (b"", "seed-empty", 1, 1),
        ("\u00a0 \r\n\t".encode(), "seed-empty", 1, 1),
        ("một\nhai\x00".encode(), "seed-not-text", 2, 4),
        (b"%PDF-1.4 all of it ASCII", "seed-not-text", 1, 1),
        (b"PK\x03\x04\x14\x00\x06\x00", "seed-not-text", 1, 1),
        ("Điện Biên, Sơn La\nmột ".encode() + b"\xff\xfe", "seed-not-utf8", 2, 5),
        (b"\xef\xbb\xbf" + "Điện\nBi".encode() + b"\xean", "seed-not-utf8", 2, 3),
    ],
)
def test_what_is_no_text_is_refused_at_the_character_where_it_shows(
    data: bytes, code: str, line: int, column: int
) -> None:
    source, problems = read(data)
    assert source is None
    assert [(p.code, p.location) for p in problems] == [(code, Location("seeds/seed.txt", line, column))]


def test_the_offset_of_a_bad_byte_counts_from_the_files_first() -> None:
    data = b"\xef\xbb\xbfabc\xff"
    assert f"0xff at offset {data.index(0xFF)}" in read(data)[1][0].message
