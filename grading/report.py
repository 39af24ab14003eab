"""The class report: who got what in one assignment, and what went wrong, from the gradebook and the verdict files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Gradebook
from rich.markup import escape
from rich.table import Table

from grading.build import course_config
from grading.verdicts import Status, Verdict, read_verdicts, verdict_path

FEW_WORDS = 70


@dataclass
class QuestionScore:
    """One student's points in one question; `open` where a person has to look."""

    points: float = 0.0
    max_points: float = 0.0
    open: bool = False


@dataclass
class StudentResult:
    """One student's points by question, what is known about the submission, and the verdicts that are not `passed`."""

    student: str
    questions: dict[str, QuestionScore] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    lost: list[Verdict] = field(default_factory=list)

    @property
    def points(self) -> float:
        """All points so far."""
        return sum(score.points for score in self.questions.values())


def class_results(root: Path, name: str) -> list[StudentResult]:
    """The results of everyone whose submission of an assignment is in the gradebook, sorted by student."""
    config = course_config(root)
    url = config.CourseDirectory.get("db_url") or f"sqlite:///{root / 'gradebook.db'}"
    with Gradebook(url, config.CourseDirectory.course_id) as gradebook:
        order = [cell.name for cell in gradebook.find_notebook(name, name).source_cells]
        results = []
        for submission in gradebook.assignment_submissions(name):
            result = StudentResult(submission.student_id)
            for grade in sorted(submission.notebooks[0].grades, key=lambda grade: order.index(grade.name)):
                question = result.questions.setdefault(grade.name.split("__")[0], QuestionScore())
                question.points += grade.score or 0.0
                question.max_points += grade.max_score
                question.open |= grade.needs_manual_grade
            path = verdict_path(root / "autograded" / submission.student_id / name, name)
            if path.exists():
                verdicts, result.notes = read_verdicts(path)
                result.lost = [verdict for verdict in verdicts if verdict.status is not Status.PASSED]
            results.append(result)
    return sorted(results, key=lambda result: result.student)


def points_table(name: str, results: list[StudentResult]) -> Table:
    """Student × question, points of points; `?` is open for a person. The questions are numbered, see `legend`."""
    questions = results[0].questions
    table = Table(title=f"{name}: points", title_justify="left", pad_edge=False, padding=(0, 1))
    table.add_column("student", no_wrap=True)
    for number, score in enumerate(questions.values(), 1):
        table.add_column(f"{number}\n/{score.max_points:g}", justify="right", no_wrap=True)
    total = sum(score.max_points for score in questions.values())
    table.add_column(f"all\n/{total:g}", justify="right", no_wrap=True)
    for result in results:
        row = [_score(score) for score in result.questions.values()]
        table.add_row(result.student, *row, f"{result.points:g}")
    return table


def _score(score: QuestionScore) -> str:
    if score.open:
        return "[yellow]?[/]"
    colour = "green" if score.points == score.max_points else "red"
    return f"[{colour}]{score.points:g}[/]"


def legend(results: list[StudentResult]) -> str:
    """Which number stands for which question."""
    return ", ".join(f"{number} {question}" for number, question in enumerate(results[0].questions, 1))


def trouble_table(name: str, results: list[StudentResult], stories: dict[str, str]) -> Table:
    """What went wrong, a line for each question lost or note made; `stories` says what is known beforehand."""
    table = Table(title=f"{name}: what went wrong", title_justify="left", pad_edge=False, padding=(0, 1))
    for column in ("student", "handed in", "where", "what"):
        table.add_column(column, no_wrap=column != "what")
    for result in results:
        lines = [("", note) for note in result.notes] + lost_questions(result.lost) or [("", "")]
        for number, (where, what) in enumerate(lines):
            first = number == 0
            table.add_row(
                result.student if first else "", stories.get(result.student, "") if first else "", where, what
            )
    return table


def lost_questions(lost: list[Verdict]) -> list[tuple[str, str]]:
    """(question, a few words) for each question with a test that did not pass; the first such test speaks."""
    first: dict[str, Verdict] = {}
    for verdict in lost:
        first.setdefault(verdict.test.split("__")[0], verdict)
    return [(question, f"{verdict.status}: {in_few_words(verdict.reason)}") for question, verdict in first.items()]


def in_few_words(reason: str) -> str:
    """A reason on one line, cut to a few words; the hint where the reason has one."""
    lines = [line.strip() for line in reason.strip().splitlines() if line.strip()]
    hints = [line.removeprefix("hint: ") for line in lines if line.startswith("hint: ")]
    text = (hints or lines or [""])[0]
    return text if len(text) <= FEW_WORDS else text[: FEW_WORDS - 1] + "…"


def verdict_table(verdicts: list[Verdict]) -> Table:
    """Every test of one notebook: how it ended, points, processor time, and the reason in a few words."""
    table = Table(pad_edge=False, padding=(0, 1))
    for column in ("test", "verdict", "points", "seconds", "reason"):
        table.add_column(column, no_wrap=column != "reason")
    for verdict in verdicts:
        points = "?" if verdict.points is None else f"{verdict.points:g}"
        colour = "green" if verdict.status is Status.PASSED else "red"
        reason = escape(in_few_words(verdict.reason))
        table.add_row(
            verdict.test,
            f"[{colour}]{verdict.status}[/]",
            f"{points}/{verdict.max_points:g}",
            f"{verdict.cpu_seconds:.2f}",
            reason,
        )
    total, most = sum(verdict.points or 0 for verdict in verdicts), sum(verdict.max_points for verdict in verdicts)
    table.add_section()
    table.add_row("all", "", f"{total:g}/{most:g}", f"{sum(verdict.cpu_seconds for verdict in verdicts):.2f}", "")
    return table
