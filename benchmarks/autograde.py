"""Measures the processor time of plain `nbgrader autograde`, behind the boundary and as stock nbgrader does it.

Each way grades the same submissions in a course of its own, one after the other in turn; the figure is the median of
the ratios. The boundary skips long runs and gives numpy one thread. So that only equal work is compared, the target
is for the ratio to a stock nbgrader that does the same ("stock, same work"). Writes benchmarks/autograde.json:

    python -m benchmarks.autograde [--repetitions 5]
"""

from __future__ import annotations

import argparse
import copy
import json
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from benchmarks.machine import NoCounter, load, machine, processor_seconds
from grading.build import HOME, build_source, generate_release, read_assignment
from grading.catalogue import read_catalogue
from grading.demo_class import CLASS
from grading.demo_desk import Desk
from grading.sandbox import ENVIRONMENT

RESULT = Path(__file__).with_suffix(".json")
TARGET = 1.6
BOUNDARY = "from grading.autograde import install"
STOCK, SAME_WORK, OURS = "stock", "stock, same work", "boundary"
ONE_THREAD = ["env", *(f"{name}=1" for name in ENVIRONMENT if name.endswith("_NUM_THREADS"))]


@dataclass(frozen=True)
class Case:
    """What is graded: the first members of the demonstration class of one assignment; the very first is all right."""

    name: str
    assignment: str
    members: int


CASES = (
    Case("a1, the reference", "a1", 1),
    Case("a2, the reference", "a2", 1),
    Case("a2, a class of five", "a2", 5),
)


def make_course(folder: Path, case: Case, kind: str) -> Path:
    """A course with the submissions of a case; the stock ones have the same settings less the boundary."""
    course = folder / kind
    course.mkdir(parents=True)
    settings = (HOME / "nbgrader_config.py").read_text(encoding="utf-8")
    if kind != OURS:
        settings = settings[: settings.index(BOUNDARY)]
    (course / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    master = read_assignment(HOME, case.assignment)
    build_source(master, course)
    release = nbformat.read(generate_release(course, master.name), as_version=4)
    entries = read_catalogue(master)
    for member in CLASS[case.assignment][: case.members]:
        notebook = copy.deepcopy(release)
        if kind == SAME_WORK:
            notebook.cells = [cell for cell in notebook.cells if not cell.metadata.get("workbook", {}).get("long")]
        member.hand_in(Desk(master, entries, notebook, course / "submitted" / member.id / master.name))
    return course


def grade(course: Path, case: Case) -> float:
    """Seconds of processor time of one grading of all submissions."""
    command = [sys.executable, "-m", "nbgrader", "autograde", case.assignment, "--force"]
    if course.name == SAME_WORK:
        command = [*ONE_THREAD, *command]
    return processor_seconds(command, course, course / "autograde.log")


def points(course: Path, case: Case) -> dict[str, float]:
    """What the members got."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "word2vec") as gradebook:
        submissions = gradebook.assignment_submissions(case.assignment)
        return {submission.student.id: submission.score for submission in submissions}


def measure(case: Case, repetitions: int, folder: Path) -> dict:
    """The seconds of every run and the median ratio; also the points, which must be the same both ways."""
    courses = {kind: make_course(folder, case, kind) for kind in (STOCK, SAME_WORK, OURS)}
    seconds: dict[str, list[float]] = {kind: [] for kind in courses}
    before = load()
    for _ in range(repetitions):
        for kind, course in courses.items():
            seconds[kind].append(round(grade(course, case), 2))
    got = {kind: points(course, case) for kind, course in courses.items()}
    return {
        "ratio": ratio(seconds[OURS], seconds[SAME_WORK]),
        "ratio to plain stock": ratio(seconds[OURS], seconds[STOCK]),
        "median seconds": {kind: round(statistics.median(values), 2) for kind, values in seconds.items()},
        "seconds": seconds,
        "points": got[OURS],
        "same points": all(each == got[OURS] for each in got.values()),
        "load": {"before": before, "after": load()},
    }


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios of runs that were next to each other."""
    return round(statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True)), 2)


def main() -> int:
    """Measure all cases; the exit code is 1 where a ratio is above the target or the points differ."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--repetitions", type=int, default=5, help="how often each way is measured (default: 5)")
    repetitions = options.parse_args().repetitions
    results = {"target": TARGET, "machine": machine(), "cases": {}}
    for case in CASES:
        with tempfile.TemporaryDirectory(prefix="workbook-measure-") as folder:
            try:
                found = results["cases"][case.name] = measure(case, repetitions, Path(folder))
            except NoCounter as problem:
                print(problem)
                return 1
        told = [f"{kind} {value:.1f} s" for kind, value in found["median seconds"].items()]
        told += [f"ratio {found['ratio']:.2f}"] + ["THE POINTS DIFFER"] * (not found["same points"])
        print(f"{case.name}:", ", ".join(told), flush=True)
    RESULT.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    good = (found["same points"] and found["ratio"] <= TARGET for found in results["cases"].values())
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
