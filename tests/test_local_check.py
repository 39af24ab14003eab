"""`python -m utils check` runs the visible tests of a notebook where the student is."""

import nbformat
import pytest

from grading.build import build
from utils.__main__ import main as command
from utils.local_check import CheckError, check, examine, main, report

pytestmark = pytest.mark.e2e


@pytest.fixture
def released(tiny):
    """The released notebook of the tiny course, and its path."""
    _, path = build(tiny, "tiny")
    return nbformat.read(path, as_version=4), path


def answer(notebook, cell_id, source):
    next(cell for cell in notebook.cells if cell.id == cell_id).source = source


def test_points(released):
    """Are visible points, points that hidden tests decide and lost points told apart, with the messages?"""
    notebook, path = released
    answer(notebook, "q1_more", "def more(x):\n    return x + 1")
    answer(notebook, "q1_twice", "def twice(x):\n    return x + x + 1")
    nbformat.write(notebook, path)
    checked = examine(path)
    assert [(result.test, result.status) for result in checked.tests] == [
        ("q1_more__values", "passed"),
        ("q1_more__below_zero", "passed"),
        ("q1_twice__values", "failed"),
    ]
    text = report(path, checked)
    assert "twice(4)" in text and "came back: 9" in text
    assert "Earned visibly: 1 of 5 points. Hidden tests will decide 2 more.\nLost as things stand: 2." in text


def test_stub(released):
    """Does the release as it came fail each test with NotImplementedError, and run no long cell?"""
    notebook, path = released
    notebook.cells[-1].source = "raise SystemExit('the long cell ran')"
    nbformat.write(notebook, path)
    checked = examine(path)
    assert len(checked.found) == 3 and {result.status for result in checked.tests} == {"error"}
    assert all(result.message.startswith("NotImplementedError") for result in checked.tests)
    assert main(str(path)) == 1


@pytest.mark.parametrize("end", ["import os\nos._exit(1)", "exit()"])
def test_killed_kernel(released, end):
    """Is the cell named that ended the kernel, be it a test or not, and are the tests after it not reached?"""
    notebook, path = released
    answer(notebook, "q1_more", end)
    nbformat.write(notebook, path)
    checked = examine(path)
    assert [result.status for result in checked.tests] == ["not reached"] * 3
    assert "the cell q1_more did not run through:\n      It ended Python itself" in report(path, checked)
    answer(
        notebook,
        "q1_more",
        f"def more(x):\n    if x < 0:\n        {end.replace('import os', 'import os;').replace(chr(10), '')}\n    return x + 1",
    )
    nbformat.write(notebook, path)
    results = check(path)
    assert [result.status for result in results] == ["passed", "killed", "not reached"]
    assert "It ended Python itself" in results[1].message


@pytest.mark.parametrize(
    "name, text, message",
    [
        ("nothing.ipynb", None, "There is no file"),
        ("half.ipynb", '{"cells": [', "is not a notebook that can be read"),
        ("list.ipynb", "[]", "is not a notebook that can be read"),
        ("empty.ipynb", "", "is not a notebook that can be read"),
        ("other.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "holds no test cells"),
    ],
)
def test_bad_files(tmp_path, capsys, name, text, message):
    """Does a file that can't be checked end with one sentence that names it?"""
    path = tmp_path / name
    if text is not None:
        path.write_text(text)
    with pytest.raises(CheckError, match=message):
        check(path)
    assert main(str(path)) == 2 and str(path) in capsys.readouterr().out


def test_command(released, capsys):
    """Does `python -m utils check FILE` print the points and answer 1 while a test fails, 2 where there is no file?"""
    notebook, path = released
    answer(notebook, "q1_more", "def more(x):\n    return x + 1")
    nbformat.write(notebook, path)
    assert command(["check", str(path)]) == 1
    assert "Earned visibly: 1 of 5 points." in capsys.readouterr().out
    assert command(["check", str(path.with_name("nothing.ipynb"))]) == 2
    assert "There is no file" in capsys.readouterr().out
