"""How test cells talk to an answer that is a class: make an object, call its methods, look at its params and grads.

All of it runs in one piece where the student's objects live (`utils.checks.on_students_side`), because a model keeps
the arrays that a layer had in `params` and `grads` when it was made, and what counts is what happens to these. A table
that `params` names several times counts once, with the sum of its gradients, as for the optimisers.
"""

from __future__ import annotations

import numpy as np

from utils.checks import CheckFailed, Outcome, fresh, on_students_side, told_with, wanted_note
from utils.layers import by_table
from utils.show import Call, numbered, shown, shown_call, shown_line
from utils.terms import NOTHING

NOT_THERE = "the object has nothing there: it is made in `__init__`, under this name"
SEEN = ("result", "params", "grads", "held grads", "word_vecs", "named")
SHARED = "a table that several layers share may stand there once, or once for each layer"
SAME = "one and the same array stands in params several times, and counts as one table"
_ABSENT = object()


def play(make, args: tuple, *steps: tuple, tables: tuple = (), **names) -> Story:
    """Make an object with `make(*args)` and take one step after another.

    A step is a method and its arguments, ("forward", idx); or ("params[0] +=", values), what an optimiser does; or
    ("argument 0 +=", values), which changes the first argument of `make` in place. `tables` are written into the tables
    of `params` before the first step, in place. Here and in the Story, number n is the n-th table of `params`. `names`
    of the notebook are replaced while it runs, as in `utils.calls.with_names`.
    """
    __tracebackhide__ = True
    return _played(make, args, steps, tables, names)


def _played(make, args: tuple, steps: tuple, tables: tuple = (), names: dict | None = None, note=lambda text: text):
    """`play`, with `note(text)` added to an exception."""
    __tracebackhide__ = True  # here and below: a notebook's traceback then shows the answer's own lines
    first, lines = _lines(make, args, steps, tables)
    text = numbered([*first, *lines])
    with told_with(text, note(f"in\n{text}")):
        told = _play(make, args, steps, tables, names or {})
    return Story(text, len(first) + 1, len(lines), told)


def check_refusal(error_type, make, args: tuple, *steps: tuple, hint: str = "") -> None:
    """Check that a play ends with an exception of the given type; other exceptions pass through, with a note.

    Whether what is allowed works is for the test cell to see: what refuses everything passes this check.
    """
    __tracebackhide__ = True
    wanted = f"a {error_type.__name__} with a sentence that says why"
    try:
        story = _played(make, args, steps, note=lambda text: f"{text}\n{wanted_note(wanted, hint)}")
    except error_type:
        return
    result = story.result(len(steps) - 1)
    result.fail(wanted, hint, shown(result.value))


def check_start(story: Story, shape: tuple[int, int]) -> None:
    """Check the tables of a model as they were made: 0.01 times normal numbers, in single precision, and not alike."""
    tables = [story.param(0, number) for number in range(2)]
    for name, table in zip(("W_in", "W_out"), tables, strict=True):
        values = table.array(shape, f"{name}: one row for each word")
        spread, middle = values.std(), values.mean()
        if not 0.009 < spread < 0.011 or not abs(middle) < 0.001:  # seven standard deviations for 3,000 numbers
            table.fail(
                "normal numbers with mean 0 and standard deviation 0.01",
                f"{name} is 0.01 * np.random.randn(…)",
                f"numbers with mean {middle:.3g} and standard deviation {spread:.3g}",
            )
        if (kind := getattr(table.value, "dtype", None)) != np.float32:
            table.fail("an array of type float32", "astype(np.float32) makes one", f"an array of type {kind}")
    if np.array_equal(tables[0].value, tables[1].value):
        tables[1].fail("numbers of its own", "W_in and W_out are two tables", "the numbers of params[0]")


class Story:
    """What happened in one `play`: its methods give Outcomes. Steps count from 0.

    Attribute `notes`: for each replaced name that notes something (`utils.standins.Noting`), its notes.
    """

    def __init__(self, text: str, first_step: int, steps: int, told):
        self._text, self._first_step = text, first_step
        self._seen, self.notes = told if _is_told(told, steps) else ([dict.fromkeys(SEEN)] * steps, {})

    def result(self, step: int = 0) -> Outcome:
        """What a step returned."""
        return self._part(step, "result", None)

    def param(self, step: int, number: int = 0) -> Outcome:
        """One of the tables in params, as it is after a step."""
        return self._part(step, "params", number)

    def grad(self, step: int, number: int = 0) -> Outcome:
        """The gradient of one table, as it is in grads after a step."""
        return self._part(step, "grads", number)

    def held_grad(self, step: int, number: int = 0) -> Outcome:
        """The same in the arrays that were in grads when the object was made."""
        return self._part(step, "held grads", number)

    def word_vecs(self, step: int) -> Outcome:
        """The attribute `word_vecs` of a model, as it is after a step."""
        return self._part(step, "word_vecs", None)

    def noted(self, name: str, hint: str, **wanted) -> None:
        """Check that objects of a replaced class were made, each with these arguments."""
        found = self.notes.get(name)
        if not isinstance(found, list) or not found or not all(isinstance(note, dict) for note in found):
            raise CheckFailed(f"{self._text}\n  came back: no {name} was made\n  wanted:    at least one", hint=hint)
        for note in found:
            for argument, value in wanted.items():
                given = Outcome(self._text, note.get(argument), f"{argument} of the {name}")
                given.if_none = hint
                given.close_to(value, hint)

    def _part(self, step: int, what: str, number: int | None) -> Outcome:
        found = self._seen[step][what]
        line = step + self._first_step
        if what == "result":
            name = f"the result of line {line}" if len(self._seen) > 1 else "the result"
        elif number is not None and self._shared(step):
            name = f"the sum of the gradients of table {number}" if "grads" in what else f"table {number} of params"
            name += f", in the arrays of __init__, after line {line}" if what == "held grads" else f" after line {line}"
        elif what == "held grads":
            name = f"the array that grads[{number}] was at first, after line {line}"
        else:
            name = f"{what if number is None else f'{what}[{number}]'} after line {line}"
        outcome = Outcome(self._text, found if number is None else _item(found, number), name)
        outcome.if_none = NOTHING if what == "result" else NOT_THERE
        return outcome

    def _shared(self, step: int) -> bool:
        """Whether params names a table several times: then its place and its number may differ."""
        named = self._seen[step]["named"]
        return isinstance(named, list) and named != list(range(len(named)))

    def counts(self, number: int) -> None:
        """Check that params and grads are lists of arrays, with so many tables in params."""
        for name in ("params", "grads"):
            found = self._seen[0][name]
            arrays = isinstance(found, list | tuple) and all(isinstance(item, np.ndarray) for item in found)
            if not arrays or len(found) != number:
                wanted = f"a list of {number} array{'s' * (number != 1)}, made in __init__ and kept from then on"
                outcome = Outcome(self._text, found, name)
                outcome.if_none = NOT_THERE
                if arrays:  # the numbers of a new table are random: it is told by what there is
                    outcome.seen_as([[list(array.shape) for array in found], self._seen[0]["named"]])
                outcome.fail(wanted, SAME if self._shared(0) else SHARED)


def _is_told(told, steps: int) -> bool:
    """Whether this is what `_play` returns; where a student's process answers, it might be anything."""
    if not isinstance(told, tuple | list) or len(told) != 2 or not isinstance(told[1], dict):
        return False
    seen = told[0]
    return isinstance(seen, list) and len(seen) == steps and all(isinstance(s, dict) and {*SEEN} <= {*s} for s in seen)


def _lines(make, args, steps, tables) -> tuple[list[Call], list[Call]]:
    """The play as one would type it: (lines before the first step, a line for each step)."""
    first = [shown_call(make, args, {}, "made = ")]
    first += [shown_line(f"made.params[{number}][...] = ", [("", table)]) for number, table in enumerate(tables)]
    lines = []
    for method, *given in steps:
        if method.startswith("argument"):
            lines.append(shown_line(f"{method} ", [("", given[0])]))
        elif method.startswith("params"):
            lines.append(shown_line(f"made.{method} ", [("", given[0])]))
        else:
            lines.append(shown_line(f"made.{method}(", [("", value) for value in given], ")"))
    return first, lines


@on_students_side
def _play(make, args, steps, tables, names) -> tuple:
    __tracebackhide__ = True
    for value in names.values():
        if hasattr(value, "notes"):
            value.notes.clear()
    before = [(space, name, space.get(name, _ABSENT)) for space in _spaces(make) for name in names]
    try:
        for space, name, value in before:
            if value is not make:  # a class may name itself
                space[name] = names[name]
        seen = _take_steps(make, fresh(args), fresh(steps), fresh(tables))
    finally:
        for space, name, value in before:
            if value is _ABSENT:
                space.pop(name, None)
            else:
                space[name] = value
    return seen, {name: value.notes for name, value in names.items() if hasattr(value, "notes")}


def _spaces(make) -> list[dict]:
    """The global names that the methods of a class (or a function) use."""
    found = [make, *(value for kind in getattr(make, "__mro__", ()) for value in vars(kind).values())]
    spaces = {}
    for value in found:
        space = getattr(getattr(value, "__func__", value), "__globals__", None)
        if isinstance(space, dict):
            spaces[id(space)] = space
    return list(spaces.values())


def _take_steps(make, args, steps, tables) -> list[dict]:
    __tracebackhide__ = True
    made = make(*args)
    params, grads = _listed(made, "params"), _listed(made, "grads")
    first_tables, _ = _by_table(params, grads)
    for number, table in enumerate(tables):
        _array(first_tables, number, table.shape)[...] = table
    seen = []
    for method, *given in steps:
        result = None
        if method.startswith("argument"):
            args[int(method.split()[1])][...] += given[0]
        elif method.startswith("params"):
            _array(first_tables, int(method[len("params[") : method.index("]")]), given[0].shape)[...] += given[0]
        else:
            result = _copy(_method(made, method)(*given))
        now = _listed(made, "params")
        state = dict(zip(("params", "grads"), _by_table(now, _listed(made, "grads")), strict=True))
        state["held grads"] = _by_table(params, grads)[1]
        state["word_vecs"] = getattr(made, "word_vecs", None)
        state["named"] = [[id(item) for item in now].index(id(item)) for item in now] if isinstance(now, list) else now
        seen.append({"result": result} | {name: _copies(found) for name, found in state.items()})
    return seen


def _by_table(params, grads) -> tuple:
    """Each table once with the sum of its gradients, where both are lists of arrays that can be put in pairs."""
    lists = isinstance(params, list) and isinstance(grads, list) and len(params) == len(grads)
    if not lists or not all(isinstance(item, np.ndarray) for item in params + grads):
        return params, grads
    shapes = [(param.shape, grad.shape) for param, grad in zip(params, grads, strict=True)]
    return by_table(params, grads) if all(one == other for one, other in shapes) else (params, grads)


def _method(made, name: str):
    found = getattr(made, name, None)
    if not callable(found):
        raise CheckFailed(f"{type(made).__name__} has no method {name}: keep the names of the answer cell.")
    return found


def _listed(made, name: str):
    found = getattr(made, name, None)
    return list(found) if isinstance(found, list | tuple) else found


def _item(found, number: int):
    return found[number] if isinstance(found, list | tuple) and len(found) > number else None


def _array(found, number: int, shape: tuple) -> np.ndarray:
    array = _item(found, number)
    if not isinstance(array, np.ndarray) or array.shape != shape or array.dtype.kind != "f":
        came = f"an array of shape {array.shape}" if isinstance(array, np.ndarray) else shown(array)
        raise CheckFailed(f"params[{number}] is {came}; an array of floats of shape {shape} is wanted.")
    return array


def _copies(found):
    return [_copy(item) for item in found] if isinstance(found, list) else _copy(found)


def _copy(value):
    return value.copy() if isinstance(value, np.ndarray) else value
