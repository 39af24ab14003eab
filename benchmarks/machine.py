"""The machine that measures run on: what it is, how busy; and the processor time of all processes of a command."""

from __future__ import annotations

import contextlib
import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

JOIN = 'echo $$ > "$0/cgroup.procs" && exec "$@"'
ENDING_SECONDS = 10.0


class NoCounter(Exception):
    """Processor time can't be counted here; the message is one sentence with the command that helps."""


def machine() -> dict:
    """What a result depends on besides the product."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "not known")
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "kernel": ".".join(platform.release().split(".")[:2]),
        "user": "root" if os.geteuid() == 0 else "ordinary",
        "load": load(),
    }


def load() -> list[float]:
    """How many processes ran or waited to run, on average over the last 1, 5 and 15 minutes."""
    return [round(value, 1) for value in os.getloadavg()]


def processor_seconds(command: Sequence[str], cwd: Path, log: Path) -> float:
    """Run a command; the user and system seconds of all processes that it started, whoever waited for them.

    They are counted by a control group, since a process's own account leaves out children that nobody waits for, such
    as those of a sandbox. Raises NoCounter, or CalledProcessError where the command fails.
    """
    with _group() as group, log.open("w", encoding="utf-8") as words:
        line = ["sh", "-c", JOIN, str(group), *command]
        subprocess.run(line, cwd=cwd, stdout=words, stderr=subprocess.STDOUT, check=True)
        _wait_for_the_last(group)
        return _usage(group)


@contextlib.contextmanager
def _group() -> Iterator[Path]:
    try:
        group = Path(tempfile.mkdtemp(prefix="workbook-", dir=_place()))
    except OSError as error:
        raise NoCounter(
            f"Processor time is counted by a control group, and none can be made here ({error.strerror}). "
            "As root it can; else type: systemd-run --user --scope python -m benchmarks autograde"
        ) from error
    try:
        yield group
    finally:
        group.rmdir()


def _place() -> Path:
    """The folder in which a control group of ours can be made: version 2, or the counter of version 1."""
    root = Path("/sys/fs/cgroup")
    if (root / "cgroup.procs").exists():
        entries = Path("/proc/self/cgroup").read_text(encoding="utf-8").split()
        return root / next(entry for entry in entries if entry.startswith("0::"))[3:].lstrip("/")
    return root / "cpuacct"


def _usage(group: Path) -> float:
    counter = group / "cpuacct.usage"
    if counter.exists():
        return int(counter.read_text()) / 1e9
    lines = (group / "cpu.stat").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("usage_usec")) / 1e6


def _wait_for_the_last(group: Path) -> None:
    """Processes that were killed may take a moment to end."""
    deadline = time.monotonic() + ENDING_SECONDS
    while (group / "cgroup.procs").read_text().strip() and time.monotonic() < deadline:
        time.sleep(0.05)
