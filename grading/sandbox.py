"""Puts a command into a sandbox of bubblewrap: a bare read-only system, private scratch, no network, no privileges.

What the command may use of time, memory and processes is limited by what runs inside (`grading.launch`) and watched
from outside (`grading.processes`).

An ordinary user runs bubblewrap directly. Root first builds the same view of the file system ("the stage", so that
folders below a private home can be reached), becomes a user that nobody else is, and then does as an ordinary user
does: limits on processes do not bind uid 0.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SYSTEM_FOLDERS = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
ETC = ("/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives")
INSIDE_UID = 1000
FIRST_SPARE_UID = 0x70000000  # far above what systems give to people and services
REFUSALS = ("namespace", "uid map", "Operation not permitted", "setting up loopback")
SHARED_MEMORY = 16 * 1024 * 1024

ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/scratch/home",
    "TMPDIR": "/scratch/tmp",
    "USER": "student",
    "LOGNAME": "student",
    "LANG": "C.UTF-8",
    "MPLCONFIGDIR": "/scratch/matplotlib",
    # one thread a process: the graders of a class run beside each other, and sums come out the same everywhere
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
}


class SandboxUnavailable(Exception):
    """Student code can't be isolated on this machine; the message is one sentence with the command that helps."""


@dataclass(frozen=True)
class Room:
    """What a sandboxed command sees besides the system and this Python: nothing but this.

    Its working folder is /scratch, a file system in memory; the folder for temporary files is part of it.
    """

    folders: Mapping[str, Path] = field(default_factory=dict)
    """Read-only: where a file or folder appears inside -> which one it is outside."""
    scratch_size: int = 128 * 1024 * 1024
    """Bytes that all files it writes may have together."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Additions to ENVIRONMENT."""


def sandboxed(
    command: Sequence[str], room: Room, status_fd: int | None = None, filter_fd: int | None = None
) -> tuple[list[str], dict[str, str]]:
    """The command line, and the whole environment to start it with, that run `command` in a sandbox.

    On `status_fd` bubblewrap writes one line of JSON; when the process of its "child-pid" ends, so does all of the
    sandbox. From `filter_fd` it reads a filter of system calls. The process that is started must inherit both.
    The sandbox also ends with the thread that starts it. Raises SandboxUnavailable.
    """
    bwrap = _bubblewrap()
    sources = [*python_folders(), *(path.resolve() for path in room.folders.values())]
    status = ["--json-status-fd", str(status_fd)] if status_fd is not None else []
    calls = ["--seccomp", str(filter_fd)] if filter_fd is not None else []
    inside = [*_isolation(), *calls, *_view(python_folders(), room), "--", *command]
    stage = [bwrap, *status, *_stage(sources)] if os.geteuid() == 0 else []
    line = [*stage, bwrap, *inside] if stage else [bwrap, *status, *inside]
    return line, {**ENVIRONMENT, **room.environment}


class Complaints:
    """What a sandbox says while it starts. A pipe, since the sandbox keeps it: a file could be filled from inside."""

    def __init__(self):
        self._reader, self.writer = os.pipe()
        os.set_blocking(self._reader, False)
        self._parts: list[bytes] = []

    def __enter__(self) -> Complaints:
        return self

    def __exit__(self, *exception) -> None:
        os.close(self._reader)
        os.close(self.writer)

    def said(self) -> str:
        """All that was said so far, as far as a pipe holds it."""
        try:
            while part := os.read(self._reader, 65536):
                self._parts.append(part)
        except BlockingIOError:
            pass
        return b"".join(self._parts).decode(errors="replace")


def check_sandbox(room: Room | None = None) -> None:
    """Start this Python in a sandbox once, in some 30 ms. Raises SandboxUnavailable."""
    command, environment = sandboxed([python_program(), "-I", "-S", "-c", ""], room or Room())
    ended = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    )
    if ended.returncode:
        raise SandboxUnavailable(why_refused(ended.stderr))


def why_refused(complaint: str) -> str:
    """One sentence, with the command that helps, for what bubblewrap said when it could not start."""
    said = complaint.strip().splitlines()[-1] if complaint.strip() else "it said nothing"
    for switch, wanted in (
        ("kernel.unprivileged_userns_clone", 1),
        ("kernel.apparmor_restrict_unprivileged_userns", 0),
        ("user.max_user_namespaces", 10000),
    ):
        if _sysctl(switch) == (1 if wanted == 0 else 0):
            return (
                f"The kernel refuses bubblewrap its namespaces ({said}); please type: sudo sysctl -w {switch}={wanted}"
            )
    if any(sign in said for sign in REFUSALS):
        return (
            f"The kernel refuses bubblewrap its namespaces ({said}); in a container, start it with them allowed: "
            "docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined …"
        )
    if "Permission denied" in said or "source path" in said:
        folders = " ".join(map(str, python_folders()))
        return f"The sandbox's user can't read this Python ({said}); please type: sudo chmod -R go+rX {folders}"
    return f"bubblewrap could not make the sandbox ({said}); please look whether this works: bwrap --ro-bind / / true"


def python_folders() -> list[Path]:
    """The folders that this Python needs, outside /usr: its virtual environment and its base installation."""
    named = [Path(sys.prefix), Path(sys.base_prefix)]
    found = dict.fromkeys(path for name in named for path in (name, name.resolve()))
    return [path for path in found if not path.is_relative_to("/usr") and ".." not in path.parts]


def python_program() -> str:
    """The path of this Python in and outside a sandbox, where it was started by one such as ../.venv/bin/python, too.

    The program itself may be a link: it is by the place of the link that Python finds a virtual environment.
    """
    program = Path(sys.executable)
    return str(program.parent.resolve() / program.name)


def _bubblewrap() -> str:
    if not sys.platform.startswith("linux"):
        raise SandboxUnavailable(
            "Grading needs Linux, where student code runs under bubblewrap; please grade on such a machine."
        )
    found = shutil.which("bwrap")
    if found is None:
        raise SandboxUnavailable(
            "Student code runs under bubblewrap, which is not installed; please type: sudo apt-get install bubblewrap"
        )
    return found


def _isolation() -> list[str]:
    """No namespace is shared with the machine, no capability is kept, no further namespace can be made."""
    return [
        *("--unshare-all", "--unshare-user", "--disable-userns", "--uid", str(INSIDE_UID), "--gid", str(INSIDE_UID)),
        *("--cap-drop", "ALL", "--die-with-parent", "--hostname", "sandbox"),
    ]


def _view(python: Sequence[Path], room: Room) -> list[str]:
    """The file system of the sandbox. Only /scratch and /dev/shm can be written, and both live in memory."""
    # /dev/zero is a way to memory that is not counted
    arguments = [*_system(), "--proc", "/proc", "--dev", "/dev", "--dev-bind", "/dev/null", "/dev/zero"]
    arguments += _binds({str(folder): folder for folder in python})
    arguments += _hidden_course(python)
    arguments += ["--size", str(SHARED_MEMORY), "--perms", "1777", "--tmpfs", "/dev/shm"]
    arguments += [
        "--size",
        str(room.scratch_size),
        "--tmpfs",
        "/scratch",
        "--dir",
        "/scratch/tmp",
        "--dir",
        "/scratch/home",
    ]
    arguments += ["--dir", "/scratch/matplotlib"]
    if not any(folder.is_relative_to("/tmp") for folder in python):
        arguments += ["--symlink", "scratch/tmp", "/tmp"]
    arguments += _binds(room.folders)
    return [*arguments, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/scratch"]


def _system() -> list[str]:
    arguments = ["--ro-bind", "/usr", "/usr"]
    for name in SYSTEM_FOLDERS:
        path = Path("/", name)
        if path.is_symlink():
            arguments += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            arguments += ["--ro-bind", str(path), str(path)]
    return arguments + _binds({path: Path(path) for path in ETC if Path(path).exists()})


def _binds(folders: Mapping[str, Path]) -> list[str]:
    arguments = []
    for inside, outside in folders.items():
        # else bubblewrap makes them for its own user alone
        for parent in reversed(Path(inside).parents[:-1]):
            arguments += ["--perms", "0755", "--dir", str(parent)]
        arguments += ["--ro-bind", str(outside.resolve()), inside]
    return arguments


def _hidden_course(python: Sequence[Path]) -> list[str]:
    """An empty folder over the course, where it lies inside a folder that is shown."""
    course = Path.cwd()
    shown = [Path("/usr"), *python]
    return ["--tmpfs", str(course)] if any(course.is_relative_to(folder) for folder in shown) else []


def _stage(sources: Iterable[Path]) -> list[str]:
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise SandboxUnavailable("Root grades by the program setpriv; please type: apt-get install util-linux")
    uid = str(FIRST_SPARE_UID + secrets.randbelow(2**24))
    return [
        # a namespace of processes of its own: a dying parent may not signal another user's child, but the end of the
        # namespace's first process, which is still root's, ends all in it
        *(
            "--unshare-pid",
            "--die-with-parent",
            "--cap-drop",
            "ALL",
            "--cap-add",
            "CAP_SETUID",
            "--cap-add",
            "CAP_SETGID",
        ),
        *(*_system(), "--dir", "/tmp", "--dev-bind", "/dev", "/dev", "--bind", "/proc", "/proc"),
        *(*_binds({str(path): path for path in sources}), "--"),
        *(setpriv, "--reuid", uid, "--regid", uid, "--clear-groups", "--"),
    ]


def _sysctl(name: str) -> int | None:
    try:
        return int(Path("/proc/sys", name.replace(".", "/")).read_text())
    except (OSError, ValueError):
        return None
