"""The catalogue: the known wrong answers and the right ones of other styles, one file each.

    assignments/<name>/wrong/<question>/<mistake>.py
    assignments/<name>/right/<question>/<style>.py

Each file replaces the whole answer cell of its question. Running them is the matter of `grading.cases`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from grading.master import Master, MasterError, Role

FAILS = re.compile(r"# fails: (?P<tests>\S+(, \S+)*)")


@dataclass(frozen=True)
class Entry:
    """One known answer. `fails` names the tests that it must fail; it is empty for a right answer."""

    question: str
    name: str
    path: Path
    source: str
    explanation: str
    fails: tuple[str, ...]

    @property
    def is_wrong(self) -> bool:
        """Whether this is a known mistake."""
        return bool(self.fails)


def read_catalogue(master: Master) -> list[Entry]:
    """All known answers of an assignment, sorted by path. A malformed or misplaced file raises MasterError."""
    tests = {cell.id: cell.question for cell in master.having(Role.TEST)}
    questions = {cell.id for cell in master.having(Role.SOLUTION)}
    entries = []
    for kind in ("right", "wrong"):
        folder = master.path.parent / kind
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            question = path.parent.name
            if path.suffix != ".py" or path.parent.parent != folder or question not in questions:
                wanted = f"{kind}/<question>/<name>.py, the question one of {', '.join(sorted(questions))}"
                raise MasterError(path, 1, "a file where none belongs", wanted)
            entries.append(_read_entry(path, question, kind, tests))
    return entries


def _read_entry(path: Path, question: str, kind: str, tests: dict[str, str]) -> Entry:
    source = path.read_text(encoding="utf-8")
    try:
        explanation = ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError as error:
        raise MasterError(path, error.lineno or 1, f"a syntax error ({error.msg})", "valid Python") from error
    if not explanation:
        raise MasterError(path, 1, "no docstring", "a docstring: the text for the student, or the name of the style")
    fails: tuple[str, ...] = ()
    if kind == "wrong":
        line = FAILS.fullmatch(source.splitlines()[0])
        if line is None:
            raise MasterError(path, 1, "no line `# fails: …` at the top", "`# fails: <test>, <test>`")
        fails = tuple(line["tests"].split(", "))
        for test in fails:
            if tests.get(test) != question:
                known = ", ".join(name for name, of in tests.items() if of == question)
                raise MasterError(path, 1, f"the test `{test}`", f"tests of {question}: {known}")
    return Entry(question, path.stem, path, source, explanation, fails)
