"""Puts a submission together for grading: the instructor's notebook with the student's answers and own cells in it.

Tests, locked cells, points, tags and all metadata are the instructor's; from the submission come the sources of the
answer cells and of the student's own cells. How these are read stands in `grading.cells`, how the result is run in
`grading.engine`.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell
from nbgrader.utils import is_grade, is_locked, is_solution

from grading.cells import SubmittedCell
from grading.matching import defined_names, grade_id, match_cells, plain, released
from grading.sanitize import checked_attachments, checked_image, pictures_apart
from grading.verdicts import question_of

MOST_OWN_TEXT = 100_000  # characters in all Markdown cells of the student's own: pages are slow to make of more

_TESTS_HELPERS = re.compile(r"\butils\.(?:calls|drawn|layer_checks|standins)\b|__wrapped__|__code__")
"""In student code: parts of `utils` that answer for the student's side in tests, and what it takes to change them."""
_NEW_CELL = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


class NotThisAssignment(Exception):
    """The submission has none of the cells that the assignment has."""


class Stub(NamedTuple):
    """What the release has in an answer cell, and nbgrader's checksum of it."""

    source: str
    checksum: str | None


@dataclass
class Assembled:
    """The notebook to run, what was noticed on the way, and the written answers whose cells are missing."""

    notebook: NotebookNode
    notes: list[str]
    missing: set[str]


def assemble(source: NotebookNode, stubs: dict[str, Stub], submitted: list[SubmittedCell]) -> Assembled:
    """The instructor's notebook with a student's answers.

    `source` holds the reference answers and hidden tests, `stubs` has the release's text for each grade id. An answer
    is found by its grade id, else by its cell id, else by the function or class that its cell defines, else (written
    answers) by its place. Raises NotThisAssignment.
    """
    skeleton = copy.deepcopy(source)
    homes = match_cells(skeleton.cells, submitted)
    desk = _Desk(skeleton.cells, stubs, submitted, homes)
    for place, cell in enumerate(skeleton.cells):
        if is_solution(cell):
            desk.answer(place)
    if not desk.recognised:
        raise NotThisAssignment
    for place, cell in enumerate(skeleton.cells):
        if not is_solution(cell):
            desk.keep(place)
    cells = desk.own_cells(-1)
    for place, cell in enumerate(skeleton.cells):
        cells += [cell, *desk.own_cells(place)]
    skeleton.cells = _with_ids(cells)
    skeleton.nbformat, skeleton.nbformat_minor = 4, 5
    return Assembled(skeleton, desk.notes_in_order(), desk.missing)


@dataclass
class _Desk:
    """The work on one submission: which submitted cells are still to be placed, and what was noticed."""

    cells: list[NotebookNode]
    stubs: dict[str, Stub]
    submitted: list[SubmittedCell]
    homes: list[int | None]
    missing: set[str] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)
    """Cells that stand in the instructor's place, and blank copies."""
    copies: dict[int, str] = field(default_factory=dict)
    """Copies of an answer cell that run where they are, and of which answer."""
    below: set[int] = field(default_factory=set)
    """Cells that stand in the instructor's place, above the tests, and stood below them."""
    noticed: dict[str, list[str]] = field(default_factory=dict)
    own_text: int = 0

    @property
    def recognised(self) -> bool:
        """Whether any submitted cell is an answer or a test of this assignment; locked cells may be alike in all."""
        known = (self.cells[home] for home in self.homes if home is not None)
        return bool(self.taken) or any(is_grade(cell) for cell in known)

    def notice(self, what: str, name: str) -> None:
        """Remember something for the notes; equal things are said together."""
        self.noticed.setdefault(what, []).append(name)

    def notes_in_order(self) -> list[str]:
        """One note for each kind of thing noticed."""
        return [what.format(", ".join(names)) for what, names in self.noticed.items()]

    def answer(self, place: int) -> None:
        """Put the student's answer, or else the release's stub, into one answer cell; copies of it stay in place."""
        cell = self.cells[place]
        name = grade_id(cell)
        stub = self.stubs[name]
        found = [index for index, home in enumerate(self.homes) if home == place]
        if not found:
            found = self._by_definition(name, stub) if cell.cell_type == "code" else self._by_place(place)
        elif not any(self.submitted[index].grade_id == name for index in found):
            self.notice("Answers whose cells had lost their mark, found by the cell's id: {}.", name)
        cell.source, cell.metadata.nbgrader["checksum"] = stub
        if cell.cell_type == "code":
            cell.metadata.setdefault("workbook", {})["defines"] = defined_names(stub.source)
        cell.pop("attachments", None)
        if not found:
            self.notice("Answer cells that are missing: {}.", name)
            if is_grade(cell):
                self.missing.add(name)
            return
        chosen = self._chosen(place, found, stub)
        self.taken.add(chosen)
        for index in found:
            if index in self.taken:
                continue
            self.homes[index] = None
            if plain(self.submitted[index].source) == plain(stub.source):
                self.taken.add(index)
            else:
                self.copies[index] = name
        self._fill(cell, self.submitted[chosen])
        if self.submitted[chosen].kind != cell.cell_type:
            self.notice(f"Answers handed in as another kind of cell, read as {cell.cell_type}: {{}}.", name)

    def _chosen(self, place: int, found: list[int], stub: Stub) -> int:
        """Which of several cells for one answer stands in the instructor's cell: the last that the student filled in.

        Of code, one above the question's tests, which is what they saw; one below them only where there is no other.
        """
        name, is_code = grade_id(self.cells[place]), self.cells[place].cell_type == "code"
        filled = [index for index in found if plain(self.submitted[index].source) != plain(stub.source)]
        if not is_code:
            if len(filled) > 1:
                self.notice("Written answers that are there more than once; the last filled in counts: {}.", name)
            return (filled or found)[-1]
        tests = self._first_test(name, filled[0] if filled else 0)
        above = [index for index in filled if index < tests]
        if filled and not above:
            self.below.add(filled[-1])
            self.notice("Answers that are filled in only below their tests; they count all the same: {}.", name)
        elif len(filled) > 1:
            self.notice("Answer cells that are there more than once; each runs where it stands: {}.", name)
        return (above or filled or found)[-1]

    def _first_test(self, question: str, after: int) -> int:
        """Where in the submission the first test of a question stands; its end where they are gone.

        A copy of a test may stand above all answers: one below the cell `after` is taken, if there is one.
        """
        tests = {place for place, cell in enumerate(self.cells) if is_grade(cell) and not is_solution(cell)}
        tests = {place for place in tests if question_of(grade_id(self.cells[place])) == question}
        places = [index for index, home in enumerate(self.homes) if home in tests]
        return next((index for index in places if index > after), (places or [len(self.submitted)])[0])

    def _look_at(self, given: SubmittedCell) -> None:
        if given.kind == "code" and _TESTS_HELPERS.search(given.source):
            what = "Code that names what tests are made of, for a person to look at: {}."
            self.notice(what, given.grade_id or "a cell of the student's own")

    def _fill(self, cell: NotebookNode, given: SubmittedCell) -> None:
        self._look_at(given)
        cell.source = given.source if given.kind == "code" else given.source[:MOST_OWN_TEXT]
        if cell.cell_type != "code":
            cell.source, attachments = _with_pictures(given)
            if attachments:
                cell.attachments = NotebookNode(attachments)

    def _by_definition(self, name: str, stub: Stub) -> list[int]:
        """Code cells that define what the stub defines: the student's own ones, else another answer that has it too."""
        wanted = set(defined_names(stub.source))
        fits = [i for i, cell in enumerate(self.submitted) if wanted & set(defined_names(cell.source))]
        own = [i for i in fits if self.homes[i] is None and self.submitted[i].kind == "code" and i not in self.taken]
        within = [i for i in fits if self.homes[i] is not None and is_solution(self.cells[self.homes[i]])]
        found = own or within[-1:] or [i for i in fits if i in self.taken][-1:]
        if found:
            defined = ", ".join(sorted(wanted))
            self.notice(
                "Answers whose cells had lost their mark, found by what they define: {}.", f"{name} ({defined})"
            )
        return found

    def _by_place(self, place: int) -> list[int]:
        """The student's own Markdown cells right after the instructor's cell above the written answer."""
        anchors = self._anchors()
        found = [
            index
            for index, cell in enumerate(self.submitted)
            if self.homes[index] is None and anchors[index] == place - 1 and cell.kind == "markdown"
        ]
        if found:
            self.notice(
                "Written answers whose cells had lost their mark, found by their place: {}.",
                grade_id(self.cells[place]),
            )
        return found

    def keep(self, place: int) -> None:
        """Decide about one of the instructor's other cells: locked ones stay, free ones are the student's."""
        cell = self.cells[place]
        name = grade_id(cell)
        versions = [self.submitted[index] for index, home in enumerate(self.homes) if home == place]
        if not is_locked(cell):
            if versions and cell.metadata.get("workbook", {}).get("long"):
                cell.outputs = _shown(versions[-1])
            if versions and plain(versions[-1].source) != plain(cell.source) and not name:
                self._replace(place, versions[-1])
            return
        cell.metadata.nbgrader["checksum"] = self.stubs[name].checksum
        what = "Tests" if is_grade(cell) else "Locked cells"
        if not versions:
            self.notice(f"{what} that had been deleted and were put back: {{}}.", name)
        elif any(plain(version.source) != plain(released(cell)) for version in versions):
            self.notice(f"{what} that had been changed; the instructor's were used: {{}}.", name)
        elif len(versions) > 1:
            self.notice(f"{what} that were there more than once count once: {{}}.", name)

    def _replace(self, place: int, version: SubmittedCell) -> None:
        """Put the student's version of a free cell in the instructor's place; a long run stays a long run."""
        made = self._own(version)
        made["id"] = self.cells[place].get("id", "")
        if version.kind == "code" and self.cells[place].metadata.get("workbook", {}).get("long"):
            made.metadata["workbook"] = {"long": True}
            made.outputs = _shown(version)
        self.cells[place] = made

    def _anchors(self) -> list[int]:
        """For each submitted cell the instructor's place that it follows; -1 at the start."""
        anchors, last = [], -1
        for index, home in enumerate(self.homes):
            last = last if home is None or index in self.below else home
            anchors.append(last)
        return anchors

    def own_cells(self, place: int) -> list[NotebookNode]:
        """The student's own cells that followed the instructor's cell at `place`."""
        indices = [i for i, anchor in enumerate(self._anchors()) if anchor == place and self.homes[i] is None]
        return [
            self._own(self.submitted[index], copy=self.copies.get(index, ""))
            for index in indices
            if index not in self.taken
        ]

    def _own(self, given: SubmittedCell, copy: str = "") -> NotebookNode:
        """A cell of the student's, marked as a copy of an answer or as one of the student's own."""
        self._look_at(given)
        source, attachments = _with_pictures(given) if given.kind == "markdown" else (given.source, {})
        if given.kind != "code":
            left = max(0, MOST_OWN_TEXT - self.own_text)
            self.own_text += len(source)
            source = (
                source
                if len(source) <= left
                else source[:left] + "\n\n[cut: too much text in cells of the student's own]"
            )
        mark = {"copy": copy} if copy else {"long": True} if given.long else {"own": True}
        made = _NEW_CELL[given.kind](source, metadata={"workbook": mark})
        made.pop("id", None)
        if attachments:
            made.attachments = NotebookNode(attachments)
        return made


def _with_pictures(given: SubmittedCell) -> tuple[str, dict]:
    """The text of a Markdown cell and its pictures, also those that an editor wrote into the text."""
    source, written_in = pictures_apart(given.source)
    return source, checked_attachments(given.attachments) | written_in


def _shown(version: SubmittedCell) -> list[NotebookNode]:
    """The pictures that a long run showed the student, checked."""
    images = [checked_image("image/png", data["image/png"]) for data in version.pictures]
    return [new_output("display_data", {"image/png": image}) for image in images if image is not None]


def _with_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The cells, bare of outputs but for long runs, each with an id of its own; the instructor's ids stay."""
    used = {cell.get("id") for cell in cells}
    number = 0
    for cell in cells:
        if cell.cell_type == "code":
            cell.execution_count = None
            if not cell.metadata.get("workbook", {}).get("long"):
                cell.outputs = []
        while not cell.get("id"):
            number += 1
            if f"own-{number}" not in used:
                cell["id"] = f"own-{number}"
    return cells
