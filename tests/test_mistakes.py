"""The mistakes of a class are counted and grouped from verdict files alone."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from typer.testing import CliRunner

from grading.cli import app
from grading.mistakes import Incomplete, NothingGraded, counts, failures, skeleton, unknown_groups
from grading.verdicts import Status, Verdict, read_verdicts, verdict_path, write_verdicts
from utils.diagnosis import seen


def verdict(test, status=Status.FAILED, value=None, mistakes=(), reason="", hidden=False):
    what = None if value is None else seen("f(1)", value)
    return Verdict(test, status, 0.0, 1.0, reason, hidden=hidden, mistakes=mistakes, seen=what)


@pytest.fixture
def course(tmp_path):
    """Six students: two with one known mistake, two alike and one other unknown, a blank, one all right."""
    handed_in = {
        "ann": [verdict("q1_f__a", mistakes=("q1_f/doubled",), value=4), verdict("q1_f__b", Status.PASSED)],
        "bob": [verdict("q1_f__a", mistakes=("q1_f/doubled",), value=4), verdict("q1_f__b", Status.TIMEOUT)],
        "cyd": [verdict("q1_f__a", value=[7.0, 8.0]), verdict("q2_g__a", Status.PASSED)],
        "dan": [verdict("q1_f__a", value=[7.0, 8.0 + 1e-9])],
        "eve": [verdict("q1_f__a", Status.ERROR, value=9), verdict("q2_g__a", mistakes=("q2_g/left", "q2_g/right"))],
        "fay": [verdict("q1_f__a", Status.NOT_WRITTEN, reason="not written: f", value="raised NotImplementedError")],
        "gus": [verdict("q1_f__a", Status.PASSED)],
        "hal": [verdict("q1_f__a", Status.ERROR, reason="`f` is not defined")],
    }
    for student, verdicts in handed_in.items():
        folder = tmp_path / "autograded" / student / "aa"
        folder.mkdir(parents=True)
        write_verdicts(verdict_path(folder, "aa"), verdicts, [])
        cell = new_code_cell(f'"""By {student}."""\n\n\ndef f(x):\n    return [7, 8]')
        cell.metadata["nbgrader"] = {"grade_id": "q1_f"}
        nbformat.write(new_notebook(cells=[cell]), folder / "aa.ipynb")
    return tmp_path


def test_counts(course):
    """Is each mistake counted once a student, with a word for what is no known mistake?"""
    assert counts(failures(course, "aa")) == {
        "q1_f": {"doubled": 2, "unknown": 3, "timeout": 1, "not written": 1, "error": 1},
        "q2_g": {"left or right": 1},
    }


def test_groups(course):
    """Are unknown answers grouped by what their tests saw, up to rounding, the largest group first?"""
    groups = unknown_groups(failures(course, "aa"))
    assert [[failure.student for failure in group] for group in groups] == [["cyd", "dan"], ["eve"]]


def test_skeleton(course):
    """Is the skeleton a file of the catalogue but for its text, with the answer's own docstring left out?"""
    text = skeleton(course, "aa", unknown_groups(failures(course, "aa"))[0])
    assert text.splitlines()[0] == "# fails: q1_f__a"
    assert text.endswith("\n\n\ndef f(x):\n    return [7, 8]\n")
    assert "By cyd" not in text
    compile(text, "skeleton", "exec")


def test_commands(course):
    """Do the commands print a table, JSON and groups?"""
    run = CliRunner().invoke
    shown = run(app, ["mistakes", "aa", "--course", str(course)])
    assert shown.exit_code == 0 and "doubled" in shown.output and "left or right" in shown.output
    shown = run(app, ["mistakes", "aa", "--json", "--course", str(course)])
    assert json.loads(shown.output)["q1_f"]["doubled"] == 2
    shown = run(app, ["mistakes", "aa", "--unknown", "--course", str(course)])
    assert "cyd, dan" in shown.output and "2 groups" in shown.output


def test_files_of_an_earlier_version(course):
    """Are verdict files read that know of no mistakes yet?"""
    path = course / "autograded/ann/aa/aa.verdicts.json"
    document = json.loads(path.read_text())
    for fields in document["verdicts"]:
        del fields["mistakes"], fields["seen"]
    path.write_text(json.dumps(document))
    assert [(verdict.mistakes, verdict.seen) for verdict in read_verdicts(path)[0]] == [((), None)] * 2
    assert counts(failures(course, "aa"))["q1_f"]["unknown"] == 4


@pytest.mark.parametrize("content", ["", "[]", '{"verdicts": [3], "notes": []}', '{"verdicts": [{"test": "q1_f__a"}]}'])
def test_a_damaged_verdict_file(course, content):
    """Is it named in a sentence with the command that makes it anew?"""
    (course / "autograded/cyd/aa/aa.verdicts.json").write_text(content)
    with pytest.raises(Incomplete, match=r"cyd.* Type: nbgrader autograde aa --student cyd --force"):
        failures(course, "aa")
    shown = CliRunner().invoke(app, ["mistakes", "aa", "--course", str(course)])
    assert shown.exit_code == 1 and "damaged" in shown.output


@pytest.mark.parametrize("content", [None, "", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}'])
def test_a_damaged_notebook(course, content):
    """Is a notebook that is gone, is none or lacks the answer named in a sentence, and no answer needed to count?"""
    path = course / "autograded/cyd/aa/aa.ipynb"
    path.unlink() if content is None else path.write_text(content)
    shown = CliRunner().invoke(app, ["mistakes", "aa", "--unknown", "--course", str(course)])
    assert shown.exit_code == 1 and "--student cyd --force" in " ".join(shown.output.split())
    assert counts(failures(course, "aa"))["q1_f"]["unknown"] == 3


@pytest.mark.parametrize("source", ["-" * 100_000 + "1", "f = 1\0", "print('\x1b]0;title\x07\x9b2J')"])
def test_an_answer_of_any_content(course, source):
    """Do answers that Python can't read, or that hold commands for a terminal, end in a skeleton without these?"""
    path = course / "autograded/cyd/aa/aa.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source = source
    nbformat.write(notebook, path)
    text = skeleton(course, "aa", unknown_groups(failures(course, "aa"))[0])
    assert all(character.isprintable() or character == "\n" for character in text)


def test_other_names_of_folders(course):
    """Are results found where nbgrader_config.py puts them, and shown whatever a student's folder is called?"""
    (course / "autograded").rename(course / "graded")
    (course / "graded/cyd").rename(course / "graded/[b] *")
    with pytest.raises(NothingGraded):
        failures(course, "aa")
    (course / "nbgrader_config.py").write_text('get_config().CourseDirectory.autograded_directory = "graded"')
    shown = CliRunner().invoke(app, ["mistakes", "aa", "--unknown", "--course", str(course)])
    assert shown.exit_code == 0 and "[b] *, dan" in shown.output


def test_nothing_graded(tmp_path):
    """Is a folder without verdicts answered by the command that makes them?"""
    with pytest.raises(NothingGraded, match="Type: nbgrader autograde a2"):
        failures(tmp_path, "a2")
    for name in ("*", "/", ""):
        with pytest.raises(NothingGraded):
            failures(tmp_path, name)
    shown = CliRunner().invoke(app, ["mistakes", "a2", "--course", str(tmp_path)])
    assert shown.exit_code == 1 and "nbgrader autograde a2" in " ".join(shown.output.split())
