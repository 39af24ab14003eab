"""Reads the bytes of a submitted notebook as cells: sources and marks, and nothing else of what the file holds.

Which files are read at all is the matter of `grading.intake`; what the cells are good for, of `grading.assemble`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

MOST_CELLS = 2000
MOST_CODE = 500_000  # characters in all code cells: pages are slow to make of more
MOST_PICTURES = 4  # of a cell that does not run again


class Refused(Exception):
    """A file that is of no use; the message says why, as the end of a sentence that begins with the file's name."""


@dataclass(frozen=True)
class SubmittedCell:
    """What is read of one submitted cell; all else in it is left behind."""

    kind: str
    """"code", "markdown" or "raw"."""
    source: str
    grade_id: str = ""
    id: str = ""
    long: bool = False
    """The student's own mark that this is a long run, skipped when grading."""
    attachments: dict = field(default_factory=dict)
    pictures: list = field(default_factory=list)
    """What a long run showed, unchecked: for the person who grades by hand, since it does not run again."""


def read_cells(data: bytes) -> list[SubmittedCell]:
    """The cells of a notebook file, of nbformat 3 or 4. Raises Refused with the end of a sentence."""
    if not data.strip():
        raise Refused("is empty")
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused("is not a notebook: its text is not JSON") from None
    version = document.get("nbformat") if isinstance(document, dict) else None
    if type(version) is not int:
        raise Refused("is not a notebook: it does not say its nbformat")
    if version not in (3, 4):
        raise Refused(f"has nbformat {version}, where 3 or 4 is wanted: open it in JupyterLab and save it")
    raw_cells = document.get("cells") if version == 4 else _cells_of_worksheets(document)
    if not isinstance(raw_cells, list):
        raise Refused("is not a notebook: it has no list of cells")
    if len(raw_cells) > MOST_CELLS:
        raise Refused(f"has {len(raw_cells)} cells, where at most {MOST_CELLS} are read")
    cells = [_read_cell(cell, number) for number, cell in enumerate(raw_cells, 1)]
    code = sum(len(cell.source) for cell in cells if cell.kind == "code")
    if code > MOST_CODE:
        raise Refused(f"has {code} characters of code, where at most {MOST_CODE} are read: put data into files")
    return cells


def _cells_of_worksheets(document: dict) -> list | None:
    sheets = document.get("worksheets")
    found = (
        [sheet.get("cells") or [] for sheet in sheets if isinstance(sheet, dict)] if isinstance(sheets, list) else []
    )
    if not found or not all(isinstance(cells, list) for cells in found):
        return None
    return [cell for cells in found for cell in cells]


def _read_cell(cell, number: int) -> SubmittedCell:
    kind = cell.get("cell_type") if isinstance(cell, dict) else None
    source = cell.get("source", cell.get("input")) if isinstance(cell, dict) else None  # "input" in nbformat 3
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(kind, str) or not isinstance(source, str):
        raise Refused(f"is not a notebook: its cell {number} has no type or no text")
    if kind not in ("code", "markdown", "raw"):
        kind = "markdown"  # headings of nbformat 3, and what comes after version 4
    metadata = _dict(cell.get("metadata"))
    is_long = _dict(metadata.get("workbook")).get("long") is True
    return SubmittedCell(
        kind,
        source.encode("utf-8", "replace").decode(),  # half a surrogate pair can't be written to any file
        _word(_dict(metadata.get("nbgrader")).get("grade_id")),
        _word(cell.get("id")) or _word(metadata.get("id")),
        is_long,
        _dict(cell.get("attachments")),
        _pictures(cell.get("outputs")) if is_long else [],
    )


def _pictures(outputs) -> list[dict]:
    """The last few shown things of a cell, as their data by kind."""
    shown = [_dict(_dict(output).get("data")) for output in outputs] if isinstance(outputs, list) else []
    return [data for data in shown if "image/png" in data][-MOST_PICTURES:]


def _dict(value) -> dict:
    return value if isinstance(value, dict) else {}


def _word(value) -> str:
    return value if isinstance(value, str) else ""
