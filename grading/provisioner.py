"""Starts a student's kernel for jupyter_client: in a sandbox, or (isolation "none") as a plain process.

Kernel specs name it "workbook-sandbox" (pyproject.toml). What the sandbox is made of stands in `grading.sandbox`, what
runs first inside in `grading.launch`; cells and limits are the matter of `grading.student`.

The kernel makes its sockets in its own scratch folder, which lives in memory; from outside they are reached through
/proc/<first process of the sandbox>/root, so no folder of this machine has to be writable for students' code.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerBase
from traitlets import Instance, Integer, Unicode, default

from grading.fonts import font_list
from grading.limits import MIB, Boundary
from grading.processes import ProcessTree, number_inside, send
from grading.sandbox import ENVIRONMENT, Complaints, Room, SandboxUnavailable, python_program, sandboxed, why_refused
from grading.syscalls import student_filter

HERE = Path(__file__).parent
OPEN_FILES = 256
START_SECONDS = 60.0
DYING_SECONDS = 10.0
LOUD_WARNING = (
    "isolation = 'none': STUDENT CODE RUNS WITH YOUR OWN RIGHTS on this machine, free to read, change and send "
    "what you can. Never do this with real submissions."
)
PASSWD = "student:x:1000:1000::/scratch/home:/bin/sh\n"


class KernelNotStarted(RuntimeError):
    """The student's kernel did not come up: the grader's fault or the machine's, never the student's."""


class SandboxProvisioner(KernelProvisionerBase):
    """One kernel process with all that it starts. It ends with the thread that launched it."""

    boundary = Instance(Boundary)
    given = Unicode("", help="Folder whose files the notebook finds in its working folder; '' for none.")
    seats = Integer(0, help="How many forks for tests may live beside the processes that a submission may have.")

    @default("boundary")
    def _configured_boundary(self) -> Boundary:
        return Boundary(parent=self)

    process: subprocess.Popen | None = None
    outermost: int | None = None
    """The process with which all of the sandbox ends."""
    first: int | None = None
    """The first process inside the sandbox; without one, the kernel itself."""
    kernel: int | None = None
    """The kernel's process, as seen from outside."""

    @property
    def has_process(self) -> bool:
        return self.process is not None

    @property
    def isolated(self) -> bool:
        return self.boundary.isolation == "bubblewrap"

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Lay out the folder that the kernel reads: its connection, its limits, our modules."""
        self.folder = Path(tempfile.mkdtemp(prefix="workbook-"))  # for this user alone
        try:
            self._lay_out()
        except BaseException:  # a full disk: what is there already goes, too
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return await super().pre_launch(
            cmd=[python_program(), str(self.inside / "launch.py"), str(self.inside / "launch.json")]
        )

    def _lay_out(self) -> None:
        self.shared = self.folder / "shared"  # what the sandbox's user may read
        (self.shared / "seats").mkdir(parents=True, mode=0o755)
        self.scratch = Path("/scratch") if self.isolated else self.folder / "scratch"
        self.inside = Path("/workbook") if self.isolated else self.shared
        manager = self.parent
        manager.transport, manager.ip = "ipc", str(self.scratch / "run" / "kernel")
        manager.connection_file = str(self.folder / "connection.json")
        manager.write_connection_file()
        self.connection_info = manager.get_connection_info()
        self._share()

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start it and wait until its sockets are there. Raises SandboxUnavailable or KernelNotStarted."""
        with Complaints() as complaints:
            try:
                if self.isolated:
                    self._launch_sandbox(cmd, complaints)
                else:
                    self.log.warning(LOUD_WARNING)
                    self._launch_plain(cmd, complaints)
                await self._wait_for_sockets(complaints)
            except (KernelNotStarted, SandboxUnavailable):
                await self.kill()
                await self.cleanup()
                raise
        root = f"/proc/{self.first}/root" if self.isolated else ""
        self.connection_info = {**self.connection_info, "ip": root + self.connection_info["ip"]}
        return self.connection_info

    async def poll(self) -> int | None:
        return 0 if self.process is None else self.process.poll()

    async def wait(self) -> int | None:
        if self.process is None:
            return 0
        while (code := self.process.poll()) is None:
            await asyncio.sleep(0.005)
        return code

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel itself, not to what it started."""
        if self.kernel is not None and await self.poll() is None:
            send(self.kernel, signal.Signals(signum))

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and everything that it started."""
        if self.process is None:
            return
        if self.outermost is not None:
            if not self.isolated:
                ProcessTree(self.outermost).end_all_but([])
            send(self.outermost, signal.SIGKILL)
            try:
                self.process.wait(DYING_SECONDS)  # bubblewrap ends when all inside has ended
            except subprocess.TimeoutExpired:
                self.log.warning("A sandbox takes long to end.")
        self.process.kill()
        self.process.wait()

    async def terminate(self, restart: bool = False) -> None:
        await self.kill(restart)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove what was laid out."""
        self.process = self.outermost = self.first = self.kernel = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def _share(self) -> None:
        """Fill the folder that the kernel's side may read. Copies, since that side may be another user."""
        fonts = font_list(self.shared)
        for module in ("launch.py", "optional_imports.py", "guest.py", "codec.py"):
            shutil.copyfile(HERE / module, self.shared / module)
        if self.given:
            shutil.copytree(self.given, self.shared / "given", ignore=_not_given, copy_function=shutil.copyfile)
        (self.shared / "passwd").write_text(PASSWD)
        shutil.copyfile(self.folder / "connection.json", self.shared / "connection.json")
        settings = {
            "connection": str(self.inside / "connection.json"),
            "scratch": str(self.scratch),
            "given": str(self.inside / "given") if self.given else None,
            "fonts": fonts and str(self.inside / fonts.name),
            "output_size": self.boundary.output_size,
            "limits": self._limits(),
        }
        (self.shared / "launch.json").write_text(json.dumps(settings))
        utils = HERE.parent / "utils"
        if self.isolated:
            (self.shared / "utils").mkdir()  # what bubblewrap mounts onto must be there
            folders = {"/workbook": self.shared, "/workbook/utils": utils, "/etc/passwd": self.shared / "passwd"}
            self.room = Room(folders, self.boundary.scratch_size)
        else:
            self.scratch.mkdir()
            (self.shared / "utils").symlink_to(utils)
        for path in [self.shared, *self.shared.rglob("*")]:  # whatever this user's umask is
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() else 0o644)

    def _limits(self) -> dict[str, int]:
        """Limits of each process. DATA bounds what it holds; AS also what it only reserves, so it must be wider."""
        boundary = self.boundary
        limits = {
            "CORE": 0,
            "MEMLOCK": 0,
            "NOFILE": OPEN_FILES,
            "FSIZE": boundary.file_size,
            "DATA": boundary.memory,
            "AS": boundary.memory + 2048 * MIB,
            "CPU": int((boundary.notebook_cpu + boundary.own_cpu) * 1.5) + 5,
        }
        if self.isolated:
            limits["NPROC"] = boundary.processes + self.seats + _tasks_counted_with_ours()
        return limits

    def _launch_sandbox(self, cmd: list[str], complaints: Complaints) -> None:
        status, writer = os.pipe()
        calls = _filter()
        try:
            command, environment = sandboxed(cmd, self.room, writer, calls)
            self.process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints.writer,
                pass_fds=(writer,) if calls is None else (writer, calls),
                start_new_session=True,  # no terminal to type into, and Ctrl-C is for the grader
                cwd="/",
            )
        finally:
            os.close(writer)
            if calls is not None:
                os.close(calls)
        with open(status, encoding="utf-8") as lines:
            line = lines.readline()
        if not line:
            self.process.wait()
            raise SandboxUnavailable(why_refused(complaints.said()))
        self.outermost = json.loads(line)["child-pid"]

    def _launch_plain(self, cmd: list[str], complaints: Complaints) -> None:
        scratch = {"HOME": str(self.scratch / "home"), "MPLCONFIGDIR": str(self.scratch / "matplotlib")}
        self.process = subprocess.Popen(
            cmd,
            env={**ENVIRONMENT, **scratch, "PATH": os.environ["PATH"], "TMPDIR": str(self.scratch / "tmp")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints.writer,
            start_new_session=True,
            cwd="/",
        )
        self.outermost = self.first = self.kernel = self.process.pid

    async def _wait_for_sockets(self, complaints: Complaints) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._listens():
            if self.process.poll() is not None:
                said = complaints.said()
                if said.startswith("bwrap:"):
                    raise SandboxUnavailable(why_refused(said))
                raise KernelNotStarted(
                    f"The student's kernel ended while it started: {said[-2000:] or 'it said nothing'}"
                )
            if time.monotonic() > deadline:
                raise KernelNotStarted(f"The student's kernel was not ready after {START_SECONDS:.0f} s.")
            await asyncio.sleep(0.01)

    def _listens(self) -> bool:
        """Whether the kernel has made its sockets; then it is also known which process it is."""
        if self.isolated and not self._find_kernel():
            return False
        root = f"/proc/{self.first}/root" if self.isolated else ""
        info = self.connection_info
        return os.path.exists(f"{root}{info['ip']}-{info['hb_port']}")  # the last one that it makes

    def _find_kernel(self) -> bool:
        """Whether the kernel's process is there: a child of the sandbox's first one, and may have children itself."""
        processes = ProcessTree(self.outermost).processes()
        firsts = [process.pid for process in processes if number_inside(process.pid) == 1]
        self.first = firsts[-1] if firsts else None
        self.kernel = next((process.pid for process in processes if process.parent == self.first), None)
        return self.kernel is not None


def _not_given(folder: str, names: list[str]) -> list[str]:
    """What is not handed on of the given files: notebooks (tests may be in them), `utils` (ours is there), links."""
    paths = [Path(folder, name) for name in names]
    return [
        path.name
        for path in paths
        if path.suffix == ".ipynb" or path.name == "utils" or path.is_symlink() or not (path.is_file() or path.is_dir())
    ]


def _filter() -> int | None:
    """A descriptor from which bubblewrap can read the filter of system calls."""
    program = student_filter()
    if program is None:
        return None
    handle = os.memfd_create("filter", 0)
    os.write(handle, program)
    os.lseek(handle, 0, os.SEEK_SET)
    return handle


def _tasks_counted_with_ours() -> int:
    """How many of this user's processes and threads the kernel counts with a sandbox's own: none since Linux 5.14."""
    release = tuple(int(part) for part in platform.release().split("-")[0].split(".")[:2])
    if release >= (5, 14) or os.geteuid() == 0:
        return 0
    return sum(
        p.info["num_threads"] or 0
        for p in psutil.process_iter(["uids", "num_threads"])
        if p.info["uids"].real == os.getuid()
    )
