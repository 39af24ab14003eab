"""The mistakes of a class: how many made each known one, and which failing answers behave alike but match none.

Read from the verdict files beside the autograded notebooks; which mistake an answer makes was found by
`grading.diagnosis`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from traitlets.config import Config

from grading.build import course_config
from grading.student_errors import clean
from grading.verdicts import Status, Verdict, question_of, read_verdicts, verdict_path
from utils.diagnosis import alike

UNKNOWN = "unknown"
LONGEST_ANSWER = 20_000  # characters


class NothingGraded(Exception):
    """There is no verdict file of the assignment; the message says what to type."""


class Incomplete(Exception):
    """Something of a graded submission is missing or can't be read; the message says what to type."""

    def __init__(self, path: Path, student: str, name: str):
        super().__init__(f"{path} is missing or damaged. Type: nbgrader autograde {name} --student {student} --force")


@dataclass(frozen=True)
class Failure:
    """One student's tests of one question that did not pass."""

    student: str
    question: str
    verdicts: tuple[Verdict, ...]

    @property
    def kinds(self) -> list[str]:
        """What happened: known mistakes (joined by "or" where they can't be told apart), or a word for the rest."""
        return list(dict.fromkeys(map(_kind, self.verdicts)))

    @property
    def is_unknown(self) -> bool:
        """Whether no known mistake explains any of its tests, though it was answered and ended by itself."""
        return self.kinds == [UNKNOWN]

    def behaves_like(self, other: Failure) -> bool:
        """Whether the same tests fail, and saw the same."""
        if [_place(verdict) for verdict in self.verdicts] != [_place(verdict) for verdict in other.verdicts]:
            return False
        pairs = [(one.seen, two.seen) for one, two in zip(self.verdicts, other.verdicts, strict=True)]
        return all(one is None or two is None or (one[0] == two[0] and alike(one[1], two[1])) for one, two in pairs)


def _kind(verdict: Verdict) -> str:
    if verdict.mistakes:
        return " or ".join(mistake.split("/")[1] for mistake in verdict.mistakes)
    returned_or_raised = verdict.seen is not None or verdict.hidden  # else the answer was not even called
    is_wrong = verdict.status is Status.FAILED or (verdict.status is Status.ERROR and returned_or_raised)
    return UNKNOWN if is_wrong else str(verdict.status)


def _place(verdict: Verdict) -> tuple:
    return verdict.test, verdict.status, verdict.hidden, verdict.seen is None


def failures(root: Path, name: str) -> list[Failure]:
    """Every student's failed questions in one assignment. Raises NothingGraded or Incomplete."""
    found = []
    graded = _graded(root)
    paths = [path for folder in sorted(graded.glob("*")) if (path := verdict_path(folder / name, name)).is_file()]
    if not paths:
        raise NothingGraded(f"Nothing of {name} is graded in {graded}. Type: nbgrader autograde {name}")
    for path in paths:
        try:
            verdicts, _ = read_verdicts(path)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise Incomplete(path, path.parent.parent.name, name) from error
        lost: dict[str, list[Verdict]] = {}
        for verdict in verdicts:
            if verdict.status is not Status.PASSED:
                lost.setdefault(question_of(verdict.test), []).append(verdict)
        found += [Failure(path.parent.parent.name, question, tuple(own)) for question, own in lost.items()]
    return found


def _graded(root: Path) -> Path:
    """The folder of graded submissions, as the course's settings name it."""
    settings = course_config(root) if (root / "nbgrader_config.py").exists() else Config()
    return root / settings.CourseDirectory.get("autograded_directory", "autograded")


def counts(found: Iterable[Failure]) -> dict[str, dict[str, int]]:
    """{question: {kind: how many students}}, the most frequent first. An answer with two kinds counts for both."""
    tallies: dict[str, Counter] = {}
    for failure in found:
        kinds = [kind for kind in failure.kinds if kind != UNKNOWN] or [UNKNOWN]
        tallies.setdefault(failure.question, Counter()).update(kinds)
    return {question: dict(tallies[question].most_common()) for question in sorted(tallies)}


def unknown_groups(found: Iterable[Failure]) -> list[list[Failure]]:
    """The failures that match no known mistake, grouped by equal behaviour, the largest group first."""
    groups: list[list[Failure]] = []
    for failure in found:
        if failure.is_unknown:
            same = next((g for g in groups if g[0].question == failure.question and g[0].behaves_like(failure)), None)
            if same is None:
                groups.append([failure])
            else:
                same.append(failure)
    return sorted(groups, key=len, reverse=True)


def skeleton(root: Path, name: str, group: list[Failure]) -> str:
    """A file for the catalogue, with the answer of the group's first student; its text is still to be written.

    Raises Incomplete.
    """
    failure = group[0]
    path = _graded(root) / failure.student / name / f"{name}.ipynb"
    try:
        cells = nbformat.read(path, as_version=4).cells
        sources = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in cells}
        source = clean(sources[failure.question], LONGEST_ANSWER)
    except (OSError, ValueError, LookupError) as error:
        raise Incomplete(path, failure.student, name) from error
    tests = ", ".join(verdict.test for verdict in failure.verdicts)
    text = "What is probably wrong, why it matters, where to look; no answer."
    return f'# fails: {tests}\n"""{text}"""\n\n\n{_without_docstring(source)}\n'


def _without_docstring(source: str) -> str:
    """The answer as it is, but for a string at its top, which would be taken for the catalogue's text."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # whatever a student wrote
        return source
    if ast.get_docstring(tree) is None:
        return source.strip("\n")
    return "\n".join(source.splitlines()[tree.body[0].end_lineno :]).strip("\n")
