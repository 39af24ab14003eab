"""The short way of running answers counts an exception to the same side as the boundary does."""

import pytest
from seating import seat

from grading.examiner import Examiner
from grading.limits import Boundary
from grading.local import _run_test
from grading.verdicts import Status
from utils.checks import call

TESTS = {
    "its own exception": ("def f(x): return 1 / 0", "call(f, 1)", Status.ERROR),
    "too few parameters": ("def f(): return 1", "call(f, 1)", Status.ERROR),
    "too many parameters": ("def f(x, y): return 1", "call(f, 1)", Status.ERROR),
    "another parameter": ("def f(y): return 1", "call(f, x=1)", Status.ERROR),
    "a class made wrongly": ("class F:\n    def __init__(self): pass", "call(F, 1)", Status.ERROR),
    "no such name": ("", "call(f, 1)", Status.ERROR),
    "a number for a function": ("f = 3", "call(f, 1)", Status.ERROR),
    "an array for a function": ("import numpy\nf = numpy.ones(2)", "f(1)", Status.ERROR),
    "a text for a class": ("f = 'f'", "f.made()", Status.ERROR),
    "a list beside a slip of the test": ("f = []", "3(f)", Status.GRADER_FAULT),
    "its own assertion": ("def f(x): assert x > 1", "call(f, 1)", Status.ERROR),
    "an assertion of the test": ("def f(x): return 1", "assert call(f, 1).value == 2", Status.FAILED),
    "an assertion of the test's function": (
        "def f(g): return g(1)",
        "def g(x):\n    assert x == 2\ncall(f, g)",
        Status.FAILED,
    ),
    "an exception of the test's function": ("def f(g): return g(1)", "def g(x):\n    {}[x]\ncall(f, g)", Status.ERROR),
    "the test's function called wrongly": ("def f(g): return g()", "def g(x):\n    return x\ncall(f, g)", Status.ERROR),
    "a slip of the test": ("def f(x): return 1", "{}['x']", Status.GRADER_FAULT),
    "a call of the test's own function": ("def f(x): return 1", "def g(): return 1\ng(2)", Status.GRADER_FAULT),
}


@pytest.fixture(scope="module")
def sitting():
    examiner = Examiner(Boundary(isolation="none"), isolated=False)
    sitting = examiner.begin(["from utils.checks import call\n"])
    yield sitting
    sitting.close()
    examiner.close()


@pytest.mark.parametrize(("answer", "test", "wanted"), TESTS.values(), ids=TESTS)
def test_same_side_as_behind_the_boundary(sitting, answer, test, wanted):
    """Does the test end alike in this process and over a connection, and as it should?"""
    namespace = {"__name__": "__main__", "call": call}
    exec(compile(answer, "<answer q1_f>", "exec"), namespace)
    answers = {name: namespace[name] for name in namespace.keys() & {"f", "F"}}
    assert _run_test("q1_f__values", test, dict(namespace), answers).status is wanted
    with seat(answer) as connection:
        assert sitting.visible("q1_f__values", test, connection, 1).status is wanted
