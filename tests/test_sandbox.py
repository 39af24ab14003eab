"""The sandbox shows nothing but what it is meant to, lets nothing out, and says what to type where it can't be had."""

import os
import signal
import subprocess
import sys
import time

import pytest

from grading import sandbox
from grading.sandbox import Room, SandboxUnavailable, check_sandbox, python_folders, sandboxed, why_refused

try:
    check_sandbox()
    UNAVAILABLE = ""
except SandboxUnavailable as problem:
    UNAVAILABLE = str(problem)

needs_bubblewrap = pytest.mark.skipif(bool(UNAVAILABLE), reason=UNAVAILABLE)
in_tmp = any(folder.is_relative_to("/tmp") for folder in python_folders())
needs_own_tmp = pytest.mark.skipif(in_tmp, reason="this Python lies in /tmp, which is then shown read-only")


def inside(code: str, room: Room | None = None) -> str:
    """What a Python program prints that runs in a sandbox."""
    command, environment = sandboxed([sys.executable, "-S", "-c", code], room or Room())
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@needs_bubblewrap
def test_environment(monkeypatch):
    """Is the environment ours alone, also that of bubblewrap's own process?"""
    monkeypatch.setenv("WORKBOOK_SECRET", "314159")
    seen = inside(
        "import os; print(sorted(os.environ)); print(open('/proc/1/environ').read())", Room(environment={"A": "1"})
    )
    assert "WORKBOOK_SECRET" not in seen and "314159" not in seen
    assert "'A'" in seen and "HOME=/scratch/home" in seen


@needs_bubblewrap
@needs_own_tmp
def test_no_files(tmp_path):
    """Is nothing of the course, of homes and of temporary folders there?"""
    (tmp_path / "gradebook.db").write_text("scores")
    course = os.path.dirname(os.path.dirname(sandbox.__file__))
    code = f"""
import os
print([os.path.exists(path) for path in {[str(tmp_path), course + "/source", course + "/submitted", "/etc/shadow"]!r}])
print(sorted(os.listdir('/')))
print(os.listdir('/tmp'), os.listdir('/scratch/home'))
"""
    lines = inside(code).splitlines()
    assert lines[0] == "[False, False, False, False]"
    assert not {"mnt", "media", "srv", "opt", "var", "run", "sys", "boot"} & set(eval(lines[1]))
    assert lines[2] == "[] []"


@needs_bubblewrap
def test_course_below_a_shown_folder(tmp_path, monkeypatch):
    """Is a course hidden that lies inside a folder which the sandbox shows?"""
    course = tmp_path / "python" / "course"
    course.mkdir(parents=True)
    (course / "gradebook.db").write_text("scores")
    (tmp_path / "python" / "module.py").write_text("")
    real = sandbox.python_folders()
    monkeypatch.setattr(sandbox, "python_folders", lambda: [*real, tmp_path / "python"])
    monkeypatch.chdir(course)
    code = f"import os; print(os.listdir({str(course)!r}), sorted(os.listdir({str(course.parent)!r})))"
    assert inside(code) == "[] ['course', 'module.py']"


@needs_bubblewrap
@needs_own_tmp
def test_only_scratch_is_writable():
    """Can files be written in scratch alone?"""
    code = """
import os
open('/scratch/x', 'w').close(), open('/tmp/x', 'w').close(), open('/dev/shm/x', 'w').close()
for folder in ('/', '/usr', '/etc', '/dev', '/proc', os.path.dirname(os.__file__)):
    try:
        open(folder + '/x', 'w').close()
    except OSError as problem:
        continue
    print(folder)
"""
    assert inside(code) == ""


@needs_bubblewrap
def test_scratch_is_bounded():
    """Does a disk that is full say so, within the size that was asked for?"""
    code = """
import os
file = os.open('/scratch/x', os.O_CREAT | os.O_WRONLY)
try:
    while True:
        os.write(file, bytes(2**20))
except OSError as problem:
    print(problem.strerror, os.fstat(file).st_size // 2**20)
"""
    assert inside(code, Room(scratch_size=8 * 2**20)) == "No space left on device 8"


@needs_bubblewrap
def test_no_privileges():
    """Is it an ordinary user without capabilities, who can't become more?"""
    code = """
import ctypes, os
status = dict(line.split(':', 1) for line in open('/proc/self/status'))
print(os.getuid(), {status[name].strip() for name in ('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb')})
print(status['NoNewPrivs'].strip(), ctypes.CDLL(None).unshare(0x10000000))
"""
    assert inside(code) == "1000 {'0000000000000000'}\n1 -1"


@needs_bubblewrap
@pytest.mark.skipif(os.geteuid() != 0, reason="only root has a user to change")
def test_root_is_left_outside():
    """Is the process, seen from outside, not root's, so that limits on processes hold?"""
    command, environment = sandboxed(["/bin/sleep", "60"], Room())
    with subprocess.Popen(command, env=environment) as process:
        try:
            assert _eventually(lambda: any(uid >= sandbox.FIRST_SPARE_UID for uid in _uids(process.pid)))
        finally:
            process.kill()


@needs_bubblewrap
def test_no_network():
    """Can't anything be reached, by address or by abstract socket?"""
    code = """
import socket
with open('/proc/net/dev') as lines:
    print([line.split(':')[0].strip() for line in lines][2:])
try:
    socket.create_connection(('192.0.2.1', 80), timeout=5)
except OSError as problem:
    print(problem.strerror)
"""
    assert inside(code) == "['lo']\nNetwork is unreachable"


@needs_bubblewrap
def test_no_other_processes():
    """Are the machine's processes out of sight and reach?"""
    assert inside("import os; print(sorted(int(n) for n in os.listdir('/proc') if n.isdigit())[0:3:2])") == "[1]"


@needs_bubblewrap
def test_ends_with_the_grader(tmp_path):
    """Does it end when the process that started it is killed?"""
    program = """
import subprocess, sys
from grading.sandbox import Room, sandboxed
command, environment = sandboxed(["/bin/sleep", sys.argv[1]], Room())
subprocess.Popen(command, env=environment)
sys.stdin.read()
"""
    seconds = f"{1000 + os.getpid()}.5"
    grader = subprocess.Popen([sys.executable, "-c", program, seconds], stdin=subprocess.PIPE)
    try:
        assert _eventually(lambda: _sleepers(seconds))
    finally:
        grader.send_signal(signal.SIGKILL)
        grader.communicate()
    assert _eventually(lambda: not _sleepers(seconds))


def test_not_installed(monkeypatch):
    """Does a missing bubblewrap give one sentence with the command?"""
    monkeypatch.setattr(sandbox.shutil, "which", lambda name: None)
    with pytest.raises(
        SandboxUnavailable, match=r"^[^\n]*not installed; please type: sudo apt-get install bubblewrap$"
    ):
        check_sandbox()


@pytest.mark.parametrize(
    ("switches", "said", "wanted"),
    [
        (
            {"kernel.unprivileged_userns_clone": 0},
            "bwrap: No permissions",
            "sysctl -w kernel.unprivileged_userns_clone=1",
        ),
        (
            {"kernel.apparmor_restrict_unprivileged_userns": 1},
            "bwrap: setting up uid map: Permission denied",
            "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ({"user.max_user_namespaces": 0}, "bwrap: No space left", "sysctl -w user.max_user_namespaces=10000"),
        ({}, "bwrap: No permissions to create new namespace", "docker run --security-opt seccomp=unconfined"),
        ({}, "bwrap: Can't find source path /x: Permission denied", "chmod -R go+rX"),
        ({}, "", "bwrap --ro-bind / / true"),
    ],
)
def test_refused(monkeypatch, switches, said, wanted):
    """Does each refusal of the kernel's give one sentence with the command that helps?"""
    monkeypatch.setattr(sandbox, "_sysctl", lambda name: switches.get(name))
    told = why_refused(said)
    assert wanted in told and "\n" not in told


@needs_bubblewrap
def test_refusal_is_told(monkeypatch):
    """Is a sandbox that does not start reported as such, with bubblewrap's own words?"""
    monkeypatch.setattr(sandbox, "ETC", (*sandbox.ETC, "/etc"))
    monkeypatch.setattr(sandbox, "_isolation", lambda: ["--no-such-option"])
    with pytest.raises(SandboxUnavailable, match="no-such-option"):
        check_sandbox()


def _eventually(condition, seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False


def _processes() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _sleepers(seconds: str) -> list[int]:
    found = []
    for pid in _processes():
        try:
            with open(f"/proc/{pid}/cmdline") as file:
                words = file.read().split("\0")
        except OSError:
            continue
        if words[:2] == ["/bin/sleep", seconds]:
            found.append(pid)
    return found


def _uids(root: int) -> set[int]:
    from grading.processes import ProcessTree

    return {os.stat(f"/proc/{process.pid}").st_uid for process in ProcessTree(root).processes()}


@needs_bubblewrap
def test_python_started_by_a_path_with_dots(tmp_path):
    """Does the sandbox start when this Python was started by a path such as ../.venv/bin/python?"""
    (tmp_path / "course").mkdir()
    program = (
        os.path.relpath(os.path.dirname(sys.executable), tmp_path / "course") + "/" + os.path.basename(sys.executable)
    )
    command = [program, "-c", "from grading.sandbox import check_sandbox; check_sandbox()"]
    ended = subprocess.run(command, cwd=tmp_path / "course", capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
