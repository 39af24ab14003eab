"""Runs reference notebooks from top to bottom in a folder like a student's: seconds in all, and of the graded cells.

Each notebook runs twice without a network and without data beyond the workbook's own, first with empty caches (the
workbook's and matplotlib's), then with those that the first run left. Writes benchmarks/notebooks.json:

    python -m benchmarks.notebooks [a1 a2 a3] [--data FOLDER]

With `--data`, one more run finds its corpora and vectors below that folder, as if WORKBOOK_DATA named it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from benchmarks.machine import load, machine
from grading.build import HOME, assignment_names, copy_utils

RESULT = Path(__file__).with_suffix(".json")
LIMITS = {"a1": (60, 30), "a2": (180, 180), "a3": (240, 240)}  # seconds with empty caches, and after
GRADED_LIMITS = {"a1": 3, "a2": 5, "a3": 5}  # seconds of processor time of all graded cells together
TIMEOUT = 1800  # seconds, for one cell
COUNT_CELLS = """
import time as _time
from IPython import get_ipython as _get_ipython
_processor_seconds = [_time.process_time()]
_get_ipython().events.register("pre_run_cell", lambda info: _processor_seconds.append(_time.process_time()))
_get_ipython().events.register(
    "post_run_cell", lambda result: _processor_seconds.append(_time.process_time() - _processor_seconds.pop())
)
"""
TELL_COUNT = "import json as _json; print(_json.dumps(_processor_seconds[:-1]))"


def run(name: str, caches: Path, data: Path | None = None) -> dict:
    """Run the committed reference notebook once in a fresh folder and a fresh kernel. Raises where a cell fails.

    `caches` is the folder for what is kept from run to run.
    """
    notebook = nbformat.read(HOME / "source" / name / f"{name}.ipynb", as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    counting, telling = nbformat.v4.new_code_cell(COUNT_CELLS), nbformat.v4.new_code_cell(TELL_COUNT)
    notebook.cells = [counting, *notebook.cells, telling]
    before, own, began = load(), resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy_utils(Path(folder))
        client = NotebookClient(notebook, timeout=TIMEOUT, resources={"metadata": {"path": folder}})
        client.execute(env=_surroundings(caches, data))
    seconds, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    told = json.loads(telling.outputs[0].text)[1:]  # the first is the end of the cell that begins to count
    graded = [
        spent
        for cell, spent in zip(cells, told, strict=True)
        if cell.metadata.get("nbgrader", {}).get("grade") or cell.metadata.get("nbgrader", {}).get("solution")
    ]
    return {
        "seconds": round(seconds, 1),
        "processor seconds": round(used.ru_utime + used.ru_stime - own.ru_utime - own.ru_stime, 1),
        "processor seconds of all graded cells": round(sum(graded), 2),
        "processor seconds of the slowest graded cell": round(max(graded), 2),
        "load": {"before": before, "after": load()},
    }


def _surroundings(caches: Path, data: Path | None) -> dict[str, str]:
    """The environment of a computer without a network, and without data but that in the folder `data`."""
    empty = caches / "nothing"
    empty.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name != "WORKBOOK_DATA"}
    return kept | {
        "WORKBOOK_OFFLINE": "1",
        "WORKBOOK_CACHE": str(caches / "workbook"),
        "MPLCONFIGDIR": str(caches / "matplotlib"),
        "NLTK_DATA": str(empty),
        "GENSIM_DATA_DIR": str(empty),
        "HOME": str(empty),
        "USERPROFILE": str(empty),
        **({"WORKBOOK_DATA": str(data.resolve())} if data else {}),
    }


def measure(name: str, data: Path | None) -> dict:
    """The runs of one notebook: setting -> figures."""
    caches = Path(tempfile.mkdtemp(prefix="workbook-"))
    try:
        settings = [("empty caches", None), ("after", None), *([("after, with data", data)] if data else [])]
        return {setting: run(name, caches, place) for setting, place in settings}
    finally:
        shutil.rmtree(caches)


def beyond_limits(name: str, found: dict) -> list[str]:
    """What took longer than it may, in words."""
    limits = dict(zip(("empty caches", "after"), LIMITS.get(name, ()), strict=False))
    slow = [
        f"{name}, {setting}: {found[setting]['seconds']} seconds, {limit} wanted"
        for setting, limit in limits.items()
        if found[setting]["seconds"] > limit
    ]
    graded = max(figures["processor seconds of all graded cells"] for figures in found.values())
    if graded > GRADED_LIMITS.get(name, graded):
        slow.append(f"{name}: {graded} seconds of processor time in graded cells, {GRADED_LIMITS[name]} wanted")
    return slow


def main() -> int:
    """Measure the notebooks that are named, or all; the exit code is 1 if one took longer than it may."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("names", nargs="*", metavar="NAME", help="assignments (default: all)")
    options.add_argument("--data", type=Path, metavar="FOLDER", help="also run with the data in this folder")
    arguments = options.parse_args()
    if unknown := set(arguments.names) - set(assignment_names(HOME)):
        options.error(f"there is no assignment {min(unknown)}; there are {', '.join(assignment_names(HOME))}")
    results = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    slow = []
    for name in arguments.names or assignment_names(HOME):
        found = measure(name, arguments.data)
        results[name] = {"machine": machine(), "runs": found}
        for setting, figures in found.items():
            print(f"{name}, {setting}: {json.dumps(figures)}", flush=True)
        slow += beyond_limits(name, found)
        RESULT.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print("\n".join(slow) or "All within their limits.")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
