"""What processes hold is counted rightly, and counted anew as soon as it may have grown."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from grading import processes
from grading.limits import MIB
from grading.processes import ProcessTree

SIZE = 64 * MIB
FORKS = 4
SMALL = 32 * MIB  # more than a bare Python takes, with all its forks

FAMILY = f"""
import mmap, os, signal, sys
go, ready, write = map(int, sys.argv[1:])
block = mmap.mmap(-1, {SIZE}, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
block.madvise(mmap.MADV_NOHUGEPAGE)
block[:] = b"1" * {SIZE}
if any(os.fork() == 0 for _ in range({FORKS})):
    os.write(ready, b".")
    os.read(go, 1)
    for place in range(0, write, mmap.PAGESIZE):
        block[place] = 2
    os.write(ready, b".")
signal.pause()
"""


@contextmanager
def forks_that_share(write: int):
    """A bare process with 64 MiB and forks that share it; when told to, each writes `write` bytes of its own."""
    go, tell = os.pipe()
    told, ready = os.pipe()
    root = subprocess.Popen([sys.executable, "-S", "-c", FAMILY, str(go), str(ready), str(write)], pass_fds=(go, ready))

    def grow():
        os.write(tell, b"." * FORKS)
        assert all(os.read(told, 1) for _ in range(FORKS))

    tree = ProcessTree(root.pid)
    try:
        assert all(os.read(told, 1) for _ in range(FORKS))
        yield tree, grow
    finally:
        tree.end_all_but([])
        root.kill()
        root.wait()
        for end in (go, tell, told, ready):
            os.close(end)


def exceeds(tree, limit):
    return tree.memory_exceeds(limit, tree.processes())


def test_shared_pages_count_once():
    """Are forks below a limit that the sum of what each has is far above?"""
    with forks_that_share(0) as (tree, _):
        assert sum(process.resident for process in tree.processes()) > (FORKS + 1) * SIZE
        assert not exceeds(tree, 3 * SIZE + SMALL)
        assert exceeds(tree, SIZE // 2)


@pytest.mark.parametrize(("write", "over"), [(SIZE, True), (SIZE // 16, False)])
def test_growth_is_seen_at_once(monkeypatch, write, over):
    """When forks write to what they shared, is that seen at the next look, without waiting for a new count?"""
    monkeypatch.setattr(processes, "COUNT_SECONDS", 1000.0)
    with forks_that_share(write) as (tree, grow):
        assert not exceeds(tree, 3 * SIZE + SMALL)
        grow()
        assert exceeds(tree, 3 * SIZE + SMALL) is over


def test_a_count_is_not_repeated_without_need(monkeypatch):
    """Is the slow count made once while nothing grows, and again after its time?"""
    counts = []
    proportional = processes._proportional
    monkeypatch.setattr(processes, "_proportional", lambda one: counts.append(one) or proportional(one))
    monkeypatch.setattr(processes, "COUNT_SECONDS", 0.3)
    with forks_that_share(0) as (tree, _):
        for _ in range(5):
            assert not exceeds(tree, 3 * SIZE + SMALL)
        assert len(counts) == FORKS + 1
        time.sleep(0.3)
        assert not exceeds(tree, 3 * SIZE + SMALL)
        assert len(counts) == 2 * (FORKS + 1)


UNWAITED = """
import os, signal, sys, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in range(6):
    if os.fork() == 0:
        until = time.process_time() + 0.4
        while time.process_time() < until: pass
        os._exit(0)
    try:
        os.wait()
    except ChildProcessError:
        pass
os.write(int(sys.argv[1]), b".")
signal.pause()
"""


def test_time_of_children_that_nobody_waits_for():
    """Is the time of ended children counted where the kernel tells it to nobody?"""
    done, tell = os.pipe()
    with subprocess.Popen([sys.executable, "-S", "-c", UNWAITED, str(tell)], pass_fds=(tell,)) as root:
        try:
            tree = ProcessTree(root.pid)
            os.set_blocking(done, False)
            while not _there(done):
                tree.cpu()
                time.sleep(0.02)
            assert 1.5 < tree.cpu() < 3.5
        finally:
            root.kill()
            os.close(done)
            os.close(tell)


def _there(pipe: int) -> bool:
    try:
        return bool(os.read(pipe, 1))
    except BlockingIOError:
        return False
