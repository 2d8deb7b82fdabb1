"""What two processes make is what one makes, in the same order; what goes wrong in the other is told as if here."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator

import pytest

from edition.sharing import BATCH, Share, shared
from tests.small import alone

HERE = os.getpid()
TWO = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def squares(share: Share) -> Iterator[tuple[int, int]]:
    for number in range(3 * BATCH + 1):
        if share.takes_next():
            yield number**2, os.getpid()


def slow_squares(share: Share) -> Iterator[tuple[int, int]]:
    for square in squares(share):
        time.sleep(0.005)
        yield square


def test_all_pieces_come_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [number**2 for number in range(3 * BATCH + 1)]
    for pays in (True, False):
        assert [square for square, _ in shared(squares, pays=pays)] == wanted
    monkeypatch.setattr("edition.sharing._can_share", lambda: False)
    assert [square for square, _ in shared(squares, pays=True)] == wanted


@pytest.mark.skipif(not TWO, reason="work is shared on Linux with two processors")
@pytest.mark.parametrize("pays, processes", [("True", 2), ("False", 1)])
def test_two_processes_work_where_it_pays(pays: str, processes: int) -> None:
    found = alone(
        "from edition.sharing import shared; from tests.test_sharing import slow_squares; "
        f"print(len({{process for _, process in shared(slow_squares, pays={pays})}}))"
    )
    assert int(found) == processes


@pytest.mark.skipif(not TWO, reason="work is shared on Linux with two processors")
def test_whoever_is_free_does_more() -> None:
    found = alone(
        "import os, time; from edition.sharing import shared; from tests.test_sharing import squares; "
        "here = os.getpid(); busy = lambda: time.sleep(1); "
        "print({process == here for _, process in shared(squares, pays=True, first=busy)})"
    )
    assert found.strip() == "{False}"


@pytest.mark.parametrize("pays", [True, False])
def test_what_is_to_be_done_first_is_done_here_before_our_share(pays: bool) -> None:
    done: list[int] = []

    def work(share: Share) -> Iterator[bool]:
        if share.takes_next():
            yield bool(done) or not share.is_here

    assert list(shared(work, pays=pays, first=lambda: done.append(os.getpid()))) == [True]
    assert done == [HERE]


@pytest.mark.parametrize("pays", [True, False])
def test_if_what_is_first_goes_wrong_nothing_comes(pays: bool) -> None:
    def first() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        next(shared(squares, pays=pays, first=first))


def test_nothing_to_do_is_done_by_two_processes_too() -> None:
    assert list(shared(lambda _: iter(()), pays=True)) == []


def test_the_share_of_a_process_that_is_killed_is_done_here() -> None:
    def work(share: Share) -> Iterator[int]:
        for number in range(9):
            if share.takes_next():
                if os.getpid() != HERE:
                    os.kill(os.getpid(), 9)
                yield number

    assert list(shared(work, pays=True)) == list(range(9))


def test_what_goes_wrong_in_either_process_is_raised_here() -> None:
    for bad in (3, 4):

        def work(share: Share, bad: int = bad) -> Iterator[int]:
            for number in range(9):
                if share.takes_next():
                    if number == bad:
                        raise ValueError(f"no {bad}")
                    yield number

        with pytest.raises(ValueError, match=f"no {bad}"):
            list(shared(work, pays=True))
