"""Where a member of the demonstration class fills in the cells of a release and hands it in.

What the members do stands in `grading.demo_class` and `grading.demo_trouble`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell

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
        return next(
            cell for cell in self.notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
        )

    def answer_all(self) -> None:
        """Fill in the reference answers, and a sentence in each written answer."""
        for cell in self.master.having(Role.SOLUTION):
            lines = cell.source.splitlines()
            self.answer(
                cell.id, "\n".join(line for line in lines if BEGIN_SOLUTION not in line and END_SOLUTION not in line)
            )
        for cell in self.master.having(Role.WRITTEN):
            self.answer(cell.id, "The plot puts words that are used alike near each other.")

    def answer(self, question: str, source: str) -> None:
        """Fill in one answer."""
        self.cell(question).source = source

    def answer_wrong(self, question: str, mistake: str) -> None:
        """Fill in a known wrong answer, as a student would have typed it."""
        entry = next(
            entry for entry in self.entries if (entry.question, entry.name) == (question, mistake) and entry.is_wrong
        )
        docstring = ast.parse(entry.source).body[0]
        self.answer(question, "\n".join(entry.source.splitlines()[docstring.end_lineno :]).strip())

    def spoil(self, question: str, body: str) -> None:
        """Replace the body of a question's function, signature kept."""
        source = next(cell.source for cell in self.master.having(Role.SOLUTION) if cell.id == question)
        function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
        signature = f"def {function.name}({ast.unparse(function.args)}):"
        self.answer(question, "\n".join([signature, *("    " + line for line in body.splitlines())]))

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
