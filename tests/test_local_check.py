"""`python -m utils check` runs the visible tests of a notebook where the student is."""

import io
import json
import os
import signal
import subprocess
import sys
import time

import nbformat
import psutil
import pytest
from conftest import HOME

from grading.build import build
from utils import local_check, local_run
from utils.__main__ import main as command
from utils.local_check import CheckError, check, examine, main, report

pytestmark = pytest.mark.e2e


@pytest.fixture
def released(tiny):
    """The released notebook of the tiny course, and its path."""
    _, path = build(tiny, "tiny")
    return nbformat.read(path, as_version=4), path


def cell_of(notebook, cell_id):
    return next(cell for cell in notebook.cells if cell.id == cell_id)


def answer(notebook, cell_id, source):
    cell_of(notebook, cell_id).source = source


def limits(monkeypatch, cpu, clock):
    """Set lower limits of time, so that a test need not wait."""
    for module in (local_run, local_check):
        monkeypatch.setattr(module, "CELL_CPU", cpu)
        monkeypatch.setattr(module, "CELL_CLOCK", clock)
    monkeypatch.setattr(local_run, "REACT_SECONDS", 1)


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
    assert (
        "Earned visibly: 1 of 5 points. Hidden tests will decide 2 more.\nNot written yet: 0. Lost as things stand: 2."
        in text
    )


def test_stub(released):
    """Does each test of the release as it came read "not written", with the name, and does no long cell run?"""
    notebook, path = released
    notebook.cells[-1].source = "raise SystemExit('the long cell ran')"
    nbformat.write(notebook, path)
    checked = examine(path)
    assert len(checked.found) == 3 and {result.status for result in checked.tests} == {"not written"}
    assert [result.message for result in checked.tests] == ["more", "more", "twice"]
    assert "  not written q1_twice__values (2 points): twice\n" in report(path, checked)
    assert main(str(path)) == 1


def test_killed_kernel(released):
    """Is the cell named that ended the kernel, be it a test or not, and are the tests after it not reached?"""
    notebook, path = released
    answer(notebook, "q1_more", "import os\nos._exit(1)")
    nbformat.write(notebook, path)
    checked = examine(path)
    assert [result.status for result in checked.tests] == ["not reached"] * 3
    assert "q1_more did not run to its end:\n      It ended Python itself" in report(path, checked)
    ends = "import os\n\n\ndef more(x):\n    if x < 0:\n        os._exit(1)\n    return x + 1"
    answer(notebook, "q1_more", ends)
    nbformat.write(notebook, path)
    results = check(path)
    assert [result.status for result in results] == ["passed", "killed", "not reached"]
    assert "It ended Python itself" in results[1].message


LEAVING = {
    "exit()\n1 / 0": "exit() or quit()",
    "quit": "exit() or quit()",
    "exit(keep_kernel=True)\n1 / 0": "exit() or quit()",
    "get_ipython().ask_exit()\n1 / 0": "exit() or quit()",
    "import IPython; IPython.Application.instance().kernel.do_shutdown(True)\n1 / 0": "a restart or shutdown of the kernel",
    "raise SystemExit(3)": "sys.exit()",
}


def test_leaving_ends_a_cell_and_nothing_else(released):
    """Do exit() and its relatives end their own cell, or the test that meets them, and is everything else run?"""
    notebook, path = released
    answer(notebook, "q1_more", "def more(x):\n    if x < 0:\n        exit()\n    return x + 1")
    answer(notebook, "q1_twice", "def twice(x):\n    return x + x")
    place = notebook.cells.index(cell_of(notebook, "q1_more"))
    for number, source in enumerate(LEAVING):
        notebook.cells.insert(place, nbformat.v4.new_code_cell(source, id=f"own{number}"))
    nbformat.write(notebook, path)
    checked = examine(path)
    assert [(result.test, result.status) for result in checked.tests] == [
        ("q1_more__values", "passed"),
        ("q1_more__below_zero", "error"),
        ("q1_twice__values", "passed"),
    ]
    text = report(path, checked)
    for how in set(LEAVING.values()):
        said = f"\n      The cell ended here, by {how}. The notebook goes on with its next cell.\n      in line "
        assert text.count(said) == list(LEAVING.values()).count(how) + (how == "exit() or quit()"), how
    assert "ZeroDivisionError" not in text


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


def test_limit_is_the_graders():
    """Does a cell get as many seconds as behind the boundary?"""
    from grading.limits import Boundary

    assert Boundary().cell_cpu == local_run.CELL_CPU
    assert Boundary().cell_cpu * Boundary().wall_factor == local_run.CELL_CLOCK


def test_endless_loop(released, monkeypatch):
    """Is an endless loop stopped, in a test or in the answer's cell, with the seconds and its line, and do the rest run?"""
    limits(monkeypatch, 1, 60)
    notebook, path = released
    answer(
        notebook, "q1_more", "def more(x):\n    while x < 0:\n        pass\n    return x + 1\n\n\nwhile True:\n    pass"
    )
    answer(notebook, "q1_twice", "def twice(x):\n    return x + x")
    nbformat.write(notebook, path)
    checked = examine(path)
    assert [result.status for result in checked.tests] == ["passed", "timeout", "passed"]
    assert "Stopped after 1 seconds of processor time" in checked.tests[1].message
    assert "it was in line 2 of q1_more: while x < 0:" in checked.tests[1].message
    assert "q1_more did not run to its end:\n      Stopped after 1 seconds" in report(path, checked)


def test_waiting(released, monkeypatch):
    """Is a cell that only waits stopped by the clock, and the kernel ended where no interrupt helps?"""
    limits(monkeypatch, 20, 1)
    notebook, path = released
    waits = "import time\n\n\ndef more(x):\n    while x == 1:\n        time.sleep(0.1)\n    while True:\n        try:\n            time.sleep(0.1)\n        except KeyboardInterrupt:\n            pass"
    answer(notebook, "q1_more", waits)
    nbformat.write(notebook, path)
    results = check(path)
    assert [result.status for result in results] == ["timeout", "timeout", "not reached"]
    assert "Stopped after 1 seconds by the clock" in results[0].message and "line 6 of q1_more" in results[0].message
    assert "the kernel was ended" in results[1].message


def test_trouble_before_the_tests(released):
    """Are errors in cells that are no tests told before the tests that suffer from them, with class, message and line?"""
    notebook, path = released
    answer(notebook, "q1_more", "def more(x):\n    return x +")
    answer(notebook, "q1_twice", "def twice(x):\n    return half(x)")
    own = nbformat.v4.new_code_cell("value = 1\nvalue.nothing", id="own")
    notebook.cells.insert(notebook.cells.index(cell_of(notebook, "q1_twice")), own)
    nbformat.write(notebook, path)
    text = report(path, examine(path))
    assert "q1_more did not run to its end:\n      SyntaxError: invalid syntax\n      in line 2 of this" in text
    assert text.index("SyntaxError") < text.index("q1_more__values")
    assert "code cell 5 (value = 1) did not run to its end:\n      AttributeError: 'int' object" in text
    assert (
        "      NameError: name 'half' is not defined\n      in the call twice(4)\n      in line 2 of q1_twice: " in text
    )


def test_printing_changes_nothing(released):
    """Does the run leave the notebook's names and what it prints alone?"""
    notebook, path = released
    answer(notebook, "q1_more", "before = set(globals())\n\n\ndef more(x):\n    return x + 1")
    answer(
        notebook,
        "q1_twice",
        "print('x' * 10000)\nassert not [name for name in before if 'watch' in name or 'told' in name]",
    )
    nbformat.write(notebook, path)
    assert [one.test for one in examine(path).found] == ["q1_more__values", "q1_more__below_zero", "q1_twice__values"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress(released, monkeypatch):
    """Is the cell that runs named on a terminal, on stderr?"""
    monkeypatch.setattr(sys, "stderr", Terminal())
    examine(released[1])
    assert "q1_twice__values" in sys.stderr.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c(released):
    """Does Ctrl-C end with one sentence that names the cell, with code 130, and leave no kernel behind?"""
    notebook, path = released
    answer(notebook, "q1_more", "open('here', 'w').close()\nwhile True:\n    pass")
    nbformat.write(notebook, path)
    command_line = [sys.executable, "-m", "utils", "check", str(path)]
    process = subprocess.Popen(
        command_line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=HOME, start_new_session=True
    )
    until = time.monotonic() + 60
    while not (path.parent / "here").exists() and time.monotonic() < until:
        time.sleep(0.1)
    kernels = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (out, err) == ("Stopped by Ctrl-C in the cell of q1_more; nothing was counted.\n", "")
    assert process.returncode == 130
    assert kernels and not psutil.wait_procs(kernels, timeout=10)[1]


def test_setup_is_gone(released, capsys):
    """Does a notebook without its setup cell get one sentence?"""
    notebook, path = released
    notebook.cells.remove(cell_of(notebook, "setup"))
    nbformat.write(notebook, path)
    assert main(str(path)) == 2
    said = capsys.readouterr().out
    assert "first code cell (setup)" in said and "Take a fresh notebook" in said and said.count("\n") == 1


@pytest.mark.parametrize(
    "source, what",
    [
        ("raise ModuleNotFoundError(\"No module named 'utils'\")", "Copy the folder utils of this notebook's release"),
        (
            "class WrongPython(ImportError): pass\nraise WrongPython('Needed: python3.12')",
            "has another Python than is needed. Needed: python3.12",
        ),
        ("from utils.checks import nothing_such", "Copy the folder utils of this notebook's release"),
        ("import nothing_such", "python -m pip install -r requirements.txt"),
    ],
)
def test_imports_fail(released, capsys, source, what):
    """Does a notebook whose setup can't import get one sentence, with what to do?"""
    notebook, path = released
    answer(notebook, "setup", source)
    nbformat.write(notebook, path)
    assert main(str(path)) == 2
    said = capsys.readouterr().out
    assert (
        ("can't import what its tests use" in said or "WrongPython" in source)
        and what in said
        and said.count("\n") == 1
    )


def test_remarks(released):
    """Is it said under which name the file is handed in, which tests were changed, stand twice or are gone?"""
    notebook, path = released
    answer(notebook, "q1_more", "def more(x):\n    return x + 1")
    answer(notebook, "q1_twice__values", "pass")
    twin = dict(cell_of(notebook, "q1_more__values"), id="twin")
    notebook.cells.insert(3, nbformat.from_dict(twin))
    notebook.cells.remove(cell_of(notebook, "q1_more__below_zero"))
    listed = 'standing(\n    visible={"q1_more__below_zero": 1, "q1_twice__values": 2}, hidden={"q1_more__values": 2}, by_hand=3\n)'
    notebook.cells.append(nbformat.v4.new_code_cell(listed, metadata={"workbook": {"long": True}}))
    path = path.with_name("tiny (1).ipynb")
    nbformat.write(notebook, path)
    checked = examine(path)
    assert [(result.test, result.status) for result in checked.tests] == [
        ("q1_more__values", "passed"),
        ("q1_twice__values", "changed"),
        ("q1_more__below_zero", "missing"),
    ]
    assert checked.remarks == [
        "Hand this file in as tiny.ipynb: under the name tiny (1).ipynb it is not found.",
        "The test q1_more__values stands 2 times in the notebook; it counts once, as the last one ended.",
    ]
    assert (
        "Earned visibly: 0 of 5 points. Hidden tests will decide 2 more.\nNot written yet: 0. Lost as things stand: 3."
        in report(path, checked)
    )


def test_ids_and_marks(released, recwarn):
    """Is a file with a byte order mark and with the same id twice read without a word?"""
    _, path = released
    document = json.loads(path.read_text(encoding="utf-8"))
    for cell in document["cells"]:
        cell["id"] = "same"
    path.write_text(json.dumps(document), encoding="utf-8-sig")
    assert len(check(path)) == 3
    assert not [warning for warning in recwarn if "Duplicate" in type(warning.message).__name__]


def test_rescue(tmp_path):
    """Is a broken file's last good copy named where JupyterLab kept one, and git's marks told?"""
    path = tmp_path / "a1.ipynb"
    path.write_text('{"cells": [')
    with pytest.raises(CheckError, match="Take your last good copy"):
        check(path)
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "a1-checkpoint.ipynb").write_text("{}")
    with pytest.raises(CheckError, match=r"kept the copy of an earlier save in .*a1-checkpoint.ipynb: copy it"):
        check(path)
    path.write_text('{\n<<<<<<< HEAD\n "cells": []\n=======\n "cells": [1]\n>>>>>>> theirs\n}')
    with pytest.raises(CheckError, match=r"holds git's marks of a merge conflict.*git checkout --ours a1.ipynb"):
        check(path)
    path.write_text("")
    with pytest.raises(CheckError, match="it is empty"):
        check(path)


@pytest.mark.parametrize(
    "typed, said",
    [
        ("", "is a folder. Type python -m utils check {}a1.ipynb or python -m utils check {}a2.ipynb"),
        ("a1", "Type python -m utils check {}a1.ipynb"),
        ("A1.ipynbb", "Type python -m utils check {}a1.ipynb"),
        ("homework", "Type python -m utils check {}a1.ipynb or python -m utils check {}a2.ipynb"),
    ],
)
def test_which_file_was_meant(tmp_path, capsys, typed, said):
    """Are a folder, a name without its ending and a misspelt name answered with what to type?"""
    for name in ("a1.ipynb", "a2.ipynb"):
        (tmp_path / name).write_text("{}")
    assert main(str(tmp_path / typed)) == 2
    assert said.replace("{}", f"{tmp_path}{os.sep}") in capsys.readouterr().out


def test_packages_that_are_not_installed(released, monkeypatch, capsys):
    """Is a missing package named in a sentence, with what to type, where the environment is not activated?"""
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert command(["check", str(released[1])]) == 2
    said = capsys.readouterr().out
    assert said.startswith(f"The package tqdm is not installed for this Python ({sys.executable}).")
    assert "python -m pip install -r requirements.txt" in said


def test_a_package_that_can_not_do_something_is_an_error(released):
    """Is an answer whose package raises NotImplementedError written, as it is when it is graded?"""
    notebook, path = released
    answer = next(cell for cell in notebook.cells if cell.id == "q1_more")
    answer.source = "import numbers\ndef more(x):\n    return numbers.Complex.conjugate(x)"
    nbformat.write(notebook, path)
    ended = {result.test: result for result in check(path)}
    assert ended["q1_more__values"].status == "error"
    assert ended["q1_more__values"].message.startswith("NotImplementedError")
    assert ended["q1_twice__values"].status == "not written"
