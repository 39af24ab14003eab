"""Reads a submission folder without trusting it: regular files only, no link followed, every size bounded.

What is in the notebook's file is read by `grading.cells`; what becomes of a submission that can't be graded is decided
in `grading.autograde`.
"""

from __future__ import annotations

import contextlib
import datetime
import fnmatch
import hashlib
import os
import re
import shlex
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nbgrader.utils import parse_utc

from grading.cells import Refused, SubmittedCell, read_cells

MOST_EXTRA = 50  # files
MOST_NAMED = 10  # files that are not looked at
MOST_DEPTH = 3  # folders below the submission in which extra files are looked for
SMALL_FILE = 4096  # bytes in timestamp.txt and the like
TIMESTAMP = "timestamp.txt"
KEPT_BESIDE = (TIMESTAMP, "submission_secret.txt")
"""Files of nbgrader's own beside a submission: feedback is released by them."""

# A browser runs these when the formgrader serves them.
_ACTIVE = {".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".svg", ".xml", ".xsl", ".xslt", ".js", ".mjs", ".pdf"}
_STUDENT_ID = re.compile(r"[\w.@+-][\w.@+ -]{0,99}")


class Ungradable(Exception):
    """A submission that can't be graded; the message names the file and says what to type next.

    `beside` holds nbgrader's own files of the submission, as far as they could be read.
    """

    beside: dict[PurePosixPath, bytes] = {}  # noqa: RUF012 -- never changed in place


@dataclass(frozen=True)
class Submission:
    """One submission as read: its cells, the notebook's hash, the files that come along, and what was left out."""

    cells: list[SubmittedCell]
    sha256: str
    beside: dict[PurePosixPath, bytes]
    notes: list[str]


@dataclass(frozen=True)
class Place:
    """Where a submission lies: `submitted` is the instructor's folder, `folder` the path below it, never trusted."""

    submitted: Path
    folder: PurePosixPath
    student: str
    assignment: str

    @property
    def notebook(self) -> str:
        """The only notebook name that is graded."""
        return f"{self.assignment}.ipynb"

    def shown(self, name: str = "") -> str:
        """The path of a file of this submission as a person types it, quoted where needed."""
        return typed(str(self.submitted.name / self.folder / name))

    @property
    def retry(self) -> str:
        """The command that grades this submission again."""
        return f"nbgrader autograde {shlex.quote(self.assignment)} --student {shlex.quote(self.student)}"

    def refuse(self, name: str, what: str) -> Ungradable:
        """The exception for a file that is of no use."""
        next_step = f"Ask {self.student} for the notebook again, put it there, then type: {self.retry}"
        return Ungradable(f"{self.shown(name)} {what}. {next_step}")


def typed(path: str) -> str:
    """A path as a person types it in a shell. A name may hold what a terminal obeys, or bytes that are no text."""
    if path.isprintable():
        return shlex.quote(path)
    plain = (chr(byte) if 32 <= byte < 127 and byte not in b"'\\" else f"\\x{byte:02x}" for byte in os.fsencode(path))
    return f"$'{''.join(plain)}'"


def check_student_id(student: str) -> bool:
    """Whether a folder's name can be a student's id; anything else could be markup in a page that shows it."""
    return _STUDENT_ID.fullmatch(student) is not None


def read_submission(place: Place, most_bytes: int, extra_files: list[str], given: Collection[str] = ()) -> Submission:
    """Read a submission: the notebook, nbgrader's own files, and extra files whose path matches one of the patterns.

    What else lies there is named in a note, but for copies of what was `given` with the notebook. Raises Ungradable
    where there is no notebook of the assignment that can be read.
    """
    notes: list[str] = []
    with _opened_folder(place) as folder:
        names = set(os.listdir(folder))
        beside = dict(_read_own_files(place, folder, names, notes))
        try:
            if place.notebook not in names:
                raise _no_notebook(place, names)
            try:
                data = _read_file(folder, place.notebook, most_bytes)
                cells = read_cells(data)
            except Refused as refused:
                raise place.refuse(place.notebook, str(refused)) from None
        except Ungradable as problem:
            problem.beside = beside
            raise
        read = _read_extra_files(place, folder, most_bytes, extra_files, notes)
        own = {place.notebook, *KEPT_BESIDE, *given, *(path.parts[0] for path in read)}
        notes += _others(folder, sorted(name for name in names - own if not name.startswith((".", "__"))))
        beside |= read
    return Submission(cells, hashlib.sha256(data).hexdigest(), beside, notes)


def read_timestamp(folder: str | Path) -> datetime.datetime | None:
    """When a submission was handed in, by the timestamp.txt in its folder; None where that holds no date."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return parse_timestamp(_read_file(opened, TIMESTAMP, SMALL_FILE))
    except (Refused, ValueError):
        return None
    finally:
        os.close(opened)


def parse_timestamp(data: bytes | None) -> datetime.datetime | None:
    """The content of a timestamp.txt as UTC. Raises ValueError where it is no date."""
    if not data or not data.strip():
        return None
    try:
        return parse_utc(data.decode("utf-8").strip())
    except ArithmeticError as error:  # of numbers with very many digits
        raise ValueError("no date") from error


@contextlib.contextmanager
def _opened_folder(place: Place) -> Iterator[int]:
    """A descriptor of the submission's folder; no part of the path below submitted/ may be a link."""
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
    opened = [os.open(place.submitted, flags)]
    try:
        for part in place.folder.parts:
            try:
                opened.append(os.open(part, flags | os.O_NOFOLLOW, dir_fd=opened[-1]))
            except OSError as error:
                what = "can't be opened as a folder (links are not followed)" if error.errno else str(error)
                raise place.refuse("", what) from None
        yield opened[-1]
    finally:
        for descriptor in opened:
            os.close(descriptor)


def _no_notebook(place: Place, names: set[str]) -> Ungradable:
    others = sorted(name for name in names if name.lower().endswith(".ipynb"))
    if not others:
        return place.refuse(place.notebook, "is missing, and there is no other notebook in the folder")
    there = ", ".join(map(repr, others[:5]))
    return Ungradable(
        f"{place.shown(place.notebook)} is missing; the folder has {there}. If that is the one, type: "
        f"mv {place.shown(others[0])} {place.shown(place.notebook)} and then: {place.retry}"
    )


def _read_file(folder: int, name: str, most_bytes: int) -> bytes:
    """The bytes of a regular file in an opened folder. Raises Refused."""
    try:
        if not stat.S_ISREG(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
            raise Refused("is a link or something else than a regular file, and is not read")
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise Refused("is something else than a regular file, and is not read")
            data = file.read(most_bytes + 1)
    except OSError as error:
        raise Refused(f"can't be read ({os.strerror(error.errno) if error.errno else error})") from None
    if len(data) > most_bytes:
        raise Refused(f"is larger than {most_bytes / 2**20:.3g} MiB (c.Boundary.submission_size)")
    return data


def _read_own_files(
    place: Place, folder: int, names: set[str], notes: list[str]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    for name in KEPT_BESIDE:
        if name not in names:
            continue
        try:
            data = _read_file(folder, name, SMALL_FILE)
            if name == TIMESTAMP:
                parse_timestamp(data)
        except Refused as refused:
            notes.append(f"{place.shown(name)} {refused}.")
        except ValueError:
            notes.append(f"{place.shown(name)} holds no date; the submission counts as one without a date.")
        else:
            yield PurePosixPath(name), data


def _read_extra_files(
    place: Place, folder: int, most_bytes: int, patterns: list[str], notes: list[str]
) -> dict[PurePosixPath, bytes]:
    read: dict[PurePosixPath, bytes] = {}
    left = most_bytes
    for path in _walk(folder, PurePosixPath()) if patterns else ():
        if str(path) in (place.notebook, *KEPT_BESIDE) or not any(fnmatch.fnmatch(str(path), p) for p in patterns):
            continue
        shown = place.shown(str(path))
        if path.suffix.lower() in _ACTIVE | {".ipynb"}:
            notes.append(f"{shown} was left out: a browser could run it.")
        elif len(read) == MOST_EXTRA:
            notes.append(f"{shown} and what follows was left out: at most {MOST_EXTRA} extra files come along.")
            break
        else:
            try:
                with _inner(folder, path.parent) as inner:
                    data = _read_file(inner, path.name, left)
            except (Refused, OSError) as error:
                notes.append(f"{shown} was left out: it {error}.")
            else:
                read[path] = data
                left -= len(data)
    return read


def _others(folder: int, names: list[str]) -> list[str]:
    """A note that names what is not looked at, or none."""
    if not names:
        return []
    modes = {name: os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode for name in names[:MOST_NAMED]}
    named = [typed(name) + " (a link)" * stat.S_ISLNK(mode) for name, mode in modes.items()]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return [f"Beside the notebook, and not looked at: {', '.join(named)}{more}."]


def _walk(folder: int, below: PurePosixPath) -> Iterator[PurePosixPath]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = below / entry.name
        if not entry.is_dir(follow_symlinks=False):
            yield path
        elif len(path.parts) <= MOST_DEPTH and not entry.name.startswith("."):
            with _inner(folder, PurePosixPath(entry.name)) as inner:
                yield from _walk(inner, path)


@contextlib.contextmanager
def _inner(folder: int, path: PurePosixPath) -> Iterator[int]:
    opened = [os.dup(folder)]
    try:
        for part in path.parts:
            opened.append(os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=opened[-1]))
        yield opened[-1]
    finally:
        for descriptor in opened:
            os.close(descriptor)
