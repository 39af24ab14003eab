"""What can go wrong on the student's side of a test, as exceptions that a test cell meets on the trusted side.

All derive from StudentError, so that `grading.exam` tells them from faults of a test cell. An exception of a
built-in type keeps its type, so that `raises(ValueError, …)` holds in the grader as in a notebook.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass

MAX_TEXT = 1000
MAX_LINE = 200
MAX_PLACES = 6

_KEPT = frozenset(
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type)
    and kind.__name__ == name
    # Not kept: types that end iterations and programs, and those that can't be made from a message alone.
    and issubclass(kind, Exception)
    and not issubclass(kind, StopIteration | StopAsyncIteration | UnicodeError | SyntaxError | BaseExceptionGroup)
    and kind is not Exception
)


@dataclass(frozen=True)
class Place:
    """A line of the student's own code that an exception passed."""

    cell: str
    line: int
    function: str
    source: str

    def __str__(self) -> str:
        inside = "" if self.function == "<module>" else f", in {self.function}"
        return f"{self.cell}, line {self.line}{inside}: {self.source}"


class StudentError(Exception):
    """Student code raised an exception.

    Attributes: `class_name`, the name of its class there; `message`; `places`, outermost first.
    """

    class_name = "StudentError"

    def __init__(self, message: str = "", class_name: str = "", places: tuple[Place, ...] = ()):
        super().__init__(message)
        self.message = message
        self.class_name = class_name or type(self).class_name
        self.places = places

    def __str__(self) -> str:
        return self.message

    def told(self) -> str:
        """The exception as a student should read it, with the places in the student's own code."""
        first = f"{self.class_name}: {self.message}" if self.message else self.class_name
        return "\n".join([first, *(f"  {place}" for place in self.places)])


class NotPlainData(StudentError, TypeError):
    """A test needs plain data where the student's function gave an object of some other class."""

    def __init__(self, class_name: str):
        wanted = "plain data was wanted (numbers, strings, lists, arrays)"
        super().__init__(f"what came back is an object of class {class_name}; {wanted}")

    def told(self) -> str:
        return self.message


class Unreadable(StudentError):
    """What came from the student's process breaks the rules of the connection."""

    def __init__(self, problem: str):
        super().__init__(f"what came back could not be read: {problem}")

    def told(self) -> str:
        return self.message


class ConnectionEnded(StudentError):
    """The student's process ended, or closed its connection, during a test."""

    def __init__(self):
        super().__init__("the process of the notebook ended while the test ran")

    def told(self) -> str:
        return self.message


_types: dict[str, type[StudentError]] = {
    name: type(name, (StudentError, getattr(builtins, name)), {"class_name": name, "__doc__": None}) for name in _KEPT
}


def student_error(content: object) -> StudentError:
    """The exception for the content of an "error" message; Unreadable if the content has the wrong form."""
    match content:
        case (str(kind), str(name), str(message), list(places), int(_)) if (
            name.isidentifier() and len(name) <= MAX_LINE
        ):
            places = tuple(map(_place, places[-MAX_PLACES:]))
            return _types.get(kind, StudentError)(clean(message), name, tuple(place for place in places if place))
    return Unreadable("an error message of the wrong form")


def _place(content: object) -> Place | None:
    match content:
        case (str(cell), int(line), str(function), str(source)):
            return Place(clean(cell, MAX_LINE), line, clean(function, MAX_LINE), clean(source, MAX_LINE))
    return None


def nearest_builtin(error: BaseException) -> str:
    """The name of the built-in type that stands for an exception where only its type may be told."""
    return next((base.__name__ for base in type(error).__mro__ if base.__name__ in _KEPT), "RuntimeError")


def clean(text: str, length: int = MAX_TEXT) -> str:
    """A text of bounded length without control characters (a terminal or a page might obey them)."""
    lines = text[:length].replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in lines)
