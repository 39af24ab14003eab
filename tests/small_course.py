"""A small course with one assignment, `aa`, and the ways to use it; no test is in here."""

import json
import logging
import os
import shutil
import sys
import types
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import nbgrader.apps.api
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from grading.autograde import BoundaryAutograde, install
from grading.tests_split import split_hidden
from grading.verdicts import Status, Verdict, read_verdicts

HOME = Path(__file__).resolve().parent.parent
HIDDEN = "### BEGIN HIDDEN TESTS\nassert more(271828) == 271829\n### END HIDDEN TESTS"
GOOD = "def more(x):\n    return x + 1"
SETTINGS = """
import sys
c = get_config()
sys.path.insert(0, {home!r})
from grading.autograde import install
install(c)
"""


def marked(cell, name, points=None, **roles):
    roles = {"grade": False, "solution": False, "locked": False, "task": False, **roles}
    cell["id"] = name
    cell.metadata["nbgrader"] = {"schema_version": 3, "grade_id": name, **roles}
    if points is not None:
        cell.metadata["nbgrader"]["points"] = points
    return cell


def instructors_notebook():
    solution = "def more(x):\n    ### BEGIN SOLUTION\n    return x + 1\n    ### END SOLUTION"
    return new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            new_markdown_cell("# More: $a<b$", id="prose-0"),
            marked(new_code_cell("import math"), "setup", locked=True),
            marked(new_code_cell(solution), "q1", solution=True),
            marked(new_code_cell(f"assert more(1) == 2\n{HIDDEN}"), "q1__values", 2, grade=True, locked=True),
            marked(new_code_cell("assert more(0) == 1"), "q1__zero", 1, grade=True, locked=True),
            marked(new_markdown_cell("### BEGIN SOLUTION\nSo.\n### END SOLUTION"), "q2", 3, grade=True, solution=True),
        ],
    )


@dataclass
class Course:
    """A course in a temporary folder, with the assignment `aa` built."""

    root: Path
    config: Config
    log: list[str] = field(default_factory=list)

    @property
    def coursedir(self):
        return CourseDirectory(config=self.config)

    def api(self):
        return NbGraderAPI(self.coursedir, config=self.config)

    def gradebook(self):
        return Gradebook(f"sqlite:///{self.root / 'gradebook.db'}", "c")

    def hand_in(self, student, answer=GOOD, written="Because.", change=None, timestamp=None):
        """Put a filled-in release into submitted/; `change` may do anything to the notebook."""
        notebook = nbformat.read(self.root / "release/aa/aa.ipynb", as_version=4)
        cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
        if answer:
            cells["q1"].source = answer
        if written:
            cells["q2"].source = written
        if change:
            change(notebook, cells)
        folder = self.root / "submitted" / student / "aa"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "aa.ipynb").write_text(json.dumps(notebook))
        if timestamp:
            (folder / "timestamp.txt").write_text(timestamp)
        return folder

    def autograde(self, student="*", **settings):
        """Run autograde as its command does; returns the error message, or ""."""
        config = Config(self.config)
        config.CourseDirectory.student_id = student
        config.CourseDirectory.assignment_id = "aa"
        for name, value in settings.items():
            config.Autograde[name] = value
        converter = BoundaryAutograde(coursedir=CourseDirectory(config=config), config=config)
        converter.log = logging.getLogger("course")
        try:
            converter.start()
        except NbGraderException as error:
            return str(error)
        return ""

    def scores(self, student):
        """{grade id: (automatic score, does it need a person)}"""
        with self.gradebook() as gradebook:
            submission = gradebook.find_submission_notebook("aa", "aa", student)
            return {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in submission.grades}

    def result(self, student):
        """(autograded notebook, verdicts by test, notes)"""
        folder = self.root / "autograded" / student / "aa"
        verdicts, notes = read_verdicts(folder / "aa.verdicts.json")
        notebook = nbformat.read(folder / "aa.ipynb", as_version=4) if (folder / "aa.ipynb").exists() else None
        return notebook, {verdict.test: verdict for verdict in verdicts}, notes


def stand_in_examine(notebook, boundary, examiner, given=None):
    """The engine's work without any boundary, for the honest notebooks of these tests."""
    examiner.used += 1
    namespace, verdicts = {}, []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        mark = cell.metadata.get("nbgrader", {})
        visible, hidden = split_hidden(cell.source)
        try:
            exec(visible, namespace)
            if mark.get("grade"):
                exec(hidden, namespace)
        except KeyboardInterrupt:
            raise RuntimeError("the stand-in broke") from None
        except Exception as error:
            status, reason = Status.FAILED, f"{type(error).__name__}: {error}"
            cell.outputs = [new_output("error", ename="failed", evalue=reason, traceback=[reason])]
        else:
            status, reason = Status.PASSED, ""
            cell.outputs = list(namespace.pop("outputs", []))
        if mark.get("grade"):
            status = namespace.get("forced", status)
            points = {Status.PASSED: mark["points"], Status.GRADER_FAULT: None}.get(status, 0.0)
            near = bool(namespace.get("near"))
            verdicts.append(Verdict(mark["grade_id"], status, points, mark["points"], reason, near_limit=near))
    return types.SimpleNamespace(notebook=notebook, verdicts=verdicts, notes=["the engine's note"])


class StandInExaminer:
    """Counts how often it is made, used and closed."""

    made: list = []  # noqa: RUF012 -- emptied by the fixture

    def __init__(self, boundary, isolated=True):
        self.used, self.closed = 0, False
        self.made.append(self)

    def close(self):
        self.closed = True


def settings_of(root):
    """The course's settings as a Config; nbgrader's classes are replaced on the way."""
    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "c"
    install(config)
    return config


def unpatched(monkeypatch):
    """See to it that what `install` replaces comes back afterwards; let nbgrader find its tools."""
    for module in (nbgrader.apps.autogradeapp, nbgrader.apps.api):
        monkeypatch.setattr(module, "Autograde", module.Autograde)
    monkeypatch.setattr(CourseDirectory, "get_existing_timestamp", CourseDirectory.get_existing_timestamp)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A course folder with the assignment built by nbgrader; every test works on a copy."""
    root = tmp_path_factory.mktemp("built")
    (root / "nbgrader_config.py").write_text(SETTINGS.format(home=str(HOME)))
    (root / "source/aa/utils").mkdir(parents=True)
    (root / "source/aa/utils/x.py").write_text("")
    (root / "source/aa/table.csv").write_text("1,2\n")
    nbformat.write(instructors_notebook(), root / "source/aa/aa.ipynb")
    with pytest.MonkeyPatch.context() as monkeypatch:
        unpatched(monkeypatch)
        result = Course(root, settings_of(root)).api().generate_assignment("aa")
    assert result["success"], result["log"]
    return root


@pytest.fixture
def real_course(built, tmp_path, monkeypatch):
    """A built course that is graded by the real engine."""
    unpatched(monkeypatch)
    root = tmp_path / "course"
    shutil.copytree(built, root)
    monkeypatch.chdir(root)
    return Course(root, settings_of(root))


@pytest.fixture
def course(real_course, monkeypatch):
    """A built course with a stand-in for the engine, in this process only."""
    monkeypatch.setitem(sys.modules, "grading.engine", types.SimpleNamespace(examine=stand_in_examine))
    monkeypatch.setitem(
        sys.modules, "grading.examiner", types.SimpleNamespace(Examiner=StandInExaminer, ExaminerError=OSError)
    )
    monkeypatch.setattr(StandInExaminer, "made", [])
    return real_course


def nasty(notebook, cells):
    """A submission full of markup."""
    script = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg>"
    link = "[click](javascript:alert(4)) <a href='files/javascript:alert(5)'>me</a> ![](attachment:none.png)"
    cells["q2"].source = f"I say $a<b$ and **so**. {script} {link} <iframe srcdoc='x'></iframe>"
    outputs = [
        {
            "output_type": "display_data",
            "data": {"text/html": f"<b>bold</b>{script}"},
            "metadata": {"text/html": {"isolated": True}},
        },
        {"output_type": "display_data", "data": {"application/javascript": "alert(6)"}, "metadata": {}},
        {"output_type": "display_data", "data": {"image/svg+xml": "<svg onload=alert(7)></svg>"}, "metadata": {}},
        {"output_type": "display_data", "data": {"image/png": '" onerror="alert(8)'}, "metadata": {}},
        {"output_type": "display_data", "data": {"text/markdown": link}, "metadata": {}},
        {"output_type": "stream", "name": "stdout", "text": script},
    ]
    cells["q1"].source = f"{GOOD}\nfrom nbformat import from_dict\noutputs = [from_dict(o) for o in {outputs!r}]"
