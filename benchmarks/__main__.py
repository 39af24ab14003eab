"""Runs what `make measure` runs: `python -m benchmarks` for all, `python -m benchmarks autograde` for some by name."""

from __future__ import annotations

import subprocess
import sys

MEASURES = {
    "autograde": "processor time of `nbgrader autograde`: stock, and behind the boundary",
    "diagnosis": "known mistakes, written anew by another hand: how many are told, and what that costs",
    "mutants": "every mutant of the reference answers: killed by visible tests, killed by all tests, explained",
    "notebooks": "the reference notebooks from top to bottom, offline: seconds with empty caches and after",
    "repeat": "the reference answers examined 50 times in a row, also with two processor hogs beside them",
}


def main(wanted: list[str]) -> int:
    """Run the measures that are wanted, each in a process of its own; the exit code is that of the worst."""
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown:
        print(f"There is no measure `{unknown[0]}`. Type: python -m benchmarks {' | '.join(MEASURES)}")
        return 2
    codes = []
    for name in wanted or MEASURES:
        print(f"{name}: {MEASURES[name]}", flush=True)
        codes.append(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
