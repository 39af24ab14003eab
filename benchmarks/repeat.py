"""Examines the reference answers of an assignment again and again: every run must give every autograded point.

All runs of a setting are one grading run's: one examiner, one submission after the other. The second setting has two
endless loops beside it. Writes benchmarks/repeat.json:

    python -m benchmarks.repeat [--runs 50]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.machine import load, machine
from grading.build import HOME, make_notebook, read_assignment
from grading.engine import examine
from grading.examiner import Examiner
from grading.limits import Boundary
from grading.verdicts import Status

RESULT = Path(__file__).with_suffix(".json")
ASSIGNMENTS = ("a1", "a2")
HOGS = (0, 2)
HOG_SECONDS = 3600


def loop(seconds: float) -> None:
    """Keep a processor busy, but not for ever, whatever becomes of the one who started it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


@contextlib.contextmanager
def hogs(number: int) -> Iterator[None]:
    """So many endless loops beside what is done meanwhile."""
    started = [multiprocessing.Process(target=loop, args=(HOG_SECONDS,), daemon=True) for _ in range(number)]
    for process in started:
        process.start()
    try:
        yield
    finally:
        for process in started:
            process.kill()
            process.join()


def measure(name: str, runs: int) -> dict:
    """How many runs gave all points, what the others missed and why, and how long the slowest test took."""
    notebook = make_notebook(read_assignment(HOME, name))
    boundary = Boundary()
    examiner = Examiner(boundary)
    missed, slowest, seconds, before = [], 0.0, [], load()
    try:
        for run in range(1, runs + 1):
            began = time.monotonic()
            examination = examine(notebook, boundary, examiner)
            seconds.append(time.monotonic() - began)
            bad = [verdict for verdict in examination.verdicts if verdict.status is not Status.PASSED]
            if bad or examination.notes:
                told = {verdict.test: f"{verdict.status}: {verdict.reason}" for verdict in bad}
                missed.append({"run": run, "tests": told, "notes": examination.notes})
            slowest = max(slowest, *(verdict.cpu_seconds for verdict in examination.verdicts))
    finally:
        examiner.close()
    return {
        "runs": runs,
        "with all points": runs - len(missed),
        "points": sum(verdict.max_points for verdict in examination.verdicts),
        "missed": missed,
        "slowest test, processor seconds": round(slowest, 2),
        "allowed": boundary.cell_cpu,
        "seconds a run, median": round(statistics.median(seconds), 1),
        "load": {"before": before, "after": load()},
    }


def main() -> int:
    """Run both assignments in both settings; the exit code is 1 if a run missed a point."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--runs", type=int, default=50, help="how often each is examined (default: 50)")
    runs = options.parse_args().runs
    results = {"machine": machine(), "settings": {}}
    for number in HOGS:
        for name in ASSIGNMENTS:
            with hogs(number):
                found = measure(name, runs)
            setting = f"{name}, {number} processor hogs beside it"
            results["settings"][setting] = found
            print(f"{setting}: {found['with all points']} of {runs} runs gave all points", flush=True)
            for miss in found["missed"]:
                print(miss, flush=True)
    RESULT.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0 if all(not found["missed"] for found in results["settings"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())
