"""`nbgrader autograde` under the boundary, on a small course of its own; the engine is a stand-in unless said."""

# ruff: noqa: F401, F811 -- fixtures are imported

import errno
import fcntl
import json
import logging
import os
import shlex
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_output
from small_course import GOOD, HIDDEN, StandInExaminer, built, course, instructors_notebook, nasty, real_course
from traitlets import TraitError
from traitlets.config import Config

from grading import batch
from grading.limits import Boundary
from grading.sandbox import SandboxUnavailable
from grading.verdicts import Status


def test_a_class_is_graded(course):
    """Do right, wrong and blank answers get their points, from one examiner, and comments as nbgrader makes them?"""
    course.hand_in("ann")
    course.hand_in("bob", "def more(x):\n    return x + 1 if x < 9 else 0")
    course.hand_in("cyd", answer="", written="")
    assert course.autograde() == ""
    assert course.scores("ann") == {"q1__values": (2, False), "q1__zero": (1, False), "q2": (None, True)}
    assert course.scores("bob") == {"q1__values": (0, False), "q1__zero": (1, False), "q2": (None, True)}
    assert course.scores("cyd") == {"q1__values": (0, False), "q1__zero": (0, False), "q2": (0, False)}
    with course.gradebook() as gradebook:
        comments = {name: gradebook.find_comment(name, "aa", "aa", "cyd").comment for name in ("q1", "q2")}
        assert gradebook.find_comment("q1", "aa", "aa", "ann").comment is None
    assert comments == {"q1": "No response.", "q2": "No response."}
    (examiner,) = StandInExaminer.made
    assert (examiner.used, examiner.closed) == (3, True)


def test_what_lies_beside_a_result(course):
    """Do the verdict file, the receipt and the given files lie beside the notebook, read-only, and nothing else?"""
    course.hand_in("ann", timestamp="2030-01-02 03:04:05 UTC")
    course.autograde()
    folder = course.root / "autograded/ann/aa"
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    assert set(names) == {"aa.ipynb", "aa.verdicts.json", "aa.receipt.json", "table.csv", "timestamp.txt"}
    assert {path.stat().st_mode & 0o777 for path in names.values()} == {0o444}
    notebook, verdicts, notes = course.result("ann")
    assert HIDDEN in next(cell.source for cell in notebook.cells if cell.id == "q1__values")
    assert verdicts["q1__values"].status is Status.PASSED
    assert notes == ["the engine's note"]
    receipt = json.loads(names["aa.receipt.json"].read_text())
    assert receipt["points"] == {"q1__values": 2, "q1__zero": 1}
    assert len(receipt["sha256"]["submission"]) == 64
    assert [path.name for path in (course.root / "autograded").iterdir()] == ["ann"]


def test_scores_never_come_from_outputs(course):
    """Does a number that a test cell displays count for nothing?"""

    def change(notebook, cells):
        cells["q1__values"].outputs = [new_output("execute_result", data={"text/plain": "2"}, execution_count=1)]
        cells["q1__values"].source = "2.0"
        cells["q1__values"].metadata["tags"] = ["skip-execution"]

    course.hand_in("eve", "def more(x):\n    return 7", change=change)
    course.autograde()
    assert course.scores("eve")["q1__values"] == (0, False)
    notebook, _, notes = course.result("eve")
    assert any("changed; the instructor's were used: q1__values" in note for note in notes)
    assert "tags" not in next(cell.metadata for cell in notebook.cells if cell.id == "q1__values")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "from grading.verdicts import Status; forced = Status.GRADER_FAULT",
            {"q1__values": (None, True), "q1__zero": (None, True)},
        ),
        ("near = True", {"q1__values": (2, True), "q1__zero": (1, True)}),
    ],
)
def test_doubtful_verdicts_are_left_to_a_person(course, line, expected):
    """Is a grader fault an open score rather than a zero, and a result near a limit marked?"""
    course.hand_in("ann", f"{GOOD}\n{line}")
    course.autograde()
    scores = course.scores("ann")
    assert {name: scores[name] for name in expected} == expected


def broken_class(course):
    """Ann is fine; everyone else handed in something that can't be graded."""
    course.hand_in("ann")
    for student, content in {"dan": "", "eli": "no json", "fay": "{}", "gus": '{"nbformat": 4, "cells": []}'}.items():
        (course.hand_in(student) / "aa.ipynb").write_text(content)
    folder = course.hand_in("hal")
    (folder / "aa.ipynb").rename(folder / "aa (1).ipynb")
    folder = course.hand_in("ivy")
    (folder / "aa.ipynb").unlink()
    (folder / "aa.ipynb").symlink_to(course.root / "source/aa/aa.ipynb")
    (course.root / "submitted/jan/aa").mkdir(parents=True)
    (course.root / "submitted/kim").mkdir(parents=True)
    (course.root / "submitted/kim/aa").write_text("not a folder")
    course.hand_in("<svg onload=alert(1)>")
    return ["dan", "eli", "fay", "gus", "hal", "ivy", "jan", "kim"]


def test_bad_submissions_do_not_stop_the_class(course, caplog):
    """Is the rest graded, is each bad one named in a sentence with a command, and recorded as open?"""
    bad = broken_class(course)
    with caplog.at_level(logging.ERROR):
        message = course.autograde()
    assert course.scores("ann")["q1__values"] == (2, False)
    assert message.startswith("9 of 10 submissions could not be graded:")
    lines = message.splitlines()[1:]
    for student in bad:
        (line,) = [line for line in lines if f"submitted/{student}/" in line]
        assert line.endswith(f"nbgrader autograde aa --student {student}")
        _, verdicts, notes = course.result(student)
        assert notes == [line]
        assert {verdict.status for verdict in verdicts.values()} == {Status.NOT_REACHED}
        assert {verdict.points for verdict in verdicts.values()} == {None}
        assert course.scores(student) == {"q1__values": (None, True), "q1__zero": (None, True), "q2": (None, True)}
    assert "Traceback" not in caplog.text
    with course.gradebook() as gradebook:
        assert {student.id for student in gradebook.students} == {"ann", *bad}


def test_the_command_in_the_sentence_works(course):
    """Does typing what the sentence says lead to a grade?"""
    folder = course.hand_in("hal")
    (folder / "aa.ipynb").rename(folder / "aa (1).ipynb")
    message = course.autograde()
    command = message.split("If that is the one, type: ")[1].split(" and then: ")[0]
    subprocess.run(shlex.split(command), cwd=course.root, check=True, timeout=10)
    assert course.autograde("hal") == ""
    assert course.scores("hal")["q1__values"] == (2, False)


def test_a_later_bad_submission_loses_nothing(course):
    """Do notebook, verdicts, scores and hand-given scores stay when a later submission can't be graded?"""
    folder = course.hand_in("ann", timestamp="2030-01-01 00:00:00 UTC")
    course.autograde()
    with course.gradebook() as gradebook:
        gradebook.find_grade("q2", "aa", "aa", "ann").manual_score = 2.5
        gradebook.db.commit()
    before = course.scores("ann"), course.result("ann")
    (folder / "aa.ipynb").write_text("")
    (folder / "timestamp.txt").write_text("2030-01-02 00:00:00 UTC")
    for _ in range(2):
        assert "is empty" in course.autograde(force=True)
    assert course.scores("ann") == before[0]
    notebook, verdicts, notes = course.result("ann")
    assert (notebook, verdicts) == before[1][:2]
    assert notes[:-1] == before[1][2]
    assert "is empty" in notes[-1]
    with course.gradebook() as gradebook:
        assert gradebook.find_grade("q2", "aa", "aa", "ann").manual_score == 2.5


def test_a_fault_of_ours_is_not_a_zero_and_loses_nothing(course, caplog):
    """Is a broken run recorded as ours, the class graded, the examiner renewed, an earlier result kept?"""
    course.hand_in("ann")
    course.autograde()
    before = course.scores("ann"), course.result("ann")
    breaking = f"{GOOD}\nraise KeyboardInterrupt"
    course.hand_in("ann", breaking)
    course.hand_in("bob", breaking)
    course.hand_in("cyd")
    StandInExaminer.made.clear()
    with caplog.at_level(logging.ERROR):
        message = course.autograde(force=True, workers=1)
    assert message.startswith("2 of 3 submissions could not be graded:")
    assert "a fault of the grader, RuntimeError" in message
    assert "the stand-in broke" in caplog.text
    assert course.scores("ann") == before[0]
    assert course.result("ann")[:2] == before[1][:2]
    assert {verdict.status for verdict in course.result("bob")[1].values()} == {Status.GRADER_FAULT}
    assert course.scores("bob")["q1__values"] == (None, True)
    assert course.scores("cyd")["q1__values"] == (2, False)
    assert [examiner.closed for examiner in StandInExaminer.made] == [True, True, True]


def test_no_examiner_is_kept_that_nobody_asks(course):
    """Where many submissions meet faults of ours, is each examiner ended before the next but one begins?"""
    for number in range(6):
        course.hand_in(f"s{number}", f"{GOOD}\nraise KeyboardInterrupt")
    open_at_once = []

    class Counted(StandInExaminer):
        def __init__(self, boundary):
            super().__init__(boundary)
            open_at_once.append(sum(not examiner.closed for examiner in self.made))

    sys.modules["grading.examiner"].Examiner = Counted
    assert course.autograde(workers=1).startswith("6 of 6 submissions")
    assert open_at_once == [1] * 6


def test_a_result_of_an_earlier_version_is_no_trouble(course):
    """Does a later bad submission leave a result alone whose verdict file knows of no mistakes yet?"""
    folder = course.hand_in("ann")
    course.hand_in("bob")
    course.autograde()
    path = course.root / "autograded/ann/aa/aa.verdicts.json"
    document = json.loads(path.read_text())
    for fields in document["verdicts"]:
        del fields["mistakes"], fields["seen"]
    path.unlink()
    path.write_text(json.dumps(document))
    (folder / "aa.ipynb").write_text("")
    assert course.autograde(force=True).startswith("1 of 2 submissions")
    assert "is empty" in course.result("ann")[2][-1]


def test_a_number_of_workers_that_is_none_is_refused(course):
    """Is a negative number of workers refused as a setting?"""
    course.hand_in("ann")
    with pytest.raises(TraitError, match="workers"):
        course.autograde(workers=-1)


def test_what_is_graded_is_skipped_until_forced_or_newer(course):
    """Is a submission graded again only with --force or when it is newer, and a hand-given score kept then?"""
    course.hand_in("ann", timestamp="2030-01-01 00:00:00 UTC")
    course.autograde()
    with course.gradebook() as gradebook:
        gradebook.find_grade("q1__zero", "aa", "aa", "ann").manual_score = 0.5
        gradebook.db.commit()
    course.hand_in("ann", "def more(x):\n    return 2", timestamp="2030-01-01 00:00:00 UTC")
    course.autograde()
    assert course.scores("ann")["q1__values"] == (2, False)
    course.hand_in("ann", "def more(x):\n    return 2", timestamp="2030-01-01 00:00:01 UTC")
    course.autograde()
    assert course.scores("ann")["q1__values"] == (0, False)
    assert course.scores("ann")["q1__zero"] == (0, True)
    with course.gradebook() as gradebook:
        assert gradebook.find_grade("q1__zero", "aa", "aa", "ann").score == 0.5
    course.hand_in("ann")
    course.autograde(force=True)
    assert course.scores("ann")["q1__values"] == (2, False)


def test_late_submissions_are_noticed(course):
    """Do the timestamp and with it nbgrader's lateness arrive in the gradebook?"""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment("aa", duedate="2029-12-31 23:00:00 UTC")
    course.hand_in("ann", timestamp="2030-01-01 00:00:00 UTC")
    course.autograde()
    with course.gradebook() as gradebook:
        assert gradebook.find_submission("aa", "ann").total_seconds_late == 3600


def test_submitted_is_never_changed(course):
    """Does every file below submitted/ stay as it was, whatever becomes of it?"""
    broken_class(course)

    def state():
        paths = (course.root / "submitted").rglob("*")
        return {path: (path.lstat().st_mtime_ns, path.lstat().st_mode) for path in paths}

    before = state()
    course.autograde()
    assert state() == before


def test_a_changed_source_stops_with_the_command(course):
    """Is a source notebook that the gradebook does not know refused before anything is graded?"""
    course.hand_in("ann")
    path = course.root / "source/aa/aa.ipynb"
    notebook = instructors_notebook()
    notebook.cells[3].source = "assert more(1) == 3"
    nbformat.write(notebook, path)
    message = course.autograde()
    assert "differ in q1__values" in message
    assert message.endswith("Type: workbook build aa")
    path.write_text("{}")
    assert course.autograde().endswith("Type: workbook build aa")
    path.unlink()
    assert "source/aa/aa.ipynb can't be read" in course.autograde()
    assert not (course.root / "autograded/ann").exists()


def test_no_submission_at_all_is_said(course):
    """Does an empty class end in a sentence?"""
    assert "There is no submission in" in course.autograde()


def test_extra_files_come_along_by_the_list_only(course):
    """Is the allow-list a setting, and do the instructor's files win over the student's of the same name?"""
    folder = course.hand_in("ann")
    (folder / "drawing.png").write_text("picture")
    (folder / "helper.py").write_text("cheat = 1")
    (folder / "table.csv").write_text("changed")
    course.autograde(extra_files={"aa": ["*.png", "*.csv"]})
    graded = course.root / "autograded/ann/aa"
    assert (graded / "drawing.png").read_text() == "picture"
    assert (graded / "table.csv").read_text() == "1,2\n"
    assert not (graded / "helper.py").exists()


def test_no_execute_is_refused(course):
    """Is nbgrader's way to grade the outputs that a student handed in closed?"""
    course.hand_in("ann")
    course.config.Execute.enabled = False
    assert "--no-execute" in course.autograde()


def test_the_formgraders_button_is_the_same(course):
    """Does nbgrader's own interface, as the formgrader calls it, grade under the boundary?"""
    folder = course.hand_in("hal")
    (folder / "aa.ipynb").rename(folder / "aa (1).ipynb")
    course.hand_in("ann")
    api = course.api()
    assert api.autograde("aa", "ann")["success"]
    assert len(StandInExaminer.made) == 1
    assert course.scores("ann")["q1__values"] == (2, False)
    result = api.autograde("aa", "hal")
    assert not result["success"]
    assert "mv 'submitted/hal/aa/aa (1).ipynb'" in result["log"]


def assert_harmless(page):
    """Nothing of the submission's own runs in the page."""
    soup = BeautifulSoup(page, "html.parser")
    body = soup.find(id="notebook-container")
    assert not body.find_all(["script", "iframe", "svg", "object", "embed", "form", "style", "base", "meta", "link"])
    for element in body.find_all(True):
        for name, value in element.attrs.items():
            assert not name.startswith("on"), element
            assert "javascript:" not in str(value).lower(), element
    return body


@pytest.mark.integration
def test_feedback_shows_no_hidden_test_and_nothing_that_runs(course):
    """Is the page that students get harmless and without hidden tests, the files beside it too, and still readable?"""
    course.hand_in("eve", change=nasty)
    course.autograde()
    result = course.api().generate_feedback("aa", "eve")
    assert result["success"], result["log"]
    folder = course.root / "feedback/eve/aa"
    body = assert_harmless((folder / "aa.html").read_text())
    text = body.get_text()
    assert "I say $a<b$ and so." in text
    assert "assert more(1) == 2" in text
    assert body.find("b", string="bold")
    for path in folder.iterdir():
        assert "271828" not in path.read_text(), path
        assert "HIDDEN" not in path.read_text(), path


@pytest.mark.integration
def test_the_formgraders_page_is_harmless_and_complete(course):
    """Does the page that the formgrader makes of a submission run nothing, and show the hidden test to the instructor?"""
    from nbconvert.exporters import HTMLExporter
    from nbgrader.server_extensions.formgrader import handlers

    course.hand_in("eve", change=nasty)
    course.autograde()
    config = Config(course.config)
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    exporter = HTMLExporter(config=config)
    path = course.root / "autograded/eve/aa/aa.ipynb"
    names = (
        "assignment_id",
        "notebook_id",
        "submission_id",
        "base_url",
        "student",
        "last_name",
        "first_name",
        "notebook_path",
    )
    page, _ = exporter.from_filename(str(path), resources={**dict.fromkeys(names, "x"), "index": 0, "total": 1})
    assert "271828" in assert_harmless(page).get_text()


@pytest.mark.parametrize("error", ["the namespace is refused. Type: sudo sysctl x", "no memory for the examiner"])
def test_a_machine_that_cannot_grade_stops_in_a_sentence(course, monkeypatch, error):
    """Does a missing sandbox or examiner end the run, with nothing recorded against anyone?"""
    kind = SandboxUnavailable if "namespace" in error else OSError

    def refuse(boundary):
        raise kind(error)

    monkeypatch.setattr(sys.modules["grading.examiner"], "Examiner", refuse)
    course.hand_in("ann")
    assert error in course.autograde()
    assert list((course.root / "autograded").iterdir()) == []


@pytest.mark.e2e
def test_the_plain_command_grades_under_the_boundary(course):
    """Does `nbgrader autograde` itself refuse with our sentence and nbgrader's exit code?"""
    folder = course.hand_in("12345")
    (folder / "aa.ipynb").rename(folder / "aa (1).ipynb")
    command = [sys.executable, "-m", "nbgrader", "autograde", "aa", "--student", "12345"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stderr
    assert "mv 'submitted/12345/aa/aa (1).ipynb' submitted/12345/aa/aa.ipynb" in done.stderr
    assert "Traceback" not in done.stderr
    assert course.scores("12345")["q1__values"] == (None, True)


@pytest.mark.e2e
def test_the_plain_command_with_the_real_engine(real_course):
    """Do right, wrong, blank and hostile notebooks get what they deserve through the real sandbox and examiner?"""
    course = real_course
    course.hand_in("ann")
    course.hand_in("bob", "def more(x):\n    return x + 1 if x < 9 else 0")
    course.hand_in("cyd", answer="", written="")
    course.hand_in(
        "dan",
        GOOD
        + "\nassert open('table.csv').read() == '1,2\\n'\nimport sys, warnings\nprint('oh', file=sys.stderr)\nwarnings.warn('careful')",
    )
    course.hand_in("eve", "class Any:\n    __eq__ = lambda self, other: True\ndef more(x):\n    return Any()")
    course.hand_in("fay", "import os\ndef more(x):\n    os._exit(0)")
    (course.hand_in("gus") / "aa.ipynb").write_text("")
    command = [sys.executable, "-m", "nbgrader", "autograde", "aa"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 1, done.stderr
    assert "1 of 7 submissions could not be graded:" in done.stderr
    points = {
        name: tuple(course.scores(name)[test][0] for test in ("q1__values", "q1__zero")) for name in ("ann", "bob")
    }
    assert points == {"ann": (2, 1), "bob": (0, 1)}
    for student, expected in {"cyd": (0, 0), "dan": (2, 1), "eve": (0, 0), "fay": (0, 0), "gus": (None, None)}.items():
        assert tuple(course.scores(student)[test][0] for test in ("q1__values", "q1__zero")) == expected, student
    for path in (course.root / "autograded").rglob("*.verdicts.json"):
        assert "271828" not in path.read_text(), path


@pytest.mark.e2e
def test_side_by_side_equals_one_after_the_other(real_course):
    """Do several workers give the same verdicts, notes, receipts and scores as one?"""
    course = real_course
    answers = [GOOD, "def more(x):\n    return x", "import os\ndef more(x):\n    os._exit(0)", "def more(x:", GOOD]
    students = [f"s{number}" for number in range(len(answers))]
    for student, answer in zip(students, answers, strict=True):
        course.hand_in(student, answer)
    found = []
    for workers in (1, 3):
        course.autograde(workers=workers, force=True)
        results = {}
        for student in students:
            _, verdicts, notes = course.result(student)
            statuses = {test: (verdict.status, verdict.points, verdict.reason) for test, verdict in verdicts.items()}
            receipt = (course.root / "autograded" / student / "aa/aa.receipt.json").read_text()
            results[student] = statuses, notes, receipt, course.scores(student)
        found.append(results)
    assert found[0] == found[1]
    assert [found[0][student][3]["q1__values"][0] for student in students] == [2, 0, 0, 0, 2]


@pytest.mark.e2e
def test_breaking_off(real_course):
    """Does Ctrl-C end grading within seconds, whatever is under way, with nothing half done left behind?"""
    course = real_course
    for number in range(3):
        course.hand_in(f"s{number}", f"{GOOD}\nimport time\ntime.sleep(1000)")
    command = [sys.executable, "-m", "nbgrader", "autograde", "aa"]
    with subprocess.Popen(command, cwd=course.root, stderr=subprocess.PIPE, text=True) as grading:
        kernels, until = [], time.monotonic() + 60
        while not kernels and time.monotonic() < until:
            time.sleep(1)
            started = psutil.Process(grading.pid).children(recursive=True)
            kernels = [process for process in started if "launch.py" in " ".join(process.cmdline())]
        assert kernels
        time.sleep(3)  # now they run the answer
        started = psutil.Process(grading.pid).children(recursive=True)
        grading.send_signal(signal.SIGINT)
        _, said = grading.communicate(timeout=30)
    assert "Grading was broken off, what is graded stays." in said and "Traceback" not in said, said
    psutil.wait_procs(started, 5)
    assert not [process for process in started if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
    assert list((course.root / "autograded").iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE])
def test_no_room(course, monkeypatch, number):
    """Does a full disk, or a full table of open files, stop grading with a sentence, and cost nobody a result?"""
    course.hand_in("ada", GOOD)
    course.autograde()
    before = course.scores("ada")

    def full(*arguments):
        raise OSError(number, os.strerror(number), "/tmp/workbook-x")

    monkeypatch.setattr(sys.modules["grading.engine"], "examine", full)
    course.hand_in("bob", GOOD)
    said = course.autograde(force=True)
    assert said.startswith("Grading stops here, what is graded stays. There is no room left: ")
    assert said.endswith("/tmp/workbook-x'. Make some, then type the same command.")
    assert course.scores("ada") == before and not (course.root / "autograded/bob").exists()


def test_left_by_killed_runs(course):
    """Are folders of runs that were killed removed, and those of runs that go on not?"""
    results = course.root / "autograded"
    for name in (".staging-dead", ".staging-alive", ".staging-new"):
        (results / name).mkdir(parents=True)
        (results / name / ".lock").touch()
    for name in (".staging-dead", ".staging-alive"):
        os.utime(results / name, (0, 0))
    course.hand_in("ada", GOOD)
    with (results / ".staging-alive/.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        course.autograde()
    assert sorted(path.name for path in results.iterdir()) == [".staging-alive", ".staging-new", "ada"]


@pytest.mark.parametrize(
    ("quota", "memory", "workers"),
    [("max 100000", "max", 8), ("150000 100000", "max", 2), ("max 100000", str(6 * 2**30), 2), ("max", "what", 8)],
)
def test_workers_of_a_container(monkeypatch, tmp_path, quota, memory, workers):
    """Do the limits of a container bound how many work side by side?"""
    monkeypatch.setattr(batch, "CGROUP", tmp_path)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(total=2**40))
    (tmp_path / "cpu.max").write_text(quota)
    (tmp_path / "memory.max").write_text(memory)
    assert batch.default_workers(Boundary()) == workers


@pytest.mark.parametrize(("soft", "hard", "workers", "after"), [(1024, 4096, 14, 2214), (256, 300, 1, 300)])
def test_open_files_bound_the_workers(monkeypatch, soft, hard, workers, after):
    """Is the limit on open files raised as far as it may be, and are there no more workers than it allows?"""
    limits = [(soft, hard)]
    monkeypatch.setattr(batch.resource, "getrlimit", lambda _: limits[-1])
    monkeypatch.setattr(batch.resource, "setrlimit", lambda _, wanted: limits.append(wanted))
    assert batch._as_files_allow(14, 37) == workers
    assert limits[-1] == (after, hard)
