"""The unlucky and hostile members of the demonstration class: what they hand in.

All are bounded: a few hundred processes, a few gigabytes asked for, connections to this machine only.
"""

from __future__ import annotations

import ast

from nbformat.v4 import new_markdown_cell, new_output

from grading.demo_desk import Desk, Member
from grading.master import Role

FORGERY = """
import ast, builtins
import utils.checks
utils.checks.Outcome.fail = lambda *args, **kwargs: None
utils.checks.Outcome.close_to = utils.checks.Outcome.equals = lambda *args, **kwargs: None
utils.checks.call = lambda *args, **kwargs: utils.checks.Outcome("", None)
builtins.AssertionError = KeyboardInterrupt
shell = get_ipython()
shell.ast_transformers.append(type("Drop", (), {"visit": lambda self, node: ast.parse("100")})())
shell.run_cell = lambda *args, **kwargs: None
"""

KNOCK = """
import socket
try:
    socket.create_connection(("127.0.0.1", 22), 1)
except OSError as error:
    print(error)
"""

MANY_PROCESSES = """
import os, time
started = 0
try:
    for _ in range(400):
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
        started += 1
except OSError as error:
    print("refused:", error.strerror)
"""

NOISE = """

import functools, sys, warnings

def noisy(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        warnings.warn("this is deprecated")
        print("called", file=sys.stderr)
        return function(*args, **kwargs)
    return wrapper
"""

SCRIPT = """<script>document.title='taken'</script>
<img src=x onerror="document.title='taken'"><a href="javascript:1">here</a>
<iframe srcdoc="<script>parent.document.title='taken'</script>"></iframe>"""

SEARCH = """
import gc, os
seen = []
for top in ("/", os.path.expanduser("~"), os.getcwd(), ".."):
    for folder, _, files in os.walk(top):
        if not folder.startswith(("/proc", "/sys", "/usr")):
            seen += [file for file in files if file == "gradebook.db" or file.endswith(".ipynb")]
marker = "BEGIN" + " HIDDEN"
cells = [thing for thing in gc.get_objects() if isinstance(thing, dict) and "source" in thing]
seen += ["a hidden test" for cell in cells if marker in str(cell["source"])]
print("found", seen)
"""

STUBBORN = """
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        pass
"""


def forged_verdicts(desk: Desk) -> None:
    """Blank, with a cell that patches the checks, the built-ins and the shell, and with scores as outputs."""
    desk.add_code(FORGERY)
    for test in desk.master.having(Role.TEST):
        desk.cell(test.id).outputs = [new_output("execute_result", {"text/plain": "100"}, execution_count=1)]
    desk.save()


def forged_tags(desk: Desk) -> None:
    """Blank, with tags, points, kernel and tests of its own."""
    desk.notebook.metadata.kernelspec = {"name": "bash", "display_name": "bash", "language": "bash"}
    for test in desk.master.having(Role.TEST):
        cell = desk.cell(test.id)
        cell.metadata.tags = ["skip-execution", "raises-exception"]
        cell.metadata.nbgrader.points = 1000
        cell.source = "print('passed')"
    desk.save()


def links(desk: Desk) -> None:
    """All right, beside a link to a system file and modules that would shadow the real ones."""
    desk.answer_all()
    desk.save()
    (desk.folder / "notes.txt").symlink_to("/etc/hostname")
    (desk.folder / "utils").mkdir()
    for shadow in ("numpy.py", "utils/__init__.py"):
        (desk.folder / shadow).write_text("raise SystemExit\n", encoding="utf-8")


def network(desk: Desk) -> None:
    """All right, with a cell that tries to reach a server of this machine."""
    desk.answer_all()
    desk.add_code(KNOCK)
    desk.save()


def memory(desk: Desk) -> None:
    """The second answer asks for more memory than it may have."""
    desk.answer_all()
    desk.spoil(desk.master.questions[1], "return bytearray(2**34)")
    desk.save()


def forks(desk: Desk) -> None:
    """All right, with a cell that starts 400 processes."""
    desk.answer_all()
    desk.add_code(MANY_PROCESSES)
    desk.save()


def killed_kernel(desk: Desk) -> None:
    """All right, with a cell in the middle that kills the kernel."""
    desk.answer_all()
    place = desk.notebook.cells.index(desk.cell(desk.master.questions[1]))
    desk.add_code("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", place)
    desk.save()


def warnings(desk: Desk) -> None:
    """All right, with a warning and a line on stderr at each call of the first answer."""
    desk.answer_all()
    cell = desk.cell(desk.master.questions[0])
    name = next(node.name for node in ast.parse(cell.source).body if isinstance(node, ast.FunctionDef))
    cell.source += f"{NOISE}\n{name} = noisy({name})"
    desk.save()


def markup(desk: Desk) -> None:
    """All right, with scripts in a text cell, in outputs and in the written answers."""
    desk.answer_all()
    desk.notebook.cells.insert(1, new_markdown_cell(SCRIPT))
    desk.add_code(
        f"from IPython.display import HTML, Javascript, display\ndisplay(HTML({SCRIPT!r}))\ndisplay(Javascript('1'))"
    )
    for cell in desk.master.having(Role.WRITTEN):
        desk.answer(cell.id, SCRIPT)
    desk.save()


def curious(desk: Desk) -> None:
    """Blank, with a cell that looks for hidden tests and the gradebook on the disk and in memory."""
    desk.add_code(SEARCH)
    desk.save()


def crash(desk: Desk) -> None:
    """The second answer ends its process."""
    desk.answer_all()
    desk.spoil(desk.master.questions[1], "import os\nos._exit(0)")
    desk.save()


def stuck_cell(desk: Desk) -> None:
    """All right, with a cell of its own that never ends and can't be interrupted."""
    desk.answer_all()
    desk.add_code(STUBBORN)
    desk.save()


def renamed(desk: Desk) -> None:
    """All right, under the name that a browser gives to a second download."""
    desk.answer_all()
    desk.save(f"{desk.name} (1).ipynb")


def not_json(desk: Desk) -> None:
    """A file cut in the middle."""
    desk.answer_all()
    desk.save()
    path = desk.folder / f"{desk.name}.ipynb"
    path.write_text(path.read_text(encoding="utf-8")[:2000], encoding="utf-8")


UNLUCKY_AND_HOSTILE = [
    Member("ivan", "forged verdicts", forged_verdicts),
    Member("jane", "forged tags, points and tests", forged_tags),
    Member("kofi", "a link and modules that shadow", links),
    Member("lena", "reaches for the network", network),
    Member("milo", "hungry for memory", memory),
    Member("nora", "starts 400 processes", forks),
    Member("omar", "kills the kernel", killed_kernel),
    Member("pia", "warnings on stderr", warnings),
    Member("quin", "markup that would run", markup),
    Member("rosa", "looks for hidden tests", curious),
    Member("sami", "an answer that ends its process", crash),
    Member("tess", "a cell that can't be interrupted", stuck_cell),
    Member("umar", "another file name", renamed),
    Member("vera", "half a file", not_json),
]
