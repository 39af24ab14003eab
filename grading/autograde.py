"""`nbgrader autograde` and the formgrader's button under the boundary: reads, assembles, examines, records.

`install` is called by nbgrader_config.py. How a submission is read stands in `grading.intake`, what is run in
`grading.assemble`, how it is run in `grading.engine`, what is kept in `grading.record`, what pages show in
`grading.sanitize`.
"""

from __future__ import annotations

import errno
import glob
import os
import re
import shutil
import warnings
from concurrent.futures import Future
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import nbformat
import nbgrader.apps.api
import nbgrader.apps.autogradeapp
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    IgnorePattern,
    LimitOutput,
)
from sqlalchemy.exc import OperationalError, SAWarning
from traitlets import Dict, Integer, List, Unicode
from traitlets.config import Config

from grading.assignment import Assignment, AssignmentError, copy_given_files, read_instructors_side
from grading.intake import (
    TIMESTAMP,
    Place,
    Submission,
    Ungradable,
    check_student_id,
    parse_timestamp,
    read_timestamp,
)
from grading.limits import Boundary
from grading.record import (
    SaveVerdicts,
    leave_open,
    note_failure,
    put_in_place,
    staging,
    write_failure,
    write_files,
    write_receipt,
)
from grading.sandbox import SandboxUnavailable
from grading.sanitize import CleanNotebook
from grading.verdicts import Status, verdict_path, write_verdicts

if TYPE_CHECKING:
    from grading.batch import Paper


STOPS = "Grading stops here, what is graded stays."
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM}
"""Errors that are the machine's trouble, not a submission's: no room on a disk, in memory, for another open file."""


def install(c: Config) -> None:
    """Put the boundary under nbgrader's commands and pages; to be called with the config of nbgrader_config.py."""
    c.CourseDirectory.ignore.extend(["*.verdicts.json", "*.receipt.json"])  # they stay with the instructor
    c.HTMLExporter.sanitize_html = True
    c.HTMLExporter.filters = {
        "clean_html": "grading.sanitize.clean_html",
        "markdown2html": "grading.sanitize.markdown2html",
    }
    c.HTMLExporter.preprocessors = ["grading.sanitize.CleanNotebook"]
    c.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        "grading.sanitize.CutHiddenTests",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    nbgrader.apps.autogradeapp.Autograde = BoundaryAutograde
    nbgrader.apps.api.Autograde = BoundaryAutograde
    # nbgrader's own use of its gradebook brings these about at each submission; they mean nothing to who grades
    warnings.filterwarnings("ignore", "Object of type <Submitted", SAWarning)
    # nbgrader's own follows links and pipes, and a text that is no date stops the list of a whole class
    CourseDirectory.get_existing_timestamp = lambda coursedir, folder: read_timestamp(folder)


class BoundaryAutograde(Autograde):
    """nbgrader's Autograde with everything that a submission could harm replaced.

    Submissions are examined by several workers side by side, and recorded one after the other, in order. A result is
    made in a staging folder inside autograded/; it takes its place there only when it is complete. One examiner serves
    the whole run.
    """

    extra_files = Dict(
        value_trait=List(Unicode()),
        help="For each assignment, patterns of files that may come along with its notebook, for people to look at.",
    ).tag(config=True)
    workers = Integer(
        0,
        min=0,
        help="How many submissions are examined side by side; 0: one for each processor, as far as memory allows.",
    ).tag(config=True)
    sanitize_preprocessors = List([CheckCellMetadata])
    autograde_preprocessors = List(
        [IgnorePattern, LimitOutput, CleanNotebook, CheckCellMetadata, SaveVerdicts, AssignLatePenalties]
    )

    assignment: Assignment
    paper: Paper

    def __init__(self, coursedir: CourseDirectory | None = None, **kwargs):
        super().__init__(coursedir, **kwargs)
        self.boundary = Boundary(parent=self)
        self._building = False
        self._given: Path | None = None
        self._given_names: set[str] = set()
        self._strange: list[str] = []

    @property
    def _input_directory(self) -> str:
        return f"{self._staging}/{'submitted' if self._sanitizing else 'autograded'}"

    @property
    def _output_directory(self) -> str:
        return f"{self._staging}/autograded" if self._building else self.coursedir.autograded_directory

    def start(self) -> None:
        """Grade every matched submission. Raises NbGraderException at the end if some could not be graded."""
        if self.config.Execute.get("enabled") is False:
            self._stop("Points come from running the notebooks. Type the command without --no-execute.")
        if self.boundary.isolation == "none":
            self.log.warning('c.Boundary.isolation is "none": STUDENT CODE RUNS WITH YOUR OWN RIGHTS ON THIS MACHINE.')
        results = Path(self.coursedir.root, self.coursedir.autograded_directory)
        results.mkdir(parents=True, exist_ok=True)
        with staging(results) as folder:
            self._staging = f"{self.coursedir.autograded_directory}/{folder.name}"
            try:
                super().start()
            except KeyboardInterrupt:
                self._stop("Grading was broken off, what is graded stays. Type the same command to go on.")

    def _stop(self, sentence: str) -> None:
        self.log.error(sentence)
        raise NbGraderException(sentence)

    def init_notebooks(self) -> None:
        """Find the submissions: `assignments` maps each folder to its student. Raises NbGraderException for none."""
        name = self.coursedir.assignment_id
        try:
            self.assignment = read_instructors_side(self.coursedir, name)
        except AssignmentError as error:
            self._stop(str(error))
        given = Path(self.coursedir.root, self._staging, "given")
        self._given = copy_given_files(self.coursedir, name, given)
        source = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", name))
        self._given_names = {path.name for path in source.iterdir()}
        pattern = self.coursedir.format_path(
            self.coursedir.submitted_directory, "(?P<student>[^/]+)", name, escape=True
        )
        excluded = self.coursedir.student_id_exclude.split(",")
        self.assignments = {}
        wanted = self.coursedir.format_path(self.coursedir.submitted_directory, self.coursedir.student_id, name)
        for folder in sorted(glob.glob(wanted)):
            student = re.fullmatch(pattern, folder)["student"]
            if not check_student_id(student):
                self._strange.append(f"{folder!r}: {student!r} can't be a student's id. Rename the folder.")
            elif student not in excluded:
                self.assignments[folder] = student
        if not self.assignments and not self._strange:
            self._stop(
                f"There is no submission in {wanted}. Put the notebooks there, then type: nbgrader autograde {name}"
            )

    def convert_notebooks(self) -> None:
        """Grade every submission; whatever one does, the next is graded."""
        from grading.batch import Batch, default_workers

        problems = list(self._strange)
        name = self.coursedir.assignment_id
        batch = Batch(
            self.boundary,
            self.workers or default_workers(self.boundary),
            self.assignment,
            self._given,
            self.extra_files.get(name, []),
            self._given_names,
            self._is_due,
        )
        places = [self._place(folder, student) for folder, student in self.assignments.items()]
        with batch:
            for place, paper in batch.of(places):
                try:
                    problem = self._grade_or_record(place, paper)
                except (SandboxUnavailable, NbGraderException) as error:
                    self._stop(f"{STOPS} {error}")
                except OperationalError as error:
                    self._stop(f"{STOPS} The gradebook can't be used: {error.orig}.")
                except OSError as error:
                    if error.errno not in NO_ROOM:
                        raise
                    self._stop(f"{STOPS} There is no room left: {error}. Make some, then type the same command.")
                if problem:
                    problems.append(problem)
        if problems:
            total = len(self.assignments) + len(self._strange)
            self._stop("\n".join([f"{len(problems)} of {total} submissions could not be graded:", *problems]))

    def _grade_or_record(self, place: Place, paper: Future[Paper | None]) -> str:
        """Record a grade, or that a submission has no result; then the sentence that says why is returned."""
        try:
            self._record(place, paper.result())
        except Ungradable as problem:
            sentence = str(problem)
            self.log.error(sentence)
            self._record_failure(place, Status.NOT_REACHED, sentence, problem.beside)
        except (SandboxUnavailable, OperationalError, NbGraderException):
            raise  # the machine's trouble, not this submission's
        except Exception as error:  # a fault of ours with one submission must not cost the others theirs
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise
            fault = f"a fault of the grader, {type(error).__name__}; the log has more"
            sentence = f"{place.shown(place.notebook)} could not be graded ({fault}). Type: {place.retry} --force"
            self.log.exception(sentence)
            self._record_failure(place, Status.GRADER_FAULT, sentence, {})
        else:
            return ""
        return sentence

    def _place(self, folder: str, student: str) -> Place:
        submitted = Path(self.coursedir.root, self.coursedir.submitted_directory)
        below = PurePosixPath(os.path.relpath(folder, submitted))
        return Place(submitted, below, student, self.coursedir.assignment_id)

    def _record(self, place: Place, paper: Paper | None) -> None:
        """Take an examined submission through nbgrader's own steps into autograded/ and the gradebook."""
        if paper is None:
            self.log.info("Skipping what is graded already: %s (grade it again with --force)", place.shown())
            return
        self.paper = paper
        self._building = True
        try:
            staged = Path(self._format_source(place.assignment, place.student), place.notebook)
            staged.parent.mkdir(parents=True)
            nbformat.write(paper.notebook, staged)
            self.notebooks = [str(staged)]
            self.run_pre_convert_hook()
            self.init_assignment(place.assignment, place.student)
            self.convert_single_notebook(str(staged))
            made = Path(self._format_dest(place.assignment, place.student))
            write_verdicts(verdict_path(made, place.assignment), paper.verdicts, paper.notes)
            hashes = {"submission": paper.submission.sha256, "source": self.assignment.sha256}
            limits = {name: getattr(self.boundary, name) for name in Boundary.class_own_traits(config=True)}
            write_receipt(made / f"{place.assignment}.receipt.json", hashes, limits, paper.verdicts)
        finally:
            self._building = False
        self._put_in_place(made, place)
        self.run_post_convert_hook()

    def _is_due(self, place: Place, submission: Submission) -> bool:
        """Whether it is to be graded: forced, new, or newer than what is graded. Asked by the workers."""
        results = self.coursedir.autograded_directory
        graded = Path(self.coursedir.format_path(results, place.student, place.assignment))
        if self.force or not (graded / place.notebook).exists():
            return True
        new = parse_timestamp(submission.beside.get(PurePosixPath(TIMESTAMP)))
        old = read_timestamp(graded)
        return new is not None and old is not None and new > old

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Enter the submission into the gradebook, and put the files beside the notebook into its place."""
        beside = self.paper.submission.beside
        timestamp = parse_timestamp(beside.get(PurePosixPath(TIMESTAMP)))
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            if not self._enrol(gradebook, student_id):
                command = f"nbgrader db student add {student_id}"
                raise Ungradable(f"There is no student {student_id} in the gradebook. Type: {command}")
            dated = {"timestamp": timestamp} if timestamp else {}
            late = gradebook.update_or_create_submission(assignment_id, student_id, **dated).total_seconds_late
        if late > 0:
            self.log.warning("The submission of %s is %s seconds late", student_id, late)
        made = Path(self._format_dest(assignment_id, student_id))
        write_files(made, beside)
        if self._given:
            shutil.copytree(self._given, made, dirs_exist_ok=True)

    def _enrol(self, gradebook: Gradebook, student: str) -> bool:
        """Whether the student is in the gradebook, now at the latest."""
        if self.create_student:
            gradebook.update_or_create_student(student)
            return True
        try:
            return bool(gradebook.find_student(student))
        except MissingEntry:
            return False

    def _put_in_place(self, made: Path, place: Place) -> None:
        """Let a complete result replace an earlier one."""
        final = Path(self._format_dest(place.assignment, place.student))
        put_in_place(made, final, Path(self.coursedir.root, self._staging, "earlier", place.student))
        self.set_permissions(place.assignment, place.student)

    def _record_failure(self, place: Place, status: Status, sentence: str, beside: dict[PurePosixPath, bytes]) -> None:
        """Record that a submission has no result; an earlier result stays, with a note."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            if self._enrol(gradebook, place.student):
                timestamp = parse_timestamp(beside.get(PurePosixPath(TIMESTAMP)))
                leave_open(gradebook, place.assignment, place.student, timestamp)
        final = Path(self._format_dest(place.assignment, place.student))
        if (final / place.notebook).exists():
            note_failure(final, place.assignment, sentence)
            return
        made = Path(self.coursedir.root, self._staging, "failed", place.student)
        made.mkdir(parents=True)
        write_files(made, beside)
        write_failure(made, place.assignment, self.assignment.tests, status, sentence)
        self._put_in_place(made, place)
