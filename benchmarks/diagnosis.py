"""How well known mistakes are told, and what it costs: `python -m benchmarks diagnosis`, kept in diagnosis.json.

The material stands in tests/rewrites, known wrong answers written anew by another hand and answers that are wrong in
ways outside the catalogue, and in tests/students, frequent mistakes of people who had seen only the released notebooks.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from grading.build import HOME, assignment_names, read_assignment
from grading.cases import Case, cases_of, run_cases
from grading.catalogue import Entry, read_catalogue
from grading.diagnosis import Outcome, knowledge
from grading.local import LocalResult
from grading.verdicts import Status
from utils.diagnosis import fingerprint

FOLDER = HOME / "tests" / "rewrites"
STUDENTS = HOME / "tests" / "students"
KEPT = Path(__file__).with_suffix(".json")


def answers(assignment: str, kind: str = "") -> list[Entry]:
    """The rewrites of an assignment, or (kind "outside") the answers from outside its catalogue."""
    return _entries(FOLDER / kind / assignment)


def students(assignment: str, kind: str) -> list[Entry]:
    """The right or wrong answers (kind "right", "wrong") of people who had seen only the released notebook."""
    return _entries(STUDENTS / assignment / kind)


def _entries(folder: Path) -> list[Entry]:
    paths = sorted(folder.glob("*/*.py"))
    return [Entry(path.parent.name, path.stem, path, path.read_text("utf-8"), "", ("unknown",)) for path in paths]


def run(assignment: str, entries: list[Entry]) -> Iterable[tuple[Case, dict[str, LocalResult]]]:
    """Each answer with the results of its own question's tests."""
    master = read_assignment(HOME, assignment)
    cases = [replace(case, only=case.entry.question) for case in cases_of(master, entries) if case.entry is not None]
    return run_cases(master, cases, workers=2)


def outcomes(results: dict[str, LocalResult]) -> list[Outcome]:
    """The results in the form in which they are diagnosed."""
    return [Outcome(test, result.status, result.hidden, result.seen) for test, result in results.items()]


def told(results: dict[str, LocalResult]) -> set[str]:
    """The mistakes that one answer is told, over all its tests."""
    return {mistake for known in knowledge().mistakes(outcomes(results)).values() for mistake in known}


def main() -> None:
    """Print and keep the figures."""
    figures = {}
    for name in assignment_names(HOME):
        rewrites = {"same": 0, "one of two": 0, "none": 0, "another": 0}
        for case, results in run(name, answers(name)):
            rewrites[_kind(f"{case.entry.question}/{case.entry.name}", told(results))] += 1
        outside = [bool(told(results)) for _, results in run(name, answers(name, "outside"))]
        blind = [bool(told(results)) for _, results in run(name, students(name, "wrong"))]
        wrong = [entry for entry in read_catalogue(read_assignment(HOME, name)) if entry.is_wrong]
        own = [(entry_name(case.entry), results) for case, results in run(name, wrong)]
        figures[name] = {
            "rewrites": rewrites,
            "outside the catalogue": {"answers": len(outside), "told a mistake all the same": sum(outside)},
            "frequent mistakes of students": {"answers": len(blind), "told a known mistake": sum(blind)},
            "catalogue": {
                "wrong answers": len(wrong),
                "told by themselves": sum(told(results) == {mistake} for mistake, results in own),
                "told with one other": sum(
                    mistake in told(results) and len(told(results)) == 2 for mistake, results in own
                ),
            },
            "seconds for one failing submission": max(_seconds(results) for _, results in own),
        }
        print(name, json.dumps(figures[name]))
    KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def entry_name(entry: Entry) -> str:
    return f"{entry.question}/{entry.name}"


def _kind(mistake: str, found: set[str]) -> str:
    if found == {mistake}:
        return "same"
    return "none" if not found else "one of two" if mistake in found else "another"


def _seconds(results: dict[str, LocalResult]) -> float:
    """Processor time to fingerprint a table of 300 × 300 for each failed test, and to find the mistake."""
    began = time.process_time()
    for result in results.values():
        if result.status is not Status.PASSED:
            fingerprint([[1.0] * 300] * 300)
    knowledge().mistakes(outcomes(results))
    return round(time.process_time() - began, 4)


if __name__ == "__main__":
    main()
