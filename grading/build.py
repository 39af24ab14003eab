"""The build: masters become source notebooks, and nbgrader's own generate-assignment makes the release of them.

Reading and checking a master is the matter of `grading.master`.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from string import Template
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearSolutions
from traitlets.config import Config, PyFileConfigLoader

from grading.master import BEGIN_HIDDEN, Cell, Master, MasterError, Role, read_master

HOME = Path(__file__).resolve().parent.parent
"""The folder of the product itself: its utils/ travels with each release."""

README = Path(__file__).parent / "data" / "student-readme.md"
"""What a student is told beside the notebook, with $name and $title to be filled in."""

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


class BuildError(Exception):
    """The build can't go on; the message says why and what to type next."""


def assignment_names(root: Path) -> list[str]:
    """The assignments that have a master below `root`, in order."""
    return sorted(path.parent.name for path in root.glob("assignments/*/*.py") if path.stem == path.parent.name)


def read_assignment(root: Path, name: str) -> Master:
    """The master of one assignment; an unknown name raises BuildError with the names there are."""
    names = assignment_names(root)
    if name not in names:
        there = ", ".join(names) if names else "none yet"
        raise BuildError(
            f"There is no assignment `{name}` (no {root}/assignments/{name}/{name}.py); there are: {there}."
        )
    return read_master(root / "assignments" / name / f"{name}.py")


def make_notebook(master: Master) -> nbformat.NotebookNode:
    """The source notebook of a master, with nbgrader's metadata (schema 3); equal masters give equal bytes."""
    metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
        "workbook": {
            "generated_from": f"assignments/{master.name}/{master.name}.py",
            "by": "workbook build",
            "edit": False,
        },
    }
    notebook = new_notebook(
        metadata=metadata, cells=[_make_cell(cell, place) for place, cell in enumerate(master.cells)]
    )
    MetadataValidator().validate_nb(notebook)
    nbformat.validate(notebook)
    return notebook


def _make_cell(cell: Cell, place: int) -> nbformat.NotebookNode:
    make = new_code_cell if cell.is_code else new_markdown_cell
    made = make(cell.source, id=cell.id or f"{cell.role}-{place}")
    if cell.role is Role.LONG:
        made.metadata["workbook"] = {"long": True}
    if BEGIN_HIDDEN in cell.source:
        made.metadata["workbook"] = {"hidden": True}  # the student may know that a hidden part follows
    if cell.role is Role.TEST:
        made.metadata["jupyter"] = {"source_hidden": True}  # JupyterLab folds it, but for its first line
    if not cell.id:
        return made
    made.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade_id": cell.id,
        "grade": cell.role in (Role.TEST, Role.WRITTEN),
        "solution": cell.role in (Role.SOLUTION, Role.WRITTEN),
        "locked": cell.role in (Role.TEST, Role.LOCKED),
        "task": False,
    }
    if cell.points is not None:
        made.metadata["nbgrader"]["points"] = cell.points
    return made


def build_source(master: Master, root: Path) -> Path:
    """Write source/<name>/<name>.ipynb, and beside it what travels with the release; returns the notebook's path.

    Raises MasterError where a written answer holds more than its stub.
    """
    _refuse_lost_text(master, ClearSolutions(config=course_config(root)).text_stub)
    folder = root / "source" / master.name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{master.name}.ipynb"
    path.write_text(nbformat.writes(make_notebook(master)) + "\n", encoding="utf-8")
    copy_utils(folder)
    (folder / "requirements.txt").write_text(student_requirements(), encoding="utf-8")
    (folder / "README.md").write_text(student_readme(master), encoding="utf-8")
    return path


def _refuse_lost_text(master: Master, stub: str) -> None:
    """nbgrader puts the stub in the place of a whole written answer, so nothing else may stand there."""
    for cell in master.having(Role.WRITTEN):
        if cell.source.strip() != stub:
            found = f"more than the stub in the written answer `{cell.id}`"
            wanted = f"`{stub}` alone, and the question in a cell above: the release keeps nothing of this one"
            raise MasterError(master.path, cell.line, found, wanted)


def copy_utils(folder: Path) -> None:
    """Put a fresh copy of utils/ into a folder."""
    shutil.rmtree(folder / "utils", ignore_errors=True)
    shutil.copytree(HOME / "utils", folder / "utils", ignore=shutil.ignore_patterns("__pycache__"))


def student_requirements() -> str:
    """The light list of packages for a student's machine, from pyproject.toml's group `student`."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    packages = "\n".join(project["dependency-groups"]["student"])
    return f"# made from pyproject.toml (group student): pip install -r requirements.txt\n{packages}\n"


def student_readme(master: Master) -> str:
    """The README.md of a release: how to install, open, check and hand in the notebook."""
    title = next((line[2:] for cell in master.cells for line in cell.source.splitlines() if line.startswith("# ")), "")
    text = Template(README.read_text(encoding="utf-8"))
    return text.substitute(name=master.name, title=title or master.name)


def course_config(root: Path) -> Config:
    """The course's nbgrader_config.py as a traitlets Config, with `root` as the course folder."""
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.CourseDirectory.root = str(root)
    return config


def course_api(root: Path) -> NbGraderAPI:
    """nbgrader's own interface to the course in `root`."""
    config = course_config(root)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def generate_release(root: Path, name: str) -> Path:
    """Run nbgrader's generate-assignment for one assignment; returns the released notebook's path."""
    if not (root / "source" / name / f"{name}.ipynb").exists():
        raise BuildError(f"source/{name}/{name}.ipynb is missing; type `workbook build {name}`.")
    result = course_api(root).generate_assignment(name, force=True)
    if not result["success"]:
        raise BuildError(
            f"nbgrader could not generate the release of {name}:\n{result['log']}{result.get('error', '')}"
        )
    return root / "release" / name / f"{name}.ipynb"


def build(root: Path, name: str) -> tuple[Path, Path]:
    """Build one assignment: master, source, release. Returns the two notebooks' paths."""
    source = build_source(read_assignment(root, name), root)
    return source, generate_release(root, name)


def pack(release: Path, folder: Path) -> Path:
    """Put the folder of a released notebook into <folder>/<name>.zip; equal releases give equal bytes."""
    above = release.parent.parent
    folder.mkdir(exist_ok=True)
    path = folder / f"{release.stem}.zip"
    with ZipFile(path, "w") as archive:
        for file in sorted(release.parent.rglob("*")):
            if file.is_file():
                entry = ZipInfo(file.relative_to(above).as_posix())  # dated 1980, whenever it was made
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes(), ZIP_DEFLATED)
    return path


def points_of(path: Path) -> dict[str, float]:
    """The points of each grade cell of a notebook file: {grade id: points}, in order."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    marks = [cell["metadata"]["nbgrader"] for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade")]
    return {mark["grade_id"]: mark["points"] for mark in marks}
