"""`workbook check`: the verdicts of one notebook file, by the path of `nbgrader autograde` but for the gradebook."""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from grading.assemble import NotThisAssignment, assemble
from grading.assignment import copy_given_files, read_instructors_side
from grading.build import course_config
from grading.cells import Refused, read_cells
from grading.engine import Examination, examine
from grading.examiner import Examiner
from grading.limits import Boundary


class CheckError(Exception):
    """The file can't be checked; the message says why and what to type next."""


def check(root: Path, file: Path, name: str, scratch: Path) -> Examination:
    """Examine one notebook file as a submission of an assignment; `scratch` is an empty folder.

    Raises CheckError, AssignmentError, ExaminerError or SandboxUnavailable, each with a sentence.
    """
    if not file.is_file():
        raise CheckError(f"There is no file {file}. Type: workbook check FILE.ipynb")
    config = course_config(root)
    course, boundary = CourseDirectory(config=config), Boundary(config=config)
    assignment = read_instructors_side(course, name)
    try:
        if file.stat().st_size > boundary.submission_size:
            raise CheckError(f"{file} is larger than a submission may be (c.Boundary.submission_size).")
        assembled = assemble(assignment.source, assignment.stubs, read_cells(file.read_bytes()))
    except OSError as error:
        raise CheckError(f"{file} can't be read ({error.strerror}). Type: workbook check FILE.ipynb") from error
    except Refused as refused:
        raise CheckError(f"{file} {refused}. Ask for the notebook again.") from refused
    except NotThisAssignment:
        raise CheckError(f"{file} holds no cell of {name}. Name its assignment: --assignment aN") from None
    given = copy_given_files(course, name, scratch / "given")
    examiner = Examiner(boundary)
    try:
        examination = examine(assembled.notebook, boundary, examiner, given)
    finally:
        examiner.close()
    examination.notes[:0] = assembled.notes
    return examination
