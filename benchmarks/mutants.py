"""Runs every mutant of the reference answers: how many are killed by visible tests, by all tests, or explained.

Writes benchmarks/mutants.json:

    python -m benchmarks.mutants
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from benchmarks.machine import machine
from grading.build import HOME, assignment_names, read_assignment
from grading.mutants import BOUNDS, score

RESULT = Path(__file__).with_suffix(".json")


def measure(name: str) -> dict:
    """What became of the mutants of one assignment, and how long it took."""
    began = time.monotonic()
    found = score(read_assignment(HOME, name))
    for problem in found.problems:
        print(problem, flush=True)
    return {
        "mutants": found.mutants,
        "killed by visible tests alone": found.visible,
        "killed": found.killed,
        "explained": found.explained,
        "surviving": found.surviving,
        "killed or explained, %": round(100 * (found.killed + found.explained) / found.mutants, 2),
        "problems": found.problems,
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    """Run all assignments; the exit code is 1 if there is a problem."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    results = {"machine": machine(), "processor seconds a test part may use": BOUNDS.seconds, "assignments": {}}
    for name in assignment_names(HOME):
        found = results["assignments"][name] = measure(name)
        print(
            f"{name}: {found['mutants']} mutants, {found['killed by visible tests alone']} killed by visible tests "
            f"alone, {found['killed']} killed, {found['explained']} explained, {found['surviving']} surviving",
            flush=True,
        )
    RESULT.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 1 if any(found["problems"] for found in results["assignments"].values()) else 0


if __name__ == "__main__":
    sys.exit(main())
