"""The demonstration class: what each member hands in, made from the release by filling in cells.

Members are honest, unlucky or hostile; `grading.demo` grades them. Hostile members are bounded: a few hundred
processes, a few gigabytes asked for, connections to this machine only.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from grading.catalogue import Entry
from grading.master import BEGIN_SOLUTION, END_SOLUTION, Master, Role


@dataclass
class Desk:
    """Where one member works: a copy of the release, the folder to hand in, and the known answers."""

    master: Master
    entries: list[Entry]
    notebook: nbformat.NotebookNode
    folder: Path

    @property
    def name(self) -> str:
        """The assignment's name."""
        return self.master.name

    def cell(self, grade_id: str) -> nbformat.NotebookNode:
        """The cell with this grade id."""
        return next(cell for cell in self.notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)

    def questions(self) -> list[str]:
        """The autograded questions, in order."""
        return [cell.id for cell in self.master.having(Role.SOLUTION)]

    def answer_all(self) -> None:
        """Fill in the reference answers, and a sentence in each written answer."""
        for cell in self.master.having(Role.SOLUTION):
            lines = cell.source.splitlines()
            self.answer(cell.id, "\n".join(line for line in lines if BEGIN_SOLUTION not in line and END_SOLUTION not in line))
        for cell in self.master.having(Role.WRITTEN):
            self.answer(cell.id, "The plot puts words that are used alike near each other.")

    def answer(self, question: str, source: str) -> None:
        """Fill in one answer."""
        self.cell(question).source = source

    def answer_wrong(self, question: str, mistake: str) -> None:
        """Fill in a known wrong answer, as a student would have typed it."""
        entry = next(entry for entry in self.entries if (entry.question, entry.name) == (question, mistake) and entry.is_wrong)
        docstring = ast.parse(entry.source).body[0]
        self.answer(question, "\n".join(entry.source.splitlines()[docstring.end_lineno :]).strip())

    def spoil(self, question: str, body: str, setup: str = "") -> None:
        """Replace the body of a question's function, signature kept."""
        source = next(cell.source for cell in self.master.having(Role.SOLUTION) if cell.id == question)
        function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
        signature = f"def {function.name}({ast.unparse(function.args)}):"
        self.answer(question, "\n".join(filter(None, [setup, signature, *("    " + line for line in body.splitlines())])))

    def add_code(self, source: str, place: int = 1) -> None:
        """Put a cell of the student's own at a place of the notebook."""
        self.notebook.cells.insert(place, new_code_cell(source))

    def save(self, file_name: str | None = None) -> None:
        """Hand the notebook in."""
        self.folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(self.notebook, self.folder / (file_name or f"{self.name}.ipynb"))


@dataclass(frozen=True)
class Member:
    """One member of the class: an id, what is to be known about the notebook, and how it is made."""

    id: str
    story: str
    hand_in: Callable[[Desk], None]


def all_right(desk: Desk) -> None:
    """Everything right."""
    desk.answer_all()
    desk.save()


def blank(desk: Desk) -> None:
    """The release as it came."""
    desk.save()


def mistakes(**chosen: str) -> Callable[[Desk], None]:
    """Right but for known mistakes: question=mistake."""

    def hand_in(desk: Desk) -> None:
        desk.answer_all()
        for question, mistake in chosen.items():
            desk.answer_wrong(question, mistake)
        desk.save()

    return hand_in


def syntax_error(desk: Desk) -> None:
    """A bracket is missing in the first answer."""
    desk.answer_all()
    first = desk.questions()[0]
    desk.answer(first, desk.cell(first).source + "\nprint((1, 2)")
    desk.save()


def endless_loop(desk: Desk) -> None:
    """The second answer never returns."""
    desk.answer_all()
    desk.spoil(desk.questions()[1], "while True:\n    pass")
    desk.save()


def deleted_test(desk: Desk) -> None:
    """The first test cell was deleted, and the answer before it is wrong."""
    desk.answer_all()
    first = desk.questions()[0]
    desk.spoil(first, "return None")
    test = desk.cell(desk.master.having(Role.TEST)[0].id)
    desk.notebook.cells.remove(test)
    desk.save()


def duplicated_cell(desk: Desk) -> None:
    """The first answer and its test stand twice: first as stubs, then filled in."""
    desk.answer_all()
    first = desk.cell(desk.questions()[0])
    twin = copy.deepcopy(first)
    twin.id = "twin"
    twin.source = first.source.split(":\n")[0] + ":\n    raise NotImplementedError"
    place = desk.notebook.cells.index(first)
    desk.notebook.cells.insert(place, twin)
    test = copy.deepcopy(desk.cell(desk.master.having(Role.TEST)[0].id))
    test.id = "twin-test"
    desk.notebook.cells.insert(place + 2, test)
    desk.save()


def everyone(**wrong: dict[str, str]) -> list[Member]:
    """The eight members that hand in both assignments; `wrong` gives the mistakes of the two that make some."""
    return [
        Member("ada", "all right", all_right),
        Member("ben", "all blank", blank),
        Member("cleo", "two wrong answers", mistakes(**wrong["cleo"])),
        Member("dan", "two other wrong answers", mistakes(**wrong["dan"])),
        Member("eva", "a syntax error", syntax_error),
        Member("finn", "an endless loop", endless_loop),
        Member("gita", "a deleted test cell", deleted_test),
        Member("hugo", "a duplicated cell", duplicated_cell),
    ]


FORGERY = """
import builtins, sys
import utils.checks
utils.checks.Outcome.fail = lambda *args, **kwargs: None
utils.checks.Outcome.close_to = utils.checks.Outcome.equals = lambda *args, **kwargs: None
utils.checks.call = lambda *args, **kwargs: utils.checks.Outcome("", None)
builtins.AssertionError = KeyboardInterrupt
shell = get_ipython()
shell.ast_transformers.append(type("Drop", (), {"visit": lambda self, node: __import__("ast").parse("100")})())
shell.run_cell = lambda *args, **kwargs: None
"""


def forged_verdicts(desk: Desk) -> None:
    """Blank, with a cell that patches the checks, the built-ins and the shell, and shows a score."""
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
    """All right, beside a link to a system file and a package that would shadow the real one."""
    desk.answer_all()
    desk.save()
    (desk.folder / "notes.txt").symlink_to("/etc/hostname")
    (desk.folder / "numpy.py").write_text("raise SystemExit\n", encoding="utf-8")
    (desk.folder / "utils").mkdir()
    (desk.folder / "utils" / "__init__.py").write_text("raise SystemExit\n", encoding="utf-8")


def network(desk: Desk) -> None:
    """All right, with a cell that tries to reach a server of this machine."""
    desk.answer_all()
    desk.add_code("import socket\ntry:\n    socket.create_connection(('127.0.0.1', 22), 1)\nexcept OSError as error:\n    print(error)")
    desk.save()


def memory(desk: Desk) -> None:
    """The second answer asks for more and more memory."""
    desk.answer_all()
    desk.spoil(desk.questions()[1], "hoard = []\nwhile len(hoard) < 64:\n    hoard.append(bytearray(2**28))\nreturn hoard")
    desk.save()


def forks(desk: Desk) -> None:
    """All right, with a cell that starts 400 processes."""
    desk.answer_all()
    desk.add_code(
        "import os, time\nstarted = 0\ntry:\n    for _ in range(400):\n        if os.fork() == 0:\n            time.sleep(20)\n"
        "            os._exit(0)\n        started += 1\nexcept OSError as error:\n    print('refused:', error.strerror)"
    )
    desk.save()


def killed_kernel(desk: Desk) -> None:
    """All right, with a cell in the middle that kills the kernel."""
    desk.answer_all()
    place = desk.notebook.cells.index(desk.cell(desk.questions()[1]))
    desk.add_code("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", place)
    desk.save()


def warnings(desk: Desk) -> None:
    """All right, with a warning and a print at each call of the first answer."""
    desk.answer_all()
    cell = desk.cell(desk.questions()[0])
    name = next(node.name for node in ast.parse(cell.source).body if isinstance(node, ast.FunctionDef))
    cell.source += (
        f"\n\nimport functools, sys, warnings\n\ndef noisy(function):\n    @functools.wraps(function)\n"
        f"    def wrapper(*args, **kwargs):\n        warnings.warn('this is deprecated')\n        print('called', file=sys.stderr)\n"
        f"        return function(*args, **kwargs)\n    return wrapper\n\n{name} = noisy({name})"
    )
    desk.save()


MARKUP = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"><a href=\"javascript:1\">here</a>"


def markup(desk: Desk) -> None:
    """All right, with scripts in a text cell, in an output and in an answer."""
    desk.answer_all()
    desk.notebook.cells.insert(1, new_markdown_cell(MARKUP))
    desk.add_code(f"from IPython.display import HTML, SVG, Javascript, display\ndisplay(HTML('''{MARKUP}'''))\ndisplay(Javascript('alert(1)'))")
    for cell in desk.master.having(Role.WRITTEN):
        desk.answer(cell.id, MARKUP)
    desk.save()


def curious(desk: Desk) -> None:
    """Blank, with a cell that looks for hidden tests and the gradebook on the disk and in memory."""
    desk.add_code(
        "import gc, os\nseen = []\nfor top in ('/', os.path.expanduser('~'), os.getcwd(), '..'):\n"
        "    for folder, _, files in os.walk(top):\n        if folder.startswith(('/proc', '/sys', '/usr')):\n            continue\n"
        "        seen += [f for f in files if f == 'gradebook.db' or f.endswith('.ipynb')]\n"
        "seen += ['hidden' for o in gc.get_objects() if isinstance(o, dict) and 'BEGIN HIDDEN' in str(o.get('source', ''))]\nprint('found', seen)"
    )
    desk.save()


def crash(desk: Desk) -> None:
    """The second answer ends its process."""
    desk.answer_all()
    desk.spoil(desk.questions()[1], "import os\nos._exit(0)")
    desk.save()


def stuck_cell(desk: Desk) -> None:
    """All right, with a cell of its own that never ends and can't be interrupted."""
    desk.answer_all()
    desk.add_code("while True:\n    try:\n        while True:\n            pass\n    except KeyboardInterrupt:\n        pass")
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

CLASS = {
    "a1": everyone(
        cleo={"q1_co_occurrence": "", "q1_plot_embeddings": ""},
        dan={"q1_distinct_words": "", "q1_reduce_to_k_dim": ""},
    ),
    "a2": everyone(
        cleo={"q2_naive_softmax": "", "q2_skipgram": ""},
        dan={"q2_sigmoid": "", "q2_neg_sampling": ""},
    )
    + UNLUCKY_AND_HOSTILE,
}
"""Who hands in what, for each assignment."""
