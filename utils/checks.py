"""How test cells talk to an answer: call it, compare what came back, and say clearly what is wrong.

A test cell reads

    made = call(distinct_words, [["b", "a"], ["b"]])
    made.equals((["a", "b"], 2), hint="each word counts once, in sorted order")

and on failure prints the call, what came back, what was wanted and the hint. The same cell runs in a student's
notebook, where the answer is a plain function, and in the grader, where it lives in another process. Which values
are right is the matter of the test cells.
"""

from __future__ import annotations

import contextlib
import functools
import numbers
import re

import numpy as np

from utils import diagnosis
from utils.show import beside, shown, shown_call
from utils.structure import structure_hint
from utils.terms import LOOKS_WRONG, NOTHING

NOTHING_HERE = "this part of the result is None"
SPARSE = "this is a sparse matrix of SciPy: its method `toarray` makes an array of it"
_SPARSE_CLASS = re.compile(r"(bsr|coo|csc|csr|dia|dok|lil)_(array|matrix)")
SMALL = 40  # arrays with at most so many entries are shown whole


class CheckFailed(AssertionError):
    """What came back is not what was wanted; the message is written for the student.

    Attribute `seen`: what came back, as `utils.diagnosis` keeps it, or None.
    """

    def __init__(self, message: str, seen: diagnosis.Seen | None = None, numbers: str = ""):
        """With `seen` the message ends with a probable reason, where the result is that of a known mistake.

        `numbers`: what they tell where it is not.
        """
        if reason := diagnosis.probable_reason(seen) if seen else "":
            message = f"{message}\n{diagnosis.as_lines(reason)}"
        elif numbers:
            message = f"{message}\n  what the numbers tell: {numbers}"
        super().__init__(message)
        self.seen = seen

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message alone, since the lines of the checks would only hide it."""
        return [f"{type(self).__name__}: {self}"]


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
    with told_with(text):
        value = function(*fresh(args), **fresh(kwargs))
    outcome = Outcome(text, value)
    outcome.arguments = args
    return outcome


@contextlib.contextmanager
def told_with(text: str, note: str = ""):
    """Add to an exception of a student's function which call it was, or the `note`."""
    __tracebackhide__ = True
    try:
        yield
    except CheckFailed:
        raise
    except Exception as error:
        error.add_note(note or beside("in the call ", text))
        error.seen = diagnosis.seen_raising(text, error)
        if type(error) is NotImplementedError:
            _say_in_one_line(error)
        raise


def _say_in_one_line(error: NotImplementedError) -> None:
    """Let a notebook show one line of an answer that is not written yet: which one it is."""
    last = error.__traceback__
    while last.tb_next is not None:
        last = last.tb_next
    if last.tb_frame.f_globals.get("__name__") != "__main__":
        return  # it comes from a library; or the answer lives in another process
    if not error.args:
        error.args = (f"{last.tb_frame.f_code.co_qualname} is not written yet",)
    error._render_traceback_ = lambda: [f"NotImplementedError: {error}"]


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
    the call by position, where it was made by `call`; `if_none`, the hint where the value is None.
    """

    def __init__(self, call_text: str, value, name: str = ""):
        self.call = call_text
        self.value = value
        self.name = name
        self.arguments: tuple = ()
        self.if_none = NOTHING
        self._whole = self

    def seen_as(self, value) -> None:
        """Say in which form the result of the call is compared with those of known mistakes.

        For results that look different in different right styles: signs or an order that are free.
        """
        self._whole = Outcome(self.call, value, self._whole.name)

    def fail(self, wanted: str, hint: str = "", came_back: str | None = None, numbers: str = ""):
        """Raise CheckFailed with the call, what came back, what was wanted, the hint, and what the numbers tell.

        Where nothing came back, or a sparse matrix, the hint is about that, unless `came_back` says something else.
        """
        part = f" ({self.name})" if self.name else ""
        if came_back is None and (about_kind := self._about_kind()):
            hint, numbers = about_kind, ""
        lines = [
            self.call,
            beside(f"  came back{part}: ", shown(self.value) if came_back is None else came_back),
            beside(f"  wanted{part}:    ", wanted),
        ]
        if hint:
            lines.append(f"  hint: {hint}")
        whole = self._whole
        raise CheckFailed("\n".join(lines), diagnosis.seen(f"{whole.call}\n{whole.name}", whole.value), numbers)

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
            part._whole = self._whole
            part.if_none = NOTHING_HERE
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
        wanted = f"an array of shape {shape}" if shape else "a number"
        try:
            found = np.asarray(self.value)
        except (ValueError, TypeError, MemoryError):  # a long text among many numbers
            self.fail(wanted, hint)
        if found.dtype.kind not in "biuf":
            self.fail(f"{wanted}, of real numbers", hint)
        if _without_ones(found.shape) != _without_ones(shape):
            self.fail(wanted, hint, f"{shown(self.value)}, of shape {found.shape}")
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
        if wanted.size <= SMALL:
            as_read = shown(found) if isinstance(self.value, list | tuple) else None  # plain numbers, rounded alike
            self.fail(shown(wanted), hint, as_read, numbers)
        place = tuple(int(i) for i in np.argwhere(~near)[0])
        index = ", ".join(map(str, place))
        self.fail(
            f"{wanted[place]:.6g} at [{index}]; {int((~near).sum())} of {wanted.size} entries differ",
            hint,
            f"{found[place]:.6g} at [{index}]",
            numbers,
        )


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
