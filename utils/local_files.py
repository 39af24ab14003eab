"""Reads a student's notebook for `python -m utils check`, and says what to do where it can't be read.

What its cells do when they run is the matter of utils.local_check.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
import warnings
from pathlib import Path

CONFLICT = re.compile(r"^\s*(<{7}|>{7})( |$)", re.MULTILINE)
IMPORTS_UTILS = re.compile(r"^\s*(from|import)\s+utils\b", re.MULTILINE)


class CheckError(Exception):
    """The file can't be checked; the message says why and what to do."""


def read(path: Path):
    """The notebook in a file. Raises CheckError where it is no notebook, or none with test cells and their imports."""
    if path.is_dir():
        raise CheckError(f"{path} is a folder. {_choice(sorted(path.glob('*.ipynb')), path)}")
    if not path.is_file():
        raise CheckError(f"There is no file {path}. {_choice(_meant(path), path.parent)}")
    notebook = _parsed(path)
    tests = [number for number, cell in enumerate(notebook.cells) if is_test(cell)]
    if not tests:
        raise CheckError(
            f"{path} holds no test cells. Was it made from the assignment's own notebook? "
            "Then copy your answers into a fresh one."
        )
    before = [cell for cell in notebook.cells[: tests[0]] if cell.cell_type == "code"]
    if not any(mark(cell).get("grade_id") == "setup" or IMPORTS_UTILS.search(cell.source) for cell in before):
        raise CheckError(
            f"The first code cell (setup), which imports what the tests use, is not in {path} any more. "
            "Take a fresh notebook of the release, copy your answers into it, and check that."
        )
    return notebook


def _choice(notebooks: list[Path], folder: Path) -> str:
    """Which commands could have been meant."""
    if not notebooks:
        return (
            f"There is no notebook in {folder.resolve()} either: type the path of yours, as in {_command('a1.ipynb')}"
        )
    return f"Type {' or '.join(_command(notebook) for notebook in notebooks)}"


def _command(path: Path | str) -> str:
    quoted = f'"{path}"' if " " in str(path) else f"{path}"
    return f"python -m utils check {quoted}"


def _meant(path: Path) -> list[Path]:
    """The notebooks of the folder with nearly this name; all of them where none has."""
    there = {notebook.name.lower(): notebook for notebook in sorted(path.parent.glob("*.ipynb"))}
    wanted = path.name.lower() if path.suffix.lower() == ".ipynb" else f"{path.name.lower()}.ipynb"
    if wanted in there:
        return [there[wanted]]
    return [there[name] for name in difflib.get_close_matches(wanted, there)] or list(there.values())


def _parsed(path: Path):
    import nbformat

    try:
        text = path.read_bytes().decode("utf-8-sig")
        document = json.loads(text)
        if not isinstance(document, dict) or ("cells" not in document and "worksheets" not in document):
            raise ValueError("it has no cells")
        if document.get("nbformat") == 4:
            with warnings.catch_warnings():  # cells with the same id, or without one, run all the same
                warnings.simplefilter("ignore")
                notebook = nbformat.v4.reads(text)
                nbformat.validate(notebook)
            return notebook
    except (ValueError, KeyError, TypeError, AttributeError, nbformat.validator.NotebookValidationError) as error:
        raise CheckError(
            f"{path} is not a notebook that can be read ({_complaint(path, error)}). {_rescue(path)}"
        ) from error
    raise CheckError(
        f"{path} is not a notebook that can be read (it is of notebook format {document.get('nbformat')}, not 4). "
        "Open it in JupyterLab and save it again."
    )


def _complaint(path: Path, error: Exception) -> str:
    content = path.read_bytes()
    if not content.strip():
        return "it is empty"
    if CONFLICT.search(content.decode("utf-8", errors="replace")):
        return "it holds git's marks of a merge conflict, <<<<<<< and >>>>>>>"
    return str(error).splitlines()[0]


def _rescue(path: Path) -> str:
    """What to do with a broken file: JupyterLab can't open it, but may have kept a copy."""
    if CONFLICT.search(path.read_bytes().decode("utf-8", errors="replace")):
        return (
            f"Take one of the two versions whole, with git checkout --ours {path.name} "
            f"or git checkout --theirs {path.name}, and check again."
        )
    kept = path.parent / ".ipynb_checkpoints" / f"{path.stem}-checkpoint.ipynb"
    if kept.is_file():
        return f"JupyterLab kept the copy of an earlier save in {kept}: copy it to {path} and check again."
    return (
        "Take your last good copy, from a backup or from the folder .ipynb_checkpoints, in which JupyterLab keeps one; "
        "or copy your answers into a fresh notebook of the release."
    )


def mark(cell) -> dict:
    """What nbgrader knows of a cell; {} of one that is not nbgrader's."""
    return cell.metadata.get("nbgrader", {})


def is_test(cell) -> bool:
    """Whether a cell is a test that gives points."""
    return bool(cell.cell_type == "code" and mark(cell).get("grade") and not mark(cell).get("solution"))


def is_changed(cell) -> bool:
    """Whether a cell that must stay as it is differs from what was released, by the checksum that it carries.

    The checksum is that of nbgrader's `compute_checksum`; a student's computer need not have nbgrader.
    """
    of = mark(cell)
    if not of.get("locked") or not of.get("checksum"):
        return False
    grade, solution, locked = (bool(of.get(key)) for key in ("grade", "solution", "locked"))
    hashed = [cell.source, cell.cell_type, str(grade), str(solution), str(locked), of["grade_id"]]
    hashed += [str(float(of["points"]))] if grade else []
    return hashlib.md5("".join(hashed).encode(), usedforsecurity=False).hexdigest() != of["checksum"]


def handed_in_as(notebook) -> str | None:
    """The name under which the notebook is handed in, where it says so."""
    made_from = notebook.metadata.get("workbook", {}).get("generated_from", "")
    return f"{Path(made_from).stem}.ipynb" if made_from else None
