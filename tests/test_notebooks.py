"""The committed notebooks, run from top to bottom by a real kernel in a folder like a student's."""

import shutil

import nbformat
import pytest
from conftest import HOME
from nbclient import NotebookClient

from grading.build import assignment_names, copy_utils

pytestmark = pytest.mark.e2e
NAMES = assignment_names(HOME)


def run(kind, name, folder):
    """Run a committed notebook beside a copy of utils/; returns its executed cells."""
    shutil.copy(HOME / kind / name / f"{name}.ipynb", folder)
    copy_utils(folder)
    notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
    client = NotebookClient(notebook, timeout=300, allow_errors=True, resources={"metadata": {"path": str(folder)}})
    client.execute()
    return notebook.cells


def errors(cells):
    """(cell id, exception, message) of each cell that ended with an error."""
    return [
        (cell.id, output.ename, output.evalue)
        for cell in cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]


def is_test(cell):
    mark = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and mark.get("grade") and not mark.get("solution")


@pytest.mark.parametrize("name", NAMES)
def test_reference_runs(name, tmp_path):
    """Do the reference answers run from top to bottom without an error or a warning, and does no test print?"""
    cells = run("source", name, tmp_path)
    assert errors(cells) == []
    assert [cell.id for cell in cells if is_test(cell) and cell.outputs] == []
    noise = [output.text for cell in cells for output in cell.get("outputs", []) if output.get("name") == "stderr"]
    assert [text for text in noise if "Warning" in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_release_fails_only_at_stubs(name, tmp_path):
    """Does each cell of the released notebook run, or fail only because a stub says so, in one line?"""
    cells = run("release", name, tmp_path)
    found = errors(cells)
    assert {exception for _, exception, _ in found} == {"NotImplementedError"}
    assert {cell.id for cell in cells if is_test(cell)} <= {cell_id for cell_id, _, _ in found}
    shown = [output.traceback for cell in cells for output in cell.get("outputs", []) if output.output_type == "error"]
    assert all(len(lines) == 1 and "\n" not in lines[0] for lines in shown)
    assert all(lines[0].startswith(("not written: ", "nothing has been trained yet: ")) for lines in shown)
