"""The command `workbook`: what an instructor types. Each command hands over to one module and prints what it found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

app = typer.Typer(
    help="Build, verify and grade the word2vec assignments.", no_args_is_help=True, pretty_exceptions_enable=False
)
console = Console()

Names = Annotated[
    list[str] | None, typer.Argument(help="Assignments, for example a1 a2; all of them when none is named.")
]
Course = Annotated[Path, typer.Option("--course", help="The course folder; the current one when not given.")]


def refuse(message: str) -> typer.Exit:
    """Print one sentence and end with exit code 1."""
    console.print(message, style="red", markup=False, soft_wrap=True)
    return typer.Exit(1)


def chosen(course: Path, names: list[str] | None) -> list[str]:
    """The assignments to work on; stops with a sentence where the folder holds none."""
    from grading.build import assignment_names

    found = names or assignment_names(course)
    if not found:
        raise refuse(
            f"{course.resolve()} holds no assignments/aN/aN.py: change to the course folder, or name it with --course."
        )
    return found


@app.command()
def build(names: Names = None, course: Course = Path()) -> None:
    """Make source/ and release/ from the masters in assignments/."""
    course = course.resolve()
    for name, source, release in _built(course, names):
        console.print(f"{name}: {source.relative_to(course)} and {release.relative_to(course)}", highlight=False)


@app.command()
def dist(names: Names = None, course: Course = Path()) -> None:
    """Build, then pack each release into a zip for the students: dist/aN.zip."""
    from grading.build import pack

    course = course.resolve()
    for name, _, release in _built(course, names):
        packed = pack(release, course / "dist")
        size = packed.stat().st_size / 1e6
        console.print(f"{name}: {packed.relative_to(course)}, {size:.1f} MB", highlight=False)


def _built(course: Path, names: list[str] | None) -> Iterator[tuple[str, Path, Path]]:
    """(name, source, release) of each assignment, once it is built."""
    from grading.build import BuildError, build
    from grading.master import MasterError

    for name in chosen(course, names):
        try:
            yield name, *build(course, name)
        except (BuildError, MasterError) as error:
            raise refuse(str(error)) from error


@app.command()
def verify(
    names: Names = None,
    course: Course = Path(),
    mutants: Annotated[
        bool, typer.Option("--mutants", help="Also run every mutant of the reference answers (minutes).")
    ] = False,
) -> None:
    """Check that reference, stub, wrong and right answers get what they should, and that nothing secret is released."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    from grading.build import BuildError, course_config
    from grading.examiner import ExaminerError
    from grading.limits import Boundary
    from grading.master import MasterError
    from grading.sandbox import SandboxUnavailable
    from grading.verify import verify as verify_one

    course, problems = course.resolve(), 0
    for name in chosen(course, names):
        with Progress(console=console, transient=True) as bar:
            task = bar.add_task(f"{name}: running answers", total=None)
            try:
                report = verify_one(
                    course,
                    name,
                    Boundary(config=course_config(course)),
                    lambda done, total, task=task: bar.update(task, completed=done, total=total),
                )
            except (BuildError, MasterError, ExaminerError, SandboxUnavailable) as error:
                raise refuse(str(error)) from error
        caught, wrong = report.visible_catch
        for problem in report.problems:
            console.print(problem, style="red", markup=False, soft_wrap=True)
        console.print(
            f"{name}: {report.cases} sets of answers, {report.points:g} autograded points; "
            f"visible tests alone catch {caught} of {wrong} wrong answers; {len(report.problems)} problems",
            highlight=False,
            soft_wrap=True,
        )
        problems += len(report.problems)
        if mutants:
            problems += show_mutants(course, name)
    if problems:
        raise typer.Exit(1)


def show_mutants(course: Path, name: str) -> int:
    """Run the mutants of one assignment and print what became of them; returns how many problems there are."""
    from grading.build import read_assignment
    from grading.master import MasterError
    from grading.mutants import NoMutationLibrary, score

    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(f"{name}: running mutants", total=None)
        try:
            found = score(
                read_assignment(course, name), lambda done, total: bar.update(task, completed=done, total=total)
            )
        except (MasterError, NoMutationLibrary) as error:
            raise refuse(str(error)) from error
    for problem in found.problems:
        console.print(problem, style="red", markup=False, soft_wrap=True)
    console.print(
        f"{name}: {found.mutants} mutants; visible tests alone kill {found.visible}, all tests {found.killed}; "
        f"{found.explained} explained, {found.surviving} surviving; {len(found.problems)} problems",
        highlight=False,
        soft_wrap=True,
    )
    return len(found.problems)


@app.command()
def fingerprints(names: Names = None, course: Course = Path()) -> None:
    """Run the known wrong answers and keep what the tests see of each, to tell their mistakes in submissions."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    from grading.build import HOME, BuildError, read_assignment
    from grading.cases import cases_of, run_cases
    from grading.catalogue import read_catalogue
    from grading.diagnosis import gather, keep
    from grading.master import MasterError

    course = course.resolve()
    if course != HOME:
        raise refuse(f"What is kept of known mistakes belongs to the course in {HOME}. Type: cd {HOME}")
    for name in chosen(course, names):
        try:
            master = read_assignment(course, name)
            wrong = [entry for entry in read_catalogue(master) if entry.is_wrong]
        except (BuildError, MasterError) as error:
            raise refuse(str(error)) from error
        cases = [case for case in cases_of(master, wrong) if case.entry is not None]
        with Progress(console=console, transient=True) as bar:
            ended = list(bar.track(run_cases(master, cases), len(cases), description=f"{name}: running wrong answers"))
        keep(gather((case.entry, results) for case, results in ended), master.questions)
        console.print(f"{name}: what the tests see of {len(cases)} wrong answers is kept", highlight=False)


@app.command()
def mistakes(
    name: Annotated[str, typer.Argument(help="An assignment, for example a2.")],
    unknown: Annotated[bool, typer.Option("--unknown", help="Group the failing answers that match none.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    course: Course = Path(),
) -> None:
    """Count the known mistakes that a graded class made, or show the unknown ones with skeletons for the catalogue."""
    import json

    from rich.markup import escape

    from grading.mistakes import Incomplete, NothingGraded, counts, failures, skeleton, unknown_groups
    from grading.report import mistakes_table

    root = course.resolve()
    try:
        found = failures(root, name)
    except (NothingGraded, Incomplete) as error:
        raise refuse(str(error)) from error
    if not unknown:
        numbers = counts(found)
        if as_json:
            print(json.dumps(numbers, indent=2))
        else:
            console.print(mistakes_table(name, numbers))
        return
    try:
        groups = [
            {
                "question": group[0].question,
                "students": [failure.student for failure in group],
                "skeleton": skeleton(root, name, group),
            }
            for group in unknown_groups(found)
        ]
    except Incomplete as error:
        raise refuse(str(error)) from error
    if as_json:
        print(json.dumps(groups, indent=2, ensure_ascii=False))
        return
    for group in groups:
        students = ", ".join(group["students"])
        console.rule(escape(f"{group['question']}: {students}"), align="left")
        console.print(f"assignments/{name}/wrong/{group['question']}/<mistake>.py", style="bold", highlight=False)
        console.print(group["skeleton"], markup=False, highlight=False, soft_wrap=True)
    console.print(f"{name}: {len(groups)} groups of answers that match no known mistake", highlight=False)


@app.command()
def demo(course: Course = Path()) -> None:
    """Grade a demonstration class of real notebooks in the throw-away folder demo/, and show who got what and why."""
    from grading import demo as steps
    from grading.build import BuildError
    from grading.demo_class import CLASS
    from grading.report import class_results, legend, points_tables, trouble_table

    root = course.resolve()
    folder = root / "demo"
    try:
        steps.prepare(root, folder)
    except BuildError as error:
        raise refuse(str(error)) from error
    feedback = []
    with Progress(console=console, transient=True) as bar:
        for name, members in CLASS.items():
            task = bar.add_task(f"{name}: generating the release", total=len(members))
            steps.nbgrader(folder, "generate_assignment", name).wait()
            steps.hand_in(root, folder, name)
            bar.update(task, description=f"{name}: grading {len(members)} notebooks")
            steps.grade(folder, name, lambda done, task=task: bar.update(task, completed=done))
            feedback.append(steps.nbgrader(folder, "generate_feedback", name))  # the next class is graded meanwhile
        bar.add_task("making feedback pages", total=None)
        for command in feedback:
            command.wait()
    for name, members in CLASS.items():
        results = class_results(folder, name)
        console.print(*points_tables(name, results), legend(results), "", sep="\n", highlight=False)
        console.print(trouble_table(name, results, {member.id: member.story for member in members}))
        pages = steps.feedback_pages(folder, name)
        where = folder.relative_to(root) / "feedback" / "<student>" / name / f"{name}.html"
        console.print(f"{len(pages)} feedback pages: {where}\n", highlight=False, markup=False)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A notebook, for example a2.ipynb.")],
    assignment: Annotated[str | None, typer.Option(help="Its assignment; the file's name when not given.")] = None,
    course: Course = Path(),
) -> None:
    """Show the verdicts of one notebook, by the same path as nbgrader autograde; nothing is recorded."""
    import tempfile

    from grading.assignment import AssignmentError
    from grading.check import CheckError
    from grading.check import check as check_one
    from grading.examiner import ExaminerError
    from grading.report import verdict_table
    from grading.sandbox import SandboxUnavailable

    with tempfile.TemporaryDirectory() as scratch:
        try:
            examination = check_one(course.resolve(), file, assignment or file.stem, Path(scratch))
        except (AssignmentError, CheckError, ExaminerError, SandboxUnavailable) as error:
            raise refuse(str(error)) from error
    console.print(verdict_table(examination.verdicts))
    for note in examination.notes:
        console.print(note, markup=False, highlight=False)
