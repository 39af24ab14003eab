"""A student's kernel runs cells as a notebook does, within its limits, whatever the cells do."""

import json
import logging
import os
import time

import pytest
import zmq

from grading.limits import MIB, Boundary
from grading.processes import ProcessTree
from grading.sandbox import SandboxUnavailable, check_sandbox
from grading.seats import Door, Seat, seated
from grading.student import Cause, StudentKernel
from grading.wire import DELIMITER, LARGEST_MESSAGE, MOST_OUTPUTS, Message, Outputs, receive

try:
    check_sandbox()
    UNAVAILABLE = ""
except SandboxUnavailable as problem:
    UNAVAILABLE = str(problem)

needs_bubblewrap = pytest.mark.skipif(bool(UNAVAILABLE), reason=UNAVAILABLE)
CPU, WALL = 20.0, 100.0


def stream(text, name="stdout"):
    return Message("stream", "", {"name": name, "text": text})


class FakeSocket:
    """Gives one message of these frames, then has none."""

    def __init__(self, *frames: bytes):
        self.frames = [list(frames)]

    def recv_multipart(self, flags):
        if not self.frames:
            raise zmq.Again
        return self.frames.pop()


def frames(header, parent, content) -> list[bytes]:
    return [b"topic", DELIMITER, b"signature", *(json.dumps(part).encode() for part in (header, parent, {}, content))]


@pytest.mark.parametrize(
    "sent",
    [
        [b""],
        [b"x"] * 9,
        [DELIMITER],
        [DELIMITER, b"s", b"{", b"{}", b"{}", b"{}"],
        [DELIMITER, b"s", b"[" * 100_000, b"{}", b"{}", b"{}"],
        [DELIMITER, b"s", b"\xff", b"{}", b"{}", b"{}"],
        frames([], {}, {}),
        frames({"msg_type": "stream"}, {"msg_id": 7}, {}),
        frames({"msg_type": ["stream"]}, {"msg_id": "a"}, {}),
        frames({"msg_type": "stream"}, {"msg_id": "a"}, []),
        [*frames({"msg_type": "stream"}, {"msg_id": "a"}, {}), bytes(LARGEST_MESSAGE)],
    ],
)
def test_odd_messages(sent):
    """Is a message that is no message passed over?"""
    assert receive(FakeSocket(*sent)) is None


def test_large_contents_are_not_read():
    """Is of a large message only told that there was one, and of one with a large header nothing?"""
    sent = frames({"msg_type": "stream"}, {"msg_id": "a"}, {"text": "x" * 10_000})
    assert receive(FakeSocket(*sent), 5000) == Message("stream", "a", {}, cut=True)
    assert receive(FakeSocket(*sent)).content["text"] == "x" * 10_000
    assert receive(FakeSocket(*frames({"msg_type": "stream", "x": "x" * 10_000}, {"msg_id": "a"}, {}))) is None
    outputs = Outputs(limit=100)
    outputs.add(Message("stream", "a", {}, cut=True))
    assert "dropped" in outputs.finished()[0].text


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("stream", {"text": 7}),
        ("stream", {"name": [], "text": None}),
        ("stream", {"text": "\ud800 half a character"}),
        ("error", {"traceback": 3}),
        ("error", {"ename": {}, "evalue": [], "traceback": [{}, "\udfff"]}),
        ("display_data", {"data": [1]}),
        ("display_data", {"data": {"text/html": {"a": 1}, "x" * 1000: "y", "image/png": "\ud800"}}),
        ("execute_result", {"data": {"text/plain": "1"}, "execution_count": 2.5}),
        ("execute_result", {"data": {"text/plain": "1"}, "execution_count": True}),
        ("comm_open", {"data": "x"}),
        ("clear_output", {"wait": "perhaps"}),
    ],
)
def test_odd_outputs(kind, content):
    """Does odd content make a valid notebook that can be written, or nothing?"""
    import nbformat

    outputs = Outputs(limit=10_000)
    outputs.add(stream("before\n"))
    outputs.add(Message(kind, "", content))
    cell = nbformat.v4.new_code_cell("", outputs=outputs.finished())
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    json.dumps(cell, allow_nan=False).encode("utf-8")


def test_outputs_are_bounded():
    """Is what is beyond the limit dropped, and said in one line?"""
    outputs = Outputs(limit=100)
    for _ in range(1000):
        outputs.add(stream("é" * 30))
    outputs.add(Message("display_data", "", {"data": {"image/png": "A" * 1000}}))
    first, note = outputs.finished()
    assert len(first.text.encode()) <= 100 and first.text.startswith("é")
    assert "of a cell 100 bytes" in note.text and note.text.count("\n") == 1


def test_outputs_are_few():
    """Are tiny outputs without number cut, too, and is that said?"""
    outputs = Outputs(limit=10**9)
    for number in range(2 * MOST_OUTPUTS):
        kind = ("display_data", {"data": {"text/plain": "a"}}) if number % 2 else ("stream", {"text": "a"})
        outputs.add(Message(kind[0], "", kind[1]))
    assert len(outputs.finished()) == MOST_OUTPUTS + 1
    assert "was dropped" in outputs.finished()[-1].text


def test_outputs_within_the_limit():
    """Are streams joined, kept apart by name, and cleared when a cell says so?"""
    outputs = Outputs(limit=100)
    for text, name in [("a", "stdout"), ("b", "stdout"), ("c", "stderr")]:
        outputs.add(stream(text, name))
    assert [(output.name, output.text) for output in outputs.finished()] == [("stdout", "ab"), ("stderr", "c")]
    outputs.add(Message("clear_output", "", {"wait": True}))
    assert len(outputs.finished()) == 2
    outputs.add(stream("d"))
    assert [output.text for output in outputs.finished()] == ["d"]


def test_seat_of_a_stranger(tmp_path):
    """Is a connection from a process that is no fork of the kernel turned away?"""
    import socket

    with Door(tmp_path, "1") as door:
        assert door.visitor() is None
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(str(tmp_path / "1"))
        assert seated(door.visitor(), {os.getppid()}) is None
    with Door(tmp_path, "2") as door, caller, socket.socket(socket.AF_UNIX) as other:
        other.connect(str(tmp_path / "2"))
        seat = seated(door.visitor(), {os.getpid()})
        assert seat.pid == os.getpid()
        os.close(seat.handle)
        seat.connection.close()


@pytest.fixture(scope="module")
def patient():
    """A kernel for cells that leave it as it was."""
    kernel = StudentKernel(Boundary(), tests=5)
    kernel.start()
    yield kernel
    kernel.close()


def fresh_kernel(given=None, **limits) -> StudentKernel:
    kernel = StudentKernel(Boundary(**limits), given, tests=5)
    kernel.start()
    return kernel


def text_of(result) -> str:
    return "".join(output.get("text", "") + output.get("evalue", "") for output in result.outputs)


@pytest.mark.e2e
@needs_bubblewrap
class TestCells:
    def test_cell(self, patient):
        """Does a cell give the outputs that it gives in a notebook?"""
        result = patient.run_cell("import sys\nprint('hé', file=sys.stderr)\nx = 1\nx + 1", CPU, WALL)
        assert [(o.output_type, o.get("name"), o.get("text")) for o in result.outputs[:1]] == [
            ("stream", "stderr", "hé\n")
        ]
        assert result.outputs[1].data == {"text/plain": "2"}
        assert result.outputs[1].execution_count == result.execution_count
        assert (result.failed, result.cause, result.alive) == (False, None, True)

    def test_plot(self, patient):
        """Does a plot come out, by the ready-made list of fonts?"""
        result = patient.run_cell(
            "%matplotlib inline\nimport matplotlib.pyplot as plt, matplotlib, os\nplt.plot([1, 2]); plt.title('t'); plt.show()\n"
            "print([os.path.islink(os.path.join(matplotlib.get_cachedir(), n)) for n in os.listdir(matplotlib.get_cachedir())])",
            CPU,
            WALL,
        )
        assert "image/png" in result.outputs[0].data
        assert "[True]" in text_of(result)

    def test_exception(self, patient):
        """Is an exception an output, and the kernel ready for the next cell?"""
        result = patient.run_cell("[][1]", CPU, WALL)
        assert result.failed and result.alive and result.outputs[-1].ename == "IndexError"
        assert text_of(patient.run_cell("print('on')", CPU, WALL)) == "on\n"

    def test_input(self, patient):
        """Does a cell that asks for input end with an error, at once?"""
        result = patient.run_cell("input('name? ')", CPU, WALL)
        assert result.failed and result.alive and result.cause is None
        assert "input requests" in text_of(result)

    def test_large_output(self, patient):
        """Is a huge print cut, in the time of a small one?"""
        began = time.monotonic()
        result = patient.run_cell("print('x' * 50_000_000)", CPU, WALL)
        assert len(text_of(result)) < 1.1 * MIB and "was dropped" in text_of(result)
        assert result.cause is None and time.monotonic() - began < 30

    def test_output_of_a_whole_notebook(self):
        """Is the output of all cells together bounded, and what is missing said at each cell?"""
        kernel = fresh_kernel(output_size=100_000, notebook_output=250_000)
        try:
            results = [kernel.run_cell("print('x' * 90_000)", CPU, WALL) for _ in range(4)]
        finally:
            kernel.close()
        assert [len(text_of(result)) // 1000 for result in results] == [90, 90, 70, 0]
        assert ["was dropped" in text_of(result) for result in results] == [False, False, True, True]

    def test_large_messages(self, patient):
        """Is a message that is too large to be read only told of, at no cost, and is the kernel there afterwards?"""
        flood = (
            "from ipykernel.kernelapp import IPKernelApp\nkernel = IPKernelApp.instance().kernel\n"
            "for _ in range(20):\n"
            "    kernel.session.send(kernel.iopub_socket, 'stream', {'name': 'stdout', 'text': [[]] * 4_000_000},"
            " kernel.get_parent())\n"
        )
        began, before = time.monotonic(), time.process_time()
        result = patient.run_cell(flood + "print('on')", 20.0, WALL)
        assert "on" in text_of(result) and "was dropped" in text_of(result)
        assert (time.process_time() - before) < 2 + (time.monotonic() - began) / 3

    def test_endless_print(self, patient):
        """Is an endless print stopped, with the beginning of what it printed?"""
        result = patient.run_cell("while True:\n    print('x' * 1000)", 1.0, WALL)
        assert result.cause is Cause.TIME and result.alive
        assert text_of(result).startswith("xxx") and len(text_of(result)) < 1.1 * MIB

    def test_large_display(self, patient):
        """Is a display that is too large dropped, and the kernel still there?"""
        code = "from IPython.display import HTML, display\ndisplay(HTML('x' * {}))\nprint('after')"
        result = patient.run_cell(code.format(5 * MIB), CPU, WALL)
        assert "was dropped" in text_of(result)
        result = patient.run_cell(code.format(LARGEST_MESSAGE + MIB), CPU, WALL)
        assert result.alive and result.cause is None
        assert text_of(patient.run_cell("print('on')", CPU, WALL)) == "on\n"

    def test_endless_loop(self, patient):
        """Is an endless loop interrupted, and what was before it still there?"""
        patient.run_cell("kept = 42", CPU, WALL)
        result = patient.run_cell("while True: pass", 0.5, WALL)
        assert (result.cause, result.alive) == (Cause.TIME, True)
        assert 0.4 < result.cpu < 5
        assert text_of(patient.run_cell("print(kept)", CPU, WALL)) == "42\n"

    def test_sleep(self, patient):
        """Is a cell that only waits stopped by the clock?"""
        result = patient.run_cell("import time\ntime.sleep(1000)", CPU, 1.0)
        assert (result.cause, result.alive) == (Cause.WALL, True)
        assert result.cpu < 1

    def test_seat(self, patient):
        """Does the kernel fork at a test, with the state of that place, and go on undisturbed?"""
        patient.run_cell("state = 'here'", CPU, WALL)
        seat = patient.open_seat("q1_f__values", 1, 10.0)
        assert isinstance(seat, Seat)
        assert b"q1_f__values" in seat.connection.recv(1 << 16) and seat.peak_memory() > MIB
        assert text_of(patient.run_cell("print(state)", CPU, WALL)) == "here\n"
        assert seat.cpu() is not None
        seat.close()
        seat.close()
        assert text_of(patient.run_cell("print(state)", CPU, WALL)) == "here\n"

    def test_nothing_of_the_course(self, patient):
        """Is only what a notebook needs there: `utils`, but nothing of the grading, and no network?"""
        code = """
import os, socket
import utils.checks
print(utils.__file__, sorted(name for name in os.listdir('/workbook')))
try:
    import grading
except ModuleNotFoundError:
    print('no grading')
try:
    socket.create_connection(('192.0.2.1', 80), timeout=3)
except OSError:
    print('no network')
"""
        printed = text_of(patient.run_cell(code, CPU, WALL))
        assert printed.startswith("/workbook/utils/") and "no grading" in printed and "no network" in printed

    def test_limits(self, patient):
        """Are the limits set, and not to be raised?"""
        code = """
import resource
print([resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) for name in ('CORE', 'FSIZE', 'NOFILE', 'DATA')])
try:
    resource.setrlimit(resource.RLIMIT_DATA, (-1, -1))
except ValueError:
    print('kept')
"""
        boundary = Boundary()
        wanted = [(n, n) for n in (0, boundary.file_size, 256, boundary.memory)]
        assert text_of(patient.run_cell(code, CPU, WALL)) == f"{wanted}\nkept\n"


@pytest.mark.e2e
@needs_bubblewrap
@pytest.mark.parametrize(
    ("cell", "limits", "cause"),
    [
        ("import os\nos._exit(3)", {}, Cause.DIED),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", {}, Cause.DIED),
        ("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass", {}, Cause.TIME),
        (
            "import os, time\nfor _ in range(6):\n    if os.fork() == 0:\n        block = bytearray(200 * 2**20)\n"
            "        block[::4096] = b'x' * len(block[::4096])\n        time.sleep(60)\ntime.sleep(60)",
            {"memory": 500 * MIB},
            Cause.MEMORY,
        ),
        ("import os\nwhile True: os.fork()", {}, Cause.PROCESSES),
        ("for n in range(60_000): open(f'{n}', 'w').close()\nimport time; time.sleep(60)", {}, Cause.FILES),
    ],
    ids=["exit", "crash", "stubborn", "memory", "forks", "files"],
)
def test_deadly_cells(cell, limits, cause):
    """Does a cell that can't be stopped, or that ends the kernel, end the sandbox alone, with the right reason?"""
    kernel = fresh_kernel(**limits)
    try:
        first = kernel.tree.root
        result = kernel.run_cell(cell, 3.0, 40.0)
        assert (result.cause, result.alive, kernel.alive()) == (cause, False, False)
        assert not [process for process in ProcessTree(first).processes() if process.threads]
    finally:
        kernel.close()


@pytest.mark.e2e
@needs_bubblewrap
@pytest.mark.parametrize(
    ("attempt", "wanted"),
    [
        ("os.memfd_create('x')", "Function not implemented"),
        ("mmap.mmap(-1, 4096)", "Operation not permitted"),
        ("mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)", ""),
        ("mmap.mmap(os.open('/dev/zero', os.O_RDWR), 4096)", "No such device"),
        ("failed(ctypes.CDLL(None, use_errno=True).shmget(0, 4096, 0o1600))", "Function not implemented"),
        ("failed(ctypes.CDLL(None, use_errno=True).semget(0, 32_000, 0o1600))", "Function not implemented"),
        ("failed(ctypes.CDLL(None, use_errno=True).msgget(0, 0o1600))", "Function not implemented"),
        ("ctypes.CDLL(None).syscall(0x40000000 + 39)", ""),
        ("socket.socket(socket.AF_INET)", "Address family not supported by protocol"),
        ("socket.socket(socket.AF_VSOCK)", "Address family not supported by protocol"),
        ("one, other = socket.socketpair(); one.send(b'x'); assert other.recv(1) == b'x'", ""),
        ("assert sizes_of_buffers() == sizes_of_buffers(2**20)", ""),
        ("fcntl.lockf(open('locked', 'w'), fcntl.LOCK_EX); assert 'POSIX' not in open('/proc/locks').read()", ""),
        ("multiprocessing.Value('d').value", ""),
    ],
)
def test_uncounted_memory(patient, attempt, wanted):
    """Are memory that no watch from outside would see, and sockets that are not local, refused, and the usual kinds not?"""
    code = f"""
import ctypes, fcntl, mmap, multiprocessing, os, socket
def failed(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
def sizes_of_buffers(asked=0):
    with socket.socket(socket.AF_UNIX) as made:
        for option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
            if asked:
                made.setsockopt(socket.SOL_SOCKET, option, asked)
        return made.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF), made.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
try:
    {attempt}
except OSError as problem:
    print(problem.strerror, end='')
"""
    assert text_of(patient.run_cell(code, CPU, WALL)) == wanted


@pytest.mark.e2e
@needs_bubblewrap
def test_memory_error():
    """Is a hunger for memory in one process a MemoryError that the notebook survives?"""
    kernel = fresh_kernel(memory=400 * MIB)
    try:
        result = kernel.run_cell("hunger = [bytes(10**7) + b'x' for _ in range(1000)]", CPU, WALL)
        assert result.outputs[-1].ename == "MemoryError" and result.alive
        assert text_of(kernel.run_cell("print('on')", CPU, WALL)) == "on\n"
    finally:
        kernel.close()


@pytest.mark.e2e
@needs_bubblewrap
def test_fork_bomb_is_bounded():
    """Does a fork bomb stay below the limit of processes, so that the machine stays usable?"""
    kernel = fresh_kernel(processes=64)
    bomb = (
        "import os, time\nmost = 0\nfor n in range(500):\n    try:\n        if os.fork() == 0:\n            time.sleep(30); os._exit(0)\n"
        "        most = n + 1\n    except BlockingIOError:\n        break\nprint(most)\n"
    )
    try:
        kernel._crowded = lambda processes, share: False  # the limit itself is to be seen, not the watch
        printed = text_of(kernel.run_cell(bomb, CPU, WALL))
        assert 20 < int(printed) < 64 + 5
    finally:
        kernel.close()


@pytest.mark.e2e
@needs_bubblewrap
def test_given_files(tmp_path):
    """Are the given files there, free to be changed, and the originals safe?"""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.txt").write_text("one two")
    kernel = fresh_kernel(tmp_path)
    try:
        code = "print(open('data/words.txt').read())\nopen('data/words.txt', 'w').write('changed')\nopen('new', 'w').close()"
        assert text_of(kernel.run_cell(code, CPU, WALL)).startswith("one two")
    finally:
        kernel.close()
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    assert (tmp_path / "data" / "words.txt").read_text() == "one two"


@pytest.mark.e2e
@needs_bubblewrap
def test_leaves_nothing(tmp_path, monkeypatch):
    """Is nothing left in the temporary folder, the home and Jupyter's folders?"""
    import tempfile

    temporary, home = tmp_path / ("long-" * 25), tmp_path / "home"
    temporary.mkdir()
    home.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("HOME", str(home))
    kernel = fresh_kernel()
    try:
        assert isinstance(kernel.open_seat("q1_f__values", 1, 10.0), Seat)  # also below so long a path
        kernel.run_cell("open('x', 'w').write('y' * 1000)", CPU, WALL)
        written = [
            path for path in temporary.rglob("*") if path.is_file() and "y" * 1000 in path.read_text(errors="ignore")
        ]
        assert not written
    finally:
        kernel.close()
    assert not list(temporary.iterdir()) and not [path for path in home.rglob("*jupyter*")]


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("trap", "cause"),
    [
        ("lambda *a: None", Cause.SILENT),
        ("lambda *a: 1 / 0", Cause.SILENT),
        ("lambda *a: __import__('os')._exit(1)", Cause.DIED),
        ("lambda path, *a: __import__('socket').socket(1).connect(path)", Cause.SILENT),
    ],
    ids=["nothing", "exception", "exit", "itself"],
)
@needs_bubblewrap
def test_no_fork(monkeypatch, trap, cause):
    """Does a kernel that does not fork when it should cost that test alone?"""
    monkeypatch.setattr("grading.student.SEAT_SECONDS", 1.0)
    kernel = fresh_kernel()
    try:
        kernel.run_cell(f"import guest\nguest.open_seat = {trap}", CPU, WALL)
        assert kernel.open_seat("q1_f__values", 1, 10.0) is cause
        assert kernel.alive() is (cause is Cause.SILENT)
    finally:
        kernel.close()


@pytest.mark.e2e
def test_without_isolation(caplog):
    """Does isolation "none" run the same kernel, with a warning that can't be missed?"""
    with caplog.at_level(logging.WARNING):
        kernel = fresh_kernel(isolation="none")
    try:
        assert "STUDENT CODE RUNS WITH YOUR OWN RIGHTS" in caplog.text
        assert text_of(kernel.run_cell("print('plain')", CPU, WALL)) == "plain\n"
        assert isinstance(kernel.open_seat("q1_f__values", 1, 10.0), Seat)
        assert kernel.run_cell("while True: pass", 0.5, WALL).cause is Cause.TIME
    finally:
        kernel.close()
