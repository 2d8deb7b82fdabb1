"""Two processes do all that one does, each piece once; where they can't, one does everything and tells why."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest

from edition.sharing import BATCH, Team, together
from tests.small import TWO, alone

PIECES = range(5 * BATCH + 1)
doubled = pytest.mark.skipif(not TWO, reason="work is shared on Linux with two processors")


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever thread of the tests runs beside: two processes work wherever there are two processors."""
    monkeypatch.setattr("edition.sharing._can_double", lambda: TWO)


def done_by(team: Team, wait: float = 0) -> list[list[int]]:
    """The pieces that each process has done; `wait` makes the first one slow."""
    done = []
    for piece in team.share(PIECES[::2], PIECES[1::2]):
        time.sleep(wait if team.is_here else wait / 100)
        done.append(piece)
    return [done, *team.handed_over(done)]


@pytest.mark.parametrize("pays", [True, False])
def test_every_piece_is_done_once(pays: bool) -> None:
    done = together(done_by, pays=pays)
    assert sorted(piece for pieces in done for piece in pieces) == list(PIECES)


def test_who_works_alone_does_the_pieces_of_the_first_row_and_then_of_the_second() -> None:
    assert done_by(Team()) == [[*PIECES[::2], *PIECES[1::2]]]


@doubled
@pytest.mark.parametrize("pays, processes", [(True, 2), (False, 1)])
def test_two_processes_work_where_it_pays(pays: bool, processes: int) -> None:
    code = "from edition.sharing import together; from tests.test_sharing import done_by; "
    assert int(alone(f"{code}print(len(together(done_by, pays={pays})))")) == processes


@doubled
def test_whoever_is_done_with_the_own_row_does_what_is_left_of_the_others() -> None:
    code = "from edition.sharing import together; from tests.test_sharing import done_by; "
    here, there = eval(alone(f"{code}print(together(lambda team: done_by(team, 0.02), pays=True))"))
    assert set(there) > set(PIECES[1::2])
    assert set(here) < set(PIECES[::2])


@pytest.mark.parametrize("size", [0, 1, 3_000_000], ids=["nothing", "little", "more than a pipe takes"])
def test_each_is_told_what_the_other_has_found(size: int) -> None:
    def work(team: Team) -> list[Any]:
        for _ in range(3):
            found = [bytes([team.is_here]) * size, *team.told(bytes([team.is_here]) * size)]
        return [*found, *team.handed_over(found)]

    here, *others = together(work, pays=True)
    assert here == b"\1" * size
    assert others == ([b"\0" * size, [b"\0" * size, here]] if TWO else [])


def test_nothing_to_do_is_done_by_two_processes_too() -> None:
    def work(team: Team) -> int:
        return len([*team.share((), ())])

    assert together(work, pays=True) == 0


def test_if_another_process_is_killed_one_does_everything() -> None:
    here = os.getpid()

    def work(team: Team) -> list[list[int]]:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return done_by(team)

    assert together(work, pays=True) == [[*PIECES[::2], *PIECES[1::2]]]


@pytest.mark.parametrize("where", [True, False], ids=["here", "there"])
def test_what_goes_wrong_in_one_of_two_processes_is_done_by_one(where: bool) -> None:
    tried = []

    def work(team: Team) -> bool:
        tried.append((team.is_alone, team.is_careful))
        if not team.is_alone and team.is_here is where:
            raise ValueError("no")
        team.told(None)
        return team.is_alone

    assert together(work, pays=True)
    assert tried == ([(False, False), (True, True)] if TWO else [(True, False)])


def test_what_goes_wrong_in_one_process_is_done_once_more_carefully() -> None:
    tried = []

    def work(team: Team) -> bool:
        tried.append(team.is_careful)
        if not team.is_careful:
            raise ValueError("no")
        return True

    assert together(work, pays=False)
    assert tried == [False, True]


def test_where_no_second_process_can_be_begun_one_does_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr("os.fork", no_more)
    assert together(done_by, pays=True) == [[*PIECES[::2], *PIECES[1::2]]]


@doubled
def test_nobody_works_on_for_a_process_that_has_ended() -> None:
    code = """
import os, sys, time
from edition import sharing
sharing._can_double = lambda: True
def work(team):
    if team.is_here:
        os._exit(0)
    for piece in team.share((), range(1000)):
        time.sleep(0.01)
        print(piece, flush=True)
sharing.together(work, pays=True)
"""
    began = time.monotonic()
    assert len(alone(code).split()) < 900, "the other one is waited for, as it has our output"
    assert time.monotonic() - began < 9


@pytest.mark.parametrize("piece", [PIECES[0], PIECES[1]])
def test_what_goes_wrong_in_either_process_is_raised_here(piece: int) -> None:
    def work(team: Team) -> list[list[int]]:
        for one in team.share(PIECES[::2], PIECES[1::2]):
            if one == piece:
                raise ValueError(f"no {piece}")
        return [*team.handed_over([])]

    with pytest.raises(ValueError, match=f"no {piece}"):
        together(work, pays=True)


@doubled
def test_no_process_is_left_behind() -> None:
    code = """
import os
from edition.sharing import together
from tests.test_sharing import done_by
together(done_by, pays=True)
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("none")
"""
    assert alone(code).strip() == "none"
