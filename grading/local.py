"""Runs the answers and tests of a master in this process, as a student's notebook would: for our own answers only.

Submissions run behind the boundary (`grading.engine`); this is the short way for the answers in the repository.
"""

from __future__ import annotations

import re
import signal
import traceback
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from grading.exam import taken_for_a_function
from grading.master import Master, Role
from grading.seeds import seed_everything, seed_of
from grading.tests_split import split_hidden
from grading.verdicts import Status
from utils.diagnosis import Seen

TEST_SECONDS = 20.0
_CALLED = re.compile(r"(\w+)(?:\.\w+)*\(\) (?:takes|missing|got)")  # how Python begins about wrong arguments

Around = Callable[[str, bool], AbstractContextManager]
"""What a part of a test runs in: (test, whether it is the hidden part) -> a context manager."""


def _alone(test: str, hidden: bool) -> AbstractContextManager:
    return nullcontext()


class TestTimeout(BaseException):
    """A test used more processor time than it may; no answer can catch it by `except Exception`."""


@dataclass(frozen=True)
class LocalResult:
    """How one test ended here. `hidden`: the visible part passed and the hidden one did not."""

    status: Status
    reason: str = ""
    hidden: bool = False
    seen: Seen | None = None
    """What the test saw when it failed, to tell known mistakes by."""

    @property
    def caught_by_visible(self) -> bool:
        """Whether the visible part alone tells that the answer is wrong."""
        return self.status is not Status.PASSED and not self.hidden


def given_namespace(master: Master) -> dict:
    """The names that the locked cells define."""
    namespace = {"__name__": "__main__"}
    for cell in master.having(Role.LOCKED):
        exec(compile(cell.source, f"<given {cell.id}>", "exec"), namespace)
    return namespace


def run_tests(
    master: Master,
    given: dict,
    answers: dict[str, str],
    only: str | None = None,
    seconds: float = TEST_SECONDS,
    enough: Callable[[LocalResult], bool] = lambda result: False,
    around: Around = _alone,
) -> dict[str, LocalResult]:
    """Run every answer (question: source) and every test, in the master's order: {test: result}.

    With `only`, the tests of that question alone. Each part of a test runs inside `around` and may use `seconds` of
    processor time; no test is run after the first result that is `enough`. `given` is changed: hand in a copy, or use
    a process of its own.
    """
    results: dict[str, LocalResult] = {}
    ours = set(given)
    for cell in master.cells:
        if cell.role is Role.SOLUTION:
            try:
                exec(compile(answers[cell.id], f"<answer {cell.id}>", "exec"), given)
            except Exception:
                traceback.print_exc()  # its tests will say that the function is not defined
        elif cell.role is Role.TEST and only in (None, cell.question):
            # a copy: no test may lean on another test's names
            answered = {name: given[name] for name in given.keys() - ours}
            results[cell.id] = _run_test(cell.id, cell.source, dict(given), answered, seconds, around)
            if enough(results[cell.id]):
                break
    return results


def _run_test(
    test: str,
    source: str,
    namespace: dict,
    answered: Mapping[str, object],
    seconds: float = TEST_SECONDS,
    around: Around = _alone,
) -> LocalResult:
    visible, hidden = split_hidden(source)
    seed_everything(seed_of(test))
    for part, is_hidden in ((visible, False), (hidden, True)):
        try:
            with _processor_time(seconds), around(test, is_hidden):
                exec(compile(part, f"<test {test}>", "exec"), namespace)
        except TestTimeout:
            return LocalResult(Status.TIMEOUT, f"more than {seconds:g} s", is_hidden)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            return LocalResult(_status(error, answered), reason, is_hidden, getattr(error, "seen", None))
    return LocalResult(Status.PASSED)


def _status(error: Exception, answered: Mapping[str, object]) -> Status:
    """Whose fault an exception is, as behind the boundary: the answer's where it passed through one (`answered`).

    There an answer can't be called with the wrong number of arguments from this side, so that is its exception, too.
    """
    if isinstance(error, MemoryError):
        return Status.OUT_OF_MEMORY
    places = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    places = [place for place in places if place.startswith(("<answer ", "<test "))]
    if isinstance(error, AssertionError) and not places[-1].startswith("<answer "):
        return Status.FAILED  # also in a function of the test that the answer called
    called = _CALLED.match(str(error)) if isinstance(error, TypeError) else None
    is_theirs = any(place.startswith("<answer ") for place in places)
    if isinstance(error, NotImplementedError) and is_theirs:
        return Status.NOT_WRITTEN
    wrongly_called = (called is not None and called[1] in answered) or taken_for_a_function(error, answered)
    if wrongly_called or isinstance(error, NameError) or is_theirs:
        return Status.ERROR
    return Status.GRADER_FAULT


@contextmanager
def _processor_time(seconds: float):
    def stop(signum, frame):
        raise TestTimeout

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
