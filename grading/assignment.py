"""Reads the instructor's side of an assignment: its notebook with hidden tests, the release's stubs, the given files.

Building these is the matter of `grading.build`; putting answers into the notebook that of `grading.assemble`.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.nbgraderformat import MetadataValidator, SchemaTooNewError, SchemaTooOldError, ValidationError
from nbgrader.utils import find_all_files, is_grade, is_locked, is_solution

from grading.assemble import Stub


class AssignmentError(Exception):
    """An assignment that nothing can be graded with; the message is one sentence with the command that helps."""


@dataclass(frozen=True)
class Assignment:
    """What every submission of an assignment is graded with."""

    source: NotebookNode
    sha256: str
    stubs: dict[str, Stub]

    @property
    def tests(self) -> dict[str, float]:
        """The test cells and their points."""
        marks = [cell.metadata.nbgrader for cell in self.source.cells if is_grade(cell) and not is_solution(cell)]
        return {mark["grade_id"]: float(mark["points"]) for mark in marks}


def read_instructors_side(course: CourseDirectory, name: str) -> Assignment:
    """Read an assignment from source/ and the gradebook. Raises AssignmentError where they are missing or differ."""
    build = f"Type: workbook build {name}"
    path = Path(course.format_path(course.source_directory, ".", name), f"{name}.ipynb")
    shown = f"{course.source_directory}/{name}/{name}.ipynb"
    try:
        data = path.read_bytes()
        source = nbformat.reads(data.decode("utf-8"), as_version=4)
        MetadataValidator().validate_nb(source)
    except OSError as error:
        raise AssignmentError(f"{shown} can't be read ({error.strerror}). {build}") from error
    except (ValueError, nbformat.ValidationError, ValidationError, SchemaTooOldError, SchemaTooNewError) as error:
        raise AssignmentError(f"{shown} is not a notebook of this nbgrader ({error}). {build}") from error
    try:
        with Gradebook(course.db_url, course.course_id) as gradebook:
            kept = gradebook.find_notebook(name, name)
            cells = {cell.name: cell for cell in kept.source_cells}
            differing = _differences(source, cells, {cell.name: cell.max_score for cell in kept.grade_cells})
            stubs = {grade_id: Stub(cell.source, cell.checksum) for grade_id, cell in cells.items()}
    except MissingEntry as error:
        raise AssignmentError(f"{name} is not in the gradebook. {build}") from error
    if differing:
        raise AssignmentError(f"{shown} and the gradebook differ in {', '.join(differing)}. {build}")
    return Assignment(source, hashlib.sha256(data).hexdigest(), stubs)


def _differences(source: NotebookNode, kept: dict, points: dict[str, float]) -> list[str]:
    """The grade ids of cells that are not the same in source/ and in the gradebook."""
    marked = {cell.metadata.nbgrader["grade_id"]: cell for cell in source.cells if "nbgrader" in cell.metadata}
    marked = {name: cell for name, cell in marked.items() if is_grade(cell) or is_solution(cell) or is_locked(cell)}
    differing = set(marked) ^ set(kept)
    for name in set(marked) & set(kept):
        cell = marked[name]
        same = cell.cell_type == kept[name].cell_type and is_locked(cell) == kept[name].locked
        same &= not is_locked(cell) or cell.source == kept[name].source
        same &= not is_grade(cell) or float(cell.metadata.nbgrader["points"]) == points.get(name)
        if not same:
            differing.add(name)
    return sorted(differing)


def copy_given_files(course: CourseDirectory, name: str, target: Path) -> Path | None:
    """Copy the files that come with an assignment to `target`; None if there are none.

    Notebooks stay behind, they hold the answers; so does utils/, since grading uses the installed one.
    """
    source = Path(course.format_path(course.source_directory, ".", name))
    for found in map(Path, find_all_files(str(source), [*course.ignore, "*.ipynb"])):
        below = found.relative_to(source)
        if below.parts[0] != "utils" and found.suffix != ".ipynb" and not found.is_symlink():
            (target / below).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(found, target / below)
    return target if target.exists() else None
