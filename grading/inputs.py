"""What tests hand to answers: an edge costs little, and no hidden part asks for what no visible one has shown.

The reference is run once more, and each call that a test makes of an answer is looked at: of which kinds are the
arguments, and what do the test's own functions return to the answer? A kind is told by type, shape and emptiness, not
by values. Whether answers get their points is the matter of `grading.verify`.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from types import FrameType

import numpy as np

from grading.cases import reference_answers
from grading.local import given_namespace, run_tests
from grading.master import Cell, Master, Role

FIRST_LINE = "# Checks "
EDGE_TEST = "__edge"
EDGE_SHARE = 8  # an edge is worth at most one point in so many of its question
MOST_SECONDS = 200.0  # for one part of a test: looking at calls takes time
MOST_ITEMS = 200  # of a list that are looked at


@dataclass(frozen=True, order=True)
class Kind:
    """What an argument is, in words. `edge`: something in it is empty, or an array has an axis of length one."""

    text: str
    edge: bool = False


@dataclass
class Part:
    """What one part of a test did: which kinds it handed over as what, and what was printed while it ran."""

    handed: set[tuple[str, Kind]] = field(default_factory=set)
    """(the function and its parameter, kind)"""
    printed: str = ""


Parts = dict[str, tuple[Part, Part]]
"""{test: (its visible part, its hidden part)}"""


def input_problems(master: Master) -> list[str]:
    """Where tests do not keep the rules for what they hand over, a sentence each."""
    fork = multiprocessing.get_context("fork")  # in a process of its own: answers and tests change what they like
    with ProcessPoolExecutor(1, mp_context=fork) as process:
        parts = process.submit(record, master).result()
    tests = master.having(Role.TEST)
    problems = [problem for test in tests for problem in _problems_of_cell(test, parts[test.id][0])]
    for question in dict.fromkeys(test.question for test in tests):
        own = [test for test in tests if test.question == question]
        problems += _unseen(question, {test.id: parts[test.id] for test in own})
        problems += _edges(question, own, parts)
    return problems


def record(master: Master) -> Parts:
    """Run the reference and look at each part of each test."""
    parts: Parts = {test.id: (Part(), Part()) for test in master.having(Role.TEST)}

    @contextlib.contextmanager
    def looked_at(test: str, hidden: bool) -> Iterator[None]:
        part = parts[test][hidden]
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            sys.setprofile(_Watch(f"<answer {test.split('__')[0]}>", f"<test {test}>", part.handed))
            try:
                yield
            finally:
                sys.setprofile(None)
                part.printed = printed.getvalue()

    with contextlib.redirect_stdout(io.StringIO()):
        given = given_namespace(master)
    run_tests(master, given, reference_answers(master), seconds=MOST_SECONDS, around=looked_at)
    return parts


class _Watch:
    """A profile function: notes the arguments of outermost calls of an answer, and what a test returns to it."""

    def __init__(self, answer: str, test: str, handed: set[tuple[str, Kind]]):
        self._answer, self._test, self._handed = answer, test, handed
        self._inside = 0  # how many frames of the answer are open

    def __call__(self, frame: FrameType, event: str, value: object) -> None:
        code = frame.f_code
        if event not in ("call", "return"):
            return
        if code.co_filename == self._answer:
            if event == "call" and not self._inside:
                self._note_arguments(frame)
            self._inside += 1 if event == "call" else -1
        elif event == "return" and self._inside and code.co_filename == self._test:
            self._handed |= {("the result of a function of the test", kind) for kind in kinds(value)}

    def _note_arguments(self, frame: FrameType) -> None:
        code = frame.f_code
        several = bool(code.co_flags & 0x04) + bool(code.co_flags & 0x08)  # *args and **kwargs
        for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + several]:
            if name != "self":
                self._handed |= {(f"`{name}` of {code.co_qualname}", kind) for kind in kinds(frame.f_locals[name])}


def kinds(value: object, place: str = "") -> set[Kind]:
    """The kinds that a value is of, with those of its items; `place` stands before each, for items ("in it: ")."""
    if isinstance(value, np.ndarray):
        axes = ", ".join("many" if length > 1 else str(length) for length in value.shape)
        found = {Kind(f"{place}an array of {value.dtype}, axes ({axes})", min(value.shape, default=2) < 2)}
        if value.dtype.kind in "iu" and len(np.unique(value)) < value.size:
            found.add(Kind(f"{place}an array of integers in which a number repeats"))
        return found
    if isinstance(value, list | tuple | set | frozenset | dict):
        return _kinds_of_container(value, place)
    if isinstance(value, str):
        return {Kind(f"{place}{'a string' if value else 'an empty string'}", not value)}
    if isinstance(value, bool | np.bool_) or value is None:
        return {Kind(f"{place}{value}")}
    if isinstance(value, int | np.integer):
        size = "negative" if value < 0 else "more than 1" if value > 1 else str(int(value))
        return {Kind(f"{place}a number of type {type(value).__name__}, {size}")}
    if isinstance(value, float | np.floating):
        size = "negative" if value < 0 else "positive" if value > 0 else "0" if value == 0 else "nan"
        return {Kind(f"{place}a number of type {type(value).__name__}, {size}")}
    return {Kind(f"{place}{'a function' if callable(value) else f'an object of {type(value).__name__}'}")}


def _kinds_of_container(value: list | tuple | set | frozenset | dict, place: str) -> set[Kind]:
    name, items = type(value).__name__, list(value)
    size = ("none", "one")[len(items)] if len(items) < 2 else "many"
    found = {Kind(f"{place}a {name} of {size}", not items)}
    try:
        if len(set(items)) < len(items):
            found.add(Kind(f"{place}a {name} in which an item repeats"))
    except TypeError:  # items that can't be told apart by hash
        pass
    for item in items[:MOST_ITEMS]:
        found |= kinds(item, f"{place}in it: ")
        if isinstance(value, dict):
            found |= kinds(value[item], f"{place}under a key: ")
    return found


def _problems_of_cell(test: Cell, visible: Part) -> list[str]:
    problems = []
    if not test.source.startswith(FIRST_LINE):
        problems.append(f"`{test.id}`: its first line does not say what it checks (`{FIRST_LINE}…`)")
    if visible.printed:
        first = visible.printed.splitlines()[0]
        problems.append(f"`{test.id}`: prints `{first}` where the reference passes; a test that passes prints nothing")
    return problems


def _unseen(question: str, parts: Parts) -> list[str]:
    """Kinds that only hidden parts of a question hand over, edges outside of their tests aside."""
    seen = {handed for visible, _ in parts.values() for handed in visible.handed}
    return [
        f"`{test}`: its hidden part hands over {what}: {kind.text}; no visible test of {question} has shown that"
        for test, (_, hidden) in parts.items()
        for what, kind in sorted(hidden.handed - seen)
        if not kind.edge or _is_about_edges(test)
    ]


def _is_about_edges(test: str) -> bool:
    return EDGE_TEST in test


def _edges(question: str, tests: list[Cell], parts: Parts) -> list[str]:
    """Edges in tests of something else, and tests of edges that are worth too much."""
    problems, whole = [], sum(test.points for test in tests)
    for test in tests:
        if _is_about_edges(test.id):
            if test.points * EDGE_SHARE > whole:
                problems.append(
                    f"`{test.id}`: {test.points:g} of {whole:g} points for an edge; "
                    f"at most one in {EDGE_SHARE} is wanted: give fewer, or leave the edge out"
                )
            continue
        for part, name in zip(parts[test.id], ("visible", "hidden"), strict=True):
            problems += [
                f"`{test.id}`: its {name} part hands over {what}: {kind.text}; an edge stands in a test of its own, "
                f"`{question}{EDGE_TEST}…`"
                for what, kind in sorted(part.handed)
                if kind.edge
            ]
    return problems
