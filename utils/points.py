"""Keeps account of the visible tests that passed in this session, and tells in one line what is not written yet.

Only the student's own overview comes from here: grades are nbgrader's, and nothing below is read when it grades.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from IPython import get_ipython

from utils import diagnosis
from utils.messages import say_not_written

_passed: set[str] = set()
_begun: set[str] = set()


def earned(test: str) -> None:
    """Note that the visible part of a test passed: the last visible line of its cell."""
    _passed.add(test)
    diagnosis.passed(test)


def _withdraw(info) -> None:
    """Forget the earlier pass of a test whose cell is about to run again, and note that it ran."""
    tests = re.findall(r'^earned\("(\w+)"\)', info.raw_cell or "", flags=re.MULTILINE)
    _passed.difference_update(tests)
    _begun.update(tests)
    if not tests:  # it may hold another answer
        diagnosis.forget_passed()


def _tell(shell, kind, error: NotImplementedError, trace, tb_offset=None) -> None:
    """Show an answer that is not written yet in one line, in whichever cell it is met."""
    say_not_written(error)
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


if (_shell := get_ipython()) is not None:
    _shell.events.register("pre_run_cell", _withdraw)
    _shell.set_custom_exc((NotImplementedError,), _tell)


def standing(visible: Mapping[str, float], hidden: Mapping[str, float], by_hand: float) -> None:
    """Print how many points this session's runs have earned and how many are decided later.

    `visible` are tests (name -> points) without a hidden part, `hidden` those with one, `by_hand` the points of the
    written answers. A test counts as it was when its cell last ran.
    """
    if not _passed | _begun:
        print("No test has run in this session: run the cells from the top, then this one.")
        print("(While your notebook is graded this is always so: there the tests run elsewhere.)")
        return
    rows = (
        [(_passed_points(visible), f"earned by visible tests, of {_number(sum(visible.values()))}")] if visible else []
    )
    rows += [
        (
            _passed_points(hidden),
            f"to be decided by hidden tests after you hand in, of {_number(sum(hidden.values()))}",
        ),
        (by_hand, "for written answers, graded by a person"),
    ]
    for points, text in rows:
        print(f"{_number(points):>5}  {text}")
    print(f"{_number(sum(visible.values()) + sum(hidden.values()) + by_hand):>5}  can be had in all")
    if missing := [test for test in visible if test not in _passed]:
        print("\nNot earned yet:", ", ".join(missing))
    if missing := [test for test in hidden if test not in _passed]:
        print("\nLost as things stand, since the visible part has not passed:", ", ".join(missing))


def _passed_points(tests: Mapping[str, float]) -> float:
    return sum(points for test, points in tests.items() if test in _passed)


def _number(points: float) -> str:
    return f"{points:g}"
