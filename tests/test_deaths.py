"""A notebook that asks for its own end goes on; one whose process does end goes on without the cell that ended it."""

# ruff: noqa: F401, F811 -- fixtures are imported

import logging
import time

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from small_notebooks import (
    RIGHT,
    behind_the_boundary,
    boundary,
    examiner,
    judged,
    marked,
    outputs_of,
    question,
)

from grading.deaths import MARGIN, Death, Doubt, Timeline
from grading.engine import MOST_LEFT_OUT, examine
from grading.limits import Boundary
from grading.provisioner import KernelNotStarted, SandboxProvisioner
from grading.student import Cause, StudentKernel
from grading.verdicts import Status

RESTART = "import IPython.core.application\nIPython.core.application.Application.instance().kernel.do_shutdown(True)"
LATER = "import os, signal, threading\nthreading.Timer({}, os.kill, (os.getpid(), signal.SIGKILL)).start()"
ASKED = {
    "exit()": "exit() or quit()",
    "exit": "exit() or quit()",
    "quit()": "exit() or quit()",
    "quit": "exit() or quit()",
    "exit(True)": "exit() or quit()",
    "get_ipython().ask_exit()": "exit() or quit()",
    RESTART: "a restart or shutdown of the kernel",
    RESTART.replace("IPython.core.application.App", "await IPython.core.application.App"): "a restart or shutdown",
    "get_ipython().kernel.do_shutdown(restart=False)": "a restart or shutdown of the kernel",
    "import sys\nsys.exit(1)": "sys.exit()",
    "raise SystemExit": "sys.exit()",
    "raise SystemExit(np.arange(3))": "sys.exit()",
}


def with_own_cells(answers: dict[str, str], own: dict[str, str]):
    """A notebook with questions, each followed by its own cell, if `own` has one for it."""
    cells = [marked("import numpy as np", "setup", locked=True)]
    for name, answer in answers.items():
        cells += question(name, answer)
        if name in own:
            cells.append(new_code_cell(own[name], metadata={"workbook": {"own": True}}))
    return new_notebook(cells=cells)


def own_outputs(examination) -> list[list]:
    return [cell.outputs for cell in examination.notebook.cells if cell.metadata.get("workbook", {}).get("own")]


pytestmark = behind_the_boundary


def test_cells_that_ask_for_the_end(boundary, examiner):
    """Does each way to leave a notebook end its own cell with one sentence, and cost nothing else?"""
    made = with_own_cells({f"q{n}": RIGHT for n in range(len(ASKED))}, {f"q{n}": c for n, c in enumerate(ASKED)})
    began = time.monotonic()
    examination = examine(made, boundary, examiner)
    assert {verdict.status for verdict in examination.verdicts} == {Status.PASSED}
    assert examination.notes == []
    for outputs, asked in zip(own_outputs(examination), ASKED.values(), strict=True):
        (output,) = outputs
        assert output.output_type == "error" and output.traceback == [output.evalue]
        assert output.evalue.startswith(f"The cell ended here, by {asked}") and "goes on" in output.evalue
    assert time.monotonic() - began < 60


def test_answers_that_ask_for_the_end(judged):
    """Does an answer cell that ends in exit() keep what it defined before, and a function that calls it fail alone?"""
    verdicts, examination = judged(
        {"first": RIGHT + "exit()", "calls": "def NAME(x):\n    quit()", "restarts": RIGHT + RESTART, "last": RIGHT}
    )
    assert {name: verdict.status for name, verdict in verdicts.items()} == {
        "first": Status.PASSED,
        "calls": Status.ERROR,
        "restarts": Status.PASSED,
        "last": Status.PASSED,
    }
    assert "SystemExit: exit() or quit()" in verdicts["calls"].reason
    assert examination.notes == []


@pytest.mark.parametrize(
    "deadly",
    [
        "import os\nos._exit(0)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)",
        "import ctypes\nctypes.string_at(0)",
        LATER.format(0.1),
        LATER.format(1),
        "import signal\nsignal.alarm(1)",
        "import subprocess, os\nsubprocess.Popen(f'sleep 0.5; kill -9 {os.getpid()}', shell=True)",
        "import asyncio\nasyncio.get_event_loop().stop()",
    ],
    ids=["exit", "SIGTERM", "crash", "0.1 s", "1 s", "alarm", "child", "loop"],
)
def test_the_cell_that_ended_it_is_named(boundary, examiner, deadly):
    """Is the cell that ends the process named and left out, also when it does so a moment later, and none but it?"""
    slow = "import time\ntime.sleep(0.3)"
    own = {"q1": deadly, "q3": slow, "q4": slow, "q5": slow}
    examination = examine(with_own_cells({f"q{n}": RIGHT for n in range(6)}, own), boundary, examiner)
    assert {verdict.status for verdict in examination.verdicts} == {Status.PASSED}, examination.verdicts
    assert [note.split(":")[0] for note in examination.notes] == [
        "Cell 6 ended the notebook's process, and was then left out"
    ]
    assert [[output.ename for output in outputs] for outputs in own_outputs(examination)] == [["killed"], [], [], []]


def test_several_delayed_ends(boundary, examiner):
    """Are wrong guesses not counted: are as many deadly cells found as are left out, each of them by its own doing?"""
    names = [f"q{n}" for n in range(MOST_LEFT_OUT)]
    own = dict.fromkeys(names, LATER.format(0.3)) | {"last": "import time\ntime.sleep(0.5)"}
    examination = examine(with_own_cells(dict.fromkeys([*names, "last"], RIGHT), own), boundary, examiner)
    assert {verdict.status for verdict in examination.verdicts} == {Status.PASSED}
    assert [note.split()[1] for note in examination.notes] == [str(4 + 3 * n) for n in range(MOST_LEFT_OUT)]


def test_a_test_that_ends_the_process(judged):
    """Is a test whose call ends the whole notebook's process left out, at once or a moment later, and no other?"""
    all_at_once = "import os, signal, time\ndef NAME(x):\n    os.kill(-1, signal.SIGKILL)\n    time.sleep(9)"
    later = (
        "import os, signal, threading, time\ndef NAME(x):\n"
        "    threading.Timer(0.5, os.kill, (os.getppid(), signal.SIGKILL)).start()\n    return 2 * x"
    )
    verdicts, examination = judged(
        {"first": RIGHT, "at_once": all_at_once, "second": RIGHT, "later": later}
        | {"last": RIGHT + "import time\ntime.sleep(1)"}
    )
    assert {name: verdict.status for name, verdict in verdicts.items()} == {
        "first": Status.PASSED,
        "at_once": Status.KILLED,
        "second": Status.PASSED,
        "later": Status.KILLED,
        "last": Status.PASSED,
    }
    assert [outputs_of(examination, f"{name}__doubles")[-1].ename for name in ("at_once", "later")] == ["killed"] * 2


def test_the_last_end_of_too_many_is_laid_to_nobody(boundary, examiner):
    """Where the notebook is not started again: is the cell under way not named as the one that ended it?"""
    names = [f"q{n}" for n in range(MOST_LEFT_OUT + 2)]
    examination = examine(
        with_own_cells(dict.fromkeys(names, RIGHT), dict.fromkeys(names, "import os\nos._exit(0)")), boundary, examiner
    )
    assert "not started again" in own_outputs(examination)[-1][-1].evalue
    assert len([note for note in examination.notes if "left out" in note]) == MOST_LEFT_OUT + 1
    assert "was not run again" in examination.notes[-1]


def test_waits_that_are_cut_short(boundary, examiner, monkeypatch):
    """Is nobody named where there was no time to wait until it is clear who ended the process?"""
    monkeypatch.setattr("grading.engine.MOST_RUNS", 4)
    monkeypatch.setattr("grading.budgets.Budget.wall", lambda budget, wanted: wanted if wanted > 10 else 0.01)
    own = {"q1": LATER.format(0.5)} | dict.fromkeys(("q2", "q3", "q4"), "import time\ntime.sleep(0.3)")
    examination = examine(with_own_cells({f"q{n}": RIGHT for n in range(6)}, own), boundary, examiner)
    assert not [note for note in examination.notes if "left out" in note]
    assert "was not run again" in examination.notes[-1]


def test_how_long_to_wait():
    """Does a run wait until each step before would have ended the kernel again, however long the steps take now?"""
    death = Death(3, Cause.DIED, False, at=20.0, began={1: 10.0, 2: 18.0, 3: 19.0})
    doubt = Doubt(death)
    assert doubt.until(Timeline()) == MARGIN
    assert doubt.until(Timeline(ended={1: 100.0, 2: 101.0, 7: 999.0})) == 110.0 + MARGIN
    assert doubt.until(Timeline(ended={1: 100.0, 2: 109.0})) == 111.0 + MARGIN
    assert (doubt.in_place_of(3), doubt.after(2), doubt.settles(3)) == (True, False, False)
    search = Doubt(death, thorough=True)
    assert (search.in_place_of(3), search.after(2), search.after(3), search.settles(3)) == (False, True, False, True)


def failing(times: int):
    """The provisioner's wait for a kernel, but the first few kernels have ended meanwhile."""
    wait, failed = SandboxProvisioner._wait_for_sockets, []

    async def waits(provisioner, complaints):
        await wait(provisioner, complaints)
        if len(failed) < times:
            failed.append(provisioner)
            raise KernelNotStarted("The student's kernel ended while it started.")

    return waits


def test_a_kernel_that_fails_once(judged, monkeypatch, caplog):
    """Is a kernel that ends while it starts started again, and is that said in the log and nowhere else?"""
    monkeypatch.setattr(SandboxProvisioner, "_wait_for_sockets", failing(1))
    with caplog.at_level(logging.WARNING):
        verdicts, examination = judged({"q": RIGHT})
    assert verdicts["q"].status is Status.PASSED and examination.notes == []
    assert "ended while it started. It is started once more." in caplog.text


def test_a_kernel_that_fails_twice(judged, monkeypatch, caplog):
    """Is a kernel that does not start twice a fault of the grader, said in the log and in the notes?"""
    monkeypatch.setattr(SandboxProvisioner, "_wait_for_sockets", failing(2))
    with caplog.at_level(logging.WARNING):
        verdicts, examination = judged({"q": RIGHT})
    assert (verdicts["q"].status, verdicts["q"].points) == (Status.GRADER_FAULT, None)
    assert examination.notes == ["The student's kernel ended while it started."]
    assert "could not be examined to its end" in caplog.text


def test_children_of_the_kernel_are_not_taken_for_it():
    """Is the kernel told from what it started, when its process is looked for?"""
    kernel = StudentKernel(Boundary())
    kernel.start()
    try:
        before = kernel._provisioner.first, kernel._provisioner.kernel
        kernel.run_cell("import subprocess\nchild = subprocess.Popen(['sleep', '60'])", 20.0, 60.0)
        assert len(kernel.tree.processes()) == 3
        assert kernel._provisioner._find_kernel()
        assert (kernel._provisioner.first, kernel._provisioner.kernel) == before
    finally:
        kernel.close()
