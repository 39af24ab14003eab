"""The class report: who got what in one assignment, and what went wrong, from the gradebook and the verdict files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten

from nbgrader.api import Gradebook
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from grading.build import course_config
from grading.verdicts import Status, Verdict, question_of, read_verdicts, verdict_path
from utils.messages import lead

COLUMNS = 10
FEW_WORDS = 90
LONGEST_NOTE = 260


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
                question = result.questions.setdefault(question_of(grade.name), QuestionScore())
                question.points += grade.score or 0.0
                question.max_points += grade.max_score
                question.open |= grade.needs_manual_grade
            path = verdict_path(root / "autograded" / submission.student_id / name, name)
            if path.exists():
                verdicts, result.notes = read_verdicts(path)
                result.lost = [verdict for verdict in verdicts if verdict.status is not Status.PASSED]
            results.append(result)
    return sorted(results, key=lambda result: result.student)


def points_tables(name: str, results: list[StudentResult]) -> list[Table]:
    """Student × question, points of points; `?` is open for a person. A few columns a table, to fit a terminal."""
    questions = list(enumerate(results[0].questions, 1))
    tables = []
    for first in range(0, len(questions), COLUMNS):
        some = questions[first : first + COLUMNS]
        title = f"{name}: points, questions {some[0][0]} to {some[-1][0]} of {len(questions)}"
        table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
        table.add_column("student", no_wrap=True)
        for number, _ in some:
            table.add_column(str(number), justify="right", no_wrap=True)
        if some[-1] == questions[-1]:
            table.add_column("all", justify="right", no_wrap=True)
        for result in results:
            row = [_score(result.questions[question]) for _, question in some]
            most = sum(score.max_points for score in result.questions.values())
            table.add_row(
                result.student, *row, *([f"{result.points:g}/{most:g}"] if len(table.columns) > len(row) + 1 else [])
            )
        tables.append(table)
    return tables


def _score(score: QuestionScore) -> str:
    if score.open:
        return f"[yellow]?/{score.max_points:g}[/]"
    colour = "green" if score.points == score.max_points else "red"
    return f"[{colour}]{score.points:g}/{score.max_points:g}[/]"


def legend(results: list[StudentResult]) -> str:
    """Which number stands for which question."""
    return ", ".join(f"{number} {question}" for number, question in enumerate(results[0].questions, 1))


def trouble_table(name: str, results: list[StudentResult], stories: dict[str, str]) -> Table:
    """What went wrong, a line for each reason and each note; `stories` says what is known beforehand."""
    table = Table(
        title=f"{name}: what went wrong", title_justify="left", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1)
    )
    table.add_column("student", no_wrap=True)
    table.add_column("handed in", max_width=18)
    table.add_column("what went wrong", overflow="fold")
    for result in results:
        lines = [escape(shorten(note, LONGEST_NOTE, placeholder=" …")) for note in result.notes]
        lines += [f"[bold]{_joined(questions)}[/] {escape(what)}" for what, questions in lost_questions(result.lost)]
        table.add_row(result.student, stories.get(result.student, ""), "\n".join(lines) or "nothing")
    return table


def _joined(questions: list[str]) -> str:
    return ", ".join(questions) if len(questions) <= 3 else f"{questions[0]} and {len(questions) - 1} more"


def lost_questions(lost: list[Verdict]) -> list[tuple[str, list[str]]]:
    """(a few words, questions) for the questions with a test that did not pass.

    The first test with a known mistake speaks for its question, or else the first one.
    """
    speaking: dict[str, Verdict] = {}
    for verdict in lost:
        question = question_of(verdict.test)
        if question not in speaking or (verdict.mistakes and not speaking[question].mistakes):
            speaking[question] = verdict
    said = {question: _how(verdict) for question, verdict in speaking.items()}
    return [(what, [question for question in said if said[question] == what]) for what in dict.fromkeys(said.values())]


def _how(verdict: Verdict) -> str:
    """How a test ended, in a few words; of what is not written there is no more to say."""
    if verdict.status is Status.NOT_WRITTEN:
        return str(verdict.status)
    return f"{verdict.status}: {in_few_words(verdict.reason)}"


def in_few_words(reason: str) -> str:
    """A reason on one line, cut to a few words: what leads it, or else the call with its numbers."""
    _, text, rest = lead(reason.strip())
    lines = [line.strip() for line in rest.splitlines()]
    has_numbers = any(line.startswith("came back") for line in lines)
    text = text or " ".join(lines if has_numbers else lines[:1])
    return text if len(text) <= FEW_WORDS else text[: FEW_WORDS - 1] + "…"


def mistakes_table(name: str, numbers: dict[str, dict[str, int]]) -> Table:
    """Question, mistake, how many students; made from `grading.mistakes.counts`."""
    table = Table(title=f"{name}: mistakes", title_justify="left", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("question", no_wrap=True)
    table.add_column("mistake", overflow="fold")
    table.add_column("students", justify="right")
    for question, kinds in numbers.items():
        for number, (kind, students) in enumerate(kinds.items()):
            table.add_row(question if number == 0 else "", escape(kind), str(students))
    return table


def verdict_table(verdicts: list[Verdict]) -> Table:
    """Every test of one notebook: how it ended, points, processor time, and the reason in a few words."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for column in ("test", "verdict", "points", "seconds", "reason"):
        table.add_column(column, no_wrap=column != "reason")
    for verdict in verdicts:
        points = "?" if verdict.points is None else f"{verdict.points:g}"
        colour = "green" if verdict.status is Status.PASSED else "red"
        reason = escape(in_few_words(verdict.reason).removeprefix(f"{Status.NOT_WRITTEN}: "))  # it stands beside
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
