"""Starts the student's kernel, as the first thing that runs inside the sandbox: limits, folders, then ipykernel.

Bound into the sandbox with `optional_imports.py` beside it; it imports nothing else of `grading`. What it is told
stands in a JSON file, its only argument (written by `grading.provisioner`). Nothing here guards a secret: students'
code can undo whatever is Python.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import warnings
from pathlib import Path

from ipykernel.iostream import OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from optional_imports import OptionalImports  # beside this file in the sandbox

EXIT = "exit() or quit()"
RESTART = "a restart or shutdown of the kernel"


class BoundedStream(OutStream):
    """Hands on so many characters of one cell and drops the rest at once, so that endless printing costs no memory.

    One character more than `limit` passes: by that the grader sees that there was more.
    """

    limit = 2**20

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._cell, self._room = None, 0

    def write(self, string):
        cell = self.parent_header.get("msg_id") if self.parent_header else None
        if cell != self._cell:
            self._cell, self._room = cell, self.limit + 1
        kept = string[: self._room] if isinstance(string, str) else string
        self._room -= len(kept)
        if kept:
            super().write(kept)
        return len(string)


class StayingShell(ZMQInteractiveShell):
    """A cell that asks for the notebook's end (exit, quit, sys.exit()) is ended, says so, and the notebook goes on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.ast_transformers.append(OptionalImports())

    def ask_exit(self):
        raise SystemExit(EXIT)

    def _update_exit_now(self, change):  # ipykernel would stop its loop here
        pass

    def _showtraceback(self, etype, evalue, stb):
        if issubclass(etype, SystemExit):
            code = evalue.code
            asked = code if type(code) is str and code in (EXIT, RESTART) else "sys.exit()"
            evalue = f"The cell ended here, by {asked}. When grading, the notebook goes on with its next cell."
            stb = [evalue]
        super()._showtraceback(etype, evalue, stb)


class StayingKernel(IPythonKernel):
    """A kernel that is ended from outside alone."""

    shell_class = StayingShell

    def do_shutdown(self, restart):
        raise SystemExit(RESTART)


def set_limits(limits: dict[str, int]) -> None:
    """Set resource limits by their short names ("AS", "NPROC", …), not to be raised again."""
    for name, wanted in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}")
        _, most = resource.getrlimit(kind)
        value = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(kind, (value, value))


def prepare(scratch: Path, given: Path | None, fonts: Path | None) -> None:
    """Make the folders that a notebook expects, the assignment's given files in the working one."""
    for name in ("home", "tmp", "matplotlib", "run"):
        (scratch / name).mkdir(exist_ok=True)
    if fonts is not None:
        (scratch / "matplotlib" / fonts.name).symlink_to(fonts)
    work = scratch / "work"
    if given is None:
        work.mkdir()
    else:
        shutil.copytree(given, work, symlinks=True, copy_function=shutil.copyfile)
    os.chdir(work)


def main() -> None:
    settings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    given, fonts = settings["given"], settings["fonts"]
    prepare(Path(settings["scratch"]), given and Path(given), fonts and Path(fonts))
    set_limits(settings["limits"])
    BoundedStream.limit = settings["output_size"]
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # from here on nothing reaches the grader's own streams
        os.dup2(nowhere, descriptor)
    warnings.filterwarnings("ignore", "To exit: use")  # IPython's advice after a SystemExit
    IPKernelApp.launch_instance(
        [
            *("-f", settings["connection"]),
            "--HistoryManager.enabled=False",
            "--IPKernelApp.outstream_class=launch.BoundedStream",
            "--IPKernelApp.kernel_class=launch.StayingKernel",
        ]
    )


if __name__ == "__main__":
    sys.modules["launch"] = sys.modules["__main__"]
    main()
