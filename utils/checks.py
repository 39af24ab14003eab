"""How test cells talk to an answer: call it, compare what came back, and say clearly what is wrong.

A test cell reads

    made = call(distinct_words, [["b", "a"], ["b"]])
    made.equals((["a", "b"], 2), hint="each word counts once, in sorted order")

and on failure prints the reason, the call, what came back and what was wanted. The same cell runs in a student's
notebook, where the answer is a plain function, and in the grader, where it lives in another process. Which values
are right is the matter of the test cells.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import numbers
import re
import textwrap
from collections.abc import Callable

import numpy as np

from utils import diagnosis
from utils.messages import CheckFailed, say_not_written
from utils.show import beside, differing, of_shape, shown, shown_call
from utils.structure import structure_hint
from utils.terms import LOOKS_WRONG, NOTHING

NOTHING_HERE = "this is None"
SPARSE = "this is a sparse matrix of SciPy: its method `toarray` makes an array of it"
_ABOUT_SHAPES = re.compile(r"shape|broadcast|dimension|aligned")
_SPARSE_CLASS = re.compile(r"(bsr|coo|csc|csr|dia|dok|lil)_(array|matrix)")
SMALL = 12  # results with at most so many entries are shown whole


def on_students_side(function):
    """Let a function of `utils` run where the student's objects live.

    In a notebook that is here, and nothing changes. In the grader the student's functions are proxies of objects in
    another process; a call with a proxy among its arguments is carried out there, and plain data comes back.
    """

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        __tracebackhide__ = True
        for argument in (*args, *kwargs.values()):
            run_beside = getattr(type(argument), "__run_beside__", None)
            if run_beside is not None:
                return run_beside(argument, wrapper, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


def fresh(value):
    """A copy of arrays and containers, all the way down; functions and other objects are handed on as they are."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (list, tuple, set):
        return type(value)(fresh(item) for item in value)
    if type(value) is dict:
        return {fresh(key): fresh(item) for key, item in value.items()}
    return value


def call(function, *args, **kwargs) -> Outcome:
    """Call a student's function with fresh copies of the arguments.

    An exception of the function passes through, with a note that says which call it was.
    """
    __tracebackhide__ = True  # a notebook's traceback then shows the answer's own lines
    text = shown_call(function, args, kwargs)
    shapes = functools.partial(shapes_given, function, args, kwargs)
    with told_with(text, shapes=shapes):
        value = function(*fresh(args), **fresh(kwargs))
    outcome = Outcome(text, value)
    outcome.arguments, outcome.shapes = args, shapes
    return outcome


def shapes_given(function, args: tuple, kwargs: dict) -> str:
    """The shapes of the arrays that a function is called with: `centerWordVec of shape (3,), outsideVectors of …`."""
    arrays = [number for number, value in enumerate(args) if isinstance(value, np.ndarray)]
    names = _parameter_names(function) if arrays else []
    names = names if isinstance(names, list) and all(isinstance(name, str) for name in names) else []
    given = {names[number] if number < len(names) else f"argument {number + 1}": args[number] for number in arrays}
    given |= {name: value for name, value in kwargs.items() if isinstance(value, np.ndarray)}
    return ", ".join(f"{name} of shape {array.shape}" for name, array in given.items())


@on_students_side
def _parameter_names(function) -> list[str]:
    """The names of a function's parameters, as far as Python knows them."""
    try:
        found = inspect.signature(function).parameters.values()
        return [one.name for one in found if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    except (ValueError, TypeError):
        return []


@contextlib.contextmanager
def told_with(text: str, note: str = "", shapes: Callable[[], str] = str):
    """Add to an exception of a student's function which call it was, or the `note`.

    `shapes`: says the shapes of the arguments; it is asked where the exception is about shapes.
    """
    __tracebackhide__ = True
    try:
        yield
    except CheckFailed:
        raise
    except Exception as error:
        error.add_note(note or beside("in the call ", text))
        if isinstance(error, ValueError | IndexError) and _ABOUT_SHAPES.search(str(error)) and (given := shapes()):
            error.add_note(f"called with {given}")
        error.seen = diagnosis.seen_raising(text, error)
        if type(error) is NotImplementedError:
            say_not_written(error)
        raise


def wanted_note(wanted: str, hint: str) -> str:
    """The end of a note on an exception where another one was wanted."""
    return f"where {wanted} was wanted" + f"\n  hint: {hint}" * bool(hint)


def raises(error_type, function, *args, hint="", **kwargs) -> None:
    """Check that the call raises an exception of the given type."""
    __tracebackhide__ = True
    text = shown_call(function, args, kwargs)
    try:
        with told_with(text, f"{beside('in the call ', text)}, {wanted_note(error_type.__name__, hint)}"):
            value = function(*fresh(args), **fresh(kwargs))
    except error_type:
        return
    Outcome(text, value).fail(f"a {error_type.__name__}", hint, shown(value))


class Outcome:
    """What came back from one call, or one part of it.

    Attributes: `value`, what came back; `call`, the call as text; `name`, the part's name, or ""; `arguments`, those of
    the call by position, and `shapes`, a function that says their shapes, where it was made by `call`; `if_none`, the
    hint where the value is None.
    """

    def __init__(self, call_text: str, value, name: str = ""):
        self.call = call_text
        self.value = value
        self.name = name
        self.arguments: tuple = ()
        self.shapes: Callable[[], str] = str
        self.if_none = NOTHING_HERE if name else NOTHING
        self._whole = self

    def seen_as(self, value) -> None:
        """Say in which form the result of the call is compared with those of known mistakes.

        For results that look different in different right styles: signs or an order that are free.
        """
        self._whole = Outcome(self.call, value, self._whole.name)

    def fail(self, wanted: str, hint: str = "", came_back: str | None = None, numbers: str = ""):
        """Raise CheckFailed: the reason, the call, what came back, what was wanted, and the hint.

        The reason is that of a known mistake, else what the `numbers` tell, else the hint. Where nothing came back, or
        a sparse matrix, the hint is about that, unless `came_back` says something else.
        """
        if came_back is None and (about_kind := self._about_kind()):
            hint, numbers = about_kind, ""
        came_back, part = shown(self.value) if came_back is None else came_back, self._part()
        if "\n" in came_back + wanted:  # rows begin in one column
            lines = [f"  came back{part}:", textwrap.indent(came_back, "    ")]
            lines += [f"  wanted{part}:", textwrap.indent(wanted, "    ")]
        else:
            lines = [f"  came back{part}: {came_back}", f"  wanted{part}:    {wanted}"]
        self._fail(lines, hint, numbers)

    def _part(self) -> str:
        return f" ({self.name})" if self.name else ""

    def _fail(self, lines: list[str], hint: str, numbers: str):
        whole = self._whole
        what = diagnosis.seen(whole.call, whole.value, whole.name)
        raise CheckFailed("\n".join([self.call, *lines]), what, numbers, hint)

    def _about_kind(self) -> str:
        if self.value is None:
            return self.if_none
        kind = getattr(self.value, "__class_name__", type(self.value).__name__)  # the former of a proxy in the grader
        return SPARSE if _SPARSE_CLASS.fullmatch(kind) else ""

    def must(self, condition, wanted: str, hint: str = "") -> None:
        """Check a condition that the test computed from `value`."""
        if not condition:
            self.fail(wanted, hint)

    def parts(self, *names: str) -> list[Outcome]:
        """Take a tuple (or list) apart: one Outcome a name."""
        if not isinstance(self.value, tuple | list) or len(self.value) != len(names):
            self.fail(f"a tuple of {len(names)}: ({', '.join(names)})")
        found = [Outcome(self.call, value, name) for name, value in zip(names, self.value, strict=True)]
        for part in found:
            part._whole, part.shapes = self._whole, self.shapes
        return found

    def equals(self, wanted, hint: str = "") -> None:
        """Check equality of plain data. Lists and tuples are told apart only inside; numpy numbers count as numbers."""
        if not _equal(self.value, wanted):
            self.fail(shown(wanted), hint)

    def array(self, shape: tuple[int, ...], hint: str = "") -> np.ndarray:
        """The value as a float array of the wanted shape.

        Forgiven, with a printed note: an extra axis of length one, np.matrix, a number where a one-element array is
        wanted or the reverse. Everything else that is not an array of numbers of this shape fails.
        """
        wanted = of_shape(shape)
        try:
            found = np.asarray(self.value)
        except (ValueError, TypeError, MemoryError):  # a long text among many numbers
            self.fail(wanted, hint)
        if found.dtype.kind not in "biuf":
            self.fail(f"{wanted}, of real numbers", hint)
        if _without_ones(found.shape) != _without_ones(shape):
            self._fail_by_shape(found.shape, shape, hint)
        if found.shape != shape or isinstance(self.value, np.matrix):
            what = self.name or "the result"
            kind = "a np.matrix" if isinstance(self.value, np.matrix) else "an array"
            print(f"note: {what} is {kind} of shape {found.shape}; {wanted} was asked for. The numbers count.")
        return found.reshape(shape).astype(float)

    def close_to(self, wanted, hint: str = "", rtol: float = 1e-6, atol: float = 1e-8) -> None:
        """Check an array or a number within |value - wanted| <= atol + rtol·|wanted|.

        Answers computed in single precision are compared with rtol and atol of at least 1e-4.
        """
        wanted = np.asarray(wanted, dtype=float)
        found = self.array(wanted.shape, hint)
        dtype = getattr(self.value, "dtype", None)
        if dtype is not None and dtype.kind == "f" and dtype.itemsize < 8:
            rtol, atol = max(rtol, 1e-4), max(atol, 1e-4)
        near = np.abs(found - wanted) <= atol + rtol * np.abs(wanted)
        if near.all():
            return
        numbers = "" if hint.startswith(LOOKS_WRONG) else structure_hint(found, wanted)
        if wanted.size <= SMALL and shown(found) != shown(wanted):
            as_read = shown(found) if isinstance(self.value, list | tuple) else None  # plain numbers, rounded alike
            self.fail(shown(wanted), hint, as_read, numbers)
        entries = differing(found, wanted, np.argwhere(~near).tolist())
        self._fail([f"  came back{self._part()}: {entries[0]}", *entries[1:]], hint, numbers)

    def _fail_by_shape(self, found: tuple[int, ...], wanted: tuple[int, ...], hint: str):
        part, given = self._part(), self.shapes()
        lines = [f"  called with {given}"] * bool(given)
        lines += [f"  came back{part}: {of_shape(found)}", f"  wanted{part}:    {of_shape(wanted)}"]
        self._fail(lines, hint, "")


def _without_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(length for length in shape if length != 1)


def _equal(value, wanted) -> bool:
    if isinstance(wanted, np.ndarray):
        try:
            found = np.asarray(value)
        except (ValueError, TypeError, MemoryError):
            return False
        return found.shape == wanted.shape and bool(np.all(found == wanted))
    if isinstance(wanted, list | tuple):
        return (
            isinstance(value, list | tuple)
            and len(value) == len(wanted)
            and all(_equal(v, w) for v, w in zip(value, wanted, strict=True))
        )
    if isinstance(wanted, dict):
        return (
            isinstance(value, dict)
            and value.keys() == wanted.keys()
            and all(_equal(value[k], wanted[k]) for k in wanted)
        )
    if isinstance(wanted, bool) or not isinstance(wanted, numbers.Number):
        return isinstance(value, type(wanted)) and bool(value == wanted)
    return isinstance(value, numbers.Number) and not isinstance(value, bool) and bool(value == wanted)
