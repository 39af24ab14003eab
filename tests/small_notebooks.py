"""Small notebooks for tests of the engine, and what they are examined with."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grading.engine import examine
from grading.examiner import Examiner
from grading.limits import MIB, Boundary
from grading.sandbox import SandboxUnavailable, check_sandbox

try:
    check_sandbox()
    UNAVAILABLE = ""
except SandboxUnavailable as problem:
    UNAVAILABLE = str(problem)

behind_the_boundary = [pytest.mark.e2e, pytest.mark.skipif(bool(UNAVAILABLE), reason=UNAVAILABLE)]

RIGHT = "def NAME(x):\n    return 2 * x\n"
HIDDEN_INPUT, HIDDEN_OUTPUT = "271829", "543658"
HIDDEN = f"### BEGIN HIDDEN TESTS\nassert NAME({HIDDEN_INPUT}) == {HIDDEN_OUTPUT}\n### END HIDDEN TESTS"


def marked(source: str, name: str, **marks):
    roles = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False, **marks}
    return new_code_cell(source, metadata={"nbgrader": {"grade_id": name, **roles}})


def question(name: str, answer: str, visible: str = "assert NAME(2) == 4", hidden: str = HIDDEN) -> list:
    test = f"{visible}\n{hidden}".replace("NAME", name)
    return [
        marked(answer.replace("NAME", name), name, solution=True),
        marked(test, f"{name}__doubles", grade=True, locked=True, points=2),
    ]


def notebook(answers: dict[str, str], **texts):
    cells = [marked("import numpy as np", "setup", locked=True)]
    for name, answer in answers.items():
        cells += question(name, answer, **texts)
    return new_notebook(cells=cells)


@pytest.fixture(scope="module")
def boundary():
    return Boundary(cell_cpu=4.0, notebook_cpu=60.0, wall_factor=5.0, memory=500 * MIB)


@pytest.fixture(scope="module")
def examiner(boundary):
    examiner = Examiner(boundary)
    yield examiner
    examiner.close()


@pytest.fixture(scope="module")
def judged(boundary, examiner):
    """Answers as a dict -> {question: verdict}, and the examination."""

    def judge(answers, limits=boundary, by=examiner, given=None, **texts):
        made = notebook(answers, **texts)
        before = str(made)
        examination = examine(made, limits, by, given)
        assert str(made) == before
        assert "271829" not in str([cell.get("outputs") for cell in examination.notebook.cells])
        assert "271829" not in str(examination.verdicts) + str(examination.notes)
        assert [cell.source for cell in examination.notebook.cells] == [cell.source for cell in made.cells]
        return {verdict.test.removesuffix("__doubles"): verdict for verdict in examination.verdicts}, examination

    return judge


def outputs_of(examination, name: str) -> list:
    return next(
        cell.outputs for cell in examination.notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name
    )
