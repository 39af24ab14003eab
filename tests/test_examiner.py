"""The examiner judges test cells as a notebook would, says whose fault an end was, and lives on whatever happens."""

import os
import random
import sys
import threading
import time
import traceback
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from seating import garbage, overheard, seat, spellings

from grading.exam import FAULT, free_names, statement_at
from grading.examiner import Examiner, ExaminerError, _files
from grading.limits import Boundary
from grading.sandbox import SandboxUnavailable, check_sandbox
from grading.seeds import seed_everything
from grading.verdicts import Status

SETUP = ["import random\nimport numpy as np\nfrom utils.checks import call, raises\n", "given = [1, 2, 3]\n"]
TEST = "q1_f__values"


def boundary(**limits):
    return Boundary(isolation="none", **limits)


@pytest.fixture(scope="module")
def examiner():
    examiner = Examiner(boundary(), isolated=False)
    yield examiner
    examiner.close()


@pytest.fixture(scope="module")
def sitting(examiner):
    sitting = examiner.begin(SETUP)
    yield sitting
    sitting.close()


@contextmanager
def beginning(sitting, answer, visible, test=TEST, seed=1):
    """The result of a visible part; the student's process lives on inside."""
    with seat(answer, test, seed) as connection:
        yield sitting.visible(test, visible, connection, seed)


def visible(sitting, answer, source):
    with beginning(sitting, answer, source) as result:
        if result.status is Status.PASSED:
            sitting.hidden(TEST, "")  # so that the student's process is let go
        return result


def hidden(sitting, answer, source):
    """The result of a hidden part after an empty visible one."""
    with beginning(sitting, answer, "") as result:
        assert result.status is Status.PASSED
        return sitting.hidden(TEST, source)


# The same verdict as in a notebook

CELLS = {
    "equals": "call(f, 2).equals(3, hint='one more')",
    "close_to": "call(f, np.arange(3.0)).close_to([1.0, 2.0, 3.0])",
    "parts": "loss, grad = call(f, 2).parts('loss', 'grad')\nloss.close_to(1.0)\ngrad.close_to([1.0, 2.0])",
    "bare": "wanted = 3\nassert f(2) == wanted",
    "message": "for x in (1, 2):\n    assert f(x) == x + 1, f'f({x}) is wrong'",
    "member": "assert 3 in f([2])",
    "length": "assert len(f([2, 3])) == 2",
    "raises": "raises(ValueError, f, 'a', hint='a text is no number')",
    "stub": "raises(NotImplementedError, f, 2)",
    "call-back": "seen = []\n\ndef note(x):\n    seen.append(x)\n    return 3\n\ncall(f, note).equals(4)\nassert seen",
    "check in call-back": "def check(x):\n    assert x == 5, 'call it with 5'\n    return 3\n\ncall(f, check).equals(4)",
    "seeded": "np.random.seed(3)\nwanted = np.random.rand() + 1\nnp.random.seed(3)\ncall(f, 'random').close_to(wanted)",
    "unseeded": "call(f, 'python').close_to(random.Random(1).random() + 1)",
    "object": "thing = f(2)\nassert thing.value == 3\ncall(thing.add, 2).equals(5)",
    "iteration": "assert [x for x in f([1, 2])] == [2, 3]",
    "given name": "call(f, given).equals([2, 3, 4])",
    "not defined": "call(undefined_name, 2).equals(3)",
    "comprehension": "assert all(f(x) == x + 1 for x in range(3))",
    "nothing": "# more is checked after the notebook is handed in",
}

RIGHT = """
import random
import numpy as np

class Thing:
    def __init__(self, value):
        self.value = value
    def add(self, more):
        return self.value + more

def f(x):
    if callable(x):
        return x(5) + 1
    if isinstance(x, str):
        return 1 + {"random": np.random.rand, "python": random.random}[x]()
    if isinstance(x, list):
        return [item + 1 for item in x]
    return x + 1
"""

ANSWERS = {
    "right": RIGHT,
    "two more": "def f(x):\n    return x + 2\n",
    "stub": "def f(x):\n    raise NotImplementedError\n",
    "none": "def f(x):\n    pass\n",
    "text": "def f(x):\n    return 'three'\n",
    "zero": "def f(x):\n    return 0\n",
    "nan": "def f(x):\n    return float('nan')\n",
    "pair": "import numpy as np\ndef f(x):\n    return 1.0, np.array([1.0, 2.0])\n",
    "pair of matrices": "import numpy as np\ndef f(x):\n    return np.array([[1.0]]), np.matrix([[1.0, 2.0]])\n",
    "thing": RIGHT + "\ndef f(x):\n    return Thing(3)\n",
    "no class": "def f(x):\n    return object()\n",
    "ragged": "def f(x):\n    return [[1, 2], [3]]\n",
    "objects": "import numpy as np\ndef f(x):\n    return np.array([1, None])\n",
    "generator": "def f(x):\n    return (item + 1 for item in x)\n",
    "function": "def f(x):\n    return f\n",
    "value error": "def f(x):\n    raise ValueError('no')\n",
    "own error": "class Mine(ValueError):\n    pass\ndef f(x):\n    raise Mine('no')\n",
    "assertion": "def f(x):\n    assert x == 77, 'mine'\n    return x + 1\n",
    "exit": "import sys\ndef f(x):\n    raise SystemExit('3')\n",
    "loud": "import sys, warnings\ndef f(x):\n    warnings.warn('careful')\n    print('3', file=sys.stderr)\n    return x + 1\n",
    "in place": "def f(x):\n    if isinstance(x, list):\n        x[:] = [1 + y for y in x]\n        return x\n    return x + 1\n",
    "nothing": "g = 3\n",
    "wrong arity": "def f():\n    return 3\n",
    "not a function": "f = 3\n",
    "numpy text": "import numpy as np\ndef f(x):\n    return {'a': np.float32(3)}\n",
}


def plainly(answer: str, source: str) -> Status:
    """How a test ends in a notebook: answer and test in one namespace of one process."""
    space = {"__name__": "__main__"}
    for given in SETUP:
        exec(given, space)
    exec(compile(answer, "<answer q1_f>", "exec"), space)
    seed_everything(1)
    try:
        with redirect_stdout(StringIO()):
            exec(compile(source, f"<test {TEST}>", "exec"), space)
    except (Exception, SystemExit) as error:
        places = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        cells = [place for place in places if place.startswith(("<answer", "<test"))]
        if isinstance(error, NotImplementedError):
            return Status.NOT_WRITTEN
        if cells[-1].startswith("<answer") or isinstance(error, NameError):
            return Status.ERROR
        return Status.FAILED if isinstance(error, AssertionError) else Status.GRADER_FAULT
    return Status.PASSED


EVERY_CELL = ("right", "two more", "none", "thing")  # these answers meet all cells, the others the first ones


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("answer", ANSWERS)
def test_the_verdict_of_a_notebook(sitting, answer):
    """Does every cell end here as it does where everything is in one process?"""
    cells = CELLS if answer in EVERY_CELL else dict(list(CELLS.items())[:7])
    here = {name: visible(sitting, ANSWERS[answer], cell).status for name, cell in cells.items()}
    there = {name: plainly(ANSWERS[answer], cell) for name, cell in cells.items()}
    for name in cells:
        # Where a cell trips over the kind of a value, one process can't tell whose doing that is; here an object says so.
        if there[name] is Status.GRADER_FAULT and here[name] in (Status.FAILED, Status.ERROR):
            there[name] = here[name]
    assert here == there


def test_which_verdicts_the_cells_give(sitting):
    """Does the comparison above see passes, failures, errors and faults?"""
    statuses = {name: visible(sitting, RIGHT, cell).status for name, cell in CELLS.items()}
    assert [name for name, status in statuses.items() if status is not Status.PASSED] == [
        "parts",
        "raises",
        "stub",
        "object",
        "not defined",
    ]
    assert visible(sitting, ANSWERS["stub"], CELLS["equals"]).status is Status.NOT_WRITTEN
    missing = "import io\ndef f(x):\n    return io.IOBase().seek(0)\n"  # raises io.UnsupportedOperation
    assert visible(sitting, missing, CELLS["equals"]).status is Status.ERROR
    package = "import numbers\ndef f(x):\n    return numbers.Complex.conjugate(x)\n"  # raises NotImplementedError
    assert visible(sitting, package, CELLS["equals"]).status is Status.ERROR
    assert visible(sitting, ANSWERS["none"], CELLS["object"]).status is Status.GRADER_FAULT
    assert visible(sitting, ANSWERS["thing"], CELLS["object"]).status is Status.PASSED


# Reasons


@pytest.mark.parametrize(
    ("answer", "source", "status", "reason"),
    [
        (
            "two more",
            "call(f, 2).equals(3, hint='one more')",
            Status.FAILED,
            "hint: one more\nf(2)\n  came back: 4\n  wanted:    3",
        ),
        (
            "two more",
            "x = 2\nassert (\n    f(x)\n    == 3\n)",
            Status.FAILED,
            "this check does not hold: assert ( f(x) == 3 )",
        ),
        ("two more", "assert f(2) == 3, 'one more'", Status.FAILED, "one more"),
        (
            "value error",
            "call(f, 2)",
            Status.ERROR,
            "ValueError: no\n  <answer q1_f>, line 2, in f: \n  in the call f(2)",
        ),
        ("own error", "f(2)", Status.ERROR, "Mine: no\n  <answer q1_f>, line 4, in f: \n  in the test: f(2)"),
        (
            "no class",
            "assert f(2) == 3",
            Status.FAILED,
            "what came back is an object of class object; plain data was wanted (numbers, strings, lists, arrays)\n"
            "  in the test: assert f(2) == 3",
        ),
        (
            "no class",
            "if f(2):\n    pass",
            Status.FAILED,
            "what came back is an object of class object; plain data was wanted (numbers, strings, lists, arrays)\n"
            "  in the test: if f(2): pass",
        ),
        (
            "nothing",
            "def helper():\n    return f(2)\nhelper()",
            Status.ERROR,
            "`f` is not defined: the cell that should define it is missing or ended with an error",
        ),
        (
            "right",
            "call(f, lambda x: x + 'a')",
            Status.ERROR,
            "your code called a function of the test in a way that raised TypeError: unsupported operand type(s) for +: "
            "'int' and 'str'\n  in the call f(<lambda>)",
        ),
        ("right", "1 / 0", Status.GRADER_FAULT, FAULT),
        ("right", "f(2) +", Status.GRADER_FAULT, FAULT),
        ("right", "class Mine:\n    pass\nf(Mine())", Status.GRADER_FAULT, FAULT),
        ("right", "import sys\nsys.exit(0)", Status.GRADER_FAULT, FAULT),
        (
            "value error",
            "try:\n    f(2)\nexcept ValueError as error:\n    raise KeyError from error",
            Status.ERROR,
            "ValueError: no\n  <answer q1_f>, line 2, in f: \n  in the test: raise KeyError from error",
        ),
    ],
)
def test_reasons(sitting, answer, source, status, reason):
    """Does the reason say what was called, what came back, what was wanted, or whose code raised what and where?"""
    result = visible(sitting, ANSWERS[answer], source)
    assert (result.status, result.reason) == (status, reason)


def test_a_fault_of_the_test_has_its_traceback_for_instructors(sitting):
    """Does the detail of a grader fault show the line of the test?"""
    result = visible(sitting, RIGHT, "x = 0\n1 / x")
    assert 'File "<test q1_f__values>", line 2' in result.detail
    assert "1 / x" in result.detail


@pytest.mark.parametrize("check", ["equals(2)", "equals(np.zeros(3))", "close_to(np.ones((4, 3)))"])
@pytest.mark.parametrize(
    "result",
    [
        "['a' * 400_000] + [1] * 200_000",
        "np.empty((2**31 - 1, 0), dtype='S1')",
        "np.zeros((3, 0, 2), dtype=complex)",
        "[object(), [1, object()], (x for x in 'ab')]",
        "{1: object(), 'a': {2**4000}, (None, 1j): [[1, [2]], []]}",
        "{chr(0xd800): [np.float64('nan'), np.inf, 2**70], b'x': np.matrix([[1, 2]])}",
        "np.ma.masked_array([1.0, 2.0, 3.0], [0, 1, 0])",
        "np.ones((4, 3)) * [[1], [1e-310], [1], [1]]",
        "np.full((4, 3), 1e308)",
    ],
)
def test_any_result_is_a_failed_check(sitting, result, check):
    """Does a wrong result of whatever kind or size fail, told by what was seen, and is it no fault of ours?"""
    source = f"import numpy as np\nfrom utils.checks import call\ncall(f, 1).{check}"
    found = visible(sitting, f"import numpy as np\ndef f(x):\n    return {result}", source)
    assert found.status is Status.FAILED, found.detail
    if not found.reason.startswith("what came back is an object of class"):
        assert len(found.seen[0]) == len(found.seen[1][0]) == 12


def test_a_fault_of_the_test_is_no_known_mistake(sitting):
    """Is nothing kept to tell a mistake by where the test itself is at fault?"""
    source = "from utils.checks import call\nclass Mine:\n    pass\ncall(f, Mine())"
    result = visible(sitting, RIGHT, source)
    assert (result.status, result.seen) == (Status.GRADER_FAULT, None)


@pytest.mark.parametrize(
    ("deed", "status"),
    [
        ("os._exit(0)", Status.KILLED),
        ("os.kill(os.getpid(), 9)", Status.KILLED),
        ("raise MemoryError", Status.OUT_OF_MEMORY),
        ("np.ones(10**15)", Status.OUT_OF_MEMORY),
        ("deep(x)", Status.ERROR),
    ],
)
@pytest.mark.parametrize("swallowed", [False, True])
def test_deaths(sitting, deed, status, swallowed):
    """Is the end of a process, or of its memory, told apart, also if the test cell catches what it met?"""
    answer = f"import os\nimport numpy as np\ndef deep(x):\n    return deep(x)\ndef f(x):\n    {deed}\n"
    source = "try:\n    f(1)\nexcept Exception:\n    pass" if swallowed else "f(1)"
    wanted = Status.PASSED if swallowed and status is not Status.KILLED else status
    assert visible(sitting, answer, source).status is wanted


def test_what_is_printed_is_the_students_to_read(sitting):
    """Does the visible part hand on what test and student print, in order, clean and bounded?"""
    answer = "import sys\ndef f(x):\n    print('in f\\x1b[31m')\n    print('aside', file=sys.stderr)\n    return x\n"
    result = visible(sitting, answer, "print('before')\nf(1)\nprint('after')")
    assert result.printed == "before\nin f\N{REPLACEMENT CHARACTER}[31m\naside\nafter\n"
    loud = visible(sitting, "def f(x):\n    print('x' * 10**6)", "for _ in range(5):\n    f(1)\n    print('y' * 10**5)")
    assert len(loud.printed) <= 64 * 1024


# Hidden parts

TELLTALE = """
import sys
def f(x):
    print("saw", x)
    print("saw", x, file=sys.stderr)
    if x == 314159:
        raise ValueError(f"saw {x}")
    if x == 271828:
        return f"saw {x}"
    return x + 1
"""


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("call(f, 602214).equals(602215)", Status.PASSED),
        ("call(f, 602214).equals(602216)", Status.FAILED),
        ("assert f(602214) == 1, f(602214)", Status.FAILED),
        ("call(f, 271828).equals(271829)", Status.FAILED),
        ("call(f, 314159).equals(314160)", Status.ERROR),
        ("hidden_name(602214)", Status.ERROR),
        ("f(602214) + 'saw'", Status.GRADER_FAULT),
    ],
)
def test_hidden_parts_tell_nothing(sitting, source, status):
    """Are a hidden part's reason and printed text free of what the test holds and of what the student's code said?"""
    result = hidden(sitting, TELLTALE, source)
    assert (result.status, result.printed) == (status, "")
    assert "saw" not in result.reason
    assert not any(character.isdigit() for character in result.reason)
    assert "hidden_name" not in result.reason


def test_no_secret_of_a_hidden_part_reaches_the_student(sitting):
    """Do a hidden part's inputs cross over, and none of its expected values, messages, comments, names or call-backs?"""
    source = """
# the quibblefax of 271828
quibblefax_wanted = np.full(2, 271828.0)
def quibblefax_step(x):
    assert x == 5, "the quibblefax is 271828"
    return 271828 - 271825
call(f, quibblefax_step).equals(4, hint="quibblefax 271828")
raises(TypeError, f, None, hint="quibblefax 271828")
call(f, 602213).equals(602214, hint="quibblefax")
quibblefax_wanted_too = np.array([271828.0, 4.0])
call(f, [3]).equals([quibblefax_wanted_too[1]])
"""
    with seat(RIGHT, TEST) as connection, overheard(connection) as (ours, heard):
        assert sitting.visible(TEST, "", ours, 1).status is Status.PASSED
        assert sitting.hidden(TEST, source).detail == ""
    crossed = bytes(heard)
    assert any(spelling in crossed for spelling in spellings(602213)), "the search finds what did cross"
    assert not any(spelling in crossed for number in (271828, 602214) for spelling in spellings(number))
    assert b"quibblefax" not in crossed
    assert TEST.encode() not in crossed


def test_a_hidden_part_goes_on_where_the_visible_one_ended(sitting):
    """Has the hidden part the visible one's names, its random numbers and its student's process?"""
    answer = "calls = []\ndef f(x):\n    calls.append(x)\n    return len(calls)\n"
    with beginning(sitting, answer, "import random\nassert f(1) == 1\nleft = random.getstate()") as result:
        assert result.status is Status.PASSED
        with beginning(sitting, answer, "assert f(1) == 1", test="q2_g__values") as other:
            assert other.status is Status.PASSED
            assert sitting.hidden(TEST, "assert f(1) == 2\nassert random.getstate() == left").status is Status.PASSED
            assert sitting.hidden("q2_g__values", "assert 'left' not in globals()").status is Status.PASSED


def test_tests_do_not_disturb_each_other(sitting):
    """Is what one test changes, in names, given data or modules, unseen by the next?"""
    change = "import utils\ngiven.append(4)\nutils.planted = 1\nnew_name = 1\nopen('made.txt', 'w').close()"
    assert visible(sitting, RIGHT, change).status is Status.PASSED
    check = "import utils\nassert given == [1, 2, 3]\nassert not hasattr(utils, 'planted')\nassert 'new_name' not in globals()"
    assert visible(sitting, RIGHT, check).status is Status.PASSED


def test_what_the_locked_cells_define_is_ours(sitting):
    """Does a test see the given data and functions as the instructor made them, whatever the student rebinds?"""
    answer = RIGHT + "\ngiven = [9]\ndef call(*args):\n    return 1\nlen = sorted = lambda x: 1\n"
    assert (
        visible(sitting, answer, "assert given == [1, 2, 3]\ncall(f, 2).equals(3)\nassert len(given) == 3").status
        == "passed"
    )


def test_locked_cells_that_use_answers_are_left_to_the_student(examiner):
    """Are names of a locked cell that uses answers the student's, and those of other locked cells ours?"""
    sitting = examiner.begin(["table = {'a': 1}\n", "result = f(1)\ndef helper(x):\n    return f(x) + table['a']\n"])
    answer = "table = {'a': 100}\ndef f(x):\n    return x\ndef helper(x):\n    return f(x) + table['a']\nresult = 7\n"
    assert visible(sitting, answer, "assert (result, helper(1), table['a']) == (7, 101, 1)").status is Status.PASSED
    sitting.close()


def test_classes_of_locked_cells_cross_by_name(examiner):
    """Can an object of a class that a locked cell defines be handed to the student's function?"""
    given = "class Pair:\n    def __init__(self, a, b):\n        self.a, self.b = a, b\n"
    sitting = examiner.begin([given])
    answer = given + "def f(pair):\n    return isinstance(pair, Pair) and pair.a + pair.b\n"
    assert visible(sitting, answer, "assert f(Pair(1, 2)) == 3").reason == ""
    sitting.close()


def test_locked_cells_that_fail_are_our_fault(examiner):
    """Is a locked cell that raises a fault of the grader for each test, with the reason for instructors?"""
    sitting = examiner.begin(["import no_such_package_at_all\n"])
    for _ in range(2):
        result = visible(sitting, RIGHT, "assert f(1) == 2")
        assert (result.status, result.reason) == (Status.GRADER_FAULT, FAULT)
        assert "no_such_package_at_all" in result.detail
    sitting.close()


def test_given_files_are_beside_the_test(examiner, tmp_path):
    """Has a test the assignment's given files in its working folder, without notebooks and links?"""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.txt").write_text("king queen")
    (tmp_path / "a1.ipynb").write_text("{}")
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    assert list(_files(tmp_path)) == ["data/words.txt"]
    sitting = examiner.begin(["import os\nwords = open('data/words.txt').read().split()\n"], tmp_path)
    source = "assert words == ['king', 'queen']\nassert os.listdir() == ['data']"
    assert visible(sitting, RIGHT, source).reason == ""
    sitting.close()


# What may go wrong on our side, and what a student can do about it


def test_a_stuck_or_dying_test_is_our_fault_and_costs_no_other():
    """Does a test that crashes or never ends on our side end as a grader fault, while the rest goes on?"""
    examiner = Examiner(boundary(), isolated=False)
    object.__setattr__(examiner.limits, "wall_seconds", 1.0)
    sitting = examiner.begin(SETUP)
    for deed in ("os._exit(0)", "os.kill(os.getpid(), 11)", "time.sleep(99)", "np.ones(10**12)"):
        result = visible(sitting, RIGHT, f"import os, time\nimport numpy as np\n{deed}")
        assert (result.status, result.reason) == (Status.GRADER_FAULT, FAULT)
        assert visible(sitting, RIGHT, "assert f(1) == 2").status is Status.PASSED
    with beginning(sitting, RIGHT, "import os") as result:
        assert result.status is Status.PASSED
        assert sitting.hidden(TEST, "os._exit(0)").status is Status.GRADER_FAULT
    sitting.close()
    examiner.close()


def test_work_that_the_student_makes_is_the_students(monkeypatch):
    """Is it the student's time-out or memory when the examiner only does what student code asks for, and ours if not?"""
    monkeypatch.setattr("grading.examiner.OWN_CPU", 1.0)
    examiner = Examiner(boundary(cell_cpu=1.0, wall_factor=60.0, memory=1024 * 2**20), isolated=False)
    sitting = examiner.begin(SETUP)
    flood = "def f(g):\n    while True: g(1)"
    large = "import numpy as np\ndef f(g):\n    return np.ones(300_000)"
    try:
        with seat(flood, TEST, cpu_seconds=60) as connection:
            result = sitting.visible(TEST, "def g(x):\n    return sum(range(10_000))\ncall(f, g)", connection, 1)
        assert (result.status, "too long" in result.reason) == (Status.TIMEOUT, True)
        assert visible(sitting, large, "x = f(1)\nnp.outer(x, x)").status is Status.OUT_OF_MEMORY
        assert visible(sitting, large, "np.ones(10**9)").status is Status.GRADER_FAULT
        assert visible(sitting, RIGHT, "while True: pass").status is Status.GRADER_FAULT
        assert visible(sitting, RIGHT, "assert f(2) == 3").status is Status.PASSED
    finally:
        sitting.close()
        examiner.close()


def test_a_dead_examiner_is_started_again():
    """Do sittings go on when the examiner's process, or that of a submission, died?"""
    examiner = Examiner(boundary(), isolated=False)
    sitting = examiner.begin(SETUP)
    source = "import os\nassert f(1) == 2"
    assert visible(sitting, RIGHT, source).status is Status.PASSED
    kill = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)"
    visible(sitting, RIGHT, kill)
    assert visible(sitting, RIGHT, source).status is Status.PASSED
    examiner._process.kill()
    examiner._process.wait()
    later = examiner.begin(SETUP)
    assert visible(later, RIGHT, source).status is Status.PASSED
    for each in (sitting, later):
        each.close()
    examiner.close()


def test_an_examiner_that_can_not_start_says_so(monkeypatch):
    """Is a process that ends at once told in a sentence, and a command that is none as an exception?"""
    monkeypatch.setattr(sys, "executable", "/no/python")
    with pytest.raises(ExaminerError, match="does not start"):
        Examiner(boundary(), isolated=False)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    examiner = Examiner(boundary(), isolated=False)
    with pytest.raises(ExaminerError, match="ended"):
        while True:
            examiner.begin(SETUP).close()
            time.sleep(0.01)
    examiner.close()


def test_nothing_is_left_when_it_is_over(tmp_path, monkeypatch):
    """Do all processes and temporary folders go when the examiner is closed?"""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    examiner = Examiner(boundary(), isolated=False)
    sitting = examiner.begin(SETUP)
    listening = "import os\npids = [os.getpid(), os.getppid()]\nprint(*pids)"
    with beginning(sitting, RIGHT, listening) as result:
        pids = [*map(int, result.printed.split()), examiner._process.pid]
        sitting.close()
        examiner.close()
        assert not [pid for pid in pids if _lives(pid, seconds=5)]
    assert list(tmp_path.glob("workbook-examiner-*")) == []


def _lives(pid: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    return True


def test_sittings_in_threads(examiner):
    """Can several submissions be examined beside each other?"""
    found = []

    def examine(more):
        sitting = examiner.begin(SETUP)
        for _ in range(3):
            found.append(visible(sitting, f"def f(x):\n    return x + {more}\n", f"assert f(1) == {1 + more}").status)
        sitting.close()

    threads = [threading.Thread(target=examine, args=(more,)) for more in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == [Status.PASSED] * 9


def test_garbage_is_the_students_error(sitting):
    """Does a process that speaks garbage cost its test, and no more?"""
    with garbage(lambda connection: connection.sendall(os.urandom(1000))) as connection:
        result = sitting.visible(TEST, "assert f(1) == 2", connection, 1)
    assert result.status is Status.ERROR
    assert result.reason == "what came back could not be read: too much"
    with garbage(lambda connection: connection.close()) as connection:
        assert sitting.visible(TEST, "assert f(1) == 2", connection, 1).status is Status.KILLED
    assert visible(sitting, RIGHT, "assert f(1) == 2").status is Status.PASSED


def test_the_same_seed_the_same_verdict(sitting):
    """Do both sides begin each test with its seed?"""
    answer = "import random\ndef f():\n    return random.random()\n"
    wanted = random.Random(11).random()
    for _ in range(2):
        with beginning(sitting, answer, f"assert f() == random.random() == {wanted!r}", seed=11) as result:
            assert result.reason == ""


def test_in_a_sandbox():
    """Does the same hold for an examiner in a sandbox of its own, which sees no course and no network?"""
    try:
        check_sandbox()
    except SandboxUnavailable as missing:
        pytest.skip(str(missing))
    examiner = Examiner(Boundary())
    sitting = examiner.begin(SETUP)
    assert visible(sitting, RIGHT, "call(f, 2).equals(3)").reason == ""
    assert visible(sitting, ANSWERS["two more"], "call(f, 2).equals(3)").status is Status.FAILED
    look = f"import os\nprint(os.path.exists({str(Path(__file__).parent)!r}), os.listdir('/sys/class/net') if os.path.exists('/sys') else [])"
    assert visible(sitting, RIGHT, look).printed == "False []\n"
    sitting.close()
    examiner.close()


# Parts


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("f(x)", {"f", "x"}),
        ("x = 1\nf(x)", {"f"}),
        ("import numpy as np\nnp.sum(g)", {"g"}),
        ("def h(a):\n    b = a\n    return f(a, b, c)", {"f", "c"}),
        ("[f(i) for i in y]", {"f", "y"}),
        ("(lambda x: f(x))(z)", {"f", "z"}),
        ("def h():\n    global made\n    made = f", {"f"}),
        ("class A:\n    x = f\n    def m(self):\n        return g", {"f", "g"}),
        ("for f in g:\n    f()", {"g"}),
        ("obj.attribute = value", {"obj", "value"}),
    ],
)
def test_free_names(source, names):
    """Are exactly those names asked for that a cell uses and does not bind?"""
    assert {name for name in free_names(source) if name not in ("i",)} == names


def test_statement_at():
    """Is the innermost statement of the cell found that an exception passed?"""
    source = "for x in (1, 0):\n    y = (1 /\n         x)\n"
    try:
        exec(compile(source, "<cell>", "exec"), {})
    except ZeroDivisionError as error:
        assert statement_at(error, "<cell>", source) == "y = (1 / x)"
        assert statement_at(error, "<other>", source) == ""
