"""What a student adds costs no question: own cells that compute long, copies of answers, imports that are of no use.

Each notebook is assembled as a submission is, and then examined.
"""

# ruff: noqa: F401, F811 -- fixtures are imported

import ast
from types import SimpleNamespace

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from small_notebooks import HIDDEN, RIGHT, behind_the_boundary, boundary, examiner, marked, question

from grading.assemble import Stub, assemble
from grading.budgets import Budgets
from grading.cells import SubmittedCell
from grading.engine import examine
from grading.limits import Boundary
from grading.optional_imports import OptionalImports, read_left_out
from grading.plan import Plan
from grading.student import Cause, CellResult
from grading.undefined import explanation_of
from grading.verdicts import Status

pytestmark = behind_the_boundary

STUB = "def NAME(x):\n    raise NotImplementedError"
PLAIN = "shared = 21"
SLOW = "import time\nuntil = time.process_time() + {}\nwhile time.process_time() < until: pass"


def source(*names: str):
    """The instructor's notebook: a locked cell, then for each question an answer, its test and a plain cell."""
    cells = [marked("import numpy as np", "setup", locked=True)]
    for name in names:
        cells += [*question(name, STUB), new_code_cell(PLAIN, id=f"plain-{name}")]
    return new_notebook(cells=cells)


def own(text: str) -> SubmittedCell:
    return SubmittedCell("code", text)


def answer(name: str, text: str = RIGHT) -> SubmittedCell:
    return SubmittedCell("code", text.replace("NAME", name), name)


class Submission:
    """The cells that a student hands in: the release with answers, and own cells by the question they follow."""

    def __init__(
        self, answers: dict[str, str], after: dict[str, list] | None = None, before: dict[str, list] | None = None
    ):
        self.names = list(answers)
        self.cells = [SubmittedCell("code", "import numpy as np", "setup")]
        for name, text in answers.items():
            test = question(name, STUB)[1].source.replace("\n" + HIDDEN.replace("NAME", name), "")
            self.cells += [answer(name, text), *(before or {}).get(name, [])]
            self.cells += [SubmittedCell("code", test, f"{name}__doubles"), *(after or {}).get(name, [])]
            self.cells.append(SubmittedCell("code", PLAIN, "", f"plain-{name}"))


@pytest.fixture(scope="module")
def graded(boundary, examiner):
    """A submission -> ({question: verdict}, notes of assembling and examining, outputs by cell's text)."""

    def grade(submission: Submission, limits=boundary):
        stubs = {name: Stub(STUB.replace("NAME", name), "c") for name in submission.names}
        stubs |= {name: Stub("", "c") for name in ["setup", *(f"{name}__doubles" for name in submission.names)]}
        assembled = assemble(source(*submission.names), stubs, submission.cells)
        made = examine(assembled.notebook, limits, examiner)
        verdicts = {verdict.test.removesuffix("__doubles"): verdict for verdict in made.verdicts}
        outputs = {cell.source: cell.outputs for cell in made.notebook.cells if cell.cell_type == "code"}
        return verdicts, [*assembled.notes, *made.notes], outputs

    return grade


def statuses(verdicts) -> set[Status]:
    return {verdict.status for verdict in verdicts.values()}


def test_seven_long_experiments(graded):
    """Is every question judged when own cells between and after them take longer than all of the time for the rest?"""
    limits = Boundary(cell_cpu=1.0, own_cpu=3.0, notebook_cpu=8.0)
    experiments = [own(f"# {n}\n{SLOW.format(1.1)}") for n in range(7)]
    submission = Submission(dict.fromkeys(["q1", "q2", "q3"], RIGHT), {"q1": experiments[:4], "q3": experiments[4:]})
    verdicts, notes, outputs = graded(submission, limits)
    assert statuses(verdicts) == {Status.PASSED}
    ends = [outputs[cell.source][-1].ename for cell in experiments]
    assert ends[:2] == ["timeout"] * 2 and ends[4:] == ["not reached"] * 3
    assert "your own cells have used up the time" in outputs[experiments[-1].source][-1].evalue
    (note,) = [note for note in notes if note.startswith("Left out")]
    assert note.endswith("14, 15, 16.")


def test_own_cells_that_sleep(graded):
    """Is the clock's backstop of own cells their own, too?"""
    limits = Boundary(cell_cpu=1.0, own_cpu=1.0, notebook_cpu=2.0, wall_factor=2.0)
    sleepers = [own(f"import time\ntime.sleep({100 + n})") for n in range(4)]
    verdicts, notes, _ = graded(Submission({"q1": RIGHT, "q2": RIGHT}, {"q1": sleepers}), limits)
    assert statuses(verdicts) == {Status.PASSED}
    assert any(note.startswith("Left out") for note in notes)


def test_the_instructors_plain_cells_run(graded):
    """Do cells of the instructor's without a mark run when the time of own cells is used up, and answers that need them?"""
    limits = Boundary(cell_cpu=1.0, own_cpu=0.5)
    needs_it = "def NAME(x):\n    return 2 * x * shared / 21"
    submission = Submission({"q1": RIGHT, "q2": needs_it}, {"q1": [own(SLOW.format(1)), own("print('mine')")]})
    verdicts, _, outputs = graded(submission, limits)
    assert statuses(verdicts) == {Status.PASSED}
    assert outputs[PLAIN] == [] and outputs["print('mine')"][-1].ename == "not reached"


def test_budgets():
    """Is what own cells use taken from their own time only, by both clocks?"""
    limits = Boundary(own_cpu=60.0, notebook_cpu=120.0, wall_factor=5.0)
    budgets = Budgets(limits)
    budgets.own.spend(50.0, 290.0)
    assert (budgets.own.cpu(20.0), budgets.own.wall(100.0), budgets.own.used_up()) == (10.0, 10.0, False)
    budgets.own.spend(1.0, 20.0)
    assert budgets.own.used_up() and not budgets.graded.used_up()
    assert (budgets.graded.cpu(20.0), budgets.graded.wall(1000.0)) == (20.0, 600.0)
    limits.stopped = True
    assert budgets.graded.used_up()


UNFINISHED = "def NAME(x):\n    y = "
WRONG = "def NAME(x):\n    return 3 * x"


@pytest.mark.parametrize(
    ("first", "before", "after", "passes", "note"),
    [
        (RIGHT, [], [UNFINISHED], True, "each runs where it stands: q1"),
        (RIGHT, [], [WRONG], True, "each runs where it stands: q1"),
        (RIGHT, [UNFINISHED], [], True, "each runs where it stands: q1"),
        (RIGHT, [WRONG], [], False, "each runs where it stands: q1"),
        (WRONG, [RIGHT], [WRONG], True, "each runs where it stands: q1"),
        (WRONG, [], [RIGHT], False, "each runs where it stands: q1"),
        (STUB, [], [RIGHT], True, "filled in only below their tests; they count all the same: q1"),
        (RIGHT, [STUB], [STUB], True, ""),
    ],
    ids=["unfinished below", "wrong below", "unfinished above", "wrong above", "right above", "right too late", "only below", "blank"],
)  # fmt: skip
def test_copies_of_an_answer(graded, first, before, after, passes, note):
    """Does a copy of an answer cell count as in the student's notebook: for the tests below it, and not those above?"""
    copies = {name: [answer("q1", text) for text in texts] for name, texts in {"b": before, "a": after}.items()}
    verdicts, notes, _ = graded(Submission({"q1": first, "q2": RIGHT}, {"q1": copies["a"]}, {"q1": copies["b"]}))
    assert (verdicts["q1"].status is Status.PASSED) is passes
    assert verdicts["q2"].status is Status.PASSED
    assert note in "\n".join(notes) and bool(notes) is bool(note)


IMPORTS = {
    "pandas": "import pandas as pd\n",
    "colab": "from google.colab import drive, files\n",
    "two": "import seaborn, tensorflow as tf\nimport numpy as np\n",
    "name": "from numpy import no_such_name\n",
}


def test_imports_that_are_of_no_use(graded):
    """Does a cell count without an import that fails and that it never uses, in an answer and in an own cell?"""
    answers = {name: line + RIGHT for name, line in IMPORTS.items()}
    mine = own("import keras\nmine = np.zeros(2)\nprint('went on')")
    verdicts, notes, outputs = graded(Submission(answers, {"name": [mine]}))
    assert statuses(verdicts) == {Status.PASSED}
    assert [note.split(": ")[1] for note in notes] == [
        "`import pandas as pd`.",
        "`from google.colab import drive`, `from google.colab import files`.",
        "`import seaborn`, `import tensorflow as tf`.",
        "`from numpy import no_such_name`.",
        "`import keras`.",
    ]
    (said,) = outputs[mine.source]
    assert said.text.startswith("(left out: import keras; ") and said.text.endswith(")\nwent on\n")


def test_imports_that_are_used(graded):
    """Does the error stand where the cell uses what it can't import?"""
    verdicts, notes, outputs = graded(Submission({"q1": "import pandas as pd\nframe = pd.DataFrame()\n" + RIGHT}))
    assert verdicts["q1"].status is Status.ERROR and notes == []
    assert "ended with ModuleNotFoundError: No module named 'pandas' (line 1)" in verdicts["q1"].reason
    assert "ModuleNotFoundError" in str(outputs)


@pytest.mark.parametrize(
    ("cell", "fails"),
    [
        ("import absent", False),
        ("import absent.part as p\nimport math\nmath.pi", False),
        ("from absent import (\n    one,\n    two,\n)", False),
        ("from __future__ import annotations\nimport absent", False),
        ("get_ipython().run_line_magic('pip', 'install absent')\nimport absent", False),
        ("absent = 1\nimport absent", False),
        ("import absent\ndel absent", True),
        ("import absent.part\nabsent.part", True),
        ("def f():\n    return absent\nimport absent", True),
        ("from absent import one, two\none", True),
        ("from absent import *", True),
        ("if True:\n    import absent", True),
        ("get_ipython().run_line_magic('timeit', 'absent.part')\nimport absent", True),
    ],
)
def test_which_imports_are_of_no_use(cell, fails, capsys):
    """Is an import forgiven at the top level only, and only if the cell does nothing with its name?"""
    tree = ast.fix_missing_locations(OptionalImports().visit(ast.parse(cell)))
    code, names = compile(tree, "<cell>", "exec"), {"get_ipython": lambda: SimpleNamespace(run_line_magic=max)}
    if fails:
        with pytest.raises(ModuleNotFoundError):
            exec(code, names)
    else:
        exec(code, names)
        said = read_left_out(capsys.readouterr().out)
        assert said and all("absent" in statement for statement in said)


UNDEFINED = {
    "syntax": ("def NAME(x)\n    return 2 * x", "ended with SyntaxError: expected ':' (line 1)"),
    "raises": ("import math\nmath.nothing\n" + RIGHT, "ended with AttributeError: module 'math' has no attribute 'nothing' (line 2)"),
    "stopped": ("while True: pass", f"was stopped: {Cause.TIME}"),
    "deadly": ("import os\nos._exit(0)", f"was left out: {Cause.DIED}"),
    "renamed": ("def Renamed(x):\n    return 2 * x\ndef second(): pass", "ran, but defines `Renamed`, `second`"),
    "other": ("two = 2", "ran, but defines no function"),
    "empty": ("\n", "is empty"),
}  # fmt: skip


@pytest.fixture(scope="module")
def explained(graded):
    return graded(
        Submission({name: text for name, (text, _) in UNDEFINED.items()} | {"last": RIGHT}), Boundary(cell_cpu=2.0)
    )


@pytest.mark.parametrize("name", UNDEFINED)
def test_why_a_name_is_not_defined(explained, name):
    """Does a test whose function is not there say what became of the cell that was to define it?"""
    verdict = explained[0][name]
    assert verdict.status is Status.ERROR
    assert verdict.reason == f"`{name}` is not defined: the cell that should define it {UNDEFINED[name][1]}"
    assert explained[0]["last"].status is Status.PASSED


def test_why_another_answer_is_not_defined(graded):
    """Is it said, too, where an answer calls another one that is not there; and nothing in a hidden part?"""
    calls = "def NAME(x):\n    return broken(x)"
    hidden = "def NAME(x):\n    return 2 * x if x < 100 else broken(x)"
    verdicts, _, _ = graded(Submission({"broken": "def broken(x)", "calls": calls, "hidden": hidden}))
    first, *_, last = verdicts["calls"].reason.splitlines()
    assert first == "NameError: name 'broken' is not defined"
    assert last == (
        "`broken` is not defined: the cell that should define it ended with SyntaxError: expected ':' (line 1)"
    )
    assert verdicts["hidden"].hidden and "broken" not in verdicts["hidden"].reason


def test_what_is_known_of_a_cell():
    """Is nothing said of names that are no answer's, and something of a cell that ran and whose name is gone?"""
    plan = Plan(["def f(): pass", "x = 1"], defining={"f": 0, "g": 1})
    ran = CellResult([])
    assert explanation_of("helper", plan, {0: ran}, {}) == ""
    assert "was not run before" in explanation_of("f", plan, {}, {})
    assert "does a later cell delete it?" in explanation_of("f", plan, {0: ran}, {})
    assert explanation_of("g", plan, {1: CellResult([], failed=True)}, {}).endswith("ended with an error")
