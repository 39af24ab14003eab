"""The engine gives every test of a submission its right verdict, whatever the submission does."""

# ruff: noqa: F401, F811 -- fixtures are imported

import time

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from small_notebooks import (
    HIDDEN_INPUT,
    RIGHT,
    behind_the_boundary,
    boundary,
    examiner,
    judged,
    marked,
    notebook,
    outputs_of,
    question,
)

from grading.engine import examine
from grading.exam import PartResult
from grading.examiner import ExaminerError
from grading.limits import MIB, Boundary
from grading.plan import plan_of
from grading.sandbox import SandboxUnavailable
from grading.verdicts import Status

pytestmark = behind_the_boundary

ENDINGS = {
    "right": (RIGHT, Status.PASSED),
    "wrong": ("def NAME(x):\n    return 3 * x", Status.FAILED),
    "hidden_wrong": ("def NAME(x):\n    print('saw', x)\n    return 2 * x if x < 100 else 0", Status.FAILED),
    "hidden_error": ("def NAME(x):\n    return 2 * x if x < 100 else [][x]", Status.ERROR),
    "raises": ("def NAME(x):\n    print('before')\n    return [][x]", Status.ERROR),
    "missing": ("nothing = 0", Status.ERROR),
    "syntax": ("def NAME(x)", Status.ERROR),
    "memory": (
        "def NAME(x):\n    hunger = []\n    while True: hunger.append(bytes(10**7) + b'x')",
        Status.OUT_OF_MEMORY,
    ),
    "hidden_exit": ("def NAME(x):\n    import os\n    return 2 * x if x < 100 else os._exit(0)", Status.KILLED),
    "exits": ("def NAME(x):\n    import os\n    os._exit(0)", Status.KILLED),
    "forks": ("def NAME(x):\n    import os\n    while True: os.fork()", Status.ERROR),
    "warns": (
        "import sys\nprint('careful', file=sys.stderr)\ndef NAME(x):\n    print('!', file=sys.stderr)\n    return 2 * x",
        Status.PASSED,
    ),
    "prints": ("def NAME(x):\n    for _ in range(10**5): print('x' * 100)\n    return 2 * x", Status.PASSED),
    "system_exit": ("def NAME(x):\n    raise SystemExit", Status.ERROR),
    "last": (RIGHT, Status.PASSED),
}


@pytest.fixture(scope="module")
def class_of_endings(judged):
    return judged({name: answer for name, (answer, _) in ENDINGS.items()})


@pytest.mark.parametrize("name", ENDINGS)
def test_endings(class_of_endings, name):
    """Does each way to end give its own status, in one notebook that goes on to its end?"""
    verdict = class_of_endings[0][name]
    assert verdict.status is ENDINGS[name][1], verdict
    assert (verdict.points, verdict.max_points) == (2.0 if verdict.status is Status.PASSED else 0.0, 2.0)
    assert verdict.hidden is name.startswith("hidden")


def test_outputs(class_of_endings):
    """Do the cells show what was printed and why a test did not pass, and passed ones nothing that costs points?"""
    _, examination = class_of_endings
    assert outputs_of(examination, "right__doubles") == []
    assert [output.output_type for output in outputs_of(examination, "prints__doubles")] == ["stream"]
    assert len(outputs_of(examination, "prints__doubles")[0].text) < 2 * MIB
    assert outputs_of(examination, "warns__doubles")[0].name == "stdout"
    printed, problem = outputs_of(examination, "raises__doubles")
    assert printed.text == "before\n"
    assert problem.ename == "error" and "IndexError" in problem.evalue and problem.traceback == [problem.evalue]
    assert outputs_of(examination, "hidden_wrong__doubles")[0].text == "saw 2\n"


def test_use(class_of_endings):
    """Are processor time and memory in the verdicts?"""
    verdicts, _ = class_of_endings
    assert 0.01 < verdicts["prints"].cpu_seconds < 4
    assert MIB * 20 < verdicts["right"].memory_bytes < verdicts["memory"].memory_bytes
    assert not verdicts["right"].near_limit


def test_endless_loops(judged):
    """Does an endless loop cost its own test alone: in a cell, in a visible part and in a hidden one?"""
    limits = Boundary(cell_cpu=1.0, notebook_cpu=60.0)
    verdicts, examination = judged(
        {
            "first": RIGHT,
            "cell": "while True: pass\n" + RIGHT,
            "after_it": RIGHT + "while True: pass",
            "visible": "def NAME(x):\n    while True: pass",
            "hidden": "def NAME(x):\n    while x > 100: pass\n    return 2 * x",
            "last": RIGHT,
        },
        limits,
    )
    assert {name: (v.status, v.hidden) for name, v in verdicts.items()} == {
        "first": (Status.PASSED, False),
        "cell": (Status.ERROR, False),
        "after_it": (Status.PASSED, False),
        "visible": (Status.TIMEOUT, False),
        "hidden": (Status.TIMEOUT, True),
        "last": (Status.PASSED, False),
    }
    assert outputs_of(examination, "cell")[-1].ename == "timeout"
    assert any("Cell 4 was stopped" in note for note in examination.notes)
    assert not verdicts["visible"].near_limit


def test_figures_tell_nothing_hidden(judged):
    """Do time and memory of a hidden part stay out of the verdict?"""
    told = "def NAME(x):\n    if x > 100:\n        held = bytes(150_000_000)\n        sum(range(x * 100))\n    return 2 * x"
    verdicts, _ = judged({"quick": RIGHT, "tells": told})
    assert verdicts["tells"].status is Status.PASSED
    assert verdicts["tells"].cpu_seconds < 0.2
    assert abs(verdicts["tells"].memory_bytes - verdicts["quick"].memory_bytes) < 20 * MIB


def test_near_limit(judged):
    """Is a result that took most of the time marked, and one that is a little too slow a marked time-out?"""
    burn = "import time\ndef NAME(x):\n    until = time.process_time() + {}\n    while time.process_time() < until: pass\n    return 2 * x"
    limits = Boundary(cell_cpu=2.0, notebook_cpu=60.0)
    verdicts, _ = judged(
        {"quick": burn.format(0.2), "near": burn.format(1.8), "slow": burn.format(2.2)}, limits, hidden=""
    )
    assert (verdicts["quick"].status, verdicts["quick"].near_limit) == (Status.PASSED, False)
    assert (verdicts["near"].status, verdicts["near"].near_limit) == (Status.PASSED, True)
    assert (verdicts["slow"].status, verdicts["slow"].near_limit) == (Status.TIMEOUT, True)


def test_second_try(judged, tmp_path, boundary, examiner):
    """Is a time-out run once more before it is recorded, in the visible and in the hidden part?"""
    answer = "import os\ndef NAME(x):\n    again = os.path.exists('/scratch/{0}')\n    open('/scratch/{0}', 'w').close()\n    while {1} and not again: pass\n    return 2 * x"
    limits = Boundary(cell_cpu=1.0, notebook_cpu=60.0)
    verdicts, _ = judged({"visible": answer.format("v", "x < 100"), "last": RIGHT}, limits)
    assert {verdict.status for verdict in verdicts.values()} == {Status.PASSED}


def test_deadly_cells(judged):
    """Is the notebook run again without the cells that end its process, each shown with its reason?"""
    verdicts, examination = judged(
        {
            "first": RIGHT,
            "exits": RIGHT + "import os\nos._exit(1)",
            "forks": RIGHT + "import os\nwhile True: os.fork()",
            "hungry": RIGHT + "import ctypes\nctypes.string_at(0)",
            "last": RIGHT,
        }
    )
    assert verdicts["first"].status is Status.PASSED and verdicts["last"].status is Status.PASSED
    assert {verdicts[name].status for name in ("exits", "forks", "hungry")} == {Status.ERROR}
    assert [outputs_of(examination, name)[-1].ename for name in ("exits", "forks", "hungry")] == ["killed"] * 3
    assert len(examination.notes) == 3


def test_too_many_deadly_cells(judged):
    """Is the running again bounded, and do earlier tests keep their points?"""
    deadly = {f"exits{n}": "import os\nos._exit(1)" for n in range(5)}
    verdicts, examination = judged({"first": RIGHT, **deadly, "last": RIGHT})
    assert verdicts["first"].status is Status.PASSED
    assert verdicts["exits0"].status is Status.ERROR
    assert verdicts["last"].status is Status.NOT_REACHED and verdicts["last"].points == 0
    assert outputs_of(examination, "last")[-1].ename == "not reached"


def test_total_limit(judged):
    """Are tests not reached when the notebook's whole time is used up, and those before it kept?"""
    limits = Boundary(cell_cpu=1.0, notebook_cpu=2.5)
    loops = {f"loop{n}": "while True: pass" for n in range(4)}
    verdicts, examination = judged({"first": RIGHT, **loops, "last": RIGHT}, limits, hidden="")
    assert verdicts["first"].status is Status.PASSED
    assert verdicts["last"].status is Status.NOT_REACHED
    assert any("used up" in note for note in examination.notes)


def test_unjudged_hidden_part(judged):
    """Is a test whose hidden part could not run any more without points, however well its visible part went?"""
    limits = Boundary(cell_cpu=1.0, notebook_cpu=1.5)
    verdicts, _ = judged({"first": RIGHT, "loop": "while True: pass", "more": "while True: pass"}, limits)
    assert (verdicts["first"].status, verdicts["first"].hidden) == (Status.NOT_REACHED, True)


def test_killing_the_notebook_from_a_hidden_part(judged):
    """Does a function that ends the notebook's process when it sees a hidden input cost its own test alone?"""
    killer = "import os, signal, time\ndef NAME(x):\n    if x > 100:\n        os.kill(-1, signal.SIGKILL)\n        time.sleep(9)\n    return 2 * x"
    verdicts, _ = judged({"first": RIGHT, "killer": killer, "last": RIGHT})
    assert verdicts["killer"].status is Status.KILLED
    assert {verdicts[name].status for name in ("first", "last")} == {Status.PASSED}


@pytest.mark.parametrize(
    ("trap", "statuses"),
    [
        ("while True: pass", {Status.TIMEOUT}),
        ("sockets = []\n        for _ in range(20):\n            s = socket.socket(1); s.setblocking(False); sockets.append(s)\n            s.connect_ex(path)", {Status.KILLED}),
        ("if os.fork() == 0:\n            s = socket.socket(1); s.connect(path)\n            while True: s.sendall(b'nonsense' * 1000)", {Status.ERROR, Status.KILLED}),
        ("if os.fork() == 0:\n            s = socket.socket(1); s.connect(path)\n            time.sleep(1000)", {Status.TIMEOUT, Status.KILLED}),
        ("if os.fork() == 0:\n            socket.socket(1).connect(path)\n            os._exit(0)", {Status.KILLED}),
    ],
    ids=["hangs", "many", "nonsense", "silent", "hangs up"],
)  # fmt: skip
def test_traps_at_the_fork(judged, monkeypatch, trap, statuses):
    """Does a kernel that plays tricks when it should fork lose that test alone, in bounded time?"""
    monkeypatch.setattr("grading.student.SEAT_CPU", 1.0)
    monkeypatch.setattr("grading.student.SEAT_SECONDS", 2.0)
    answer = (
        RIGHT
        + f"""
import guest, os, socket, time
real = guest.open_seat
def trap(path, test, *rest):
    if test == 'tricky__doubles':
        {trap}
    else:
        real(path, test, *rest)
guest.open_seat = trap
"""
    )
    began = time.monotonic()
    verdicts, _ = judged({"first": RIGHT, "tricky": answer, "last": RIGHT}, Boundary(cell_cpu=2.0, wall_factor=4.0))
    assert verdicts["tricky"].status in statuses
    assert {verdicts[name].status for name in ("first", "last")} == {Status.PASSED}
    assert time.monotonic() - began < 100


def test_state_of_the_place(boundary, examiner):
    """Does a test see the notebook as it is at its place, whatever earlier tests and later cells change?"""
    cells = [marked("import numpy as np", "setup", locked=True)]
    cells += [marked("count = [0]\ndef f():\n    count[0] += 1\n    return count[0]", "q", solution=True)]
    for n in (1, 2):
        cells.append(
            marked(
                "assert f() == 1\nassert f() == 2\n### BEGIN HIDDEN TESTS\nassert f() == 3\n### END HIDDEN TESTS",
                f"q__{n}",
                grade=True,
                locked=True,
                points=1,
            )
        )
    cells.append(new_code_cell("f(); f(); f(); print('own', count)"))
    cells.append(marked("assert f() == 4", "q__3", grade=True, locked=True, points=1))
    examination = examine(new_notebook(cells=cells), boundary, examiner)
    assert [verdict.status for verdict in examination.verdicts] == [Status.PASSED] * 3
    assert examination.notebook.cells[4].outputs[0].text == "own [3]\n"


def test_long_cells_and_given_files(boundary, examiner, tmp_path):
    """Are long runs skipped, and the given files there on both sides?"""
    (tmp_path / "words.txt").write_text("one two")
    cells = [
        marked("words = open('words.txt').read().split()", "setup", locked=True),
        new_code_cell("raise RuntimeError('trained')", metadata={"workbook": {"long": True}}),
        marked("def f():\n    return open('words.txt').read().split()", "q", solution=True),
        marked("assert f() == words", "q__words", grade=True, locked=True, points=1),
    ]
    examination = examine(new_notebook(cells=cells), boundary, examiner, tmp_path)
    assert examination.verdicts[0].status is Status.PASSED, examination.verdicts
    assert "skipped" in examination.notebook.cells[1].outputs[0].text


def test_faulty_test(judged):
    """Is a fault of the test itself the grader's, with points left open?"""
    verdicts, examination = judged({"q": RIGHT}, visible="1 / 0", hidden="")
    assert (verdicts["q"].status, verdicts["q"].points) == (Status.GRADER_FAULT, None)
    assert outputs_of(examination, "q__doubles")[-1].ename == "grader fault"


def test_faulty_setup(boundary, examiner):
    """Are tests whose locked cells fail on the examiner's side the grader's fault, never zeros?"""
    cells = [marked("import no_such_module", "setup", locked=True), *question("q", RIGHT)]
    (verdict,) = examine(new_notebook(cells=cells), boundary, examiner).verdicts
    assert (verdict.status, verdict.points) == (Status.GRADER_FAULT, None)


class FakeExaminer:
    """An examiner whose sittings do as they are told."""

    def __init__(self, visible=None, begin=None):
        self._visible, self._begin = visible, begin

    def begin(self, setup, given=None):
        if self._begin:
            raise self._begin
        return self

    def visible(self, test, source, seat, seed):
        return self._visible()

    def close(self):
        pass


@pytest.mark.parametrize("error", [ExaminerError("gone"), OSError("gone"), EOFError()])
def test_broken_examiner(judged, error):
    """Is an examiner that breaks down the grader's fault?"""

    def breaks():
        raise error

    for broken in (FakeExaminer(visible=breaks), FakeExaminer(begin=error)):
        verdicts, _ = judged({"q": RIGHT}, by=broken)
        assert (verdicts["q"].status, verdicts["q"].points) == (Status.GRADER_FAULT, None)


def test_hanging_examiner(judged, monkeypatch):
    """Is an examiner that hangs the grader's fault, after the wall clock's limit?"""
    monkeypatch.setattr("grading.parts.EXAMINER_GRACE", 0.5)
    limits = Boundary(cell_cpu=0.5, wall_factor=2.0)
    verdicts, _ = judged({"q": RIGHT}, limits, FakeExaminer(visible=lambda: time.sleep(30)))
    assert verdicts["q"].status is Status.GRADER_FAULT


HELD = """
import os, socket, time
listener = socket.socket(socket.AF_UNIX)
listener.bind("helper")
listener.listen()
if os.fork() == 0:
    helper, _ = listener.accept()
    held = socket.recv_fds(helper, 1, 9)
    time.sleep(60)
    os._exit(0)

def hand_over():
    helper = socket.socket(socket.AF_UNIX)
    helper.connect("helper")
    socket.send_fds(helper, [b"!"], [number for number in range(3, 99) if os.path.exists(f"/proc/self/fd/{number}")])

def hold():
    WAY
    while True: pass

def NAME(x):
    hold()
"""
WAYS_TO_HOLD = {
    "by a child": "if os.fork() == 0: time.sleep(60)",
    "by a process of an earlier cell": "hand_over()",
}


@pytest.mark.parametrize("way", WAYS_TO_HOLD.values(), ids=WAYS_TO_HOLD)
def test_a_connection_that_is_held_open(judged, monkeypatch, way):
    """Is it the student's time-out, not the grader's fault, if another process keeps the connection of a killed one?"""
    monkeypatch.setattr("grading.parts.EXAMINER_GRACE", 1.0)
    limits = Boundary(cell_cpu=1.0, wall_factor=20.0)
    verdicts, _ = judged({"q": HELD.replace("WAY", way), "last": RIGHT}, limits)
    assert (verdicts["q"].status, verdicts["last"].status) == (Status.TIMEOUT, Status.PASSED)


MANY = """
import os, time
def NAME(x):
    held = [os.open("/dev/null", os.O_RDONLY) for _ in range(100)]
    if any(os.fork() == 0 for _ in range(45)):
        time.sleep(60)
    return 2 * x
"""


def test_too_much_between_two_looks(judged, monkeypatch):
    """Is a test stopped for what it leaves behind, also if it ends before anybody looked?"""
    monkeypatch.setattr("grading.parts.TICK", 60.0)
    verdicts, _ = judged({"q": MANY, "last": RIGHT})
    assert (verdicts["q"].status, verdicts["last"].status) == (Status.KILLED, Status.PASSED)


def test_kernel_does_not_start(judged, monkeypatch):
    """Is a student's kernel that does not come up the grader's fault?"""
    monkeypatch.setattr("grading.provisioner.START_SECONDS", 0.0)
    verdicts, examination = judged({"q": RIGHT}, by=FakeExaminer())
    assert (verdicts["q"].status, verdicts["q"].points) == (Status.GRADER_FAULT, None)
    assert "not ready" in examination.notes[0]


def test_no_sandbox(judged, monkeypatch, tmp_path):
    """Does grading stop with one sentence where there is no bubblewrap, and leave nothing behind?"""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("grading.sandbox.shutil.which", lambda name: None)
    with pytest.raises(SandboxUnavailable, match="apt-get install bubblewrap"):
        judged({"q": RIGHT}, by=FakeExaminer(visible=lambda: PartResult(Status.PASSED)))
    assert not list(tmp_path.iterdir())


def test_plan():
    """Are roles read as nbgrader marks them, and hidden parts cut?"""
    plan = plan_of(notebook({"q": RIGHT}))
    assert plan.code == [0, 1, 2] and plan.setup == ["import numpy as np"] and not plan.long
    assert "BEGIN" not in plan.tests[2].visible + plan.tests[2].hidden
    assert HIDDEN_INPUT in plan.tests[2].hidden and HIDDEN_INPUT not in plan.tests[2].visible


def test_a_kernel_that_never_forks(judged, monkeypatch):
    """Is a notebook whose shell runs nothing any more given up after two tests, and not waited for at each?"""
    monkeypatch.setattr("grading.student.SEAT_SECONDS", 4.0)
    deaf = RIGHT + "\nget_ipython().run_cell = lambda *args, **kwargs: None"
    began = time.monotonic()
    verdicts, _ = judged({"first": RIGHT, "deaf": deaf} | {f"later_{number}": RIGHT for number in range(8)})
    assert verdicts["first"].status is Status.PASSED
    assert {verdicts[f"later_{number}"].status for number in range(8)} == {Status.KILLED}
    assert time.monotonic() - began < 40
